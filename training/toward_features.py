# SPDX-License-Identifier: MIT
# Needs: numpy scipy vaderSentiment==3.3.2 (training only).
"""What a target's sentence says of it: words by side and distance, and what is known of them before training."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from ratings import PLAIN, ROOT, TOKEN, factors_of, group_of, is_word, read_modifiers, read_set, rule_rows
from scipy.sparse.linalg import cg
from vaderSentiment import vaderSentiment

# By cross-validation on the training set: distances 6 to 40, powers 0.15 to 0.5, penalties 0.3 to 2, reach 2 to 4.
HALVING = 10.0  # tokens of distance that halve what a word counts (toward.cpp: kHalving)
WINDOW = 60  # tokens to either side that count (toward.cpp: kWindow)
LENGTH_POWER = 0.3  # of the number of words, which a sum is divided by (toward.cpp: kLengthPower)
REACH = 3  # tokens that function words tell a role over: `by` before the target (toward_weights.hpp: kReach)
NEAR = 0.3  # what one of them counts
REVIEWS_PENALTY = 5.0  # ridge penalty of the lexicon of the other sets
OTHER_SETS = {"nyt": 1.0, "movie": 0.3, "amazon": 0.2}
LEAST_TARGETS = 3  # targets that a word with a coefficient of its own stands beside; its stem needs one
LEAST_WORDS = 3  # a shorter sentence counts as one of so many words (balance.hpp: kLeastWords)
SUFFIXES = (
    ("ations", ""), ("ation", ""), ("ingly", ""), ("edly", ""), ("fully", ""), ("ness", ""), ("ments", ""),
    ("ment", ""), ("iest", "y"), ("ies", "y"), ("ied", "y"), ("ing", ""), ("ers", ""), ("er", ""), ("ed", ""),
    ("es", ""), ("ly", ""), ("s", ""), ("e", ""),
)  # fmt: skip
LEAST_STEM = 4
NAME_SHARE = 0.7  # a word written with a capital more often than this inside sentences is a name
CLASSES = ROOT / "cpp/pressgauge/text/data/words.tsv"

Features = dict[str, float]
Vector = NDArray[np.float64]


@dataclass
class Target:
    """A target in its sentence."""

    group: str
    words: list[str]
    factors: list[float]
    first: int
    end: int
    label: int


@dataclass
class Words:
    """What is known of words before training on targets."""

    vader: dict[str, float]
    toneless: set[str]
    names: set[str]
    counts: Counter[str] = field(default_factory=Counter)
    reviews: dict[str, float] = field(default_factory=dict)

    def review(self, word: str) -> float:
        """Return a word's weight by the other sets."""
        learned = self.reviews.get(f"w {word}", 0.0) + self.reviews.get(f"s {stem_of(word)}", 0.0)
        return learned + self.reviews["prior"] * self.vader.get(word, 0.0)


def priors_of_vader() -> dict[str, float]:
    """VADER's mean ratings of single words, in [-4, 4]."""
    ratings = vaderSentiment.SentimentIntensityAnalyzer().lexicon
    return {word: value for word, value in ratings.items() if re.fullmatch(r"[a-z]+(?:'[a-z]+)*", word)}


def toneless_words() -> set[str]:
    """Read the words that count only close to a target: those that English can't do without, and number words."""
    classes: dict[str, set[str]] = {}
    for name, words in rule_rows(CLASSES):
        for word in words.split():
            classes.setdefault(name, set()).update(classes[word[1:]] if word[0] == "@" else {word})
    return classes["function_word"] | classes["toneless"]


def names_of(sentences: list[list[str]]) -> set[str]:
    """Words that are mostly written with a capital inside sentences: nobody's name has a tone of its own."""
    capital: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for words in sentences:
        for word in words[1:]:
            total[word.lower()] += 1
            capital[word.lower()] += word[0].isupper()
    return {word for word, n in total.items() if capital[word] > NAME_SHARE * n}


def ridge(x: sp.csr_matrix, y: Vector, penalty: Vector) -> Vector:
    """Find the b of least |x b - y|² + sum of penalty b²."""
    normal = sp.linalg.LinearOperator((x.shape[1],) * 2, matvec=lambda b: x.T @ (x @ b) + penalty * b)
    b, failed = cg(normal, x.T @ y, rtol=1e-10, maxiter=5000)
    if failed:
        raise RuntimeError("ridge regression did not converge")
    return b


def stem_of(word: str) -> str:
    """Cut a word's ending: a rough stem that its forms share."""
    for suffix, instead in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= LEAST_STEM:
            word = word[: -len(suffix)] + instead
            break
    return word[:-1] if len(word) > LEAST_STEM and word[-1] == word[-2] and word[-1] not in "ls" else word


