from __future__ import annotations

import dataclasses
import doctest
import importlib
import math
import pickle

import numpy as np
import pytest

import pressgauge as pg
from pressgauge import stats


@pytest.mark.parametrize(
    ("estimate", "text"),
    [
        (lambda: stats.proportion(52, 100), "0.52 [0.42, 0.62] 95 % (wilson)"),
        (lambda: stats.proportion(614000, 1000000), "0.6140 [0.6130, 0.6150] 95 % (wilson)"),
        (lambda: stats.proportion(9, 10, confidence=0.9), "0.90 [0.65, 0.98] 90 % (wilson)"),
        (lambda: stats.count_ratio(1, 0), "∞ [0.2603, ∞) 95 % (wilson, one_sided)"),
        (
            lambda: stats.identified(pg.Interval(0, 0.035, high_open=True)),
            "[0, 0.035) (identified set)",
        ),
        (lambda: stats.identified(52), "52 (identified set)"),
        (
            lambda: stats.proportion(pg.Interval(4, 6), 10),
            "[0.4, 0.6] → [0.17, 0.83] 95 % (wilson, union)",
        ),
        (lambda: stats.turnout(120, 100), "1.2 (identified set, above_one)"),
        (lambda: stats.turnout(math.nan, 100), "nan (wilson, missing)"),
        (
            lambda: stats.turnout([50, 30, None], [100, 40, 10]),
            "3 estimates, 0.5 to 0.75, 95 % (wilson)",
        ),
        (lambda: stats.turnout([None], [100]), "1 estimates, 95 % (wilson)"),
    ],
)
def test_an_estimate_reads_in_one_line(estimate, text):
    assert repr(estimate()) == text


def test_estimates_are_frozen_equal_and_pickled():
    e = stats.proportion(52, 100)
    assert e == stats.proportion(52, 100)
    assert pickle.loads(pickle.dumps(e)) == e
    with pytest.raises(dataclasses.FrozenInstanceError):
        e.estimate = 0.6
    column = pickle.loads(pickle.dumps(stats.proportion([1, 2], [3, 4])))
    assert np.array_equal(column.low, stats.proportion([1, 2], [3, 4]).low)


def test_unpacking_gives_the_interval_else_the_set():
    low, high = stats.proportion(pg.Interval(4, 6), 10)
    assert low < 0.4 < 0.6 < high
    assert tuple(stats.identified(pg.Interval(4, 6))) == (4, 6)


@pytest.mark.parametrize("family", sorted({getattr(stats, name).__module__ for name in stats.__all__}))
def test_examples_in_docstrings(family):
    assert doctest.testmod(importlib.import_module(family)).failed == 0


def test_every_public_function_has_an_example():
    functions = [getattr(stats, name) for name in stats.__all__ if name.islower()]
    assert functions
    assert all(">>> " in function.__doc__ for function in functions)


def test_the_same_numbers_in_text_html_and_table():
    e = stats.proportion(52, 100)
    assert repr(e) in e._repr_html_()
    assert e.to_dict()["low"] == e.low
    column = stats.turnout([50, 30, None], [100, 40, 10])
    assert "<td>0.50</td><td>[0.40, 0.60]</td>" in column._repr_html_()
    assert column.to_dict()["flags"] == [(), (), ("missing",)]
    frame = pytest.importorskip("pandas") and column.to_pandas()
    assert frame["high"].tolist()[:2] == column.high.tolist()[:2]
    assert stats.proportion(1, 2).to_pandas()["flags"].tolist() == [()]


def test_a_long_column_shows_its_first_rows():
    shown = stats.proportion(np.arange(50), 50)._repr_html_()
    assert "and 30 more rows" in shown


@pytest.mark.parametrize("method", ["wilson", "clopper_pearson"])
def test_one_sided_intervals_take_the_whole_of_alpha(method):
    greater = stats.proportion(5, 20, method=method, alternative="greater")
    less = stats.proportion(5, 20, method=method, alternative="less")
    both = stats.proportion(5, 20, method=method, confidence=0.9)
    assert (greater.low, greater.high) == (both.low, 1)
    assert (less.low, less.high) == (0, both.high)
    with pytest.raises(
        pg.DomainError, match="alternative is 'more', expected one of two-sided, less, greater"
    ):
        stats.proportion(5, 20, alternative="more")
    with pytest.raises(pg.DomainError, match=r"alpha is 0\.5, expected a number between 0 and 0\.5"):
        stats.proportion(5, 20, alternative="less", alpha=0.5)


