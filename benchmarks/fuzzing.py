"""Write what the fuzz targets ran and found into docs/reliability.md: from the runs in tests/fuzz/runs.tsv, to which those
of the logs of tests/fuzz/run are added, and the list of findings in tests/fuzz/findings.tsv.

Usage: python benchmarks/fuzzing.py [--logs build/fuzz/logs]
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pages

RUNS = pages.ROOT / "tests" / "fuzz" / "runs.tsv"
FINDINGS = pages.ROOT / "tests" / "fuzz" / "findings.tsv"
SEEDS = pages.ROOT / "tests" / "fuzz" / "seeds"
# `#1351  NEW    cov: 6502 ft: 19422 …`; the last such line tells how far a run came, however it ended.
PROGRESS = re.compile(r"^#(\d+)\s+\w+\s+cov: (\d+)", re.MULTILINE)
STARTED = re.compile(r"^started (\d+)$", re.MULTILINE)
ENDED = re.compile(r"^ended (\d+)$", re.MULTILINE)


@dataclass
class Work:
    """What the runs of a target add up to."""

    executions: int = 0
    seconds: int = 0
    edges: int = 0


def kept_runs() -> list[list[str]]:
    """Return the rows of what was run: target, log, executions, seconds, edges."""
    lines = RUNS.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def keep_runs(folder: Path) -> None:
    """Add the logs of a folder that are not among the rows yet."""
    known = {row[1] for row in kept_runs()}
    with RUNS.open("a", encoding="utf-8") as out:
        for path in sorted(folder.glob("*.log")):
            log = path.read_text(encoding="utf-8", errors="replace")
            reached, started, ended = PROGRESS.findall(log), STARTED.search(log), ENDED.search(log)
            if path.stem not in known and reached and started and ended:
                seconds = int(ended[1]) - int(started[1])
                target = path.stem.rsplit("-", 1)[0]
                out.write(f"{target}\t{path.stem}\t{reached[-1][0]}\t{seconds}\t{reached[-1][1]}\n")


def work_of_runs() -> dict[str, Work]:
    """Return what was run, by target."""
    out: dict[str, Work] = defaultdict(Work)
    for target, _, executions, seconds, edges in kept_runs():
        work = out[target]
        work.executions += int(executions)
        work.seconds += int(seconds)
        work.edges = max(work.edges, int(edges))
    return dict(out)


def findings() -> list[list[str]]:
    """Return the rows of the list: target, seed, what went wrong, what was changed."""
    lines = FINDINGS.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def work_table(work: dict[str, Work]) -> str:
    """Return a row for each target and one for all."""
    found = [row[0] for row in findings()]
    rows = [
        [
            target,
            f"{done.executions:,}",
            f"{done.seconds / 60:.0f}",
            f"{done.edges:,}",
            str(found.count(target)),
            str(len(list((SEEDS / target).iterdir()))),
        ]
        for target, done in sorted(work.items())
    ]
    all_executions = sum(each.executions for each in work.values())
    minutes = sum(each.seconds for each in work.values()) / 60
    rows.append(["**all**", f"**{all_executions:,}**", f"**{minutes:.0f}**", "", f"**{len(found)}**", ""])
    return pages.table(["target", "executions", "minutes", "edges reached", "findings", "seeds"], rows)


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--logs", type=Path, default=pages.ROOT / "build" / "fuzz" / "logs")
    keep_runs(parser.parse_args().logs)
    work = work_of_runs()
    pages.put("reliability.md", "fuzzing", work_table(work))
    rows = [[row[0], *row[2:]] for row in findings()]
    pages.put("reliability.md", "findings", pages.table(["target", "what was wrong", "what was done"], rows))
    print(work_table(work))


if __name__ == "__main__":
    main()
