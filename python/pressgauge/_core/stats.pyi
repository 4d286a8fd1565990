import enum
from collections.abc import Sequence
from typing import ClassVar, overload

import numpy as np
from numpy.typing import NDArray

from pressgauge._core import Interval

class Flag(enum.IntFlag):
    missing = 1
    undefined = 2
    above_one = 4
    one_sided = 8
    clipped = 16
    degenerate = 32
    tie = 64
    no_convergence = 128
    inconsistent = 256
    __pybind11_native_enum__: ClassVar[object]

def flag_names(flags: int) -> list[str]: ...

class Estimate:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def estimate(self) -> float | None: ...
    @property
    def identified(self) -> Interval: ...
    @property
    def interval(self) -> Interval | None: ...
    @property
    def confidence(self) -> float | None: ...
    @property
    def method(self) -> str: ...
    @property
    def flags(self) -> list[str]: ...

class Estimates:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def estimate(self) -> NDArray[np.float64]: ...
    @property
    def low(self) -> NDArray[np.float64]: ...
    @property
    def high(self) -> NDArray[np.float64]: ...
    @property
    def flags(self) -> NDArray[np.uint32]: ...

class Reconciled:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def interval(self) -> Interval: ...
    @property
    def agree(self) -> bool: ...

@overload
def proportion(
    count: NDArray[np.float64],
    nobs: NDArray[np.float64],
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimates: ...
@overload
def proportion(
    count: float | Interval,
    nobs: float | Interval,
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimate: ...
@overload
def turnout(
    ballots: NDArray[np.float64],
    registered: NDArray[np.float64],
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimates: ...
@overload
def turnout(
    ballots: float | Interval,
    registered: float | Interval,
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimate: ...
@overload
def count_ratio(
    a: NDArray[np.float64],
    b: NDArray[np.float64],
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimates: ...
@overload
def count_ratio(
    a: float | Interval, b: float | Interval, *, method: str, alpha: float, alternative: str, threads: int
) -> Estimate: ...
@overload
def injury_ratio(
    side_a: NDArray[np.float64],
    side_b: NDArray[np.float64],
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimates: ...
@overload
def injury_ratio(
    side_a: float | Interval,
    side_b: float | Interval,
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimate: ...
@overload
def killed_wounded_ratio(
    killed: NDArray[np.float64],
    wounded: NDArray[np.float64],
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimates: ...
@overload
def killed_wounded_ratio(
    killed: float | Interval,
    wounded: float | Interval,
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimate: ...
@overload
def case_fatality(
    killed: NDArray[np.float64],
    wounded: NDArray[np.float64],
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimates: ...
@overload
def case_fatality(
    killed: float | Interval,
    wounded: float | Interval,
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimate: ...
@overload
def proportion_diff(
    count1: NDArray[np.float64],
    nobs1: NDArray[np.float64],
    count2: NDArray[np.float64],
    nobs2: NDArray[np.float64],
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimates: ...
@overload
def proportion_diff(
    count1: float | Interval,
    nobs1: float | Interval,
    count2: float | Interval,
    nobs2: float | Interval,
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimate: ...
@overload
def risk_ratio(
    count1: NDArray[np.float64],
    nobs1: NDArray[np.float64],
    count2: NDArray[np.float64],
    nobs2: NDArray[np.float64],
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimates: ...
@overload
def risk_ratio(
    count1: float | Interval,
    nobs1: float | Interval,
    count2: float | Interval,
    nobs2: float | Interval,
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimate: ...
@overload
def odds_ratio(
    count1: NDArray[np.float64],
    nobs1: NDArray[np.float64],
    count2: NDArray[np.float64],
    nobs2: NDArray[np.float64],
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimates: ...
@overload
def odds_ratio(
    count1: float | Interval,
    nobs1: float | Interval,
    count2: float | Interval,
    nobs2: float | Interval,
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimate: ...
class Tests:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def statistic(self) -> NDArray[np.float64]: ...
    @property
    def pvalue(self) -> NDArray[np.float64]: ...
    @property
    def flags(self) -> NDArray[np.uint32]: ...

def fisher_exact(
    count1: NDArray[np.float64],
    nobs1: NDArray[np.float64],
    count2: NDArray[np.float64],
    nobs2: NDArray[np.float64],
    *,
    method: str,
    alternative: str,
    threads: int,
) -> Tests: ...
def barnard_exact(
    count1: NDArray[np.float64],
    nobs1: NDArray[np.float64],
    count2: NDArray[np.float64],
    nobs2: NDArray[np.float64],
    *,
    alternative: str,
    threads: int,
) -> Tests: ...
def boschloo_exact(
    count1: NDArray[np.float64],
    nobs1: NDArray[np.float64],
    count2: NDArray[np.float64],
    nobs2: NDArray[np.float64],
    *,
    alternative: str,
    threads: int,
) -> Tests: ...
def mcnemar(
    first_only: NDArray[np.float64],
    second_only: NDArray[np.float64],
    *,
    method: str,
    alternative: str,
    threads: int,
) -> Tests: ...
@overload
def paired_diff(
    both: NDArray[np.float64],
    first_only: NDArray[np.float64],
    second_only: NDArray[np.float64],
    neither: NDArray[np.float64],
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimates: ...
@overload
def paired_diff(
    both: float | Interval,
    first_only: float | Interval,
    second_only: float | Interval,
    neither: float | Interval,
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimate: ...
def identified(value: float | Interval) -> Estimate: ...
def identified_ratio(a: float | Interval, b: float | Interval) -> Estimate: ...
def identified_share(part: float | Interval, rest: float | Interval) -> Estimate: ...
def identified_quotient(part: float | Interval, whole: float | Interval) -> Estimate: ...
def reconcile(mentions: Sequence[Interval]) -> Reconciled: ...
