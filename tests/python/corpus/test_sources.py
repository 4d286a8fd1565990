"""What articles are read from: every format gives the same articles, cut into the same chunks, and loses nothing."""

from __future__ import annotations

import datetime as dt
import gzip
from functools import partial

import pytest

from pressgauge import DomainError

pa = pytest.importorskip("pyarrow")

from corpus import sources
from corpus.sources import failures, rows
from pressgauge.corpus._sources import open_source

read = partial(sources.read, size=2)
DAYS = ["2024-01-31", "2024-02-01T23:59:00-05:00", None, "2023-12-24", "2024-02-29 08:00:00"]
ROWS = [
    {
        "id": f"a{number}",
        "headline": f"Title {number}",
        "date": day,
        "Body": f"Text {number}: “two died”.\nMore.",
    }
    for number, day in enumerate(DAYS)
]
READ_DAYS = [dt.date(2024, 1, 31), dt.date(2024, 2, 1), None, dt.date(2023, 12, 24), dt.date(2024, 2, 29)]


def assert_whole(chunks, size=2):
    """Every record is a row or a failure, at its own number, and chunks are full but for the last."""
    assert [chunk.records for chunk in chunks[:-1]] == [size] * (len(chunks) - 1)
    for number, chunk in enumerate(chunks):
        assert chunk.number == number
        assert chunk.first == number * size
        assert chunk.records == chunk.batch.num_rows + len(chunk.failures)
        positions = chunk.batch["position"].to_pylist() + [failure.position for failure in chunk.failures]
        assert sorted(positions) == list(range(chunk.first, chunk.first + chunk.records))


def as_pandas():
    return pytest.importorskip("pandas").DataFrame(ROWS)


def as_polars():
    return pytest.importorskip("polars").DataFrame(ROWS)


def as_stream():
    return pa.Table.from_pylist(ROWS).to_reader(max_chunksize=3)


FRAMES = {
    "pandas": as_pandas,
    "polars": as_polars,
    "table": lambda: pa.Table.from_pylist(ROWS),
    "batch": lambda: pa.RecordBatch.from_pylist(ROWS),
    "stream": as_stream,
    "dicts": lambda: ROWS,
    "generator": lambda: (row for row in ROWS),
}


@pytest.mark.parametrize("make", FRAMES.values(), ids=FRAMES)
def test_tables_of_any_library_give_the_same_articles(make):
    chunks = read(make())
    assert_whole(chunks)
    assert rows(chunks) == [
        {
            "article_id": row["id"], "position": number, "title": row["headline"],
            "published": READ_DAYS[number], "text": row["Body"], "extractor": None,
        }
        for number, row in enumerate(ROWS)
    ]  # fmt: skip
    schema = chunks[0].batch.schema
    assert [str(kind) for kind in schema.types] == [
        "large_string", "int64", "large_string", "date32[day]", "large_string", "large_string",
    ]  # fmt: skip


@pytest.mark.parametrize("make", FRAMES.values(), ids=FRAMES)
def test_reading_goes_on_where_it_was_asked_to(make):
    assert read(make(), start=1) == read(make())[1:]
    assert read(make(), start=9) == []


def test_tables_that_can_be_read_again_are_known_by_what_they_hold():
    for name in ("pandas", "polars", "table", "batch", "dicts"):
        one, other = open_source(FRAMES[name]()), open_source(FRAMES[name]())
        assert one.fingerprint == other.fingerprint
        assert one.records == len(ROWS)
        assert list(one.chunks(2)) == list(one.chunks(2))
    other = pa.Table.from_pylist([*ROWS[:-1], {**ROWS[-1], "Body": "Another."}])
    assert open_source(other).fingerprint != open_source(FRAMES["table"]()).fingerprint


@pytest.mark.parametrize("name", ["stream", "generator"])
def test_what_comes_once_is_read_once(name):
    source = open_source(FRAMES[name]())
    assert source.records is None
    assert source.fingerprint != open_source(FRAMES[name]()).fingerprint
    assert sum(chunk.records for chunk in source.chunks(2)) == len(ROWS)
    with pytest.raises(DomainError, match="comes only once"):
        list(source.chunks(2))


