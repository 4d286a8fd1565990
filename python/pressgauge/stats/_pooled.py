"""Results of pooling: several quantities each."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._estimate import Estimate
from pressgauge.stats._results import TestResult

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, repr=False)
class PooledEstimate(Estimate):
    """An Estimate that says its standard error too.

    Attributes
    ----------
    standard_error : float, ndarray of float64 or None
        Of the estimate; for ratios of its logarithm. None where the counts are bounded: each has its own.
    """

    standard_error: float | NDArray[np.float64] | None

    def to_dict(self) -> dict[str, Any]:
        """Return the numbers as plain Python."""
        return {**Estimate.to_dict(self), "standard_error": plain(self.standard_error)}


@dataclass(frozen=True, slots=True, repr=False)
class ChiSquared(TestResult):
    """A test against chi squared.

    Attributes
    ----------
    df : float or ndarray of float64
        Degrees of freedom.
    """

    df: float | NDArray[np.float64]

    def to_dict(self) -> dict[str, Any]:
        """Return the numbers as plain Python."""
        return {**TestResult.to_dict(self), "df": plain(self.df)}


@dataclass(frozen=True, slots=True, repr=False)
class Heterogeneity:
    """How far the effects of studies differ beyond their sampling.

    Attributes
    ----------
    q : ChiSquared
        Cochran's test that all studies have one effect.
    tau2 : Estimate
        Variance between studies, with the Q-profile interval.
    i2, h2 : Estimate
        Share of tau2 in the variance of a typical study, in [0, 1], and 1 / (1 - i2); intervals from that of tau2.
    i2_q, h2_q : Estimate
        The same from Q alone, 1 - df / Q; test-based intervals.
    """

    q: ChiSquared
    tau2: Estimate
    i2: Estimate
    h2: Estimate
    i2_q: Estimate
    h2_q: Estimate

    def to_dict(self) -> dict[str, Any]:
        """Return the numbers as plain Python, a dict for each quantity."""
        return {name: getattr(self, name).to_dict() for name in ("q", "tau2", "i2", "h2", "i2_q", "h2_q")}

    def _repr_html_(self) -> str:
        return table({"Q": self.q, "τ²": self.tau2, "I²": self.i2, "H²": self.h2, "I² of Q": self.i2_q})

    def __repr__(self) -> str:
        return (
            f"Q {_range(self.q.statistic)}, tau2 {_range(self.tau2.estimate)}, I2 {_range(self.i2.estimate)}"
        )


@dataclass(frozen=True, slots=True, repr=False)
class MetaAnalysis:
    """Studies of one quantity pooled, or a column of such analyses. ``low, high = analysis`` unpacks `pooled`.

    Attributes
    ----------
    pooled : PooledEstimate
        The mean effect.
    test : TestResult
        That the mean effect is 0.
    prediction : Estimate
        The effect of a new study like these.
    tau2, i2, h2, i2_q, h2_q : Estimate
    q : ChiSquared
        As in `Heterogeneity`.
    studies : int or ndarray of int64
        That were reported.
    weights : ndarray of float64 or None
        Share of each study in the mean, NaN where it is not reported. None for a column.
    """

    pooled: PooledEstimate
    test: TestResult
    prediction: Estimate
    tau2: Estimate
    q: ChiSquared
    i2: Estimate
    h2: Estimate
    i2_q: Estimate
    h2_q: Estimate
    studies: int | NDArray[np.int64]
    weights: NDArray[np.float64] | None

    @property
    def estimate(self) -> float | NDArray[np.float64] | None:
        """The mean effect."""
        return self.pooled.estimate

    @property
    def low(self) -> float | NDArray[np.float64]:
        """Low end of the interval of the mean effect."""
        return self.pooled.low

    @property
    def high(self) -> float | NDArray[np.float64]:
        """High end of the interval of the mean effect."""
        return self.pooled.high

    @property
    def heterogeneity(self) -> Heterogeneity:
        """How far the studies differ."""
        return Heterogeneity(self.q, self.tau2, self.i2, self.h2, self.i2_q, self.h2_q)

    def __iter__(self) -> Iterator[float | NDArray[np.float64]]:
        return iter(self.pooled)

    def to_dict(self) -> dict[str, Any]:
        """Return the numbers as plain Python, a dict for each quantity."""
        return {
            **{name: getattr(self, name).to_dict() for name in ("pooled", "test", "prediction")},
            **self.heterogeneity.to_dict(),
            "studies": plain(self.studies),
            "weights": plain(self.weights),
        }

    def to_pandas(self) -> Any:
        """Return a DataFrame of the mean effects, a row for each analysis, with tau2 and I2. Needs pandas."""
        frame = self.pooled.to_pandas()
        for name in ("tau2", "i2"):
            frame[name] = np.ravel(getattr(self, name).estimate)
        frame["studies"] = np.ravel(self.studies)
        return frame

    def _repr_html_(self) -> str:
        if isinstance(self.pooled.estimate, np.ndarray):
            return self.pooled._repr_html_()
        rows = {"mean effect": self.pooled, "no effect": self.test, "new study": self.prediction}
        return table({**rows, "Q": self.q, "τ²": self.tau2, "I²": self.i2, "H²": self.h2})

    def __repr__(self) -> str:
        if isinstance(self.pooled.estimate, np.ndarray):
            return f"{self.pooled.estimate.size} meta-analyses of {_range(self.studies)} studies: {self.pooled!r}"
        return f"{self.pooled!r}, {self.heterogeneity!r}, {self.studies} studies"


def plain(value: Any) -> Any:
    """Return an array as a list, all else as it is."""
    return value.tolist() if isinstance(value, np.ndarray) else value


def table(rows: dict[str, Any]) -> str:
    """Return named results as an HTML table."""
    cells = "".join(
        f"<tr><th>{escape(name)}</th><td>{escape(repr(one))}</td></tr>" for name, one in rows.items()
    )
    return f"<table><tbody>{cells}</tbody></table>"


def _range(value: Any) -> str:
    if not isinstance(value, np.ndarray):
        return f"{value:.3g}"
    known = value[~np.isnan(value)]
    return f"{known.min():.3g} to {known.max():.3g}" if known.size else "unknown"
