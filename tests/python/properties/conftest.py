from __future__ import annotations

import json
import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def _counted():
    """Write how many calls were made, answered and refused, for `benchmarks/properties.py`."""
    yield
    if path := os.environ.get("PRESSGAUGE_PROPERTY_COUNTS"):
        from properties import oracle

        Path(path).write_text(json.dumps(oracle.seen), encoding="utf-8")
