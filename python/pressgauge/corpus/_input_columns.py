"""Which column holds the texts, and which the titles, the days and the ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgauge._core import DomainError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["NAMES", "Asked", "Columns", "found"]

NAMES = {
    "text": ("text", "body", "content", "article", "full_text", "fulltext", "maintext"),
    "title": ("title", "headline"),
    "published": (
        "published", "date", "published_at", "publish_date", "pub_date", "date_publish", "timestamp",
    ),
    "id": ("id", "article_id", "doc_id", "url", "uri"),
}  # fmt: skip
"""Names by which a column is known, whatever their case; the first that is there is used, but texts must have one alone."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Columns that the caller named, and whether their texts are HTML."""

    text: str | None = None
    title: str | None = None
    published: str | None = None
    id: str | None = None
    html: bool | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that are read."""

    text: str
    title: str | None
    published: str | None
    id: str | None

    @property
    def roles(self) -> dict[str, str]:
        """The name of each column that is there."""
        given = {"text": self.text, "title": self.title, "published": self.published, "id": self.id}
        return {role: name for role, name in given.items() if name is not None}

    @property
    def names(self) -> list[str]:
        """Each name once."""
        return list(dict.fromkeys(self.roles.values()))


def found(asked: Asked, names: Iterable[str], where: str) -> Columns:
    """Return the columns to read.

    Raises
    ------
    DomainError
        A column that was asked for isn't there; none, or several, could be the texts.
    """
    there = list(names)
    text = _given(asked.text, there, where) or _only_text(there, where)
    others = {
        role: _given(getattr(asked, role), there, where) or next(iter(_known(role, there)), None)
        for role in ("title", "published", "id")
    }
    made = Columns(text, others["title"], others["published"], others["id"])
    for name in made.names:
        if there.count(name) > 1:
            raise DomainError(f"column '{name}' of {where} is there {there.count(name)} times")
    return made


def _given(name: str | None, there: list[str], where: str) -> str | None:
    if name is not None and name not in there:
        raise DomainError(f"{where} has no column '{name}'; its columns are {_listed(there)}")
    return name


def _only_text(there: list[str], where: str) -> str:
    texts = _known("text", there)
    if not texts:
        raise DomainError(
            f"no column of {where} is known to hold texts; name it by text=: its columns are {_listed(there)}"
        )
    if len(texts) > 1:
        raise DomainError(
            f"several columns of {where} could hold the texts; name one by text=: {_listed(texts)}"
        )
    return texts[0]


def _known(role: str, there: list[str]) -> list[str]:
    lower = [name.lower() for name in there]
    return [there[lower.index(name)] for name in NAMES[role] if name in lower]


def _listed(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names) if names else "none"
