"""What a notebook, a page and the terminal show of a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pressgauge._optional import optional
from pressgauge._parts import Part, signed
from pressgauge._plain import counted

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
    table = corpus.scan("figures", ["kind", "article_id"]).read_all()
    compute = optional("pyarrow.compute", "corpus")
    plain = table.set_column(0, "kind", compute.cast(table["kind"], "string"))
    found = plain.group_by("kind").aggregate([([], "count_all"), ("article_id", "count_distinct")])
    rows = sorted(found.to_pylist(), key=lambda row: (-row["count_all"], row["kind"]))
    told = ((r["kind"], f"{r['count_all']:,}", f"{r['article_id_count_distinct']:,}") for r in rows)
    return Part(
        "Kinds of figures", ("kind", "figures", "articles"), tuple(told), frozenset({"figures", "articles"})
    )


def _tones(corpus: Corpus) -> Part:
    """Return how many articles have each tone, with the mean of their scores."""
    table = corpus.scan("sentiment", ["label", "score"]).read_all()
    compute = optional("pyarrow.compute", "corpus")
    plain = table.set_column(0, "label", compute.cast(table["label"], "string"))
    found = plain.group_by("label").aggregate([([], "count_all"), ("score", "mean")])
    rows = sorted(found.to_pylist(), key=lambda row: row["score_mean"])
    told = ((r["label"], f"{r['count_all']:,}", signed(r["score_mean"])) for r in rows)
    return Part(
        "Tone", ("label", "articles", "mean score"), tuple(told), frozenset({"articles", "mean score"})
    )


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
