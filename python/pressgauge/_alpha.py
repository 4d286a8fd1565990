"""Krippendorff's alpha: agreement of coders beyond what chance brings."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np

from pressgauge._core import DomainError
from pressgauge._given import expect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

Metric: TypeAlias = Literal["nominal", "interval", "ratio"]
Floats: TypeAlias = "NDArray[np.float64]"


def krippendorff_alpha(codes: Sequence[Sequence[Any]], *, metric: Metric = "nominal") -> float:
    """Agreement of any number of coders beyond what chance brings: 1 - observed / expected disagreement.

    Parameters
    ----------
    codes : (coders, units) sequence of sequences
        What each coder said of each unit: words or numbers; None or NaN where a coder said nothing. Units with fewer
        than two codes are left out.
    metric : {"nominal", "interval", "ratio"}
        How far two codes lie apart: 0 or 1; (a - b)²; ((a - b) / (a + b))², for numbers of at least 0.

    Returns
    -------
    float
        1 where all agree, 0 where they agree as by chance, below 0 where less than that [1]. NaN where no unit has two
        codes, or all codes are the same: then nothing tells agreement from chance.

    Raises
    ------
    DomainError
        Coders have different numbers of units; the metric is unknown; a code is no number that the metric takes.

    References
    ----------
    .. [1] K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability.

    Examples
    --------
    >>> krippendorff_alpha([["killed", "injured", "killed", "killed"], ["killed", "injured", "injured", None]])
    0.4444444444444444
    """
    expect(metric, str, "metric")
    lengths = {len(each) for each in codes}
    if len(lengths) > 1:
        raise DomainError(f"coders have different numbers of units: {', '.join(map(str, sorted(lengths)))}")
    counts, values = counts_of(list(zip(*codes, strict=True)))
    return float(weighted_alpha(counts, distances(values, metric), np.ones((1, len(counts))))[0])


def counts_of(units: Sequence[Sequence[Any]]) -> tuple[Floats, list[Any]]:
    """Return how often each unit was given each value, and the values."""
    given = [[code for code in unit if not _is_missing(code)] for unit in units]
    values = list(dict.fromkeys(code for unit in given if len(unit) > 1 for code in unit))
    place = {value: at for at, value in enumerate(values)}
    counts = np.zeros((len(given), len(values)))
    for row, unit in zip(counts, given, strict=True):
        for code in unit if len(unit) > 1 else ():
            row[place[code]] += 1
    return counts, values


def distances(values: Sequence[Any], metric: Metric) -> Floats:
    """Return the squared difference of each pair of values."""
    if metric == "nominal":
        return 1 - np.eye(len(values))
    if metric not in ("interval", "ratio"):
        raise DomainError(f"metric is {metric!r}, which is none of nominal, interval, ratio")
    least = 0 if metric == "ratio" else -math.inf
    for value in values:
        if not isinstance(value, (int, float, np.number)) or not least <= value < math.inf:
            raise DomainError(
                f"the metric {metric} takes {'numbers of at least 0' if least == 0 else 'numbers'}, not {value!r}"
            )
    numbers = np.array(values, dtype=np.float64)
    difference: Floats = np.subtract.outer(numbers, numbers)
    if metric == "interval":
        return np.square(difference)
    total = np.add.outer(numbers, numbers)
    share: Floats = np.divide(difference, total, out=np.zeros_like(difference), where=total > 0)
    return share**2


def weighted_alpha(counts: Floats, distance: Floats, weights: Floats) -> Floats:
    """Return alpha for each row of weights of the units.

    With coincidences o_ck, each unit's pairs over its m - 1, and their margins n_c with the sum n,
    alpha = 1 - (n - 1) Σ o_ck d_ck / Σ n_c n_k d_ck (Krippendorff 2011).
    """
    coded = counts.sum(axis=1)
    within = np.einsum("uc,ck,uk->u", counts, distance, counts, optimize=True)
    observed = weights @ np.divide(within, coded - 1, out=np.zeros_like(within), where=coded > 1)
    margins = weights @ counts
    expected = np.sum((margins @ distance) * margins, axis=1)
    total = margins.sum(axis=1)
    missing = np.full(len(weights), np.nan)
    ratio: Floats = np.divide((total - 1) * observed, expected, out=missing, where=expected > 0)
    return 1 - ratio


def _is_missing(code: Any) -> bool:
    return code is None or (isinstance(code, float) and math.isnan(code))
