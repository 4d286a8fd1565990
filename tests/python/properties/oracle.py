"""What a public function may do: return what holds together, or refuse with an error that its documentation names."""

from __future__ import annotations

import builtins
import dataclasses
import inspect
import math
import re
import time
import warnings
from collections import Counter
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from hypothesis import strategies as st

import pressgauge
from pressgauge import Error, Interval
from pressgauge.stats import CensoredCount, Estimate, Flag, Limits, TestResult
from properties.targets import Target
from properties.values import Form, forms

# Intervals that may lie beside the estimate: centres that are shifted, equal tails of a posterior, quantiles of a
# mixture beside its mean, shares of a finite population where that of the sample is none of them, and that of the
# variance between studies, which depends on no estimator. At confidence below one half that of any may.
BESIDE = (
    "arcsine",
    "jeffreys",
    "anscombe",
    "gamma posterior",
    "q_profile",
    "bic weights",
    "aic weights",
    "walter",
    "hypergeometric",
)
SLOWEST = 20.0
"""Of a call [s]: who is slower hangs, on a busy machine too."""
seen: dict[str, Counter[str]] = {}
"""By function: how many calls were answered, how many refused, and how many had a wild argument."""


@st.composite
def calls(draw: Any, target: Target) -> tuple[Form, dict[str, Any], tuple[str, ...]]:
    """Return the form of a call, its arguments, and which of them are wild."""
    form = draw(forms)
    given = {
        name: draw(kind.plain(form))
        for name, kind in target.parameters.items()
        if name in target.needed or draw(st.integers(0, 2)) == 0
    }
    wild: tuple[str, ...] = ()
    if target.parameters and draw(st.booleans()):
        names = [name for name in target.parameters if name != "self"]
        wild = tuple(sorted(draw(st.sets(st.sampled_from(names), min_size=1, max_size=2)))) if names else ()
        given |= {name: draw(target.parameters[name].wild) for name in wild}
    return form, given, wild


def allowed(target: Target) -> tuple[type[BaseException], ...]:
    """Return the errors that docs/errors.md and the docstring name."""
    told = (inspect.getdoc(target.function) or "").partition("\nRaises\n")[2]
    named = [re.findall(r"^(\w+(?:, \w+)*)$", told, re.MULTILINE)]
    words = [word for found in named for line in found for word in line.split(", ")]
    known = [getattr(builtins, word, None) for word in words]
    kinds = [each for each in known if isinstance(each, type) and issubclass(each, BaseException)]
    takes_files = any("PathLike" in str(each) for each in _annotations(target))
    return (Error, TypeError, *kinds, *((OSError,) if takes_files else ()))


def _annotations(target: Target) -> list[Any]:
    return list(getattr(target.function, "__annotations__", {}).values()) + list(
        getattr(getattr(target.function, "__init__", None), "__annotations__", {}).values()
    )


def call(target: Target, given: dict[str, Any]) -> Any:
    """Call a function; what it takes by place comes first."""
    by_name = dict(given)
    first = [by_name.pop("self")] if "self" in by_name else []
    if target.rest:
        form = by_name.pop(target.rest)
        by_name_first = [
            by_name.pop(name) for name in list(target.parameters) if name in target.needed and name in by_name
        ]
        first += by_name_first + (list(form) if isinstance(form, list) else [form])
    options = by_name.pop("options", {}) if "options" in target.parameters else {}
    changes = by_name.pop("changes", {}) if "changes" in target.parameters else {}
    return target.function(*first, **by_name, **options, **changes)


def quietly(target: Target, given: dict[str, Any]) -> Any:
    """Call a function; only warnings of which its docstring tells are no failure."""
    with warnings.catch_warnings():
        if "\nWarns\n" in (inspect.getdoc(target.function) or ""):
            warnings.simplefilter("ignore", UserWarning)
        try:
            return call(target, given)
        finally:
            if target.module == "plots":
                plt.close("all")


def outcome(target: Target, given: dict[str, Any]) -> tuple[Any, Exception | None]:
    """Return what a call gave, or with what it was refused."""
    try:
        return quietly(target, given), None
    except allowed(target) as refusal:
        return None, refusal


