from __future__ import annotations

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats


def test_benford_by_hand():
    # log10 of 2, 3/2, …; the second digit 0: of 11/10, 21/20, … 91/90.
    assert stats.benford_probs(1) == pytest.approx([math.log10(1 + 1 / d) for d in range(1, 10)], rel=1e-15)
    want = math.log10(math.prod(Fraction(10 * k + 1, 10 * k) for k in range(1, 10)))
    assert stats.benford_probs("second")[0] == pytest.approx(want, rel=1e-14)
    for place in (1, 2, 3, 4):
        assert stats.benford_probs(place).sum() == pytest.approx(1, rel=1e-14)


numbers = st.lists(st.integers(0, 10**12), max_size=60)


@given(numbers, st.integers(0, 1000))
def test_digits_are_those_of_the_words(values, least):
    for name, at in (("first", 0), ("second", 1), ("third", 2), ("fourth", 3), ("last", -1)):
        words = [str(v) for v in values if v >= least and (v > 0 or at == -1)]
        want = [int(word[at]) for word in words if at < len(word)]
        got = stats.digit_test(values, name, least=least)
        assert got.counts.tolist() == [want.count(d) for d in got.digits]
        assert got.n == len(want)
        if want:
            assert got.mean == pytest.approx(sum(want) / len(want))
        else:
            assert got.flags == ("undefined",)
            assert math.isnan(got.pvalue)


def test_chi_squared_by_hand():
    # Ten numbers that end in 0: (10 - 1)² / 1 + 9 · 1 = 90.
    got = stats.digit_test([10 * k for k in range(1, 11)], "last")
    assert got.statistic == pytest.approx(90)
    assert got.df == 9
    assert got.pvalue == pytest.approx(1.67e-15, rel=0.01)
    assert stats.digit_test([123], "first").df == 8


def test_the_mean_of_digits_by_hand():
    # 25 last digits 9: (9 - 4.5) / √(8.25 / 25) = 7.833.
    got = stats.digit_mean_test([109] * 25, "last")
    assert got.statistic == pytest.approx(4.5 / math.sqrt(8.25 / 25))
    assert got.expected_mean == pytest.approx(4.5)
    less = stats.digit_mean_test([109] * 25, -1, alternative="less").pvalue
    greater = stats.digit_mean_test([109] * 25, -1, alternative="greater").pvalue
    assert less + greater == pytest.approx(1)
    assert got.pvalue == pytest.approx(2 * greater)
    assert stats.digit_mean_test([1234], 2).expected_mean == pytest.approx(4.18739, abs=1e-5)


def whole(k: int, n: int, window: Fraction) -> bool:
    percent = Fraction(100 * k, n)
    return any(j - window <= percent < j + window for j in range(101))


@given(st.integers(1, 60), st.data(), st.sampled_from(["0.05", "0.1", "0.25"]))
def test_chances_of_a_whole_percent_are_sums_of_binomials(n, data, window):
    x = data.draw(st.integers(0, n))
    p, half = Fraction(x, n), Fraction(window)
    want = sum(math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1) if whole(k, n, half))
    got = stats.integer_percent_test([x], [n], window=float(window))
    assert got.expected == pytest.approx(float(want), rel=1e-12, abs=1e-18)
    assert got.observed == whole(x, n, half)


@pytest.mark.parametrize(("x", "n"), [(500, 1000), (333, 1000), (1200, 2000)])
def test_chances_at_large_stations_leave_no_outcome_out(x, n):
    # All outcomes, in whole numbers: C(n, k) x^k (n - x)^(n - k) of n^n.
    ways = sum(
        math.comb(n, k) * x**k * (n - x) ** (n - k) for k in range(n + 1) if whole(k, n, Fraction("0.05"))
    )
    assert stats.integer_percent_test([x], [n]).expected == pytest.approx(
        float(Fraction(ways, n**n)), rel=1e-11
    )


def test_spikes_are_found_and_honest_counts_are_not():
    random = np.random.default_rng(7)
    n = random.integers(500, 2000, 400)
    honest = random.binomial(n, random.uniform(0.3, 0.9, 400))
    rounded = np.where(np.arange(400) < 60, np.round(n * np.round(honest / n, 2)), honest)
    assert stats.integer_percent_test(honest, n).pvalue > 0.01
    for method in ("binomial", "monte_carlo"):
        assert stats.integer_percent_test(rounded, n, method=method, draws=2000).pvalue < 1e-3


