"""Many articles at once.

What to use when: `read_batch` for a table of articles that fits into memory; its tables go to pyarrow, polars, DuckDB and
pandas by the Arrow PyCapsule interface.
"""

from __future__ import annotations

from pressgauge.corpus._batches import Batch, read_batch
from pressgauge.corpus._engines import BatchReader

__all__ = ["Batch", "BatchReader", "read_batch"]
