"""Results that are no quantity: tests."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core.stats import flag_names

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, repr=False)
class TestResult:
    """A test of a hypothesis, or a column of them.

    A small p-value says that the counts are strange if the hypothesis and the sampling model hold; of counts that
    nobody sampled it says nothing.

    Attributes
    ----------
    statistic : float or ndarray of float64
        What is compared; NaN where a count is missing.
    pvalue : float or ndarray of float64
        In [0, 1].
    method : str
        Of the test.
    alternative : str
        ``"two-sided"``, ``"less"`` or ``"greater"``.
    flags : tuple of str, or ndarray of uint32
        As of an `Estimate`.
    """

    __test__ = False  # not a test of pytest's

    statistic: float | NDArray[np.float64]
    pvalue: float | NDArray[np.float64]
    method: str
    alternative: str
    flags: tuple[str, ...] | NDArray[np.uint32]

    def to_dict(self) -> dict[str, Any]:
        """Return the numbers as plain Python: floats, lists of them for a column."""
        if isinstance(self.flags, tuple):
            names: Any = self.flags
        else:
            names = [tuple(flag_names(int(bits))) for bits in self.flags.ravel()]
        return {
            "statistic": _plain(self.statistic),
            "pvalue": _plain(self.pvalue),
            "method": self.method,
            "alternative": self.alternative,
            "flags": names,
        }

    def _repr_html_(self) -> str:
        return f"<code>{escape(repr(self))}</code>"

    def __repr__(self) -> str:
        flags = self.flags if isinstance(self.flags, tuple) else ()
        source = ", ".join((self.method, self.alternative, *flags))
        if isinstance(self.pvalue, np.ndarray):
            known = self.pvalue[~np.isnan(self.pvalue)]
            ends = f", p {known.min():.3g} to {known.max():.3g}" if known.size else ""
            return f"{self.pvalue.size} tests{ends} ({source})"
        return f"p {self.pvalue:.3g}, statistic {self.statistic:.4g} ({source})"


def _plain(value: Any) -> Any:
    return value.tolist() if isinstance(value, np.ndarray) else value
