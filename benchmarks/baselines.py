"""What an afternoon brings: the numbers of a recogniser, a bound word before each, the nearest keyword as its kind.

`predictions` gives the figures of a baseline in the form of labels, to be scored beside pressgauge's.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from typing import Any

NEAR = 60
"""Characters between a number and the keyword that gives its kind."""

BOUNDS = {
    "at_least": ("at least", "no fewer than", "no less than", "a minimum of"),
    "more_than": ("more than", "over", "above", "exceeding", "upwards of", "surpassed", "topped"),
    "at_most": ("at most", "up to", "as many as", "no more than", "a maximum of"),
    "less_than": ("less than", "fewer than", "under", "below"),
    "about": (
        "about", "around", "some", "approximately", "roughly", "an estimated", "close to", "nearly", "almost",
        "just over", "just under",
    ),
}  # fmt: skip

KEYWORDS = {
    "killed": "kill killed kills killing dead died dies dying death deaths fatalities bodies murdered executed toll",
    "injured": "injured injuring injures injuries wounded wounding wounds hurt hospitalised hospitalized",
    "casualties": "casualties victims",
    "missing": "missing unaccounted",
    "abducted": "abducted kidnapped hostage hostages captured captive",
    "arrested": "arrested arrests arrest detained detaining jailed charged",
    "displaced": "displaced fled evacuated homeless refugees",
    "rescued": "rescued freed released survivors",
    "deployed": "deployed deploy troops sent send peacekeepers reinforcements",
    "participants": "protesters demonstrators marched marchers rallied gathered attended strikers crowd",
    "turnout": "turnout voted",
    "electorate": "registered eligible electorate",
    "votes": "votes ballots vote",
    "seats": "seats seat mandates",
    "damaged": "damaged destroyed houses homes buildings vehicles burnt burned",
}
SHARES = {
    "turnout": "turnout",
    "poll_share": "poll survey respondents polled",
    "vote_share": "vote votes voters won",
}
"""Keywords of percentages, which have kinds of their own."""
MONEY = re.compile(r"\s*(?:dollars?|euros?|pounds?|yen)\b|\s*(?:US)?[$€£]", re.IGNORECASE)

PASSED = re.compile(
    r"[\s-]*(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|a\.m\.|p\.m\.|am|pm|km|kilomet(?:er|re)s?|miles?|"
    r"met(?:er|re)s?|feet|kg|tons?|tonnes?|acres|hectares|degrees)\b"
)
"""What follows a number that counts nothing."""
MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s*$")
YEAR = re.compile(r"(?:1[6-9]|20)\d\d$")
STOP = [
    "and",
    "or",
    "but",
    "were",
    "was",
    "are",
    "is",
    "be",
    "been",
    "have",
    "has",
    "had",
    "will",
    "would",
    "who",
    "whom",
    "which",
    "that",
    "in",
    "on",
    "at",
    "of",
    "from",
    "by",
    "for",
    "to",
    "with",
    "as",
    "after",
    "before",
    "when",
    "while",
    "during",
    "said",
    "the",
    "a",
    "an",
]


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a recogniser found."""

    start: int
    end: int
    value: float
    unit: str | None = None


Recogniser = Callable[[str], list[Number]]


def recognizers_text() -> Recogniser:
    """Return the number and percentage models of Microsoft's Recognizers-Text."""
    from recognizers_number import Culture, NumberRecognizer

    known = NumberRecognizer(Culture.English)
    number, percent = known.get_number_model(), known.get_percentage_model()

    def numbers(text: str) -> list[Number]:
        shares = [_recognised(each, "percent") for each in percent.parse(text)]
        plain = [_recognised(each, None) for each in number.parse(text)]
        apart = [n for n in plain if n and not any(s and s.start < n.end and n.start < s.end for s in shares)]
        return [each for each in (*shares, *apart) if each]

    return numbers


