from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats
from reference.comparison import likeliest

METHODS = ["garwood", "midp", "score", "byar", "jeffreys", "likelihood", "wald", "anscombe"]
RATIOS = ["score", "exact", "midp", "blaker", "likelihood", "jeffreys"]
counts = st.integers(0, 10**6)
exposures = st.floats(0.01, 1000)


def poisson(k: int, mean: float) -> float:
    return math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) if mean else float(k == 0)


def test_the_exact_limits_of_no_event_and_of_one():
    # P(0 | m) = exp(-m) = 0.025: m = 3.688879.
    assert stats.rate(0, 1).high == pytest.approx(-math.log(0.025), rel=1e-14)
    low, high = stats.rate(1, 2)
    # 1 - exp(-2 low) = 0.025; (1 + 2 high) exp(-2 high) = 0.025.
    assert -math.expm1(-2 * low) == pytest.approx(0.025, rel=1e-13)
    assert (1 + 2 * high) * math.exp(-2 * high) == pytest.approx(0.025, rel=1e-12)


@pytest.mark.parametrize("method", METHODS)
@given(count=counts, exposure=exposures)
def test_an_interval_holds_its_rate_and_grows_with_confidence(method, count, exposure):
    e = stats.rate(count, exposure, method=method)
    wide = stats.rate(count, exposure, method=method, confidence=0.99)
    assert 0 <= wide.low <= e.low <= e.high <= wide.high
    if method != "jeffreys" or count:
        assert e.low <= e.estimate <= e.high
    more = stats.rate(count + 1, exposure, method=method)
    assert e.low <= more.low
    assert e.high < more.high


def test_anscombe_and_log_wald_by_hand():
    # (√(9.375) ± 1.959964 / 2)² - 3/8.
    low, high = stats.rate(9, 1, method="anscombe")
    root, half = math.sqrt(9.375), 1.959963984540054 / 2
    assert (low, high) == pytest.approx(((root - half) ** 2 - 0.375, (root + half) ** 2 - 0.375), rel=1e-12)
    # 8 / 2 with the variance 1/8 + 1/2 of its logarithm.
    width = math.exp(2 * half * math.sqrt(0.625))
    assert tuple(stats.rate_ratio(8, 1, 2, 1, method="log_wald")) == pytest.approx(
        (4 / width, 4 * width), rel=1e-12
    )


@pytest.mark.parametrize("count", [10**6, 10**9, 10**12])
def test_mid_p_limits_of_many_events_lie_between_the_exact_ones(count):
    # Half a count within them, by the continuity correction: x ± 1/2 + z √x.
    exact, mid = (stats.rate(count, 1, method=m) for m in ("garwood", "midp"))
    assert exact.low < mid.low < count < mid.high < exact.high
    assert exact.high - mid.high == pytest.approx(0.5, abs=0.01)
    assert mid.low - exact.low == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize(
    ("x1", "t1", "x2", "t2"), [(12, 6.0, 4, 3.0), (0, 2.0, 5, 1.0), (3, 1.0, 0, 4.0), (40, 10.0, 90, 25.0)]
)
def test_score_limits_of_a_difference_solve_their_equation(x1, t1, x2, t2):
    # (difference - d)² = z² V(d), the second rate where the likelihood is greatest with the first d above it.
    def log_likelihood(second, d):
        total = 0.0
        for x, t, rate in ((x1, t1, second + d), (x2, t2, second)):
            total += (x * math.log(rate) if x else 0.0) - rate * t if rate > 0 or not x else -math.inf
        return total

    for d in stats.rate_diff(x1, t1, x2, t2):
        low = max(0.0, -d)
        second = likeliest(lambda rate, d=d: log_likelihood(rate, d), low, low + 50)
        variance = (second + d) / t1 + second / t2
        z = (x1 / t1 - x2 / t2 - d) / math.sqrt(variance)
        assert abs(z) == pytest.approx(1.959963984540054, rel=1e-5)


@pytest.mark.parametrize("method", ["garwood", "midp", "score", "likelihood"])
def test_coverage_by_enumeration(method):
    means = np.linspace(0.05, 40, 200)
    ks = np.arange(140)
    e = stats.rate(ks, 1, method=method)
    covered = []
    for mean in means:
        inside = (e.low <= mean) & (mean <= e.high)
        covered.append(sum(poisson(int(k), mean) for k in ks[inside]))
    # Only the exact one keeps its promise everywhere; the others do on average.
    least = {"garwood": 0.95, "midp": 0.91, "score": 0.88, "likelihood": 0.82}[method]
    assert min(covered) >= least
    assert np.mean(covered) == pytest.approx(0.955, abs=0.025)


