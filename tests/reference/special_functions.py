# SPDX-License-Identifier: MIT
"""Worst relative errors of the special functions in cpp/pressgauge/stats/detail, against mpmath.

    cmake --build BUILD --target pressgauge_special
    python tests/reference/special_functions.py BUILD/tests/cpp/pressgauge_special

Errors of functions named log_* that are logarithms of probabilities are those of the probability, divided by
what a rounding of the arguments does to it (its condition); so are those of quantiles.
"""

import random
import subprocess
import sys
import time

from mpmath import mp, mpf

mp.dps = 50
RANDOM = random.Random(1)


def log_uniform(low, high):
    return float(mpf(low) * (mpf(high) / low) ** RANDOM.random())


def log_binomial(x, n, p):
    return (
        mp.loggamma(n + 1)
        - mp.loggamma(x + 1)
        - mp.loggamma(n - x + 1)
        + x * mp.log(p)
        + (n - x) * mp.log1p(-p)
    )


def log_choose(n, k):
    return mp.loggamma(n + 1) - mp.loggamma(k + 1) - mp.loggamma(n - k + 1)


def log_hypergeometric(x, population, successes, draws):
    return (
        log_choose(successes, x)
        + log_choose(population - successes, draws - x)
        - log_choose(population, draws)
    )


def fraction(term, first):
    """first / (b1 + a2 / (b2 + …)) by Lentz; term(k) = (a, b)."""
    result = c = mpf(1)
    d = mpf(0)
    tiny = mpf(10) ** -90
    result = c = tiny
    k = 1
    while True:
        a, b = (first, term(1)[1]) if k == 1 else term(k)
        d = 1 / (b + a * d)
        c = b + a / c
        result *= c * d
        if abs(c * d - 1) < mpf(10) ** -35:
            return result
        k += 1


def gamma_tails(a, x):
    """P and Q, whichever is smaller by series or fraction, to 30 digits."""
    kernel = mp.exp(a * mp.log(x) - x - mp.loggamma(a))
    if x < a + 1:
        term = total = 1 / a
        k = 1
        while term > total * mpf(10) ** -45:
            term *= x / (a + k)
            total += term
            k += 1
        lower = kernel * total
        return lower, 1 - lower
    upper = kernel * fraction(lambda k: (-(k - 1) * (k - 1 - a), x + 2 * k - 1 - a), mpf(1))
    return 1 - upper, upper


def beta_lower(a, b, v, w):
    """P(V < v) by the fraction in two lines of DLMF 8.17.22, on the side where it is short."""
    if v > (a + 1) / (a + b + 2):
        return 1 - beta_lower(b, a, w, v)
    kernel = mp.exp(a * mp.log(v) + b * mp.log(w) - mp.loggamma(a) - mp.loggamma(b) + mp.loggamma(a + b)) / a

    def term(k):
        if k == 1:
            return mpf(1), mpf(1)
        m, odd = divmod(k - 1, 2)
        if odd:
            return -(a + m) * (a + b + m) * v / ((a + 2 * m) * (a + 2 * m + 1)), mpf(1)
        return m * (b - m) * v / ((a + 2 * m - 1) * (a + 2 * m)), mpf(1)

    return kernel * fraction(term, mpf(1))


def student(t, df):
    if t < 0:
        return 1 - student(-t, df)
    square = t * t / df
    return beta_lower(df / 2, mpf(1) / 2, 1 / (1 + square), square / (1 + square)) / 2


def hypergeometric(x, population, successes, draws, upper):
    last = min(successes, draws) if upper else max(mpf(0), draws + successes - population)
    step = 1 if upper else -1
    if (last - x) * step < 0:
        return mpf(0)
    term = mp.exp(log_hypergeometric(x, population, successes, draws))
    total = term
    k = x
    while k != last:
        j = k if upper else k - 1
        rise = (successes - j) * (draws - j) / ((j + 1) * (population - successes - draws + j + 1))
        term *= rise if upper else 1 / rise
        total += term
        k += step
        if term < total * mpf(10) ** -40 and (rise < 1) == bool(upper):
            break
    return total


def zeta(order):
    def exact(s, a):
        with mp.workdps(50 + int(s * max(1, mp.log10(a)))):  # mpmath's error is absolute
            return mp.zeta(mpf(s), mpf(a), order)

    return exact


