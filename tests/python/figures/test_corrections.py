from __future__ import annotations

import datetime as dt
import json
import math

import numpy as np
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
    reading = pg.read(MARCH)
    with pytest.raises(TypeError, match="reason"):
        reading.reject(0, by="AB")
    for edit in (reading.reject, lambda *number, **said: reading.revise(*number, value=1, **said)):
        with pytest.raises(pg.DomainError, match="by is ' ': a correction says who made it and why"):
            edit(0, by=" ", reason="x")
        with pytest.raises(pg.DomainError, match="reason is ''"):
            edit(0, by="AB", reason="")
        with pytest.raises(TypeError, match="by must be a string, not 7"):
            edit(0, by=7, reason="x")
        with pytest.raises(TypeError, match=r"number must be a whole number, as figure.number, not '1'"):
            edit("1", by="AB", reason="x")


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({}, pg.DomainError, "nothing is revised: give a field with its new value"),
        (
            {"low": 3},
            pg.DomainError,
            r"no field 'low' that can be revised: give interval=\(low, high\); fields are kind, ",
        ),
        ({"rule": "x"}, pg.DomainError, "no field 'rule' that can be revised"),
        ({"value": -3}, pg.DomainError, "value must be a finite number of at least 0, not -3"),
        ({"value": math.nan}, pg.DomainError, "value must be a finite number of at least 0, not nan"),
        ({"value": math.inf}, pg.DomainError, "value must be a finite number of at least 0, not inf"),
        ({"value": None}, pg.DomainError, "a bound of 'exact' needs a value"),
        (
            {"bound": "range"},
            pg.DomainError,
            r"a bound of 'range' states no value: give interval=\(low, high\)",
        ),
        ({"bound": "vague"}, pg.DomainError, "a bound of 'vague' states no value"),
        ({"interval": (5, 3)}, pg.DomainError, "an interval needs low <= high"),
        ({"date": "Monday"}, pg.DomainError, "date must be a day as 2023-05-30, not 'Monday'"),
        (
            {"start": 63, "end": 9999},
            pg.DomainError,
            "start 63 and end 9999 are no place in a text of 318 characters",
        ),
        (
            {"start": 5},
            pg.DomainError,
            "from 5 to 64 the figure would not stand behind figure 0, which is at 0 to 11",
        ),
        (
            {"end": 90},
            pg.DomainError,
            "from 62 to 90 the figure would not stand before figure 2, which is at ",
        ),
        ({"value": "14"}, TypeError, "value must be a number or None, not '14'"),
        ({"value": True}, TypeError, "value must be a number or None, not True"),
        ({"interval": 3}, TypeError, r"interval must be an Interval or \(low, high\), not 3"),
        ({"interval": ("a", "b")}, TypeError, r"interval must be an Interval or \(low, high\)"),
        ({"unit": None}, TypeError, "unit must be a string, not None"),
        ({"group": 4}, TypeError, "group must be a string or None, not 4"),
        ({"subset": "yes"}, TypeError, "subset must be True or False, not 'yes'"),
        ({"start": 0.5}, TypeError, "start must be a whole number, not 0.5"),
        ({"date": 3}, TypeError, "date must be a DateSpan, a day or None, not 3"),
    ],
)
def test_a_value_that_a_field_cannot_have(changes, error, message):
    with pytest.raises(error, match=message):
        pg.read(MARCH).revise(1, by="AB", reason="x", **changes)


def test_what_a_person_said_has_no_evidence_and_no_rule():
    before = pg.read(MARCH, published="2024-05-14").figures[1]
    after = (
        pg.read(MARCH, published="2024-05-14")
        .revise(1, kind="arrested", group="men", by="AB", reason="x")
        .figures[1]
    )
    assert {"kind", "group", "date"} <= set(before.evidence)
    assert set(after.evidence) == set(before.evidence) - {"kind", "group"}
    assert (before.rule, after.rule) == ("injured.injure.passive", "revised")


def test_a_correction_takes_what_is_at_hand():
    reading = pg.read(MARCH).revise(1, date=dt.date(2024, 5, 13), by="AB", reason="the paper's own day")
    assert reading.figures[1].date == pg.figures.DateSpan(
        dt.date(2024, 5, 13), dt.date(2024, 5, 13), "2024-05-13"
    )
    assert (
        reading.revise(1, date="2024-05-13", by="AB", reason="x").figures[1].date == reading.figures[1].date
    )
    assert reading.revise(1, date=None, by="AB", reason="x").figures[1].date is None
    ranged = reading.revise(1, bound="range", interval=(12, 16), by="AB", reason="two reports")
    assert (ranged.figures[1].value, ranged.figures[1].interval) == (None, pg.Interval(12, 16))
    assert ranged.edits[-1].fields == ("bound", "interval", "value")
    assert (
        reading.revise(1, status=pg.figures.Status.denied, by="AB", reason="x").figures[1].status == "denied"
    )
    assert reading.revise(1, value=np.float32(15), by="AB", reason="x").figures[1].value == 15


def test_a_place_that_is_moved_has_its_words():
    reading = pg.read(MARCH)
    end = reading.text.index(" protesters") + len(" protesters")
    moved = reading.revise(1, end=end, by="AB", reason="the noun belongs to it")
    assert (
        moved.figures[1].text
        == "14 protesters"
        == reading.text[moved.figures[1].start : moved.figures[1].end]
    )
    assert moved.figures[1].sentence == reading.figures[1].sentence
    assert moved.edits[0].fields == ("end",)
    assert pg.Reading.from_dict(moved.to_dict()).figures == moved.figures


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda d: d | {"schema_version": 99}, "schema_version is 99, this pressgauge reads version 1"),
        (lambda d: {k: v for k, v in d.items() if k != "counts"}, "a reading's data lacks 'counts'"),
        (lambda d: d | {"text": "Another text."}, "the text is not the one that was read"),
        (lambda d: d | {"figures": [{}]}, "a part of the reading lacks the field"),
        (
            lambda d: d | {"figures": [d["figures"][0] | {"value": "14"}]},
            "the field 'value' of a part of the reading can't be '14'",
        ),
        (
            lambda d: d | {"figures": [d["figures"][0] | {"date": "Monday"}]},
            "the field 'date' of a part of the reading can't be 'Monday'",
        ),
    ],
)
def test_data_that_is_no_reading_is_refused(spoil, message):
    with pytest.raises(pg.DomainError, match=message):
        pg.Reading.from_dict(spoil(pg.read(MARCH).to_dict()))
