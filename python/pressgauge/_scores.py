"""Precision, recall and F1 of figures, with intervals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._pairs import LEVELS, Same, pairs, same_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from pressgauge._bootstrap import Bootstrap
    from pressgauge._core import Interval
    from pressgauge._labels import Label

    Scores = dict[str, "Score"]


@dataclass(frozen=True, slots=True)
class Score:
    """How many figures two readers have in common.

    Attributes
    ----------
    precision, recall, f1 : float
        Hits over predicted, hits over labelled, and their harmonic mean, in [0, 1]; 0 where there is none to share.
    interval : Interval or None
        Of f1: a bootstrap over articles.
    hits, predicted, labelled : int
        Figures that are the same; that were predicted; that were labelled.
    """

    precision: float
    recall: float
    f1: float
    interval: Interval | None
    hits: int
    predicted: int
    labelled: int

    def to_dict(self) -> dict[str, Any]:
        """Return the score as plain data."""
        low, high = (None, None) if self.interval is None else (self.interval.low, self.interval.high)
        rates = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        counts = {"hits": self.hits, "predicted": self.predicted, "labelled": self.labelled}
        return rates | {"f1_low": low, "f1_high": high} | counts

    def __str__(self) -> str:
        ends = "" if self.interval is None else f" [{self.interval.low:.3f}, {self.interval.high:.3f}]"
        return (
            f"F1 {self.f1:.3f}{ends}, precision {self.precision:.3f}, recall {self.recall:.3f} "
            f"({self.hits:,} of {self.labelled:,} labelled, {self.predicted:,} predicted)"
        )


@dataclass(frozen=True, slots=True)
class Compared:
    """One article, read by two: their figures and how they were paired."""

    labelled: tuple[Label, ...]
    predicted: tuple[Label, ...]
    pairs: tuple[tuple[int, int], ...]

    @property
    def partners(self) -> dict[int, int]:
        """The predicted figure of each labelled one that has one."""
        return dict(self.pairs)

    @property
    def matched(self) -> list[tuple[Label, Label]]:
        """The figures of each pair."""
        return [(self.labelled[i], self.predicted[j]) for i, j in self.pairs]

    @property
    def unpaired(self) -> list[Label]:
        """Predicted figures where nothing is labelled."""
        paired = {j for _, j in self.pairs}
        return [each for j, each in enumerate(self.predicted) if j not in paired]

    def predicted_kinds(self) -> list[str]:
        """Kinds that predicted figures count under: that of their label, where the label accepts theirs."""
        kinds = [each.kind for each in self.predicted]
        for i, j in self.pairs:
            if same_kind(self.labelled[i], self.predicted[j]):
                kinds[j] = self.labelled[i].kind
        return kinds


def compared(labelled: tuple[Label, ...], predicted: tuple[Label, ...]) -> Compared:
    """Return the figures of an article, paired."""
    return Compared(labelled, predicted, tuple(pairs(labelled, predicted)))


def scores(
    articles: Sequence[Compared],
    counted: Callable[[str], bool],
    bootstrap: Bootstrap,
    weights: NDArray[np.float64],
    levels: Mapping[str, Same] = LEVELS,
) -> Scores:
    """Return the score at each level over the kinds that are counted, micro-averaged over articles."""
    labelled = np.array([sum(counted(f.kind) for f in each.labelled) for each in articles])
    predicted = np.array([sum(map(counted, each.predicted_kinds())) for each in articles])
    made = {}
    for level, same in levels.items():
        hits = np.array([sum(counted(a.kind) and same(a, b) for a, b in each.matched) for each in articles])
        cells = np.stack([hits, predicted, labelled]).astype(np.float64)
        made[level] = _score(cells, bootstrap, weights)
    return made


def _score(cells: NDArray[np.float64], bootstrap: Bootstrap, weights: NDArray[np.float64]) -> Score:
    """Return the score of hits, predicted and labelled of each article (rows of `cells`)."""
    total = cells.sum(axis=1)
    precision, recall, f1 = (float(each[0]) for each in _rates(total[:, None]))
    interval = bootstrap.interval(_rates(cells @ weights.T)[2])
    hits, predicted, labelled = map(int, total)
    return Score(precision, recall, f1, interval, hits, predicted, labelled)


def _rates(sums: NDArray[np.float64]) -> tuple[NDArray[np.float64], ...]:
    """Return precision, recall and F1 of columns of hits, predicted and labelled."""
    hits, predicted, labelled = sums
    precision = np.divide(hits, predicted, out=np.zeros_like(hits), where=predicted > 0)
    recall = np.divide(hits, labelled, out=np.zeros_like(hits), where=labelled > 0)
    both = precision + recall
    return precision, recall, np.divide(2 * precision * recall, both, out=np.zeros_like(hits), where=both > 0)
