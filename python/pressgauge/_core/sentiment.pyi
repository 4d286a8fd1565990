from typing import Any

from pressgauge._core.articles import Gauge
from pressgauge._core.text import Document

def score(document: Document, gauge: Gauge) -> dict[str, Any]: ...
