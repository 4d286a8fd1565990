"""The tone of an article, and the words that make it.

What to use when: `reading.sentiment` after `pressgauge.read`; `score` for the tone alone;
`SentimentIntensityAnalyzer` where results of vaderSentiment must be kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from pressgauge import _core
from pressgauge._vader import SentimentIntensityAnalyzer

if TYPE_CHECKING:
    from pressgauge.articles import Gauge

__all__ = [
    "Contribution",
    "Exclusion",
    "Label",
    "SentenceTone",
    "Sentiment",
    "SentimentIntensityAnalyzer",
    "SpeakerTone",
    "score",
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
    return sentiment_of(_core.sentiment.score(reader.document(text)._core, reader._core))


def sentiment_of(part: dict[str, Any]) -> Sentiment:
    """Return the sentiment that a dictionary of the core describes."""
    made = {
        "label": Label(part["label"]),
        "sentences": tuple(SentenceTone(**each) for each in part["sentences"]),
        "contributions": tuple(Contribution(**each) for each in part["contributions"]),
        "speakers": tuple(SpeakerTone(**each) for each in part["speakers"]),
        "excluded": tuple(Exclusion(**each) for each in part["excluded"]),
    }
    return Sentiment(**{**part, **made})
