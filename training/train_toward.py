# SPDX-License-Identifier: MIT
# Needs: numpy scipy vaderSentiment==3.3.2 (training only).
"""Makes cpp/pressgauge/sentiment/data/toward.tsv: what words say of a target that they stand before or behind.

    python training/train_toward.py [RATINGS]      # RATINGS: folder of rated sentences, ../shared/sentiment

Multinomial logistic regression of the sentiment toward a target (negative, neutral, positive) on the words of its
sentence. Two sums over words make the odds: tone t says which way, strength m says how surely any way:

    negative : neutral : positive  =  exp(m - t) : 1 : exp(m + t)

A word counts by its distance to the target; for t also by its side and by the modifiers before it. The articles of the
two development sets are kept out of training, so that what the header says of them is held out. The same input gives the
same file, byte for byte.
"""

from __future__ import annotations

import argparse
import json
import re
import zlib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from licences import VADER_LICENCE
from numpy.typing import NDArray
from ratings import DATA, PLAIN, ROOT, TOKEN, factors_of, is_word, read_modifiers, read_set, rule_rows
from scipy.optimize import minimize
from scipy.sparse.linalg import cg
from vaderSentiment import vaderSentiment

# By cross-validation on the training set: distances 6 to 40, powers 0.15 to 0.5, penalties 0.3 to 2, reach 2 to 4.
HALVING = 10.0  # tokens of distance that halve what a word counts (toward.cpp: kHalving)
WINDOW = 60  # tokens to either side that count (toward.cpp: kWindow)
LENGTH_POWER = 0.3  # of the number of words, which a sum is divided by (toward.cpp: kLengthPower)
PENALTY = 1.0  # of each coefficient
FREE = 0.1  # penalty of the coefficients of the priors
REACH = 3  # tokens that function words tell a role over: `by` before the target (toward_weights.hpp: kReach)
NEAR = 0.3  # what one of them counts
REVIEWS_PENALTY = 5.0  # ridge penalty of the lexicon of the other sets
OTHER_SETS = {"nyt": 1.0, "movie": 0.3, "amazon": 0.2}
LEAST_TARGETS = 3  # targets that a word with a coefficient of its own stands beside; its stem needs one
KEPT = 14_000  # strongest words that are written
STEPS = 80  # of L-BFGS; more fit the training set better, and others no better
FOLDS = 5
LABELS = (-1, 0, 1)
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
            group = "_".join(row["id"].split("_")[:3])
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


@dataclass
class Model:
    """Coefficients of tone and strength, the last of each for what is always there."""

    tone: Vector
    strength: Vector

    def odds(self, x: sp.csr_matrix, z: sp.csr_matrix) -> Vector:
        """Return the probabilities of negative, neutral and positive."""
        t = x @ self.tone[:-1] + self.tone[-1]
        m = z @ self.strength[:-1] + self.strength[-1]
        return softmax(np.stack([m - t, np.zeros_like(t), m + t], 1))


def softmax(z: Vector) -> Vector:
    """Turn logits into probabilities."""
    odds = np.exp(z - z.max(1, keepdims=True))
    return odds / odds.sum(1, keepdims=True)


def penalties_of(columns: dict[str, int]) -> Vector:
    """Return the penalty of each coefficient; what is always there is free."""
    return np.array([FREE if name.startswith("p ") else PENALTY for name in columns] + [0.0])


def fit(
    x: sp.csr_matrix,
    z: sp.csr_matrix,
    labels: NDArray[np.int64],
    tone_penalty: Vector,
    strength_penalty: Vector,
) -> Model:
    """Find the likeliest coefficients under their penalties."""
    wanted = np.stack([labels == label for label in LABELS], 1).astype(float)
    split = x.shape[1] + 1

    def loss(b: Vector) -> tuple[float, Vector]:
        model = Model(b[:split], b[split:])
        p = model.odds(x, z)
        off = p - wanted
        dt, dm = off[:, 2] - off[:, 0], off[:, 2] + off[:, 0]
        penalties = np.concatenate([tone_penalty, strength_penalty])
        value = -np.log((p * wanted).sum(1)).sum() + 0.5 * (penalties * b * b).sum()
        slope = np.concatenate([x.T @ dt, [dt.sum()], z.T @ dm, [dm.sum()]])
        return float(value), slope + penalties * b

    b = minimize(
        loss, np.zeros(split + z.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}
    ).x
    return Model(b[:split], b[split:])


