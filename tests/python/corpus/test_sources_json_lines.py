"""JSON lines: the way of whole blocks and the way of single lines give the same, and a bad line is one failure."""

from __future__ import annotations

import gzip
import json
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgauge import DomainError

pa = pytest.importorskip("pyarrow")

from corpus.sources import failures, read, rows
from pressgauge.corpus import _json_lines
from pressgauge.corpus._json_lines import JsonLines
from pressgauge.corpus._sources import open_source

GOOD = [
    {"id": "a", "text": "Two died in Łódź.\n\tMore: “three”.", "title": "T", "date": "2024-01-31"},
    {"text": "", "title": None},
    {"extra": [1, {"text": "inner"}], "text": "Order of keys", "id": None},
    {"text": "smile \U0001f600", "date": "", "other": "changes"},
    {"text": "as a list", "other": [1, 2]},
]


def written(folder, content, name="news.jsonl"):
    path = folder / name
    path.write_bytes(content)
    return path


def lines(records, ensure_ascii=True, end="\n"):
    return "".join(json.dumps(each, ensure_ascii=ensure_ascii) + end for each in records).encode()


def both_ways(monkeypatch, path):
    """Return what both ways give, once it's the same, and whether the fast way was taken by every block."""
    taken = []
    fast = _json_lines._fast

    def noted(*given):
        taken.append(made := fast(*given))
        return made

    with monkeypatch.context() as patch:
        patch.setattr(_json_lines, "_fast", noted)
        quick = read(path)
    with monkeypatch.context() as patch:
        patch.setattr(_json_lines, "_fast", lambda *_: None)
        assert read(path) == quick
    return quick, all(made is not None for made in taken)


WAYS = {
    "escapes": lines(GOOD),
    "utf-8": lines(GOOD, ensure_ascii=False),
    "carriage returns": lines(GOOD, end="\r\n"),
    "byte order mark": b"\xef\xbb\xbf" + lines(GOOD),
    "empty lines": b"\n \n" + lines(GOOD, end="\n\n\t\n"),
    "no last end": lines(GOOD).rstrip(b"\n"),
    "spaces": b"".join(b"  " + line + b" \n" for line in lines(GOOD).splitlines()),
}


@pytest.mark.parametrize("content", WAYS.values(), ids=WAYS)
def test_both_ways_read_the_same(tmp_path, monkeypatch, content):
    chunks, fast = both_ways(monkeypatch, written(tmp_path, content))
    assert fast
    assert [row["text"] for row in rows(chunks)] == [record["text"] for record in GOOD]
    assert [row["article_id"] for row in rows(chunks)] == ["a", *(f"news.jsonl:{n}" for n in range(2, 6))]
    assert not failures(chunks)


def test_whole_numbers_are_ids_by_the_fast_way_too(tmp_path, monkeypatch):
    records = [{"id": 12, "text": "a"}, {"id": None, "text": "b"}, {"text": "c"}, {"id": -3, "text": "d"}]
    chunks, fast = both_ways(monkeypatch, written(tmp_path, lines(records)))
    assert fast
    assert [row["article_id"] for row in rows(chunks)] == ["12", "news.jsonl:2", "news.jsonl:3", "-3"]
    mixed = [{"id": 12, "text": "a"}, {"id": "x", "text": "b"}, {"id": 10**30, "text": "c"}]
    chunks, fast = both_ways(monkeypatch, written(tmp_path, lines(mixed)))
    assert not fast
    assert [row["article_id"] for row in rows(chunks)] == ["12", "x", str(10**30)]


