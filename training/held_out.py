# SPDX-License-Identifier: MIT
# Needs: what train_lexicon.py needs (training only).
"""Makes a lexicon for each fold of the rated sentences, learned without it, to judge the scorer by.

    python training/held_out.py OPINIONS WORDNET FOLDER [RATINGS [NEWS]]
    # OPINIONS, WORDNET, RATINGS, NEWS: as for train_lexicon.py; FOLDER: gets lexicon_0.tsv, … and folds.json
    python benchmarks/sentiment_accuracy.py --held-out FOLDER

folds.json has for each set the fold of each article. All four sets are folded, reviews too, so that nothing of a fold is
learned from; train_lexicon.py, which judges by two sets, keeps all reviews, and so has slightly other figures.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from ratings import ROOT, SETS, Text, read_modifiers, read_set
from train_lexicon import FOLDS, NEWS, fold_of, known_of, rows_of, train


def without(sets: dict[str, list[Text]], fold: int) -> dict[str, list[Text]]:
    """Return the sets without the texts of a fold."""
    return {name: [text for text in texts if fold_of(text) != fold] for name, texts in sets.items()}


def main() -> None:
    """Train a lexicon for each fold."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("opinions", type=Path)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("ratings", nargs="?", type=Path, default=ROOT.parent / "shared/sentiment")
    parser.add_argument("news", nargs="?", type=Path, default=NEWS)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    modifiers = read_modifiers()
    sets = {name: read_set(given.ratings, name, modifiers) for name in SETS}
    folds = {name: {text.group: fold_of(text) for text in texts} for name, texts in sets.items()}
    (given.folder / "folds.json").write_text(json.dumps(folds), encoding="utf-8")
    known = known_of(given.opinions, given.wordnet, given.news)
    for fold in range(FOLDS):
        rows = rows_of(train(without(sets, fold), known))
        path = given.folder / f"lexicon_{fold}.tsv"
        path.write_text("#pressgauge-rules 1\n" + "".join(rows), encoding="utf-8", newline="\n")
        print(f"{path}: {len(rows)} words")


if __name__ == "__main__":
    main()
