"""Copies of one story: how many are found by what papers change, what is joined wrongly, and the time beside datasketch.

    python benchmarks/duplicates.py             # what docs/corpora.md shows
    python benchmarks/duplicates.py --dry-run   # printed only

Threshold and shingle are chosen with some stories, and what is told of them is measured with others. Articles of ../shared are
measured where they are there.
"""

from __future__ import annotations

import argparse
import gzip
import inspect
import json
import random
import statistics
import sys
import time
from dataclasses import dataclass
from importlib import metadata

import copies_by_datasketch
import made_stories
import pages
import pyarrow as pa
from paper_edits import Pair, Story, alike, copies

import pressgauge as pg
from pressgauge.corpus import duplicates

SHARED = pages.ROOT.parent / "shared"
CHOOSING, TELLING = 1, 4
"""Seeds: the real articles are dealt out by odd and even."""
STORIES = 300
THRESHOLDS = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)
SHINGLES = (3, 4, 5, 6, 8)
CROWD = 20_000
PIECE = 10
"""Sentences."""


CHOSEN = """
Threshold {threshold} and shingles of {shingle} words are what `duplicates` takes by default: of those that join none of the pairs that
are no copies they find most copies. They were chosen with one half of the real articles and as many made stories, and these are the shares
of pairs that were joined in the other half and in new stories. The last column is MinHash and MinHashLSH of datasketch {version} with
the same shingles, joining pairs by Jaccard similarity; its threshold, {other}, is the lowest that joined no pair of the first made stories
that are no copies.
"""
GRID = """
By threshold and shingle, in what they were chosen with: the mean share of copies found, and the largest share joined of
a kind of pairs that are no copies:
"""


@dataclass(frozen=True)
class Trial:
    """Stories, their copies by edit, and what is alike without being a copy."""

    title: str
    stories: list[Story]
    copies: dict[str, list[Pair]]
    alike: dict[str, list[Pair]]


@dataclass(frozen=True)
class Scores:
    """Shares of the pairs that were joined, and how many pairs of a copy or likeness with another story."""

    found: dict[str, float]
    wrong: dict[str, float]
    others: int

    @property
    def recall(self) -> float:
        return statistics.mean(self.found.values())

    @property
    def worst(self) -> float:
        return max(self.wrong.values())


def trial(title: str, stories: list[Story], seed: int, *, templates: bool) -> Trial:
    draw = random.Random(seed)
    return Trial(title, stories, copies(stories, draw), alike(stories, draw, templates=templates))


def made(seed: int) -> Trial:
    """Return stories of our own."""
    return trial("made", made_stories.stories(STORIES, seed), seed, templates=True)


