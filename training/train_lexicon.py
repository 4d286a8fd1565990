# SPDX-License-Identifier: MIT
# Needs: numpy scipy vaderSentiment==3.3.2 (training only).
"""Makes cpp/pressgauge/sentiment/data/lexicon.tsv: the weight of each word in the tone of a sentence.

    python training/train_lexicon.py OPINIONS WORDNET [RATINGS [NEWS]] [--only-scores]
    # OPINIONS: r-cran-tidytext unpacked (training/priors.py); WORDNET: its dictionary (training/wordnet.py);
    # RATINGS: rated sentences, ../shared/sentiment; NEWS: ../shared/text/gmb_pos_ner.tsv.gz, for its words alone

A sentence's tone is the sum of weight x negation x intensity over its words, divided by sqrt(max(3, words)). The
weight of a word is learned as a sum: what is known of it beforehand (VADER, the opinion lexicon, our own list, each by
the word, by its stem, by the class of word that it is, and by the words that WordNet has near it), the word itself, its
stem, its groups of letters and the words of its glosses, all by one ridge regression of human ratings. The same input gives the same file, byte for byte.
"""

from __future__ import annotations

import argparse
import gzip
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from licences import VADER_LICENCE
from numpy.typing import NDArray
from priors import by_stem, opinions, own_by_stem, own_ratings, stem, vader_ratings
from ratings import DATA, ROOT, SETS, Text, read_modifiers, read_set, rule_rows
from scipy.sparse.linalg import cg
from wordnet import Senses, WordNet, class_shares

CLASSES = ROOT / "cpp/pressgauge/text/data/words.tsv"
NEWS = ROOT.parent / "shared/text/gmb_pos_ner.tsv.gz"

# Ridge penalties. Those of word and stem between 8 and 30 gave the same r within 0.005 when they were tried.
PENALTY = {"prior": 1e-3, "near": 50.0, "word": 30.0, "stem": 16.0, "letters": 30.0, "gloss": 30.0}
SIZES = range(3, 7)  # of groups of letters
LEAST_SHARED = 4  # words that a group of letters must stand in
LEAST_EXPLAINED = 3  # words that the stem of a gloss must explain
KEPT = 16_000  # strongest words that are written
FOLDS = 5
JUDGED = ("nyt", "mtsc")  # sets that cross-validation is on; reviews only help to learn
LEAST_WORDS = 3  # a shorter sentence counts as one of three words (balance.hpp: kLeastWords)
LEAST_TEXTS = 2  # texts that a word without a rating must stand in
LEAST_NEWS = 3  # uses in the news of a word that no rated text needs to hold
NAME_SHARE = 0.7  # a word written with a capital more often than this inside sentences is a name
LEAST_FUNCTION = 1.0  # weight of a function word that is kept
MOST = 4.0  # no weight is larger

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Known:
    """What is known of words before any rated sentence is read."""

    vader: dict[str, float]
    opinion: dict[str, float]
    own: dict[str, tuple[float, str]]
    net: WordNet
    news: set[str]


def words_of_class(name: str) -> set[str]:
    """Read the words of a class: `toneless` for numbers and names of forces, `function_word`."""
    classes: dict[str, set[str]] = {}
    for row, words in rule_rows(CLASSES):
        for word in words.split():
            classes.setdefault(row, set()).update(classes[word[1:]] if word[0] == "@" else {word})
    return classes[name]


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


def news_words(path: Path, net: WordNet) -> set[str]:
    """Words of tagged news that WordNet knows and that are no names: they get a weight by what is like them."""
    total: dict[str, int] = {}
    capital: dict[str, int] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            word = line.split("\t")[0].rstrip("\n")
            if word.isascii() and word.isalpha():
                lower = word.lower()
                total[lower] = total.get(lower, 0) + 1
                capital[lower] = capital.get(lower, 0) + word[0].isupper()
    return {w for w, n in total.items() if n >= LEAST_NEWS and capital[w] < n / 2 and net.senses(w)}


def known_of(folder: Path, wordnet: Path, news: Path) -> Known:
    """Read what is known of words: the opinion lexicon's folder, WordNet's, tagged news."""
    net = WordNet(wordnet)
    return Known(vader_ratings(), opinions(folder), own_ratings(), net, news_words(news, net))


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


def groups_of_letters(word: str) -> list[str]:
    """All groups of a word with its edges, once each, in order."""
    edged = f"<{word}>"
    return sorted({edged[i : i + n] for n in SIZES for i in range(len(edged) - n + 1)})


