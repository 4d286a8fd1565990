from __future__ import annotations

import pickle
import pickletools

import pytest

import pressgauge as pg
from samples import ARTICLES, MARCH

HEADER = "#pressgauge-rules 1\n"
VACCINATED = (
    HEADER
    + "kind.vaccinated\tvaccinated\tdefine\tpersons event\nvaccinated.1\tvaccinated\tdone_to\tvaccinate\n"
)
ABOUT = HEADER + "about.1\tbefore\tabout\tabout\tv-w\tv+w\tnone\t0\t0.5\n"


def test_own_kinds_are_read():
    gauge = pg.Gauge(kinds=VACCINATED)
    (figure,) = gauge.read("Some 300 children were vaccinated in the camp.").figures
    assert (figure.kind, figure.value, figure.unit) == ("vaccinated", 300, "persons")
    assert figure.rule.startswith("vaccinated.1")
    assert gauge.kinds["vaccinated"] == ("persons", True)


def test_own_words_extend_a_kind():
    kinds = HEADER + "killed.own\tkilled\tdone_to\tgarotte\n"
    text = "Two men were garotted."
    assert [f.kind for f in pg.Gauge(kinds=kinds).read(text).figures] == ["killed"]
    assert [f.kind for f in pg.read(text).figures] != ["killed"]


def test_own_hedges_replace_ours():
    (figure,) = pg.Gauge(hedges=ABOUT).read("About 100 people were killed.").figures
    assert figure.interval == pg.Interval(50, 150)


def test_own_groups_join_mentions():
    text = "Two constables were injured on Monday. In all, 2 officers were injured on Monday, the mayor said."
    counts = pg.Gauge(groups={"police": ["officer", "constable"]}).read(text).counts.of("injured")
    assert [count.mentions for count in counts] == [(0, 1)]


def test_an_own_lexicon_is_scored():
    text = "It was a glibbery day."
    assert pg.Gauge(lexicon={"glibbery": 4}).read(text).sentiment.score > pg.read(text).sentiment.score


def test_rules_may_stand_in_a_file(tmp_path):
    path = tmp_path / "kinds.tsv"
    path.write_text(VACCINATED, encoding="utf-8")
    for given in (path, str(path)):
        assert pg.Gauge(kinds=given).rules_version == pg.Gauge(kinds=VACCINATED).rules_version


def test_the_version_of_the_rules_follows_each_of_them():
    gauges = [
        pg.Gauge(),
        pg.Gauge(kinds=VACCINATED),
        pg.Gauge(hedges=ABOUT),
        pg.Gauge(groups={"police": ["officer"]}),
        pg.Gauge(lexicon={"glum": -2}),
        pg.Gauge(max_bytes=1000),
    ]
    assert len({gauge.rules_version for gauge in gauges}) == len(gauges)
    assert pg.Gauge().rules_version == pg.read("A text.").gauge.rules_version
    assert pg.read("A text.").to_dict()["rules_version"] == pg.Gauge().rules_version


KIND = "k\tk\tdefine\tpersons\n"


@pytest.mark.parametrize(
    ("option", "rules", "message"),
    [
        (
            "kinds",
            "#rules\nx\ty\n",
            "kinds, line 1, column 1: the first line must be '#pressgauge-rules 1': '#rules'",
        ),
        (
            "kinds",
            HEADER + "k\tk\tdefine\n",
            "kinds, line 2, column 1: expected 4 to 4 tab-separated cells, found 3",
        ),
        (
            "kinds",
            HEADER + "a\tzzz\tdone_to\tx\n",
            "kinds, line 2, column 3: no line defines the kind: 'zzz'",
        ),
        ("kinds", HEADER + KIND + "a\tk\tzzz\tx\n", "kinds, line 3, column 5: unknown frame: 'zzz'"),
        ("kinds", HEADER + KIND + "a\tk\tpattern\tx\n", "kinds, line 3, column 13: a pattern needs a #"),
        ("kinds", HEADER + KIND + "a\tk\tpattern\t# #\n", "kinds, line 3, column 13: a pattern has one #"),
        (
            "kinds",
            HEADER + KIND + "a\tk\tpattern\t# @zzz\n",
            "kinds, line 3, column 13: no word class is named '@zzz'",
        ),
        (
            "kinds",
            HEADER + KIND + "a\tk\tpattern\t# ...x a\n",
            "kinds, line 3, column 13: a gap is written ...n",
        ),
        (
            "kinds",
            HEADER + KIND + "a\tk\tpattern\t# <b:c>\n",
            "kinds, line 3, column 13: unknown word form ':c'",
        ),
        ("kinds", HEADER + KIND + "a\tk\tpattern\t#q a\n", "kinds, line 3, column 13: behind # may stand"),
        ("kinds", HEADER + "k\tk\tdefine\t \n", "kinds, line 2, column 12: a kind needs a unit"),
        (
            "hedges",
            HEADER + "a\tbefore\n",
            "hedges.tsv, line 2, column 1: expected 9 to 9 tab-separated cells, found 2",
        ),
        (
            "hedges",
            ABOUT.replace("before", "beside"),
            "hedges.tsv, line 2, column 9: a hedge stands before, after or instead of a number, not: 'beside'",
        ),
        (
            "hedges",
            ABOUT.replace("about\tv-w", "abut\tv-w"),
            "hedges.tsv, line 2, column 22: a bound is one of exact",
        ),
        ("lexicon", HEADER + "fine\tgood\n", "lexicon, line 2, column 6: expected a finite number: 'good'"),
        ("lexicon", HEADER + "fine\t9\n", "lexicon, line 2, column 6: a weight is in .-4, 4.: '9'"),
    ],
)
def test_a_malformed_rule_file_says_where(option, rules, message):
    with pytest.raises(pg.ParseError, match=message.replace("...n", r"\.\.\.n")):
        pg.Gauge(**{option: rules})


def test_a_file_that_is_not_there_is_the_systems_error():
    with pytest.raises(FileNotFoundError):
        pg.Gauge(kinds="nowhere.tsv")


def test_a_gauge_pickles_as_data():
    gauge = pg.Gauge(kinds=VACCINATED, groups={"police": ["officer"]}, lexicon={"glum": -2}, max_bytes=10_000)
    again = pickle.loads(pickle.dumps(gauge))
    assert again.rules_version == gauge.rules_version
    assert [again.read(text).to_dict() for text in ARTICLES] == [
        gauge.read(text).to_dict() for text in ARTICLES
    ]


def test_a_reading_pickles_as_data():
    reading = pg.read(MARCH, title="A march", published="2024-05-14").reject(0, by="AB", reason="x")
    again = pickle.loads(pickle.dumps(reading))
    assert again.to_dict() == reading.to_dict()
    assert again.edits == reading.edits


def test_a_gauge_is_pickled_by_its_public_name():
    gauge = pg.Gauge(lexicon={"glibbery": -2})
    stored = pickle.dumps(gauge)
    named = {argument for _, argument, _ in pickletools.genops(stored) if isinstance(argument, str)}
    assert {"pressgauge.articles", "Gauge"} <= named
    assert not any(name.startswith("pressgauge._") for name in named)
    assert pickle.loads(stored).rules_version == gauge.rules_version
