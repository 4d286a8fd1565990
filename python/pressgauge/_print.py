"""Tables for print, made with great_tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from pressgauge._core import __version__
from pressgauge._optional import optional
from pressgauge._parts import DISAGREE, Part, counts_part, figures_part, statistics_part
from pressgauge._plain import facts
from pressgauge.tables import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from great_tables import GT

    from pressgauge.articles import Reading

__all__ = ["Shows", "printed"]


class Shows(Protocol):
    """What a notebook shows as one table."""

    def _part(self) -> Part: ...


def printed(shown: Reading | Shows, table: str) -> GT:
    """Return a table as great_tables has them; see `pressgauge.tables.print_table`."""
    part, note = _of(shown, table)
    great = optional("great_tables", "print")
    kept = [i for i, name in enumerate(part.headings) if name == "#" or any(row[i] for row in part.rows)]
    rows = {part.headings[i]: [row[i] for row in part.rows] for i in kept}
    apart = [i for i, row in enumerate(part.rows) if DISAGREE in row]
    made = great.GT(optional("pandas", "print").DataFrame(rows))
    made = made.tab_header(title=part.title).tab_source_note(f"{note}pressgauge {__version__}")
    made = made.cols_align("left").cols_align("right", columns=[n for n in rows if n in part.numbers])
    if apart:
        made = made.tab_style(great.style.text(weight="bold"), great.loc.body(rows=apart))
    out: GT = made
    return out


def _of(shown: Any, table: str) -> tuple[Part, str]:
    """Return what is shown, and the start of the line that says where it is from."""
    if not hasattr(shown, "sentiment"):
        if not hasattr(shown, "_part"):
            raise TypeError(f"shown must be a reading, or figures, counts, …, not {shown!r:.60}")
        return shown._part(), ""
    made: dict[str, Callable[[Any], Part]] = {
        "figures": figures_part,
        "counts": counts_part,
        "statistics": statistics_part,
    }
    _, rows = named(shown, table)
    title = f"{shown.title}, " if shown.title else ""
    return made[table](rows), f"{title}{facts(shown)}; "
