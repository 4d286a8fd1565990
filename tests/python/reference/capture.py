"""Multiple systems estimation, slow and obvious: dense matrices and Gibbs' sampler as on paper."""

from __future__ import annotations

import csv
import itertools
import math
from pathlib import Path

import numpy as np

THREE = {"001": 60, "010": 49, "011": 4, "100": 247, "101": 112, "110": 142, "111": 12}
EXAMPLE = Path(__file__).parents[3] / "examples" / "kosovo.csv"


def kosovo() -> dict[str, float]:
    with EXAMPLE.open(encoding="utf-8", newline="") as lines:
        return {"".join(row[:4]): float(row[4]) for row in list(csv.reader(lines))[1:]}


def histories(lists: int) -> list[tuple[int, ...]]:
    return [h for h in itertools.product((0, 1), repeat=lists) if any(h)]


def loglinear(counts: dict[str, float], interactions: list[tuple[int, ...]]) -> tuple[float, float, float]:
    """N, its standard error and the deviance of one hierarchical model."""
    lists = len(next(iter(counts)))
    rows = histories(lists)
    terms: set[tuple[int, ...]] = {(), *((j,) for j in range(lists))}
    for each in interactions:
        for size in range(2, len(each) + 1):
            terms |= set(itertools.combinations(sorted(each), size))
    x = np.array([[all(h[j] for j in term) for term in sorted(terms, key=len)] for h in rows], float)
    y = np.array([counts.get("".join(map(str, h)), 0) for h in rows], float)
    mean = y + 0.5
    for _ in range(100):
        weighted = x.T * mean
        b = np.linalg.solve(weighted @ x, weighted @ (np.log(mean) + (y - mean) / mean))
        mean = np.exp(x @ b)
    variance = np.linalg.inv((x.T * mean) @ x)[0, 0]
    n0 = math.exp(b[0])
    with np.errstate(divide="ignore", invalid="ignore"):
        deviance = 2 * np.sum(np.where(y > 0, y * np.log(y / mean), 0) - (y - mean))
    return float(y.sum() + n0), math.sqrt(n0 + n0 * n0 * variance), float(deviance)


def one_class(counts: dict[str, float], largest: int) -> tuple[np.ndarray, np.ndarray]:
    """Numbers and their posterior probabilities where all persons are alike: nothing to sample."""
    seen = int(sum(counts.values()))
    lists = len(next(iter(counts)))
    on = [sum(n for history, n in counts.items() if history[j] == "1") for j in range(lists)]
    numbers = np.arange(seen, largest)
    log_gamma = np.vectorize(math.lgamma)
    # 1/N * N! / (N - n)! * prod over lists of on! (N - on)! / (N + 1)!
    log_p = log_gamma(numbers + 1.0) - log_gamma(numbers - seen + 1.0) - np.log(numbers)
    for each in on:
        log_p += log_gamma(numbers - each + 1.0) - log_gamma(numbers + 2.0)
    p = np.exp(log_p - log_p.max())
    return numbers, p / p.sum()


def latent_classes(counts: dict[str, float], classes: int, sweeps: int, seed: int) -> np.ndarray:
    """Draws of all persons by Gibbs' sampler as in Manrique-Vallier (2016), without more moves."""
    random = np.random.default_rng(seed)
    cells = [([int(c) for c in history], int(n)) for history, n in counts.items()]
    lists, seen = len(cells[0][0]), sum(n for _, n in cells)
    chances = random.uniform(size=(classes, lists))
    sizes, concentration = np.full(classes, 1 / classes), 1.0
    draws = np.empty(sweeps)
    for i in range(sweeps):
        members, on = np.zeros(classes), np.zeros((classes, lists))
        for history, n in cells:
            weights = sizes * np.prod(np.where(history, chances, 1 - chances), axis=1)
            placed = random.multinomial(n, weights / weights.sum())
            members += placed
            on += np.outer(placed, history)
        missed = sizes * np.prod(1 - chances, axis=1)
        unseen = random.negative_binomial(seen, 1 - missed.sum())
        members += random.multinomial(unseen, missed / missed.sum())
        chances = random.beta(1 + on, 1 + members[:, None] - on)
        after = members.sum() - np.cumsum(members)
        # Beta variables by logarithms of gammas: 1 - V is often smaller than a double beside 1.
        log_x = np.log(random.gamma(1 + members[:-1]))
        shapes = concentration + after[:-1]
        log_y = np.log(random.gamma(shapes + 1)) + np.log(random.uniform(size=classes - 1)) / shapes
        log_both = np.logaddexp(log_x, log_y)
        log_left = np.concatenate([[0], np.cumsum(log_y - log_both)])
        sizes = np.exp(log_left + np.append(log_x - log_both, 0))
        concentration = max(random.gamma(0.25 + classes - 1, 1 / (0.25 - log_left[-1])), 1e-12)
        draws[i] = seen + unseen
    return draws
