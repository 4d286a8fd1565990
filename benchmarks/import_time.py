"""How long `import pressgauge` takes beyond `import numpy`: a fresh process each round."""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys

GOAL = 50
PROBE = (
    "import time, numpy; t = time.perf_counter(); import pressgauge; print((time.perf_counter() - t) * 1000)"
)
READ = "import time, numpy; t = time.perf_counter(); import pressgauge; pressgauge.read('x'); print((time.perf_counter() - t) * 1000)"


def median_time(code: str, rounds: int) -> float:
    """Return the median of the milliseconds that fresh processes print."""
    command = [sys.executable, "-I", "-c", code]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(rounds)]
    return statistics.median(float(run.stdout) for run in runs)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    print(
        f"import: {median_time(PROBE, rounds):.0f} ms beyond numpy (goal: {GOAL} ms or less); "
        f"with a first reading, for which rules are loaded: {median_time(READ, rounds):.0f} ms"
    )
