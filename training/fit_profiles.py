# SPDX-License-Identifier: MIT
# Needs: pressgauge as installed, with the lexicon that is shipped.
"""Chooses the links of cpp/pressgauge/sentiment/profiles.cpp by rated sentences, and says how good they are.

    python training/fit_profiles.py [RATINGS]      # RATINGS: folder with nyt_dev.jsonl, mtsc_*.jsonl

Printed for each profile: the row of profiles.cpp, and of held-out sentences (five folds) Pearson's r of score and rating,
mean absolute error, and mean F1 of the three labels. Thresholds are chosen so that labels agree best with those of the ratings.

No ratings of headlines are given. The profile `headline` is fitted to short sentences of editorials and political news: the
ratings of the second are means over targets, -1, 0 or 1 mostly. Whole articles have the profile `news`, which
fit_link.py fits; it is shown here on the same sentences for comparison.

The weights of the lexicon were learned from these sentences, too: r and error here are better than on new ones, by what
train_lexicon.py prints. Only gain and thresholds are held out.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

import pressgauge as pg
from pressgauge.sentiment import Label, Link, calibrate

ROOT = Path(__file__).resolve().parent.parent
EDITORIALS = ("nyt_dev",)
POLITICS = ("mtsc_train", "mtsc_rw_dev", "mtsc_mt_dev")
SHORT = 15  # words; as long as headlines are at most
PLAIN = 0.1  # a rating beyond this is called negative or positive


def read_rows(folder: Path, files: tuple[str, ...]) -> list[tuple[str, float]]:
    """Read sentences and their ratings."""
    rows = []
    for file in files:
        for line in (folder / f"{file}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            rows.append((row["text"], row["y"]))
    return rows


def is_short(text: str) -> bool:
    """Whether a sentence is as short as a headline."""
    return len(text.split()) <= SHORT


def macro_f1(given: list[Label], rated: list[Label]) -> float:
    """Mean F1 of the labels."""
    scores = []
    for label in Label:
        hits = sum(a == b == label for a, b in zip(given, rated, strict=True))
        scores.append(2 * hits / (given.count(label) + rated.count(label)))
    return float(np.mean(scores))


def show_news(texts: list[str], ratings: list[float]) -> None:
    """Print how good the link of articles is on the same texts."""
    scored = [pg.sentiment.score(text) for text in texts]
    scores, y = np.array([each.score for each in scored]), np.array(ratings)
    rated = [
        Label.negative if v < -PLAIN else Label.positive if v > PLAIN else Label.neutral for v in ratings
    ]
    labels = macro_f1([each.label for each in scored], rated)
    print(
        f"   link of news: r {np.corrcoef(scores, y)[0, 1]:.3f}, error {np.abs(scores - y).mean():.3f}, "
        f"labels F1 {labels:.3f}"
    )


def show(name: str, rows: list[tuple[str, float]]) -> Link:
    """Fit the link of a profile and print it."""
    texts, ratings = [text for text, _ in rows], [y for _, y in rows]
    link = calibrate(texts, ratings, gauge=pg.Gauge(profile=name), through_zero=True)
    constant = (
        f"k{name.capitalize()}{{{link.gain:.2f}, 0, {link.negative_below:.2f}, {link.positive_above:.2f}}};"
    )
    print(f"constexpr Link {constant}  // {link.n:,} sentences")
    print(f"   held out: r {link.r:.3f}, error {link.error:.3f}, labels F1 {link.macro_f1:.3f}")
    show_news(texts, ratings)
    return link


def main() -> None:
    """Print the constants and the scores."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ratings", nargs="?", type=Path, default=ROOT.parent / "shared/sentiment")
    folder = parser.parse_args().ratings
    editorials, politics = read_rows(folder, EDITORIALS), read_rows(folder, POLITICS)
    show("editorial", editorials)
    show("headline", [row for row in editorials + politics if is_short(row[0])])


if __name__ == "__main__":
    main()
