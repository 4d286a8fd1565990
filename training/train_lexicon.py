# SPDX-License-Identifier: MIT
# Needs: numpy scipy vaderSentiment==3.3.2 (training only).
"""Makes cpp/pressgauge/sentiment/data/lexicon.tsv: the weight of each word in the tone of a sentence.

    python training/train_lexicon.py [RATINGS]      # RATINGS: folder of rated sentences, ../shared/sentiment

A sentence's tone is the sum of weight x negation x intensity over its words, divided by sqrt(max(3, words)). The
weights are learned by ridge regression of human ratings on two things: the tone by VADER's lexicon (one coefficient),
and each word (a coefficient that corrects or adds). The same input gives the same file, byte for byte.
"""

from __future__ import annotations

import argparse
import re
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from ratings import DATA, ROOT, SETS, Text, read_modifiers, read_set, rule_rows
from scipy.sparse.linalg import cg
from vaderSentiment import vaderSentiment

CLASSES = ROOT / "cpp/pressgauge/text/data/words.tsv"

ALPHA = 5.0  # ridge penalty of each word; of 1, 2, 3, 5, 10, 20 the best by cross-validation on nyt, nearly so on mtsc
FREE = 1e-3  # penalty of the coefficients of the prior and of each set: as good as none
KEPT = 10_000  # strongest words that are written
FOLDS = 5
JUDGED = ("nyt", "mtsc")  # sets that cross-validation is on; reviews only help to learn
LEAST_WORDS = 3  # a shorter sentence counts as one of three words (sentiment.cpp: kLeastWords)
LEAST_TEXTS = 3  # texts that a word without a prior must stand in
NAME_SHARE = 0.7  # a word written with a capital more often than this inside sentences is a name


def toneless_words() -> set[str]:
    """Read the words that carry no tone of their own: those that English can't do without, numbers, names of forces."""
    classes: dict[str, set[str]] = {}
    for name, words in rule_rows(CLASSES):
        for word in words.split():
            classes.setdefault(name, set()).update(classes[word[1:]] if word[0] == "@" else {word})
    return classes["function_word"] | classes["toneless"]


def priors_of_vader() -> dict[str, float]:
    """VADER's mean ratings of single words, in [-4, 4]."""
    ratings = vaderSentiment.SentimentIntensityAnalyzer().lexicon
    return {word: value for word, value in ratings.items() if re.fullmatch(r"[a-z]+(?:'[a-z]+)*", word)}


def names_of(texts: list[Text]) -> set[str]:
    """Words that are mostly written with a capital inside sentences: names, which carry no tone of their own."""
    capital: dict[str, int] = {}
    total: dict[str, int] = {}
    for text in texts:
        for word in text.words[1:]:
            lower = word.lower()
            total[lower] = total.get(lower, 0) + 1
            capital[lower] = capital.get(lower, 0) + word[0].isupper()
    return {word for word, n in total.items() if capital[word] > NAME_SHARE * n}


def counts_of(texts: list[Text]) -> dict[str, int]:
    """In how many texts each word stands."""
    counts: dict[str, int] = {}
    for text in texts:
        for word in {w.lower() for w in text.words}:
            counts[word] = counts.get(word, 0) + 1
    return counts


def matrix_of(texts: list[Text], columns: dict[str, int]) -> sp.csr_matrix:
    """Rows: texts; columns: words, with their factors summed and divided by the root of the length."""
    rows, cols, values = [], [], []
    for row, text in enumerate(texts):
        root = max(LEAST_WORDS, text.length) ** 0.5
        for word, factor in zip(text.words, text.factors, strict=True):
            column = columns.get(word.lower())
            if column is not None:
                rows.append(row)
                cols.append(column)
                values.append(factor / root)
    return sp.csr_matrix((values, (rows, cols)), shape=(len(texts), len(columns)))


