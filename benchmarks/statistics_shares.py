"""Shares and rates, against SciPy and statsmodels: cases for the script that times all families."""

from __future__ import annotations

from typing import Any

import numpy as np

from pressgauge import stats

ROWS = 100_000


def close(relative: float) -> Any:
    def check(ours: Any, theirs: Any) -> bool:
        low, high = theirs
        return np.allclose(ours.low, low, rtol=relative, atol=1e-12) and np.allclose(
            ours.high, high, rtol=relative, atol=1e-12
        )

    return check


def cases() -> list[dict[str, Any]]:
    from scipy import stats as scipy_stats
    from statsmodels.stats.proportion import proportion_confint
    from statsmodels.stats.rates import confint_poisson

    draw = np.random.default_rng(5)
    nobs = draw.integers(1, 5000, ROWS).astype(float)
    count = np.floor(nobs * draw.random(ROWS))
    events, exposure = draw.integers(0, 500, ROWS // 10).astype(float), np.full(ROWS // 10, 12.0)
    few = count[:1000], nobs[:1000]
    return [
        {
            "name": "Wilson, 1000 shares",
            "peer": "statsmodels",
            "goal": 7,
            "ours": lambda: stats.proportion(*few),
            "theirs": lambda: proportion_confint(*few, method="wilson"),
            "check": close(1e-9),
        },
        {
            "name": f"Wilson, {ROWS} shares",
            "peer": "statsmodels",
            "goal": 7,
            "ours": lambda: stats.proportion(count, nobs),
            "theirs": lambda: proportion_confint(count, nobs, method="wilson"),
            "check": close(1e-9),
        },
        {
            "name": f"Clopper-Pearson, {ROWS} shares",
            "peer": "statsmodels",
            "goal": 2,
            "ours": lambda: stats.proportion(count, nobs, method="clopper_pearson"),
            "theirs": lambda: proportion_confint(count, nobs, method="beta"),
            "check": close(1e-7),
        },
        {
            "name": "Wilson, one share",
            "peer": "statsmodels",
            "goal": 10,
            "ours": lambda: stats.proportion(52, 100),
            "theirs": lambda: proportion_confint(52, 100, method="wilson"),
            "check": close(1e-9),
        },
        {
            "name": "Clopper-Pearson, one share",
            "peer": "SciPy binomtest",
            "goal": None,
            "ours": lambda: stats.proportion(52, 100, method="clopper_pearson"),
            "theirs": lambda: scipy_stats.binomtest(52, 100).proportion_ci(),
            "check": close(1e-7),
        },
        {
            "name": "binomial test, one share",
            "peer": "SciPy binomtest",
            "goal": None,
            "ours": lambda: stats.proportion_test(52, 100, 0.4),
            "theirs": lambda: scipy_stats.binomtest(52, 100, 0.4),
            "check": lambda ours, theirs: abs(ours.pvalue - theirs.pvalue) < 1e-9,
        },
        {
            "name": f"Garwood, {ROWS // 10} rates",
            "peer": "statsmodels",
            "goal": None,
            "ours": lambda: stats.rate(events, exposure),
            "theirs": lambda: confint_poisson(events, exposure, method="exact-c"),
            "check": close(1e-7),
        },
    ]
