"""Statistics of counts as news reports them.

What to use when:

- a part of a known whole: `proportion`; ballots of registered voters: `turnout`;
- two counts that are no part of each other: `injury_ratio` (two sides), `killed_wounded_ratio`, and
  `count_ratio` for any other pair;
- the deadliness of an attack: `case_fatality`, killed of killed and wounded;
- bounds alone, with no sampling: `identified`, `identified_ratio`, `identified_share`,
  `identified_quotient`;
- several mentions of one number: `reconcile`;
- persons that nobody counted, from two lists: `chapman` (`lincoln_petersen`); from how often they were
  seen, at least so many: `chao`; from three lists and more: `mse_model_range` and `mse_model_average` over
  all log-linear models, one of them by `loglinear_mse` and `mse_profile`, or `lcmcr`, which needs no choice
  of model; `capture_histories` counts persons by their lists.

Counts are numbers, array-likes, or an `Interval` for what a report only bounds ("at least 50" is
``Interval(50, inf)``). NaN, None and NA are "not reported"; 0 is reported as zero. All give an
`Estimate`.
"""

from __future__ import annotations

from pressgauge._core.stats import Flag
from pressgauge._estimate import Estimate, Limits
from pressgauge.stats._capture import capture_histories, chao, chapman, lincoln_petersen
from pressgauge.stats._latent_class import LatentClassPosterior, lcmcr
from pressgauge.stats._loglinear import (
    LoglinearModel,
    LoglinearModels,
    StratifiedPopulation,
    hierarchical_models,
    loglinear_mse,
    mse_all_models,
    mse_model_average,
    mse_model_range,
    mse_profile,
    mse_stratified,
)
from pressgauge.stats._proportions import proportion, turnout
from pressgauge.stats._ratios import case_fatality, count_ratio, injury_ratio, killed_wounded_ratio
from pressgauge.stats._reports import (
    Reconciled,
    identified,
    identified_quotient,
    identified_ratio,
    identified_share,
    reconcile,
)

__all__ = [
    "Estimate",
    "Flag",
    "LatentClassPosterior",
    "Limits",
    "LoglinearModel",
    "LoglinearModels",
    "Reconciled",
    "StratifiedPopulation",
    "capture_histories",
    "case_fatality",
    "chao",
    "chapman",
    "count_ratio",
    "hierarchical_models",
    "identified",
    "identified_quotient",
    "identified_ratio",
    "identified_share",
    "injury_ratio",
    "killed_wounded_ratio",
    "lcmcr",
    "lincoln_petersen",
    "loglinear_mse",
    "mse_all_models",
    "mse_model_average",
    "mse_model_range",
    "mse_profile",
    "mse_stratified",
    "proportion",
    "reconcile",
    "turnout",
]
