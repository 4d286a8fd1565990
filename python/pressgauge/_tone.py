"""How a score came about: the contributions as a table, for the terminal and for the page."""

from __future__ import annotations

import math
import textwrap
from typing import TYPE_CHECKING, Any

from pressgauge._core import DomainError
from pressgauge._given import whole
from pressgauge._parts import Part
from pressgauge._plain import counted, shown, table

if TYPE_CHECKING:
    from pressgauge.sentiment import Contribution, Sentiment

HEADINGS = ("word", "place", "weight", "negation", "intensity", "length", "adds", "reason")
NUMBERS = frozenset(HEADINGS[2:7])
SAME = 1e-9
"""A score within this of what the link makes of raw was made by it."""


def explanation(tone: Sentiment, top: int | None, width: int) -> str:
    """Return score, contributions, sums and exclusions as text."""
    if whole(width, "width") < 1:
        raise DomainError(f"width is {width}, expected at least 1 column")
    blocks = ["\n".join(textwrap.wrap(verdict(tone), width))]
    part = contributions_part(tone, top)
    if part.rows:
        blocks += [table(part, width), "\n".join(sums(tone, top))]
    if tone.excluded:
        blocks.append("\n".join(["Left out of the tone", *(f"  {line}" for line in excluded(tone))]))
    return "\n\n".join(blocks)


def verdict(tone: Sentiment) -> str:
    """Return in one line how raw became score and label."""
    made = f"{tone.label} {tone.score:+.2f}: raw {tone.raw:+.4f}"
    link = tone.link
    if link is None or not math.isclose(link(tone)[0], tone.score, rel_tol=0, abs_tol=SAME):
        return made
    offset = f" - {link.offset:.4g}" if link.offset > 0 else f" + {-link.offset:.4g}" if link.offset else ""
    inner = f"(raw{offset})" if offset else "raw"
    return (
        f"{made}, score = tanh({link.gain:.4g} * {inner}); negative below {link.negative_below:+.2f}, "
        f"positive above {link.positive_above:+.2f}"
    )


def weightiest(tone: Sentiment, top: int | None) -> list[Contribution]:
    """Return the contributions by the size of what they add, in the order of the text where that is the same."""
    if top is not None and whole(top, "top") < 0:
        raise DomainError(f"top is 0 or more, not {top}")
    return sorted(tone.contributions, key=lambda c: -abs(c.added))[:top]


def contributions_part(tone: Sentiment, top: int | None = None) -> Part:
    """Return the contributions as a table, the weightiest first."""
    rows = tuple(map(_row, weightiest(tone, top)))
    return Part("Contributions", HEADINGS, rows, NUMBERS)


def sums(tone: Sentiment, top: int | None = None) -> list[str]:
    """Return what adds up to raw, in lines."""
    every = [c.added for c in tone.contributions]
    up, down = math.fsum(a for a in every if a > 0), math.fsum(a for a in every if a < 0)
    lines = [f"raising {up:+.4f}, lowering {down:+.4f}, together raw {tone.raw:+.4f}"]
    left = len(every) - len(weightiest(tone, top))
    if left:
        rest = math.fsum(every) - math.fsum(c.added for c in weightiest(tone, top))
        lines.append(f"{counted(left, 'contribution')} not shown, which add {rest:+.4f}")
    return lines


def excluded(tone: Sentiment) -> list[str]:
    """Return what was left out, with the reason."""
    return [
        f"“{textwrap.shorten(shown(tone.text[e.start : e.end]), 60, placeholder=' …')}” [{e.start}, {e.end})  {e.reason}"
        for e in tone.excluded
    ]


def tone_data(tone: Sentiment) -> dict[str, Any]:
    """Return the explanation as plain data (docs/schema.md)."""
    link = tone.link
    names = ("gain", "offset", "negative_below", "positive_above")
    return {
        "score": tone.score,
        "label": str(tone.label),
        "raw": tone.raw,
        "link": None if link is None else {name: getattr(link, name) for name in names},
        "contributions": [
            {**c._asdict(), "text": tone.text[c.start : c.end], "length": c.length, "adds": c.added}
            for c in weightiest(tone, None)
        ],
        "excluded": [{**e._asdict(), "text": tone.text[e.start : e.end]} for e in tone.excluded],
    }


def _row(c: Contribution) -> tuple[str, ...]:
    return (
        c.term,
        f"[{c.start}, {c.end})",
        f"{c.weight:+.2f}",
        _factor(c.negation),
        _factor(c.intensity),
        f"{c.length:.3f}",
        f"{c.added:+.4f}",
        c.why,
    )


def _factor(value: float) -> str:
    return "" if value == 1 else f"{value:g}"
