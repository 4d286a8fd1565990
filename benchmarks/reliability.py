"""Run the tests that inject faults, count the faults, and write the summary of docs/reliability.md: with what was fuzzed
(tests/fuzz/runs.tsv) and with what the tables of bad inputs and of mutants on that page say.

Usage: python benchmarks/reliability.py
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import fuzzing
import pages

TESTS = [f"tests/python/corpus/{name}.py" for name in ("test_runs", "test_faults")]


def faults() -> tuple[int, int]:
    """Return how many faults were injected, and in how many tests; ends where a test fails."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            f"--junit-xml={report}",
            "-o",
            "junit_family=xunit1",
            *TESTS,
        ]
        done = subprocess.run(command, cwd=pages.ROOT, check=False)
        if done.returncode:
            sys.exit(done.returncode)
        counts = [
            int(each.get("value", ""))
            for each in ET.parse(report).iter("property")
            if each.get("name") == "faults"
        ]
        return sum(counts), len(counts)


def row_for_all(name: str) -> list[str]:
    """Return the last row of a table of the page."""
    page = (pages.ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    part = page.split(f"<!-- begin {name} -->")[1].split(f"<!-- end {name} -->")[0]
    row = re.search(r"^\| (?:\*\*)?all(?:\*\*)? \|.*$", part, flags=re.MULTILINE)
    if row is None:
        raise ValueError(f"docs/reliability.md has no row for all {name}")
    return [cell.strip().strip("*") for cell in row[0].strip("|").split("|")]


def main() -> None:
    """Write the summary."""
    work = fuzzing.work_of_runs().values()
    executions, minutes = sum(each.executions for each in work), sum(each.seconds for each in work) / 60
    injected, tests = faults()
    properties, mutants = row_for_all("properties"), row_for_all("mutants")
    of = int(mutants[1]) - int(mutants[2])
    rows = [
        [
            f"{executions:,} inputs run through the fuzz targets in {minutes:.0f} minutes",
            f"{len(fuzzing.findings())} faults found and mended",
            "`make fuzz`",
        ],
        [
            f"{properties[2]} calls of {properties[1]} public functions, {properties[3]} with a wild argument",
            f"{properties[4]} answered, {properties[5]} refused, none otherwise",
            "`python benchmarks/properties.py --examples 100`",
        ],
        [
            f"{injected} faults injected in {tests} tests: kills, a full disk, lost records, files that cannot be read",
            "no row lost, doubled or half written",
            "`python benchmarks/reliability.py`",
        ],
        [
            f"{mutants[1]} mutants, {mutants[2]} of them equivalent",
            f"{mutants[6]} of {of} killed",
            "`make mutants`",
        ],
    ]
    summary = pages.table(["what was tried", "what came of it", "command"], rows)
    pages.put("reliability.md", "summary", summary)
    print(summary)


if __name__ == "__main__":
    main()
