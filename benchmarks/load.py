"""The batch reader at full load for a time: memory stays flat, and the results are the same in the last round as in the first.

python benchmarks/load.py --minutes 20    # what docs/reliability.md shows
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from pathlib import Path

import made_articles
import pages
import pyarrow as pa

from pressgauge.corpus import read_batch

ARTICLES = 5_000
WARM = 3
"""Rounds after which memory has to be flat."""
MOST_GROWTH = 1.02


def resident() -> int:
    """Return the bytes of memory that this process holds now."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


def digest(batch: object) -> str:
    """Return a hash of all tables, to the last bit."""
    made = hashlib.sha256()
    for table in batch:  # type: ignore[attr-defined]
        for column in pa.table(table).combine_chunks().columns:
            for chunk in column.chunks:
                for buffer in chunk.buffers():
                    made.update(b"" if buffer is None else memoryview(buffer))
    return made.hexdigest()


def main() -> None:
    """Read for the time that is asked for, and write what was seen."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=20)
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--dry-run", action="store_true", help="leave docs/reliability.md as it is")
    asked = options.parse_args()
    rows = list(made_articles.made(ARTICLES))
    table = pa.table({"article_id": [row["id"] for row in rows], "text": [row["text"] for row in rows]})
    size = sum(len(row["text"].encode()) for row in rows)
    first, held, rounds = "", [], 0
    end = time.monotonic() + 60 * asked.minutes
    while time.monotonic() < end:
        made = digest(read_batch(table, threads=asked.threads))
        first = first or made
        if made != first:
            sys.exit(f"round {rounds} gave other tables than the first")
        rounds += 1
        held.append(resident())
        print(f"round {rounds}: {held[-1] / 1e6:.0f} MB", flush=True)
    flat = held[WARM:]
    growth = max(flat[-10:]) / max(flat[:10])
    told = (
        f"{asked.minutes:g} minutes, {asked.threads} threads: {rounds:,} rounds of {ARTICLES:,} articles, "
        f"{rounds * ARTICLES:,} readings, {rounds * size / 1e9:.1f} GB; every round gave the same bytes. Memory after the first rounds "
        f"{min(flat) / 1e6:.0f} to {max(flat) / 1e6:.0f} MB; in the last ten {growth:.3f} times that of the first ten.\n"
    )
    print(told)
    if not asked.dry_run:
        pages.put("reliability.md", "load", told)
    if growth > MOST_GROWTH:
        sys.exit("memory grew")


if __name__ == "__main__":
    main()
