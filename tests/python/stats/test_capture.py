from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats

TWO = [stats.lincoln_petersen, stats.chapman]
small = st.integers(0, 60)


@st.composite
def two_lists(draw):
    m, first, second = draw(small), draw(small), draw(small)
    return m + first, m + second, m


def test_two_lists():
    # 30 40 / 10 = 120; 31 41 / 11 - 1 = 114.545…
    assert stats.lincoln_petersen(30, 40, 10).estimate == 120
    assert stats.chapman(30, 40, 10).estimate == pytest.approx(31 * 41 / 11 - 1, rel=1e-15)
    # Variance 30 40 20 30 / 10³ = 720, 60 unseen: C = exp(1.959964 sqrt(log 1.2)) = 2.309169.
    low, high = stats.lincoln_petersen(30, 40, 10)
    assert low == pytest.approx(60 + 60 / 2.309169, rel=1e-6)
    assert high == pytest.approx(60 + 60 * 2.309169, rel=1e-6)


@given(two_lists())
@pytest.mark.parametrize("quantity", TWO)
def test_which_list_is_first_tells_nothing(quantity, counts):
    n1, n2, m = counts
    assert repr(quantity(n1, n2, m)) == repr(quantity(n2, n1, m))


@given(two_lists())
@pytest.mark.parametrize("method", ["lognormal", "normal"])
@pytest.mark.parametrize("quantity", TWO)
def test_intervals_hold_the_estimate_and_nest(quantity, method, counts):
    n1, n2, m = counts
    e, wider = (quantity(n1, n2, m, method=method, confidence=c) for c in (0.8, 0.99))
    if math.isnan(e.estimate):
        assert e.flags == ("undefined", "one_sided")
        return
    assert n1 + n2 - m <= wider.low <= e.low <= e.estimate <= e.high <= wider.high


def test_nobody_twice_puts_no_end_to_it():
    none = stats.lincoln_petersen([5, 0, math.nan], [4, 3, 2], [0, 0, 1])
    assert none.estimate[0] == math.inf
    assert (none.low[0], none.high[0]) == (9, math.inf)
    assert none.flags.tolist() == [
        stats.Flag.one_sided,
        stats.Flag.undefined | stats.Flag.one_sided,
        stats.Flag.missing,
    ]
    assert stats.chapman(5, 4, 0).high < math.inf
    assert stats.chapman(4, 4, 4).flags == ("degenerate",)


@given(two_lists(), st.integers(0, 6), st.integers(0, 6), st.integers(0, 6))
@pytest.mark.parametrize("method", ["lognormal", "normal"])
@pytest.mark.parametrize("quantity", TWO)
def test_union_holds_what_the_reports_allow_and_no_more(quantity, method, counts, more1, more2, more):
    n1, n2, m = counts
    e = quantity(*(pg.Interval(n, n + k) for n, k in ((n1, more1), (n2, more2), (m, more))), method=method)
    units = [
        quantity(x, y, z, method=method)
        for x in range(n1, n1 + more1 + 1)
        for y in range(n2, n2 + more2 + 1)
        for z in range(m, m + more + 1)
        if z <= min(x, y)
    ]
    known = [u for u in units if not math.isnan(u.estimate)]
    if known and len(units) > 1:
        assert e.identified.low == pytest.approx(min(u.estimate for u in known))
        assert e.identified.high == pytest.approx(max(u.estimate for u in known))
        assert e.interval.low == pytest.approx(min(u.low for u in units))
        assert e.interval.high == pytest.approx(max(u.high for u in units))


def test_a_list_of_at_least_so_many_has_no_end():
    e = stats.chapman(pg.Interval(50, math.inf), 40, 10)
    assert e.identified.high == math.inf
    assert e.identified.low == pytest.approx(stats.chapman(50, 40, 10).estimate)
    both = stats.lincoln_petersen(
        pg.Interval(50, math.inf), pg.Interval(40, math.inf), pg.Interval(10, math.inf)
    )
    assert both.identified.low == 50


def test_chao():
    # 30 + 10² / (2 5) = 40; (4 - 1)/4 of the 10: 37.5; 10 9 / (2 6) = 7.5.
    assert stats.chao(10, 5, 30).estimate == 40
    assert stats.chao(10, 5, 30, lists=4, method="chao1987_t").estimate == 37.5
    assert stats.chao(10, 5, 30, method="bias_corrected").estimate == 37.5
    assert stats.chao(0, 5, 10).flags == ("degenerate",)
    counts = {"100": 4, "010": 3, "001": 3, "110": 5, "111": 22}
    assert stats.chao(counts) == stats.chao(10, 5, 37, lists=3)


