"""Scores the figures on the labelled articles beside the repository, into docs/accuracy.md."""

from __future__ import annotations

import json
import subprocess
import sys

import pages

LABELS = pages.ROOT.parent / "shared" / "figures"
# Only sets that may be studied.
SETS = {"seed": "the first article", "dev": "development articles"}


def scored(name: str) -> dict[str, dict[str, dict[str, float]]]:
    """Return the table of the labels' own score."""
    command = [sys.executable, str(LABELS / "score.py"), str(LABELS / f"{name}.jsonl"), "--json"]
    return dict(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def rows_of(name: str) -> list[list[str]]:
    """Return the rows of a set of labels."""
    table = scored(name)
    return [
        [
            f"{SETS[name]} ({table['articles']})",
            "events" if scope == "event" else "all",
            level,
            *(f"{row[key]:.3f}" for key in ("precision", "recall", "f1")),
            f"[{row['f1_low']:.3f}, {row['f1_high']:.3f}]",
            f"{row['gold']:.0f}",
        ]
        for scope in ("event", "all")
        for level, row in table[scope].items()
    ]


if __name__ == "__main__":
    if not LABELS.exists():
        sys.exit("the labelled articles are not beside the repository: docs/accuracy.md stays as it is")
    header = ["articles", "kinds", "level", "precision", "recall", "F1", "95 % interval of F1", "labels"]
    done = pages.table(header, [row for name in SETS for row in rows_of(name)])
    print(done)
    pages.put("accuracy.md", "figures", done)
