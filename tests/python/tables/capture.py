from __future__ import annotations

import json
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from pressgauge import stats
from tables import Compared, Rows, column, compared, grouped, table

if TYPE_CHECKING:
    from collections.abc import Iterator

CLOSED_FORM = 1e-13
MODEL = 1e-9
PROFILE = 1e-7
TWO_LISTS = {
    "lincoln_petersen": (stats.lincoln_petersen, "lognormal"),
    "chapman_normal": (stats.chapman, "normal"),
    "chapman_lognormal": (stats.chapman, "lognormal"),
}


@table("capture_two_list.csv")
def capture_two_list(rows: Rows) -> Iterator[Compared]:
    for (method, level), of_level in grouped(rows, "method", "conf").items():
        quantity, interval = TWO_LISTS[method]
        alpha = float(1 - Decimal(level))
        counts = [column(of_level, name) for name in ("n1", "n2", "m")]
        e = quantity(*counts, method=interval, alpha=alpha)
        values = [
            (name, given, column(of_level, name))
            for name, given in (("estimate", e.estimate), ("low", e.low), ("high", e.high))
        ]
        yield compared(method, of_level, values, relative=CLOSED_FORM)


@table("capture_chao.csv")
def capture_chao(rows: Rows) -> Iterator[Compared]:
    for (method, level), of_level in grouped(rows, "method", "conf").items():
        alpha = float(1 - Decimal(level))
        counts = [column(of_level, name) for name in ("f1", "f2", "observed")]
        e = stats.chao(*counts, lists=column(of_level, "occasions"), method=method, alpha=alpha)
        values = [
            (name, given, column(of_level, name))
            for name, given in (("estimate", e.estimate), ("low", e.low), ("high", e.high))
        ]
        yield compared(method, of_level, values, relative=CLOSED_FORM)


def interactions_of(text: str) -> tuple[tuple[int, ...], ...]:
    return tuple(sorted((tuple(each) for each in json.loads(text)), key=lambda each: (len(each), each)))


@lru_cache
def models_of(text: str) -> dict[tuple[tuple[int, ...], ...], stats.LoglinearModel]:
    models = stats.mse_all_models(json.loads(text))
    return {tuple(sorted(model.interactions, key=lambda e: (len(e), e))): model for model in models}


def loglinear_value(row: dict[str, str]) -> float:
    counts, quantity = json.loads(row["counts_json"]), row["quantity"]
    interactions = interactions_of(row["interactions_json"])
    if quantity.startswith("profile"):
        alpha = {} if quantity.endswith("mult") else {"confidence": float(quantity.rsplit("_", 1)[1])}
        profile = stats.mse_profile(counts, interactions, **alpha)
        name = quantity.split("_")[1]
        return {"N": profile.estimate, "low": profile.low, "high": profile.high}[name]
    # Each model alone, and among all: the same.
    model = stats.loglinear_mse(counts, interactions)
    assert model == models_of(row["counts_json"])[interactions]
    return {
        "N": model.population.estimate,
        "n0": model.unseen,
        "se": model.standard_error,
        "deviance": model.deviance,
        "df": model.degrees_of_freedom,
        "aic": model.aic,
        "bic_cells": model.bic,
    }[quantity]


@table("capture_loglinear.csv")
def capture_loglinear(rows: Rows) -> Iterator[Compared]:
    for (quantity,), of_quantity in grouped(rows, "quantity").items():
        values = [(quantity, [loglinear_value(row) for row in of_quantity], column(of_quantity, "value"))]
        profile = quantity.startswith("profile")
        # The deviance of a model with as many terms as counts is 0 in one, 1e-32 in the other.
        absolute = 1e-9 if quantity == "deviance" else 0.0
        yield compared(
            quantity, of_quantity, values, relative=PROFILE if profile else MODEL, absolute=absolute
        )
