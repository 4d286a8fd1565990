"""Files as bytes: gzip and Zstandard opened on the way, an early end remembered, and what a file is known by."""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pressgauge._optional import optional
from pressgauge.corpus._inflate import inflated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["Bytes", "File", "fingerprint", "is_utf8"]

LONGEST = 1 << 28
"""Bytes of a line: it must be held whole, and a file of another kind may have no end of line at all."""
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
            for block in inflated(path):
                end = block.rfind(b"\n") + 1
                if end:
                    yield b"".join([*held, block[:end]])
                    held = []
                held.append(block[end:])
                if sum(map(len, held)) > LONGEST:
                    self.broken = f"{path.name} has a line of more than {LONGEST} bytes"
                    return
        except (OSError, EOFError, zlib.error, ValueError) as error:
            self.broken = str(error)
            return
        rest = b"".join(held)
        if rest:
            yield rest


def is_utf8(block: bytes) -> bool:
    """Say whether bytes are UTF-8, without making a string of them."""
    arrow = optional("pyarrow", "corpus")
    ends = arrow.array([0, len(block)], arrow.int64()).buffers()[1]
    try:
        arrow.LargeStringArray.from_buffers(1, ends, arrow.py_buffer(block)).validate(full=True)
    except arrow.ArrowInvalid:
        return False
    return True


def fingerprint(files: list[File]) -> str:
    """Return what files are known by: names, sizes, and hashes of their heads and tails; one that can't be read, by its name."""
    made = hashlib.sha256()
    for file in files:
        made.update(f"{file.name}\0".encode())
        try:
            size = file.path.stat().st_size
            with file.path.open("rb") as opened:
                made.update(f"{size}\0".encode() + opened.read(SAMPLED))
                opened.seek(max(opened.tell(), size - SAMPLED))
                made.update(opened.read(SAMPLED))
        except OSError:
            continue
    return made.hexdigest()
