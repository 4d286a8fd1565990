"""What was read of a corpus."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from pressgauge._core import DomainError
from pressgauge._given import expect, names_or_none, path_of, whole_text
from pressgauge._optional import optional
from pressgauge.corpus._parts import TABLES, Parts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from pressgauge.articles import Gauge, Reading
    from pressgauge.corpus._reports import By
    from pressgauge.corpus._timeline import Timeline

__all__ = ["Corpus"]


class Corpus:
    """A handle on the tables of a corpus, which are read when they are asked for.

    `pressgauge.read_corpus` gives one; `Corpus.open` opens a folder that was written before. Columns are those of
    docs/schema.md, "Corpora".

    Examples
    --------
    >>> import pressgauge as pg
    >>> corpus = pg.read_corpus(["Two people died.", "Police said 40 marched, and 12 were injured."])
    >>> corpus
    <Corpus of 2 articles: 3 figures, 0 failures>
    >>> corpus.to_pandas("figures")[["article_id", "kind", "value"]]
      article_id          kind  value
    0          0        killed    2.0
    1          1  participants   40.0
    2          1       injured   12.0
    """

    def __init__(self, tables: Mapping[str, pa.Table] | None = None, parts: Parts | None = None) -> None:
        self._tables, self._parts = tables, parts

    @classmethod
    def open(cls, folder: str | os.PathLike[str]) -> Corpus:
        """Open a folder that `pressgauge.read_corpus` wrote.

        Parameters
        ----------
        folder : path
            The folder.

        Returns
        -------
        Corpus

        Raises
        ------
        DomainError
            The folder holds no run that has ended, or is not as it left it.
        """
        parts = Parts(folder)
        if parts.manifest is None:
            raise DomainError(f"{folder} holds no corpus that was read to its end: there is no manifest.json")
        parts.check()
        return cls(parts=parts)

    @property
    def path(self) -> str | None:
        """The folder of the tables; None where they are in memory."""
        return None if self._parts is None else str(self._parts.folder)

    @property
    def manifest(self) -> dict[str, Any] | None:
        """Versions, options, source, records, rows and parts; None where the tables are in memory."""
        return None if self._parts is None else self._parts.manifest

    @property
    def articles(self) -> pa.Table:
        """A row for each article that was read, in the order of the source."""
        return self.table("articles")

    @property
    def figures(self) -> pa.Table:
        """Every number that counts something."""
        return self.table("figures")

    @property
    def counts(self) -> pa.Table:
        """Mentions of one quantity in one article merged."""
        return self.table("counts")

    @property
    def statistics(self) -> pa.Table:
        """What follows from the counts of each article."""
        return self.table("statistics")

    @property
    def sentiment(self) -> pa.Table:
        """A row for each article that was read: its tone."""
        return self.table("sentiment")

    @property
    def failures(self) -> pa.Table:
        """A row for each record that could not be read: id, position, kind of error and message."""
        return self.table("failures")

    def table(self, name: str) -> pa.Table:
        """Return a whole table as a pyarrow.Table.

        Raises
        ------
        DomainError
            There is no such table.
        """
        if self._tables is not None:
            return self._tables[_known(name)]
        return self.scan(name).read_all()

    def scan(self, name: str, columns: list[str] | None = None, filter: Any = None) -> pa.RecordBatchReader:
        """Read a table piece by piece, which takes little memory however long it is.

        Parameters
        ----------
        name : str
            ``"articles"``, ``"figures"``, ``"counts"``, ``"statistics"``, ``"sentiment"`` or ``"failures"``.
        columns : list of str, optional
            Those that are wanted; by default all.
        filter : pyarrow.dataset.Expression, optional
            Rows that are wanted.

        Returns
        -------
        pyarrow.RecordBatchReader
            In the order of the articles.

        Raises
        ------
        DomainError
            There is no such table.
        """
        dataset = optional("pyarrow.dataset", "corpus")
        names_or_none(columns, "columns")
        if filter is not None:
            expect(filter, dataset.Expression, "filter")
        if self._parts is None:
            held = dataset.dataset(self.table(name))
        else:
            held = dataset.dataset([str(path) for path in self._parts.files(_known(name))], format="parquet")
        reader: pa.RecordBatchReader = held.scanner(columns=columns, filter=filter).to_reader()
        return reader

    def to_pandas(self, name: str) -> pd.DataFrame:
        """Return a table as a pandas DataFrame."""
        optional("pandas", "tables")
        frame: pd.DataFrame = self.table(name).to_pandas()
        return frame

    def to_polars(self, name: str) -> pl.DataFrame:
        """Return a table as a polars DataFrame."""
        frame: pl.DataFrame = optional("polars", "polars").from_arrow(self.table(name))
        return frame

    def to_arrow(self, name: str) -> pa.Table:
        """Return a table as a pyarrow.Table: the same as `table`."""
        return self.table(name)

    def reading(self, article_id: str, *, gauge: Gauge | None = None) -> Reading:
        """Read one article again, with every word of why.

        Parameters
        ----------
        article_id : str
            Its id.
        gauge : Gauge, optional
            Rules and lexicon to read with: those of the run, if they were your own.

        Returns
        -------
        Reading
            Of the text that was stored.

        Raises
        ------
        DomainError
            There is no such article, or its text was not stored, or is not the one that was read.
        """
        from pressgauge.articles import read, text_sha256

        expect(article_id, str, "article_id")
        whole_text(article_id, "article_id")
        compute = optional("pyarrow.compute", "corpus")
        columns = ["text", "text_sha256", "title", "published"]
        found = self.scan("articles", columns, compute.field("article_id") == article_id).read_all()
        if not found.num_rows:
            raise DomainError(f"there is no article {article_id!r}")
        row = found.slice(0, 1).to_pylist()[0]
        if row["text"] is None:
            raise DomainError(f"the text of article {article_id!r} was not stored (store_text=False)")
        if text_sha256(row["text"]) != row["text_sha256"]:
            raise DomainError(
                f"the text of article {article_id!r} is not the one that was read: its sha256 differs"
            )
        return read(row["text"], title=row["title"], published=row["published"], gauge=gauge)

    def timeline(
        self,
        kind: str,
        group: str | None = None,
        place: str | None = None,
        *,
        by: By | Sequence[By] = "day",
        toll: bool = True,
        unit: str | None = None,
        status: Sequence[str] = ("asserted",),
        duplicates: pa.Table | None = None,
    ) -> Timeline:
        """Return what the articles report of one toll, over time and by source, with where each number stands.

        Parameters
        ----------
        kind : str
            Of the counts: ``"killed"``, ``"injured"``, …
        group, place : str, optional
            Words that the group or place of a count must hold, in any case and order. An article that tells no place is
            then left out.
        by : {"day", "source", "place", "group"} or a list of them
            What a row is for. With ``"day"`` the rows are a timeline for each of the others; without, a row is where the
            toll stood at the last day.
        toll : bool
            The number never falls: each day's interval is at least what was reported before and at most what is
            reported later, by `pressgauge.stats.toll_timeline`. False: every day on its own, which those need whose
            events are many, as marches are.
        unit : str, optional
            By default that of most counts.
        status : list of str
            Those that are taken: plans and denials are not, unless you ask for them.
        duplicates : pyarrow.Table, optional
            What `pressgauge.corpus.duplicates` returned: copies of one story are then one report.

        Returns
        -------
        Timeline
            Its `table`, its `reports`, and in `left_out` how many counts of the kind are not among them, with reasons.

        Raises
        ------
        DomainError
            `kind`, `by` or `status` names what there isn't; two articles with one id have different days.
        ImportError
            pyarrow is not installed.

        Notes
        -----
        A report is a count: what all mentions in one article say of one quantity. By source, it is a mention. Its day is
        that of the article's publication, else the last day that the count is said to be of. Reports of one day are
        merged by `pressgauge.stats.reconcile`. Nothing tells whether two articles mean one event: ask for one by its
        place and group, and look at `groups` in the table. Parts of another count of the article are left out.

        Examples
        --------
        >>> import pressgauge as pg
        >>> corpus = pg.read_corpus([
        ...     {"date": "2024-03-01", "text": "At least 12 people died in the flood in Leeds."},
        ...     {"date": "2024-03-02", "text": "Police said 15 people were killed in Leeds."},
        ... ])
        >>> toll = corpus.timeline("killed", place="Leeds")
        >>> toll
        <Timeline of killed in Leeds, by day: 2 rows of 2 reports>
        >>> toll.to_pandas()[["day", "low", "high", "articles"]]
                  day   low  high  articles
        0  2024-03-01  12.0  15.0         1
        1  2024-03-02  15.0  15.0         1
        """
        from pressgauge.corpus._reports import Wanted
        from pressgauge.corpus._timeline import timeline

        keys: Any = (by,) if isinstance(by, str) else tuple(by)
        wanted = Wanted(kind, group, place, unit, status, keys)
        return timeline(self, wanted, toll=toll, duplicates=duplicates)

    def rows(self) -> dict[str, int]:
        """Return how many rows each table has."""
        written = self.manifest
        if written is None:
            return {name: self.table(name).num_rows for name in TABLES}
        rows: dict[str, int] = written["rows"]
        return rows

    def __len__(self) -> int:
        return self.rows()["articles"]

    def __repr__(self) -> str:
        rows = self.rows()
        where = "" if self._parts is None else f" in {self.path}"
        return (
            f"<Corpus of {rows['articles']:,} articles: {rows['figures']:,} figures, "
            f"{rows['failures']:,} failures{where}>"
        )

    def save_html(self, path: str | os.PathLike[str]) -> None:
        """Write what a notebook shows, kinds, tone, the first articles and failures, as a page of its own."""
        from pressgauge._html import tables_page
        from pressgauge.corpus._shown import about, parts

        path_of(path).write_text(tables_page("Corpus", about(self), parts(self)), encoding="utf-8")

    def _repr_html_(self) -> str:
        from pressgauge._html import tables_fragment
        from pressgauge.corpus._shown import about, parts

        return tables_fragment(about(self), parts(self))

    def __str__(self) -> str:
        from pressgauge._plain import WIDTH, table
        from pressgauge.corpus._shown import about, parts

        return "\n\n".join([about(self), *(table(part, WIDTH) for part in parts(self))])


def _known(name: str) -> str:
    expect(name, str, "name")
    if name not in TABLES:
        raise DomainError(f"a table is one of {', '.join(TABLES)}, not {name!r}")
    return name
