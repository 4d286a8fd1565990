"""Shares of all kinds of a whole at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pressgauge._core import DomainError
from pressgauge._core import stats as _stats
from pressgauge._numbers import numbers
from pressgauge.stats._calls import level, of_column

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from pressgauge._estimate import Estimate

ALIASES = {"sison-glaz": "sison_glaz", "sisonglaz": "sison_glaz"}


def multinomial(
    counts: ArrayLike,
    *,
    method: str = "goodman",
    confidence: float = 0.95,
    alpha: float | None = None,
) -> Estimate:
    """Share of each kind in a whole, with intervals that hold all shares at once.

    Parameters
    ----------
    counts : (k,) array_like of float
        Of each of k >= 2 kinds [units], whole numbers >= 0. With one NaN the whole is unknown, and all are NaN.
    method : {"goodman", "sison_glaz"}
        ``"goodman"`` [1]_: Wilson's interval at alpha / k each, good for any counts; ``"sison_glaz"`` [2]_ (alias
        ``"sison-glaz"``): one width for all, narrower where kinds are many and counts not small.
    confidence : float
        That all shares are within, in (0, 1).
    alpha : float, optional
        1 - confidence; replaces it.

    Returns
    -------
    Estimate
        (k,) shares in [0, 1] [1]; NaN and flag ``undefined`` where all counts are 0.

    Raises
    ------
    DomainError
        Less than two kinds, or more than one dimension; a count is negative, infinite or fractional; an unknown method;
        a confidence or alpha outside (0, 1); counts that add up to more than 1e12, by Sison and Glaz, whose work grows as
        the root of it.

    References
    ----------
    .. [1] Goodman (1965), Technometrics 7:247-254.
    .. [2] Sison & Glaz (1995), J. Am. Stat. Assoc. 90:366-369.

    Examples
    --------
    >>> low, high = multinomial([56, 72, 73, 59, 62, 87, 58], method="sison_glaz")
    >>> low.round(3)
    array([0.079, 0.113, 0.116, 0.086, 0.092, 0.146, 0.084])
    """
    confidence, alpha = level(confidence, alpha)
    column = np.ascontiguousarray(numbers("counts", counts))
    if column.ndim != 1:
        raise DomainError(f"counts has {column.ndim} dimensions, expected 1")
    done = _stats.multinomial(column, method=method, alpha=alpha)
    return of_column(done, column.shape, ALIASES.get(method, method), confidence)
