"""Faults of the world around: a disk that is full, files that can't be read, a worker that is killed.

Each ends in a clear message and in tables that are whole, or in none.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

import pressgauge as pg

pa = pytest.importorskip("pyarrow")
from samples import ARTICLES

TEXTS = list(ARTICLES) * 40
FULL = 4_000
"""Bytes that a file may have: less than a part of the articles."""


def write_articles(path):
    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(TEXTS)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def corpus(source, out, *, most=None):
    """Run the command in a process whose files may have so many bytes."""
    resource = pytest.importorskip("resource")

    def limited() -> None:
        if most is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    command = [sys.executable, "-m", "pressgauge", "corpus", str(source), "--out", str(out), "--quiet"]
    return subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=limited)


def bytes_of(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*.parquet"))}


def test_a_disk_without_room_ends_the_run_with_a_word_and_the_next_one_goes_on(tmp_path, record_property):
    record_property("faults", 1)
    source = write_articles(tmp_path / "news.jsonl")
    done = corpus(source, tmp_path / "read", most=FULL)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "read" / "manifest.json").exists()
    with pytest.raises(pg.DomainError, match="read to its end"):
        pg.Corpus.open(tmp_path / "read")
    assert corpus(source, tmp_path / "read").returncode == 0
    assert corpus(source, tmp_path / "undisturbed").returncode == 0
    assert bytes_of(tmp_path / "read") == bytes_of(tmp_path / "undisturbed")


def test_a_file_that_cannot_be_read_is_a_failure_of_its_own(tmp_path, record_property):
    record_property("faults", 1)
    folder = tmp_path / "texts"
    folder.mkdir()
    for number, text in enumerate(ARTICLES):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    # A link to nowhere can't be read by anyone, root neither.
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere")
    read = pg.read_corpus(folder)
    assert len(read) == len(ARTICLES)
    assert read.failures["message"].to_pylist() == ["gone.txt can't be read: No such file or directory"]


def test_a_source_that_cannot_be_read_at_all_is_an_error_with_its_name(tmp_path, record_property):
    record_property("faults", 1)
    done = corpus(tmp_path / "nowhere.jsonl", tmp_path / "read")
    assert done.returncode == 1
    assert "nowhere.jsonl" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_output_that_cannot_be_made_is_an_error_with_its_name(tmp_path, record_property):
    record_property("faults", 1)
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    done = corpus(write_articles(tmp_path / "news.jsonl"), tmp_path / "file" / "read")
    assert done.returncode == 1
    assert "file" in done.stderr
    assert "Traceback" not in done.stderr


class Killed:
    """What reads batches, and kills its worker the first time that it meets one article."""

    def __init__(self, mark: str) -> None:
        self.mark = mark
        self.reader = pg.corpus.BatchReader(id="url", text="body")

    def __call__(self, batches):
        for batch in batches:
            if "7" in batch.column("url").to_pylist() and not os.path.exists(self.mark):  # noqa: PTH110
                with open(self.mark, "w", encoding="utf-8"):  # noqa: PTH123
                    os.kill(os.getpid(), 9)
            yield from self.reader([batch])


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_worker_of_spark_that_is_killed_costs_no_row(tmp_path, record_property):
    sql = pytest.importorskip("pyspark.sql", reason="needs pyspark: pip install 'pressgauge[spark]'")
    types = pytest.importorskip("pyspark.sql.pandas.types")
    if shutil.which("java") is None:
        pytest.skip("needs Java 17")
    # A task is tried again where its worker died: up to four times.
    session = (
        sql.SparkSession.builder.master("local[2,4]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.pyspark.python", sys.executable)
        .getOrCreate()
    )
    try:
        rows = [(str(number), text) for number, text in enumerate(ARTICLES * 4)]
        frame = session.createDataFrame(rows, "url string, body string").repartition(4)
        killed = Killed(str(tmp_path / "killed"))
        made = frame.mapInArrow(killed, types.from_arrow_schema(killed.reader.schema)).collect()
    finally:
        session.stop()
    assert (tmp_path / "killed").exists()
    record_property("faults", 1)
    assert sorted(int(row["article_id"]) for row in made) == list(range(len(rows)))
    figures = {row["article_id"]: len(row["figures"]) for row in made}
    assert figures == {str(n): len(pg.read(text).figures) for n, (_, text) in enumerate(rows)}
