from __future__ import annotations

import itertools
import math
import threading

import numpy as np
import pytest

import pressgauge as pg
from pressgauge import stats
from reference import capture as reference
from reference.capture import THREE, kosovo

SHORT = {"burnin": 200, "samples": 100, "thin": 2}


def test_one_class_has_a_posterior_on_paper():
    posterior = stats.lcmcr(THREE, K=1, burnin=500, samples=5000, thin=4, seed=11)
    numbers, p = reference.one_class(THREE, 3000)
    mean = float(numbers @ p)
    deviation = math.sqrt(float((numbers - mean) ** 2 @ p))
    assert posterior.population.flags == ()
    # 4 standard errors of what the draws are worth.
    assert posterior.mean == pytest.approx(mean, abs=4 * deviation / math.sqrt(posterior.bulk_draws))
    below = np.cumsum(p)
    for end, share in ((posterior.population.low, 0.025), (posterior.population.high, 0.975)):
        assert below[np.searchsorted(numbers, end)] == pytest.approx(share, abs=0.006)


@pytest.mark.slow
def test_equals_the_reference_sampler():
    counts = {"100": 30, "010": 24, "001": 19, "110": 12, "101": 9, "011": 7, "111": 10}
    posterior = stats.lcmcr(counts, K=3, burnin=1000, samples=5000, thin=10, seed=5)
    draws = reference.latent_classes(counts, 3, 30000, 1)[1000:]
    for share in (0.25, 0.5, 0.75):
        want = np.quantile(draws, share) - 111
        assert np.quantile(posterior.draws, share) - 111 == pytest.approx(want, rel=0.08)


def test_two_kinds_of_persons_are_told_apart():
    # Of 2000 persons half are on each of five lists with probability 0.15, half with 0.6. Were all alike, some 1620
    # would be enough; what stays unseen is of those who are seldom on lists.
    lists = list(itertools.product((0, 1), repeat=5))
    counts = {
        "".join(map(str, h)): round(
            sum(1000 * math.prod(p if seen else 1 - p for seen in h) for p in (0.15, 0.6))
        )
        for h in lists
        if any(h)
    }
    posterior = stats.lcmcr(counts, K=3, burnin=500, samples=500, thin=4, seed=3)
    assert stats.loglinear_mse(counts).population.high < 1700 < posterior.population.low
    assert posterior.population.low < 2000 < posterior.population.high


def test_a_seed_gives_the_same_draws_on_any_threads():
    one, many = (stats.lcmcr(THREE, seed=7, threads=n, **SHORT) for n in (1, 3))
    assert one.draws.tobytes() == many.draws.tobytes()
    assert not np.array_equal(one.draws, stats.lcmcr(THREE, seed=8, **SHORT).draws)
    assert not np.array_equal(one.draws[:, 0], one.draws[:, 1])
    # The first chains of more chains are those of fewer.
    assert np.array_equal(one.draws[:, :2], stats.lcmcr(THREE, seed=7, chains=2, **SHORT).draws)


def test_many_threads_of_python():
    found = [None] * 8

    def run(i: int) -> None:
        found[i] = stats.lcmcr(THREE, seed=7, **SHORT).draws

    threads = [threading.Thread(target=run, args=(i,)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(np.array_equal(each, found[0]) for each in found)


def test_progress_is_told_and_may_end_the_run():
    told = []
    stats.lcmcr(THREE, burnin=5000, samples=10, thin=1, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    assert len(told) > 1

    def stop(share: float) -> None:
        raise KeyboardInterrupt(share)

    with pytest.raises(KeyboardInterrupt):
        stats.lcmcr(THREE, burnin=10**9, threads=2, progress=stop)


def test_a_run_too_short_is_flagged():
    posterior = stats.lcmcr(kosovo(), burnin=10, samples=20, thin=1)
    assert posterior.population.flags == ("no_convergence",)
    one = stats.lcmcr(THREE, burnin=0, samples=1, thin=1, chains=1)
    assert math.isnan(one.r_hat)
    assert one.population.flags == ("no_convergence",)


def test_intervals():
    two, less = (stats.lcmcr(THREE, alternative=a, confidence=0.9, **SHORT) for a in ("two-sided", "less"))
    assert less.population.low == sum(THREE.values())
    assert less.population.high < two.population.high
    assert two.population.low <= two.population.estimate <= two.population.high
    assert two.population.estimate == np.median(two.draws)
    assert two.population.high == pytest.approx(np.quantile(two.draws, 0.95))
    assert two.to_dict()["population"]["method"] == "lcmcr"
    assert "R-hat" in repr(two)


@pytest.mark.slow
def test_kosovo():
    posterior = stats.lcmcr(kosovo(), threads=2)
    assert posterior.population.flags == ()
    assert 10200 <= posterior.population.estimate <= 10700


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"K": 0}, r"K is 0, expected at least 1"),
        ({"a": 0}, r"a is 0, expected a number > 0"),
        ({"b": math.nan}, r"b is nan, expected a number > 0"),
        ({"burnin": -1}, r"burnin is -1, expected at least 0"),
        ({"samples": 0}, r"samples is 0, expected at least 1"),
        ({"thin": 0}, r"thin is 0, expected at least 1"),
        ({"chains": 0}, r"chains is 0, expected at least 1"),
        ({"threads": 0}, r"threads is 0, expected at least 1"),
        ({"confidence": 1}, r"confidence is 1, expected a number between 0 and 1"),
        ({"alternative": "up"}, r"alternative is 'up'"),
    ],
)
def test_a_broken_contract_is_a_domain_error(options, message):
    with pytest.raises(pg.DomainError, match=message):
        stats.lcmcr(THREE, **options)
