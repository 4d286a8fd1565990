from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats
from reference import comparison as reference

DIFFERENCES = ["miettinen_nurminen", "mee", "newcombe", "newcombe_cc", "agresti_caffo", "wald"]
RATIOS = ["miettinen_nurminen", "koopman", "katz_log", "walter"]
CONDITIONAL = ["conditional_exact", "conditional_midp", "conditional_blaker"]
ODDS = [*CONDITIONAL, "score", "miettinen_nurminen", "gart", "woolf"]
QUANTITIES = [
    *[(stats.proportion_diff, method) for method in DIFFERENCES],
    *[(stats.risk_ratio, method) for method in RATIOS],
    *[(stats.odds_ratio, method) for method in ODDS],
]
# These may leave the estimate out, for they are drawn to the middle.
DRAWN = {"walter", "agresti_caffo", "gart"}
Z95 = 1.959963984540054


@st.composite
def samples(draw, largest=60):
    n1, n2 = draw(st.integers(1, largest)), draw(st.integers(1, largest))
    return draw(st.integers(0, n1)), n1, draw(st.integers(0, n2)), n2


quantities = st.sampled_from(QUANTITIES)
confidences = st.sampled_from([0.8, 0.9, 0.95, 0.99])


def test_newcombe_s_example():
    # Newcombe (1998), Stat. Med. 17:873-890, table II, 56/70 - 48/80: methods 10 and 5 (Mee), 6 (Miettinen-Nurminen).
    for method, low, high in [
        ("newcombe", 0.0524, 0.3339),
        ("newcombe_cc", 0.0428, 0.3422),
        ("mee", 0.0533, 0.3377),
        ("miettinen_nurminen", 0.0528, 0.3382),
    ]:
        assert tuple(np.round(tuple(stats.proportion_diff(56, 70, 48, 80, method=method)), 4)) == (low, high)


def test_wald_by_hand():
    # 0.8 - 0.6 = 0.2; 0.16 / 70 + 0.24 / 80 = 0.0052857, its root 0.0727029; times 1.959964: 0.142495.
    e = stats.proportion_diff(56, 70, 48, 80, method="wald")
    assert e.estimate == pytest.approx(0.2, abs=1e-16)
    assert tuple(e) == pytest.approx((0.057505, 0.342495), abs=1e-6)


@pytest.mark.parametrize("method", ["newcombe", "wald"])
def test_an_end_at_1_is_not_clipped(method):
    # All of one sample and none of the other: 1 is the limit itself, not what was cut to it.
    assert "clipped" not in stats.proportion_diff(10, 10, 0, 10, method=method).flags
    assert "clipped" in stats.proportion_diff(9, 10, 0, 10, method="wald").flags


def test_katz_and_woolf_by_hand():
    # 0.8 / 0.6; 1/56 - 1/70 + 1/48 - 1/80 = 0.0119048, root 0.109109; exp(0.213850) = 1.238437.
    assert tuple(stats.risk_ratio(56, 70, 48, 80, method="katz_log")) == pytest.approx(
        (1.07663, 1.65125), abs=1e-5
    )
    # 56 * 32 / (14 * 48) = 2.666667; 1/56 + 1/14 + 1/48 + 1/32 = 0.141369, root 0.375990; exp(0.736928) = 2.089506.
    assert tuple(stats.odds_ratio(56, 70, 48, 80, method="woolf")) == pytest.approx(
        (1.276219, 5.572), abs=1e-4
    )


def test_conditional_limits_by_hand():
    # 1 of 1 v 0 of 1: P(X = 1 | ψ) = ψ / (1 + ψ) = 0.025 at ψ = 1/39.
    e = stats.odds_ratio(1, 1, 0, 1)
    assert (e.estimate, e.high, e.flags) == (math.inf, math.inf, ("one_sided",))
    assert e.low == pytest.approx(1 / 39, rel=1e-14)
    # Mid-P: half of that is 0.025 at ψ = 0.05 / 0.95; Blaker: the only other table is as likely at 1.
    assert stats.odds_ratio(1, 1, 0, 1, method="midp").low == pytest.approx(1 / 19, rel=1e-14)
    assert stats.odds_ratio(1, 1, 0, 1, method="blaker").low == pytest.approx(1 / 19, rel=1e-14)


