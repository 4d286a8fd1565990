"""JSON lines: whole blocks read by pyarrow, and line by line where a block has something wrong in it."""

from __future__ import annotations

import io
import json
import re
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError
from pressgauge._optional import optional
from pressgauge.corpus._chunks import Piece
from pressgauge.corpus._files import Bytes
from pressgauge.corpus._input_columns import Columns, found
from pressgauge.corpus._pieces import Found, bad, numbered, piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressgauge.corpus._files import File
    from pressgauge.corpus._input_columns import Asked

__all__ = ["JsonLines"]

BLOCK = 1 << 22
"""Bytes of lines that are read at once."""
LOOKED_AT = 100
"""Records in which columns are looked for."""
SPACE = b" \t\r\n"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Number(str):
    """A number as it is written."""

    __slots__ = ()


class JsonLines:
    """One file of JSON lines."""

    def __init__(self, file: File, asked: Asked) -> None:
        self._file = file
        self._html = bool(asked.html)
        self._columns = self._found(asked)

    @property
    def records(self) -> int | None:
        """Not known before all is read."""
        return None

    def pieces(self, before: int, skip: int) -> Iterator[Piece]:
        """Return the records, the first of them number `before` of the whole input; the first `skip` may be left out."""
        source = Bytes(self._file.path)
        done = line = byte = 0
        for block in _blocks(source):
            count = _count(block if done else block.removeprefix(BYTE_ORDER_MARK))
            if done + count <= skip:
                made = Piece(before + done, count, None)
            else:
                made = self._piece(block, count, before + done, done, (line, byte))
            if made.records:
                yield made
            done, line, byte = done + made.records, line + block.count(b"\n"), byte + len(block)
        if source.broken is not None:
            yield self._broken(source.broken, before + done, done)

    def _piece(self, block: bytes, count: int, first: int, done: int, at: tuple[int, int]) -> Piece:
        clean = block.removeprefix(BYTE_ORDER_MARK) if not done else block
        columns = _fast(clean, count, self._columns)
        failed: list[tuple[int, str, str]] = []
        numbers = np.arange(count)
        where = partial(self._where, block, at)
        if columns is None:
            columns, failed = _slow(_records(clean), self._columns)
            failed = [(number, kind, f"{message}; {where(number)}") for number, kind, message in failed]
            numbers = np.delete(numbers, [number for number, *_ in failed])
        ids = numbered(self._file.name, done, count)
        return piece(Found(first, count, columns, numbers, ids, where, failed, html=self._html))

    def _where(self, block: bytes, at: tuple[int, int], number: int) -> str:
        """Say where record `number` of a block stands."""
        line, byte = at
        for each in block.split(b"\n"):
            line += 1
            if each.removeprefix(BYTE_ORDER_MARK).strip(SPACE):
                number -= 1
            if number < 0:
                break
            byte += len(each) + 1
        return f"{self._file.name}, line {line}, byte {byte}"

    def _broken(self, reason: str, first: int, done: int) -> Piece:
        failed = [(0, "ParseError", f"{reason}; the {done} records before it were read")]
        nothing = {role: _array([]) for role in self._columns.roles}
        ids, none = numbered(self._file.name, done, 1), np.arange(0)
        return piece(Found(first, 1, nothing, none, ids, lambda _: "", failed, html=self._html))

    def _found(self, asked: Asked) -> Columns:
        names: dict[str, None] = {}
        looked = 0
        for block in _blocks(Bytes(self._file.path)):
            for line in _records(block.removeprefix(BYTE_ORDER_MARK))[:LOOKED_AT]:
                try:
                    record = _parsed(line)
                except ValueError:
                    continue
                names |= dict.fromkeys(record)
                looked += 1
            if looked:
                break
        if not looked:
            # Every line is a failure, and says itself what is wrong with it.
            return Columns(asked.text or "text", asked.title, asked.published, asked.id)
        return found(asked, names, self._file.name)


def _blocks(source: Bytes) -> Iterator[bytes]:
    """Return whole lines, about `BLOCK` bytes at once."""
    held: list[bytes] = []
    size = 0
    for lines in source.blocks():
        held.append(lines)
        size += len(lines)
        if size >= BLOCK:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)


