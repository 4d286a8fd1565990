"""The tone of an article, and the words that make it.

What to use when: `reading.sentiment` after `pressgauge.read`; `score` for the tone alone; `calibrate` to fit scores to ratings
of your own; a `Lexicon` for words of your own; `SentimentIntensityAnalyzer` where results of vaderSentiment must be kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from pressgauge import _core
from pressgauge._lexicon import Lexicon, LexiconEntry
from pressgauge._link import Link, Profile, calibrate, chosen_link, core_link
from pressgauge._plain import WIDTH
from pressgauge._vader import SentimentIntensityAnalyzer

if TYPE_CHECKING:
    from pressgauge.articles import Gauge

__all__ = [
    "Contribution",
    "Exclusion",
    "Label",
    "Lexicon",
    "LexiconEntry",
    "Link",
    "Profile",
    "SentenceTone",
    "Sentiment",
    "SentimentIntensityAnalyzer",
    "SpeakerTone",
    "calibrate",
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
    text : str
        What was scored; not compared.
    link : Link or None
        What made score and label of `raw`, where it is known; not compared.
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
    text: str = field(default="", repr=False, compare=False)
    link: Link | None = field(default=None, repr=False, compare=False)

    def explain(self, top: int | None = None, *, width: int = WIDTH) -> str:
        """Return in words how the score came about: every contribution, the weightiest first.

        Parameters
        ----------
        top : int, optional
            How many contributions are shown; by default all.
        width : int
            Columns of the terminal; longer cells are wrapped.

        Returns
        -------
        str
            Score, label and raw with the link between them; a table with the word, its place, weight, negation,
            intensity, length (the rest of the factor: length of the sentence, tone of the article, scale of events), what it
            adds to raw, and the reason; the sums; what was left out and why.

        Raises
        ------
        DomainError
            `top` is below 0.

        Examples
        --------
        >>> from pressgauge import Gauge
        >>> gauge = Gauge(lexicon={"food": 0, "good": 2})
        >>> told = score("The food was not good.", gauge=gauge, link=Link(gain=0.5)).explain()
        >>> print(told.splitlines()[5].strip())  # doctest: +ELLIPSIS
        good  [17, 21)   +2.00      -0.6   0... -0...  your lexicon; negator.not.1
        """
        from pressgauge._tone import explanation

        return explanation(self, top, width)

    def _repr_html_(self) -> str:
        from pressgauge._html import tone_fragment

        return tone_fragment(self)

    def __repr__(self) -> str:
        return f"<Sentiment {self.label} {self.score:+.2f}>"

    def __str__(self) -> str:
        quotation = "none" if self.quotation is None else f"{self.quotation:+.2f}"
        return (
            f"{self.label} {self.score:+.2f} (narration {self.narration:+.2f}, quotation {quotation}, "
            f"events {self.events:+.2f})"
        )


def score(
    text: str | bytes, *, gauge: Gauge | None = None, profile: str | None = None, link: Link | None = None
) -> Sentiment:
    """Sentiment of a text.

    Parameters
    ----------
    text : str or bytes
        The text; bytes are strict UTF-8.
    gauge : Gauge, optional
        Rules and lexicon to read with; by default those that pressgauge ships.
    profile : str, optional
        ``"news"``, ``"editorial"`` or ``"headline"``: by which link `raw` becomes score and label; by default the gauge's own,
        which is that of news.
    link : Link, optional
        A link of your own in its place (`calibrate`).

    Returns
    -------
    Sentiment
        Scores in [-1, 1]; offsets in code points.

    Raises
    ------
    ParseError
        The text is not UTF-8.
    DomainError
        The text is longer than the gauge's limit; the profile is unknown, or given with a link.

    References
    ----------
    docs/sentiment.md says what the score means and what it was trained on.

    Examples
    --------
    >>> score("All hostages were freed, and the whole town celebrated the wonderful news.").label
    <Label.positive: 'positive'>
    >>> score("Storm kills nine", link=Link(gain=3)).score < score("Storm kills nine", profile="headline").score
    True
    """
    from pressgauge.articles import default_gauge

    reader = gauge or default_gauge()
    chosen = chosen_link(profile, link) or reader.link
    document = reader.document(text)
    part = _core.sentiment.score(document._core, reader._core, core_link(chosen))
    return sentiment_of(part, document.text, chosen)


def sentiment_of(part: dict[str, Any], text: str, link: Link) -> Sentiment:
    """Return the sentiment of a text that a dictionary of the core describes."""
    made = {
        "label": Label(part["label"]),
        "sentences": tuple(SentenceTone(**each) for each in part["sentences"]),
        "contributions": tuple(Contribution(**each) for each in part["contributions"]),
        "speakers": tuple(SpeakerTone(**each) for each in part["speakers"]),
        "excluded": tuple(Exclusion(**each) for each in part["excluded"]),
    }
    return Sentiment(**{**part, **made, "text": text, "link": link})