# name: (arguments, exact value, condition of the result or None for 1, whether the result is a log)
def cases():
    points = {name: [] for name in EXACT}
    shapes = [1e-3, 0.01, 0.3, 0.5, 0.9999, 1, 1.5, 3.7, 10, 31.4, 99, 151, 333.3, 1e3, 5.5e3, 4e4]
    for _ in range(300):
        points["stirling_error"].append((log_uniform(1e-6, 1e6),))
        points["stirling_error"].append((log_uniform(0.1, 20),))
        points["log_gamma"].append((log_uniform(1e-8, 1e12),))
        points["log_gamma"].append((log_uniform(0.1, 12),))
        points["log_gamma"].append((1 + RANDOM.choice([-1, 1]) * log_uniform(1e-12, 0.5),))
        points["log_gamma"].append((2 + RANDOM.choice([-1, 1]) * log_uniform(1e-12, 0.5),))
        points["digamma"].append((log_uniform(1e-6, 1e8),))
        points["trigamma"].append((log_uniform(1e-6, 1e8),))
        z = RANDOM.uniform(-9, 37.5)
        points["normal_tail"].append((z,))
        points["normal_density"].append((z,))
        points["log_normal_tail"].append((log_uniform(1e-3, 1e4),))
        points["log_normal_tail"].append((-log_uniform(1e-3, 35),))
        n = round(log_uniform(1, 1e9))
        k = RANDOM.randint(0, n) if RANDOM.random() < 0.5 else min(n, round(log_uniform(1, n)))
        points["log_choose"].append((n, k))
        p = log_uniform(1e-9, 0.5)
        points["log_binomial"].append((min(n, round(n * p * log_uniform(0.2, 5))), n, p, 1 - p))
        points["log_poisson"].append((float(round(log_uniform(1, 1e6))), log_uniform(1e-3, 1e6)))
        mean = log_uniform(1e-3, 1e9)
        points["log_poisson"].append((mean, max(1e-3, mean + RANDOM.gauss(0, 4) * mean**0.5)))
        s = 1 + log_uniform(1e-4, 60)
        for order in ("value", "first", "second"):
            points["zeta_" + order].append((s, log_uniform(1e-2, 1e3)))
            points["zeta_" + order].append((s, float(RANDOM.randint(1, 50))))
    for shape in shapes + [log_uniform(1e-3, 1e5) for _ in range(30)]:
        for _ in range(10):
            near = max(shape * 1e-3, shape + RANDOM.gauss(0, 3) * shape**0.5)
            for x in (near, shape * log_uniform(0.1, 10), log_uniform(1e-6, 50)):
                points["log_gamma_lower"].append((shape, x))
                points["log_gamma_upper"].append((shape, x))
        for _ in range(8):
            points["gamma_quantile"].append((shape, RANDOM.choice([0, 1]), -log_uniform(1e-6, 500)))
    for _ in range(300):
        n = round(log_uniform(2, 1e7))
        p = log_uniform(1e-6, 0.5)
        x = round(n * p + RANDOM.gauss(0, 5) * (n * p * (1 - p)) ** 0.5)
        for upper in (0, 1):
            points["log_binomial_tail"].append((min(max(x, 0), n), n, p, 1 - p, upper))
        df = RANDOM.choice([1, 2, 3, 5.5, 30, 0.7, log_uniform(0.05, 1e6)])
        points["student_tail"].append((RANDOM.choice([-1, 1, 1]) * log_uniform(1e-6, 100), df))
        points["student_quantile"].append(
            (RANDOM.choice([log_uniform(1e-30, 0.5), RANDOM.uniform(0.25, 1)]), df)
        )
        population = RANDOM.randint(2, 10 ** RANDOM.randint(1, 7))
        successes, draws = RANDOM.randint(1, population), RANDOM.randint(1, population)
        share = draws / population
        deviation = (successes * share * (1 - share) * (1 - successes / population)) ** 0.5
        x = round(successes * share + RANDOM.gauss(0, 4) * deviation)
        x = min(max(x, 0, draws + successes - population), draws, successes)
        points["log_hypergeometric"].append((x, population, successes, draws))
        for upper in (0, 1):
            points["hypergeometric_tail"].append((x, population, successes, draws, upper))
    return points


def log_tail_error(value, exact, condition):
    """Relative error of exp(value), over its condition and the size of the logarithm itself."""
    return abs(mpf(value) - exact) / max(1, condition, abs(exact))


def check_gamma_quantile(value, shape, upper, log_tail):
    if value < 1e-300:
        return mpf(0)
    tail = gamma_tails(mpf(shape), mpf(value))[upper]
    density = mp.exp(shape * mp.log(value) - value - mp.loggamma(shape))
    # The x that solves it, by a step of Newton; log_tail is rounded to |log_tail| epsilon.
    error = abs(mp.log(tail) - log_tail) * tail / density
    return error / max(1, abs(log_tail) * tail / density)