def _records(block: bytes) -> list[bytes]:
    return [line for line in block.split(b"\n") if line.strip(SPACE)]


def _count(block: bytes) -> int:
    """Return the number of records of a block, where nothing is odd without an object for each."""
    tidy = block.strip(SPACE)
    lines = tidy.count(b"\n")
    if lines in (tidy.count(b"}\n{"), tidy.count(b"}\r\n{")):
        return lines + 1 if tidy else 0
    return len(_records(block))


def _fast(block: bytes, count: int, columns: Columns) -> dict[str, Any] | None:
    """Return the columns of a block; None where reading line by line must find out what is wrong."""
    arrow = optional("pyarrow", "corpus")
    reader = optional("pyarrow.json", "corpus")
    if not _one_object_a_line(block, count):
        return None
    options = reader.ReadOptions(use_threads=False, block_size=len(block) + 1)
    for id_type in [arrow.large_utf8(), arrow.int64()][: 2 if columns.id is not None else 1]:
        types = {name: arrow.large_utf8() for name in columns.names}
        if columns.id is not None:
            types[columns.id] = id_type
        parsing = reader.ParseOptions(explicit_schema=arrow.schema(types), unexpected_field_behavior="ignore")
        try:
            table = reader.read_json(io.BytesIO(block), read_options=options, parse_options=parsing)
        except arrow.ArrowInvalid:
            continue
        if table.num_rows == count:
            return {role: _whole(arrow, table[name]) for role, name in columns.roles.items()}
    return None


def _one_object_a_line(block: bytes, count: int) -> bool:
    """Say whether every line begins and ends as an object does, so that none can reach into the next."""
    if not count or b"\0" in block:
        return False
    try:
        block.decode()
    except UnicodeDecodeError:
        return False
    tidy = block.strip(SPACE)
    if tidy[:1] != b"{" or tidy[-1:] != b"}":
        return False
    if tidy.count(b"}\n{") == count - 1:
        return True
    return len(re.findall(rb"\}[ \t\r]*\n[ \t\r\n]*\{", tidy)) == count - 1


def _whole(arrow: Any, column: Any) -> Any:
    return arrow.concat_arrays(column.chunks) if column.num_chunks != 1 else column.chunk(0)


def _slow(lines: list[bytes], columns: Columns) -> tuple[dict[str, Any], list[tuple[int, str, str]]]:
    made: dict[str, list[str | None]] = {role: [] for role in columns.roles}
    failed = []
    for number, line in enumerate(lines):
        try:
            record = _parsed(line)
            row = {role: _text(record.get(name), role) for role, name in columns.roles.items()}
        except DomainError as error:
            failed.append((number, "DomainError", str(error)))
        except ValueError as error:
            failed.append((number, "ParseError", f"the line is not a JSON object: {error}: {bad(line)}"))
        else:
            for role, value in row.items():
                made[role].append(value)
    return {role: _array(values) for role, values in made.items()}, failed


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode(), parse_int=Number, parse_float=Number)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    if not isinstance(record, dict):
        raise DomainError(f"the line is {_told(record)} and not an object: {bad(line)}")
    return record


def _text(value: object, role: str) -> str | None:
    """Return a value as a string; numbers can be ids."""
    if value is None:
        return None
    if not isinstance(value, str) or (isinstance(value, Number) and role != "id"):
        raise DomainError(f"the {role} is {_told(value)} and not a string: {bad(value)}")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        told = f"the {role} has half of a surrogate pair at its character {error.start}: {bad(value)}"
        raise DomainError(told) from error
    return str(int(value)) if isinstance(value, Number) and value == "-0" else str(value)


def _told(value: object) -> str:
    names = {Number: "a number", str: "a string", bool: "a truth value", list: "a list", dict: "an object"}
    return names.get(type(value), "null")


def _array(values: list[str | None]) -> Any:
    arrow = optional("pyarrow", "corpus")
    return arrow.array(values, arrow.large_utf8())