def real(seed: int) -> Trial:
    """Return one half of the real articles."""
    rows = (SHARED / "figures" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    stories = [story_of(**json.loads(row)) for row in rows[seed % 2 :: 2]]
    return trial("real", stories, seed, templates=False)


def story_of(text: str, title: str | None = None, **_: object) -> Story:
    """Return an article as headline and sentences; without a headline its first words are one."""
    sentences = [text[each.start : each.end].strip() for each in pg.read(text).document.sentences]
    return [title or " ".join(sentences[0].split()[:7]), *sentences]


def table_of(stories: list[Story]) -> pa.Table:
    return pa.table(
        {"article_id": list(map(str, range(len(stories)))), "text": ["\n\n".join(each) for each in stories]}
    )


def joined(pairs: list[Pair], crowd: list[Story], **options: float) -> tuple[float, int]:
    """Return the share of pairs that are joined, and how many pairs of articles of two of them are."""
    firsts, seconds = zip(*pairs, strict=True)
    story = duplicates(table_of([*firsts, *seconds, *crowd]), **options)["story"].to_pylist()
    right = sum(a == b for a, b in zip(story, story[len(pairs) : 2 * len(pairs)], strict=False))
    sizes = [story.count(each) for each in set(story)] if not crowd else []
    return right / len(pairs), sum(size * (size - 1) // 2 for size in sizes) - right


def scores(of: Trial, **options: float) -> Scores:
    """Return what is found of a trial, each edit alone: a copy can't be found by another one."""
    found = {name: joined(pairs, [], **options) for name, pairs in of.copies.items()}
    wrong = {name: joined(pairs, [], **options) for name, pairs in of.alike.items()}
    others = sum(count for _, count in [*found.values(), *wrong.values()])
    return Scores({k: v[0] for k, v in found.items()}, {k: v[0] for k, v in wrong.items()}, others)


def chosen(grid: dict[tuple[float, int], list[Scores]]) -> tuple[float, int]:
    """Return threshold and shingle: what finds most in all trials, of those that join no others; then the larger ones."""
    strict = {key: trials for key, trials in grid.items() if not any(each.worst for each in trials)}
    return max(strict, key=lambda key: (round(statistics.mean(each.recall for each in strict[key]), 3), *key))


def measured_grid(trials: list[Trial]) -> dict[tuple[float, int], list[Scores]]:
    return {
        (threshold, shingle): [scores(each, threshold=threshold, shingle=shingle) for each in trials]
        for shingle in SHINGLES
        for threshold in THRESHOLDS
    }


def grid_table(grid: dict[tuple[float, int], list[Scores]]) -> str:
    """Return a table of recall and the worst share of others joined, over all trials."""
    rows = []
    for threshold in THRESHOLDS:
        cells = []
        for shingle in SHINGLES:
            trials = grid[threshold, shingle]
            recall = statistics.mean(each.recall for each in trials)
            cells.append(f"{recall:.3f}, {max(each.worst for each in trials):.2f}")
        rows.append([str(threshold), *cells])
    return pages.table(["threshold", *(f"{shingle} words" for shingle in SHINGLES)], rows)


def score_table(trials: list[Trial], found: list[Scores], others: list[dict[str, float]]) -> str:
    """Return a table of what is joined by edit and by likeness."""
    titles = [f"{each.title}, {len(each.stories)}" for each in trials]
    shares = [each.found | each.wrong for each in found] + others
    rows = [
        [name, *(f"{each[name]:.2f}" if name in each else "" for each in shares)]
        for name in [*trials[0].copies, *trials[0].alike]
    ]
    no = [""] * len(others)
    rows.append(["*number of pairs of other stories*", *(str(each.others) for each in found), *no])
    rows.append(["precision, if each line were as frequent", *map(precision, trials, found), *no])
    return pages.table(["", *titles, f"made, among {CROWD:,} others", "made, datasketch"], rows)


def precision(of: Trial, found: Scores) -> str:
    """Return the share of pairs joined that are copies, if there were as many of each line of the table."""
    right, wrong = sum(found.found.values()), sum(found.wrong.values()) + found.others / len(of.stories)
    return f"{right / (right + wrong):.3f}"


def pieces(**options: float) -> str:
    """Say how many of the pieces that follow each other in real news are joined."""
    with gzip.open(SHARED / "text" / "gmb_pos_ner.tsv.gz", "rt", encoding="utf-8") as lines:
        sentences = [
            " ".join(word.split("\t")[0] for word in each.split("\n"))
            for each in lines.read().strip().split("\n\n")
        ]
    stories = [sentences[at : at + PIECE] for at in range(0, len(sentences) - PIECE + 1, PIECE)]
    found = duplicates(table_of(stories), **options)
    pairs = sum(
        a != b for a, b in zip(found["article_id"].to_pylist(), found["first"].to_pylist(), strict=True)
    )
    return f"Of {len(stories):,} pieces of {PIECE} sentences of Voice of America, {pairs} were joined with another one."


def timed(**options: float) -> str:
    """Say how long finding takes beside datasketch."""
    table = table_of(made_stories.stories(5_000, TELLING))
    ratios, rates = [], []
    for _ in range(3):
        start = time.perf_counter()
        duplicates(table, **options)
        rates.append(table.num_rows / (time.perf_counter() - start))
        other = copies_by_datasketch.seconds(table["text"].combine_chunks(), **options)
        ratios.append(other * rates[-1] / table.num_rows)
    return (
        f"`duplicates` takes {statistics.median(rates):,.0f} articles of some 200 words a second, from texts to groups; "
        "datasketch, with as many permutations, without making the shingles or comparing them, takes "
        f"{statistics.median(ratios):.1f} times as long ({min(ratios):.1f} to {max(ratios):.1f} in {len(ratios)} runs; "
        f"{pages.machine()}, one thread)."
    )


def by_datasketch(told: Trial, shingle: int) -> tuple[float, dict[str, float]]:
    """Return the threshold that fits datasketch, chosen as ours is, and the shares of pairs that it joins then."""
    threshold = copies_by_datasketch.chosen(made(CHOOSING).alike, shingle)
    pairs = told.copies | told.alike
    return threshold, {
        name: copies_by_datasketch.joined(each, shingle)[threshold] for name, each in pairs.items()
    }


def content() -> str:
    there = (SHARED / "figures" / "dev.jsonl").exists()
    sources = [made, real] if there else [made]
    grid = measured_grid([source(CHOOSING) for source in sources])
    print(grid_table(grid))
    threshold, shingle = chosen(grid)
    options = {"threshold": threshold, "shingle": shingle}
    parameters = inspect.signature(duplicates).parameters
    if there and any(parameters[name].default != value for name, value in options.items()):
        sys.exit(f"the defaults of duplicates are not those that were chosen: {options}")
    trials = [source(TELLING) for source in sources]
    found = [scores(each, **options) for each in trials]
    crowd = made_stories.stories(CROWD, 3)
    crowded = {name: joined(pairs, crowd, **options)[0] for name, pairs in trials[0].copies.items()}
    other_threshold, other = by_datasketch(trials[0], shingle)
    parts = [
        CHOSEN.format(version=metadata.version("datasketch"), other=other_threshold, **options),
        score_table(trials, found, [crowded, other]),
        GRID,
        grid_table(grid),
        *([pieces(**options)] if there else []),
        timed(**options),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry-run", action="store_true", help="leave docs/corpora.md as it is")
    dry = parser.parse_args().dry_run
    text = content()
    print(text)
    if not dry:
        pages.put("corpora.md", "copies", text)
