from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import pressgauge as pg
from articles.samples import APART, CLASHES, ROOT, SMALL, clashes
from pressgauge._parts import Part
from pressgauge._plain import columns, shown, table
from pressgauge.notebook import plain

GOLDEN = ROOT / "tests" / "data" / "clashes.plain.txt"


def test_plain_text_of_clashes_is_the_golden_one() -> None:
    # After a change that is meant: PRESSGAUGE_WRITE_GOLDEN=1 pytest tests/python/articles/test_plain.py, then read the diff.
    made = str(clashes()) + "\n"
    if os.environ.get("PRESSGAUGE_WRITE_GOLDEN"):
        GOLDEN.write_text(made, encoding="utf-8")
    assert made == GOLDEN.read_text(encoding="utf-8")


def test_plain_text_tells_what_was_read() -> None:
    made = plain(pg.read(SMALL, title="Unrest", published="2023-05-30"))
    for told in (
        "Unrest",
        "2023-05-30",
        "at least 50",
        "[50, ∞)",
        "protesters",
        "turnout",
        "[0, 0.035)",
        "narration",
    ):
        assert told in made


@pytest.mark.parametrize("width", [70, 90, 110, 200])
def test_lines_fit_and_columns_align(width: int) -> None:
    made = plain(clashes(), width=width)
    assert max(map(columns, made.splitlines())) <= width
    head, rule = next(
        (a, b) for a, b in zip(made.splitlines(), made.splitlines()[1:], strict=False) if b.startswith("  -")
    )
    assert [i for i, c in enumerate(rule) if c == "-" and rule[i - 1] == " "][1] == head.index("text")


def test_narrow_terminal_goes_without_the_rule_rather_than_breaking_words() -> None:
    made = plain(clashes(), width=80)
    assert "peacekeepers" in made
    assert "injured.injure" not in made


def test_disagreement_stands_out() -> None:
    made = plain(pg.read(APART))
    assert "DISAGREE" in made
    assert "[20, 35]" in made
    assert "mentions disagree" in made
    assert "DISAGREE" not in plain(clashes())


def test_control_characters_do_not_reach_the_terminal() -> None:
    made = plain(pg.read("5 \x1b[31mrebels\x07 died", title="a\x1b]0;b\x07\u202ec"))
    assert all(c.isprintable() or c == "\n" for c in made)
    assert shown("a\x1b\n b\u202e") == r"a\x1b b\u202e"


def test_wide_characters_keep_columns_aligned() -> None:
    made = table(Part("T", ("a", "b"), (("日本", "x"), ("abcd", "y"))), 40)
    assert made.splitlines()[-2:] == ["  日本  x", "  abcd  y"]


def test_empty_text_has_a_warning() -> None:
    assert "the text holds no words" in plain(pg.read(""))


def test_plain_text_needs_numpy_alone() -> None:
    code = (
        "import sys\n"
        "for name in ('pandas', 'pyarrow', 'matplotlib', 'rich', 'scipy'): sys.modules[name] = None\n"
        "import pathlib, pressgauge as pg\n"
        f"reading = pg.read(pathlib.Path({str(CLASHES)!r}).read_bytes())\n"
        "assert 'Counts' in str(reading) and reading._repr_html_() and reading.to_json()\n"
    )
    subprocess.run([sys.executable, "-P", "-c", code], check=True, cwd=Path(__file__).parent)
