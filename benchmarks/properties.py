"""Call every public function with good arguments and wild ones (tests/python/properties), and write into
docs/reliability.md how many calls were made, answered and refused. Fails where a test does.

Usage: python benchmarks/properties.py [--examples 1000]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pages

TESTS = pages.ROOT / "tests" / "python" / "properties"


def run(examples: int) -> dict[str, dict[str, int]]:
    """Run the tests and return what each function was asked and said."""
    with tempfile.TemporaryDirectory() as folder:
        counts = Path(folder) / "counts.json"
        asked = {"PRESSGAUGE_PROPERTY_EXAMPLES": str(examples), "PRESSGAUGE_PROPERTY_COUNTS": str(counts)}
        command = [sys.executable, "-m", "pytest", "-q", "-m", "slow", str(TESTS)]
        done = subprocess.run(command, env=os.environ | asked, cwd=pages.ROOT, check=False)
        if done.returncode:
            sys.exit(done.returncode)
        found: dict[str, dict[str, int]] = json.loads(counts.read_text(encoding="utf-8"))
        return found


def table(counts: dict[str, dict[str, int]]) -> str:
    """Return a row for each module and one for all."""
    kinds = ("called", "wild", "answered", "refused")
    modules: dict[str, Counter[str]] = {}
    for name, each in counts.items():
        module = name.partition(".")[0] if "." in name and name.partition(".")[0].islower() else "pressgauge"
        modules.setdefault(module, Counter()).update({"functions": 1, **each})
    rows = [
        [module, str(each["functions"]), *(f"{each[kind]:,}" for kind in kinds)]
        for module, each in sorted(modules.items())
    ]
    total = sum(modules.values(), Counter())
    rows.append(["**all**", *(f"**{total[kind]:,}**" for kind in ("functions", *kinds))])
    header = ["module", "functions", "calls", "with a wild argument", "answered", "refused"]
    return pages.table(header, rows)


def main() -> None:
    """Run the tests and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=1000)
    made = table(run(parser.parse_args().examples))
    pages.put("reliability.md", "properties", made)
    print(made)


if __name__ == "__main__":
    main()
