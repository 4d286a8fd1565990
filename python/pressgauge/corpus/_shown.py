"""What a notebook, a page and the terminal show of a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pressgauge._parts import Part, signed
from pressgauge._plain import counted
from pressgauge.corpus._tables import strings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressgauge.corpus._corpus import Corpus

__all__ = ["about", "parts"]

MOST = 20
"""Articles and failures that are listed."""


def about(corpus: Corpus) -> str:
    """Return in one line how much there is, and where."""
    rows = corpus.rows()
    told = [
        counted(rows[name], name.removesuffix("s")) for name in ("articles", "figures", "counts", "failures")
    ]
    return " · ".join([*told, "in memory" if corpus.path is None else corpus.path])


def parts(corpus: Corpus) -> list[Part]:
    """Return the tables of a report: kinds, tone, first articles, first failures; those that hold nothing left out."""
    made = (_kinds(corpus), _tones(corpus), _articles(corpus), _failures(corpus))
    return [part for part in made if part.rows]


def _kinds(corpus: Corpus) -> Part:
    """Return how often each kind is counted, and in how many articles."""
    rows = _by_word(corpus, "figures", "kind", ("article_id", "count_distinct"))
    rows.sort(key=lambda row: (-row[1], row[0]))
    told = ((kind, f"{figures:,}", f"{articles:,}") for kind, figures, articles in rows)
    return Part(
        "Kinds of figures", ("kind", "figures", "articles"), tuple(told), frozenset({"figures", "articles"})
    )


def _tones(corpus: Corpus) -> Part:
    """Return how many articles have each tone, with the mean of their scores."""
    rows = _by_word(corpus, "sentiment", "label", ("score", "mean"))
    rows.sort(key=lambda row: row[2])
    told = ((label, f"{articles:,}", signed(mean)) for label, articles, mean in rows)
    return Part(
        "Tone", ("label", "articles", "mean score"), tuple(told), frozenset({"articles", "mean score"})
    )


def _by_word(corpus: Corpus, table: str, word: str, of: tuple[str, str]) -> list[tuple[str, int, Any]]:
    """Return each word of a column with its rows, and what another column comes to in them."""
    found = corpus.scan(table, [word, of[0]]).read_all()
    plain = found.set_column(0, word, strings(found[word]))
    grouped = plain.group_by(word).aggregate([([], "count_all"), of])
    names = (word, "count_all", "_".join(of))
    return [tuple(row[name] for name in names) for row in grouped.to_pylist()]


def _articles(corpus: Corpus) -> Part:
    columns = ["article_id", "title", "published", "characters"]
    rows = _first(corpus, "articles", columns)
    told = ((r["article_id"], r["title"] or "", _day(r["published"]), f"{r['characters']:,}") for r in rows)
    title = _title("Articles", corpus.rows()["articles"])
    return Part(title, ("id", "title", "published", "characters"), tuple(told), frozenset({"characters"}))


def _failures(corpus: Corpus) -> Part:
    rows = _first(corpus, "failures", ["article_id", "kind", "message"])
    told = ((r["article_id"], r["kind"], r["message"]) for r in rows)
    return Part(_title("Failures", corpus.rows()["failures"]), ("id", "kind", "message"), tuple(told))


def _first(corpus: Corpus, table: str, columns: list[str]) -> Iterable[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for batch in corpus.scan(table, columns):
        rows += batch.slice(0, MOST - len(rows)).to_pylist()
        if len(rows) == MOST:
            break
    return rows


def _title(name: str, rows: int) -> str:
    return name if rows <= MOST else f"{name}: the first {MOST} of {rows:,}"


def _day(day: Any) -> str:
    return "" if day is None else str(day)
