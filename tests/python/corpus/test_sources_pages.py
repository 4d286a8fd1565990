"""Files that are one article each, and archives of the web: text out of pages, and what has none named."""

from __future__ import annotations

import gzip
import io

import pytest

from pressgauge import DomainError

pa = pytest.importorskip("pyarrow")

from corpus.sources import failures, read, rows
from pressgauge.corpus._sources import open_source

PARAGRAPHS = [
    "Two people died and five were injured when a bridge fell into the river near Łódź on Monday, police said.",
    "Rescuers looked for others until the evening, and the mayor asked drivers to take the road over the hills.",
    "The bridge was built in 1961 and was to be repaired next year, according to the ministry of transport.",
]


def page(paragraphs=PARAGRAPHS, title="A bridge falls"):
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    menu = "".join(f'<li><a href="/{each}">{each}</a></li>' for each in ("Sport", "Weather", "Subscribe"))
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f"<nav><ul>{menu}</ul></nav><article><h1>{title}</h1>{body}</article>"
        "<footer>All rights reserved</footer></body></html>"
    )


def assert_article(row, extractor):
    for paragraph in PARAGRAPHS:
        assert paragraph in row["text"]
    for around in ("Sport", "Subscribe", "All rights reserved", "<p>"):
        assert around not in row["text"]
    assert row["title"] == "A bridge falls"
    assert row["extractor"] == extractor


@pytest.fixture
def extractor():
    return f"trafilatura {pytest.importorskip('trafilatura').__version__}"


def test_folders_of_text_are_read_in_the_order_of_their_names(tmp_path):
    for name, content in {
        "b/2.txt": "Two.\r\nLines “here”".encode(), "b/10.txt": b"", "a.txt": b"\xef\xbb\xbfOne.",
        "c.txt": b"\xef\xbb\xbfbad \xe2\x28", "c.md": b"left out",
    }.items():  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    source = open_source(tmp_path)
    assert source.records == 4
    chunks = list(source.chunks(3))
    assert [(row["article_id"], row["text"]) for row in rows(chunks)] == [
        ("a.txt", "One."), ("b/10.txt", ""), ("b/2.txt", "Two.\r\nLines “here”"),
    ]  # fmt: skip
    (failure,) = failures(chunks)
    assert (failure.article_id, failure.position, failure.kind) == ("c.txt", 3, "ParseError")
    assert failure.message == "c.txt is not UTF-8 at its byte 7: b'\\xe2('"
    assert list(source.chunks(1, 2)) == list(source.chunks(1))[2:]
    assert [row["article_id"] for row in rows(read(str(tmp_path / "**" / "*0.txt")))] == ["10.txt"]
    (tmp_path / "a.txt").write_bytes(b"Won.")
    assert open_source(tmp_path).fingerprint != source.fingerprint