def test_conditional_estimate_by_hand():
    # 1 of 2 v 0 of 2 and 1 in all: P(1) = ψ / (1 + ψ), its mean is 1 only at ∞; 1 of 2 v 1 of 2: symmetric, 1.
    assert stats.odds_ratio(1, 2, 0, 2).estimate == math.inf
    assert stats.odds_ratio(1, 2, 1, 2).estimate == pytest.approx(1, rel=1e-15)
    # 2 of 3 v 1 of 3: weights C(3,k) C(3,3-k) ψ^k = 1, 9ψ, 9ψ², ψ³; mean 2: -2 - 9ψ + ψ³ = 0.
    psi = stats.odds_ratio(2, 3, 1, 3).estimate
    assert psi**3 - 9 * psi - 2 == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize(
    ("method", "factor"), [("mee", lambda _: 1), ("miettinen_nurminen", lambda n: n / (n - 1))]
)
@pytest.mark.parametrize(
    "counts", [(7, 10, 1, 12), (0, 5, 2, 9), (3, 4, 3, 4), (10, 10, 5, 20), (1, 30, 29, 40)]
)
def test_score_difference_equals_the_reference(method, factor, counts):
    want = reference.score_difference(*counts, Z95, factor(counts[1] + counts[3]))
    assert tuple(stats.proportion_diff(*counts, method=method)) == pytest.approx(want, abs=2e-7)


def tail(counts, odds_ratio: float, upper: bool) -> float:
    p = reference.conditional(*counts, reference.Fraction(odds_ratio))
    return float(sum(q for k, q in p.items() if (k >= counts[0] if upper else k <= counts[0])))


@pytest.mark.parametrize("counts", [(7, 34, 1, 34), (2, 5, 3, 9), (8, 10, 1, 6), (50, 51, 1, 51)])
def test_conditional_exact_cuts_off_its_tails(counts):
    low, high = stats.odds_ratio(*counts, alpha=0.01)
    assert tail(counts, low, True) == pytest.approx(0.005, rel=1e-12)
    assert tail(counts, high, False) == pytest.approx(0.005, rel=1e-12)


@given(samples(largest=9), st.sampled_from([0.2, 0.05]))
def test_conditional_blaker_is_what_its_test_keeps(counts, alpha):
    low, high = stats.odds_ratio(*counts, method="conditional_blaker", alpha=alpha)
    beyond = 1 + 1e-9
    for limit, outwards in ((low, 1 / beyond), (high, beyond)):
        if limit in (0, math.inf):
            continue
        outside, inside = (reference.Fraction(limit * step) for step in (outwards, 1 / outwards))
        assert reference.fisher(*counts, "blaker", outside) < alpha
        # Where the limit is a step of the acceptability, it is reached from within.
        assert reference.fisher(*counts, "blaker", inside) >= alpha * (1 - 1e-6)


@given(samples(), quantities, confidences)
def test_limits_hold_the_estimate_and_nest(counts, quantity, confidence):
    function, method = quantity
    e = function(*counts, method=method, confidence=confidence)
    wider = function(*counts, method=method, confidence=0.999)
    slack = 1e-12 * (1 + abs(e.low))
    assert wider.low <= e.low + slack
    assert wider.high >= e.high * (1 - 1e-12) - slack
    assert not math.isnan(e.low)
    assert not math.isnan(e.high)
    if method not in DRAWN and not math.isnan(e.estimate):
        assert e.low <= e.estimate * (1 + 1e-12) + slack
        assert e.estimate <= e.high * (1 + 1e-12) + slack


@given(samples(), quantities)
def test_swapping_the_samples_mirrors(counts, quantity):
    function, method = quantity
    x1, n1, x2, n2 = counts
    low, high = function(*counts, method=method)
    mirrored_low, mirrored_high = function(x2, n2, x1, n1, method=method)
    if function is stats.proportion_diff:
        assert (low, high) == pytest.approx((-mirrored_high, -mirrored_low), abs=1e-14)
        return
    with np.errstate(divide="ignore"):
        assert (low, high) == pytest.approx(tuple(1 / np.array([mirrored_high, mirrored_low])), rel=1e-11)


@given(samples(), st.sampled_from(ODDS))
def test_odds_ratios_of_failures_are_reciprocal(counts, method):
    x1, n1, x2, n2 = counts
    low, high = stats.odds_ratio(*counts, method=method)
    with np.errstate(divide="ignore"):
        mirrored = 1 / np.array(tuple(stats.odds_ratio(n1 - x1, n1, n2 - x2, n2, method=method)))
    assert (low, high) == pytest.approx((mirrored[1], mirrored[0]), rel=1e-11)


@given(samples(largest=40), st.sampled_from(QUANTITIES))
def test_limits_grow_with_the_first_count(counts, quantity):
    function, method = quantity
    x1, n1, x2, n2 = counts
    if method in {"wald", "katz_log", "woolf", "walter", "agresti_caffo", "gart"} or x1 == n1:
        return
    e = function([x1, x1 + 1], n1, x2, n2, method=method)
    assert e.low[0] <= e.low[1] + 1e-12
    assert e.high[0] <= e.high[1] * (1 + 1e-12) + 1e-12


