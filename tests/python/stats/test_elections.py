from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats
from reference import elections as reference

PARTIES = ["laakso_taagepera", "golosov", "molinar", "entropy", "berger_parker"]
DEVIATIONS = ["gallagher", "loosemore_hanby", "rae", "lijphart", "sainte_lague", "dhondt"]
counts = st.lists(st.integers(0, 10**9), min_size=1, max_size=8).filter(any)
pairs = st.integers(1, 8).flatmap(
    lambda k: st.tuples(
        st.lists(st.integers(1, 10**9), min_size=k, max_size=k),
        st.lists(st.integers(0, 500), min_size=k, max_size=k).filter(any),
    )
)


def test_indices_by_hand():
    # Shares 1/2, 1/4, 1/4: squares 1/4 + 1/16 + 1/16 = 3/8.
    votes = [50, 25, 25]
    assert stats.effective_parties(votes).estimate == pytest.approx(8 / 3, rel=1e-15)
    assert stats.concentration(votes).estimate == 0.375
    assert stats.fractionalization(votes).estimate == 0.625
    # Golosov: m² = 1/4; 1/2 / (1/2 + 1/4 - 1/4) = 1; twice 1/4 / (1/4 + 1/4 - 1/16) = 4/7.
    assert stats.effective_parties(votes, index="golosov").estimate == pytest.approx(15 / 7, rel=1e-15)
    # Molinar: 1 + (3/8 - 1/4) / (9/64) = 1 + 8/9.
    assert stats.effective_parties(votes, index="molinar").estimate == pytest.approx(17 / 9, rel=1e-15)
    assert stats.effective_parties(votes, index="largest").estimate == 2
    # - (log(1/2)/2 + 2 log(1/4)/4) = 3/2 log 2
    assert stats.shannon_entropy(votes).estimate == pytest.approx(1.5 * math.log(2), rel=1e-15)


def test_deviations_by_hand():
    # Shares 0.5, 0.3, 0.2 and 0.6, 0.3, 0.1: differences 0.1, 0, 0.1.
    votes, seats = [50, 30, 20], [6, 3, 1]
    got = {index: stats.disproportionality(votes, seats, index=index).estimate for index in DEVIATIONS}
    assert got == {
        "gallagher": pytest.approx(10, rel=1e-14),  # 100 √((0.01 + 0.01) / 2)
        "loosemore_hanby": pytest.approx(10, rel=1e-14),
        "rae": pytest.approx(20 / 3, rel=1e-14),
        "lijphart": pytest.approx(10, rel=1e-14),
        "sainte_lague": pytest.approx(0.01 / 0.5 + 0.01 / 0.2, rel=1e-14),
        "dhondt": pytest.approx(1.2, rel=1e-14),
    }
    # Half of 10 + 10 + 20 points.
    assert stats.volatility([50, 50, 0], [40, 40, 20]).estimate == pytest.approx(20, rel=1e-14)


@given(counts)
def test_numbers_of_parties_equal_the_reference(votes):
    for index in PARTIES:
        got = stats.effective_parties(votes, index=index).estimate
        assert got == pytest.approx(reference.effective_parties(votes, index), rel=1e-13)
        assert 1 - 1e-15 <= got <= len(votes) * (1 + 1e-14)


@given(pairs)
def test_deviations_equal_the_reference(both):
    votes, seats = both
    for index in DEVIATIONS:
        got = stats.disproportionality(votes, seats, index=index).estimate
        assert got == pytest.approx(reference.disproportionality(votes, seats, index), rel=1e-13, abs=1e-300)


@given(counts, st.randoms(use_true_random=False), st.sampled_from(PARTIES))
def test_order_scale_and_parties_without_votes_change_nothing(votes, random, index):
    want = stats.effective_parties(votes, index=index).estimate
    other = [4.0 * v for v in votes] + [0.0]
    random.shuffle(other)
    assert stats.effective_parties(other, index=index).estimate == pytest.approx(want, rel=1e-13)


@given(pairs)
def test_volatility_is_symmetric_and_bounded(both):
    a, b = both
    there, back = stats.volatility(a, b).estimate, stats.volatility(b, a).estimate
    assert there == pytest.approx(back, rel=1e-14)
    assert 0 <= there <= 100 * (1 + 1e-15)
    assert stats.volatility(a, a).estimate == 0


def test_nearly_one_party_loses_no_digits():
    # 1 - p² - q² = 2 q p with q = 1 / 10^12.
    q = 1e-12
    assert stats.fractionalization([10**12 - 1, 1]).estimate == pytest.approx(2 * q * (1 - q), rel=1e-15)
    entropy = q * math.log(1e12) + q - q * q / 2
    assert stats.shannon_entropy([10**12 - 1, 1]).estimate == pytest.approx(entropy, rel=1e-14)
    # Seats as the votes but for one of 10^15: the difference is exact.
    got = stats.disproportionality([10**15 - 1, 10**15], [1, 1], index="loosemore_hanby").estimate
    assert got == pytest.approx(100 * 0.5 / (2 * 10**15 - 1), rel=1e-15)