@dataclass
class Lexicon:
    """What is learned: the weight of each column's word, and its two parts."""

    words: list[str]
    prior: NDArray[np.float64]
    learned: NDArray[np.float64]
    texts: NDArray[np.int64]

    @property
    def weight(self) -> NDArray[np.float64]:
        """What a word adds, before modifiers and length; only the strongest words count."""
        weight = np.round(self.prior + self.learned, 2)
        order = np.lexsort((np.array(self.words), -np.abs(weight)))
        weight[order[KEPT:]] = 0
        return weight


def ridge(x: sp.csr_matrix, y: NDArray[np.float64], penalty: NDArray[np.float64]) -> NDArray[np.float64]:
    """Find the b of least |x b - y|² + sum of penalty b²."""
    normal = sp.linalg.LinearOperator((x.shape[1],) * 2, matvec=lambda b: x.T @ (x @ b) + penalty * b)
    b, failed = cg(normal, x.T @ y, rtol=1e-10, maxiter=5000)
    if failed:
        raise RuntimeError("ridge regression did not converge")
    return b


def train(sets: dict[str, list[Text]], vader: dict[str, float]) -> Lexicon:
    """Learns the weights from the sets, each centred and scaled."""
    texts = [text for name in sets for text in sets[name]]
    counts, names, empty = counts_of(texts), names_of(texts), toneless_words()
    seen = {w for w, n in counts.items() if n >= LEAST_TEXTS and w not in names and w[0] != "'"}
    words = sorted((seen - empty) | (vader.keys() - empty))
    x = matrix_of(texts, {word: i for i, word in enumerate(words)})
    prior = np.array([vader.get(word, 0.0) for word in words])
    sizes = [len(sets[name]) for name in sets]
    of_set = sp.csr_matrix(
        (np.ones(len(texts)), (np.arange(len(texts)), np.repeat(np.arange(len(sets)), sizes)))
    )
    weights = np.sqrt(np.repeat([SETS[name][1] for name in sets], sizes))
    y = np.concatenate([standard(np.array([t.rating for t in sets[name]])) for name in sets])
    all_x = sp.hstack([x, sp.csr_matrix(x @ prior).T, of_set]).tocsr()
    penalty = np.concatenate([np.full(len(words), ALPHA), np.full(1 + len(sets), FREE)])
    b = ridge(sp.diags(weights) @ all_x, weights * y, penalty)
    # On VADER's scale: a prior is VADER's own rating, and what is learned is added to it.
    return Lexicon(words, prior, b[: len(words)] / b[len(words)], np.array([counts.get(w, 0) for w in words]))


