"""What the forensics of elections share. Nothing in them proves a fraud, or its absence."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import numpy as np

from pressgauge._numbers import numbers
from pressgauge.stats._calls import broadcast
from pressgauge.stats._results import TestResult

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


class Shown:
    """What results of tests share: their repr in a notebook, and the two numbers that a reader looks for."""

    __slots__ = ()

    test: TestResult

    @property
    def statistic(self) -> float:
        """Of the test."""
        return float(self.test.statistic)

    @property
    def pvalue(self) -> float:
        """Of the test."""
        return float(self.test.pvalue)

    @property
    def flags(self) -> tuple[str, ...]:
        """Of the test."""
        return tuple(self.test.flags)

    def _repr_html_(self) -> str:
        return f"<code>{escape(repr(self))}</code>"


def column_of(name: str, values: ArrayLike) -> NDArray[np.float64]:
    return columns_of((name, values))[0]


def columns_of(*named: tuple[str, ArrayLike]) -> list[NDArray[np.float64]]:
    """Return columns of one length, of numbers or arrays of any shape."""
    pairs = [(name, np.atleast_1d(numbers(name, value))) for name, value in named]
    return [column.ravel() for column in broadcast(pairs)]  # type: ignore[arg-type]
