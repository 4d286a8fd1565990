"""Pooling, against statsmodels and SciPy: cases for the script that times all families."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from pressgauge import stats

GOAL_META = 100
GOAL_TABLES = 10
GOAL_SHARES = 100
BATCH = 500
STUDIES = 13


def studies(analyses: int) -> tuple[np.ndarray, np.ndarray]:
    """Return effects and variances of random-effects studies, a row for each analysis."""
    draw = np.random.default_rng(21)
    v = draw.uniform(0.005, 0.5, (analyses, STUDIES))
    return draw.normal(-0.7, np.sqrt(v + 0.3)), v


def scipy_reml(y: np.ndarray, v: np.ndarray) -> tuple[float, float]:
    """Return mean and tau2 as one writes them with SciPy: the likelihood minimised over tau2."""
    from scipy.optimize import minimize_scalar

    def mean(tau2: float) -> float:
        w = 1 / (v + tau2)
        return float((w * y).sum() / w.sum())

    def loss(tau2: float) -> float:
        w = 1 / (v + tau2)
        return float((np.log(v + tau2).sum() + np.log(w.sum()) + (w * (y - mean(tau2)) ** 2).sum()) / 2)

    tau2 = float(minimize_scalar(loss, bounds=(0, 4 * np.var(y) + 1e-9), method="bounded").x)
    return mean(tau2), tau2


def statsmodels_meta(y: np.ndarray, v: np.ndarray) -> tuple[float, float]:
    from statsmodels.stats.meta_analysis import combine_effects

    done = combine_effects(y, v, method_re="iterated", use_t=True)
    return done.mean_effect_re, done.tau2


def statsmodels_tables(cells: np.ndarray) -> Any:
    from statsmodels.stats.contingency_tables import StratifiedTable

    return StratifiedTable(np.moveaxis(cells.reshape(-1, 2, 2), 0, 2)).oddsratio_pooled_confint()


def statsmodels_shares(counts: list[int]) -> np.ndarray:
    from statsmodels.stats.proportion import multinomial_proportions_confint

    return multinomial_proportions_confint(counts, method="sison-glaz")


def near(ours: Any, theirs: Any, tolerance: float = 1e-3) -> bool:
    return bool(np.allclose(ours, theirs, rtol=tolerance, atol=tolerance))


def cases() -> list[dict[str, Any]]:
    y, v = studies(BATCH)
    many = np.random.default_rng(23).integers(1, 50, (BATCH, 8, 4)).astype(float)
    counts = [56, 72, 73, 59, 62, 87, 58]
    return [
        {
            "name": f"REML, {BATCH} meta-analyses of {STUDIES} studies",
            "peer": "scipy.optimize.minimize_scalar on the likelihood, mean and tau2 only",
            "goal": GOAL_META,
            "ours": lambda: stats.meta_analysis(y, v),
            "theirs": lambda: [scipy_reml(*one) for one in zip(y, v, strict=True)],
            "check": lambda ours, theirs: near(ours.estimate, [mean for mean, _ in theirs]),
        },
        {
            "name": f"REML, one meta-analysis of {STUDIES} studies",
            "peer": "scipy.optimize.minimize_scalar on the likelihood, mean and tau2 only",
            "goal": None,
            "ours": lambda: stats.meta_analysis(y[0], v[0]),
            "theirs": lambda: scipy_reml(y[0], v[0]),
            "check": lambda ours, theirs: near(ours.estimate, theirs[0]),
        },
        {
            "name": f"Paule-Mandel, {BATCH} meta-analyses of {STUDIES} studies",
            "peer": 'statsmodels combine_effects, "iterated"',
            "goal": GOAL_META,
            "ours": lambda: stats.meta_analysis(y, v, tau2="pm"),
            "theirs": lambda: [statsmodels_meta(*one) for one in zip(y, v, strict=True)],
            "check": lambda ours, theirs: near(ours.estimate, [mean for mean, _ in theirs]),
        },
        {
            "name": f"Paule-Mandel, one meta-analysis of {STUDIES} studies",
            "peer": 'statsmodels combine_effects, "iterated"',
            "goal": None,
            "ours": lambda: stats.meta_analysis(y[0], v[0], tau2="pm"),
            "theirs": lambda: statsmodels_meta(y[0], v[0]),
            "check": lambda ours, theirs: near(ours.estimate, theirs[0]),
        },
        {
            "name": "Mantel-Haenszel odds ratio, one analysis of 8 strata",
            "peer": "statsmodels StratifiedTable",
            "goal": GOAL_TABLES,
            "ours": lambda: stats.mantel_haenszel(many[0]),
            "theirs": lambda: statsmodels_tables(many[0]),
            "check": lambda ours, theirs: near(tuple(ours), theirs, 1e-9),
        },
        {
            "name": f"Mantel-Haenszel odds ratio, {BATCH} analyses of 8 strata",
            "peer": "statsmodels StratifiedTable",
            "goal": GOAL_META,
            "ours": lambda: stats.mantel_haenszel(many),
            "theirs": lambda: [statsmodels_tables(one) for one in many],
            "check": lambda ours, theirs: near(ours.low, [low for low, _ in theirs], 1e-9),
        },
        {
            "name": "Sison-Glaz, 7 kinds",
            "peer": "statsmodels multinomial_proportions_confint",
            "goal": GOAL_SHARES,
            "ours": lambda: stats.multinomial(counts, method="sison_glaz"),
            "theirs": lambda: statsmodels_shares(counts),
            "check": lambda ours, theirs: near(ours.low, theirs[:, 0], math.sqrt(1e-15)),
        },
    ]
