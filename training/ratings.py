# SPDX-License-Identifier: MIT
"""Rated texts as the lexicon is trained on them: words with the factors that modifiers give them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "cpp/pressgauge/sentiment/data"

# Files of a set, and its weight in training.
SETS = {
    "nyt": (("nyt_dev",), 2.0),
    "mtsc": (("mtsc_train", "mtsc_rw_dev", "mtsc_mt_dev"), 1.0),
    "movie": (("movie",), 0.3),
    "amazon": (("amazon",), 0.2),
}
CLAUSE_MARKS = set(',;:.!?()[]"…–—')  # end the reach of a modifier (rules.cpp: kClauseMarks)

# As text::tokenize reads words, as nearly as one expression can.
TOKEN = re.compile(r"[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*|'s\b|\d[\d.,]*|[^\w\s]", re.IGNORECASE)
PLAIN = str.maketrans("’‘“”", "''\"\"")


@dataclass
class Text:
    """A rated text: its words, each with the factor that modifiers give it."""

    group: str
    rating: float
    words: list[str]
    factors: list[float]
    length: int


@dataclass
class Modifier:
    """A row of modifiers.tsv."""

    kind: str
    steps: list[set[str]]
    factor: float
    reach: int


def rule_rows(path: Path) -> list[list[str]]:
    """Read the rows of a rule file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def read_modifiers() -> dict[str, list[Modifier]]:
    """Read the modifiers by their first word, the longest first."""
    by_word: dict[str, list[Modifier]] = {}
    for _, kind, pattern, factor, reach, _ in rule_rows(DATA / "modifiers.tsv"):
        steps = [set(step.split("|")) for step in pattern.split()]
        for word in steps[0]:
            by_word.setdefault(word, []).append(Modifier(kind, steps, float(factor), int(reach)))
    for modifiers in by_word.values():
        modifiers.sort(key=lambda m: -len(m.steps))
    return by_word


def tokens_of(text: str) -> list[str]:
    """Words, numbers and marks as written, with plain apostrophes."""
    return TOKEN.findall(text.translate(PLAIN))


def is_word(token: str) -> bool:
    """Letters, or a final 's."""
    return token[0].isalpha() or token in ("'s", "'S")


def factors_of(tokens: list[str], modifiers: dict[str, list[Modifier]]) -> list[float]:
    """Find what modifiers before a token multiply its weight by."""
    negation, intensity = [1.0] * len(tokens), [1.0] * len(tokens)
    at = 0
    while at < len(tokens):
        found = next((m for m in modifiers.get(tokens[at], []) if matches(m, tokens, at)), None)
        if found is None:
            at += 1
            continue
        at += len(found.steps)
        for i in range(at, min(at + found.reach, len(tokens))):
            if tokens[i] in CLAUSE_MARKS:
                break
            if found.kind == "negator":
                negation[i] = found.factor
            else:
                intensity[i] *= found.factor
    return [n * i for n, i in zip(negation, intensity, strict=True)]


def matches(modifier: Modifier, tokens: list[str], at: int) -> bool:
    """Whether the modifier's words stand at token `at`."""
    part = tokens[at : at + len(modifier.steps)]
    return len(part) == len(modifier.steps) and all(
        token in step for token, step in zip(part, modifier.steps, strict=True)
    )


def group_of(name: str, row_id: str) -> str:
    """Tell the article of a row of a set; folds and resamples keep its sentences together."""
    parts = row_id.split("_")
    return parts[0] if name in ("nyt", "amazon") else "_".join(parts[:3])


def read_set(folder: Path, name: str, modifiers: dict[str, list[Modifier]]) -> list[Text]:
    """Read the texts of a set. Sentences of one article share their group."""
    texts = []
    for file in SETS[name][0]:
        for line in (folder / f"{file}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            tokens = tokens_of(row["text"])
            factors = factors_of([t.lower() for t in tokens], modifiers)
            words = [(t, f) for t, f in zip(tokens, factors, strict=True) if is_word(t)]
            group = group_of(name, row["id"])
            texts.append(Text(group, row["y"], [w for w, _ in words], [f for _, f in words], len(words)))
    return texts
