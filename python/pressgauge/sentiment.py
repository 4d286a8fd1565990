"""The tone of an article, and the words that make it.

What to use when: `reading.sentiment` after `pressgauge.read`; `score` for the tone alone;
`SentimentIntensityAnalyzer` where results of vaderSentiment must be kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from pressgauge import _core
from pressgauge._vader import SentimentIntensityAnalyzer

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressgauge.articles import Gauge
    from pressgauge.text import Document

__all__ = [
    "Contribution",
    "Exclusion",
    "Label",
    "SentenceTone",
    "Sentiment",
    "SentimentIntensityAnalyzer",
    "SpeakerTone",
    "TargetTone",
    "score",
    "toward",
]


class Label(StrEnum):
    """What a reader would call the tone."""

    negative = "negative"
    neutral = "neutral"
    positive = "positive"


class Contribution(NamedTuple):
    """What one term adds to `Sentiment.raw`: ``weight * factor``."""

    start: int
    end: int
    term: str
    weight: float
    factor: float
    """Negation and intensity, and the length of sentence and article."""
    why: str

    @property
    def added(self) -> float:
        """What it adds to `Sentiment.raw`."""
        return self.weight * self.factor


class SentenceTone(NamedTuple):
    """The tone of a sentence."""

    sentence: int
    start: int
    end: int
    raw: float
    narration: float
    quotation: float


class SpeakerTone(NamedTuple):
    """The tone of what one speaker says."""

    speaker: str
    score: float
    words: int


class Exclusion(NamedTuple):
    """A part of the text that is not scored."""

    start: int
    end: int
    reason: str


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


class _Targets:
    """The targets of a document, read when they are first asked for."""

    def __init__(
        self, text: str | bytes, gauge: Gauge, document: Callable[[], Document] | None = None
    ) -> None:
        self._text, self._gauge = text, gauge
        self._document = document or (lambda: gauge.document(text))

    @cached_property
    def found(self) -> tuple[TargetTone, ...]:
        return tuple(map(_target_of, _core.sentiment.targets(self._document()._core, self._gauge._core)))

    def __reduce__(self) -> tuple[Any, ...]:
        return _Targets, (self._text, self._gauge)


@dataclass(frozen=True, slots=True)
class Sentiment:
    """The tone of an article.

    Attributes
    ----------
    score : float
        In [-1, 1]: what a reader would call the tone of the article.
    raw : float
        Before calibration; the sum of ``weight * factor`` over `contributions`.
    narration, quotation, events : float
        In [-1, 1]: the reporter's own words; quoted and reported speech, None where nobody speaks; how good or bad the
        events are.
    excluded : tuple of Exclusion
        What was left out, with the reason.
    """

    score: float
    label: Label
    raw: float
    narration: float
    quotation: float | None
    events: float
    sentences: tuple[SentenceTone, ...]
    contributions: tuple[Contribution, ...]
    speakers: tuple[SpeakerTone, ...]
    excluded: tuple[Exclusion, ...]
    _targets: _Targets | None = field(default=None, repr=False, compare=False)

    @property
    def targets(self) -> tuple[TargetTone, ...]:
        """The tone toward each named actor, in the order of their first mentions; read when first asked for."""
        return () if self._targets is None else self._targets.found

    def toward(self, name: str) -> TargetTone:
        """Tell the tone toward a named actor.

        Parameters
        ----------
        name : str
            Its name, or any form of it in the text: ``"Stoltenberg"``, ``"NATO"``; capitals count.

        Returns
        -------
        TargetTone
            Score in [-1, 1], label, mentions, contributions.

        Raises
        ------
        DomainError
            The text has no such actor; the message lists the nearest names.

        References
        ----------
        docs/sentiment.md, "Toward whom".

        Examples
        --------
        >>> tone = score("Voters praised Anna Lind. Critics accused Peter Holm of corruption.")
        >>> tone.toward("Lind").label, tone.toward("Holm").label
        (<Label.positive: 'positive'>, <Label.negative: 'negative'>)
        """
        found = _named(name, self.targets)
        if found is None:
            raise _unknown(name, self.targets)
        return found

    def __repr__(self) -> str:
        return f"<Sentiment {self.label} {self.score:+.2f}>"

    def __str__(self) -> str:
        quotation = "none" if self.quotation is None else f"{self.quotation:+.2f}"
        return (
            f"{self.label} {self.score:+.2f} (narration {self.narration:+.2f}, quotation {quotation}, "
            f"events {self.events:+.2f})"
        )


def score(text: str | bytes, *, gauge: Gauge | None = None) -> Sentiment:
    """Sentiment of a text.

    Parameters
    ----------
    text : str or bytes
        The text; bytes are strict UTF-8.
    gauge : Gauge, optional
        Rules and lexicon to read with; by default those that pressgauge ships.

    Returns
    -------
    Sentiment
        Scores in [-1, 1]; offsets in code points.

    Raises
    ------
    ParseError
        The text is not UTF-8.
    DomainError
        The text is longer than the gauge's limit.

    References
    ----------
    docs/sentiment.md says what the score means and what it was trained on.

    Examples
    --------
    >>> score("All hostages were freed, and the whole town celebrated the wonderful news.").label
    <Label.positive: 'positive'>
    """
    from pressgauge.articles import default_gauge

    reader = gauge or default_gauge()
    document = reader.document(text)
    part = _core.sentiment.score(document._core, reader._core)
    return sentiment_of(part, text, reader, lambda: document)


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
    from pressgauge.articles import default_gauge

    reader = gauge or default_gauge()
    document = reader.document(text)
    if isinstance(target, str):
        targets = _Targets(text, reader, lambda: document).found
        found = _named(target, targets)
        if found is not None:
            return found
        places = _places(document.text, target)
        if not places:
            raise _unknown(target, targets)
        name = target
    else:
        places = [target]
        name = document.text[target[0] : target[1]]
    return _target_of(_core.sentiment.toward(document._core, reader._core, name, places))


def _named(name: str, targets: tuple[TargetTone, ...]) -> TargetTone | None:
    by_alias = (each for each in targets if name == each.name or name in each.aliases)
    by_last_name = (each for each in targets if any(alias.split()[-1] == name for alias in each.aliases))
    return next(by_alias, None) or next(by_last_name, None)


def _unknown(name: str, targets: tuple[TargetTone, ...]) -> _core.DomainError:
    names = [each.name for each in targets]
    nearest = get_close_matches(name, names, n=3, cutoff=0) or ["no names"]
    return _core.DomainError(f"the text doesn't name {name!r}; nearest: {', '.join(nearest)}")


def _places(text: str, words: str) -> list[tuple[int, int]]:
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


def _target_of(part: dict[str, Any]) -> TargetTone:
    made = {
        "label": Label(part["label"]),
        "aliases": tuple(part["aliases"]),
        "contributions": tuple(Contribution(**each) for each in part["contributions"]),
    }
    return TargetTone(**{**part, **made})


def sentiment_of(
    part: dict[str, Any],
    text: str | bytes,
    gauge: Gauge,
    document: Callable[[], Document] | None = None,
) -> Sentiment:
    """Return the sentiment that a dictionary of the core describes, of a text that a gauge reads."""
    made = {
        "label": Label(part["label"]),
        "sentences": tuple(SentenceTone(**each) for each in part["sentences"]),
        "contributions": tuple(Contribution(**each) for each in part["contributions"]),
        "speakers": tuple(SpeakerTone(**each) for each in part["speakers"]),
        "excluded": tuple(Exclusion(**each) for each in part["excluded"]),
        "_targets": _Targets(text, gauge, document),
    }
    return Sentiment(**{**part, **made})