def scores_of(p: Vector, labels: NDArray[np.int64]) -> tuple[float, float]:
    """Pearson's r of score and label, and macro-F1 of the likeliest label."""
    guess = np.array(LABELS)[p.argmax(1)]
    hits = [
        2 * np.sum((labels == c) & (guess == c)) / max(1, np.sum(labels == c) + np.sum(guess == c))
        for c in LABELS
    ]
    return float(np.corrcoef(p[:, 2] - p[:, 0], labels)[0, 1]), float(np.mean(hits))


@dataclass
class Design:
    """Targets as rows of features."""

    tone_columns: dict[str, int]
    strength_columns: dict[str, int]
    x: sp.csr_matrix
    z: sp.csr_matrix
    labels: NDArray[np.int64]

    def fit(self, rows: NDArray[np.bool_]) -> Model:
        """Fit to some of the rows."""
        penalties = penalties_of(self.tone_columns), penalties_of(self.strength_columns)
        return fit(self.x[rows], self.z[rows], self.labels[rows], *penalties)


def design_of(targets: list[Target], known: Words) -> Design:
    """Lay out the features of all targets."""
    pairs = [features_of(target, known) for target in targets]
    tone, strength = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    columns, others = columns_of(tone), columns_of(strength)
    labels = np.array([target.label for target in targets])
    return Design(columns, others, matrix_of(tone, columns), matrix_of(strength, others), labels)


def cross_validated(targets: list[Target], design: Design) -> tuple[float, float]:
    """Score targets that were not trained on; folds by article."""
    folds = np.array([zlib.crc32(target.group.encode()) % FOLDS for target in targets])
    odds = np.zeros((len(targets), len(LABELS)))
    for fold in range(FOLDS):
        out = folds == fold
        odds[out] = design.fit(~out).odds(design.x[out], design.z[out])
    return scores_of(odds, design.labels)


def rows_of(design: Design, model: Model, known: Words) -> list[str]:
    """Write the rows of the file: the strongest words, each with what it says before and behind a target."""
    tone = dict(zip(design.tone_columns, model.tone, strict=False))
    strength = dict(zip(design.strength_columns, model.strength, strict=False))
    reviewed = {name[2:] for name in known.reviews if name.startswith("w ")}
    words = (known.counts.keys() | known.vader.keys() | reviewed) - known.toneless - known.names
    rows = []
    for word in sorted(words):
        vader, review, stem = known.vader.get(word, 0.0) / 2, known.review(word), stem_of(word)
        shared = tone["p vader"] * vader + tone["p review"] * review
        sides = [
            shared
            + sum(
                tone.get(f"{part}{kind}", 0.0) for part in ("", side) for kind in (f"s {stem}", f"w {word}")
            )
            for side in "<>"
        ]
        size = strength["p vader"] * abs(vader) + strength["p review"] * abs(review)
        size += strength.get(f"s {stem}", 0.0) + strength.get(f"w {word}", 0.0)
        rows.append((word, *(round(float(v), 2) + 0.0 for v in (*sides, size))))
    rows.sort(key=lambda row: (-sum(map(abs, row[1:])), row[0]))
    lines = [
        f"{w}\t{before:g}\t{after:g}\t{size:g}\n"
        for w, before, after, size in rows[:KEPT]
        if before or after or size
    ]
    lines.append(f"(always)\t{model.tone[-1]:.3f}\t{model.tone[-1]:.3f}\t{model.strength[-1]:.3f}\n")
    own = tone["p vader"] / 2
    lines.append(f"(own)\t{own:.3f}\t{own:.3f}\t{strength['p vader'] / 2:.3f}\n")
    for name in design.tone_columns:
        if name[0] == "n":
            place, word = name[1:].split(" ")
            distance = int(place[1:]) * (-1 if place[0] == "<" else 1)
            values = [round(NEAR * float(part[name]), 2) + 0.0 for part in (tone, strength)]
            if any(values):
                lines.append(f"{word}\tnear {distance}\t{values[0]:g}\t{values[1]:g}\n")
    return sorted(lines)