def test_ends_of_no_width_and_without_bound():
    assert stats.rate_diff(0, 1, 0, 1, method="wald").interval == pg.Interval(0, 0)
    assert stats.rate_diff(0, 1, 0, 1).high > 3  # not what Wald says
    # Units of exposure change nothing but the unit of the answer.
    plain = stats.rate_diff(3, 1, 4, 2)
    for unit in (2.0**-600, 2.0**600, 2.0**1022):
        other = stats.rate_diff(3, unit, 4, 2 * unit)
        assert (other.low * unit, other.high * unit) == (plain.low, plain.high)
    apart = stats.rate_diff(3, 1e-300, 4, 1e300)
    assert apart.flags == ("undefined",)
    assert stats.rate_ratio(3, 1, 0, 1).flags == ("one_sided",)
    nothing = stats.rate_ratio(0, 1, 0, 1)
    assert math.isnan(nothing.estimate)
    assert nothing.flags == ("undefined", "one_sided")
    assert stats.rate_ratio(0, 1, 5, 1, method="log_wald").flags == ("one_sided", "degenerate")


@pytest.mark.parametrize("method", RATIOS)
@given(x1=st.integers(0, 5000), x2=st.integers(0, 5000), t1=exposures, t2=exposures)
def test_a_ratio_turned_round_has_reciprocal_ends(method, x1, x2, t1, t2):
    if x1 + x2 == 0:
        return
    e = stats.rate_ratio(x1, t1, x2, t2, method=method)
    turned = stats.rate_ratio(x2, t2, x1, t1, method=method)
    if e.low > 0:
        assert turned.high == pytest.approx(1 / e.low, rel=1e-11)
    else:
        assert turned.high == math.inf
    same = stats.count_ratio(x1, x2, method="wilson")
    if method == "score" and e.low > 0:
        assert e.low == pytest.approx(same.low * t2 / t1, rel=1e-13)


@pytest.mark.parametrize("method", ["score", "wald", "mover_score"])
@given(x1=st.integers(0, 5000), x2=st.integers(0, 5000), t1=exposures, t2=exposures)
def test_a_difference_turned_round_is_its_negative(method, x1, x2, t1, t2):
    e = stats.rate_diff(x1, t1, x2, t2, method=method)
    turned = stats.rate_diff(x2, t2, x1, t1, method=method)
    scale = x1 / t1 + x2 / t2 + 1 / t1 + 1 / t2
    assert e.low == pytest.approx(-turned.high, abs=1e-10 * scale)
    assert e.low <= e.estimate <= e.high


def test_reported_bounds_enter_as_intervals():
    e = stats.rate(pg.Interval(50, math.inf), 10)
    assert e.identified == pg.Interval(5, math.inf)
    assert e.low == stats.rate(50, 10).low
    assert e.high == math.inf
    e = stats.rate_ratio(pg.Interval(10, 20), 1, pg.Interval(4, 5), 2)
    assert e.identified == pg.Interval(4, 10)
    assert e.low == stats.rate_ratio(10, 1, 5, 2).low
    assert e.high == stats.rate_ratio(20, 1, 4, 2).high
    e = stats.rate_diff(pg.Interval(50, 60), 1, pg.Interval(20, math.inf), 1)
    assert e.identified == pg.Interval(-math.inf, 40)
    assert e.high == stats.rate_diff(60, 1, 20, 1).high


def test_missing_passes_through_and_threads_agree():
    e = stats.rate([None, 3], 2)
    assert np.isnan(e.estimate[0])
    assert e.flags.tolist() == [stats.Flag.missing, 0]
    x, t = np.arange(4000.0), np.linspace(1, 5, 4000)
    alone, shared = (stats.rate_diff(x, t, x[::-1], t, threads=k) for k in (1, 4))
    assert np.array_equal(alone.low, shared.low)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.rate(-1, 2), r"count is -1, expected a whole number >= 0"),
        (lambda: stats.rate([1, 1.5], 2), r"count\[1\] is 1\.5, expected a whole number >= 0, or NaN"),
        (lambda: stats.rate([1], [0]), r"exposure\[0\] is 0, expected a number > 0, or NaN"),
        (lambda: stats.rate(1, 0), r"exposure is 0, expected a number > 0"),
        (lambda: stats.rate([1], [math.inf]), r"exposure\[0\] is ∞"),
        (lambda: stats.rate([1, 2], [1, 2, 3]), r"count has 2 entries, exposure has 3"),
        (lambda: stats.rate(1, 2, method="wald2"), r"method is 'wald2', expected one of garwood, midp"),
        (lambda: stats.rate_ratio(1, 1, -1, 1), r"x2 is -1"),
        (lambda: stats.rate_diff([1], [1], [1], [-1]), r"t2\[0\] is -1"),
        (lambda: stats.rate_test(1, 1, 1, 1, ratio=0), r"ratio\[0\] is 0, expected a number > 0"),
        (
            lambda: stats.rate_ratio(1, 1, 2, 1, method="blaker", alternative="less"),
            "blaker gives two-sided intervals only, alternative is 'less'",
        ),
    ],
)
def test_a_broken_contract_is_a_domain_error(call, message):
    with pytest.raises(pg.DomainError, match=message):
        call()


