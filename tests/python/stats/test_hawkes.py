from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats
from reference import series as reference

END = 50.0
BURSTS = [1.0, 1.1, 1.3, 4.0, 6.0, 6.1, 6.15, 6.4, 9.0, 11.0, 11.2, 11.25]
moments = st.lists(st.floats(0, END, width=32), min_size=2, max_size=60).map(sorted)
rates = st.floats(0.01, 5)
branchings = st.floats(0, 1.5)
decays = st.floats(0.01, 20)


@given(moments, rates, branchings, decays)
def test_the_likelihood_is_that_of_all_pairs(times, mu, branching, decay):
    got = stats.hawkes_loglik(times, END, mu=mu, branching=branching, decay=decay)
    assert got == pytest.approx(
        reference.hawkes_loglik(times, END, mu, branching, decay), rel=1e-11, abs=1e-9
    )


@given(moments, rates, branchings, decays, st.floats(0.1, 10))
def test_another_unit_of_time_changes_the_density_only(times, mu, branching, decay, factor):
    scaled = (np.array(times) * factor).tolist()
    got = stats.hawkes_loglik(scaled, END * factor, mu=mu / factor, branching=branching, decay=decay / factor)
    want = stats.hawkes_loglik(times, END, mu=mu, branching=branching, decay=decay)
    assert got == pytest.approx(want - len(times) * math.log(factor), rel=1e-9, abs=1e-8)


@given(moments)
def test_nothing_near_the_fit_is_likelier(times):
    fit = stats.hawkes_fit(times, END)
    if "degenerate" in fit.flags or "no_convergence" in fit.flags:
        return
    best = (fit.mu.estimate, fit.branching.estimate, fit.decay.estimate)
    at = stats.hawkes_loglik(times, END, mu=best[0], branching=best[1], decay=best[2])
    assert at == pytest.approx(fit.loglik, rel=1e-10, abs=1e-9)
    for factors in np.random.default_rng(1).uniform(0.7, 1.4, size=(20, 3)):
        mu, branching, decay = np.array(best) * factors
        assert stats.hawkes_loglik(times, END, mu=mu, branching=branching, decay=decay) <= at + 1e-9


def test_of_events_ever_faster_nothing_on_a_grid_is_likelier():
    times, end = [65.0 - k * k for k in range(8, 0, -1)], 65.0
    fit = stats.hawkes_fit(times, end)
    # The excitement lasts, as far as these events can tell.
    assert fit.flags == ("no_convergence",)
    for mu in np.linspace(0.05, 0.15, 21):
        for branching in np.geomspace(1, 20, 31):
            for decay in (0.001, 0.01, 0.1, 1.0):
                found = stats.hawkes_loglik(times, end, mu=mu, branching=branching, decay=decay)
                assert found <= fit.loglik + 1e-9


def test_the_fit_finds_what_was_simulated():
    found = []
    for seed in range(40):
        times = stats.hawkes_simulate(0.5, 0.6, 1.5, 500.0, seed=seed)
        fit = stats.hawkes_fit(times, 500.0)
        found.append(
            [
                fit.mu.low < 0.5 < fit.mu.high,
                fit.branching.low < 0.6 < fit.branching.high,
                fit.decay.low < 1.5 < fit.decay.high,
                fit.residual_test.pvalue > 0.01,
            ]
        )
    # At 95 % of 40 fits 38 hold the truth on average; fewer than 32 have a chance below 1/1000.
    assert np.sum(found, axis=0).min() >= 32


def test_the_number_of_simulated_events():
    # On average mu T / (1 - branching), less a little at the start; variance mu T / (1 - branching)³.
    sizes = [len(stats.hawkes_simulate(1.0, 0.5, 2.0, 2000.0, seed=seed)) for seed in range(50)]
    assert np.mean(sizes) == pytest.approx(4000, abs=4 * math.sqrt(16000 / 50))
    assert np.std(sizes) == pytest.approx(math.sqrt(16000), rel=0.4)


def test_up_to_1e8_events_may_be_expected():
    # Of a slow decay nearly all come long after the end: few events, though 95 / (1 - branching) are expected in all.
    assert len(stats.hawkes_simulate(95.0, 1 - 1e-6, 1e-9, 1.0, seed=1)) < 200
    with pytest.raises(pg.DomainError, match="expected at most 1e8 events"):
        stats.hawkes_simulate(101.0, 1 - 1e-6, 1e-9, 1.0, seed=1)


def test_residuals_are_the_expected_events_between_events():
    # Ogata (1988): the integral of the rate from one event to the next; before the first there is none but mu.
    times = BURSTS
    fit = stats.hawkes_fit(times, 12.0)
    mu, branching, decay = fit.mu.estimate, fit.branching.estimate, fit.decay.estimate
    assert branching > 0
    last = 0.0
    for time, residual in zip(times, fit.residuals, strict=True):
        excited = sum(
            math.exp(-decay * (last - t)) - math.exp(-decay * (time - t)) for t in times if t < time
        )
        assert residual == pytest.approx(mu * (time - last) + branching * excited, rel=1e-9)
        last = time


