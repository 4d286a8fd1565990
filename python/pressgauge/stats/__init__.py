"""Statistics of counts as news reports them.

What to use when:

- a part of a known whole: `proportion`; ballots of registered voters: `turnout`;
- two counts that are no part of each other: `injury_ratio` (two sides), `killed_wounded_ratio`, and
  `count_ratio` for any other pair;
- observations drawn from a known number: `finite_population`; a test against a share: `proportion_test`;
- events per time or people: `rate`, `rate_ratio`, `rate_diff`, `rate_test`;
- the deadliness of an attack: `case_fatality`, killed of killed and wounded;
- two groups in several strata: `mantel_haenszel`, with the tests `cmh_test` and `breslow_day`;
- several studies of one effect: `effect_sizes` out of counts, `meta_analysis`, `heterogeneity`, `tau2`; how it came to
  be known, and how it hangs on each: `cumulative_meta`, `leave_one_out`;
- shares of all kinds of a whole at once: `multinomial`;
- bounds alone, with no sampling: `identified`, `identified_ratio`, `identified_share`,
  `identified_quotient`;
- any function of counts that are only bounded: give it the Intervals; `bounds_ci` for other intervals than the union;
- a percentage and its total: `percent_to_counts`, `grim_check`;
- several reports of one number: `reconcile`, `consistent_subsets`, `censored_count_mle`; over time: `toll_timeline`.

Counts are numbers, array-likes, or an `Interval` for what a report only bounds ("at least 50" is
``Interval(50, inf)``). NaN, None and NA are "not reported"; 0 is reported as zero. All give an
`Estimate`.
"""

from __future__ import annotations

from pressgauge._core.stats import Flag
from pressgauge._estimate import Estimate, Limits
from pressgauge.stats._bounds import bounds_ci, imbens_manski, stoye
from pressgauge.stats._meta import (
    EffectSizes,
    cumulative_meta,
    effect_sizes,
    heterogeneity,
    leave_one_out,
    meta_analysis,
    tau2,
)
from pressgauge.stats._multinomial import multinomial
from pressgauge.stats._percentages import grim_check, percent_to_counts
from pressgauge.stats._pooled import ChiSquared, Heterogeneity, MetaAnalysis, PooledEstimate
from pressgauge.stats._proportions import finite_population, proportion, proportion_test, turnout
from pressgauge.stats._rates import rate, rate_diff, rate_ratio, rate_test
from pressgauge.stats._ratios import case_fatality, count_ratio, injury_ratio, killed_wounded_ratio
from pressgauge.stats._reconcile import (
    CensoredCount,
    ConsistentSubset,
    Reconciled,
    TollTimeline,
    censored_count_mle,
    consistent_subsets,
    reconcile,
    toll_timeline,
)
from pressgauge.stats._reports import identified, identified_quotient, identified_ratio, identified_share
from pressgauge.stats._results import TestResult
from pressgauge.stats._stratified import breslow_day, cmh_test, mantel_haenszel

__all__ = [
    "CensoredCount",
    "ChiSquared",
    "ConsistentSubset",
    "EffectSizes",
    "Estimate",
    "Flag",
    "Heterogeneity",
    "Limits",
    "MetaAnalysis",
    "PooledEstimate",
    "Reconciled",
    "TestResult",
    "TollTimeline",
    "bounds_ci",
    "breslow_day",
    "case_fatality",
    "censored_count_mle",
    "cmh_test",
    "consistent_subsets",
    "count_ratio",
    "cumulative_meta",
    "effect_sizes",
    "finite_population",
    "grim_check",
    "heterogeneity",
    "identified",
    "identified_quotient",
    "identified_ratio",
    "identified_share",
    "imbens_manski",
    "injury_ratio",
    "killed_wounded_ratio",
    "leave_one_out",
    "mantel_haenszel",
    "meta_analysis",
    "multinomial",
    "percent_to_counts",
    "proportion",
    "proportion_test",
    "rate",
    "rate_diff",
    "rate_ratio",
    "rate_test",
    "reconcile",
    "stoye",
    "tau2",
    "toll_timeline",
    "turnout",
]
