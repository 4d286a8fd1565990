"""Reads news: what can be counted in an article, what follows from it, and its tone, each traced to its words."""

from __future__ import annotations

from pressgauge import articles, evaluation, figures, plots, sentiment, stats, tables, text
from pressgauge._core import DomainError, Error, Interval, ParseError, __version__
from pressgauge.articles import Gauge, Reading, read
from pressgauge.evaluation import agreement, evaluate, label_template, sample_articles

__all__ = [
    "DomainError",
    "Error",
    "Gauge",
    "Interval",
    "ParseError",
    "Reading",
    "__version__",
    "agreement",
    "articles",
    "evaluate",
    "evaluation",
    "figures",
    "label_template",
    "plots",
    "read",
    "sample_articles",
    "sentiment",
    "stats",
    "tables",
    "text",
]
