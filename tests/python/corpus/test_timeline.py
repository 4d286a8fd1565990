"""A toll across articles: days merged, sources told apart, every report with its place, nothing left out in silence."""

from __future__ import annotations

import datetime as dt

import pytest

import pressgauge as pg

pa = pytest.importorskip("pyarrow")

FLOOD = [
    {"id": "a", "date": "2024-03-01", "text": "At least 12 people died in the flood in Leeds."},
    {"id": "b", "date": "2024-03-02", "text": "Police said 15 people were killed in Leeds."},
    {"id": "c", "date": "2024-03-02", "text": "The police said 15 people were killed in Leeds."},
    {"id": "d", "date": "2024-03-04", "text": "Doctors said 21 people were killed in Leeds."},
]


def day(number: int) -> dt.date:
    return dt.date(2024, 3, number)


def rows(made: pg.corpus.Timeline, *names: str) -> list[tuple]:
    return [tuple(row[name] for name in names) for row in made.table.to_pylist()]


def test_a_day_is_bounded_by_the_days_around_it():
    made = pg.read_corpus(FLOOD).timeline("killed", place="leeds")
    assert rows(made, "day", "low", "high", "articles") == [
        (day(1), 12, 15, 1),
        (day(2), 15, 15, 2),
        (day(4), 21, 21, 1),
    ]
    assert rows(made, "reported_low", "reported_high", "reported_high_open")[0] == (12, float("inf"), True)
    assert all(row["agree"] and row["consistent"] for row in made.table.to_pylist())


def test_each_day_on_its_own_where_numbers_may_fall():
    made = pg.read_corpus(FLOOD).timeline("killed", place="Leeds", toll=False)
    assert rows(made, "low", "high") == [(12, float("inf")), (15, 15), (21, 21)]


def test_reports_of_one_day_that_share_no_number_disagree():
    apart = [
        *FLOOD,
        {"id": "e", "date": "2024-03-04", "text": "Officials said 19 people were killed in Leeds."},
    ]
    made = pg.read_corpus(apart).timeline("killed", place="Leeds")
    assert rows(made, "day", "low", "high", "agree")[-1] == (day(4), 19, 21, False)


def test_an_article_whose_own_mentions_share_no_number_disagrees():
    apart = [
        {
            "date": "2024-03-04",
            "text": "Police said 15 people were killed in Leeds. Doctors said 21 people were killed in Leeds.",
        },
    ]
    (row,) = pg.read_corpus(apart).timeline("killed", place="Leeds").table.to_pylist()
    assert (row["reported_low"], row["reported_high"], row["agree"]) == (15, 21, False)


def test_a_source_is_written_alike_in_all_rows():
    articles = [
        {"date": "2024-03-01", "text": "At least 12 people were killed in Leeds, police said."},
        {"date": "2024-03-02", "text": "Police said 15 people were killed in Leeds."},
    ]
    made = pg.read_corpus(articles).timeline("killed", place="Leeds", by=["source", "day"])
    assert rows(made, "source", "low", "high") == [("police", 12, 15), ("police", 15, 15)]


def test_a_toll_that_falls_is_inconsistent_and_keeps_what_was_reported():
    lower = [
        *FLOOD,
        {"id": "e", "date": "2024-03-05", "text": "Officials said 17 people were killed in Leeds."},
    ]
    made = pg.read_corpus(lower).timeline("killed", place="Leeds")
    apart = [row["day"] for row in made.table.to_pylist() if not row["consistent"]]
    assert apart == [day(4), day(5)]
    assert rows(made, "reported_low")[-2:] == [(21,), (17,)]


def test_sources_are_told_apart_whatever_their_case_and_article():
    made = pg.read_corpus(FLOOD).timeline("killed", place="Leeds", by="source")
    assert rows(made, "source", "low", "reports", "first_day", "last_day") == [
        ("Doctors", 21, 1, day(4), day(4)),
        ("Police", 15, 2, day(2), day(2)),
        (None, 12, 1, day(1), day(1)),
    ]


def test_a_source_by_day_has_a_timeline_of_its_own():
    later = [
        *FLOOD,
        {"id": "e", "date": "2024-03-03", "text": "Police said at least 16 people were killed in Leeds."},
    ]
    made = pg.read_corpus(later).timeline("killed", place="Leeds", by=["source", "day"])
    police = [row for row in made.table.to_pylist() if row["source"] == "Police"]
    assert [(row["day"], row["low"], row["high"]) for row in police] == [
        (day(2), 15, 15),
        (day(3), 16, float("inf")),
    ]


def test_a_row_without_days_is_where_the_toll_stood_at_the_end():
    articles = [
        {"date": "2024-03-01", "text": "Police said 4 people were killed in York."},
        {"date": "2024-03-03", "text": "Police said 6 people were killed in York."},
    ]
    corpus = pg.read_corpus(articles)
    assert rows(corpus.timeline("killed", by="place"), "place", "low", "high") == [("York", 6, 6)]
    made = corpus.timeline("killed", by="place", toll=False)
    assert rows(made, "low", "high", "agree") == [(4, 6, False)]


