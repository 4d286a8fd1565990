"""The reference tables of others, kept beside the repository: what we give for each of their rows.

A family's file says, for each of its tables, what to compare; `test_tables.py` holds it to the tolerance, and
`benchmarks/references.py` prints what was reached.
"""

from __future__ import annotations

import csv
import importlib
import math
import pkgutil
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

FOLDER = Path(__file__).parents[4] / "shared" / "stats"
Rows = list[dict[str, str]]


@dataclass(frozen=True)
class Compared:
    """What was reached on the rows of one method."""

    method: str
    rows: int
    error: float
    """The worst, in units of the tolerance: passes up to 1."""
    relative: float
    """The worst relative error, of the values that are not 0 or infinite."""
    worst: str


TABLES: dict[str, Callable[[Rows], Iterator[Compared]]] = {}


def table(
    name: str,
) -> Callable[[Callable[[Rows], Iterator[Compared]]], Callable[[Rows], Iterator[Compared]]]:
    """Register a function that compares all rows of a table."""

    def register(compare: Callable[[Rows], Iterator[Compared]]) -> Callable[[Rows], Iterator[Compared]]:
        TABLES[name] = compare
        return compare

    return register


def rows_of(name: str) -> Rows | None:
    """Return the rows of a table, None where it isn't beside the repository."""
    path = FOLDER / name
    if not path.exists():
        return None
    csv.field_size_limit(10**9)
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def grouped(rows: Rows, *keys: str) -> dict[tuple[str, ...], Rows]:
    """Return the rows by the values of some columns, in their order."""
    groups = defaultdict(list)
    for row in rows:
        groups[tuple(row[key] for key in keys)].append(row)
    return dict(groups)


def column(rows: Rows, name: str) -> np.ndarray:
    """Return a column as numbers."""
    return np.array([float(row[name]) for row in rows])


def compared(
    method: str, rows: Rows, values: Iterable[tuple[str, Any, Any]], *, relative: float, absolute: float = 0.0
) -> Compared:
    """Compare (name, got, want) arrays over rows: an error passes if either tolerance allows it."""
    worst, share, off = "", 0.0, 0.0
    for name, given, wanted in values:
        got, want = (np.atleast_1d(np.asarray(each, float)) for each in (given, wanted))
        assert got.shape == want.shape, f"{method} {name}: {got.shape} values for {want.shape}"
        same = (got == want) | (np.isnan(got) & np.isnan(want))
        with np.errstate(invalid="ignore"):
            difference = np.where(same, 0, np.abs(got - want))
        difference[np.isnan(difference)] = math.inf
        allowed = np.maximum(
            relative * np.abs(np.where(np.isfinite(want), want, 0)), max(absolute, math.ulp(0))
        )
        errors = difference / allowed
        size = np.abs(np.where((want == 0) | ~np.isfinite(want), math.inf, want))
        off = max(off, float(np.max(np.where(np.isfinite(difference), difference / size, 0), initial=0)))
        at = int(np.argmax(errors)) if errors.size else 0
        if errors.size and errors[at] > share:
            share, worst = (
                float(errors[at]),
                f"{name}, row {at} {rows[at] if at < len(rows) else ''}: {got[at]!r} for {want[at]!r}",
            )
    return Compared(method, len(rows), share, off, worst)


def load() -> None:
    """Import every family's file, so that its tables are registered."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
