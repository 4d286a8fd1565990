"""The folder of a corpus: a table a folder, a part a chunk, written so that a run killed at any moment can go on."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pressgauge._core import DomainError
from pressgauge._given import path_of
from pressgauge._optional import optional
from pressgauge.corpus._batches import Batch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pyarrow as pa

__all__ = ["LAST", "TABLES", "Parts"]

TABLES = Batch._fields
HEAD = "run.json"
"""What the run is: written first."""
MANIFEST = "manifest.json"
"""What the run gave: written last; where it is there, the run has ended."""
LAST = "articles"
"""The table whose part is put in place last: where it is there, the other parts of its chunk are."""
IN_ORDER = sorted(TABLES, key=lambda name: name == LAST)
OWN_TEXT = {"articles": ["text", "title", "text_sha256"], "figures": ["text"], "failures": ["message"]}
"""Columns whose words seldom come twice, which a dictionary would make no smaller."""
WRITTEN: dict[str, Any] = {
    "version": "2.6",
    "compression": "zstd",
    "compression_level": 1,
    "row_group_size": 1 << 20,
}
"""How parts are written. All of it is said, so that the same rows give the same bytes."""


class Parts:
    """The parts in a folder.

    Parameters
    ----------
    folder : path
        Where they are, or shall be.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = path_of(folder)

    @property
    def manifest(self) -> dict[str, Any] | None:
        """What the run gave; None while it has not ended."""
        return self._json(MANIFEST)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Keep other processes from writing into the folder, where the system can; an end of any kind frees it.

        Raises
        ------
        DomainError
            Another process holds it.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        if os.name != "posix":
            yield
            return
        import fcntl

        number = os.open(self.folder, os.O_RDONLY)
        try:
            try:
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise DomainError(f"another process is writing into {self.folder}") from None
            except OSError:
                pass  # Some file systems hold no locks.
            yield
        finally:
            os.close(number)

    def begin(self, head: Mapping[str, Any], resume: bool) -> int:
        """Begin or go on.

        Parameters
        ----------
        head : mapping
            What the run is: versions, options, the source's fingerprint.
        resume : bool
            Whether what is there is gone on with; else it is taken away.

        Returns
        -------
        int
            Number of the first chunk that is not there yet.

        Raises
        ------
        DomainError
            The folder holds something else, or a run that differs; the message says in what.
        """
        before = self._json(HEAD)
        if before is None:
            self._refuse_foreign()
        elif resume:
            _refuse_other(self.folder, before, json.loads(json.dumps(head)))
        else:
            self._clear()
            before = None
        if before is None:
            self._put_json(HEAD, head)
        for name in TABLES:
            (self.folder / name).mkdir(exist_ok=True)
        _sync_folder(self.folder)
        for path in self.folder.glob("*/.*.tmp"):
            path.unlink()
        return self._done()

    def put(self, number: int, tables: Mapping[str, pa.Table]) -> None:
        """Put the parts of a chunk in place, each whole or not at all, and that of `LAST` when all others are there.

        Names reach the disk in this order, too: a part of `LAST` after a loss of power means that the others are whole.
        """
        for name in IN_ORDER:
            path = self.path(name, number)
            _write(name, tables[name], _aside(path))
            _aside(path).replace(path)
            _sync_folder(path.parent)

    def end(self, told: Mapping[str, Any]) -> None:
        """Write the manifest."""
        self._put_json(MANIFEST, told)

    def check(self) -> None:
        """Compare the parts to the manifest.

        Raises
        ------
        DomainError
            One of them is not there, or of another size.
        """
        for name, part in (self.manifest or {}).get("parts", {}).items():
            path = self.folder / name
            size = path.stat().st_size if path.exists() else None
            if size != part["bytes"]:
                found = "is not there" if size is None else f"has {size} bytes, not {part['bytes']}"
                raise DomainError(f"{path} {found}: the folder is not as the run left it")

    def path(self, name: str, number: int) -> Path:
        """Return where a part is."""
        return self.folder / name / f"part-{number:05}.parquet"

    def files(self, name: str) -> list[Path]:
        """Return the parts of a table whose chunks are complete, in their order."""
        return [self.path(name, number) for number in range(self._done())]

    def told(self) -> dict[str, dict[str, int]]:
        """Return rows and size [bytes] of each part."""
        parquet = optional("pyarrow.parquet", "corpus")
        return {
            f"{name}/{path.name}": {
                "rows": parquet.read_metadata(path).num_rows,
                "bytes": path.stat().st_size,
            }
            for name in TABLES
            for path in self.files(name)
        }

    def _done(self) -> int:
        number = 0
        while all(self.path(name, number).exists() for name in TABLES):
            number += 1
        return number

    def _json(self, name: str) -> dict[str, Any] | None:
        path = self.folder / name
        if not path.exists():
            return None
        held: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return held

    def _put_json(self, name: str, held: Mapping[str, Any]) -> None:
        path = self.folder / name
        with _aside(path).open("w", encoding="utf-8") as file:
            json.dump(held, file, indent=2, ensure_ascii=False)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        _aside(path).replace(path)
        _sync_folder(self.folder)

    def _refuse_foreign(self) -> None:
        """Let a folder pass that is empty, or where a run was killed before it had begun."""
        for path in self.folder.iterdir():
            if path != _aside(self.folder / HEAD) and (path.name not in TABLES or any(path.iterdir())):
                raise DomainError(
                    f"{self.folder} is not empty and holds no run of pressgauge: choose another folder"
                )

    def _clear(self) -> None:
        """Take away a run, and nothing that is not of one.

        What says that it ended goes first, then what says that a chunk is complete, and last what says that it is a run:
        killed at any moment, this leaves a run that can be gone on with or cleared.
        """
        (self.folder / MANIFEST).unlink(missing_ok=True)
        for name in reversed(IN_ORDER):
            for pattern in ("part-*.parquet", ".part-*.parquet.tmp"):
                for path in (self.folder / name).glob(pattern):
                    path.unlink()
        (self.folder / HEAD).unlink()


def _refuse_other(folder: Path, before: dict[str, Any], now: dict[str, Any]) -> None:
    for name in {**before, **now}:
        if before.get(name) != now.get(name):
            raise DomainError(
                f"the run in {folder} has another {name}: {before.get(name)!r} there, {now.get(name)!r} here; "
                "choose another folder, or begin it anew with resume=False"
            )


def _aside(path: Path) -> Path:
    return path.with_name(f".{path.name}.tmp")


def _write(name: str, table: pa.Table, path: Path) -> None:
    parquet = optional("pyarrow.parquet", "corpus")
    dictionaries = [column for column in table.column_names if column not in OWN_TEXT.get(name, [])]
    with path.open("wb") as file:
        parquet.write_table(table, file, use_dictionary=dictionaries, **WRITTEN)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make sure that names are where the files are, where the system can."""
    if os.name != "posix":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
