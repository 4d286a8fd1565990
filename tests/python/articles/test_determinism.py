"""The readings of a fixed set of articles as JSON: the same bytes in any process, locale, time zone and order of hashes.

Threads, layouts of the input, optimization and compilers: tests/cpp/articles/test_determinism.cpp.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "data"
HASH = DATA / "readings_json.sha256"
PROGRAM = """
import hashlib, locale, sys, time
from contextlib import suppress
with suppress(locale.Error):
    locale.setlocale(locale.LC_ALL, "")
getattr(time, "tzset", int)()
import pressgauge as pg
made = hashlib.sha256()
for text in open(sys.argv[1], encoding="utf-8", newline="").read().split("\\n\\f\\n"):
    made.update(pg.read(text, published="2024-05-14").to_json().encode())
print(made.hexdigest())
"""
PLACES = {
    "plain": {},
    "hashes of 1": {"PYTHONHASHSEED": "1"},
    "hashes of 4242": {"PYTHONHASHSEED": "4242"},
    "Turkish": {"LC_ALL": "tr_TR.UTF-8", "TZ": "Europe/Istanbul"},
    "German": {"LC_ALL": "de_DE.UTF-8", "TZ": "Europe/Berlin"},
    "no locale": {"LC_ALL": "C", "PYTHONUTF8": "1"},
    "far west": {"TZ": "Pacific/Honolulu"},
    "far east": {"TZ": "Pacific/Kiritimati"},
}


def readings(environment: dict[str, str]) -> str:
    environment = {**{k: v for k, v in os.environ.items() if not k.startswith("LC_")}, **environment}
    command = [sys.executable, "-c", PROGRAM, str(DATA / "readings.txt")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize("place", PLACES)
def test_readings_are_the_same_everywhere(place):
    found = readings(PLACES[place])
    if os.environ.get("PRESSGAUGE_WRITE_GOLDEN") and place == "plain":
        HASH.write_text(f"{found}\n", encoding="ascii")
    assert found == HASH.read_text(encoding="ascii").strip()


def test_the_fixed_set_is_the_one_that_was_hashed():
    texts = (DATA / "readings.txt").read_bytes()
    assert len(texts.split(b"\n\f\n")) > 40
    kept = (DATA / "readings.txt.sha256").read_text(encoding="ascii").strip()
    assert hashlib.sha256(texts).hexdigest() == kept
