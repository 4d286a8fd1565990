"""The tables of docs/ that benchmarks write, between markers."""

from __future__ import annotations

import platform
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def table(header: list[str], rows: list[list[str]]) -> str:
    """Return a Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def put(page: str, name: str, content: str) -> None:
    """Put `content` between the markers `name` of a page of docs/."""
    path = ROOT / "docs" / page
    begin, end = f"<!-- begin {name} -->\n", f"<!-- end {name} -->"
    before, rest = path.read_text(encoding="utf-8").split(begin)
    path.write_text(before + begin + "\n" + content + "\n" + end + rest.split(end)[1], encoding="utf-8")


def append(page: str, name: str, line: str) -> None:
    """Add a line before the end marker `name` of a page of docs/."""
    path = ROOT / "docs" / page
    end = f"<!-- end {name} -->"
    before, after = path.read_text(encoding="utf-8").split(end)
    path.write_text(before + line + end + after, encoding="utf-8")


def machine() -> str:
    """Return what the numbers were measured on."""
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = re.findall(r"^model name\s*:\s*(.+)$", info.read_text(encoding="utf-8"), flags=re.MULTILINE)
        cpu = names[0] if names else cpu
    return f"{cpu}, {platform.system()}, Python {platform.python_version()}"
