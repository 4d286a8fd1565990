import enum
from collections.abc import Callable, Sequence
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

class LoglinearModel:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def population(self) -> Estimate: ...
    @property
    def unseen(self) -> float: ...
    @property
    def standard_error(self) -> float: ...
    @property
    def deviance(self) -> float: ...
    @property
    def degrees_of_freedom(self) -> float: ...
    @property
    def aic(self) -> float: ...
    @property
    def bic(self) -> float: ...
    @property
    def interactions(self) -> list[int]: ...

class LoglinearModels:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def population(self) -> Estimates: ...
    @property
    def unseen(self) -> NDArray[np.float64]: ...
    @property
    def standard_error(self) -> NDArray[np.float64]: ...
    @property
    def deviance(self) -> NDArray[np.float64]: ...
    @property
    def degrees_of_freedom(self) -> NDArray[np.float64]: ...
    @property
    def aic(self) -> NDArray[np.float64]: ...
    @property
    def bic(self) -> NDArray[np.float64]: ...
    @property
    def interactions(self) -> list[list[int]]: ...

class LatentClassPosterior:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def population(self) -> Estimate: ...
    @property
    def mean(self) -> float: ...
    @property
    def r_hat(self) -> float: ...
    @property
    def bulk_draws(self) -> float: ...
    @property
    def tail_draws(self) -> float: ...
    @property
    def draws(self) -> NDArray[np.float64]: ...

@overload
def lincoln_petersen(
    n1: NDArray[np.float64],
    n2: NDArray[np.float64],
    m: NDArray[np.float64],
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimates: ...
@overload
def lincoln_petersen(
    n1: float | Interval,
    n2: float | Interval,
    m: float | Interval,
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimate: ...
@overload
def chapman(
    n1: NDArray[np.float64],
    n2: NDArray[np.float64],
    m: NDArray[np.float64],
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimates: ...
@overload
def chapman(
    n1: float | Interval,
    n2: float | Interval,
    m: float | Interval,
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimate: ...
@overload
def chao(
    f1: NDArray[np.float64],
    f2: NDArray[np.float64],
    observed: NDArray[np.float64],
    lists: NDArray[np.float64],
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimates: ...
@overload
def chao(
    f1: float | Interval,
    f2: float | Interval,
    observed: float | Interval,
    lists: float | Interval,
    *,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimate: ...
def loglinear_mse(
    counts: NDArray[np.float64],
    interactions: Sequence[int],
    *,
    method: str,
    alpha: float,
    alternative: str,
) -> LoglinearModel: ...
def hierarchical_models(lists: int) -> list[list[int]]: ...
def mse_all_models(
    counts: NDArray[np.float64], *, method: str, alpha: float, alternative: str, threads: int
) -> LoglinearModels: ...
def mse_profile(
    counts: NDArray[np.float64], interactions: Sequence[int], *, alpha: float, alternative: str
) -> Estimate: ...
def mse_model_average(
    counts: NDArray[np.float64], *, criterion: str, alpha: float, alternative: str
) -> Estimate: ...
def mse_model_range(
    counts: Sequence[float | Interval],
    *,
    criterion: str,
    within: float,
    method: str,
    alpha: float,
    alternative: str,
    threads: int,
) -> Estimate: ...
def population_total(
    observed: NDArray[np.float64],
    unseen: NDArray[np.float64],
    standard_error: NDArray[np.float64],
    *,
    method: str,
    alpha: float,
    alternative: str,
) -> Estimate: ...
def lcmcr(
    counts: NDArray[np.float64],
    *,
    K: int,
    a: float,
    b: float,
    burnin: int,
    samples: int,
    thin: int,
    seed: int,
    chains: int,
    threads: int,
    alpha: float,
    alternative: str,
    progress: Callable[[float], object] | None,
) -> LatentClassPosterior: ...
