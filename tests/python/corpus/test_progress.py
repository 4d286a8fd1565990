"""The bar of a long run."""

from __future__ import annotations

import sys
import warnings
from types import SimpleNamespace

import pytest

pytest.importorskip("tqdm")


def test_a_notebook_without_widgets_has_a_bar_of_text_and_no_warning(monkeypatch, capsys):
    from pressgauge.corpus._progress import progress_of

    monkeypatch.setitem(sys.modules, "ipykernel.zmqshell", SimpleNamespace())
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=object))
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    for name in ("tqdm.auto", "tqdm.autonotebook", "tqdm.notebook"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        bar = progress_of(True, 10, 0)
    assert not seen
    bar.add(10, 0, 100)
    bar.close()
    assert "10/10" in capsys.readouterr().err
