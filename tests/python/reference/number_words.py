"""Whole numbers in English words, as the school reader has them: slow and obvious."""

from __future__ import annotations

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = {"trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 1000, "hundred": 100}


def words_of(number: int, *, conjunction: bool = True, hyphen: bool = True) -> str:
    """Return the words of a number below 10**15: `one hundred and twenty-one`."""
    for name, size in SCALES.items():
        if number >= size:
            above, below = divmod(number, size)
            head = f"{words_of(above, conjunction=conjunction, hyphen=hyphen)} {name}"
            if below == 0:
                return head
            joint = " and " if conjunction and below < 100 else " "
            return head + joint + words_of(below, conjunction=conjunction, hyphen=hyphen)
    if number < 20:
        return ONES[number]
    tens, ones = divmod(number, 10)
    tail = ("-" if hyphen else " ") + ONES[ones] if ones else ""
    return TENS[tens - 2] + tail


def number_of(words: str) -> int:
    """Return the number that the words name: what stands before the largest scale word, times it, plus the rest."""
    parts = [word for word in words.replace("-", " ").split() if word != "and"]
    if parts[0] == "a":
        parts[0] = "one"
    for name, size in SCALES.items():
        if name in parts:
            at = parts.index(name)
            return number_of(" ".join(parts[:at])) * size + (
                number_of(" ".join(parts[at + 1 :])) if parts[at + 1 :] else 0
            )
    return sum(ONES.index(word) if word in ONES else 10 * (TENS.index(word) + 2) for word in parts)
