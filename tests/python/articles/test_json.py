from __future__ import annotations

import json
import pickle

import pytest

import pressgauge as pg
from articles.samples import SMALL, clashes

TEXTS = ("", SMALL, "😀 “At least 12 people died,” the mayor of Malmö said. 🚒", "Hello")


def no_constant(name: str) -> None:
    raise AssertionError(f"JSON holds {name}")


def readings() -> list[pg.Reading]:
    return [clashes(), *map(pg.read, TEXTS)]


@pytest.mark.parametrize("reading", readings(), ids=repr)
def test_a_reading_comes_back_from_its_data(reading: pg.Reading) -> None:
    data = json.loads(reading.to_json())
    back = pg.Reading.from_dict(data)
    assert back.to_dict() == reading.to_dict() == data
    assert back.figures == reading.figures
    assert back.counts == reading.counts
    assert back.sentiment == reading.sentiment
    assert str(back) == str(reading)


@pytest.mark.parametrize("reading", readings(), ids=repr)
def test_json_holds_no_nan_and_no_infinity(reading: pg.Reading) -> None:
    json.loads(reading.to_json(), parse_constant=no_constant)


def test_unbounded_ends_are_null_in_json_and_infinite_in_memory() -> None:
    reading = pg.read(SMALL)
    first = reading.to_dict()["figures"][0]
    assert first["interval"] == {"low": 50.0, "high": None, "low_open": False, "high_open": True}
    assert pg.Reading.from_dict(reading.to_dict()).figures[0].high == float("inf")


def test_pickled_reading_is_the_same() -> None:
    reading = clashes()
    back = pickle.loads(pickle.dumps(reading))
    assert back.to_dict() == reading.to_dict()
    assert back.published == reading.published


def test_pickled_reading_keeps_its_own_rules() -> None:
    reading = pg.Gauge(lexicon={"calm": 3.0}).read("A calm day.")
    assert pickle.loads(pickle.dumps(reading)).gauge.rules_version == reading.gauge.rules_version


def test_corrections_are_exported() -> None:
    reading = clashes().revise(1, value=53.0, by="AB", reason="checked with the hospital")
    back = pg.Reading.from_dict(json.loads(reading.to_json()))
    assert back.edits == reading.edits
    assert back.edits[0].by == "AB"
    assert back.figures[1].value == 53


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema_version": 0}, "schema_version is 0"),
        ({"text": "another"}, "sha256 differs"),
        ({"figures": None}, "lacks 'figures'"),
    ],
)
def test_data_that_is_no_reading_is_refused(change: dict, message: str) -> None:
    data = {**pg.read(SMALL).to_dict(), **change}
    with pytest.raises(pg.DomainError, match=message):
        pg.Reading.from_dict({k: v for k, v in data.items() if v is not None or k not in change})


def test_a_stored_reading_keeps_the_versions_it_was_made_with() -> None:
    stored = pg.read("Police arrested 30 people.").to_dict() | {"rules_version": "of old"}
    again = pg.Reading.from_dict(stored)
    assert again.to_dict()["rules_version"] == "of old"
    assert again.reject(0, by="AB", reason="test").to_dict()["rules_version"] == "of old"
