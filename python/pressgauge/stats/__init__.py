"""Statistics of counts as news reports them.

What to use when:

- a part of a known whole: `proportion`; ballots of registered voters: `turnout`;
- two counts that are no part of each other: `injury_ratio` (two sides), `killed_wounded_ratio`, and
  `count_ratio` for any other pair;
- the deadliness of an attack: `case_fatality`, killed of killed and wounded;
- bounds alone, with no sampling: `identified`, `identified_ratio`, `identified_share`,
  `identified_quotient`;
- several mentions of one number: `reconcile`;
- when the rate of events changed: `event_rate_change` for all changes, `bayes_changepoint` for one and how surely;
- events that bring further events: `hawkes_fit`, `hawkes_loglik`, `hawkes_score`, `hawkes_simulate`;
- the law of the sizes of events: `power_law_fit`, then `power_law_bootstrap` (is it tenable) and
  `power_law_compare` (is another law nearer);
- counts that vary more than chance: `dispersion_test`, `negbin_fit`.

Counts are numbers, array-likes, or an `Interval` for what a report only bounds ("at least 50" is
``Interval(50, inf)``). NaN, None and NA are "not reported"; 0 is reported as zero. All give an
`Estimate`.
"""

from __future__ import annotations

from pressgauge._core.stats import Flag
from pressgauge._estimate import Estimate, Limits
from pressgauge.stats._changepoints import ChangePosterior, RateChanges, bayes_changepoint, event_rate_change
from pressgauge.stats._dispersion import NegbinFit, dispersion_test, negbin_fit
from pressgauge.stats._hawkes import HawkesFit, hawkes_fit, hawkes_loglik, hawkes_score, hawkes_simulate
from pressgauge.stats._power_law import (
    PowerLawBootstrap,
    PowerLawComparison,
    PowerLawFit,
    power_law_bootstrap,
    power_law_compare,
    power_law_fit,
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
from pressgauge.stats._results import TestResult

__all__ = [
    "ChangePosterior",
    "Estimate",
    "Flag",
    "HawkesFit",
    "Limits",
    "NegbinFit",
    "PowerLawBootstrap",
    "PowerLawComparison",
    "PowerLawFit",
    "RateChanges",
    "Reconciled",
    "TestResult",
    "bayes_changepoint",
    "case_fatality",
    "count_ratio",
    "dispersion_test",
    "event_rate_change",
    "hawkes_fit",
    "hawkes_loglik",
    "hawkes_score",
    "hawkes_simulate",
    "identified",
    "identified_quotient",
    "identified_ratio",
    "identified_share",
    "injury_ratio",
    "killed_wounded_ratio",
    "negbin_fit",
    "power_law_bootstrap",
    "power_law_compare",
    "power_law_fit",
    "proportion",
    "reconcile",
    "turnout",
]
