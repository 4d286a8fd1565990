"""Comparisons of two proportions beside SciPy's and statsmodels' functions; see cases()."""

from __future__ import annotations

from time import perf_counter
from typing import Any

import numpy as np

from pressgauge import stats

ROWS = 200
"""Of the intervals; the unconditional tests of others take long, and have four."""


def cases() -> list[dict[str, Any]]:
    """One case for each goal: ours on columns, theirs row by row, both the same rows."""
    from scipy import stats as scipy_stats
    from statsmodels.stats.proportion import confint_proportions_2indep

    random = np.random.default_rng(20261125)
    n1, n2 = random.integers(20, 400, ROWS), random.integers(20, 400, ROWS)
    columns = [each.astype(float) for each in (random.integers(1, n1), n1, random.integers(1, n2), n2)]
    rows = list(zip(*(each.astype(int).tolist() for each in columns), strict=True))
    four = [each[:4] for each in columns]

    def statsmodels(compare: str, *, correction: bool) -> Any:
        def interval(row: tuple[int, ...]) -> tuple[float, float]:
            try:
                return confint_proportions_2indep(
                    *row, method="score", compare=compare, correction=correction
                )
            except ValueError:  # of the difference it finds no limit of some tables
                return (np.nan, np.nan)

        return lambda: [interval(row) for row in rows]

    def conditional() -> Any:
        tables = [[[a, n - a], [b, m - b]] for a, n, b, m in rows]
        return [tuple(scipy_stats.contingency.odds_ratio(t).confidence_interval(0.95)) for t in tables]

    def unconditional(test: Any) -> Any:
        tables = [[[a, b], [n - a, m - b]] for a, n, b, m in rows[:4]]
        return lambda: [test(t, alternative="less").pvalue for t in tables]

    def intervals_agree(ours: Any, theirs: Any) -> bool:
        return bool(np.allclose(np.transpose(tuple(ours)), theirs, rtol=1e-6, atol=1e-9))

    def pvalues_agree(ours: Any, theirs: Any) -> bool:
        return bool(np.allclose(ours.pvalue, theirs, rtol=1e-3, atol=1e-12))

    return [
        {
            "name": "proportion_diff, miettinen_nurminen",
            "peer": "statsmodels",
            "goal": 1000,
            "ours": lambda: stats.proportion_diff(*columns),
            "theirs": statsmodels("diff", correction=True),
            "check": None,  # their cubic is another: nothing to compare
        },
        {
            "name": "risk_ratio, koopman",
            "peer": "statsmodels",
            "goal": 100,
            "ours": lambda: stats.risk_ratio(*columns, method="koopman"),
            "theirs": statsmodels("ratio", correction=False),
            "check": intervals_agree,
        },
        {
            "name": "odds_ratio, score",
            "peer": "statsmodels",
            "goal": 100,
            "ours": lambda: stats.odds_ratio(*columns, method="score"),
            "theirs": statsmodels("odds-ratio", correction=False),
            "check": intervals_agree,
        },
        {
            "name": "odds_ratio, conditional_exact",
            "peer": "SciPy",
            "goal": 300,
            "ours": lambda: stats.odds_ratio(*columns),
            "theirs": conditional,
            "check": intervals_agree,
        },
        {
            "name": "barnard_exact",
            "peer": "SciPy",
            "goal": 1,
            "ours": lambda: stats.barnard_exact(*four, alternative="less"),
            "theirs": unconditional(scipy_stats.barnard_exact),
            "check": pvalues_agree,
        },
        {
            "name": "boschloo_exact",
            "peer": "SciPy",
            "goal": 1,
            "ours": lambda: stats.boschloo_exact(*four, alternative="less"),
            "theirs": unconditional(scipy_stats.boschloo_exact),
            "check": pvalues_agree,
        },
    ]


def main() -> None:
    for case in cases():
        times, results = {}, {}
        for name in ("ours", "theirs"):
            runs = []
            for _ in range(3):
                start = perf_counter()
                results[name] = case[name]()
                runs.append(perf_counter() - start)
            times[name] = min(runs)
        same = (
            "" if case["check"] is None else f", agree: {case['check'](results['ours'], results['theirs'])}"
        )
        ratio = times["theirs"] / times["ours"]
        print(f"{case['name']}: {ratio:.0f}x {case['peer']} (goal {case['goal']}x){same}")


if __name__ == "__main__":
    main()
