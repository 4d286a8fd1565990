"""The pages of the project, and what stands in them."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
# Made when the documentation is built.
MADE = ("_generated", "_templates", "notebooks", "generated")
DOC_PAGES = sorted(
    page for page in DOCS.rglob("*.md") if not set(MADE) & set(page.relative_to(DOCS).parent.parts)
)
PAGES = [ROOT / "README.md", *DOC_PAGES]

_FENCE = re.compile(r"^(`{3,})([^\n`]*)\n(.*?)^\1$", flags=re.DOTALL | re.MULTILINE)


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def fences(page: Path) -> list[tuple[str, str]]:
    """Return the language and the content of each fenced block of a page, in order."""
    return [
        (language.strip(), body) for _, language, body in _FENCE.findall(page.read_text(encoding="utf-8"))
    ]


def blocks(page: Path, *languages: str) -> list[str]:
    return [body for language, body in fences(page) if language in languages]


def prose(page: Path) -> str:
    """Return a page without its blocks of code."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))
