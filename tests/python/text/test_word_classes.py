from __future__ import annotations

import pytest
from hypothesis import given

import pressgauge as pg
from pressgauge.text import word_classes
from strategies import news

TAGS = (
    "CC CD DT EX IN JJ JJR JJS MD NN NNP NNPS NNS POS PRP PRP$ PUNCT RB RP SYM TO VB VBD VBG VBN VBP VBZ WH X"
)


def tags(text: str) -> list[str]:
    return [token.word_class for token in word_classes(text)]


@given(news)
def test_each_token_of_the_document_has_a_class(text):
    found = word_classes(text)
    tokens = pg.articles.default_gauge().document(text).tokens
    assert [(token.start, token.end) for token in found] == [(token.start, token.end) for token in tokens]
    assert {token.word_class for token in found} <= set(TAGS.split())


def test_offsets_are_code_points():
    text = "Zvečan’s 30 “peacekeepers” were there."
    words = {text[token.start : token.end]: token.word_class for token in word_classes(text)}
    assert words["’s"] == "POS"
    assert words["peacekeepers"] == "NNS"
    assert words["were"] == "VBD"


def test_bytes_are_read_as_utf_8():
    assert word_classes(b"Two men.") == word_classes("Two men.")
    with pytest.raises(pg.ParseError):
        word_classes(b"\xff")


def test_a_verb_and_a_noun_of_one_form():
    assert tags("They plan to protest.")[3] == "VB"
    assert tags("They joined the protest.")[3] == "NN"


def test_no_text_has_no_tokens():
    assert word_classes("") == ()
