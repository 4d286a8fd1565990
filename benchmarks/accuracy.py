"""Scores the figures on the labelled articles beside the repository, into docs/accuracy.md."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import subprocess
import sys
from typing import Any

import pages

import pressgauge as pg

LABELS = pages.ROOT.parent / "shared" / "figures"
# Only sets that may be studied.
SETS = {"seed": "the first article", "dev": "development articles"}


def run(file: str, *options: str) -> dict[str, Any]:
    """Return what the labels' own score says of a file."""
    command = [sys.executable, str(LABELS / "score.py"), str(LABELS / file), *options]
    return dict(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def rows_of(name: str) -> list[list[str]]:
    """Return the rows of a set of labels."""
    table = run(f"{name}.jsonl", "--json")
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


def forms() -> list[list[str]]:
    """Return the rows of short phrases and number forms: the floor."""
    phrases = run("constructions.jsonl", "--phrases")
    rows = [["constructions", f"F1 {phrases['f1']:.3f}, without figures left alone: {phrases['left_alone']}"]]
    for model in ("Number", "NumberRange", "Percent"):
        cases = run(f"recognizers/{model}Model.json", "--recognizers")
        rows.append([f"Recognizers-Text, {model}", f"{cases['right']} of {cases['cases']}"])
    return rows


def check_row() -> str:
    """Return a row of the log of the articles that nobody reads: their score alone, never their errors."""
    table = run("check.jsonl", "--json")

    def f1(scope: str, level: str) -> str:
        row = table[scope][level]
        return f"{row['f1']:.3f} [{row['f1_low']:.3f}, {row['f1_high']:.3f}]"

    version = f"{pg.__version__}, rules {pg.articles.default_gauge().rules_version[:8]}"
    scores = [f1("event", "value"), f1("event", "full"), f1("all", "value"), f1("event", "span")]
    cells = [dt.date.today().isoformat(), version, *scores, f"{table['macro_value_f1']:.3f}"]
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--log-check", action="store_true", help="add a row to the log of the articles nobody reads"
    )
    options = parser.parse_args()
    if not LABELS.exists():
        sys.exit(f"{LABELS} is not there: docs/accuracy.md stays as it is")
    header = ["articles", "kinds", "level", "precision", "recall", "F1", "95 % interval of F1", "labels"]
    made = pages.table(header, [row for name in SETS for row in rows_of(name)])
    floor = pages.table(["set", "right"], forms())
    print(made, floor, sep="\n")
    pages.put("accuracy.md", "figures", made)
    pages.put("accuracy.md", "forms", floor)
    if options.log_check:
        pages.append("accuracy.md", "check", check_row())
