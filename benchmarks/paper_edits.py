"""What papers do to a story of an agency, and what is alike without being a copy.

A story is a list: its headline, then its sentences.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from made_stories import HEADLINES, SENTENCES, Cast, report

Story = list[str]
Edit = Callable[[Story, random.Random], Story]
Pair = tuple[Story, Story]
NUMBER = re.compile(r"\d+")
# American and British; what stands in both lists of a pair is changed to the other.
SPELLINGS = dict(
    re.findall(
        r"(\S+)/(\S+)",
        """
    labor/labour color/colour center/centre defense/defence organization/organisation program/programme theater/theatre
    honored/honoured neighbors/neighbours favor/favour canceled/cancelled traveled/travelled percent/per~cent toward/towards
    gray/grey meters/metres kilometers/kilometres liters/litres tons/tonnes truck/lorry license/licence harbor/harbour
    organized/organised recognized/recognised criticized/criticised authorized/authorised realize/realise judgment/judgement
    gasoline/petrol soccer/football maneuver/manoeuvre check/cheque jail/gaol plow/plough skeptical/sceptical Mr./Mr Dr./Dr
    U.S./US U.N./UN apologized/apologised mobilized/mobilised fiber/fibre rumor/rumour behavior/behaviour pediatric/paediatric
    """,
    )
)
SWAPPED = SPELLINGS | {british: american for american, british in SPELLINGS.items()}
KNOWN = re.compile(r"\b(" + "|".join(re.escape(each.replace("~", " ")) for each in SWAPPED) + r")(?!\w)")


def shortened(story: Story, share: float) -> Story:
    """Return a story whose tail was cut at the end of a sentence."""
    words = [len(each.split()) for each in story[1:]]
    fits = sum(sum(words[: i + 1]) <= share * sum(words) for i in range(len(words)))
    return story[: 1 + max(1, fits)]


def headline(draw: random.Random) -> str:
    """Return the headline of another story."""
    return Cast(draw).said(draw.choice(HEADLINES))


def paragraph(draw: random.Random, sentences: int) -> Story:
    """Return sentences of another story."""
    cast = Cast(draw)
    return [cast.said(each) for each in draw.sample(SENTENCES, sentences)]


def retitled(story: Story, draw: random.Random) -> Story:
    return [headline(draw), *story[1:]]


def led_anew(story: Story, draw: random.Random) -> Story:
    return [story[0], *paragraph(draw, 1), *story[2:]]


def signed(story: Story, draw: random.Random) -> Story:
    cast = Cast(draw)
    lead = cast.said("{place} (Corda) - ") + story[1]
    return [story[0], lead, *story[2:], cast.said("(Reporting by {person} in {place}; editing by {person})")]


def local_in_front(story: Story, draw: random.Random) -> Story:
    return [story[0], *paragraph(draw, 3), *story[1:]]


def local_within(story: Story, draw: random.Random) -> Story:
    at = len(story) // 2
    return [*story[:at], *paragraph(draw, 3), *story[at:]]


def respelled(story: Story, _: random.Random) -> Story:
    return [
        KNOWN.sub(lambda found: SWAPPED[found[1].replace(" ", "~")].replace("~", " "), each) for each in story
    ]


def updated(story: Story, draw: random.Random) -> Story:
    new = [NUMBER.sub(lambda _: str(draw.randint(2, 999)), each) for each in story]
    return [new[0], *paragraph(draw, 1), *new[1:]]


def rewritten(story: Story, draw: random.Random) -> Story:
    return local_within(led_anew(retitled(shortened(story, 2 / 3), draw), draw), draw)


EDITS: dict[str, Edit] = {
    "tail cut to a half": lambda story, _: shortened(story, 1 / 2),
    "tail cut to a third": lambda story, _: shortened(story, 1 / 3),
    "another headline": retitled,
    "another first sentence": led_anew,
    "lines of the agency before and after": signed,
    "local paragraph in front": local_in_front,
    "local paragraph within": local_within,
    "British for American spelling, or back": respelled,
    "follow-up: all numbers new, a sentence more": updated,
    "cut to two thirds, another headline and first sentence, local paragraph": rewritten,
}


def follow_up(story: Story, draw: random.Random) -> Pair:
    """Return two stories of one event: a fifth of the sentences, its background, are in both."""
    body = story[1:]
    start, count = len(body) // 2, max(1, round(len(body) / 5))
    background, rest = body[start : start + count], body[:start] + body[start + count :]
    return [story[0], *rest[::2], *background], [headline(draw), *rest[1::2], *background]


def quoting(story: Story, other: Story, draw: random.Random) -> Pair:
    """Return short notes on two stories that bring one statement of two or three sentences."""
    statement = paragraph(draw, draw.randint(2, 3))
    first, second = (shortened(each, 1 / 2) for each in (story, other))
    return [*first, *statement], [*second[:2], *statement, *second[2:]]


def alike(stories: list[Story], draw: random.Random, *, templates: bool) -> dict[str, list[Pair]]:
    """Return pairs that are no copies, by what makes them alike."""
    pairs = {
        "*no copies:* another story of the same event, with its background": [
            follow_up(each, draw) for each in stories
        ],
        "*no copies:* notes that bring the same statement": [
            quoting(a, b, draw) for a, b in zip(stories[::2], stories[1::2], strict=False)
        ],
    }
    if templates:
        pairs["*no copies:* the weather of two towns"] = [_reports("weather", draw) for _ in stories]
        pairs["*no copies:* two matches"] = [_reports("results", draw) for _ in stories]
    return pairs


def copies(stories: list[Story], draw: random.Random) -> dict[str, list[Pair]]:
    """Return stories with their copies, by edit."""
    return {name: [(each, edit(each, draw)) for each in stories] for name, edit in EDITS.items()}


def _reports(name: str, draw: random.Random) -> Pair:
    return report(draw, name), report(draw, name)
