"""Write cpp/pressgauge/text/data/case_table.tsv: how Python's str tells and changes the case of a letter.

``python training/case_table.py`` under Python 3.11 (Unicode 14.0) gives the file that is shipped, byte for byte.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

TARGET = Path(__file__).parents[1] / "cpp" / "pressgauge" / "text" / "data" / "case_table.tsv"
# The only letter with more than one small letter; cpp/pressgauge/text/case.cpp has it by hand.
DOTTED_I = "\u0130"
SIGMA, FINAL_SIGMA = "\u03a3", "\u03c2"
SURROGATES = range(0xD800, 0xE000)
STEPS = (1, 2)
HEADER = f"""#pressgauge-rules 1
# The case of letters as Python's str.lower and str.isupper know it. Made by training/case_table.py; do not edit.
# Source: the Unicode Character Database {unicodedata.unidata_version}, as Python's str shows it.
# Columns: kind	first	last	step	shift. A row stands for the code points first, first + step, ... last (hexadecimal).
# kind lower: its small letter is the code point plus shift (decimal). upper: it is a capital. small: it is a small or a
# title-case letter. cased: it has case. ignorable: case looks past it. The last two decide on the sigma at a word's end.
"""


def small_letter(character: str) -> int:
    """Return how far the small letter of a character is, 0 where it is its own."""
    small = character.lower()
    assert len(small) == 1 or character == DOTTED_I
    return ord(small) - ord(character) if len(small) == 1 else 0


def is_cased(character: str) -> bool:
    """Tell whether a sigma behind it is the last letter of a word."""
    return (character + SIGMA).lower().endswith(FINAL_SIGMA)


def is_ignorable(character: str) -> bool:
    """Tell whether a sigma looks past it, to the letter before."""
    return not is_cased(character) and ("A" + character + SIGMA).lower().endswith(FINAL_SIGMA)


KINDS: dict[str, Callable[[str], int]] = {
    "lower": small_letter,
    "upper": str.isupper,
    "small": lambda c: c.islower() or (c.istitle() and not c.isupper()),
    "cased": is_cased,
    "ignorable": is_ignorable,
}


def runs(values: dict[int, int]) -> Iterator[tuple[int, int, int, int]]:
    """Yield first, last, step and value of runs of code points with one value and one step."""
    points = sorted(values)
    start = 0
    while start < len(points):
        first, end, step = points[start], start + 1, 1
        if end < len(points) and points[end] - first in STEPS:
            step = points[end] - first
        while (
            end < len(points)
            and points[end] - points[end - 1] == step
            and values[points[end]] == values[first]
        ):
            end += 1
        # A pair two apart is shorter as what it is: the second may begin a longer run.
        end = start + 1 if end - start == 2 and step != 1 else end
        yield first, points[end - 1], step, values[first]
        start = end


def table() -> str:
    """Return the file."""
    lines = []
    for kind, value in KINDS.items():
        values = {c: int(value(chr(c))) for c in range(sys.maxunicode + 1) if c not in SURROGATES}
        for first, last, step, shift in runs({c: v for c, v in values.items() if v}):
            lines.append(f"{kind}\t{first:X}\t{last:X}\t{step}\t{shift if kind == 'lower' else 0}\n")
    return HEADER + "".join(lines)


if __name__ == "__main__":
    TARGET.write_text(table(), encoding="utf-8")
