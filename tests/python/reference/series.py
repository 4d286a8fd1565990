"""Events in time and sizes by their definitions: all partitions, all pairs of events, plain sums."""

from __future__ import annotations

import itertools
import math


def segment_cost(counts) -> float:
    events, periods = sum(counts), len(counts)
    return 0.0 if events == 0 else 2 * (events - events * math.log(events / periods))


def least_cost(y, penalty: float) -> float:
    """Cost plus penalties of the best of all 2^(n-1) partitions."""
    best = math.inf
    for cuts in itertools.product([False, True], repeat=len(y) - 1):
        ends = [k + 1 for k, cut in enumerate(cuts) if cut]
        bounds = [0, *ends, len(y)]
        cost = sum(segment_cost(y[a:b]) for a, b in itertools.pairwise(bounds))
        best = min(best, cost + penalty * len(ends))
    return best


def log_marginal(counts, shape: float, rate: float) -> float:
    """Of Poisson counts whose rate is Gamma(shape, rate), less what is the same for all rates."""
    a, b = shape + sum(counts), rate + len(counts)
    return shape * math.log(rate) - math.lgamma(shape) + math.lgamma(a) - a * math.log(b)


def change_posterior(y, shape: float, rate: float) -> tuple[list[float], float]:
    """Probabilities of the positions, and the log Bayes factor of one change."""
    whole = log_marginal(y, shape, rate)
    logs = [
        log_marginal(y[:k], shape, rate) + log_marginal(y[k:], shape, rate) - whole for k in range(1, len(y))
    ]
    most = max(logs)
    weights = [math.exp(each - most) for each in logs]
    return [each / sum(weights) for each in weights], most + math.log(sum(weights) / len(weights))


def hawkes_loglik(times, end: float, mu: float, branching: float, decay: float) -> float:
    """By all pairs of events."""
    total = -mu * end
    for time in times:
        excited = sum(math.exp(-decay * (time - t)) for t in times if t < time)
        total += math.log(mu + branching * decay * excited) - branching * (
            1 - math.exp(-decay * (end - time))
        )
    return total


def zeta(s: float, first: int, terms: int = 3000) -> float:
    """Sum of k^-s from `first` on: terms, then the integral with half of the next and its slope."""
    last = first + terms
    rest = last ** (1 - s) / (s - 1) + 0.5 * last**-s + s / 12 * last ** (-s - 1)
    return math.fsum(k**-s for k in range(first, last)) + rest


def power_law_loglik(x, xmin: int, alpha: float) -> float:
    tail = [each for each in x if each >= xmin]
    return -alpha * math.fsum(math.log(each) for each in tail) - len(tail) * math.log(zeta(alpha, xmin))


def power_law_distance(x, xmin: int, alpha: float) -> float:
    """The greatest difference of shares up to k, over all whole k from xmin to the largest size."""
    tail = [each for each in x if each >= xmin]
    total, law, worst = zeta(alpha, xmin), 0.0, 0.0
    for k in range(xmin, int(max(tail)) + 1):
        law += k**-alpha / total
        worst = max(worst, abs(sum(each <= k for each in tail) / len(tail) - law))
    return worst


def negbin_loglik(y, mean: float, dispersion: float) -> float:
    size = 1 / dispersion
    return sum(
        math.lgamma(k + size)
        - math.lgamma(size)
        - math.lgamma(k + 1)
        - size * math.log1p(dispersion * mean)
        + k * math.log(mean / (size + mean))
        for k in y
    )
