from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats
from reference import proportion as reference

numbers = st.integers(0, 10**6)
RATIOS = [stats.count_ratio, stats.injury_ratio, stats.killed_wounded_ratio]


@pytest.mark.parametrize("ratio", RATIOS)
def test_a_ratio_of_two_counts(ratio):
    e = ratio([3, 150], [12, 610])
    assert e.estimate.tolist() == [0.25, 150 / 610]
    unit = ratio(3, 12)
    assert tuple(unit) == (e.low[0], e.high[0])
    assert unit.identified == pg.Interval(0.25, 0.25)


def test_equals_the_reference():
    random = np.random.default_rng(20261124)
    a, b = np.floor(10 ** random.uniform(0, 8, (2, 60)))
    low, high = stats.count_ratio(a, b)
    z = reference.deviate(0.05)
    for i in range(60):
        want = [p / (1 - p) for p in reference.interval(int(a[i]), int(a[i] + b[i]), z, "wilson")]
        assert [low[i], high[i]] == pytest.approx([float(w) for w in want], rel=1e-14)


@given(numbers, numbers)
def test_swapping_the_sides_inverts_the_ratio(a, b):
    low, high = stats.count_ratio(a, b)
    swapped_low, swapped_high = stats.count_ratio(b, a)
    assert swapped_low == pytest.approx(1 / high if high else math.inf, rel=1e-12)
    assert swapped_high == pytest.approx(1 / low if low else math.inf, rel=1e-12)


@given(numbers, numbers)
def test_a_ratio_is_inside_its_interval(a, b):
    e = stats.count_ratio(a, b)
    low, high = e
    if a + b:
        assert low <= e.estimate * (1 + 1e-15)
        assert e.estimate <= high * (1 + 1e-15)


def test_a_divisor_of_0():
    one = stats.injury_ratio(1, 0)
    assert (one.estimate, one.interval.high, one.flags) == (math.inf, math.inf, ("one_sided",))
    none = stats.injury_ratio(0, 0)
    assert math.isnan(none.estimate)
    assert none.interval == pg.Interval(0, math.inf)
    assert none.flags == ("undefined", "one_sided")


small = st.integers(0, 5)


@given(small, small, small, small)
def test_union_holds_what_the_reports_allow_and_no_more(low, width, least, more):
    a, b = pg.Interval(low, low + width), pg.Interval(least, least + more)
    pairs = [(x, y) for x in range(low, low + width + 1) for y in range(least, least + more + 1)]
    for quantity in (stats.injury_ratio, stats.case_fatality):
        units = [quantity(x, y) for x, y in pairs if x + y > 0 or quantity is stats.injury_ratio]
        if not units:
            continue
        interval = quantity(a, b).interval
        assert interval.low == pytest.approx(min(u.interval.low for u in units), abs=1e-15)
        assert interval.high == pytest.approx(max(u.interval.high for u in units), abs=1e-15)


def test_at_least_so_many_wounded_bounds_the_ratio_above():
    e = stats.killed_wounded_ratio(10, pg.Interval(40, math.inf))
    assert e.estimate is None
    assert str(e.identified) == "(0, 0.25]"
    assert e.interval.low == 0
    assert e.interval.high == stats.killed_wounded_ratio(10, 40).interval.high
    assert e.method == "wilson, union"


def test_case_fatality_is_the_proportion_of_the_total():
    e = stats.case_fatality([10, 0, 3], [30, 0, math.nan], method="wilson_cc")
    p = stats.proportion([10], [40], method="wilson_cc")
    assert (e.estimate[0], e.low[0], e.high[0]) == (0.25, p.low[0], p.high[0])
    assert e.flags.tolist() == [0, stats.Flag.undefined, stats.Flag.missing]
    assert stats.case_fatality(0, 0).flags == ("undefined",)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.injury_ratio([1], [-1]), r"side_b\[0\] is -1"),
        (lambda: stats.injury_ratio([1, 2], [1, 2, 3]), r"side_a has 2 entries, side_b has 3$"),
        (lambda: stats.killed_wounded_ratio(1.5, 2), r"killed is 1\.5, expected a whole number"),
        (lambda: stats.case_fatality([1], [0.5]), r"wounded\[0\] is 0\.5"),
        (lambda: stats.count_ratio(math.inf, 2), r"a is ∞, expected a whole number"),
    ],
)
def test_a_broken_contract_is_a_domain_error(call, message):
    with pytest.raises(pg.DomainError, match=message):
        call()
