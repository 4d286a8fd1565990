"""What reports say before any sampling: bounds, and what follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgauge._core import Interval  # noqa: F401 (examples)
from pressgauge._core import stats as _stats
from pressgauge.stats._calls import of_unit

if TYPE_CHECKING:
    from pressgauge._estimate import Estimate
    from pressgauge.stats._calls import Reported


def identified(value: Reported) -> Estimate:
    """Estimate of a number as it is reported.

    Parameters
    ----------
    value : float or Interval
        Any number.

    Returns
    -------
    Estimate
        `estimate` is None where the report only bounds the number.

    References
    ----------
    .. [1] Manski (2003), Partial Identification of Probability Distributions, ch. 1.

    Examples
    --------
    >>> identified(Interval(0, 0.035, high_open=True))
    [0, 0.035) (identified set)
    """
    return of_unit(_stats.identified(value))


def identified_ratio(a: Reported, b: Reported) -> Estimate:
    """Bounds of a / b from the bounds of a and b.

    Parameters
    ----------
    a, b : float or Interval
        Numbers >= 0, not only whole ones. Open ends stay open.

    Returns
    -------
    Estimate
        In [0, ∞) [1]. Without a high end, flag ``one_sided``, where b reaches 0; [0, ∞) and flag
        ``undefined`` where b can only be 0.

    Raises
    ------
    DomainError
        An interval reaches below 0.

    References
    ----------
    .. [1] Moore (1966), Interval Analysis.

    Examples
    --------
    >>> identified_ratio(Interval(50, 60), 20)
    [2.5, 3] (identified set)
    """
    return of_unit(_stats.identified_ratio(a, b))


def identified_share(part: Reported, rest: Reported) -> Estimate:
    """Bounds of part / (part + rest) from the bounds of the two.

    Parameters
    ----------
    part, rest : float or Interval
        Numbers >= 0, not only whole ones. Open ends stay open.

    Returns
    -------
    Estimate
        In [0, 1] [1]. [0, 1] and flag ``undefined`` where both can only be 0.

    Raises
    ------
    DomainError
        An interval reaches below 0.

    References
    ----------
    .. [1] Moore (1966), Interval Analysis.

    Examples
    --------
    >>> identified_share(10, Interval(30, float("inf")))
    (0, 0.25] (identified set)
    """
    return of_unit(_stats.identified_share(part, rest))


def identified_quotient(part: Reported, whole: Reported) -> Estimate:
    """Bounds of part / whole from the bounds of the two, where a part is at most its whole.

    Parameters
    ----------
    part, whole : float or Interval
        Numbers >= 0, not only whole ones. Open ends stay open.

    Returns
    -------
    Estimate
        In [0, 1] [1], flag ``clipped`` where part <= whole made the bounds narrower. Where the
        reports say that the part is above its whole: kept, flag ``above_one``.

    Raises
    ------
    DomainError
        An interval reaches below 0.

    References
    ----------
    .. [1] Moore (1966), Interval Analysis.

    Examples
    --------
    >>> identified_quotient(Interval(50, float("inf")), 80)
    [0.625, 1] (identified set, clipped)
    """
    return of_unit(_stats.identified_quotient(part, whole))
