"""Run the command line: ``python -m pressgauge``."""

from __future__ import annotations

import sys

from pressgauge.cli import main

if __name__ == "__main__":
    sys.exit(main())
