"""Statistics of counts as news reports them.

What to use when:

- a part of a known whole: `proportion`; ballots of registered voters: `turnout`;
- two counts that are no part of each other: `injury_ratio` (two sides), `killed_wounded_ratio`, and
  `count_ratio` for any other pair;
- two samples compared: `proportion_diff`, in points; `risk_ratio`, in times; `odds_ratio`, for rare events or where
  samples were drawn by outcome; whether they differ: `boschloo_exact` or `barnard_exact`, and `fisher_exact` where
  all margins are fixed;
- the same units judged twice: `paired_diff`, `mcnemar`;
- observations drawn from a known number: `finite_population`; a test against a share: `proportion_test`;
- events per time or people: `rate`, `rate_ratio`, `rate_diff`, `rate_test`;
- two ratios or rates held against each other: `difference_of_ratios`, `ratio_of_ratios`;
- the deadliness of an attack: `case_fatality`, killed of killed and wounded;
- two groups in several strata: `mantel_haenszel`, with the tests `cmh_test` and `breslow_day`;
- several studies of one effect: `effect_sizes` out of counts, `meta_analysis`, `heterogeneity`, `tau2`; how it came to
  be known, and how it hangs on each: `cumulative_meta`, `leave_one_out`;
- shares of all kinds of a whole at once: `multinomial`;
- bounds alone, with no sampling: `identified`, `identified_ratio`, `identified_share`,
  `identified_quotient`;
- persons that nobody counted, from two lists: `chapman` (`lincoln_petersen`); from how often they were
  seen, at least so many: `chao`; from three lists and more: `mse_model_range` and `mse_model_average` over
  all log-linear models, one of them by `loglinear_mse` and `mse_profile`, or `lcmcr`, which needs no choice
  of model; `capture_histories` counts persons by their lists.
- any function of counts that are only bounded: give it the Intervals; `bounds_ci` for other intervals than the union;
- a percentage and its total: `percent_to_counts`, `grim_check`;
- several reports of one number: `reconcile`, `consistent_subsets`, `censored_count_mle`; over time: `toll_timeline`;
- when the rate of events changed: `event_rate_change` for all changes, `bayes_changepoint` for one and how surely;
- events that bring further events: `hawkes_fit`, `hawkes_loglik`, `hawkes_score`, `hawkes_simulate`;
- the law of the sizes of events: `power_law_fit`, then `power_law_bootstrap` (is it tenable) and
  `power_law_compare` (is another law nearer);
- counts that vary more than chance: `dispersion_test`, `negbin_fit`.
- votes and seats of parties: `effective_parties` (`enp`), `concentration`, `fractionalization`, `shannon_entropy`,
  `disproportionality`, `volatility`; seats for votes: `allocate_seats`;
- the numbers of polling stations: `digit_test`, `digit_mean_test` and `benford_probs`, `integer_percent_test`,
  `fingerprint`, `log_vote_rate`, `klimek_fit`. Read their notes first: they flag, they don't prove.

Counts are numbers, array-likes, or an `Interval` for what a report only bounds ("at least 50" is
``Interval(50, inf)``). NaN, None and NA are "not reported"; 0 is reported as zero. All give an
`Estimate`.
"""

from __future__ import annotations

