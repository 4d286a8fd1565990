"""A run over a corpus: chunks are read ahead, read, and written behind, in their order."""

from __future__ import annotations

import queue
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Self

from pressgauge._core import DomainError, Error, ParseError
from pressgauge._optional import optional
from pressgauge.corpus._batches import read_batch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pyarrow as pa

    from pressgauge.articles import Gauge
    from pressgauge.corpus._progress import Progress
    from pressgauge.corpus._sources import Chunk

__all__ = ["OnError", "Options", "run"]

OnError = Literal["record", "raise"]
AHEAD = 1
"""Chunks that wait to be read, and as many to be written: memory holds a few, however long the corpus is."""
PATIENCE = 0.3
"""Seconds that the end of a run waits for what is being read ahead."""


@dataclass(frozen=True, slots=True)
class Options:
    """How chunks are read."""

    gauge: Gauge
    threads: int | None
    chunk: int
    store_text: bool
    on_error: OnError
    progress: bool | None


def run(
    chunks: Iterator[Chunk],
    first: int,
    options: Options,
    put: Callable[[int, dict[str, pa.Table]], None],
    progress: Progress,
) -> None:
    """Read chunk after chunk from number `first` on, and give the tables of each to `put`, which another thread calls.

    Raises
    ------
    Error
        Records went missing, which is a fault of pressgauge.
    ParseError, DomainError
        With ``on_error="raise"``, for the first record that could not be read.
    KeyboardInterrupt
        Ctrl-C: what `put` was given before is written.
    """
    with _Behind(put) as behind, _Ahead(chunks) as ahead:
        for number, chunk in enumerate(ahead, first):
            if (chunk.number, chunk.first) != (number, number * options.chunk):
                raise Error(f"chunk {chunk.number} from record {chunk.first} came in place of chunk {number}")
            tables = read_chunk(chunk, options)
            progress.add(
                tables["articles"].num_rows, tables["failures"].num_rows, chunk.batch.column("text").nbytes
            )
            behind.put((chunk.number, tables))


def read_chunk(chunk: Chunk, options: Options) -> dict[str, pa.Table]:
    """Read one chunk: its six tables, what the source could not give among the failures."""
    arrow = optional("pyarrow", "corpus")
    batch = read_batch(
        arrow.Table.from_batches([chunk.batch]),
        gauge=options.gauge,
        threads=options.threads,
        store_text=options.store_text,
    )
    tables = {name: arrow.table(table) for name, table in batch._asdict().items()}
    tables["failures"] = _with_failures_of_source(arrow, chunk, tables["failures"])
    if options.on_error == "raise":
        raise_first(tables["failures"])
    made = tables["articles"].num_rows + tables["failures"].num_rows
    if made != chunk.records:
        raise Error(f"{chunk.records} records went into chunk {chunk.number}, {made} came out")
    return tables


def _with_failures_of_source(arrow: Any, chunk: Chunk, failures: pa.Table) -> pa.Table:
    if not chunk.failures:
        return failures
    rows = [
        {name: getattr(each, name) for name in ("article_id", "position", "kind", "message")}
        for each in chunk.failures
    ]
    found = arrow.Table.from_pylist(rows, schema=failures.schema)
    return arrow.concat_tables([failures, found]).sort_by("position")


def raise_first(failures: pa.Table) -> None:
    """Raise what was wrong with the first record among them, if there is one.

    Raises
    ------
    ParseError, DomainError
        As the record would have raised.
    """
    if not failures.num_rows:
        return
    (failure,) = failures.slice(0, 1).to_pylist()
    message = f"article {failure['article_id']!r}, record {failure['position']}: {failure['message']}"
    raise (ParseError if failure["kind"] == "ParseError" else DomainError)(message)


class _Ended:
    """Stands after the last item of a queue."""


class _Worker:
    """A thread of its own, which ends with the block that it serves."""

    def __init__(self) -> None:
        self._queue: queue.Queue[Any] = queue.Queue(AHEAD)
        self._stop = threading.Event()
        self._error: BaseException | None = None
        # Not waited for when the program ends: what it is at may take long.
        self._thread = threading.Thread(target=self._guarded, daemon=True)

    def _guarded(self) -> None:
        try:
            self._work()
        except BaseException as error:  # noqa: BLE001 (raised where the thread is waited for)
            self._error = error

    def _work(self) -> None:
        raise NotImplementedError

    def _offer(self, item: Any) -> None:
        """Put an item into the queue as soon as there is room, unless the work is to end."""
        while not self._stop.is_set() and self._error is None:
            try:
                self._queue.put(item, timeout=0.1)
                return
            except queue.Full:
                continue


class _Ahead(_Worker):
    """Reads the source while the chunk before is read."""

    def __init__(self, chunks: Iterator[Chunk]) -> None:
        super().__init__()
        self._chunks = chunks

    def _work(self) -> None:
        try:
            for chunk in self._chunks:
                self._offer(chunk)
                if self._stop.is_set():
                    return
        except BaseException as error:  # noqa: BLE001 (raised where chunks are taken)
            self._offer(error)
        else:
            self._offer(_Ended)

    def __enter__(self) -> Iterator[Chunk]:
        self._thread.start()
        return self._taken()

    def _taken(self) -> Iterator[Chunk]:
        while (item := self._queue.get()) is not _Ended:
            if isinstance(item, BaseException):
                raise item
            yield item

    def __exit__(self, *error: object) -> None:
        self._stop.set()
        # So that it seldom is at work when the program ends; a chunk that takes long to come isn't waited for.
        self._thread.join(PATIENCE)


class _Behind(_Worker):
    """Writes chunks while the next one is read."""

    def __init__(self, put: Callable[[int, dict[str, pa.Table]], None]) -> None:
        super().__init__()
        self._put = put

    def _work(self) -> None:
        while (item := self._queue.get()) is not _Ended:
            self._put(*item)

    def put(self, item: tuple[int, dict[str, pa.Table]]) -> None:
        self._offer(item)
        self._complain()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: object, *error: object) -> None:
        # What was read is written, after Ctrl-C, too.
        self._offer(_Ended)
        self._thread.join()
        if kind is None:
            self._complain()

    def _complain(self) -> None:
        if self._error is not None:
            raise self._error
