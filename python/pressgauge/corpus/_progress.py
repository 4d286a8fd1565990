"""What a long run shows: articles, speed, failures."""

from __future__ import annotations

import sys
import time
import warnings
from typing import Any

from pressgauge._optional import optional

__all__ = ["Progress", "progress_of"]


class Progress:
    """Counts what a run has done, and shows nothing."""

    def __init__(self) -> None:
        self.articles = self.failures = self.bytes = 0
        self._start = time.perf_counter()

    def add(self, articles: int, failures: int, size: int) -> None:
        """Count a chunk: how many articles, failures, and bytes of text."""
        self.articles += articles
        self.failures += failures
        self.bytes += size

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return time.perf_counter() - self._start

    @property
    def speed(self) -> float:
        """Text [MB/s]."""
        return self.bytes / 1e6 / max(self.seconds, 1e-9)

    def close(self) -> None:
        """End what is shown."""


class Bar(Progress):
    """Shows a bar of tqdm, which knows terminals and notebooks."""

    def __init__(self, total: int | None, done: int) -> None:
        super().__init__()
        self._bar: Any = _tqdm().tqdm(
            total=total, initial=done, unit=" articles", desc="reading", dynamic_ncols=True
        )

    def add(self, articles: int, failures: int, size: int) -> None:
        super().add(articles, failures, size)
        self._bar.set_postfix_str(f"{self.speed:.1f} MB/s, {self.failures:,} failures", refresh=False)
        self._bar.update(articles + failures)

    def close(self) -> None:
        self._bar.close()


def progress_of(wanted: bool | None, total: int | None, done: int) -> Progress:
    """Return a bar where it is wanted, or by default where somebody looks: at a terminal, in a notebook."""
    if wanted or (wanted is None and _is_watched()):
        return Bar(total, done)
    return Progress()


def _is_watched() -> bool:
    if "ipykernel" in sys.modules:
        return _has_tqdm()
    return sys.stderr is not None and sys.stderr.isatty() and _has_tqdm()


def _tqdm() -> Any:
    """Return the module of a bar for where we are: plain text in a notebook without ipywidgets, which is no reason to warn."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "IProgress not found")
        return optional("tqdm.auto", "corpus")


def _has_tqdm() -> bool:
    try:
        _tqdm()
    except ImportError:
        return False
    return True