def check_student_quantile(value, upper_tail, df):
    if abs(value) > 1e300:
        return mpf(0)
    tail = student(mpf(value), mpf(df))
    t_density = mp.exp(
        mp.loggamma((df + 1) / mpf(2))
        - mp.loggamma(mpf(df) / 2)
        - (df + 1) / mpf(2) * mp.log1p(mpf(value) ** 2 / df)
    ) / mp.sqrt(df * mp.pi)
    error = abs(tail - mpf(upper_tail)) / t_density / abs(value)
    return error / max(1, upper_tail / t_density / abs(value) if upper_tail < 0.5 else 1)


def relative(value, exact, condition=1):
    return (abs(mpf(value) / exact - 1) if exact else abs(mpf(value))) / max(1, condition)


EXACT = {
    "stirling_error": lambda v, n: relative(
        v, mp.loggamma(mpf(n) + 1) - ((n + mpf(1) / 2) * mp.log(n) - n + mp.log(2 * mp.pi) / 2)
    ),
    "log_gamma": lambda v, x: relative(v, mp.loggamma(x)),
    "digamma": lambda v, x: abs(v - mp.digamma(x)) / max(1, abs(mp.digamma(x))),
    "trigamma": lambda v, x: relative(v, mp.psi(1, x)),
    "normal_tail": lambda v, z: relative(v, mp.erfc(mpf(z) / mp.sqrt(2)) / 2),
    "normal_density": lambda v, z: relative(v, mp.npdf(z)),
    "log_normal_tail": lambda v, z: relative(
        v, mp.log(mp.erfc(z / mp.sqrt(2)) / 2) if z > 0 else mp.log1p(-mp.erfc(-z / mp.sqrt(2)) / 2)
    ),
    "log_choose": lambda v, n, k: relative(v, log_choose(mpf(n), mpf(k))),
    "log_binomial": lambda v, x, n, p, q: log_tail_error(
        v, log_binomial(mpf(x), mpf(n), mpf(p)), abs(x - n * p) / q
    ),
    "log_poisson": lambda v, x, mean: log_tail_error(
        v, x * mp.log(mean) - mean - mp.loggamma(mpf(x) + 1), abs(x - mean)
    ),
    "zeta_value": lambda v, s, a: relative(v, zeta(0)(s, a)),
    "zeta_first": lambda v, s, a: relative(v, zeta(1)(s, a)),
    "zeta_second": lambda v, s, a: relative(v, zeta(2)(s, a)),
    "log_gamma_lower": lambda v, a, x: log_tail_error(
        v, mp.log(gamma_tails(mpf(a), mpf(x))[0]), gamma_condition(a, x, 0)
    ),
    "log_gamma_upper": lambda v, a, x: log_tail_error(
        v, mp.log(gamma_tails(mpf(a), mpf(x))[1]), gamma_condition(a, x, 1)
    ),
    "gamma_quantile": check_gamma_quantile,
    "log_binomial_tail": lambda v, x, n, p, q, upper: log_tail_error(v, *binomial_tail(x, n, p, upper)),
    "student_tail": lambda v, t, df: relative(v, student(mpf(t), mpf(df)), abs(df * t * t / (df + t * t))),
    "student_quantile": check_student_quantile,
    "log_hypergeometric": lambda v, *x: log_tail_error(v, log_hypergeometric(*map(mpf, x)), 1),
    "hypergeometric_tail": lambda v, *x: relative(v, hypergeometric(*map(mpf, x))),
}


def gamma_condition(a, x, upper):
    tail = gamma_tails(mpf(a), mpf(x))[upper]
    return mp.exp(a * mp.log(x) - x - mp.loggamma(a)) / tail


def binomial_tail(x, n, p, upper):
    n, x, p = mpf(n), mpf(x), mpf(p)
    if (upper and x <= 0) or (not upper and x >= n):
        return mpf(0), 1
    if upper:
        tail = beta_lower(x, n - x + 1, p, 1 - p)
        edge = log_binomial(x, n, p)
        condition = x * mp.exp(edge) / tail
    else:
        tail = beta_lower(n - x, x + 1, 1 - p, p)
        condition = (n - x) * p / (1 - p) * mp.exp(log_binomial(x, n, p)) / tail
    return mp.log(tail), condition


def main(program, names):
    points = cases()
    for name in names or EXACT:
        lines = "\n".join(" ".join([name, *map(repr, x)]) for x in points[name])
        start = time.perf_counter()
        values = subprocess.run(
            [program], input=lines, capture_output=True, text=True, check=True
        ).stdout.split()
        seconds = time.perf_counter() - start
        errors = [(EXACT[name](float(v), *x), x) for v, x in zip(values, points[name], strict=True)]
        errors.sort(key=lambda e: -e[0] if e[0] == e[0] else -mp.inf)
        worst, at = errors[0]
        print(f"{name:20} {mp.nstr(worst, 3):>10} at {at}  ({len(values)} in {seconds:.3f} s)", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
