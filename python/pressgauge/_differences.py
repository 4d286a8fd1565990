"""Where two readers of an article differ: what was missed, invented or read otherwise, with its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pressgauge._pairs import FIELDS, same_full
from pressgauge._plain import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pressgauge._labels import Label
    from pressgauge._pairs import Same
    from pressgauge._scores import Compared
    from pressgauge.figures import LeftAlone

What = Literal["missed", "invented", "differs"]
_AROUND = 60
"""Characters of the text shown on either side."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that two readers read otherwise.

    Attributes
    ----------
    article : str
        Its id.
    what : {"missed", "invented", "differs"}
        Labelled and not read; read where nothing is labelled; read with other fields.
    fields : tuple of str
        What differs, of kind, bound, value, unit, status, subset, additional and group.
    start, end : int
        Place in the text [code points], of the label where there is one.
    context : str
        The words around, the figure in double brackets.
    label, predicted : Label or None
        What each reader says.
    rule, reason : str or None
        The rule that made the predicted figure, or that left the number alone, and why.
    """

    article: str
    what: What
    fields: tuple[str, ...]
    start: int
    end: int
    context: str
    label: Label | None
    predicted: Label | None
    rule: str | None
    reason: str | None

    def to_dict(self) -> dict[str, Any]:
        """Return the difference as plain data."""
        both = {name: None if each is None else each.to_dict() for name, each in self._both().items()}
        names = ("article", "what", "start", "end", "context", "rule", "reason")
        return {name: getattr(self, name) for name in names} | {"fields": list(self.fields)} | both

    def lines(self, first: str = "label", second: str = "predicted") -> Iterator[str]:
        """Yield the lines that tell it, under the names of the two readers."""
        fields = f": {', '.join(self.fields)}" if self.fields else ""
        yield f"{self.article} [{self.start}, {self.end})  {self.what}{fields}"
        yield f"   {'text':<9}  {self.context}"
        for name, told in zip((first, second), self._both().values(), strict=True):
            yield f"   {name:<9}  {'nothing' if told is None else shown(str(told))}"
        if self.rule:
            yield f"   {'rule':<9}  {self.rule}{f': {self.reason}' if self.reason else ''}"

    def _both(self) -> dict[str, Label | None]:
        return {"label": self.label, "predicted": self.predicted}

    def __str__(self) -> str:
        return "\n".join(self.lines())


class Differences(tuple[Difference, ...]):
    """Differences, in the order of articles and of the text."""

    __slots__ = ()

    def of(self, what: What) -> Differences:
        """Return those of one sort: missed, invented or differs."""
        return Differences(each for each in self if each.what == what)

    def __repr__(self) -> str:
        return f"<{len(self)} differences>"

    def __str__(self) -> str:
        return "\n\n".join(map(str, self))


def differences(
    article: str, text: str, read: Compared, left_alone: Iterable[LeftAlone] = (), same: Same = same_full
) -> list[Difference]:
    """Return where the two readings of an article differ, in the order of the text."""
    partners, made = read.partners, []
    for i, label in enumerate(read.labelled):
        predicted = read.predicted[partners[i]] if i in partners else None
        if predicted is None or not same(label, predicted):
            made.append(_difference(article, text, label, predicted, left_alone))
    made += [_difference(article, text, None, each, ()) for each in read.unpaired]
    return sorted(made, key=lambda each: (each.start, each.end))


def differing(label: Label, predicted: Label, fields: Mapping[str, Same] = FIELDS) -> tuple[str, ...]:
    """Return the names of the fields in which two figures differ."""
    return tuple(name for name, same in fields.items() if not same(label, predicted))


def _difference(
    article: str, text: str, label: Label | None, predicted: Label | None, left_alone: Iterable[LeftAlone]
) -> Difference:
    at = label or predicted
    assert at is not None
    what: What = "missed" if predicted is None else "invented" if label is None else "differs"
    fields = differing(label, predicted) if label and predicted else ()
    passed = next((each for each in left_alone if each.start < at.end and at.start < each.end), None)
    rule, reason = (
        (predicted.rule, None) if predicted else (passed.rule, passed.reason) if passed else (None, None)
    )
    return Difference(
        article,
        what,
        fields,
        at.start,
        at.end,
        _context(text, at.start, at.end),
        label,
        predicted,
        rule,
        reason,
    )


def _context(text: str, start: int, end: int) -> str:
    left, right = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    begun, ended = "…" if start > _AROUND else "", "…" if end + _AROUND < len(text) else ""
    return shown(f"{begun}{left}[[{text[start:end]}]]{right}{ended}")
