"""Readings, corpora, labels and the like for the functions that take them."""

from __future__ import annotations

import datetime as dt
import functools
import io
from typing import Any

import matplotlib as mpl
import pandas as pd
import polars as pl
import pyarrow as pa
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import stats
from pressgauge.sentiment import Lexicon, Link, SentimentIntensityAnalyzer
from properties.values import (
    MODEST,
    NAN,
    WILD,
    Form,
    Kind,
    Words,
    characters,
    fixed,
    mangled,
    one_of,
    spoilt_bytes,
    spoilt_news,
)
from samples import ARTICLES
from strategies import news

mpl.use("Agg")
NAMES = "On Monday NATO chief Jens Stoltenberg spoke. Mr. Stoltenberg was calm. 12 people were hurt."
GOOD, BAD = "The town celebrated the wonderful news.", "The massacre horrified the town."
INTERVAL_FORM = Form("interval", (1,))

texts = st.one_of(st.sampled_from(ARTICLES), news, news.map(str.encode), news.map(Words))
TEXT = fixed(texts, wild=st.one_of(spoilt_news, spoilt_bytes, characters, WILD))
words = st.sampled_from(["killed", "a", "figures", "persons", "percent", ""])
# What is no name of a file that could be there: names of files are looked up, and written to.
PATH_WILD = WILD.filter(
    lambda given: not isinstance(given, int) and "/" not in str(given) and "." not in str(given)
)


@functools.cache
def readings() -> list[pg.Reading]:
    """Return readings that many calls share."""
    read = [pg.read(text, title="News", published="2024-03-01") for text in ARTICLES]
    return [
        *read,
        pg.read(""),
        read[0].reject(0, by="AB", reason="twice"),
        pg.read("12 < 13 \u202e & =1+1."),
        pg.read(NAMES),
    ]


READING = fixed(st.deferred(lambda: st.sampled_from(readings())) | news.map(pg.read))
GAUGES = [
    None,
    pg.Gauge(),
    pg.Gauge(profile="headline", groups={"police": ["officers"]}),
    pg.Gauge(lexicon={"calm": 4.0}, max_bytes=200),
]
ROWS: list[dict[str, Any]] = [
    {"id": str(at), "text": text, "title": f"News {at}", "published": f"2024-03-0{at + 1}"}
    for at, text in enumerate(ARTICLES)
]


@functools.cache
def labelled() -> list[dict[str, Any]]:
    return pg.label_template(ROWS)


LABELLED = st.deferred(lambda: st.just(labelled()))
FRAME = pa.table({"article_id": [row["id"] for row in ROWS] + ["x"], "text": [*ARTICLES, ARTICLES[0]]})
TABLES = [FRAME, FRAME.to_pandas(), pl.from_arrow(FRAME), FRAME.to_batches()[0]]
# Columns of other types, other names, nulls: tables that hold no articles.
ODD_TABLES = [
    pa.table({}),
    pa.table({"article_id": [1, 2], "text": [1.5, NAN]}),
    pa.table({"article_id": ["a", "a"], "text": ["one", None]}),
    pa.table({"text": pa.array([b"12 died.", b"\xff"]), "published": ["2024-01-01", "never"]}),
    pa.table({"text": pa.array([None, None]), "story": [0, 1], "first": ["a", "b"]}),
    pd.DataFrame({"text": ["12 died.", 3, None, "\ud800"]}),
    pd.DataFrame([[1, 2]], columns=["text", "text"]),
    pd.DataFrame({1: ["a"]}),
    pl.DataFrame({"text": [["a"], ["b"]]}),
]
TABLE = fixed(st.sampled_from(TABLES), wild=st.sampled_from(ODD_TABLES) | WILD)
row = st.fixed_dictionaries(
    {"text": texts},
    optional={"id": characters, "title": news, "date": st.sampled_from(["2024-03-01", "soon"])},
)
SOURCE = fixed(
    st.sampled_from(TABLES) | st.lists(row, max_size=4) | st.lists(texts, max_size=4),
    wild=st.sampled_from(ODD_TABLES)
    | st.lists(WILD, max_size=3)
    | mangled(st.lists(row, min_size=1))
    | PATH_WILD,
)


