"""What README.md and docs/ show is what pressgauge does."""

from __future__ import annotations

import doctest
import importlib
import os
import pkgutil
import re
import subprocess
import sys

import pytest

import pressgauge
from doc_pages import PAGES, ROOT, blocks, fences, name_of

README = ROOT / "README.md"
MODULES = sorted(
    each.name
    for each in pkgutil.walk_packages(pressgauge.__path__, "pressgauge.")
    if not each.name.startswith("pressgauge._core") and not each.name.endswith("__main__")
)


def examples_fail(body: str, page: str, names: dict[str, object]) -> str:
    """Run the examples of a block of Python, with the names of the blocks before it."""
    test = doctest.DocTestParser().get_doctest(body, names, page, page, 0)
    lines: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=lines.append, clear_globs=False)
    names.update(test.globs)
    return "".join(lines)


def commands_fail(body: str, path: str) -> str:
    """Run the commands of a block (`$ ` begins one, `> ` goes on with it); what they print follows them."""
    wrong = []
    for block in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, rest = re.match(r"(.*\n(?:> .*\n)*)((?:.*\n)*)", block).groups()
        done = subprocess.run(
            ["bash", "-c", re.sub(r"^> ", "", command, flags=re.MULTILINE)],
            env={**os.environ, "PATH": path, "COLUMNS": "100"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        if not doctest.OutputChecker().check_output(rest, done.stdout, doctest.ELLIPSIS):
            wrong.append(f"$ {command}shows\n{done.stdout}and not\n{rest}")
    return "".join(wrong)


@pytest.fixture
def path(tmp_path_factory) -> str:
    """Give a search path on which `pressgauge` is the one under test."""
    folder = tmp_path_factory.mktemp("bin")
    command = folder / "pressgauge"
    command.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -P -X utf8 -m pressgauge "$@"\n', encoding="utf-8"
    )
    command.chmod(0o755)
    return os.pathsep.join([str(folder), os.environ.get("PATH", "")])


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_examples_of_a_page_give_what_they_show(page, path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # Pages write files, and read those that they wrote.
    monkeypatch.setenv("MPLBACKEND", "agg")
    names: dict[str, object] = {}
    for language, body in fences(page):
        if language in {"python", "pycon"}:
            failed = examples_fail(body, page.name, names)
        else:
            failed = commands_fail(body, path) if language == "console" else ""
        assert not failed, failed


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_python_of_a_page_is_examples(page):
    """So that all of it is run. What can't be run (an engine, a file that isn't there) is a block without a language."""
    for language, body in fences(page):
        assert (language in {"python", "pycon"}) == body.startswith(">>> "), body
        assert (language == "console") == body.startswith("$ "), body


def test_the_first_example_has_outputs_and_is_short():
    first = blocks(README, "python")[0]
    assert ">>> " in first
    assert len(first.splitlines()) <= 20


def test_commands_of_the_first_screen_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    first_screen = "\n".join(README.read_text(encoding="utf-8").splitlines()[:40])
    named = re.findall(r"^make ([\w-]+)", "\n".join(blocks_of(first_screen)), flags=re.MULTILINE)
    assert {"demo", "test"} <= set(named)
    for target in named:
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE), target


def blocks_of(text: str) -> list[str]:
    return re.findall(r"```sh\n(.*?)```", text, flags=re.DOTALL)


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_a_docstring_give_what_they_show(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_examples_of_the_core_give_what_they_show(capsys):
    doctest.run_docstring_examples(pressgauge.Interval, {}, name="Interval")
    assert not capsys.readouterr().out
