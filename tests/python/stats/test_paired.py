from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats

METHODS = ["tango", "newcombe", "wald"]
Z_SQUARED = 3.8414588206941254
cells = st.integers(0, 60)


def tango_squared(b: int, c: int, n: int, d: float) -> float:
    """Tango's statistic squared, as his equations print it."""
    linear = -b - c + (2 * n - b + c) * d
    share = (math.sqrt(linear**2 + 8 * n * c * d * (1 - d)) - linear) / (4 * n)
    return (b - c - n * d) ** 2 / (n * (2 * share + d * (1 - d)))


def test_tango_s_example():
    # Tango (1998), table I: 44 pairs, one discordant.
    low, high = stats.paired_diff(43, 0, 1, 0)
    assert (low, high) == pytest.approx((-0.118, 0.0596), abs=2e-3)


@given(cells, cells, cells, cells)
def test_tango_limits_solve_their_equation(a, b, c, d):
    n = a + b + c + d
    if n == 0:
        return
    for limit in stats.paired_diff(a, b, c, d):
        if 0.001 < abs(limit) < 0.999:
            assert tango_squared(b, c, n, limit) == pytest.approx(Z_SQUARED, rel=1e-7)


def test_wald_by_hand():
    # (12 - 4) / 60 = 0.133333; 16 - 64 / 60 = 14.933333, root 3.864367, times 1.959964 / 60: 0.126234.
    assert tuple(stats.paired_diff(30, 12, 4, 14, method="wald")) == pytest.approx(
        (0.007099, 0.259567), abs=1e-6
    )


def test_newcombe_by_hand():
    # Newcombe (1998), method 10: Wilson's limits of both shares, and the correlation of the pairs, ad - bc drawn towards
    # 0 by n / 2 where it is positive.
    for a, b, c, d in ((20, 12, 2, 16), (5, 12, 9, 4)):
        n = a + b + c + d
        p1, p2 = (a + b) / n, (a + c) / n
        low1, high1 = stats.proportion(a + b, n, method="wilson")
        low2, high2 = stats.proportion(a + c, n, method="wilson")
        determinant = a * d - b * c
        drawn = max(determinant - n / 2, 0) if determinant > 0 else determinant
        phi = drawn / math.sqrt((a + b) * (c + d) * (a + c) * (b + d))
        assert phi != 0
        below = math.sqrt((p1 - low1) ** 2 - 2 * phi * (p1 - low1) * (high2 - p2) + (high2 - p2) ** 2)
        above = math.sqrt((p2 - low2) ** 2 - 2 * phi * (p2 - low2) * (high1 - p1) + (high1 - p1) ** 2)
        low, high = stats.paired_diff(a, b, c, d, method="newcombe")
        assert (low, high) == pytest.approx((p1 - p2 - below, p1 - p2 + above), rel=1e-12)


@given(cells, cells, cells, cells, st.sampled_from(METHODS))
def test_limits_hold_the_estimate_nest_and_mirror(a, b, c, d, method):
    if a + b + c + d == 0:
        return
    e = stats.paired_diff(a, b, c, d, method=method)
    wider = stats.paired_diff(a, b, c, d, method=method, confidence=0.99)
    assert -1 - 1e-15 <= wider.low <= e.low + 1e-15
    assert e.low <= e.estimate + 1e-15
    assert e.estimate <= e.high + 1e-15
    assert e.high <= wider.high + 1e-15
    mirrored = stats.paired_diff(a, c, b, d, method=method)
    assert tuple(mirrored) == pytest.approx((-e.high, -e.low), abs=1e-15)


def test_no_units_and_bounds():
    e = stats.paired_diff(0, 0, 0, 0)
    assert math.isnan(e.estimate)
    assert (tuple(e), e.flags) == ((-1, 1), ("undefined",))
    assert stats.paired_diff(9, 0, 0, 3, method="wald").flags == ("degenerate",)
    e = stats.paired_diff(20, pg.Interval(5, 8), 2, 10)
    assert e.identified.low == pytest.approx(3 / 37)
    assert e.identified.high == pytest.approx(6 / 40)
    assert e.low == stats.paired_diff(20, 5, 2, 10).low
    assert e.high == stats.paired_diff(20, 8, 2, 10).high


def test_mcnemar_by_hand():
    # 10 v 3 of 13: (1 + 13 + 78 + 286) / 8192 = 378 / 8192, twice; mid-P leaves out 286 / 8192 in all.
    assert stats.mcnemar(10, 3).pvalue == pytest.approx(756 / 8192, rel=1e-13)
    assert stats.mcnemar(10, 3, method="midp").pvalue == pytest.approx(470 / 8192, rel=1e-13)
    assert stats.mcnemar(10, 3, alternative="greater").pvalue == pytest.approx(378 / 8192, rel=1e-13)
    # 49 / 13 = 3.769231 and 36 / 13 = 2.769231.
    test = stats.mcnemar(10, 3, method="asymptotic")
    assert test.statistic == pytest.approx(49 / 13)
    assert test.pvalue == pytest.approx(math.erfc(math.sqrt(49 / 26)), rel=1e-13)
    assert stats.mcnemar(10, 3, method="corrected").statistic == pytest.approx(36 / 13)
    assert stats.mcnemar(3, 10, method="asymptotic", alternative="less").statistic == pytest.approx(
        -7 / math.sqrt(13)
    )
    none = stats.mcnemar(0, 0)
    assert (none.pvalue, none.flags) == (1, ("degenerate",))


@given(
    st.integers(0, 300), st.integers(0, 300), st.sampled_from(["exact", "midp", "asymptotic", "corrected"])
)
def test_mcnemar_is_symmetric(b, c, method):
    test = stats.mcnemar(b, c, method=method)
    assert 0 <= test.pvalue <= 1
    assert test.pvalue == pytest.approx(stats.mcnemar(c, b, method=method).pvalue, rel=1e-11)
    less, greater = (stats.mcnemar(b, c, method=method, alternative=a).pvalue for a in ("less", "greater"))
    assert less == pytest.approx(stats.mcnemar(c, b, method=method, alternative="greater").pvalue, rel=1e-11)
    if method == "midp" and b + c > 0:
        assert less + greater == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize("method", METHODS)
def test_threads_give_the_same_bits(method):
    columns = np.random.default_rng(5).integers(0, 50, (4, 700))
    one, two = (stats.paired_diff(*columns, method=method, threads=k) for k in (1, 2))
    assert one.low.tobytes() == two.low.tobytes()
    assert one.high.tobytes() == two.high.tobytes()


def test_bad_input_is_named():
    with pytest.raises(pg.DomainError, match=r"neither.*-1, expected a whole number >= 0"):
        stats.paired_diff(1, 2, 3, -1)
    with pytest.raises(pg.DomainError, match=r"second_only\[0\] is 0.5, expected a whole number"):
        stats.mcnemar(1, 0.5)
    with pytest.raises(pg.DomainError, match="first_only has 2 entries, second_only has 3"):
        stats.mcnemar([1, 2], [1, 2, 3])
    with pytest.raises(pg.DomainError, match="method is 'x', expected one of tango"):
        stats.paired_diff(1, 2, 3, 4, method="x")
    with pytest.raises(pg.DomainError, match="method is 'x', expected one of exact"):
        stats.mcnemar(1, 2, method="x")
    assert stats.paired_diff(1, math.nan, 3, 4).flags == ("missing",)
