from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats
from reference import proportion as reference

CLOSED_FORMS = ["wilson", "wilson_cc", "wald", "agresti_coull", "arcsine"]
METHODS = [*CLOSED_FORMS, "clopper_pearson", "jeffreys"]
BETA_TOLERANCE = 5e-14
CLOSED_FORM_TOLERANCE = 4e-15
# What is left of a limit that the reference's 60 digits cancel to nothing.
NOTHING = 1e-40


@st.composite
def counts(draw, largest=10**6):
    nobs = draw(st.integers(1, largest))
    return draw(st.integers(0, nobs)), nobs


confidences = st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999])
methods = st.sampled_from(METHODS)


def test_one_unit_gives_floats_and_an_interval():
    e = stats.proportion(52, 100)
    assert e.estimate == 0.52
    assert e.identified == pg.Interval(0.52, 0.52)
    assert isinstance(e.interval, pg.Interval)
    assert (e.confidence, e.method, e.flags) == (0.95, "wilson", ())
    # p = 0.52, z² = 3.841459: (104 + z² ± z sqrt(z² + 4 * 52 * 0.48)) / (2 (100 + z²)).
    low, high = e
    assert low == pytest.approx(0.4231658, abs=1e-6)
    assert high == pytest.approx(0.6153545, abs=1e-6)


def test_columns_keep_their_shape_and_broadcast():
    e = stats.proportion(np.array([[1, 2], [3, 4]]), 10)
    assert e.estimate.tolist() == [[0.1, 0.2], [0.3, 0.4]]
    assert e.low.shape == e.high.shape == e.flags.shape == (2, 2)
    assert stats.proportion([], []).estimate.shape == (0,)


def test_strided_and_integer_columns_are_converted():
    table = np.arange(20, dtype=np.int32).reshape(10, 2)
    e = stats.proportion(table[:, 0], table[::-1, 0] + table[:, 0])
    assert e.estimate[3] == 6 / 18


@pytest.mark.parametrize("method", METHODS)
def test_one_unit_equals_its_column(method):
    low, high = stats.proportion([7], [29], method=method, confidence=0.9)
    assert tuple(stats.proportion(7, 29, method=method, confidence=0.9)) == (low[0], high[0])


@pytest.mark.parametrize("method", CLOSED_FORMS)
@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.9999])
def test_equals_the_reference(method, confidence):
    random = np.random.default_rng(20261124)
    nobs = np.floor(10 ** random.uniform(0, 9, 40))
    count = np.floor(nobs * random.uniform(0, 1, 40) ** random.choice([1, 4, 20], 40))
    low, high = stats.proportion(count, nobs, method=method, confidence=confidence)
    z = reference.deviate(1 - confidence if confidence != 0.9999 else 1e-4)
    for i in range(40):
        want_low, want_high = map(float, reference.interval(int(count[i]), int(nobs[i]), z, method))
        assert low[i] == pytest.approx(want_low, rel=CLOSED_FORM_TOLERANCE, abs=NOTHING)
        assert high[i] == pytest.approx(want_high, rel=CLOSED_FORM_TOLERANCE, abs=NOTHING)


def brackets(tail, limit: float, want: Decimal) -> bool:
    """Whether the tail is as wanted within the tolerance of the limit."""
    ends = [tail(Decimal(limit) * (1 + sign * Decimal(BETA_TOLERANCE))) for sign in (-1, 1)]
    return min(ends) < want < max(ends)


@pytest.mark.parametrize(("method", "prior"), [("clopper_pearson", (0, 1)), ("jeffreys", (0.5, 0.5))])
@pytest.mark.parametrize("alpha", [0.2, 0.05, 1e-4])
def test_beta_quantiles_cut_off_the_tail(method, prior, alpha):
    random = np.random.default_rng(20261124)
    half = Decimal(alpha) / 2
    for _ in range(12):
        nobs = int(random.integers(2, 300))
        count = int(random.integers(1, nobs))
        low, high = stats.proportion(count, nobs, method=method, alpha=alpha)
        of_low = [Decimal(count) + Decimal(prior[0]), nobs - count + Decimal(prior[1])]
        of_high = [nobs - count + Decimal(prior[0]), Decimal(count) + Decimal(prior[1])]
        assert brackets(lambda v, shapes=of_low: reference.beta_tail(*shapes, v), low, half)
        assert brackets(lambda v, shapes=of_high: reference.beta_tail(*shapes, 1 - v), high, half)


