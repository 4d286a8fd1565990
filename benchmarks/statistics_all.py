"""The speed of statistics beside their peers, in one process and one thread: all families' cases.

Each case is called by us and by the peer in turn, as often as fills some milliseconds; the ratio is the median over
rounds. Two threads are held against two processes, which is what the machine has to give.

    python benchmarks/statistics_all.py             writes docs/performance.md
    python benchmarks/statistics_all.py --dry-run   prints
"""

from __future__ import annotations

import argparse
import gc
import importlib
import multiprocessing
import pkgutil
import statistics
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pages

from pressgauge import stats

LEAST_SECONDS = 0.02
ROWS = 1_000_000


def families() -> list[Any]:
    """Return the scripts that have cases."""
    names = [
        m.name for m in pkgutil.iter_modules([str(Path(__file__).parent)]) if m.name.startswith("statistics_")
    ]
    return [importlib.import_module(name) for name in sorted(names) if name != Path(__file__).stem]


def seconds_of(call: Callable[[], object], repeat: int) -> float:
    """Return seconds of the processor, which other programs on the machine disturb less than those of a clock."""
    gc.collect()
    start = time.process_time()
    for _ in range(repeat):
        call()
    return (time.process_time() - start) / repeat


def repeats(call: Callable[[], object]) -> int:
    return max(1, round(LEAST_SECONDS / max(seconds_of(call, 1), 1e-9)))


def measured(case: dict[str, Any], rounds: int) -> tuple[float, float, float]:
    """Return our seconds, the peer's, and the ratio."""
    ours, theirs = case["ours"], case["theirs"]
    if theirs is None:
        return seconds_of(ours, 1), 0, 0
    check = case.get("check")
    if check is not None:
        assert check(ours(), theirs()), f"{case['name']}: the answers differ"
    times = repeats(ours), repeats(theirs)
    pairs = [(seconds_of(ours, times[0]), seconds_of(theirs, times[1])) for _ in range(rounds)]
    mine, peer = zip(*pairs, strict=True)
    return statistics.median(mine), statistics.median(peer), statistics.median(t / m for m, t in pairs)


def shown(seconds: float) -> str:
    for unit, scale in (("s", 1.0), ("ms", 1e3), ("µs", 1e6)):
        if seconds * scale >= 1 or unit == "µs":
            return f"{seconds * scale:.3g} {unit}"
    return ""


def many_intervals(threads: int) -> float:
    count = np.arange(ROWS, dtype=float) % 1000
    start = time.perf_counter()
    stats.proportion(count, 1000.0, method="clopper_pearson", threads=threads)
    return time.perf_counter() - start


def threads_for_processes(rounds: int) -> float:
    """Return the throughput of two threads over that of two processes in the same round."""
    shares = []
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(many_intervals, [1, 1])
        for _ in range(rounds):
            start = time.perf_counter()
            pool.map(many_intervals, [1, 1], chunksize=1)
            processes = (time.perf_counter() - start) / 2
            shares.append(processes / many_intervals(2))
    return statistics.median(shares)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--only", help="cases whose name or peer holds this")
    options.add_argument("--dry-run", action="store_true")
    asked = options.parse_args()
    warnings.simplefilter("ignore")  # the peers' own, of models without a maximum
    rows = []
    for family in families():
        for case in family.cases():
            if asked.only and asked.only not in f"{case['name']} {case['peer']}":
                continue
            ours, theirs, ratio = measured(case, asked.rounds)
            goal = "" if case.get("goal") is None else f"{case['goal']}x"
            told = ["none", shown(ours), "", ""]
            if case["theirs"] is not None:
                told = [case["peer"], shown(ours), shown(theirs), f"{ratio:.3g}x"]
            rows.append([case["name"], *told, goal])
            print(" | ".join(rows[-1]), flush=True)
    share = threads_for_processes(asked.rounds)
    told = f"Two threads reach {share:.2f} of what two processes do on a million Clopper-Pearson intervals (goal 0.9)."
    print(told)
    if not asked.dry_run and not asked.only:
        header = ["what", "peer", "pressgauge", "peer", "ratio", "goal"]
        pages.put(
            "performance.md", "statistics", pages.table(header, rows) + f"\n{told}\n\n{pages.machine()}\n"
        )


if __name__ == "__main__":
    main()
