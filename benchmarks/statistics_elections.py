"""Elections and forensics against what researchers use now: cases of one script that runs all families.

python benchmarks/statistics_elections.py      runs these alone
"""

from __future__ import annotations

import sys
import timeit
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "python"))

from pressgauge import stats
from reference import elections as reference

VOTES = np.random.default_rng(1).integers(1, 10**6, (20_000, 10)).astype(float)
SEATS = np.random.default_rng(2).integers(0, 60, (20_000, 10)).astype(float)
STATIONS = np.random.default_rng(3).integers(300, 3000, 3000)
BALLOTS = np.random.default_rng(4).binomial(STATIONS, 0.6)
FEW = VOTES[:50]


def numpy_parties() -> Any:
    shares = VOTES / VOTES.sum(axis=1, keepdims=True)
    return 1 / (shares**2).sum(axis=1)


def numpy_gallagher() -> Any:
    off = VOTES / VOTES.sum(axis=1, keepdims=True) - SEATS / SEATS.sum(axis=1, keepdims=True)
    return 100 * np.sqrt((off**2).sum(axis=1) / 2)


def scipy_chances() -> Any:
    """Whole percentages of each station, as scripts of the field find them: every count's probability."""
    from scipy.stats import binom

    total = 0.0
    for ballots, registered in zip(BALLOTS[:100], STATIONS[:100], strict=True):
        k = np.arange(registered + 1)
        near = (2000 * k + registered) // (2 * registered) % 10 == 0
        total += binom.pmf(k[near], registered, ballots / registered).sum()
    return total


def apportionment() -> Any:
    from apportionment.methods import compute

    return [compute("dhondt", [int(v) for v in row], 150, verbose=False) for row in FEW]


def close(a: Any, b: Any) -> bool:
    return bool(np.allclose(a, b, rtol=1e-10))


def cases() -> list[dict[str, Any]]:
    """Return name, peer, goal (times as fast, None without one), ours, theirs, check of each case."""
    return [
        {
            "name": "effective parties, 20,000 elections",
            "peer": "numpy",
            "goal": None,
            "ours": lambda: stats.effective_parties(VOTES).estimate,
            "theirs": numpy_parties,
            "check": close,
        },
        {
            "name": "Gallagher, 20,000 elections",
            "peer": "numpy",
            "goal": None,
            "ours": lambda: stats.disproportionality(VOTES, SEATS).estimate,
            "theirs": numpy_gallagher,
            "check": close,
        },
        {
            "name": "D'Hondt, 150 seats, 50 elections",
            "peer": "apportionment",
            "goal": None,
            "ours": lambda: stats.allocate_seats(FEW, 150).seats,
            "theirs": apportionment,
            "check": close,
        },
        {
            "name": "Huntington-Hill, 150 seats, 50 elections, exact",
            "peer": "fractions",
            "goal": None,
            "ours": lambda: stats.allocate_seats(FEW, 150, "huntington_hill").seats,
            "theirs": lambda: [
                reference.seats_of([int(v) for v in row], 150, "huntington_hill")[0] for row in FEW
            ],
            "check": close,
        },
        {
            "name": "integer percentages, 100 stations",
            "peer": "scipy",
            "goal": None,
            "ours": lambda: stats.integer_percent_test(BALLOTS[:100], STATIONS[:100]).expected,
            "theirs": scipy_chances,
            "check": close,
        },
    ]


def best(call: Any) -> float:
    """Return the seconds of a call, the best of several."""
    timer = timeit.Timer(call)
    number = max(1, int(0.1 / max(timer.timeit(1), 1e-9)))
    return min(timer.repeat(5, number)) / number


def main() -> None:
    for case in cases():
        try:
            agree = case["check"](case["ours"](), case["theirs"]())
        except ImportError as error:
            print(f"{case['name']}: {error}")
            continue
        ours, theirs = best(case["ours"]), best(case["theirs"])
        told = "" if agree else " DISAGREE"
        print(
            f"{case['name']}: {1e3 * ours:.3g} ms, {case['peer']} {1e3 * theirs:.3g} ms, {theirs / ours:.1f} x{told}"
        )


if __name__ == "__main__":
    main()
