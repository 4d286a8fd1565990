"""Long texts and many made-up ones: run by make check-full."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import pressgauge as pg
from samples import ARTICLES, QUAKE
from strategies import news

pytestmark = pytest.mark.slow


def test_a_long_text_reads_as_its_parts():
    copies = 2000
    text = (QUAKE + "\n") * copies
    figures = pg.read(text).figures
    once = pg.read(QUAKE + "\n").figures
    assert len(figures) == copies * len(once)
    last = figures[-len(once) :]
    shift = len(text) - len(QUAKE) - 1
    assert [(f.start - shift, f.text, f.kind) for f in last] == [(f.start, f.text, f.kind) for f in once]


def test_a_sentence_without_end_is_read():
    text = "and 12 people were killed " * 20_000
    assert len(pg.read(text).figures) == 20_000


@settings(max_examples=3000)
@given(news)
def test_many_texts_are_read_and_written(text):
    reading = pg.read(ARTICLES[0] + text, published="2024-05-14")
    assert pg.Reading.from_dict(reading.to_dict()).to_dict() == reading.to_dict()
    assert all(reading.text[f.start : f.end] == f.text for f in reading.figures)
