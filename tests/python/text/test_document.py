from __future__ import annotations

import itertools

import pytest
from hypothesis import given

import pressgauge as pg
from pressgauge.articles import default_gauge
from strategies import news

ARTICLE = (
    "OSLO, May 30 — Thirty soldiers were hurt in Zvečan. “We are staying,” Mr. Stoltenberg said.\n"
    "Source: Reuters.\n\n"
    "Anna White is a journalist at 247 News Reel, where she writes on world news.\n"
)


@given(news)
def test_parts_lie_in_the_text_in_order_and_apart(text):
    document = default_gauge().document(text)
    assert document.text == text
    for parts in (document.tokens, document.sentences, document.sections, document.quotes):
        ends = [(part.start, part.end) for part in parts]
        assert ends == sorted(ends)
        assert all(0 <= start < end <= len(text) for start, end in ends)
    for parts in (document.tokens, document.sentences, document.sections):
        assert all(a.end <= b.start for a, b in itertools.pairwise(parts))


@given(news)
def test_each_sentence_lies_in_its_section(text):
    document = default_gauge().document(text)
    for sentence in document.sentences:
        section = document.sections[sentence.section]
        assert section.start <= sentence.start
        assert sentence.end <= section.end


def test_sections_say_what_they_are_and_why():
    document = pg.read(ARTICLE).document
    kinds = [section.kind for section in document.sections]
    assert {"body", "credit", "biography"} <= set(kinds)
    assert all(section.reason for section in document.sections if section.kind in {"credit", "biography"})
    assert all(section.rule for section in document.sections if section.kind in {"credit", "biography"})


def test_a_quote_has_its_speaker_and_its_marks():
    (quote,) = pg.read(ARTICLE).document.quotes
    assert ARTICLE[quote.start : quote.end] == "“We are staying,”"
    assert quote.speaker is not None
    assert "Stoltenberg" in quote.speaker


def test_a_title_of_a_person_ends_no_sentence():
    document = pg.read("Mr. Smith met Dr. Jones on Jan. 5. They spoke for an hour.").document
    assert len(document.sentences) == 2


def test_forms_are_plain():
    document = default_gauge().document("“Don’t”")
    assert "".join(token.form for token in document.tokens).isascii()


def test_a_document_is_made_by_reading():
    with pytest.raises(TypeError, match="No constructor defined"):
        pg._core.text.Document()
