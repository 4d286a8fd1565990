"""What tests of sources do with what a source gives."""

from __future__ import annotations

from pressgauge.corpus._sources import open_source


def read(source, size=3, start=0, **columns):
    return list(open_source(source, **columns).chunks(size, start))


def rows(chunks):
    return [row for chunk in chunks for row in chunk.batch.to_pylist()]


def failures(chunks):
    return [failure for chunk in chunks for failure in chunk.failures]
