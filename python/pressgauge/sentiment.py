"""The tone of an article, and the words that make it.

What to use when: `reading.sentiment` after `pressgauge.read`; `score` for the tone alone; `toward` for the tone
toward one target; `calibrate` to fit scores to ratings of your own; a `Lexicon` for
words of your own; `SentimentIntensityAnalyzer` where results of vaderSentiment must be kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pressgauge import _core
from pressgauge._given import expect
from pressgauge._lexicon import Lexicon, LexiconEntry
from pressgauge._link import Link, Profile, calibrate, chosen_link, core_link
from pressgauge._plain import WIDTH
from pressgauge._targets import Targets, TargetTone, named, toward, unknown
from pressgauge._tone_parts import Contribution, Exclusion, Label, SentenceTone, SpeakerTone, ToneParts
from pressgauge._vader import SentimentIntensityAnalyzer

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressgauge.articles import Gauge
    from pressgauge.text import Document

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
    "TargetTone",
    "calibrate",
    "score",
    "toward",
]


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
    sentences, contributions, speakers, excluded : tuple
        Each sentence's tone; each term with what it adds to `raw`; each named speaker's tone; what was left out, with the
        reason. Told when first asked for, which takes several times as long as the numbers.
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
    _parts: ToneParts = field(repr=False)
    text: str = field(default="", repr=False, compare=False)
    link: Link | None = field(default=None, repr=False, compare=False)
    _targets: Targets | None = field(default=None, repr=False, compare=False)

    @property
    def sentences(self) -> tuple[SentenceTone, ...]:
        """The tone of each sentence that was scored, in order."""
        return self._parts.told[0]

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """What each term adds to `raw`, in the order of the text."""
        return self._parts.told[1]

    @property
    def speakers(self) -> tuple[SpeakerTone, ...]:
        """The tone of what each named speaker says, in the order of their first words."""
        return self._parts.told[2]

    @property
    def excluded(self) -> tuple[Exclusion, ...]:
        """What was left out, with the reason."""
        return self._parts.told[3]

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
        expect(name, str, "name")
        found = named(name, self.targets)
        if found is None:
            raise unknown(name, self.targets)
        return found

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
            `top` is below 0, or `width` below 1.

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
        ``"news"`` for whole articles, ``"editorial"`` for sentences of opinion, ``"headline"`` for single lines: what `raw` is
        computed by, and the link from it to score and label; by default the gauge's own, which is that of news.
    link : Link, optional
        A link of your own in place of the profile's (`calibrate`).

    Returns
    -------
    Sentiment
        Scores in [-1, 1]; offsets in code points.

    Raises
    ------
    ParseError
        The text is not UTF-8.
    DomainError
        The text is longer than the gauge's limit; the profile is unknown.

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
    from pressgauge._gauge import gauge_of

    reader = gauge_of(gauge)
    asked = chosen_link(profile, link)
    document = reader.document(text)
    core = document._core
    return sentiment_of(
        _core.sentiment.tone(core, reader._core, core_link(asked) if asked else None, profile),
        lambda: _core.sentiment.score(core, reader._core, None, profile),
        reader,
        asked or reader.link,
        document,
    )


def sentiment_of(
    tone: tuple[Any, ...],
    tell: Callable[[], dict[str, Any]],
    gauge: Gauge,
    link: Link,
    document: Document,
) -> Sentiment:
    """Return the sentiment of a text by the core's numbers, and by what tells its parts."""
    score, label, raw, narration, quotation, events = tone
    text = document.text
    targets = Targets(text, gauge, document)
    return Sentiment(
        score, Label(label), raw, narration, quotation, events, ToneParts(tell), text, link, targets
    )
