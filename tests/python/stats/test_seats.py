from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats
from reference import elections as reference

METHODS = [*reference.DIVISORS, "huntington_hill", *reference.QUOTAS]
elections = st.lists(st.integers(0, 60) | st.integers(0, 10**6), min_size=1, max_size=7).filter(any)


@settings(max_examples=300)
@given(elections, st.integers(1, 60), st.sampled_from(METHODS))
def test_seats_equal_the_reference(votes, seats, method):
    got = stats.allocate_seats(votes, seats, method)
    want, tie = reference.seats_of(votes, seats, method)
    if want is None:
        assert got.flags == ("inconsistent",)
        assert np.isnan(got.seats).all()
        return
    assert got.seats.tolist() == want
    assert got.flags == (("tie",) if tie else ())
    assert got.tied.any() == tie


@given(elections, st.integers(0, 2000), st.sampled_from(METHODS[:7]))
def test_divisors_are_monotone_in_the_house(votes, seats, method):
    # No Alabama paradox: a seat more takes none from anyone.
    fewer = stats.allocate_seats(votes, seats, method).seats
    more = stats.allocate_seats(votes, seats + 1, method).seats
    assert fewer.sum() == seats
    assert (more >= fewer).all()
    assert more.sum() == seats + 1


def test_alabama():
    # Hare's quota, 323 votes: of 10 seats 5, 3, 2 (remainders .077, .251, .672 …); of 11 the smallest loses one.
    votes = [6, 6, 2]
    assert stats.allocate_seats(votes, 10, "hare").seats.tolist() == [4, 4, 2]
    assert stats.allocate_seats(votes, 11, "hare").seats.tolist() == [5, 5, 1]


def test_quotients_that_doubles_take_for_equal():
    # 2^53 - 1 and 2^53 - 3 votes: √ and quotients of both round alike, the larger has the odd seat.
    a, b = 2**52 - 1, 2**52 - 2
    for method in METHODS:
        if method == "lr_imperiali":
            continue
        got = stats.allocate_seats([b, a], 3, method)
        assert got.seats.tolist() == [1, 2], method
        assert got.flags == ()


def test_large_houses_are_as_fast_as_small_ones():
    votes = [340_000, 280_000, 160_000, 60_000, 15_000]
    got = stats.allocate_seats(votes, 10**9, "sainte_lague")
    assert got.seats.sum() == 10**9
    assert np.abs(got.seats / 1e9 - np.array(votes) / sum(votes)).max() < 1e-8


def test_ties_are_flagged_and_name_the_rivals():
    got = stats.allocate_seats([60, 20, 20, 10], 4, "dhondt")  # 60, 30, 20, then 20 twice
    assert got.flags == ("tie",)
    assert got.tied.tolist() == [True, True, True, False]  # the third quotient of 60 is 20 too
    with pytest.raises(pg.DomainError, match=r"a lot has to decide between the parties 0, 1, 2 of row 0"):
        stats.allocate_seats([60, 20, 20, 10], 4, "dhondt", ties="raise")


def test_a_quota_that_gives_out_too_much_is_refused():
    got = stats.allocate_seats([100, 100, 100], 4, "lr_imperiali")  # quota 50: two seats each
    assert got.flags == ("inconsistent",)
    assert np.isnan(got.seats).all()
    # Droop's quota of 1 vote and 5 seats is 1: one seat, four are left for one party.
    assert stats.allocate_seats([1, 0, 0], 5, "droop").flags == ("inconsistent",)


def test_a_threshold_is_the_decimal_that_it_prints_as():
    votes = [950, 50]
    assert stats.allocate_seats(votes, 40, threshold=0.05).seats.tolist() == [38, 2]
    assert stats.allocate_seats([951, 49], 40, threshold=0.05).seats.tolist() == [40, 0]
    # 0.07 · 100 is above 7 in binary, not in decimals.
    assert stats.allocate_seats([93, 7], 100, threshold=0.07).seats.tolist() == [93, 7]
    assert stats.allocate_seats([50, 50], 3, threshold=0.6).flags == ("undefined",)


def test_a_table_of_elections():
    votes = [[53, 24, 23], [53, 24, 23], [0, 0, 0], [math.nan, 1, 1]]
    got = stats.allocate_seats(votes, [7, 0, 3, 3], "hare", threads=2)
    assert got.seats[:2].tolist() == [[4, 2, 1], [0, 0, 0]]
    assert got.flags.tolist() == [0, 0, stats.Flag.undefined, stats.Flag.missing]
    assert repr(got) == "seats of 4 elections (hare)"
    assert got.to_dict()["flags"][3] == ("missing",)
    random = np.random.default_rng(1)
    many = random.integers(1, 10**6, (1000, 5)).astype(float)
    one, four = (stats.allocate_seats(many, 101, threads=n).seats for n in (1, 4))
    assert one.tobytes() == four.tobytes()


@pytest.mark.parametrize(
    ("alias", "method"),
    [
        ("jefferson", "dhondt"),
        ("webster", "sainte_lague"),
        ("hamilton", "lr_hare"),
        ("imperiali", "imperiali_divisor"),
    ],
)
def test_names_of_others(alias, method):
    votes = [340, 280, 160, 60, 15]
    assert (
        stats.allocate_seats(votes, 20, alias).seats == stats.allocate_seats(votes, 20, method).seats
    ).all()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.allocate_seats([1, -2], 3), r"votes\[1\] is -2, expected a whole number >= 0"),
        (lambda: stats.allocate_seats([1, 2.5], 3), r"votes\[1\] is 2\.5"),
        (lambda: stats.allocate_seats([1, math.inf], 3), r"votes\[1\] is ∞"),
        (
            lambda: stats.allocate_seats([1, 2**53], 3),
            r"votes\[1\] is 9007199254740992, expected .* below 2\^53",
        ),
        (lambda: stats.allocate_seats([2**52, 2**52 + 1], 3), r"votes of row 0 are .* in all"),
        (lambda: stats.allocate_seats([], 3), r"votes is empty"),
        (lambda: stats.allocate_seats([1], -1), r"seats\[0\] is -1"),
        (lambda: stats.allocate_seats([1], 1.5), r"seats\[0\] is 1\.5"),
        (lambda: stats.allocate_seats([1], 1e10), r"seats\[0\] is 10000000000|seats\[0\] is 1e"),
        (lambda: stats.allocate_seats([[1], [2]], [1, 2, 3]), r"votes has 2 rows, seats has 3 rows"),
        (lambda: stats.allocate_seats([1], 1, "fair"), r"method is 'fair', expected one of dhondt"),
        (lambda: stats.allocate_seats([1], 1, threshold=1), r"threshold is 1, expected a share"),
        (lambda: stats.allocate_seats([1], 1, threshold=-0.1), r"threshold is -0\.1"),
        (lambda: stats.allocate_seats([1], 1, ties="coin"), r"ties is 'coin'"),
    ],
)
def test_a_broken_contract_is_a_domain_error(call, message):
    with pytest.raises(pg.DomainError, match=message):
        call()
