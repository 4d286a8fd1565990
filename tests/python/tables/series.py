"""Events in time and their sizes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pressgauge import stats
from tables import Compared, Rows, column, compared, grouped, rows_of, table

if TYPE_CHECKING:
    from collections.abc import Iterator

COST = 1e-12
POWER_LAW = 1e-9
LIKELIHOOD = 1e-12
MAXIMUM = 1e-7


@table("changepoint_poisson_pelt.csv")
def changepoint_pelt(rows: Rows) -> Iterator[Compared]:
    series = [json.loads(row["y_json"]) for row in rows]
    penalties = column(rows, "penalty")
    wanted = [json.loads(row["changepoints_json"]) for row in rows]
    values = []
    for method in ("pelt", "exact"):
        done = [
            stats.event_rate_change(y, penalty=penalty, method=method)
            for y, penalty in zip(series, penalties, strict=True)
        ]
        # Where two partitions cost the same, either is right.
        right = [
            "tie" in each.flags or each.change_points.tolist() == places
            for each, places in zip(done, wanted, strict=True)
        ]
        values.append((f"{method} cost", [each.cost for each in done], column(rows, "cost_sum")))
        values.append((f"{method} change points", right, [1.0] * len(rows)))
    bic = [row["penalty_name"] == "bic" for row in rows]
    named = [stats.event_rate_change(y).penalty for y, is_bic in zip(series, bic, strict=True) if is_bic]
    values.append(("bic", named, penalties[bic]))
    yield compared("optimal partition", rows, values, relative=COST)


@table("changepoint_poisson_bayes1.csv")
def changepoint_bayes(rows: Rows) -> Iterator[Compared]:
    for (counts, prior), of_one in grouped(rows, "y_json", "prior").items():
        shape, rate = prior.removeprefix("gamma(").removesuffix(")").split(",")
        done = stats.bayes_changepoint(json.loads(counts), prior=(float(shape), float(rate)))
        given = {
            "map_tau": done.change_point,
            "p_map": done.probability.max(),
            "mean_tau": done.mean,
            "log_bf_1cp_vs_0": done.log_bayes_factor,
        }
        got = [given[row["quantity"]] for row in of_one]
        yield compared("bayes", of_one, [("value", got, column(of_one, "value"))], relative=COST)


@table("hawkes_exp.csv")
def hawkes(rows: Rows) -> Iterator[Compared]:
    for (times, end), of_one in grouped(rows, "times_json", "T").items():
        known = [row for row in of_one if row["quantity"] == "loglik"]
        got = [
            stats.hawkes_loglik(
                json.loads(times),
                float(end),
                mu=float(row["mu"]),
                branching=float(row["branching"]),
                decay=float(row["decay"]),
            )
            for row in known
        ]
        yield compared("loglik", known, [("loglik", got, column(known, "value"))], relative=LIKELIHOOD)
        fit = stats.hawkes_fit(json.loads(times), float(end))
        given = {
            "mle_mu": fit.mu.estimate,
            "mle_branching": fit.branching.estimate,
            "mle_decay": fit.decay.estimate,
            "mle_loglik": fit.loglik,
        }
        best = [row for row in of_one if row["quantity"] in given]
        found = [given[row["quantity"]] for row in best]
        yield compared("maximum", best, [("value", found, column(best, "value"))], relative=MAXIMUM)


@table("powerlaw.csv")
def power_law(rows: Rows) -> Iterator[Compared]:
    for (dataset, kind, xmin), of_one in grouped(rows, "dataset", "kind", "xmin").items():
        sizes = rows_of(f"powerlaw_data_{dataset}.csv")
        assert sizes is not None
        scan = kind.endswith("_scan")
        fit = stats.power_law_fit(
            column(sizes, "x"), None if scan else float(xmin), discrete=kind.startswith("discrete")
        )
        given = {
            "alpha": fit.alpha.estimate,
            "loglik": fit.loglik,
            "se": fit.standard_error,
            "ks": fit.ks,
            "ks_both": fit.ks,
            "ks_upper": fit.ks_observed,
            "ntail": fit.tail,
            "xmin": fit.xmin,
        }
        got = [given[row["quantity"]] for row in of_one]
        yield compared(kind, of_one, [("value", got, column(of_one, "value"))], relative=POWER_LAW)
