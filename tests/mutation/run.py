# SPDX-License-Identifier: MIT
"""Wake the mutants of a mutated copy one at a time and see which tests notice.

    python tests/mutation/run.py build/mutants              builds, runs what has not been run, writes the table
    python tests/mutation/run.py build/mutants --survivors  the same, with new tests for those that lived

A mutant meets the core's tests that run its place and then, should it live, pytest's files of its module that do.
Tests that compare hashes of whole readings don't count: any change of a reading fails them. Reviewed readings of
example articles (test_golden.py) count apart. ``results.jsonl`` in the copy has a line for each run; a stopped
run goes on from there.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MARKS = 1024
# Any change of a reading changes its hash.
HASHED = "readings are the same bytes everywhere and always"
GOLDEN = "tests/python/articles/test_golden.py"
OF_READINGS = ["tests/python/figures", GOLDEN]
SUITES = {
    "figures": OF_READINGS,
    "merging": OF_READINGS,
    "sentiment": ["tests/python/sentiment"],
    "stats": ["tests/python/stats"],
}
# A slow machine is no mutant.
PATIENCE = {"core": 10, "pytest": 2}
# Nor need one that never stops growing fill the machine.
MEMORY = 6 << 30


class Suite:
    """The tests of a mutated copy, and which mutants each of them runs."""

    def __init__(self, tree: Path, python: str) -> None:
        self.tree = tree
        self.program = tree / "build/tests/cpp/pressgauge_tests"
        self.python = python
        self.marks = tree / "reached.bin"

    def build(self) -> None:
        for part in ("tests", "python", "docs", "benchmarks"):
            shutil.copytree(ROOT / part, self.tree / part, dirs_exist_ok=True)
        targets = ["pressgauge_tests", "pressgauge_python"]
        command = ["cmake", "--build", self.tree / "build", "--target", *targets]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        package = self.tree / "package/pressgauge"
        shutil.copytree(self.tree / "python/pressgauge", package, dirs_exist_ok=True)
        for extension in (self.tree / "build/bindings").glob("_core*.so"):
            shutil.copy2(extension, package)

    def environment(self, **more: str) -> dict[str, str]:
        path = f"{self.tree / 'package'}:{self.tree / 'tests/python'}"
        return (
            os.environ | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", "OMP_NUM_THREADS": "1"} | more
        )

    def run(self, command: list[str], limit: float, **more: str) -> tuple[int, str]:
        """Give the exit code, -99 past the limit, and the output."""
        with subprocess.Popen(
            command, cwd=self.tree, env=self.environment(**more), stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, start_new_session=True,
        ) as process:  # fmt: skip
            try:
                out = process.communicate(timeout=limit)[0]
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, 9)
                return -99, ""
        return process.returncode, out.decode(errors="replace")

    def core(self, tests: list[str], limit: float, **more: str) -> tuple[int, str]:
        names = self.tree / "names.txt"
        names.write_text("".join(f"{name}\n" for name in tests))
        return self.run([str(self.program), "-a", "-f", str(names)], limit, **more)

    def pytest(self, files: list[str], limit: float, **more: str) -> tuple[int, str]:
        options = [
            "-x",
            "-q",
            "-p",
            "no:cacheprovider",
            "--hypothesis-seed=0",
            "-m",
            "not slow",
            "--no-header",
        ]
        return self.run([self.python, "-m", "pytest", *options, *files], limit, **more)

    def names(self) -> list[str]:
        listed = subprocess.run(
            [self.program, "--list-test-names-only"], capture_output=True, text=True, check=False
        ).stdout.splitlines()
        return [name.strip() for name in listed if name.strip() and name.strip() != HASHED]

    def files(self) -> list[str]:
        folders = sorted({folder for folders in SUITES.values() for folder in folders if folder != GOLDEN})
        found = [p for folder in folders for p in sorted((self.tree / folder).glob("test_*.py"))]
        return [*(p.relative_to(self.tree).as_posix() for p in found), GOLDEN]

    def reach(self, tests: list[str], known: dict[str, dict]) -> dict[str, dict]:
        """Give each test's seconds and the mutants that it runs; all asleep, all must pass."""
        for test in tests:
            stamp = (self.tree / test).stat().st_mtime if test.endswith(".py") else 0
            if test in known and known[test]["stamp"] == stamp:
                continue
            self.marks.write_bytes(bytes(MARKS))
            start = time.monotonic()
            runner = self.pytest if test.endswith(".py") else self.core
            code, text = runner([test], 600, PRESSGAUGE_MUTANT_REACHED=str(self.marks))
            if code not in {0, 5}:
                print(f"{test} fails with no mutant awake and is left out: {text[-1500:]}")
                known.pop(test, None)
                continue
            marks = [number for number, mark in enumerate(self.marks.read_bytes()) if mark]
            known[test] = {"stamp": stamp, "seconds": time.monotonic() - start, "reached": marks}
        return {test: known[test] for test in tests if test in known}


