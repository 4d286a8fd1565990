"""What SECURITY.md promises of the package as a whole; pages are tried in tests/python/browser."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import pressgauge as pg

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "python" / "pressgauge"
MODULES = sorted(PACKAGE.rglob("*.py"))
RUNS = {"eval", "exec", "compile", "__import__"}
# What makes objects of bytes, starts programs or talks to others.
NEVER = {
    "pickle", "marshal", "shelve", "dill", "cloudpickle", "subprocess", "socket", "urllib", "http", "requests", "ftplib",
    "smtplib", "ssl", "ctypes", "runpy", "code", "pty", "xmlrpc",
}  # fmt: skip


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_no_code_is_made_of_data_and_nobody_is_called(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in RUNS, f"line {node.lineno}: {node.func.id}"
        names = []
        if isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        assert not {name.partition(".")[0] for name in names} & NEVER, f"line {node.lineno}: {names}"


def test_ids_and_names_of_data_never_become_paths(tmp_path):
    pytest.importorskip("pyarrow")
    evil = [
        "../../up",
        "/etc/passwd",
        "C:\\temp\\x",
        "a\0b",
        "..",
        "~/.profile",
        "figures/part-00000.parquet",
    ]
    out = tmp_path / "deep" / "read"
    corpus = pg.read_corpus(
        [{"id": each, "title": each, "text": f"{each} Two died."} for each in evil], out=out
    )
    assert corpus.articles["article_id"].to_pylist() == evil
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    known = r"deep/read/((articles|figures|counts|statistics|sentiment|failures)/part-\d{5}\.parquet|(run|manifest)\.json)"
    assert all(re.fullmatch(known, each) for each in written), written


def test_a_text_that_is_too_long_says_how_to_lift_the_limit():
    text = "Two died. " * 20
    gauge = pg.Gauge(max_bytes=100)
    with pytest.raises(pg.DomainError, match=r"200 bytes.*100") as caught:
        gauge.read(text)
    assert "max_bytes" in str(caught.value)
    assert len(pg.Gauge(max_bytes=200).read(text).figures) == 20


def test_the_wheel_s_parts_have_their_licences_named():
    told = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    required = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("requires = [")[1].split("]")[0]
    assert re.search(r"cmeel-eigen==([\d.]+)", required)[1] in told
    assert re.search(r"tokenspeed-spdlog==([\d.]+)", required)[1] in told
    for name in ("Eigen", "spdlog", "pybind11", "MPL-2.0", "BSD-3-Clause"):
        assert name in told


LEARNED = [path for path in sorted((ROOT / "cpp").rglob("data/*.tsv")) if path.stat().st_size > 100_000]


@pytest.mark.parametrize("path", LEARNED, ids=lambda p: p.name)
def test_what_was_learned_from_data_names_its_source_and_licence(path):
    head = "\n".join(path.read_text(encoding="utf-8").splitlines()[:40])
    assert re.search(r"licen[cs]e|CC BY|CC0|MIT|public domain|Unicode", head), path
