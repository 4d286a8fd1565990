"""Runs over corpora: the same rows however they are cut, stopped and gone on with; nothing lost, nothing silent."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

import pressgauge as pg
from pressgauge.corpus import Corpus, _read, read_batch
from pressgauge.corpus._parts import HEAD, MANIFEST, TABLES, Parts
from samples import ARTICLES

pa = pytest.importorskip("pyarrow")
RECORDS = [{"id": f"a{n}", "text": text} for n, text in enumerate((*ARTICLES, None, *ARTICLES))]


def bytes_of(folder):
    """Return every file of a folder: what is left aside, too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in Path(folder).rglob("*")
        if path.is_file()
    }


def rows_of(corpus):
    return {name: getattr(corpus, name).to_pylist() for name in TABLES}


def write_lines(path, records):
    path.write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
    return path


def many(count):
    return ({"id": n, "text": ARTICLES[n % len(ARTICLES)]} for n in range(count))


def test_rows_are_those_of_a_table_read_at_once():
    texts = [each["text"] for each in RECORDS]
    ids = [each["id"] for each in RECORDS]
    at_once = read_batch(pa.table({"article_id": ids, "text": pa.array(texts)}))
    corpus = pg.read_corpus(RECORDS, chunk=2)
    for name in set(TABLES) - {"failures"}:
        assert getattr(corpus, name).to_pylist() == pa.table(getattr(at_once, name)).to_pylist(), name
    (failure,) = corpus.failures.to_pylist()
    assert (failure["article_id"], failure["position"]) == (f"a{len(ARTICLES)}", len(ARTICLES))