def killer(text: str) -> str:
    """Give the name of the first test that failed."""
    lines = text.splitlines()
    for line in lines:
        if line.startswith(("FAILED ", "ERROR ")):
            return line.split(" - ")[0].split(" ", 1)[1]
    for at, line in enumerate(lines[:-1]):
        if line.startswith("-----"):
            return lines[at + 1].strip()
    return lines[-1][:80] if lines else "no output"


def judge_by_core(suite: Suite, place: dict, tests: dict[str, dict]) -> dict:
    number = place["number"]
    names = [name for name, test in tests.items() if number in test["reached"]]
    if names:
        limit = PATIENCE["core"] * sum(tests[name]["seconds"] for name in names) + 5
        code, text = suite.core(names, limit, PRESSGAUGE_MUTANT=str(number))
        if code:
            return {"number": number, "by": "core", "test": "the time limit" if code == -99 else killer(text)}
    return {"number": number, "by": "", "test": "", "stage": "core", "run": names}


def judge_by_pytest(suite: Suite, place: dict, tests: dict[str, dict]) -> dict:
    number = place["number"]
    files = [
        n for n, t in tests.items() if number in t["reached"] and n.startswith(tuple(SUITES[place["module"]]))
    ]
    files.sort(key=lambda name: tests[name]["seconds"])
    for by, names in (
        ("pytest", [n for n in files if n != GOLDEN]),
        ("golden", [n for n in files if n == GOLDEN]),
    ):
        if not names:
            continue
        limit = PATIENCE["pytest"] * sum(tests[name]["seconds"] for name in names) + 5
        code, text = suite.pytest(names, limit, PRESSGAUGE_MUTANT=str(number))
        if code not in {0, 5}:
            return {"number": number, "by": by, "test": "the time limit" if code == -99 else killer(text)}
    return {"number": number, "by": "", "test": "", "stage": "pytest", "run": files}


def last(path: Path) -> dict[int, dict]:
    """Give the last result of each mutant."""
    lines = path.read_text().splitlines() if path.exists() else []
    return {result["number"]: result for result in map(json.loads, lines)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tree", type=Path)
    parser.add_argument("--survivors", action="store_true", help="run those again that lived")
    parser.add_argument(
        "--python", default=sys.executable, help="the Python with pytest and the tests' packages"
    )
    options = parser.parse_args()
    tree = options.tree.resolve()
    suite = Suite(tree, options.python)
    # A Python without pytest would fail every mutant.
    subprocess.run([options.python, "-m", "pytest", "--version"], check=True, stdout=subprocess.DEVNULL)
    suite.build()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    places = json.loads((tree / "mutants.json").read_text())
    results = tree / "results.jsonl"
    reach = tree / "reach.json"
    known = json.loads(reach.read_text()) if reach.exists() else {}
    if options.survivors:
        known = {name: test for name, test in known.items() if name.endswith(".py")}
    for stage, names, judge in (
        ("core", suite.names(), judge_by_core),
        ("pytest", suite.files(), judge_by_pytest),
    ):
        done = last(results)
        tests = suite.reach(names, known)
        reach.write_text(json.dumps(known))
        print(f"{stage}: {len(tests)}, {sum(t['seconds'] for t in tests.values()):.0f} s", flush=True)
        for place in places:
            result = done.get(place["number"], {"by": "", "stage": ""})
            again = options.survivors or result.get("stage") not in {stage, "pytest"}
            if result["by"] or not again:
                continue
            start = time.monotonic()
            result = judge(suite, place, tests)
            with results.open("a") as file:
                file.write(json.dumps(result) + "\n")
            seconds = time.monotonic() - start
            print(
                f"{place['number']:4} {result['by'] or 'LIVES':7} {seconds:5.1f} s {result['test']}",
                flush=True,
            )


if __name__ == "__main__":
    main()
