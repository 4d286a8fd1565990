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

def deviate(alpha: float) -> float: ...
def wald_interval(value: float, error: float, alpha: float) -> Interval: ...
def log_wald_interval(value: float, error: float, alpha: float) -> Interval | None: ...
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

class RateChanges:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def change_points(self) -> NDArray[np.int64]: ...
    @property
    def rates(self) -> Estimates: ...
    @property
    def cost(self) -> float: ...
    @property
    def flags(self) -> int: ...

class ChangePosterior:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def probability(self) -> NDArray[np.float64]: ...
    @property
    def change_point(self) -> int: ...
    @property
    def mean(self) -> float: ...
    @property
    def log_bayes_factor(self) -> float: ...
    @property
    def before(self) -> tuple[float, float, float]: ...
    @property
    def after(self) -> tuple[float, float, float]: ...
    @property
    def flags(self) -> int: ...

class HawkesFit:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def mu(self) -> float: ...
    @property
    def branching(self) -> float: ...
    @property
    def decay(self) -> float: ...
    @property
    def covariance(self) -> NDArray[np.float64]: ...
    @property
    def loglik(self) -> float: ...
    @property
    def residuals(self) -> NDArray[np.float64]: ...
    @property
    def ks(self) -> float: ...
    @property
    def pvalue(self) -> float: ...
    @property
    def flags(self) -> int: ...

class PowerLawFit:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def alpha(self) -> float: ...
    @property
    def standard_error(self) -> float: ...
    @property
    def xmin(self) -> float: ...
    @property
    def loglik(self) -> float: ...
    @property
    def ks(self) -> float: ...
    @property
    def ks_observed(self) -> float: ...
    @property
    def tail(self) -> int: ...
    @property
    def flags(self) -> int: ...

class PowerLawBootstrap:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def pvalue(self) -> float: ...
    @property
    def ks(self) -> NDArray[np.float64]: ...
    @property
    def alpha(self) -> NDArray[np.float64]: ...
    @property
    def xmin(self) -> NDArray[np.float64]: ...

class PowerLawComparison:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def loglik_ratio(self) -> float: ...
    @property
    def statistic(self) -> float: ...
    @property
    def pvalue(self) -> float: ...
    @property
    def parameters(self) -> list[float]: ...
    @property
    def flags(self) -> int: ...

class DispersionTest:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def statistic(self) -> float: ...
    @property
    def pvalue(self) -> float: ...
    @property
    def variance_to_mean(self) -> float: ...
    @property
    def flags(self) -> int: ...

class NegbinFit:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def mean(self) -> float: ...
    @property
    def mean_error(self) -> float: ...
    @property
    def dispersion(self) -> float: ...
    @property
    def dispersion_error(self) -> float: ...
    @property
    def loglik(self) -> float: ...
    @property
    def poisson_loglik(self) -> float: ...
    @property
    def flags(self) -> int: ...

def change_penalty(name: str, periods: int) -> float: ...
def event_rate_change(
    y: NDArray[np.float64], *, method: str, penalty: float, alpha: float
) -> RateChanges: ...
def bayes_changepoint(
    y: NDArray[np.float64], *, shape: float, rate: float, alpha: float
) -> ChangePosterior: ...
def hawkes_loglik(
    times: NDArray[np.float64], T: float, mu: float, branching: float, decay: float
) -> float: ...
def hawkes_score(
    times: NDArray[np.float64], T: float, mu: float, branching: float, decay: float
) -> NDArray[np.float64]: ...
def hawkes_fit(times: NDArray[np.float64], T: float) -> HawkesFit: ...
def hawkes_simulate(
    mu: float, branching: float, decay: float, T: float, seed: int
) -> NDArray[np.float64]: ...
def power_law_fit(x: NDArray[np.float64], *, xmin: float | None, discrete: bool) -> PowerLawFit: ...
def power_law_bootstrap(
    x: NDArray[np.float64],
    *,
    xmin: float | None,
    discrete: bool,
    replicates: int,
    seed: int,
    threads: int,
) -> PowerLawBootstrap: ...
def power_law_compare(
    x: NDArray[np.float64], *, rival: str, xmin: float | None, discrete: bool
) -> PowerLawComparison: ...
def dispersion_test(y: NDArray[np.float64], *, method: str, alternative: str) -> DispersionTest: ...
def negbin_fit(y: NDArray[np.float64]) -> NegbinFit: ...

class Indices:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def value(self) -> NDArray[np.float64]: ...
    @property
    def flags(self) -> NDArray[np.uint32]: ...

def effective_parties(votes: NDArray[np.float64], *, index: str, threads: int) -> Indices: ...
@overload
def concentration(votes: NDArray[np.float64], *, threads: int) -> Indices: ...
@overload
def concentration(votes: Sequence[float | Interval]) -> Estimate: ...
def fractionalization(votes: NDArray[np.float64], *, threads: int) -> Indices: ...
def shannon_entropy(votes: NDArray[np.float64], *, threads: int) -> Indices: ...
def disproportionality(
    votes: NDArray[np.float64], seats: NDArray[np.float64], *, index: str, threads: int
) -> Indices: ...
def volatility(earlier: NDArray[np.float64], later: NDArray[np.float64], *, threads: int) -> Indices: ...

