from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats
from reference import capture as reference
from reference.capture import THREE, kosovo

MODELS = stats.hierarchical_models(3)
counts_of_three = st.lists(st.integers(1, 300), min_size=7, max_size=7).map(
    lambda numbers: {f"{h:03b}": n for h, n in enumerate(numbers, 1)}
)


def test_two_lists_are_those_of_lincoln_and_petersen():
    model = stats.loglinear_mse({"10": 20, "01": 30, "11": 10})
    assert model.population.estimate == pytest.approx(120, rel=1e-14)
    assert model.degrees_of_freedom == 0
    assert model.deviance == pytest.approx(0, abs=1e-12)


def test_all_pairs_of_three_lists():
    # n0 = n111 n100 n010 n001 / (n110 n101 n011).
    model = stats.loglinear_mse(THREE, [(0, 1), (0, 2), (1, 2)])
    assert model.unseen == pytest.approx(12 * 247 * 49 * 60 / (142 * 112 * 4), rel=1e-13)
    assert model.interactions == ((0, 1), (0, 2), (1, 2))


@given(counts_of_three, st.sampled_from(MODELS))
@settings(deadline=None)
def test_equals_the_reference(counts, interactions):
    model = stats.loglinear_mse(counts, interactions)
    number, error, deviance = reference.loglinear(counts, list(interactions))
    assert model.population.estimate == pytest.approx(number, rel=1e-9)
    assert model.standard_error == pytest.approx(error, rel=1e-8)
    assert model.deviance == pytest.approx(deviance, rel=1e-8, abs=1e-8)


@given(counts_of_three, st.permutations(range(3)), st.sampled_from(MODELS))
@settings(deadline=None)
def test_the_order_of_lists_tells_nothing(counts, order, interactions):
    moved = {"".join(history[j] for j in order): n for history, n in counts.items()}
    same = [tuple(order.index(j) for j in each) for each in interactions]
    one, other = stats.loglinear_mse(counts, interactions), stats.loglinear_mse(moved, same)
    assert other.population.estimate == pytest.approx(one.population.estimate, rel=1e-10)
    assert other.aic == pytest.approx(one.aic, rel=1e-10)


@given(counts_of_three, st.sampled_from(MODELS))
@settings(deadline=None, max_examples=40)
def test_the_profile_holds_its_top_and_nests(counts, interactions):
    e, wider = (stats.mse_profile(counts, interactions, confidence=c) for c in (0.8, 0.99))
    assert sum(counts.values()) <= wider.low <= e.low <= e.estimate <= e.high <= wider.high
    poisson = stats.loglinear_mse(counts, interactions).population.estimate
    assert e.estimate <= poisson * (1 + 1e-12)


def test_arrays_and_mappings_say_the_same():
    table = np.zeros((2, 2, 2))
    for history, n in THREE.items():
        table[tuple(map(int, history))] = n
    table[0, 0, 0] = math.nan  # not looked at
    one = stats.loglinear_mse(table, [(0, 1)])
    assert one == stats.loglinear_mse(THREE, [(1, 0)])
    assert one == stats.loglinear_mse({tuple(map(int, h)): n for h, n in THREE.items()}, [(0, 1)])


