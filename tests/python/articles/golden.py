"""The readings of the example articles as they are expected: one line a figure, so that a difference can be read.

``python tests/python/articles/golden.py`` writes the files anew; look at the difference line by line before committing it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pressgauge as pg

ROOT = Path(__file__).parents[3]
ARTICLES = ROOT / "examples" / "articles"
EXPECTED = ROOT / "tests" / "data" / "articles"
PUBLISHED = json.loads((EXPECTED / "published.json").read_text(encoding="utf-8"))


def read(name: str) -> pg.Reading:
    """Read an example article with its day."""
    return pg.read((ARTICLES / f"{name}.txt").read_bytes(), published=PUBLISHED[name])


def expected(reading: pg.Reading) -> dict[str, list[str]]:
    """What is held of a reading: every field of figures and counts, the statistics, and what the tone leaves out."""
    return {
        "figures": [_figure(f) for f in reading.figures],
        "counts": [_count(c) for c in reading.counts],
        "statistics": [
            f"{s.name} = {s.identified} of counts {list(s.inputs)}: {s.note}" for s in reading.statistics
        ],
        "left_alone": [f"{reading.text[n.start : n.end]}: {n.rule}" for n in reading.left_alone],
        "warnings": [w.code for w in reading.warnings],
        "sentiment": [reading.sentiment.label, *(e.reason for e in reading.sentiment.excluded)],
        "quotes": [f"{q.speaker}: {reading.text[q.start : q.end]}" for q in reading.document.quotes],
    }


def _figure(f: pg.figures.Figure) -> str:
    flags = "".join(f" {name}" for name in ("subset", "additional") if getattr(f, name))
    said = _named(
        group=f.group,
        actor=f.actor,
        source=f.source,
        date=f.date,
        place=f.place,
        assumed=", ".join(f.assumed),
    )
    return f"{f.number} {f.start}-{f.end} '{f.text}' {f.kind} {f.bound} {f.interval} {f.unit}, {f.status}{flags} [{f.rule}]{said}"


def _count(c: pg.figures.Count) -> str:
    agree = "" if c.agree else " DISAGREE"
    earlier = f" supersedes {list(c.superseded)}" if c.superseded else ""
    parent = "" if c.parent is None else f" part of {c.parent}"
    return f"{c.id} {c.kind} {c.interval} {c.unit}, {c.status}{agree} of {list(c.mentions)}{earlier}{parent}: {c.why}{_named(group=c.group)}"


def _named(**fields: Any) -> str:
    return "".join(f"; {name}: {value}" for name, value in fields.items() if value)


def write() -> None:
    """Write the expected readings of all example articles."""
    for name in PUBLISHED:
        lines = json.dumps(expected(read(name)), ensure_ascii=False, indent=1)
        (EXPECTED / f"{name}.expected.json").write_text(lines + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
