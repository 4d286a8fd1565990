from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats
from reference import series as reference

SIZES = [1, 1, 1, 1, 1, 1, 2, 2, 3, 5, 8, 21]
samples = st.lists(st.integers(1, 60), min_size=3, max_size=60)


@settings(max_examples=40)
@given(samples, st.integers(1, 4))
def test_the_discrete_fit_is_the_likeliest(x, xmin):
    if max(x) <= xmin:
        return
    fit = stats.power_law_fit(x, xmin)
    alpha = fit.alpha.estimate
    if alpha > 8:  # the plain sums of the reference are too short
        return
    assert fit.tail == sum(each >= xmin for each in x)
    assert fit.loglik == pytest.approx(reference.power_law_loglik(x, xmin, alpha), rel=1e-8)
    for near in (alpha - 0.01, alpha + 0.01):
        if near > 1.02:
            assert reference.power_law_loglik(x, xmin, near) < fit.loglik + 1e-9
    assert fit.ks == pytest.approx(reference.power_law_distance(x, xmin, alpha), rel=1e-6, abs=1e-9)


@given(samples)
def test_xmin_is_where_the_distance_is_least(x):
    if len(set(x)) < 2:
        return
    best = stats.power_law_fit(x)
    distances = {xmin: stats.power_law_fit(x, xmin).ks for xmin in sorted(set(x))[:-1]}
    assert best.ks == min(distances.values())
    assert best.xmin == min(xmin for xmin, ks in distances.items() if ks == best.ks)


