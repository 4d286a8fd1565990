"""How far to trust the figures: their score on your own labels, the agreement of two coders, and what to label.

What to use when: `sample_articles` to choose what to label, `label_template` for rows that a person corrects,
`evaluate` for the score of pressgauge, or of anything else, on them; `agreement` where two people labelled the same
articles, which says how well anyone can do. docs/evaluation.md goes through all of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from pressgauge import _core
from pressgauge._alpha import krippendorff_alpha
from pressgauge._bootstrap import Bootstrap
from pressgauge._differences import Difference, Differences, differences
from pressgauge._evaluation import Agreement, Evaluation
from pressgauge._gauge import gauge_of
from pressgauge._given import expect, expect_flag, path_of, whole
from pressgauge._labels import (
    Label,
    article_text,
    label_of,
    label_of_figure,
    labelled_articles,
    name_of,
    rows_of,
)
from pressgauge._pairs import LEVELS, either_way
from pressgauge._reliability import Reliability, reliabilities
from pressgauge._sampling import in_random_order, in_turns
from pressgauge._scores import Score, compared, scores
from pressgauge.articles import Gauge, Reading

if TYPE_CHECKING:
    import os

    from pressgauge._labels import LabelledArticle, Rows
    from pressgauge.figures import Figure, LeftAlone

    Found: TypeAlias = Reading | Sequence[Figure | Mapping[str, Any]]

__all__ = [
    "Agreement",
    "Difference",
    "Differences",
    "Evaluation",
    "Label",
    "Reliability",
    "Score",
    "agreement",
    "evaluate",
    "krippendorff_alpha",
    "label_template",
    "sample_articles",
    "write_rows",
]

FREQUENT = 5
"""Labels that a kind needs to enter the average over kinds."""


def evaluate(
    labels: Rows,
    predictions: Rows | Mapping[str, Found] | None = None,
    *,
    gauge: Gauge | None = None,
    resamples: int = 500,
    confidence: float = 0.95,
    seed: int = 0,
) -> Evaluation:
    """Score figures against labelled articles, by the score of the labelling guidelines (docs/evaluation.md).

    Parameters
    ----------
    labels : path or iterable of dict
        A file of JSON lines, or its rows: id, text, title, published and figures of each article.
    predictions : path, iterable of dict or dict, optional
        Figures made elsewhere: rows with id and figures, or a reading or figures by id. By default the articles are
        read.
    gauge : Gauge, optional
        Rules to read with, whose kinds the labels may have; by default those that pressgauge ships.
    resamples, confidence, seed : int, float, int
        Of the bootstrap over articles that makes the intervals.

    Returns
    -------
    Evaluation
        Precision, recall and F1 by level and kind, and each error.

    Raises
    ------
    OSError
        A file can't be read.
    ParseError
        A line of a file is not JSON.
    DomainError
        A label can't be read (the message names line, article, field and value), or predictions are not of these
        articles.

    Examples
    --------
    >>> text = "At least 12 people were killed, and two houses burnt down."
    >>> label = {"text": "At least 12", "kind": "killed", "bound": "at_least", "value": 12, "group": "people"}
    >>> evaluate([{"id": "a", "text": text, "figures": [label]}]).event["value"].recall
    1.0
    """
    reader = gauge_of(gauge)
    bootstrap = Bootstrap(resamples, confidence, seed)
    articles = labelled_articles(labels, "labels", reader.kinds)
    if predictions is None:
        found: Mapping[str, Found] = {each.id: _read(reader, each) for each in articles}
    else:
        found = predictions if isinstance(predictions, Mapping) else _figures_of(predictions)
        names = name_of(labels, "labels"), name_of(predictions, "predictions")
        _same_articles([each.id for each in articles], list(found), names)
    return evaluated(articles, found, reader, bootstrap)


def agreement(
    first: Rows,
    second: Rows,
    *,
    gauge: Gauge | None = None,
    resamples: int = 500,
    confidence: float = 0.95,
    seed: int = 0,
) -> Agreement:
    """Say how far two coders of the same articles agree: F1 of their figures, and Krippendorff's alpha of each field.

    Figures are paired as `evaluate` pairs them. Accepted alternatives don't count, and neither coder is the measure of
    the other: who comes first changes no F1 and no alpha. Alpha is of the pairs, so it says nothing of figures
    that one coder has alone: F1 does.

    Parameters
    ----------
    first, second : path or iterable of dict
        What each labelled, as `evaluate` takes it.
    gauge : Gauge, optional
        Whose kinds the labels may have; by default those that pressgauge ships.
    resamples, confidence, seed : int, float, int
        Of the bootstrap over articles that makes the intervals.

    Returns
    -------
    Agreement
        Alpha is nominal [1] but for value, whose metric is ratio; groups are the same where their heads are.

    Raises
    ------
    OSError
        A file can't be read.
    ParseError
        A line of a file is not JSON.
    DomainError
        A label can't be read, or the two did not label the same articles.

    References
    ----------
    .. [1] K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability.

    Examples
    --------
    >>> text = "At least 12 people were killed."
    >>> label = {"text": "At least 12", "kind": "killed", "bound": "at_least", "value": 12, "group": "people"}
    >>> one = {"id": "a", "text": text, "figures": [label]}
    >>> other = {"id": "a", "text": text, "figures": [label | {"group": "villagers"}]}
    >>> both = agreement([one], [other])
    >>> both.all["value"].f1, both.all["full"].f1
    (1.0, 0.0)
    """
    reader = gauge_of(gauge)
    bootstrap = Bootstrap(resamples, confidence, seed)
    left = labelled_articles(first, "first", reader.kinds)
    right = {each.id: each for each in labelled_articles(second, "second", reader.kinds)}
    names = name_of(first, "first"), name_of(second, "second")
    _same_articles([each.id for each in left], list(right), names)
    for each in left:
        if each.text != right[each.id].text:
            raise _core.DomainError(f"{each.where}: its text is not the one in {right[each.id].where}")
    read = [compared(_strict(each), _strict(right[each.id])) for each in left]
    weights = bootstrap.weights(len(read))
    levels = {level: either_way(same) for level, same in LEVELS.items()}
    apart = [
        difference
        for each, pair in zip(left, read, strict=True)
        for difference in differences(each.id, each.text, pair, same=levels["full"])
    ]
    return Agreement(
        articles=len(read),
        figures=(sum(len(each.labelled) for each in read), sum(len(each.predicted) for each in read)),
        event=scores(read, _is_event(reader), bootstrap, weights, levels),
        all=scores(read, lambda _kind: True, bootstrap, weights, levels),
        alpha=reliabilities(read, bootstrap, weights),
        disagreements=Differences(apart),
        bootstrap=bootstrap,
    )


def label_template(
    articles: Rows, *, prefill: bool = True, gauge: Gauge | None = None
) -> list[dict[str, Any]]:
    """Return rows to label by hand, one for each article.

    Parameters
    ----------
    articles : path or iterable of dict
        Rows with id and text, maybe title and published; other keys are kept, figures are replaced.
    prefill : bool
        Whether the figures that pressgauge reads are there to be corrected. That is faster than starting from nothing,
        but who corrects overlooks more of what was missed: for a score that you publish, label without.
    gauge : Gauge, optional
        Rules to read with; by default those that pressgauge ships.

    Returns
    -------
    list of dict
        The rows with ``figures``; `write_rows` writes them as JSON lines.

    Raises
    ------
    OSError
        A file can't be read.
    ParseError, DomainError
        A row has no id or no text, or its text can't be read.

    Examples
    --------
    >>> rows = label_template([{"id": "a", "text": "Police arrested 30 people."}])
    >>> [(f["text"], f["kind"], f["value"]) for f in rows[0]["figures"]]
    [('30', 'arrested', 30.0)]
    """
    reader = gauge_of(gauge)
    expect_flag(prefill, "prefill")
    made = []
    for where, row in rows_of(articles, "articles"):
        text = article_text(row, where)
        reading = (
            _read_row(reader, row["id"], text, row.get("title"), row.get("published")) if prefill else None
        )
        figures = [] if reading is None else [label_of_figure(each).to_dict() for each in reading.figures]
        made.append({**row, "figures": figures})
    return made


def sample_articles(
    articles: Rows, n: int, *, seed: int = 0, by_kind: bool = False, gauge: Gauge | None = None
) -> list[dict[str, Any]]:
    """Return articles drawn at random, the same ones everywhere for the same seed.

    Articles stand in the order of the SHA-256 of seed and id; the first `n` are drawn. So a larger sample holds a
    smaller one, and an article that joins the collection moves no other.

    Parameters
    ----------
    articles : path or iterable of dict
        Rows with id and text.
    n : int
        How many.
    seed : int
        Another seed draws other articles.
    by_kind : bool
        Whether the kinds of figures that pressgauge finds take turns, the rarest first, each with the next article that
        holds it, and articles without figures as one kind more. Rare kinds are then seen; but such a sample is
        no image of the collection, and scores over all kinds don't carry over to it: read those by kind.
    gauge : Gauge, optional
        Rules that find the kinds; by default those that pressgauge ships.

    Returns
    -------
    list of dict
        The rows, in the order in which they were drawn.

    Raises
    ------
    OSError
        A file can't be read.
    DomainError
        There are fewer than `n` articles, or a row has no id or no text.

    Examples
    --------
    >>> articles = [{"id": str(i), "text": f"{i} people died."} for i in range(100)]
    >>> [row["id"] for row in sample_articles(articles, 3)]
    ['87', '46', '15']
    """
    found = rows_of(articles, "articles")
    for where, row in found:
        article_text(row, where)
    rows = {str(row["id"]): dict(row) for _, row in found}
    expect_flag(by_kind, "by_kind")
    n, seed = whole(n, "n"), whole(seed, "seed")
    if n < 1:
        raise _core.DomainError(f"n must be at least 1, not {n}")
    if n > len(rows):
        raise _core.DomainError(f"n is {n}, but there are {len(rows)} articles")
    drawn = in_random_order(rows, seed)
    if by_kind:
        drawn = in_turns(drawn, {each: _kinds_of(rows[each], gauge_of(gauge)) for each in drawn})
    return [rows[each] for each in drawn[:n]]


def write_rows(rows: Iterable[Mapping[str, Any]], path: str | os.PathLike[str]) -> None:
    """Write rows as a file of JSON lines, in UTF-8.

    Raises
    ------
    DomainError
        A row holds NaN, infinity or a lone surrogate, which JSON has not.
    OSError
        The file can't be written.
    """
    lines = []
    for at, row in enumerate(rows):
        expect(row, Mapping, f"rows[{at}]")
        try:
            lines.append(json.dumps(dict(row), ensure_ascii=False, allow_nan=False) + "\n")
            lines[-1].encode()
        except ValueError as error:
            raise _core.DomainError(f"rows[{at}] can't be written as JSON: {error}") from None
    path_of(path).write_text("".join(lines), encoding="utf-8", newline="\n")


def evaluated(
    articles: Sequence[LabelledArticle], found: Mapping[str, Found], reader: Gauge, bootstrap: Bootstrap
) -> Evaluation:
    """Return the score of what was found in each labelled article."""
    read = [compared(each.figures, _predicted(found[each.id], each, reader)) for each in articles]
    wrong = [
        error
        for each, pair in zip(articles, read, strict=True)
        for error in differences(each.id, each.text, pair, _left_alone(found[each.id]))
    ]
    weights = bootstrap.weights(len(read))
    is_event = _is_event(reader)
    seen = {f.kind for each in read for f in each.labelled} | {
        k for each in read for k in each.predicted_kinds()
    }
    by_kind = {kind: scores(read, kind.__eq__, bootstrap, weights) for kind in reader.kinds if kind in seen}
    return Evaluation(
        articles=len(read),
        figures=sum(len(each.labelled) for each in read),
        event=scores(read, is_event, bootstrap, weights),
        all=scores(read, lambda _kind: True, bootstrap, weights),
        by_kind=by_kind,
        macro_value_f1=_macro([each["value"] for kind, each in by_kind.items() if is_event(kind)]),
        errors=Differences(wrong),
        bootstrap=bootstrap,
        versions=_versions(found.values(), reader),
    )


def _macro(values: Sequence[Score]) -> float | None:
    """Return the mean F1 of the kinds with labels enough."""
    frequent = [each.f1 for each in values if each.labelled >= FREQUENT]
    return sum(frequent) / len(frequent) if frequent else None


def _is_event(reader: Gauge) -> Any:
    events = {kind for kind, (_, event) in reader.kinds.items() if event}
    return events.__contains__


def _read(reader: Gauge, article: LabelledArticle) -> Reading:
    return _read_row(reader, article.id, article.text, article.title, article.published)


def _read_row(reader: Gauge, key: str, text: str, title: str | None, published: str | None) -> Reading:
    try:
        return reader.read(text, title, published)
    except _core.Error as error:
        raise type(error)(f"article {key!r}: {error}") from error


def _figures_of(predictions: Rows) -> dict[str, Found]:
    made: dict[str, Found] = {}
    for where, row in rows_of(predictions, "predictions"):
        figures = row.get("figures")
        if not isinstance(figures, Sequence) or isinstance(figures, str):
            raise _core.DomainError(
                f"{where}: figures must be a list, empty where there are none, not {figures!r:.60}"
            )
        made[row["id"]] = figures
    return made


def _predicted(found: Found, article: LabelledArticle, reader: Gauge) -> tuple[Label, ...]:
    if not isinstance(found, Reading):
        where = f"predictions, article {article.id!r}"
        kinds = tuple(reader.kinds)
        return tuple(label_of(f, article.text, kinds, f"{where}, figure {at}") for at, f in enumerate(found))
    if found.text != article.text:
        raise _core.DomainError(f"predictions, article {article.id!r}: the reading is of another text")
    return tuple(map(label_of_figure, found.figures))


def _left_alone(found: Found) -> tuple[LeftAlone, ...]:
    return found.left_alone if isinstance(found, Reading) else ()


def _versions(found: Iterable[Found], reader: Gauge) -> dict[str, str]:
    versions = {"pressgauge_version": _core.__version__}
    if all(isinstance(each, Reading) for each in found):
        versions["rules_version"] = reader.rules_version
    return versions


def _same_articles(first: list[str], second: list[str], names: tuple[str, str]) -> None:
    here, there = names if names[0] != names[1] else ("the first", "the second")
    for has, lacks, ids in ((here, there, set(first) - set(second)), (there, here, set(second) - set(first))):
        if ids:
            more = f" and {len(ids) - 1} more" if len(ids) > 1 else ""
            raise _core.DomainError(f"article {min(ids)!r}{more} of {has} is not in {lacks}")


def _strict(article: LabelledArticle) -> tuple[Label, ...]:
    """Return labels without their accepted alternatives."""
    return tuple(replace(each, alt=(), alt_groups=()) for each in article.figures)


def _kinds_of(row: Mapping[str, Any], reader: Gauge) -> set[str]:
    text = article_text(row, f"article {row['id']!r}")
    reading = _read_row(reader, row["id"], text, row.get("title"), row.get("published"))
    return {figure.kind for figure in reading.figures} or {""}
