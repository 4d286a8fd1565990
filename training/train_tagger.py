# SPDX-License-Identifier: MIT
# Needs: numpy and pressgauge, whose tokens it trains on.
"""Makes cpp/pressgauge/text/data/tagger.tsv: an averaged perceptron, trained from left to right on its own classes.

    python training/train_tagger.py [TEXT]      # TEXT: folder with gmb_pos_ner.tsv.gz

Every twentieth sentence is left out, for score_tagger.py. Takes some minutes; byte for byte the same at each run.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from features import SHAPES, Lexicon, features, lexicon_of, shapes_of
from numpy.typing import NDArray
from tagged import CLASSES, Word, aligned, sources_of_gmb, usual_classes
from variants import with_variants

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "cpp/pressgauge/text/data/tagger.tsv"
HELD_OUT = 20  # one sentence in so many
EPOCHS = 6
SEED = 1
LEAST = 5  # occurrences of a word, ending or shape that gets weights
SURE, SURE_SHARE = 20, 0.995  # occurrences, and share of one class, of words that always have it
SCALE = 10  # weights are kept in tenths
LEAST_WEIGHT = 15  # in tenths; smaller ones are left out: half the file, 0.03 points of ewt_dev
ROW = 32
EDGE = len(CLASSES)  # stands for the class before the first token
NAMES = (*CLASSES, "|")
# As score_tagger.py prints it for these weights; to be written here by hand.
SCORE = "88.9 % on ewt_test (English Web Treebank, gold), 98.6 % on news held out (silver)"
HEADER = """#pressgauge-rules 1
# Weights of the tagger (docs/tagger.md). Made by training/train_tagger.py; do not edit.
# Learned from: {sentences:,} sentences of the Groningen Meaning Bank (news of the Voice of America; the bank collects texts
# in the public domain, the copy used has no licence of its own; classes told by machine and corrected in part), with
# variants in title case, in capitals, cut, contracted, with other verbs; {epochs} rounds. Chosen on ewt_dev. Licence of this file: MIT.
# Score (training/score_tagger.py), words alone: {score}.
# Columns: kind	key	parts. A part is weights in tenths, and tells for which token they count: is, the word itself;
# capital, where it is capitalised within a sentence; next, the token before it, for which it is the next word; next2,
# two before; previous and previous2, the tokens behind it; a class, the word itself behind a token of that class (| at
# the start). always: its class, told without weights; class: its usual class. Highest sum wins.
# Kinds: word (<number>, <mixed>, <link>, <mark>: any; <edge>: outside of the sentence), suffix and prefix, shape (x lower
# case, X capital, F first word, A capitals, T title case, m M with digits, 0 number, . mark, | outside) of a token, or of
# it between its neighbours, class of the next word as it usually is or of the token before, classes of the two before.
"""

Integers = NDArray[np.int32]


@dataclass
class Token:
    """A token in numbers: class that is told or -1, class that is right or -1, features, its shape, its word or -1."""

    told: int
    right: int
    features: list[int]
    shape: int
    word: int


class Space:
    """Numbers of features: first those that are listed, then those by the classes before."""

    def __init__(self, listed: list[str], lexicon: Lexicon) -> None:
        self.ids = {name: i for i, name in enumerate(listed)}
        self.words = sorted(form for form in lexicon.usual if form not in lexicon.always and form[0] != "<")
        self.word_ids = {form: i for i, form in enumerate(self.words)}
        self.previous = len(listed)
        self.pairs = self.previous + ROW
        self.shapes = self.pairs + ROW * ROW
        self.behind = self.shapes + len(SHAPES) * ROW
        self.size = self.behind + len(self.words) * ROW

    def names(self) -> list[str]:
        """Names of all features; those of combinations that can't be are empty."""
        known = range(len(NAMES))
        names = [""] * self.size
        for name, i in self.ids.items():
            names[i] = name
        for second in known:
            names[self.previous + second] = f"class\t{NAMES[second]}\tprevious"
            for first in known:
                names[self.pairs + first * ROW + second] = f"classes\t{NAMES[first]} {NAMES[second]}\tis"
            for i, shape in enumerate(SHAPES):
                names[self.shapes + i * ROW + second] = f"shape\t{shape}\t{NAMES[second]}"
            for i, form in enumerate(self.words):
                names[self.behind + i * ROW + second] = f"word\t{form}\t{NAMES[second]}"
        return names

    def active(self, token: Token, before: int, before2: int) -> list[int]:
        """Return the numbers of a token's features, behind two classes."""
        ids = [
            *token.features,
            self.previous + before,
            self.pairs + before2 * ROW + before,
            self.shapes + token.shape * ROW + before,
        ]
        return [*ids, self.behind + token.word * ROW + before] if token.word >= 0 else ids


