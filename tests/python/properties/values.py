"""What public functions are called with: what they are made for, and anything else."""

from __future__ import annotations

import copy
import datetime as dt
import math
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from pressgauge import Interval
from strategies import news

INF, NAN = math.inf, math.nan


class Form(NamedTuple):
    """What the arguments of one call have in common: numbers, Intervals or columns, of which shape."""

    kind: str
    shape: tuple[int, ...]


forms = st.builds(
    Form,
    st.sampled_from(["number", "number", "interval", "column", "column"]),
    st.sampled_from([(1,), (2,), (3,), (7,), (2, 3), (0,), (1, 1)]),
)


class Words(str):
    """A str that is not quite one."""

    __slots__ = ()


class Kind(NamedTuple):
    """How a parameter is given: as it is meant, and wildly."""

    plain: Callable[[Form], st.SearchStrategy[Any]]
    wild: st.SearchStrategy[Any]


# Lone surrogates among them.
characters = st.text(st.characters(), max_size=12)
spoilt_news = st.tuples(news, st.sampled_from(["\ud800", "\udfff!", "\0", "\x1b[31m"]), news).map("".join)
spoilt_bytes = st.tuples(news.map(str.encode), st.sampled_from([b"\xff", b"\xc3", b"\xed\xa0\x80"])).map(
    b"".join
)
NUMBERS = [
    -1, 0, 1, 2, 0.5, 1.5, -0.0, NAN, INF, -INF, 5e-324, -5e-324, 1e-300, 1e15, 1e16, 1e308, -1e308,
    2**31, 2**53, 2**53 + 1, 2**63, 2**64, -(2**63), 10**400, -(10**400), True, False,
    Decimal("0.1"), Decimal("NaN"), Decimal("1e999"), Fraction(1, 3), 1j, complex(NAN, INF),
    np.float32(0.1), np.float64(NAN), np.int8(-1), np.uint64(2**64 - 1), np.bool_(True), np.longdouble(2),
]  # fmt: skip
OBJECTS = [
    None, "", "12", "many", "0.5", "nan", b"", b"12", b"\xff", "\ud800", "a\0b", "=1+1", object, object(), Ellipsis,
    [], [[]], [None], [1, [2]], [[1, 2], [3]], ["1", "x"], [10**400], [1j], [object()], (), {}, {"a": 1}, {1: 2}, set(),
    range(3), slice(1), len, dt.date(2024, 2, 29), dt.datetime(2024, 2, 29, 1, 2), np.datetime64("2024-01-01"),
    np.array(3.0), np.array("x"), np.array([]), np.array([[]]), np.array([None, 1]), np.array([1, 2], "M8[D]"),
    np.ma.masked_array([1.0, 2.0], [True, False]), np.array([(1, 2.0)], [("a", int), ("b", float)]),
]  # fmt: skip
ends = st.sampled_from([0, 0.5, 1, 2, 3, 50, 1e6, 2**53, INF, 1e308, 5e-324])
intervals = st.builds(
    lambda a, b, low_open, high_open: (
        Interval(-INF, INF)
        if min(a, b) == INF
        else Interval(min(a, b), max(a, b), a != b and low_open, a != b and high_open)
    ),
    ends, ends, st.booleans(), st.booleans(),
)  # fmt: skip
negative_intervals = st.sampled_from(
    [Interval(-1, 1), Interval(-INF, 3), Interval(-5, -2), Interval(0.25, 0.75)]
)
arrays = npst.arrays(
    st.sampled_from([np.float64, np.float32, np.int64, np.uint8, np.bool_, np.complex128]).map(np.dtype),
    npst.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3),
)
wild_numbers = st.sampled_from(NUMBERS) | st.integers() | st.floats()
WILD = st.one_of(
    wild_numbers,
    st.sampled_from(OBJECTS),
    intervals,
    negative_intervals,
    arrays,
    characters,
    spoilt_news,
    st.binary(max_size=9),
)
# Numbers that ask for that much work, or not for any: who asks for 2**53 draws gets them in the end.
MODEST = st.one_of(
    st.sampled_from([n for n in NUMBERS if not (isinstance(n, int | float) and 1000 < n < 2**64)]),
    st.sampled_from(OBJECTS), st.integers(-5, 100), st.floats(-5, 100), intervals, arrays, characters,
)  # fmt: skip


def fixed(strategy: st.SearchStrategy[Any], wild: st.SearchStrategy[Any] = WILD) -> Kind:
    """Return a parameter that is given in the same way in every form."""
    return Kind(lambda _form: strategy, wild)


def one_of(*values: Any, wild: st.SearchStrategy[Any] = WILD) -> Kind:
    return fixed(st.sampled_from(values), wild)


def counts(low: int, high: int) -> Kind:
    """Return whole numbers as the form asks for them; some are not reported."""
    whole = st.integers(low, high)
    number = st.one_of(whole, whole, whole.map(float), whole.map(np.int32), st.just(NAN))
    pair = st.tuples(whole, whole).map(sorted)
    interval = st.one_of(whole, pair.map(lambda ends: Interval(*ends)), whole.map(lambda n: Interval(n, INF)))

    def plain(form: Form) -> st.SearchStrategy[Any]:
        if form.kind == "number":
            return number
        return interval if form.kind == "interval" else st.one_of(whole, *[column(whole, form.shape)] * 4)

    return Kind(plain, WILD)


def column(each: st.SearchStrategy[Any], shape: tuple[int, ...]) -> st.SearchStrategy[Any]:
    """Return arrays of a shape, or lists."""
    size = math.prod(shape)
    made = st.lists(each, min_size=size, max_size=size).map(lambda rows: np.array(rows, float).reshape(shape))
    return st.one_of(made, made, made.map(np.ndarray.tolist), made.map(np.float32))


def reals(low: float, high: float) -> Kind:
    """Return numbers as the form asks for them."""
    real = st.floats(low, high)
    return Kind(
        lambda form: st.one_of(real, column(real, form.shape)) if form.kind == "column" else real, WILD
    )


def rows(each: st.SearchStrategy[Any], wild: st.SearchStrategy[Any] = WILD) -> Kind:
    """Return columns that are columns in every form, of one length."""
    return Kind(lambda form: column(each, form.shape[:1]), wild)


def long(each: st.SearchStrategy[Any], least: int = 0, most: int = 25) -> Kind:
    """Return columns of any length."""
    return fixed(st.lists(each, min_size=least, max_size=most))


def mangled(data: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return data of which one part is something else, or is not there."""
    return st.tuples(data, st.lists(st.integers(0, 50), min_size=1, max_size=6), st.none() | WILD).map(
        lambda given: _mangled(*given)
    )


def _mangled(data: Any, path: list[int], value: Any) -> Any:
    data = at = copy.deepcopy(data)
    for depth, step in enumerate(path):
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        if not keys:
            break
        key = keys[step % len(keys)]
        inner = at[key]
        if depth + 1 == len(path) or not isinstance(inner, dict | list) or not inner:
            if value is None and step % 2:
                del at[key]
            else:
                at[key] = value
            break
        at = inner
    return data
