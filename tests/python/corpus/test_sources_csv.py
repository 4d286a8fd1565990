"""CSV and TSV: values over several lines, rows of another length, bytes that are no UTF-8, files that break off."""

from __future__ import annotations

import csv
import gzip
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgauge import DomainError

pa = pytest.importorskip("pyarrow")

from corpus.sources import failures, read, rows
from pressgauge.corpus import _csv
from pressgauge.corpus._sources import open_source


def written(folder, content, name="news.csv"):
    path = folder / name
    path.write_bytes(content)
    return path


def as_csv(records, delimiter=","):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(records)
    return text.getvalue().encode()


HEAD = ["url", "Text", "date", "title"]
GOOD = [
    ["u1", 'One "two",\nthree.\n\nFour', "2024-01-31", "T"],
    ["", "", "", ""],
    ["u3", "Łódź", "2024-02-01T10:00", ""],
]


@pytest.mark.parametrize("name", ["news.csv", "news.tsv", "news.csv.gz", "NEWS.CSV"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_values_are_read_as_they_were_written(tmp_path, name, mark):
    content = mark + as_csv([HEAD, *GOOD], "\t" if "tsv" in name else ",")
    chunks = read(written(tmp_path, gzip.compress(content) if name.endswith("gz") else content, name))
    assert not failures(chunks)
    assert [row["text"] for row in rows(chunks)] == [row[1] for row in GOOD]
    assert [row["article_id"] for row in rows(chunks)] == ["u1", f"{name}:2", "u3"]
    assert [str(row["published"]) for row in rows(chunks)] == ["2024-01-31", "None", "2024-02-01"]
    assert rows(chunks)[0]["title"] == "T"


def test_rows_of_another_length_and_bad_bytes_fail_alone(tmp_path):
    content = b"id,text\n1,a\n2,b,c\n\n3\n4,\xff\n5,e\n6\n"
    chunks = read(written(tmp_path, content), size=2)
    assert [chunk.records for chunk in chunks] == [2, 2, 2]
    assert [(row["article_id"], row["position"]) for row in rows(chunks)] == [("1", 0), ("5", 4)]
    assert [(each.article_id, each.position, each.kind, each.message) for each in failures(chunks)] == [
        ("news.csv:2", 1, "ParseError", "the row has 3 values and not 2: '2,b,c'; news.csv, row 2"),
        ("news.csv:3", 2, "ParseError", "the row has 1 values and not 2: '3'; news.csv, row 3"),
        ("4", 3, "ParseError", "the text is not UTF-8 at its byte 0: b'\\xff'; news.csv, row 4"),
        ("news.csv:6", 5, "ParseError", "the row has 1 values and not 2: '6'; news.csv, row 6"),
    ]


def test_rows_stand_at_their_numbers_over_many_blocks(tmp_path, monkeypatch):
    monkeypatch.setattr(_csv, "BLOCK", 500)
    bad = {n for n in range(2000) if n % 7 == 3 or 600 < n < 800 or n > 1990}
    content = b"id,text\n" + b"".join(
        b"%d\n" % n if n in bad else b'%d,"text\n%d"\n' % (n, n) for n in range(2000)
    )
    path = written(tmp_path, content)
    chunks = read(path, 300)
    assert [chunk.records for chunk in chunks] == [300] * 6 + [200]
    assert {each.position for each in failures(chunks)} == bad
    for row in rows(chunks):
        assert row["article_id"] == str(row["position"])
    for failure in failures(chunks):
        assert f"'{failure.position}'; news.csv, row {failure.position + 1}" in failure.message
    for start in range(8):
        assert read(path, 300, start) == chunks[start:]


def test_a_file_that_breaks_off_keeps_what_was_read(tmp_path):
    content = as_csv([["text"], *([f"Text {n} {n * 7919 % 1009}"] for n in range(3000))])
    packed = gzip.compress(content)
    chunks = read(written(tmp_path, packed[:-500], "news.csv.gz"), size=1000)
    (failure,) = failures(chunks)
    kept = len(rows(chunks))
    assert kept > 1000
    assert failure.position == kept
    assert (
        f"news.csv.gz breaks off at its byte {len(packed) - 500}; the {kept} rows before" in failure.message
    )
    assert [row["text"] for row in rows(chunks)] == [f"Text {n} {n * 7919 % 1009}" for n in range(kept)]


def test_a_quote_that_is_never_closed_ends_in_one_failure(tmp_path, monkeypatch):
    monkeypatch.setattr(_csv, "BLOCK", 200)
    path = written(tmp_path, b'text\n"a"\n"b\n' + b"c d e\n" * 200)
    chunks = read(path)
    (failure,) = failures(chunks)
    assert "news.csv can't be read after its row" in failure.message


def test_files_without_rows_and_columns(tmp_path):
    assert read(written(tmp_path, b"")) == []
    assert read(written(tmp_path, b"id,text\n")) == []
    assert read(written(tmp_path, b"id,text")) == []
    assert read(written(tmp_path, b"\n\n")) == []
    assert len(rows(read(written(tmp_path, b"\n\nid,text\n1,a")))) == 1
    with pytest.raises(DomainError, match=r"no column of news\.csv is known to hold texts.*'id;text'"):
        open_source(written(tmp_path, b"id;text\n1;a\n"))
    with pytest.raises(DomainError, match=r"column 'text' of news\.csv is there 2 times"):
        open_source(written(tmp_path, b"text,text\n1,a\n"))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.binary(max_size=14).map(lambda each: each.replace(b'"', b"")), max_size=25), st.integers(1, 5)
)
def test_nothing_is_lost_whatever_the_lines_hold(tmp_path_factory, lines, size):
    content = b"\n".join(lines).replace(b"\r", b"")
    path = written(tmp_path_factory.mktemp("lines"), b"id,text\n" + content)
    chunks = read(path, size)
    expected = sum(bool(line) for line in content.split(b"\n"))
    assert not [each for each in failures(chunks) if "can't be read after" in each.message]
    assert sum(chunk.records for chunk in chunks) == expected
    for number, chunk in enumerate(chunks):
        assert chunk.first == number * size
        assert chunk.records == chunk.batch.num_rows + len(chunk.failures)
        chunk.batch.validate(full=True)
    assert read(path, size, 1) == chunks[1:]
