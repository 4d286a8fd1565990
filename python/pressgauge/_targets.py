"""The tone toward those whom a text names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from pressgauge import _core
from pressgauge._given import whole
from pressgauge._tone_parts import Contribution, Label

if TYPE_CHECKING:
    from pressgauge.articles import Gauge
    from pressgauge.text import Document

__all__ = ["TargetTone", "Targets", "named", "toward", "unknown"]


class TargetTone(NamedTuple):
    """The tone toward somebody or something."""

    name: str
    """The longest form of the name, without titles."""
    aliases: tuple[str, ...]
    """Each form of the name in the text."""
    score: float
    """In [-1, 1]: how much likelier positive is than negative, mean over the mentions."""
    label: Label
    """The likeliest."""
    raw: float
    """The sum of ``weight * factor`` over the contributions."""
    mentions: int
    contributions: tuple[Contribution, ...]
    """Mention by mention; `Contribution.added` is what each adds to `raw`."""


class Targets:
    """The targets of a document, read when they are first asked for."""

    def __init__(self, text: str | bytes, gauge: Gauge, document: Document | None = None) -> None:
        self._text, self._gauge, self._document = text, gauge, document

    @cached_property
    def found(self) -> tuple[TargetTone, ...]:
        document = self._document or self._gauge.document(self._text)
        return tuple(map(target_of, _core.sentiment.targets(document._core, self._gauge._core)))

    def __reduce__(self) -> tuple[Any, ...]:
        return Targets, (self._text, self._gauge)


def toward(text: str | bytes, target: str | tuple[int, int], *, gauge: Gauge | None = None) -> TargetTone:
    """Tell the tone of a text toward one target.

    Parameters
    ----------
    text : str or bytes
        The text; bytes are strict UTF-8.
    target : str or tuple of int
        The name of an actor, or any words of the text; or where a mention stands, ``(start, end)`` in code points.
    gauge : Gauge, optional
        Rules and lexicon to read with; by default those that pressgauge ships.

    Returns
    -------
    TargetTone
        Score in [-1, 1], label, mentions, contributions.

    Raises
    ------
    ParseError
        The text is not UTF-8.
    DomainError
        The text doesn't hold the target; the message lists the nearest names.

    References
    ----------
    docs/sentiment.md, "Toward whom".

    Examples
    --------
    >>> text = "Voters praised the mayor, but critics accused her rival of corruption."
    >>> toward(text, "the mayor").label, toward(text, (46, 55)).label
    (<Label.positive: 'positive'>, <Label.negative: 'negative'>)
    """
    from pressgauge._gauge import gauge_of

    reader = gauge_of(gauge)
    document = reader.document(text)
    if isinstance(target, str):
        targets = Targets(text, reader, document).found
        found = named(target, targets)
        if found is not None:
            return found
        places = places_of(document.text, target)
        if not places:
            raise unknown(target, targets)
        name = target
    else:
        start, end = _span(target)
        places = [(start, end)]
        name = document.text[start:end]
    return target_of(_core.sentiment.toward(document._core, reader._core, name, places))


def _span(target: Any) -> tuple[int, int]:
    if not isinstance(target, tuple) or len(target) != 2:
        raise TypeError(f"target must be a name or (start, end), not {target!r:.60}")
    return whole(target[0], "start"), whole(target[1], "end")


def named(name: str, targets: tuple[TargetTone, ...]) -> TargetTone | None:
    by_alias = (each for each in targets if name == each.name or name in each.aliases)
    by_last_name = (each for each in targets if any(alias.split()[-1] == name for alias in each.aliases))
    return next(by_alias, None) or next(by_last_name, None)


def unknown(name: str, targets: tuple[TargetTone, ...]) -> _core.DomainError:
    names = [each.name for each in targets]
    from difflib import get_close_matches

    nearest = get_close_matches(name, names, n=3, cutoff=0) or ["no names"]
    return _core.DomainError(f"the text doesn't name {name!r}; nearest: {', '.join(nearest)}")


def places_of(text: str, words: str) -> list[tuple[int, int]]:
    """Where words stand in a text, not as parts of longer words."""
    places = []
    at = text.find(words) if words.strip() else -1
    while at >= 0:
        end = at + len(words)
        inside = text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()
        if not inside:
            places.append((at, end))
        at = text.find(words, end)
    return places


def target_of(part: dict[str, Any]) -> TargetTone:
    made = {
        "label": Label(part["label"]),
        "aliases": tuple(part["aliases"]),
        "contributions": tuple(Contribution(**each) for each in part["contributions"]),
    }
    return TargetTone(**{**part, **made})
