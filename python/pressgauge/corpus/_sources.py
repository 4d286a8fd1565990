"""What articles are read from: one way in for files, folders, archives, frames, streams and plain Python."""

from __future__ import annotations

import glob
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from pressgauge._core import DomainError
from pressgauge._given import path_of, words_or_none
from pressgauge._optional import optional
from pressgauge.corpus._chunks import Chunk, Failure, Piece, chunked
from pressgauge.corpus._csv import Csv
from pressgauge.corpus._files import File, fingerprint
from pressgauge.corpus._folders import Folder
from pressgauge.corpus._frames import Frame, PandasFrame, Stream
from pressgauge.corpus._input_columns import Asked
from pressgauge.corpus._json_lines import JsonLines
from pressgauge.corpus._parquet import Ipc, Parquet
from pressgauge.corpus._values import Values
from pressgauge.corpus._warc import Warc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Chunk", "Failure", "Source", "open_source"]

PAGES = {".txt", ".html", ".htm"}
"""Files that are one article each."""
FORMATS: dict[str, Callable[[File, Asked], FileReader]] = {
    ".jsonl": JsonLines, ".ndjson": JsonLines, ".csv": Csv, ".tsv": Csv,
    ".parquet": Parquet, ".arrow": Ipc, ".feather": Ipc, ".warc": Warc,
}  # fmt: skip
COMPRESSED = {".gz", ".zst"}
"""Endings that may follow those of formats that are lines or WARC."""
NEVER_COMPRESSED = {".parquet", ".arrow", ".feather"}


class FileReader(Protocol):
    """One file of many records."""

    @property
    def records(self) -> int | None: ...
    def pieces(self, before: int, skip: int) -> Iterator[Piece]: ...


class Reader(Protocol):
    """The whole input."""

    @property
    def fingerprint(self) -> str: ...
    @property
    def records(self) -> int | None: ...
    def pieces(self, first: int) -> Iterator[Piece]: ...


