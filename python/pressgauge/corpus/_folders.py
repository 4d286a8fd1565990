"""Files that are one article each: plain text, and web pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._optional import optional
from pressgauge.corpus._files import fingerprint
from pressgauge.corpus._pieces import Found, bad, piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressgauge.corpus._chunks import Piece
    from pressgauge.corpus._files import File

__all__ = ["Folder"]

AT_ONCE = 64
"""Files that are read at once, while they stay below `BYTES`."""
BYTES = 1 << 23
MOST_BYTES = 1 << 28
"""Of a file: it must be held whole. What a Gauge takes of a text is less, unless its `max_bytes` is raised."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Folder:
    """Files in the order of their names; their ids are the names."""

    def __init__(self, files: list[File]) -> None:
        self._files = files
        self.records: int | None = len(files)

    @property
    def fingerprint(self) -> str:
        """Names, sizes, and hashes of the heads and tails."""
        return fingerprint(self._files)

    def pieces(self, first: int) -> Iterator[Piece]:
        """Return the articles from number `first` on."""
        held: list[tuple[File, bytes | str]] = []
        size = 0
        for number, file in enumerate(self._files[first:], first):
            content = _content(file)
            page = _is_page(file)
            if held and (page != _is_page(held[0][0]) or len(held) == AT_ONCE or size > BYTES):
                yield _piece(held, number - len(held))
                held, size = [], 0
            held.append((file, content))
            size += len(content) if isinstance(content, bytes) else 0
        if held:
            yield _piece(held, len(self._files) - len(held))


def _is_page(file: File) -> bool:
    return file.path.suffix.lower() != ".txt"


def _content(file: File) -> bytes | str:
    """Return the bytes of a file, or why they can't be had."""
    try:
        with file.path.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        return f"{file.name} can't be read: {error.strerror}"
    return content if len(content) <= MOST_BYTES else f"{file.name} is longer than {MOST_BYTES} bytes"


def _piece(held: list[tuple[File, bytes | str]], first: int) -> Piece:
    arrow = optional("pyarrow", "corpus")
    page = _is_page(held[0][0])
    texts: list[str] = []
    failed: list[tuple[int, str, str]] = []
    for number, (file, content) in enumerate(held):
        if isinstance(content, str):
            failed.append((number, "ParseError", content))
            continue
        try:
            texts.append(decoded_page(content) if page else content.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            at = error.start + (len(BYTE_ORDER_MARK) if content.startswith(BYTE_ORDER_MARK) else 0)
            told = f"{file.name} is not UTF-8 at its byte {at}: {bad(content[at : at + 8])}"
            failed.append((number, "ParseError", told))
    numbers = np.delete(np.arange(len(held)), [number for number, *_ in failed])
    ids = arrow.array([file.name for file, _ in held], arrow.large_utf8())
    columns: dict[str, Any] = {"text": arrow.array(texts, arrow.large_utf8())}
    where = lambda number: held[number][0].name
    return piece(Found(first, len(held), columns, numbers, ids, where, failed, html=page))


def decoded_page(content: bytes) -> str:
    """Return a page as text: UTF-8, else in the encoding that its bytes look like."""
    utils = optional("trafilatura.utils", "corpus")
    made: str = utils.decode_file(content)
    return made
