"""The rows of docs/moving.md, "From statsmodels": the same method gives the same numbers."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from pressgauge import stats

PAGE = Path(__file__).parents[3] / "docs" / "moving.md"
pytest.importorskip("statsmodels", reason="statsmodels is not installed: pip install '.[bench]'")
# What statsmodels warns of is not ours to mend.
pytestmark = pytest.mark.filterwarnings("ignore")

TWO = (12, 100, 5, 100)
RATES = (30, 100.0, 14, 90.0)
TABLES = np.array([[[10, 20], [5, 25]], [[8, 12], [6, 30]], [[15, 30], [7, 40]]])
EFFECTS = np.array([0.1, 0.4, -0.2, 0.6, 0.3]), np.array([0.02, 0.05, 0.04, 0.06, 0.03])


def row(*words: str) -> list[tuple[list[str], list[str]]]:
    """Return the methods on both sides of the row that holds the words."""
    text = PAGE.read_text(encoding="utf-8")
    (line,) = [line for line in text.splitlines() if line.startswith("| ") and all(w in line for w in words)]
    theirs, ours = (re.findall(r"`([^`]+)`", cell) for cell in np.array(line.split(" | "))[[1, 3]])
    assert len(theirs) == len(ours)
    return list(zip(theirs, ours, strict=True))


def same(ours, theirs):
    assert np.asarray(ours, float).ravel() == pytest.approx(
        np.asarray(theirs, float).ravel(), rel=1e-6, abs=1e-9
    )


def test_a_proportion():
    from statsmodels.stats.proportion import proportion_confint

    for theirs, ours in row("proportion_confint"):
        same(tuple(stats.proportion(7, 40, method=ours)), proportion_confint(7, 40, method=theirs))


def test_several_shares():
    from statsmodels.stats.proportion import multinomial_proportions_confint

    for theirs, ours in row("multinomial_proportions_confint"):
        made = stats.multinomial([7, 20, 13], method=ours)
        same(
            np.column_stack([made.low, made.high]),
            multinomial_proportions_confint([7, 20, 13], method=theirs),
        )


@pytest.mark.parametrize(
    ("compare", "function"),
    [("diff", "proportion_diff"), ("ratio", "risk_ratio"), ("odds-ratio", "odds_ratio")],
)
def test_two_proportions(compare, function):
    from statsmodels.stats.proportion import confint_proportions_2indep

    text = PAGE.read_text(encoding="utf-8")
    (line,) = re.findall(rf"^\| .*`{function}\(x1, n1, x2, n2\)`.*$", text, flags=re.MULTILINE)
    cells = line.split(" | ")
    # "`score` with `correction=False`" is one method.
    theirs = [re.findall(r"`([^`]+)`", each) for each in cells[1].split(", ")]
    for (method, *options), ours in zip(theirs, re.findall(r"`([^`]+)`", cells[3]), strict=True):
        correction = options != ["correction=False"]
        limits = confint_proportions_2indep(*TWO, method=method, compare=compare, correction=correction)
        same(tuple(getattr(stats, function)(*TWO, method=ours)), limits)


def test_rates():
    from statsmodels.stats.rates import confint_poisson, confint_poisson_2indep, test_poisson_2indep

    for theirs, ours in row("`confint_poisson(count"):
        same(tuple(stats.rate(7, 3.5, method=ours)), confint_poisson(7, 3.5, method=theirs))
    for function, compare in (("rate_ratio", "ratio"), ("rate_diff", "diff")):
        for theirs, ours in row(f"`{function}("):
            limits = confint_poisson_2indep(*RATES, method=theirs, compare=compare)
            same(tuple(getattr(stats, function)(*RATES, method=ours)), limits)
    for theirs, ours in row("`rate_test("):
        same(stats.rate_test(*RATES, method=ours).pvalue, test_poisson_2indep(*RATES, method=theirs).pvalue)


def test_strata():
    from statsmodels.stats.contingency_tables import StratifiedTable

    theirs = StratifiedTable(list(TABLES))
    ours = stats.mantel_haenszel(TABLES)
    same([ours.estimate, *ours], [theirs.oddsratio_pooled, *theirs.oddsratio_pooled_confint()])
    for yes in (True, False):
        same(stats.cmh_test(TABLES, correction=yes).pvalue, theirs.test_null_odds(correction=yes).pvalue)
        same(stats.breslow_day(TABLES, tarone=yes).pvalue, theirs.test_equal_odds(adjust=yes).pvalue)


def test_pairs():
    from statsmodels.stats.contingency_tables import mcnemar

    table = [[30, 12], [5, 40]]
    same(stats.mcnemar(12, 5).pvalue, mcnemar(table, exact=True).pvalue)
    same(stats.mcnemar(12, 5, method="corrected").pvalue, mcnemar(table, exact=False).pvalue)
    plain = mcnemar(table, exact=False, correction=False)
    same(stats.mcnemar(12, 5, method="asymptotic").pvalue, plain.pvalue)


@pytest.mark.parametrize(("theirs", "ours"), [("iterated", "pm"), ("chi2", "dl")])
def test_several_studies(theirs, ours):
    from statsmodels.stats.meta_analysis import combine_effects

    for use_t, ci, name in ((False, "z", "random effect"), (True, "hk", "random effect wls")):
        frame = combine_effects(*EFFECTS, method_re=theirs, use_t=use_t).summary_frame()
        made = stats.meta_analysis(*EFFECTS, tau2=ours, ci=ci).pooled
        same([made.estimate, *made], frame.loc[name, ["eff", "ci_low", "ci_upp"]])