from pressgauge._core.stats import Flag
from pressgauge._estimate import Estimate, Limits
from pressgauge.stats._bounds import bounds_ci, imbens_manski, stoye
from pressgauge.stats._capture import capture_histories, chao, chapman, lincoln_petersen
from pressgauge.stats._changepoints import ChangePosterior, RateChanges, bayes_changepoint, event_rate_change
from pressgauge.stats._comparisons import odds_ratio, proportion_diff, risk_ratio
from pressgauge.stats._digits import DigitTest, benford_probs, digit_mean_test, digit_test
from pressgauge.stats._dispersion import NegbinFit, dispersion_test, negbin_fit
from pressgauge.stats._elections import (
    concentration,
    disproportionality,
    effective_parties,
    fractionalization,
    shannon_entropy,
    volatility,
)
from pressgauge.stats._exact_tests import barnard_exact, boschloo_exact, fisher_exact
from pressgauge.stats._hawkes import HawkesFit, hawkes_fit, hawkes_loglik, hawkes_score, hawkes_simulate
from pressgauge.stats._klimek import KlimekFit, klimek_fit, klimek_simulate
from pressgauge.stats._latent_class import LatentClassPosterior, lcmcr
from pressgauge.stats._loglinear import (
    hierarchical_models,
    loglinear_mse,
    mse_all_models,
    mse_model_average,
    mse_model_range,
    mse_profile,
    mse_stratified,
)
from pressgauge.stats._loglinear_models import LoglinearModel, LoglinearModels, StratifiedPopulation
from pressgauge.stats._meta import (
    EffectSizes,
    cumulative_meta,
    effect_sizes,
    heterogeneity,
    leave_one_out,
    meta_analysis,
    tau2,
)
from pressgauge.stats._mover import difference_of_ratios, ratio_of_ratios
from pressgauge.stats._multinomial import multinomial
from pressgauge.stats._paired import mcnemar, paired_diff
from pressgauge.stats._percentages import grim_check, percent_to_counts
from pressgauge.stats._pooled import ChiSquared, Heterogeneity, MetaAnalysis, PooledEstimate
from pressgauge.stats._power_law import (
    PowerLawBootstrap,
    PowerLawComparison,
    PowerLawFit,
    power_law_bootstrap,
    power_law_compare,
    power_law_fit,
)
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
from pressgauge.stats._seats import Allocation, allocate_seats
from pressgauge.stats._stations import (
    Fingerprint,
    IntegerPercentTest,
    VoteRate,
    fingerprint,
    integer_percent_test,
    log_vote_rate,
)
from pressgauge.stats._stratified import breslow_day, cmh_test, mantel_haenszel

enp = effective_parties

__all__ = [
    "Allocation",
    "CensoredCount",
    "ChangePosterior",
    "ChiSquared",
    "ConsistentSubset",
    "DigitTest",
    "EffectSizes",
    "Estimate",
    "Fingerprint",
    "Flag",
    "HawkesFit",
    "Heterogeneity",
    "IntegerPercentTest",
    "KlimekFit",
    "LatentClassPosterior",
    "Limits",
    "LoglinearModel",
    "LoglinearModels",
    "MetaAnalysis",
    "NegbinFit",
    "PooledEstimate",
    "PowerLawBootstrap",
    "PowerLawComparison",
    "PowerLawFit",
    "RateChanges",
    "Reconciled",
    "StratifiedPopulation",
    "TestResult",
    "TollTimeline",
    "VoteRate",
    "allocate_seats",
    "barnard_exact",
    "bayes_changepoint",
    "benford_probs",
    "boschloo_exact",
    "bounds_ci",
    "breslow_day",
    "capture_histories",
    "case_fatality",
    "censored_count_mle",
    "chao",
    "chapman",
    "cmh_test",
    "concentration",
    "consistent_subsets",
    "count_ratio",
    "cumulative_meta",
    "difference_of_ratios",
    "digit_mean_test",
    "digit_test",
    "dispersion_test",
    "disproportionality",
    "effect_sizes",
    "effective_parties",
    "enp",
    "event_rate_change",
    "fingerprint",
    "finite_population",
    "fisher_exact",
    "fractionalization",
    "grim_check",
    "hawkes_fit",
    "hawkes_loglik",
    "hawkes_score",
    "hawkes_simulate",
    "heterogeneity",
    "hierarchical_models",
    "identified",
    "identified_quotient",
    "identified_ratio",
    "identified_share",
    "imbens_manski",
    "injury_ratio",
    "integer_percent_test",
    "killed_wounded_ratio",
    "klimek_fit",
    "klimek_simulate",
    "lcmcr",
    "leave_one_out",
    "lincoln_petersen",
    "log_vote_rate",
    "loglinear_mse",
    "mantel_haenszel",
    "mcnemar",
    "meta_analysis",
    "mse_all_models",
    "mse_model_average",
    "mse_model_range",
    "mse_profile",
    "mse_stratified",
    "multinomial",
    "negbin_fit",
    "odds_ratio",
    "paired_diff",
    "percent_to_counts",
    "power_law_bootstrap",
    "power_law_compare",
    "power_law_fit",
    "proportion",
    "proportion_diff",
    "proportion_test",
    "rate",
    "rate_diff",
    "rate_ratio",
    "rate_test",
    "ratio_of_ratios",
    "reconcile",
    "risk_ratio",
    "shannon_entropy",
    "stoye",
    "tau2",
    "toll_timeline",
    "turnout",
    "volatility",
]