BAD = {
    "no JSON": (b'{"text": "a', "ParseError", "the line is not a JSON object: Unterminated string"),
    "two objects": (b'{"text":"a"}{"text":"b"}', "ParseError", "the line is not a JSON object: Extra data"),
    "a list": (b'["a"]', "DomainError", "the line is a list and not an object: b'[\"a\"]'"),
    "null": (b"null", "DomainError", "the line is null and not an object"),
    "half a pair": (b'{"text":"a \\ud83d"}', "DomainError", "the text has half of a surrogate pair at its character 2"),
    "no UTF-8": (b'{"text":"a\xff"}', "ParseError", "can't decode byte 0xff in position 10"),
    "no text": (b'{"title":"a"}', "DomainError", "the record has no text: it is null"),
    "null text": (b'{"text":null}', "DomainError", "the record has no text: it is null"),
    "number": (b'{"text":12.50}', "DomainError", "the text is a number and not a string: '12.50'"),
    "object": (b'{"text":{"a":1}}', "DomainError", "the text is an object and not a string"),
    "title": (b'{"text":"a","title":["b"]}', "DomainError", "the title is a list and not a string: ['b']"),
    "no day": (b'{"text":"a","date":"soon"}', "ParseError", "not of the form 2026-01-31: 'soon'"),
    "moment": (b'{"text":"a","date":1700000000}', "DomainError", "the published is a number and not a string"),
    "zero byte": (b'{"text":"a"}\x00', "ParseError", "Extra data"),
    "reaches on": (b'{"text":', "ParseError", "Expecting value"),
    "deep": (b'{"text":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "ParseError", "it is nested too deeply"),
}  # fmt: skip


@pytest.mark.parametrize(("line", "kind", "message"), BAD.values(), ids=BAD)
def test_a_bad_line_is_one_failure_and_reading_goes_on(tmp_path, monkeypatch, line, kind, message):
    before, after = lines(GOOD[:2]) + b"\r\n", lines(GOOD[2:])
    path = written(tmp_path, before + line + b"\n" + after)
    chunks, _ = both_ways(monkeypatch, path)
    (failure,) = failures(chunks)
    assert (failure.article_id, failure.position, failure.kind) == ("news.jsonl:3", 2, kind)
    assert message in failure.message
    assert failure.message.endswith(f"; news.jsonl, line 4, byte {len(before)}")
    assert len(failure.message) < 250
    assert [row["position"] for row in rows(chunks)] == [0, 1, 3, 4, 5]


def test_columns_that_are_not_in_the_first_lines_are_named(tmp_path):
    path = written(tmp_path, lines([{"note": "a"}, {"note": "b", "body": "c"}]))
    assert [row["text"] for row in rows(read(path))] == ["c"]
    with pytest.raises(DomainError, match=r"no column of news\.jsonl is known to hold texts.*'note'"):
        open_source(written(tmp_path, lines([{"note": "a"}])))
    path = written(tmp_path, lines([{"note": "a"}, {"note": "b", "body": "c"}]))
    assert [row["text"] for row in rows(read(path, text="note"))] == ["a", "b"]


def test_a_file_with_nothing_in_it_has_no_records(tmp_path):
    assert read(written(tmp_path, b"")) == []
    assert read(written(tmp_path, b"\n\r\n \n")) == []
    assert len(failures(read(written(tmp_path, b"no\nJSON\n")))) == 2


def test_several_files_follow_each_other_by_name(tmp_path):
    (tmp_path / "sub").mkdir()
    for number, name in enumerate(["b.jsonl", "a.ndjson", "sub/c.jsonl"]):
        written(tmp_path, lines([{"text": f"{number}.{n}"} for n in range(3)]), name)
    written(tmp_path, b"left out", "notes.md")
    chunks = read(tmp_path, size=2)
    assert [row["article_id"] for row in rows(chunks)][::3] == ["a.ndjson:1", "b.jsonl:1", "sub/c.jsonl:1"]
    assert [row["position"] for row in rows(chunks)] == list(range(9))
    for start in range(6):
        assert read(tmp_path, 2, start) == chunks[start:]
    assert read(str(tmp_path / "*.*json*"), size=2) == chunks[:3]
    both = rows(read([str(tmp_path / "b.jsonl"), tmp_path / "a.ndjson"]))
    assert [row["text"] for row in both] == ["0.0", "0.1", "0.2", "1.0", "1.1", "1.2"]


def compressed(kind, content):
    if kind == "gz":
        # Two members, as files that were appended to have.
        half = content.index(b"\n", len(content) // 2) + 1
        return gzip.compress(content[:half]) + gzip.compress(content[half:])
    return pytest.importorskip("zstandard").ZstdCompressor().compress(content)


@pytest.mark.parametrize("kind", ["gz", "zst"])
def test_compressed_files_and_such_that_break_off(tmp_path, kind):
    content = lines([{"text": f"Text {n} {n * 7919 % 1009}"} for n in range(5000)])
    packed = compressed(kind, content)
    whole = read(written(tmp_path, packed, f"news.jsonl.{kind}"), size=900)
    assert [row["text"] for row in rows(whole)] == [json.loads(line)["text"] for line in content.splitlines()]
    assert not failures(whole)
    cut = read(written(tmp_path, packed[: len(packed) - 40], f"news.jsonl.{kind}"), size=900)
    (failure,) = failures(cut)
    kept = len(rows(cut))
    assert failure.position == kept
    assert failure.article_id == f"news.jsonl.{kind}:{kept + 1}"
    assert (
        f"breaks off at its byte {len(packed) - 40}; the {kept} records before it were read"
        in failure.message
    )
    if kind == "gz":
        assert kept > 2400
    assert rows(cut) == rows(whole)[:kept]
    spoiled = packed[: len(packed) // 2] + b"\xff" * 50 + packed[len(packed) // 2 + 50 :]
    assert len(failures(read(written(tmp_path, spoiled, f"news.jsonl.{kind}"), size=900))) >= 1


def test_chunks_are_the_same_wherever_reading_begins(tmp_path, monkeypatch):
    monkeypatch.setattr(_json_lines, "BLOCK", 1000)
    monkeypatch.setattr("pressgauge.corpus._inflate.AT_ONCE", 300)
    content = b"".join(lines([{"text": f"Text {n}"}]) if n % 11 else b"{broken\n\n" for n in range(400))
    path = written(tmp_path, content)
    chunks = read(path, 37)
    assert [chunk.records for chunk in chunks] == [37] * 10 + [30]
    for start in range(12):
        assert read(path, 37, start) == chunks[start:]
    for failure in failures(chunks):
        line = int(failure.message.rpartition("line ")[2].split(",")[0])
        byte = int(failure.message.rpartition("byte ")[2])
        assert content.split(b"\n")[line - 1] == b"{broken"
        assert content[byte:].startswith(b"{broken")
        assert content[:byte].count(b"\n") == line - 1


def test_a_line_without_an_end_is_not_held_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr("pressgauge.corpus._files.LONGEST", 2000)
    monkeypatch.setattr("pressgauge.corpus._inflate.AT_ONCE", 500)
    chunks = read(written(tmp_path, lines([{"text": "a"}]) + b"[" + b"1," * 4000))
    assert [row["text"] for row in rows(chunks)] == ["a"]
    (failure,) = failures(chunks)
    assert (
        failure.message == "news.jsonl has a line of more than 2000 bytes; the 1 records before it were read"
    )


LINE = st.one_of(
    st.sampled_from([line for line, *_ in BAD.values() if len(line) < 1000]),
    st.sampled_from(
        [*lines(GOOD).splitlines(), b'{"text": "a"}\r', b"", b" ", b"{", b"}", b'{"text":"}', b'{"}']
    ),
    st.binary(max_size=12).map(lambda each: each.replace(b"\n", b"")),
    st.builds(lambda text: json.dumps({"text": text}).encode(), st.text(max_size=8)),
    st.builds(lambda text: json.dumps({"text": text}, ensure_ascii=False).encode(), st.text(max_size=8)),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINE, max_size=12), st.integers(1, 5), st.integers(20, 200))
def test_nothing_is_lost_whatever_the_lines_hold(tmp_path_factory, given_lines, size, block):
    path = written(tmp_path_factory.mktemp("lines"), b"\n".join(given_lines))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_json_lines, "BLOCK", block)
        patch.setattr("pressgauge.corpus._inflate.AT_ONCE", block)
        chunks = partial(read, path, size, text="text", title="title", published="date", id="id")
        try:
            whole = chunks()
        except DomainError as error:
            assert "has no column" in str(error)  # noqa: PT017 - not every list of lines has all columns
            return
        expected = sum(
            bool(line.strip(b" \t\r\n"))
            for line in path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
        )
        assert sum(chunk.records for chunk in whole) == expected
        for chunk in whole:
            assert chunk.records == chunk.batch.num_rows + len(chunk.failures)
            chunk.batch.validate(full=True)
        assert chunks(1) == whole[1:]
        patch.setattr(_json_lines, "_fast", lambda *_: None)
        assert chunks() == whole


def test_a_reader_knows_no_number_of_records_before(tmp_path):
    source = open_source(written(tmp_path, lines(GOOD)))
    assert source.records is None
    assert source.fingerprint == open_source(tmp_path / "news.jsonl").fingerprint
    written(tmp_path, lines(GOOD[::-1]))
    assert source.fingerprint != open_source(tmp_path / "news.jsonl").fingerprint
    assert JsonLines.__doc__
