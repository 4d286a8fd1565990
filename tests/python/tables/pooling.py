from __future__ import annotations

import json
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge import stats
from tables import Compared, Rows, compared, grouped, table

if TYPE_CHECKING:
    from collections.abc import Iterator

STRATIFIED = 1e-12
META = 1e-10
TAU2 = 1e-10
NOTHING = 1e-80
"""Where the effects are equal, what is exactly 0 here is 1e-83 in the table, of its 80 digits."""
PERCENT = 100
ESTIMATORS = ("FE", "DL", "HE", "SJ", "PM", "ML", "REML")


def _of_ratio(name: str, e: stats.PooledEstimate) -> dict[str, Any]:
    return {
        f"{name}_est": e.estimate,
        f"{name}_selog": e.standard_error,
        f"{name}_low": e.low,
        f"{name}_high": e.high,
    }


def _stratified(tables: Any, alpha: float) -> dict[str, Any]:
    sato = stats.mantel_haenszel(tables, "rd", alpha=alpha)
    robins = stats.mantel_haenszel(tables, "rd", variance="gr", alpha=alpha)
    cmh, corrected = stats.cmh_test(tables), stats.cmh_test(tables, correction=True)
    breslow, tarone = stats.breslow_day(tables, tarone=False), stats.breslow_day(tables)
    return {
        **_of_ratio("or", stats.mantel_haenszel(tables, "or", alpha=alpha)),
        **_of_ratio("rr", stats.mantel_haenszel(tables, "rr", alpha=alpha)),
        "rd_est": sato.estimate,
        "rd_se_sato": sato.standard_error,
        "rd_se_gr": robins.standard_error,
        "cmh": cmh.statistic,
        "cmh_p": cmh.pvalue,
        "cmh_cc": corrected.statistic,
        "cmh_cc_p": corrected.pvalue,
        "breslow_day": breslow.statistic,
        "breslow_day_df": breslow.df,
        "breslow_day_p": breslow.pvalue,
        "tarone": tarone.statistic,
        "tarone_p": tarone.pvalue,
    }


@table("mantel_haenszel.csv")
def mantel_haenszel(rows: Rows) -> Iterator[Compared]:
    by_quantity = defaultdict(list)
    for (_, level), of_analysis in grouped(rows, "dataset", "conf").items():
        tables = json.loads(of_analysis[0]["tables_abcd_json"])
        done = _stratified(tables, float(1 - Decimal(level)))
        for row in of_analysis:
            by_quantity[row["quantity"]].append((row, done[row["quantity"]]))
    for quantity, each in by_quantity.items():
        yield _compared(quantity, each, STRATIFIED)


def _of_estimator(name: str, y: Any, v: Any, alpha: float) -> dict[str, Any]:
    def analysis(**options: str) -> stats.MetaAnalysis:
        return stats.meta_analysis(y, v, tau2=name, alpha=alpha, **options)

    normal, hartung = analysis(ci="z", prediction="z"), analysis(ci="hk")
    return {
        f"{name}_tau2": normal.tau2.estimate,
        f"{name}_mu": normal.estimate,
        f"{name}_se": normal.pooled.standard_error,
        f"{name}_low": normal.low,
        f"{name}_high": normal.high,
        f"{name}_hk_se": hartung.pooled.standard_error,
        f"{name}_hk_low": hartung.low,
        f"{name}_hk_high": hartung.high,
        f"{name}_hkadhoc_se": analysis(ci="hk_adhoc").pooled.standard_error,
        f"{name}_I2": normal.i2.estimate * PERCENT,
        f"{name}_H2": normal.h2.estimate,
        f"{name}_pi_z_low": normal.prediction.low,
        f"{name}_pi_z_high": normal.prediction.high,
        f"{name}_pi_t_low": hartung.prediction.low,
        f"{name}_pi_t_high": hartung.prediction.high,
    }


def _meta(y: Any, v: Any, alpha: float) -> dict[str, Any]:
    h = stats.heterogeneity(y, v, alpha=alpha)
    done = {
        "Q": h.q.statistic,
        "Q_df": h.q.df,
        "Q_p": h.q.pvalue,
        "I2_Q": h.i2_q.estimate * PERCENT,
        "tau2_qp_low": h.tau2.low,
        "tau2_qp_high": h.tau2.high,
    }
    for name in ESTIMATORS:
        done |= _of_estimator(name, y, v, alpha)
    return done


@table("meta_analysis.csv")
def meta_analysis(rows: Rows) -> Iterator[Compared]:
    by_quantity = defaultdict(list)
    for (_, level), of_analysis in grouped(rows, "dataset", "conf").items():
        y, v = (np.array(json.loads(of_analysis[0][name])) for name in ("yi_json", "vi_json"))
        done = _meta(y, v, float(1 - Decimal(level)))
        for row in of_analysis:
            by_quantity[row["quantity"]].append((row, done[row["quantity"]]))
    by_estimator = defaultdict(list)
    for quantity, each in by_quantity.items():
        name, _, rest = quantity.partition("_")
        kind = "tau2" if rest == "tau2" or quantity.startswith("tau2") else ""
        by_estimator[(f"{name} {kind}" if name in ESTIMATORS else f"all {kind}").strip()] += each
    for name, each in by_estimator.items():
        yield _compared(name, each, META, TAU2 if name.endswith("tau2") else 0, NOTHING)


def _compared(
    name: str,
    each: list[tuple[dict[str, str], Any]],
    relative: float,
    absolute: float = 0.0,
    nothing: float = 0.0,
) -> Compared:
    rows = [row for row, _ in each]
    got = np.array([value for _, value in each])
    want = np.array([float(row["value"]) for row in rows])
    want[np.abs(want) < nothing] = 0
    return compared(name, rows, [("value", got, want)], relative=relative, absolute=absolute)