@functools.cache
def corpora() -> list[pg.Corpus]:
    return [pg.read_corpus(ROWS, progress=False), pg.read_corpus(["", "No numbers here."], progress=False)]


CORPUS = fixed(st.deferred(lambda: st.sampled_from(corpora())))
TIMELINE = fixed(
    st.deferred(lambda: st.sampled_from([corpora()[0].timeline("injured"), corpora()[0].timeline("killed")]))
)
LEXICONS = [Lexicon.shipped(), Lexicon.empty(), Lexicon.empty().extended({"good": 2})]
weights = st.dictionaries(
    st.sampled_from(["good", "very bad", "¿", "Ǆ"]) | news, st.floats(-4, 4), max_size=3
)
RULES = "#pressgauge-rules 1\n"
link = st.builds(Link, st.floats(0.1, 9), st.floats(-1, 1)) | st.none()
ANALYZER = SentimentIntensityAnalyzer(lexicon="good\t1.9\nawful\t-2.0\n", emoji="☺\thappy face\n")
right_fields = st.sampled_from(
    [
        {"kind": "injured"},
        {"value": 35},
        {"group": None, "subset": True},
        {"date": "2024-03-01"},
        {"bound": "range", "interval": (30, 40)},
        {"status": "denied"},
        {"place": "Leeds"},
    ]
)
fields = right_fields | st.dictionaries(
    st.sampled_from(["kind", "bound", "value", "interval", "unit", "group", "status", "subset", "date", "start", "end"]),
    st.sampled_from(["injured", "range", "denied", 3, 0.5, (1, 2), True, None, "2024-03-01", dt.date(2024, 1, 1)]) | WILD,
    max_size=3,
)  # fmt: skip