@given(samples(largest=30))
def test_mid_p_and_blaker_are_within_exact(counts):
    exact = stats.odds_ratio(*counts)
    for method in CONDITIONAL[1:]:
        low, high = stats.odds_ratio(*counts, method=method)
        assert low >= exact.low * (1 - 1e-12)
        assert high <= exact.high * (1 + 1e-12)


@pytest.mark.parametrize("method", ["conditional_exact", "conditional_blaker"])
def test_conditional_intervals_cover_by_enumeration(method):
    n1, n2, successes = 9, 14, 10
    k = np.arange(max(0, successes - n2), min(n1, successes) + 1)
    low, high = stats.odds_ratio(k, n1, successes - k, n2, method=method, confidence=0.9)
    for odds_ratio in 10 ** np.linspace(-3, 3, 121):
        p = reference.conditional(0, n1, successes, n2, reference.Fraction(odds_ratio))
        held = sum(float(p[int(j)]) for j in k if low[j - k[0]] <= odds_ratio <= high[j - k[0]])
        assert held >= 0.9 - 1e-12


def test_miettinen_nurminen_covers_nearly_by_enumeration():
    n1, n2 = 20, 25
    x1, x2 = (each.ravel() for each in np.meshgrid(np.arange(n1 + 1), np.arange(n2 + 1), indexing="ij"))
    low, high = stats.proportion_diff(x1, n1, x2, n2)
    for p1, p2 in [(0.2, 0.5), (0.5, 0.5), (0.7, 0.4), (0.3, 0.3)]:
        probability = np.array(
            [
                math.comb(n1, a)
                * p1**a
                * (1 - p1) ** (n1 - a)
                * math.comb(n2, b)
                * p2**b
                * (1 - p2) ** (n2 - b)
                for a, b in zip(x1.tolist(), x2.tolist(), strict=True)
            ]
        )
        assert probability[(low <= p1 - p2) & (p1 - p2 <= high)].sum() == pytest.approx(0.95, abs=0.02)


def test_zero_cells_have_intervals():
    for function, method in QUANTITIES:
        for counts in [
            (0, 10, 0, 20),
            (10, 10, 20, 20),
            (0, 10, 20, 20),
            (10, 10, 0, 20),
            (0, 1, 0, 1),
            (0, 9, 3, 8),
        ]:
            low, high = function(*counts, method=method)
            assert low <= high
    assert tuple(stats.proportion_diff(0, 10, 0, 20)) == pytest.approx((-0.165, 0.287), abs=5e-3)
    e = stats.odds_ratio(0, 10, 0, 20)
    assert math.isnan(e.estimate)
    assert (e.low, e.high, e.flags) == (0, math.inf, ("undefined", "one_sided"))
    assert stats.odds_ratio(0, 10, 3, 20, method="woolf").flags == ("one_sided", "degenerate")


@pytest.mark.parametrize(
    ("function", "ends"), [(stats.proportion_diff, (-1, 1)), (stats.risk_ratio, (0, math.inf))]
)
def test_a_sample_of_none_says_nothing(function, ends):
    e = function(0, 0, 3, 10)
    assert math.isnan(e.estimate)
    assert tuple(e) == ends
    assert e.flags == ("undefined",)


def test_missing_passes_through():
    e = stats.risk_ratio([3, math.nan], [10, 10], 4, 10)
    assert (e.flags == [0, stats.Flag.missing]).all()
    assert math.isnan(e.estimate[1])
    assert math.isnan(e.low[1])
    assert stats.odds_ratio(3, math.nan, 1, 4).flags == ("missing",)


def test_one_sided_limits_are_those_of_twice_alpha():
    for function, method in QUANTITIES:
        both = function(7, 20, 4, 25, method=method, confidence=0.9)
        greater = function(7, 20, 4, 25, method=method, alternative="greater")
        less = function(7, 20, 4, 25, method=method, alternative="less")
        assert (greater.low, less.high) == pytest.approx((both.low, both.high), rel=1e-13)
        assert greater.high == (1 if function is stats.proportion_diff else math.inf)
        assert less.low == (-1 if function is stats.proportion_diff else 0)


def test_bounds_are_carried_through():
    # 5 to 9 of 100 v 3 of 50: 0.05 / 0.06 to 0.09 / 0.06, and the outermost limits of both.
    e = stats.risk_ratio(pg.Interval(5, 9), 100, 3, 50)
    assert e.estimate is None
    assert e.identified.low == pytest.approx(5 / 6)
    assert e.identified.high == pytest.approx(1.5)
    assert e.low == stats.risk_ratio(5, 100, 3, 50).low
    assert e.high == stats.risk_ratio(9, 100, 3, 50).high
    assert e.method == "miettinen_nurminen, union"


