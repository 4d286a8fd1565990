"""Multiple systems estimation by log-linear models of three lists and more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError, Interval  # noqa: F401 (examples)
from pressgauge._core import stats as _stats
from pressgauge._estimate import Estimate
from pressgauge._given import expect
from pressgauge.stats._calls import level, of_column, of_unit
from pressgauge.stats._capture import by_mask, exact
from pressgauge.stats._loglinear_models import (
    Interactions,
    LoglinearModel,
    LoglinearModels,
    StratifiedPopulation,
    interactions_of,
    model_name,
    model_of,
    rows_in_order,
)

if TYPE_CHECKING:
    from pressgauge.stats._capture import Histories


def loglinear_mse(
    counts: Histories,
    interactions: Sequence[Sequence[int]] = (),
    *,
    method: str = "lognormal",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
) -> LoglinearModel:
    """All persons by one hierarchical log-linear model of three lists or more.

    Counts of the histories are Poisson with log means that are sums of terms, one for each list and
    one for each interaction; the history of those on no list has the intercept alone. That all
    lists do not interact at once is assumed, for no data tell.

    Parameters
    ----------
    counts : mapping of str to float, or (2, 2, …) array_like of float
        Persons by history, whole numbers >= 0: ``"101"`` for the first list and the third but not
        the second; a history that is not there counts 0. In an array a dimension for each list, and
        the first entry, of those on no list, is not looked at. NaN where not reported.
    interactions : sequence of sequences of int
        Lists that depend on each other, counted from 0: ``[(0, 1), (1, 2)]``. What is within them is
        added: (0, 1, 2) brings its pairs.
    method : {"lognormal", "normal"}, default "lognormal"
        Interval, as in `chapman`. `mse_profile` gives that of the likelihood.
    confidence, alpha, alternative
        As in `proportion`.

    Returns
    -------
    LoglinearModel

    Raises
    ------
    DomainError
        A history is not of 0 and 1, or of another number of lists; a count is negative, infinite or
        fractional; nobody was seen; an interaction is of fewer than two lists, of all, or of one
        that is not there; as in `proportion`.

    References
    ----------
    .. [1] Fienberg (1972), Biometrika 59:591-603.
    .. [2] Cormack (1989), Biometrics 45:395-413.
    .. [3] Chan, Silverman & Vincent (2021), J. Am. Stat. Assoc. 116:1297-1306: terms without a count.

    Examples
    --------
    >>> lists = {"001": 60, "010": 49, "011": 4, "100": 247, "101": 112, "110": 142, "111": 12}
    >>> loglinear_mse(lists, [(0, 1), (1, 2)])
    758 [717, 818] 95 % (lognormal), AIC 51.97, BIC 78.61, [01, 12]
    """
    column, lists = exact(counts)
    confidence, alpha = level(confidence, alpha)
    done = _stats.loglinear_mse(
        column, _masks(interactions, lists), method=method, alpha=alpha, alternative=alternative
    )
    return model_of(done, confidence)


def mse_profile(
    counts: Histories,
    interactions: Sequence[Sequence[int]] = (),
    *,
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
) -> Estimate:
    """All persons by one log-linear model's multinomial profile likelihood.

    For each number of unseen the model's other parameters are fitted; the interval holds the numbers
    that a likelihood ratio test does not refuse. It is better than those of `loglinear_mse` where
    few were seen twice.

    Parameters
    ----------
    counts, interactions
        As in `loglinear_mse`.
    confidence, alpha, alternative
        As in `proportion`.

    Returns
    -------
    Estimate
        Persons, at the highest likelihood: a little below the Poisson estimate of `loglinear_mse`. Flag
        ``clipped`` where it may be that nobody is unseen, ``one_sided`` where the likelihood puts no
        end above.

    Raises
    ------
    DomainError
        As in `loglinear_mse`.

    References
    ----------
    .. [1] Cormack (1992), Biometrics 48:567-576.
    .. [2] Rivest & Baillargeon (2007), Biometrics 63:999-1006: as their closedpCI.t.

    Examples
    --------
    >>> lists = {"001": 60, "010": 49, "011": 4, "100": 247, "101": 112, "110": 142, "111": 12}
    >>> mse_profile(lists, [(0, 1), (1, 2)])
    756 [713, 814] 95 % (profile)
    """
    column, lists = exact(counts)
    confidence, alpha = level(confidence, alpha)
    done = _stats.mse_profile(column, _masks(interactions, lists), alpha=alpha, alternative=alternative)
    return of_unit(done, confidence)


def hierarchical_models(lists: int) -> list[Interactions]:
    """Return the interactions of all hierarchical models of so many lists, but of the full one.

    Parameters
    ----------
    lists : int
        2 to 5: there are 1, 8, 113 and 6893 models.

    Returns
    -------
    list of tuple of tuple of int

    Raises
    ------
    DomainError
        `lists` is below 2 or above 5.

    References
    ----------
    .. [1] Fienberg (1972), Biometrika 59:591-603.

    Examples
    --------
    >>> hierarchical_models(3)[:4]
    [(), ((0, 1),), ((0, 2),), ((0, 1), (0, 2))]
    """
    return [interactions_of(model) for model in _stats.hierarchical_models(lists)]


def mse_all_models(
    counts: Histories,
    *,
    criterion: str = "aic",
    method: str = "lognormal",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> LoglinearModels:
    """Fit all hierarchical log-linear models of 2 to 5 lists, the best first.

    The best model is one of many that fit nearly as well and may say something else: look at
    `mse_model_range`. Its interval knows nothing of the choice.

    Parameters
    ----------
    counts, method, confidence, alpha, alternative
        As in `loglinear_mse`.
    criterion : {"aic", "bic"}, default "aic"
        What the models are sorted by.
    threads : int, default 1

    Returns
    -------
    LoglinearModels

    Raises
    ------
    DomainError
        More than 5 lists; as in `loglinear_mse`.

    References
    ----------
    .. [1] Fienberg (1972), Biometrika 59:591-603.
    .. [2] Cormack (1989), Biometrics 45:395-413.

    Examples
    --------
    >>> lists = {"001": 60, "010": 49, "011": 4, "100": 247, "101": 112, "110": 142, "111": 12}
    >>> mse_all_models(lists)
    8 models, the best by AIC: 758 [717, 818] 95 % (lognormal), AIC 51.97, BIC 78.61, [01, 12]
    """
    column, _ = exact(counts)
    _check_criterion(criterion)
    confidence, alpha = level(confidence, alpha)
    done = _stats.mse_all_models(column, method=method, alpha=alpha, alternative=alternative, threads=threads)
    models = done.interactions
    values = getattr(done, criterion)
    order = np.argsort(np.where(np.isfinite(done.unseen), values, np.inf), kind="stable")
    population = of_column(done.population, values.shape, method, confidence)
    columns = ("unseen", "standard_error", "deviance", "degrees_of_freedom", "aic", "bic")
    return LoglinearModels(
        criterion=criterion,
        population=rows_in_order(population, order),
        interactions=[interactions_of(models[i]) for i in order],
        **{name: getattr(done, name)[order] for name in columns},
    )


def mse_model_average(
    counts: Histories,
    *,
    criterion: str = "bic",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
) -> Estimate:
    """All persons, averaged over all hierarchical log-linear models.

    Each model has the weight exp(-criterion / 2); with ``"bic"`` that is near its posterior
    probability [2]_. The interval is between quantiles of the mixture of the models' log-normal
    distributions of the unseen, so that it holds the doubt between models too.

    Parameters
    ----------
    counts, confidence, alpha, alternative
        As in `mse_all_models`.
    criterion : {"bic", "aic"}, default "bic"

    Returns
    -------
    Estimate
        Persons; flag ``undefined`` where a model without a finite estimate was left out.

    Raises
    ------
    DomainError
        As in `mse_all_models`.

    References
    ----------
    .. [1] Buckland, Burnham & Augustin (1997), Biometrics 53:603-618.
    .. [2] Madigan & York (1997), Biometrika 84:19-31.

    Examples
    --------
    >>> lists = {"001": 60, "010": 49, "011": 4, "100": 247, "101": 112, "110": 142, "111": 12}
    >>> mse_model_average(lists)
    734 [695, 793] 95 % (bic weights)
    """
    column, _ = exact(counts)
    confidence, alpha = level(confidence, alpha)
    done = _stats.mse_model_average(column, criterion=criterion, alpha=alpha, alternative=alternative)
    return of_unit(done, confidence)


def mse_model_range(
    counts: Histories,
    *,
    criterion: str = "aic",
    within: float = 2.0,
    method: str = "lognormal",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> Estimate:
    """All persons by all log-linear models that fit about as well as the best.

    What is ``identified`` runs from the lowest to the highest estimate of those models, `interval` over
    all their intervals: no single model is taken to be true. Counts may be Intervals, where reports
    only bound them; then it holds the models at all corners of the bounds. A log-linear estimate
    need not move one way with each count, so that inside the bounds it may stand a little outside.

    Parameters
    ----------
    counts : mapping of str to float or Interval, or (2, 2, …) array_like of float
        As in `loglinear_mse`; at most 12 Intervals, each with an upper end.
    criterion : {"aic", "bic"}, default "aic"
    within : float, default 2
        How far above the least criterion a model may be.
    method, confidence, alpha, alternative, threads
        As in `mse_all_models`.

    Returns
    -------
    Estimate
        Persons; an estimate only where a single number is left.

    Raises
    ------
    DomainError
        More than 12 counts are in bounds, or one has no upper end; `within` is negative; as in
        `mse_all_models`.

    References
    ----------
    .. [1] Burnham & Anderson (2002), Model Selection and Multimodel Inference, section 2.6: 2.
    .. [2] Manski (2003), Partial Identification of Probability Distributions.

    Examples
    --------
    >>> lists = {"001": 60, "010": 49, "011": 4, "100": 247, "101": 112, "110": 142, "111": 12}
    >>> mse_model_range(lists)
    [711.2, 763] → [670, 1052] 95 % (aic within 2, lognormal, union)
    >>> mse_model_range({**lists, "111": Interval(10, 14)})
    [709.2, 787.8] → [660, 1117] 95 % (aic within 2, lognormal, union)
    """
    values, _ = by_mask(counts)
    confidence, alpha = level(confidence, alpha)
    done = _stats.mse_model_range(
        values,
        criterion=criterion,
        within=within,
        method=method,
        alpha=alpha,
        alternative=alternative,
        threads=threads,
    )
    return of_unit(done, confidence)


def mse_stratified(
    strata: Mapping[str, Histories],
    interactions: Sequence[Sequence[int]] | None = None,
    *,
    criterion: str = "bic",
    method: str = "lognormal",
    confidence: float = 0.95,
    alpha: float | None = None,
    alternative: str = "two-sided",
    threads: int = 1,
) -> StratifiedPopulation:
    """All persons of strata (places, months) that are estimated apart.

    Persons within a stratum are more alike in how likely they are to be seen, which takes away the
    dependence between lists that mixing them makes.

    Parameters
    ----------
    strata : mapping of str to counts
        Counts of each stratum, as in `loglinear_mse`.
    interactions : sequence of sequences of int, optional
        The model of all strata; where it is not given, the best of each by `criterion`.
    criterion : {"bic", "aic"}, default "bic"
    method, confidence, alpha, alternative, threads
        As in `mse_all_models`; of each stratum and of the sum.

    Returns
    -------
    StratifiedPopulation
        The sum's interval takes strata to be independent, and knows nothing of the choice of models.

    Raises
    ------
    DomainError
        No stratum; a stratum's model has no finite estimate; as in `mse_all_models`.

    References
    ----------
    .. [1] Sekar & Deming (1949), J. Am. Stat. Assoc. 44:101-115.

    Examples
    --------
    >>> north = {"001": 60, "010": 49, "011": 4, "100": 247, "101": 112, "110": 142, "111": 12}
    >>> south = {"001": 31, "010": 22, "011": 9, "100": 45, "101": 19, "110": 14, "111": 6}
    >>> mse_stratified({"north": north, "south": south})
    949 [907, 1005] 95 % (lognormal) of 2 strata
    """
    expect(strata, Mapping, "strata")
    if not strata:
        raise DomainError("strata is empty, expected one or more")
    options: dict[str, Any] = {"method": method, "confidence": confidence, "alpha": alpha}
    options["alternative"] = alternative
    models = {}
    for name, counts in strata.items():
        if interactions is None:
            models[name] = mse_all_models(counts, criterion=criterion, threads=threads, **options)[0]
        else:
            models[name] = loglinear_mse(counts, interactions, **options)
        if np.isinf(models[name].unseen) or "undefined" in models[name].population.flags:
            raise DomainError(
                f"strata[{name!r}] has no finite estimate under {model_name(models[name].interactions)}"
            )
    confidence, alpha = level(confidence, alpha)
    done = _stats.population_total(
        np.array([_observed(counts) for counts in strata.values()]),
        np.array([model.unseen for model in models.values()]),
        np.array([model.standard_error for model in models.values()]),
        method=method,
        alpha=alpha,
        alternative=alternative,
    )
    return StratifiedPopulation(of_unit(done, confidence), models)


def _check_criterion(criterion: str) -> None:
    if criterion not in {"aic", "bic"}:
        raise DomainError(f"criterion is '{criterion}', expected one of aic, bic")


def _observed(counts: Histories) -> float:
    column, _ = exact(counts)
    return float(column.sum())


def _masks(interactions: Sequence[Sequence[int]], lists: int) -> list[int]:
    masks = []
    for each in interactions:
        if not all(0 <= j < lists for j in each):
            raise DomainError(f"an interaction is {tuple(each)}, expected lists from 0 to {lists - 1}")
        masks.append(sum(1 << j for j in set(each)))
    return masks
