"""A reading as HTML: the article with its marks, and the tables of what was read."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pressgauge._columns import origin
from pressgauge._given import expect_reading
from pressgauge._marks import article, kind_styles, marked, tone_marks
from pressgauge._parts import DISAGREE, parts
from pressgauge._plain import facts
from pressgauge._style import STYLE
from pressgauge._tone import contributions_part, sums, verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressgauge._parts import Part
    from pressgauge.articles import Reading
    from pressgauge.sentiment import Sentiment


_TONES = (
    '<span class="positive" data-sign="+">raises the tone</span>',
    '<span class="negative" data-sign="−">lowers the tone</span>',
    '<span class="positive slight">slightly</span>',
    '<span class="negative slight">slightly</span>',
    '<span class="excluded">left out of the tone</span>',
)


def fragment(reading: Reading) -> str:
    """Return a reading as a piece of HTML, as a notebook shows it.

    Parameters
    ----------
    reading : Reading
        What `pressgauge.read` returned.

    Returns
    -------
    str
        One ``<div class="pressgauge">`` with its own style. Taking the tags out of its ``<div class="text">`` leaves the
        article as it was.
    """
    expect_reading(reading)
    return _piece(_body(reading, 2))


def tone_fragment(tone: Sentiment) -> str:
    """Return a sentiment as a piece of HTML: the text with the words that made the tone, and the table of them.

    Parameters
    ----------
    tone : Sentiment
        What `pressgauge.sentiment.score` returned.

    Returns
    -------
    str
        One ``<div class="pressgauge">`` with its own style.
    """
    made = (
        f'<p class="about">{escape(verdict(tone))}</p>',
        marked(tone.text, tone_marks(tone)),
        _excluded(tone),
        f'<p class="legend">{" · ".join(_TONES)}</p>',
        _contributions(tone),
    )
    return _piece("\n".join(made))


def tables_fragment(about: str, shown: Iterable[Part]) -> str:
    """Return tables as a piece of HTML, with one line about them before.

    Parameters
    ----------
    about : str
        What the tables are of.
    shown : iterable of Part

    Returns
    -------
    str
        One ``<div class="pressgauge">`` with its own style.
    """
    return _piece("\n".join(_tables(about, shown)))


def page(reading: Reading) -> str:
    """Return a reading as a page of its own, which needs nothing else.

    Parameters
    ----------
    reading : Reading
        What `pressgauge.read` returned.

    Returns
    -------
    str
        An HTML document, to be written as UTF-8.
    """
    expect_reading(reading)
    return document(reading.title or "A reading", _body(reading, 1))


def tables_page(title: str, about: str, shown: Iterable[Part]) -> str:
    """Return tables as a page of its own."""
    body = "\n".join([f"<h1>{escape(title)}</h1>", *_tables(about, shown)])
    return document(title, body)


def document(title: str, body: str) -> str:
    """Return an HTML document, to be written as UTF-8, of a title and of what is HTML already."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n"
        "<style>:root { color-scheme: light dark; } body { margin: 0; }\n"
        f".pressgauge {{ margin: 0 auto; }}{STYLE}</style>\n</head>\n"
        f'<body>\n<main class="pressgauge">{body}</main>\n</body>\n</html>\n'
    )


def _piece(body: str) -> str:
    return f'<div class="pressgauge"><style>{STYLE}</style>{body}</div>\n'


def _tables(about: str, shown: Iterable[Part]) -> list[str]:
    return [f'<p class="about">{escape(about)}</p>', *map(_table, shown)]


def _body(reading: Reading, level: int) -> str:
    title = escape(reading.title or "A reading")
    made = (
        f"<h{level}>{title}</h{level}>",
        f'<p class="about">{escape(facts(reading))}</p>',
        article(reading),
        _excluded(reading.sentiment),
        _legend(reading),
        *map(_table, parts(reading)),
        _contributions(reading.sentiment),
        _origin(reading),
    )
    return "\n".join(made)


def _contributions(tone: Sentiment) -> str:
    """Return every contribution to the tone; closed at first, since long articles have hundreds. Needs no script."""
    if not tone.contributions:
        return ""
    told = "; ".join([verdict(tone), *sums(tone)])
    return (
        "<details><summary>Why this tone: every contribution</summary>"
        f'<p class="about">{escape(told)}</p>{_table(contributions_part(tone))}</details>'
    )


def _excluded(tone: Sentiment) -> str:
    """Return why parts of the text are grey, in words that are seen without a pointer."""
    told = [f"“{escape(_start(tone.text[e.start : e.end]))}”: {escape(e.reason)}" for e in tone.excluded]
    return f'<p class="about">Left out of the tone: {"; ".join(told)}.</p>' if told else ""


def _start(text: str, most: int = 40) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rstrip() + "…"


def _legend(reading: Reading) -> str:
    kinds = [
        f'<span class="figure {style}">{escape(kind)}</span>' for kind, style in kind_styles(reading).items()
    ]
    raised = "raised numbers are those of the table of figures" if kinds else ""
    return f'<p class="legend">{" · ".join([*kinds, *_TONES, *filter(None, [raised])])}</p>'


def _table(part: Part) -> str:
    numbers = [' class="number"' if name in part.numbers else "" for name in part.headings]
    head = "".join(
        f'<th scope="col"{css}>{escape(name)}</th>' for name, css in zip(part.headings, numbers, strict=True)
    )
    rows = "".join(_row(row, numbers) for row in part.rows)
    return (
        f"<h2>{escape(part.title)}</h2>\n"
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(part.title)}"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(row: tuple[str, ...], numbers: list[str]) -> str:
    cells = "".join(f"<td{css}>{escape(cell)}</td>" for cell, css in zip(row, numbers, strict=True))
    return f'<tr class="apart">{cells}</tr>' if DISAGREE in row else f"<tr>{cells}</tr>"


def _origin(reading: Reading) -> str:
    told = " · ".join(f"{name.replace('_', ' ')} {value}" for name, value in origin(reading).items())
    return f'<p class="about">{escape(told)}</p>'
