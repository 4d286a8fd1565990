"""Figures of two readers paired, and when a pair is the same: the score of the labelling guidelines (docs/evaluation.md)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from pressgauge._labels import Label
from pressgauge.figures import Bound

Same: TypeAlias = Callable[[Label, Label], bool]

TOLERANCE = 1e-6
"""Relative difference of numbers that are the same."""
FRACTION_TOLERANCE = 2e-4
"""Of a fraction in words: two thirds are 66.67 or 66.667 percent."""
LEAST_SHARED = 0.7
"""Share of their union that spans of the same place have in common."""
MOST_WORDS = 12
"""A group of more words names no head."""

_PREPOSITION = re.compile(
    r"\s+(?:of|from|in|on|at|with|for|to|by|who|whom|that|which|aboard|under|among|between|inside|outside|near)\s+"
)
_IRREGULAR = {"people": "person", "persons": "person", "children": "child", "lives": "life", "wives": "wife"}
_MARKS = ".,;:'\"()[]“”‘’"


def pairs(labelled: Sequence[Label], predicted: Sequence[Label]) -> list[tuple[int, int]]:
    """Return figures paired one to one, largest overlap first, then the nearest start; no overlap, no pair.

    Which of two readers comes first changes no pair.
    """
    overlaps = []
    for i, a in enumerate(labelled):
        for j, b in enumerate(predicted):
            shared = _shared(a, b)
            if shared > 0:
                overlaps.append((-shared, abs(a.start - b.start), i, j))
    left, right, made = set(), set(), []
    for _, _, i, j in sorted(overlaps):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            made.append((i, j))
    return made


def same_kind(label: Label, predicted: Label) -> bool:
    """Whether both count the same kind of thing."""
    return predicted.kind == label.kind or predicted.kind in label.alt


def same_bound(label: Label, predicted: Label) -> bool:
    """Whether both are bounded alike."""
    return predicted.bound == label.bound or predicted.bound in label.alt


def same_number(label: Label, predicted: Label) -> bool:
    """Whether both state the same number; vague words state none."""
    if predicted.bound == Bound.vague:
        return True
    if predicted.bound == Bound.range:
        return _close(label.low, predicted.low) and _close(label.high, predicted.high)
    in_words = label.percent and not re.search(r"\d", label.text)
    return _close(label.value, predicted.value, FRACTION_TOLERANCE if in_words else TOLERANCE)


def same_unit(label: Label, predicted: Label) -> bool:
    """Whether both or neither are percentages."""
    return label.percent == predicted.percent


def same_place(label: Label, predicted: Label) -> bool:
    """Whether the spans share most of their union."""
    union = max(label.end, predicted.end) - min(label.start, predicted.start)
    return _shared(label, predicted) >= LEAST_SHARED * union


def same_status(label: Label, predicted: Label) -> bool:
    """Whether the text stands alike to both."""
    return predicted.status == label.status or predicted.status in label.alt


def same_group(label: Label, predicted: Label) -> bool:
    """Whether the head of the labelled group, or of an accepted other, is a word of the predicted group."""
    words = _lemmas(predicted.group)
    if len(words) > MOST_WORDS:
        return False
    heads = [head(group) for group in (label.group, *label.alt_groups)]
    return any(each in words if each else not words for each in heads)


def head(group: str | None) -> str:
    """Return the last word of a group before a preposition, in the singular; empty where there is none."""
    words = _lemmas(_PREPOSITION.split(group or "")[0])
    return words[-1] if words else ""


def same_value(label: Label, predicted: Label) -> bool:
    """Whether kind, bound, number and percent are the same."""
    return all(same(label, predicted) for same in (same_kind, same_bound, same_unit, same_number))


def same_span(label: Label, predicted: Label) -> bool:
    """Whether value and place are the same."""
    return same_value(label, predicted) and same_place(label, predicted)


def same_full(label: Label, predicted: Label) -> bool:
    """Whether value, status, subset, additional and group are the same."""
    flags = label.subset == predicted.subset and label.additional == predicted.additional
    return (
        same_value(label, predicted)
        and same_status(label, predicted)
        and flags
        and same_group(label, predicted)
    )


LEVELS: dict[str, Same] = {"kind": same_kind, "value": same_value, "span": same_span, "full": same_full}

FIELDS: dict[str, Same] = {
    "kind": same_kind,
    "bound": same_bound,
    "value": same_number,
    "unit": same_unit,
    "status": same_status,
    "subset": lambda label, predicted: label.subset == predicted.subset,
    "additional": lambda label, predicted: label.additional == predicted.additional,
    "group": same_group,
}


def either_way(same: Same) -> Same:
    """Return a comparison of two coders, neither of whom is the measure of the other."""
    return lambda a, b: same(a, b) or same(b, a)


def _shared(a: Label, b: Label) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def _close(a: float | None, b: float | None, tolerance: float = TOLERANCE) -> bool:
    if a is None or b is None:
        return a is None and b is None
    return abs(a - b) <= tolerance * max(abs(a), abs(b), 1e-12)


def _lemmas(phrase: str | None) -> list[str]:
    return [word for word in map(_lemma, (phrase or "").split()) if word]


def _lemma(word: str) -> str:
    word = word.strip(_MARKS).lower().removesuffix("'s").removesuffix("’s")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men"):
        return word[:-2] + "an"
    return word.removesuffix("s")
