"""What an article counts: figures, the counts that they merge to, and plain quantities.

What to use when: `reading.figures` for each mention with its place in the text, `reading.counts` for quantities with
their mentions merged, `extract` for the figures alone, fast, `quantities` for every number with bound and unit, whatever
it counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from pressgauge import _core
from pressgauge._one_by_one import OneByOne
from pressgauge.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pressgauge._parts import Part
    from pressgauge.articles import Gauge

__all__ = [
    "Bound",
    "Count",
    "Counts",
    "DateSpan",
    "Figure",
    "Figures",
    "LeftAlone",
    "Quantity",
    "Status",
    "extract",
    "quantities",
]

Item = TypeVar("Item")


class Bound(StrEnum):
    """How the wording bounds the number."""

    exact = "exact"
    at_least = "at_least"
    more_than = "more_than"
    at_most = "at_most"
    less_than = "less_than"
    about = "about"
    range = "range"
    vague = "vague"


class Status(StrEnum):
    """How the text stands to what it counts."""

    asserted = "asserted"
    planned = "planned"
    hypothetical = "hypothetical"
    denied = "denied"
    background = "background"


# Found by their names: an enum that is called takes ten times as long.
_BOUNDS = {bound.value: bound for bound in Bound}
_STATUSES = {status.value: status for status in Status}


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Days from `first` to `last`, both included; None where the article's own date would be needed."""

    first: dt.date | None
    last: dt.date | None
    text: str
    """The words of the date."""

    def __str__(self) -> str:
        if self.first is None:
            return self.text
        return str(self.first) if self.first == self.last else f"{self.first} to {self.last}"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the text states, with what it counts, traced to its words.

    Attributes
    ----------
    number : int
        Its number, in the order of the text.
    start, end : int
        Place in the text [code points], half-open: the number with its hedge and unit sign.
    value : float or None
        As stated, percentages in percent; None for ranges and vague words.
    interval : Interval
        What the wording implies.
    group, actor : str or None
        Who or what is counted; whose votes or seats it is, who sent, arrested or killed.
    sentence : int
        Its sentence's place in ``reading.document.sentences``.
    rule : str
        The rule that gave its kind.
    evidence : dict of str to Span
        Where each field was read.
    assumed : tuple of str
        Fields filled from context or by default.
    """

    number: int
    start: int
    end: int
    text: str
    kind: str
    bound: Bound
    value: float | None
    interval: _core.Interval
    unit: str
    group: str | None
    actor: str | None
    status: Status
    subset: bool
    additional: bool
    source: str | None
    date: DateSpan | None
    place: str | None
    sentence: int
    rule: str
    evidence: Mapping[str, Span]
    assumed: tuple[str, ...]

    @property
    def low(self) -> float:
        """Low end of `interval`."""
        return self.interval.low

    @property
    def high(self) -> float:
        """High end of `interval`."""
        return self.interval.high

    def __str__(self) -> str:
        what = f"{self.kind} {self.group}" if self.group else self.kind
        return f"“{self.text}” {what}: {self.interval} {self.unit}"


@dataclass(frozen=True, slots=True)
class Count:
    """Mentions of one quantity.

    Attributes
    ----------
    id : int
        Number of its first mention.
    interval : Interval
        What its mentions share; where they disagree, the smallest interval that holds them all.
    mentions, superseded : tuple of int
        Numbers of the figures that mention it; of those that a later reading replaces.
    parent : int or None
        The count of which this is a part.
    agree : bool
        Whether the mentions share a number.
    why : str
        Why they are taken for one quantity.
    """

    id: int
    kind: str
    group: str | None
    unit: str
    status: Status
    interval: _core.Interval
    mentions: tuple[int, ...]
    superseded: tuple[int, ...]
    parent: int | None
    agree: bool
    why: str
    date: DateSpan | None
    place: str | None

    def __str__(self) -> str:
        what = f"{self.kind} {self.group}" if self.group and self.group != self.kind else self.kind
        mentions = "1 mention" if len(self.mentions) == 1 else f"{len(self.mentions)} mentions"
        agree = "" if self.agree else ", which disagree"
        return f"{what}: {self.interval} {self.unit} ({mentions}{agree})"


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A number that was read and is no figure."""

    start: int
    end: int
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with bound and unit, whatever it counts.

    Attributes
    ----------
    start, end : int
        Place in the text [code points], half-open: the number with its hedge and unit.
    text : str
        Its words.
    value : float or None
        As stated, percentages in percent, a part of a whole (`a third`) as its number; None for ranges and vague words.
    interval : Interval
        What the wording implies.
    unit : str
        ``percent``, ``points``, a currency, a measure (``kilometre``, ``year``), or empty.
    """

    start: int
    end: int
    text: str
    bound: Bound
    value: float | None
    interval: _core.Interval
    unit: str

    @property
    def low(self) -> float:
        """Low end of `interval`."""
        return self.interval.low

    @property
    def high(self) -> float:
        """High end of `interval`."""
        return self.interval.high


class _Parts(Sequence[Item], Generic[Item]):
    """An immutable sequence of the parts of a reading."""

    __slots__ = ("_items",)
    _noun = "parts"

    def __init__(self, items: Iterable[Item]) -> None:
        self._items: tuple[Item, ...] | OneByOne[Item] = (
            items if isinstance(items, OneByOne) else tuple(items)
        )

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        return self._items[index]

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items[:])

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(len(self._items))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (tuple(self),)

    def __repr__(self) -> str:
        return f"<{len(self)} {self._noun}>"

    def __str__(self) -> str:
        return "\n".join(map(str, self))

    def _part(self) -> Part:
        """Return the table that a notebook shows."""
        raise NotImplementedError

    def _repr_html_(self) -> str:
        from pressgauge._html import tables_fragment

        return tables_fragment(f"{len(self)} {self._noun}", [self._part()])


class Figures(_Parts[Figure]):
    """The figures of a reading, in the order of the text."""

    __slots__ = ()
    _noun = "figures"

    def of(self, kind: str) -> tuple[Figure, ...]:
        """Return the figures of a kind."""
        return tuple(f for f in self if f.kind == kind)

    def _part(self) -> Part:
        from pressgauge._parts import figures_part

        return figures_part(self)


class Counts(_Parts[Count]):
    """The counts of a reading, in the order of their first mentions."""

    __slots__ = ()
    _noun = "counts"

    def of(self, kind: str) -> tuple[Count, ...]:
        """Return the counts of a kind."""
        return tuple(c for c in self if c.kind == kind)

    def _part(self) -> Part:
        from pressgauge._parts import counts_part

        return counts_part(self)


def extract(
    text: str | bytes, *, published: str | dt.date | None = None, gauge: Gauge | None = None
) -> Figures:
    """Figures of an article, without counts, statistics and tone: those of `pressgauge.read`, in a third of its time.

    Parameters
    ----------
    text : str or bytes
        The article; bytes are strict UTF-8.
    published : str or datetime.date, optional
        Its day (``"2023-05-30"``), against which dates such as "on Monday" are resolved.
    gauge : Gauge, optional
        Rules to read with; by default those that pressgauge ships.

    Returns
    -------
    Figures
        In the order of the text; offsets are code points of ``text``, unmodified. A `Figure` is made when it is asked for.

    Raises
    ------
    ParseError
        The text is not UTF-8, or holds a lone surrogate; ``.offset`` is the byte.
    DomainError
        The text is longer than the gauge's limit, or `published` is no date.

    Examples
    --------
    >>> found = extract("At least 50 protesters and 30 peacekeepers were injured.")
    >>> [(f.text, f.kind, f.group, str(f.interval)) for f in found]
    [('At least 50', 'injured', 'protesters', '[50, ∞)'), ('30', 'injured', 'peacekeepers', '30')]
    """
    from pressgauge._gauge import gauge_of

    return gauge_of(gauge).extract(text, published)


def quantities(text: str | bytes, *, gauge: Gauge | None = None) -> tuple[Quantity, ...]:
    """Every quantity of a text with its bound and unit: those of `reading.figures` and all other numbers.

    Years, ages, dates and measures are numbers too. A part of a whole is its number (`a third` is 0.333…), where figures
    state it in percent. Strings of digits that name something (`555-0123-99`) and *one* as a pronoun are left out.

    Parameters
    ----------
    text : str or bytes
        The text; bytes are strict UTF-8.
    gauge : Gauge, optional
        Rules to read with; by default those that pressgauge ships.

    Returns
    -------
    tuple of Quantity
        In the order of the text; offsets in code points, percentages in percent.

    Raises
    ------
    ParseError
        The text is not UTF-8.
    DomainError
        The text is longer than the gauge's limit.

    Examples
    --------
    >>> [(q.bound.value, q.value, q.unit) for q in quantities("Nearly 40 percent of $2.5 million")]
    [('about', 40.0, 'percent'), ('exact', 2500000.0, 'USD')]
    >>> [(q.text, q.interval, q.unit) for q in quantities("between two and three dozen, 42km away")]
    [('between two and three dozen', Interval([24, 36]), ''), ('42km', Interval(42), 'kilometre')]
    """
    from pressgauge._gauge import gauge_of

    reader = gauge_of(gauge)
    found = _core.figures.quantities(reader.document(text)._core, reader._core)
    words = text if isinstance(text, str) else text.decode()
    return tuple(
        Quantity(**{**each, "bound": Bound(each["bound"]), "text": words[each["start"] : each["end"]]})
        for each in found
    )


def figure_of(part: dict[str, Any]) -> Figure:
    """Return the figure that a dictionary of the core describes; the dictionary is used up."""
    part["bound"], part["status"] = _BOUNDS[part["bound"]], _STATUSES[part["status"]]
    part["date"], part["assumed"] = _date_span(part["date"]), tuple(part["assumed"])
    part["evidence"] = {field: Span._make(span) for field, span in part["evidence"].items()}
    return Figure(**part)


def count_of(part: dict[str, Any]) -> Count:
    """Return the count that a dictionary of the core describes; the dictionary is used up."""
    part["status"], part["date"] = _STATUSES[part["status"]], _date_span(part["date"])
    part["mentions"], part["superseded"] = tuple(part["mentions"]), tuple(part["superseded"])
    return Count(**part)


def _date_span(part: dict[str, Any] | None) -> DateSpan | None:
    if part is None:
        return None
    first, last = (None if part[k] is None else dt.date.fromisoformat(part[k]) for k in ("first", "last"))
    return DateSpan(first, last, part["text"])
