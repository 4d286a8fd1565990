from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from evaluation.made import BURNT, FLED, KILLED, LABELLED, article, figure

TEXT = "12 died. 30 were hurt. 5 fled. 7 are missing. 40 men were held."
WORDS = ("12", "30", "5", "7", "40")
changes = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["killed", "injured", "other"]),
        "bound": st.sampled_from(["exact", "about"]),
        "value": st.sampled_from([0, 3, 12]),
        "status": st.sampled_from(["asserted", "background"]),
        "subset": st.booleans(),
        "group": st.sampled_from(["men", "men of the north", "the north", None]),
    },
)
coders = st.lists(st.one_of(st.none(), changes), min_size=5, max_size=5)


def labelled(coder, key="a"):
    figures = [
        figure(w, "killed", value=float(w)) | c for w, c in zip(WORDS, coder, strict=True) if c is not None
    ]
    return article(*figures, key=key, text=TEXT)


def test_f1_and_alpha_by_hand():
    kinds = ["killed", "injured", "killed", "missing", "arrested"]
    first = labelled([{"kind": kind} for kind in kinds])
    # The second coder has no 40, and takes the 7 for killed.
    second = labelled([{"kind": kind} for kind in ("killed", "injured", "killed", "killed")] + [None])
    made = pg.agreement([first], [second])
    assert made.figures == (5, 4)
    # Three pairs of the same kind: 2 · 3 / (5 + 4)
    assert made.all["kind"].f1 == pytest.approx(6 / 9)
    # Pairs: (k,k), (i,i), (k,k), (m,k): codes k 5, i 2, m 1 of 8. Observed 1/4.
    # Expected 1 - (5·4 + 2·1 + 1·0) / (8·7) = 34/56. alpha = 1 - 56 / (4 · 34) = 80/136
    kind = made.alpha["kind"]
    assert kind.alpha == pytest.approx(80 / 136)
    assert (kind.equal, kind.pairs, kind.metric) == (0.75, 4, "nominal")
    assert made.alpha["value"].alpha == 1
    assert made.alpha["value"].metric == "ratio"
    # All are exact: nothing tells agreement from chance.
    assert math.isnan(made.alpha["bound"].alpha)
    assert made.alpha["bound"].interval is None
    assert made.alpha["bound"].equal == 1
    assert [(each.what, each.fields) for each in made.disagreements] == [
        ("differs", ("kind",)),
        ("missed", ()),
    ]


def test_values_that_are_not_stated_are_left_out_of_their_alpha():
    ranged = {**KILLED, "bound": "range", "low": 12, "high": 14}
    made = pg.agreement([LABELLED], [article(ranged, BURNT, FLED)])
    assert made.alpha["value"].pairs == 1
    assert made.alpha["bound"].pairs == 3


def test_accepted_alternatives_do_not_count():
    lenient = {**KILLED, "alt": ["injured"], "alt_groups": ["men"]}
    other = {**KILLED, "kind": "injured", "group": "men"}
    assert pg.evaluate([article(lenient)], [article(other)]).all["full"].f1 == 1
    assert pg.agreement([article(lenient)], [article(other)]).all["kind"].f1 == 0


def test_groups_are_the_same_where_their_heads_are():
    one, other = {**KILLED, "group": "villagers of the north"}, {**KILLED, "group": "a poor villager"}
    assert pg.agreement([article(one)], [article(other)]).alpha["group"].equal == 1
    assert pg.agreement([article(one)], [article({**KILLED, "group": "north"})]).alpha["group"].equal == 0


@given(st.lists(st.tuples(coders, coders), min_size=1, max_size=4))
def test_swapping_the_coders_changes_nothing(pairs):
    first = [labelled(a, str(i)) for i, (a, _) in enumerate(pairs)]
    second = [labelled(b, str(i)) for i, (_, b) in enumerate(pairs)]
    made, swapped = pg.agreement(first, second, resamples=20), pg.agreement(second, first, resamples=20)
    assert made.figures == swapped.figures[::-1]
    for level in made.all:
        for one, other in ((made.all[level], swapped.all[level]), (made.event[level], swapped.event[level])):
            assert (one.precision, one.recall) == (other.recall, other.precision)
            assert one.f1 == pytest.approx(other.f1)
            assert one.hits == other.hits
    for field, one in made.alpha.items():
        other = swapped.alpha[field]
        assert one.alpha == pytest.approx(other.alpha, nan_ok=True)
        assert (one.pairs, one.equal) == pytest.approx((other.pairs, other.equal), nan_ok=True)
    assert len(made.disagreements) == len(swapped.disagreements)


@given(coders)
def test_a_coder_agrees_with_himself(coder):
    made = pg.agreement([labelled(coder)], [labelled(coder)])
    assert {each.f1 for each in made.all.values()} == {1 if any(c is not None for c in coder) else 0}
    assert all(math.isnan(each.alpha) or each.alpha == 1 for each in made.alpha.values())
    assert made.disagreements == ()


def test_alpha_is_that_of_the_pairs_of_all_articles_and_its_interval_holds_it():
    kinds = ("killed", "injured", "killed", "injured", "arrested")
    first = [labelled([{"kind": kind} for kind in kinds], str(i)) for i in range(10)]
    wrong = ("killed", "injured", "killed", "injured", "killed")
    second = [labelled([{"kind": k} for k in (wrong if i % 2 else kinds)], str(i)) for i in range(10)]
    kind = pg.agreement(first, second).alpha["kind"]
    codes = [list(kinds) * 10, [k for i in range(10) for k in (wrong if i % 2 else kinds)]]
    assert kind.alpha == pytest.approx(pg.evaluation.krippendorff_alpha(codes))
    assert kind.interval.low < kind.alpha < kind.interval.high


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ([LABELLED], [article(key="b")], "article 'a' of first is not in second"),
        (
            [LABELLED],
            [LABELLED, article(key="b"), article(key="c")],
            "article 'b' and 1 more of second is not in first",
        ),
        (
            [LABELLED],
            [article(text="Another.")],
            r"first\[0\], article 'a': its text is not the one in second\[0\]",
        ),
    ],
)
def test_coders_of_other_articles_are_told(first, second, message):
    with pytest.raises(pg.DomainError, match=message):
        pg.agreement(first, second)


def test_displays_hold_f1_and_alpha():
    made = pg.agreement([LABELLED], [article({**KILLED, "kind": "injured"}, BURNT)])
    assert "alpha of kinds 0." in repr(made)
    assert "1 article by two coders, 3 and 2 figures labelled" in str(made)
    assert "undefined" in str(made)
    assert "<table>" in made._repr_html_()
    data = made.to_dict()
    assert data["alpha"]["status"]["alpha"] is None
    assert data["disagreements"] == 2
    assert list(made.to_pandas()["field"]) == list(made.alpha)
    assert "pairs" in str(made.alpha["kind"])
