"""Events in time and their sizes, against ruptures and powerlaw: cases for the script that times all families."""

from __future__ import annotations

import math
import random
from typing import Any

import numpy as np

from pressgauge import stats

GOAL_CHANGES = 150
GOAL_SCAN = 50


def series(periods: int) -> np.ndarray:
    """Return events of three rates."""
    draw = np.random.default_rng(11)
    rates = np.repeat([3.0, 9.0, 2.0], math.ceil(periods / 3))[:periods]
    return draw.poisson(rates).astype(float)


def sizes(count: int) -> np.ndarray:
    """Return whole sizes with a tail of exponent 2.3."""
    draw = random.Random(12)
    return np.array([math.floor(1.5 * (1 - draw.random()) ** (-1 / 1.3) + 0.5) for _ in range(count)], float)


def ruptures_changes(y: np.ndarray, penalty: float) -> list[int]:
    import ruptures
    from ruptures.base import BaseCost

    class Poisson(BaseCost):
        model = "poisson"
        min_size = 1

        def fit(self, signal: np.ndarray) -> Poisson:
            self.signal = signal
            self.total = np.concatenate([[0], np.cumsum(signal)])
            return self

        def error(self, start: int, end: int) -> float:
            events = self.total[end] - self.total[start]
            return 0.0 if events == 0 else 2 * (events - events * math.log(events / (end - start)))

    found = ruptures.Pelt(custom_cost=Poisson(), min_size=1, jump=1).fit_predict(y, pen=penalty)
    return found[:-1]


def powerlaw_fit(x: np.ndarray) -> Any:
    import powerlaw

    return powerlaw.Fit(x, discrete=True, verbose=False)


def cases() -> list[dict[str, Any]]:
    out = []
    for periods in (180, 1000):
        y = series(periods)
        penalty = 2 * math.log(periods)
        out.append(
            {
                "name": f"change points, {periods} periods",
                "peer": "ruptures, custom Poisson cost",
                "goal": GOAL_CHANGES,
                "ours": lambda y=y, penalty=penalty: stats.event_rate_change(
                    y, penalty=penalty
                ).change_points.tolist(),
                "theirs": lambda y=y, penalty=penalty: ruptures_changes(y, penalty),
                "check": lambda ours, theirs: ours == theirs,
            }
        )
    x = sizes(1000)
    out.append(
        {
            "name": "power law, xmin chosen, 1000 sizes",
            "peer": "powerlaw",
            "goal": GOAL_SCAN,
            "ours": lambda: stats.power_law_fit(x),
            "theirs": lambda: powerlaw_fit(x),
            # Its exponent is an approximation.
            "check": lambda ours, theirs: abs(ours.alpha.estimate - theirs.power_law.alpha) < 0.1,
        }
    )
    return out
