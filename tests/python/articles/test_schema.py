"""Holds docs/schema.md and the code together: every key and column is in its section, and nothing else is."""

from __future__ import annotations

import re
from typing import Any

import pytest

import pressgauge as pg
from articles.samples import ROOT, clashes
from pressgauge import _columns
from pressgauge.articles import SCHEMA_VERSION
from pressgauge.sentiment import Label

PAGE = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### ([A-Z][a-z ]+).*?\n(.*?)(?=^##|\Z)", PAGE, re.DOTALL | re.MULTILINE))
NESTED = {"figures": "Figure", "left_alone": "Left alone", "counts": "Count", "statistics": "Statistic"}
NESTED |= {"warnings": "Warning", "edits": "Edit"}


def keys(section: str) -> set[str]:
    """Return what the first column of a section's table names."""
    rows = re.findall(r"^\| (`.*?) \|", SECTIONS[section], re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    reading = clashes().revise(1, value=53.0, by="AB", reason="checked")
    unresolved = pg.read("The blast killed 5 people on Monday.").to_dict()["warnings"]
    return {**reading.to_dict(), "warnings": unresolved}


def test_page_names_the_version() -> None:
    assert f"Schema version {SCHEMA_VERSION}." in PAGE
    assert f"| `schema_version` | whole | {SCHEMA_VERSION} |" in PAGE


def test_reading_has_the_keys_of_the_page(data) -> None:
    assert keys("Reading") == set(data) | {"file"}


@pytest.mark.parametrize(("part", "section"), NESTED.items())
def test_parts_have_the_keys_of_the_page(data, part: str, section: str) -> None:
    assert data[part]
    assert all(set(each) == keys(section) for each in data[part])


def test_intervals_and_dates_have_the_keys_of_the_page(data) -> None:
    assert set(data["figures"][0]["interval"]) == keys("Interval")
    dates = [f["date"] for f in data["figures"] if f["date"] is not None]
    assert dates
    assert set(dates[0]) == keys("Date")


def test_sentiment_has_the_keys_of_the_page(data) -> None:
    assert set(data["sentiment"]) == keys("Sentiment")
    for name in ("sentences", "contributions", "speakers", "excluded"):
        (row,) = re.findall(rf"^\| `{name}` .*", SECTIONS["Sentiment"], re.MULTILINE)
        assert set(data["sentiment"][name][0]) == set(re.findall(r"`(\w+)`", row)) - {name}


@pytest.mark.parametrize("name", ["Figures", "Counts", "Statistics"])
def test_tables_have_the_columns_of_the_page(name: str) -> None:
    columns = getattr(_columns, f"{name[:-1].upper()}_COLUMNS")
    rows = re.findall(r"^\| (`.*?) \| (.*?) \|", SECTIONS[name], re.MULTILINE)
    named = [(column, kind) for row, kind in rows for column in re.findall(r"`(\w+)`", row)]
    assert [column for column, _ in named] == [column.name for column in columns]
    assert [kind.endswith("or null") for _, kind in named] == [column.nullable for column in columns]


def test_words_of_the_page_are_those_of_the_code() -> None:
    enums = {
        "Figure": {"bound": pg.figures.Bound, "status": pg.figures.Status},
        "Sentiment": {"label": Label},
    }
    for section, named in enums.items():
        for name, enum in named.items():
            (row,) = re.findall(rf"^\| `{name}` (.*)", SECTIONS[section], re.MULTILINE)
            assert set(re.findall(r"`(\w+)`", row)) == set(enum)