def _recognised(found: Any, unit: str | None) -> Number | None:
    value = (found.resolution or {}).get("value")
    try:
        return Number(found.start, found.end + 1, abs(float(value.rstrip("%"))), unit)
    except (AttributeError, ValueError):
        return None


def quantulum() -> Recogniser:
    """Return quantulum3's quantities, without those that measure a length, a time or the like."""
    with warnings.catch_warnings():
        # Without its classifier it takes the likeliest unit, and says so.
        warnings.simplefilter("ignore")
        from quantulum3 import parser

    def numbers(text: str) -> list[Number]:
        found = []
        for each in parser.parse(text):
            entity = each.unit.entity.name
            if entity in ("dimensionless", "currency"):
                unit = "percent" if each.unit.name == "percentage" else entity
                found.append(Number(*each.span, abs(float(each.value)), unit))
        return found

    return numbers


BASELINES: dict[str, tuple[str, Callable[[], Recogniser]]] = {
    "Recognizers-Text, bound word, nearest keyword": ("recognizers-text-number", recognizers_text),
    "quantulum3, bound word, nearest keyword": ("quantulum3", quantulum),
}


def version(name: str) -> str:
    """Return the package and version behind a baseline."""
    package = BASELINES[name][0]
    return f"{package} {metadata.version(package)}"


def predictions(name: str, articles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the figures that a baseline reads in articles, in the form of labels."""
    recogniser = BASELINES[name][1]()
    return [
        {"id": each["id"], "figures": list(figures(each["text"], recogniser(each["text"])))}
        for each in articles
    ]


def figures(text: str, numbers: list[Number]) -> Iterator[dict[str, Any]]:
    """Yield the numbers that count something."""
    words = list(re.finditer(r"[A-Za-z]+", text))
    for number in numbers:
        if not _passed(text, number):
            yield _figure(text, words, number)


def _passed(text: str, number: Number) -> bool:
    written = text[number.start : number.end]
    return bool(
        YEAR.match(written)
        or PASSED.match(text, number.end)
        or MONTH.search(text[max(0, number.start - 12) : number.start])
    )


def _figure(text: str, words: list[re.Match[str]], number: Number) -> dict[str, Any]:
    start, bound = _bound(text, number.start)
    kind = _kind(text, words, number)
    return {
        "start": start,
        "end": number.end,
        "text": text[start : number.end],
        "kind": kind,
        "bound": bound,
        "value": number.value,
        "low": None,
        "high": None,
        "unit": number.unit,
        "group": _group(words, number.end) if number.unit != "percent" else None,
        "status": "asserted",
        "subset": False,
        "additional": False,
    }


def _bound(text: str, start: int) -> tuple[int, str]:
    """Return where the bound word before a number begins, and the bound; the longest word wins."""
    before = text[max(0, start - 24) : start].lower()
    found = [
        (len(word), bound)
        for bound, known in BOUNDS.items()
        for word in known
        if re.search(rf"\b{word}\s$", before)
    ]
    length, bound = max(found, default=(-1, "exact"))
    return start - length - 1, bound


def _kind(text: str, words: list[re.Match[str]], number: Number) -> str:
    if (
        number.unit == "currency"
        or MONEY.match(text, number.end)
        or text[: number.start].endswith(("$", "€", "£"))
    ):
        return "money"
    keywords = SHARES if number.unit == "percent" else KEYWORDS
    kinds = {word: kind for kind, listed in keywords.items() for word in listed.split()}
    near = [
        (max(word.start() - number.end, number.start - word.end()), kinds[word.group().lower()])
        for word in words
        if word.group().lower() in kinds
    ]
    distance, kind = min(near, default=(NEAR + 1, "other"))
    return kind if distance <= NEAR else "other"


def _group(words: list[re.Match[str]], end: int) -> str | None:
    """Return up to three words after a number, before the first that ends a noun phrase."""
    group: list[str] = []
    for word in words:
        if word.start() < end:
            continue
        if word.start() > end + 1 or word.group().lower() in STOP or len(group) == 3:
            break
        group.append(word.group())
        end = word.end()
    return " ".join(group) or None