def read_targets(path: Path) -> tuple[list[Target], list[list[str]]]:
    """Read targets, and the sentences as written."""
    modifiers = read_modifiers()
    targets, sentences = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = list(TOKEN.finditer(row["text"].translate(PLAIN)))
        words = [match.group().lower() for match in found]
        factors = factors_of(words, modifiers)
        for target in row["targets"]:
            inside = [i for i, m in enumerate(found) if m.end() > target["from"] and m.start() < target["to"]]
            group = group_of("mtsc", row["id"])
            targets.append(Target(group, words, factors, inside[0], inside[-1] + 1, target["lab"]))
            sentences.append([m.group() for m in found if is_word(m.group())])
    return targets, sentences


def features_of(target: Target, known: Words) -> tuple[Features, Features]:
    """Tell what counts for the tone toward a target, and for its strength."""
    tone: Features = {}
    strength: Features = {}

    def add(to: Features, name: str, value: float) -> None:
        to[name] = to.get(name, 0.0) + value

    root = max(LEAST_WORDS, sum(map(is_word, target.words))) ** LENGTH_POWER
    for i, word in enumerate(target.words):
        if target.first <= i < target.end or not is_word(word) or word in known.names or word[0] == "'":
            continue
        before = i < target.first
        distance = target.first - i if before else i - target.end + 1
        side = "<" if before else ">"
        if distance > WINDOW:
            continue
        if word in known.toneless:
            if distance <= REACH:
                add(tone, f"n{side}{distance} {word}", NEAR)
                add(strength, f"n{side}{distance} {word}", NEAR)
            continue
        near = 1 / (1 + distance / HALVING) / root
        value = near * target.factors[i]
        for name, prior in (("vader", known.vader.get(word, 0.0) / 2), ("review", known.review(word))):
            if prior:
                add(tone, f"p {name}", value * prior)
                add(strength, f"p {name}", near * abs(prior))
        keys = [f"s {stem_of(word)}"] + [f"w {word}"] * (known.counts[word] >= LEAST_TARGETS)
        for key in keys:
            add(tone, key, value)
            add(tone, side + key, value)
            add(strength, key, near)
    return tone, strength


def reviews_of(folder: Path, known: Words) -> dict[str, float]:
    """Learn a lexicon from the sets without targets."""
    rows: list[Features] = []
    ratings, weights = [], []
    modifiers = read_modifiers()
    sets = {name: read_set(folder, name, modifiers) for name in OTHER_SETS}
    counts = Counter(w for texts in sets.values() for t in texts for w in {x.lower() for x in t.words})
    for name, weight in OTHER_SETS.items():
        texts = sets[name]
        y = np.array([t.rating for t in texts])
        ratings.append((y - y.mean()) / y.std())
        weights.append(np.full(len(texts), np.sqrt(weight)))
        for text in texts:
            row: Features = {}
            root = max(LEAST_WORDS, text.length) ** LENGTH_POWER
            for written, factor in zip(text.words, text.factors, strict=True):
                word = written.lower()
                if word in known.vader:
                    row["prior"] = row.get("prior", 0.0) + factor / root * known.vader[word]
                if word in known.toneless or word in known.names or word[0] == "'":
                    continue
                keys = [f"s {stem_of(word)}"] + [f"w {word}"] * (
                    counts[word] + known.counts[word] >= LEAST_TARGETS
                )
                for key in keys:
                    row[key] = row.get(key, 0.0) + factor / root
            rows.append(row)
    columns = columns_of(rows)
    root_weights = np.concatenate(weights)
    penalty = np.array([1e-3 if name == "prior" else REVIEWS_PENALTY for name in columns])
    x = sp.diags(root_weights) @ matrix_of(rows, columns)
    found = ridge(x.tocsr(), root_weights * np.concatenate(ratings), penalty)
    return dict(zip(columns, found.tolist(), strict=True))


def columns_of(rows: list[Features]) -> dict[str, int]:
    """Return the number of each feature."""
    return {name: i for i, name in enumerate(sorted({name for row in rows for name in row}))}


def matrix_of(rows: list[Features], columns: dict[str, int]) -> sp.csr_matrix:
    """Rows: texts; columns: features."""
    cells = [
        (i, columns[name], v) for i, row in enumerate(rows) for name, v in row.items() if name in columns
    ]
    at, column, values = zip(*cells, strict=True)
    return sp.csr_matrix((values, (at, column)), shape=(len(rows), len(columns)))
