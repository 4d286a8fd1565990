from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg

MANY = [{"id": f"n{i}", "text": f"Police arrested {i + 2} people.", "at": i} for i in range(50)]


def ids(rows):
    return [row["id"] for row in rows]


def test_a_sample_is_the_same_everywhere():
    # Kept here, so that another machine or version of Python would be noticed.
    assert ids(pg.sample_articles(MANY, 5)) == ["n5", "n33", "n1", "n24", "n6"]
    assert ids(pg.sample_articles(MANY, 5, seed=1)) != ids(pg.sample_articles(MANY, 5))


def test_rows_are_returned_as_they_came():
    for row in pg.sample_articles(MANY, 5):
        assert row == MANY[row["at"]]


@given(st.integers(1, 49), st.integers(0, 10**6), st.randoms())
def test_a_larger_sample_holds_a_smaller_one_in_any_order_of_the_articles(n, seed, rng):
    shuffled = rng.sample(MANY, len(MANY))
    assert ids(pg.sample_articles(shuffled, n + 1, seed=seed))[:n] == ids(
        pg.sample_articles(MANY, n, seed=seed)
    )


def test_each_article_is_as_likely_as_another():
    drawn = [key for seed in range(2000) for key in ids(pg.sample_articles(MANY, 5, seed=seed))]
    # Binomial(2000, 1/10): mean 200, standard deviation sqrt(2000 · 0.1 · 0.9) = 13.4; five of them on either side.
    assert all(200 - 67 < drawn.count(row["id"]) < 200 + 67 for row in MANY)


def test_kinds_take_turns_and_the_rarest_begins():
    rare = {"id": "rare", "text": "Turnout was 61 percent."}
    none = {"id": "none", "text": "The council met."}
    drawn = ids(pg.sample_articles([*MANY, rare, none], 4, by_kind=True))
    assert set(drawn[:2]) == {"rare", "none"}
    assert drawn[2:] == ids(pg.sample_articles(MANY, 2))
    everything = ids(pg.sample_articles([*MANY, rare, none], 52, by_kind=True))
    assert sorted(everything) == sorted([*ids(MANY), "rare", "none"])


@pytest.mark.parametrize(
    ("articles", "n", "message"),
    [
        (MANY, 51, "n is 51, but there are 50 articles"),
        (MANY, 0, "n must be at least 1, not 0"),
        ([*MANY, MANY[0]], 3, r"articles\[50\]: id 'n0' stands already in articles\[0\]"),
        ([{"id": "a"}], 1, r"articles\[0\], article 'a': text must be a string, not None"),
        ([{"text": "x"}], 1, r"articles\[0\]: id must be a word"),
    ],
)
def test_samples_that_cannot_be_drawn(articles, n, message):
    with pytest.raises(pg.DomainError, match=message):
        pg.sample_articles(articles, n)
