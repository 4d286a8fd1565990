"""Cases of capture and recapture for the benchmark of statistics: ours beside statsmodels."""

from __future__ import annotations

from typing import Any

import numpy as np

from pressgauge import stats

from kosovo import lists_of_kosovo  # isort: skip


def design(model: tuple[tuple[int, ...], ...]) -> np.ndarray:
    """Columns of a model of four lists: the intercept, each list, each interaction."""
    terms = [(), (0,), (1,), (2,), (3,), *model]
    rows = [f"{h:04b}" for h in range(1, 16)]
    return np.array([[all(row[j] == "1" for j in term) for term in terms] for row in rows], float)


def peer() -> list[float]:
    """All 113 models by statsmodels' GLM."""
    from statsmodels.api import GLM, families

    counts = lists_of_kosovo()
    y = np.array([counts[f"{h:04b}"] for h in range(1, 16)])
    fits = (
        GLM(y, design(model), family=families.Poisson()).fit(tol=1e-12)
        for model in stats.hierarchical_models(4)
    )
    return sorted(float(y.sum() + np.exp(fit.params[0])) for fit in fits)


def cases() -> list[dict[str, Any]]:
    counts = lists_of_kosovo()
    return [
        {
            "name": "all 113 log-linear models of four lists",
            "peer": "statsmodels GLM",
            "goal": None,
            "ours": lambda: sorted(map(float, stats.mse_all_models(counts).population.estimate)),
            "theirs": peer,
            "check": lambda ours, theirs: np.allclose(ours, theirs, rtol=1e-8),
        },
        {
            "name": "latent class model, 4 chains of 5,000 sweeps",
            "peer": None,
            "goal": None,
            "ours": lambda: stats.lcmcr(counts, burnin=3000, samples=200, thin=10),
            "theirs": None,
            "check": None,
        },
    ]
