"""The parts that a sentiment is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

__all__ = ["Contribution", "Exclusion", "Label", "SentenceTone", "SpeakerTone", "ToneParts"]


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
    negation: float = 1.0
    """Part of `factor`."""
    intensity: float = 1.0
    """Part of `factor`."""

    @property
    def length(self) -> float:
        """The rest of `factor`: the length of the sentence, the tone of the article, and for events their scale."""
        return self.factor / (self.negation * self.intensity)

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


class ToneParts:
    """What a score is made of, told by the core when it is first asked for: most texts are asked for their numbers alone."""

    def __init__(self, tell: Callable[[], dict[str, Iterable[dict[str, Any]]]]) -> None:
        self._tell = tell

    @cached_property
    def told(self) -> tuple[tuple[Any, ...], ...]:
        """Sentences, contributions, speakers and exclusions."""
        part = self._tell()
        return (
            tuple(SentenceTone(**each) for each in part["sentences"]),
            tuple(Contribution(**each) for each in part["contributions"]),
            tuple(SpeakerTone(**each) for each in part["speakers"]),
            tuple(Exclusion(**each) for each in part["excluded"]),
        )

    def __eq__(self, other: object) -> bool:
        return self.told == other.told if isinstance(other, ToneParts) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.told)

    def __reduce__(self) -> tuple[Any, ...]:
        return _parts_of, (self.told,)


def _parts_of(told: tuple[tuple[Any, ...], ...]) -> ToneParts:
    parts = ToneParts(dict)
    parts.told = told
    return parts
