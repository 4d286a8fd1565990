"""A table of articles in, tables of what was read out, all in Arrow's layout and without an Arrow library."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple, Protocol

from pressgauge import _core

if TYPE_CHECKING:
    from pressgauge.articles import Gauge

__all__ = ["ArrowArray", "ArrowStream", "Batch", "read_batch"]


class ArrowStream(Protocol):
    """What exchanges tables by the Arrow PyCapsule interface, as those of pyarrow and polars do."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


class ArrowArray(Protocol):
    """What gives one chunk of a table, as a record batch does."""

    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...


class Batch(NamedTuple):
    """What was read of a table of articles: docs/schema.md, "Corpora", tells the columns.

    Each table has ``__arrow_c_stream__``: ``pyarrow.table(batch.figures)``, ``polars.DataFrame(batch.figures)``; with
    ``__arrow_c_array__`` it comes in one piece: ``pyarrow.record_batch(batch.figures)``.
    """

    articles: _core.articles.Table
    """A row for each article that was read."""
    figures: _core.articles.Table
    counts: _core.articles.Table
    statistics: _core.articles.Table
    sentiment: _core.articles.Table
    """A row for each article that was read."""
    failures: _core.articles.Table
    """A row for each article that could not be read."""


def read_batch(
    articles: ArrowStream | ArrowArray,
    *,
    gauge: Gauge | None = None,
    threads: int | None = None,
    store_text: bool = True,
) -> Batch:
    """Read a table of articles.

    Parameters
    ----------
    articles : object with ``__arrow_c_stream__`` or ``__arrow_c_array__``
        A table with a column ``text`` (strings or UTF-8 bytes), and where they are there ``article_id`` and ``title``
        (strings), ``published`` (days or timestamps), ``position`` (whole numbers) and ``extractor`` (strings). Without
        ids or positions, rows are counted from 0.
    gauge : Gauge, optional
        Rules and lexicon to read with; by default those that pressgauge ships.
    threads : int, optional
        Threads that read at once; by default one for each processor.
    store_text : bool
        Whether the table of articles keeps the texts, so that offsets can be checked.

    Returns
    -------
    Batch
        Six tables, rows in the order of the articles whatever the number of threads.

    Raises
    ------
    DomainError
        A column is missing or of another type, which the message names; a row is null as a whole.
    Error
        The source fails.
    TypeError
        `articles` has neither.

    Notes
    -----
    No Python object is made of an article, and the lock of the interpreter is free meanwhile. Ctrl-C ends the work after
    the article in hand.

    Examples
    --------
    >>> import pyarrow as pa
    >>> batch = read_batch(pa.table({"text": ["Two people died.", "The council meets on Monday."]}))
    >>> pa.table(batch.figures).select(["article_id", "kind", "value"]).to_pylist()
    [{'article_id': '0', 'kind': 'killed', 'value': 2.0}]
    """
    from pressgauge._gauge import gauge_of
    from pressgauge.articles import SCHEMA_VERSION

    reader = gauge_of(gauge)
    origin = {"schema_version": str(SCHEMA_VERSION), **reader.versions}
    at_once = processors() if threads is None else threads
    try:
        made = _core.articles.read_batch(articles, reader._core, at_once, store_text, list(origin.items()))
    except _core.Error:
        raise
    except ValueError as error:  # of the table itself: columns of one name in pandas
        raise _core.DomainError(f"articles can't be taken over as Arrow: {error}") from None
    return Batch(**made)


def processors() -> int:
    """Return the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