HEADER = """#pressgauge-rules 1
# What words say of a target in their sentence. Made by training/train_toward.py; do not edit, but add words by a lexicon of
# your own. Columns: word	before	behind	strength; or, of function words: word	near PLACE	tone	strength
# before, behind: the word's tone toward a target that it stands before or behind (`X attacked Y`: of X, attacked stands
#   behind); strength: how much it speaks for any tone, of either sign, against neutral.
# PLACE: tokens from the target, negative before it; such a word counts only there, whatever the sentence's length.
# (always): what every sentence has; (own): what a weight of 1 in a user's lexicon counts.
# Tone t: the sum of tone x negation x intensity x nearness; strength m: the sum of strength x nearness; nearness: 1 / ((1 +
# distance / {halving:g}) x max({least}, words) ^ {power}), 0 beyond {window} tokens. negative : neutral : positive = exp(m - t) : 1 : exp(m + t).
# How made: logistic regression (penalty {penalty:g}) of the targets' labels on VADER's ratings, a lexicon learned from the other
# sets below, words and their stems, each for both sides together and for its own; the {kept:,} strongest words. Left out: names
# and number words.
# Sources of the labels and ratings; only weights are learned from them, none of their text is here:
#   NewsMTSC, Hamborg & Donnay (2021), sentences of political news, the sentiment toward each target; MIT. Its training set
#     without the {articles} articles that the development sets are from: {targets:,} targets.
#   Hutto & Gilbert (2014), sentences of New York Times editorials, film and product reviews, each rated by 20 people;
#     repository under the MIT licence.
# Source of the priors: vaderSentiment 3.3.2, vader_lexicon.txt, under this licence:
{licence}
# Pearson r of score and label, macro-F1 of the labels: {scores}.
"""


def header_of(scores: dict[str, tuple[float, float]], articles: int, targets: int) -> str:
    """Write the comment at the top of the file."""
    return HEADER.format(
        halving=HALVING,
        least=LEAST_WORDS,
        window=WINDOW,
        power=LENGTH_POWER,
        penalty=PENALTY,
        kept=KEPT,
        articles=articles,
        targets=targets,
        licence="\n".join(f"#   {line}" for line in VADER_LICENCE.splitlines()),
        scores="; ".join(f"{name} {r:.3f}, {f1:.3f}" for name, (r, f1) in scores.items()),
    )


def main() -> None:
    """Cross-validates, trains, tests on the development sets, writes the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ratings", nargs="?", type=Path, default=ROOT.parent / "shared/sentiment")
    folder = parser.parse_args().ratings
    held = {name: read_targets(folder / f"{name}.jsonl")[0] for name in ("mtsc_rw_dev", "mtsc_mt_dev")}
    kept_out = {target.group for targets in held.values() for target in targets}
    pairs = list(zip(*read_targets(folder / "mtsc_train.jsonl"), strict=True))
    articles = {target.group for target, _ in pairs} & kept_out
    pairs = [(target, words) for target, words in pairs if target.group not in kept_out]
    targets = [target for target, _ in pairs]
    known = Words(priors_of_vader(), toneless_words(), names_of([words for _, words in pairs]))
    known.counts.update(word for target in targets for word in set(target.words) if is_word(word))
    known.reviews = reviews_of(folder, known)
    design = design_of(targets, known)
    scores = {f"{FOLDS} folds of articles": cross_validated(targets, design)}
    model = design.fit(np.ones(len(targets), bool))
    for name, rest in held.items():
        rows = [features_of(target, known) for target in rest]
        odds = model.odds(
            matrix_of([row[0] for row in rows], design.tone_columns),
            matrix_of([row[1] for row in rows], design.strength_columns),
        )
        scores[name] = scores_of(odds, np.array([target.label for target in rest]))
    lines = rows_of(design, model, known)
    header = header_of(scores, len(articles), len(targets))
    (DATA / "toward.tsv").write_text(header + "".join(lines), encoding="utf-8", newline="\n")
    print(f"{scores}\n{len(lines)} rows, {len(header) + sum(map(len, lines)):,} characters")


if __name__ == "__main__":
    main()