BY_NAME: dict[str, Kind] = {
    "text": TEXT,
    "title": fixed(st.none() | news, wild=spoilt_news | WILD),
    "published": one_of(None, "2024-03-01", dt.date(2024, 2, 29), dt.datetime(1, 1, 1)),
    "gauge": one_of(*GAUGES),
    "profile": one_of(None, "news", "editorial", "headline"),
    "link": fixed(link),
    "target": one_of("police", "ministry", (0, 5), "the mayor"),
    "texts": fixed(st.lists(texts, max_size=12), wild=st.lists(TEXT.wild, min_size=1, max_size=2) | WILD),
    "ratings": fixed(st.lists(st.floats(-1, 1), max_size=12)),
    "thresholds": one_of(None, (-0.1, 0.1), (0, 0)),
    "through_zero": fixed(st.booleans()),
    "plain_rating": fixed(st.floats(0, 1)),
    "reading": READING,
    "shown": fixed(READING.plain(INTERVAL_FORM) | st.builds(stats.proportion, st.just(3), st.just(7))),
    "table": one_of("figures", "counts", "statistics"),
    "path": one_of("rows.csv", wild=PATH_WILD),
    "articles": fixed(st.just(ROWS), wild=mangled(st.just(ROWS)) | PATH_WILD),
    "labels": fixed(LABELLED, wild=mangled(LABELLED) | PATH_WILD),
    "predictions": fixed(st.none() | LABELLED, wild=mangled(LABELLED) | PATH_WILD),
    "n": one_of(1, 2, 3),
    "prefill": fixed(st.booleans()),
    "by_kind": fixed(st.booleans()),
    "resamples": one_of(1, 5, wild=MODEST),
    "codes": fixed(st.lists(st.lists(st.integers(0, 3) | st.none(), min_size=4, max_size=4), max_size=3)),
    "rows": fixed(st.just(ROWS), wild=mangled(st.just(ROWS)) | WILD),
    "ax": one_of(None),
    "unit": one_of(None, "persons", "percent"),
    "source": one_of(None, "", "ministry"),
    "allocation": fixed(st.builds(stats.allocate_seats, st.just([5, 3, 1]), st.integers(0, 9))),
    "parties": one_of(None, ["A", "B", "C"]),
    "fingerprint": fixed(st.builds(stats.fingerprint, st.just([50]), st.just([90]), st.just([20]))),
    "estimates": fixed(
        st.dictionaries(news, st.builds(stats.count_ratio, st.integers(0, 9), st.integers(0, 9)), max_size=3)
    ),
    "pooled": fixed(st.none() | st.builds(stats.count_ratio, st.integers(1, 9), st.integers(1, 9))),
    "reference": one_of(1, 0, 2.5),
    "log": fixed(st.booleans()),
    "label": one_of("ratio [1]", ""),
    "timeline": TIMELINE,
    "store_text": fixed(st.booleans()),
    "html": one_of(None, True, False),
    "chunk": one_of(1, 2, 1000),
    "on_error": one_of("record", "raise"),
    "resume": fixed(st.booleans()),
    "progress": one_of(None, False, True),
    "out": one_of(None, wild=PATH_WILD),
    "id": one_of(None, "id", "article_id"),
    "kind": one_of("killed", "injured"),
    "group": one_of(None, "officers", ""),
    "place": one_of(None, "Leeds"),
    "by": one_of("day", "source", ["day", "place"], []),
    "toll": fixed(st.booleans()),
    "status": one_of(("asserted",), ["denied", "planned"], ()),
    "duplicates": fixed(st.none() | st.deferred(lambda: st.just(pg.corpus.duplicates(FRAME)))),
    "low": one_of(0, 1, 0.5, 3),
    "high": one_of(3, 4.5, float("inf")),
    **dict.fromkeys(["low_open", "high_open"], fixed(st.booleans())),
    "other": fixed(
        st.sampled_from([pg.Interval(0, 3), pg.Interval(3, 7, True), pg.Interval(-9, float("inf"))])
    ),
    "kinds": one_of(None, RULES, RULES + "kind.vaccinated\tvaccinated\tdefine\tpersons event\n"),
    "hedges": one_of(None, ""),
    "groups": one_of(None, {}, {"police": ["officer", "constable"]}),
    "lexicon": fixed(st.sampled_from([None, *LEXICONS]) | weights),
    "max_bytes": one_of(0, 10, 10**6),
    "data": fixed(st.none()),
    "by_whom": one_of("AB"),
    "reason": one_of("the hospital's list"),
    "number": one_of(0, 1),
    "changes": fixed(right_fields, wild=fields),
    "words": fixed(weights, wild=mangled(st.just({"good": 2})) | PATH_WILD),
    "word": one_of("good", "very bad", ""),
    "name": one_of("police", "ministry"),
    "top": one_of(None, 0, 3),
    "width": one_of(20, 80, wild=MODEST),
    "gain": fixed(st.floats(0.1, 9)),
    "offset": fixed(st.floats(-1, 1)),
    "negative_below": fixed(st.floats(-1, 0)),
    "positive_above": fixed(st.floats(0, 1)),
    **dict.fromkeys(["r", "error", "macro_f1"], one_of(None, 0.5)),
    "warnings": one_of((), ("few",)),
    "tone": fixed(st.floats(-3, 3)),
    "emoji": one_of("", "☺\thappy\n", wild=PATH_WILD),
    "article_id": one_of("0", "1"),
    "columns": one_of(None, ["text"], []),
    "filter": one_of(None),
    "shingle": one_of(1, 2, 5, wild=MODEST),
    "permutations": one_of(16, 64, wild=MODEST),
    "stories": fixed(st.deferred(lambda: st.just(pg.corpus.duplicates(FRAME)))),
    "folder": one_of("nowhere", wild=PATH_WILD),
    "indent": one_of(None, 2, wild=MODEST),
    "buffer": one_of(io.StringIO()),
}

