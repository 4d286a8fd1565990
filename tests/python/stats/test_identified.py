from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats


@st.composite
def intervals(draw):
    low = draw(st.integers(0, 20))
    high = draw(st.one_of(st.integers(low, 40), st.just(math.inf)))
    if low == high:
        return pg.Interval(low, high)
    return pg.Interval(low, high, draw(st.booleans()), draw(st.booleans()))


def numbers_in(interval: pg.Interval) -> list[float]:
    """Numbers at and near the ends, and far out where there is no end.

    Not nearer or farther than that a quotient would be rounded onto an open end.
    """
    high, step = min(interval.high, 2.0**20), 2.0**-10
    near = [interval.low, interval.low + step, (interval.low + high) / 2, high - step, high]
    return [x for x in near if x in interval]


@given(intervals(), intervals())
def test_every_possible_ratio_is_in_the_set(a, b):
    ratio, share = stats.identified_ratio(a, b), stats.identified_share(a, b)
    for x in numbers_in(a):
        for y in numbers_in(b):
            if y > 0:
                assert x / y in ratio.identified
            if x + y > 0:
                assert x / (x + y) in share.identified


@given(intervals(), intervals())
def test_every_possible_quotient_is_in_the_set(part, whole):
    e = stats.identified_quotient(part, whole)
    pairs = [(x, y) for x in numbers_in(part) for y in numbers_in(whole) if x <= y and y > 0]
    assert all(x / y in e.identified for x, y in pairs)
    if "above_one" in e.flags:
        assert not pairs
    else:
        assert e.identified.low >= 0
        assert e.identified.high <= 1


def test_a_bound_stays_a_bound():
    e = stats.identified(pg.Interval(0, 0.035, high_open=True))
    assert e.estimate is None
    assert (e.interval, e.confidence, e.method, e.flags) == (None, None, "identified set", ())
    assert tuple(e) == (0, 0.035)
    assert stats.identified(52).estimate == 52


def test_reconcile_intersects_or_covers():
    agree = stats.reconcile([pg.Interval(50, math.inf), pg.Interval(40, 60), 52])
    assert agree == (pg.Interval(52, 52), True)
    apart = stats.reconcile([14, 31])
    assert apart.interval == pg.Interval(14, 31)
    assert apart.agree is False


@given(st.lists(intervals(), min_size=1, max_size=5))
def test_reconcile_is_within_all_or_around_all(mentions):
    done = stats.reconcile(mentions)
    for mention in mentions:
        assert mention.contains(done.interval) if done.agree else done.interval.contains(mention)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.reconcile([]), "mentions is empty, expected at least one interval"),
        (lambda: stats.identified_ratio(-1, 2), "a is -1, expected no number below 0"),
        (lambda: stats.identified_share(1, -2), "rest is -2"),
        (lambda: stats.identified_quotient(1, -2), "whole is -2"),
    ],
)
def test_a_broken_contract_is_a_domain_error(call, message):
    with pytest.raises(pg.DomainError, match=message):
        call()
