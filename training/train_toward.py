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
from pathlib import Path

import numpy as np
from licences import VADER_LICENCE
from ratings import DATA, ROOT, is_word
from toward_features import (
    HALVING,
    LEAST_WORDS,
    LENGTH_POWER,
    NEAR,
    WINDOW,
    Words,
    features_of,
    matrix_of,
    names_of,
    priors_of_vader,
    read_targets,
    reviews_of,
    stem_of,
    toneless_words,
)
from toward_model import FOLDS, PENALTY, Design, Model, cross_validated, design_of, scores_of

KEPT = 14_000  # strongest words that are written


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