def test_chao_s_variance_by_hand():
    # Chao (1989), bias-corrected, with f2 + 1 = 5: 9 unseen, variance 9 + 10 19² / 100 + 10² 4 9² / 2500 = 58.06;
    # log-normal: C = exp(1.959964 sqrt(log(1 + 58.06 / 9²))).
    factor = math.exp(1.959963984540054 * math.sqrt(math.log1p(58.06 / 81)))
    e = stats.chao(10, 4, 30, method="bias_corrected")
    assert e.estimate == 39
    assert tuple(e) == pytest.approx((30 + 9 / factor, 30 + 9 * factor), rel=1e-12)


@pytest.mark.parametrize("method", ["chao1984", "chao1987_t", "bias_corrected"])
def test_if_nobody_was_seen_once_all_were_seen(method):
    e = stats.chao(0, 5, 10, lists=3, method=method)
    assert (e.estimate, e.low, e.high) == (10, 10, 10)


def test_nobody_may_have_been_seen_more_than_twice():
    column = stats.chao([10], [5], [15])
    assert column.estimate == stats.chao(10, 5, 15).estimate == 15 + 10


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
@pytest.mark.parametrize("method", ["chao1984", "chao1987_t", "bias_corrected"])
def test_chao_is_at_least_those_seen(method, f1, f2, more):
    e = stats.chao(f1, f2, f1 + f2 + more, lists=3, method=method)
    assert f1 + f2 + more <= e.low <= e.estimate <= e.high


def test_chao_of_bounds():
    e = stats.chao(10, pg.Interval(0, 2), 30)
    # f2 = 1 leaves more unseen, 50, than f2 = 0 does, 45.
    assert e.identified == pg.Interval(30 + 25, 30 + 50)
    counts = {"10": pg.Interval(4, 6), "01": 4, "11": 5}
    assert stats.chao(counts).identified.high == pytest.approx(15 + 100 / 10)


def test_columns_of_threads_are_the_same_bits():
    random = np.random.default_rng(3)
    m, first, second = random.integers(0, 500, (3, 3000)).astype(float)
    one, many = (stats.chapman(m + first, m + second, m, threads=n) for n in (1, 4))
    assert one.low.tobytes() == many.low.tobytes()
    assert one.high.tobytes() == many.high.tobytes()


@pytest.mark.parametrize("alternative", ["less", "greater"])
def test_one_sided(alternative):
    e = stats.chapman(30, 40, 10, alternative=alternative, confidence=0.95)
    two = stats.chapman(30, 40, 10, confidence=0.9)
    assert tuple(e) == ((60, two.high) if alternative == "less" else (two.low, math.inf))


def test_histories_of_persons():
    seen = np.array([[1, 0, 0], [1, 1, 0], [1, 0, 0], [0, 0, 0]])
    assert stats.capture_histories(seen) == {"100": 2, "110": 1}
    assert stats.capture_histories(seen, [5, 6, 7, 8]) == {"100": 12, "110": 6}


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.chapman(3, 4, 5), r"m is 5, expected at most n1, which is 3"),
        (lambda: stats.chapman([3], [4], [-1]), r"m\[0\] is -1, expected a whole number >= 0"),
        (lambda: stats.chapman([3, 4], [5], [1, 2, 3]), r"n1 has 2 entries, n2 has 1, m has 3"),
        (lambda: stats.lincoln_petersen(3, 4.5, 1), r"n2 is 4\.5, expected a whole number"),
        (lambda: stats.lincoln_petersen(3, math.inf, 1), r"n2 is ∞, expected a whole number"),
        (
            lambda: stats.chapman(3, 4, 1, method="exact"),
            r"method is 'exact', expected one of lognormal, normal",
        ),
        (lambda: stats.chao(3, 4, 5), r"f1 \+ f2 is at least 7, expected at most observed, which is 5"),
        (lambda: stats.chao([3], [4], [5]), r"f1 \+ f2 is 7 at 0, expected at most observed, which is 5"),
        (lambda: stats.chao(3, 1, 5, lists=1), r"lists is 1, expected at least 2"),
        (lambda: stats.chao(3, 1, 5, method="chao1987_t"), r"lists is not given"),
        (lambda: stats.chao(3, 1), r"f2 or observed is not given"),
        (lambda: stats.capture_histories([1, 0]), r"seen has shape \(2,\)"),
        (lambda: stats.capture_histories([[1, 2]]), r"seen\[0, 1\] is 2, expected 0 or 1"),
        (lambda: stats.capture_histories([[1, 1]], [1, 2]), r"seen has 1 rows, counts has 2"),
        (lambda: stats.capture_histories([[1, 1]], [-1]), r"counts\[0\] is -1, expected a whole number"),
    ],
)
def test_a_broken_contract_is_a_domain_error(call, message):
    with pytest.raises(pg.DomainError, match=message):
        call()