def test_every_report_says_where_it_stands():
    corpus = pg.read_corpus(FLOOD)
    made = corpus.timeline("killed", place="Leeds", by=["source", "day"])
    for report in made.reports.to_pylist():
        row = made.table.to_pylist()[report["row"]]
        assert row["day"] == report["day"]
        figure = corpus.reading(report["article_id"]).figures[report["figure"]]
        assert (figure.interval.low, figure.interval.high) == (report["low"], report["high"])
    assert made.reports.num_rows == sum(row["reports"] for row in made.table.to_pylist()) == 4


def test_what_is_left_out_is_counted_by_reason():
    articles = [
        *FLOOD,
        {"date": "2024-03-02", "text": "Two people were killed in York."},
        {"date": "2024-03-02", "text": "Nine people were killed."},
        {"date": "2024-03-02", "text": "Police denied that 40 people were killed in Leeds."},
        {"text": "More than 20 people were killed in Leeds."},
        {"date": "2024-03-02", "text": "Three soldiers were killed in Leeds."},
    ]
    made = pg.read_corpus(articles).timeline("killed", "people", "Leeds")
    assert made.left_out == {
        "other group": 1,
        "other place": 1,
        "other status": 1,
        "no place": 1,
        "no day": 1,
    }
    assert made.reports.num_rows == 4
    assert "1 no day" in repr(made)


def test_parts_of_another_count_are_not_reports_of_it():
    text = "Police said 15 people were killed in Leeds, including 3 children."
    made = pg.read_corpus([{"date": "2024-03-02", "text": text}]).timeline("killed")
    assert rows(made, "low", "high") == [(15, 15)]
    assert made.left_out == {"part of another count": 1}


def test_groups_that_were_taken_together_are_told_and_can_be_rows():
    articles = [
        {"date": "2024-03-02", "text": "Clashes injured 50 protesters. Clashes injured 12 police officers."}
    ]
    corpus = pg.read_corpus(articles)
    together = corpus.timeline("injured")
    assert rows(together, "low", "high", "agree", "groups") == [
        (12, 50, False, ["police officers", "protesters"])
    ]
    assert rows(corpus.timeline("injured", by=["group", "day"]), "group", "low") == [
        ("police officers", 12),
        ("protesters", 50),
    ]
    assert rows(corpus.timeline("injured", "PROTESTERS"), "low") == [(50,)]


def test_without_a_day_of_publication_the_count_s_own_is_taken():
    made = pg.read_corpus(["On 3 March 2024, 15 people were killed in Leeds."]).timeline("killed")
    assert rows(made, "day", "low") == [(day(3), 15)]


def test_another_unit_than_that_of_most_is_left_out_and_can_be_asked_for():
    articles = [
        {
            "date": "2024-03-02",
            "text": "Turnout was 40 percent. Turnout was 40 percent in York, 50 percent in Leeds.",
        },
    ]
    corpus = pg.read_corpus(articles)
    kind = corpus.counts["kind"].to_pylist()[0]
    made = corpus.timeline(kind, toll=False)
    assert made.unit == "percent"
    assert corpus.timeline(kind, toll=False, unit="votes").left_out == {"other unit": made.reports.num_rows}


def test_copies_of_a_story_are_one_report():
    found = pa.table({"article_id": ["a", "b", "c", "d"], "first": ["a", "b", "b", "d"]})
    made = pg.read_corpus(FLOOD).timeline("killed", place="Leeds", duplicates=found)
    assert rows(made, "articles") == [(1,), (1,), (1,)]
    assert made.left_out == {"copy of another article": 1}


def test_a_written_corpus_gives_the_same_as_one_in_memory(tmp_path):
    written = pg.read_corpus(FLOOD, out=tmp_path / "read")
    kept = pg.read_corpus(FLOOD)
    for by in ("day", "source"):
        assert written.timeline("killed", by=by).table == kept.timeline("killed", by=by).table


def test_nothing_that_fits_is_an_empty_timeline():
    made = pg.read_corpus(FLOOD).timeline("injured")
    assert len(made) == made.reports.num_rows == 0
    assert repr(made) == "<Timeline of injured, by day: 0 rows of 0 reports>"


def test_days_that_one_id_has_twice_are_refused():
    twice = [{**FLOOD[0]}, {**FLOOD[1], "id": "a"}]
    with pytest.raises(pg.DomainError, match="id 'a' is that of articles of 2024-03-01 and of 2024-03-02"):
        pg.read_corpus(twice).timeline("killed")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"kind": "kiled"}, "there is no kind 'kiled'; kinds are killed, injured"),
        ({"by": "week"}, r"by is \('week',\), expected some of day, source, place, group, each once"),
        ({"by": []}, r"by is \(\)"),
        ({"by": ["day", "day"]}, r"by is \('day', 'day'\)"),
        ({"status": "asserted"}, "status is 'asserted', expected a list of some of asserted, planned"),
        ({"status": ["sure"]}, r"status is \['sure'\]"),
    ],
)
def test_wrong_wishes_are_refused_with_what_there_is(wrong, told):
    with pytest.raises(pg.DomainError, match=told):
        pg.read_corpus(FLOOD).timeline(**{"kind": "killed", **wrong})


def test_rows_go_to_pandas_to_arrow_and_to_a_notebook():
    made = pg.read_corpus(FLOOD).timeline("killed", place="Leeds")
    assert pa.table(made) == made.to_arrow()
    assert list(made.to_pandas()["day"]) == [day(1), day(2), day(4)]
    assert "[12, 15]" in made._repr_html_()
    assert "killed in Leeds, by day" in made._repr_html_()
