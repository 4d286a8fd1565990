"""What holds of every text: more words, other marks and another reading of the same words change no figure."""

from __future__ import annotations

import itertools

from hypothesis import example, given
from hypothesis import strategies as st

import pressgauge as pg
from articles import golden
from strategies import news

# Sentences that hold no number, no quote and no one who is counted.
QUIET = [
    "The weather was mild.",
    "Nothing else was known at first.",
    "The mayor thanked the helpers and went home.",
    "Shops in the old town stayed open.",
    "It was a long day, said the governor.",
    "The government has called for calm.",
]
NUMBERS = [
    "two",
    "12",
    "forty-one",
    "1,200",
    "at least 30",
    "nearly 300",
    "up to 15",
    "between 20 and 30",
    "dozens of",
]
SENTENCES = [
    "Police said “{} people” were killed in the blast.",
    "The blast killed {} soldiers and wounded {} civilians.",
    "“We saw {} bodies,” said the doctor.",
    "Of the 90 miners, {} were rescued; {} are missing.",
    "The Greens won {} seats and the Liberals {}.",
    "{} protesters marched, and {} of them were arrested.",
    "The union will send {} more troops to the island.",
    "The storm destroyed {} homes and left {} people homeless.",
]
SHARES = [
    "Turnout was {} per cent, down from {} per cent a year ago.",
    "The bloc had {} per cent of the vote, followed by the Accord with {} per cent.",
    "In the poll {} per cent of respondents said that they would stay.",
    "The government won the election with {} per cent of the votes.",
    "With {} per cent of ballots counted, the Greens led with {} per cent.",
]
PERCENTAGES = ["7", "41.2", "more than 60", "about 33", "fewer than 5"]


def _filled(sentences: list[str], numbers: list[str]) -> st.SearchStrategy[str]:
    def fill(sentence: str) -> st.SearchStrategy[str]:
        count = sentence.count("{}")
        return st.tuples(*[st.sampled_from(numbers)] * count).map(
            lambda fillers: _opened(sentence.format(*fillers))
        )

    return st.sampled_from(sentences).flatmap(fill)


def _opened(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


composed = st.lists(_filled(SENTENCES, NUMBERS), min_size=1, max_size=5)
shares = st.lists(_filled(SHARES, PERCENTAGES), min_size=1, max_size=4)
articles = st.sampled_from(
    [(golden.ARTICLES / f"{name}.txt").read_text("utf-8") for name in golden.PUBLISHED]
)
paragraphs = st.one_of(composed, shares, articles.map(lambda text: text.strip().split("\n\n")))
texts = st.one_of(news, paragraphs.map("\n\n".join))


def _said(text: str) -> list[tuple[object, ...]]:
    return [(f.kind, f.value, f.bound, f.interval, f.unit) for f in pg.read(text).figures]


@given(texts)
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    figures = pg.read(text).figures
    for figure in figures:
        assert 0 <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
    assert all(a.end <= b.start for a, b in itertools.pairwise(figures))


@given(texts)
def test_evidence_lies_in_the_text_and_holds_words(text: str) -> None:
    for figure in pg.read(text).figures:
        for span in figure.evidence.values():
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip()


@given(texts, st.none() | st.dates())
def test_reading_twice_gives_the_same(text: str, published: object) -> None:
    first, second = pg.read(text, published=published), pg.read(text, published=published)
    assert list(first.figures) == list(second.figures)
    assert list(first.counts) == list(second.counts)
    assert list(first.left_alone) == list(second.left_alone)


@given(paragraphs, st.sampled_from(QUIET), st.data())
def test_a_paragraph_without_numbers_changes_no_figure(
    parts: list[str], quiet: str, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(parts)))
    more = [*parts[:place], quiet, *parts[place:]]
    assert _said("\n\n".join(more)) == _said("\n\n".join(parts))


STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@given(texts.filter(lambda text: '"' not in text and "'" not in text))
@example((golden.ARTICLES / "clashes.txt").read_text("utf-8").replace("'", "’"))
def test_curly_and_straight_quotes_read_alike(text: str) -> None:
    assert _said(text.translate(STRAIGHT)) == _said(text)


@given(shares.map("\n\n".join), st.sampled_from([" percent", "%", " %", " pct"]))
def test_percent_however_it_is_written(text: str, percent: str) -> None:
    assert _said(text.replace(" per cent", percent)) == _said(text)


@given(articles, st.sampled_from([" per cent", "%"]))
def test_percent_however_it_is_written_in_articles(text: str, percent: str) -> None:
    # `In percent` names the unit of no number.
    before = text.replace(" percentage", " share")
    after = "".join(
        (percent + part if before_number else " percent" + part) if i else part
        for i, (part, before_number) in enumerate(_split_at_percent(before))
    )
    assert _said(after) == _said(before)


def _split_at_percent(text: str) -> list[tuple[str, bool]]:
    """Split at ` percent`; tell for each part whether digits stand before it."""
    parts = text.split(" percent")
    return [(part, i > 0 and parts[i - 1][-1:].isdigit()) for i, part in enumerate(parts)]
