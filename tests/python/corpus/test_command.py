"""``pressgauge corpus`` as a user runs it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time

import pytest

from pressgauge.corpus import Corpus
from samples import ARTICLES

pytest.importorskip("pyarrow")
RECORDS = [{"url": "a", "body": "Two people died."}, {"url": "b", "body": None}]


def write(path, records):
    path.write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
    return path.name


def test_a_file_becomes_a_folder_of_tables(run, tmp_path):
    done = run("corpus", write(tmp_path / "some.jsonl", RECORDS), "--out", "read")
    assert (done.returncode, done.stderr) == (0, "")
    first, failed, last = done.stdout.splitlines()
    assert first.startswith("1 articles in read (")
    assert first.endswith("s): 1 figures, 1 counts, 0 statistics")
    assert failed == "1 records could not be read (1 DomainError): table failures"
    assert last == "in Python: pressgauge.corpus.Corpus.open('read')"
    corpus = Corpus.open(tmp_path / "read")
    assert corpus.figures.select(["article_id", "value"]).to_pylist() == [{"article_id": "a", "value": 2.0}]
    assert corpus.failures["article_id"].to_pylist() == ["b"]


def test_columns_texts_and_chunks_are_as_asked(run, tmp_path):
    name = write(tmp_path / "some.jsonl", [{"key": str(n), "words": text} for n, text in enumerate(ARTICLES)])
    options = ("--text", "words", "--id", "key", "--no-text", "--chunk", "3", "--threads", "1", "--quiet")
    done = run("corpus", name, "--out", "read", *options)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    corpus = Corpus.open(tmp_path / "read")
    assert corpus.articles["article_id"].to_pylist() == list(map(str, range(len(ARTICLES))))
    assert set(corpus.articles["text"].to_pylist()) == {None}
    assert len(list((tmp_path / "read" / "figures").iterdir())) == -(-len(ARTICLES) // 3)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("corpus", "none.jsonl", "--out", "read"), 1, "pressgauge: corpus: there is no file"),
        (("corpus", "some.jsonl", "--out", "read", "--text", "words"), 1, "'words'"),
        (("corpus", "some.jsonl", "--out", "read", "--strict"), 1, "article 'b', record 1: "),
        (("corpus", "some.jsonl"), 2, "--out"),
        (("corpus", "some.jsonl", "--out", "read", "--threads", "0"), 2, "1 or more, not 0"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(run, tmp_path, arguments, code, said):
    write(tmp_path / "some.jsonl", RECORDS)
    done = run(*arguments)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_stops_within_a_second_and_the_same_command_goes_on(tmp_path):
    count = 6_000
    write(tmp_path / "many.jsonl", ({"id": n, "text": ARTICLES[n % len(ARTICLES)]} for n in range(count)))
    command = [sys.executable, "-m", "pressgauge", "corpus", "many.jsonl", "--out", "read", "--chunk", "500"]
    started = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    while not list((tmp_path / "read").glob("articles/part-*.parquet")):
        assert started.poll() is None
        time.sleep(0.01)
    started.send_signal(signal.SIGINT)
    sent = time.perf_counter()
    _, said = started.communicate(timeout=30)
    assert time.perf_counter() - sent < 1
    assert started.returncode == 130
    assert "stopped; what is in read stays, and the same command goes on" in said
    assert not (tmp_path / "read" / "manifest.json").exists()
    again = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert again.stdout.startswith(f"{count:,} articles in read")
    ids = Corpus.open(tmp_path / "read").articles["article_id"].to_pylist()
    assert ids == list(map(str, range(count)))
