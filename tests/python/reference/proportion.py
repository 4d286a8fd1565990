"""Intervals of a proportion as the textbooks print them, in 60-digit decimals: slow and obvious."""

from __future__ import annotations

import itertools
from decimal import Decimal, getcontext

getcontext().prec = 60
PI = Decimal("3.14159265358979323846264338327950288419716939937510582097494459")
NEGLIGIBLE = Decimal("1e-55")


def series(first: Decimal, ratio) -> Decimal:
    """Sum of terms, each ratio(k) times the one before."""
    total, term = first, first
    for k in itertools.count(1):
        term *= ratio(k)
        total += term
        if abs(term) < NEGLIGIBLE:
            break
    return total


def sin(x: Decimal) -> Decimal:
    return series(x, lambda k: -x * x / (2 * k * (2 * k + 1)))


def cos(x: Decimal) -> Decimal:
    return series(Decimal(1), lambda k: -x * x / (2 * k * (2 * k - 1)))


def asin(y: Decimal) -> Decimal:
    low, high = Decimal(0), PI / 2
    for _ in range(180):
        middle = (low + high) / 2
        low, high = (middle, high) if sin(middle) < y else (low, middle)
    return low


def normal_density(z: Decimal) -> Decimal:
    return (-z * z / 2).exp() / (2 * PI).sqrt()


def deviate(alpha: float) -> Decimal:
    """Give the z with P(|Z| > z) = alpha, by Newton's method on the series of the distribution."""
    z = Decimal(1)
    for _ in range(60):
        central = 2 * normal_density(z) * series(z, lambda k, z=z: z * z / (2 * k + 1))
        z += (1 - Decimal(alpha) - central) / (2 * normal_density(z))
    return z


def wilson(x, n, z):
    p = x / n
    centre, spread = 2 * n * p + z**2, z * (z**2 + 4 * n * p * (1 - p)).sqrt()
    return (centre - spread) / (2 * (n + z**2)), (centre + spread) / (2 * (n + z**2))


def wilson_cc(x, n, z):
    p, q = x / n, 1 - x / n
    low, high = Decimal(0), Decimal(1)
    if x > 0:
        root = (z**2 - 2 - 1 / n + 4 * p * (n * q + 1)).sqrt()
        low = (2 * n * p + z**2 - 1 - z * root) / (2 * (n + z**2))
    if x < n:
        root = (z**2 + 2 - 1 / n + 4 * p * (n * q - 1)).sqrt()
        high = (2 * n * p + z**2 + 1 + z * root) / (2 * (n + z**2))
    return low, high


def wald(x, n, z):
    p = x / n
    half = z * (p * (1 - p) / n).sqrt()
    return p - half, p + half


def agresti_coull(x, n, z):
    return wald(x + z**2 / 2, n + z**2, z)


def arcsine(x, n, z):
    angle = asin(((x + Decimal(3) / 8) / (n + Decimal(3) / 4)).sqrt())
    half = z / (2 * n.sqrt())
    return sin(max(angle - half, Decimal(0))) ** 2, sin(min(angle + half, PI / 2)) ** 2


def gamma(x: Decimal) -> Decimal:
    """Gamma of a positive whole or half number."""
    if x == 1:
        return Decimal(1)
    return PI.sqrt() if x == Decimal("0.5") else (x - 1) * gamma(x - 1)


def beta_tail(a: Decimal, b: Decimal, v: Decimal) -> Decimal:
    """P(V < v) of V ~ Beta(a, b), by a series of positive terms (DLMF 8.17.8)."""
    kernel = v**a * (1 - v) ** b * gamma(a + b) / (gamma(a) * gamma(b))
    return kernel / a * series(Decimal(1), lambda k: (a + b + k - 1) / (a + k) * v)


METHODS = {f.__name__: f for f in (wilson, wilson_cc, wald, agresti_coull, arcsine)}


def interval(x: int, n: int, z: Decimal, method: str) -> tuple[Decimal, Decimal]:
    """Ends of the interval, clipped to [0, 1]."""
    low, high = METHODS[method](Decimal(x), Decimal(n), z)
    return max(low, Decimal(0)), min(high, Decimal(1))
