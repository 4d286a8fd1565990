# SPDX-License-Identifier: MIT
"""What the tagger sees of a token, as cpp/pressgauge/text/tagger.cpp does. A feature is `kind<TAB>key<TAB>part`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from tagged import Word, settled_class

SHAPES = "xXFATmM0.|"
AFFIX = 3  # bytes of prefixes, and of the next word's suffix
LONGEST_SUFFIX = 4
STAND_INS = {"<edge>": None, "<link>": "X", "<mark>": "PUNCT", "<mixed>": None, "<number>": "CD"}


@dataclass
class Lexicon:
    """Words that have weights of their own."""

    usual: dict[str, str | None] = field(default_factory=lambda: dict(STAND_INS))
    """The most frequent class of each."""
    always: set[str] = field(default_factory=lambda: {form for form, found in STAND_INS.items() if found})
    """Those whose class is told without weights."""

    def context(self, word: Word) -> str | None:
        """Return the word, or what stands in for it, where it has weights."""
        if word.kind in {"number", "mixed", "link"}:
            return f"<{word.kind}>"
        if word.form in self.usual:
            return word.form
        return "<mark>" if word.kind == "punctuation" else None

    def told(self, word: Word) -> str | None:
        """Return the class of a token that needs no weights."""
        found = self.context(word)
        return self.usual[found] if found in self.always else None


def lexicon_of(sentences: list[list[Word]], least: int, sure: int, share: float) -> Lexicon:
    """Count words; those seen `sure` times with one class in `share` of them always have it.

    Names are never sure: other texts have them as common words. Nor is 's.
    """
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    marks = {"$": "SYM"}
    for words in sentences:
        for word in words:
            if word.kind == "word" and word.word_class:
                counts[word.form][word.word_class] += 1
            elif word.kind == "punctuation":
                marks[word.form] = settled_class(word) or ""
    lexicon = Lexicon()
    for form, seen in counts.items():
        best = max(sorted(seen), key=seen.__getitem__)
        if seen.total() >= least:
            lexicon.usual[form] = best
            if (
                seen.total() >= sure
                and seen[best] >= share * seen.total()
                and best not in {"NNP", "NNPS", "POS"}
            ):
                lexicon.always.add(form)
    lexicon.usual.update(marks)
    lexicon.always.update(marks)
    return lexicon


def shapes_of(words: list[Word]) -> str:
    """Return the letter of each token's shape."""
    longer = [word.capitalised for word in words if word.kind == "word" and len(word.form.encode()) > 3]
    title = len(longer) >= 3 and sum(longer) > 0.8 * len(longer)
    shapes = ""
    for word in words:
        first = not shapes.strip(".")
        if word.kind == "word":
            capital = "T" if title else "A" if word.all_capitals else "F" if first else "X"
            shapes += capital if word.capitalised else "x"
        elif word.kind == "mixed":
            shapes += "M" if word.capitalised else "m"
        else:
            shapes += "." if word.kind == "punctuation" else "0"
    return shapes


def suffix(form: str, size: int) -> str | None:
    """Return the last bytes of a longer word, where they are ASCII."""
    end = form.encode()[-size:]
    return end.decode() if len(form.encode()) > size and end.isascii() else None


def affixes(form: str) -> Iterator[str]:
    """Features of a word's beginning and ends."""
    for size in range(1, LONGEST_SUFFIX + 1):
        if end := suffix(form, size):
            yield f"suffix\t{end}\tis"
    start = form.encode()[:AFFIX]
    if len(form.encode()) > AFFIX and start.isascii():
        yield f"prefix\t{start.decode()}\tis"


def features(words: list[Word], at: int, shapes: str, lexicon: Lexicon) -> Iterator[str]:
    """Features of a token that don't depend on the classes before it. `shapes` has an edge at both ends."""
    word = words[at]
    if word.kind == "word" and word.form in lexicon.usual:
        yield f"word\t{word.form}\tis"
        if shapes[at + 1] == "X":
            yield f"word\t{word.form}\tcapital"
    yield from affixes(word.form)
    yield f"shape\t{shapes[at : at + 3]}\tis"
    for offset, part in ((-2, "previous2"), (-1, "previous"), (1, "next"), (2, "next2")):
        inside = 0 <= at + offset < len(words)
        if found := lexicon.context(words[at + offset]) if inside else "<edge>":
            yield f"word\t{found}\t{part}"
    if at + 1 < len(words):
        after = words[at + 1]
        context = lexicon.context(after)
        if context and (usual := lexicon.usual[context]):
            yield f"class\t{usual}\tnext"
        if after.kind == "word" and (end := suffix(after.form, AFFIX)):
            yield f"suffix\t{end}\tnext"
