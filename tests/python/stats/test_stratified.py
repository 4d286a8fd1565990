from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats
from reference import pooling as reference

cell = st.integers(0, 60)
positive = st.integers(1, 60)
tables = st.lists(st.tuples(cell, cell, cell, cell), min_size=1, max_size=6)
full_tables = st.lists(st.tuples(positive, positive, positive, positive), min_size=2, max_size=6)
MEASURES = ["or", "rr", "rd"]


def test_one_table_by_hand():
    # 8 of 10 and 1 of 6: odds ratio 8 * 5 / 2, risk ratio 0.8 * 6, difference 0.8 - 1/6.
    odds, risk, difference = (stats.mantel_haenszel([[8, 2, 1, 5]], m) for m in MEASURES)
    assert odds.estimate == pytest.approx(20, rel=1e-15)
    assert odds.standard_error == pytest.approx(math.sqrt(1.825), rel=1e-14)
    assert risk.estimate == pytest.approx(4.8, rel=1e-15)
    assert difference.estimate == pytest.approx(19 / 30, rel=1e-15)
    # a - E = 8 - 10 * 9 / 16 = 2.375, its variance 10 * 6 * 9 * 7 / (16² * 15) = 0.984375.
    test = stats.cmh_test([[8, 2, 1, 5]])
    assert test.statistic == pytest.approx(2.375**2 / 0.984375, rel=1e-14)
    assert test.df == 1


def test_the_variance_of_one_difference_by_hand():
    # Of one table it is that of two proportions: 0.8 0.2 / 10 + 1/6 5/6 / 6. Greenland and Robins (1985).
    e = stats.mantel_haenszel([[8, 2, 1, 5]], "rd", variance="greenland_robins")
    assert e.standard_error == pytest.approx(math.sqrt(0.016 + 5 / 216), rel=1e-14)


@given(full_tables)
def test_equals_the_reference(strata):
    e = stats.mantel_haenszel(strata)
    estimate, variance = reference.odds_ratio(strata)
    assert e.estimate == pytest.approx(float(estimate), rel=1e-14)
    assert e.standard_error == pytest.approx(math.sqrt(variance), rel=1e-13)
    for tarone in (False, True):
        wanted = reference.breslow_day(strata, tarone=tarone)
        assert stats.breslow_day(strata, tarone=tarone).statistic == pytest.approx(
            wanted, rel=1e-8, abs=1e-10
        )


@given(tables, st.sampled_from(MEASURES))
def test_swapping_the_groups_turns_the_measure(strata, measure):
    e = stats.mantel_haenszel(strata, measure)
    other = stats.mantel_haenszel([(c, d, a, b) for a, b, c, d in strata], measure)
    if math.isnan(e.estimate):
        assert math.isnan(other.estimate)
        assert "undefined" in e.flags
        return
    if measure == "rd":
        assert other.estimate == pytest.approx(-e.estimate, abs=1e-15)
        assert other.low == pytest.approx(-e.high, abs=1e-14)
    elif e.estimate:
        assert other.estimate == pytest.approx(1 / e.estimate, rel=1e-13)
        assert other.low == pytest.approx(1 / e.high, rel=1e-12)


@given(tables, st.sampled_from(MEASURES))
def test_more_confidence_is_wider_and_holds_the_estimate(strata, measure):
    narrow, wide = (stats.mantel_haenszel(strata, measure, confidence=c) for c in (0.8, 0.99))
    if math.isnan(narrow.estimate):
        return
    assert wide.low <= narrow.low <= narrow.estimate <= narrow.high <= wide.high


@given(tables)
def test_a_stratum_of_one_group_tells_nothing(strata):
    for measure in MEASURES:
        e = stats.mantel_haenszel(strata, measure)
        more = stats.mantel_haenszel([*strata, (3, 4, 0, 0)], measure)
        assert (more.estimate, more.flags) == (pytest.approx(e.estimate, nan_ok=True), e.flags)
        assert more.standard_error == pytest.approx(e.standard_error, nan_ok=True)
    one, other = (
        stats.mantel_haenszel(each, "rd", variance="greenland_robins").standard_error
        for each in (strata, [*strata, (3, 4, 0, 0)])
    )
    assert other == pytest.approx(one, nan_ok=True)
    # Nor does it add a degree of freedom.
    assert stats.breslow_day(strata).df == stats.breslow_day([*strata, (3, 4, 0, 0)]).df