def test_any_number_of_threads_gives_the_same_bits():
    count, nobs = np.arange(5000.0), 5000
    alone = stats.proportion(count, nobs, method="clopper_pearson")
    for threads in (2, 3, 8):
        shared = stats.proportion(count, nobs, method="clopper_pearson", threads=threads)
        assert np.array_equal(alone.low, shared.low)
        assert np.array_equal(alone.high, shared.high)
    with pytest.raises(pg.DomainError, match="threads is 0, expected at least 1"):
        stats.proportion(count, nobs, threads=0)


@pytest.mark.parametrize(
    "call",
    [
        lambda wrong: stats.proportion(wrong, 1000),
        lambda wrong: stats.injury_ratio(3, wrong),
        lambda wrong: stats.reconcile([wrong]),
        lambda wrong: stats.toll_timeline([2, wrong]),
    ],
)
def test_an_estimate_or_a_count_in_the_place_of_a_number_is_refused_with_what_to_give(call):
    with pytest.raises(
        TypeError, match=r"an Estimate is no number: give its `identified` .* not \[395, 405\]"
    ):
        call(stats.percent_to_counts(40, 1000))
    count = pg.read("Police said 12 people were killed.").counts[0]
    with pytest.raises(TypeError, match="a Count is no number: give its `interval`, not killed people"):
        call(count)


def test_words_are_no_numbers():
    with pytest.raises(pg.DomainError, match="'many' is no number"):
        stats.proportion("many", 1000)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (10**400, pg.DomainError),
        ([1, 10**400], pg.DomainError),
        ([[1, 2], [3]], pg.DomainError),
        (np.array([1 + 2j]), TypeError),
        (np.array(["2024-01-01"], "M8[D]"), TypeError),
    ],
)
def test_what_no_double_holds_is_refused_and_no_part_of_a_number_is_dropped(wrong, error):
    for call in (
        lambda: stats.proportion(wrong, 1000),
        lambda: stats.power_law_fit(np.ravel(wrong) if error is TypeError else wrong),
        lambda: stats.multinomial(wrong),
        lambda: stats.digit_test(wrong),
    ):
        with pytest.raises(error):
            call()


def test_masked_numbers_are_not_reported():
    masked = np.ma.masked_array([3, 5], [False, True])
    found = stats.proportion(masked, 10)
    assert found.estimate[0] == 0.3
    assert np.isnan(found.estimate[1])
    assert found.flags[1] == stats.Flag.missing


@pytest.mark.parametrize("wrong", ["high", 10**400])
def test_a_level_or_an_option_that_is_no_number_is_told_by_its_name(wrong):
    with pytest.raises(pg.DomainError, match="confidence is"):
        stats.proportion(3, 10, confidence=wrong)
    with pytest.raises(pg.DomainError, match="penalty is"):
        stats.event_rate_change([1, 2, 3], penalty=10**400)
    with pytest.raises(pg.DomainError, match="threshold is"):
        stats.allocate_seats([3, 2], 4, threshold=wrong)
    with pytest.raises(pg.DomainError, match="prior is"):
        stats.bayes_changepoint([1, 2, 3], prior=wrong)
    with pytest.raises(TypeError, match="confidence must be a number, not ndarray"):
        stats.proportion(3, 10, confidence=np.array([0.9]))


def test_slips_of_type_are_told():
    with pytest.raises(pg.DomainError, match="percent is 'many', expected a number"):
        stats.grim_check("many", 20)
    with pytest.raises(TypeError, match="nobs is an Interval, expected numbers"):
        stats.grim_check("12.5", pg.Interval(1, 2))
    with pytest.raises(TypeError, match="first must be an Estimate, not 2"):
        stats.ratio_of_ratios(2, stats.injury_ratio(3, 4))
    with pytest.raises(TypeError, match="strata must be a Mapping, not"):
        stats.mse_stratified([1, 2])
    for wrong in (
        lambda: stats.allocate_seats([3, 2], 4, ties=np.zeros(0)),
        lambda: stats.tau2([1, 2], [1, 1], method=np.zeros(2)),
        lambda: stats.reconcile([3], method=np.zeros(2)),
        lambda: stats.effective_parties([3, 2], index=np.zeros(0)),
    ):
        with pytest.raises(TypeError, match=r"(ties|method|index) must be a str"):
            wrong()
    with pytest.raises(pg.DomainError, match="y and v have no study"):
        stats.meta_analysis(np.zeros((3, 0)), np.zeros((3, 0)))
    with pytest.raises(pg.DomainError, match="seen has 40 lists, expected at most 16"):
        stats.capture_histories(np.ones((2, 40)))
    with pytest.raises(pg.DomainError, match="tables have rows of different lengths"):
        stats.cmh_test([[1, 2, 3, 4], [1, 2]])