def test_draws_depend_on_the_seed_alone():
    x, n = list(range(10, 90)), [100] * 80
    several = [
        stats.integer_percent_test(x, n, method="mc", window=0.2, draws=500, seed=3, threads=t)
        for t in (1, 4)
    ]
    assert several[0].pvalue == several[1].pvalue
    assert several[0].statistic == several[1].statistic
    odd = stats.integer_percent_test([101, 222, 333, 444], [777] * 4, method="mc", draws=4000)
    exact = odd.test.pvalue
    # P(at least as many) of four independent stations, from their chances.
    chances = [stats.integer_percent_test([a], [777]).expected for a in (101, 222, 333, 444)]
    want = sum(
        math.prod(c if hit else 1 - c for c, hit in zip(chances, hits, strict=True))
        for hits in itertools.product([0, 1], repeat=4)
        if sum(hits) >= odd.observed
    )
    assert exact == pytest.approx(want, abs=0.03)


def test_stations_at_an_end_carry_no_weight():
    got = stats.integer_percent_test([0, 100], [50, 100])
    assert (got.expected, got.variance, got.observed) == (2, 0, 2)
    assert got.flags == ("degenerate",)
    assert math.isnan(got.pvalue)
    left_out = stats.integer_percent_test([1, math.nan, 0], [3, 3, 0])
    assert left_out.flags == ("missing", "undefined")
    assert left_out.n == 1


def test_a_fingerprint_by_hand():
    # Turnouts 0.29 (exactly), 1 and 1.2; shares 0.5, 1 and 0.
    got = stats.fingerprint([58, 10, 12, 0, math.nan], [200, 10, 10, 9, 9], [29, 10, 0, 0, 0])
    assert np.argwhere(got.counts).tolist() == [[29, 50], [99, 0], [99, 99]]
    assert (got.n, got.left_out, got.flags) == (3, 2, ("missing", "above_one"))
    assert got.to_dict()["n"] == 3


def test_moments_of_the_vote_rate_by_hand():
    # Rates log 1, log 3, log 1/3: mean 0, variance 2/3 log² 3, symmetric; fourth 2/3 log⁴ 3 over 4/9: 1.5 - 3.
    got = stats.log_vote_rate([100, 100, 100, 100], [50, 25, 75, 100])
    assert (got.n, got.left_out) == (3, 1)
    assert got.mean == pytest.approx(0, abs=1e-15)
    assert got.sd == pytest.approx(math.sqrt(2 / 3) * math.log(3), rel=1e-14)
    assert got.skewness == pytest.approx(0, abs=1e-14)
    assert got.excess_kurtosis == pytest.approx(-1.5, rel=1e-13)
    assert stats.log_vote_rate([10], [10]).flags == ("undefined",)
    assert stats.log_vote_rate([10, 10], [5, 5]).flags == ("degenerate",)


def test_klimek_finds_what_was_simulated():
    registered = np.full(3000, 1000.0)
    model = {"turnout": 0.55, "turnout_sd": 0.08, "share": 0.45, "share_sd": 0.08}
    ballots, winner = stats.klimek_simulate(
        registered, incremental=0.25, extreme=0.03, exponent=1.5, width=0.3, seed=4, **model
    )
    fit = stats.klimek_fit(ballots, registered, winner, draws=6000)
    assert fit.incremental == pytest.approx(0.25, abs=0.1)
    assert fit.extreme == pytest.approx(0.03, abs=0.015)
    assert fit.turnout == pytest.approx(0.55, abs=0.02)
    assert fit.share == pytest.approx(0.45, abs=0.02)
    assert fit.distance < fit.distance_honest
    assert fit == stats.klimek_fit(ballots, registered, winner, draws=6000)
    honest = stats.klimek_fit(*honest_election(registered, model), draws=6000)
    assert (honest.incremental, honest.extreme, honest.flags) == (0, 0, ("degenerate",))
    assert "honest" in repr(honest)


