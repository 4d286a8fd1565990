from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pressgauge import stats
from tables import Compared, Rows, column, compared, grouped, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CLOSED_FORM = 1e-14
SCORE = 1e-11
SCORE_DIFFERENCE_ABSOLUTE = 1e-13
CLOSED_FORMS = {"wald", "agresti_caffo", "newcombe", "newcombe_cc", "katz_log", "walter", "woolf", "gart"}


def intervals(
    quantity: Callable[..., Any], rows: Rows, tolerance: Callable[[str], dict[str, float]]
) -> Iterator[Compared]:
    for (method, level), of_level in grouped(rows, "method", "conf").items():
        inputs = [column(of_level, name) for name in ("x1", "n1", "x2", "n2")]
        e = quantity(*inputs, method=method, alpha=float(1 - Decimal(level)))
        values = [(name, getattr(e, name), column(of_level, name)) for name in ("estimate", "low", "high")]
        yield compared(method, of_level, values, **tolerance(method))


def difference_tolerance(method: str) -> dict[str, float]:
    if method in CLOSED_FORMS:
        return {"relative": 0, "absolute": CLOSED_FORM}
    return {"relative": SCORE, "absolute": SCORE_DIFFERENCE_ABSOLUTE}


def ratio_tolerance(method: str) -> dict[str, float]:
    return {"relative": CLOSED_FORM if method in CLOSED_FORMS else SCORE}


FISHER = {
    "less": ("minlike", "less"),
    "greater": ("minlike", "greater"),
    "two_sided_minlike": ("minlike", "two-sided"),
    "two_sided_central": ("central", "two-sided"),
    "two_sided_blaker": ("blaker", "two-sided"),
    "midp_minlike": ("midp_minlike", "two-sided"),
    "midp_central": ("midp_central", "two-sided"),
}


@table("fisher_p.csv")
def fisher_p(rows: Rows) -> Iterator[Compared]:
    for (name,), of_name in grouped(rows, "alternative").items():
        a, b, c, d = (column(of_name, cell) for cell in "abcd")
        method, alternative = FISHER[name]
        test = stats.fisher_exact(a, a + b, c, c + d, method=method, alternative=alternative)
        yield compared(name, of_name, [("p", test.pvalue, column(of_name, "p"))], relative=1e-12)


@table("proportion_diff_ci.csv")
def proportion_diff_ci(rows: Rows) -> Iterator[Compared]:
    yield from intervals(stats.proportion_diff, rows, difference_tolerance)


@table("risk_ratio_ci.csv")
def risk_ratio_ci(rows: Rows) -> Iterator[Compared]:
    yield from intervals(stats.risk_ratio, rows, ratio_tolerance)


@table("odds_ratio_ci.csv")
def odds_ratio_ci(rows: Rows) -> Iterator[Compared]:
    yield from intervals(stats.odds_ratio, rows, ratio_tolerance)
