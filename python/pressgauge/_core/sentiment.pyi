from collections.abc import Sequence
from typing import Any

from pressgauge._core.articles import Gauge
from pressgauge._core.text import Document

def score(document: Document, gauge: Gauge) -> dict[str, Any]: ...
def targets(document: Document, gauge: Gauge) -> list[dict[str, Any]]: ...
def toward(
    document: Document, gauge: Gauge, name: str, spans: Sequence[tuple[int, int]]
) -> dict[str, Any]: ...