def test_strings_are_texts_and_are_named_by_their_numbers():
    chunks = read(["One died.", "", None, 5, "half \ud83d"], size=3)
    assert_whole(chunks, 3)
    assert [(row["article_id"], row["text"]) for row in rows(chunks)] == [("0", "One died."), ("1", "")]
    assert [(each.article_id, each.kind, each.message) for each in failures(chunks)] == [
        ("2", "DomainError", "the record has no text: it is null; record 2"),
        ("3", "DomainError", "the text is a int and not a string: 5; record 3"),
        (
            "4",
            "DomainError",
            "the text has half of a surrogate pair at its character 5: 'half \\ud83d'; record 4",
        ),
    ]


def test_values_of_a_frame_that_are_no_strings_fail_alone():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"text": ["One.", 2, None, "Four."], "id": [7, 8, 9, 10]})
    chunks = read(frame)
    assert_whole(chunks)
    assert [row["article_id"] for row in rows(chunks)] == ["7", "10"]
    assert [failure.position for failure in failures(chunks)] == [1, 2]


def test_days_are_those_that_are_written():
    zone = dt.timezone(dt.timedelta(hours=-5))
    late = dt.datetime(2024, 1, 31, 23, 30, tzinfo=zone)
    for kind in ("us", "ns"):
        moments = pa.array([late, None], pa.timestamp(kind, "-05:00"))
        chunks = read(pa.table({"text": ["a", "b"], "date": moments}))
        assert [row["published"] for row in rows(chunks)] == [dt.date(2024, 1, 31), None]
    for days in (pa.array([late.date()], pa.date64()), pa.array([late.date()], pa.date32())):
        assert rows(read(pa.table({"text": ["a"], "date": days})))[0]["published"] == late.date()


@pytest.mark.parametrize("value", ["yesterday", "2024-02-30", "31.01.2024", "2024-01-31 at noon", "2024-1-3"])
def test_what_is_no_day_is_a_failure_that_shows_it(value):
    (failure,) = failures(read(pa.table({"text": ["a", "b"], "date": ["", value]})))
    assert failure == type(failure)(
        "1", 1, "ParseError", f"the day of publication is not of the form 2026-01-31: {value!r}; row 1"
    )


def test_columns_are_found_or_named():
    table = pa.table({"Content": ["a"], "fulltext": ["b"], "note": ["c"], "uri": [None], "URL": ["u"]})
    with pytest.raises(
        DomainError, match=r"several columns of the table could hold the texts.*'Content', 'fulltext'"
    ):
        open_source(table)
    with pytest.raises(DomainError, match="has no column 'txt'; its columns are 'Content', 'fulltext'"):
        open_source(table, text="txt")
    with pytest.raises(DomainError, match=r"no column of the table is known to hold texts.*'note'"):
        open_source(table.select(["note"]))
    (row,) = rows(read(table, text="note", title="fulltext"))
    assert (row["text"], row["title"], row["article_id"]) == ("c", "b", "u")
    with pytest.raises(DomainError, match="the column of text holds int64; it can be of strings"):
        open_source(pa.table({"text": [1]}))
    with pytest.raises(DomainError, match="the column of published holds int64; it can be of days"):
        open_source(pa.table({"text": ["a"], "date": [20240131]}).to_reader())
    with pytest.raises(DomainError, match="column 'text' of the table is there 2 times"):
        open_source(pa.table([["a"], ["b"]], names=["text", "text"]))


def test_bytes_and_dictionaries_are_texts_too():
    raw = pa.array([b"One \xe2\x80\x9ctwo\xe2\x80\x9d", b"bad \xff", None], pa.binary())
    chunks = read(pa.table({"text": raw, "title": pa.array(["t", "t", "u"]).dictionary_encode()}))
    assert_whole(chunks)
    assert [(row["text"], row["title"]) for row in rows(chunks)] == [("One “two”", "t")]
    assert failures(chunks)[0].message == "the text is not UTF-8 at its byte 4: b'\\xff'; row 1"


def test_what_can_not_be_read_is_said():
    with pytest.raises(DomainError, match="articles can't be read from a int"):
        open_source(5)
    with pytest.raises(DomainError, match=r"there is no file or folder 'nowhere\.jsonl'"):
        open_source("nowhere.jsonl")
    with pytest.raises(DomainError, match="size of at least 1"):
        open_source(["a"]).chunks(0)


