from __future__ import annotations

import pickle

import pytest
from hypothesis import given

import pressgauge as pg
from pressgauge.sentiment import Lexicon, LexiconEntry, score
from strategies import news

HEADER = "#pressgauge-rules 1\n"
TEXT = "It was a glibbery day, and a superb landslide win for the mayor."


def why(tone, term):
    return next(c.why for c in tone.contributions if c.term == term)


def test_the_shipped_lexicon_can_be_read():
    lexicon = Lexicon.shipped()
    words = list(lexicon)
    assert len(lexicon) == len(words) > 5000
    assert words == sorted(words)
    assert "superb" in lexicon
    assert "Superb" in lexicon
    assert "glibbery" not in lexicon
    assert 3 not in lexicon
    entry = lexicon["superb"]
    assert isinstance(entry, LexiconEntry)
    assert entry.weight == pytest.approx(entry.prior + entry.learned, abs=0.011)
    assert lexicon.lookup("glibbery") is None
    with pytest.raises(KeyError):
        lexicon["glibbery"]


@pytest.mark.parametrize("weight", [1, -1, 0.5])
def test_a_word_of_one_s_own_counts_its_weight(weight):
    tone = score("It was a glibbery day.", gauge=pg.Gauge(lexicon={"glibbery": weight}))
    [glibbery] = [c for c in tone.contributions if c.term == "glibbery"]
    assert glibbery.weight == weight
    assert (tone.raw > 0) is (weight > 0)


def test_words_are_added_overridden_and_silenced_with_their_source():
    lexicon = Lexicon.shipped().extended({"glibbery": -2.5, "landslide win": 3}, source="codebook 2")
    lexicon = lexicon.extended({"superb": 0})
    assert len(lexicon) == len(Lexicon.shipped()) + 2
    assert lexicon["landslide win"] == ("landslide win", 3, 0, 0, 0, "codebook 2")
    tone = pg.Gauge(lexicon=lexicon).read(TEXT).sentiment
    assert why(tone, "glibbery") == "your lexicon: codebook 2"
    assert why(tone, "landslide win") == "your lexicon: codebook 2"
    assert "superb" not in {c.term for c in tone.contributions}
    assert why(score(TEXT), "superb").startswith("lexicon: ")
    assert sum(c.added for c in tone.contributions) == pytest.approx(tone.raw, abs=1e-12)


def test_a_phrase_is_negated_and_no_event():
    gauge = pg.Gauge(lexicon={"landslide win": 3})
    tone = gauge.read("It was not a landslide win.").sentiment
    found = next(c for c in tone.contributions if c.term == "landslide win")
    assert found.added < 0 < found.weight
    assert not any(c.why.startswith("event") for c in tone.contributions)


OWN = pg.Gauge(
    lexicon={
        "were killed": 0,
        "people were": 2,
        "on monday": -1.5,
        "of the voters": 3,
        "not": -1,
        "police": 0.1,
    }
)


@given(news)
def test_own_words_and_phrases_add_up_to_raw_too(text):
    tone = OWN.read(text).sentiment
    assert sum(c.added for c in tone.contributions) == pytest.approx(tone.raw, abs=1e-12)
    assert all(c.weight for c in tone.contributions)
    assert -1 <= tone.score <= 1


def test_a_file_stands_alone_or_extends(tmp_path):
    path = tmp_path / "deutsch.tsv"
    path.write_text(HEADER + "wunderbar\t3\nschrecklich\t-3\n", encoding="utf-8")
    text = "Die Feier war wunderbar und superb, der murder schrecklich."
    alone = pg.Gauge(lexicon=Lexicon.from_file(path))
    assert [c.term for c in alone.read(text).sentiment.contributions] == ["wunderbar", "schrecklich"]
    assert why(alone.read(text).sentiment, "wunderbar") == "your lexicon: deutsch.tsv"
    both = pg.Gauge(lexicon=Lexicon.shipped().extended(path, source="wave 3"))
    assert {"superb", "wunderbar"} <= {c.term for c in both.read(text).sentiment.contributions}
    assert why(both.read(text).sentiment, "wunderbar") == "your lexicon: wave 3"
    assert len(Lexicon.from_file(path)) == 2
    assert not Lexicon.empty()
    assert pg.Gauge(lexicon=Lexicon.empty()).read(text).sentiment.raw == 0


def test_a_gauge_keeps_its_lexicon():
    gauges = [
        pg.Gauge(),
        pg.Gauge(lexicon=Lexicon.empty()),
        pg.Gauge(lexicon=Lexicon.empty().extended({"glum": -2})),
        pg.Gauge(lexicon=Lexicon.shipped().extended({"glum": -2})),
        pg.Gauge(lexicon=Lexicon.shipped().extended({"glum": -2}, source="a")),
    ]
    assert len({gauge.rules_version for gauge in gauges}) == len(gauges)
    for gauge in gauges:
        again = pickle.loads(pickle.dumps(gauge))
        assert again.rules_version == gauge.rules_version
        assert again.read(TEXT).sentiment == gauge.read(TEXT).sentiment
    assert pg.Gauge(lexicon=Lexicon.shipped()).rules_version == gauges[0].rules_version


def test_a_lexicon_is_pickled_as_data():
    for lexicon in (
        Lexicon.empty(),
        Lexicon.shipped().extended({"glum": -2, "out of hand": -1.25}, source="a"),
    ):
        again = pickle.loads(pickle.dumps(lexicon))
        assert again == lexicon
        assert repr(again) == repr(lexicon)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (HEADER + "glum\t-1\n# ours\nGlum\t-2\n", "line 4, column 1: the word stands in line 2, too: 'Glum'"),
        ({"glum": -1, "Glum": -2}, "line 3, column 1: the word stands in line 2, too"),
        ({"glum": 5}, "a weight is in"),
        ({"glum": float("nan")}, "expected a finite number"),
        ({"<kill> all": 1}, "expected a word, not a mark"),
        ({"": 1}, "expected one to 8 words"),
        ({"a b c d e f g h i": 1}, "expected one to 8 words"),
        ("glum\t-1\n", "the first line must be"),
    ],
)
def test_faults_are_named(words, message):
    with pytest.raises(pg.ParseError, match=message):
        Lexicon.empty().extended(words)
    with pytest.raises(pg.ParseError, match=message):
        pg.Gauge(lexicon=words)


def test_words_and_sources_are_one_line():
    for word in ("a\tb", "a\nb", "#blessed"):
        with pytest.raises(pg.DomainError, match="a word is one line"):
            Lexicon.empty().extended({word: 1})
    with pytest.raises(pg.DomainError, match="a source is one line"):
        Lexicon.empty().extended({"glum": 1}, source="a\nb")
    with pytest.raises(TypeError, match=r"Lexicon.shipped\(\)"):
        Lexicon()
