from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge import stats
from tables import Compared, Rows, column, compared, grouped, rows_of, table

if TYPE_CHECKING:
    from collections.abc import Iterator

FORENSICS = 1e-12


@table("benford_digit_prob.csv")
def benford_digit_prob(rows: Rows) -> Iterator[Compared]:
    for (position,), of_position in grouped(rows, "position").items():
        got = stats.benford_probs(int(position))
        values = [("probability", got, column(of_position, "probability"))]
        yield compared(f"position {position}", of_position, values, relative=FORENSICS)


@table("forensics.csv")
def forensics(rows: Rows) -> Iterator[Compared]:
    for (dataset, of, test), of_test in grouped(rows, "dataset", "column", "test").items():
        stations = rows_of(f"precincts_{dataset}.csv")
        assert stations is not None
        got = TESTS[test](of, {name: column(stations, name) for name in ("registered", "ballots", "winner")})
        values = [
            (row["quantity"], np.ravel(got[row["quantity"]]), np.ravel(json.loads(row["value"])))
            for row in of_test
        ]
        yield compared(test, of_test, values, relative=FORENSICS)


def digits(of: str, place: str, stations: dict[str, np.ndarray]) -> dict[str, Any]:
    done = stats.digit_test(stations[of], place)
    return {
        "n": done.n,
        "chi2": done.statistic,
        "df": done.df,
        "p": done.pvalue,
        "mean": done.mean,
        "counts": done.counts,
    }


def integer_percent(of: str, stations: dict[str, np.ndarray]) -> dict[str, Any]:
    part, whole = {"turnout": ("ballots", "registered"), "share": ("winner", "ballots")}[of]
    done = stats.integer_percent_test(stations[part], stations[whole])
    return {
        "n": done.n,
        "observed_integer": done.observed,
        "expected_integer_binomial": done.expected,
        "variance_binomial": done.variance,
        "z": done.statistic,
        "hist_integer": done.histogram,
    }


def bins(_: str, stations: dict[str, np.ndarray]) -> dict[str, Any]:
    counts = stats.fingerprint(stations["ballots"], stations["registered"], stations["winner"]).counts
    places = np.argwhere(counts)
    return {"nonzero_bins": np.column_stack([places, counts[counts > 0]])}


def klimek(_: str, stations: dict[str, np.ndarray]) -> dict[str, Any]:
    done = stats.log_vote_rate(stations["registered"], stations["winner"])
    return {
        "n": done.n,
        "mean": done.mean,
        "sd_pop": done.sd,
        "skewness": done.skewness,
        "excess_kurtosis": done.excess_kurtosis,
    }


TESTS = {
    **{
        f"{place}_digit": lambda of, stations, place=place: digits(of, place, stations)
        for place in ("first", "second", "last")
    },
    "integer_percent": integer_percent,
    "fingerprint": bins,
    "klimek": klimek,
}