@pytest.mark.parametrize(("lists", "models"), [(2, 1), (3, 8), (4, 113), (5, 6893)])
def test_hierarchical_models(lists, models):
    found = stats.hierarchical_models(lists)
    assert len(found) == len(set(found)) == models
    for model in found[:: max(1, models // 50)]:
        sets = set(model)
        for each in model:
            assert all(part in sets for part in itertools.combinations(each, len(each) - 1) if len(part) > 1)


def test_all_models_are_each_of_them():
    models = stats.mse_all_models(THREE)
    assert len(models) == 8
    assert list(models.aic) == sorted(models.aic)
    assert all(model == stats.loglinear_mse(THREE, model.interactions) for model in models)
    assert models.weights.sum() == pytest.approx(1)
    assert len(models.to_pandas()) == 8
    assert "<table>" in models._repr_html_()


def test_models_of_five_lists():
    random = np.random.default_rng(5)
    counts = {f"{h:05b}": float(random.poisson(40)) for h in range(1, 32)}
    one, many = (stats.mse_all_models(counts, threads=n) for n in (1, 3))
    assert len(one) == 6893
    assert one.population.high.tobytes() == many.population.high.tobytes()
    number, error, _ = reference.loglinear(counts, list(one[0].interactions))
    assert one[0].population.estimate == pytest.approx(number, rel=1e-9)
    assert one[0].standard_error == pytest.approx(error, rel=1e-8)


def test_average_and_range():
    models = stats.mse_all_models(THREE, criterion="bic")
    average = stats.mse_model_average(THREE)
    assert average.estimate == pytest.approx(float(models.weights @ models.population.estimate), rel=1e-12)
    near = [model.population for model in models if model.bic <= models[0].bic + 2]
    spread = stats.mse_model_range(THREE, criterion="bic")
    assert spread.identified.low == min(e.estimate for e in near)
    assert spread.interval.high == max(e.high for e in near)
    assert (
        stats.mse_model_range(THREE, within=0).estimate == stats.mse_all_models(THREE)[0].population.estimate
    )


def test_lists_that_do_not_depend_leave_the_model_without_interactions():
    # Of 800 persons each list has half, whatever the others have: 100 in each cell, 100 seen by none.
    even = {"".join(h): 100 for h in itertools.product("01", repeat=3) if "1" in h}
    assert stats.mse_model_range(even, within=0).estimate == pytest.approx(800, rel=1e-9)
    assert stats.mse_all_models(even)[0].interactions == ()


def test_a_mixture_of_one_model_is_its_log_normal():
    # With two lists there is one model: its quantiles are the log-normal interval.
    counts = {"10": 20, "01": 30, "11": 10}
    assert tuple(stats.mse_model_average(counts)) == pytest.approx(
        tuple(stats.loglinear_mse(counts).population), rel=1e-12
    )


def test_counts_in_bounds():
    bounded = {**THREE, "111": pg.Interval(10, 14), "011": pg.Interval(3, 5)}
    ends = [stats.mse_model_range({**THREE, "111": x, "011": y}) for x in (10, 14) for y in (3, 5)]
    e = stats.mse_model_range(bounded)
    assert e.interval.low == min(each.low for each in ends)
    assert e.interval.high == max(each.high for each in ends)
    assert e.identified.low == min(each.identified.low for each in ends)


def test_strata_add_up():
    both = stats.mse_stratified({"a": THREE, "b": THREE}, [(0, 1)])
    one = stats.loglinear_mse(THREE, [(0, 1)])
    assert both.population.estimate == pytest.approx(2 * one.population.estimate)
    assert both.strata["b"] == one
    # Twice the variance of twice the unseen: less spread than each alone.
    assert both.population.high < 2 * one.population.high


def test_lists_that_never_meet():
    apart = {"100": 10, "010": 20, "001": 5}
    model = stats.loglinear_mse(apart)
    assert math.isnan(model.population.estimate)
    assert model.population.flags == ("undefined", "one_sided")
    assert tuple(model.population) == (35, math.inf)
    # A pair without a count is left out with its history, and the rest is fitted.
    thin = stats.loglinear_mse({**apart, "110": 4, "101": 2}, [(1, 2)])
    assert "degenerate" in thin.population.flags
    assert math.isfinite(thin.population.estimate)


def test_missing_counts():
    missing = {**THREE, "111": None}
    assert stats.loglinear_mse(missing).population.flags == ("missing",)
    assert stats.mse_profile(missing).flags == ("missing",)
    assert stats.mse_model_average(missing).flags == ("missing",)
    assert stats.mse_model_range(missing).flags == ("missing",)
    assert stats.lcmcr(missing).population.flags == ("missing",)


def test_kosovo():
    counts = kosovo()
    assert sum(counts.values()) == 4400
    published = stats.loglinear_mse(counts, [(0, 3), (2, 3), (0, 1, 2)])
    assert round(published.population.estimate) == 10357
    by_aic, by_bic = stats.mse_all_models(counts), stats.mse_all_models(counts, criterion="bic")
    assert round(by_aic[0].population.estimate) == 12741
    assert by_bic[0] == published
    # 6.3 above the least: no model that AIC would take.
    assert published.aic - by_aic[0].aic == pytest.approx(6.3, abs=0.05)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.loglinear_mse({}), r"counts is empty"),
        (lambda: stats.loglinear_mse({"1": 3}), r"histories of 1 lists, expected 2 to 16"),
        (lambda: stats.loglinear_mse({"10": 3, "011": 1}), r"history '011', expected 2 marks"),
        (lambda: stats.loglinear_mse({"10": 3, "0x": 1}), r"history '0x', expected 2 marks, each 0 or 1"),
        (
            lambda: stats.loglinear_mse({"10": 3, "00": 1}),
            r"history '00', expected none of persons on no list",
        ),
        (lambda: stats.loglinear_mse({"10": -3, "01": 1}), r"counts\['10'\] is -3, expected a whole number"),
        (
            lambda: stats.loglinear_mse({"10": 2.5, "01": 1}),
            r"counts\['10'\] is 2\.5, expected a whole number",
        ),
        (
            lambda: stats.loglinear_mse({"10": math.inf, "01": 1}),
            r"counts\['10'\] is ∞, expected a whole number",
        ),
        (lambda: stats.loglinear_mse({"10": 0, "01": 0}), r"counts are all 0"),
        (lambda: stats.loglinear_mse(np.zeros((3, 2))), r"counts has shape \(3, 2\)"),
        (lambda: stats.loglinear_mse({**THREE, "111": pg.Interval(1, 2)}), r"counts\['111'\] is \[1, 2\]"),
        (
            lambda: stats.loglinear_mse(THREE, [(0, 1, 2)]),
            r"an interaction is 111, expected two lists or more, but not",
        ),
        (lambda: stats.loglinear_mse(THREE, [(0,)]), r"an interaction is 100, expected two lists or more"),
        (
            lambda: stats.loglinear_mse(THREE, [(0, 3)]),
            r"an interaction is \(0, 3\), expected lists from 0 to 2",
        ),
        (lambda: stats.hierarchical_models(6), r"lists is 6, expected 2 to 5"),
        (
            lambda: stats.mse_all_models(THREE, criterion="hqic"),
            r"criterion is 'hqic', expected one of aic, bic",
        ),
        (
            lambda: stats.mse_model_average(THREE, criterion="x"),
            r"criterion is 'x', expected one of aic, bic",
        ),
        (lambda: stats.mse_model_range(THREE, within=-1), r"within is -1, expected a number >= 0"),
        (
            lambda: stats.mse_model_range({**THREE, "111": pg.Interval(1, math.inf)}),
            r"counts\['111'\] is \[1, ∞\), expected an upper end",
        ),
        (lambda: stats.mse_stratified({}), r"strata is empty"),
        (lambda: stats.mse_stratified({"a": {"10": 3, "01": 2}}), r"strata\['a'\] has no finite estimate"),
    ],
)
def test_a_broken_contract_is_a_domain_error(call, message):
    with pytest.raises(pg.DomainError, match=message):
        call()
