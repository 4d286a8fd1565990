from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pressgauge as pg
from samples import ARTICLES

THREADS = 8


def test_eight_threads_that_share_a_gauge_agree():
    gauge = pg.Gauge()
    alone = [gauge.read(text, published="2024-05-14").to_json() for text in ARTICLES]
    texts = [*ARTICLES] * 40
    with ThreadPoolExecutor(THREADS) as pool:
        together = pool.map(lambda text: gauge.read(text, published="2024-05-14").to_json(), texts)
        assert list(together) == alone * 40


def test_eight_threads_may_edit_and_score_the_same_reading():
    reading = pg.read(ARTICLES[0])
    with ThreadPoolExecutor(THREADS) as pool:
        edited = list(pool.map(lambda _: reading.reject(0, by="AB", reason="x").to_json(), range(40)))
    assert len(set(edited)) == 1


def test_eight_threads_may_make_gauges():
    with ThreadPoolExecutor(THREADS) as pool:
        versions = list(pool.map(lambda _: pg.Gauge(lexicon={"glum": -2}).rules_version, range(THREADS)))
    assert len(set(versions)) == 1
