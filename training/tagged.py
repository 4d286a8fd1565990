# SPDX-License-Identifier: MIT
"""Sentences of treebanks as the tagger sees them: pressgauge's tokens, each with its word class."""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pressgauge.articles import default_gauge

# Penn tags whose difference no reader of the classes needs, and their class. All others stand for themselves.
CLASS_OF = {
    "PDT": "DT",
    "RBR": "RB",
    "RBS": "RB",
    **dict.fromkeys(("WDT", "WP", "WP$", "WRB"), "WH"),
    **dict.fromkeys(("UH", "FW", "LS", "ADD", "GW", "AFX", "XX"), "X"),
    **dict.fromkeys(("$", "#", "SYM"), "SYM"),
    **dict.fromkeys((".", ",", ":", ";", "``", "''", "-LRB-", "-RRB-", "LRB", "RRB", "HYPH", "NFP"), "PUNCT"),
}
_TAGS = (
    "CC CD DT EX IN JJ JJR JJS MD NN NNP NNPS NNS POS PRP PRP$ PUNCT RB RP SYM TO VB VBD VBG VBN VBP VBZ WH X"
)
CLASSES = tuple(_TAGS.split())
# What part of a compound a word can be, and what it is there when it is more often something else.
IN_COMPOUND = {"VBD": "VBN", "VBP": "NN", "VB": "NN", "VBZ": "NNS"}
SYMBOLS = frozenset("$€£¥₹¢%‰#§°")  # marks that stand for words
# Pronouns made with a noun, which the Groningen Meaning Bank calls determiners; Penn's guidelines call them nouns.
INDEFINITE = frozenset(a + b for a in ("any", "every", "no", "some") for b in ("body", "one", "thing")) - {
    "noone"
}
CLITICS = {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m"}
MARKS = {"-LRB-": "(", "-RRB-": ")", "``": '"', "''": '"'}


@dataclass
class Word:
    """A token of pressgauge. Class None: the treebank cuts the text otherwise, and doesn't say."""

    form: str
    kind: str
    capitalised: bool
    all_capitals: bool
    word_class: str | None = None


@dataclass
class Source:
    """A sentence of a treebank: its text, and (start, end, Penn tag) of its tokens."""

    text: str = ""
    tokens: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, word: str, tag: str, *, space: bool) -> None:
        """Append a token."""
        self.text += " " if space and self.text else ""
        self.tokens.append((len(self.text), len(self.text) + len(word), tag))
        self.text += word


def sources_of_gmb(path: Path) -> Iterator[Source]:
    """Read the Groningen Meaning Bank; white space is guessed."""
    source = Source()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            word, _, tag = line.rstrip("\n").partition("\t")
            if tag:
                word, tag = MARKS.get(word, word.strip()), tag.split("\t")[0]
                if word:
                    source.add(word, tag, space=word not in CLITICS and not (word == "'" and tag == "POS"))
            elif source.tokens:
                yield source
                source = Source()


def sources_of_treebank(path: Path) -> Iterator[Source]:
    """Read a Universal Dependencies treebank."""
    source = Source()
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("# text = "):
            source = Source(line.removeprefix("# text = "))
        elif len(cells) > 5 and cells[0].isdigit():
            start = source.text.index(cells[1], source.tokens[-1][1] if source.tokens else 0)
            source.tokens.append((start, start + len(cells[1]), cells[4]))
        elif not line and source.tokens:
            yield source


def kind_of(form: str) -> str:
    """Tell the kind of a token by its form, as text/tokens.hpp has it."""
    if form.startswith(("http://", "https://", "www.")):
        return "link"
    if form[0].isdigit() or (form[0] == "." and form[1:2].isdigit()):
        plain = all(c.isdigit() or c in ".," for c in form) and form.count(".") < 2
        return "number" if plain else "mixed"
    if form[0].isalpha() or form == "'s":
        return "mixed" if any(c.isdigit() for c in form) else "word"
    return "punctuation"


def words_of(source: Source) -> list[tuple[int, int, Word]]:
    """Cut a sentence as pressgauge does."""
    words = []
    for start, end, form in default_gauge().document(source.text).tokens:
        letters = [c for c in source.text[start:end] if c.isalpha()]
        capitals = len(letters) > 1 and all(c.isupper() for c in letters)
        words.append((start, end, Word(form, kind_of(form), source.text[start].isupper(), capitals)))
    return words


def class_of(tag: str) -> str | None:
    """Return the word class of a Penn tag."""
    found = CLASS_OF.get(tag, tag)
    return found if found in CLASSES else None


def aligned(source: Source, usual: dict[str, str] | None = None) -> list[Word]:
    """Give each token the class of the treebank's token that starts where it does.

    Parts of a word that only the treebank leaves whole (state-run, al-Qaida) get none; with `usual`, the usual
    class of each word, they get what it, or a name's class, makes likely.
    """
    classes = {start: (end, class_of(tag)) for start, end, tag in source.tokens}
    whole_end, whole = 0, None
    words = []
    for start, end, word in words_of(source):
        if start in classes:
            whole_end, whole = classes[start]
        if settled := settled_class(word):
            word.word_class = settled
        elif start in classes and source.text[end:whole_end] in {"", "."}:  # Sept. is Sept and a full stop
            word.word_class = whole
        elif usual is not None:
            word.word_class = class_of_part(word.form, whole, end >= whole_end, usual)
        words.append(word)
    return words


def settled_class(word: Word) -> str | None:
    """Return the class of a token that has the same class everywhere, whatever a treebank says."""
    if word.kind == "punctuation":
        return "CC" if word.form == "&" else "SYM" if word.form in SYMBOLS else "PUNCT"
    if word.kind == "word":
        return "TO" if word.form == "to" else "NN" if word.form in INDEFINITE else None
    return {"number": "CD", "link": "X"}.get(word.kind)


def class_of_part(form: str, whole: str | None, last: bool, usual: dict[str, str]) -> str | None:
    """Guess the class of a part of a word by the class of the whole."""
    if whole == "NNP" or (last and whole in {"NN", "NNS", "NNPS", "VBG"}):
        return whole
    found = usual.get(form)
    return IN_COMPOUND.get(found, found) if found else None


def usual_classes(sources: Iterable[Source]) -> dict[str, str]:
    """Find the most frequent class of each word."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for source in sources:
        for start, end, tag in source.tokens:
            if found := class_of(tag):
                counts[source.text[start:end].lower()][found] += 1
    return {word: max(sorted(seen), key=seen.__getitem__) for word, seen in counts.items()}