@pytest.mark.parametrize("kind", ["incremental", "extreme"])
def test_stuffed_ballots_are_the_winner_s(kind):
    # Klimek et al. (2012): of those who stayed home a share x is voted for, and x^exponent of the losers' votes are
    # taken over. With one turnout and share everywhere, x can be read off the turnout.
    turnout, share, exponent = 0.5, 0.4, 2.0
    registered = np.full(200, 1e9)
    ballots, winner = stats.klimek_simulate(
        registered, turnout=turnout, turnout_sd=0, share=share, share_sd=0, exponent=exponent, width=0.3,
        **{"incremental": 0, "extreme": 0, kind: 1}, seed=2,
    )  # fmt: skip
    x = (ballots / registered - turnout) / (1 - turnout)
    assert x.max() > 0.2
    stuffed = x * (1 - turnout) + x**exponent * (1 - share) * turnout
    assert winner / registered == pytest.approx(turnout * share + stuffed, abs=1e-7)


def honest_election(registered, model):
    ballots, winner = stats.klimek_simulate(registered, seed=9, **model)
    return ballots, registered, winner


def test_pictures():
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    axes = stats.digit_test(range(100, 300), "last").plot()
    assert axes.get_xlabel() == "digit"
    axes = stats.fingerprint([60, 80], [100, 100], [30, 72]).plot()
    assert axes.get_xlabel() == "turnout [1]"
    matplotlib.pyplot.close("all")


FIFTY = [100] * 50


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.digit_test([1, -2]), r"counts\[1\] is -2, expected a whole number >= 0"),
        (lambda: stats.digit_test([1.5]), r"counts\[0\] is 1\.5"),
        (lambda: stats.digit_test([math.inf]), r"counts\[0\] is ∞"),
        (lambda: stats.digit_test([2.0**60]), r"counts\[0\] is .*, at most 2\^53"),
        (lambda: stats.digit_test([1], "fifth"), r"digit is 'fifth', expected one of first"),
        (lambda: stats.digit_test([1], least=-1), r"least is -1"),
        (lambda: stats.benford_probs("last"), r"digit is last"),
        (lambda: stats.benford_probs(5), r"digit is '5'"),
        (lambda: stats.integer_percent_test([3], [2]), r"x\[0\] is 3, expected at most n\[0\], which is 2"),
        (lambda: stats.integer_percent_test([1, 2], [1, 2, 3]), r"x has 2 entries, n has 3"),
        (lambda: stats.integer_percent_test([1], [2], window=0.5), r"window is 0\.5 percent"),
        (lambda: stats.integer_percent_test([1], [2], draws=0), r"draws is 0"),
        (
            lambda: stats.integer_percent_test([1], [2], method="x"),
            r"method is 'x', expected one of binomial",
        ),
        (lambda: stats.fingerprint([1], [2], [3]), r"winner\[0\] is 3, expected at most ballots\[0\]"),
        (lambda: stats.fingerprint([1], [2], [1], bins=0), r"bins is 0"),
        (lambda: stats.log_vote_rate([1], [2]), r"winner\[0\] is 2, expected at most registered\[0\]"),
        (lambda: stats.klimek_fit([1], [2], [1]), r"there are 1 units .*, expected at least 50"),
        (lambda: stats.klimek_fit(FIFTY, FIFTY, FIFTY, bins=1), r"bins is 1"),
        (lambda: stats.klimek_fit(FIFTY, FIFTY, FIFTY, draws=0), r"draws is 0"),
        (
            lambda: stats.klimek_simulate([100], incremental=0.7, extreme=0.7),
            r"incremental is 0\.7, extreme 0\.7",
        ),
        (lambda: stats.klimek_simulate([100], width=-1), r"width -1"),
        (lambda: stats.klimek_simulate([-1]), r"registered\[0\] is -1"),
    ],
)
def test_a_broken_contract_is_a_domain_error(call, message):
    with pytest.raises(pg.DomainError, match=message):
        call()


def test_nothing_at_all():
    assert stats.digit_test([]).flags == ("undefined",)
    assert stats.integer_percent_test([], []).n == 0
    assert stats.fingerprint([], [], []).n == 0
    assert stats.log_vote_rate([], []).flags == ("undefined",)