def test_intervals_are_normal_on_the_logarithm():
    fit = stats.hawkes_fit(BURSTS, 12.0)
    for each, error in zip((fit.mu, fit.branching, fit.decay), fit.standard_errors, strict=True):
        factor = math.exp(1.959963984540054 * error / each.estimate)
        assert tuple(each) == pytest.approx((each.estimate / factor, each.estimate * factor), rel=1e-12)
    # Without excitement there is no logarithm of it, and no interval.
    assert stats.hawkes_fit(np.arange(1.0, 51.0), 51.0).branching.interval is None


def test_without_branching_events_are_poisson():
    times = stats.hawkes_simulate(2.0, 0.0, 1.0, 1000.0, seed=5)
    assert len(times) == pytest.approx(2000, abs=4 * math.sqrt(2000))
    assert np.all(np.diff(times) > 0)
    assert 0 < times[0] < times[-1] <= 1000


def test_one_seed_gives_one_series():
    first, same, other = (stats.hawkes_simulate(1.0, 0.5, 2.0, 100.0, seed=s) for s in (1, 1, 2))
    assert first.tolist() == same.tolist()
    assert first.tolist() != other.tolist()


def test_even_events_excite_nothing():
    fit = stats.hawkes_fit(np.arange(1.0, 51.0), 51.0)
    assert fit.branching.estimate == 0
    assert fit.loglik == fit.poisson_loglik == pytest.approx(50 * math.log(50 / 51) - 50)
    assert fit.mu.estimate == pytest.approx(50 / 51)
    assert math.isnan(fit.decay.estimate)
    assert fit.decay.interval is None
    assert fit.flags == ("degenerate",)
    assert "degenerate" in repr(fit)


def test_events_of_one_day_are_ties_and_finite():
    fit = stats.hawkes_fit([1, 1, 1, 2, 5, 5, 6, 11, 11, 12], 15.0)
    assert "tie" in fit.flags
    assert math.isfinite(fit.loglik)
    assert fit.to_dict()["flags"] == fit.flags


def test_threads_give_the_same():
    times = stats.hawkes_simulate(0.5, 0.6, 1.5, 300.0, seed=2)
    with ThreadPoolExecutor(8) as pool:
        fits = list(pool.map(lambda _: stats.hawkes_fit(times, 300.0), range(8)))
    assert len({(f.mu.estimate, f.branching.estimate, f.decay.estimate) for f in fits}) == 1


@pytest.mark.parametrize(
    ("times", "end", "message"),
    [
        ([2, 1], 3, r"times\[1\] is 1, expected a number from the time before, 2, to T = 3"),
        ([1, 4], 3, r"times\[1\] is 4, expected a number from 0, to T = 3"),
        ([-1, 2], 3, r"times\[0\] is -1"),
        ([1, math.nan], 3, r"times\[1\] is nan"),
        ([1, 2], math.inf, "T is ∞, expected a finite number > 0"),
        ([1, 2], 0, "T is 0"),
        ([1], 3, "times has 1 entries, expected at least 2"),
        ([[1, 2]], 3, "times has 2 dimensions"),
    ],
)
def test_what_are_no_times_is_refused(times, end, message):
    with pytest.raises(pg.DomainError, match=message):
        stats.hawkes_fit(times, end)


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"mu": 0}, "mu is 0, expected a finite number > 0"),
        ({"mu": math.inf}, "mu is ∞"),
        ({"branching": -0.1}, "branching is -0.1, expected a finite number >= 0"),
        ({"decay": math.nan}, "decay is nan"),
    ],
)
def test_parameters_outside_their_range_are_refused(parameters, message):
    given = {"mu": 1.0, "branching": 0.5, "decay": 1.0, **parameters}
    for function in (stats.hawkes_loglik, stats.hawkes_score):
        with pytest.raises(pg.DomainError, match=message):
            function([1, 2], 3, **given)
    with pytest.raises(pg.DomainError, match=message):
        stats.hawkes_simulate(*given.values(), 3.0)


def test_simulations_without_end_are_refused():
    with pytest.raises(pg.DomainError, match="branching is 1, expected a number below 1"):
        stats.hawkes_simulate(1, 1, 1, 10)
    with pytest.raises(pg.DomainError, match="expected at most 1e8 events"):
        stats.hawkes_simulate(1, 0.5, 1, 1e9)
    with pytest.raises(pg.DomainError, match="kernel is 'power', expected one of exp"):
        stats.hawkes_fit([1, 2], 3, kernel="power")
