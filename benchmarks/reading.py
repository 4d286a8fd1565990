"""The speed of a whole reading beside vaderSentiment and quantulum3 on the same articles, in one process and thread.

The peers do less: tone without traces, and numbers with units. Each article is read by pressgauge and by both peers
in turn; a round is all articles; the table gives medians over rounds, and ratios within rounds.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import time
from collections.abc import Callable
from importlib import metadata

import pages

import pressgauge as pg

ARTICLES = sorted((pages.ROOT / "examples" / "articles").glob("*.txt"))
# Real news, where it is beside the repository: longer, and with fewer numbers than our dense examples.
NEWS = pages.ROOT.parent / "shared" / "figures" / "dev.jsonl"
Read = Callable[[str], object]


def whole_reading(text: str) -> object:
    """Read, and turn all that was read into Python's objects."""
    reading = pg.read(text, published="2024-05-14")
    return (
        reading.figures,
        reading.counts,
        reading.statistics,
        reading.sentiment.contributions,
        reading.document.sentences,
    )


def readers() -> dict[str, Read]:
    """Return the readers under the names of the table."""
    from quantulum3 import parser
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return {
        "pressgauge": whole_reading,
        "pressgauge, the core alone": pg.read,
        "vaderSentiment": SentimentIntensityAnalyzer().polarity_scores,
        "quantulum3": parser.parse,
    }


def round_seconds(readers: dict[str, Read], texts: list[str], repeat: dict[str, int]) -> dict[str, float]:
    """Return the seconds that each reader needs for all texts."""
    seconds = {}
    for name, read in readers.items():
        gc.collect()
        start = time.perf_counter()
        for _ in range(repeat[name]):
            for text in texts:
                read(text)
        seconds[name] = (time.perf_counter() - start) / repeat[name]
    return seconds


def report(rounds: list[dict[str, float]], size: int) -> str:
    """Return the table of the rounds."""
    peers = [name for name in rounds[0] if not name.startswith("pressgauge")]
    both = [{**each, " + ".join(peers): sum(each[name] for name in peers)} for each in rounds]
    rows = []
    for name in both[0]:
        seconds = statistics.median(each[name] for each in both)
        ratio = statistics.median(each[name] / each["pressgauge"] for each in both)
        rows.append([name, f"{ratio:.1f}", f"{size / seconds / 1e6:.3f}"])
    return pages.table(["reader", "time, pressgauge = 1", "MB/s"], rows)


def sets() -> dict[str, list[str]]:
    """Return the texts of each set of articles that is there."""
    made = {"the repository's examples": [path.read_text(encoding="utf-8") for path in ARTICLES]}
    if NEWS.exists():
        lines = NEWS.read_text(encoding="utf-8").splitlines()
        made["labelled news articles"] = [json.loads(line)["text"] for line in lines]
    return made


def measured(name: str, texts: list[str], rounds: int) -> str:
    """Return the table of one set of articles, with what it was measured on."""
    size = sum(len(text.encode()) for text in texts)
    # So that each reader's part of a round is long enough for the clock.
    least = max(1, round(100_000 / size))
    made = readers()
    repeat = {reader: 4 * least if reader.startswith("pressgauge") else 1 for reader in made}
    round_seconds(made, texts[:20], dict.fromkeys(made, 1))
    table = report([round_seconds(made, texts, repeat) for _ in range(rounds)], size)
    return f"{name}: {len(texts)} articles, {size / 1000:.1f} kB, median of {rounds} rounds.\n\n{table}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--dry-run", action="store_true", help="leave docs/performance.md as it is")
    options = parser.parse_args()
    done = "\n".join(measured(name.capitalize(), texts, options.rounds) for name, texts in sets().items())
    print(done)
    if not options.dry_run:
        versions = ", ".join(f"{name} {metadata.version(name)}" for name in readers() if "," not in name)
        pages.put("performance.md", "reading", f"{done}\n{versions}; {pages.machine()}.\n")
