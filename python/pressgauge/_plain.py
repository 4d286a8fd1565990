"""A reading as plain text in aligned columns."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from itertools import zip_longest
from typing import TYPE_CHECKING

from pressgauge._core import DomainError
from pressgauge._given import expect_reading, whole
from pressgauge._parts import parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressgauge._parts import Part
    from pressgauge.articles import Reading

WIDTH = 110
_LEAST = 4
_GAP = "  "
_INDENT = "  "


def plain(reading: Reading, *, width: int = WIDTH) -> str:
    """Return a reading as text for the terminal: figures, counts, statistics, sentiment and warnings.

    Parameters
    ----------
    reading : Reading
        What `pressgauge.read` returned.
    width : int
        Columns of the terminal; longer cells are wrapped.

    Returns
    -------
    str
        Without colour. Control characters of the article are shown, not sent to the terminal.

    Raises
    ------
    DomainError
        `width` is below 1.
    """
    expect_reading(reading)
    if whole(width, "width") < 1:
        raise DomainError(f"width is {width}, expected at least 1 column")
    blocks = [heading(reading), *(table(part, width) for part in parts(reading))]
    if reading.left_alone:
        blocks.append(f"Left alone: {counted(len(reading.left_alone), 'number')}")
    return "\n\n".join(blocks)


def heading(reading: Reading) -> str:
    """Return what was read, in one line."""
    return " · ".join([*([shown(reading.title)] if reading.title else []), facts(reading)])


def facts(reading: Reading) -> str:
    """Return day, length, number of figures and tone, in one line."""
    told = [
        *([] if reading.published is None else [reading.published.isoformat()]),
        counted(len(reading.text), "character"),
        counted(len(reading.figures), "figure"),
        str(reading.sentiment.label),
    ]
    return " · ".join(told)


def counted(n: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def table(part: Part, width: int) -> str:
    """Return a table under its title, in columns as wide as the terminal allows."""
    rows = [part.headings, *(tuple(map(shown, row)) for row in part.rows)]
    kept = [i for i in range(len(part.headings)) if any(row[i] for row in rows[1:])]
    if _total(_least(_chosen(rows, kept))) > width - len(_INDENT):
        kept = [i for i in kept if part.headings[i] not in part.spare]
    lines = _chosen(rows, kept)
    widths = _widths(lines, width - len(_INDENT))
    right = [part.headings[i] in part.numbers for i in kept]
    made = [line for cells in lines for line in _lines(cells, widths, right)]
    made.insert(1, _INDENT + _GAP.join("-" * each for each in widths))
    return "\n".join([part.title, *made])


def shown(text: str) -> str:
    """Return a text on one line, with nothing in it that a terminal obeys."""
    line = re.sub(r"\s+", " ", text).strip()
    return "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs") else _escape(c) for c in line)


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(_columns(c) for c in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _escape(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def _chosen(rows: Sequence[tuple[str, ...]], kept: list[int]) -> list[tuple[str, ...]]:
    return [tuple(row[i] for i in kept) for row in rows]


def _total(widths: list[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _least(lines: list[tuple[str, ...]]) -> list[int]:
    """Return the widths at which no word is broken."""
    cells = zip(*lines, strict=True)
    return [max(columns(word) for cell in each for word in _words(cell) or [""]) for each in cells]


def _widths(lines: list[tuple[str, ...]], width: int) -> list[int]:
    """Return the widths of columns: what they need, the widest cut until all fit, words kept whole while they can."""
    widths = [max(map(columns, each)) for each in zip(*lines, strict=True)]
    for least in (_least(lines), [_LEAST] * len(widths)):
        while _total(widths) > width:
            room = [have if have > need else 0 for have, need in zip(widths, least, strict=True)]
            if not any(room):
                break
            widths[room.index(max(room))] -= 1
    return widths


def _words(cell: str) -> list[str]:
    """Return the pieces between which a cell may be wrapped."""
    return re.findall(r"[^._]+[._]?|[._]", cell) if " " not in cell else cell.split()


def _lines(cells: tuple[str, ...], widths: list[int], right: list[bool]) -> list[str]:
    """Return a row as the lines that its wrapped cells take."""
    wrapped = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return [
        (_INDENT + _GAP.join(map(_padded, line, widths, right))).rstrip()
        for line in zip_longest(*wrapped, fillvalue="")
    ]


def _wrapped(cell: str, width: int) -> list[str]:
    """Return the lines of a cell; long words without spaces break after a dot or underscore if they can."""
    if columns(cell) <= width:
        return [cell]
    if columns(cell) > len(cell):
        width = max(1, width // 2)
    if " " not in cell:
        return _broken(cell, width)
    return textwrap.wrap(cell, width, break_on_hyphens=False)


def _broken(word: str, width: int) -> list[str]:
    lines = [""]
    for piece in _words(word):
        if len(lines[-1]) + len(piece) > width and lines[-1]:
            lines.append("")
        lines[-1] += piece
    return [line[i : i + width] for line in lines for i in range(0, len(line), width)]


def _padded(cell: str, width: int, right: bool) -> str:
    space = " " * max(0, width - columns(cell))
    return space + cell if right else cell + space
