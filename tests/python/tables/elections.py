from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge import stats
from tables import Compared, Rows, column, compared, grouped, table

if TYPE_CHECKING:
    from collections.abc import Iterator

INDEX = 1e-14
INDICES: dict[str, Any] = {
    "enp_votes": lambda v, _: stats.effective_parties(v),
    "enp_seats": lambda _, s: stats.effective_parties(s),
    "golosov_votes": lambda v, _: stats.effective_parties(v, index="golosov"),
    "hhi_votes": lambda v, _: stats.concentration(v),
    "fractionalization": lambda v, _: stats.fractionalization(v),
    "shannon": lambda v, _: stats.shannon_entropy(v),
    **{
        f"{name}{suffix}": lambda v, s, name=name: stats.disproportionality(v, s, index=name)
        for name, suffix in (
            ("gallagher", ""),
            ("loosemore_hanby", ""),
            ("rae", ""),
            ("lijphart", "_max"),
            ("sainte_lague", "_index"),
            ("dhondt", "_index"),
        )
    },
}


def parties(rows: Rows, name: str) -> list[list[float]]:
    return [json.loads(row[name]) for row in rows]


def filled(lists: list[list[float]]) -> np.ndarray:
    """Rows of one length: a party with 0 changes nothing."""
    longest = max(len(each) for each in lists)
    return np.array([[*each, *[0.0] * (longest - len(each))] for each in lists], float)


@table("electoral_indices.csv")
def electoral_indices(rows: Rows) -> Iterator[Compared]:
    for (index,), of_index in grouped(rows, "index").items():
        votes, seats = parties(of_index, "votes_json"), parties(of_index, "seats_json")
        one_by_one = [INDICES[index](v, s).estimate for v, s in zip(votes, seats, strict=True)]
        at_once = INDICES[index](filled(votes), filled(seats)).estimate
        want = column(of_index, "value")
        values = [("one by one", one_by_one, want), ("at once", at_once, want)]
        yield compared(index, of_index, values, relative=INDEX)


@table("pedersen_volatility.csv")
def pedersen_volatility(rows: Rows) -> Iterator[Compared]:
    earlier, later = parties(rows, "votes_t1_json"), parties(rows, "votes_t2_json")
    got = stats.volatility(filled(earlier), filled(later)).estimate
    yield compared("pedersen", rows, [("value", got, column(rows, "value"))], relative=INDEX)


@table("seat_allocation.csv")
def seat_allocation(rows: Rows) -> Iterator[Compared]:
    for (method,), of_method in grouped(rows, "method").items():
        values = []
        for row in of_method:
            votes, seats = json.loads(row["votes_json"]), int(row["seats"])
            want = json.loads(row["allocation_json"])
            got = stats.allocate_seats(votes, seats, method)
            if want is None:
                refused = got.flags == ("inconsistent",) and bool(np.isnan(got.seats).all())
                values.append(("refused", refused, True))
                continue
            # Of tied seats the number matters, not who has them.
            of_lot = row["tie"] == "1"
            values.append(("tie", "tie" in got.flags, of_lot))
            values.append(
                ("seats", sorted(got.seats) if of_lot else got.seats, sorted(want) if of_lot else want)
            )
        yield compared(method, of_method, values, relative=0)
