"""One function for every engine: record batches of articles in, record batches of readings out, a row for a row."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError
from pressgauge._optional import optional
from pressgauge.corpus._batches import read_batch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa

    from pressgauge.articles import Gauge
    from pressgauge.corpus._batches import ArrowStream

__all__ = ["LISTS", "BatchReader"]

LISTS = ("figures", "counts", "statistics")
"""Tables of which an article has any number of rows."""


@dataclass(frozen=True)
class BatchReader:
    """Reads record batches of articles: an iterator in, an iterator out, a row for each row, in the same order.

    Pickles as data, so that engines can send it to their workers.

    Parameters
    ----------
    id : str
        The column that names each article: an engine deals rows out, and nothing else finds them again.
    text : str
        The column that holds the texts.
    title, published : str, optional
        Columns of titles (strings) and days (days, timestamps).
    gauge : Gauge, optional
        Rules and lexicon to read with; by default those that pressgauge ships.
    threads : int
        Threads of one worker; engines run several workers themselves.

    Notes
    -----
    A row of what comes out holds ``article_id``; ``article``, ``figures``, ``counts``, ``statistics`` and ``sentiment``
    with the columns of docs/schema.md ("Corpora"), the middle three as lists; and ``failure``, which is null unless the
    article could not be read, in which case all others are null.

    Examples
    --------
    >>> import pyarrow as pa
    >>> batch = pa.record_batch({"url": ["a", "b"], "text": ["Two people died.", None]})
    >>> (read,) = BatchReader(id="url")([batch])
    >>> [(row["article_id"], row["failure"]) for row in read.to_pylist()]
    [('a', None), ('b', {'kind': 'DomainError', 'message': 'the record has no text: it is null'})]
    """

    id: str
    text: str = "text"
    title: str | None = None
    published: str | None = None
    gauge: Gauge | None = None
    threads: int = 1

    def columns(self, there: Iterable[str]) -> list[str]:
        """Return the columns that are read, each once.

        Raises
        ------
        DomainError
            One of them is not `there`.
        """
        known = list(there)
        asked = [name for name in (self.id, self.text, self.title, self.published) if name is not None]
        for name in asked:
            if name not in known:
                raise DomainError(f"there is no column '{name}'; the columns are {', '.join(known)}")
        return list(dict.fromkeys(asked))

    @cached_property
    def schema(self) -> pa.Schema:
        """The schema of what comes out."""
        arrow = optional("pyarrow", "corpus")
        nothing = arrow.array([], arrow.string())
        return self.read(arrow.record_batch({self.id: nothing, self.text: nothing})).schema

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Read batch after batch."""
        for batch in batches:
            yield self.read(batch)

    def stream(self, source: ArrowStream) -> pa.RecordBatchReader:
        """Read what polars, DuckDB or another library gives as a stream of Arrow, as it comes.

        Parameters
        ----------
        source : object with ``__arrow_c_stream__``
            A table, frame, relation or reader.

        Returns
        -------
        pyarrow.RecordBatchReader
            A stream, of which nothing is read before it is asked for.
        """
        arrow = optional("pyarrow", "corpus")
        batches = arrow.RecordBatchReader.from_stream(source)
        reader: pa.RecordBatchReader = arrow.RecordBatchReader.from_batches(self.schema, self(batches))
        return reader

    def read(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Read one batch.

        Raises
        ------
        DomainError
            A column is missing or of another type, or an id is null.
        """
        arrow = optional("pyarrow", "corpus")
        self.columns(batch.schema.names)
        made = read_batch(
            self._articles(arrow, batch), gauge=self.gauge, threads=self.threads, store_text=False
        )
        flat = {name: _plain(arrow, arrow.table(table)) for name, table in made._asdict().items()}
        return _nested(arrow, _ids(arrow, batch, self.id), flat)

    def _articles(self, arrow: Any, batch: pa.RecordBatch) -> pa.Table:
        asked = {"text": self.text, "title": self.title, "published": self.published}
        # Rows go by their numbers meanwhile: an id may be there twice.
        return arrow.table(
            {name: batch.column(column) for name, column in asked.items() if column is not None}
        )


def _ids(arrow: Any, batch: pa.RecordBatch, name: str) -> Any:
    ids = batch.column(name).cast(arrow.string())
    if ids.null_count:
        raise DomainError(f"the id of an article is null in column '{name}': engines need one for each")
    return ids


def _plain(arrow: Any, table: pa.Table) -> pa.Table:
    """Return a table without dictionaries and large strings, which not every engine reads."""
    fields = [field.with_type(_plain_type(arrow, field.type)).with_nullable(True) for field in table.schema]
    return table.cast(arrow.schema(fields)).combine_chunks()


def _plain_type(arrow: Any, kind: Any) -> Any:
    if arrow.types.is_dictionary(kind) or arrow.types.is_large_string(kind):
        return arrow.string()
    if arrow.types.is_list(kind):
        return arrow.list_(_plain_type(arrow, kind.value_type))
    return kind


def _nested(arrow: Any, ids: Any, flat: dict[str, pa.Table]) -> pa.RecordBatch:
    """Return a row for each article: what was read of it, else its failure."""
    compute = optional("pyarrow.compute", "corpus")
    numbers = arrow.array(np.arange(len(ids)))
    # For each article: its row among those that were read, and among those that were not; null where it isn't there.
    read = compute.index_in(numbers, value_set=_one(flat["articles"]["position"]))
    failed = compute.index_in(numbers, value_set=_one(flat["failures"]["position"]))
    made = {"article_id": ids, "article": _struct(arrow, flat["articles"], "position", "text").take(read)}
    for name in LISTS:
        made[name] = _lists(arrow, flat[name], compute.is_null(read))
    made["sentiment"] = _struct(arrow, flat["sentiment"]).take(read)
    made["failure"] = _struct(arrow, flat["failures"], "position").take(failed)
    return arrow.record_batch(made)


def _lists(arrow: Any, rows: pa.Table, missing: Any) -> Any:
    """Return the rows of each article as a list; null where it could not be read."""
    articles = _one(rows["article_id"]).cast(arrow.int64()).to_numpy()
    ends = np.cumsum(np.bincount(articles, minlength=len(missing)))
    offsets = arrow.array(np.concatenate([[0], ends]).astype(np.int32))
    return arrow.ListArray.from_arrays(offsets, _struct(arrow, rows), mask=missing)


def _struct(arrow: Any, table: pa.Table, *without: str) -> Any:
    kept = table.drop_columns(["article_id", *without])
    fields = [arrow.field(field.name, field.type) for field in kept.schema]
    return arrow.StructArray.from_arrays([_one(column) for column in kept.columns], fields=fields)


def _one(column: Any) -> Any:
    """Return a column in one piece."""
    made = column.combine_chunks()
    return made if column.num_chunks != 1 or not hasattr(made, "num_chunks") else made.chunk(0)
