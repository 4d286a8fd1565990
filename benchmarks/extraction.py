"""The speed of `pressgauge.figures.extract` beside quantulum3 and Recognizers-Text, in one process and thread.

The peers do less: numbers with units, and numbers. All read the same articles in turn; the slow ones a sample, whose
time is told for a byte as that of the others. Then: whether a text a hundred times as long takes a hundred times as long.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from importlib import metadata

import pages
from reading import Read, sets

import pressgauge as pg

GOALS = {"quantulum3": 600, "Recognizers-Text": 120}
PUBLISHED = "2024-05-14"
SAMPLE_BYTES = 30_000  # of which the peers read a second or so
LEAST_BYTES = 4_000_000  # so that a round of ours is long enough for the clock
LONG_ARTICLE = 10_000  # bytes
SIZES = (500_000, 5_000_000, 50_000_000)
PACKAGES = {
    "pressgauge": "pressgauge",
    "quantulum3": "quantulum3",
    "Recognizers-Text": "recognizers-text-number",
}


def extract(text: str) -> object:
    """Read the figures; a `Figure` is made when it is asked for."""
    return pg.figures.extract(text, published=PUBLISHED)


def objects(text: str) -> object:
    """Read the figures and ask for each."""
    return tuple(pg.figures.extract(text, published=PUBLISHED))


def readers() -> dict[str, Read]:
    """Return the readers under the names of the table."""
    from quantulum3 import parser
    from recognizers_number import Culture, NumberRecognizer

    model = NumberRecognizer(Culture.English).get_number_model()
    return {
        "pressgauge": extract,
        "pressgauge, each figure asked for": objects,
        "quantulum3": parser.parse,
        "Recognizers-Text": model.parse,
    }


def size_of(texts: list[str]) -> int:
    """Return the bytes of texts."""
    return sum(len(text.encode()) for text in texts)


def sample(texts: list[str], most: int) -> list[str]:
    """Return texts from all over the list, of `most` bytes together or a little more."""
    step = max(1, size_of(texts) // most)
    return texts[::step]


def seconds_per_byte(read: Read, texts: list[str], repeat: int) -> float:
    """Return the processor's seconds that a reader needs for a byte: what else runs takes none of them."""
    gc.collect()
    start = time.process_time()
    for _ in range(repeat):
        for text in texts:
            read(text)
    return (time.process_time() - start) / (repeat * size_of(texts))


def one_round(made: dict[str, Read], texts: list[str]) -> dict[str, float]:
    """Return the seconds a byte of each reader, ours on all texts and the peers on a sample."""
    few = sample(texts, SAMPLE_BYTES)
    repeat = max(1, round(LEAST_BYTES / size_of(texts)))
    return {
        name: seconds_per_byte(read, few, 1) if name in GOALS else seconds_per_byte(read, texts, repeat)
        for name, read in made.items()
    }


def measured(title: str, texts: list[str], rounds: int) -> str:
    """Return the table of one set of articles."""
    made = readers()
    for read in made.values():
        read(texts[0])
    runs = [one_round(made, texts) for _ in range(rounds)]
    rows = []
    for name in made:
        times = statistics.median(run[name] / run["pressgauge"] for run in runs)
        speed = 1 / statistics.median(run[name] for run in runs) / 1e6
        goal = f"{GOALS[name]} or more" if name in GOALS else ""
        rows.append([name, f"{times:.1f}", goal, f"{speed:.3f}"])
    table = pages.table(["reader", "time, pressgauge = 1", "goal", "MB/s"], rows)
    return (
        f"{title}: {len(texts)} texts, {size_of(texts) / 1000:.1f} kB, median of {rounds} rounds.\n\n{table}"
    )


def joined(texts: list[str], least: int) -> list[str]:
    """Return longer texts, of several each."""
    made, parts = [], []
    for text in texts:
        parts.append(text)
        if size_of(parts) >= least:
            made.append("\n\n".join(parts))
            parts = []
    return made or ["\n\n".join(parts)]


def long_text(texts: list[str], size: int) -> str:
    """Return a text of at least `size` bytes: the same articles again and again, each time with other digits."""
    once = "\n\n".join(texts) + "\n\n"
    digits = "123456789"
    turned = [once.translate(str.maketrans(digits, digits[i:] + digits[:i])) for i in range(len(digits))]
    copies = size // size_of([once]) + 1
    return "".join(turned[i % len(turned)] for i in range(copies))


def linearity(texts: list[str], rounds: int) -> str:
    """Return the table of the time that a byte takes in texts of growing length."""
    rows, first = [], 0.0
    for size in SIZES:
        text = long_text(texts, size)
        repeat = max(1, SIZES[1] // size)
        runs = [seconds_per_byte(extract, [text], repeat) for _ in range(rounds)]
        each = statistics.median(runs)
        first = first or each
        rows.append([f"{size / 1e6:g} MB", f"{1 / each / 1e6:.1f}", f"{each / first:.2f}"])
    return pages.table(["one text of", "MB/s", "time of a byte, the first = 1"], rows)


# Sentences without an end, each of what a reader looks around for.
ENDLESS = {
    "dates that something lasts since": "since 1998 some 12 men, ",
    "dates of speech": "said on Monday 12 of them, ",
    "parts of a whole": "one percent of them, two of them, ",
    "an opening whole": "of the 900 men 12 boys and 13 girls, ",
    "lists told at their end": "3 boys, 4 boys killed and 5 boys, 6 boys wounded, ",
    "numbers that go on": "the Greens 12 and ",
    "single persons": "a man was a man, ",
    "brackets": "( 12 men ( ",
}
LENGTHS = (20_000, 320_000)


def endless(rounds: int) -> str:
    """Return the table of what a byte of a long sentence costs beside one of a short one."""
    rows = []
    for name, words in ENDLESS.items():
        texts = ["Of " + words * (length // len(words)) for length in LENGTHS]
        short, long = (
            statistics.median(
                seconds_per_byte(extract, [t], max(1, LENGTHS[1] // len(t))) for _ in range(rounds)
            )
            for t in texts
        )
        rows.append([name, f"{long / short:.2f}"])
    return pages.table(["one sentence of", "time of a byte, 320 kB beside 20 kB"], rows)


def all_sets() -> dict[str, list[str]]:
    """Return the texts of each table."""
    made = {name.capitalize(): texts for name, texts in sets().items()}
    *_, (name, texts) = made.items()
    return made | {f"{name}, several in a text": joined(texts, LONG_ARTICLE)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--dry-run", action="store_true", help="leave docs/performance.md as it is")
    options = parser.parse_args()
    made = all_sets()
    done = "\n".join(measured(title, texts, options.rounds) for title, texts in made.items())
    done += "\nThe repository's examples again and again, with other digits each time.\n\n"
    done += linearity(next(iter(made.values())), min(options.rounds, 3))
    done += "\n\nSentences without an end: none may cost more than its length.\n\n"
    done += endless(min(options.rounds, 3))
    print(done)
    if not options.dry_run:
        versions = ", ".join(f"{name} {metadata.version(package)}" for name, package in PACKAGES.items())
        pages.put("performance.md", "extraction", f"{done}\n{versions}; {pages.machine()}.\n")
