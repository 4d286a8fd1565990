"""Every public name: how it is called, or why it is not."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import pressgauge
from properties.material import SELF
from properties.parameters import BY_FUNCTION, BY_NAME
from properties.values import MODEST, Kind, one_of

MODULES = sorted(
    each.name for each in pkgutil.iter_modules(pressgauge.__path__) if not each.name.startswith("_")
)

# Public names of a module are called by their signatures, but for these.
NOT_CALLED: dict[str, dict[str, str]] = {
    "pressgauge": {
        **dict.fromkeys([each for each in MODULES if each in pressgauge.__all__], "a module"),
        **dict.fromkeys(["DomainError", "Error", "ParseError"], "an error"),
        **dict.fromkeys(
            [
                "Corpus", "Gauge", "Reading", "agreement", "evaluate", "label_template", "read", "read_corpus",
                "sample_articles",
            ],
            "called in its module",
        ),
        "__version__": "a string",
    },
    "articles": {
        **dict.fromkeys(["Edit", "Statistic", "Warning"], "a record that a reading holds"),
        "SCHEMA_VERSION": "a number",
    },
    "corpus": {
        **dict.fromkeys(["Batch", "Timeline"], "a record that other functions return"),
    },
    "dask": {"read": "needs an engine; tests/python/corpus/test_dask.py"},
    "evaluation": dict.fromkeys(
        ["Agreement", "Difference", "Differences", "Evaluation", "Label", "Reliability", "Score"],
        "a record that other functions return",
    ),
    "figures": {
        **dict.fromkeys(
            ["Count", "Counts", "DateSpan", "Figure", "Figures", "LeftAlone", "Quantity"],
            "a record that a reading holds",
        ),
        **dict.fromkeys(["Bound", "Status"], "an enum"),
    },
    "sentiment": {
        **dict.fromkeys(
            ["Contribution", "Exclusion", "LexiconEntry", "SentenceTone", "SpeakerTone", "TargetTone"],
            "a record that a sentiment holds",
        ),
        **dict.fromkeys(["Label", "Profile"], "an enum"),
    },
    "spark": dict.fromkeys(["read", "table"], "needs an engine; tests/python/corpus/test_spark.py"),
    "stats": {
        **dict.fromkeys(
            [
                "Allocation", "CensoredCount", "ChangePosterior", "ChiSquared", "ConsistentSubset", "DigitTest",
                "EffectSizes", "Estimate", "Fingerprint", "HawkesFit", "Heterogeneity", "IntegerPercentTest",
                "KlimekFit", "LatentClassPosterior", "Limits", "LoglinearModel", "LoglinearModels", "MetaAnalysis",
                "NegbinFit", "PooledEstimate", "PowerLawBootstrap", "PowerLawComparison", "PowerLawFit",
                "RateChanges", "Reconciled", "StratifiedPopulation", "TestResult", "TollTimeline", "VoteRate",
            ],
            "a record that other functions return",
        ),
        "Flag": "an enum",
    },
    "tables": {"TableName": "a type"},
    "text": dict.fromkeys(
        ["Actor", "Document", "Quote", "Section", "Sentence", "Span", "TaggedToken", "Token"],
        "a record that a reading holds",
    ),
}  # fmt: skip

# Classes are called by these: themselves where they are made by hand, and their methods.
OF_CLASSES: dict[str, list[str]] = {
    "pressgauge": ["Interval", "Interval.contains", "Interval.intersection", "Interval.hull"],
    "articles": [
        "Gauge", "Gauge.read", "Gauge.extract", "Gauge.document", "Reading.from_dict", "Reading.revise",
        "Reading.reject", "Reading.to_json", "Reading.to_pandas", "Reading.to_arrow", "Reading.to_polars",
        "Reading.save_html",
    ],
    "corpus": [
        "BatchReader", "Corpus.open", "Corpus.reading", "Corpus.scan", "Corpus.table", "Corpus.timeline",
    ],
    "sentiment": [
        "Lexicon.extended", "Lexicon.from_file", "Lexicon.lookup", "Link", "Link.__call__", "Link.from_dict",
        "Link.of_profile", "Sentiment.explain", "Sentiment.toward", "SentimentIntensityAnalyzer",
        "SentimentIntensityAnalyzer.polarity_scores", "SentimentIntensityAnalyzer.polarity_scores_all",
    ],
}  # fmt: skip

# Of what pybind11 makes, which shows no signature.
PARAMETERS = {
    "Interval": ["low", "high", "low_open", "high_open"],
    "Interval.contains": ["self", "value"],
    "Interval.intersection": ["self", "other"],
    "Interval.hull": ["self", "other"],
}
# How many examples, as a share of the others': pictures, corpora and long chains take their time.
SHARES = {
    "plots": 0.3,
    "corpus": 0.4,
    "evaluation": 0.4,
    "articles.Gauge": 0.3,
    "stats.klimek_fit": 0.3,
    "stats.lcmcr": 0.4,
    "tables.print_table": 0.3,
}


# Parameters that take one of some words, which the docstring names.
OPTIONS = {
    "method", "index", "measure", "tau2", "ci", "prediction", "criterion", "variance", "rival", "kernel", "ties", "metric",
}  # fmt: skip


class Target(NamedTuple):
    """A function, and how its parameters are given."""

    name: str
    function: Callable[..., Any]
    parameters: dict[str, Kind]
    needed: frozenset[str]
    rest: str | None

    @property
    def module(self) -> str:
        return self.name.partition(".")[0] if "." in self.name else "pressgauge"

    @property
    def share(self) -> float:
        return SHARES.get(self.name, SHARES.get(self.module, 1.0))


def public(module: str) -> list[str]:
    """Return the public names of a module."""
    found = pressgauge if module == "pressgauge" else importlib.import_module(f"pressgauge.{module}")
    return list(getattr(found, "__all__", ()))


def names() -> list[str]:
    """Return all that is called, as `stats.rate`; once where a module hands on what is another's."""
    out = []
    for module in ("pressgauge", *MODULES):
        called = [each for each in public(module) if not _is_class(module, each)]
        called = [each for each in called if each not in NOT_CALLED.get(module, {})]
        for each in [*called, *OF_CLASSES.get(module, ())]:
            out.append(each if module == "pressgauge" else f"{module}.{each}")
    return out


