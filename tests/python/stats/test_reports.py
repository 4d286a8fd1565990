from __future__ import annotations

import math
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import Interval, stats
from reference.comparison import likeliest

whole = st.integers(0, 300)


@st.composite
def reports(draw):
    low = draw(whole)
    high = draw(st.one_of(st.just(math.inf), st.integers(low, 400)))
    return Interval(low, high)


def rounds_to(count, nobs, decimals, way):
    return (Decimal(100 * count) / Decimal(nobs)).quantize(Decimal(1).scaleb(-decimals), rounding=way)


@given(st.integers(1, 400), st.integers(0, 400), st.integers(0, 3))
def test_counts_of_a_percentage_are_those_that_round_to_it(nobs, count, decimals):
    count = min(count, nobs)
    percent = rounds_to(count, nobs, decimals, ROUND_HALF_UP)
    e = stats.percent_to_counts(str(percent), nobs, decimals=decimals)
    want = [
        k
        for k in range(nobs + 1)
        if percent
        in (rounds_to(k, nobs, decimals, ROUND_HALF_UP), rounds_to(k, nobs, decimals, ROUND_HALF_DOWN))
    ]
    assert (e.identified.low, e.identified.high) == (want[0], want[-1])
    assert stats.grim_check(str(percent), nobs, decimals=decimals)
    assert e.flags == ()


def test_a_percentage_that_no_count_gives():
    e = stats.percent_to_counts("63", 9)
    assert e.flags == ("inconsistent",)
    assert e.identified == Interval(5, 6)
    assert stats.percent_to_counts("3.50", 200).estimate == 7
    assert stats.percent_to_counts(3.5, 2000).identified == Interval(69, 71)
    column = stats.grim_check([63, 67, None], 9, decimals=0)
    assert column.tolist() == [False, True, True]
    missing = stats.percent_to_counts(math.nan, 9)
    assert missing.flags == ("missing",)
    assert math.isnan(missing.estimate)


@given(st.lists(reports(), min_size=1, max_size=7))
def test_consistent_subsets_are_the_maximal_ones(all_reports):
    def fit(subset):
        shared = max(all_reports[k].low for k in subset), min(all_reports[k].high for k in subset)
        return shared[0] <= shared[1]

    size = len(all_reports)
    consistent = [
        frozenset(k for k in range(size) if bits >> k & 1)
        for bits in range(1, 2**size)
        if fit([k for k in range(size) if bits >> k & 1])
    ]
    maximal = {each for each in consistent if not any(each < other for other in consistent)}
    found = stats.consistent_subsets(all_reports)
    assert {frozenset(each.reports) for each in found} == maximal
    assert len(found) == len(maximal)
    sizes = [len(each.reports) for each in found]
    assert sizes == sorted(sizes, reverse=True)
    for each in found:
        assert each.interval.low == max(all_reports[k].low for k in each.reports)
        assert each.interval.high == min(all_reports[k].high for k in each.reports)


def test_open_ends_touch_nothing():
    below, above = Interval(0, 10, high_open=True), Interval(10, 20)
    assert [each.reports for each in stats.consistent_subsets([below, above])] == [(0,), (1,)]
    assert [each.reports for each in stats.consistent_subsets([Interval(0, 10), above])] == [(0, 1)]


@given(st.lists(reports(), min_size=1, max_size=6))
def test_a_toll_never_falls(all_reports):
    done = stats.toll_timeline(all_reports)
    assert len(done.intervals) == len(done.consistent) == len(all_reports)
    if all(done.consistent):
        lows = [each.low for each in done.intervals]
        highs = [each.high for each in done.intervals]
        assert lows == sorted(lows)
        assert highs == sorted(highs)
    for report, interval in zip(all_reports, done.intervals, strict=True):
        assert report.contains(interval)


def test_a_toll_that_fell_is_marked():
    done = stats.toll_timeline([31, 14, Interval(40, math.inf)], times=["Mon", "Tue", "Wed"])
    assert done.consistent == (False, False, True)
    assert done.intervals[:2] == (Interval(31, 31), Interval(14, 14))
    assert done.times == ("Mon", "Tue", "Wed")


def test_a_mean_behind_exact_reports_is_their_mean():
    done = stats.censored_count_mle([40, 50, 60])
    assert done.estimate.estimate == pytest.approx(50, rel=1e-12)
    # 2 (l(50) - l(m)) = z²: 3 (50 log(50 / m) + m - 50) = z² / 2.
    for end in done.estimate:
        assert 3 * (50 * math.log(50 / end) + end - 50) == pytest.approx(1.959963984540054**2 / 2, rel=1e-9)
    assert done.estimate.identified == Interval(40, 60)


@pytest.mark.parametrize(
    "reports",
    [
        [3, 4, Interval(10, 12)],
        [Interval(2, 3), 14, 15],
        [Interval(5, 8), Interval(7, 20), 6, Interval(0, 4)],
    ],
)
def test_reports_in_bounds_are_sums_of_chances(reports):
    def log_likelihood(mean):
        ranges = ((r.low, r.high) if isinstance(r, Interval) else (r, r) for r in reports)
        return sum(
            math.log(
                sum(
                    math.exp(k * math.log(mean) - mean - math.lgamma(k + 1))
                    for k in range(int(low), int(high) + 1)
                )
            )
            for low, high in ranges
        )

    done = stats.censored_count_mle(reports)
    assert done.estimate.estimate == pytest.approx(likeliest(log_likelihood, 0.1, 50), rel=1e-6)
    assert done.loglik == pytest.approx(log_likelihood(done.estimate.estimate), rel=1e-12)