def test_a_table_is_its_rows_and_threads_change_no_bit():
    random = np.random.default_rng(5)
    votes = random.integers(0, 10**6, (2000, 7)).astype(float)
    seats = random.integers(0, 50, (2000, 7)).astype(float)
    one = stats.effective_parties(votes)
    assert one.estimate.shape == one.flags.shape == (2000,)
    for quantity in (
        lambda threads: stats.effective_parties(votes, index="golosov", threads=threads),
        lambda threads: stats.disproportionality(votes, seats, threads=threads),
    ):
        assert quantity(1).estimate.tobytes() == quantity(4).estimate.tobytes()
    assert one.estimate[17] == stats.effective_parties(votes[17]).estimate
    assert stats.effective_parties(votes.reshape(20, 100, 7)).estimate.shape == (20, 100)


def test_missing_and_undefined():
    e = stats.effective_parties([[1, 2], [math.nan, 1], [0, 0]])
    assert e.flags.tolist() == [0, stats.Flag.missing, stats.Flag.undefined]
    assert np.isnan(e.estimate[1:]).all()
    one = stats.volatility([1, math.nan], [1, 1])
    assert (one.flags, one.interval, one.identified) == (("missing",), None, pg.Interval(0, 100))
    # A party without votes has a seat.
    dhondt = stats.disproportionality([1, 0], [1, 1], index="dhondt")
    assert (dhondt.estimate, dhondt.flags) == (math.inf, ("undefined",))
    assert stats.disproportionality([1, 0], [1, 1], index="sainte_lague").estimate == math.inf
    assert stats.disproportionality([0, 0], [1, 1]).flags == ("undefined",)


def test_what_a_reader_sees():
    assert repr(stats.effective_parties([50, 25, 25])) == "2.667 (laakso_taagepera)"
    assert stats.enp is stats.effective_parties
    assert stats.effective_parties([1, 1]).to_dict()["estimate"] == 2


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.effective_parties([1, -2]), r"votes\[1\] is -2, expected a number >= 0"),
        (lambda: stats.effective_parties([[1, 2], [3, math.inf]]), r"votes\[1, 1\] is ∞"),
        (lambda: stats.effective_parties([]), r"votes is empty"),
        (lambda: stats.effective_parties(3), r"votes is one number"),
        (
            lambda: stats.effective_parties([1], index="gini"),
            r"index is 'gini', expected one of laakso_taagepera",
        ),
        (lambda: stats.disproportionality([1, 2], [1, 2, 3]), r"votes has 2 entries, seats has 3"),
        (lambda: stats.disproportionality([1], [1], index="no"), r"index is 'no', expected one of gallagher"),
        (lambda: stats.volatility([[1, 2]], [1, 2]), r"earlier has 1 rows, later has one row"),
        (lambda: stats.volatility([1], [1], threads=0), r"threads"),
        (lambda: stats.concentration([[1, 2], [3]]), r"votes has rows of different lengths"),
    ],
)
def test_a_broken_contract_is_a_domain_error(call, message):
    with pytest.raises(pg.DomainError, match=message):
        call()


def test_bounded_votes_of_other_indices_are_refused():
    with pytest.raises(TypeError, match="votes must be numbers"):
        stats.effective_parties([pg.Interval(1, 2), 3], index="golosov")


bounds = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 4)), min_size=1, max_size=3)


@given(bounds)
def test_bounded_votes_allow_what_all_their_numbers_give(ends):
    votes = [pg.Interval(low, low + width) for low, width in ends]
    grid = [np.linspace(low, low + width, 1 + 4 * width) for low, width in ends]
    each = np.array(list(itertools.product(*grid)))
    each = each[each.sum(axis=1) > 0]
    got = stats.concentration(votes)
    if not len(each):
        assert got.flags == ("undefined",)
        return
    values = stats.concentration(each).estimate
    low, high = got
    assert high == pytest.approx(values.max(), rel=1e-14)
    assert low <= values.min() * (1 + 1e-14)
    assert low >= values.min() * 0.97  # the grid is coarse
    parties = stats.effective_parties(votes)
    assert tuple(parties) == pytest.approx((1 / high, 1 / low))
    assert tuple(stats.fractionalization(votes)) == pytest.approx((1 - high, 1 - low), abs=1e-15)


def test_at_least_so_many_votes():
    # Without an upper bound a party may have nearly all votes; the least is where both are equal.
    got = stats.effective_parties([pg.Interval(50, math.inf), 100])
    assert (got.estimate, str(got.identified), got.interval) == (None, "(1, 2]", None)
    # Levels 10 and below for three, 20 and more for one: (400 + 3 · 100) / 50².
    assert stats.concentration([pg.Interval(20, 40), *[pg.Interval(0, 10)] * 3]).low == pytest.approx(0.28)
    assert stats.effective_parties([pg.Interval(1, 2), math.nan]).flags == ("missing",)
    with pytest.raises(pg.DomainError, match=r"votes\[0\] is \[-1, 2\], expected a number >= 0"):
        stats.concentration([pg.Interval(-1, 2), 3])
    with pytest.raises(pg.DomainError, match="21 of the votes are bounds, expected at most 20"):
        stats.concentration([pg.Interval(1, 2)] * 21)
