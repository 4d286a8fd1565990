"""The folder of a corpus: a table a folder, a part a chunk, written so that a run killed at any moment can go on."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pressgauge._core import DomainError
from pressgauge._optional import optional
from pressgauge.corpus._batches import Batch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pyarrow as pa

__all__ = ["TABLES", "Parts"]

TABLES = Batch._fields
HEAD = "run.json"
"""What the run is: written first."""
MANIFEST = "manifest.json"
"""What the run gave: written last; where it is there, the run has ended."""
LAST = "articles"
"""The table whose part is put in place last: where it is there, the other parts of its chunk are."""


class Parts:
    """The parts in a folder.

    Parameters
    ----------
    folder : path
        Where they are, or shall be.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = Path(folder)

    @property
    def manifest(self) -> dict[str, Any] | None:
        """What the run gave; None while it has not ended."""
        return self._json(MANIFEST)

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
        self.folder.mkdir(parents=True, exist_ok=True)
        before = self._json(HEAD)
        if before is None and any(self.folder.iterdir()):
            raise DomainError(
                f"{self.folder} is not empty and holds no run of pressgauge: choose another folder"
            )
        if before is not None and not resume:
            self._clear()
            before = None
        if before is None:
            for name in TABLES:
                (self.folder / name).mkdir(exist_ok=True)
            self._put_json(HEAD, head)
        else:
            _refuse_other(self.folder, before, dict(head))
        for path in self.folder.glob("*/.*.tmp"):
            path.unlink()
        return self._done()

    def put(self, number: int, tables: Mapping[str, pa.Table]) -> None:
        """Put the parts of a chunk in place, each whole or not at all, and that of `LAST` when all others are there."""
        parquet = optional("pyarrow.parquet", "corpus")
        for name in sorted(TABLES, key=lambda name: name == LAST):
            path = self.path(name, number)
            aside = path.with_name(f".{path.name}.tmp")
            with aside.open("wb") as file:
                parquet.write_table(tables[name], file, compression="zstd")
                _sync(file.fileno())
            aside.replace(path)
            _sync_folder(path.parent)

    def end(self, told: Mapping[str, Any]) -> None:
        """Write the manifest."""
        self._put_json(MANIFEST, told)

    def path(self, name: str, number: int) -> Path:
        """Return where a part is."""
        return self.folder / name / f"part-{number:05}.parquet"

    def files(self, name: str) -> list[Path]:
        """Return the parts of a table whose chunks are complete, in their order."""
        return [self.path(name, number) for number in range(self._done())]

    def rows(self) -> dict[str, int]:
        """Return how many rows each table has."""
        parquet = optional("pyarrow.parquet", "corpus")
        return {
            name: sum(parquet.read_metadata(path).num_rows for path in self.files(name)) for name in TABLES
        }

    def sizes(self) -> Iterator[tuple[str, int]]:
        """Yield name and size [bytes] of each part."""
        for name in TABLES:
            for path in self.files(name):
                yield f"{name}/{path.name}", path.stat().st_size

    def _done(self) -> int:
        number = 0
        while self.path(LAST, number).exists():
            number += 1
        return number

    def _json(self, name: str) -> dict[str, Any] | None:
        path = self.folder / name
        if not path.exists():
            return None
        held: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return held

    def _put_json(self, name: str, held: Mapping[str, Any]) -> None:
        aside = self.folder / f".{name}.tmp"
        with aside.open("w", encoding="utf-8") as file:
            json.dump(held, file, indent=2, ensure_ascii=False)
            file.write("\n")
            file.flush()
            _sync(file.fileno())
        aside.replace(self.folder / name)
        _sync_folder(self.folder)

    def _clear(self) -> None:
        """Take away a run, and nothing that is not of one: what says that it ended first, its parts' end last."""
        (self.folder / MANIFEST).unlink(missing_ok=True)
        for name in sorted(TABLES, key=lambda name: name != LAST):
            for path in (self.folder / name).glob("*part-*.parquet*"):
                path.unlink()
        (self.folder / HEAD).unlink()


def _refuse_other(folder: Path, before: dict[str, Any], now: dict[str, Any]) -> None:
    for name in {**before, **now}:
        if before.get(name) != now.get(name):
            raise DomainError(
                f"the run in {folder} has another {name}: {before.get(name)!r}, not {now.get(name)!r}; "
                "choose another folder, or begin it anew with resume=False"
            )


def _sync(number: int) -> None:
    os.fsync(number)


def _sync_folder(folder: Path) -> None:
    """Make sure that names are where the files are, where the system can."""
    if os.name != "posix":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
