"""Many articles at once: threads beside processes, the core's share of a run, its memory, and the peers on the same articles.

python benchmarks/corpora.py              # 100,000 articles; what docs/performance.md shows
python benchmarks/corpora.py --memory     # the peak of 100,000 and of 1,000,000, too: several minutes
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from importlib import metadata
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import made_articles
import pages
import pyarrow as pa
import pyarrow.parquet as pq

import pressgauge as pg
from pressgauge.corpus import _run, read_batch, read_corpus

NEWS = pages.ROOT.parent / "shared" / "figures" / "dev.jsonl"
PEERS = 200
"""Articles that the peers read: they take a tenth of a second for each."""
PART = 10_000
"""Articles that are made and written at a time."""


def make(path: Path, count: int) -> Path:
    """Write made articles as one file of Parquet."""
    writer = None
    for first in range(0, count, PART):
        table = pa.Table.from_pylist(list(made_articles.made(min(PART, count - first), first=first)))
        writer = writer or pq.ParquetWriter(path, table.schema)
        writer.write_table(table, row_group_size=PART)
    if writer is not None:
        writer.close()
    return path


def articles_of(path: Path) -> pa.Table:
    """Return the articles of a file as `read_batch` wants them."""
    return pq.read_table(path, columns=["id", "title", "text"]).rename_columns(
        ["article_id", "title", "text"]
    )


def by_threads(table: pa.Table, threads: int) -> float:
    """Return the seconds that reading a table takes."""
    start = time.perf_counter()
    read_batch(table, threads=threads)
    return time.perf_counter() - start


def process(path: Path, part: int, parts: int, barrier: Barrier, times: Any) -> None:
    """Read a part of the articles in a process, and tell when it was done."""
    table = articles_of(path)
    size = -(-table.num_rows // parts)
    mine = table.slice(part * size, size).combine_chunks()
    read_batch(mine.slice(0, 10))
    barrier.wait()
    start = time.time()
    read_batch(mine, threads=1)
    times.put((start, time.time()))


def by_processes(path: Path, count: int) -> float:
    """Return the seconds that reading takes with as many processes, from the first one's start to the last one's end."""
    context = multiprocessing.get_context("spawn")
    barrier, times = context.Barrier(count), context.Queue()
    workers = [
        context.Process(target=process, args=(path, part, count, barrier, times)) for part in range(count)
    ]
    for worker in workers:
        worker.start()
    taken = [times.get() for _ in workers]
    for worker in workers:
        worker.join()
    return max(end for _, end in taken) - min(start for start, _ in taken)


def peers(texts: list[str]) -> float:
    """Return the seconds that vaderSentiment and quantulum3 take, one after the other."""
    from quantulum3 import parser
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    score = SentimentIntensityAnalyzer().polarity_scores
    parser.parse(texts[0])
    start = time.perf_counter()
    for text in texts:
        score(text)
        parser.parse(text)
    return time.perf_counter() - start


def news_speed(rounds: int) -> str:
    """Return how fast one thread reads real news, where it is beside the repository: it has fewer numbers."""
    if not NEWS.exists():
        return ""
    texts = [json.loads(line)["text"] for line in NEWS.read_text(encoding="utf-8").splitlines()]
    table = pa.table({"text": pa.array(texts * 100, pa.large_utf8())})
    seconds = statistics.median(by_threads(table, 1) for _ in range(rounds))
    size = table["text"].nbytes / 1e6
    return f"\n{len(texts)} labelled news articles, a hundred times, one thread: {size / seconds:.3g} MB/s.\n"


def run_seconds(path: Path) -> tuple[float, float, float]:
    """Return the seconds of a run into a folder, those of them that the core was at work, and the folder's size [kB]."""
    at_work = 0.0
    inner = _run.read_batch

    def timed(*arguments: Any, **options: Any) -> Any:
        nonlocal at_work
        start = time.perf_counter()
        made = inner(*arguments, **options)
        at_work += time.perf_counter() - start
        return made

    _run.read_batch = timed
    try:
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            corpus = read_corpus(path, out=folder, progress=False)
            taken = time.perf_counter() - start
            size = sum(part["bytes"] for part in (corpus.manifest or {})["parts"].values())
            return taken, at_work, size / 1e3
    finally:
        _run.read_batch = inner