@given(counts(), methods, confidences)
def test_interval_is_ordered_within_0_and_1_and_mirrored(pair, method, confidence):
    count, nobs = pair
    low, high = stats.proportion(count, nobs, method=method, confidence=confidence)
    mirrored_low, mirrored_high = stats.proportion(nobs - count, nobs, method=method, confidence=confidence)
    assert 0 <= low <= high <= 1
    assert mirrored_low == pytest.approx(1 - high, abs=1e-14)
    assert mirrored_high == pytest.approx(1 - low, abs=1e-14)


@given(counts(), st.sampled_from(["wilson", "wilson_cc", "wald", "clopper_pearson"]), confidences)
def test_share_is_inside_its_interval(pair, method, confidence):
    e = stats.proportion(*pair, method=method, confidence=confidence)
    low, high = e
    assert low <= e.estimate * (1 + 1e-15)
    assert e.estimate <= high * (1 + 1e-15)


@given(counts(), methods, confidences, confidences)
def test_more_confidence_widens(pair, method, first, second):
    less, more = sorted([first, second])
    low, high = stats.proportion(*pair, method=method, confidence=less)
    wider_low, wider_high = stats.proportion(*pair, method=method, confidence=more)
    assert wider_low <= low
    assert high <= wider_high


@given(st.integers(0, 6), st.integers(0, 6), st.integers(1, 6), st.integers(0, 6), methods)
def test_union_holds_what_the_reports_allow_and_no_more(low, width, least, more, method):
    count, nobs = (low, low + width), (least, least + more)
    possible = [(x, n) for x in range(low, count[1] + 1) for n in range(least, nobs[1] + 1) if x <= n]
    if not possible:
        return
    e = stats.proportion(pg.Interval(*count), pg.Interval(*nobs), method=method)
    ends = [tuple(stats.proportion(x, n, method=method)) for x, n in possible]
    assert e.interval.low == pytest.approx(min(end[0] for end in ends), abs=1e-15)
    assert e.interval.high == pytest.approx(max(end[1] for end in ends), abs=1e-15)
    shares = [x / n for x, n in possible]
    assert (e.identified.low, e.identified.high) == (min(shares), max(shares))


def test_alpha_replaces_confidence():
    # 1 - 0.9999 in binary is 1.0000000000e-4 less 1.1e-17: the decimal is meant.
    assert tuple(stats.proportion(1, 10, confidence=0.9999)) == tuple(stats.proportion(1, 10, alpha=1e-4))
    assert stats.proportion(1, 10, alpha=1e-4).confidence == 0.9999


def test_what_is_not_reported_stays_missing():
    e = stats.proportion([1, None, 0], [10, 10, 0])
    assert math.isnan(e.estimate[1])
    assert e.flags.tolist() == [0, stats.Flag.missing, stats.Flag.undefined]
    unit = stats.proportion(None, 10)
    assert math.isnan(unit.estimate)
    assert unit.identified == pg.Interval(0, 1)
    assert unit.interval is None
    assert unit.flags == ("missing",)


def test_undefined_share_of_none():
    e = stats.proportion(0, 0)
    assert math.isnan(e.estimate)
    assert e.flags == ("undefined",)


def test_turnout_above_one_is_kept():
    e = stats.turnout([120, 50], [100, 100])
    assert e.estimate.tolist() == [1.2, 0.5]
    assert np.isnan(e.low[0])
    assert (e.flags & stats.Flag.above_one).tolist() == [stats.Flag.above_one, 0]
    unit = stats.turnout(120, 100)
    assert (unit.estimate, unit.interval, unit.flags) == (1.2, None, ("above_one",))


def test_turnout_of_a_bound():
    e = stats.turnout(pg.Interval(50, math.inf), 80)
    assert e.estimate is None
    assert e.identified == pg.Interval(0.625, 1)
    assert e.interval.low == stats.turnout(50, 80).interval.low
    assert e.flags == ("clipped",)


