from __future__ import annotations

import datetime as dt
import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given

import pressgauge as pg
from pressgauge.figures import Counts, Figure, Figures, extract
from samples import ARTICLES, MARCH
from strategies import news


@given(news)
def test_extract_gives_the_figures_of_read(text):
    assert extract(text, published="2024-05-14") == pg.read(text, published="2024-05-14").figures


@pytest.mark.parametrize("text", ARTICLES)
def test_extract_gives_the_figures_of_read_for_articles(text):
    for published in (None, "2024-05-14", dt.date(2024, 5, 14)):
        assert extract(text, published=published) == pg.read(text, published=published).figures


def test_extract_reads_bytes_as_their_text():
    text = "“Some 30 people” were killed — 12 in Zvečan."
    assert extract(text.encode()) == extract(text)
    assert [text[f.start : f.end] for f in extract(text)] == [f.text for f in extract(text)]


def test_extract_takes_the_rules_of_a_gauge():
    gauge = pg.Gauge(
        kinds="#pressgauge-rules 1\nkind.vaccinated\tvaccinated\tdefine\tpersons event\nv.v\tvaccinated\tdone_to\tvaccinate\n"
    )
    assert [f.kind for f in extract("Some 30 people were vaccinated.", gauge=gauge)] == ["vaccinated"]
    with pytest.raises(pg.DomainError, match="more than the limit of 10"):
        extract("x" * 11, gauge=pg.Gauge(max_bytes=10))


def test_extract_says_what_is_wrong():
    with pytest.raises(pg.ParseError, match="byte 0xff at offset 2"):
        extract(b"ab\xff")
    with pytest.raises(pg.ParseError, match=r"lone surrogate U\+D800"):
        extract("ab\ud800")
    with pytest.raises(pg.DomainError, match="got '14 May'"):
        extract("x", published="14 May")
    with pytest.raises(TypeError, match="not int"):
        extract(12)  # type: ignore[arg-type]


def test_a_text_without_figures_gives_none():
    assert len(extract("")) == 0
    assert extract("") == pg.read("").figures


def test_figures_made_one_by_one_are_those_made_at_once():
    figures = pg.read(MARCH).figures
    alone = [extract(MARCH)[i] for i in range(len(figures))]
    assert alone == list(figures)
    assert figures[-1] == figures[len(figures) - 1]
    assert figures[::-1] == tuple(reversed(figures))
    assert figures[1:3] == tuple(figures)[1:3]
    with pytest.raises(IndexError):
        figures[len(figures)]
    with pytest.raises(IndexError):
        figures[-len(figures) - 1]
    with pytest.raises(TypeError):
        figures["x"]  # type: ignore[call-overload]


def test_a_figure_is_made_once():
    figures = extract(MARCH)
    assert figures[0] is figures[0]
    assert figures[0] is next(iter(figures))


def test_figures_outlive_what_they_were_read_from():
    figures = pg.read(MARCH).figures
    counts = pg.read(MARCH).counts
    assert [f.text for f in figures] == [f.text for f in pg.read(MARCH).figures]
    assert counts == pg.read(MARCH).counts


def test_figures_equal_figures_alone():
    reading = pg.read(MARCH)
    made = Figures(tuple(reading.figures))
    assert reading.figures == made
    assert hash(reading.figures) == hash(made)
    assert reading.figures != tuple(reading.figures)
    assert reading.figures != extract(ARTICLES[1])
    assert Counts(()) != Figures(())
    assert str(reading.figures) == str(made)
    assert repr(reading.figures) == f"<{len(made)} figures>"
    assert all(isinstance(f, Figure) for f in reading.figures)
    assert made[0] in reading.figures
    assert reading.figures.index(made[1]) == 1


def test_figures_and_counts_pickle():
    reading = pg.read(MARCH)
    assert pickle.loads(pickle.dumps(reading.figures)) == reading.figures
    assert pickle.loads(pickle.dumps(reading.counts)) == reading.counts
    assert pickle.loads(pickle.dumps(extract(MARCH))) == extract(MARCH)


def test_eight_threads_may_extract_and_look():
    gauge = pg.Gauge()
    alone = [tuple(gauge.read(text).figures) for text in ARTICLES]
    shared = [extract(text, gauge=gauge) for text in ARTICLES]
    with ThreadPoolExecutor(8) as pool:
        together = pool.map(lambda text: tuple(extract(text, gauge=gauge)), [*ARTICLES] * 20)
        assert list(together) == alone * 20
        assert list(pool.map(tuple, shared * 20)) == alone * 20


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ten people were killed in the flood in Corvane.", "Corvane"),
        ("At least 9 people were injured in clashes in Belgrade on Monday.", "Belgrade"),
        ("Ten people were killed in a fire near Leeds.", "Leeds"),
        ("Police arrested 12 people at protests outside Parliament.", "Parliament"),
        ("Ten people were killed in northern Kosovo.", "northern Kosovo"),
        ("Ten people were killed in the city of Leeds.", "city of Leeds"),
    ],
)
def test_the_last_preposition_before_a_name_leads_to_the_place(text, place):
    assert extract(text)[0].place == place
