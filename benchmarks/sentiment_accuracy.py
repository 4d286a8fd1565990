# SPDX-License-Identifier: MIT
"""How well tone agrees with readers, beside VADER, TextBlob and AFINN where they are installed: docs/accuracy.md.

    python benchmarks/sentiment_accuracy.py [SHARED] [--held-out FOLDER]

SHARED has sentiment/*.jsonl and figures/dev.jsonl. FOLDER is made by training/held_out.py: lexicons that were learned without
each fold. What they give is kept in held_out.json, so that the column stands without training anew.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pages
from agreement import Array, Labels, Value, fisher, fitted_labels, macro_f1, pearson
from numpy.typing import NDArray
from tones import Peer, Tone, ours, ours_toward, peers

import pressgauge as pg

sys.path.append(str(pages.ROOT / "training"))
from ratings import SETS, group_of

KEPT = Path(__file__).with_name("held_out.json")
SENTIMENT = pages.ROOT / "cpp/pressgauge/sentiment"
# What held-out figures depend on, with the links of the profiles: when it changes, they are of before.
LEARNED = ("data/lexicon.tsv", "data/events.tsv", "data/modifiers.tsv", "calibration.hpp")
TITLES = {
    "nyt": "editorials, New York Times, sentences",
    "mtsc": "political news, NewsMTSC, sentences",
    "movie": "film reviews, sentences",
    "amazon": "product reviews, sentences",
}
SHORT = 15  # words: as long as headlines are at most (training/fit_profiles.py)
TARGETS = {"mtsc_rw_dev": "NewsMTSC rw dev, targets", "mtsc_mt_dev": "NewsMTSC mt dev, targets"}
LAYERS = {
    "overall": "score",
    "events": "events",
    "quotation": "quotation",
}  # rated, and as pressgauge names it
PROGRAMS = [pages.ROOT / f"build/{name}/tests/cpp/pressgauge_layers" for name in ("release", "python")]
FOLDS = 5
SHIPPED, HELD_OUT = "pressgauge, as shipped", "pressgauge, held out"

Scorer = Callable[["Row"], Tone]
Found = dict[str, dict[str, dict[str, str]]]  # by set, scorer and measure


@dataclass(frozen=True)
class Row:
    """A rated text, or a rated target in it."""

    text: str
    rating: float
    label: int | None
    group: str
    target: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Judged:
    """A rated set, and what scores it."""

    title: str
    rows: list[Row]
    scorers: dict[str, Scorer]

    def tones(self, scorer: Scorer) -> tuple[Array, Labels]:
        """Score and label all rows."""
        scores, labels = zip(*map(scorer, self.rows), strict=True)
        return np.array(scores, dtype=float), np.array(labels, dtype=np.int64)

    @property
    def groups(self) -> NDArray[np.str_]:
        """The article of each row."""
        return np.array([row.group for row in self.rows])


def read(path: Path) -> list[dict[str, object]]:
    """Read JSON lines; nothing where there is no file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def sentences(folder: Path, name: str) -> list[Row]:
    """Read the rated sentences of a set."""
    rows = (row for file in SETS[name][0] for row in read(folder / f"{file}.jsonl"))
    return [Row(row["text"], row["y"], row["lab"], f"{name} {group_of(name, row['id'])}") for row in rows]


def held_out_scorer(folder: Path, profile: str) -> Scorer:
    """Score each text by the lexicon that was learned without its fold."""
    lexicons = [pg.sentiment.Lexicon.from_file(folder / f"lexicon_{fold}.tsv") for fold in range(FOLDS)]
    gauges = [pg.Gauge(lexicon=lexicon) for lexicon in lexicons]
    folds = json.loads((folder / "folds.json").read_text("utf-8"))

    def score(row: Row) -> Tone:
        name, group = row.group.split(" ", 1)
        return ours(row.text, profile, gauges[folds[name][group]])

    return score


def sentence_sets(folder: Path, held_out: Path | None) -> Iterator[Judged]:
    """Return the sets of sentences; short ones of news stand for headlines, of which no ratings are given."""
    sets = {name: sentences(folder, name) for name in TITLES}
    short = [row for name in ("nyt", "mtsc") for row in sets[name] if len(row.text.split()) <= SHORT]
    titled = [(TITLES[name], rows, "editorial") for name, rows in sets.items()]
    titled.insert(2, (f"of both, up to {SHORT} words (`headline`)", short, "headline"))
    for title, rows, profile in titled:
        scorers = {SHIPPED: lambda row, profile=profile: ours(row.text, profile)}
        if held_out:
            scorers[HELD_OUT] = held_out_scorer(held_out, profile)
        yield Judged(title, rows, scorers | of_texts("tone"))


def target_sets(folder: Path) -> Iterator[Judged]:
    """Return the sets of targets: their articles are kept out of training, so shipped weights are held out."""
    for name, title in TARGETS.items():
        rows = [
            Row(
                row["text"], each["lab"], each["lab"], group_of("mtsc", row["id"]), (each["from"], each["to"])
            )
            for row in read(folder / f"{name}.jsonl")
            for each in row["targets"]
        ]
        toward = {HELD_OUT: lambda row: ours_toward(row.text, row.target)}
        yield Judged(title, rows, toward | of_texts("tone"))


