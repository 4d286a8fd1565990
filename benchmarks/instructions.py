"""Count the instructions of fixed pieces of work (tests/cpp/work.cpp) by callgrind, and hold them to what is on record.

Usage: python benchmarks/instructions.py PROGRAM [--write]

Seconds say more of a machine than of a change; instructions are the same on every run, so a bound of 5 % can be held. They
are on record for a compiler, a C library and a processor's kind; elsewhere, or without valgrind, nothing is compared, and a
line says why. `--write` records what is counted now, and writes the table of docs/reliability.md.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pages

RECORD = pages.ROOT / "tests" / "data" / "instructions.json"
PIECES = {
    "figures": "the figures of the fixed set of articles, taken apart before",
    "tone": "their tone in numbers",
    "reading": "the articles read: parts, figures, counts, statistics, tone with reasons",
    "shares": "64 proportions each by Wilson, Clopper and Pearson, and Blaker",
    "ratios": "64 odds ratios each by the exact conditional interval and by scores",
}
BOUND = 0.05


def instructions(program: Path, piece: str, rounds: int) -> int:
    """Return what a process takes that does a piece so many times."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, piece, str(rounds)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    collected = re.search(r"Collected : (\d+)", done.stderr)
    if collected is None:
        raise ValueError(f"callgrind counted nothing: {done.stderr[-500:]}")
    return int(collected[1])


def count(program: Path) -> dict[str, int]:
    """Return the instructions of one round of each piece: the first, which loads, is not counted."""
    return {
        piece: (instructions(program, piece, 3) - instructions(program, piece, 1)) // 2 for piece in PIECES
    }


def write(record: dict[str, dict[str, int]], platform: str, counted: dict[str, int]) -> None:
    """Keep what was counted, and show all that is kept."""
    record[platform] = counted
    RECORD.write_text(json.dumps(record, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    header = ["work", *sorted(record)]
    rows = [
        [meaning, *(f"{record[each][piece]:,}" for each in sorted(record))]
        for piece, meaning in PIECES.items()
    ]
    pages.put("reliability.md", "instructions", pages.table(header, rows))


def main() -> int:
    """Return 0 where nothing takes more than 5 % more or less than what is on record, or nothing can be compared."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=Path, help="pressgauge_work of a release build")
    parser.add_argument("--write", action="store_true", help="record what is counted now")
    options = parser.parse_args()
    platform = subprocess.run([options.program], capture_output=True, text=True, check=True).stdout.strip()
    record = json.loads(RECORD.read_text(encoding="utf-8"))
    if shutil.which("valgrind") is None:
        print("skipped: valgrind is not installed")
        return 0
    if platform not in record and not options.write:
        print(f"skipped: nothing is on record for {platform}, only for {'; '.join(sorted(record))}")
        return 0
    counted = count(options.program)
    kept = record.get(platform, counted)
    for piece, now in counted.items():
        print(f"{piece:10} {now:14,} instructions, {now / kept[piece] - 1:+.2%} of the record")
    off = [piece for piece, now in counted.items() if abs(now / kept[piece] - 1) > BOUND]
    if options.write:
        write(record, platform, counted)
        return 0
    if off:
        print(
            f"more than {BOUND:.0%} off: {', '.join(off)}; if that is meant, record it with --write",
            file=sys.stderr,
        )
    return 1 if off else 0


if __name__ == "__main__":
    sys.exit(main())
