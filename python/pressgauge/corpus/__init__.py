"""Many articles at once.

What to use when: `read_batch` for a table of articles that fits into memory; its tables go to pyarrow, polars, DuckDB and
pandas by the Arrow PyCapsule interface. `read_corpus` for everything else: its `Corpus` gives tables, and `Corpus.timeline`
a `Timeline` of one toll across the articles.
`duplicates` groups copies of one story, and `once_per_story` keeps one of each.
"""

from __future__ import annotations

from pressgauge.corpus._batches import Batch, read_batch
from pressgauge.corpus._corpus import Corpus
from pressgauge.corpus._duplicates import duplicates, once_per_story
from pressgauge.corpus._engines import BatchReader
from pressgauge.corpus._read import read_corpus
from pressgauge.corpus._timeline import Timeline

__all__ = [
    "Batch",
    "BatchReader",
    "Corpus",
    "Timeline",
    "duplicates",
    "once_per_story",
    "read_batch",
    "read_corpus",
]
