# SPDX-License-Identifier: MIT
# Needs: numpy vaderSentiment==3.3.2 (training only), and the program pressgauge_layers, which is built with the tests.
"""Chooses the constants of cpp/pressgauge/sentiment/calibration.hpp by rated articles, and says how good they are.

    cmake --build --preset release --target pressgauge_layers
    python training/fit_link.py [SHARED]      # SHARED: folder with sentiment/articles.jsonl, figures/dev.jsonl

Printed for each layer: Pearson's r and mean absolute error on articles that neither the constants nor the gain were
chosen by (five folds; in brackets the mean of r over other divisions into five), and the constants chosen on all
articles. The constants that score and events share are chosen for both together.
"""

from __future__ import annotations

import argparse
import itertools
import json
import subprocess
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from vaderSentiment import vaderSentiment

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "build/release/tests/cpp/pressgauge_layers"
FOLDS = 5
SHUFFLES = 20
EVENT_SCALES = (2.0, 4.0, 6.0)
DAMPINGS = (0.3, 0.5, 1.0)  # less serves articles a little, and single sentences badly
LEAD_SHARES = (0.0, 0.2, 0.3)
TOLL_SHARES = (0.2, 0.3, 0.4, 0.5)
TOLL_FIRSTS = (0.5, 0.7, 1.0)  # part of the first of two tolls
GAINS = np.arange(0.1, 4.01, 0.1)
LAYERS = {"overall": 0, "events": 1, "narration": 2, "quotation": 3}  # columns of pressgauge_layers
SHARING = (LAYERS["overall"], LAYERS["events"])  # one setting serves both
PLAIN = 0.1  # a rating beyond this is called negative or positive

Array = NDArray[np.float64]
Setting = tuple[float, float, float, float, float]
DEFAULT: Setting = (4.0, 0.5, 0.3, 0.4, 0.7)  # as calibration.hpp has it


def read_rows(path: Path) -> list[dict[str, object]]:
    """Read JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_articles(shared: Path) -> tuple[list[str], list[str], Array]:
    """Read ids, texts and ratings of the articles whose text is there."""
    texts = {row["id"]: row["text"] for row in read_rows(shared / "figures/dev.jsonl")}
    rated = [row for row in read_rows(shared / "sentiment/articles.jsonl") if row["id"] in texts]
    ratings = [[np.nan if row[name] is None else row[name] for name in LAYERS] for row in rated]
    return [row["id"] for row in rated], [texts[row["id"]] for row in rated], np.array(ratings)


def layers_of(program: Path, texts: list[str], setting: Setting) -> Array:
    """Run the scorer on all texts."""
    command = [str(program), *map(str, setting)]
    done = subprocess.run(command, input="\0".join([*texts, ""]), capture_output=True, text=True, check=True)
    return np.array([[float(cell) for cell in line.split("\t")] for line in done.stdout.splitlines()])


def correlation(x: Array, y: Array) -> float:
    """Pearson's r where both are known."""
    known = ~np.isnan(x) & ~np.isnan(y)
    return float(np.corrcoef(x[known], y[known])[0, 1])


def error(x: Array, y: Array) -> float:
    """Mean absolute error where both are known."""
    return float(np.nanmean(np.abs(x - y)))


def gain_of(x: Array, y: Array) -> float:
    """Find the gain g of least squared error between tanh(g x) and y."""
    return float(min(GAINS, key=lambda gain: np.nansum((np.tanh(gain * x) - y) ** 2)))


def spread_gain_of(x: Array, y: Array) -> float:
    """Find the gain g that gives tanh(g x) the root mean square of y."""
    return float(min(GAINS, key=lambda gain: abs(np.nanmean(np.tanh(gain * x) ** 2) - np.nanmean(y**2))))


def best_setting(values: dict[Setting, Array], ratings: Array, chosen: NDArray[np.bool_]) -> Setting:
    """Find the setting of highest r on the chosen articles, summed over overall and events, which share it."""

    def fitness(setting: Setting) -> float:
        found = values[setting][chosen]
        return sum(correlation(found[:, column], ratings[chosen, column]) for column in SHARING)

    return max(values, key=fitness)


def held_out(values: dict[Setting, Array], ratings: Array, folds: NDArray[np.int64]) -> Array:
    """Score each article by constants chosen on the other folds; narration and quotation by gains chosen so."""
    scores = np.full(ratings.shape, np.nan)
    for fold in np.unique(folds):
        rest = folds != fold
        best = best_setting(values, ratings, rest)
        for column in LAYERS.values():
            x, y = values[best if column in SHARING else DEFAULT][:, column], ratings[:, column]
            scores[~rest, column] = np.tanh(gain_of(x[rest], y[rest]) * x[~rest])
    return scores


def shuffled_folds(seed: int, count: int) -> NDArray[np.int64]:
    """Divide the articles otherwise: one division of so few is a matter of luck."""
    return np.random.default_rng(seed).permutation(count) % FOLDS


def label_of(scores: Array) -> NDArray[np.int64]:
    """Sort scores or ratings into negative, neutral and positive."""
    return np.where(scores < -PLAIN, -1, np.where(scores > PLAIN, 1, 0))


def main() -> None:
    """Print the scores and the constants."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", nargs="?", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--program", type=Path, default=PROGRAM)
    given = parser.parse_args()
    ids, texts, ratings = read_articles(given.shared)
    folds = np.array([zlib.crc32(name.encode()) % FOLDS for name in ids])
    settings = itertools.product(EVENT_SCALES, DAMPINGS, LEAD_SHARES, TOLL_SHARES, TOLL_FIRSTS)
    values = {setting: layers_of(given.program, texts, setting) for setting in settings}
    best = best_setting(values, ratings, np.ones(len(ids), dtype=bool))
    print(
        f"{len(ids)} articles; best setting on all (event_scale, damping, lead_share, toll_share, toll_first): {best};"
        f" used: {DEFAULT}"
    )
    scores = held_out(values, ratings, folds)
    others = [held_out(values, ratings, shuffled_folds(seed, len(ids))) for seed in range(SHUFFLES)]
    for name, column in LAYERS.items():
        x, y = values[DEFAULT][:, column], ratings[:, column]
        print(
            f"{name}: held-out r {correlation(scores[:, column], y):.3f}"
            f" ({np.mean([correlation(other[:, column], y) for other in others]):.3f} in {SHUFFLES} other divisions),"
            f" error {error(scores[:, column], y):.3f};"
            f" all articles: r {correlation(x, y):.3f}, gain {gain_of(x, y):.1f} (least squares),"
            f" {spread_gain_of(x, y):.1f} (same spread)"
        )
    vader = vaderSentiment.SentimentIntensityAnalyzer()
    compounds = np.array([vader.polarity_scores(text)["compound"] for text in texts])
    for name in ("overall", "events"):
        r = correlation(compounds, ratings[:, LAYERS[name]])
        print(f"{name} by VADER's compound of the whole text: r {r:.3f}")
    labels = label_of(scores[:, 0]) == label_of(ratings[:, 0])
    print(f"label: held-out accuracy {np.mean(labels):.3f}")


if __name__ == "__main__":
    main()
