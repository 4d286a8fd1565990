"""Why each figure was read as it was, why other numbers were left alone, and which words made the tone."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from pressgauge._parts import figure_title
from pressgauge._plain import WIDTH, shown
from pressgauge._tone import tone_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressgauge.articles import Reading
    from pressgauge.figures import Figure

READ = ("headline", "dateline", "body")
"""Kinds of sections in which figures are read."""
AROUND = 80
"""Characters of a sentence shown on either side of a figure."""


def explanation(reading: Reading, *, width: int = WIDTH) -> str:
    """Return for each figure its rule and the words that made it, for each number left alone the reason, and the tone's words."""
    rules = rule_lines(reading)
    blocks = [_figure(reading, rules, figure, width) for figure in reading.figures]
    for title, lines in (("Left alone", _left_alone(reading)), ("Not read for figures", _unread(reading))):
        told = list(lines)
        if told:
            blocks.append("\n".join([title, *told]))
    blocks = blocks or ["No numbers."]
    if reading.sentiment.contributions or reading.sentiment.excluded:
        blocks.append(f"Tone: {reading.sentiment.explain(width=width)}")
    return "\n\n".join(blocks)


def explanation_data(reading: Reading) -> dict[str, Any]:
    """Return the same as plain data (docs/schema.md)."""
    from pressgauge.articles import SCHEMA_VERSION, text_sha256

    rules = rule_lines(reading)
    head = {"schema_version": SCHEMA_VERSION, **reading.versions, "text_sha256": text_sha256(reading.text)}
    return head | {
        "figures": [_figure_data(reading, rules, figure) for figure in reading.figures],
        "left_alone": [
            _place(reading, each.start, each.end) | {"rule": each.rule, "reason": each.reason}
            for each in reading.left_alone
        ],
        "not_read": [
            _place(reading, each.start, each.end)
            | {"section": each.kind, "rule": each.rule, "reason": each.reason}
            for each in reading.document.sections
            if each.kind not in READ
        ],
        "sentiment": tone_data(reading.sentiment),
    }


def rule_lines(reading: Reading) -> dict[str, str]:
    """Return the lines of the rule files in force, by the names of the rules."""
    lines = reading.gauge._core.rules().decode("utf-8", "replace").replace("\f", "\n").splitlines()
    rows = (line.split("\t", 1) for line in lines if not line.startswith("#"))
    return {row[0]: " ".join(row[1].split()) for row in rows if len(row) == 2}


def _figure_data(reading: Reading, rules: dict[str, str], figure: Figure) -> dict[str, Any]:
    line = _line_of(rules, figure.rule)
    return {
        "number": figure.number,
        **_place(reading, figure.start, figure.end),
        "kind": figure.kind,
        "reads": figure_title(figure),
        "rule": figure.rule,
        "rule_line": f"{line}\t{rules[line]}" if line else None,
        "evidence": {field: _place(reading, *span) for field, span in figure.evidence.items()},
        "assumed": list(figure.assumed),
    }


def _place(reading: Reading, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": reading.text[start:end]}


def _figure(reading: Reading, rules: dict[str, str], figure: Figure, width: int) -> str:
    facts = {"in": _context(reading, figure), "reads": figure_title(figure)}
    line = _line_of(rules, figure.rule)
    if line:
        facts["rule file"] = f"{line}: {rules[line]}"
    for field, (start, end) in figure.evidence.items():
        facts[field] = f"“{shown(reading.text[start:end])}” [{start}, {end})"
    facts |= {field: "by default or from context, no words" for field in figure.assumed if field not in facts}
    head = f"{figure.number}  “{shown(figure.text)}” [{figure.start}, {figure.end})"
    return "\n".join([head, *(line for fact in facts.items() for line in _fact(*fact, width))])


def _context(reading: Reading, figure: Figure) -> str:
    """Return the words around a figure within its sentence, the figure in double brackets."""
    start, end = reading.document.sentences[figure.sentence][:2]
    left, right = reading.text[start : figure.start], reading.text[figure.end : end]
    begun, ended = "…" if len(left) > AROUND else "", "…" if len(right) > AROUND else ""
    return f"{begun}{left[-AROUND:]}[[{figure.text}]]{right[:AROUND]}{ended}"


def _line_of(rules: dict[str, str], rule: str) -> str:
    """Return the id of the line behind a rule: that of a frame has the name of the frame's pattern behind it."""
    while "." in rule:
        if rule in rules:
            return rule
        rule = rule.rpartition(".")[0]
    return ""


def _fact(name: str, told: str, width: int) -> list[str]:
    label = f"   {name:<10} "
    return textwrap.wrap(
        shown(told), width, initial_indent=label, subsequent_indent=" " * len(label), break_on_hyphens=False
    )


def _unread(reading: Reading) -> Iterator[str]:
    for each in reading.document.sections:
        if each.kind in READ:
            continue
        words = textwrap.shorten(shown(reading.text[each.start : each.end]), 60, placeholder=" …")
        yield f"   {each.kind} “{words}” [{each.start}, {each.end})  {shown(each.reason)} ({each.rule})"


def _left_alone(reading: Reading) -> Iterator[str]:
    for each in reading.left_alone:
        words = shown(reading.text[each.start : each.end])
        yield f"   “{words}” [{each.start}, {each.end})  {shown(each.reason)} ({each.rule})"
