from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats
from reference import pooling as reference

ESTIMATORS = ["fe", "dl", "he", "sj", "ml", "reml", "pm"]
effect = st.floats(-5, 5).map(lambda x: round(x, 3))
variance = st.floats(0.01, 4).map(lambda x: round(x, 3))
studies = st.lists(st.tuples(effect, variance), min_size=2, max_size=12)


def split(pairs):
    return tuple(np.array(each) for each in zip(*pairs, strict=True))


def test_two_studies_by_hand():
    # Mean 2, Q = 2 (1 + 1) = 4, tau2 = S² - v = 2 - 1/2, standard error sqrt((3/2 + 1/2) / 2) = 1.
    e = stats.meta_analysis([1, 3], [0.5, 0.5], ci="z", prediction="z")
    assert e.estimate == 2
    assert e.q.statistic == pytest.approx(4)
    assert (e.q.df, e.studies) == (1, 2)
    assert e.tau2.estimate == pytest.approx(1.5)
    assert e.pooled.standard_error == pytest.approx(1)
    assert tuple(e) == pytest.approx((2 - 1.959964, 2 + 1.959964), rel=1e-6)
    # P(|Z| > 2), for the test of no effect and for Q on one degree of freedom, 2² = 4.
    assert e.test.pvalue == pytest.approx(0.0455003, rel=1e-6)
    assert e.q.pvalue == pytest.approx(e.test.pvalue, rel=1e-13)
    assert e.i2.estimate == pytest.approx(0.75)
    assert e.i2_q.estimate == pytest.approx(0.75)
    assert e.weights.tolist() == [0.5, 0.5]


@pytest.mark.parametrize("seed", range(8))
def test_equals_the_reference(seed):
    random = np.random.default_rng(seed)
    k = int(random.integers(2, 20))
    y, v = random.normal(0, 1, k), random.uniform(0.05, 1, k)
    for name, restricted in (("ml", False), ("reml", True)):
        found = stats.tau2(y, v, estimator=name).estimate
        assert found == pytest.approx(reference.highest(y, v, restricted=restricted), abs=1e-6)
    assert stats.tau2(y, v, estimator="pm").estimate == pytest.approx(reference.paule_mandel(y, v), abs=1e-12)
    assert stats.tau2(y, v, estimator="dl").estimate == pytest.approx(
        reference.dersimonian_laird(y, v), abs=1e-13
    )


@given(studies, st.sampled_from(["ml", "reml"]))
def test_no_tau2_is_more_likely(pairs, name):
    y, v = split(pairs)
    found = stats.tau2(y, v, estimator=name).estimate
    best = reference.log_likelihood(y, v, found, restricted=name == "reml")
    for other in (0.0, *np.geomspace(1e-4, 100, 60)):
        assert reference.log_likelihood(y, v, other, restricted=name == "reml") <= best + 1e-9


@given(studies, st.sampled_from(ESTIMATORS), st.floats(-10, 10), st.integers(-3, 3))
def test_shift_and_scale(pairs, name, shift, power):
    y, v = split(pairs)
    assume(np.ptp(y) > 0.01)
    scale = 2.0**power
    e = stats.meta_analysis(y, v, tau2=name)
    moved = stats.meta_analysis((y + shift) * scale, v * scale**2, tau2=name)
    assert moved.estimate == pytest.approx((e.estimate + shift) * scale, rel=1e-6, abs=1e-6)
    assert moved.tau2.estimate == pytest.approx(e.tau2.estimate * scale**2, rel=1e-6, abs=1e-7)
    assert moved.i2.high == pytest.approx(e.i2.high, rel=1e-6, abs=1e-7)


@given(studies, st.sampled_from(ESTIMATORS), st.randoms(use_true_random=False))
def test_the_order_of_studies_is_nothing(pairs, name, random):
    y, v = split(pairs)
    random.shuffle(pairs)
    e, mixed = stats.meta_analysis(y, v, tau2=name), stats.meta_analysis(*split(pairs), tau2=name)
    assert mixed.estimate == pytest.approx(e.estimate, rel=1e-7, abs=1e-9)
    assert mixed.tau2.estimate == pytest.approx(e.tau2.estimate, rel=1e-7, abs=1e-8)


