"""A toll over time, across the articles of a corpus."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args

from pressgauge._core import DomainError, Interval
from pressgauge._estimate import ends_text
from pressgauge._given import expect, words_or_none
from pressgauge._optional import optional
from pressgauge._parts import DISAGREE, Part
from pressgauge.corpus._reports import ENDS, By, Report, Wanted, interval_of, key_of, reports_of
from pressgauge.figures import Status
from pressgauge.stats import reconcile, toll_timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from pressgauge.corpus._corpus import Corpus

__all__ = ["Timeline", "timeline"]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the articles of a corpus report of one toll; `Corpus.timeline` gives one.

    Attributes
    ----------
    kind, unit : str
        Of the counts.
    group, place : str or None
        As they were asked for.
    by : tuple of str
        What a row is for: ``"day"``, ``"source"``, ``"place"``, ``"group"``.
    table : pyarrow.Table
        A row for each day, source, … that has a report; columns in docs/schema.md, "Timelines".
    reports : pyarrow.Table
        The reports that the rows were made of, each with its article, count and figure, and the number of its row.
    left_out : dict of str to int
        How many counts of the kind are not in it, by the reason.
    """

    kind: str
    unit: str
    group: str | None
    place: str | None
    by: tuple[By, ...]
    table: pa.Table = field(repr=False)
    reports: pa.Table = field(repr=False)
    left_out: dict[str, int]

    def to_arrow(self) -> pa.Table:
        """Return the rows as a pyarrow.Table."""
        return self.table

    def to_pandas(self) -> pd.DataFrame:
        """Return the rows as a pandas DataFrame."""
        optional("pandas", "tables")
        frame: pd.DataFrame = self.table.to_pandas()
        return frame

    def to_polars(self) -> pl.DataFrame:
        """Return the rows as a polars DataFrame."""
        frame: pl.DataFrame = optional("polars", "polars").from_arrow(self.table)
        return frame

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Hand the rows to anything that takes a stream of Arrow."""
        return self.table.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return int(self.table.num_rows)

    def __repr__(self) -> str:
        return f"<Timeline of {self.told()}>"

    def _part(self) -> Part:
        """Return the rows as a notebook shows them."""
        numbers = ("toll", "reported", "reports", "articles")
        rows = []
        for row in self.table.to_pylist():
            apart = "agree" if row["agree"] and row["consistent"] else DISAGREE
            toll, reported = (ends_text(interval_of(row, prefix)) for prefix in ("", "reported_"))
            keys = ("" if row[name] is None else str(row[name]) for name in self.by)
            rows.append((*keys, toll, reported, str(row["reports"]), str(row["articles"]), apart))
        return Part("Timeline", (*self.by, *numbers, "reports agree"), tuple(rows), frozenset(numbers))

    def __str__(self) -> str:
        from pressgauge._plain import WIDTH, table

        return f"{self.told()}\n\n{table(self._part(), WIDTH)}"

    def _repr_html_(self) -> str:
        from pressgauge._html import tables_fragment

        return tables_fragment(self.told(), [self._part()])

    def told(self) -> str:
        """Return in one line what it is of, and what was left out."""
        of = " ".join([self.kind, *filter(None, [self.group]), *(["in", self.place] if self.place else [])])
        apart = ", ".join(f"{rows:,} {reason}" for reason, rows in self.left_out.items())
        about = f"{of}, by {' and '.join(self.by)}: {len(self):,} rows of {self.reports.num_rows:,} reports"
        return about + (f"; counts left out: {apart}" if apart else "")


def timeline(corpus: Corpus, wanted: Wanted, *, toll: bool, duplicates: pa.Table | None) -> Timeline:
    """Return what the articles of a corpus report of one toll: see `Corpus.timeline`."""
    expect(wanted.kind, str, "kind")
    for name in ("kind", "group", "place", "unit"):
        words_or_none(getattr(wanted, name), name)
    _check(wanted.by, wanted.status)
    reports, unit, left_out = reports_of(corpus, wanted, _first(duplicates))
    if "day" in wanted.by or toll:
        dated = [report for report in reports if report.day is not None]
        if len(dated) < len(reports):
            left_out["no day"] = len({(r.article_id, r.count) for r in reports if r.day is None})
        reports = dated
    rows, owners = _rows(reports, wanted.by, toll)
    table, held = _tables(rows, owners, reports, wanted.by)
    return Timeline(wanted.kind, unit, wanted.group, wanted.place, wanted.by, table, held, left_out)


def _check(keys: tuple[Any, ...], status: Sequence[str]) -> None:
    known = get_args(By)
    if not keys or len(set(keys)) < len(keys) or not set(keys) <= set(known):
        raise DomainError(f"by is {keys!r}, expected some of {', '.join(known)}, each once")
    statuses = [each.value for each in Status]
    if isinstance(status, str) or not set(status) <= set(statuses):
        raise DomainError(f"status is {status!r}, expected a list of some of {', '.join(statuses)}")


def _first(duplicates: pa.Table | None) -> set[str] | None:
    return None if duplicates is None else set(duplicates["first"].to_pylist())


def _rows(
    reports: list[Report], keys: tuple[Any, ...], toll: bool
) -> tuple[list[dict[str, Any]], dict[int, int]]:
    """Return the rows, and the row of each report by its place."""
    series: dict[Any, dict[Any, list[int]]] = {}
    for at, report in enumerate(reports):
        key = tuple(key_of(getattr(report, name)) for name in keys if name != "day")
        series.setdefault(key, {}).setdefault(report.day if "day" in keys or toll else None, []).append(at)
    rows: list[dict[str, Any]] = []
    owners: dict[int, int] = {}
    for key in sorted(series, key=lambda k: [(each is None, each or "") for each in k]):
        days = dict(sorted(series[key].items(), key=lambda item: str(item[0])))
        made = _of_series(reports, days, keys, toll)
        for row, ats in zip(made, _owned(days, keys), strict=True):
            owners.update(dict.fromkeys(ats, len(rows)))
            rows.append(row)
    return rows, owners


def _owned(days: dict[Any, list[int]], keys: tuple[Any, ...]) -> list[list[int]]:
    return list(days.values()) if "day" in keys else [[at for ats in days.values() for at in ats]]


def _of_series(
    reports: list[Report], days: dict[Any, list[int]], keys: tuple[Any, ...], toll: bool
) -> list[dict[str, Any]]:
    """Return the rows of one source, place, …: one for each day, or one that tells where it stood at the end."""
    reported = [reconcile([reports[at].interval for at in ats]) for ats in days.values()]
    intervals, consistent = [each.interval for each in reported], [True] * len(reported)
    if toll:
        over_time = toll_timeline(intervals)
        intervals, consistent = list(over_time.intervals), list(over_time.consistent)
    rows = []
    # A name is written in one way in all rows of a series, whatever the article of the day has.
    whole = [reports[at] for ats in days.values() for at in ats]
    for place, ats in enumerate(_owned(days, keys)):
        # A toll's last state is what a row without days tells.
        at = place if "day" in keys else -1
        some = [reports[each] for each in ats]
        days_agree = reported[at].agree if "day" in keys else all(each.agree for each in reported)
        rows.append(
            {
                **{name: getattr((some if name == "day" else whole)[0], name) for name in keys},
                **_ends(intervals[at]),
                **_ends(reported[at].interval, "reported_"),
                "agree": days_agree and all(report.agree for report in some),
                "consistent": consistent[at] if "day" in keys else all(consistent),
                "reports": len(some),
                "articles": len({report.article_id for report in some}),
                "first_day": min((report.day for report in some if report.day), default=None),
                "last_day": max((report.day for report in some if report.day), default=None),
                "groups": sorted({report.group for report in some if report.group is not None}),
            }
        )
    return rows


def _ends(interval: Interval, prefix: str = "") -> dict[str, Any]:
    return {f"{prefix}{name}": getattr(interval, name) for name in ENDS}


def _tables(
    rows: list[dict[str, Any]], owners: dict[int, int], reports: list[Report], keys: tuple[Any, ...]
) -> tuple[pa.Table, pa.Table]:
    arrow = optional("pyarrow", "corpus")
    types = {
        "day": arrow.date32(),
        "source": arrow.string(),
        "place": arrow.string(),
        "group": arrow.string(),
    }
    ends = {
        "low": arrow.float64(),
        "high": arrow.float64(),
        "low_open": arrow.bool_(),
        "high_open": arrow.bool_(),
    }
    of_rows = {
        **{name: types[name] for name in keys},
        **ends,
        **{f"reported_{name}": kind for name, kind in ends.items()},
        "agree": arrow.bool_(),
        "consistent": arrow.bool_(),
        "reports": arrow.int64(),
        "articles": arrow.int64(),
        "first_day": arrow.date32(),
        "last_day": arrow.date32(),
        "groups": arrow.list_(arrow.string()),
    }
    of_reports = {
        "row": arrow.int64(),
        "article_id": arrow.string(),
        "count": arrow.int64(),
        "figure": arrow.int64(),
        **types,
        **ends,
    }
    held = []
    for at, report in enumerate(reports):
        told = {name: getattr(report, name) for name in ("article_id", "count", "figure", *types)}
        held.append({"row": owners[at], **told, **_ends(report.interval)})
    return (
        arrow.Table.from_pylist(rows, arrow.schema(list(of_rows.items()))),
        arrow.Table.from_pylist(held, arrow.schema(list(of_reports.items()))),
    )
