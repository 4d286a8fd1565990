from __future__ import annotations

import datetime as dt

import pytest

import pressgauge as pg

FRENCH = "Le président de la République a déclaré que les manifestants étaient nombreux dans les rues de la ville hier soir."


def codes(reading: pg.Reading) -> set[str]:
    return {warning.code for warning in reading.warnings}


@pytest.mark.parametrize("text", ["", b"", " ", "\n \t\n", "\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}"])
def test_nothing_reads_as_nothing_with_a_warning(text):
    reading = pg.read(text)
    assert (len(reading.figures), len(reading.counts), reading.statistics) == (0, 0, ())
    assert reading.sentiment.score == 0
    assert codes(reading) == {"empty"}
    assert pg.Reading.from_dict(reading.to_dict()).to_dict() == reading.to_dict()


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        (b"abc\xff", 3),
        (b"\x80", 0),
        (b"caf\xc3", 3),
        (b"\xc0\xaf", 0),
        (b"ok \xed\xa0\x80", 3),
        (b"ok \xf4\x90\x80\x80", 3),
    ],
)
def test_bytes_that_are_not_utf8_say_where(text, offset):
    with pytest.raises(pg.ParseError, match=f"text is not UTF-8: byte 0x.. at offset {offset}") as caught:
        pg.read(text)
    assert caught.value.offset == offset
    assert isinstance(caught.value, (pg.Error, ValueError))


def test_a_lone_surrogate_says_where():
    with pytest.raises(pg.ParseError, match=r"lone surrogate U\+D800 at character 2") as caught:
        pg.read("é \ud800")
    assert caught.value.offset == 3


def test_a_text_beyond_the_limit_is_refused_and_the_limit_can_be_raised():
    message = "text has 68157440 bytes, more than the limit of 67108864; raise max_bytes to read it"
    with pytest.raises(pg.DomainError, match=message):
        pg.read("a" * (65 << 20))
    with pytest.raises(pg.DomainError, match="more than the limit of 10"):
        pg.Gauge(max_bytes=10).read("Eleven char")
    assert pg.Gauge(max_bytes=11).read("Eleven char").text == "Eleven char"


def test_a_number_beyond_float64_is_left_out_with_a_warning():
    reading = pg.read("9" * 400 + " people were killed, and 3 people were injured.")
    assert [f.value for f in reading.figures] == [3]
    assert "number_too_large" in codes(reading)
    reading.to_json()


def test_a_byte_order_mark_moves_no_figure():
    reading = pg.read("\ufeffThree people were killed.")
    assert [(f.start, f.text) for f in reading.figures] == [(1, "Three")]


def test_line_ends_of_windows_change_nothing_but_offsets():
    unix = "Three people were killed.\nTwo people were injured.\n"
    windows = unix.replace("\n", "\r\n")
    assert [(f.text, f.kind) for f in pg.read(windows).figures] == [("Three", "killed"), ("Two", "injured")]
    assert [f.start for f in pg.read(windows).figures] == [windows.index("Three"), windows.index("Two")]


def test_a_nul_is_a_character_like_others():
    reading = pg.read("Three people\0were killed. Two people were injured.")
    assert reading.text[reading.figures[-1].start :].startswith("Two")


def test_a_text_that_is_not_english_is_flagged():
    assert "not_english" in codes(pg.read(FRENCH))
    assert "not_english" not in codes(pg.read("The president said that the protesters were in the streets."))


@pytest.mark.parametrize("text", [None, 3, ["a"], bytearray(b"a"), memoryview(b"a")])
def test_what_is_no_text_is_a_type_error(text):
    with pytest.raises(TypeError, match=f"text must be str or bytes, not {type(text).__name__}"):
        pg.read(text)


@pytest.mark.parametrize("published", ["yesterday", "2024-13-01", "2023-02-29", "", "2024-5-1", "20240501"])
def test_a_day_that_is_none_is_refused(published):
    with pytest.raises(pg.DomainError, match=f"published must be a date as 2023-05-30, got '{published}'"):
        pg.read("A text.", published=published)


@pytest.mark.parametrize("published", ["2024-05-14", dt.date(2024, 5, 14), dt.datetime(2024, 5, 14, 22, 30)])
def test_a_day_may_be_text_date_or_datetime(published):
    assert pg.read("A text.", published=published).published == dt.date(2024, 5, 14)


