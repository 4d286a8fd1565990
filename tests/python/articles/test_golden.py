from __future__ import annotations

import json

import pytest

from articles import golden


@pytest.mark.parametrize("name", sorted(golden.PUBLISHED))
def test_example_article_reads_as_reviewed(name: str) -> None:
    stored = json.loads((golden.EXPECTED / f"{name}.expected.json").read_text(encoding="utf-8"))
    assert golden.expected(golden.read(name)) == stored


def test_every_example_article_is_held() -> None:
    assert {path.stem for path in golden.ARTICLES.glob("*.txt")} == set(golden.PUBLISHED)
