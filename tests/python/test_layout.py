"""The codebase is what CONTRIBUTING.md says: who includes whom, and where the parts of a module lie."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORE = ROOT / "cpp" / "pressgauge"
# Who knows of whom, directly.
DEPENDS = {
    "core": set(),
    "text": {"core"},
    "stats": {"core"},
    "figures": {"text"},
    "sentiment": {"text"},
    "arrow": {"core"},
    "articles": {"figures", "stats", "sentiment", "arrow"},
}
MODULES = sorted(DEPENDS)
SOURCES = sorted(p for p in (ROOT / "cpp").rglob("*") if p.suffix in {".hpp", ".cpp"})


def reachable(module: str) -> set[str]:
    return {module}.union(*(reachable(each) for each in DEPENDS[module]))


def test_the_modules_are_those_of_the_graph():
    assert sorted(p.name for p in CORE.iterdir() if p.is_dir()) == MODULES


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_source_includes_only_what_its_module_may_know(path):
    module = path.relative_to(CORE).parts[0]
    for included in re.findall(r'#include "pressgauge/([^"]+)"', path.read_text(encoding="utf-8")):
        owner, *inner = included.split("/")
        assert owner in reachable(module), f"{module} may not know of {owner}"
        assert inner[0] != "detail" or owner == module, f"{included} is {owner}'s own detail"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_the_core_knows_neither_python_nor_regular_expressions_nor_clocks(path):
    text = path.read_text(encoding="utf-8")
    for word in (
        "pybind11",
        "Python.h",
        "std::regex",
        "std::cout",
        "system_clock::now",
        "<fstream>",
        "std::random_device",
    ):
        assert word not in text, f"{word} has no place in the core"


def test_cmake_links_what_the_graph_says():
    text = (ROOT / "cpp" / "CMakeLists.txt").read_text(encoding="utf-8")
    linked = {
        name: set(re.findall(r"pressgauge::(\w+)", depends)) - {"spdlog"}
        for name, depends in re.findall(r"pressgauge_add_module\((\w+)[^)]*?DEPENDS ([^)]*)\)", text)
    }
    assert linked == DEPENDS


# Used by other modules alone: core everywhere, arrow by what reads many articles.
INNER = {"core", "arrow"}


@pytest.mark.parametrize("module", sorted(INNER))
def test_an_inner_module_has_its_tests(module):
    assert list((ROOT / "tests" / "cpp" / module).glob("test_*.cpp"))


@pytest.mark.parametrize("module", sorted(set(MODULES) - INNER))
def test_a_module_has_its_binding_its_python_and_its_tests(module):
    assert (ROOT / "bindings" / f"{module}.cpp").is_file()
    python = ROOT / "python" / "pressgauge"
    assert (python / f"{module}.py").is_file() or (python / module / "__init__.py").is_file()
    assert (ROOT / "python" / "pressgauge" / "_core" / f"{module}.pyi").is_file()
    assert list((ROOT / "tests" / "cpp" / module).glob("test_*.cpp"))
    assert list((ROOT / "tests" / "python" / module).glob("test_*.py"))


def test_every_core_test_is_compiled():
    listed = (ROOT / "tests" / "cpp" / "CMakeLists.txt").read_text(encoding="utf-8")
    for path in (ROOT / "tests" / "cpp").rglob("test_*.cpp"):
        assert path.relative_to(ROOT / "tests" / "cpp").as_posix() in listed


def test_pybind11_is_included_in_one_place():
    including = [
        p.name
        for p in (ROOT / "bindings").rglob("*.?pp")
        if "#include <pybind11" in p.read_text(encoding="utf-8")
    ]
    assert including == ["bind.hpp"]


def test_every_rule_file_is_compiled_in_and_its_ids_are_unique():
    listed = (ROOT / "cpp" / "CMakeLists.txt").read_text(encoding="utf-8")
    for path in CORE.rglob("data/*.tsv"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0] == "#pressgauge-rules 1", path
        assert re.search(rf"\b{path.stem}\b", listed), f"{path.name} is not compiled in"
    for name in ("kinds", "hedges", "context", "left_alone"):
        lines = (CORE / "figures" / "data" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        ids = [line.split("\t")[0] for line in lines if line and not line.startswith("#")]
        assert sorted(ids) == sorted(set(ids)), name


def test_every_citation_has_its_entry():
    keys = set(re.findall(r"@\w+\{(\w+),", (ROOT / "docs" / "references.bib").read_text(encoding="utf-8")))
    for path in SOURCES:
        for cited in re.findall(r"@cite ([\w, ]+)", path.read_text(encoding="utf-8")):
            assert set(re.split(r"[, ]+", cited.strip())) <= keys, path
