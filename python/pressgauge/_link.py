"""From the raw tone to score and label: the links of profiles, and links fitted to a user's own ratings."""

from __future__ import annotations

import warnings as python_warnings
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge import _core
from pressgauge._given import expect
from pressgauge._numbers import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import ArrayLike

    from pressgauge._core.sentiment import Link as CoreLink
    from pressgauge.articles import Gauge
    from pressgauge.sentiment import Label, Sentiment

PLAIN_RATING = 0.1
"""A rating beyond this, either way, is called negative or positive (docs/sentiment.md)."""


class Profile(StrEnum):
    """What kind of text is scored; each has its own link and thresholds of labels."""

    news = "news"
    editorial = "editorial"
    headline = "headline"


@dataclass(frozen=True, slots=True)
class Link:
    """How `raw` becomes score and label: ``score = tanh(gain * (raw - offset))``, which rises with `raw`.

    Parameters
    ----------
    gain : float
        Above 0.
    offset : float
        The `raw` that is scored 0.
    negative_below, positive_above : float
        In [-1, 1]: scores below and above are labelled negative and positive.
    n : int
        Rated texts that it was fitted to; 0 where none are known.
    r, error, macro_f1 : float, optional
        Of held-out texts (five folds): Pearson's r of score and rating; mean absolute error; mean F1 of the labels against
        those of the ratings. They tell how good the link is and change nothing.
    warnings : tuple of str
        What a user should know of the fit.

    Raises
    ------
    DomainError
        The gain is not above 0, the offset not finite, or the thresholds are not in order within [-1, 1].

    Examples
    --------
    >>> link = Link(gain=2, negative_below=-0.05, positive_above=0.05)
    >>> score, label = link(0.25)
    >>> round(score, 4), label
    (0.4621, <Label.positive: 'positive'>)
    >>> Link.from_dict(link.to_dict()) == link
    True
    """

    gain: float = 1.0
    offset: float = 0.0
    negative_below: float = -PLAIN_RATING
    positive_above: float = PLAIN_RATING
    n: int = 0
    r: float | None = None
    error: float | None = None
    macro_f1: float | None = None
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        core_link(self)
        expect(self.warnings, tuple, "warnings")

    def __call__(self, tone: Sentiment | float) -> tuple[float, Label]:
        """Score and label of a sentiment, or of its `raw`."""
        from pressgauge.sentiment import Label, Sentiment

        if not isinstance(tone, int | float):
            expect(tone, Sentiment, "tone")
        raw = tone if isinstance(tone, int | float) else tone.raw
        core = core_link(self)
        score = core.score(raw)
        return score, Label(core.label(score))

    def to_dict(self) -> dict[str, Any]:
        """Return the link as plain data."""
        return asdict(self) | {"warnings": list(self.warnings)}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Link:
        """Return the link that `to_dict` wrote.

        Raises
        ------
        DomainError
            A field is unknown, or a value not possible.
        """
        expect(data, dict, "data")
        known = {each.name for each in fields(cls)}
        unknown = [name for name in data if name not in known]
        if unknown:
            raise _core.DomainError(f"a link has no field {unknown[0]!r}")
        return cls(**{**data, "warnings": tuple(data.get("warnings", ()))})

    @classmethod
    def of_profile(cls, profile: str) -> Link:
        """Return the link of a profile: ``"news"``, ``"editorial"`` or ``"headline"``.

        Raises
        ------
        DomainError
            The profile is unknown.

        Examples
        --------
        >>> Link.of_profile("news").positive_above
        0.1
        """
        return _link_of(_core.sentiment.profile_link(profile))


def core_link(link: Link) -> CoreLink:
    """Return the core's link."""
    return _core.sentiment.Link(link.gain, link.offset, link.negative_below, link.positive_above)


def chosen_link(profile: str | None, link: Link | None) -> Link | None:
    """Return the link that was asked for, else that of the profile, nothing where neither was."""
    if link is not None:
        expect(link, Link, "link")
    of_profile = None if profile is None else Link.of_profile(profile)
    return link or of_profile