def test_a_test_of_a_share_by_hand():
    # 3 of 4 at 1/2: likelier outcomes are 2 only: 1 - 6/16 = 0.625.
    assert stats.proportion_test(3, 4, 0.5).pvalue == pytest.approx(0.625, rel=1e-14)
    assert stats.proportion_test(3, 4, 0.5, alternative="greater").pvalue == pytest.approx(5 / 16, rel=1e-14)
    assert stats.proportion_test(3, 4, 0.5, method="midp", alternative="greater").pvalue == pytest.approx(
        3 / 16
    )
    # z = (3 - 2) / sqrt(4 / 4) = 1.
    score = stats.proportion_test(3, 4, 0.5, method="score")
    assert score.statistic == 1
    assert score.pvalue == pytest.approx(math.erfc(math.sqrt(0.5)), rel=1e-14)
    # Of a share so small that its complement is 1 in a double: half of 10 * 1e-20.
    tiny = stats.proportion_test(1, 10, 1e-20, method="midp", alternative="greater")
    assert tiny.pvalue == pytest.approx(5e-20, rel=1e-12, abs=0)
    assert stats.proportion_test(0, 5, 0).pvalue == 1
    assert stats.proportion_test(1, 5, 0).pvalue == 0


@given(st.integers(0, 60), st.integers(1, 60), st.floats(0.01, 0.99))
def test_the_exact_test_sums_the_outcomes_that_are_no_likelier(x, n, p):
    x = min(x, n)
    points = [math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]
    want = sum(each for each in points if each <= points[x] * (1 + 1e-7))
    assert stats.proportion_test(x, n, p).pvalue == pytest.approx(want, rel=1e-9)


def test_a_test_of_two_rates_is_that_of_a_share():
    two = stats.rate_test(12, 6, 4, 3, ratio=0.5)
    # Given 16 events, the first is binomial with 0.5 * 6 / (0.5 * 6 + 3) = 1/2.
    assert two.pvalue == stats.proportion_test(12, 16, 0.5).pvalue
    column = stats.rate_test([0, 12], 1, [0, 4], 1)
    assert column.flags.tolist() == [stats.Flag.undefined, 0]
    assert repr(column).startswith("2 tests, p 0.0768")
    assert column.to_dict()["flags"] == [("undefined",), ()]


@pytest.mark.parametrize("method", ["exact", "midp", "score"])
def test_the_share_of_exposures_whose_product_is_beyond_doubles_is_known(method):
    plain = stats.rate_test(3, 1, 9, 2, ratio=4, method=method)
    for scale in (2.0**1000, 2.0**-1000):
        same = stats.rate_test(3, scale, 9, 2 * scale, ratio=4, method=method)
        assert (same.statistic, same.pvalue) == (plain.statistic, plain.pvalue)
    far = stats.rate_test(3, 1e200, 4, 1, ratio=1e200, method=method)
    assert far.pvalue == 0
    assert stats.rate_test(3, 1e308, 0, 1, ratio=1e308, method=method).pvalue in (0.5, 1)


def test_a_share_that_is_as_expected_has_a_p_value_of_one():
    assert stats.proportion_test(10, 20, 0.5, method="score").pvalue == 1
    assert stats.rate_test(9, 7.3, 9, 7.3, method="score").pvalue == 1


def test_where_no_number_is_accepted_the_ends_are_in_their_order():
    low, high = stats.finite_population(17, 56, 60, method="midp", confidence=0.01)
    assert (low, high) == (18 / 60, 19 / 60)


def test_a_finite_population_known_in_full_leaves_no_doubt():
    e = stats.finite_population(4, 10, 10)
    assert (e.low, e.high, e.flags) == (0.4, 0.4, ("degenerate",))
    wide = stats.proportion(4, 10, method="clopper_pearson")
    some = stats.proportion(4, 10, population=50, method="clopper_pearson")
    assert wide.low < some.low < some.high < wide.high
    many = stats.finite_population(4, 10, 10**9)
    assert many.low == pytest.approx(wide.low, rel=1e-6)
    with pytest.raises(
        pg.DomainError, match=r"nobs\[0\] is 10, expected at most population\[0\], which is 9"
    ):
        stats.finite_population([4], [10], [9])


def test_a_finite_population_by_enumeration():
    x, n, size = 2, 5, 12
    e = stats.finite_population(x, n, size, confidence=0.9)

    def tail(successes, ks):
        ways = [math.comb(successes, k) * math.comb(size - successes, n - k) for k in ks]
        return sum(ways) / math.comb(size, n)

    kept = [k for k in range(size + 1) if tail(k, range(x, n + 1)) > 0.05 and tail(k, range(x + 1)) > 0.05]
    assert (e.low * size, e.high * size) == (kept[0], kept[-1])

    def mid_tail(successes, ks):
        return tail(successes, ks) - tail(successes, [x]) / 2

    kept = [k for k in range(size + 1) if min(mid_tail(k, range(x, n + 1)), mid_tail(k, range(x + 1))) > 0.05]
    mid = stats.finite_population(x, n, size, confidence=0.9, method="hypergeometric_midp")
    assert (mid.low * size, mid.high * size) == (kept[0], kept[-1])
    assert stats.turnout(2, 5, population=12, method="clopper_pearson", confidence=0.9).low == e.low
