from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats
from reference import series as reference

few = st.lists(st.integers(0, 12), min_size=1, max_size=9)
many = st.lists(st.integers(0, 40), min_size=2, max_size=120)
penalties = st.sampled_from([0.5, 2.0, 4.0, 10.0])


def cost_of(done: stats.RateChanges) -> float:
    return done.cost + done.penalty * done.change_points.size


def test_rates_of_segments_have_intervals():
    done = stats.event_rate_change([1, 1, 1, 1, 9, 9, 9], penalty=2)
    assert done.change_points.tolist() == [4]
    assert done.rates.estimate.tolist() == [1, 9]
    # Garwood, 4 events in 4 periods: chi squared quantiles 2.179731 and 20.483177 over 2 * 4.
    assert done.rates.low[0] == pytest.approx(2.179731 / 8, rel=1e-6)
    assert done.rates.high[0] == pytest.approx(20.483177 / 8, rel=1e-6)
    assert done.rates.method == "garwood"
    assert "4" in repr(done)
    assert done.to_dict()["change_points"] == [4]


def test_penalties_by_name():
    y = [1, 2, 3, math.nan]
    assert stats.event_rate_change(y).penalty == math.log(3)
    assert stats.event_rate_change(y, penalty="aic").penalty == 2


@given(few, penalties)
def test_the_partition_is_the_best_of_all(y, penalty):
    done = stats.event_rate_change(y, penalty=penalty)
    assert cost_of(done) == pytest.approx(reference.least_cost(y, penalty), rel=1e-12, abs=1e-9)


@given(many, penalties)
def test_pelt_is_exact(y, penalty):
    pelt = stats.event_rate_change(y, penalty=penalty)
    exact = stats.event_rate_change(y, penalty=penalty, method="exact")
    assert pelt.change_points.tolist() == exact.change_points.tolist()
    assert pelt.cost == exact.cost


@given(many, penalties, st.integers(2, 2000))
def test_large_counts_are_cut_by_the_same_rule(y, penalty, factor):
    large = [factor * each for each in y]
    pelt = stats.event_rate_change(large, penalty=penalty)
    exact = stats.event_rate_change(large, penalty=penalty, method="exact")
    assert pelt.change_points.tolist() == exact.change_points.tolist()
    # The same series at factor times the penalty has factor times the likelihood.
    same = stats.event_rate_change(y, penalty=penalty / factor)
    if not (pelt.flags or same.flags):
        assert pelt.change_points.tolist() == same.change_points.tolist()


@given(few, penalties)
def test_a_series_read_backwards_costs_the_same(y, penalty):
    forwards = stats.event_rate_change(y, penalty=penalty)
    backwards = stats.event_rate_change(y[::-1], penalty=penalty)
    assert cost_of(forwards) == pytest.approx(cost_of(backwards), rel=1e-12, abs=1e-9)


@given(many)
def test_a_higher_penalty_has_no_more_changes(y):
    sizes = [stats.event_rate_change(y, penalty=p).change_points.size for p in (0.5, 2, 8, 32)]
    assert sizes == sorted(sizes, reverse=True)


def test_periods_that_are_not_reported_change_nothing_else():
    y = [1, 0, 2, 1, 8, 9, 11, 7]
    with_gap = [1, 0, math.nan, 2, 1, math.nan, 8, 9, 11, 7]
    assert stats.event_rate_change(y).cost == stats.event_rate_change(with_gap, penalty=math.log(8)).cost
    assert stats.event_rate_change(with_gap).change_points.tolist() == [5]
    assert "missing" in stats.event_rate_change(with_gap).flags


@given(st.lists(st.integers(0, 60), min_size=2, max_size=40), st.floats(0.1, 20), st.floats(0.05, 5))
def test_the_posterior_is_that_of_the_definition(y, shape, rate):
    done = stats.bayes_changepoint(y, prior=(shape, rate))
    probability, factor = reference.change_posterior(y, shape, rate)
    assert done.probability == pytest.approx(probability, rel=1e-8, abs=1e-12)
    assert done.log_bayes_factor == pytest.approx(factor, rel=1e-9, abs=1e-9)
    assert done.probability.sum() == pytest.approx(1, abs=1e-14)
    assert done.mean == pytest.approx(sum((k + 1) * p for k, p in enumerate(probability)), rel=1e-8)


