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
def identified(value: float | Interval) -> Estimate: ...
def identified_ratio(a: float | Interval, b: float | Interval) -> Estimate: ...
def identified_share(part: float | Interval, rest: float | Interval) -> Estimate: ...
def identified_quotient(part: float | Interval, whole: float | Interval) -> Estimate: ...
def reconcile(mentions: Sequence[Interval]) -> Reconciled: ...

class WithEnds:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def estimate(self) -> float: ...
    @property
    def identified(self) -> Interval: ...
    @property
    def interval(self) -> Interval: ...

class MetaAnalysis:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def pooled(self) -> WithEnds: ...
    @property
    def standard_error(self) -> float: ...
    @property
    def statistic(self) -> float: ...
    @property
    def pvalue(self) -> float: ...
    @property
    def prediction(self) -> WithEnds: ...
    @property
    def tau2(self) -> WithEnds: ...
    @property
    def q(self) -> float: ...
    @property
    def q_pvalue(self) -> float: ...
    @property
    def i2(self) -> WithEnds: ...
    @property
    def h2(self) -> WithEnds: ...
    @property
    def i2_q(self) -> WithEnds: ...
    @property
    def h2_q(self) -> WithEnds: ...
    @property
    def studies(self) -> float: ...
    @property
    def weights(self) -> NDArray[np.float64]: ...
    @property
    def flags(self) -> list[str]: ...
    @property
    def tau2_flags(self) -> list[str]: ...

class MetaAnalyses:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def pooled(self) -> Estimates: ...
    @property
    def standard_error(self) -> NDArray[np.float64]: ...
    @property
    def statistic(self) -> NDArray[np.float64]: ...
    @property
    def pvalue(self) -> NDArray[np.float64]: ...
    @property
    def prediction(self) -> Estimates: ...
    @property
    def tau2(self) -> Estimates: ...
    @property
    def q(self) -> NDArray[np.float64]: ...
    @property
    def q_pvalue(self) -> NDArray[np.float64]: ...
    @property
    def i2(self) -> Estimates: ...
    @property
    def h2(self) -> Estimates: ...
    @property
    def i2_q(self) -> Estimates: ...
    @property
    def h2_q(self) -> Estimates: ...
    @property
    def studies(self) -> NDArray[np.float64]: ...