reading_data = st.deferred(lambda: st.sampled_from([each.to_dict() for each in readings()]))
_DATA = fixed(reading_data, wild=mangled(reading_data) | WILD)
link_data = link.map(lambda made: {} if made is None else made.to_dict())

BY_FUNCTION: dict[str, dict[str, Kind]] = {
    "articles.Reading.from_dict": {"data": _DATA},
    "articles.Reading.revise": {"by": one_of("AB")},
    "articles.Reading.reject": {"by": one_of("AB")},
    "sentiment.Link": {"n": one_of(0, 12)},
    "sentiment.Link.from_dict": {"data": fixed(link_data, wild=mangled(link_data) | WILD)},
    "sentiment.Sentiment.toward": {"name": one_of("NATO", "Stoltenberg")},
    "sentiment.toward": {"target": fixed(st.sampled_from([(0, 5), "the", "Monday"]))},
    "sentiment.calibrate": {
        "texts": fixed(st.just([GOOD, BAD] * 6), wild=st.lists(TEXT.wild, min_size=1, max_size=12)),
        "ratings": fixed(st.sampled_from([[0.5, -0.8] * 6, [0.9, -0.3, 0.1, -0.9] * 3])),
        "profile": one_of(None, "news"),
    },
    "sentiment.SentimentIntensityAnalyzer": {"lexicon": one_of("good\t1.9\n", wild=PATH_WILD)},
    "sentiment.Lexicon.extended": {"source": one_of(None, "wave 3", "")},
    "sentiment.Lexicon.from_file": {"path": one_of("nowhere.tsv", wild=PATH_WILD)},
    "evaluation.agreement": {
        "first": fixed(LABELLED, wild=mangled(LABELLED) | PATH_WILD),
        "second": fixed(LABELLED, wild=mangled(LABELLED) | PATH_WILD),
    },
    "evaluation.krippendorff_alpha": {"metric": one_of("nominal", "interval", "ratio")},
    "corpus.read_corpus": {
        "source": SOURCE,
        **dict.fromkeys(["text", "title", "published"], one_of(None, "text", "title")),
    },
    "corpus.read_batch": {"articles": TABLE},
    "corpus.duplicates": {"articles": TABLE, "text": one_of("text"), "id": one_of("article_id")},
    "corpus.once_per_story": {"table": TABLE},
    "corpus.Corpus.table": {"name": one_of("figures", "articles")},
    "corpus.Corpus.scan": {"name": one_of("figures", "articles")},
    "tables.write_csv": {"table": TABLE},
    "Interval.contains": {"value": fixed(st.floats(-9, 9) | st.sampled_from([pg.Interval(1, 2)]))},
}
"""Parameters that mean something else there."""

SELF: dict[str, st.SearchStrategy[Any]] = {
    "Interval": st.sampled_from(
        [pg.Interval(0, 3), pg.Interval(1, 2, True, True), pg.Interval(5, float("inf"))]
    ),
    "articles.Gauge": st.sampled_from(GAUGES[1:]),
    "articles.Reading": READING.plain(INTERVAL_FORM),
    "sentiment.Lexicon": st.sampled_from(LEXICONS),
    "sentiment.Link": link.map(lambda made: made or Link()),
    "sentiment.Sentiment": st.deferred(lambda: st.sampled_from(readings()[-1:] * 2 + readings())).map(
        lambda reading: reading.sentiment
    ),
    "sentiment.SentimentIntensityAnalyzer": st.just(ANALYZER),
    "corpus.Corpus": CORPUS.plain(INTERVAL_FORM),
    "evaluation.Difference": st.nothing(),
}
"""What methods are called on."""