def parts_of(words: list[str]) -> sp.csr_matrix:
    """Rows: words; columns: the words, their stems and groups of letters, each scaled by its penalty."""
    stems = {key: i for i, key in enumerate(sorted({stem(word) for word in words}))}
    holds: dict[str, list[int]] = {}
    sizes = np.zeros(len(words))
    for row, word in enumerate(words):
        groups = groups_of_letters(word)
        sizes[row] = len(groups)
        for group in groups:
            holds.setdefault(group, []).append(row)
    shared = [holds[group] for group in sorted(holds) if len(holds[group]) >= LEAST_SHARED]
    columns = np.repeat(np.arange(len(shared)), [len(rows) for rows in shared])
    rows = np.concatenate([np.array(rows) for rows in shared])
    letters = sp.csr_matrix(
        ((sizes[rows] * PENALTY["letters"]) ** -0.5, (rows, columns)), shape=(len(words), len(shared))
    )
    of_stem = np.array([stems[stem(word)] for word in words])
    each = sp.csr_matrix((np.full(len(words), PENALTY["stem"] ** -0.5), (np.arange(len(words)), of_stem)))
    return sp.hstack([sp.identity(len(words)) * PENALTY["word"] ** -0.5, each, letters]).tocsr()


def ratings_of(words: list[str], known: Known) -> Array:
    """Columns of what lists say of each word."""
    own = own_by_stem(known.own)
    lookups = [
        lambda word: known.vader.get(word, 0.0),
        by_stem(known.vader),
        lambda word: known.opinion.get(word, 0.0),
        by_stem(known.opinion),
        lambda word: own(word)[0],
    ]
    return np.array([[lookup(word) for lookup in lookups] for word in words])


def near_of(senses: list[Senses], ratings: Array, known: Known) -> Array:
    """Columns of what lists say of words near each word, and by its class, all of one size."""
    lists = [known.vader, known.opinion, {word: rating for word, (rating, _) in known.own.items()}]
    near = [known.net.near(senses, lambda word, each=each: each.get(word, 0.0)) for each in lists]
    classes = class_shares(senses)
    of_class = [classes * ratings[:, [column]] for column in (0, 2, 4)]  # VADER, opinions, our own
    columns = np.hstack([*near, *of_class])
    return columns / np.sqrt((columns**2).mean(0))


def glosses_of(senses: list[Senses], known: Known) -> sp.csr_matrix:
    """Columns: stems of the words that explain words, function words left out."""
    plain = words_of_class("function_word")
    columns: dict[str, int] = {}
    rows, cols, values = [], [], []
    for row, shares in enumerate(senses):
        for word, weight in known.net.explaining(shares).items():
            if word not in plain:
                rows.append(row)
                cols.append(columns.setdefault(stem(word), len(columns)))
                values.append(weight)
    matrix = sp.csr_matrix((values, (rows, cols)), shape=(len(senses), len(columns)))
    return matrix[:, np.diff(matrix.tocsc().indptr) >= LEAST_EXPLAINED]


def features_of(words: list[str], known: Known) -> sp.csr_matrix:
    """Columns: all that the weight of a word is a sum of, each scaled by its penalty."""
    senses, ratings = [known.net.senses(word) for word in words], ratings_of(words, known)
    blocks = [
        ratings * PENALTY["prior"] ** -0.5,
        near_of(senses, ratings, known) * PENALTY["near"] ** -0.5,
        parts_of(words),
        glosses_of(senses, known) * PENALTY["gloss"] ** -0.5,
    ]
    return sp.hstack(blocks).tocsr()


@dataclass
class Lexicon:
    """What is learned: the weight of each word, what VADER or our list says of it, who says so."""

    words: list[str]
    full: Array
    prior: Array
    source: list[str]
    texts: NDArray[np.int64]

    @property
    def weight(self) -> Array:
        """What a word adds, before modifiers and length; only the strongest words count."""
        weight = np.round(np.clip(self.full, -MOST, MOST), 2)
        # A reader would not take `the` for tone; `not` and `should` are.
        plain = words_of_class("function_word")
        weight[[w in plain and abs(v) < LEAST_FUNCTION for w, v in zip(self.words, weight, strict=True)]] = 0
        order = np.lexsort((np.array(self.words), -np.abs(weight)))
        weight[order[KEPT:]] = 0
        return weight


def ridge(x: sp.csr_matrix, features: sp.csr_matrix, y: Array) -> Array:
    """Find the b of least |x features b - y|² + |b|²; `x features` is too large to be written down."""
    across, back = x.T.tocsr(), features.T.tocsr()
    normal = sp.linalg.LinearOperator(
        (features.shape[1],) * 2, matvec=lambda b: back @ (across @ (x @ (features @ b))) + b
    )
    # Nearly the diagonal of the normal matrix, without which it takes five times as long.
    scale = 1 / (back.power(2) @ (across.power(2) @ np.ones(x.shape[0])) + 1)
    b, failed = cg(normal, back @ (across @ y), rtol=1e-8, maxiter=5000, M=sp.diags(scale))
    if failed:
        raise RuntimeError("ridge regression did not converge")
    return b


