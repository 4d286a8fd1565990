"""Statistics of counts as news reports them.

What to use when:

- a part of a known whole: `proportion`; ballots of registered voters: `turnout`;
- two counts that are no part of each other: `injury_ratio` (two sides), `killed_wounded_ratio`, and
  `count_ratio` for any other pair;
- the deadliness of an attack: `case_fatality`, killed of killed and wounded;
- bounds alone, with no sampling: `identified`, `identified_ratio`, `identified_share`,
  `identified_quotient`;
- several mentions of one number: `reconcile`;
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
from pressgauge.stats._elections import (
    concentration,
    disproportionality,
    effective_parties,
    fractionalization,
    shannon_entropy,
    volatility,
)
from pressgauge.stats._forensics import (
    DigitTest,
    Fingerprint,
    IntegerPercentTest,
    KlimekFit,
    VoteRate,
    benford_probs,
    digit_mean_test,
    digit_test,
    fingerprint,
    integer_percent_test,
    klimek_fit,
    klimek_simulate,
    log_vote_rate,
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
from pressgauge.stats._seats import Allocation, allocate_seats

enp = effective_parties
"""The name that the literature has for `effective_parties`."""

__all__ = [
    "Allocation",
    "DigitTest",
    "Estimate",
    "Fingerprint",
    "Flag",
    "IntegerPercentTest",
    "KlimekFit",
    "Limits",
    "Reconciled",
    "TestResult",
    "VoteRate",
    "allocate_seats",
    "benford_probs",
    "case_fatality",
    "concentration",
    "count_ratio",
    "digit_mean_test",
    "digit_test",
    "disproportionality",
    "effective_parties",
    "enp",
    "fingerprint",
    "fractionalization",
    "identified",
    "identified_quotient",
    "identified_ratio",
    "identified_share",
    "injury_ratio",
    "integer_percent_test",
    "killed_wounded_ratio",
    "klimek_fit",
    "klimek_simulate",
    "log_vote_rate",
    "proportion",
    "reconcile",
    "shannon_entropy",
    "turnout",
    "volatility",
]
