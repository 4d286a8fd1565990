"""How far two coders agree on the fields of the figures that both have."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._alpha import counts_of, distances, weighted_alpha
from pressgauge._pairs import head

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from pressgauge._alpha import Metric
    from pressgauge._bootstrap import Bootstrap
    from pressgauge._core import Interval
    from pressgauge._scores import Compared

_NOMINAL = ("kind", "bound", "status", "subset", "additional")


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far two coders agree on one field of the figures that both have.

    Attributes
    ----------
    alpha : float
        Krippendorff's alpha; NaN where all codes are the same, or there is none: nothing tells agreement from chance.
    interval : Interval or None
        Of alpha: a bootstrap over articles.
    equal : float
        Share of the pairs on which they say the same, in [0, 1]; NaN where there is no pair.
    pairs : int
        Figures that both coders have, and on which both state the field.
    metric : {"nominal", "ratio"}
        How far two codes lie apart.
    """

    alpha: float
    interval: Interval | None
    equal: float
    pairs: int
    metric: Metric

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, null where it is undefined."""
        low, high = (None, None) if self.interval is None else (self.interval.low, self.interval.high)
        made = {
            "alpha": _number(self.alpha),
            "alpha_low": low,
            "alpha_high": high,
            "equal": _number(self.equal),
        }
        return made | {"pairs": self.pairs, "metric": self.metric}

    def __str__(self) -> str:
        return (
            f"alpha {told(self.alpha)}{ends(self.interval)}, {told(self.equal)} equal, {self.pairs:,} pairs"
        )


def reliabilities(
    read: list[Compared], bootstrap: Bootstrap, weights: NDArray[np.float64]
) -> dict[str, Reliability]:
    """Return the agreement on each field, over the figures that both coders have."""
    pairs = [pair for each in read for pair in each.matched]
    # Of each pair the weight that its article has in each sample.
    drawn = weights[:, [at for at, each in enumerate(read) for _ in each.pairs]]
    codes: dict[str, list[tuple[Any, Any]]] = {
        field: [(getattr(a, field), getattr(b, field)) for a, b in pairs] for field in (*_NOMINAL, "value")
    }
    codes["group"] = [(head(a.group), head(b.group)) for a, b in pairs]
    metrics: dict[str, Metric] = {field: "ratio" if field == "value" else "nominal" for field in codes}
    order = ("kind", "bound", "value", "status", "subset", "additional", "group")
    return {field: _reliability(codes[field], metrics[field], bootstrap, drawn) for field in order}


def _reliability(
    codes: list[tuple[Any, Any]], metric: Metric, bootstrap: Bootstrap, drawn: NDArray[np.float64]
) -> Reliability:
    counts, values = counts_of(codes)
    distance = distances(values, metric)
    alpha = float(weighted_alpha(counts, distance, np.ones((1, len(codes))))[0])
    interval = bootstrap.interval(weighted_alpha(counts, distance, drawn))
    both = [(a, b) for a, b in codes if a is not None and b is not None]
    equal = sum(a == b for a, b in both) / len(both) if both else float("nan")
    return Reliability(alpha, None if math.isnan(alpha) else interval, equal, len(both), metric)


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value


def told(value: float) -> str:
    """Return a number between -1 and 1 with three digits."""
    return "undefined" if math.isnan(value) else f"{value:.3f}"


def ends(interval: Interval | None) -> str:
    """Return the ends of an interval with three digits."""
    return "" if interval is None else f"[{interval.low:.3f}, {interval.high:.3f}]"
