# SPDX-License-Identifier: MIT
# Needs: numpy scipy (training only).
"""Multinomial logistic regression by two sums, tone and strength, and its cross-validation."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.optimize import minimize
from toward_features import Target, Vector, Words, columns_of, features_of, matrix_of

PENALTY = 1.0  # of each coefficient
FREE = 0.1  # penalty of the coefficients of the priors
STEPS = 80  # of L-BFGS; more fit the training set better, and others no better
FOLDS = 5
LABELS = (-1, 0, 1)


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
