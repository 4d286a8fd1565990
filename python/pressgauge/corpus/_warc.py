"""Archives of the web: the pages among what servers sent."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._optional import optional
from pressgauge.corpus._chunks import Piece
from pressgauge.corpus._files import Bytes
from pressgauge.corpus._folders import decoded_page
from pressgauge.corpus._parquet import broken
from pressgauge.corpus._pieces import Found, piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressgauge.corpus._files import File
    from pressgauge.corpus._input_columns import Asked

__all__ = ["Warc"]

AT_ONCE = 64
MOST_BYTES = 1 << 25
"""Of a page, however it is packed: the pages of newspapers have hundreds of kilobytes."""
PAGES = ("text/html", "application/xhtml+xml")


class Warc:
    """One archive; an article for each response that is a page, its id the address."""

    def __init__(self, file: File, asked: Asked) -> None:  # noqa: ARG002 - pages have no columns
        optional("warcio", "corpus")
        self._file = file
        self.records: int | None = None

    def pieces(self, before: int, skip: int) -> Iterator[Piece]:
        """Return the pages; those before number `skip` are not made into texts."""
        done = 0
        held: list[tuple[str, bytes | str]] = []
        reason = None
        source = Bytes(self._file.path)
        try:
            for address, content in self._pages(source):
                held.append((address, content))
                if len(held) == AT_ONCE:
                    yield self._piece(held, before, done, skip)
                    done, held = done + len(held), []
        except _errors() as error:
            reason = f"{self._file.name} can't be read further: {error}"
        reason = source.broken or reason
        if held:
            yield self._piece(held, before, done, skip)
            done += len(held)
        if reason is not None:
            told = f"{reason}; the {done} pages before it were read"
            yield broken(self._file.name, told, html=True, before=before, done=done)

    def _pages(self, source: Bytes) -> Iterator[tuple[str, bytes | str]]:
        iterator = optional("warcio.archiveiterator", "corpus").ArchiveIterator
        for record in iterator(io.BufferedReader(source)):
            if record.rec_type == "response" and _is_page(record):
                yield record.rec_headers.get_header("WARC-Target-URI") or "", _content(record)

    def _piece(self, held: list[tuple[str, bytes | str]], before: int, done: int, skip: int) -> Piece:
        arrow = optional("pyarrow", "corpus")
        if done + len(held) <= skip:
            return Piece(before + done, len(held), None)
        texts = [decoded_page(content) for _, content in held if isinstance(content, bytes)]

        def where(number: int) -> str:
            return f"{self._file.name}, page {done + number + 1}"

        failed = [
            (number, "ParseError", f"{content}; {where(number)}")
            for number, (_, content) in enumerate(held)
            if isinstance(content, str)
        ]
        numbers = np.delete(np.arange(len(held)), [number for number, *_ in failed])
        names = [
            address or f"{self._file.name}:{done + number + 1}" for number, (address, _) in enumerate(held)
        ]
        columns: dict[str, Any] = {"text": arrow.array(texts, arrow.large_utf8())}
        ids = arrow.array(names, arrow.large_utf8())
        return piece(Found(before + done, len(held), columns, numbers, ids, where, failed, html=True))


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    kind = headers.get_header("Content-Type") if headers is not None else None
    return (kind or "").partition(";")[0].strip().lower() in PAGES


def _content(record: Any) -> bytes | str:
    """Return the bytes of a page, or why they can't be had."""
    try:
        content: bytes = record.content_stream().read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            return f"the page is longer than {MOST_BYTES} bytes"
        record.raw_stream.read()
        missing = record.raw_stream.limit
    except Exception as error:  # noqa: BLE001 - the content may be packed in ways that break with errors of any library
        return f"the page can't be unpacked: {error}"
    return content if not missing else f"the archive breaks off {missing} bytes before the page ends"


def _errors() -> tuple[type[Exception], ...]:
    return (optional("warcio.exceptions", "corpus").ArchiveLoadFailed, OSError, EOFError, ValueError)
