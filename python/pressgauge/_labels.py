"""Labelled articles: read, checked, and put into one form."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pressgauge._core import DomainError, ParseError
from pressgauge._fields import check_keys, flag, numbers, one_of, text_or_none, texts, word
from pressgauge._given import path_of
from pressgauge.figures import Bound, Figure, Status

if TYPE_CHECKING:
    from typing import TypeAlias

Rows: TypeAlias = "str | os.PathLike[str] | Iterable[Mapping[str, Any]]"

FIGURE_KEYS = (
    "start", "end", "text", "kind", "bound", "value", "low", "high", "unit", "group",
    "status", "subset", "additional", "source", "alt", "alt_groups",
)  # fmt: skip
ARTICLE_KEYS = ("id", "text", "title", "published", "figures")
PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Label:
    """A figure as a person labels it, or as it was predicted: the fields of a label (docs/evaluation.md).

    Attributes
    ----------
    start, end : int
        Place in the text [code points], half-open.
    value : float or None
        None for ranges and vague words.
    low, high : float or None
        Ends of a range, else None.
    alt : tuple of str
        Other kinds, bounds or statuses that are accepted.
    alt_groups : tuple of str
        Other groups that are accepted.
    rule : str or None
        The rule that made a predicted figure.
    """

    start: int
    end: int
    text: str
    kind: str
    bound: str
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    group: str | None
    status: str
    subset: bool
    additional: bool
    source: str | None = None
    alt: tuple[str, ...] = ()
    alt_groups: tuple[str, ...] = ()
    rule: str | None = None

    @property
    def percent(self) -> bool:
        """Whether it is a share in percent."""
        return self.unit == PERCENT

    def to_dict(self) -> dict[str, Any]:
        """Return the label as JSON writes it."""
        row = {name: getattr(self, name) for name in FIGURE_KEYS}
        return row | {"alt": list(self.alt), "alt_groups": list(self.alt_groups)}

    def __str__(self) -> str:
        told = [self.kind, self.bound]
        if self.bound == Bound.range:
            told.append(f"{number_text(self.low)} to {number_text(self.high)}")
        elif self.value is not None:
            told.append(number_text(self.value))
        told += [self.unit or "", f"[{self.group}]" if self.group else "", self.status]
        told += [name for name in ("subset", "additional") if getattr(self, name)]
        return " ".join(filter(None, told))


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article with its labels, and where it was found."""

    id: str
    text: str
    title: str | None
    published: str | None
    figures: tuple[Label, ...]
    where: str


def number_text(value: float | None) -> str:
    """Return a number as people write it."""
    return "none" if value is None else f"{value:.12g}"


def name_of(source: Any, name: str) -> str:
    """Return what messages call a source: the name of its file, if it is one."""
    return Path(source).name if isinstance(source, (str, os.PathLike)) else name