@given(st.tuples(*[st.integers(0, 6)] * 8), quantities)
def test_the_union_holds_every_completion(numbers, quantity):
    function, method = quantity
    x1, w1, y1, v1, x2, w2, y2, v2 = numbers
    counts = [pg.Interval(x1, x1 + w1), pg.Interval(x1 + y1 + 1, x1 + y1 + 1 + v1)]
    counts += [pg.Interval(x2, x2 + w2), pg.Interval(x2 + y2 + 1, x2 + y2 + 1 + v2)]
    union = function(*counts, method=method)
    grid = np.meshgrid(*[np.arange(c.low, c.high + 1) for c in counts], indexing="ij")
    flat = [each.ravel() for each in grid]
    fits = (flat[0] <= flat[1]) & (flat[2] <= flat[3])
    each = function(*[column[fits] for column in flat], method=method)
    known = ~np.isnan(each.estimate)
    assert (each.estimate[known] >= union.identified.low - 1e-12).all()
    assert (each.estimate[known] <= union.identified.high * (1 + 1e-12) + 1e-12).all()
    if method not in {"wald", "agresti_caffo", "katz_log", "woolf", "walter", "gart"}:
        assert (each.low >= union.low - 1e-9).all()
        assert (each.high <= union.high * (1 + 1e-9) + 1e-9).all()


def test_an_unbounded_count_leaves_no_end():
    e = stats.odds_ratio(pg.Interval(5, math.inf, high_open=True), 100, 3, 50)
    assert e.identified.high == math.inf
    e = stats.proportion_diff(5, pg.Interval(10, math.inf, high_open=True), 3, 50)
    assert e.identified.low == pytest.approx(-0.06, abs=1e-9)


@pytest.mark.parametrize(("function", "method"), QUANTITIES)
def test_threads_give_the_same_bits(function, method):
    random = np.random.default_rng(7)
    n1, n2 = random.integers(1, 200, 700), random.integers(1, 200, 700)
    x1, x2 = random.integers(0, n1 + 1), random.integers(0, n2 + 1)
    one = function(x1, n1, x2, n2, method=method)
    three = function(x1, n1, x2, n2, method=method, threads=3)
    for name in ("estimate", "low", "high"):
        assert getattr(one, name).tobytes() == getattr(three, name).tobytes()


@pytest.mark.parametrize(
    ("function", "alias", "name"),
    [
        (stats.proportion_diff, "score", "mee"),
        (stats.proportion_diff, "newcomb", "newcombe"),
        (stats.risk_ratio, "score", "koopman"),
        (stats.risk_ratio, "log", "katz_log"),
        (stats.odds_ratio, "conditional", "conditional_exact"),
        (stats.odds_ratio, "logit-adjusted", "gart"),
    ],
)
def test_aliases_are_their_methods(function, alias, name):
    assert tuple(function(7, 20, 4, 25, method=alias)) == tuple(function(7, 20, 4, 25, method=name))


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ((-1, 10, 1, 10), "count1.*-1, expected a whole number >= 0"),
        ((11, 10, 1, 10), "count1.*11, expected at most nobs1.*10"),
        ((1, 10, 1.5, 10), "count2.*1.5, expected a whole number"),
        ((1, math.inf, 1, 10), "nobs1.*inf|nobs1.*∞"),
        (([1, 2], [10, 10, 10], 1, 10), "count1 has 2 entries, nobs1 has 3"),
        (([1, 12], [10, 10], 1, 10), r"count1\[1\] is 12, expected at most nobs1\[1\], which is 10"),
    ],
)
@pytest.mark.parametrize("function", [stats.proportion_diff, stats.risk_ratio, stats.odds_ratio])
def test_bad_input_is_named(function, inputs, message):
    with pytest.raises(pg.DomainError, match=message):
        function(*inputs)


@pytest.mark.parametrize("function", [stats.proportion_diff, stats.risk_ratio, stats.odds_ratio])
def test_bad_options_are_named(function):
    with pytest.raises(pg.DomainError, match="method is 'nothing', expected one of"):
        function(1, 10, 1, 10, method="nothing")
    with pytest.raises(pg.DomainError, match="confidence is 95"):
        function(1, 10, 1, 10, confidence=95)
    with pytest.raises(pg.DomainError, match="alpha is 0"):
        function(1, 10, 1, 10, alpha=0)
    assert function([], [], [], []).estimate.shape == (0,)
