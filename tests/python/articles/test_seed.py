"""The article that the project began with is read without an error, by the score of the labelling guidelines."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

LABELS = Path(__file__).parents[4] / "shared" / "figures"


@pytest.mark.skipif(
    not (LABELS / "seed.jsonl").exists(), reason="the labelled figures are not beside the repository"
)
def test_the_first_article_is_read_as_labelled():
    command = [sys.executable, str(LABELS / "score.py"), str(LABELS / "seed.jsonl"), "--json"]
    table = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    for scope in ("event", "all"):
        assert {level: row["f1"] for level, row in table[scope].items()} == dict.fromkeys(
            ("kind", "value", "span", "full"), 1.0
        )
