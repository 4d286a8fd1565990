"""Articles made from the examples of this repository, as many as wanted: the same ones for a seed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pages

EXAMPLES = sorted((pages.ROOT / "examples" / "articles").glob("*.txt"))
NUMBER = re.compile(r"(?<![\w.,:])\d{1,3}(?![\w.,:])")
TITLES = ("Council", "Police", "Ministry", "Party", "Union", "Hospital")


def made(count: int, seed: int = 20_240_514, first: int = 0) -> Iterator[dict[str, str]]:
    """Make articles: paragraphs of an example, some left out, some of another added, small numbers drawn anew.

    Parameters
    ----------
    count : int
        How many.
    seed : int
        Each article is drawn by seed and its own number, so that any part of the corpus can be made alone.
    first : int
        Number of the first one.

    Yields
    ------
    dict of str to str
        ``id``, ``title``, ``date`` and ``text``.
    """
    paragraphs = [path.read_text(encoding="utf-8").strip().split("\n\n") for path in EXAMPLES]
    for number in range(first, first + count):
        draw = random.Random(seed * 1_000_003 + number)
        own, other = draw.choice(paragraphs), draw.choice(paragraphs)
        kept = [each for i, each in enumerate(own) if i == 0 or draw.random() < 0.9]
        kept.insert(draw.randint(1, len(kept)), draw.choice(other))
        text = "\n\n".join(NUMBER.sub(lambda _, draw=draw: str(draw.randint(2, 99)), each) for each in kept)
        yield {
            "id": f"made-{number:08}",
            "title": f"{draw.choice(TITLES)} reports {draw.randint(2, 99)}",
            "date": f"2024-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
            "text": text,
        }