def test_large_counts_lose_no_digits():
    # By symmetry both rates and their order don't matter, however large the counts.
    y = [10**9, 10**9 + 10**5, 10**9, 10**9 - 3 * 10**4]
    forwards, backwards = stats.bayes_changepoint(y), stats.bayes_changepoint(y[::-1])
    assert forwards.probability == pytest.approx(backwards.probability[::-1], rel=1e-9)


def test_of_partitions_that_tie_the_one_of_fewest_changes_is_taken():
    y = [1] * 10 + [20] * 10 + [40] * 10
    none, one, two = (
        sum(reference.segment_cost(y[a:b]) for a, b in itertools.pairwise(cuts))
        for cuts in ([0, 30], [0, 10, 30], [0, 10, 20, 30])
    )
    # At that penalty the second change just pays, and the first one does by far.
    assert none > one + (one - two)
    done = stats.event_rate_change(y, penalty=one - two)
    assert done.change_points.tolist() == [10]
    assert done.flags == ("tie",)
    assert stats.event_rate_change(y, penalty=0.99 * (one - two)).change_points.tolist() == [10, 20]


def test_a_gap_is_a_tie():
    done = stats.bayes_changepoint([1, 0, 1, math.nan, 9, 9, 8])
    assert done.change_point == 3
    assert done.probability[2] == done.probability[3]
    assert done.flags == ("missing", "tie")


@pytest.mark.parametrize(
    ("y", "message"),
    [
        ([1, -1], r"y\[1\] is -1, expected a whole number >= 0, or NaN"),
        ([1, 0.5], r"y\[1\] is 0.5"),
        ([math.inf, 1], r"y\[0\] is ∞"),
        ([], "y has 0 entries, expected at least one that is reported"),
        ([math.nan, math.nan], "y has 2 entries, expected at least one"),
        ([[1, 2]], "y has 2 dimensions, expected 1"),
        ([2.0**53, 2.0**53], "the sum of y is"),
    ],
)
def test_what_is_no_series_is_refused(y, message):
    for function in (lambda y: stats.event_rate_change(y, penalty=1), stats.bayes_changepoint):
        with pytest.raises(pg.DomainError, match=message):
            function(y)


def test_a_prior_whose_numbers_have_no_quotient_is_refused():
    for prior in ((0, 1), (math.nan, 1), (5e-312, 9e15), (1, 1e200)):
        with pytest.raises(
            pg.DomainError, match=r"expected a shape > 0 and a rate > 0, from 1e-150 to 1e150"
        ):
            stats.bayes_changepoint([0, 0], prior=prior)
    assert stats.bayes_changepoint([0, 0], prior=(1e-150, 1e150)).probability.tolist() == [1]


def test_options_that_are_none_are_refused():
    with pytest.raises(pg.DomainError, match="penalty is 'mbic', expected one of bic, aic"):
        stats.event_rate_change([1, 2], penalty="mbic")
    for penalty, told in ((math.nan, "nan"), (math.inf, "∞"), (-1, "-1")):
        with pytest.raises(pg.DomainError, match=f"penalty is {told}, expected a finite number >= 0"):
            stats.event_rate_change([1, 2], penalty=penalty)
    with pytest.raises(pg.DomainError, match="method is 'binseg', expected one of pelt, exact"):
        stats.event_rate_change([1, 2], method="binseg")
    with pytest.raises(pg.DomainError, match=r"prior is \(1, 0\)"):
        stats.bayes_changepoint([1, 2], prior=(1, 0))
    with pytest.raises(pg.DomainError, match="expected at least 2"):
        stats.bayes_changepoint([1])


def test_strided_columns_are_converted():
    table = np.array([[1, 0], [1, 0], [1, 0], [9, 0], [9, 0], [9, 0]], dtype=np.int32)
    assert stats.event_rate_change(table[:, 0]).change_points.tolist() == [3]