@given(studies, st.sampled_from(["z", "hk", "hk_adhoc"]))
def test_more_confidence_is_wider(pairs, ci):
    y, v = split(pairs)
    narrow, wide = (stats.meta_analysis(y, v, ci=ci, confidence=c) for c in (0.8, 0.99))
    assert wide.low <= narrow.low <= narrow.estimate <= narrow.high <= wide.high
    assert wide.tau2.low <= narrow.tau2.low
    assert narrow.tau2.high <= wide.tau2.high
    assert wide.prediction.low <= narrow.prediction.low
    assert narrow.i2_q.high <= wide.i2_q.high


@given(studies)
def test_q_profile_ends_are_where_q_says(pairs):
    y, v = split(pairs)
    e = stats.tau2(y, v, confidence=0.9)
    for end in (e.low, e.high):
        assert reference.q(y, v, end) <= reference.q(y, v) * (1 + 1e-12)
    assert e.low <= e.high


@given(studies, st.sampled_from(ESTIMATORS))
def test_the_shares_of_variance_are_one_quantity(pairs, name):
    # Higgins and Thompson (2002): I² = 1 - 1 / H², of the estimate and of both ends.
    e = stats.meta_analysis(*split(pairs), tau2=name)
    for i2, h2 in ((e.i2, e.h2), (e.i2_q, e.h2_q)):
        for part in ("estimate", "low", "high"):
            assert getattr(i2, part) == pytest.approx(1 - 1 / getattr(h2, part), rel=1e-9, abs=1e-12)
        assert i2.low <= i2.high
    assert e.i2_q.low <= e.i2_q.estimate <= e.i2_q.high


def test_the_interval_of_h_by_hand():
    # Q = 2 (9 + 1 + 1 + 9) = 40 of 4 studies. Higgins and Thompson (2002), for Q above their number: log H has the
    # standard error (log Q - log 3) / (2 (sqrt(2 Q) - sqrt(2 * 4 - 3))) = 0.1930671.
    e = stats.meta_analysis([-3, -1, 1, 3], [0.5] * 4)
    assert e.q.statistic == pytest.approx(40)
    error = (math.log(40) - math.log(3)) / (2 * (math.sqrt(80) - math.sqrt(5)))
    assert error == pytest.approx(0.1930671, rel=1e-6)
    assert (e.h2_q.low, e.h2_q.high) == pytest.approx(
        (40 / 3 * math.exp(-2 * 1.959964 * error), 40 / 3 * math.exp(2 * 1.959964 * error)), rel=1e-6
    )


@pytest.mark.parametrize(("name", "variance"), [("ml", 1), ("reml", 2)])
def test_effects_that_vary_as_sampling_lets_them_have_no_tau2(name, variance):
    # The mean square of -1 and 1 is 1, their S² is 2: with sampling variances that large nothing is left, and the
    # likelihood is level at 0.
    assert stats.tau2([-1, 1], [variance] * 2, estimator=name).estimate == 0


def test_a_batch_is_its_rows_for_any_threads():
    random = np.random.default_rng(4)
    y, v = random.normal(0, 1, (600, 7)), random.uniform(0.05, 1, (600, 7))
    y[random.random(y.shape) < 0.2] = math.nan
    one, two = (stats.meta_analysis(y, v, threads=n) for n in (1, 2))
    for name in ("pooled", "tau2", "i2", "h2", "i2_q", "prediction"):
        a, b = getattr(one, name), getattr(two, name)
        assert np.array_equal(a.estimate, b.estimate, equal_nan=True)
        assert np.array_equal(a.high, b.high, equal_nan=True)
    for i in range(0, 600, 50):
        if np.isnan(y[i]).all():
            continue
        row = stats.meta_analysis(y[i], v[i])
        assert (row.estimate, row.high) == (one.estimate[i], one.high[i])
        assert row.studies == one.studies[i]
    deep = stats.meta_analysis(y.reshape(2, 300, 7), v.reshape(2, 300, 7))
    assert np.array_equal(deep.tau2.high.ravel(), one.tau2.high, equal_nan=True)
    assert deep.q.df.shape == (2, 300)


def test_missing_studies_are_left_out():
    e = stats.meta_analysis([1, math.nan, 3], [0.5, 0.5, 0.5])
    assert tuple(e) == tuple(stats.meta_analysis([1, 3], [0.5, 0.5]))
    assert e.pooled.flags == ("missing",) == e.tau2.flags
    assert np.isnan(e.weights[1])
    none = stats.meta_analysis([[math.nan, 1], [1, 2]], [[1, math.nan], [1, 1]])
    assert math.isnan(none.estimate[0])
    assert none.pooled.flags.tolist() == [stats.Flag.missing, 0]


