# SPDX-License-Identifier: MIT
"""Write the share of mutants that the tests kill into docs/reliability.md.

python tests/mutation/table.py build/mutants
"""

from __future__ import annotations

import argparse
import itertools
import json
from pathlib import Path

from pressgauge import stats

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/reliability.md"
BEGIN, END = "<!-- begin mutants -->", "<!-- end mutants -->"
MODULES = ["figures", "merging", "sentiment", "stats"]
COLUMNS = [
    "module", "mutants", "equivalent", "killed by core tests", "by pytest", "by golden readings alone",
    "killed", "killed without golden", "killed, of all",
]  # fmt: skip
FILES = "cpp/pressgauge/"
LINES_NEAR = 3


def place_of(mutant: dict) -> tuple[str, str, str]:
    """Give what tells most mutants from others; a bare number also needs what stands near it."""
    return mutant["file"].removeprefix(FILES), " ".join(mutant["original"].split()), mutant["changed"]


def reasons_of(tree: Path, mutants: list[dict]) -> dict[int, str]:
    """Give why nothing can tell, of the numbers of the mutants that are known to be equivalent."""
    known = json.loads(Path(__file__).with_name("equivalent.json").read_text(encoding="utf-8"))
    out = {}
    for mutant in mutants:
        lines = (tree / mutant["file"]).read_text(encoding="utf-8").splitlines()
        own = next(i for i, line in enumerate(lines) if f"mutant({mutant['number']})" in line)
        near = "\n".join(lines[max(own - LINES_NEAR, 0) : own + 1])
        for each in known:
            same = place_of(mutant) == (each["file"], each["code"], each["change"])
            if same and each.get("near", "") in near:
                out[mutant["number"]] = each["why"]
    return out


def share(killed: int, of: int) -> str:
    found = stats.proportion(killed, of, method="wilson")
    return f"{100 * killed / of:.1f} % ({100 * found.low:.1f} to {100 * found.high:.1f})"


def row(name: str, mutants: list[dict], results: dict[int, dict], alike: set[int]) -> str:
    rest = [m["number"] for m in mutants if m["number"] not in alike]
    by = [results[number]["by"] for number in rest]
    counts = [
        len(mutants),
        len(mutants) - len(rest),
        by.count("core"),
        by.count("pytest"),
        by.count("golden"),
    ]
    shares = [
        share(sum(map(bool, by)), len(rest)),
        share(by.count("core") + by.count("pytest"), len(rest)),
        share(sum(map(bool, by)), len(mutants)),
    ]
    return "| " + " | ".join([name, *map(str, counts), *shares]) + " |"


def code(text: str) -> str:
    return "`" + text.replace("|", "\\|") + "`"


def listed(mutants: list[dict], reasons: dict[int, str] | None) -> list[str]:
    rows = ["| place | code | change |", "|---|---|---|"]
    if reasons:
        rows = ["| place | code | change | why nothing can tell |", "|---|---|---|---|"]
    for mutant in sorted(mutants, key=lambda m: (m["file"], m["line"])):
        file, original, changed = place_of(mutant)
        short = original if len(original) <= 70 else original[:67] + "…"
        line = f"| {file}:{mutant['line']} | {code(short)} | {code(changed)} |"
        rows.append(line + (f" {reasons[mutant['number']]} |" if reasons else ""))
    return rows


def section(tree: Path) -> list[str]:
    lines = [json.loads(line) for line in (tree / "results.jsonl").read_text().splitlines()]
    results = {result["number"]: result for result in lines}
    drawn = json.loads((tree / "mutants.json").read_text())
    # The draw is in chance order: of a stopped run, those before the first unfinished one are a fair sample.
    finished = {n for n, result in results.items() if result["by"] or result["stage"] == "pytest"}
    mutants = list(itertools.takewhile(lambda m: m["number"] in finished, drawn))
    places = json.loads((tree / "places.json").read_text())
    reasons = reasons_of(tree, mutants)
    alike = set(reasons)
    dead = [n for n in alike if results[n]["by"]]
    if dead:
        raise SystemExit(f"killed, so not equivalent: {dead}")
    met = (
        f"the first {len(mutants)} of the draw, which is in chance order,"
        if mutants != drawn
        else "all of them"
    )
    out = [
        "## Mutants",
        "",
        f"A mutant is the core with one operator, comparison or number changed: of {sum(places.values()):,} places in",
        f"the bodies of functions and in named constants, {len(drawn)} are drawn by a fixed seed from figures, merging,",
        f"sentiment and statistics, in proportion to their lines (merging has at least 20); {met}",
        "have met all their tests. One is killed when a test",
        "fails, crashes or takes many times as long. Tests that compare hashes of whole readings don't count; the",
        "reviewed readings of example articles (golden) count apart. Shares are of the mutants that are not",
        "equivalent, with Wilson's 95 % interval; the last column is of all.",
        "",
        "| " + " | ".join(COLUMNS) + " |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for module in MODULES:
        out.append(row(module, [m for m in mutants if m["module"] == module], results, alike))
    out.append(row("all", mutants, results, alike))
    lived = [m for m in mutants if m["number"] not in alike and not results[m["number"]]["by"]]
    out += ["", "`make mutants` draws, builds, runs and writes this (an hour or two).", ""]
    if lived:
        out += ["Those that live:", "", *listed(lived, None), ""]
    same = [m for m in mutants if m["number"] in alike]
    if same:
        out += ["Those that change nothing, or nothing that is promised:", "", *listed(same, reasons)]
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tree", type=Path)
    new = "\n".join([BEGIN, *section(parser.parse_args().tree), END])
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else f"# Reliability\n\n{BEGIN}\n{END}\n"
    before, rest = page.split(BEGIN)
    PAGE.write_text(before + new + rest.split(END)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
