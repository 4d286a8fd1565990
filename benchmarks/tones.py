# SPDX-License-Identifier: MIT
"""Scorers of tone: pressgauge and, where they are installed, VADER, TextBlob and AFINN, each with its neutral band."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from statistics import fmean

import pressgauge as pg
from pressgauge.sentiment import Label

LABELS = {Label.negative: -1, Label.neutral: 0, Label.positive: 1}
Tone = tuple[float, int]  # score, and -1, 0 or 1


@dataclass(frozen=True)
class Peer:
    """A scorer of texts, as its package offers it."""

    package: str
    score: Callable[[str], float]
    neutral: float
    """Labels begin here, to either side; 0: only a score of 0 is neutral."""

    @property
    def version(self) -> str:
        """Its package and version."""
        return f"{self.package} {metadata.version(self.package)}"

    def tone(self, text: str) -> Tone:
        """Score and label of a whole text."""
        return self.labelled(self.score(text))

    def tone_of_sentences(self, text: str) -> Tone:
        """Mean over the sentences of a text, as VADER's authors advise for long ones; sentences as pressgauge cuts them."""
        sentences = sentences_of(text)
        return self.labelled(fmean(map(self.score, sentences)) if sentences else 0.0)

    def labelled(self, score: float) -> Tone:
        """Return a score with its label."""
        return score, (score >= self.neutral) - (score <= -self.neutral)


@cache
def sentences_of(text: str) -> list[str]:
    """Cut a text into sentences."""
    return [text[span.start : span.end] for span in pg.articles.default_gauge().document(text).sentences]


def vader() -> Peer:
    """VADER's compound; its authors call less than 0.05 neutral."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    return Peer("vaderSentiment", lambda text: float(analyzer.polarity_scores(text)["compound"]), 0.05)


def textblob() -> Peer:
    """TextBlob's polarity, by its default analyser, which needs no corpus."""
    from textblob import TextBlob

    return Peer("textblob", lambda text: float(TextBlob(text).sentiment.polarity), 0.0)


def afinn() -> Peer:
    """AFINN's sum of valences."""
    from afinn import Afinn

    return Peer("afinn", Afinn().score, 0.0)


def peers() -> dict[str, Peer | None]:
    """Return the peers by name, None for those that are not installed."""
    found: dict[str, Peer | None] = {}
    for name, made in {"VADER": vader, "TextBlob": textblob, "AFINN": afinn}.items():
        try:
            found[name] = made()
        except ImportError:
            found[name] = None
    return found


def ours(text: str, profile: str, gauge: pg.Gauge | None = None, layer: str = "score") -> Tone:
    """Score a text by pressgauge; `layer` is a field of its sentiment."""
    made = pg.sentiment.score(text, profile=profile, gauge=gauge)
    value = getattr(made, layer)
    return 0.0 if value is None else value, LABELS[made.label]


def ours_toward(text: str, target: tuple[int, int]) -> Tone:
    """Score a target by pressgauge."""
    tone = pg.sentiment.toward(text, target)
    return tone.score, LABELS[tone.label]
