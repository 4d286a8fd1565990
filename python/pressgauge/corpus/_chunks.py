"""Records in pieces as a format gives them, cut into chunks that are the same every time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._optional import optional

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

__all__ = ["Chunk", "Failure", "Piece", "chunked"]


@dataclass(frozen=True, slots=True)
class Failure:
    """A record that could not become an article."""

    article_id: str
    position: int
    """Number of the record in the whole input, from 0."""
    kind: str
    """Name of an error of pressgauge."""
    message: str
    """What was found, and where."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Records that follow each other, as many as a format gives at once; `batch` is None where they were skipped."""

    first: int
    """Number of the first record in the whole input, from 0."""
    records: int
    batch: pa.RecordBatch | None
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Chunk:
    """Records that are worked on together: a row of the batch, or a failure, for each."""

    number: int
    first: int
    records: int
    batch: pa.RecordBatch
    """Columns: article_id, position, title, published, text, extractor."""
    failures: tuple[Failure, ...]


def chunked(pieces: Iterator[Piece], size: int, start: int) -> Iterator[Chunk]:
    """Cut pieces into chunks of `size` records, the first of them that of number `start`; the last may be shorter."""
    number, held = start, list[Piece]()
    for piece in pieces:
        rest = _after(piece, start * size)
        while rest.records:
            part, rest = _split(rest, (number + 1) * size)
            held += [part] if part.records else []
            if part.first + part.records < (number + 1) * size:
                break
            yield _joined(held, number)
            number, held = number + 1, []
    if held:
        yield _joined(held, number)


def _after(piece: Piece, first: int) -> Piece:
    return _split(piece, first)[1] if piece.first < first else piece


def _split(piece: Piece, at: int) -> tuple[Piece, Piece]:
    """Return the records before number `at`, and the others."""
    before = min(max(at - piece.first, 0), piece.records)
    if before == piece.records:
        return piece, Piece(piece.first + before, 0, None)
    left: Any = None
    right: Any = None
    if piece.batch is not None:
        rows = int(np.searchsorted(piece.batch["position"].to_numpy(), piece.first + before))
        left, right = piece.batch.slice(0, rows), piece.batch.slice(rows)
    cut = piece.first + before
    return (
        Piece(piece.first, before, left, tuple(f for f in piece.failures if f.position < cut)),
        Piece(cut, piece.records - before, right, tuple(f for f in piece.failures if f.position >= cut)),
    )


def _joined(pieces: list[Piece], number: int) -> Chunk:
    arrow = optional("pyarrow", "corpus")
    batches = [piece.batch for piece in pieces if piece.batch is not None]
    if len({batch.schema for batch in batches}) > 1:
        # Some files hold strings and others bytes: bytes hold both.
        wide = batches[0].schema
        wide = wide.set(wide.get_field_index("text"), arrow.field("text", arrow.large_binary()))
        batches = [batch.cast(wide) for batch in batches]
    # Without the rows that a slice leaves out: a chunk must not keep the whole file alive.
    batch = arrow.Table.from_batches(batches).combine_chunks().to_batches()
    made = batch[0] if batch else batches[0].slice(0, 0)
    failures = tuple(failure for piece in pieces for failure in piece.failures)
    return Chunk(number, pieces[0].first, sum(piece.records for piece in pieces), made, failures)