def test_a_batch_is_its_analyses_for_any_threads():
    random = np.random.default_rng(2)
    cells = random.integers(0, 40, (700, 5, 4)).astype(float)
    cells[random.random(cells.shape) < 0.01] = math.nan
    for measure in MEASURES:
        one, two = (stats.mantel_haenszel(cells, measure, threads=n) for n in (1, 2))
        assert np.array_equal(one.high, two.high, equal_nan=True)
        assert np.array_equal(one.flags, two.flags)
    test = stats.breslow_day(cells, threads=2)
    for i in range(0, 700, 100):
        assert stats.mantel_haenszel(cells[i], "rd").high == one.high[i]
        assert stats.breslow_day(cells[i]).pvalue == test.pvalue[i]
    square = stats.cmh_test(cells.reshape(700, 5, 2, 2))
    assert np.array_equal(square.pvalue, stats.cmh_test(cells).pvalue)


def test_a_test_of_one_side():
    strata = [[8, 2, 1, 5], [3, 7, 1, 9]]
    both, greater, less = (stats.cmh_test(strata, alternative=a) for a in ("two-sided", "greater", "less"))
    assert greater.pvalue == pytest.approx(both.pvalue / 2, rel=1e-13)
    assert greater.pvalue + less.pvalue == pytest.approx(1)
    # Below 1/2 the corrected difference is 0: 1 of 2 against 1 of 2.
    assert stats.cmh_test([[1, 1, 1, 1]], correction=True).statistic == 0


def test_ends_of_the_range():
    assert stats.mantel_haenszel([[0, 5, 3, 2]]).flags == ("one_sided", "degenerate")
    nothing = stats.mantel_haenszel([[0, 5, 0, 2]])
    assert math.isnan(nothing.estimate)
    assert nothing.flags == ("undefined", "one_sided")
    assert stats.breslow_day([[8, 2, 1, 5]]).flags == ("undefined",)
    missing = stats.mantel_haenszel([[8, 2, math.nan, 5]])
    assert missing.flags == ("missing",)
    assert missing.interval is None


@given(*[st.integers(1, 6)] * 4, st.integers(0, 3), st.integers(0, 3))
def test_bounds_hold_what_the_reports_allow(a, b, c, d, more, most):
    cells = [[pg.Interval(a, a + more), b, pg.Interval(c, c + most), d], [3, 4, 5, 6]]
    e = stats.mantel_haenszel(cells)
    assume(more + most)
    counts = itertools.product(range(a, a + more + 1), range(c, c + most + 1))
    units = [stats.mantel_haenszel([[x, b, y, d], [3, 4, 5, 6]]) for x, y in counts]
    assert e.identified.low == pytest.approx(min(u.estimate for u in units))
    assert e.identified.high == pytest.approx(max(u.estimate for u in units))
    assert e.low <= min(u.low for u in units) * (1 + 1e-12)
    assert e.high >= max(u.high for u in units) * (1 - 1e-12)


def test_a_cell_of_at_least():
    e = stats.mantel_haenszel([[pg.Interval(8, math.inf), 2, 1, 5]])
    assert e.estimate is None
    assert str(e.identified) == "[20, ∞)"
    assert e.standard_error is None
    assert e.method == "robins_breslow_greenland, union"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.mantel_haenszel([[1, 2, 3]]), r"tables are 1 x 3, expected strata x 4"),
        (lambda: stats.mantel_haenszel(3), r"tables are a number"),
        (lambda: stats.mantel_haenszel(np.zeros((0, 4))), r"tables are 0 x 4"),
        (lambda: stats.mantel_haenszel([[1, 2, 3, -4]]), r"cell d of tables\[0\] is -4, expected a whole"),
        (lambda: stats.mantel_haenszel([[1, 2.5, 3, 4]]), r"cell b of tables\[0\] is 2\.5"),
        (lambda: stats.cmh_test([[1, math.inf, 3, 4]]), r"cell b of tables\[0\] is ∞"),
        (lambda: stats.mantel_haenszel([[1, 2, 3, 4]], "hr"), r"measure is 'hr', expected one of or, rr, rd"),
        (lambda: stats.mantel_haenszel([[1, 2, 3, 4]], "rr", variance="sato"), r"measure 'rr' doesn't have"),
        (lambda: stats.mantel_haenszel([[1, 2, 3, 4]], variance="hc"), r"variance is 'hc', expected one of"),
        (lambda: stats.mantel_haenszel([[1, 2, 3, 4]], alpha=0), r"alpha is 0, expected a number between"),
        (lambda: stats.mantel_haenszel([[pg.Interval(1, 2)] * 4] * 4), r"more than 12 cells are in bounds"),
    ],
)
def test_a_broken_contract_is_a_domain_error(call, message):
    with pytest.raises(pg.DomainError, match=message):
        call()


def test_a_test_takes_no_interval():
    with pytest.raises(TypeError, match="a test takes counts only"):
        stats.cmh_test([[pg.Interval(1, 2), 2, 3, 4]])
