from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge.evaluation import krippendorff_alpha

NONE = None
# Krippendorff (2011), section C: 12 units by four coders, with missing codes.
FOUR_CODERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3],
    [NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE],
]
# The worked example of the article on alpha in Wikipedia, and of the package krippendorff on PyPI.
THREE_CODERS = [
    [NONE, NONE, NONE, NONE, NONE, 3, 4, 1, 2, 1, 1, 3, 3, NONE, 3],
    [1, NONE, 2, 1, 3, 3, 4, 3, NONE, NONE, NONE, NONE, NONE, NONE, NONE],
    [NONE, NONE, 2, 1, 3, 4, 4, NONE, 2, 1, 1, 3, 3, NONE, 4],
]


@pytest.mark.parametrize(
    ("codes", "metric", "published"),
    [
        (FOUR_CODERS, "nominal", 0.743),
        (FOUR_CODERS, "interval", 0.849),
        (FOUR_CODERS, "ratio", 0.797),
        (THREE_CODERS, "nominal", 0.691),
        (THREE_CODERS, "interval", 0.811),
    ],
)
def test_alpha_of_published_examples(codes, metric, published):
    assert krippendorff_alpha(codes, metric=metric) == pytest.approx(published, abs=5e-4)


def test_nominal_alpha_by_hand():
    # Ten units, two coders, 0 and 1: they differ on 4 of 10.
    a = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    b = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    # Codes: 20, of them 14 are 0 and 6 are 1. Observed 4/10; expected 2 · 14 · 6 / (20 · 19) = 168/380.
    # alpha = 1 - 0.4 · 380 / 168 = 1 - 152/168 = 16/168
    assert krippendorff_alpha([a, b]) == pytest.approx(16 / 168)


def test_interval_and_ratio_alpha_by_hand():
    # Two units: (10, 30) and (20, 20). Codes 10, 20, 20, 30; n = 4.
    codes = [[10, 20], [30, 20]]
    # Interval: coincidences o(10,30) = o(30,10) = 1, squared differences 400, so Σ o d = 800.
    # Σ n n d over ordered pairs: 10-20 twice two codes: 2·(1·2)·100 = 400, 20-30 the same 400, 10-30: 2·1·400 = 800: 1600.
    # alpha = 1 - 3 · 800 / 1600 = -0.5
    assert krippendorff_alpha(codes, metric="interval") == pytest.approx(-0.5)
    # Ratio: d(10,30) = (20/40)² = 1/4; d(10,20) = (10/30)² = 1/9; d(20,30) = (10/50)² = 1/25.
    # Σ o d = 1/2; Σ n n d = 4/9 + 4/25 + 2/4 = (100 + 36 + 112.5)/225 = 248.5/225.
    assert krippendorff_alpha(codes, metric="ratio") == pytest.approx(1 - 3 * 0.5 * 225 / 248.5)


def test_zeros_have_no_ratio_and_do_not_differ():
    assert krippendorff_alpha([[0, 1, 2], [0, 1, 2]], metric="ratio") == 1


def test_alpha_is_undefined_where_nothing_tells_agreement_from_chance():
    assert math.isnan(krippendorff_alpha([["killed", "killed"], ["killed", "killed"]]))
    assert math.isnan(krippendorff_alpha([["killed", None], [None, "killed"]]))
    assert math.isnan(krippendorff_alpha([[], []]))


def test_missing_codes_are_none_or_nan():
    assert krippendorff_alpha([[1, 2, math.nan], [1, 2, 3]]) == krippendorff_alpha([[1, 2], [1, 2]]) == 1


@pytest.mark.parametrize(
    ("codes", "metric", "message"),
    [
        ([[1, 2], [1]], "nominal", "coders have different numbers of units: 1, 2"),
        ([[1, 2], [1, 2]], "ordinal", "metric is 'ordinal', which is none of nominal, interval, ratio"),
        ([["a", 2], ["a", 2]], "interval", "the metric interval takes numbers, not 'a'"),
        ([[-1.0, 2], [-1.0, 2]], "ratio", "the metric ratio takes numbers of at least 0, not -1.0"),
        ([[math.inf, 2], [math.inf, 2]], "interval", "takes numbers, not inf"),
    ],
)
def test_codes_that_make_no_sense_are_refused(codes, metric, message):
    with pytest.raises(pg.DomainError, match=message):
        krippendorff_alpha(codes, metric=metric)


codes = st.lists(st.sampled_from([0, 1, 2, 5, None]), min_size=8, max_size=8)


@given(codes, codes, codes, st.sampled_from(["nominal", "interval", "ratio"]))
def test_order_of_coders_and_units_changes_nothing(a, b, c, metric):
    made = krippendorff_alpha([a, b, c], metric=metric)
    turned = krippendorff_alpha([c[::-1], a[::-1], b[::-1]], metric=metric)
    assert made == pytest.approx(turned, nan_ok=True)
    assert not made > 1


@given(codes)
def test_a_coder_agrees_with_himself(a):
    made = krippendorff_alpha([a, a])
    assert math.isnan(made) if len({each for each in a if each is not None}) < 2 else made == 1