@pytest.mark.parametrize("chunk", [1, 2, len(RECORDS), 1000])
def test_chunks_change_no_row(chunk, tmp_path):
    whole = rows_of(pg.read_corpus(RECORDS))
    corpus = pg.read_corpus(RECORDS, out=tmp_path / "out", chunk=chunk)
    assert rows_of(corpus) == whole
    assert corpus.rows() == {name: len(rows) for name, rows in whole.items()}
    assert len(list((tmp_path / "out" / "figures").iterdir())) == -(-len(RECORDS) // chunk)


def test_threads_change_no_byte(tmp_path):
    for threads in (1, 2, 5):
        pg.read_corpus(RECORDS, out=tmp_path / str(threads), chunk=3, threads=threads)
    assert bytes_of(tmp_path / "1") == bytes_of(tmp_path / "2") == bytes_of(tmp_path / "5")


def test_a_corpus_without_records_has_its_columns(tmp_path):
    corpus = pg.read_corpus(write_lines(tmp_path / "none.jsonl", [{"text": None}]), out=tmp_path / "out")
    assert rows_of(corpus)["failures"][0]["position"] == 0
    assert corpus.figures.num_rows == 0
    some = pg.read_corpus(ARTICLES, out=tmp_path / "some")
    assert all(getattr(corpus, name).schema.equals(getattr(some, name).schema) for name in TABLES)


class Killed(BaseException):
    """Stands for the end of the process."""


class Faults:
    """Lets so many operations on files pass; the next one, and all that follow, raise, as nothing follows a kill."""

    OPERATIONS = ("open", "replace", "unlink", "mkdir")

    def __init__(self, patch, after):
        self.left, self.fired = after, False
        for name in self.OPERATIONS:
            patch.setattr(Path, name, self.counted(getattr(Path, name)))
        # What is asked of the disk itself takes long, and does nothing that a test could see.
        patch.setattr("pressgauge.corpus._parts.os.fsync", self.counted(lambda _: None))
        write = self.counted(pytest.importorskip("pyarrow.parquet").write_table, self.torn)
        patch.setattr("pyarrow.parquet.write_table", write)

    def counted(self, operation, instead=lambda *_: None):
        def call(*arguments, **options):
            if self.left <= 0:
                if not self.fired:
                    self.fired = True
                    instead(*arguments)
                raise Killed
            self.left -= 1
            return operation(*arguments, **options)

        return call

    @staticmethod
    def torn(_, file):
        file.write(b"PAR1 half of a part")
        file.flush()


@pytest.mark.parametrize("over_a_finished_run", [False, True])
def test_a_run_that_ends_at_any_operation_is_gone_on_with(
    over_a_finished_run, tmp_path, monkeypatch, record_property
):
    records, options = RECORDS[2:6], {"chunk": 2, "threads": 1}
    pg.read_corpus(records, out=tmp_path / "whole", **options)
    whole, out, at, fired = bytes_of(tmp_path / "whole"), tmp_path / "out", 0, True
    while fired:
        shutil.rmtree(out, ignore_errors=True)
        if over_a_finished_run:
            shutil.copytree(tmp_path / "whole", out)
        with monkeypatch.context() as patch:
            faults = Faults(patch, at)
            with suppress(Killed):
                pg.read_corpus(records, out=out, resume=not over_a_finished_run, **options)
        fired, at = faults.fired, at + 1
        if (out / MANIFEST).exists():
            Corpus.open(out)
        pg.read_corpus(records, out=out, **options)
        assert bytes_of(out) == whole, f"killed at operation {at - 1}"
    assert at > 50
    record_property("faults", at - 1)  # The last round met none.


READ = """
import sys
import pressgauge as pg
pg.read_corpus(sys.argv[1], out=sys.argv[2], chunk=int(sys.argv[3]), progress=False)
"""


def started(*arguments, **options):
    return subprocess.Popen([sys.executable, "-c", READ, *map(str, arguments)], **options)


def first_part(process, out):
    while not list(out.glob("articles/part-*.parquet")):
        assert process.poll() is None
        time.sleep(0.005)


@pytest.mark.slow
def test_ten_kills_leave_the_tables_of_an_undisturbed_run(tmp_path, record_property):
    source = write_lines(tmp_path / "many.jsonl", many(20_000))
    begin = time.perf_counter()
    assert started(source, tmp_path / "whole", 250).wait() == 0
    seconds = time.perf_counter() - begin
    draw, out, kills = random.Random(7), tmp_path / "out", 0
    while kills < 10:
        process = started(source, out, 250)
        time.sleep(draw.uniform(0, seconds / 3))
        process.kill()
        kills += process.wait() == -signal.SIGKILL
        if (out / MANIFEST).exists():
            (out / MANIFEST).unlink()
            (out / "articles" / f"part-{draw.randrange(80):05}.parquet").unlink()
    assert started(source, out, 250).wait() == 0
    assert bytes_of(out) == bytes_of(tmp_path / "whole")
    record_property("faults", kills)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_stops_within_a_second_and_keeps_what_is_written(tmp_path, record_property):
    source, out = write_lines(tmp_path / "many.jsonl", many(60_000)), tmp_path / "out"
    process = started(source, out, 2_000, stderr=subprocess.PIPE, text=True)
    first_part(process, out)
    process.send_signal(signal.SIGINT)
    sent = time.perf_counter()
    _, said = process.communicate(timeout=30)
    assert time.perf_counter() - sent < 1
    assert process.returncode != 0
    assert "KeyboardInterrupt" in said
    assert "the same call goes on" in said
    assert not (out / MANIFEST).exists()
    parts = Parts(out).files("articles")
    before = {path: path.stat().st_mtime_ns for path in parts}
    assert len(parts) >= 1
    corpus = pg.read_corpus(source, out=out, chunk=2_000)
    assert corpus.articles["article_id"].to_pylist() == list(map(str, range(60_000)))
    assert {path: path.stat().st_mtime_ns for path in parts} == before
    record_property("faults", 1)


def test_a_run_that_has_ended_is_opened_and_not_done_anew(tmp_path, monkeypatch):
    pg.read_corpus(RECORDS, out=tmp_path / "out", chunk=2)
    before = bytes_of(tmp_path / "out")
    monkeypatch.setattr(_read, "run", None)
    assert rows_of(pg.read_corpus(RECORDS, out=tmp_path / "out", chunk=2)) == rows_of(
        Corpus.open(tmp_path / "out")
    )
    assert bytes_of(tmp_path / "out") == before


@pytest.mark.parametrize("ended", [True, False])
@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"gauge": pg.Gauge(profile="editorial")}, "rules_version"),
        ({"chunk": 3}, "chunk"),
        ({"store_text": False}, "store_text"),
        ({"title": "id"}, "columns"),
        ({"source": RECORDS[:-1]}, "source"),
    ],
    ids=["rules", "chunk", "store_text", "columns", "input"],
)
def test_other_rules_options_or_input_are_refused(changed, named, ended, tmp_path):
    out = tmp_path / "out"
    pg.read_corpus(RECORDS, out=out, chunk=2)
    if not ended:
        (out / MANIFEST).unlink()
        (out / "articles" / "part-00002.parquet").unlink()
    before = bytes_of(out)
    source, options = changed.get("source", RECORDS), {k: v for k, v in changed.items() if k != "source"}
    with pytest.raises(pg.DomainError, match=f"another {named}: .*resume=False"):
        pg.read_corpus(source, out=out, **{"chunk": 2, **options})
    assert bytes_of(out) == before
    anew = pg.read_corpus(source, out=out, resume=False, **{"chunk": 2, **options})
    assert bytes_of(out) != before
    assert len(anew) + anew.failures.num_rows == len(source)