def train(sets: dict[str, list[Text]], known: Known) -> Lexicon:
    """Learn the weights from the sets, each centred and scaled."""
    texts = [text for name in sets for text in sets[name]]
    counts, names, empty = counts_of(texts), names_of(texts), words_of_class("toneless")
    seen = {w for w, n in counts.items() if n >= LEAST_TEXTS or w in known.opinion or w in known.own}
    listed = known.vader.keys() | {w for w in known.own if w.isalpha()}
    words = sorted({w for w in (seen | known.news) - names if w[0] != "'"} - empty | listed - empty)
    x = matrix_of(texts, {word: i for i, word in enumerate(words)})
    sizes = [len(sets[name]) for name in sets]
    roots = np.sqrt(np.repeat([SETS[name][1] for name in sets], sizes))
    of_set = np.repeat(np.arange(len(sets)), sizes)
    means = sp.csr_matrix((np.ones(len(texts)), (np.arange(len(texts)), of_set)))
    y = np.concatenate([standard(np.array([t.rating for t in sets[name]])) for name in sets])
    free = sp.identity(len(sets)) * PENALTY["prior"] ** -0.5
    features = sp.block_diag([features_of(words, known), free]).tocsr()
    b = ridge((sp.diags(roots) @ sp.hstack([x, means])).tocsr(), features, roots * y)
    weight = (features @ b)[: len(words)]
    vader = np.array([known.vader.get(word, 0.0) for word in words])
    # On VADER's scale: over its words, weights regress on its ratings with slope 1.
    weight *= (vader @ vader) / (weight @ vader)
    own = own_by_stem(known.own)
    prior = np.array([v or own(w)[0] for w, v in zip(words, vader, strict=True)])
    source = ["vader" if v else own(w)[1] for w, v in zip(words, vader, strict=True)]
    return Lexicon(words, weight, prior, source, np.array([counts.get(w, 0) for w in words]))


def standard(y: Array) -> Array:
    """Mean 0, standard deviation 1."""
    return (y - y.mean()) / y.std()


def fold_of(text: Text) -> int:
    """Choose the fold of a text's group."""
    return zlib.crc32(text.group.encode()) % FOLDS


def tones(lexicon: Lexicon, texts: list[Text]) -> Array:
    """Tones of texts by the weights of a lexicon."""
    return matrix_of(texts, {word: i for i, word in enumerate(lexicon.words)}) @ lexicon.weight


def correlation(x: Array, texts: list[Text]) -> float:
    """Pearson's r with the ratings."""
    return float(np.corrcoef(x, [t.rating for t in texts])[0, 1])


def cross_validated(sets: dict[str, list[Text]], known: Known) -> dict[str, float]:
    """Pearson's r between ratings and the tones of texts that were not trained on; folds by article."""
    held: dict[str, Array] = {name: np.zeros(len(sets[name])) for name in JUDGED}
    for fold in range(FOLDS):
        out = {name: np.array([fold_of(t) == fold for t in sets[name]]) for name in JUDGED}
        rest = {
            name: [t for i, t in enumerate(texts) if name not in out or not out[name][i]]
            for name, texts in sets.items()
        }
        lexicon = train(rest, known)
        for name in JUDGED:
            held[name][out[name]] = tones(lexicon, [t for t in sets[name] if fold_of(t) == fold])
    return {name: correlation(held[name], sets[name]) for name in JUDGED}


def transferred(sets: dict[str, list[Text]], known: Known) -> dict[str, float]:
    """Pearson's r of each judged set, by weights that never saw it."""
    return {
        name: correlation(
            tones(train({n: t for n, t in sets.items() if n != name}, known), sets[name]), sets[name]
        )
        for name in JUDGED
    }


def scores_of_vader(sets: dict[str, list[Text]], known: Known) -> dict[str, float]:
    """Pearson's r of tones by VADER's ratings alone."""
    words = sorted(known.vader)
    ratings = np.array([known.vader[word] for word in words])
    columns = {word: i for i, word in enumerate(words)}
    return {name: correlation(matrix_of(sets[name], columns) @ ratings, sets[name]) for name in JUDGED}