@given(st.lists(st.floats(0.1, 1000), min_size=3, max_size=80))
def test_the_continuous_fit_is_the_formula(x):
    xmin = sorted(x)[len(x) // 3]
    tail = np.array([each for each in x if each >= xmin])
    # Of sizes that are nearly one the logarithms' differences keep few digits.
    if np.log(tail / xmin).mean() < 1e-5:
        return
    fit = stats.power_law_fit(x, xmin, discrete=False)
    logs = np.log(tail / xmin)
    assert fit.alpha.estimate == pytest.approx(1 + len(tail) / logs.sum(), rel=1e-9)
    assert fit.standard_error == pytest.approx((fit.alpha.estimate - 1) / math.sqrt(len(tail)), rel=1e-12)


@given(st.lists(st.floats(0.1, 1000), min_size=3, max_size=80), st.floats(0.01, 100))
def test_another_unit_changes_no_exponent(x, factor):
    if len(set(x)) < 3:
        return
    fit = stats.power_law_fit(x, min(x), discrete=False)
    scaled = stats.power_law_fit([each * factor for each in x], min(x) * factor, discrete=False)
    assert scaled.alpha.estimate == pytest.approx(fit.alpha.estimate, rel=1e-9)
    assert scaled.ks == pytest.approx(fit.ks, rel=1e-9)


def test_a_narrower_confidence_is_nested():
    wide, narrow = (stats.power_law_fit(SIZES, 1, confidence=c).alpha for c in (0.99, 0.8))
    assert wide.low < narrow.low < narrow.estimate < narrow.high < wide.high


def test_sizes_of_0_and_missing_ones_are_below_the_law():
    fit = stats.power_law_fit([0, 0, *SIZES, math.nan])
    assert fit.ks == stats.power_law_fit(SIZES).ks
    assert fit.flags == ("missing",)


def test_sizes_of_one_value_have_no_exponent():
    fit = stats.power_law_fit([4, 4, 4], 4)
    assert math.isinf(fit.alpha.estimate)
    assert fit.alpha.interval is None
    assert fit.flags == ("degenerate",)
    assert "degenerate" in repr(fit)
    nearly = stats.power_law_fit([1.5, 1.5, 1.5, math.nextafter(1.5, 2)], 1.5, discrete=False)
    assert math.isinf(nearly.alpha.estimate)
    assert nearly.flags == ("degenerate",)
    with pytest.raises(pg.DomainError, match="there is no law to draw from"):
        stats.power_law_bootstrap([4, 4, 4], 4)
    with pytest.raises(pg.DomainError, match="they tell no law from another"):
        stats.power_law_compare([4, 4, 4], 4)


def test_samples_are_the_same_for_one_seed_and_any_threads():
    one = stats.power_law_bootstrap(SIZES, replicates=60, seed=9)
    two = stats.power_law_bootstrap(SIZES, replicates=60, seed=9, threads=3)
    other = stats.power_law_bootstrap(SIZES, replicates=60, seed=10)
    assert np.array_equal(one.ks, two.ks)
    assert np.array_equal(one.alpha, two.alpha, equal_nan=True)
    assert not np.array_equal(one.ks, other.ks)
    assert one.test.pvalue == np.mean(one.ks >= stats.power_law_fit(SIZES).ks)


def law(alpha, xmin, size, seed):
    """Sizes of a discrete power law, by the shares of 10^5 sizes."""
    sizes = np.arange(xmin, xmin + 100_000)
    shares = sizes**-alpha
    return np.random.default_rng(seed).choice(sizes, size=size, p=shares / shares.sum())


def test_samples_have_the_law_of_the_fit():
    x = law(2.5, 2, 400, 1)
    done = stats.power_law_bootstrap(x, 2, replicates=300, seed=3)
    fit = stats.power_law_fit(x, 2)
    # The fits of samples scatter about the law's exponent as its standard error says.
    assert np.mean(done.alpha) == pytest.approx(
        fit.alpha.estimate, abs=4 * fit.standard_error / math.sqrt(300)
    )
    assert np.std(done.alpha) == pytest.approx(fit.standard_error, rel=0.25)


def test_a_power_law_is_tenable_and_a_geometric_law_is_not():
    assert stats.power_law_bootstrap(law(2.5, 2, 400, 1), 2, replicates=200).test.pvalue > 0.1
    geometric = np.random.default_rng(2).geometric(0.1, 400)
    assert stats.power_law_bootstrap(geometric, 1, replicates=200).test.pvalue == 0


def test_the_nearer_law_is_told():
    geometric = np.random.default_rng(2).geometric(0.1, 400)
    against = stats.power_law_compare(geometric, 1, rival="exponential")
    assert against.loglik_ratio < 0
    assert against.test.pvalue < 1e-6
    assert against.parameters["rate"] == pytest.approx(-math.log1p(-1 / geometric.mean()), rel=1e-12)
    for_it = stats.power_law_compare(law(2.5, 2, 400, 1), 2, rival="exponential")
    assert for_it.loglik_ratio > 0
    assert "exponential" in repr(for_it)


@pytest.mark.parametrize("discrete", [True, False])
def test_the_log_normal_law_is_found(discrete):
    x = np.exp(np.random.default_rng(4).normal(3.0, 0.8, 3000))
    x = np.maximum(np.round(x), 1) if discrete else x
    done = stats.power_law_compare(x, 5, discrete=discrete)
    assert done.parameters["mu"] == pytest.approx(3.0, abs=0.1)
    assert done.parameters["sigma"] == pytest.approx(0.8, abs=0.1)
    assert done.loglik_ratio < 0


def test_the_likelihood_of_a_log_normal_law_of_whole_sizes():
    # P(x) is the normal probability of log(x - 1/2) to log(x + 1/2), of what lies beyond log(xmin - 1/2).
    x, xmin = [1, 1, 2, 2, 2, 3, 3, 4, 5, 5, 6, 8, 9, 12, 17, 30], 2
    done = stats.power_law_compare(x, xmin)
    mu, sigma = done.parameters["mu"], done.parameters["sigma"]

    def above(size):
        return 0.5 * math.erfc((math.log(size) - mu) / sigma / math.sqrt(2))

    theirs = sum(
        math.log((above(each - 0.5) - above(each + 0.5)) / above(xmin - 0.5)) for each in x if each >= xmin
    )
    ours = stats.power_law_fit(x, xmin).loglik
    assert done.loglik_ratio == pytest.approx(ours - theirs, rel=1e-9)


def test_a_power_law_is_the_limit_of_log_normal_laws():
    x = np.random.default_rng(5).pareto(1.2, 5000) + 1
    done = stats.power_law_compare(x, 1, discrete=False)
    # The log-normal law has it as a limit: it can't be less likely, and hardly more.
    assert -3 < done.loglik_ratio < 1e-3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([1, -1],), r"x\[1\] is -1, expected a whole number >= 0, or NaN"),
        (([1, 1.5],), r"x\[1\] is 1.5"),
        (([1, math.inf],), r"x\[1\] is ∞"),
        (([],), "x has 0 different sizes above 0 of 0, expected at least 2 to choose xmin"),
        (([0, 3, 3],), "x has 1 different sizes above 0 of 3"),
        (([1, 2], 5), "xmin is 5, and none of 2 sizes is that large"),
        (([], 5), "xmin is 5, and none of 0 sizes"),
        (([1, 2], 0), "xmin is 0, expected a whole number >= 1"),
        (([1, 2], 1.5), "xmin is 1.5"),
        (([1, 2], math.nan), "xmin is nan"),
        (([[1, 2]],), "x has 2 dimensions"),
    ],
)
def test_what_are_no_sizes_is_refused(arguments, message):
    for function in (stats.power_law_fit, stats.power_law_bootstrap, stats.power_law_compare):
        with pytest.raises(pg.DomainError, match=message):
            function(*arguments)


def test_options_that_are_none_are_refused():
    with pytest.raises(pg.DomainError, match=r"x\[0\] is 0, expected a number > 0"):
        stats.power_law_fit([0, 1, 2], discrete=False)
    with pytest.raises(pg.DomainError, match="replicates is 0, expected at least 1"):
        stats.power_law_bootstrap(SIZES, replicates=0)
    with pytest.raises(pg.DomainError, match="threads is 0, expected at least 1"):
        stats.power_law_bootstrap(SIZES, threads=0)
    with pytest.raises(pg.DomainError, match="rival is 'weibull', expected one of lognormal, exponential"):
        stats.power_law_compare(SIZES, rival="weibull")
    with pytest.raises(pg.DomainError, match="alpha is 0, expected a number between 0 and 1"):
        stats.power_law_fit(SIZES, alpha=0)
