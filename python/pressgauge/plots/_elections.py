"""Elections: seats, and the fingerprint of polling stations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pressgauge._core import DomainError, __version__
from pressgauge._given import expect, names_or_none
from pressgauge.plots._drawing import BLUE, GREY, add_source, axes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from pressgauge.stats import Allocation, Fingerprint


def plot_seats(
    allocation: Allocation,
    parties: Sequence[str] | None = None,
    ax: Axes | None = None,
    *,
    source: str | None = None,
) -> Axes:
    """Draw the seats of each party as bars, with the majority.

    Parameters
    ----------
    allocation : Allocation
        What `pressgauge.stats.allocate_seats` returned for one election.
    parties : sequence of str, optional
        Names, in the order of the votes; by default their numbers.
    ax : matplotlib Axes, optional
        By default those of a new figure.
    source : str, optional
        The line under the axis; by default it names the rule and pressgauge's version, ``""`` is none.

    Returns
    -------
    matplotlib Axes
        A bar for each party, hatched where a lot has to decide over a seat; a line at the fewest seats that are more than
        half.

    Raises
    ------
    DomainError
        The allocation is of several elections, gives no seats, or has another number of parties.
    ImportError
        matplotlib is not installed.
    """
    from pressgauge.stats import Allocation

    expect(allocation, Allocation, "allocation")
    if allocation.seats.ndim != 1:
        raise DomainError(f"the allocation is of {allocation.seats[..., 0].size} elections, expected one")
    if np.isnan(allocation.seats).any():
        raise DomainError(f"the rule gives no seats here: {', '.join(allocation.flags) or allocation.method}")
    names_or_none(parties, "parties")
    names = [str(number) for number in range(len(allocation.seats))] if parties is None else list(parties)
    if len(names) != len(allocation.seats):
        raise DomainError(
            f"parties has {len(names)} names, the allocation has {len(allocation.seats)} parties"
        )
    axes = axes_of(ax)
    bars = axes.barh(range(len(names)), allocation.seats, color=BLUE)
    for bar, tied in zip(bars, allocation.tied, strict=True):
        if tied:
            bar.set(hatch="//", edgecolor="white")
    told = [
        f"{int(n)}{' (lot)' if tied else ''}"
        for n, tied in zip(allocation.seats, allocation.tied, strict=True)
    ]
    axes.bar_label(bars, told, padding=3)
    majority = int(allocation.seats.sum()) // 2 + 1
    axes.axvline(
        majority, color=GREY, linestyle="--", linewidth=0.8, label=f"majority: {majority}", gid="majority"
    )
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_xlabel("seats [count]")
    axes.margins(x=0.1)
    axes.locator_params(axis="x", integer=True)
    axes.legend()
    add_source(axes, f"{allocation.method}; pressgauge {__version__}" if source is None else source)
    return axes


def plot_fingerprint(fingerprint: Fingerprint, ax: Axes | None = None, *, source: str | None = None) -> Axes:
    """Draw polling stations by turnout, to the right, and the winner's share, upwards.

    Parameters
    ----------
    fingerprint : Fingerprint
        What `pressgauge.stats.fingerprint` returned.
    ax : matplotlib Axes, optional
        By default those of a new figure.
    source : str, optional
        The line under the axis; by default it tells the units left out and pressgauge's version, ``""`` is none.

    Returns
    -------
    matplotlib Axes
        An image with a colour bar; bins without units are empty.

    Raises
    ------
    ImportError
        matplotlib is not installed.

    References
    ----------
    .. [1] Klimek, Yegorov, Hanel & Thurner (2012), PNAS 109:16469-16473.
    """
    from pressgauge.stats import Fingerprint

    expect(fingerprint, Fingerprint, "fingerprint")
    axes = axes_of(ax)
    shown = np.ma.masked_equal(fingerprint.counts.T, 0)
    image = axes.imshow(shown, origin="lower", extent=(0, 1, 0, 1), aspect="equal", cmap="cividis")
    axes.figure.colorbar(image, ax=axes, label="units [count]")
    axes.set_xlabel("turnout [1]")
    axes.set_ylabel("winner's share [1]")
    axes.set_title(f"Fingerprint of {fingerprint.n} units")
    told = f"{fingerprint.left_out} units left out; pressgauge {__version__}"
    add_source(axes, told if source is None else source)
    return axes