def _is_class(module: str, name: str) -> bool:
    return any(each.partition(".")[0] == name for each in OF_CLASSES.get(module, ()))


@cache
def target(name: str) -> Target:
    """Return how a function is called."""
    function: Any = pressgauge
    for part in name.split("."):
        function = (
            getattr(function, part)
            if hasattr(function, part)
            else importlib.import_module(f"pressgauge.{name.partition('.')[0]}")
        )
    if name in PARAMETERS:
        asked = {
            each: inspect.Parameter(each, inspect.Parameter.POSITIONAL_OR_KEYWORD)
            for each in PARAMETERS[name]
        }
    else:
        asked = dict(inspect.signature(function).parameters)
    given = {each: _kind(name, function, each) for each in asked}
    # Work that is asked for without an upper limit is always said: defaults are for real data.
    needed = [
        each for each, how in asked.items() if how.default is how.empty and how.kind not in (how.VAR_KEYWORD,)
    ]
    needed += [each for each, kind in given.items() if kind.wild is MODEST]
    rest = next((each for each, how in asked.items() if how.kind is how.VAR_POSITIONAL), None)
    return Target(name, function, given, frozenset(needed), rest)


def _kind(name: str, function: Any, parameter: str) -> Kind:
    if parameter == "self":
        return Kind(lambda _form: SELF[name.rpartition(".")[0]], SELF[name.rpartition(".")[0]])
    here = BY_FUNCTION.get(name, {})
    if parameter in here:
        return here[parameter]
    told = choices(function, parameter)
    if parameter in OPTIONS and told:
        return one_of(*told)
    if parameter in BY_NAME:
        return BY_NAME[parameter]
    raise LookupError(f"properties/parameters.py says nothing of `{parameter}`, a parameter of {name}")


def choices(function: Any, parameter: str) -> list[str]:
    """Return the words that the docstring of a function names for a parameter."""
    block = _blocks(function).get(parameter, "")
    other = re.search(r"As in `(\w+)`", block)
    if other:
        module = inspect.getmodule(function)
        shared = getattr(module, other[1], None) or getattr(pressgauge.stats, other[1])
        return choices(shared, parameter)
    return list(dict.fromkeys(re.findall(r'"([\w-]+)"', block)))


def _blocks(function: Any) -> dict[str, str]:
    """Return what the docstring says of each parameter."""
    told = (inspect.getdoc(function) or "").partition("\nParameters\n")[2]
    out: dict[str, str] = {}
    here: list[str] = []
    for line in told.splitlines()[1:]:
        if re.match(r"-+$", line):
            break
        if line and not line.startswith(" "):
            here = line.partition(" : ")[0].lstrip("*").split(", ")
        for each in here:
            out[each] = out.get(each, "") + line + "\n"
    return out
