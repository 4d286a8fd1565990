"""Which articles to draw, the same everywhere."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def in_random_order(ids: Iterable[str], seed: int) -> list[str]:
    """Return ids in the order of the SHA-256 of seed and id: no generator of random numbers to depend on."""
    return sorted(ids, key=lambda each: hashlib.sha256(f"{seed}:{each}".encode()).digest())


def in_turns(drawn: list[str], kinds: Mapping[str, set[str]]) -> list[str]:
    """Return articles as the kinds choose them in turn, the rarest kind first; each takes its next in the order drawn."""
    holders = {
        kind: [each for each in drawn if kind in kinds[each]] for kind in sorted(set().union(*kinds.values()))
    }
    queues = [iter(each) for each in sorted(holders.values(), key=len)]
    taken: dict[str, None] = {}
    while queues:
        for queue in list(queues):
            chosen = next((each for each in queue if each not in taken), None)
            if chosen is None:
                queues.remove(queue)
            else:
                taken[chosen] = None
    return list(taken)
