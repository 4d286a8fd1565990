# SPDX-License-Identifier: MIT
"""How well the tone toward targets agrees with readers: `python benchmarks/targets.py [RATINGS]`.

RATINGS is the folder of rated sentences, ../shared/sentiment. The articles of these sets are kept out of training. VADER's
compound of the whole sentence, where it is installed, is the peer; it knows no targets.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from statistics import correlation, fmean

import pressgauge as pg

SETS = ("mtsc_rw_dev", "mtsc_mt_dev")
LABELS = {"negative": -1, "neutral": 0, "positive": 1}
VADER_NEUTRAL = 0.05  # its authors' threshold on the compound

Scorer = Callable[[str, tuple[int, int]], tuple[float, int]]


def ours(text: str, target: tuple[int, int]) -> tuple[float, int]:
    """Score and label by pressgauge."""
    tone = pg.sentiment.toward(text, target)
    return tone.score, LABELS[tone.label]


def vader() -> Scorer | None:
    """Score and label by VADER, None where it is not installed."""
    try:
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    except ImportError:
        return None
    analyzer = SentimentIntensityAnalyzer()

    def score(text: str, _: tuple[int, int]) -> tuple[float, int]:
        compound = analyzer.polarity_scores(text)["compound"]
        return compound, (compound >= VADER_NEUTRAL) - (compound <= -VADER_NEUTRAL)

    return score


def macro_f1(labels: list[int], guesses: list[int]) -> float:
    """Mean F1 of the three labels."""
    pairs = list(zip(labels, guesses, strict=True))
    return fmean(
        2 * pairs.count((c, c)) / max(1, labels.count(c) + guesses.count(c)) for c in LABELS.values()
    )


def main() -> None:
    """Print a row for each set and scorer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = Path(__file__).resolve().parents[2] / "shared/sentiment"
    parser.add_argument("ratings", nargs="?", type=Path, default=default)
    folder = parser.parse_args().ratings
    scorers = {"pressgauge": ours, "VADER, whole sentence": vader()}
    print("| set | scorer | targets | r | macro-F1 |\n|---|---|---|---|---|")
    for name in SETS:
        rows = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]
        targets = [(row["text"], (t["from"], t["to"]), t["lab"]) for row in rows for t in row["targets"]]
        labels = [label for _, _, label in targets]
        for title, scorer in scorers.items():
            if scorer is None:
                continue
            scores, guesses = zip(*(scorer(text, span) for text, span, _ in targets), strict=True)
            r, f1 = correlation(scores, labels), macro_f1(labels, list(guesses))
            print(f"| {name} | {title} | {len(targets)} | {r:.3f} | {f1:.3f} |")


if __name__ == "__main__":
    main()
