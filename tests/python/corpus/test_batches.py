"""Batches: the same rows as one article at a time, whatever layout the strings come in."""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
import signal
import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge.corpus import read_batch
from samples import ARTICLES
from strategies import news

pa = pytest.importorskip("pyarrow")
TABLES = {"figures": pg.tables.figures_table, "counts": pg.tables.counts_table}
TABLES["statistics"] = pg.tables.statistics_table


def rows_one_by_one(name, readings):
    return [
        {"article_id": str(i), **row}
        for i, reading in enumerate(readings)
        for row in TABLES[name](reading).to_pylist()
    ]


def test_rows_are_those_of_one_article_at_a_time():
    batch = read_batch(pa.table({"text": ARTICLES}), threads=2)
    readings = [pg.read(text) for text in ARTICLES]
    for name, one_by_one in TABLES.items():
        table = pa.table(getattr(batch, name))
        table.validate(full=True)
        assert table.to_pylist() == rows_one_by_one(name, readings)
        schema = one_by_one(readings[0]).schema
        assert table.schema.remove(0).equals(schema)
    tones = [{"article_id": str(i), **tone_of(reading)} for i, reading in enumerate(readings)]
    assert pa.table(batch.sentiment).to_pylist() == tones


def tone_of(reading):
    names = ("score", "label", "raw", "narration", "quotation", "events")
    return {name: getattr(reading.sentiment, name) for name in names}


@given(st.lists(news, max_size=4))
def test_any_texts_give_the_same_rows_as_alone(texts):
    batch = read_batch(pa.table({"text": pa.array(texts, pa.large_utf8())}), threads=2)
    assert pa.table(batch.figures).to_pylist() == rows_one_by_one("figures", [pg.read(t) for t in texts])


def test_articles_keep_their_texts_with_what_checks_them():
    texts = ["Two people died.", "Bei dem Unfall wurden zwölf Personen schwer verletzt 🕊. " * 5]
    table = pa.table(
        {
            "article_id": ["a", "b"],
            "text": texts,
            "title": ["Deaths", None],
            "published": pa.array([dt.date(2023, 5, 30), None]),
            "position": [7, 9],
            "extractor": [None, "trafilatura 2"],
        }
    )
    rows = pa.table(read_batch(table).articles).to_pylist()
    assert [row["text"] for row in rows] == texts
    assert [row["text_sha256"] for row in rows] == [hashlib.sha256(t.encode()).hexdigest() for t in texts]
    assert [row["characters"] for row in rows] == list(map(len, texts))
    assert [(row["article_id"], row["position"]) for row in rows] == [("a", 7), ("b", 9)]
    assert [(row["title"], row["published"]) for row in rows] == [
        ("Deaths", dt.date(2023, 5, 30)),
        (None, None),
    ]
    assert [row["extractor"] for row in rows] == [None, "trafilatura 2"]
    assert rows[1]["warnings"][0].startswith("not_english: ")
    without = pa.table(read_batch(table, store_text=False).articles)
    assert without["text"].to_pylist() == [None, None]
    assert without["text_sha256"].to_pylist() == [row["text_sha256"] for row in rows]


LAYOUTS = [
    pa.string(),
    pa.large_string(),
    pa.string_view(),
    pa.binary(),
    pa.large_binary(),
    pa.dictionary(pa.int8(), pa.string()),
    pa.dictionary(pa.uint32(), pa.large_string()),
]


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_strings_are_read_in_each_layout_chunked_sliced_and_missing(layout):
    texts = ["skipped", "Four died.", None, "Some 3 men left.", "Nine people were injured in a clash."]
    plain = pa.array(texts, pa.string())
    column = plain.dictionary_encode().cast(layout) if pa.types.is_dictionary(layout) else plain.cast(layout)
    chunked = pa.chunked_array([column[1:3], column[3:3], column[3:]])
    batch = read_batch(pa.table({"text": chunked}))
    assert pa.table(batch.figures)["value"].to_pylist() == [4, 3, 9]
    assert pa.table(batch.failures).to_pylist() == [
        {
            "article_id": "1",
            "position": 1,
            "kind": "DomainError",
            "message": "the record has no text: it is null",
        }
    ]


def test_a_sliced_batch_is_read_from_where_it_starts():
    batch = pa.record_batch({"text": ["One died.", "Two died.", "Three died."]}).slice(1)
    made = read_batch(pa.RecordBatchReader.from_batches(batch.schema, [batch]))
    assert pa.table(made.figures)["value"].to_pylist() == [2, 3]


@pytest.mark.parametrize(
    "kind", [pa.date32(), pa.date64(), *(pa.timestamp(unit) for unit in ("s", "ms", "us", "ns"))], ids=str
)
def test_days_are_read_in_each_layout(kind):
    day = pa.array([dt.date(1969, 12, 31), dt.date(2023, 5, 30)]).cast(kind)
    table = pa.table({"text": ["On Monday 2 died.", "On Monday 2 died."], "published": day})
    made = pa.table(read_batch(table).figures)
    assert made["date_first"].to_pylist() == [dt.date(1969, 12, 29), dt.date(2023, 5, 29)]


