"""What Spark adds: reading in mapInArrow beside an identity over the same batches, and beside the same function at home.

python benchmarks/engines.py    # needs pyspark and Java
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import pages
import pyarrow as pa
from corpora import make

from pressgauge import spark
from pressgauge.corpus import BatchReader

BATCH = 10_000
"""Rows of a batch, as Spark deals them out by default."""


def session() -> Any:
    """Return a Spark session with two workers."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    return (
        SparkSession.builder.master("local-cluster[2,1,2048]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", str(BATCH))
        .config("spark.executorEnv.PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
        .getOrCreate()
    )


def identity(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Give back what comes."""
    yield from batches


def seconds(act: Callable[[], object]) -> float:
    """Return how long something takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def drain(frame: Any) -> None:
    """Have Spark make every row and keep none."""
    frame.write.format("noop").mode("overwrite").save()


def at_home(path: Path) -> None:
    """Read the same batches with two threads, without Spark."""
    import pyarrow.parquet as pq

    reader = BatchReader(id="id", threads=2)
    for batch in reader(pq.ParquetFile(path).iter_batches(BATCH, columns=["id", "text"])):
        batch.nbytes  # noqa: B018 (made, and let go)


def measure(count: int, rounds: int) -> list[list[str]]:
    """Return the lines of the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = make(Path(folder) / "articles.parquet", count)
        running = session()
        articles = running.read.parquet(str(path)).select("id", "text").repartition(4).persist()
        articles.count()
        readings = spark.read(articles, id="id")
        same = articles.mapInArrow(identity, articles.schema)
        drain(same)
        drain(readings)
        taken = [
            (seconds(lambda: drain(same)), seconds(lambda: drain(readings)), seconds(lambda: at_home(path)))
            for _ in range(rounds)
        ]
        running.stop()
    alone, read, home = (statistics.median(each) for each in zip(*taken, strict=True))
    return [
        ["Spark, identity", f"{alone:.1f}", f"{count / alone:,.0f}"],
        ["Spark, reading", f"{read:.1f}", f"{count / read:,.0f}"],
        ["at home, two threads", f"{home:.1f}", f"{count / home:,.0f}"],
        ["reading by identity", f"{statistics.median(b / a for a, b, _ in taken):.2f}", ""],
        ["Spark's reading by that at home", f"{statistics.median(b / c for _, b, c in taken):.2f}", ""],
    ]


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--dry-run", action="store_true", help="leave docs/performance.md as it is")
    chosen = options.parse_args()
    done = pages.table(
        [f"{chosen.articles:,} articles", "seconds, or ratio", "articles/s"],
        measure(chosen.articles, chosen.rounds),
    )
    print(done)
    if not chosen.dry_run:
        said = f"{done}\npyspark {metadata.version('pyspark')}, two workers; {pages.machine()}.\n"
        pages.put("performance.md", "engines", said)
