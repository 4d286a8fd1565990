# SPDX-License-Identifier: MIT
"""Agreement of scores with ratings: Pearson's r and mean F1 of three labels, with a bootstrap over articles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Labels = NDArray[np.int64]

RESAMPLES = 1000
SEED = 6
TAIL = 2.5  # per cent left out at each end of an interval
LABELS = (-1, 0, 1)
CANDIDATES = 60  # quantiles of the scores that thresholds are chosen from
NORMAL = 1.959963984540054  # 97.5 % of the normal distribution lie below it


@dataclass(frozen=True)
class Value:
    """A figure with its 95 % interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


@cache
def draws(groups: int) -> Array:
    """Return how often each article stands in each resample: the same for all scorers."""
    drawn = np.random.default_rng(SEED).multinomial(groups, np.full(groups, 1 / groups), size=RESAMPLES)
    return drawn.astype(float)


def totals(columns: Array, groups: NDArray[np.str_]) -> tuple[Array, Array]:
    """Sum the columns over all rows, and over the rows of each resample of articles."""
    names, of_row = np.unique(groups, return_inverse=True)
    sums = np.zeros((len(names), columns.shape[1]))
    np.add.at(sums, of_row, columns)
    return sums.sum(0)[None], draws(len(names)) @ sums


def interval(value: float, resampled: Array) -> Value:
    """Return a value with the interval of its resamples."""
    low, high = np.nanpercentile(resampled, [TAIL, 100 - TAIL])
    return Value(value, float(low), float(high))


def r_of(sums: Array) -> Array:
    """Pearson's r by rows of n, Σx, Σy, Σxx, Σyy, Σxy."""
    n, x, y, xx, yy, xy = sums.T
    with np.errstate(invalid="ignore", divide="ignore"):
        return (n * xy - x * y) / np.sqrt((n * xx - x * x) * (n * yy - y * y))


def pearson(scores: Array, ratings: Array, groups: NDArray[np.str_]) -> Value:
    """Pearson's r of scores and ratings."""
    x, y = scores - scores.mean(), ratings - ratings.mean()  # keeps digits
    all_rows, resampled = totals(np.stack([np.ones_like(x), x, y, x * x, y * y, x * y], 1), groups)
    return interval(float(r_of(all_rows)[0]), r_of(resampled))


def fisher(r: float, n: int) -> Value:
    """Return an r with Fisher's interval, where single scores are not at hand."""
    z, reach = np.arctanh(r), NORMAL / np.sqrt(n - 3)
    return Value(r, float(np.tanh(z - reach)), float(np.tanh(z + reach)))


def f1_of(confusions: Array) -> Array:
    """Mean F1 of the three labels by rows of nine counts, given x guessed."""
    table = confusions.reshape(-1, 3, 3)
    hits = np.diagonal(table, axis1=1, axis2=2)
    return (2 * hits / np.maximum(1, table.sum(1) + table.sum(2))).mean(1)


def macro_f1(labels: Labels, guesses: Labels, groups: NDArray[np.str_]) -> Value:
    """Mean F1 of the three labels."""
    cells = np.zeros((len(labels), 9))
    cells[np.arange(len(labels)), 3 * (labels + 1) + guesses + 1] = 1
    all_rows, resampled = totals(cells, groups)
    return interval(float(f1_of(all_rows)[0]), f1_of(resampled))


def thresholds(scores: Array, labels: Labels) -> tuple[float, float]:
    """Choose the score below which a text is negative, and that above which it is positive, by the best mean F1."""
    cuts = np.unique(np.quantile(scores, np.linspace(0, 1, CANDIDATES)))
    below = np.array([[np.sum(scores[labels == c] < cut) for c in LABELS] for cut in cuts])
    above = np.array([[np.sum(scores[labels == c] > cut) for c in LABELS] for cut in cuts])
    counts = np.array([np.sum(labels == c) for c in LABELS])
    low, high = np.triu_indices(len(cuts))
    guessed = np.stack([below[low], counts - below[low] - above[high], above[high]], 2)
    best = int(f1_of(guessed.astype(float)).argmax())
    return float(cuts[low[best]]), float(cuts[high[best]])


def fitted_labels(scores: Array, labels: Labels, folds: Labels) -> Labels:
    """Label each text by thresholds that were chosen on the other folds."""
    guesses = np.zeros(len(scores), dtype=np.int64)
    for fold in np.unique(folds):
        out = folds == fold
        low, high = thresholds(scores[~out], labels[~out])
        guesses[out] = (scores[out] > high).astype(int) - (scores[out] < low)
    return guesses
