"""What callers give, checked where it comes in: a slip is told by its name, not by what fails further down."""

from __future__ import annotations

import operator
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pressgauge._core import DomainError, ParseError

if TYPE_CHECKING:
    from collections.abc import Sequence


def expect(value: object, kind: type, name: str) -> None:
    """Refuse a value of another type.

    Raises
    ------
    TypeError
        It is not of this type.
    """
    if not isinstance(value, kind):
        article = "an" if kind.__name__[0] in "AEIO" else "a"
        raise TypeError(f"{name} must be {article} {kind.__name__}, not {value!r:.60}")


def expect_reading(value: object) -> None:
    """Refuse what is no reading."""
    from pressgauge.articles import Reading

    expect(value, Reading, "reading")


def whole(value: Any, name: str) -> int:
    """Return a whole number.

    Raises
    ------
    TypeError
        It is none.
    """
    try:
        return operator.index(value)
    except TypeError:
        raise TypeError(f"{name} must be a whole number, not {value!r:.60}") from None


def expect_flag(value: object, name: str, *, optional: bool = False) -> None:
    """Refuse what is neither True nor False, nor None where that is possible.

    Raises
    ------
    TypeError
        It is something else.
    """
    if not isinstance(value, bool) and not (optional and value is None):
        raise TypeError(f"{name} must be True or False, not {value!r:.60}")


def words_or_none(value: Any, name: str) -> str | None:
    """Return words or None.

    Raises
    ------
    TypeError
        It is no string.
    ParseError
        It holds a lone surrogate, which is no text.
    """
    if value is not None:
        expect(value, str, name)
        whole_text(value, name)
    return None if value is None else str(value)


def whole_text(text: str, name: str) -> None:
    """Refuse a string that is no text.

    Raises
    ------
    ParseError
        It holds a lone surrogate.
    """
    try:
        text.encode()
    except UnicodeEncodeError as error:
        message = f"{name} has a lone surrogate U+{ord(text[error.start]):04X} at character {error.start}"
        problem = ParseError(message)
        problem.offset = len(text[: error.start].encode())
        raise problem from None


def names_or_none(values: Any, name: str) -> Sequence[str] | None:
    """Return a list of words or None.

    Raises
    ------
    TypeError
        It is none, or an entry is no string.
    """
    if values is None:
        return None
    if isinstance(values, str | bytes) or not all(isinstance(each, str) for each in values):
        raise TypeError(f"{name} must be a list of strings, not {values!r:.60}")
    return list(values)


def path_of(given: str | os.PathLike[str], name: str = "path") -> Path:
    """Return a path.

    Raises
    ------
    TypeError
        It is none.
    DomainError
        No file can have this name.
    """
    path = Path(given)
    try:
        os.fsencode(path)
    except UnicodeEncodeError:
        raise DomainError(f"{name} is {given!r:.60}, which is no name of a file") from None
    if "\0" in str(path):
        raise DomainError(f"{name} is {given!r:.60}, which is no name of a file")
    return path


def file_text(path: Path) -> str:
    """Return what a file of UTF-8 holds.

    Raises
    ------
    ParseError
        It is not UTF-8.
    OSError
        It can't be read.
    """
    content = path.read_bytes()
    try:
        return content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        problem = ParseError(f"{path.name}: not UTF-8: byte 0x{content[error.start]:02x} at {error.start}")
        problem.offset = error.start
        raise problem from None
