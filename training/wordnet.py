# SPDX-License-Identifier: MIT
"""What WordNet 3.0 (Princeton University; its licence allows any use) tells of a word's tone by the words next to it.

Read from the dictionary's own files: `data.*`, `index.*`, `*.exc` and `cntlist.rev`, as Debian's package wordnet-base
1:3.0-37 puts them into /usr/share/wordnet. A word is read as any class that it may be, each sense by its share of the
counts in tagged text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

CLASSES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
NUMBERS = {
    "1": "n",
    "2": "v",
    "3": "a",
    "4": "r",
    "5": "a",
}  # of classes in cntlist.rev; 5: adjectives near another
# Endings that WordNet's own morphy takes off, and what it puts in their place.
ENDINGS = {
    "n": (
        ("s", ""),
        ("ses", "s"),
        ("xes", "x"),
        ("zes", "z"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("men", "man"),
        ("ies", "y"),
    ),
    "v": (
        ("s", ""),
        ("ies", "y"),
        ("es", "e"),
        ("es", ""),
        ("ed", "e"),
        ("ed", ""),
        ("ing", "e"),
        ("ing", ""),
    ),
    "a": (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
    "r": (),
}
UNCOUNTED = 0.5  # count of a word's first sense where tagged text has none; of the n-th the n-th part
DERIVED = {"+", "\\"}  # marks of pointers to words made of the same root
DENIAL = re.compile(r"\b(not|no|without|lacking|lack)\b")
NEGATION = -0.6  # as negators in modifiers.tsv
LEAST_WORDS = 3  # a shorter gloss counts as one of three words
LEMMA = 0.5  # weight of a sense's words among those of its gloss

Array = NDArray[np.float64]
Rating = Callable[[str], float]
Senses = dict[str, float]


@dataclass
class Synset:
    """A sense: its words, what it points to, the words that explain it."""

    words: list[str]
    derived: list[str]
    gloss: list[str]
    denied: bool


@dataclass
class WordNet:
    """The dictionary in a folder."""

    folder: Path
    synsets: dict[str, Synset] = field(default_factory=dict)
    index: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read all senses, and the senses of each word, commonest first."""
        for mark, name in CLASSES.items():
            for line in self.rows(f"data.{name}"):
                self.synsets[mark + line[:8]] = synset_of(line)
            lines = [line.split() for line in self.rows(f"index.{name}")]
            self.index[mark] = {cells[0]: [mark + c for c in cells[-int(cells[2]) :]] for cells in lines}

    def rows(self, name: str) -> Iterable[str]:
        """Lines of a file without the licence at its top."""
        lines = (self.folder / name).read_text(encoding="latin-1").splitlines()
        return (line for line in lines if not line.startswith("  "))

    @cached_property
    def irregular(self) -> dict[str, dict[str, list[str]]]:
        """The lemmas of irregular forms."""
        files = {mark: [row.split() for row in self.rows(f"{name}.exc")] for mark, name in CLASSES.items()}
        return {mark: {cells[0]: cells[1:] for cells in rows} for mark, rows in files.items()}

    @cached_property
    def counts(self) -> dict[tuple[str, str], int]:
        """How often tagged text has a word in a sense."""
        found = {}
        for row in self.rows("cntlist.rev"):
            key, number, count = row.split()
            word, _, rest = key.partition("%")
            senses = self.index[NUMBERS[rest[0]]].get(word, [])
            if int(number) <= len(senses):
                found[word, senses[int(number) - 1]] = int(count)
        return found

    def lemma(self, word: str, mark: str) -> str | None:
        """Find the form of a word that a class of the dictionary has."""
        known = self.index[mark]
        if word in self.irregular[mark]:
            return next((form for form in self.irregular[mark][word] if form in known), None)
        if word in known:
            return word
        forms = [word[: -len(a)] + b for a, b in ENDINGS[mark] if word.endswith(a) and len(word) > len(a) + 1]
        return next((form for form in forms if form in known), None)

    def senses(self, word: str) -> Senses:
        """List the senses of a word with their shares, which add up to 1."""
        shares: Senses = {}
        for mark in CLASSES:
            lemma = self.lemma(word, mark)
            for rank, sense in enumerate(self.index[mark][lemma] if lemma else (), start=1):
                count = self.counts.get((lemma or "", sense), 0) + UNCOUNTED / rank
                shares[sense] = shares.get(sense, 0.0) + count
        total = sum(shares.values())
        return {sense: share / total for sense, share in shares.items()}

    def near(self, senses: list[Senses], rating: Rating) -> Array:
        """Columns: mean rating of the words of a word's senses, of their glosses; both of derived words' senses."""
        own = {key: mean([v for w in each.words if (v := rating(w))]) for key, each in self.synsets.items()}
        told = {key: tone_of_gloss(each, rating) for key, each in self.synsets.items()}
        columns = np.zeros((len(senses), 4))
        for i, shares in enumerate(senses):
            for sense, share in shares.items():
                derived = self.synsets[sense].derived
                rated = [own[key] for key in derived if own[key]]
                values = [own[sense], told[sense], mean(rated), mean([told[key] for key in derived])]
                columns[i] += share * np.array(values)
        return columns

    def explaining(self, shares: Senses) -> dict[str, float]:
        """Weigh the words that explain a word, and those that share a sense with it."""
        weights: dict[str, float] = {}
        for sense, share in shares.items():
            each = self.synsets[sense]
            for word in each.gloss:
                weights[word] = weights.get(word, 0.0) + share / len(each.gloss) ** 0.5
            for word in each.words:
                weights[word] = weights.get(word, 0.0) + share * LEMMA
        return weights


def synset_of(line: str) -> Synset:
    """Read a row of a `data` file."""
    head, _, gloss = line.partition("|")
    cells = head.split()
    words = int(cells[3], 16)
    pointers = cells[5 + 2 * words : 5 + 2 * words + 4 * int(cells[4 + 2 * words])]
    marked = zip(pointers[0::4], pointers[1::4], pointers[2::4], strict=True)
    definition = gloss.split('"')[0].lower()
    return Synset(
        words=[re.sub(r"\(.*\)", "", word).lower() for word in cells[4 : 4 + 2 * words : 2]],
        derived=[
            target_class.replace("s", "a") + target
            for mark, target, target_class in marked
            if mark in DERIVED
        ],
        gloss=re.findall("[a-z]+", definition),
        denied=bool(DENIAL.search(definition)),
    )


def class_shares(senses: list[Senses]) -> Array:
    """Columns: how much of a word's use is noun, verb, adjective and adverb."""
    return np.array(
        [[sum(v for key, v in each.items() if key[0] == mark) for mark in CLASSES] for each in senses]
    )


def tone_of_gloss(synset: Synset, rating: Rating) -> float:
    """Score a gloss as a sentence is scored, by ratings alone."""
    rated = [value for word in synset.gloss if (value := rating(word))]
    return (NEGATION if synset.denied else 1.0) * sum(rated) / max(LEAST_WORDS, len(rated)) ** 0.5


def mean(values: list[float]) -> float:
    """Mean, 0 of nothing."""
    return sum(values) / len(values) if values else 0.0