def test_lower_bounds_alone_leave_no_high_end():
    done = stats.censored_count_mle([Interval(50, math.inf), Interval(30, math.inf)])
    assert done.estimate.estimate == math.inf
    assert done.estimate.flags == ("one_sided",)
    assert 30 < done.estimate.low < 50
    low = stats.censored_count_mle([Interval(0, 5)])
    assert low.estimate.estimate == 0
    assert low.estimate.low == 0


def test_sources_that_differ_give_a_wider_interval_than_chance():
    apart = [14, 31, 55]
    chance = stats.reconcile(apart, method="likelihood")
    sources = stats.reconcile(apart, method="random_source")
    assert not stats.reconcile(apart).agree
    assert sources.estimate.low < chance.estimate.low
    assert sources.estimate.high > chance.estimate.high
    # The geometric mean, but for the half count around each report.
    assert sources.estimate.estimate == pytest.approx((14 * 31 * 55) ** (1 / 3), rel=0.01)


def test_one_source_says_nothing_of_how_sources_err():
    one = stats.reconcile([120], method="random_source").estimate
    assert (one.estimate, one.low, one.high) == (120, 0, math.inf)
    assert "degenerate" in one.flags
    bounds = stats.reconcile([Interval(50, math.inf)] * 3, method="random_source").estimate
    assert (bounds.low, bounds.high) == (0, math.inf)


@pytest.mark.parametrize("method", ["imbens_manski", "stoye"])
def test_an_interval_of_a_bounded_quantity(method):
    function = getattr(stats, method)
    point = function(0.5, 0.5, 0.05, 0.05)
    assert point.low == pytest.approx(0.5 - 1.959963984540054 * 0.05, rel=1e-7)
    far = function(0.2, 0.8, 0.01, 0.01)
    assert far.low == pytest.approx(0.2 - 1.6448536269514722 * 0.01, rel=1e-6)
    assert far.identified == Interval(0.2, 0.8)
    known = function(0.2, 0.8, 0, 0)
    assert known.interval == Interval(0.2, 0.8)
    with pytest.raises(pg.DomainError, match=r"upper_bound is 0\.1, expected a finite number of at least"):
        function(0.2, 0.1, 0.05, 0.05)


@given(st.floats(0, 0.5), st.floats(0.001, 0.2), st.floats(0.001, 0.2))
def test_stoye_is_no_longer_than_imbens_and_manski(width, se_lower, se_upper):
    shorter = stats.stoye(0.2, 0.2 + width, se_lower, se_upper)
    longer = stats.imbens_manski(0.2, 0.2 + width, se_lower, se_upper)
    assert shorter.high - shorter.low <= (longer.high - longer.low) * (1 + 1e-6)


def test_widths_of_reporting_and_of_sampling():
    e = stats.bounds_ci(stats.proportion, Interval(40, 60), 100)
    assert e == stats.proportion(Interval(40, 60), 100)
    assert e.reporting_width == pytest.approx(0.2)
    assert e.reporting_width + e.sampling_width == pytest.approx(e.high - e.low)
    shorter = stats.bounds_ci(stats.proportion, Interval(40, 60), 100, method="imbens_manski")
    assert e.low < shorter.low < 0.4 < 0.6 < shorter.high < e.high
    assert stats.identified(Interval(1, 2)).sampling_width == 0
    exact = stats.bounds_ci(stats.proportion, 40, 100, method="stoye", function_method="midp")
    assert exact.method == "midp"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.percent_to_counts(101, 5), r"percent\[0\] is 101, expected a number in \[0, 100\]"),
        (lambda: stats.percent_to_counts("12.34", 5, decimals=1), r"percent\[0\] is 12\.34"),
        (lambda: stats.percent_to_counts([12], [5]), "decimals is None, expected the number of decimals"),
        (lambda: stats.percent_to_counts("12", 5.5), r"nobs\[0\] is 5\.5, expected a whole number"),
        (lambda: stats.percent_to_counts("12", 5, decimals=10), "decimals is 10, expected 0 to 9"),
        (lambda: stats.consistent_subsets([]), "reports is empty, expected at least one interval"),
        (lambda: stats.toll_timeline([]), "reports is empty"),
        (lambda: stats.toll_timeline([1, 2], times=[1]), "times has 1 entries, reports has 2"),
        (lambda: stats.toll_timeline([1, 2], times=[2, 1]), "times are not rising: 1 comes after 2"),
        (lambda: stats.censored_count_mle([5, -1]), r"reports\[1\] is -1, expected a whole number >= 0"),
        (
            lambda: stats.reconcile([5], method="mean"),
            "method is 'mean', expected one of logical, likelihood",
        ),
        (
            lambda: stats.bounds_ci(stats.proportion, Interval(1, 2), 5, method="mean"),
            "method is 'mean', expected one of union, imbens_manski, stoye",
        ),
        (
            lambda: stats.bounds_ci(stats.count_ratio, Interval(1, math.inf), 5, method="stoye"),
            r"inputs\[0\] is .*, expected an interval with two ends",
        ),
        (lambda: stats.stoye(1, 1, 0.78, 0.65, confidence=0.4), "alpha is 0.6, expected at most 0.5"),
    ],
)
def test_a_broken_contract_is_a_domain_error(call, message):
    with pytest.raises(pg.DomainError, match=message):
        call()


def test_columns_of_percentages_keep_their_shape():
    e = stats.percent_to_counts(np.array([[12.5, 33.3]]), [[8, 9]], decimals=1)
    assert e.identified.low.tolist() == [[1, 3]]