def standard(y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mean 0, standard deviation 1."""
    return (y - y.mean()) / y.std()


def fold_of(text: Text) -> int:
    """Choose the fold of a text's group."""
    return zlib.crc32(text.group.encode()) % FOLDS


def cross_validated(sets: dict[str, list[Text]], vader: dict[str, float]) -> dict[str, float]:
    """Pearson's r between ratings and the tones of texts that were not trained on; folds by article."""
    held: dict[str, list[tuple[float, float]]] = {name: [] for name in JUDGED}
    for fold in range(FOLDS):
        rest = {
            name: [t for t in texts if name not in held or fold_of(t) != fold] for name, texts in sets.items()
        }
        lexicon = train(rest, vader)
        columns = {word: i for i, word in enumerate(lexicon.words)}
        for name, pairs in held.items():
            out = [t for t in sets[name] if fold_of(t) == fold]
            tones = matrix_of(out, columns) @ lexicon.weight
            pairs.extend((t.rating, tone) for t, tone in zip(out, tones, strict=True))
    return {name: float(np.corrcoef(np.array(pairs).T)[0, 1]) for name, pairs in held.items()}


HEADER = """#pressgauge-rules 1
# Weights of words in the tone of a sentence. Made by training/train_lexicon.py; do not edit, but add words by a lexicon
# of your own. Columns: word	weight	prior	learned	texts	source
# weight: prior + learned, on VADER's scale [-4, 4]; prior: VADER's rating, 0 where it has none; learned: what human
# ratings correct or add; texts: rated texts that hold the word; source: vader, ratings, or both.
# A sentence's tone: the sum of weight x negation x intensity, divided by sqrt(max(3, words)).
# How made: ridge regression (alpha {alpha:g}) of the ratings, each set centred and scaled, on the tone by VADER's ratings and
# on every word; set weights {weights}; the {kept:,} strongest words. Left out: names (words
# with a capital in more than {names:.0%} of their uses inside sentences), function words, number words, and words without a prior in fewer
# than {least} texts.
# Sources of the ratings; only weights are learned from them, none of their text is here:
#   nyt, movie, amazon: Hutto & Gilbert (2014), sentences of New York Times editorials, film and product reviews, each
#     rated by 20 people; repository under the MIT licence.
#   mtsc: NewsMTSC, Hamborg & Donnay (2021), sentences of political news, mean of the sentiment toward their targets; MIT.
# Source of the priors: vaderSentiment 3.3.2, vader_lexicon.txt, under this licence:
{licence}
# Cross-validated Pearson r between tone and rating, {folds} folds of whole articles by crc32 of their id, set by set,
# training on the rest with all other sets: {scores}.
"""

LICENCE = """The MIT License (MIT). Copyright (c) 2016 C.J. Hutto
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:
The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.
THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE."""


def scores_of_priors(sets: dict[str, list[Text]], vader: dict[str, float]) -> dict[str, float]:
    """Find what Pearson's r would be without learning, by VADER's ratings alone."""
    columns = {word: i for i, word in enumerate(sorted(vader))}
    prior = np.array([vader[word] for word in columns])
    pairs = {
        name: (matrix_of(sets[name], columns) @ prior, [t.rating for t in sets[name]]) for name in JUDGED
    }
    return {name: float(np.corrcoef(*pair)[0, 1]) for name, pair in pairs.items()}


def in_words(scores: dict[str, float]) -> str:
    """Write scores as `nyt 0.500, mtsc 0.500`."""
    return ", ".join(f"{name} {r:.3f}" for name, r in scores.items())


def header_of(scores: dict[str, float]) -> str:
    """Write the comment at the top of the lexicon."""
    return HEADER.format(
        alpha=ALPHA,
        weights=", ".join(f"{name} {weight:g}" for name, (_, weight) in SETS.items()),
        kept=KEPT,
        names=NAME_SHARE,
        least=LEAST_TEXTS,
        licence="\n".join(f"#   {line}" for line in LICENCE.splitlines()),
        folds=FOLDS,
        scores=in_words(scores),
    )


def rows_of(lexicon: Lexicon) -> list[str]:
    """Write the rows of the lexicon, sorted by word."""
    rows = []
    for i, (word, weight) in enumerate(zip(lexicon.words, lexicon.weight, strict=True)):
        if weight == 0:
            continue
        prior, seen = lexicon.prior[i], int(lexicon.texts[i])
        source = "both" if prior and seen else "vader" if prior else "ratings"
        rows.append(f"{word}\t{weight:.2f}\t{prior:.1f}\t{weight - prior:.2f}\t{seen}\t{source}\n")
    return rows


def main() -> None:
    """Cross-validates, trains on all, writes the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ratings", nargs="?", type=Path, default=ROOT.parent / "shared/sentiment")
    folder = parser.parse_args().ratings
    modifiers = read_modifiers()
    sets = {name: read_set(folder, name, modifiers) for name in SETS}
    vader = priors_of_vader()
    scores = cross_validated(sets, vader)
    print(
        f"held-out r, {FOLDS} folds of articles: {in_words(scores)}; priors alone: {in_words(scores_of_priors(sets, vader))}"
    )
    rows = rows_of(train(sets, vader))
    (DATA / "lexicon.tsv").write_text(header_of(scores) + "".join(rows), encoding="utf-8", newline="\n")
    print(f"{len(rows)} words")


if __name__ == "__main__":
    main()
