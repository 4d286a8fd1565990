from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats

counts = st.integers(1, 2000)


def test_the_difference_of_two_rates_is_that_of_their_own_method():
    first, second = stats.rate(12, 6, method="score"), stats.rate(4, 3, method="score")
    mover = stats.difference_of_ratios(first, second)
    direct = stats.rate_diff(12, 6, 4, 3, method="mover_score")
    assert mover.low == pytest.approx(direct.low, rel=1e-13)
    assert mover.high == pytest.approx(direct.high, rel=1e-13)


@given(counts, counts, counts, counts)
def test_a_ratio_turned_round_has_reciprocal_ends(a, b, c, d):
    first, second = stats.count_ratio(a, b), stats.count_ratio(c, d)
    e, turned = stats.ratio_of_ratios(first, second), stats.ratio_of_ratios(second, first)
    assert e.low <= e.estimate <= e.high
    assert turned.low == pytest.approx(1 / e.high, rel=1e-8)
    assert turned.high == pytest.approx(1 / e.low, rel=1e-8)


def test_the_roots_solve_the_equation_of_the_difference():
    first, second = stats.proportion(30, 100), stats.proportion(20, 120)
    e = stats.ratio_of_ratios(first, second)
    # At its low end r, first - r * second has an interval whose high end is 0, and so on.
    for r, one, two in ((e.low, first.low, second.high), (e.high, first.high, second.low)):
        gap = first.estimate - r * second.estimate
        assert gap**2 == pytest.approx(
            (first.estimate - one) ** 2 + r**2 * (two - second.estimate) ** 2, rel=1e-9
        )


def test_columns_zeros_and_what_has_no_interval():
    first, second = stats.count_ratio([10, 0, 0], [5, 5, 5]), stats.count_ratio([4, 4, 0], [4, 4, 4])
    e = stats.ratio_of_ratios(first, second)
    assert e.low[1] == 0
    assert e.high[2] == math.inf
    assert e.flags.tolist()[2] == stats.Flag.undefined | stats.Flag.one_sided
    assert np.isnan(e.estimate[2])
    with pytest.raises(pg.DomainError, match="first has only bounds"):
        stats.difference_of_ratios(stats.proportion(pg.Interval(1, 2), 5), stats.proportion(1, 5))
    with pytest.raises(pg.DomainError, match="second has no interval"):
        stats.difference_of_ratios(stats.proportion(1, 5), stats.identified(2))
    with pytest.raises(pg.DomainError, match=r"first is at confidence 0\.9, second at 0\.95"):
        stats.ratio_of_ratios(stats.proportion(1, 5, confidence=0.9), stats.proportion(1, 5))
    with pytest.raises(pg.DomainError, match=r"first\[0\] reaches down to -"):
        stats.ratio_of_ratios(stats.rate_diff(1, 1, 5, 1), stats.proportion(1, 5))