def test_one_study():
    e = stats.meta_analysis([2], [0.25])
    assert e.estimate == 2
    assert (e.low, e.high) == (-math.inf, math.inf)
    assert e.pooled.flags == ("one_sided", "degenerate")
    assert e.tau2.flags == ("degenerate",)
    assert "1 studies" in repr(e)


def test_effects_more_alike_than_sampling_allows():
    e = stats.heterogeneity([0.1, 0.1, 0.1], [1, 2, 3])
    assert (e.q.statistic, e.q.pvalue, e.tau2.high) == (0, 1, 0)
    assert e.tau2.flags == ("degenerate",)


def test_one_sided():
    y, v = [0.1, 0.5, 0.9], [0.04, 0.02, 0.05]
    both = stats.meta_analysis(y, v, confidence=0.9)
    greater = stats.meta_analysis(y, v, alternative="greater")
    assert greater.low == pytest.approx(both.low)
    assert greater.high == math.inf
    assert greater.test.pvalue == pytest.approx(both.test.pvalue / 2)
    less = stats.meta_analysis(y, v, alternative="less", ci="z")
    assert less.low == -math.inf
    assert less.test.pvalue > 0.5


def test_names_of_other_libraries():
    y, v = [0.1, 0.5, 0.9], [0.04, 0.02, 0.05]
    assert (
        stats.meta_analysis(y, v, tau2="iterated").estimate == stats.meta_analysis(y, v, tau2="pm").estimate
    )
    assert stats.meta_analysis(y, v, tau2="DL", ci="knha").high == stats.meta_analysis(y, v, tau2="dl").high
    assert stats.tau2(y, v, method="qp").high == stats.tau2(y, v).high


def test_first_studies_and_all_but_one():
    y, v = np.array([0.1, 0.5, 0.9, -0.3]), np.array([0.04, 0.02, 0.05, 0.1])
    known = stats.cumulative_meta(y, v)
    assert known.studies.tolist() == [1, 2, 3, 4]
    assert known.high[2] == stats.meta_analysis(y[:3], v[:3]).high
    backwards = stats.cumulative_meta(y, v, order=[4, 3, 2, 1])
    assert backwards.high[2] == stats.meta_analysis(y[:0:-1], v[:0:-1]).high
    without = stats.leave_one_out(y, v, tau2="dl", ci="z")
    assert without.low[1] == stats.meta_analysis(np.delete(y, 1), np.delete(v, 1), tau2="dl", ci="z").low
    assert without.to_dict()["studies"] == [3, 3, 3, 3]


def test_effect_sizes_by_hand():
    # 8 of 10 and 1 of 6. log 20 with 1/8 + 1/2 + 1 + 1/5; log 4.8; 19/30; 8/10 over 1/6 per unit of exposure.
    args = ([8], [10], [1], [6])
    wanted = {
        "or": (math.log(20), 1.825),
        "rr": (math.log(4.8), 1 / 8 - 1 / 10 + 1 - 1 / 6),
        "rd": (19 / 30, 0.8 * 0.2 / 10 + 5 / 36 / 6),
        "as": (math.asin(0.8**0.5) - math.asin(6**-0.5), 1 / 40 + 1 / 24),
        "irr": (math.log(4.8), 1 / 8 + 1),
        "ird": (19 / 30, 8 / 100 + 1 / 36),
    }
    for measure, (y, v) in wanted.items():
        e = stats.effect_sizes(measure, *args)
        assert (e.y[0], e.v[0]) == pytest.approx((y, v), rel=1e-14)
        assert stats.effect_sizes(measure.upper(), *args).y[0] == e.y[0]


@given(*[st.integers(0, 30)] * 4, st.sampled_from(["or", "rr", "rd", "as"]))
def test_swapping_the_groups_turns_the_effect(a, b, c, d, measure):
    assume(a + b)
    assume(c + d)
    one = stats.effect_sizes(measure, [a], [a + b], [c], [c + d])
    other = stats.effect_sizes(measure, [c], [c + d], [a], [a + b])
    assert other.y[0] == pytest.approx(-one.y[0], rel=1e-12, abs=1e-14)
    assert other.v[0] == pytest.approx(one.v[0], rel=1e-14)
    assert np.isfinite(one.v[0])


