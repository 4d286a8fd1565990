"""Files as bytes: gzip and Zstandard opened on the way, an early end remembered, and what a file is known by."""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pressgauge._optional import optional

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["Bytes", "File", "fingerprint"]

AT_ONCE = 1 << 18
SAMPLED = 1 << 16
"""Bytes of the head and of the tail by which a file is known."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of the input, and the name that its articles have it by."""

    path: Path
    name: str


class Bytes(io.RawIOBase):
    """The bytes of a file. One that breaks off ends after its last whole line, and `broken` says why."""

    def __init__(self, path: Path, change: Callable[[bytes], bytes] | None = None) -> None:
        self.broken: str | None = None
        lines = self._whole_lines(path)
        self._blocks = map(change, lines) if change is not None else lines
        self._left = b""

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer as far as the next block goes."""
        while not self._left:
            block = next(self._blocks, None)
            if block is None:
                return 0
            self._left = block
        count = min(len(buffer), len(self._left))
        buffer[:count] = self._left[:count]
        self._left = self._left[count:]
        return count

    def blocks(self) -> Iterator[bytes]:
        """Return whole lines, many at once; the last may lack its end."""
        return self._blocks

    def _whole_lines(self, path: Path) -> Iterator[bytes]:
        held: list[bytes] = []
        try:
            for block in _inflated(path):
                end = block.rfind(b"\n") + 1
                if end:
                    yield b"".join([*held, block[:end]])
                    held = []
                held.append(block[end:])
        except (OSError, EOFError, zlib.error, ValueError) as error:
            self.broken = str(error)
            return
        rest = b"".join(held)
        if rest:
            yield rest


def _inflated(path: Path) -> Iterator[bytes]:
    make = _decompressor(path)
    with path.open("rb") as file:
        blocks = iter(lambda: file.read(AT_ONCE), b"")
        if make is None:
            yield from blocks
            return
        stream, read = make(), 0
        for block in blocks:
            left = block
            while left:
                if stream.eof:
                    # Another member follows; zeros after the last one are padding.
                    left = left.lstrip(b"\0")
                    stream = make() if left else stream
                    if not left:
                        break
                yield _decompressed(stream, left, path, read)
                left = stream.unused_data if stream.eof else b""
            read += len(block)
        if read and not stream.eof:
            raise EOFError(f"{path.name} breaks off at its byte {read}")


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


def fingerprint(files: list[File]) -> str:
    """Return what files are known by: names, sizes, and hashes of their heads and tails."""
    made = hashlib.sha256()
    for file in files:
        size = file.path.stat().st_size
        made.update(f"{file.name}\0{size}\0".encode())
        with file.path.open("rb") as opened:
            made.update(opened.read(SAMPLED))
            opened.seek(max(0, size - SAMPLED))
            made.update(opened.read(SAMPLED))
    return made.hexdigest()
