"""What the core logs reaches Python's logging, and nothing else."""

from __future__ import annotations

import logging
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pressgauge as pg
from pressgauge import _core


def test_records_reach_the_logger(caplog):
    with caplog.at_level(logging.WARNING, logger="pressgauge"):
        _core.logging.warning("a doubtful 5 %s {}")
    assert [(r.name, r.levelname, r.getMessage()) for r in caplog.records] == [
        ("pressgauge", "WARNING", "a doubtful 5 %s {}")
    ]


def test_a_reading_logs_its_warnings_as_decisions(caplog):
    with caplog.at_level(logging.DEBUG, logger="pressgauge"):
        pg.read("")
    assert [(r.levelname, r.getMessage()) for r in caplog.records] == [
        ("DEBUG", "empty: the text holds no words")
    ]


def test_eight_threads_log_without_waiting_for_each_other(caplog):
    with caplog.at_level(logging.WARNING, logger="pressgauge"), ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda i: _core.logging.warning(str(i)), range(1600)))
    assert sorted(int(r.getMessage()) for r in caplog.records) == list(range(1600))


def test_nothing_is_printed():
    code = "import pressgauge as pg; pg.read(''); pg._core.logging.warning('x'); pg.stats.turnout(120, 100)"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")