class Source:
    """An input that is read in chunks, which are the same every time."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.fingerprint = reader.fingerprint
        """What the input is known by: another one has another."""
        self.records = reader.records
        """Number of records, where it is known before they are read."""

    def chunks(self, size: int, start: int = 0) -> Iterator[Chunk]:
        """Return chunks of `size` records, from number `start` on; the last one may be shorter.

        Raises
        ------
        DomainError
            `size` isn't positive or `start` is negative; a stream or an iterator was read before.
        """
        if size < 1 or start < 0:
            raise DomainError(f"chunks need a size of at least 1 and a start of at least 0: {size}, {start}")
        return chunked(self._reader.pieces(size * start), size, start)


class Files:
    """Files of many records each, one after the other."""

    def __init__(self, files: list[File], asked: Asked) -> None:
        self._files = files
        self._readers = [FORMATS[_format(file.path)](file, asked) for file in files]

    @property
    def fingerprint(self) -> str:
        """Names, sizes, and hashes of the heads and tails."""
        return fingerprint(self._files)

    @property
    def records(self) -> int | None:
        """The sum, where every file says its own."""
        known = [reader.records for reader in self._readers]
        return sum(each for each in known if each is not None) if None not in known else None

    def pieces(self, first: int) -> Iterator[Piece]:
        """Return the records of all files; those before number `first` may be left out."""
        before = 0
        for reader in self._readers:
            done = 0
            if reader.records is not None and before + reader.records <= first:
                done = reader.records
                yield Piece(before, done, None)
            else:
                for each in reader.pieces(before, max(0, first - before)):
                    yield each
                    done += each.records
            before += done


def open_source(
    source: Any,
    *,
    text: str | None = None,
    title: str | None = None,
    published: str | None = None,
    id: str | None = None,
    html: bool | None = None,
) -> Source:
    """Open an input.

    Parameters
    ----------
    source : path, glob, list of paths, frame, table, stream, or iterable of str or dict
        Docs: "What is read" in docs/corpora.md.
    text, title, published, id : str, optional
        Columns; by default those that `_input_columns.NAMES` knows.
    html : bool, optional
        Whether the texts of a table are HTML; files of HTML and WARC always are.

    Returns
    -------
    Source

    Raises
    ------
    DomainError
        There is no such file, no format of that name, or no column; the message names it.
    ImportError
        A package that the format needs isn't installed; the message says which extra brings it.
    """
    for name, column in (("text", text), ("title", title), ("published", published), ("id", id)):
        words_or_none(column, name)
    asked = Asked(text, title, published, id, html)
    if isinstance(source, str | os.PathLike):
        return Source(_of_paths(_listed(os.fspath(source)), asked, str(source)))
    if isinstance(source, list | tuple) and source and all(map(_is_path, source)):
        return Source(
            _of_paths([path for each in source for path in _listed(os.fspath(each))], asked, "the list")
        )
    return Source(_of_objects(source, asked))


def _of_objects(source: Any, asked: Asked) -> Reader:
    arrow = optional("pyarrow", "corpus")
    library = type(source).__module__.partition(".")[0]
    if isinstance(source, arrow.RecordBatch):
        return Frame(arrow.Table.from_batches([source]), asked)
    if isinstance(source, arrow.Table):
        return Frame(source, asked)
    if library == "pandas" and hasattr(source, "iloc") and hasattr(source, "columns"):
        return PandasFrame(source, asked)
    if library == "polars" and hasattr(source, "height"):
        return Frame(arrow.table(source), asked)
    if hasattr(source, "__arrow_c_stream__"):
        return Stream(arrow.RecordBatchReader.from_stream(source), asked)
    if hasattr(source, "__arrow_c_array__"):
        return Frame(arrow.Table.from_batches([arrow.record_batch(source)]), asked)
    if hasattr(source, "__iter__") and not isinstance(source, bytes | bytearray | dict):
        return Values(source, asked)
    raise DomainError(
        f"articles can't be read from a {type(source).__name__}: give a path, a table or an iterable"
    )


def _of_paths(paths: list[Path], asked: Asked, told: str) -> Reader:
    files = _named(paths)
    if not files:
        raise DomainError(f"{told}: there is no file to read in it")
    pages = [file.path.suffix.lower() in PAGES for file in files]
    if all(pages):
        return Folder(files)
    if any(pages):
        odd = files[pages.index(False)]
        raise DomainError(f"{told}: pages (.txt, .html) and {odd.name} can't be read together")
    return Files(files, asked)


def _is_path(each: object) -> bool:
    """Say whether an element of a list is a path: a string is one if it is a single line that ends as a file does."""
    if isinstance(each, os.PathLike):
        return True
    return isinstance(each, str) and each == each.strip() and "\n" not in each and _is_format(Path(each))


def _is_format(path: Path) -> bool:
    return path.suffix.lower() in PAGES or _known(path) in FORMATS


def _listed(given: str) -> list[Path]:
    path = path_of(given, "source")
    if path.is_dir():
        return [each for each in _inside(path) if _readable(each)]
    if path.is_file():
        _format(path)
        return [path]
    if glob.has_magic(given):
        return [Path(each) for each in sorted(glob.glob(given, recursive=True)) if _readable(Path(each))]  # noqa: PTH207 - may be absolute
    raise DomainError(f"there is no file or folder {given!r}")


def _inside(folder: Path) -> list[Path]:
    return sorted((each for each in folder.rglob("*") if _is_file(each)), key=lambda each: each.as_posix())


def _readable(path: Path) -> bool:
    return _is_file(path) and _is_format(path)


def _is_file(path: Path) -> bool:
    """Say whether there is a file, or a link that should lead to one: that it can't be read is told then."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def _known(path: Path) -> str:
    endings = [each.lower() for each in path.suffixes]
    if len(endings) > 1 and endings[-1] in COMPRESSED and endings[-2] not in NEVER_COMPRESSED:
        return endings[-2]
    return endings[-1] if endings else ""


def _format(path: Path) -> str:
    known = _known(path)
    if not _is_format(path):
        there = ", ".join(sorted([*FORMATS, *PAGES]))
        raise DomainError(f"{path.name}: no format is known by '{known}'; those that are: {there}")
    return known


def _named(paths: list[Path]) -> list[File]:
    """Name files by the way from the folder that they share."""
    if not paths:
        return []
    shared = Path(os.path.commonpath([path.absolute().parent for path in paths]))
    return [File(path, path.absolute().relative_to(shared).as_posix()) for path in paths]
