"""Each notebook runs from top to bottom; its last cell asserts its headline."""

from __future__ import annotations

import ast
import math
import re
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))
FIRST = {"clashes", "speakers", "tolls"}
"""Run by make check; the others by make check-full."""
BOLD = re.compile(r"\*\*([+-]?[\d,.]+)(%?)\*\*")


@pytest.mark.skipif(not NOTEBOOKS, reason="examples/ holds no notebook yet")
# What Jupyter's own packages deprecate among themselves is not ours to mend.
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "path", [pytest.param(p, marks=[] if p.stem in FIRST else pytest.mark.slow, id=p.stem) for p in NOTEBOOKS]
)
def test_a_notebook_runs(path, monkeypatch, tmp_path):
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    monkeypatch.setenv("MPLBACKEND", "agg")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(EXAMPLES)}}).execute()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_a_notebook_is_kept_without_outputs_and_asserts_its_headline(path):
    nbformat = pytest.importorskip("nbformat")
    cells = [c for c in nbformat.read(path, as_version=4).cells if c.cell_type == "code"]
    assert cells
    assert not any(cell.outputs or cell.execution_count for cell in cells)
    assert "assert " in cells[-1].source


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_a_notebook_asserts_each_number_that_its_text_has_in_bold(path):
    nbformat = pytest.importorskip("nbformat")
    cells = nbformat.read(path, as_version=4).cells
    prose = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    # The sign of a number is an operator before it.
    held = [
        float(node.value)
        for node in ast.walk(ast.parse(cells[-1].source))
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float)
    ]
    for number, percent in BOLD.findall(prose):
        value = abs(float(number.replace(",", "")))
        wanted = [value, value / 100] if percent else [value]
        assert any(math.isclose(each, one) for each in held for one in wanted), f"{number}{percent}"


def test_the_examples_are_all_in_their_table():
    told = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\((\w+)\.ipynb\)", told)) == {path.stem for path in NOTEBOOKS}
