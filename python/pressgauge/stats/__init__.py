"""Statistics of counts as news reports them.

What to use when:

- a part of a known whole: `proportion`; ballots of registered voters: `turnout`;
- two counts that are no part of each other: `injury_ratio` (two sides), `killed_wounded_ratio`, and
  `count_ratio` for any other pair;
- two samples compared: `proportion_diff`, in points; `risk_ratio`, in times; `odds_ratio`, for rare events or where
  samples were drawn by outcome; whether they differ: `boschloo_exact` or `barnard_exact`, and `fisher_exact` where
  all margins are fixed;
- the same units judged twice: `paired_diff`, `mcnemar`;
- the deadliness of an attack: `case_fatality`, killed of killed and wounded;
- bounds alone, with no sampling: `identified`, `identified_ratio`, `identified_share`,
  `identified_quotient`;
- several mentions of one number: `reconcile`.

Counts are numbers, array-likes, or an `Interval` for what a report only bounds ("at least 50" is
``Interval(50, inf)``). NaN, None and NA are "not reported"; 0 is reported as zero. All give an
`Estimate`.
"""

from __future__ import annotations

from pressgauge._core.stats import Flag
from pressgauge._estimate import Estimate, Limits
from pressgauge.stats._comparisons import odds_ratio, proportion_diff, risk_ratio
from pressgauge.stats._exact_tests import barnard_exact, boschloo_exact, fisher_exact
from pressgauge.stats._paired import mcnemar, paired_diff
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
from pressgauge.stats._results import TestResult

__all__ = [
    "Estimate",
    "Flag",
    "Limits",
    "Reconciled",
    "TestResult",
    "barnard_exact",
    "boschloo_exact",
    "case_fatality",
    "count_ratio",
    "fisher_exact",
    "identified",
    "identified_quotient",
    "identified_ratio",
    "identified_share",
    "injury_ratio",
    "killed_wounded_ratio",
    "mcnemar",
    "odds_ratio",
    "paired_diff",
    "proportion",
    "proportion_diff",
    "reconcile",
    "risk_ratio",
    "turnout",
]