@pytest.mark.parametrize(
    ("alias", "method"),
    [
        ("score", "wilson"),
        ("ac", "agresti_coull"),
        ("beta", "clopper_pearson"),
        ("exact", "clopper_pearson"),
    ],
)
def test_names_of_other_libraries(alias, method):
    assert stats.proportion(3, 7, method=alias) == stats.proportion(3, 7, method=method)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.turnout([1, 2], [1, 2, 3]), r"ballots has 2 entries, registered has 3$"),
        (lambda: stats.turnout([1, 1, 1, -2], 9), r"ballots\[3\] is -2, expected a whole number >= 0"),
        (lambda: stats.turnout([1], [math.inf]), r"registered\[0\] is ∞"),
        (lambda: stats.proportion([0.5], [2]), r"count\[0\] is 0\.5"),
        (lambda: stats.proportion([3], [2]), r"count\[0\] is 3, expected at most nobs\[0\], which is 2"),
        (lambda: stats.proportion(3, 2), r"count is 3, expected at most nobs, which is 2"),
        (lambda: stats.proportion(-1, 2), r"count is -1, expected a whole number >= 0"),
        (lambda: stats.proportion(1, 2, method="walt"), r"method is 'walt', expected one of wilson,"),
        (lambda: stats.proportion(1, 2, confidence=95), r"confidence is 95, expected a number between"),
        (lambda: stats.proportion(1, 2, alpha=0), r"alpha is 0, expected a number between 0 and 1"),
        (lambda: stats.proportion([math.nan], [1], alpha=2), r"alpha is 2"),
    ],
)
def test_a_broken_contract_is_a_domain_error(call, message):
    with pytest.raises(pg.DomainError, match=message):
        call()


def test_an_interval_and_an_array_do_not_mix():
    with pytest.raises(TypeError, match="count is an Interval and nobs an array"):
        stats.proportion(pg.Interval(1, 2), [3, 4])


def test_threads_agree():
    count, nobs = np.arange(20000.0), np.full(20000, 20000.0)
    alone = stats.proportion(count, nobs, method="arcsine").low
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda _: stats.proportion(count, nobs, method="arcsine").low, range(8)))
    assert all(np.array_equal(alone, low) for low in together)


ROOTS = ["clopper_pearson", "blaker", "midp", "likelihood", "jeffreys_bcd"]


@pytest.mark.parametrize("method", ROOTS)
@given(counts(10**9), st.sampled_from([0.8, 0.95, 0.999]))
def test_roots_mirror_nest_and_hold_their_share(method, pair, confidence):
    count, nobs = pair
    e = stats.proportion(count, nobs, method=method, confidence=confidence)
    mirrored = stats.proportion(nobs - count, nobs, method=method, confidence=confidence)
    assert e.low == pytest.approx(1 - mirrored.high, rel=1e-12, abs=1e-15)
    wider = stats.proportion(count, nobs, method=method, confidence=0.9999)
    assert wider.low <= e.low <= e.estimate <= e.high <= wider.high
    if method in ("blaker", "midp"):
        exact = stats.proportion(count, nobs, method="clopper_pearson", confidence=confidence)
        assert exact.low <= e.low * (1 + 1e-13)
        assert e.high <= exact.high * (1 + 1e-13)


@pytest.mark.parametrize("nobs", [1, 2, 7, 30, 100])
def test_coverage_by_enumeration(nobs):
    shares = np.linspace(0.001, 0.999, 499)
    ks = np.arange(nobs + 1)
    ways = np.array([float(math.comb(nobs, k)) for k in ks])
    points = ways * shares[:, None] ** ks * (1 - shares[:, None]) ** (nobs - ks)
    for method in ("clopper_pearson", "blaker", "midp", "wilson"):
        e = stats.proportion(ks, nobs, method=method)
        inside = (e.low <= shares[:, None]) & (shares[:, None] <= e.high)
        covered = np.sum(points * inside, axis=1)
        # The first two never promise too much; the others keep their promise on average.
        if method in ("clopper_pearson", "blaker"):
            assert covered.min() >= 0.95 - 1e-12
        else:
            assert covered.mean() >= 0.94


@pytest.mark.parametrize("count", [10**6, 10**9, 10**12])
def test_mid_p_limits_of_large_samples_lie_between_the_exact_ones(count):
    # Half a count within them, as a continuity correction is.
    nobs = 100 * count
    exact, mid = (stats.proportion(count, nobs, method=m) for m in ("clopper_pearson", "midp"))
    assert exact.low < mid.low < 0.01 < mid.high < exact.high
    assert (exact.high - mid.high) * nobs == pytest.approx(0.5, abs=0.02)
    assert (mid.low - exact.low) * nobs == pytest.approx(0.5, abs=0.02)
