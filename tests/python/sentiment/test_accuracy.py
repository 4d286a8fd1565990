"""The measures and the table of benchmarks/sentiment_accuracy.py, on sentences of our own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"
sys.path.append(str(BENCHMARKS))
import agreement

GROUPS = np.array([f"article {i // 3}" for i in range(60)])
RANDOM = np.random.default_rng(3)
RATINGS = RANDOM.normal(size=60)
SCORES = RATINGS + RANDOM.normal(size=60)
LABELS = np.sign(np.round(RATINGS)).astype(int)


def test_r_is_pearson_s_within_an_interval_that_resampling_articles_gives():
    found = agreement.pearson(SCORES, RATINGS, GROUPS)
    assert found.value == pytest.approx(np.corrcoef(SCORES, RATINGS)[0, 1], abs=1e-12)
    rows = {name: np.flatnonzero(name == GROUPS) for name in np.unique(GROUPS)}
    drawn = RANDOM.integers(len(rows), size=(4000, len(rows)))
    picked = [np.concatenate([list(rows.values())[i] for i in each]) for each in drawn]
    resampled = [np.corrcoef(SCORES[at], RATINGS[at])[0, 1] for at in picked]
    assert (found.low, found.high) == pytest.approx(np.percentile(resampled, [2.5, 97.5]), abs=0.03)


def test_r_of_scores_far_from_zero_keeps_its_digits():
    far = agreement.pearson(SCORES + 1e6, RATINGS, GROUPS)
    assert far.value == pytest.approx(agreement.pearson(SCORES, RATINGS, GROUPS).value, abs=1e-9)


def test_fisher_s_interval_is_that_of_the_textbook():
    found = agreement.fisher(0.5, 28)  # atanh(0.5) = 0.5493, 1.96 / 5 = 0.392
    assert (found.low, found.high) == pytest.approx((np.tanh(0.1573), np.tanh(0.9413)), abs=1e-4)


def test_mean_f1_counts_each_label_alike():
    labels, guesses = np.array([-1, -1, 0, 1]), np.array([-1, 0, 0, 1])
    found = agreement.macro_f1(labels, guesses, np.arange(4).astype(str))
    assert found.value == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)
    assert agreement.macro_f1(LABELS, LABELS, GROUPS).value == 1


def test_thresholds_part_what_can_be_parted():
    scores = np.concatenate([np.linspace(-2, -1, 20), np.linspace(0.1, 0.2, 20), np.linspace(3, 4, 20)])
    labels = np.repeat([-1, 0, 1], 20)
    assert agreement.thresholds(scores, labels) == (0.1, 0.2)
    folds = np.arange(60) % 3
    assert np.mean(agreement.fitted_labels(scores, labels, folds) == labels) > 0.9


def test_a_text_s_own_label_does_not_choose_its_thresholds():
    folds = np.arange(60) % 5
    guesses = agreement.fitted_labels(SCORES, LABELS, folds)
    turned = np.where(folds == 2, -LABELS, LABELS)
    assert (agreement.fitted_labels(SCORES, turned, folds)[folds == 2] == guesses[folds == 2]).all()


def rows(path: Path, made: list[dict[str, object]]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in made), encoding="utf-8")


def test_the_table_names_sets_scorers_and_absent_packages(tmp_path):
    said = ["A wonderful day.", "A terrible loss.", "It is noon.", "They praised the splendid choir."]
    rated = list(zip(said * 3, [0.8, -0.9, 0.0, 0.6] * 3, [1, -1, 0, 1] * 3, strict=True))
    sentiment, figures = tmp_path / "sentiment", tmp_path / "figures"
    rows(
        sentiment / "nyt_dev.jsonl",
        [{"id": f"{i // 2}_{i}", "text": t, "y": y, "lab": lab} for i, (t, y, lab) in enumerate(rated)],
    )
    target = {"mention": "Lind", "from": 15, "to": 19}
    rows(
        sentiment / "mtsc_rw_dev.jsonl",
        [
            {"id": f"a_{i}_1", "text": f"Voters {verb} Lind.", "y": lab, "lab": lab, "targets": [target | {"lab": lab}]}
            for i, (verb, lab) in enumerate([("praised", 1), ("accused", -1), ("greeted", 0)] * 3)
        ],
    )  # fmt: skip
    rows(figures / "dev.jsonl", [{"id": f"d{i}", "text": text} for i, text in enumerate(said)])
    rows(
        sentiment / "articles.jsonl",
        [
            {"id": f"d{i}", "overall": y, "events": y, "quotation": None}
            for i, (_, y, _) in enumerate(rated[:4])
        ],
    )
    command = [sys.executable, str(BENCHMARKS / "sentiment_accuracy.py"), str(tmp_path), "--dry-run"]
    done = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "| editorials, New York Times, sentences (12) | 0." in done
    assert "NewsMTSC rw dev, targets (9)" in done
    assert "articles, overall (4)" in done
    assert "quotation" not in done
    for name, package in {"VADER": "vaderSentiment ", "TextBlob": "textblob ", "AFINN": "afinn "}.items():
        assert f"| {name}: not installed |" in done or f"| {package}" in done
