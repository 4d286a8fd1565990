"""Seats for votes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from pressgauge._core import DomainError
from pressgauge._core import stats as _stats
from pressgauge._given import expect
from pressgauge._numbers import number, numbers
from pressgauge.stats._elections import _rows, _table

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, slots=True, repr=False)
class Allocation:
    """Seats of the parties of an election, or of a table of elections.

    Attributes
    ----------
    seats : (k,) or (..., k) ndarray of float64
        Whole numbers, in the shape of the votes; NaN where the rule gives none (see `flags`).
    tied : (k,) or (..., k) ndarray of bool
        The parties among which a lot has to decide who gets a seat, or more than one.
    method : str
        The rule.
    flags : tuple of str, or ndarray of uint32
        ``tie``; ``missing``: a vote or the seats are NaN; ``undefined``: seats, but no party with votes;
        ``inconsistent``: the quota gives out too many seats, or leaves too many.
    """

    seats: NDArray[np.float64]
    tied: NDArray[np.bool_]
    method: str
    flags: tuple[str, ...] | NDArray[np.uint32]

    def to_dict(self) -> dict[str, Any]:
        """Return the numbers as plain Python."""
        if isinstance(self.flags, tuple):
            names: Any = self.flags
        else:
            names = [tuple(_stats.flag_names(int(bits))) for bits in self.flags.ravel()]
        return {
            "seats": self.seats.tolist(),
            "tied": self.tied.tolist(),
            "method": self.method,
            "flags": names,
        }

    def _repr_html_(self) -> str:
        return f"<code>{escape(repr(self))}</code>"

    def __repr__(self) -> str:
        if not isinstance(self.flags, tuple):
            return f"seats of {self.flags.size} elections ({self.method})"
        numbers = ", ".join(
            f"{seats:g}{'*' if tied else ''}" for seats, tied in zip(self.seats, self.tied, strict=True)
        )
        return f"{numbers} ({', '.join((self.method, *self.flags))})"


def allocate_seats(
    votes: ArrayLike,
    seats: ArrayLike,
    method: str = "dhondt",
    *,
    threshold: float = 0,
    ties: Literal["flag", "raise"] = "flag",
    threads: int = 1,
) -> Allocation:
    """Seats of each party by a divisor or a quota method, decided in whole numbers: nothing is rounded [1]_.

    Parameters
    ----------
    votes : (k,) or (..., k) array_like of float
        Votes of each party [votes], whole numbers. A row is an election. NaN where not reported.
    seats : float or (...) array_like of float
        Seats to be had [seats], whole numbers up to 10^9; one for all elections, or one for each.
    method : str
        Highest quotients of the votes by divisors: ``"dhondt"`` (aliases ``"jefferson"``, ``"greatest_divisors"``)
        1, 2, 3, …; ``"sainte_lague"`` (``"webster"``) 1, 3, 5, …; ``"modified_sainte_lague"`` 1.4, 3, 5, …;
        ``"danish"`` 1, 4, 7, …; ``"imperiali_divisor"`` (``"imperiali"``) 2, 3, 4, …; ``"adams"``
        (``"smallest_divisors"``) 0, 1, 2, …; ``"huntington_hill"`` (``"hill"``) √(k (k + 1)). The last two give a seat
        to each party before any has two; with fewer seats than parties, to the largest.
        A seat for each whole quota, the rest by largest remainders, of V votes for n seats: ``"lr_hare"``
        (``"hare"``, ``"hamilton"``, ``"hare_niemeyer"``) V / n; ``"lr_droop"`` (``"droop"``) the whole number above
        V / (n + 1); ``"lr_hagenbach_bischoff"`` (``"hagenbach_bischoff"``) V / (n + 1); ``"lr_imperiali"``
        V / (n + 2).
    threshold : float
        Parties below this share of all votes, in [0, 1), get no seat, and their votes don't count for quotas. Taken
        as the decimal that it prints as: exactly 5 % is not below 0.05.
    ties : {"flag", "raise"}
        ``"flag"``: where a lot has to decide, the party with more votes, then the earlier one, gets the seat; it and
        its rivals are marked in `Allocation.tied`. ``"raise"``: refuse.
    threads : int
        That share the rows; the result is the same for any number.

    Returns
    -------
    Allocation
        NaN and flag ``inconsistent`` where a quota below Hare's gives out more seats than there are, or Droop's, of
        few votes, leaves more than one to each party: laws then say what to do, and differ.

    Raises
    ------
    DomainError
        Shapes differ; a value is negative, infinite or fractional; there is no party; votes of an election add up to
        more than 2^53; an unknown method; a threshold outside [0, 1); a tie, if refused.

    References
    ----------
    .. [1] Pukelsheim (2017), Proportional Representation, 2nd ed., ch. 4-5.

    Examples
    --------
    >>> allocate_seats([340_000, 280_000, 160_000, 60_000, 15_000], 7)
    3, 3, 1, 0, 0 (dhondt)
    >>> allocate_seats([100, 100, 100], 4, "sainte_lague")
    2*, 1*, 1* (sainte_lague, tie)
    >>> allocate_seats([[53, 24, 23], [60, 36, 4]], [7, 5], "hare", threshold=0.05).seats
    array([[4., 2., 1.],
           [3., 2., 0.]])
    """
    table, shape = _table("votes", votes)
    expect(ties, str, "ties")
    if ties not in ("flag", "raise"):
        raise DomainError(f"ties is {ties!r}, expected one of flag, raise")
    asked = numbers("seats", seats)
    if asked.ndim and asked.shape != shape:
        raise DomainError(f"votes has {_rows(shape)}, seats has {_rows(asked.shape)}")
    column = np.ascontiguousarray(np.broadcast_to(asked, shape), dtype=np.float64).ravel()
    done = _stats.allocate_seats(
        table, column, method=method, threshold=_fraction(threshold), threads=threads
    )
    tied = done.tied.astype(bool)
    if ties == "raise" and tied.any():
        row = int(np.argmax(tied.any(axis=1)))
        parties = ", ".join(map(str, np.flatnonzero(tied[row])))
        raise DomainError(f"a lot has to decide between the parties {parties} of row {row}")
    flags: Any = done.flags.reshape(shape) if shape else tuple(_stats.flag_names(int(done.flags[0])))
    whole = (*shape, table.shape[1])
    return Allocation(done.seats.reshape(whole), tied.reshape(whole), method, flags)


def _fraction(threshold: float) -> tuple[int, int]:
    """Return the decimal that a share prints as, as a fraction."""
    share = number("threshold", threshold)
    if not 0 <= share < 1:
        raise DomainError(f"threshold is {share:g}, expected a share from 0, below 1")
    top, bottom = Decimal(str(share)).as_integer_ratio()
    if bottom > 10**18:
        raise DomainError(f"threshold is {share:g}, expected a share of at most 18 decimals")
    return top, bottom
