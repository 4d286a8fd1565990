"""Texts as sets of shingles: runs of words, each a number."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._optional import optional

if TYPE_CHECKING:
    import numpy.typing as npt
    import pyarrow as pa

__all__ = ["jaccard", "overlap", "shingles"]

_BETWEEN_WORDS = r"[^\p{L}\p{N}]+"
_LOW = np.uint64(0xFFFF_FFFF)
_HALF = np.uint64(32)
# Steele, Lea & Flood (2014), Fast Splittable Pseudorandom Number Generators: the finalizer of SplitMix64.
_ADD, _FIRST, _SECOND = (
    np.uint64(each) for each in (0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB)
)


def shingles(texts: pa.Array, size: int) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.int64]]:
    """Return the shingles of each text: each once, as 32 bits of a hash, rising.

    Case and what stands between words make no difference; a text of fewer words is one shingle. The hash knows no order
    of texts and no process, so that results are the same everywhere.

    Parameters
    ----------
    texts : pyarrow.Array
        Strings, none null.
    size : int
        Words of a shingle.

    Returns
    -------
    shingles, ends : numpy.ndarray
        Those of text i end before ``ends[i]``.
    """
    owners, words = _words(texts)
    # Behind the last word stand some that belong to no text.
    padded = np.append(owners, np.full(size - 1, -1))
    mixed = np.zeros(len(words), np.uint64)
    behind = np.append(words, np.zeros(size - 1, np.uint64))
    same = np.ones(len(words), bool)
    for at in range(size):
        same = padded[at : at + len(words)] == owners
        mixed = _mixed(mixed + np.where(same, behind[at : at + len(words)], np.uint64(0)))
    whole = same | (np.diff(owners, prepend=-1) != 0)
    keys = np.sort((owners[whole].astype(np.uint64) << _HALF) | (mixed[whole] >> _HALF))
    keys = keys[np.append(True, keys[1:] != keys[:-1])[: len(keys)]]
    counts = np.bincount((keys >> _HALF).astype(np.int64), minlength=len(texts))
    return (keys & _LOW).astype(np.uint32), np.cumsum(counts)


def overlap(a: npt.NDArray[np.uint32], b: npt.NDArray[np.uint32]) -> float:
    """Return the share of the shingles of the shorter text that the other has, too."""
    return _common(a, b) / min(len(a), len(b))


def jaccard(a: npt.NDArray[np.uint32], b: npt.NDArray[np.uint32]) -> float:
    """Return the share of shingles that two texts have in common, of those that either has."""
    common = _common(a, b)
    return common / (len(a) + len(b) - common)


def _common(a: npt.NDArray[np.uint32], b: npt.NDArray[np.uint32]) -> int:
    return len(np.intersect1d(a, b, assume_unique=True))


def _words(texts: pa.Array) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint64]]:
    """Return the text of each word, and the word as a number."""
    compute = optional("pyarrow.compute", "corpus")
    lists = compute.split_pattern_regex(compute.utf8_lower(texts), _BETWEEN_WORDS)
    coded = lists.flatten().dictionary_encode()
    numbers = np.array([_number(word) for word in coded.dictionary.to_pylist()], np.uint64)
    codes: Any = coded.indices.to_numpy()
    words = numbers[codes] if len(codes) else np.zeros(0, np.uint64)
    owners = compute.list_parent_indices(lists).to_numpy().astype(np.int64)
    # Before a quotation mark at the start of a text stands an empty word.
    real = words != 0
    return owners[real], words[real]


def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little") if word else 0


def _mixed(numbers: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    numbers = numbers + _ADD
    numbers = (numbers ^ (numbers >> np.uint64(30))) * _FIRST
    numbers = (numbers ^ (numbers >> np.uint64(27))) * _SECOND
    return numbers ^ (numbers >> np.uint64(31))