@pytest.mark.parametrize("arguments", [{"title": 3}, {"published": 20240514}])
def test_other_types_of_title_and_day_are_type_errors(arguments):
    with pytest.raises(TypeError):
        pg.read("A text.", **arguments)


@pytest.mark.parametrize(
    "call",
    [
        lambda wrong: pg.read("Two died.", gauge=wrong),
        lambda wrong: pg.figures.extract("Two died.", gauge=wrong),
        lambda wrong: pg.figures.quantities("Two died.", gauge=wrong),
        lambda wrong: pg.sentiment.score("Two died.", gauge=wrong),
        lambda wrong: pg.sentiment.toward("Two died.", "Two", gauge=wrong),
        lambda wrong: pg.label_template([{"id": "a", "text": "Two died."}], gauge=wrong),
        lambda wrong: pg.Reading.from_dict(pg.read("Two died.").to_dict(), gauge=wrong),
    ],
)
@pytest.mark.parametrize("wrong", [0, "news", {}])
def test_what_is_no_gauge_is_told_even_if_it_is_empty(call, wrong):
    with pytest.raises(TypeError, match="gauge must be a Gauge, not"):
        call(wrong)


def test_a_title_and_a_day_are_text_like_the_article():
    with pytest.raises(pg.ParseError, match=r"title has a lone surrogate U\+DCFF at character 1"):
        pg.read("Two died.", "a\udcff")
    with pytest.raises(TypeError, match="title must be a str, not b'a'"):
        pg.read("Two died.", b"a")
    with pytest.raises(TypeError, match="published must be a str, not 2024"):
        pg.read("Two died.", published=2024)


def test_data_of_another_type_is_no_reading():
    with pytest.raises(TypeError, match="data must be a dict, not None"):
        pg.Reading.from_dict(None)
    data = pg.read("Two died.").to_dict()
    with pytest.raises(TypeError, match="must be a str, not 3"):
        pg.Reading.from_dict(data | {"text": 3})
    with pytest.raises(pg.DomainError, match="holds '12' as 'figures', expected a list of dictionaries"):
        pg.Reading.from_dict(data | {"figures": "12"})
    with pytest.raises(pg.ParseError, match="lone surrogate"):
        pg.Reading.from_dict(data | {"text": "\ud800"})


@pytest.mark.parametrize(
    "call",
    [
        lambda name: pg.Gauge(kinds=name),
        pg.sentiment.Lexicon.from_file,
        lambda name: pg.sentiment.SentimentIntensityAnalyzer(lexicon=name),
        lambda name: pg.read("Two died.").save_html(name),
        pg.evaluate,
        pg.read_corpus,
        pg.Corpus.open,
    ],
)
@pytest.mark.parametrize("name", ["a\0b", "\ud800.tsv"])
def test_what_can_be_no_name_of_a_file_is_refused(call, name):
    with pytest.raises(pg.DomainError, match="no name of a file"):
        call(name)


def test_a_rule_file_that_is_not_utf8_says_where(tmp_path):
    path = tmp_path / "kinds.tsv"
    path.write_bytes(b"#pressgauge-rules 1\n\xff")
    for call in (lambda: pg.Gauge(kinds=path), lambda: pg.sentiment.Lexicon.from_file(path)):
        with pytest.raises(pg.ParseError, match=r"kinds\.tsv: not UTF-8: byte 0xff at 20") as caught:
            call()
        assert caught.value.offset == 20
    with pytest.raises(pg.ParseError, match="rules has a lone surrogate"):
        pg.Gauge(kinds="#pressgauge-rules 1\n\ud800")


def test_a_message_shows_bytes_that_are_no_text():
    with pytest.raises(pg.DomainError, match=r"\\xff"):
        pg.stats.proportion(3, 10, method=b"\xff")


def test_tables_and_pictures_of_no_reading_are_refused():
    for call in (pg.tables.figures_frame, pg.tables.statistics_table, pg.plots.plot_figures):
        with pytest.raises(TypeError, match="reading must be a Reading, not 3"):
            call(3)
    with pytest.raises(TypeError, match="shown must be a reading"):
        pg.tables.print_table(3)
    with pytest.raises(TypeError, match="tone must be a Sentiment, not None"):
        pg.sentiment.Link()(None)
    with pytest.raises(TypeError, match="target must be a name or"):
        pg.sentiment.toward("Two died.", 3)
    with pytest.raises(pg.DomainError, match="width is 0, expected at least 1"):
        pg.read("Two died.").sentiment.explain(width=0)
