"""From an article to a reading.

What to use when: `read` for an article; a `Gauge` of your own for other kinds, hedges, groups or lexicon, or to read many
articles with the same rules.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pressgauge import _core
from pressgauge._corrections import checked, figure_number, who_and_why
from pressgauge._data import core_form, plain_form
from pressgauge._estimate import Estimate
from pressgauge._gauge import Gauge, default_gauge, gauge_of
from pressgauge._given import expect, path_of, whole, whole_text
from pressgauge._one_by_one import OneByOne
from pressgauge._optional import optional
from pressgauge.figures import Counts, Figures, LeftAlone, count_of, figure_of
from pressgauge.sentiment import Sentiment, sentiment_of
from pressgauge.text import Document

if TYPE_CHECKING:
    import os

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from pressgauge._core.articles import Reading as CoreReading
    from pressgauge.tables import TableName

__all__ = ["SCHEMA_VERSION", "Edit", "Gauge", "Reading", "Statistic", "Warning", "default_gauge", "read"]

SCHEMA_VERSION: int = _core.articles.SCHEMA_VERSION
"""Of what a reading is written as (docs/schema.md)."""
_PARTS = ("figures", "left_alone", "counts", "statistics", "sentiment", "warnings", "edits")
_VERSIONS = ("pressgauge_version", "rules_version")


@dataclass(frozen=True, slots=True, repr=False)
class Statistic(Estimate):
    """An estimate that follows from the counts of an article.

    Attributes
    ----------
    name : str
        turnout, injured_ratio, injured_share, killed_per_injured, …
    inputs : tuple of int
        Ids of the counts that it is computed from.
    note : str
        What it says, in words.
    """

    name: str
    inputs: tuple[int, ...]
    note: str

    def __str__(self) -> str:
        return f"{self.name}: {Estimate.__repr__(self)}: {self.note}"


@dataclass(frozen=True, slots=True)
class Warning:
    """Something that a user should know of a reading."""

    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"


@dataclass(frozen=True, slots=True)
class Edit:
    """A correction by hand."""

    figure: int
    action: str
    fields: tuple[str, ...]
    by: str
    reason: str


class Reading:
    """What pressgauge reads in an article. Immutable.

    Attributes
    ----------
    figures : Figures
        Every number that counts something, in the order of the text.
    counts : Counts
        Mentions of the same quantity merged, disagreement kept.
    statistics : tuple of Statistic
        What follows from the counts.
    sentiment : Sentiment
        The tone, with each contribution.
    document : Document
        Sentences, sections and quotes, as places in the text.
    warnings : tuple of Warning
        What a user should know.
    """

    _core: CoreReading
    _made_by: dict[str, str] | None
    gauge: Gauge

    def __init__(self, core: CoreReading, gauge: Gauge, made_by: dict[str, str] | None = None) -> None:
        # A reading that was stored keeps the versions that it was made with.
        self.__dict__.update(_core=core, gauge=gauge, _made_by=made_by)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(
            f"a reading is immutable: {name} can't be set; revise() and reject() give a new one"
        )

    @property
    def text(self) -> str:
        """The text that was read, unmodified."""
        return self.document.text

    @cached_property
    def versions(self) -> dict[str, str]:
        """Of pressgauge and of the rules that the reading was made with, also after it was stored."""
        return self._made_by or self.gauge.versions

    @property
    def title(self) -> str | None:
        """Title of the article."""
        return self._core.title

    @property
    def published(self) -> dt.date | None:
        """Day of the article, against which relative dates are resolved."""
        day = self._core.published
        return None if day is None else dt.date.fromisoformat(day)

    @cached_property
    def document(self) -> Document:
        """Sentences, sections and quotes, as places in the text."""
        return Document(self._core.document)

    @cached_property
    def figures(self) -> Figures:
        """Every number that counts something, in the order of the text."""
        return Figures(OneByOne(self._core.figure_list(), figure_of))

    @cached_property
    def left_alone(self) -> tuple[LeftAlone, ...]:
        """Numbers that were read and are no figures, with the reason."""
        return tuple(LeftAlone(**each) for each in self._core.left_alone())

    @cached_property
    def counts(self) -> Counts:
        """Mentions of the same quantity merged, disagreement kept."""
        return Counts(OneByOne(self._core.count_list(), count_of))

    @cached_property
    def statistics(self) -> tuple[Statistic, ...]:
        """What follows from the counts: what the reports allow, since reported counts are no sample."""
        return tuple(map(_statistic_of, self._core.statistics()))

    @cached_property
    def sentiment(self) -> Sentiment:
        """The tone of the article."""
        core = self._core
        return sentiment_of(core.tone(), core.sentiment, self.gauge, self.gauge.link, self.document)

    @cached_property
    def warnings(self) -> tuple[Warning, ...]:
        """What a user should know of this reading."""
        return tuple(Warning(**each) for each in self._core.warnings())

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """Corrections by hand, in order."""
        return tuple(Edit(**{**each, "fields": tuple(each["fields"])}) for each in self._core.edits())

    def revise(self, number: int, *, by: str, reason: str, **changes: Any) -> Reading:
        """Correct a figure by hand; counts and statistics are computed anew.

        Parameters
        ----------
        number : int
            The figure's number, ``figure.number``.
        by, reason : str
            Who corrects it and why; both are kept in `edits` and exported.
        **changes
            Fields of `Figure` with their new values: kind, bound, value, interval (or ``(low, high)``), unit, group, actor,
            status, subset, additional, source, date (or a day), place, start, end. A new value or bound without
            an interval implies its interval; a range or vague word needs one. A field that a person gave has no evidence
            in the text, and a kind that a person gave has the rule ``revised``.

        Returns
        -------
        Reading
            A new reading; this one stays as it is.

        Raises
        ------
        DomainError
            No figure has the number; a field is unknown; a value is not possible; nobody or no reason is named.
        TypeError
            A value is of another type.

        Examples
        --------
        >>> reading = read("The blast injured about 30 people.")
        >>> revised = reading.revise(0, value=35, by="AB", reason="the hospital's list")
        >>> str(revised.figures[0].interval), revised.edits[0].fields
        ('[31.5, 38.5]', ('value',))
        >>> print(revised.revise(0, bound="range", interval=(30, 40), by="AB", reason="two lists").figures)
        “about 30” injured people: [30, 40] persons
        """
        who_and_why(by, reason)
        number = figure_number(number)
        figure = self._core.figure(number)
        fields = checked(self, number, changes)
        edit = _core.articles.Edit(
            number, "revise", sorted(set(changes) | ({"value"} & set(fields))), by, reason
        )
        return self._edited(self._core.revise(self.gauge._core, figure | fields, edit))

    def reject(self, number: int, *, by: str, reason: str) -> Reading:
        """Take a figure out by hand; counts and statistics are computed anew, other figures keep their numbers.

        Parameters
        ----------
        number : int
            The figure's number, ``figure.number``.
        by, reason : str
            Who takes it out and why; both are kept in `edits` and exported.

        Returns
        -------
        Reading
            A new reading; this one stays as it is.

        Raises
        ------
        DomainError
            No figure has the number; nobody or no reason is named.

        Examples
        --------
        >>> reading = read("The blast injured about 30 people.")
        >>> len(reading.reject(0, by="AB", reason="another day's blast").figures)
        0
        """
        who_and_why(by, reason)
        edit = _core.articles.Edit(figure_number(number), "reject", [], by, reason)
        return self._edited(self._core.reject(self.gauge._core, edit))

    def _edited(self, core: CoreReading) -> Reading:
        return Reading(core, self.gauge, self._made_by)

    def to_dict(self) -> dict[str, Any]:
        """Return the reading as plain data (docs/schema.md)."""
        head = {
            "schema_version": SCHEMA_VERSION,
            **self.versions,
            "text_sha256": text_sha256(self.text),
            "title": self.title,
            "published": self._core.published,
            "text": self.text,
        }
        return head | {name: plain_form(getattr(self._core, name)()) for name in _PARTS}

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the reading as JSON (docs/schema.md).

        Raises
        ------
        DomainError
            `indent` is not from 0 to 100.
        """
        if indent is not None and not 0 <= whole(indent, "indent") <= 100:
            raise _core.DomainError(f"indent is {indent}, expected 0 to 100 columns")
        import json

        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent, allow_nan=False)

    @classmethod
    def from_dict(cls, data: dict[str, Any], *, gauge: Gauge | None = None) -> Reading:
        """Return the reading that `to_dict` wrote, as it was written: nothing is read anew.

        Raises
        ------
        DomainError
            The data is of another schema version or lacks a part, or its text is not the one that was read.
        """
        expect(data, dict, "data")
        if data.get("schema_version") != SCHEMA_VERSION:
            raise _core.DomainError(
                f"schema_version is {data.get('schema_version')!r}, this pressgauge reads version {SCHEMA_VERSION}"
            )
        missing = [name for name in (*_VERSIONS, "text", "text_sha256", *_PARTS) if name not in data]
        if missing:
            raise _core.DomainError(f"a reading's data lacks {missing[0]!r}")
        expect(data["text"], str, "data['text']")
        whole_text(data["text"], "data['text']")
        if text_sha256(data["text"]) != data["text_sha256"]:
            raise _core.DomainError(
                "the text is not the one that was read: its sha256 differs from text_sha256"
            )
        reader = gauge_of(gauge)
        for name in _PARTS:
            _check_part(name, data[name])
        parts = {name: core_form(data[name]) for name in _PARTS}
        core = _core.articles.Reading(
            reader._core, data["text"], data.get("title"), data.get("published"), parts
        )
        return cls(core, reader, {name: data[name] for name in _VERSIONS})

    def to_pandas(self, table: TableName = "figures") -> pd.DataFrame:
        """Return figures, counts or statistics as a pandas DataFrame, one row each (docs/schema.md).

        Raises
        ------
        DomainError
            There is no such table.
        ImportError
            pandas is not installed.
        """
        from pressgauge.tables import frame_of

        return frame_of(self, table)

    def to_arrow(self, table: TableName = "figures") -> pa.Table:
        """Return figures, counts or statistics as a pyarrow.Table; otherwise as `to_pandas`."""
        from pressgauge.tables import table_of

        return table_of(self, table)

    def to_polars(self, table: TableName = "figures") -> pl.DataFrame:
        """Return figures, counts or statistics as a polars DataFrame, which needs pyarrow, too; otherwise as `to_pandas`."""
        frame: pl.DataFrame = optional("polars", "polars").from_arrow(self.to_arrow(table))
        return frame

    def save_html(self, path: str | os.PathLike[str]) -> None:
        """Write the reading as a page of its own: the article with figures and tone marked."""
        from pressgauge.notebook import page

        path_of(path).write_text(page(self), encoding="utf-8")

    def _repr_html_(self) -> str:
        from pressgauge.notebook import fragment

        return fragment(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return _reading_of, (self.to_dict(), self.gauge)

    def __repr__(self) -> str:
        return f"<Reading of {len(self.text):,} characters: {len(self.figures)} figures, {self.sentiment}>"

    def __str__(self) -> str:
        from pressgauge.notebook import plain

        return plain(self)


def read(
    text: str | bytes,
    title: str | None = None,
    published: str | dt.date | None = None,
    *,
    gauge: Gauge | None = None,
) -> Reading:
    """Read an article: its figures, what follows from them, and its sentiment.

    Parameters
    ----------
    text : str or bytes
        The article; bytes are strict UTF-8.
    title : str, optional
        Its title: context only, it holds no figures and is not scored.
    published : str or datetime.date, optional
        Its day (``"2023-05-30"``), against which dates such as "on Monday" are resolved.
    gauge : Gauge, optional
        Rules to read with; by default those that pressgauge ships.

    Returns
    -------
    Reading
        Offsets are code points of ``text``, unmodified. An empty text gives an empty reading with a warning.

    Raises
    ------
    ParseError
        The text is not UTF-8, or holds a lone surrogate; ``.offset`` is the byte.
    DomainError
        The text is longer than the gauge's limit, or `published` is no date.

    Examples
    --------
    >>> reading = read("At least 50 protesters and 30 peacekeepers were injured on Monday.")
    >>> [(f.text, f.kind, f.group, str(f.interval)) for f in reading.figures]
    [('At least 50', 'injured', 'protesters', '[50, ∞)'), ('30', 'injured', 'peacekeepers', '30')]
    """
    return gauge_of(gauge).read(text, title, published)


def text_sha256(text: str) -> str:
    """Return the fingerprint by which a reading knows its text."""
    # Not at the top, nor json: they would be a sixth of what importing pressgauge takes.
    import hashlib

    return hashlib.sha256(text.encode()).hexdigest()


def _check_part(name: str, part: Any) -> None:
    if name == "sentiment":
        right = isinstance(part, dict)
    else:
        right = isinstance(part, list | tuple) and all(isinstance(each, dict) for each in part)
    if not right:
        what = "a dictionary" if name == "sentiment" else "a list of dictionaries"
        raise _core.DomainError(f"a reading's data holds {part!r:.60} as {name!r}, expected {what}")


def _statistic_of(part: dict[str, Any]) -> Statistic:
    return Statistic(**{**part, "inputs": tuple(part["inputs"]), "flags": tuple(part["flags"])})


# As gauges were pickled before.
_gauge_of = Gauge._of


def _reading_of(data: dict[str, Any], gauge: Gauge) -> Reading:
    return Reading.from_dict(data, gauge=gauge)
