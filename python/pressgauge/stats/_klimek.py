"""Klimek's model of stuffed and of stolen votes."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import stats as _stats
from pressgauge.stats._forensics import column_of, columns_of

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, slots=True, repr=False)
class KlimekFit:
    """A model of ballot stuffing, as near to the fingerprint of an election as it comes.

    Attributes
    ----------
    incremental, extreme : float
        Shares of units where some, and where nearly all, of the votes that the winner doesn't have are made his [1].
    exponent : float
        Of what is taken from the others, x^exponent, where x is added of those who stayed at home.
    width : float
        Of x = abs(N(0, width)) in incremental fraud [1].
    turnout, turnout_sd, share, share_sd : float
        Of honest units: mean and standard deviation of turnout and of the winner's share [1].
    distance, distance_honest : float
        Squared Hellinger distance of simulated and reported fingerprint, in [0, 1], and that of the best model
        without fraud.
    n, left_out : int
        Units taken; units with NaN, without voters or without ballots.
    flags : tuple of str
        ``degenerate``: fraud comes no nearer than by chance, so that the honest model is given, whose exponent and
        width mean nothing; ``no_convergence``; ``missing``; ``above_one``: a turnout above 1 was taken as 1.
    """

    incremental: float
    extreme: float
    exponent: float
    width: float
    turnout: float
    turnout_sd: float
    share: float
    share_sd: float
    distance: float
    distance_honest: float
    n: int
    left_out: int
    flags: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the numbers as plain Python."""
        return asdict(self)

    def _repr_html_(self) -> str:
        return f"<code>{escape(repr(self))}</code>"

    def __repr__(self) -> str:
        nearer = f"distance {self.distance:.3g}, honest {self.distance_honest:.3g}"
        told = ", ".join((f"{self.n} units", *self.flags))
        return f"incremental {self.incremental:.2g}, extreme {self.extreme:.2g}, {nearer} ({told})"


def klimek_fit(
    ballots: ArrayLike,
    registered: ArrayLike,
    winner: ArrayLike,
    *,
    bins: int = 25,
    draws: int = 20_000,
    seed: int = 0,
) -> KlimekFit:
    """Fit of the model of ballot stuffing of Klimek et al. to the fingerprint of an election [1]_.

    Honest units have a turnout t and a winner's share s, both normal, cut to [0, 1]. In a share `incremental` of the
    units a part x = abs(N(0, width)) of those who stayed at home is added for the winner, and x^exponent of the
    others' votes goes over; in a share `extreme` the same with x = 1 - abs(N(0, 0.075)). The winner then has
    t s + x (1 - t) + x^exponent (1 - s) t of the registered voters.

    Parameters
    ----------
    ballots, registered, winner : (n,) array_like of float
        Of each station, as in `fingerprint`; at least 50 stations with voters and ballots.
    bins : int
        Of the fingerprint that is compared, each way, 2 to 1000.
    draws : int
        Stations simulated for a comparison; as many as there are, if that is more.
    seed : int
        Of the simulation; the same seed gives the same fit. Try several: how far fits differ tells how little is known.

    Returns
    -------
    KlimekFit
        The honest model, with flag ``degenerate``, unless fraud comes nearer than four more numbers do by chance
        (1 in 1000).

    Raises
    ------
    DomainError
        Sizes differ; a count is negative, infinite or fractional; winner above ballots; too few stations; bins or
        draws out of range.

    Notes
    -----
    The model and its mechanisms are the paper's. Ours: mean and spread are fitted along, rather than read off the left
    halves of the data, and the two-dimensional fingerprint is compared by Hellinger's distance, rather than the
    winner's share alone by squares. A unit that is stuffed a little looks honest: with many of them `incremental` is
    told too small, or `width` too large. `exponent` and `width` are known only roughly from a thousand units. And all
    rests on the honest part being one normal cloud: regions that differ, cities against villages, or loyal minorities
    look like fraud to it; fit regions apart. The result is a description, never evidence by itself.

    References
    ----------
    .. [1] Klimek, Yegorov, Hanel & Thurner (2012), PNAS 109:16469-16473, and supporting information.

    Examples
    --------
    >>> registered = [1000] * 500
    >>> ballots, winner = klimek_simulate(registered, extreme=0.2, turnout=0.5, share=0.4)
    >>> round(klimek_fit(ballots, registered, winner, draws=2000).extreme, 1)
    0.2
    """
    columns = columns_of(("ballots", ballots), ("registered", registered), ("winner", winner))
    done = _stats.klimek_fit(*columns, bins=bins, draws=draws, seed=seed)
    model = done.model
    return KlimekFit(
        model.incremental,
        model.extreme,
        model.exponent,
        model.width,
        model.turnout,
        model.turnout_sd,
        model.share,
        model.share_sd,
        done.distance,
        done.distance_honest,
        int(done.n),
        int(done.left_out),
        tuple(done.flags),
    )


def klimek_simulate(
    registered: ArrayLike,
    *,
    incremental: float = 0,
    extreme: float = 0,
    exponent: float = 1,
    width: float = 0.2,
    turnout: float = 0.5,
    turnout_sd: float = 0.1,
    share: float = 0.5,
    share_sd: float = 0.1,
    seed: int = 0,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Ballots and votes for the winner of each polling station, as the model of `klimek_fit` makes them.

    Parameters
    ----------
    registered : (n,) array_like of float
        Registered voters of each station [persons], whole numbers.
    incremental, extreme, exponent, width, turnout, turnout_sd, share, share_sd : float
        As the attributes of `KlimekFit`.
    seed : int
        The same seed gives the same counts.

    Returns
    -------
    ballots, winner : (n,) ndarray of float64
        Whole numbers.

    Raises
    ------
    DomainError
        A count is negative, infinite or fractional; shares of units that add up to more than 1; a negative width.

    References
    ----------
    .. [1] Klimek, Yegorov, Hanel & Thurner (2012), PNAS 109:16469-16473.

    Examples
    --------
    >>> ballots, winner = klimek_simulate([1000, 1000], turnout=0.6, turnout_sd=0, share_sd=0)
    >>> ballots.tolist(), winner.tolist()
    ([600.0, 600.0], [300.0, 300.0])
    """
    model = _stats.KlimekModel(
        incremental=incremental,
        extreme=extreme,
        exponent=exponent,
        width=width,
        turnout=turnout,
        turnout_sd=turnout_sd,
        share=share,
        share_sd=share_sd,
    )
    return _stats.klimek_simulate(column_of("registered", registered), model=model, seed=seed)