def test_effects_that_are_undefined():
    e = stats.effect_sizes("rr", [0, 1, math.nan, 0], [0, 2, 3, 5], [1, 1, 1, 1], [2, 2, 2, 2], correction=0)
    assert e.flags.tolist() == [stats.Flag.undefined, 0, stats.Flag.missing, stats.Flag.undefined]
    assert np.isnan(e.y[[0, 2, 3]]).all()
    certain = stats.effect_sizes("rd", [0], [5], [2], [2], correction=0)
    assert (certain.y[0], certain.v[0], certain.flags[0]) == (-1, 0, stats.Flag.degenerate)


def test_words_and_tables():
    e = stats.meta_analysis([0.1, 0.5, 0.9], [0.04, 0.02, 0.05])
    assert e.to_dict()["tau2"]["estimate"] == e.tau2.estimate
    assert "<table>" in e._repr_html_()
    assert "<table>" in e.heterogeneity._repr_html_()
    assert e.to_dict()["pooled"]["standard_error"] == e.pooled.standard_error
    column = stats.leave_one_out([0.1, 0.5, 0.9], [0.04, 0.02, 0.05])
    assert "3 meta-analyses" in repr(column)
    assert "<table>" in column._repr_html_()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.meta_analysis([1, 2], [1, 2, 3]), r"y has 2 entries, v has 3"),
        (lambda: stats.meta_analysis([1, 2], [1, 0]), r"v\[1\] is 0, expected a variance > 0"),
        (lambda: stats.meta_analysis([[1, 2], [3, 4]], [[1, 1], [1, -1]]), r"v\[1, 1\] is -1"),
        (lambda: stats.meta_analysis([1, math.inf], [1, 1]), r"y\[1\] is ∞, expected a finite number"),
        (
            lambda: stats.meta_analysis([1, -8e306], [1, 1]),
            r"y\[1\] is -8e\+306, expected a finite number up to 1e50",
        ),
        (
            lambda: stats.meta_analysis([1, 2], [1, 1e-51]),
            r"v\[1\] is 1e-51, expected a variance > 0 from 1e-50",
        ),
        (lambda: stats.meta_analysis([], []), r"no study is reported: y and v have 0 entries"),
        (lambda: stats.meta_analysis([math.nan], [1]), r"no study is reported"),
        (lambda: stats.meta_analysis([1], [1], tau2="eb"), r"tau2 is 'eb', expected one of fe, dl, he, sj"),
        (lambda: stats.meta_analysis([1], [1], ci="t"), r"ci is 't', expected one of z, hk, hk_adhoc"),
        (lambda: stats.meta_analysis([1], [1], prediction="x"), r"prediction is 'x', expected one of t, z"),
        (lambda: stats.meta_analysis([1], [1], alpha=2), r"alpha is 2, expected a number between 0 and 1"),
        (lambda: stats.meta_analysis([1], [1], threads=0), r"threads is 0"),
        (lambda: stats.tau2([1], [1], method="wald"), r"method is 'wald', expected q_profile"),
        (lambda: stats.leave_one_out([1], [1]), r"y has 1 entry, expected 2 at least"),
        (lambda: stats.cumulative_meta([[1]], [[1]]), r"y has 2 dimensions, expected 1"),
        (lambda: stats.cumulative_meta([1, 2], [1, 1], order=[1]), r"y has 2 entries, order has 1"),
        (lambda: stats.effect_sizes("rr", [3], [2], [1], [2]), r"x1\[0\] is 3, expected at most n1\[0\]"),
        (lambda: stats.effect_sizes("rr", [1.5], [2], [1], [2]), r"x1\[0\] is 1\.5, expected a whole number"),
        (lambda: stats.effect_sizes("irr", [1], [0], [1], [2]), r"n1\[0\] is 0, expected a number > 0"),
        (lambda: stats.effect_sizes("hr", [1], [1], [1], [2]), r"measure is 'hr', expected one of or, rr"),
        (lambda: stats.effect_sizes("rr", [1], [1], [1, 2], [2, 2, 2]), r"x1 has 1 entries"),
        (lambda: stats.effect_sizes("rr", [1], [1], [1], [2], correction=-1), r"correction is -1"),
    ],
)
def test_a_broken_contract_is_a_domain_error(call, message):
    with pytest.raises(pg.DomainError, match=message):
        call()
