"""What is reached on the reference tables: family, method, rows, worst error.

python benchmarks/references.py [TABLE…]      prints the table
python benchmarks/references.py --write       writes it into docs/references.md too
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "python"))

import tables

from pages import put  # isort: skip


def measured(names: list[str]) -> list[str]:
    lines = [
        "| table | method | rows | worst relative error | of the tolerance |",
        "|---|---|---|---|---|",
    ]
    total = 0
    for name in names:
        rows = tables.rows_of(name)
        if rows is None:
            sys.exit(f"{name} is not beside the repository, in {tables.FOLDER}")
        by_method = defaultdict(list)
        for each in tables.TABLES[name](rows):
            by_method[each.method].append(each)
        for method, each in by_method.items():
            count = sum(one.rows for one in each)
            total += count
            relative, share = max(one.relative for one in each), max(one.error for one in each)
            mark = "" if share <= 1 else " **above**"
            lines.append(
                f"| {name.removesuffix('.csv')} | {method} | {count} | {relative:.1e} | {share:.2g}{mark} |"
            )
    return [*lines, "", f"{total} rows in all."]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("tables", nargs="*")
    options.add_argument("--write", action="store_true")
    asked = options.parse_args()
    tables.load()
    lines = measured([f"{n.removesuffix('.csv')}.csv" for n in asked.tables] or sorted(tables.TABLES))
    print("\n".join(lines))
    if asked.write:
        put("references.md", "references", "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
