"""Wire copy: the same story in many papers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError
from pressgauge._optional import optional
from pressgauge.corpus._shingles import jaccard, shingles
from pressgauge.corpus._tables import as_table, batches_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt
    import pyarrow as pa

__all__ = ["duplicates", "once_per_story"]

FOUND = 0.99
"""Chance at least that a pair at the threshold is compared: decides the rows of a band."""
ERRORS = 4.0
"""Standard errors below the threshold from which on an estimate spares the comparison of the shingles."""


def duplicates(
    articles: Any,
    *,
    text: str = "text",
    id: str = "article_id",
    threshold: float = 0.4,
    shingle: int = 3,
    permutations: int = 128,
    seed: int = 1,
) -> pa.Table:
    """Group articles that are copies of one story, edited or not.

    Parameters
    ----------
    articles : Corpus, table of Arrow or pandas.DataFrame
        A corpus must hold its texts (``store_text=True``).
    text, id : str
        Columns of the texts and of ids, which are unique.
    threshold : float
        In (0, 1]: the least similarity [1] of two copies: shingles in common by shingles that either has (Jaccard).
    shingle : int
        Words of a shingle, at least 1.
    permutations : int
        Of the MinHash, at least 16: more find more pairs just above the threshold.
    seed : int
        Of the MinHash.

    Returns
    -------
    pyarrow.Table
        A row for each article, in their order: ``article_id``; ``story``, numbered by first articles; ``first``, the id of
        the story's first article in the order of the table; ``similarity`` to it in [0, 1], 1 for itself.

    Raises
    ------
    DomainError
        A text or id is null, an id is there twice, a column is missing, or an argument is out of range.
    ImportError
        rensa or pyarrow is not installed.

    Notes
    -----
    Pairs that share a band of their MinHash signature are compared by their shingles themselves, so that no pair below the
    threshold is joined [1]_ [2]_. A story is whatever chains of such pairs hold together: an article may be less like
    the first one than the threshold. Case and punctuation make no difference; an article without words is alone.

    Time and memory grow with the words: of a band that many articles share, each is compared with the first and with
    its neighbour only. Texts are read piece by piece; 4 bytes are kept of each word and 512 of each article.

    References
    ----------
    .. [1] Broder (1997), On the resemblance and containment of documents.
    .. [2] Leskovec, Rajaraman & Ullman (2014), Mining of Massive Datasets, ch. 3.

    Examples
    --------
    >>> import pyarrow as pa
    >>> wire = "Two miners died and nine were hurt when a shaft near the town flooded on Monday, the company said."
    >>> texts = [wire, "The council meets on Monday.", wire + " The mayor of our town was shocked."]
    >>> found = duplicates(pa.table({"article_id": ["a", "b", "c"], "text": texts}))
    >>> found.select(["article_id", "story", "first"]).to_pylist()[2]
    {'article_id': 'c', 'story': 0, 'first': 'a'}
    """
    rows = _checked(threshold, shingle, permutations)
    arrow = optional("pyarrow", "corpus")
    ids: list[str] = []
    sets: list[npt.NDArray[np.uint32]] = []
    signatures: list[npt.NDArray[np.uint32]] = []
    for batch in batches_of(articles, "articles", [id, text]):
        ids += _ids(batch.column(id), id)
        values, ends = shingles(_texts(batch, text, ids), shingle)
        sets += np.split(values, ends[:-1]) if len(ends) else []
        signatures.append(_signatures(values, ends, permutations, seed))
    if len(set(ids)) < len(ids):
        raise DomainError(f"id {_twice(ids)!r} is there twice in column '{id}'")
    first = _stories(sets, np.concatenate(signatures) if sets else None, rows, threshold)
    numbers = np.unique(first, return_inverse=True)[1]
    alike = [1.0 if i == j else jaccard(sets[i], sets[j]) for i, j in enumerate(first)]
    return arrow.table(
        {
            "article_id": arrow.array(ids, arrow.string()),
            "story": arrow.array(numbers.astype(np.int64)),
            "first": arrow.array([ids[each] for each in first], arrow.string()),
            "similarity": arrow.array(alike, arrow.float64()),
        }
    )


def once_per_story(table: Any, duplicates: pa.Table) -> pa.Table:
    """Keep the rows of one article of each story, the first.

    Parameters
    ----------
    table : table of Arrow or pandas.DataFrame
        With a column ``article_id``: ``counts``, ``figures``, ``articles``, … of a corpus.
    duplicates : pyarrow.Table
        What `duplicates` returned for its articles.

    Returns
    -------
    pyarrow.Table
        Rows of first articles, in their order, with a column ``copies`` more: how many articles the story has, the first
        among them. What only later copies say is not there.

    Raises
    ------
    DomainError
        `duplicates` does not know an article of the table.

    Examples
    --------
    >>> import pyarrow as pa
    >>> wire = "Two miners died and nine were hurt when a shaft near the town flooded on Monday, the company said."
    >>> articles = pa.table({"article_id": ["a", "b"], "text": [wire, wire + " More follows."]})
    >>> once_per_story(articles, duplicates(articles)).select(["article_id", "copies"]).to_pylist()
    [{'article_id': 'a', 'copies': 2}]
    """
    compute = optional("pyarrow.compute", "corpus")
    made = as_table(table)
    if "article_id" not in made.column_names:
        raise DomainError(f"there is no column 'article_id'; the columns are {', '.join(made.column_names)}")
    ids = plain(made["article_id"])
    at = compute.index_in(ids, value_set=duplicates["article_id"])
    if at.null_count:
        unknown = ids.filter(compute.is_null(at))[0].as_py()
        raise DomainError(f"article {unknown!r} of the table is not among those of duplicates")
    story = duplicates["story"].to_numpy()
    copies = np.bincount(story)[story] if len(story) else story
    kept = compute.equal(duplicates["first"], duplicates["article_id"]).take(at)
    counted = optional("pyarrow", "corpus").array(copies).take(at.combine_chunks())
    return made.append_column("copies", counted).filter(kept)


def _checked(threshold: float, shingle: int, permutations: int) -> int:
    """Return the rows of a band: the most that find a pair at the threshold."""
    if not 0 < threshold <= 1:
        raise DomainError(f"threshold is {threshold}, expected a number in (0, 1]")
    if shingle < 1:
        raise DomainError(f"shingle is {shingle}, expected at least 1 word")
    if permutations < 16:
        raise DomainError(f"permutations is {permutations}, expected at least 16")
    fits = (r for r in range(16, 1, -1) if 1 - (1 - threshold**r) ** (permutations // r) >= FOUND)
    return next(fits, 1)


def _ids(column: Any, name: str) -> list[str]:
    if column.null_count:
        raise DomainError(f"an id is null in column '{name}'")
    ids: list[str] = plain(column).to_pylist()
    return ids


def _texts(batch: pa.RecordBatch, name: str, ids: list[str]) -> Any:
    column = batch.column(name)
    if column.null_count:
        at = len(ids) - len(column) + column.is_null().to_pylist().index(True)
        raise DomainError(f"article {ids[at]!r} has no text in column '{name}': read it with store_text=True")
    return plain(column)


def _twice(ids: list[str]) -> str:
    seen: set[str] = set()
    return next(each for each in ids if each in seen or seen.add(each))  # type: ignore[func-returns-value]


def _signatures(
    values: npt.NDArray[np.uint32], ends: npt.NDArray[np.int64], permutations: int, seed: int
) -> npt.NDArray[np.uint32]:
    rensa = optional("rensa", "corpus")
    offsets = np.concatenate([[0], ends]).astype(np.uint64)
    hashes = values.astype(np.uint64)
    made = rensa.RMinHash.digest_matrix_from_flat_token_hashes(hashes, offsets, permutations, seed)
    return np.array(made.to_rows(), np.uint32).reshape(len(ends), permutations)


def _stories(
    sets: list[npt.NDArray[np.uint32]], signatures: npt.NDArray[np.uint32] | None, rows: int, threshold: float
) -> list[int]:
    """Return the first article of the story of each article."""
    first = list(range(len(sets)))
    if signatures is None:
        return first
    permutations = signatures.shape[1]
    least = threshold - ERRORS * math.sqrt(threshold * (1 - threshold) / permutations)
    worded = np.flatnonzero([len(each) > 0 for each in sets])
    apart: set[tuple[int, int]] = set()
    for start in range(0, permutations - rows + 1, rows):
        for i, j in _pairs(signatures, worded, start, rows, least):
            if _root(first, i) == _root(first, j) or (i, j) in apart:
                continue
            if jaccard(sets[i], sets[j]) >= threshold:
                low, high = sorted((_root(first, i), _root(first, j)))
                first[high] = low
            else:
                apart.add((i, j))
    return [_root(first, i) for i in range(len(sets))]


def _pairs(
    signatures: npt.NDArray[np.uint32], worded: npt.NDArray[np.int64], start: int, rows: int, least: float
) -> Iterator[tuple[int, int]]:
    """Return pairs that share a band, each with the first and with its neighbour, and are estimated to be alike."""
    band = signatures[worded, start : start + rows]
    # Within a band, the row behind it brings those together that are more alike.
    behind = signatures[worded, (start + rows) % signatures.shape[1]]
    order = np.lexsort([behind, *band.T])
    new = np.append(True, (band[order][1:] != band[order][:-1]).any(axis=1))
    ordered = worded[order]
    heads = ordered[np.maximum.accumulate(np.where(new, np.arange(len(new)), 0))]
    pairs = np.stack([np.append(heads, ordered[:-1]), np.append(ordered, ordered[1:])], axis=1)
    pairs = np.sort(pairs[np.append(~new, ~new[1:])], axis=1)
    pairs = np.unique(pairs, axis=0)
    step = 4096
    for at in range(0, len(pairs), step):
        some = pairs[at : at + step]
        shared = (signatures[some[:, 0]] == signatures[some[:, 1]]).mean(axis=1)
        yield from ((int(i), int(j)) for i, j in some[shared >= least])


def _root(first: list[int], at: int) -> int:
    while first[at] != at:
        first[at] = first[first[at]]
        at = first[at]
    return at
