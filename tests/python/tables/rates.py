from __future__ import annotations

from typing import TYPE_CHECKING

from pressgauge import stats
from tables import Compared, Rows, column, compared, grouped, table

if TYPE_CHECKING:
    from collections.abc import Iterator


@table("poisson_rate_ci.csv")
def poisson_rate_ci(rows: Rows) -> Iterator[Compared]:
    for (method, level), of_level in grouped(rows, "method", "conf").items():
        e = stats.rate(
            column(of_level, "x"), column(of_level, "exposure"), method=method, confidence=float(level)
        )
        values = [(name, getattr(e, name), column(of_level, name)) for name in ("estimate", "low", "high")]
        yield compared(method, of_level, values, relative=5e-14)


def two_rates(function, rows: Rows, relative: float, absolute: float = 0.0) -> Iterator[Compared]:
    for (method, level), of_level in grouped(rows, "method", "conf").items():
        inputs = [column(of_level, name) for name in ("x1", "t1", "x2", "t2")]
        e = function(*inputs, method=method, confidence=float(level))
        values = [(name, getattr(e, name), column(of_level, name)) for name in ("estimate", "low", "high")]
        yield compared(method, of_level, values, relative=relative, absolute=absolute)


@table("rate_ratio_ci.csv")
def rate_ratio_ci(rows: Rows) -> Iterator[Compared]:
    yield from two_rates(stats.rate_ratio, rows, 1e-12)


@table("rate_diff_ci.csv")
def rate_diff_ci(rows: Rows) -> Iterator[Compared]:
    yield from two_rates(stats.rate_diff, rows, 1e-11)
