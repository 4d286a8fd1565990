"""The same task by MinHash and MinHashLSH of datasketch, as its documentation shows it: Jaccard similarity and a threshold."""

from __future__ import annotations

import time

import pyarrow as pa
from paper_edits import Pair

from pressgauge.corpus._shingles import shingles

PERMUTATIONS = 256
THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.6)


def sets_of(texts: pa.Array, shingle: int) -> list[list[bytes]]:
    """Return the shingles of each text, those that `duplicates` has."""
    values, ends = shingles(texts, shingle)
    starts = [0, *ends[:-1]]
    return [[each.tobytes() for each in values[a:b]] for a, b in zip(starts, ends, strict=True)]


def joined(pairs: list[Pair], shingle: int) -> dict[float, float]:
    """Return for each threshold the share of pairs that its index proposes and whose signatures are as alike as that."""
    from datasketch import MinHash, MinHashLSH

    sides = [pa.array(["\n\n".join(each) for each in side]) for side in zip(*pairs, strict=True)]
    firsts, seconds = (MinHash.bulk(sets_of(side, shingle), num_perm=PERMUTATIONS) for side in sides)
    shares = {}
    for threshold in THRESHOLDS:
        index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
        for number, first in enumerate(firsts):
            index.insert(number, first)
        found = [
            number in index.query(second) and second.jaccard(firsts[number]) >= threshold
            for number, second in enumerate(seconds)
        ]
        shares[threshold] = sum(found) / len(pairs)
    return shares


def chosen(alike: dict[str, list[Pair]], shingle: int) -> float:
    """Return the lowest threshold that joins no pair that is no copy."""
    wrong = [joined(pairs, shingle) for pairs in alike.values()]
    return min(each for each in THRESHOLDS if not any(shares[each] for shares in wrong))


def seconds(texts: pa.Array, *, threshold: float, shingle: int) -> float:
    """Return the seconds that signatures and proposing pairs take, without making the shingles."""
    from datasketch import MinHash, MinHashLSH

    sets = sets_of(texts, shingle)
    start = time.perf_counter()
    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    for number, hashes in enumerate(MinHash.generator(sets, num_perm=PERMUTATIONS)):
        index.query(hashes)
        index.insert(number, hashes)
    return time.perf_counter() - start
