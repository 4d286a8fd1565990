"""Fitted log-linear models, as they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from html import escape
from typing import TYPE_CHECKING, Any, overload

import numpy as np

from pressgauge._core import stats as _stats
from pressgauge._core.stats import flag_names
from pressgauge._estimate import Estimate, Limits
from pressgauge.stats._calls import of_unit
from pressgauge.stats._fits import quantity

if TYPE_CHECKING:
    from numpy.typing import NDArray


Interactions = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, repr=False)
class LoglinearModel:
    """One fitted log-linear model.

    Attributes
    ----------
    population : Estimate
        All persons, seen or not. Flags: ``undefined`` where the data do not tell the model's terms
        apart, ``one_sided`` where they put no end to the number, ``degenerate`` where terms
        without a count were left out, ``no_convergence`` where a coefficient has no finite value.
    unseen, standard_error : float
        Those that nobody saw, and the standard error of either number.
    deviance, degrees_of_freedom, aic, bic : float
        Of the Poisson likelihood; `bic` with the logarithm of the persons seen.
    interactions : tuple of tuple of int
        Lists that depend on each other, counted from 0.
    """

    population: Estimate
    unseen: float
    standard_error: float
    deviance: float
    degrees_of_freedom: float
    aic: float
    bic: float
    interactions: Interactions

    def to_dict(self) -> dict[str, Any]:
        """Return the numbers as plain Python; `population` as its own dict."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        return {**given, "population": self.population.to_dict()}

    def __repr__(self) -> str:
        return f"{self.population!r}, AIC {self.aic:.2f}, BIC {self.bic:.2f}, {model_name(self.interactions)}"


@dataclass(frozen=True, slots=True, repr=False)
class LoglinearModels(Sequence[LoglinearModel]):
    """Fitted models, the best by `criterion` first: a sequence of `LoglinearModel`.

    Attributes
    ----------
    criterion : str
    population : Estimate
        A column, and so are `unseen`, `standard_error`, `deviance`, `degrees_of_freedom`, `aic`, `bic`.
    interactions : list of tuple of tuple of int
    """

    criterion: str
    population: Estimate
    unseen: NDArray[np.float64]
    standard_error: NDArray[np.float64]
    deviance: NDArray[np.float64]
    degrees_of_freedom: NDArray[np.float64]
    aic: NDArray[np.float64]
    bic: NDArray[np.float64]
    interactions: list[Interactions]

    @property
    def weights(self) -> NDArray[np.float64]:
        """exp(-criterion / 2) of the models with a finite estimate, to sum 1; 0 for the others."""
        values = np.where(np.isfinite(self.unseen), getattr(self, self.criterion), np.inf)
        weights = np.exp((values.min() - values) / 2)
        return weights / weights.sum()  # type: ignore[no-any-return]

    def __len__(self) -> int:
        return len(self.interactions)

    @overload
    def __getitem__(self, place: int) -> LoglinearModel: ...
    @overload
    def __getitem__(self, place: slice) -> list[LoglinearModel]: ...
    def __getitem__(self, place: int | slice) -> LoglinearModel | list[LoglinearModel]:
        if isinstance(place, slice):
            return [self[i] for i in range(*place.indices(len(self)))]
        columns = ("unseen", "standard_error", "deviance", "degrees_of_freedom", "aic", "bic")
        numbers = {name: float(getattr(self, name)[place]) for name in columns}
        return LoglinearModel(_row(self.population, place), interactions=self.interactions[place], **numbers)

    def to_pandas(self) -> Any:
        """Return a DataFrame, a row for each model. Needs pandas."""
        table = self.population.to_pandas()
        for name in ("unseen", "standard_error", "deviance", "degrees_of_freedom", "aic", "bic"):
            table[name] = getattr(self, name)
        table["weight"] = self.weights
        table.insert(0, "model", [model_name(each) for each in self.interactions])
        return table

    def _repr_html_(self) -> str:
        most = 20
        heads = ("model", "persons", "deviance", "df", "AIC", "BIC")
        rows = []
        for model in self[:most]:
            cells = (
                model_name(model.interactions),
                repr(model.population),
                f"{model.deviance:.2f}",
                f"{model.degrees_of_freedom:.0f}",
                f"{model.aic:.2f}",
                f"{model.bic:.2f}",
            )
            rows.append(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>")
        head = "".join(f"<th>{name}</th>" for name in heads)
        return (
            f"<p><code>{escape(repr(self))}</code></p><table><thead><tr>{head}</tr></thead>"
            f"<tbody>{''.join(rows)}</tbody></table>"
        )

    def __repr__(self) -> str:
        return f"{len(self)} models, the best by {self.criterion.upper()}: {self[0]!r}"


@dataclass(frozen=True, slots=True, repr=False)
class StratifiedPopulation:
    """Persons of strata that were estimated apart.

    Attributes
    ----------
    population : Estimate
        The sum.
    strata : dict of str to LoglinearModel
    """

    population: Estimate
    strata: dict[str, LoglinearModel]

    def to_dict(self) -> dict[str, Any]:
        """Return the numbers as plain Python."""
        strata = {name: model.to_dict() for name, model in self.strata.items()}
        return {"population": self.population.to_dict(), "strata": strata}

    def __repr__(self) -> str:
        return f"{self.population!r} of {len(self.strata)} strata"


def model_name(interactions: Interactions) -> str:
    """Return a model's interactions that no other implies: ``[012, 23]``."""
    largest = [each for each in interactions if not any(set(each) < set(other) for other in interactions)]
    return f"[{', '.join(''.join(map(str, each)) for each in largest)}]"


def interactions_of(masks: Sequence[int]) -> Interactions:
    """Return the interactions of bit masks of lists."""
    return tuple(tuple(j for j in range(mask.bit_length()) if mask >> j & 1) for mask in masks)


def model_of(done: _stats.LoglinearModel, confidence: float) -> LoglinearModel:
    """Return the core's model as the public one."""
    return LoglinearModel(
        of_unit(done.population, confidence),
        done.unseen,
        done.standard_error,
        done.deviance,
        done.degrees_of_freedom,
        done.aic,
        done.bic,
        interactions_of(done.interactions),
    )


def rows_in_order(column: Estimate, order: NDArray[np.int64]) -> Estimate:
    """Return a column in another order."""
    estimate = column.estimate[order]  # type: ignore[index]
    limits = Limits(*(end[order] for end in column))  # type: ignore[index]
    flags = column.flags[order]
    known = Limits(estimate, estimate)
    return Estimate(estimate, known, limits, column.confidence, column.method, flags)  # type: ignore[arg-type]


def _row(column: Estimate, place: int) -> Estimate:
    value, low, high = (float(np.asarray(part)[place]) for part in (column.estimate, *column))
    flags = tuple(flag_names(int(np.asarray(column.flags)[place])))
    confidence = column.confidence or 0.0
    return quantity(value, low, high, confidence=confidence, method=column.method, flags=flags)
