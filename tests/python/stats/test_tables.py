"""The reference tables of others, kept beside the repository: every row of the methods we have."""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from pressgauge import stats

TABLES = Path(__file__).parents[4] / "shared" / "stats"
CLOSED_FORM_TOLERANCE = 4e-15
BETA_TOLERANCE = 5e-14
RATIO_TOLERANCE = 1e-12


def column(rows: list[dict[str, str]], name: str) -> np.ndarray:
    return np.array([float(row[name]) for row in rows])


def rows_by_level(table: str, method: str) -> dict[str, list[dict[str, str]]]:
    path = TABLES / table
    if not path.exists():
        pytest.skip(f"the reference table {table} is not beside the repository")
    with path.open(encoding="utf-8", newline="") as lines:
        levels = defaultdict(list)
        for row in csv.DictReader(lines):
            if row["method"] == method:
                levels[row["conf"]].append(row)
    assert levels
    return levels


def assert_close(got: np.ndarray, want: np.ndarray, tolerance: float, what: str) -> None:
    same = (got == want) | (np.isnan(got) & np.isnan(want))
    with np.errstate(invalid="ignore"):
        error = np.where(same, 0, np.abs(got - want) / np.abs(np.where(want == 0, math.ulp(0), want)))
    worst = int(np.argmax(error))
    assert error[worst] <= tolerance, f"{what}, row {worst}: {got[worst]} for {want[worst]}"


TOLERANCES = {
    "wilson": CLOSED_FORM_TOLERANCE,
    "wilson_cc": CLOSED_FORM_TOLERANCE,
    "wald": CLOSED_FORM_TOLERANCE,
    "agresti_coull": CLOSED_FORM_TOLERANCE,
    "arcsine": CLOSED_FORM_TOLERANCE,
    "clopper_pearson": BETA_TOLERANCE,
    "jeffreys": BETA_TOLERANCE,
}


@pytest.mark.parametrize("method", TOLERANCES)
def test_proportions(method):
    for level, rows in rows_by_level("proportion_ci.csv", method).items():
        count, nobs = column(rows, "x"), column(rows, "n")
        alpha = float(1 - Decimal(level))
        e = stats.proportion(count, nobs, method=method, alpha=alpha)
        mirrored = stats.proportion(nobs - count, nobs, method=method, alpha=alpha)
        for name, got in {
            "estimate": e.estimate,
            "low": e.low,
            "high": e.high,
            "one_minus_high": mirrored.low,
        }.items():
            assert_close(got, column(rows, name), TOLERANCES[method], f"{method} {level} {name}")


@pytest.mark.parametrize("method", ["score", "exact", "jeffreys"])
def test_ratios(method):
    for level, rows in rows_by_level("rate_ratio_ci.csv", method).items():
        a, b = column(rows, "x1"), column(rows, "x2")
        e = stats.count_ratio(a, b, method=method, confidence=float(level))
        # Rates are counts per exposure: the ratio of counts times t2 / t1.
        exposures = column(rows, "t2") / column(rows, "t1")
        for name, got in {"estimate": e.estimate, "low": e.low, "high": e.high}.items():
            want = column(rows, name)
            assert_close(got * exposures, want, RATIO_TOLERANCE, f"{method} {level} {name}")
