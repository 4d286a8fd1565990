"""The parts that a sentiment is made of."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

__all__ = ["Contribution", "Exclusion", "Label", "SentenceTone", "SpeakerTone"]


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
