"""The speed of the scorers of sentiment beside vaderSentiment's, one text at a time, in one process and thread."""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import time
from collections.abc import Callable
from importlib import metadata

import pages

from pressgauge.sentiment import SentimentIntensityAnalyzer, score

SHARED = pages.ROOT.parent / "shared"
ARTICLES = sorted((pages.ROOT / "examples" / "articles").glob("*.txt"))
# Real news and rated sentences, where they are beside the repository.
NEWS = SHARED / "figures" / "dev.jsonl"
SENTENCES = SHARED / "sentiment" / "nyt_dev.jsonl"
LONG = 4
"""Articles that make a text as long as a newspaper's report is."""
REPEAT = 10
"""Times that ours score the texts in a round, which would be too short for the clock."""


def explained(text: str) -> object:
    """Score a text, and ask for what it is made of."""
    return score(text).contributions


OURS: dict[str, Callable[[str], object]] = {
    "SentimentIntensityAnalyzer": SentimentIntensityAnalyzer().polarity_scores,
    "score": score,
    "score, then contributions": explained,
}


def seconds(scorer: Callable[[str], object], texts: list[str], repeat: int) -> float:
    """Return the seconds that scoring all texts takes."""
    gc.collect()
    start = time.perf_counter()
    for _ in range(repeat):
        for text in texts:
            scorer(text)
    return (time.perf_counter() - start) / repeat


def sets() -> dict[str, list[str]]:
    """Return the texts of each set that is there."""
    made = {"articles of our own": [path.read_text(encoding="utf-8") for path in ARTICLES]}
    if NEWS.exists():
        news = texts_of(NEWS)
        made["labelled news articles"] = news
        made[f"of them, {LONG} in one"] = ["\n\n".join(news[i : i + LONG]) for i in range(0, len(news), LONG)]
    if SENTENCES.exists():
        made["sentences of editorials"] = texts_of(SENTENCES)
    return made


def texts_of(path: pages.Path) -> list[str]:
    """Return the texts of a file of JSON lines."""
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def row(name: str, texts: list[str], rounds: int) -> list[str]:
    """Measure a set in rounds of all scorers, and return its line of the table."""
    from vaderSentiment import vaderSentiment as package

    theirs = package.SentimentIntensityAnalyzer().polarity_scores
    taken = [
        (seconds(theirs, texts, 1), *(seconds(ours, texts, REPEAT) for ours in OURS.values()))
        for _ in range(rounds)
    ]
    size = sum(len(text.encode()) for text in texts) / 1e6
    cells = [f"{len(texts)} {name}", f"{size * 1e3 / len(texts):.1f}"]
    cells.append(f"{size / statistics.median(slow for slow, *_ in taken):.2f}")
    for number in range(1, len(OURS) + 1):
        speed = size / statistics.median(each[number] for each in taken)
        ratio = statistics.median(each[0] / each[number] for each in taken)
        cells.append(f"{speed:.1f} ({ratio:.0f}x)")
    same = OURS["SentimentIntensityAnalyzer"]
    return [*cells, str(sum(same(text) != theirs(text) for text in texts))]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--dry-run", action="store_true", help="leave docs/performance.md as it is")
    options = parser.parse_args()
    header = ["texts", "kB each", "vaderSentiment", *OURS, "texts where the analyzers differ"]
    done = pages.table(header, [row(name, texts, options.rounds) for name, texts in sets().items()])
    print(done)
    if not options.dry_run:
        version = metadata.version("vaderSentiment")
        said = (
            f"{done}\nMB/s, and how many times as fast as vaderSentiment {version} in the same round; median of "
            f"{options.rounds} rounds; {pages.machine()}.\n"
        )
        pages.put("performance.md", "sentiment vader", said)