class Allocation:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def seats(self) -> NDArray[np.float64]: ...
    @property
    def tied(self) -> NDArray[np.float64]: ...
    @property
    def flags(self) -> NDArray[np.uint32]: ...

def allocate_seats(
    votes: NDArray[np.float64],
    seats: NDArray[np.float64],
    *,
    method: str,
    threshold: tuple[int, int],
    threads: int,
) -> Allocation: ...

class DigitTest:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def counts(self) -> NDArray[np.float64]: ...
    @property
    def expected(self) -> NDArray[np.float64]: ...
    @property
    def n(self) -> float: ...
    @property
    def mean(self) -> float: ...
    @property
    def statistic(self) -> float: ...
    @property
    def df(self) -> float: ...
    @property
    def pvalue(self) -> float: ...
    @property
    def flags(self) -> list[str]: ...

def digit_probabilities(digit: str) -> NDArray[np.float64]: ...
def digit_test(counts: NDArray[np.float64], *, digit: str, least: float) -> DigitTest: ...
def digit_mean_test(
    counts: NDArray[np.float64], *, digit: str, least: float, alternative: str
) -> DigitTest: ...

class IntegerPercent:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def histogram(self) -> NDArray[np.float64]: ...
    @property
    def n(self) -> float: ...
    @property
    def observed(self) -> float: ...
    @property
    def expected(self) -> float: ...
    @property
    def variance(self) -> float: ...
    @property
    def statistic(self) -> float: ...
    @property
    def pvalue(self) -> float: ...
    @property
    def flags(self) -> list[str]: ...

def integer_percent_test(
    x: NDArray[np.float64],
    n: NDArray[np.float64],
    *,
    window: tuple[int, int],
    method: str,
    alternative: str,
    draws: int,
    seed: int,
    threads: int,
) -> IntegerPercent: ...

class Fingerprint:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def counts(self) -> NDArray[np.float64]: ...
    @property
    def n(self) -> float: ...
    @property
    def left_out(self) -> float: ...
    @property
    def flags(self) -> list[str]: ...

def fingerprint(
    ballots: NDArray[np.float64],
    registered: NDArray[np.float64],
    winner: NDArray[np.float64],
    *,
    bins: int,
) -> Fingerprint: ...

class VoteRate:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def n(self) -> float: ...
    @property
    def left_out(self) -> float: ...
    @property
    def mean(self) -> float: ...
    @property
    def sd(self) -> float: ...
    @property
    def skewness(self) -> float: ...
    @property
    def excess_kurtosis(self) -> float: ...
    @property
    def flags(self) -> list[str]: ...

def log_vote_rate(registered: NDArray[np.float64], winner: NDArray[np.float64]) -> VoteRate: ...

class KlimekModel:
    def __init__(
        self,
        *,
        incremental: float,
        extreme: float,
        exponent: float,
        width: float,
        turnout: float,
        turnout_sd: float,
        share: float,
        share_sd: float,
    ) -> None: ...
    @property
    def incremental(self) -> float: ...
    @property
    def extreme(self) -> float: ...
    @property
    def exponent(self) -> float: ...
    @property
    def width(self) -> float: ...
    @property
    def turnout(self) -> float: ...
    @property
    def turnout_sd(self) -> float: ...
    @property
    def share(self) -> float: ...
    @property
    def share_sd(self) -> float: ...

class KlimekFit:
    def __init__(self, *args: object, **kwargs: object) -> None: ...
    @property
    def model(self) -> KlimekModel: ...
    @property
    def distance(self) -> float: ...
    @property
    def distance_honest(self) -> float: ...
    @property
    def n(self) -> float: ...
    @property
    def left_out(self) -> float: ...
    @property
    def flags(self) -> list[str]: ...

def klimek_fit(
    ballots: NDArray[np.float64],
    registered: NDArray[np.float64],
    winner: NDArray[np.float64],
    *,
    bins: int,
    draws: int,
    seed: int,
) -> KlimekFit: ...
def klimek_simulate(
    registered: NDArray[np.float64], *, model: KlimekModel, seed: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]: ...
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
def mover_difference(
    estimate_1: NDArray[np.float64],
    low_1: NDArray[np.float64],
    high_1: NDArray[np.float64],
    estimate_2: NDArray[np.float64],
    low_2: NDArray[np.float64],
    high_2: NDArray[np.float64],
) -> Estimates: ...
def mover_ratio(
    estimate_1: NDArray[np.float64],
    low_1: NDArray[np.float64],
    high_1: NDArray[np.float64],
    estimate_2: NDArray[np.float64],
    low_2: NDArray[np.float64],
    high_2: NDArray[np.float64],
) -> Estimates: ...
