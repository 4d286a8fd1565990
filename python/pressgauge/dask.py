"""Readings of a Dask DataFrame, by the function that reads everywhere else.

What to use when: `read` for a DataFrame of articles, partition by partition, in the cluster's processes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pressgauge._optional import optional
from pressgauge.corpus._engines import BatchReader

if TYPE_CHECKING:
    import dask.dataframe as dd
    import pandas as pd

    from pressgauge.articles import Gauge

__all__ = ["read"]


def read(
    articles: dd.DataFrame,
    *,
    id: str,
    text: str = "text",
    title: str | None = None,
    published: str | None = None,
    gauge: Gauge | None = None,
) -> dd.DataFrame:
    """Read the articles of a Dask DataFrame.

    Parameters
    ----------
    articles : dask.dataframe.DataFrame
        A row for each article.
    id, text, title, published : str
        Its columns; see `pressgauge.corpus.BatchReader`.
    gauge : Gauge, optional
        Rules and lexicon to read with; by default those that pressgauge ships.

    Returns
    -------
    dask.dataframe.DataFrame
        A row for each article: what was read of it, or its failure; columns of Arrow types, partitions as they were.

    Raises
    ------
    DomainError
        A column is missing.
    ImportError
        dask or pyarrow is not installed.

    References
    ----------
    docs/corpora.md, "Engines".
    """
    optional("dask.dataframe", "dask")
    reader = BatchReader(id, text, title, published, gauge)
    columns = reader.columns(articles.columns)
    part = _Part(reader)
    return articles[columns].map_partitions(part, meta=part.empty())


class _Part:
    """Reads a partition, a pandas DataFrame."""

    def __init__(self, reader: BatchReader) -> None:
        self._reader = reader

    def __call__(self, articles: pd.DataFrame) -> pd.DataFrame:
        arrow = optional("pyarrow", "dask")
        batch = arrow.RecordBatch.from_pandas(articles, preserve_index=False)
        return self._frame(arrow.Table.from_batches([self._reader.read(batch)]), articles.index)

    def empty(self) -> pd.DataFrame:
        return self._frame(self._reader.schema.empty_table(), None)

    @staticmethod
    def _frame(table: Any, index: Any) -> pd.DataFrame:
        pandas = optional("pandas", "dask")
        frame: pd.DataFrame = table.to_pandas(types_mapper=pandas.ArrowDtype)
        return frame if index is None else frame.set_index(index)