def article_sets(shared: Path) -> Iterator[Judged]:
    """Return the rated articles by layer; peers score them whole, and by the mean of their sentences."""
    texts = {row["id"]: row["text"] for row in read(shared / "figures/dev.jsonl")}
    rated = [row for row in read(shared / "sentiment/articles.jsonl") if row["id"] in texts]
    for name, layer in LAYERS.items():
        rows = [Row(texts[row["id"]], row[name], None, row["id"]) for row in rated if row[name] is not None]
        shipped = {SHIPPED: lambda row, layer=layer: ours(row.text, "news", layer=layer)}
        yield Judged(f"articles, {name}", rows, shipped | of_texts("tone"))
        yield Judged(f"articles, {name}; peers by the mean of sentences", rows, of_texts("tone_of_sentences"))


def of_texts(method: str) -> dict[str, Scorer]:
    """Return the peers that are installed as scorers of texts."""

    def scorer(peer: Peer) -> Scorer:
        tone = getattr(peer, method)
        return lambda row: tone(row.text)

    return {peer.version: scorer(peer) for peer in peers().values() if peer}


def measured(judged: Judged, scorer: Scorer) -> dict[str, Value]:
    """Measure a scorer on a set: r; where labels are given mean F1 by its own thresholds, and by fitted ones."""
    scores, guesses = judged.tones(scorer)
    groups = judged.groups
    out = {"r": pearson(scores, np.array([row.rating for row in judged.rows]), groups)}
    known = np.array([row.label is not None for row in judged.rows])
    if known.any():
        labels = np.array([row.label for row in judged.rows if row.label is not None])
        folds = np.array([zlib.crc32(group.encode()) % FOLDS for group in groups[known]])
        fitted = fitted_labels(scores[known], labels, folds)
        out["own"] = macro_f1(labels, guesses[known], groups[known])
        out["fitted"] = macro_f1(labels, fitted, groups[known])
    return out


def fingerprint() -> str:
    """Name the weights and constants that held-out figures belong to; comments don't count."""
    files = [(SENTIMENT / name).read_text("utf-8") for name in LEARNED]
    rows = [line.split("//")[0].rstrip() for file in files for line in file.splitlines() if line[:1] != "#"]
    links = [str(pg.sentiment.Link.of_profile(profile)) for profile in pg.sentiment.Profile]
    return hashlib.sha256("\n".join(filter(None, rows + links)).encode()).hexdigest()[:12]


def add_articles(found: Found, shared: Path) -> None:
    """Add the r of articles by constants chosen without them: what training/fit_link.py prints, with Fisher's interval."""
    program = next((path for path in PROGRAMS if path.exists()), None)
    if program is None:
        sys.exit("pressgauge_layers is not built (training/README.md): articles can't be held out")
    fit_link = str(pages.ROOT / "training/fit_link.py")
    command = [sys.executable, fit_link, str(shared), "--program", str(program)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for name, r in re.findall(r"^(\w+): held-out r (-?[\d.]+)", said, flags=re.MULTILINE):
        for title, of_set in found.items():
            if matched := re.fullmatch(rf"articles, {name} \(([\d,]+)\)", title):
                number = int(matched[1].replace(",", ""))
                of_set[HELD_OUT] = {"r": str(fisher(float(r), number))}


def keep(found: Found) -> None:
    """Keep held-out figures with the fingerprint of what they belong to."""
    cells = {title: of_set[HELD_OUT] for title, of_set in found.items() if HELD_OUT in of_set}
    KEPT.write_text(json.dumps({"of": fingerprint(), "cells": cells}, indent=1) + "\n", encoding="utf-8")


def kept() -> tuple[str, dict[str, dict[str, str]]]:
    """Return the title of the held-out column and its cells by set and measure."""
    stored = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {"of": "", "cells": {}}
    current = not stored["cells"] or stored["of"] == fingerprint()
    return HELD_OUT if current else f"{HELD_OUT} (weights of before)", stored["cells"]


def table_of(measure: str, found: Found) -> str:
    """Lay out a measure: sets down, scorers across."""
    held, cells = kept()
    shown = {
        f"{name}: not installed" if peer is None else peer.version: peer for name, peer in peers().items()
    }
    rows = [
        [
            title,
            of_set.get(SHIPPED, {}).get(measure, ""),
            of_set.get(HELD_OUT, cells.get(title, {})).get(measure, ""),
            *(of_set.get(name, {}).get(measure, "") for name in shown),
        ]
        for title, of_set in found.items()
        if any(measure in each for each in of_set.values())
    ]
    return pages.table(["ratings", SHIPPED, held, *shown], rows)


def main() -> None:
    """Measure all sets that are there, and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", nargs="?", type=Path, default=pages.ROOT.parent / "shared")
    parser.add_argument("--held-out", type=Path, help="lexicons made by training/held_out.py")
    parser.add_argument("--dry-run", action="store_true", help="leave docs/accuracy.md as it is")
    given = parser.parse_args()
    folder = given.shared / "sentiment"
    if not folder.exists():
        print(f"{folder} is not there: the tables of the tone stay as they are")
        return
    sets = [*sentence_sets(folder, given.held_out), *target_sets(folder), *article_sets(given.shared)]
    found: Found = {}
    for judged in (each for each in sets if each.rows):
        title = f"{judged.title} ({len(judged.rows):,})"
        found[title] = {
            name: {measure: str(value) for measure, value in measured(judged, scorer).items()}
            for name, scorer in judged.scorers.items()
        }
        print(title, json.dumps(found[title], indent=1), flush=True)
    if given.held_out and not given.dry_run:
        add_articles(found, given.shared)
        keep(found)
    made = {measure: table_of(measure, found) for measure in ("r", "own", "fitted")}
    print(*made.values(), sep="\n")
    if not given.dry_run:
        for measure, content in made.items():
            pages.put("accuracy.md", f"tone {measure}", content)


if __name__ == "__main__":
    main()
