"""The documentation is whole: every page is in a table of contents, every link leads somewhere, every name is told."""

from __future__ import annotations

import argparse
import importlib
import inspect
import os
import pkgutil
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import pressgauge
from doc_pages import DOC_PAGES, DOCS, MADE, PAGES, ROOT, blocks, name_of, prose
from pressgauge import cli

LINKED = [*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", ROOT / "examples" / "README.md"]
MODULES = sorted(
    name for _, name, _ in pkgutil.iter_modules(pressgauge.__path__, "pressgauge.") if "._" not in name
)


def below(page: Path) -> set[Path]:
    """Return the pages that a page's tables of contents name."""
    named: set[Path] = set()
    for body in blocks(page, "{toctree}"):
        for line in body.splitlines():
            entry = re.sub(r".*<(.+)>", r"\1", line.strip())  # Title <page>
            if entry and not entry.startswith(":") and not entry.startswith(MADE):
                pattern = f"{entry}.md"
                found = set(page.parent.glob(pattern)) - {page}
                assert found, f"{name_of(page)} names {entry}, which is not there"
                named |= found
    return named


EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "optional-dependencies"
]


def packages_of(*extras: str) -> set[str]:
    """Return the modules that extras bring: their packages' names, as Python writes them."""
    return {re.split(r"[^\w-]", each)[0].replace("-", "_") for name in extras for each in EXTRAS[name]}


# Runs a page without the modules that are named: they can't be found.
RUN_WITHOUT = """
import doctest, sys

class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in HIDDEN:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

HIDDEN = set(sys.argv[2:])
sys.meta_path.insert(0, Hidden())
sys.exit(doctest.testfile(sys.argv[1], module_relative=False, optionflags=doctest.ELLIPSIS).failed)
"""


@pytest.mark.slow
@pytest.mark.parametrize("page", [DOCS / "start.md", *sorted((DOCS / "howto").glob("*.md"))], ids=name_of)
def test_first_pages_need_the_notebook_extra_alone(page, tmp_path):
    beyond = packages_of("tables", "polars", "print", "plots", "terminal", "corpus", "spark", "dask")
    hidden = beyond - packages_of("notebook")
    assert {"polars", "great_tables", "rich", "trafilatura", "pyspark"} <= hidden
    done = subprocess.run(
        [sys.executable, "-c", RUN_WITHOUT, page, *sorted(hidden)],
        cwd=tmp_path,
        env={**os.environ, "MPLBACKEND": "agg"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_every_page_is_in_a_table_of_contents():
    reached, new = set(), {DOCS / "index.md"}
    while new:
        reached |= new
        new = set().union(*map(below, new)) - reached
    assert sorted(map(name_of, set(DOC_PAGES) - reached)) == []


def anchors(page: Path) -> set[str]:
    """Return what a code host calls the headings of a page in its address."""
    seen: list[str] = []
    for heading in re.findall(r"^#{1,6} (.+)$", prose(page), flags=re.MULTILINE):
        shown = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
        name = re.sub(r"[^\w\- ]", "", shown).replace(" ", "-")
        seen.append(f"{name}-{seen.count(name)}" if name in seen else name)
    return set(seen)


@pytest.mark.parametrize("page", LINKED, ids=name_of)
def test_links_lead_somewhere(page):
    for target, anchor in re.findall(r"\]\((?!https?:|mailto:)([^)#\s]*)#?([^)\s]*)\)", prose(page)):
        to = (page.parent / target).resolve() if target else page
        assert to.exists(), target
        if anchor:
            assert anchor in anchors(to), f"{target}#{anchor}"


def told() -> dict[str, object]:
    """Return the names that the reference tells, and what they mean."""
    found: dict[str, object] = {}
    for page in sorted((DOCS / "reference").glob("*.md")):
        for body in blocks(page, "{eval-rst}"):
            (module,) = re.findall(r"^\.\. (?:current)?module:: (.+)$", body, flags=re.MULTILINE)
            for name in re.findall(r"^   (\w+)$", body, flags=re.MULTILINE):
                whole = f"{module}.{name}"
                assert whole not in found, f"{whole} is told twice"
                found[whole] = getattr(importlib.import_module(module), name)
    return found


@pytest.mark.parametrize("module", ["pressgauge", *MODULES])
def test_every_public_name_is_in_the_reference(module):
    held = importlib.import_module(module)
    if not hasattr(held, "__all__"):
        assert module in {"pressgauge.__main__", "pressgauge.cli"}, f"{module} has no __all__"
        return
    names, known = told(), {id(each) for each in told().values()}
    modules = "\n".join(body for page in DOC_PAGES for body in blocks(page, "{eval-rst}"))
    for name in set(held.__all__) - {"__version__"}:
        means = getattr(held, name)
        if f"{module}.{name}" in MODULES:
            assert f".. module:: {module}.{name}\n" in modules, f"{module}.{name} has no page"
        else:
            assert f"{module}.{name}" in names or id(means) in known, f"{module}.{name} is not told"


@pytest.mark.parametrize(("name", "means"), told().items(), ids=lambda p: p if isinstance(p, str) else "")
def test_every_name_says_what_it_is(name, means):
    """By a docstring of its own; a value, by the string below it, which Sphinx reads."""
    if inspect.isclass(means) or inspect.isroutine(means):
        assert (means.__doc__ or "").strip(), f"{name} has no docstring"
    else:
        assert name in {"pressgauge.articles.SCHEMA_VERSION", "pressgauge.tables.TableName"}


def test_every_command_is_in_the_reference():
    page = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
    (commands,) = (a for a in cli._parser()._actions if isinstance(a, argparse._SubParsersAction))
    for command in commands.choices:
        assert f"## `pressgauge {command}`\n" in page, command
        assert f"help-{command}.txt" in page, command