def listed_features(sentences: list[list[Word]], lexicon: Lexicon) -> list[list[list[str] | None]]:
    """Features of each token that needs weights."""
    out = []
    for words in sentences:
        shapes = f"|{shapes_of(words)}|"
        out.append(
            [
                None if lexicon.told(word) else list(features(words, i, shapes, lexicon))
                for i, word in enumerate(words)
            ]
        )
    return out


def numbered(
    sentences: list[list[Word]], names: list[list[list[str] | None]], lexicon: Lexicon, space: Space
) -> list[list[Token]]:
    """Turn sentences into numbers."""
    class_ids = {name: i for i, name in enumerate(CLASSES)}

    def token(word: Word, shape: str, found: list[str] | None) -> Token:
        return Token(
            class_ids[lexicon.told(word) or ""] if found is None else -1,
            class_ids[word.word_class] if word.word_class else -1,
            [space.ids[name] for name in found or () if name in space.ids],
            SHAPES.index(shape),
            space.word_ids.get(word.form, -1) if word.kind == "word" else -1,
        )

    return [
        list(map(token, words, shapes_of(words), found))
        for words, found in zip(sentences, names, strict=True)
    ]


def train(sentences: list[list[Token]], space: Space) -> NDArray[np.float64]:
    """Average the weights over all steps of all rounds."""
    weights = np.zeros((space.size, ROW), dtype=np.int32)
    moments = np.zeros((space.size, ROW))
    step = 1
    order = list(range(len(sentences)))
    chance = random.Random(SEED)
    for epoch in range(EPOCHS):
        chance.shuffle(order)
        wrong = 0
        for sentence in order:
            before = before2 = EDGE
            for token in sentences[sentence]:
                guess = token.told
                if guess < 0:
                    ids = np.array(space.active(token, before, before2))
                    guess = int(weights.take(ids, axis=0).sum(axis=0)[:EDGE].argmax())
                    step += 1
                    if token.right not in {guess, -1}:
                        wrong += 1
                        weights[ids, token.right] += 1
                        weights[ids, guess] -= 1
                        moments[ids, token.right] += step
                        moments[ids, guess] -= step
                before2, before = before, guess
        print(f"round {epoch + 1}: {wrong:,} corrections", flush=True)
    return weights - moments / step


def rows_of(weights: Integers, names: list[str], lexicon: Lexicon) -> list[str]:
    """Write each word, affix, shape and class with all its parts as a line."""
    parts: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for form, usual in lexicon.usual.items():
        parts["word", form] = {"always" if form in lexicon.always else "class": usual} if usual else {}
    for name, row in zip(names, weights, strict=True):
        kept = [f"{CLASSES[i]}:{row[i]}" for i in range(len(CLASSES)) if abs(row[i]) >= LEAST_WEIGHT]
        if name and kept:
            kind, key, part = name.split("\t")
            parts[kind, key][part] = " ".join(kept)
    order = ["always", "class", "is", "capital", "next", "next2", "previous", "previous2", *NAMES]
    lines = []
    for (kind, key), found in sorted(parts.items()):
        cells = [f"{part}={found[part]}" for part in sorted(found, key=order.index)]
        if cells or key.startswith("<"):
            lines.append("\t".join([kind, key, *(cells or ["is="])]))
    return lines


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("text", nargs="?", type=Path, default=ROOT.parent / "shared/text")
    sources = list(sources_of_gmb(parser.parse_args().text / "gmb_pos_ner.tsv.gz"))
    sources = [source for i, source in enumerate(sources) if i % HELD_OUT]
    usual = usual_classes(sources)
    sentences = with_variants([aligned(source, usual) for source in sources], SEED)
    lexicon = lexicon_of(sentences, LEAST, SURE, SURE_SHARE)
    names = listed_features(sentences, lexicon)
    counts = Counter(name for words in names for found in words if found for name in found)
    space = Space(sorted(name for name, count in counts.items() if count >= LEAST), lexicon)
    weights = train(numbered(sentences, names, lexicon, space), space)
    tenths = np.rint(weights * SCALE).astype(np.int32)
    rows = rows_of(tenths, space.names(), lexicon)
    header = HEADER.format(sentences=len(sources), epochs=EPOCHS, score=SCORE)
    OUT.write_text("\n".join([header.rstrip("\n"), *rows, ""]), encoding="utf-8")
    print(f"{len(rows):,} lines, {OUT.stat().st_size / 1e6:.2f} MB, largest weight {np.abs(tenths).max()}")


if __name__ == "__main__":
    main()