def calibrate(
    texts: Iterable[str | bytes],
    ratings: ArrayLike,
    *,
    gauge: Gauge | None = None,
    profile: str | None = None,
    thresholds: tuple[float, float] | None = None,
    through_zero: bool = False,
    plain_rating: float = PLAIN_RATING,
) -> Link:
    """Fit the link from `raw` to ratings of your own.

    Parameters
    ----------
    texts : iterable of str or bytes
        What was rated, 10 or more.
    ratings : array of float, shape (n,)
        A rating in [-1, 1] for each text: -1 very negative, 1 very positive.
    gauge : Gauge, optional
        Rules and lexicon to read with; by default those that pressgauge ships. Use the link with the same ones.
    profile : str, optional
        ``"news"``, ``"editorial"`` or ``"headline"``: what `raw` is computed by, and whose thresholds of the labels are
        taken; score with the same one (``score(text, profile=..., link=...)``).
    thresholds : tuple of float, optional
        Scores below and above which a text is labelled negative and positive. By default, hundredths chosen so that the
        labels of scores and ratings agree best (mean F1); a class that no rating is of leaves its threshold where
        `plain_rating` is.
    through_zero : bool
        Whether a text without toned words is scored 0: only the gain is fitted.
    plain_rating : float
        Ratings beyond this, either way, are called negative or positive.

    Returns
    -------
    Link
        With its r, mean absolute error and F1 of labels on held-out texts; for ``Gauge(link=...)`` and
        ``score(text, link=...)``.

    Warns
    -----
    UserWarning
        Fewer than 50 texts are rated; held-out scores don't follow the ratings; no rating is of a class.

    Raises
    ------
    DomainError
        There are not as many ratings as texts, fewer than 10, or one outside [-1, 1] or NaN; `raw` is the same for all
        texts; the ratings don't rise with it; profile and thresholds are both given, or impossible.

    Notes
    -----
    Gain and offset by least squares of ``tanh(gain * (raw - offset))``: two numbers, which few texts can carry. Isotonic
    regression (a step for every run of texts) would follow the raters' noise, give many texts the same score, and
    say nothing beyond the lowest and the highest text. The i-th text is held out in fold ``i % 5``; the result is the
    same each time.

    References
    ----------
    docs/sentiment.md, "Your own ratings".

    Examples
    --------
    >>> import warnings
    >>> from pressgauge.sentiment import score
    >>> texts = ["The town celebrated the wonderful news."] * 6 + ["The massacre horrified the town."] * 6
    >>> with warnings.catch_warnings():
    ...     warnings.simplefilter("ignore")  # twelve texts are few
    ...     link = calibrate(texts, [0.5, 0.6, 0.4, 0.5, 0.5, 0.5, -0.9, -0.8, -0.7, -0.9, -0.9, -0.6])
    >>> link.n, [f"{score(text, link=link).score:+.1f}" for text in (texts[0], texts[-1])]
    (12, ['+0.5', '-0.8'])
    """
    if profile is not None and thresholds is not None:
        raise _core.DomainError("give a profile or thresholds, not both")
    if profile is not None:
        shipped = Link.of_profile(profile)
        thresholds = (shipped.negative_below, shipped.positive_above)
    fit = _core.sentiment.fit_link(
        _raw(texts, gauge, profile), _column(ratings), through_zero, thresholds, plain_rating
    )
    for message in fit.warnings:
        python_warnings.warn(message, stacklevel=2)
    return _link_of(
        fit.link, n=fit.n, r=fit.r, error=fit.error, macro_f1=fit.macro_f1, warnings=tuple(fit.warnings)
    )


def _raw(
    texts: Iterable[str | bytes], gauge: Gauge | None, profile: str | None
) -> np.ndarray[Any, np.dtype[np.float64]]:
    from pressgauge._gauge import gauge_of

    if isinstance(texts, str | bytes):
        raise TypeError("texts must be several texts, not one")
    reader = gauge_of(gauge)
    raw = [_core.sentiment.raw(reader.document(text)._core, reader._core, profile) for text in texts]
    return np.array(raw, dtype=np.float64)


def _column(ratings: ArrayLike) -> np.ndarray[Any, np.dtype[np.float64]]:
    column = np.ascontiguousarray(numbers("ratings", ratings))
    if column.ndim != 1:
        raise _core.DomainError(f"ratings are one column, not of shape {column.shape}")
    return column


def _link_of(core: CoreLink, **fit: Any) -> Link:
    return Link(core.gain, core.offset, core.negative_below, core.positive_above, **fit)
