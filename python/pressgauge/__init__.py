"""Reads news: what can be counted in an article, what follows from it, and its tone, each traced to its words."""

from __future__ import annotations

from pressgauge._core import DomainError, Error, Interval, ParseError, __version__

__all__ = ["DomainError", "Error", "Interval", "ParseError", "__version__"]
