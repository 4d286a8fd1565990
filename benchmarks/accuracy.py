"""Scores the figures, and those of simple baselines, on the labelled articles beside the repository: docs/accuracy.md."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import baselines
import pages

import pressgauge as pg

LABELS = pages.ROOT.parent / "shared" / "figures"
# Only sets that may be studied.
SETS = {"seed": "the first article", "dev": "development articles"}


def run(file: str, *options: str) -> dict[str, Any]:
    """Return what the labels' own score says of a file."""
    command = [sys.executable, str(LABELS / "score.py"), str(LABELS / file), *options]
    return dict(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def run_baseline(name: str, file: str) -> dict[str, Any]:
    """Return what the labels' own score says of a baseline's figures: aggregates alone."""
    lines = (LABELS / file).read_text(encoding="utf-8").splitlines()
    articles = [{key: row[key] for key in ("id", "text")} for row in map(json.loads, lines)]
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        pg.evaluation.write_rows(baselines.predictions(name, articles), predicted)
        return run(file, "--json", "--predicted", str(predicted))


def f1(table: dict[str, Any], scope: str, level: str) -> str:
    """Return an F1 with its interval."""
    row = table[scope][level]
    return f"{row['f1']:.3f} [{row['f1_low']:.3f}, {row['f1_high']:.3f}]"


def peer_rows() -> list[list[str]]:
    """Return the rows of pressgauge and the baselines on the development articles."""
    tables = {"pressgauge": run("dev.jsonl", "--json")}
    tables |= {
        f"{name} ({baselines.version(name)})": run_baseline(name, "dev.jsonl") for name in baselines.BASELINES
    }
    return [
        [
            name,
            *(f1(table, "event", level) for level in ("value", "full")),
            f1(table, "all", "value"),
            f"{table['macro_value_f1']:.3f}",
        ]
        for name, table in tables.items()
    ]


def kind_rows() -> list[list[str]]:
    """Return the rows of the kinds on the development articles, by pressgauge's own score, which is the labels' own."""
    made = pg.evaluate(LABELS / "dev.jsonl")
    return [
        [
            kind,
            f"{value.f1:.3f}",
            "" if value.interval is None else f"[{value.interval.low:.3f}, {value.interval.high:.3f}]",
            f"{value.precision:.3f}",
            f"{value.recall:.3f}",
            f"{scores['full'].f1:.3f}",
            str(value.labelled),
        ]
        for kind, scores in made.by_kind.items()
        for value in (scores["value"],)
    ]


def rows_of(name: str) -> list[list[str]]:
    """Return the rows of a set of labels."""
    table = run(f"{name}.jsonl", "--json")
    return [
        [
            f"{SETS[name]} ({table['articles']})",
            "events" if scope == "event" else "all",
            level,
            *(f"{row[key]:.3f}" for key in ("precision", "recall", "f1")),
            f"[{row['f1_low']:.3f}, {row['f1_high']:.3f}]",
            f"{row['gold']:.0f}",
        ]
        for scope in ("event", "all")
        for level, row in table[scope].items()
    ]


def run_ends_apart(file: str) -> dict[str, Any]:
    """Return the score of a model whose intervals (`[10,20]`) have a blank between their ends.

    Without it the score takes the ends for one number with a thousands separator.
    """
    cases = json.loads((LABELS / file).read_text(encoding="utf-8-sig"))
    for result in (result for case in cases for result in case["Results"]):
        value = str((result.get("Resolution") or {}).get("value", ""))
        if value[:1] in {"[", "("}:
            result["Resolution"]["value"] = value.replace(",", ", ")
    with tempfile.TemporaryDirectory() as folder:
        apart = Path(folder) / "apart.json"
        apart.write_text(json.dumps(cases), encoding="utf-8")
        return run(str(apart), "--recognizers")


def forms() -> list[list[str]]:
    """Return the rows of short phrases and number forms: the floor."""
    phrases = run("constructions.jsonl", "--phrases")
    rows = [["constructions", f"F1 {phrases['f1']:.3f}, without figures left alone: {phrases['left_alone']}"]]
    for model in ("Number", "NumberRange", "Percent"):
        cases = run(f"recognizers/{model}Model.json", "--recognizers")
        rows.append([f"Recognizers-Text, {model}", f"{cases['right']} of {cases['cases']}"])
    apart = run_ends_apart("recognizers/NumberRangeModel.json")
    rows.append(
        ["Recognizers-Text, NumberRange, both ends read apart", f"{apart['right']} of {apart['cases']}"]
    )
    return rows


def check_row(version: str, table: dict[str, Any]) -> str:
    """Return a row of the log of the articles that nobody reads: their score alone, never their errors."""
    columns = (("event", "value"), ("event", "full"), ("all", "value"), ("event", "span"))
    cells = [dt.date.today().isoformat(), version, *(f1(table, *each) for each in columns)]
    return f"| {' | '.join([*cells, format(table['macro_value_f1'], '.3f')])} |\n"


def log_check() -> None:
    """Add pressgauge's score to the log, and that of each version of a baseline once."""
    rules = pg.articles.default_gauge().rules_version[:8]
    pages.append(
        "accuracy.md", "check", check_row(f"{pg.__version__}, rules {rules}", run("check.jsonl", "--json"))
    )
    logged = (
        (pages.ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8").split("<!-- begin check -->")[1]
    )
    for name in baselines.BASELINES:
        version = f"baseline: {baselines.version(name)}"
        if f"| {version} |" not in logged.split("<!-- end check -->")[0]:
            pages.append("accuracy.md", "check", check_row(version, run_baseline(name, "check.jsonl")))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--log-check", action="store_true", help="add a row to the log of the articles nobody reads"
    )
    options = parser.parse_args()
    if not LABELS.exists():
        sys.exit(f"{LABELS} is not there: docs/accuracy.md stays as it is")
    header = ["articles", "kinds", "level", "precision", "recall", "F1", "95 % interval of F1", "labels"]
    made = pages.table(header, [row for name in SETS for row in rows_of(name)])
    floor = pages.table(["set", "right"], forms())
    peers = pages.table(
        ["reader", "value F1, events", "full F1, events", "value F1, all", "mean over kinds"], peer_rows()
    )
    kinds = pages.table(
        ["kind", "value F1", "95 % interval", "precision", "recall", "full F1", "labels"], kind_rows()
    )
    print(made, peers, kinds, floor, sep="\n")
    pages.put("accuracy.md", "figures", made)
    pages.put("accuracy.md", "peers", peers)
    pages.put("accuracy.md", "kinds", kinds)
    pages.put("accuracy.md", "forms", floor)
    if options.log_check:
        log_check()