def meta_analysis(
    y: NDArray[np.float64],
    v: NDArray[np.float64],
    *,
    tau2: str,
    ci: str,
    prediction: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> MetaAnalysis: ...
def meta_analyses(
    y: NDArray[np.float64],
    v: NDArray[np.float64],
    *,
    tau2: str,
    ci: str,
    prediction: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> MetaAnalyses: ...
def cumulative_meta(
    y: NDArray[np.float64],
    v: NDArray[np.float64],
    *,
    tau2: str,
    ci: str,
    prediction: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> MetaAnalyses: ...
def leave_one_out(
    y: NDArray[np.float64],
    v: NDArray[np.float64],
    *,
    tau2: str,
    ci: str,
    prediction: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> MetaAnalyses: ...

class Stratified:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def pooled(self) -> Estimates: ...
    @property
    def standard_error(self) -> NDArray[np.float64]: ...

class ChiSquaredTests:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def statistic(self) -> NDArray[np.float64]: ...
    @property
    def df(self) -> NDArray[np.float64]: ...
    @property
    def pvalue(self) -> NDArray[np.float64]: ...
    @property
    def flags(self) -> NDArray[np.uint32]: ...

class EffectSizes:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def y(self) -> NDArray[np.float64]: ...
    @property
    def v(self) -> NDArray[np.float64]: ...
    @property
    def flags(self) -> NDArray[np.uint32]: ...

def pooled_variance(measure: str, variance: str) -> str: ...
def mantel_haenszel(
    cells: NDArray[np.float64],
    strata: int,
    *,
    measure: str,
    variance: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Stratified: ...
def mantel_haenszel_reported(
    cells: Sequence[Interval], *, measure: str, variance: str, alpha: float, alternative: str
) -> Estimate: ...
def cmh_test(
    cells: NDArray[np.float64], strata: int, *, corrected: bool, alternative: str, threads: int
) -> ChiSquaredTests: ...
def breslow_day(
    cells: NDArray[np.float64], strata: int, *, tarone: bool, threads: int
) -> ChiSquaredTests: ...
def effect_sizes(
    measure: str,
    x1: NDArray[np.float64],
    n1: NDArray[np.float64],
    x2: NDArray[np.float64],
    n2: NDArray[np.float64],
    *,
    correction: float,
) -> EffectSizes: ...
def multinomial(counts: NDArray[np.float64], *, method: str, alpha: float) -> Estimates: ...
@overload
def rate(
    count: NDArray[np.float64],
    exposure: NDArray[np.float64],
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimates: ...
@overload
def rate(
    count: float | Interval,
    exposure: float | Interval,
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimate: ...
@overload
def rate_ratio(
    x1: NDArray[np.float64],
    t1: NDArray[np.float64],
    x2: NDArray[np.float64],
    t2: NDArray[np.float64],
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimates: ...
@overload
def rate_ratio(
    x1: float | Interval,
    t1: float | Interval,
    x2: float | Interval,
    t2: float | Interval,
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimate: ...
@overload
def rate_diff(
    x1: NDArray[np.float64],
    t1: NDArray[np.float64],
    x2: NDArray[np.float64],
    t2: NDArray[np.float64],
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimates: ...
@overload
def rate_diff(
    x1: float | Interval,
    t1: float | Interval,
    x2: float | Interval,
    t2: float | Interval,
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimate: ...
@overload
def finite_population(
    count: NDArray[np.float64],
    nobs: NDArray[np.float64],
    population: NDArray[np.float64],
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimates: ...
@overload
def finite_population(
    count: float | Interval,
    nobs: float | Interval,
    population: float | Interval,
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

def proportion_test(
    count: NDArray[np.float64],
    nobs: NDArray[np.float64],
    p0: NDArray[np.float64],
    *,
    method: str,
    alternative: str,
    threads: int,
) -> Tests: ...
def rate_test(
    x1: NDArray[np.float64],
    t1: NDArray[np.float64],
    x2: NDArray[np.float64],
    t2: NDArray[np.float64],
    ratio: NDArray[np.float64],
    *,
    method: str,
    alternative: str,
    threads: int,
) -> Tests: ...

class ConsistentSubset:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def reports(self) -> list[int]: ...
    @property
    def interval(self) -> Interval: ...

def consistent_subsets(reports: Sequence[Interval]) -> list[ConsistentSubset]: ...

class Timeline:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def intervals(self) -> list[Interval]: ...
    @property
    def consistent(self) -> list[bool]: ...

def toll_timeline(reports: Sequence[Interval]) -> Timeline: ...

class CensoredFit:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def estimate(self) -> Estimate: ...
    @property
    def log_likelihood(self) -> float: ...
    @property
    def spread(self) -> float: ...

def censored_count(reports: Sequence[Interval], alpha: float) -> CensoredFit: ...
def random_source_count(reports: Sequence[Interval], alpha: float) -> CensoredFit: ...

class BoundsInterval:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def critical_lower(self) -> float: ...
    @property
    def critical_upper(self) -> float: ...
    @property
    def interval(self) -> Interval: ...

def imbens_manski(
    lower_bound: float, upper_bound: float, se_lower: float, se_upper: float, alpha: float
) -> BoundsInterval: ...
def stoye(
    lower_bound: float, upper_bound: float, se_lower: float, se_upper: float, alpha: float
) -> BoundsInterval: ...
def percent_counts(percent: NDArray[np.float64], nobs: NDArray[np.float64], decimals: int) -> Estimates: ...