def gauge_seconds() -> float:
    """Return the seconds that loading rules and lexicon takes."""
    start = time.perf_counter()
    pg.Gauge()
    return time.perf_counter() - start


def peak(path: str) -> None:
    """Read a file into a folder, and print the most memory that this took [MB]."""
    with tempfile.TemporaryDirectory() as folder:
        read_corpus(path, out=folder, progress=False)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def memory(path: Path) -> float:
    """Return the most memory that reading a file takes, in a process of its own [MB]."""
    import subprocess

    command = [sys.executable, __file__, "--peak", str(path)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def speeds(path: Path, rounds: int) -> list[list[str]]:
    """Measure threads, processes and peers in rounds, and return the lines of the table."""
    table = articles_of(path)
    count, size = table.num_rows, table["text"].nbytes / 1e6
    texts = table["text"].slice(0, PEERS).to_pylist()
    share = sum(len(text.encode()) for text in texts) / 1e6
    taken = [
        (by_threads(table, 1), by_threads(table, 2), by_processes(path, 2), peers(texts))
        for _ in range(rounds)
    ]

    def line(name: str, number: int, articles: int, megabytes: float) -> list[str]:
        seconds = statistics.median(each[number] for each in taken)
        ratio = statistics.median((each[3] / share) / (each[number] / megabytes) for each in taken)
        return [name, f"{articles / seconds:,.0f}", f"{megabytes / seconds:.3g}", f"{ratio:.0f}"]

    scale = statistics.median(each[2] / each[1] for each in taken)
    print(f"two threads reach {scale:.2f} of two processes")
    return [
        line("one thread", 0, count, size),
        line("two threads", 1, count, size),
        line("two processes", 2, count, size),
        line(f"vaderSentiment, then quantulum3 ({len(texts)} of the articles)", 3, len(texts), share),
        ["two threads by two processes", "", "", f"{scale:.2f}"],
    ]


def report(count: int, rounds: int, with_memory: bool) -> str:
    """Return what docs/performance.md shows."""
    with tempfile.TemporaryDirectory() as folder:
        path = make(Path(folder) / "articles.parquet", count)
        header = [f"{count:,} articles", "articles/s", "MB/s", "ratio to the peers"]
        said = pages.table(header, speeds(path, rounds))
        wall, core, size = run_seconds(path)
        said += (
            f"\nRun into a folder of Parquet: {wall:.1f} s, {core / wall:.0%} of them in the core; {size / count:.2f} kB an "
            f"article.\n{news_speed(rounds)}\nA worker's first reading waits {gauge_seconds() * 1e3:.0f} ms for rules and lexicon.\n"
        )
        if with_memory:
            peaks = [memory(path), memory(make(Path(folder) / "more.parquet", 10 * count))]
            said += f"\nMost memory: {peaks[0]:,.0f} MB for {count:,} articles, {peaks[1]:,.0f} MB for {10 * count:,}.\n"
    return said


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--memory", action="store_true")
    options.add_argument("--peak", help=argparse.SUPPRESS)
    options.add_argument("--dry-run", action="store_true", help="leave docs/performance.md as it is")
    chosen = options.parse_args()
    if chosen.peak:
        peak(chosen.peak)
        sys.exit()
    done = report(chosen.articles, chosen.rounds, chosen.memory)
    print(done)
    if not chosen.dry_run:
        versions = " ".join(f"{name} {metadata.version(name)}," for name in ("vaderSentiment", "quantulum3"))
        pages.put(
            "performance.md",
            "corpora",
            f"{done}\npressgauge {pg.__version__}, {versions} median of {chosen.rounds} rounds; {pages.machine()}.\n",
        )