def test_threads_and_what_becomes_of_failures_are_no_other_run(tmp_path):
    out = tmp_path / "out"
    pg.read_corpus(RECORDS, out=out, threads=1)
    assert len(pg.read_corpus(RECORDS, out=out, threads=2)) == len(RECORDS) - 1
    with pytest.raises(pg.DomainError, match=f"article 'a{len(ARTICLES)}', record {len(ARTICLES)}: "):
        pg.read_corpus(RECORDS, out=out, on_error="raise")


def test_the_strict_hear_of_the_first_failure_and_keep_what_was_before(tmp_path):
    records = [*RECORDS, {"id": "last", "text": None}]
    with pytest.raises(pg.DomainError, match=f"article 'a{len(ARTICLES)}', record {len(ARTICLES)}: "):
        pg.read_corpus(records, out=tmp_path / "out", chunk=1, on_error="raise")
    assert len(Parts(tmp_path / "out").files("articles")) == len(ARTICLES)


def test_a_folder_of_something_else_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    for resume in (True, False):
        with pytest.raises(pg.DomainError, match="is not empty and holds no run"):
            pg.read_corpus(RECORDS, out=tmp_path, resume=resume)
    assert list(tmp_path.iterdir()) == [tmp_path / "mine.txt"]


def test_what_a_user_put_beside_the_tables_stays(tmp_path):
    pg.read_corpus(RECORDS, out=tmp_path)
    (tmp_path / "figures" / "mine.txt").write_text("mine", encoding="utf-8")
    pg.read_corpus(RECORDS[1:], out=tmp_path, resume=False)
    assert (tmp_path / "figures" / "mine.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(os.name != "posix", reason="locks of POSIX")
def test_two_do_not_write_into_one_folder(tmp_path):
    with Parts(tmp_path).held(), pytest.raises(pg.DomainError, match="another process is writing"):
        pg.read_corpus(RECORDS, out=tmp_path)
    assert len(pg.read_corpus(RECORDS, out=tmp_path)) == len(RECORDS) - 1


def test_a_folder_that_is_not_as_it_was_left_is_not_opened(tmp_path):
    pg.read_corpus(RECORDS, out=tmp_path, chunk=2)
    part = tmp_path / "counts" / "part-00001.parquet"
    part.write_bytes(part.read_bytes()[:-1])
    with pytest.raises(pg.DomainError, match=r"part-00001\.parquet has .* bytes, not"):
        Corpus.open(tmp_path)
    part.unlink()
    with pytest.raises(pg.DomainError, match=r"part-00001\.parquet is not there"):
        Corpus.open(tmp_path)
    (tmp_path / MANIFEST).unlink()
    with pytest.raises(pg.DomainError, match="no corpus that was read to its end"):
        Corpus.open(tmp_path)


class Lossy:
    """A source with a fault: what `change` makes of its chunks."""

    def __init__(self, source, change):
        self.source, self.change = source, change
        self.fingerprint, self.records = source.fingerprint, source.records

    def chunks(self, size, start=0):
        return map(self.change, self.source.chunks(size, start))


FAULTS = [
    (lambda chunk: replace(chunk, batch=chunk.batch.slice(1)), "2 records went into chunk 0, 1 came out"),
    (lambda chunk: replace(chunk, number=chunk.number + 1), "chunk 1 from record 0 came in place of chunk 0"),
    (lambda chunk: replace(chunk, first=chunk.first + 1), "chunk 0 from record 1 came in place of chunk 0"),
]


@pytest.mark.parametrize(("change", "said"), FAULTS, ids=["record", "chunk", "place"])
def test_a_record_that_goes_missing_is_an_error(change, said, tmp_path, monkeypatch, record_property):
    opened = _read.open_source
    monkeypatch.setattr(_read, "open_source", lambda *a, **k: Lossy(opened(*a, **k), change))
    for out in (None, tmp_path):
        with pytest.raises(pg.Error, match=said):
            pg.read_corpus(RECORDS, out=out, chunk=2)
    assert not (tmp_path / MANIFEST).exists()
    record_property("faults", 2)


def test_records_that_a_source_promised_are_counted_at_the_end(tmp_path, monkeypatch):
    opened = _read.open_source

    def more(*arguments, **options):
        source = Lossy(opened(*arguments, **options), lambda chunk: chunk)
        source.records = len(RECORDS) + 1
        return source

    monkeypatch.setattr(_read, "open_source", more)
    for out in (None, tmp_path):
        with pytest.raises(pg.Error, match=f"{len(RECORDS) + 1} records went in, {len(RECORDS)} came out"):
            pg.read_corpus(RECORDS, out=out)


def test_an_error_of_the_disk_ends_the_run(tmp_path, monkeypatch, record_property):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pyarrow.parquet.write_table", full)
    with pytest.raises(OSError, match="No space left"):
        pg.read_corpus(RECORDS, out=tmp_path, chunk=1)
    record_property("faults", 1)
    assert (tmp_path / HEAD).exists()
