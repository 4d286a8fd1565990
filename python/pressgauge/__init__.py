"""Reads news: what can be counted in an article, what follows from it, and its tone, each traced to its words."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from pressgauge import articles, figures, sentiment, text
from pressgauge._core import DomainError, Error, Interval, ParseError, __version__
from pressgauge.articles import Gauge, Reading, read

if TYPE_CHECKING:
    from pressgauge import corpus, dask, evaluation, plots, spark, stats, tables
    from pressgauge.corpus import Corpus, read_corpus
    from pressgauge.evaluation import agreement, evaluate, label_template, sample_articles

__all__ = [
    "Corpus",
    "DomainError",
    "Error",
    "Gauge",
    "Interval",
    "ParseError",
    "Reading",
    "__version__",
    "agreement",
    "articles",
    "corpus",
    "dask",
    "evaluate",
    "evaluation",
    "figures",
    "label_template",
    "plots",
    "read",
    "read_corpus",
    "sample_articles",
    "sentiment",
    "spark",
    "stats",
    "tables",
    "text",
]

# Loaded when they are first asked for, so that readings start sooner, and do without optional packages.
_MODULES = {"corpus", "dask", "evaluation", "plots", "spark", "stats", "tables"}
_NAMES = {
    **dict.fromkeys(("agreement", "evaluate", "label_template", "sample_articles"), "evaluation"),
    **dict.fromkeys(("Corpus", "read_corpus"), "corpus"),
}


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"pressgauge.{name}")
    if name in _NAMES:
        return getattr(import_module(f"pressgauge.{_NAMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
