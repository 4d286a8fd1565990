"""Intervals by drawing articles anew, with put-back: articles, since the figures of one article stand or fall together."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pressgauge._core import DomainError, Interval
from pressgauge._given import whole

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Bootstrap:
    """How intervals are made: percentiles of a score over samples of the articles (Efron & Tibshirani 1993, ch. 13)."""

    resamples: int = 500
    confidence: float = 0.95
    seed: int = 0

    def __post_init__(self) -> None:
        whole(self.resamples, "resamples")
        whole(self.seed, "seed")
        if not isinstance(self.confidence, int | float):
            raise TypeError(f"confidence must be a number, not {self.confidence!r:.60}")
        if self.resamples < 1:
            raise DomainError(f"resamples must be at least 1, not {self.resamples}")
        if not 0 < self.confidence < 1:
            raise DomainError(f"confidence must lie between 0 and 1, not {self.confidence}")

    def weights(self, articles: int) -> NDArray[np.float64]:
        """Return how often each article is drawn in each sample."""
        # random() alone is promised to give the same numbers on every platform and in every version of Python.
        rng = random.Random(self.seed)
        drawn = [[int(rng.random() * articles) for _ in range(articles)] for _ in range(self.resamples)]
        return np.array([np.bincount(each, minlength=articles) for each in drawn], dtype=np.float64)

    def interval(self, values: NDArray[np.float64]) -> Interval | None:
        """Return the percentiles of what the samples gave; those in which it is undefined are left out."""
        known = np.sort(values[~np.isnan(values)])
        if not known.size:
            return None
        tail = (1 - self.confidence) / 2
        last = known.size - 1
        low, high = known[min(last, int(tail * known.size))], known[min(last, int((1 - tail) * known.size))]
        return Interval(float(low), float(high))
