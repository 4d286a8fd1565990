"""The command ``pressgauge evaluate``."""

from __future__ import annotations

import argparse
import json
import sys
import time
from typing import TYPE_CHECKING, Any

from pressgauge._arguments import add_command, whole_number
from pressgauge._core import Error

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressgauge._differences import Differences
    from pressgauge._evaluation import Agreement, Evaluation
    from pressgauge._labels import LabelledArticle
    from pressgauge.articles import Gauge, Reading

_EXAMPLES = """examples:
  pressgauge evaluate labels.jsonl                       the score of pressgauge on your labels
  pressgauge evaluate labels.jsonl --errors 20           and the first twenty errors, with their words and rules
  pressgauge evaluate labels.jsonl --predicted other.jsonl   the score of figures made elsewhere
  pressgauge evaluate anna.jsonl --against ben.jsonl     how far two coders agree

A line of LABELS is an article: {"id": "a1", "text": "At least 12 died.", "figures": [{"text": "At least 12",
"kind": "killed", "bound": "at_least", "value": 12, "group": null}]}; docs/evaluation.md tells all of it.
"""
_PATIENCE = 2.0
"""Seconds before a long run says how far it is."""
_PAUSE = 0.5
"""Seconds between two words of it."""


def add_evaluate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the command line."""
    evaluate = add_command(
        commands,
        "evaluate",
        help="score figures on articles that you labelled, or compare two coders",
        description="Score pressgauge on articles that you labelled, by level and kind, with intervals.",
        examples=_EXAMPLES,
    )
    evaluate.add_argument("labels", metavar="LABELS", help="labelled articles, one JSON object a line")
    other = evaluate.add_mutually_exclusive_group()
    other.add_argument(
        "--against", metavar="OTHER", help="labels of a second coder: agreement in place of a score"
    )
    other.add_argument(
        "--predicted", metavar="FILE", help="figures made elsewhere: id and figures, one object a line"
    )
    evaluate.add_argument("--json", action="store_true", help="one JSON document")
    evaluate.add_argument(
        "--errors", type=whole_number(0), default=0, metavar="N", help="show up to N errors or disagreements"
    )


def evaluate_command(options: argparse.Namespace) -> str:
    """Return what the command shows.

    Raises
    ------
    Error, OSError
        A file can't be read.
    """
    from pressgauge.evaluation import agreement

    if options.against:
        both = agreement(options.labels, options.against)
        return _told(both, both.disagreements, options, ("first", "second"))
    made = _scored(options.labels, options.predicted)
    return _told(made, made.errors, options, ("label", "predicted"))


def _told(
    made: Evaluation | Agreement, found: Differences, options: argparse.Namespace, names: tuple[str, str]
) -> str:
    shown = found[: options.errors]
    if options.json:
        data: dict[str, Any] = made.to_dict()
        if options.errors:
            data["differences"] = [each.to_dict() for each in shown]
        return json.dumps(data, ensure_ascii=False, allow_nan=False)
    blocks = [str(made), *("\n".join(each.lines(*names)) for each in shown)]
    if len(found) > len(shown):
        what = "Disagreements" if options.against else "Errors"
        blocks.append(f"{what} not shown: {len(found) - len(shown):,} of {len(found):,} (--errors N shows N)")
    return "\n\n".join(blocks)


def _scored(labels: str, predicted: str | None) -> Evaluation:
    from pressgauge._bootstrap import Bootstrap
    from pressgauge._labels import labelled_articles
    from pressgauge.articles import default_gauge
    from pressgauge.evaluation import evaluate, evaluated

    if predicted:
        return evaluate(labels, predicted)
    # The same as evaluate(labels), with a word on how far it is.
    reader = default_gauge()
    articles = labelled_articles(labels, "labels", reader.kinds)
    return evaluated(articles, _readings(articles, reader), reader, Bootstrap())


def _readings(articles: Sequence[LabelledArticle], reader: Gauge) -> dict[str, Reading]:
    """Return the articles as pressgauge reads them, and say how far it is where that takes long."""
    made = {}
    for each, _ in zip(articles, _progress(len(articles)), strict=True):
        try:
            made[each.id] = reader.read(each.text, each.title, each.published)
        except Error as error:
            raise type(error)(f"{each.where}: {error}") from error
    return made


def _progress(total: int) -> Iterator[int]:
    """Yield numbers of articles; on a terminal, say after a while which one is read."""
    last = time.monotonic() + _PATIENCE
    said = False
    for at in range(total):
        yield at
        if sys.stderr.isatty() and time.monotonic() - last > _PAUSE:
            last, said = time.monotonic(), True
            _say(f"\rread {at + 1:,} of {total:,} articles")
    if said:
        _say("\r\x1b[K")


def _say(words: str) -> None:
    sys.stderr.write(words)
    sys.stderr.flush()