def check(target: Target, form: Form, given: dict[str, Any], wild: tuple[str, ...]) -> None:
    """Call a function twice: it answers, and the same both times, or it refuses as it is written."""
    counts = seen.setdefault(target.name, Counter())
    counts["called"] += 1
    counts["wild"] += bool(wild)
    start = time.monotonic()
    made, refusal = outcome(target, given)
    assert time.monotonic() - start < SLOWEST, "the call took too long"
    counts["answered" if refusal is None else "refused"] += 1
    if refusal is not None:
        assert str(refusal), "the error has no message"
        return
    sound(made)
    assert plain(made) == plain(quietly(target, given)), "the same call gave another result"
    columns = [each for each in given.values() if isinstance(each, np.ndarray)]
    if (
        not wild
        and isinstance(made, Estimate | TestResult)
        and any(each.shape == form.shape for each in columns)
    ):
        of_shape(made, form)


def of_shape(made: Estimate | TestResult, form: Form) -> None:
    value = made.estimate if isinstance(made, Estimate) else made.pvalue
    if isinstance(value, np.ndarray) and value.ndim == len(form.shape):
        assert value.shape == form.shape, "a column is not of the shape of the arguments"


def sound(made: Any) -> None:
    """Refuse a result that can't be: an estimate outside its interval, NaN that no flag tells of."""
    if isinstance(made, CensoredCount):
        # The mean that a model fits, beside the number that the reports have in common.
        made = dataclasses.replace(
            made, estimate=dataclasses.replace(made.estimate, identified=Interval(0, math.inf))
        )
    if isinstance(made, Estimate):
        sound_estimate(made)
    elif isinstance(made, TestResult):
        sound_test(made)
    elif dataclasses.is_dataclass(made) and not isinstance(made, type):
        for each in dataclasses.fields(made):
            sound(getattr(made, each.name))
    elif isinstance(made, list | tuple):
        for each in made:
            sound(each)
    if hasattr(made, "to_dict") and not isinstance(made, type):
        made.to_dict()
    assert isinstance(repr(made), str)
    if hasattr(made, "_repr_html_"):
        assert isinstance(made._repr_html_(), str)


def sound_estimate(made: Estimate) -> None:
    if made.estimate is None:
        assert isinstance(made.identified, Interval)
        return
    value = np.asarray(made.estimate, float)
    assert np.all(~np.isnan(value) | _flags(made.flags)), "an estimate is NaN, and no flag says why"
    slack = 1e-9 * np.where(np.isfinite(value), np.abs(value), 0)
    for interval in (made.identified, made.interval):
        if interval is None:
            continue
        low, high = np.asarray(interval.low, float), np.asarray(interval.high, float)
        unknown = np.isnan(value) | np.isnan(low) | np.isnan(high)
        assert np.all(unknown | (low <= high)), "the ends of an interval are crossed"
        if not may_lie_beside(made):
            inside = (low <= value + slack) & (value - slack <= high)
            assert np.all(unknown | inside), "an estimate is outside its interval"


def may_lie_beside(made: Estimate) -> bool:
    unsure = made.confidence is not None and made.confidence < 0.5
    return unsure or any(each in made.method for each in BESIDE)


def sound_test(made: TestResult) -> None:
    pvalue = np.asarray(made.pvalue, float)
    assert np.all(~np.isnan(pvalue) | _flags(made.flags)), "a p-value is NaN, and no flag says why"
    assert np.all(np.isnan(pvalue) | ((pvalue >= 0) & (pvalue <= 1))), "a p-value is outside [0, 1]"


def _flags(flags: Any) -> Any:
    if isinstance(flags, tuple):
        assert set(flags) <= set(Flag.__members__)
        return np.bool_(flags)
    return flags != 0


def plain(made: Any) -> str:
    """Return a result in words: the same words for the same result."""
    if isinstance(made, np.ndarray):
        return f"{made.dtype} {made.shape} {made.tolist()}"
    if isinstance(made, pressgauge.Reading):
        return made.to_json()
    if isinstance(made, Limits):
        return f"{plain(made.low)} {plain(made.high)}"
    if dataclasses.is_dataclass(made) and not isinstance(made, type):
        return ", ".join(plain(getattr(made, each.name)) for each in dataclasses.fields(made))
    if isinstance(made, list | tuple):
        return f"[{', '.join(map(plain, made))}]"
    if isinstance(made, dict):
        return f"{{{', '.join(f'{key!r}: {plain(value)}' for key, value in made.items())}}}"
    if isinstance(made, str | int | float | bytes | None | Interval):
        return repr(made)
    return type(made).__name__
