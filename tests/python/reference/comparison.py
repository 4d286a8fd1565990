"""Comparisons of two proportions as their definitions say: exact fractions, bisection, every table. Slow."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import product


def bisected(f, low: float, high: float) -> float:
    """Return where a falling f passes 0."""
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) > 0 else (low, middle)
    return (low + high) / 2


def likeliest(log_likelihood, low: float, high: float) -> float:
    """Return where a concave function is greatest, by its slope's sign: golden section."""
    golden = (math.sqrt(5) - 1) / 2
    for _ in range(200):
        left, right = high - golden * (high - low), low + golden * (high - low)
        low, high = (left, high) if log_likelihood(left) < log_likelihood(right) else (low, right)
    return (low + high) / 2


def log_likelihood(x1: int, n1: int, x2: int, n2: int, p1: float, p2: float) -> float:
    total = 0.0
    for x, n, p in ((x1, n1, p1), (x2, n2, p2)):
        for count, share in ((x, p), (n - x, 1 - p)):
            if count:
                total += count * math.log(share) if share > 0 else -math.inf
    return total


def score_difference(x1: int, n1: int, x2: int, n2: int, z: float, factor: float) -> tuple[float, float]:
    """Limits of the difference: the restricted likelihood is maximised by search."""

    def statistic(d: float) -> float:
        low, high = max(0.0, -d), min(1.0, 1 - d)
        p2 = likeliest(lambda p: log_likelihood(x1, n1, x2, n2, min(1.0, max(0.0, p + d)), p), low, high)
        p1 = p2 + d
        variance = factor * (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)
        return (x1 / n1 - x2 / n2 - d) / math.sqrt(variance) if variance > 0 else math.inf

    estimate = x1 / n1 - x2 / n2
    edge = 1e-9
    return (
        bisected(lambda d: statistic(d) - z, -1 + edge, estimate - edge),
        bisected(lambda d: statistic(d) + z, estimate + edge, 1 - edge),
    )


def conditional(x1: int, n1: int, x2: int, n2: int, odds_ratio: Fraction) -> dict[int, Fraction]:
    """Probabilities of the first sample's successes, all margins given."""
    m = x1 + x2
    weights = {
        k: math.comb(n1, k) * math.comb(n2, m - k) * odds_ratio**k
        for k in range(max(0, m - n2), min(n1, m) + 1)
    }
    total = sum(weights.values())
    return {k: Fraction(w) / total for k, w in weights.items()}


def fisher(x1: int, n1: int, x2: int, n2: int, method: str, odds_ratio: Fraction = Fraction(1)) -> Fraction:
    """Two-sided p-value, exact."""
    p = conditional(x1, n1, x2, n2, odds_ratio)
    lower = {k: sum(q for j, q in p.items() if j <= k) for k in p}
    upper = {k: sum(q for j, q in p.items() if j >= k) for k in p}
    smaller = {k: min(lower[k], upper[k]) for k in p}
    if method == "minlike":
        return sum((q for q in p.values() if q <= p[x1]), Fraction(0))
    if method == "central":
        return min(Fraction(1), 2 * smaller[x1])
    # Blaker: all tables whose smaller tail is no greater.
    return sum((p[k] for k in p if smaller[k] <= smaller[x1]), Fraction(0))


def unconditional(x1: int, n1: int, x2: int, n2: int, extreme, grid: int = 2001) -> float:
    """Greatest probability of the tables that are extreme, over a fine grid of proportions."""
    tables = [t for t in product(range(n1 + 1), range(n2 + 1)) if extreme(*t)]
    return max(
        sum(
            math.comb(n1, a) * math.comb(n2, b) * (k / grid) ** (a + b) * (1 - k / grid) ** (n1 + n2 - a - b)
            for a, b in tables
        )
        for k in range(grid + 1)
    )


def squared_z(x1: int, n1: int, x2: int, n2: int) -> Fraction:
    """Pooled z with its sign, squared, exact."""
    m = x1 + x2
    if m in (0, n1 + n2):
        return Fraction(0)
    d = Fraction(x1, n1) - Fraction(x2, n2)
    share = Fraction(m, n1 + n2)
    return abs(d) * d / (share * (1 - share) * (Fraction(1, n1) + Fraction(1, n2)))
