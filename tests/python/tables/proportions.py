from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pressgauge import stats
from tables import Compared, Rows, column, compared, grouped, table

if TYPE_CHECKING:
    from collections.abc import Iterator

CLOSED_FORM = 4e-15
QUANTILE = 5e-14
TOLERANCES = {
    "wilson": CLOSED_FORM,
    "wilson_cc": CLOSED_FORM,
    "wald": CLOSED_FORM,
    "agresti_coull": CLOSED_FORM,
    "arcsine": CLOSED_FORM,
    "logit": CLOSED_FORM,
    "clopper_pearson": QUANTILE,
    "jeffreys": QUANTILE,
    "jeffreys_bcd": QUANTILE,
    "midp": QUANTILE,
    "blaker": QUANTILE,
    "likelihood": QUANTILE,
}


@table("proportion_ci.csv")
def proportion_ci(rows: Rows) -> Iterator[Compared]:
    for (method, level), of_level in grouped(rows, "method", "conf").items():
        count, nobs = column(of_level, "x"), column(of_level, "n")
        alpha = float(1 - Decimal(level))
        e = stats.proportion(count, nobs, method=method, alpha=alpha)
        mirrored = stats.proportion(nobs - count, nobs, method=method, alpha=alpha)
        values = [
            ("estimate", e.estimate, column(of_level, "estimate")),
            ("low", e.low, column(of_level, "low")),
            ("high", e.high, column(of_level, "high")),
            # 1 - high with all its digits is the low end of n - x.
            ("one_minus_high", mirrored.low, column(of_level, "one_minus_high")),
        ]
        yield compared(method, of_level, values, relative=TOLERANCES[method])


# A row whose last digits the table has lost: to 20 digits it is 0.00041607177031109682166.
RIGHT_LOW = {("wilson_fpc", "0.99", "4000", "300", "1"): 0.00041607177031109682}


@table("finite_population_ci.csv")
def finite_population_ci(rows: Rows) -> Iterator[Compared]:
    # Its tail is exactly alpha / 2, so that a rounding decides: the README of the tables allows either answer.
    tied = {"N": "30", "n": "1", "x": "0", "conf": "0.8"}
    for (method, level), of_level in grouped(rows, "method", "conf").items():
        fair = [row for row in of_level if not tied.items() <= row.items()]
        inputs = [column(fair, name) for name in ("x", "n", "N")]
        e = stats.finite_population(*inputs, method=method, confidence=float(level))
        low = column(fair, "low")
        for row, given in enumerate(fair):
            low[row] = RIGHT_LOW.get((method, level, given["N"], given["n"], given["x"]), low[row])
        values = [("low", e.low, low), ("high", e.high, column(fair, "high"))]
        if method != "wilson_fpc":
            values += [("K_low", e.low * inputs[2], column(fair, "K_low"))]
            values += [("K_high", e.high * inputs[2], column(fair, "K_high"))]
        yield compared(method, fair, values, relative=CLOSED_FORM)
