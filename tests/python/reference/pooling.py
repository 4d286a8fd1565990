"""Pooling as the textbooks print it, numpy only: slow and obvious."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np


def mean(y, v, tau2):
    w = 1 / (v + tau2)
    return np.sum(w * y) / np.sum(w), np.sum(w)


def q(y, v, tau2=0.0):
    return np.sum((y - mean(y, v, tau2)[0]) ** 2 / (v + tau2))


def log_likelihood(y, v, tau2, *, restricted):
    """Less its constant."""
    _, information = mean(y, v, tau2)
    value = np.sum(np.log(v + tau2)) + q(y, v, tau2)
    return -(value + (math.log(information) if restricted else 0)) / 2


def highest(y, v, *, restricted):
    """Give the tau2 of the highest likelihood, on a grid made finer around the best point twelve times."""
    low, high = 0.0, 4 * np.sum((y - y.mean()) ** 2)
    for _ in range(12):
        grid = np.linspace(low, high, 401)
        values = [log_likelihood(y, v, t, restricted=restricted) for t in grid]
        best = grid[int(np.argmax(values))]
        step = grid[1] - grid[0]
        low, high = max(0.0, best - 2 * step), best + 2 * step
    return best


def falling(f, target, high):
    """Give the point at which a falling function comes down to a target, by halving."""
    if f(0.0) <= target:
        return 0.0
    low = 0.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) > target else (low, middle)
    return low


def paule_mandel(y, v):
    return falling(lambda t: q(y, v, t), len(y) - 1, 4 * np.sum((y - y.mean()) ** 2) + 1)


def dersimonian_laird(y, v):
    w = 1 / v
    return max(0.0, (q(y, v) - (len(y) - 1)) / (w.sum() - (w**2).sum() / w.sum()))


def odds_ratio(tables):
    """Mantel-Haenszel's, and the variance of its logarithm (Robins, Breslow & Greenland), exactly."""
    r = s = pr = mixed = qs = Fraction(0)
    for a, b, c, d in tables:
        n = a + b + c + d
        p, q_, x, y = Fraction(a + d, n), Fraction(b + c, n), Fraction(a * d, n), Fraction(b * c, n)
        r, s, pr, mixed, qs = r + x, s + y, pr + p * x, mixed + p * y + q_ * x, qs + q_ * y
    return r / s, pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s)


def fitted(table, odds):
    """Give the first cell of a table of the same margins with an odds ratio, by halving."""
    a, b, c, d = table
    low, high = max(0, a - d), min(a + b, a + c)
    for _ in range(200):
        x = (low + high) / 2
        above = x * (d - a + x) > odds * (a + b - x) * (a + c - x)
        low, high = (low, x) if above else (x, high)
    return low


def breslow_day(tables, *, tarone):
    odds = float(odds_ratio(tables)[0])
    total = difference = variance = 0.0
    for a, b, c, d in tables:
        x = fitted((a, b, c, d), odds)
        var = 1 / (1 / x + 1 / (a + b - x) + 1 / (a + c - x) + 1 / (d - a + x))
        total += (a - x) ** 2 / var
        difference += a - x
        variance += var
    return total - (difference**2 / variance if tarone else 0)


def poisson(x, rate):
    return math.exp(x * math.log(rate) - rate - math.lgamma(x + 1)) if rate else float(x == 0)


def sison_glaz(counts, confidence):
    """Give the ends of Sison & Glaz (1995), each count's distribution summed anew for each width."""
    total = sum(counts)

    def within(c):
        probability, moments = 1.0, np.zeros(4)
        for count in counts:
            xs = np.arange(max(0, count - c), count + c + 1)
            p = np.array([poisson(x, count) for x in xs])
            probability *= p.sum()
            p /= p.sum()
            centre = (p * xs).sum()
            second, third, fourth = ((p * (xs - centre) ** j).sum() for j in (2, 3, 4))
            moments += [centre, second, third, fourth - 3 * second**2]
        sd = math.sqrt(moments[1])
        z, g1, g2 = (total - moments[0]) / sd, moments[2] / sd**3, moments[3] / sd**4
        series = 1 + g1 / 6 * (z**3 - 3 * z) + g2 / 24 * (z**4 - 6 * z**2 + 3)
        series += g1**2 / 72 * (z**6 - 15 * z**4 + 45 * z**2 - 15)
        density = math.exp(-z * z / 2) / math.sqrt(2 * math.pi) * series / sd
        return probability * density / poisson(total, total)

    before = 0.0
    for c in range(1, total + 1):
        now = within(c)
        if now > confidence:
            more = (confidence - before) / (now - before)
            low = [max(0.0, (x - c + 1) / total) for x in counts]
            return low, [min(1.0, (x + c - 1 + 2 * more) / total) for x in counts]
        before = now
    return None
