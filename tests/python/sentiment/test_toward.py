from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given

import pressgauge as pg
from pressgauge.sentiment import Label, toward
from samples import ARTICLES
from strategies import news

TEXT = (
    "BRUSSELS - Voters praised NATO Secretary General Jens Stoltenberg on Monday. Prosecutors accused Peter Holm of "
    "corruption and fraud. “Stoltenberg is an excellent leader,” the mayor said."
)
RATINGS = Path(__file__).resolve().parents[4] / "shared/sentiment"


def test_any_form_of_a_name_finds_its_actor():
    sentiment = pg.read(TEXT).sentiment
    tone = sentiment.toward("Stoltenberg")
    assert (
        tone == sentiment.toward("Jens Stoltenberg") == sentiment.toward("Secretary General Jens Stoltenberg")
    )
    assert (tone.name, tone.mentions, tone.label) == ("Jens Stoltenberg", 2, Label.positive)
    assert sentiment.toward("Holm").label == Label.negative


def test_targets_stand_in_the_order_of_their_mentions():
    assert [tone.name for tone in pg.read(TEXT).sentiment.targets] == [
        "NATO",
        "Jens Stoltenberg",
        "Peter Holm",
    ]


def test_actors_have_their_places():
    found = pg.text.actors(TEXT)
    assert [actor.name for actor in found] == ["NATO", "Jens Stoltenberg", "Peter Holm"]
    stoltenberg = found[1]
    assert stoltenberg.person
    assert not found[0].person
    assert [TEXT[place.start : place.end] for place in stoltenberg.mentions] == [
        "Secretary General Jens Stoltenberg",
        "Stoltenberg",
    ]
    assert set(stoltenberg.aliases) >= {"Jens Stoltenberg", "Stoltenberg"}


def test_an_unknown_name_is_refused_with_the_nearest():
    with pytest.raises(pg.DomainError, match=r"'Stoltenburg'; nearest: Jens Stoltenberg"):
        pg.read(TEXT).sentiment.toward("Stoltenburg")
    with pytest.raises(pg.DomainError, match="no names"):
        pg.read("").sentiment.toward("Lind")
    with pytest.raises(pg.DomainError, match="nearest"):
        toward(TEXT, "Stoltenburg")


@pytest.mark.parametrize("text", [*ARTICLES, TEXT])
def test_contributions_add_up_and_stand_on_their_words(text):
    for tone in pg.read(text).sentiment.targets:
        assert sum(each.added for each in tone.contributions) == pytest.approx(tone.raw, abs=1e-12)
        assert -1 <= tone.score <= 1
        assert tone.mentions >= 1
        for each in tone.contributions:
            assert text[each.start : each.end].lower().replace("’", "'") == each.term


@given(news)
def test_any_text_can_be_read_for_targets(text):
    for tone in pg.read(text).sentiment.targets:
        assert -1 <= tone.score <= 1
        assert all(0 <= each.start < each.end <= len(text) for each in tone.contributions)


def test_words_that_are_no_name_and_places_can_be_asked_for():
    start = TEXT.index("the mayor")
    assert toward(TEXT, "the mayor") == toward(TEXT, (start, start + len("the mayor")))
    assert toward(TEXT, "Stoltenberg") == pg.read(TEXT).sentiment.toward("Stoltenberg")
    with pytest.raises(pg.DomainError, match="no word"):
        toward(TEXT, (0, 0))
    with pytest.raises(pg.DomainError):
        toward(TEXT, (0, len(TEXT) + 1))


def test_stored_readings_and_pickles_know_their_targets():
    reading = pg.read(TEXT)
    stored = pg.Reading.from_dict(reading.to_dict())
    assert stored.sentiment == reading.sentiment
    assert stored.sentiment.targets == reading.sentiment.targets
    assert pickle.loads(pickle.dumps(reading.sentiment)).targets == reading.sentiment.targets


def test_a_lexicon_of_your_own_counts():
    text = "Critics called Peter Holm zorbly yesterday."
    gauge = pg.Gauge(lexicon={"zorbly": -4.0})
    assert toward(text, "Holm", gauge=gauge).score < toward(text, "Holm").score


@pytest.mark.skipif(not RATINGS.is_dir(), reason="needs the rated sentences beside the repository")
def test_readers_of_held_out_articles_agree():
    import json
    from statistics import correlation

    lines = (RATINGS / "mtsc_rw_dev.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    pairs = [
        (toward(row["text"], (t["from"], t["to"])).score, t["lab"]) for row in rows for t in row["targets"]
    ]
    assert correlation(*zip(*pairs, strict=True)) >= 0.53
