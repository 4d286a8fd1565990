from __future__ import annotations

import json
import math

import pytest

import pressgauge as pg
from pressgauge.articles import Edit
from samples import MARCH, QUAKE


def test_a_revised_kind_is_logged_and_counts_follow():
    reading = pg.read(MARCH)
    revised = reading.revise(1, kind="arrested", by="AB", reason="led away, not hurt")
    assert reading.figures[1].kind == "injured"
    assert revised.figures[1].kind == "arrested"
    assert revised.edits == (Edit(1, "revise", ("kind",), "AB", "led away, not hurt"),)
    assert (len(reading.counts.of("injured")), len(revised.counts.of("injured"))) == (2, 1)
    assert "injured_ratio" in {statistic.name for statistic in reading.statistics}
    assert "injured_ratio" not in {statistic.name for statistic in revised.statistics}


def test_a_revised_value_implies_its_interval():
    revised = pg.read(QUAKE).revise(0, value=130, by="AB", reason="misprint")
    assert revised.figures[0].interval == pg.Interval(130, math.inf, high_open=True)
    exact = revised.revise(0, bound="exact", by="AB", reason="checked")
    assert exact.figures[0].interval == pg.Interval(130, 130)
    assert [edit.fields for edit in exact.edits] == [("value",), ("bound",)]


def test_an_interval_given_is_kept():
    given = pg.Interval(100, 140)
    revised = pg.read(QUAKE).revise(
        0, bound="range", value=None, interval=given, by="AB", reason="two reports"
    )
    assert revised.figures[0].interval == given


def test_a_rejected_figure_is_gone_and_others_keep_their_numbers():
    reading = pg.read(MARCH)
    rejected = reading.reject(0, by="AB", reason="another march")
    assert [f.number for f in rejected.figures] == [1, 2, 3]
    assert rejected.edits[0].action == "reject"
    assert all(0 not in count.mentions for count in rejected.counts)


def test_edits_are_exported_and_reloaded():
    edited = pg.read(MARCH).revise(1, kind="injured", by="AB", reason="x").reject(3, by="CD", reason="y")
    again = pg.Reading.from_dict(json.loads(edited.to_json()))
    assert again.edits == edited.edits
    assert again.figures == edited.figures
    assert again.statistics == edited.statistics
    assert again.to_dict() == edited.to_dict()
    assert again.reject(2, by="EF", reason="z").edits[:2] == edited.edits


@pytest.mark.parametrize(
    "edit", [lambda r: r.reject(9, by="AB", reason="x"), lambda r: r.revise(9, value=1, by="AB", reason="x")]
)
def test_a_figure_that_is_not_there_cannot_be_edited(edit):
    with pytest.raises(pg.DomainError, match="no figure has the number 9; the reading has 4 figures"):
        edit(pg.read(MARCH))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"colour": "red"}, "a figure has no field 'colour' that can be revised"),
        ({"text": "7"}, "a figure has no field 'text' that can be revised"),
        ({"kind": "dancing"}, "no kind is named 'dancing'; kinds are killed, injured"),
        ({"bound": "roundish"}, "a bound is one of exact, .* not 'roundish'"),
        ({"status": "perhaps"}, "a status is one of asserted, .* not 'perhaps'"),
    ],
)
def test_an_impossible_revision_says_what_is_wrong(changes, message):
    with pytest.raises(pg.DomainError, match=message):
        pg.read(MARCH).revise(0, by="AB", reason="x", **changes)


def test_who_and_why_must_be_said():
    with pytest.raises(TypeError, match="reason"):
        pg.read(MARCH).reject(0, by="AB")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda d: d | {"schema_version": 99}, "schema_version is 99, this pressgauge reads version 1"),
        (lambda d: {k: v for k, v in d.items() if k != "counts"}, "a reading's data lacks 'counts'"),
        (lambda d: d | {"text": "Another text."}, "the text is not the one that was read"),
        (lambda d: d | {"figures": [{}]}, "a part of the reading lacks the field"),
    ],
)
def test_data_that_is_no_reading_is_refused(spoil, message):
    with pytest.raises(pg.DomainError, match=message):
        pg.Reading.from_dict(spoil(pg.read(MARCH).to_dict()))
