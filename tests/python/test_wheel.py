"""What must work wherever the wheel is installed: with numpy and pytest alone, no compiler, no other package."""

from __future__ import annotations

import json
import math
import pickle
from importlib import metadata, resources

import numpy as np
import pytest

import pressgauge as pg

TEXT = "At least 50 protesters and 30 peacekeepers were injured on Monday. Turnout was less than 3.5%."


def test_version():
    assert pg.__version__ == metadata.version("pressgauge")


def test_figures():
    reading = pg.read(TEXT, published="2023-05-30")
    assert [(f.text, f.kind, f.group) for f in reading.figures[:2]] == [
        ("At least 50", "injured", "protesters"),
        ("30", "injured", "peacekeepers"),
    ]
    assert str(reading.figures[2].interval) == "[0, 3.5)"
    assert all(TEXT[f.start : f.end] == f.text for f in reading.figures)


def test_statistics_keep_bounds():
    ratio = next(s for s in pg.read(TEXT).statistics if s.name == "injured_ratio")
    assert ratio.identified.low == pytest.approx(50 / 30)
    assert ratio.identified.high == math.inf


def test_sentiment_adds_up():
    sentiment = pg.read(TEXT).sentiment
    assert sum(c.added for c in sentiment.contributions) == pytest.approx(sentiment.raw, abs=1e-12)


def test_json_round_trip():
    reading = pg.read(TEXT)
    assert pg.Reading.from_dict(json.loads(reading.to_json())).to_dict() == reading.to_dict()


def test_rules_are_compiled_in():
    assert len(pg.Gauge().kinds) > 10
    assert len(pg.Gauge().rules_version) == 64


def test_own_rules():
    kinds = "#pressgauge-rules 1\nkind.x\tvaccinated\tdefine\tpersons event\nx.1\tvaccinated\tdone_to\tvaccinate\n"
    figures = pg.Gauge(kinds=kinds).read("They vaccinated 300 children.").figures
    assert [(f.kind, f.value) for f in figures] == [("vaccinated", 300)]


def test_statistics_of_arrays():
    estimate = pg.stats.turnout(np.array([50.0, 30.0]), np.array([100.0, 40.0]))
    np.testing.assert_array_equal(estimate.estimate, [0.5, 0.75])


def test_errors():
    with pytest.raises(pg.ParseError, match="offset 3") as caught:
        pg.read(b"abc\xff")
    assert caught.value.offset == 3
    with pytest.raises(ValueError, match="published"):
        pg.read("A text.", published="yesterday")


def test_pickling():
    reading = pg.read(TEXT)
    assert pickle.loads(pickle.dumps(reading)).to_dict() == reading.to_dict()


def test_types_are_shipped():
    package = resources.files("pressgauge")
    assert (package / "py.typed").is_file()
    assert (package / "_core" / "__init__.pyi").is_file()