HEADER = """#pressgauge-rules 1
# Weights of words in the tone of a sentence. Made by training/train_lexicon.py; do not edit, but add words by a lexicon
# of your own. Columns: word	weight	prior	learned	texts	source
# weight: prior + learned, on VADER's scale [-4, 4]; prior: VADER's rating, or that of training/own_words.tsv, 0 where
# neither has one; learned: what human ratings correct or add; texts: rated texts that hold the word; source: vader, tone
# or event (both from our own list), ratings, where rated texts hold the word, or like, where its weight is
# only that of words like it.
# A sentence's tone: the sum of weight x negation x intensity, divided by sqrt(max(3, words)).
# How made: one ridge regression of the ratings, each set centred and scaled, on what lists say of each word and of its
# stem, by its class of words, and of the words that WordNet has near it (of the same sense, in its gloss, of the same
# root), on the word, its stem, its groups of letters and the words of its glosses (penalties
# {penalties});
# set weights {weights}; the {kept:,} strongest words. Left out: names (words with a
# capital in more than {names:.0%} of their uses inside sentences), number words, function words below {function:g}, and words that no list has in
# fewer than {least} texts unless the Groningen Meaning Bank (public domain) has them {news} times and WordNet knows them.
# Sources of the ratings; only weights are learned from them, none of their text is here:
#   nyt, movie, amazon: Hutto & Gilbert (2014), sentences of New York Times editorials, film and product reviews, each
#     rated by 20 people; repository under the MIT licence.
#   mtsc: NewsMTSC, Hamborg & Donnay (2021), sentences of political news, mean of the sentiment toward their targets; MIT.
# Features in training, of which no list is here: the opinion lexicon of Hu & Liu (2004), CC BY 4.0; WordNet 3.0, (c) 2006
# Princeton University, whose licence allows any use.
# Source of the priors: our own list, and vaderSentiment 3.3.2, vader_lexicon.txt, under this licence:
{licence}
# Cross-validated Pearson r between tone and rating, {folds} folds of whole articles by crc32 of their id, set by set,
# training on the rest with all other sets: {scores}. Of a set that was not trained on at all: {transfer}.
"""


def in_words(scores: dict[str, float]) -> str:
    """Write scores as `nyt 0.500, mtsc 0.500`."""
    return ", ".join(f"{name} {r:.3f}" for name, r in scores.items())


def header_of(scores: dict[str, float], transfer: dict[str, float]) -> str:
    """Write the comment at the top of the lexicon."""
    return HEADER.format(
        penalties=", ".join(f"{name} {value:g}" for name, value in PENALTY.items()),
        weights=", ".join(f"{name} {weight:g}" for name, (_, weight) in SETS.items()),
        kept=KEPT,
        names=NAME_SHARE,
        least=LEAST_TEXTS,
        news=LEAST_NEWS,
        function=LEAST_FUNCTION,
        licence="\n".join(f"#   {line}" for line in VADER_LICENCE.splitlines()),
        folds=FOLDS,
        scores=in_words(scores),
        transfer=in_words(transfer),
    )


def rows_of(lexicon: Lexicon) -> list[str]:
    """Write the rows of the lexicon, sorted by word."""
    rows = []
    for i, (word, weight) in enumerate(zip(lexicon.words, lexicon.weight, strict=True)):
        if weight == 0:
            continue
        prior, seen = lexicon.prior[i], int(lexicon.texts[i])
        source = "+".join(part for part in (lexicon.source[i], "ratings" if seen else "") if part) or "like"
        rows.append(f"{word}\t{weight:.2f}\t{prior:.1f}\t{weight - prior:.2f}\t{seen}\t{source}\n")
    return rows


def main() -> None:
    """Cross-validates, trains on all, writes the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("opinions", type=Path)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("ratings", nargs="?", type=Path, default=ROOT.parent / "shared/sentiment")
    parser.add_argument("news", nargs="?", type=Path, default=NEWS)
    parser.add_argument("--only-scores", action="store_true")
    given = parser.parse_args()
    modifiers = read_modifiers()
    sets = {name: read_set(given.ratings, name, modifiers) for name in SETS}
    known = known_of(given.opinions, given.wordnet, given.news)
    scores, transfer = cross_validated(sets, known), transferred(sets, known)
    print(
        f"held-out r, {FOLDS} folds of articles: {in_words(scores)}; set not trained on: {in_words(transfer)}"
    )
    print(f"VADER's ratings in the same formula: {in_words(scores_of_vader(sets, known))}")
    if given.only_scores:
        return
    rows = rows_of(train(sets, known))
    (DATA / "lexicon.tsv").write_text(
        header_of(scores, transfer) + "".join(rows), encoding="utf-8", newline="\n"
    )
    print(f"{len(rows)} words")


if __name__ == "__main__":
    main()
