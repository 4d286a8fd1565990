"""What an evaluation and an agreement hold, and how they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from pressgauge._optional import optional
from pressgauge._parts import Part
from pressgauge._plain import WIDTH, counted, table
from pressgauge._reliability import ends, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from pressgauge._bootstrap import Bootstrap
    from pressgauge._differences import Differences
    from pressgauge._reliability import Reliability
    from pressgauge._scores import Score, Scores

_NUMBERS = frozenset(
    {
        "precision",
        "recall",
        "F1",
        "hits",
        "labelled",
        "predicted",
        "first",
        "second",
        "alpha",
        "equal",
        "pairs",
    }
)


class _Shown:
    """Tables for the terminal and for a notebook."""

    __slots__ = ()

    def _title(self) -> str:
        raise NotImplementedError

    def _parts(self) -> Iterator[Part]:
        raise NotImplementedError

    def __str__(self) -> str:
        return "\n\n".join([self._title(), *(table(part, WIDTH) for part in self._parts())])

    def _repr_html_(self) -> str:
        return f"<div><p>{escape(self._title())}</p>{''.join(map(_html_table, self._parts()))}</div>"


@dataclass(frozen=True, repr=False)
class Evaluation(_Shown):
    """How well figures agree with labels.

    Attributes
    ----------
    articles, figures : int
        How many were labelled.
    event, all : dict of str to Score
        By level, kind, value, span and full, over the kinds that count events and over all kinds.
    by_kind : dict of str to dict of str to Score
        The same for each kind that was labelled or predicted.
    macro_value_f1 : float or None
        Mean of the value F1 of the event kinds with five labels or more; None where there is none.
    errors : Differences
        What was missed, invented or read otherwise than labelled, beyond the span.
    bootstrap : Bootstrap
        How the intervals were made.
    versions : dict of str to str
        Of pressgauge, and of the rules where it read the articles.
    """

    articles: int
    figures: int
    event: Scores
    all: Scores
    by_kind: Mapping[str, Scores]
    macro_value_f1: float | None
    errors: Differences
    bootstrap: Bootstrap
    versions: Mapping[str, str]

    def to_dict(self) -> dict[str, Any]:
        """Return the scores as plain data (docs/schema.md); `errors` are apart."""
        return {
            **self.versions,
            "articles": self.articles,
            "figures": self.figures,
            "event": _plain(self.event),
            "all": _plain(self.all),
            "by_kind": {kind: _plain(each) for kind, each in self.by_kind.items()},
            "macro_value_f1": self.macro_value_f1,
            "errors": len(self.errors),
            **_drawn(self.bootstrap),
        }

    def to_pandas(self) -> pd.DataFrame:
        """Return one row for each level of the event kinds, of all kinds and of each kind; needs pandas."""
        groups = {"event": self.event, "all": self.all, **self.by_kind}
        rows = [
            {"kinds": kinds, "level": level, **score.to_dict()}
            for kinds, scores in groups.items()
            for level, score in scores.items()
        ]
        frame: pd.DataFrame = optional("pandas", "tables").DataFrame(rows)
        return frame

    def _title(self) -> str:
        told = [counted(self.articles, "article"), f"{counted(self.figures, 'figure')} labelled"]
        if self.macro_value_f1 is not None:
            told.append(f"value F1 averaged over event kinds {self.macro_value_f1:.3f}")
        return ", ".join(told)

    def _parts(self) -> Iterator[Part]:
        headings = (
            "kinds",
            "level",
            "F1",
            "interval",
            "precision",
            "recall",
            "hits",
            "labelled",
            "predicted",
        )
        rows = [
            (kinds, level, *_cells(score))
            for kinds, scores in (("event", self.event), ("all", self.all))
            for level, score in scores.items()
        ]
        yield Part("Score", headings, tuple(rows), _NUMBERS)
        rows = [(kind, "value", *_cells(scores["value"])) for kind, scores in self.by_kind.items()]
        yield Part("By kind", headings, tuple(rows), _NUMBERS)

    def __repr__(self) -> str:
        value, full = self.event["value"], self.event["full"]
        return f"<Evaluation of {counted(self.articles, 'article')}: event kinds, value F1 {value.f1:.3f}, full F1 {full.f1:.3f}>"


@dataclass(frozen=True, repr=False)
class Agreement(_Shown):
    """How far two coders of the same articles agree.

    Attributes
    ----------
    articles : int
        How many both coded.
    figures : tuple of int
        How many each labelled.
    event, all : dict of str to Score
        By level, as of an `Evaluation`; neither coder measures the other, so only F1 tells something.
    alpha : dict of str to Reliability
        By field: kind, bound, value, status, subset, additional, group.
    disagreements : Differences
        Where they differ: `label` is what the first says, `predicted` what the second does.
    bootstrap : Bootstrap
        How the intervals were made.
    """

    articles: int
    figures: tuple[int, int]
    event: Scores
    all: Scores
    alpha: Mapping[str, Reliability]
    disagreements: Differences
    bootstrap: Bootstrap

    def to_dict(self) -> dict[str, Any]:
        """Return F1 and alpha as plain data (docs/schema.md); `disagreements` are apart."""
        return {
            "articles": self.articles,
            "figures": list(self.figures),
            "event": _plain(self.event),
            "all": _plain(self.all),
            "alpha": {field: each.to_dict() for field, each in self.alpha.items()},
            "disagreements": len(self.disagreements),
            **_drawn(self.bootstrap),
        }

    def to_pandas(self) -> pd.DataFrame:
        """Return one row for each field: alpha, its interval, share of equal codes and pairs; needs pandas."""
        rows = [{"field": field, **each.to_dict()} for field, each in self.alpha.items()]
        frame: pd.DataFrame = optional("pandas", "tables").DataFrame(rows)
        return frame

    def _title(self) -> str:
        first, second = self.figures
        return f"{counted(self.articles, 'article')} by two coders, {first:,} and {second:,} figures labelled"

    def _parts(self) -> Iterator[Part]:
        headings: tuple[str, ...] = ("kinds", "level", "F1", "interval", "hits", "first", "second")
        rows: list[tuple[str, ...]] = [
            (kinds, level, f"{s.f1:.3f}", ends(s.interval), str(s.hits), str(s.labelled), str(s.predicted))
            for kinds, scores in (("event", self.event), ("all", self.all))
            for level, s in scores.items()
        ]
        yield Part("Figures that both have", headings, tuple(rows), _NUMBERS)
        headings = ("field", "alpha", "interval", "equal", "pairs", "metric")
        rows = [
            (field, told(r.alpha), ends(r.interval), told(r.equal), str(r.pairs), r.metric)
            for field, r in self.alpha.items()
        ]
        yield Part("Krippendorff's alpha of their fields", headings, tuple(rows), _NUMBERS)

    def __repr__(self) -> str:
        value, kind = self.all["value"], self.alpha["kind"]
        return f"<Agreement on {counted(self.articles, 'article')}: value F1 {value.f1:.3f}, alpha of kinds {told(kind.alpha)}>"


def _plain(scores: Scores) -> dict[str, Any]:
    return {level: score.to_dict() for level, score in scores.items()}


def _drawn(bootstrap: Bootstrap) -> dict[str, Any]:
    return {name: getattr(bootstrap, name) for name in ("confidence", "resamples", "seed")}


def _cells(score: Score) -> tuple[str, ...]:
    rates = (f"{score.precision:.3f}", f"{score.recall:.3f}")
    counts = map(str, (score.hits, score.labelled, score.predicted))
    return (f"{score.f1:.3f}", ends(score.interval), *rates, *counts)


def _html_table(part: Part) -> str:
    head = "".join(f"<th>{escape(each)}</th>" for each in part.headings)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in part.rows)
    return f"<table><caption>{escape(part.title)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
