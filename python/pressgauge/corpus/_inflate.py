"""gzip and Zstandard opened on the way, within bounds: what a file grows to is checked while it grows."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

from pressgauge._optional import optional

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["MOST_RATIO", "inflated"]

AT_ONCE = 1 << 18
SLICE = 1 << 12
"""Packed bytes that are opened at once: of Zstandard at its densest, 32,768 : 1, they make 128 MiB."""
MOST_RATIO = 500
"""What a file may grow to, as a multiple of its size: news in JSON grows to 3 to 10 times, the worst of files without end."""
FREE = 1 << 26
"""Bytes up to which the ratio doesn't matter: they fit into memory, and small files of one repeated line are no attack."""


def inflated(path: Path) -> Iterator[bytes]:
    """Return the bytes of a file, opened where its name says that it is packed.

    Raises
    ------
    EOFError
        It breaks off, can't be opened further, or grows beyond what a file of news does.
    """
    make = _decompressor(path)
    with path.open("rb") as file:
        blocks = iter(lambda: file.read(AT_ONCE), b"")
        yield from blocks if make is None else _opened(make, blocks, path)


def _opened(make: Callable[[], Any], blocks: Iterator[bytes], path: Path) -> Iterator[bytes]:
    stream, read, made = make(), 0, 0
    for block in blocks:
        held: list[bytes] = []
        for start in range(0, len(block), SLICE):
            left = block[start : start + SLICE]
            while left:
                if stream.eof:
                    # Another member follows; zeros after the last one are padding.
                    left = left.lstrip(b"\0")
                    if not left:
                        break
                    stream = make()
                held.append(_decompressed(stream, left, path, read))
                left = stream.unused_data if stream.eof else b""
                made += len(held[-1])
            _check_growth(path, read + start + SLICE, made)
            if sum(map(len, held)) > AT_ONCE:
                yield b"".join(held)
                held = []
        yield b"".join(held)
        read += len(block)
    if read and not stream.eof:
        raise EOFError(f"{path.name} breaks off at its byte {read}")


def _check_growth(path: Path, read: int, made: int) -> None:
    if made > max(FREE, MOST_RATIO * read):
        raise EOFError(f"{path.name} grows to more than {MOST_RATIO} times its size, by its byte {read}")


def _decompressed(stream: Any, block: bytes, path: Path, read: int) -> bytes:
    try:
        made: bytes = stream.decompress(block)
    except Exception as error:  # zstandard has an error of its own, and may not be installed
        raise EOFError(f"{path.name} can't be decompressed after its byte {read}: {error}") from error
    return made


def _decompressor(path: Path) -> Callable[[], Any] | None:
    if path.suffix.lower() == ".gz":
        return lambda: zlib.decompressobj(wbits=31)
    if path.suffix.lower() == ".zst":
        reader = optional("zstandard", "corpus").ZstdDecompressor()
        decompressor: Callable[[], Any] = reader.decompressobj
        return decompressor
    return None