def test_a_file_that_is_gone_is_a_failure(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    source = open_source(tmp_path)
    (tmp_path / "a.txt").unlink()
    (chunk,) = source.chunks(5)
    assert chunk.failures[0].message == "a.txt can't be read: No such file or directory"
    assert chunk.batch["text"].to_pylist() == ["b.txt"]


def test_pages_become_texts(tmp_path, extractor):
    (tmp_path / "a.html").write_text(page(), encoding="utf-8")
    (tmp_path / "b.txt").write_text("Plain.", encoding="utf-8")
    (tmp_path / "c.htm").write_text("<html><body></body></html>", encoding="utf-8")
    (tmp_path / "d.html").write_text("", encoding="utf-8")
    chunks = read(tmp_path)
    first, second = rows(chunks)
    assert_article(first, extractor)
    assert (second["text"], second["extractor"]) == ("Plain.", None)
    assert [(each.article_id, each.message) for each in failures(chunks)] == [
        (name, f"trafilatura found no text in the page; {name}") for name in ("c.htm", "d.html")
    ]
    assert read(tmp_path, 1, 2) == read(tmp_path, 1)[2:]


def test_pages_in_another_encoding(tmp_path, extractor):
    text = page(title="Überfall").replace("utf-8", "iso-8859-1").replace("Łódź", "Köln")
    (tmp_path / "a.html").write_bytes(text.encode("iso-8859-1"))
    (row,) = rows(read(tmp_path / "a.html"))
    assert "near Köln on" in row["text"]
    assert row["title"] == "Überfall"


def test_a_column_of_pages(extractor):
    table = pa.table({"text": [page(), "", None], "title": [None, None, None], "id": ["a", "b", "c"]})
    chunks = read(table, html=True)
    (row,) = rows(chunks)
    assert_article(row, extractor)
    assert [(each.article_id, each.kind) for each in failures(chunks)] == [
        ("b", "ParseError"),
        ("c", "DomainError"),
    ]
    plain = rows(read(table.slice(0, 1)))
    assert plain[0]["text"] == page()
    named = table.slice(0, 1).set_column(1, "title", pa.array(["Its own"]))
    assert rows(read(named, html=True))[0]["title"] == "Its own"


def archive(records):
    writer = pytest.importorskip("warcio.warcwriter").WARCWriter
    headers = pytest.importorskip("warcio.statusandheaders").StatusAndHeaders
    made = io.BytesIO()
    out = writer(made, gzip=True)
    for kind, address, content_type, content in records:
        http = headers("200 OK", [("Content-Type", content_type)], protocol="HTTP/1.0")
        out.write_record(
            out.create_warc_record(address, kind, payload=io.BytesIO(content), http_headers=http)
        )
    return made.getvalue()


# The writer of archives leaves files of its own open.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
def test_archives_of_the_web(tmp_path, extractor):
    records = [
        ("response", "https://a.example/1", "text/html; charset=utf-8", page().encode()),
        ("response", "https://a.example/logo.png", "image/png", b"\x89PNG"),
        ("response", "https://a.example/empty", "text/html", b"<html></html>"),
        ("response", "https://a.example/2", "TEXT/HTML", page().encode()),
    ]
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(archive(records))
    chunks = read(path, 2)
    assert [chunk.records for chunk in chunks] == [2, 1]
    assert [(row["article_id"], row["position"]) for row in rows(chunks)] == [
        ("https://a.example/1", 0), ("https://a.example/2", 2),
    ]  # fmt: skip
    assert_article(rows(chunks)[0], extractor)
    (failure,) = failures(chunks)
    assert (failure.article_id, failure.position) == ("https://a.example/empty", 1)
    assert failure.message == "trafilatura found no text in the page; crawl.warc.gz, page 2"
    assert read(path, 2, 1) == chunks[1:]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_breaks_off_says_so(tmp_path, packed):
    content = archive(
        [("response", f"https://a.example/{n}", "text/html", page().encode()) for n in range(3)]
    )
    path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    content = content if packed else gzip.decompress(content)
    for missing in (60, 250) if packed else (60, 300):
        path.write_bytes(content[:-missing])
        chunks = read(path)
        assert [row["article_id"] for row in rows(chunks)] == ["https://a.example/0", "https://a.example/1"]
        assert all("breaks off" in failure.message for failure in failures(chunks))
        assert failures(chunks)


def test_an_archive_that_is_none(tmp_path):
    pytest.importorskip("warcio")
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"nothing of the kind\r\n\r\n")
    (failure,) = failures(read(path))
    assert "crawl.warc can't be read further" in failure.message


def test_kinds_of_files_are_not_mixed_and_unknown_ones_are_named(tmp_path):
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    (tmp_path / "b.csv").write_text("text\na\n", encoding="utf-8")
    (tmp_path / "c.docx").write_text("c", encoding="utf-8")
    with pytest.raises(DomainError, match=r"pages \(.txt, .html\) and b.csv can't be read together"):
        open_source(tmp_path)
    with pytest.raises(DomainError, match=r"c.docx: no format is known by '.docx'; those that are: .arrow"):
        open_source(tmp_path / "c.docx")
    with pytest.raises(DomainError, match="there is no file to read in it"):
        open_source(tmp_path / "*.docx")
