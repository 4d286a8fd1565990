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
"""Jaccard similarity of copies at least: about that of a story and its first sixth, which a round-up holds, too."""
ROWS = 2
"""Of a band: pairs at `LEAST` share one of 128 bands with a chance of 0.95."""
BEHIND = 2
"""Rows behind a band that bring those together that are more alike."""
MARGIN = 0.08
"""Below `LEAST`, from which on the estimate of a signature spares the comparison: 3.5 standard errors of 256 permutations."""
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
    worded = np.flatnonzero([len(each) > 0 for each in sets])
    apart: set[tuple[int, int]] = set()
    for start in range(0, signed.shape[1] - ROWS + 1, ROWS):
        for i, j in _proposed(signed, worded, start, _roots(first)):
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


def _proposed(
    signed: Signatures, worded: npt.NDArray[np.int64], start: int, roots: npt.NDArray[np.int64]
) -> Iterator[tuple[int, int]]:
    """Return pairs of two stories that share a band and are estimated to be alike."""
    pairs = _banded(signed[worded], start)
    pairs = np.sort(worded[pairs], axis=1)
    pairs = pairs[roots[pairs[:, 0]] != roots[pairs[:, 1]]]
    for at in range(0, len(pairs), STEP):
        some = pairs[at : at + STEP]
        shared = (signed[some[:, 0]] == signed[some[:, 1]]).mean(axis=1)
        yield from map(tuple, some[shared >= LEAST - MARGIN].tolist())


def _banded(signed: Signatures, start: int) -> npt.NDArray[np.int64]:
    """Return pairs that share a band: each article with the first and with its neighbour, so that time stays linear."""
    rows = [signed[:, (start + at) % signed.shape[1]] for at in range(ROWS + BEHIND)]
    order = np.lexsort(rows[::-1])
    band = np.stack(rows[:ROWS], axis=1)[order]
    new = np.append(True, (band[1:] != band[:-1]).any(axis=1))[: len(order)]
    heads = order[np.maximum.accumulate(np.where(new, np.arange(len(new)), 0))]
    behind = np.flatnonzero(~new)
    return np.concatenate(
        [
            np.stack([heads[behind], order[behind]], axis=1),
            np.stack([order[behind - 1], order[behind]], axis=1),
        ]
    )


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
