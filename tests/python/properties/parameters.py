"""How each parameter of a public function is given, by its name; where a name means several things, by the function."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import strategies as st

from pressgauge import Interval, stats
from properties import material
from properties.values import INF, MODEST, NAN, WILD, Kind, counts, fixed, long, one_of, reals, rows

few = st.integers(0, 30)
share = st.floats(0, 1)
PART, WHOLE, ALL = counts(0, 20), counts(20, 60), counts(60, 200)
EXPOSURE = reals(0.01, 1000)
SHARE = fixed(share)
REAL = fixed(st.floats(0.01, 10))
work = lambda *values: one_of(*values, wild=MODEST)

_LISTS = st.sampled_from([2, 3, 3, 4])


def _histories(
    each: st.SearchStrategy[Any], lists: st.SearchStrategy[int] = _LISTS
) -> st.SearchStrategy[Any]:
    """Return persons by the lists that they are on, as a mapping or an array."""

    def named(lists: int) -> st.SearchStrategy[Any]:
        names = [f"{n:0{lists}b}" for n in range(1, 2**lists)]
        return st.lists(each, min_size=len(names), max_size=len(names)).map(
            lambda made: dict(zip(names, made, strict=True))
        )

    def array(lists: int) -> st.SearchStrategy[Any]:
        cells = st.lists(each, min_size=2**lists, max_size=2**lists)
        return cells.map(lambda made: np.array([0, *made[1:]], object).reshape((2,) * lists).tolist())

    return lists.flatmap(named) | lists.flatmap(array)


histories = _histories(few)
interactions = st.lists(st.sampled_from([(0, 1), (1, 2), (0, 2), (1,), [0, 1], (0, 1, 2)]), max_size=2)
tables = st.lists(st.lists(few, min_size=4, max_size=4), min_size=1, max_size=4)
estimates = st.builds(stats.count_ratio, st.integers(0, 30), st.integers(1, 30)) | st.builds(
    stats.proportion, st.integers(0, 5) | st.just(NAN), st.just(5)
)
quantities = st.sampled_from(
    [stats.proportion, stats.count_ratio, stats.rate, stats.risk_ratio, stats.chapman, stats.identified, len]
)

BY_NAME: dict[str, Kind] = {
    **dict.fromkeys(["count", "count1", "count2", "x1", "x2", "a", "b", "side_a", "side_b", "killed"], PART),
    **dict.fromkeys(["wounded", "both", "first_only", "second_only", "neither", "m", "f1", "f2"], PART),
    **dict.fromkeys(["part", "rest", "value", "ballots", "winner"], PART),
    **dict.fromkeys(["nobs", "nobs1", "nobs2", "n1", "n2", "observed", "registered", "whole"], WHOLE),
    **dict.fromkeys(["exposure", "t1", "t2"], EXPOSURE),
    "population": ALL,
    "p0": reals(0, 1),
    "ratio": reals(0.1, 10),
    "percent": Kind(
        lambda form: st.sampled_from(["12.5", "3", "0.0", "100", "33.33"]) | reals(0, 100).plain(form), WILD
    ),
    "confidence": fixed(st.floats(0.001, 0.999)),
    "alpha": fixed(st.none() | st.floats(0.001, 0.999)),
    "alternative": one_of("two-sided", "less", "greater"),
    "threads": work(1, 2, 3),
    "y": long(few),
    "counts": long(st.integers(0, 5000)),
    "x": long(st.integers(1, 60)),
    "times": long(st.floats(0, 20)),
    "T": fixed(st.floats(20, 40), wild=MODEST),
    **dict.fromkeys(["mu", "branching", "decay"], fixed(st.floats(0.01, 0.99), wild=MODEST)),
    "seed": one_of(0, 1, 7, 2**32, 2**64 - 1),
    **dict.fromkeys(["incremental", "extreme", "turnout", "share"], SHARE),
    **dict.fromkeys(["turnout_sd", "share_sd", "width", "exponent"], REAL),
    "bins": work(2, 3, 10),
    "draws": work(1, 50, 200),
    "replicates": work(1, 10, 30),
    "votes": rows(st.integers(0, 900)),
    "seats": rows(few),
    **dict.fromkeys(["earlier", "later"], rows(few)),
    "threshold": one_of(0, 0.03, 0.05, 0.5),
    "digit": one_of(1, 2, 3, "first", "second", "last"),
    "least": one_of(0, 10, 100),
    "window": fixed(st.floats(0.01, 0.49)),
    "xmin": fixed(st.none() | st.integers(1, 5)),
    **dict.fromkeys(["discrete", "correction", "tarone"], fixed(st.booleans())),
    "decimals": one_of(None, 0, 1, 2),
    "penalty": one_of("bic", "aic", 0, 2.5),
    "prior": fixed(st.tuples(st.floats(0.1, 3), st.floats(0.1, 3))),
    "first": fixed(estimates),
    "second": fixed(estimates),
    "function": fixed(quantities),
    "inputs": Kind(
        lambda form: st.lists(PART.plain(form), min_size=1, max_size=4), st.lists(WILD, max_size=3)
    ),
    "options": one_of({}, {"function_method": "jeffreys"}, {"method": "wald"}, {"threads": 2}),
    **dict.fromkeys(["lower_bound", "se_lower", "se_upper"], SHARE),
    "upper_bound": fixed(st.floats(1, 2)),
    "interactions": fixed(interactions),
    # Five lists have 6,893 models, which take seconds.
    "lists": one_of(2, 3, 4, wild=MODEST.filter(lambda n: str(n) != "5")),
    "strata": fixed(st.dictionaries(st.sampled_from("abc"), histories, min_size=1)),
    "within": fixed(st.floats(0, 10)),
    "tables": fixed(tables),
    "seen": fixed(st.lists(st.lists(st.integers(0, 1), min_size=3, max_size=3), max_size=9)),
    "order": rows(few),
    "reports": Kind(
        lambda form: st.lists(PART.plain(form._replace(kind="interval")), min_size=1, max_size=5), WILD
    ),
    **dict.fromkeys(["K", "burnin", "thin"], work(1, 2, 5)),
    "samples": work(10, 20),
    "chains": work(1, 2),
    "progress": one_of(None, print, lambda done: done),
    "measure": one_of("or", "rr", "rd", "irr", "peto"),
    **material.BY_NAME,
}

_META = {"y": rows(st.floats(-2, 2)), "v": rows(st.floats(0.01, 2))}
_STATIONS = {
    "ballots": rows(st.integers(20, 40)),
    "registered": rows(st.integers(40, 90)),
    "winner": rows(st.integers(0, 20)),
}
_MANY_STATIONS = {
    name: fixed(st.lists(whole, min_size=50, max_size=60))
    for name, whole in {
        "ballots": st.integers(30, 40),
        "registered": st.just(50),
        "winner": st.integers(5, 30),
    }.items()
}
_HISTORIES = {"counts": fixed(histories)}
_LIMITS = {"count": PART, "nobs": WHOLE, "population": ALL}

BY_FUNCTION: dict[str, dict[str, Kind]] = {
    **dict.fromkeys(
        ["stats.meta_analysis", "stats.cumulative_meta", "stats.leave_one_out", "stats.heterogeneity"],
        _META,
    ),
    "stats.tau2": {**_META, "estimator": one_of("reml", "dl", "pm", "ml", "sj")},
    "stats.effect_sizes": {
        "x1": rows(st.integers(0, 20)), "x2": rows(st.integers(0, 20)),
        "n1": rows(st.integers(20, 60)), "n2": rows(st.integers(20, 60)), "correction": REAL,
    },
    "stats.turnout": {"population": ALL},
    "stats.hawkes_fit": {"times": fixed(st.lists(st.floats(0, 20), min_size=2, max_size=12).map(sorted))},
    "stats.hawkes_loglik": {"times": fixed(st.lists(st.floats(0, 20), max_size=12).map(sorted))},
    "stats.hawkes_score": {"times": fixed(st.lists(st.floats(0, 20), max_size=12).map(sorted))},
    "stats.integer_percent_test": {"x": rows(st.integers(0, 40)), "n": rows(st.integers(40, 90))},
    "stats.fingerprint": _STATIONS,
    "stats.klimek_fit": _MANY_STATIONS,
    "stats.klimek_simulate": {**_STATIONS, "turnout": SHARE},
    "stats.log_vote_rate": _STATIONS,
    "stats.multinomial": {"counts": long(few, most=7)},
    "stats.capture_histories": {"counts": Kind(lambda _form: st.none(), WILD)},
    "stats.allocate_seats": {"seats": fixed(few)},
    "stats.chao": {"lists": fixed(st.none() | st.integers(2, 5))},
    "stats.lcmcr": {**_HISTORIES, "a": REAL, "b": REAL},
    "stats.toll_timeline": {"times": fixed(st.none() | st.lists(few, min_size=1, max_size=5).map(sorted))},
    **{
        f"stats.{name}": _HISTORIES
        for name in ["loglinear_mse", "mse_profile", "mse_all_models", "mse_model_average"]
    },
    "stats.mse_model_range": {
        "counts": fixed(_histories(st.one_of(few, few, few, few.map(lambda n: Interval(n, n + 2))), st.sampled_from([2, 3])))
    },
    **material.BY_FUNCTION,
}  # fmt: skip

__all__ = ["BY_FUNCTION", "BY_NAME", "INF"]
