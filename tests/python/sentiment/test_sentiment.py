from __future__ import annotations

import math
import pickle

import pytest
from hypothesis import given

import pressgauge as pg
from pressgauge.sentiment import Label, score
from samples import ARTICLES
from strategies import news

GOOD = "All hostages were freed, and the whole town celebrated the wonderful news."
BAD = "The massacre horrified the town, and grieving families condemned the brutal murder."


@pytest.mark.parametrize("text", [*ARTICLES, GOOD, BAD])
def test_contributions_add_up_to_the_raw_score(text):
    sentiment = pg.read(text).sentiment
    assert sentiment.contributions
    assert sum(c.added for c in sentiment.contributions) == pytest.approx(sentiment.raw, abs=1e-12)


@given(news)
def test_scores_stay_in_their_range_and_contributions_in_the_text(text):
    sentiment = pg.read(text).sentiment
    for value in (sentiment.score, sentiment.narration, sentiment.quotation, sentiment.events):
        assert value is None or -1 <= value <= 1
    assert math.isclose(sum(c.added for c in sentiment.contributions), sentiment.raw, abs_tol=1e-12)
    for each in sentiment.contributions:
        assert 0 <= each.start < each.end <= len(text)
        assert each.why


def test_a_contribution_stands_on_its_term():
    for each in pg.read(BAD).sentiment.contributions:
        assert each.term.split()[0][:3].lower() == BAD[each.start : each.end].split(maxsplit=1)[0][:3].lower()


def test_labels_follow_the_tone():
    assert score(GOOD).label is Label.positive
    assert score(BAD).label is Label.negative
    assert score(GOOD).score > score(BAD).score


def test_an_empty_text_is_neutral():
    sentiment = score("")
    assert (sentiment.score, sentiment.raw, sentiment.label) == (0, 0, Label.neutral)
    assert sentiment.quotation is None


def test_the_biography_of_the_author_is_excluded_with_the_reason():
    article = (
        BAD
        + "\n\nAnna White is a journalist at News Reel. She is known for insightful, compelling storytelling.\n"
    )
    sentiment = pg.read(article).sentiment
    assert sentiment.excluded
    assert all(each.reason for each in sentiment.excluded)
    bio = article.index("Anna")
    assert any(each.start <= bio < each.end for each in sentiment.excluded)
    assert all(each.start < bio for each in sentiment.contributions)
    assert sentiment.label is Label.negative


def test_the_title_is_not_scored():
    assert pg.read(BAD, title=GOOD).sentiment == pg.read(BAD).sentiment


def test_score_is_what_a_reading_holds():
    assert score(BAD) == pg.read(BAD).sentiment


def test_a_score_is_the_same_before_and_after_its_parts_are_told():
    untold, told = score(GOOD), score(GOOD)
    assert told.contributions
    assert untold == told
    assert hash(untold) == hash(told)
    assert untold != score(BAD)
    again = pickle.loads(pickle.dumps(score(GOOD)))
    assert again == told
    assert again.contributions == told.contributions
    assert again.targets == told.targets


def test_parts_are_those_of_a_reading():
    alone, read = score(BAD), pg.read(BAD).sentiment
    assert alone == read
    assert alone.sentences == read.sentences


def test_parts_of_a_profile_are_of_that_profile():
    headline = score("Storm kills nine", profile="headline")
    assert sum(c.added for c in headline.contributions) == pytest.approx(headline.raw, abs=1e-12)
    assert headline.raw != score("Storm kills nine").raw


@pytest.mark.parametrize(
    ("news", "passing"),
    [
        ("A blast killed 20 people.", "They spoke of the blast that killed 20 people."),
        ("The flood has killed 20 people.", "The war has killed 20 people."),
        ("On Monday 20 pilgrims drowned.", "The bell bears the names of 20 pilgrims who drowned."),
    ],
)
def test_harm_told_in_passing_weighs_less_than_news_of_it(news, passing):
    assert any("counts it at the top" in c.why for c in score(news).contributions)
    assert not any("counts it at the top" in c.why for c in score(passing).contributions)
    assert score(news).events < score(passing).events


def test_murder_charges_count_those_who_are_accused():
    charged = score("Murder charges against four men were filed.")
    assert any(c.why.startswith("event kill.22") for c in charged.contributions)
    assert not any("counts it at the top" in c.why for c in charged.contributions)
