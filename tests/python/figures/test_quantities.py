from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge.figures import Bound
from reference import number_words as reference
from strategies import news

quantities = pg.figures.quantities

LARGEST = 10**12
numbers = st.one_of(
    st.integers(0, 200),
    st.integers(0, LARGEST),
    st.integers(1, 999).flatmap(lambda n: st.sampled_from([n * 10**k for k in (3, 6, 9)])),
)
whole = st.integers(0, LARGEST)
DIGITS = "0123456789"
ARABIC = str.maketrans(DIGITS, "٠١٢٣٤٥٦٧٨٩")
FULL_WIDTH = str.maketrans(DIGITS + ",", "０１２３４５６７８９，")
SEPARATORS = [",", "\u00a0", "\u2009", "\u202f", "'", ",\u00ad", "\u200b,"]


def values(text: str) -> list[float | None]:
    return [q.value for q in quantities(text)]


@given(news)
def test_each_quantity_points_to_its_words(text):
    found = quantities(text)
    for q in found:
        assert text[q.start : q.end] == q.text
        assert q.text.strip()
        assert q.low <= q.high
        assert (q.value is None) == (q.bound in (Bound.range, Bound.vague))
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(numbers, st.booleans(), st.booleans())
def test_words_read_as_the_reference_reads_them(number, conjunction, hyphen):
    words = reference.words_of(number, conjunction=conjunction, hyphen=hyphen)
    assert reference.number_of(words) == number
    assert values(f"There were {words} of them.") == [number]


@given(whole, st.sampled_from(SEPARATORS))
def test_digits_with_any_separator_read_the_same(number, separator):
    assert values(f"There were {number:,} of them.".replace(",", separator)) == [number]


@given(whole, st.sampled_from([ARABIC, FULL_WIDTH]))
def test_digits_of_other_scripts_read_the_same(number, script):
    assert values(f"There were {str(number).translate(script)} of them.") == [number]


@given(st.integers(0, 10**6), st.integers(1, 99))
def test_decimals_read_exactly(number, hundredths):
    assert values(f"It was {number:,}.{hundredths:02}, they said.") == [float(f"{number}.{hundredths:02}")]


@given(st.integers(1, 999), st.sampled_from(["thousand", "million", "billion", "trillion"]))
def test_scale_words_multiply(number, scale):
    expected = number * reference.SCALES[scale]
    for text in (f"{number} {scale}", f"{number}-{scale}", reference.words_of(number) + f" {scale}"):
        assert values(text) == [expected]


@given(st.integers(1, 9), st.integers(2, 9))
def test_parts_of_a_whole_are_their_number(count, whole_number):
    parts = {
        2: "halves",
        3: "thirds",
        4: "quarters",
        5: "fifths",
        6: "sixths",
        7: "sevenths",
        8: "eighths",
        9: "ninths",
    }
    if count > 1:
        assert values(f"{reference.words_of(count)} {parts[whole_number]} of it") == [count / whole_number]


@given(st.integers(0, 500), st.integers(1, 500), st.sampled_from([" to ", "-", "–", " or ", " - "]))
def test_ranges_in_all_spellings(low, width, joint):
    (q,) = quantities(f"There were {low}{joint}{low + width} of them.")
    assert (q.bound, q.low, q.high) == (Bound.range, low, low + width)
    (q,) = quantities(f"There were between {low} and {low + width} of them.")
    assert (q.bound, q.low, q.high) == (Bound.range, low, low + width)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("in 2003", "", 2003),
        ("a 34-year-old man", "year", 34),
        ("42km away", "kilometre", 42),
        ("for 90 minutes", "minute", 90),
        ("5 °C", "degree celsius", 5),
        ("5 per cent", "percent", 5),
        ("two percentage points", "points", 2),
        ("£3.2bn", "GBP", 3.2e9),
        ("about a third of them", "", 1 / 3),
    ],
)
def test_every_number_has_its_unit(text, unit, value):
    (q,) = quantities(text)
    assert (q.unit, q.value) == (unit, value)


def test_a_part_is_a_number_here_and_percent_in_figures():
    text = "Two thirds of the voters backed it."
    assert values(text) == [2 / 3]
    (figure,) = pg.read(text).figures
    assert (figure.value, figure.unit) == (pytest.approx(200 / 3), "percent")


def test_bytes_have_their_words_too():
    (q,) = quantities("Zürich: 12 dead".encode())
    assert q.text == "12"