def test_parquet_is_read_from_the_row_group_that_is_wanted(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    table = pa.table({"text": [f"Text {n}." for n in range(5000)], "other": list(range(5000))})
    parquet.write_table(table, tmp_path / "year.parquet", row_group_size=1500)
    source = open_source(tmp_path / "year.parquet")
    assert source.records == 5000
    chunks = list(source.chunks(700))
    assert_whole(chunks, 700)
    assert [row["text"] for row in rows(chunks)] == table["text"].to_pylist()
    assert rows(chunks)[1600]["article_id"] == "year.parquet:1601"
    for start in (1, 3, 7, 8):
        assert list(source.chunks(700, start)) == chunks[start:]


def test_a_relation_of_duckdb_is_a_stream():
    duckdb = pytest.importorskip("duckdb")
    relation = duckdb.sql("select 'Text ' || range as text, range as id from range(3000)")
    chunks = read(relation, size=700)
    assert_whole(chunks, 700)
    assert {row["article_id"] for row in rows(chunks)} == {str(n) for n in range(3000)}


@pytest.mark.parametrize("ending", ["arrow", "feather"])
def test_arrow_files_and_streams(tmp_path, ending):
    ipc = pytest.importorskip("pyarrow.ipc")
    table = pa.Table.from_pylist(ROWS)
    for name, make in {"file": ipc.new_file, "stream": ipc.new_stream}.items():
        path = tmp_path / f"{name}.{ending}"
        with make(str(path), table.schema) as writer:
            writer.write_table(table, max_chunksize=2)
        chunks = read(path, size=3)
        assert_whole(chunks, 3)
        assert [row["text"] for row in rows(chunks)] == [row["Body"] for row in ROWS]


def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path):
    for name in ("a.parquet", "a.arrow"):
        (tmp_path / name).write_text("nothing of the kind", encoding="utf-8")
        with pytest.raises(DomainError, match=rf"{name} can't be read as its name says"):
            open_source(tmp_path / name)


def bomb(path, size):
    """Write lines of nothing, packed as densely as the format goes."""
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(b"\n" * size, 9))
    else:
        zstandard = pytest.importorskip("zstandard")
        path.write_bytes(zstandard.ZstdCompressor(level=19).compress(b"\n" * size))


@pytest.mark.parametrize("name", ["news.jsonl.gz", "news.jsonl.zst"])
def test_a_file_that_grows_without_end_is_not_read_to_it(tmp_path, name):
    path = tmp_path / name
    bomb(path, 200_000_000)
    (failure,) = failures(read(path))
    assert "grows to more than 500 times its size" in failure.message
    # What fits into memory anyway is no attack.
    bomb(path, 10_000_000)
    assert read(path) == []


def test_a_text_that_is_too_long_is_a_failure_and_not_held(tmp_path, monkeypatch):
    monkeypatch.setattr("pressgauge.corpus._folders.MOST_BYTES", 10)
    (tmp_path / "a.txt").write_text("Two died.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Three people died.", encoding="utf-8")
    chunks = read(tmp_path)
    assert [row["article_id"] for row in rows(chunks)] == ["a.txt"]
    assert [failure.message for failure in failures(chunks)] == ["b.txt is longer than 10 bytes"]


def test_a_record_that_fails_keeps_its_id_and_bytes_are_texts_where_they_are_utf_8():
    given = [
        {"id": "a", "text": "Zwölf died.".encode()},
        {"id": "b", "text": b"bad \xff byte"},
        {"id": 7, "text": 5},
        {"id": b"\xff", "text": "Two died."},
        {"text": None},
    ]
    chunks = read(given)
    assert [(row["article_id"], row["text"]) for row in rows(chunks)] == [("a", "Zwölf died.")]
    assert [(failure.article_id, failure.position) for failure in failures(chunks)] == [
        ("b", 1), ("7", 2), ("3", 3), ("4", 4),
    ]  # fmt: skip
    assert failures(chunks)[0].message == "the text is not UTF-8 at its byte 4: b'\\xff byte'; record 1"
