"""Numbers as users hold them: floats, and arrays of float64."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NUMBERS = "biufOSU"
"""Kinds of arrays that hold numbers, or words and objects that may be some."""


def number(name: str, value: Any) -> float:
    """Return one number.

    Raises
    ------
    DomainError
        It is a word, or beyond doubles.
    TypeError
        It is of another type.
    """
    if isinstance(value, np.ndarray | np.generic) and (value.ndim or value.dtype.kind not in _NUMBERS):
        raise TypeError(f"{name} must be a number, not {type(value).__name__}")
    try:
        return float(value)
    except TypeError:
        raise TypeError(f"{name} must be a number, not {value!r:.60}") from None
    except ValueError:
        raise DomainError(f"{name} is {value!r:.60}, expected a number") from None
    except OverflowError:
        raise DomainError(f"{name} is beyond doubles, expected a number") from None


def numbers(name: str, values: Any) -> NDArray[np.float64]:
    """Return an array of numbers; None, NaN and what is masked are not reported.

    Raises
    ------
    DomainError
        Rows are of different lengths; a number is a word, or beyond doubles.
    TypeError
        They are of another type.
    """
    if isinstance(values, np.ma.MaskedArray):
        return np.where(np.ma.getmaskarray(values), np.nan, numbers(name, values.data))
    if isinstance(values, np.ndarray | np.generic) and values.dtype.kind not in _NUMBERS:
        raise TypeError(f"{name} must be numbers, not {values.dtype}")
    try:
        return np.asarray(values, dtype=np.float64)
    except TypeError:
        raise TypeError(f"{name} must be numbers, not {values!r:.60}") from None
    except ValueError:
        if isinstance(values, str | bytes):
            raise DomainError(f"{name}: {values!r:.60} is no number") from None
        raise DomainError(f"{name} has rows of different lengths, or words: {values!r:.60}") from None
    except OverflowError:
        raise DomainError(f"{name} has a number beyond doubles") from None
