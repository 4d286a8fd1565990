"""The notebook holds: it is stripped of outputs, and runs to its last assertion."""

from __future__ import annotations

import warnings

import pytest

from articles.samples import ROOT

NOTEBOOK = ROOT / "examples" / "clashes.ipynb"


def test_notebook_is_stripped() -> None:
    nbformat = pytest.importorskip("nbformat")
    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    code = [cell for cell in cells if cell.cell_type == "code"]
    assert code
    assert all(not cell.outputs and cell.execution_count is None for cell in code)


@pytest.mark.slow
def test_notebook_runs() -> None:
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    pytest.importorskip("pandas")
    pytest.importorskip("matplotlib")
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    with warnings.catch_warnings():
        # Of the messaging between notebook and kernel, not of ours.
        warnings.simplefilter("ignore")
        nbclient.NotebookClient(
            notebook, timeout=60, resources={"metadata": {"path": str(NOTEBOOK.parent)}}
        ).execute()
