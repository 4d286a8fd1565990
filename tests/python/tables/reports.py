from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

from pressgauge import Interval, stats
from tables import Compared, Rows, column, compared, table

if TYPE_CHECKING:
    from collections.abc import Iterator


@table("imbens_manski.csv")
def imbens_manski(rows: Rows) -> Iterator[Compared]:
    got = []
    for row in rows:
        bounds = [float(row[name]) for name in ("lower_bound", "upper_bound", "se_lower", "se_upper")]
        e = stats.imbens_manski(*bounds, confidence=float(row["conf"]))
        got.append((e.low, e.high, (bounds[0] - e.low) / bounds[2]))
    low, high, critical = zip(*got, strict=True)
    values = [("ci_low", low, column(rows, "ci_low")), ("ci_high", high, column(rows, "ci_high"))]
    yield compared("interval", rows, values, relative=1e-12)
    # From the interval and its error, for it is no field of an Estimate.
    yield compared("critical value", rows, [("c", critical, column(rows, "critical"))], relative=1e-12)


@table("interval_censored_poisson.csv")
def interval_censored_poisson(rows: Rows) -> Iterator[Compared]:
    got = []
    for row in rows:
        reports = [
            Interval(low, math.inf if high is None else high) for low, high in json.loads(row["reports_json"])
        ]
        done = stats.censored_count_mle(reports, confidence=float(row["conf"]))
        got.append((done.estimate.estimate, done.loglik, done.estimate.low, done.estimate.high))
    names = ("mle", "loglik", "lr_low", "lr_high")
    values = [
        (name, each, column(rows, name)) for name, each in zip(names, zip(*got, strict=True), strict=True)
    ]
    yield compared("likelihood", rows, values, relative=1e-7)
