# SPDX-License-Identifier: MIT
"""Sentences as news also writes them, though the treebank does not: in title case, in capitals, cut, contracted."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from tagged import Word

# Two words that speech draws together. `is` becomes 's, a token of its own; the others are one token, which has the
# class of its first word.
JOINED = {
    "am": "'m", "are": "'re", "have": "'ve", "will": "'ll", "would": "'d", "had": "'d",
}  # fmt: skip
NEGATED = {
    "is": "isn't", "are": "aren't", "was": "wasn't", "were": "weren't", "do": "don't", "does": "doesn't",
    "did": "didn't", "has": "hasn't", "have": "haven't", "had": "hadn't", "will": "won't", "would": "wouldn't",
    "could": "couldn't", "should": "shouldn't", "can": "can't",
}  # fmt: skip
SUBJECTS = {"i", "you", "he", "she", "it", "we", "they", "that", "there", "who", "what"}
SMALL = {"IN", "DT", "CC", "TO"}  # classes that titles leave in lower case, where the words are short

# Verbs of events, which news has in both tenses and voices.
REGULAR = (
    "killed", "injured", "wounded", "arrested", "detained", "charged", "jailed", "freed", "released", "rescued",
    "evacuated", "displaced", "deployed", "kidnapped", "abducted", "murdered", "executed", "infected", "hospitalized",
    "tested", "vaccinated", "damaged", "destroyed", "attacked", "bombed", "blamed", "elected", "received", "captured",
    "trapped", "stranded", "reported", "counted", "expected", "ordered", "recovered", "accused", "convicted",
)  # fmt: skip

Variant = Callable[[list[Word], random.Random], list[Word]]


def title_case(words: list[Word], chance: random.Random) -> list[Word]:
    """Capitalise as headlines do."""
    all_words = chance.random() < 0.3
    return [
        replace(word, capitalised=True)
        if word.kind == "word"
        and word.form != "'s"
        and (all_words or i == 0 or len(word.form) > 4 or word.word_class not in SMALL)
        else word
        for i, word in enumerate(words)
    ]


def capitals(words: list[Word], chance: random.Random) -> list[Word]:  # noqa: ARG001
    """Write all in capitals."""
    return [
        replace(word, capitalised=True, all_capitals=len(word.form) > 1) if word.kind == "word" else word
        for word in words
    ]


def tail(words: list[Word], chance: random.Random) -> list[Word]:
    """Start at a later word, capitalised: many more kinds of words start sentences than in reports."""
    starts = [i for i, word in enumerate(words[:-2]) if word.kind == "word" and word.form != "'s" and i]
    if not starts:
        return []
    first, *rest = words[chance.choice(starts) :]
    return [replace(first, capitalised=True), *rest]


def contracted(words: list[Word], chance: random.Random) -> list[Word]:  # noqa: ARG001
    """Draw pronouns and verbs, verbs and `not` together; empty where there is nothing to draw together."""
    out: list[Word] = []
    changed = False
    for word in words:
        before = out[-1] if out else None
        joined = None
        if before and word.form == "not" and before.form in NEGATED:
            joined = NEGATED[before.form]
        elif before and before.form in SUBJECTS and word.form in JOINED:
            joined = before.form + JOINED[word.form]
        if before and joined:
            out[-1] = replace(before, form=joined)
        elif before and word.word_class == "VBZ" and word.form in {"is", "has"} and before.form in SUBJECTS:
            out.append(replace(word, form="'s"))
        else:
            out.append(word)
        changed |= out[-1] is not word
    return out if changed else []


def exchanged(words: list[Word], chance: random.Random) -> list[Word]:
    """Put other verbs in -ed for those that there are: their neighbours tell past tense from participle, not the verb.

    In reports some verbs are nearly always in one of them (`were arrested`); other texts have both.
    """
    out = [
        replace(word, form=chance.choice(REGULAR))
        if word.word_class in {"VBD", "VBN"} and word.form.endswith("ed")
        else word
        for word in words
    ]
    return out if any(a is not b for a, b in zip(words, out, strict=True)) else []


# The share of sentences that are also read so.
VARIANTS: tuple[tuple[Variant, float], ...] = (
    (title_case, 0.1),
    (capitals, 0.04),
    (tail, 0.25),
    (contracted, 0.5),
    (exchanged, 0.3),
)


def with_variants(sentences: list[list[Word]], seed: int) -> list[list[Word]]:
    """Add variants of some sentences."""
    chance = random.Random(seed)
    out = []
    for words in sentences:
        out.append(words)
        out += [made for vary, share in VARIANTS if chance.random() < share and (made := vary(words, chance))]
    return out
