"""The speed of SentimentIntensityAnalyzer beside vaderSentiment's own, one text at a time, in one process and thread."""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import time
from collections.abc import Callable
from importlib import metadata

import pages

from pressgauge.sentiment import SentimentIntensityAnalyzer

SHARED = pages.ROOT.parent / "shared"
ARTICLES = sorted((pages.ROOT / "examples" / "articles").glob("*.txt"))
# Real news and rated sentences, where they are beside the repository.
BESIDE = {
    "labelled news articles": SHARED / "figures" / "dev.jsonl",
    "sentences of editorials": SHARED / "sentiment" / "nyt_dev.jsonl",
}
REPEAT = 20  # of ours in a round, which would be too short for the clock


def seconds(score: Callable[[str], object], texts: list[str], repeat: int) -> float:
    """Return the seconds that scoring all texts takes."""
    gc.collect()
    start = time.perf_counter()
    for _ in range(repeat):
        for text in texts:
            score(text)
    return (time.perf_counter() - start) / repeat


def sets() -> dict[str, list[str]]:
    """Return the texts of each set that is there."""
    made = {"articles of our own": [path.read_text(encoding="utf-8") for path in ARTICLES]}
    for name, path in BESIDE.items():
        if path.exists():
            made[name] = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    return made


def row(name: str, texts: list[str], rounds: int) -> list[str]:
    """Measure a set in rounds of both, and return its line of the table."""
    from vaderSentiment import vaderSentiment as package

    ours, theirs = SentimentIntensityAnalyzer(), package.SentimentIntensityAnalyzer()
    differences = sum(ours.polarity_scores(text) != theirs.polarity_scores(text) for text in texts)
    taken = [
        (seconds(ours.polarity_scores, texts, REPEAT), seconds(theirs.polarity_scores, texts, 1))
        for _ in range(rounds)
    ]
    size = sum(len(text.encode()) for text in texts) / 1e6
    speeds = [f"{size / statistics.median(each):.2f}" for each in zip(*taken, strict=True)]
    ratio = statistics.median(slow / fast for fast, slow in taken)
    return [f"{len(texts)} {name}", f"{size * 1000:.0f}", *speeds, f"{ratio:.0f}", str(differences)]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--dry-run", action="store_true", help="leave docs/performance.md as it is")
    options = parser.parse_args()
    header = [
        "texts",
        "kB",
        "pressgauge, MB/s",
        "vaderSentiment, MB/s",
        "times as fast",
        "texts with a difference",
    ]
    done = pages.table(header, [row(name, texts, options.rounds) for name, texts in sets().items()])
    print(done)
    if not options.dry_run:
        version = metadata.version("vaderSentiment")
        said = f"{done}\nvaderSentiment {version}, median of {options.rounds} rounds; {pages.machine()}.\n"
        pages.put("performance.md", "sentiment vader", said)
