"""Readings of a Spark DataFrame, by the function that reads everywhere else.

What to use when: `read` for a DataFrame of articles; `table` for the tables of docs/schema.md out of what it gives. Or
`pressgauge.corpus.BatchReader` with ``DataFrame.mapInArrow`` yourself: nothing else is done here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgauge._core import DomainError
from pressgauge._optional import optional
from pressgauge.corpus._engines import LISTS, BatchReader

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from pressgauge.articles import Gauge

__all__ = ["read", "table"]


def read(
    articles: DataFrame,
    *,
    id: str,
    text: str = "text",
    title: str | None = None,
    published: str | None = None,
    gauge: Gauge | None = None,
) -> DataFrame:
    """Read the articles of a Spark DataFrame.

    Parameters
    ----------
    articles : pyspark.sql.DataFrame
        A row for each article.
    id, text, title, published : str
        Its columns; see `pressgauge.corpus.BatchReader`.
    gauge : Gauge, optional
        Rules and lexicon to read with; by default those that pressgauge ships.

    Returns
    -------
    pyspark.sql.DataFrame
        A row for each article: what was read of it, or its failure. Lazy, as all of Spark is: persist it where several
        tables are taken from it.

    Raises
    ------
    DomainError
        A column is missing.
    ImportError
        pyspark or pyarrow is not installed.

    References
    ----------
    docs/corpora.md, "Engines".
    """
    types = optional("pyspark.sql.pandas.types", "spark")
    reader = BatchReader(id, text, title, published, gauge)
    columns = reader.columns(articles.columns)
    schema = types.from_arrow_schema(reader.schema)
    return articles.select(*columns).mapInArrow(reader, schema)


def table(readings: DataFrame, name: str) -> DataFrame:
    """Return a table out of what `read` gave.

    Parameters
    ----------
    readings : pyspark.sql.DataFrame
        What `read` returned.
    name : str
        ``"articles"``, ``"figures"``, ``"counts"``, ``"statistics"``, ``"sentiment"`` or ``"failures"``.

    Returns
    -------
    pyspark.sql.DataFrame
        ``article_id`` and the columns of docs/schema.md, "Corpora".

    Raises
    ------
    DomainError
        There is no such table.
    """
    columns = {"articles": "article", "sentiment": "sentiment", "failures": "failure"}
    if name in columns:
        held = columns[name]
        return readings.where(f"{held} is not null").select("article_id", f"{held}.*")
    if name not in LISTS:
        raise DomainError(f"a table is one of {', '.join([*columns, *LISTS])}, not '{name}'")
    return readings.selectExpr("article_id", f"inline({name})")
