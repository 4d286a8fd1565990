from __future__ import annotations

import math
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgauge import DomainError, Interval

numbers = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(numbers), draw(numbers)))
    is_point = low == high
    return Interval(low, high, not is_point and draw(st.booleans()), not is_point and draw(st.booleans()))


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (Interval(50, math.inf, high_open=True), "[50, ∞)"),
        (Interval(0, 3.5, high_open=True), "[0, 3.5)"),
        (Interval(5, 5), "5"),
        (Interval(2, 3), "[2, 3]"),
        (Interval(2, 3, low_open=True), "(2, 3]"),
    ],
)
def test_an_interval_is_written_as_in_mathematics(interval, text):
    assert str(interval) == text
    assert repr(interval) == f"Interval({text})"


@pytest.mark.parametrize("ends", [(3, 2), (math.nan, 1), (1, math.nan)])
def test_ends_must_be_in_order(ends):
    with pytest.raises(DomainError):
        Interval(*ends)


def test_an_unbounded_end_is_open():
    interval = Interval(1, math.inf)
    assert interval.high_open
    assert interval == Interval(1, math.inf, high_open=True)


@given(intervals(), intervals(), numbers)
def test_an_intersection_holds_what_both_hold(a, b, x):
    shared = a.intersection(b)
    assert (x in a and x in b) == (shared is not None and x in shared)
    assert shared == b.intersection(a)


@given(intervals(), intervals(), numbers)
def test_a_hull_holds_what_either_holds(a, b, x):
    hull = a.hull(b)
    assert hull.contains(a)
    assert hull.contains(b)
    assert x in hull or (x not in a and x not in b)
    assert hull == b.hull(a)


@given(intervals())
def test_an_interval_unpacks_compares_and_pickles(interval):
    low, high = interval
    assert (low, high) == (interval.low, interval.high)
    assert pickle.loads(pickle.dumps(interval)) == interval
    assert hash(pickle.loads(pickle.dumps(interval))) == hash(interval)
    assert interval.contains(interval)
    assert interval.is_exact == (low == high)


def test_an_interval_is_immutable():
    with pytest.raises(AttributeError):
        Interval(1, 2).low = 0