def rows_of(source: Rows, name: str) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the rows of a file of JSON lines, or of a sequence, each with where it stands.

    Raises
    ------
    ParseError
        A line is not JSON.
    DomainError
        A row is no object, has no id, or the id of another row.
    """
    if isinstance(source, (str, os.PathLike)):
        found = _lines(path_of(source, name))
    elif isinstance(source, Mapping):
        raise TypeError(
            f"{name} must be a path or rows, one for each article, not one {type(source).__name__}"
        )
    else:
        found = [(f"{name}[{at}]", row) for at, row in enumerate(source)]
    seen: dict[str, str] = {}
    for where, row in found:
        if not isinstance(row, Mapping):
            raise DomainError(f"{where} must be an object with id and text, not {row!r:.60}")
        key = row.get("id")
        if not isinstance(key, str) or not key:
            raise DomainError(f"{where}: id must be a word that is the article's alone, not {key!r:.60}")
        if key in seen:
            raise DomainError(f"{where}: id {key!r} stands already in {seen[key]}")
        seen[key] = where
    return [(f"{where}, article {row['id']!r}", row) for where, row in found]


def labelled_articles(source: Rows, name: str, kinds: Iterable[str]) -> list[LabelledArticle]:
    """Return articles with their labels, all of them checked; see `Evaluation`.

    Raises
    ------
    ParseError, DomainError
        An article or a label can't be read: the message says where, which field, and what it holds.
    """
    known = tuple(kinds)
    made = []
    for where, row in rows_of(source, name):
        text = article_text(row, where)
        for key in ("title", "published"):
            text_or_none(row, key, where)
        figures = row.get("figures")
        if not isinstance(figures, Sequence) or isinstance(figures, str):
            raise DomainError(
                f"{where}: figures must be a list, empty where there are none, not {figures!r:.60}"
            )
        labels = [label_of(f, text, known, f"{where}, figure {at}") for at, f in enumerate(figures)]
        made.append(
            LabelledArticle(row["id"], text, row.get("title"), row.get("published"), tuple(labels), where)
        )
    if not made:
        raise DomainError(f"{name_of(source, name)} holds no article")
    return made


def article_text(row: Mapping[str, Any], where: str) -> str:
    """Return the text of an article."""
    text = row.get("text")
    if not isinstance(text, str):
        raise DomainError(f"{where}: text must be a string, not {text!r:.60}")
    check_keys(row, ARTICLE_KEYS, where)
    return text


def label_of(row: Any, text: str, kinds: tuple[str, ...], where: str) -> Label:
    """Return a label, checked against the text and the names in use."""
    if isinstance(row, Figure):
        return label_of_figure(row)
    if not isinstance(row, Mapping):
        raise DomainError(
            f"{where} must be an object with start, end, kind, bound and value, not {row!r:.60}"
        )
    check_keys(row, FIGURE_KEYS, where)
    start, end = _place(row, text, where)
    bound = word(row, "bound", [b.value for b in Bound], where)
    value, low, high = numbers(row, bound, where)
    accepted = [*kinds, *(b.value for b in Bound), *(s.value for s in Status)]
    return Label(
        start=start,
        end=end,
        text=text[start:end],
        kind=word(row, "kind", kinds, where),
        bound=bound,
        value=value,
        low=low,
        high=high,
        unit=text_or_none(row, "unit", where),
        group=text_or_none(row, "group", where),
        status=word({"status": Status.asserted, **row}, "status", [s.value for s in Status], where),
        subset=flag(row, "subset", where),
        additional=flag(row, "additional", where),
        source=text_or_none(row, "source", where),
        alt=tuple(one_of(each, "alt", accepted, where) for each in texts(row, "alt", where)),
        alt_groups=texts(row, "alt_groups", where),
        rule=text_or_none(row, "rule", where),
    )


def label_of_figure(figure: Figure) -> Label:
    """Return a figure that pressgauge read as a label: ends only of ranges."""
    ranged = figure.bound is Bound.range
    return Label(
        start=figure.start,
        end=figure.end,
        text=figure.text,
        kind=figure.kind,
        bound=figure.bound.value,
        value=figure.value,
        low=figure.low if ranged else None,
        high=figure.high if ranged else None,
        unit=figure.unit or None,
        group=figure.group,
        status=figure.status.value,
        subset=figure.subset,
        additional=figure.additional,
        source=figure.source,
        rule=figure.rule,
    )


def _lines(path: Path) -> list[tuple[str, Any]]:
    rows = []
    offset = 0
    for at, line in enumerate(path.read_bytes().splitlines(keepends=True), start=1):
        where = f"{path.name}, line {at}"
        try:
            if line.strip():
                rows.append((where, json.loads(line.decode("utf-8-sig" if at == 1 else "utf-8"))))
        except UnicodeDecodeError as error:
            raise _unread(
                f"{where}: not UTF-8: byte 0x{line[error.start]:02x}", offset + error.start
            ) from None
        except json.JSONDecodeError as error:
            message = f"{where}, column {error.colno}: not JSON: {error.msg}: {error.doc.strip()!r:.60}"
            rest = len(error.doc[error.pos :].encode())
            raise _unread(message, offset + len(line) - rest) from None
        offset += len(line)
    return rows


def _unread(message: str, offset: int) -> ParseError:
    problem = ParseError(message)
    problem.offset = offset
    return problem


def _place(row: Mapping[str, Any], text: str, where: str) -> tuple[int, int]:
    """Return where a label stands; words that stand in the text only once need no start and end."""
    words = text_or_none(row, "text", where)
    if row.get("start") is None and row.get("end") is None and words:
        return _found(words, text, where)
    for key in ("start", "end"):
        if not isinstance(row.get(key), int) or isinstance(row[key], bool):
            raise DomainError(f"{where}: {key} must be a whole number, not {row.get(key)!r:.60}")
    start, end = row["start"], row["end"]
    if not 0 <= start < end <= len(text):
        raise DomainError(
            f"{where}: start {start} and end {end} are no place in a text of {len(text)} characters"
        )
    if words is not None and words != text[start:end]:
        raise DomainError(
            f"{where}: text is {words!r:.60}, but from {start} to {end} stands {text[start:end]!r:.60}"
        )
    return start, end


def _found(words: str, text: str, where: str) -> tuple[int, int]:
    start = text.find(words)
    if start < 0:
        raise DomainError(f"{where}: text is {words!r:.60}, which stands nowhere in the article")
    again = text.find(words, start + 1)
    if again >= 0:
        raise DomainError(
            f"{where}: text is {words!r:.60}, which stands at {start}, {again} and maybe elsewhere: give start and end"
        )
    return start, start + len(words)
