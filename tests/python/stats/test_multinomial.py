from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats
from reference import pooling as reference

METHODS = ["goodman", "sison_glaz"]
counts = st.lists(st.integers(0, 25), min_size=2, max_size=4).filter(any)


def test_goodman_is_wilson_at_a_share_of_alpha():
    e = stats.multinomial([10, 20, 30])
    wilson = stats.proportion([10, 20, 30], [60] * 3, alpha=0.05 / 3)
    assert e.low.tolist() == pytest.approx(wilson.low.tolist(), rel=1e-15)
    assert e.high.tolist() == pytest.approx(wilson.high.tolist(), rel=1e-15)


@given(counts, st.sampled_from([0.8, 0.95, 0.99]))
def test_sison_glaz_equals_the_reference(kinds, confidence):
    e = stats.multinomial(kinds, method="sison_glaz", confidence=confidence)
    wanted = reference.sison_glaz(kinds, confidence)
    if wanted is None:
        assert (e.flags & stats.Flag.no_convergence).all()
        return
    assert e.low.tolist() == pytest.approx(wanted[0], abs=1e-9)
    assert e.high.tolist() == pytest.approx(wanted[1], abs=1e-9)


@given(counts, st.sampled_from(METHODS))
def test_shares_are_within_and_the_order_is_nothing(kinds, method):
    e = stats.multinomial(kinds, method=method)
    assert (e.low <= e.estimate * (1 + 1e-15)).all()
    assert (e.estimate <= e.high * (1 + 1e-15)).all()
    back = stats.multinomial(kinds[::-1], method=method)
    assert back.low[::-1] == pytest.approx(e.low, abs=1e-12)


@pytest.mark.parametrize("method", METHODS)
def test_intervals_hold_all_shares_about_as_often_as_they_say(method):
    # Every outcome of 30 units of three kinds, with its probability.
    shares = np.array([0.2, 0.3, 0.5])
    held = 0.0
    for a in range(31):
        for b in range(31 - a):
            kinds = [a, b, 30 - a - b]
            low, high = stats.multinomial(kinds, method=method)
            if ((low <= shares) & (shares <= high)).all():
                logs = math.lgamma(31) - sum(math.lgamma(x + 1) for x in kinds)
                held += math.exp(logs + float(np.dot(kinds, np.log(shares))))
    assert held > (0.95 if method == "goodman" else 0.9)


def test_an_end_within_0_and_1_is_not_clipped():
    assert stats.multinomial([10, 20, 30], method="sison_glaz").flags.tolist() == [0, 0, 0]
    # Of none the low end would be below 0.
    assert stats.multinomial([0, 20, 30], method="sison_glaz").flags.tolist() == [stats.Flag.clipped, 0, 0]


def test_what_is_not_there():
    assert (stats.multinomial([1, math.nan]).flags == stats.Flag.missing).all()
    assert (stats.multinomial([0, 0]).flags == stats.Flag.undefined).all()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.multinomial([3]), r"counts has 1 entries, expected 2 kinds at least"),
        (lambda: stats.multinomial([]), r"counts has 0 entries"),
        (lambda: stats.multinomial([[1, 2]]), r"counts has 2 dimensions"),
        (lambda: stats.multinomial([1, -2]), r"counts\[1\] is -2"),
        (lambda: stats.multinomial([1, 2], method="exact"), r"method is 'exact', expected one of goodman"),
        (lambda: stats.multinomial([1, 2], alpha=1.5), r"alpha"),
    ],
)
def test_a_broken_contract_is_a_domain_error(call, message):
    with pytest.raises(pg.DomainError, match=message):
        call()
