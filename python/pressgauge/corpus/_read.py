"""Reading a whole corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pressgauge._core import DomainError, Error
from pressgauge._given import expect, expect_flag, whole
from pressgauge._optional import optional
from pressgauge.corpus._corpus import Corpus
from pressgauge.corpus._parts import LAST, TABLES, Parts
from pressgauge.corpus._progress import progress_of
from pressgauge.corpus._run import OnError, Options, raise_first, read_chunk, run
from pressgauge.corpus._sources import Chunk, Source, open_source

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    import pyarrow as pa

    from pressgauge.articles import Gauge

__all__ = ["CHUNK", "read_corpus"]

CHUNK = 5_000
"""Records of a part: a few MB of news."""


def read_corpus(
    source: Any,
    *,
    out: str | os.PathLike[str] | None = None,
    text: str | None = None,
    title: str | None = None,
    published: str | None = None,
    id: str | None = None,
    html: bool | None = None,
    gauge: Gauge | None = None,
    threads: int | None = None,
    chunk: int = CHUNK,
    store_text: bool = True,
    on_error: OnError = "record",
    resume: bool = True,
    progress: bool | None = None,
) -> Corpus:
    """Read a corpus: every article of files, folders, frames or tables.

    Parameters
    ----------
    source : path, glob, list of paths, DataFrame, Arrow table or stream, or iterable of str or dict
        What is read; docs/corpora.md, "What is read".
    out : path, optional
        A folder for the tables, as Parquet. Without one they are kept in memory, which is for small corpora.
    text, title, published, id : str, optional
        Columns of the source; by default found by name.
    html : bool, optional
        Whether texts are pages of HTML, whose articles are taken out; by default told by the names of files.
    gauge : Gauge, optional
        Rules and lexicon to read with; by default those that pressgauge ships.
    threads : int, optional
        Threads that read at once; by default one for each processor.
    chunk : int
        Records of a part.
    store_text : bool
        Whether the table of articles keeps the texts, so that offsets can be checked.
    on_error : {"record", "raise"}
        What becomes of a record that can't be read: a row of `failures`, or an error.
    resume : bool
        Whether a run that was stopped in `out` is gone on with; else it is begun anew.
    progress : bool, optional
        Whether a bar is shown; by default at a terminal and in a notebook.

    Returns
    -------
    Corpus
        A handle on the tables.

    Raises
    ------
    DomainError
        The source has no texts or the columns are not there; the folder holds something else, or a run of another
        source, with other rules or options; with ``on_error="raise"`` also what was wrong with a record, as ParseError.
    ImportError
        A package that the source needs is not installed.

    Notes
    -----
    Memory holds a few chunks, however long the corpus is. Ctrl-C stops after the article in hand: parts that are written
    stay, and the same call goes on behind them.

    References
    ----------
    docs/corpora.md.

    Examples
    --------
    >>> corpus = read_corpus([{"url": "a", "body": "Two people died."}, {"url": "b", "body": None}])
    >>> corpus.figures.select(["article_id", "kind", "value"]).to_pylist()
    [{'article_id': 'a', 'kind': 'killed', 'value': 2.0}]
    >>> corpus.failures.select(["article_id", "position"]).to_pylist()
    [{'article_id': 'b', 'position': 1}]
    """
    from pressgauge._gauge import gauge_of
    from pressgauge.articles import SCHEMA_VERSION

    for name, flag, may_be_none in (
        ("html", html, True),
        ("store_text", store_text, False),
        ("resume", resume, False),
        ("progress", progress, True),
    ):
        expect_flag(flag, name, optional=may_be_none)
    expect(on_error, str, "on_error")
    if threads is not None:
        whole(threads, "threads")
    if whole(chunk, "chunk") < 1:
        raise DomainError(f"a chunk is 1 record or more, not {chunk}")
    if on_error not in {"record", "raise"}:
        raise DomainError(f"on_error is 'record' or 'raise', not {on_error!r}")
    reader = gauge_of(gauge)
    opened = open_source(source, text=text, title=title, published=published, id=id, html=html)
    options = Options(reader, threads, chunk, store_text, on_error, progress)
    if out is None:
        return _in_memory(opened, options)
    columns = {"text": text, "title": title, "published": published, "id": id, "html": html}
    head = {
        "schema_version": SCHEMA_VERSION,
        **reader.versions,
        "source": opened.fingerprint,
        "columns": columns,
        "chunk": chunk,
        "store_text": store_text,
    }
    parts = Parts(out)
    with parts.held():
        return _into_folder(opened, parts, head, options, resume)


def _in_memory(source: Source, options: Options) -> Corpus:
    arrow = optional("pyarrow", "corpus")
    made: list[dict[str, pa.Table]] = [_nothing(options)]
    _run(source, 0, options, lambda _, tables: made.append(tables))
    tables = {name: arrow.concat_tables([each[name] for each in made]) for name in TABLES}
    _counted(source, tables["articles"].num_rows + tables["failures"].num_rows)
    return Corpus(tables)


def _into_folder(
    source: Source, parts: Parts, head: dict[str, Any], options: Options, resume: bool
) -> Corpus:
    first = parts.begin(head, resume)
    if parts.manifest is None:
        try:
            _run(source, first, options, parts.put)
        except KeyboardInterrupt:
            done = len(parts.files(LAST))
            raise KeyboardInterrupt(
                f"stopped; {done:,} parts in {parts.folder} are whole, and the same call goes on behind them"
            ) from None
        if not parts.files("articles"):
            parts.put(0, _nothing(options))
        parts.end(_manifest(source, parts, head))
    corpus = Corpus.open(parts.folder)
    if options.on_error == "raise":
        raise_first(corpus.failures)
    return corpus


def _manifest(source: Source, parts: Parts, head: dict[str, Any]) -> dict[str, Any]:
    told = parts.told()
    rows = {
        name: sum(part["rows"] for file, part in told.items() if file.startswith(f"{name}/"))
        for name in TABLES
    }
    records = _counted(source, rows["articles"] + rows["failures"])
    return {**head, "records": records, "rows": rows, "parts": told}


def _counted(source: Source, records: int) -> int:
    if source.records is not None and records != source.records:
        raise Error(f"{source.records} records went in, {records} came out")
    return records


def _run(
    source: Source, first: int, options: Options, put: Callable[[int, dict[str, pa.Table]], None]
) -> None:
    progress = progress_of(options.progress, source.records, first * options.chunk)
    try:
        run(source.chunks(options.chunk, first), first, options, put, progress)
    finally:
        progress.close()


def _nothing(options: Options) -> dict[str, pa.Table]:
    """Return the tables of no articles: a corpus without records has its columns, too."""
    arrow = optional("pyarrow", "corpus")
    batch = arrow.record_batch({"text": arrow.array([], arrow.large_utf8())})
    return read_chunk(Chunk(0, 0, 0, batch, ()), options)
