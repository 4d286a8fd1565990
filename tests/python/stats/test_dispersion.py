from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats
from reference import series as reference

counts = st.lists(st.integers(0, 80), min_size=2, max_size=60)


def test_variance_over_mean():
    done = stats.dispersion_test([0, 0, 2, 6], method="chi2")
    # Mean 2: (4 + 4 + 0 + 16) / 2 = 12, 3 degrees of freedom.
    assert done.statistic == 12
    assert done.pvalue == pytest.approx(0.0073831605, rel=1e-7)
    assert (done.method, done.alternative, done.flags) == ("chi2", "greater", ())


@given(counts)
def test_sides_add_up(y):
    if sum(y) == 0 or len(set(y)) == 1:
        return
    for method in ("cameron_trivedi", "chi2"):
        sides = {
            a: stats.dispersion_test(y, method=method, alternative=a)
            for a in ("less", "greater", "two-sided")
        }
        less, greater = sides["less"].pvalue, sides["greater"].pvalue
        assert less + greater == pytest.approx(1, abs=1e-12)
        assert sides["two-sided"].pvalue == pytest.approx(min(1, 2 * min(less, greater)), rel=1e-12)


def test_poisson_counts_are_seldom_overdispersed():
    random = np.random.default_rng(1)
    p = [stats.dispersion_test(random.poisson(4, 100)).pvalue for _ in range(400)]
    # 5 % of 400 are 20; the standard deviation is 4.4.
    assert 5 < np.sum(np.array(p) < 0.05) < 38


@given(counts)
def test_the_fit_is_the_likeliest(y):
    fit = stats.negbin_fit(y)
    mean, dispersion = fit.mean.estimate, fit.dispersion.estimate
    assert mean == pytest.approx(np.mean(y), rel=1e-15)
    varies = sum((each - mean) ** 2 for each in y) > sum(y) * (1 + 1e-5)
    assert ("degenerate" not in fit.flags) == varies or abs(dispersion) < 1e-3
    assert fit.loglik >= fit.poisson_loglik - 1e-9
    if dispersion > 1e-3:
        assert fit.loglik == pytest.approx(reference.negbin_loglik(y, mean, dispersion), rel=1e-9)
        for factor in (0.9, 1.1):
            near = reference.negbin_loglik(y, mean, dispersion * factor)
            assert near <= fit.loglik + 1e-9


def test_the_fit_finds_what_was_drawn():
    random = np.random.default_rng(3)
    found = []
    for _ in range(100):
        # Size 2, mean 5: dispersion 1/2.
        fit = stats.negbin_fit(random.negative_binomial(2, 2 / 7, 200))
        found.append([fit.mean.low < 5 < fit.mean.high, fit.dispersion.low < 0.5 < fit.dispersion.high])
    assert np.sum(found, axis=0).min() >= 87


def test_even_counts_have_no_dispersion():
    fit = stats.negbin_fit([3, 3, 3, math.nan])
    assert fit.dispersion.estimate == 0
    assert fit.dispersion.interval is None
    assert fit.flags == ("missing", "degenerate")
    test = stats.dispersion_test([3, 3, 3], alternative="less")
    assert (test.statistic, test.pvalue, test.flags) == (-math.inf, 0, ("degenerate",))


def test_no_event_at_all_is_undefined():
    for method in ("cameron_trivedi", "chi2"):
        test = stats.dispersion_test([0, 0, 0], method=method)
        assert math.isnan(test.pvalue)
        assert test.flags == ("undefined",)
    assert stats.negbin_fit([0, 0]).flags == ("degenerate",)


@pytest.mark.parametrize(
    ("y", "message"),
    [
        ([1, -1], r"y\[1\] is -1, expected a whole number >= 0, or NaN"),
        ([1, 0.5], r"y\[1\] is 0.5"),
        ([1, math.inf], r"y\[1\] is ∞"),
        ([1, math.nan], "y has 1 reported entries, expected at least 2"),
        ([], "y has 0 reported entries"),
        ([[1, 2]], "y has 2 dimensions"),
    ],
)
def test_what_are_no_counts_is_refused(y, message):
    for function in (stats.dispersion_test, stats.negbin_fit):
        with pytest.raises(pg.DomainError, match=message):
            function(y)


def test_options_that_are_none_are_refused():
    with pytest.raises(pg.DomainError, match="method is 'lm', expected one of cameron_trivedi, chi2"):
        stats.dispersion_test([1, 2], method="lm")
    with pytest.raises(pg.DomainError, match="alternative is 'more'"):
        stats.dispersion_test([1, 2], alternative="more")
    with pytest.raises(pg.DomainError, match="expected counts of at most 1e7"):
        stats.negbin_fit([1, 1e8])
