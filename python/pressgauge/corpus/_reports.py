"""Reports of one toll: the counts, or the words of sources, that a corpus has of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pressgauge._core import DomainError, Interval
from pressgauge._optional import optional

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from pressgauge.corpus._corpus import Corpus

__all__ = ["ENDS", "By", "Report", "Wanted", "interval_of", "key_of", "reports_of"]

By = Literal["day", "source", "place", "group"]

ENDS = ("low", "high", "low_open", "high_open")
_COUNTS = (
    "article_id",
    "count",
    "group",
    *ENDS,
    "unit",
    "status",
    "mentions",
    "parent",
    "agree",
    "date_last",
    "place",
)
_FIGURES = ("article_id", "figure", "source", *ENDS)


@dataclass(frozen=True, slots=True)
class Report:
    """One number that one article reports, and where it stands there."""

    article_id: str
    count: int
    figure: int | None
    """None for what all mentions of the count say together."""
    day: dt.date | None
    source: str | None
    group: str | None
    place: str | None
    interval: Interval
    agree: bool = True
    """Whether the mentions that it was made of share a number."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What reports are of."""

    kind: str
    group: str | None
    place: str | None
    unit: str | None
    status: Sequence[str]
    by: tuple[By, ...]
    """What a row is for. By source, the mentions of a count are taken one by one, each with its source."""


def reports_of(
    corpus: Corpus, wanted: Wanted, first: set[str] | None
) -> tuple[list[Report], str, dict[str, int]]:
    """Return the reports of a corpus, in its order, their unit, and how many counts were left out for which reason.

    Parameters
    ----------
    corpus : Corpus
    wanted : Wanted
    first : set of str or None
        Articles that are asked where others are copies of them.

    Raises
    ------
    DomainError
        There is no such kind; an id is that of two articles with different days.
    """
    field = optional("pyarrow.compute", "corpus").field
    of_kind = corpus.scan("counts", list(_COUNTS), field("kind") == wanted.kind).read_all().to_pylist()
    if not of_kind:
        _check_kind(corpus, wanted.kind)
    left_out: Counter[str] = Counter()
    kept = list(_kept(of_kind, _reasons(wanted, first), left_out))
    unit = (
        wanted.unit
        or max(Counter(row["unit"] for row in kept).items(), key=lambda u: u[1], default=("", 0))[0]
    )
    counts = list(_kept(kept, {"other unit": lambda row: row["unit"] != unit}, left_out))
    ids = {row["article_id"] for row in counts}
    days = _days(corpus, ids)
    said = _said(corpus, wanted.kind, ids) if "source" in wanted.by else None
    reports = [
        report
        for row in counts
        for report in _reports(row, days[row["article_id"]] or row["date_last"], said)
    ]
    return reports, unit, dict(left_out)


def key_of(words: str | None) -> str | None:
    """Return what spellings of one name have in common: neither case nor an article before it."""
    return None if words is None else words.casefold().removeprefix("the ")


def interval_of(row: dict[str, Any], prefix: str = "") -> Interval:
    """Return the interval whose ends a row has, under names with a prefix."""
    low, high, low_open, high_open = (row[f"{prefix}{name}"] for name in ENDS)
    return Interval(low, high, low_open=low_open, high_open=high_open)


def _check_kind(corpus: Corpus, kind: str) -> None:
    """Refuse a kind that the rules of the corpus don't know: the dictionary of the column holds all that they do."""
    batch = next(iter(corpus.scan("counts", ["kind"])), None)
    known = [] if batch is None else batch.column("kind").dictionary.to_pylist()
    if batch is not None and kind not in known:
        raise DomainError(f"there is no kind {kind!r}; kinds are {', '.join(known)}")


def _reasons(wanted: Wanted, first: set[str] | None) -> dict[str, Callable[[dict[str, Any]], bool]]:
    """Return why a count may be left out, and the test for it, in the order in which they are asked."""
    return {
        "other status": lambda row: row["status"] not in wanted.status,
        "part of another count": lambda row: row["parent"] is not None,
        "other group": lambda row: not _holds(row["group"], wanted.group),
        "other place": lambda row: row["place"] is not None and not _holds(row["place"], wanted.place),
        "no place": lambda row: wanted.place is not None and row["place"] is None,
        "copy of another article": lambda row: first is not None and row["article_id"] not in first,
    }


def _kept(
    rows: list[dict[str, Any]], reasons: dict[str, Callable[[dict[str, Any]], bool]], left_out: Counter[str]
) -> Iterator[dict[str, Any]]:
    for row in rows:
        why = next((name for name, applies in reasons.items() if applies(row)), None)
        if why is None:
            yield row
        else:
            left_out[why] += 1


def _holds(words: str | None, wanted: str | None) -> bool:
    """Say whether all words of a name that is wanted are among those of another, whatever their case and order."""
    return wanted is None or (
        words is not None and set(wanted.casefold().split()) <= set(words.casefold().split())
    )


def _days(corpus: Corpus, ids: set[str]) -> dict[str, dt.date | None]:
    wanted = _among(ids)
    rows = corpus.scan("articles", ["article_id", "published"], wanted).read_all()
    days: dict[str, dt.date | None] = {}
    for row in rows.to_pylist():
        day = row["published"]
        if days.setdefault(row["article_id"], day) != day:
            raise DomainError(
                f"id {row['article_id']!r} is that of articles of {days[row['article_id']]} and of {day}: "
                "which one a count is of can't be told"
            )
    return days


def _among(ids: set[str]) -> Any:
    field = optional("pyarrow.compute", "corpus").field
    return field("article_id").isin(optional("pyarrow", "corpus").array(sorted(ids), "large_string"))


def _said(corpus: Corpus, kind: str, ids: set[str]) -> dict[tuple[str, int], dict[str, Any]]:
    """Return the figures of articles, by article and number."""
    field = optional("pyarrow.compute", "corpus").field
    wanted = (field("kind") == kind) & _among(ids)
    rows = corpus.scan("figures", list(_FIGURES), wanted).read_all().to_pylist()
    return {(row["article_id"], row["figure"]): row for row in rows}


def _reports(
    count: dict[str, Any], day: dt.date | None, said: dict[tuple[str, int], dict[str, Any]] | None
) -> Iterator[Report]:
    where = (count["article_id"], count["count"])
    about = (count["group"], count["place"])
    if said is None:
        yield Report(*where, None, day, None, *about, interval_of(count), count["agree"])
        return
    for number in count["mentions"]:
        figure = said[count["article_id"], number]
        yield Report(*where, number, day, figure["source"], *about, interval_of(figure))