def test_bytes_that_are_no_utf_8_are_a_failure_that_says_where():
    batch = read_batch(pa.table({"text": pa.array([b"Two died.", b"caf\xe9"], pa.binary())}))
    (failure,) = pa.table(batch.failures).to_pylist()
    assert failure["kind"] == "ParseError"
    assert "3" in failure["message"]
    assert len(batch.articles) == 1


def test_a_table_can_be_taken_twice_and_a_column_outlives_it():
    batch = read_batch(pa.table({"text": ARTICLES}))
    first, second = pa.table(batch.figures), pa.table(batch.figures)
    assert first.equals(second)
    column = first["text"]
    words = column.to_pylist()
    del batch, first, second
    gc.collect()
    assert column.to_pylist() == words


def test_polars_and_duckdb_exchange_tables():
    polars = pytest.importorskip("polars")
    made = read_batch(polars.DataFrame({"text": ["Two people died.", "Five were injured in the square."]}))
    frame = polars.DataFrame(made.figures)
    assert frame["value"].to_list() == [2, 5]
    assert frame["kind"].to_list() == ["killed", "injured"]
    duckdb = pytest.importorskip("duckdb")
    figures = pa.table(made.figures)
    assert duckdb.sql("select sum(value) from figures").fetchall() == [(7,)]
    assert figures.num_rows == 2


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"body": ["a"]}, "a column 'text'; this one has 'body'"),
        ({"text": [1]}, "column 'text' holds Arrow's 'l', not text"),
        ({"text": ["a"], "published": ["2023-05-30"]}, "column 'published' holds Arrow's 'u', not days"),
        ({"text": ["a"], "position": ["1"]}, "column 'position' holds Arrow's 'u', not whole numbers"),
    ],
)
def test_a_table_that_does_not_fit_is_refused_by_name(table, message):
    with pytest.raises(pg.DomainError, match=message):
        read_batch(pa.table(table))


def test_what_is_no_table_is_refused():
    with pytest.raises(TypeError, match=r"__arrow_c_stream__ or __arrow_c_array__.*'list'"):
        read_batch(["a text"])
    with pytest.raises(pg.DomainError, match="1 or more, not -1"):
        read_batch(pa.table({"text": ["a"]}), threads=-1)
    with pytest.raises(pg.DomainError, match="1 or more, not 0"):
        read_batch(pa.table({"text": ["a"]}), threads=0)
    failing = pa.RecordBatchReader.from_batches(pa.schema([("text", pa.string())]), fails())
    with pytest.raises(pg.Error, match=r"the source of articles failed: .*no more"):
        read_batch(failing)


def fails():
    raise OSError("no more")
    yield


@pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="signals are sent to threads on POSIX alone")
def test_ctrl_c_ends_the_work_within_a_second():
    table = pa.table({"text": [" ".join(ARTICLES)] * 20_000})
    main = threading.main_thread().ident
    sent = []

    def interrupt():
        time.sleep(0.3)
        sent.append(time.perf_counter())
        signal.pthread_kill(main, signal.SIGINT)

    timer = threading.Thread(target=interrupt)
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        read_batch(table)
    assert time.perf_counter() - sent[0] < 1
    timer.join()


class Piece:
    """A table that comes as one array only, with the rows that a slice leaves out before it."""

    def __init__(self, batch):
        self.batch = batch

    def __arrow_c_array__(self, requested_schema=None):
        return self.batch.__arrow_c_array__(requested_schema)


def test_one_array_is_read_as_a_stream_of_one():
    batch = pa.record_batch({"text": ["Nine died.", *ARTICLES]}).slice(1)
    assert pa.table(read_batch(Piece(batch)).figures) == pa.table(
        read_batch(pa.table({"text": ARTICLES})).figures
    )


def test_a_row_that_is_null_as_a_whole_is_refused():
    rows = pa.array([{"text": "Two died."}, None, {"text": "Three died."}])
    with pytest.raises(pg.DomainError, match="row 1 of the table of articles is null"):
        read_batch(Piece(rows))
    assert pa.table(read_batch(Piece(rows.slice(2))).articles)["text"].to_pylist() == ["Three died."]


@pytest.mark.parametrize("rounds", [0, 1, 40])
def test_a_table_in_one_piece_is_the_table_in_chunks(rounds):
    texts = pa.array([*ARTICLES, None] * rounds, pa.string())
    batch = read_batch(
        pa.table({"text": texts, "title": [None if i % 3 else "A" for i in range(len(texts))]})
    )
    for table in batch:
        piece = pa.record_batch(table)
        piece.validate(full=True)
        whole = pa.table(table)
        assert pa.Table.from_batches([piece]) == whole
        assert piece.schema.metadata == whole.schema.metadata
        assert rounds < 2 or whole.column(0).num_chunks > 1 or whole.num_rows < 2
