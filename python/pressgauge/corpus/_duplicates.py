"""Wire copy: the same story in many papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from pressgauge._core import DomainError
from pressgauge._given import expect, whole
from pressgauge._optional import optional
from pressgauge.corpus._shingles import overlap, shingles
from pressgauge.corpus._stories import signatures, stories
from pressgauge.corpus._tables import as_table, batches_of, strings

if TYPE_CHECKING:
    import numpy.typing as npt
    import pyarrow as pa

__all__ = ["duplicates", "once_per_story"]


MOST = 100_000
"""Of words in a shingle, and of permutations: more is a slip."""


def duplicates(
    articles: Any,
    *,
    text: str = "text",
    id: str = "article_id",
    threshold: float = 0.6,
    shingle: int = 5,
    permutations: int = 256,
    seed: int = 1,
) -> pa.Table:
    """Group articles that are copies of one story, cut, led anew or added to.

    Parameters
    ----------
    articles : Corpus, table of Arrow or polars, or pandas.DataFrame
        A corpus must hold its texts (``store_text=True``).
    text, id : str
        Columns of the texts and of ids, which are unique.
    threshold : float
        In (0, 1]: the least share of the shingles of the shorter of two copies that the longer has, too.
    shingle : int
        Words of a shingle, 1 to 100,000.
    permutations : int
        Of the MinHash, 16 to 100,000: more find more of the pairs in which one article is far shorter.
    seed : int
        Of the MinHash, from 0 to 2⁶⁴ - 1.

    Returns
    -------
    pyarrow.Table
        A row for each article, in their order: ``article_id``; ``story``, numbered from 0 by first articles; ``first``, the
        id of the story's first article in the order of the table; ``similarity`` in [0, 1], the share as above of this
        article and that one.

    Raises
    ------
    DomainError
        A text or id is null, an id is there twice, a column is missing, an argument is out of range, or `articles` is no
        table.
    ImportError
        rensa or pyarrow is not installed.

    Notes
    -----
    Pairs that share a band of two rows of their MinHash signatures [1]_ [2]_ are compared by their shingles themselves: no
    pair below the threshold is joined, nor one whose Jaccard similarity (shingles in common by shingles that either has)
    J is below 0.15, as that of a story and its first sentence. A pair is found with a chance of 1 - (1 - J²)^(permutations / 2):
    0.95 at 0.15, 0.99 at 0.19. A story is what chains of such pairs hold together, so that an article may be less like the first
    one than the threshold. Case and punctuation make no difference; an article without words is alone.

    Time and memory grow with the words: in a band that many articles share, each is compared with the first and with
    its neighbour only. Texts are read piece by piece; kept are 4 bytes of each shingle and 2 kB of each article.

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
    >>> found.to_pylist()[2]
    {'article_id': 'c', 'story': 0, 'first': 'a', 'similarity': 1.0}
    """
    _check(threshold, shingle, permutations, seed)
    for name, value in (("text", text), ("id", id)):
        expect(value, str, name)
    arrow = optional("pyarrow", "corpus")
    ids: list[str] = []
    sets: list[npt.NDArray[np.uint32]] = []
    signed = [np.zeros((0, permutations), np.uint32)]
    for batch in batches_of(articles, [id, text]):
        ids += _ids(batch.column(id), id)
        values, ends = shingles(_texts(batch.column(text), text, ids), shingle)
        sets += np.split(values, ends[:-1])
        signed.append(signatures(values, ends, permutations, seed))
    _once(ids, id)
    first = stories(sets, np.concatenate(signed), threshold)
    alike = [1.0 if i == j else overlap(sets[i], sets[j]) for i, j in enumerate(first)]
    return arrow.table(
        {
            "article_id": arrow.array(ids, arrow.large_string()),
            "story": arrow.array(np.unique(first, return_inverse=True)[1].astype(np.int64)),
            "first": arrow.array([ids[each] for each in first], arrow.large_string()),
            "similarity": arrow.array(alike, arrow.float64()),
        }
    )


def once_per_story(table: Any, stories: Any) -> pa.Table:
    """Keep the rows of one article of each story, the first.

    Parameters
    ----------
    table : table of Arrow or polars, or pandas.DataFrame
        With a column ``article_id``: ``counts``, ``figures``, ``articles``, … of a corpus.
    stories : pyarrow.Table
        What `duplicates` returned for its articles.

    Returns
    -------
    pyarrow.Table
        Rows of first articles, in their order, with a column ``copies`` more: how many articles the story has, the first
        among them. What only later copies say is not there.

    Raises
    ------
    DomainError
        `stories` does not know an article of the table, or a column is missing.

    Examples
    --------
    >>> import pressgauge as pg
    >>> wire = "Two miners died and nine were hurt when a shaft near the town flooded on Monday, the company said."
    >>> corpus = pg.read_corpus([wire, wire + " More follows."])
    >>> once_per_story(corpus.counts, duplicates(corpus)).select(["kind", "copies"]).to_pylist()
    [{'kind': 'killed', 'copies': 2}, {'kind': 'injured', 'copies': 2}]
    """
    arrow, compute = optional("pyarrow", "corpus"), optional("pyarrow.compute", "corpus")
    rows, known = as_table(table), as_table(stories)
    if "article_id" not in rows.column_names:
        raise DomainError(f"there is no column 'article_id'; the columns are {', '.join(rows.column_names)}")
    ids, articles = strings(rows["article_id"]), strings(known["article_id"])
    at = compute.index_in(ids, value_set=articles)
    if at.null_count:
        unknown = ids.filter(compute.is_null(at))[0].as_py()
        raise DomainError(f"article {unknown!r} of the table is not among those of the stories")
    story = known["story"].to_numpy()
    copies = arrow.array(np.bincount(story)[story])
    kept = compute.equal(strings(known["first"]), articles)
    return rows.append_column("copies", copies.take(at.combine_chunks())).filter(kept.take(at))


def _check(threshold: float, shingle: int, permutations: int, seed: int) -> None:
    for name, value in (("shingle", shingle), ("permutations", permutations), ("seed", seed)):
        whole(value, name)
    if not isinstance(threshold, int | float):
        raise TypeError(f"threshold must be a number, not {threshold!r:.60}")
    if not 0 < threshold <= 1:
        raise DomainError(f"threshold is {threshold}, expected a number in (0, 1]")
    if not 1 <= shingle <= MOST:
        raise DomainError(f"shingle is {shingle}, expected 1 to {MOST} words")
    if not 16 <= permutations <= MOST:
        raise DomainError(f"permutations is {permutations}, expected 16 to {MOST}")
    if not 0 <= seed < 2**64:
        raise DomainError(f"seed is {seed}, expected a number from 0 to 2**64 - 1")


def _ids(column: Any, name: str) -> list[str]:
    if column.null_count:
        raise DomainError(f"an id is null in column '{name}'")
    ids: list[str] = strings(column).to_pylist()
    return ids


def _texts(column: Any, name: str, ids: list[str]) -> Any:
    if column.null_count:
        at = len(ids) - len(column) + column.is_null().to_pylist().index(True)
        raise DomainError(f"article {ids[at]!r} has no text in column '{name}'")
    return strings(column)


def _once(ids: list[str], name: str) -> None:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise DomainError(f"id {each!r} is there twice in column '{name}'")
        seen.add(each)
