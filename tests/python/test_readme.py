"""What README.md and docs/ show is what pressgauge does."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import pressgauge

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
MODULES = sorted(
    each.name
    for each in pkgutil.walk_packages(pressgauge.__path__, "pressgauge.")
    if not each.name.startswith("pressgauge._core") and not each.name.endswith("__main__")
)


def blocks(text: str, *languages: str) -> list[str]:
    return [
        body for name, body in re.findall(r"```(\w+)\n(.*?)```", text, flags=re.DOTALL) if name in languages
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_examples_of_a_page_give_what_they_show(page):
    examples = "\n".join(blocks(page.read_text(encoding="utf-8"), "python", "pycon"))
    test = doctest.DocTestParser().get_doctest(examples, {}, page.name, str(page), 0)
    lines: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=lines.append)
    assert not lines, "".join(lines)


def test_the_first_example_has_outputs_and_is_short():
    first = blocks(README, "python")[0]
    assert ">>> " in first
    assert len(first.splitlines()) <= 20


def test_commands_of_the_first_screen_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    first_screen = "\n".join(blocks("\n".join(README.splitlines()[:40]), "sh"))
    named = re.findall(r"^make ([\w-]+)", first_screen, flags=re.MULTILINE)
    assert {"demo", "test"} <= set(named)
    for target in named:
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE), target


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=lambda p: p.name)
def test_links_within_the_repository_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_a_docstring_give_what_they_show(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
