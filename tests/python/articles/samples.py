"""Texts that several tests read."""

from __future__ import annotations

from pathlib import Path

import pressgauge as pg

ROOT = Path(__file__).parents[3]
CLASHES = ROOT / "examples" / "articles" / "clashes.txt"
SMALL = "The clashes injured at least 50 protesters and 30 peacekeepers. Turnout was below 3.5%."
APART = "Police said 20 protesters were injured. Doctors said 35 protesters were injured."


def clashes() -> pg.Reading:
    return pg.read(CLASHES.read_bytes(), published="2023-05-30")
