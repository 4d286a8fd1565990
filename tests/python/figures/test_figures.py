from __future__ import annotations

import itertools
import math
import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge.figures import Bound
from samples import ARTICLES, MARCH
from strategies import news


def said(reading: pg.Reading) -> list[tuple[object, ...]]:
    return [(f.kind, f.bound, f.value, f.interval, f.unit) for f in reading.figures]


@given(news)
def test_each_figure_points_to_its_words(text):
    figures = pg.read(text).figures
    for figure in figures:
        assert text[figure.start : figure.end] == figure.text
        assert figure.text.strip()
        for span in figure.evidence.values():
            assert 0 <= span.start <= span.end <= len(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(figures))
    assert [f.number for f in figures] == list(range(len(figures)))


@given(news)
def test_each_figure_names_its_kind_rule_and_sentence(text):
    reading = pg.read(text)
    for figure in reading.figures:
        sentence = reading.document.sentences[figure.sentence]
        assert sentence.start <= figure.start
        assert figure.end <= sentence.end
        assert figure.kind in reading.gauge.kinds
        assert figure.rule


@given(news)
def test_the_interval_agrees_with_value_and_bound(text):
    for figure in pg.read(text).figures:
        low, high = figure.interval
        value = figure.value
        assert low <= high
        match figure.bound:
            case Bound.exact:
                assert figure.interval == pg.Interval(value, value)
            case Bound.at_least:
                assert (low, high) == (value, math.inf)
                assert value in figure.interval
            case Bound.more_than:
                assert (low, high) == (value, math.inf)
                assert value not in figure.interval
            case Bound.at_most:
                assert (low, high) == (0, value)
                assert value in figure.interval
            case Bound.less_than:
                assert (low, high) == (0, value)
                # Fewer than none is none.
                assert value not in figure.interval or value == 0
            case Bound.about:
                assert value is None or low <= value <= high
            case _:
                assert value is None


@given(news)
def test_reading_twice_gives_the_same(text):
    assert pg.read(text).to_dict() == pg.read(text).to_dict()


@given(news)
def test_bytes_read_as_their_text(text):
    assert pg.read(text.encode()).to_dict() == pg.read(text).to_dict()


@given(news)
def test_what_is_written_is_read_back(text):
    reading = pg.read(text, title="A title", published="2024-05-14")
    again = pg.Reading.from_dict(reading.to_dict())
    assert again.to_dict() == reading.to_dict()
    assert again.figures == reading.figures
    assert again.counts == reading.counts


@given(st.lists(st.sampled_from(ARTICLES), min_size=1, max_size=3).map("".join))
def test_straight_quotes_change_no_figure(text):
    straight = text.replace("“", '"').replace("”", '"').replace("’", "'")
    assert said(pg.read(straight)) == said(pg.read(text))


@pytest.mark.parametrize("sign", ["%", " %", " percent", " per cent", "\N{NO-BREAK SPACE}%", "-percent"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Turnout was less than 3.5{} in the north.",
        "The party won 38{} of the vote.",
        "Some 12{} of shops opened.",
    ],
)
def test_however_percent_is_written_it_is_the_same_figure(sentence, sign):
    (figure,) = pg.read(sentence.format(sign)).figures
    (usual,) = pg.read(sentence.format(" percent")).figures
    assert (figure.kind, figure.bound, figure.interval, figure.unit) == (
        usual.kind,
        usual.bound,
        usual.interval,
        "percent",
    )


@pytest.mark.parametrize(
    ("words", "bound", "low", "high"),
    [
        ("50", Bound.exact, 50, 50),
        ("at least 50", Bound.at_least, 50, math.inf),
        ("more than 50", Bound.more_than, 50, math.inf),
        ("up to 50", Bound.at_most, 0, 50),
        ("fewer than 50", Bound.less_than, 0, 50),
        ("about 50", Bound.about, 45, 55),
        ("between 50 and 60", Bound.range, 50, 60),
        ("50 to 60", Bound.range, 50, 60),
        ("several", Bound.vague, 3, 9),
        ("dozens of", Bound.vague, 24, 99),
        ("fifty", Bound.exact, 50, 50),
        ("1.5 million", Bound.exact, 1_500_000, 1_500_000),
        ("50,000", Bound.exact, 50_000, 50_000),
    ],
)
def test_the_wording_bounds_the_number(words, bound, low, high):
    (figure,) = pg.read(f"The ministry said that {words} people were killed.").figures
    assert (figure.kind, figure.bound, figure.low, figure.high) == ("killed", bound, low, high)


def test_a_number_that_counts_nothing_is_left_alone_with_the_reason():
    reading = pg.read(
        "On May 26, 2023 the 5-year-old bridge, 300 metres long, was closed at 10 p.m. for two days."
    )
    assert not reading.figures
    assert {each.reason for each in reading.left_alone} >= {"duration", "measure", "time of day"}
    for each in reading.left_alone:
        assert re.search(r"\w", reading.text[each.start : each.end])


def test_figures_are_a_sequence():
    figures = pg.read(MARCH).figures
    assert len(figures) == 4
    assert figures[-1] is list(figures)[-1]
    assert figures[:2] == tuple(figures)[:2]
    assert [f.value for f in figures.of("injured")] == [14, 3]
    assert repr(figures) == "<4 figures>"


def test_figures_and_readings_are_immutable():
    reading = pg.read(MARCH)
    with pytest.raises(AttributeError):
        reading.figures[0].value = 3
    with pytest.raises(AttributeError):
        reading.figures = ()
    with pytest.raises(TypeError):
        reading.figures[0] = None


def test_relative_dates_need_the_day_of_the_article():
    dated = pg.read(MARCH, published="2024-05-14").figures[0]
    assert str(dated.date) == "2024-05-13"
    undated = pg.read(MARCH)
    assert undated.figures[0].date is None or undated.figures[0].date.first is None
    assert "dates_unresolved" in {warning.code for warning in undated.warnings}


def test_the_title_holds_no_figures():
    reading = pg.read("The march ended.", title="40 hurt in march")
    assert not reading.figures
    assert reading.title == "40 hurt in march"


EXAMPLES = sorted((Path(__file__).parents[3] / "examples" / "articles").glob("*.txt"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_a_text_reads_the_same_wherever_its_lines_end(path):
    def told(text):
        reading = pg.read(text, published="2024-05-15")
        fields = [
            (f.text.split(), f.kind, f.interval, f.group, f.actor, f.source, f.place, f.status)
            for f in reading.figures
        ]
        return fields, list(map(str, reading.counts))

    text = path.read_text(encoding="utf-8")
    paragraphs = [each if "\n" in each else textwrap.fill(each, 72) for each in text.split("\n\n")]
    assert told("\n\n".join(paragraphs)) == told(text)
