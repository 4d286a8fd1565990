"""Which articles are copies of one story: MinHash proposes pairs, their shingles themselves decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pressgauge._optional import optional
from pressgauge.corpus._shingles import jaccard, overlap

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    Shingles = npt.NDArray[np.uint32]
    Signatures = npt.NDArray[np.uint32]

__all__ = ["LEAST", "signatures", "stories"]

LEAST = 0.15
"""Jaccard similarity of copies: that of a story and a sixth of it. Less would tie together what a round-up holds."""
ROWS = 2
"""Of a band: pairs at `LEAST` share one of 128 bands with a chance of 0.95."""
BEHIND = 2
"""Rows behind a band that bring those together that are more alike."""
ERRORS = 3.5
"""Standard errors below what copies need, from which on the estimate of their signatures spares the comparison."""
STEP = 4096
"""Pairs that are estimated at once."""


def signatures(values: Shingles, ends: npt.NDArray[np.int64], permutations: int, seed: int) -> Signatures:
    """Return the MinHash signatures of texts, a row for each, of what `shingles` gave."""
    rensa = optional("rensa", "corpus")
    offsets = np.concatenate([[0], ends]).astype(np.uint64)
    made = rensa.RMinHash.digest_matrix_from_flat_token_hashes(
        values.astype(np.uint64), offsets, permutations, seed
    )
    return np.array(made.to_rows(), np.uint32).reshape(len(ends), permutations)


def stories(sets: list[Shingles], signed: Signatures, threshold: float) -> npt.NDArray[np.int64]:
    """Return for each article the number of the first one of its story.

    Parameters
    ----------
    sets : list of numpy.ndarray
        Shingles of each article.
    signed : numpy.ndarray, shape (articles, permutations)
        Their signatures.
    threshold : float
        In (0, 1]: the least overlap of two copies.
    """
    first = np.arange(len(sets))
    sizes = np.array([len(each) for each in sets], np.int64)
    apart: set[tuple[int, int]] = set()
    for start in range(0, signed.shape[1] - ROWS + 1, ROWS):
        pairs = _banded(signed, np.flatnonzero(sizes), start)
        roots = _roots(first)[pairs]
        pairs = pairs[roots[:, 0] != roots[:, 1]]
        for i, j in _likely(pairs, signed, sizes, threshold):
            if _root(first, i) == _root(first, j) or (i, j) in apart:
                continue
            if are_copies(sets[i], sets[j], threshold):
                low, high = sorted((_root(first, i), _root(first, j)))
                first[high] = low
            else:
                apart.add((i, j))
    return _roots(first)


def are_copies(a: Shingles, b: Shingles, threshold: float) -> bool:
    """Say whether two articles are copies: enough of the shorter one is in the other, and it is no mere scrap of it."""
    return overlap(a, b) >= threshold and jaccard(a, b) >= LEAST


def _banded(signed: Signatures, worded: npt.NDArray[np.int64], start: int) -> npt.NDArray[np.int64]:
    """Return pairs that share a band: each article with the first and with its neighbour, so that time stays linear."""
    rows = [signed[worded, (start + at) % signed.shape[1]] for at in range(ROWS + BEHIND)]
    order = np.lexsort(rows[::-1])
    band = np.stack(rows[:ROWS], axis=1)[order]
    new = np.append(True, (band[1:] != band[:-1]).any(axis=1))[: len(order)]
    ordered = worded[order]
    heads = ordered[np.maximum.accumulate(np.where(new, np.arange(len(new)), 0))]
    behind = np.flatnonzero(~new)
    before = np.concatenate([heads[behind], ordered[behind - 1]])
    return np.sort(np.stack([before, np.tile(ordered[behind], 2)], axis=1), axis=1)


def _likely(
    pairs: npt.NDArray[np.int64], signed: Signatures, sizes: npt.NDArray[np.int64], threshold: float
) -> Iterator[tuple[int, int]]:
    """Return pairs that may be copies by the estimate of their signatures."""
    for at in range(0, len(pairs), STEP):
        some = pairs[at : at + STEP]
        common = threshold * sizes[some].min(axis=1)
        needed = np.maximum(LEAST, common / (sizes[some].sum(axis=1) - common))
        error = np.sqrt(needed * (1 - needed) / signed.shape[1])
        shared = (signed[some[:, 0]] == signed[some[:, 1]]).mean(axis=1)
        yield from map(tuple, some[shared >= needed - ERRORS * error].tolist())


def _roots(first: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the first article of each one's story."""
    while (first[first] != first).any():
        first = first[first]
    return first.copy()


def _root(first: npt.NDArray[np.int64], at: int) -> int:
    while first[at] != at:
        first[at] = first[first[at]]
        at = int(first[at])
    return at
