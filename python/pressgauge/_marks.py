"""The text of an article with its figures, tone and exclusions marked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from pressgauge._parts import figure_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressgauge.articles import Reading
    from pressgauge.sentiment import Sentiment

# Kinds are open: each takes the next colour, and the next line once the colours are used up.
COLOURS = 6
LINES = 4
# Contributions below this share of the largest one are drawn lighter, and without a sign.
SLIGHT = 0.2


@dataclass(frozen=True, slots=True)
class Mark:
    """What is told of a piece of the text."""

    start: int
    end: int
    style: str
    title: str
    figure: int | None = None


def article(reading: Reading) -> str:
    """Return the text as HTML, every mark cut where another one starts or ends."""
    return marked(reading.text, marks(reading))


def marked(text: str, found: list[Mark]) -> str:
    """Return a text as HTML with its marks."""
    pieces = (_piece(text, start, end, active) for start, end, active in segments(len(text), found))
    return f'<div class="text">{"".join(pieces)}</div>'


def marks(reading: Reading) -> list[Mark]:
    """Return the marks of a reading: exclusions, contributions, figures."""
    kinds = kind_styles(reading)
    return tone_marks(reading.sentiment) + [
        Mark(f.start, f.end, f"figure {kinds[f.kind]}", figure_title(f), f.number) for f in reading.figures
    ]


def tone_marks(tone: Sentiment) -> list[Mark]:
    """Return the marks of exclusions and contributions; small ones are kept, and drawn so that the others stand out."""
    made = [Mark(e.start, e.end, "excluded", f"not scored: {e.reason}") for e in tone.excluded]
    least = SLIGHT * max((abs(c.added) for c in tone.contributions), default=0)
    return made + [
        Mark(
            c.start,
            c.end,
            ("positive" if c.added > 0 else "negative") + (" slight" if abs(c.added) < least else ""),
            f"tone {c.added:+.4f} = {c.weight:+.2f} × {c.factor:.4f} · {c.term} · {c.why}",
        )
        for c in tone.contributions
        if c.added
    ]


def kind_styles(reading: Reading) -> dict[str, str]:
    """Return the style of each kind, in the order in which the text names them."""
    kinds = dict.fromkeys(figure.kind for figure in reading.figures)
    return {kind: f"colour{i % COLOURS} line{i // COLOURS % LINES}" for i, kind in enumerate(kinds)}


def segments(length: int, found: list[Mark]) -> Iterator[tuple[int, int, list[Mark]]]:
    """Cut a text at every boundary of a mark, each piece with the marks that cover it."""
    opening = defaultdict(list)
    for mark in found:
        if mark.start < mark.end:
            opening[mark.start].append(mark)
    edges = {0, length} | {
        edge for each in opening.values() for mark in each for edge in (mark.start, mark.end)
    }
    active: list[Mark] = []
    for start, end in pairwise(sorted(edges)):
        active = [mark for mark in active if mark.end > start] + opening[start]
        yield start, end, active


def _piece(text: str, start: int, end: int, active: list[Mark]) -> str:
    words = escape(text[start:end])
    if not active:
        return words
    # A word and the event that it tells of share a place: the stronger one is drawn.
    strong = any(mark.style in {"positive", "negative"} for mark in active)
    drawn = (mark.style for mark in active if not (strong and mark.style.endswith(" slight")))
    styles = " ".join(dict.fromkeys(drawn))
    title = escape("\n".join(mark.title for mark in reversed(active)))
    # A tap or click shows what is told of any mark; keys stop at figures only, of which there are few.
    first = any(m.figure is not None and m.start == start for m in active)
    focus = ' role="note" tabindex="0"' if first else ' tabindex="-1"'
    return f'<span class="{styles}" title="{title}"{focus}{_sign(end, active)}>{words}</span>'


def _sign(end: int, active: list[Mark]) -> str:
    """Return what a style sheet writes behind the last piece of a mark, so that it is not told by colour alone."""
    closing = [mark for mark in active if mark.end == end]
    tones = {"positive": "+", "negative": "−"}
    signs = [tones[mark.style] for mark in closing if mark.style in tones]
    signs += [str(mark.figure) for mark in closing if mark.figure is not None]
    return f' data-sign="{" ".join(signs)}"' if signs else ""
