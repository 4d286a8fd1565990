from __future__ import annotations

import dataclasses
import doctest
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


def test_examples_in_docstrings():
    assert doctest.testmod(stats).failed == 0


def test_every_public_function_has_an_example():
    functions = [getattr(stats, name) for name in stats.__all__ if name.islower()]
    assert functions
    assert all(">>> " in function.__doc__ for function in functions)
