"""Where a dependency comes from: the system, a given source, or an archive whose hash is checked; else a clear end."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STUB = "add_library(Catch2WithMain INTERFACE)\nadd_library(Catch2::Catch2WithMain ALIAS Catch2WithMain)\n"
STUB += "add_library(Catch2::Catch2 ALIAS Catch2WithMain)\n"
BIN = Path(sys.executable).parent
cmake = shutil.which("cmake", path=os.pathsep.join([str(BIN), os.environ.get("PATH", "")]))

pytestmark = pytest.mark.skipif(
    cmake is None or find_spec("tokenspeed_spdlog") is None,
    reason="what building needs is not in this environment",
)


def configured(build: Path, *options: str) -> tuple[bool, str]:
    command = [str(cmake), "-S", str(ROOT), "-B", str(build), f"-DPython_EXECUTABLE={sys.executable}"]
    command += ["-DCMAKE_DISABLE_FIND_PACKAGE_Catch2=ON", *(f"-D{option}" for option in options)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode == 0, " ".join((done.stdout + done.stderr).split())


def test_a_missing_dependency_is_named_with_what_to_do(tmp_path):
    succeeded, said = configured(tmp_path, "FETCHCONTENT_FULLY_DISCONNECTED=ON")
    assert not succeeded
    assert "pressgauge needs Catch2::Catch2. Install it" in said
    assert "or allow fetching its pinned release" in said


def test_a_given_source_takes_the_place_of_an_archive(tmp_path):
    source = tmp_path / "catch2"
    source.mkdir()
    (source / "CMakeLists.txt").write_text(STUB, encoding="utf-8")
    options = ("FETCHCONTENT_FULLY_DISCONNECTED=ON", f"FETCHCONTENT_SOURCE_DIR_CATCH2={source}")
    succeeded, said = configured(tmp_path / "build", *options)
    assert succeeded, said


def test_an_archive_with_another_hash_is_refused(tmp_path):
    (tmp_path / "CMakeLists.txt").write_text(STUB, encoding="utf-8")
    archive = tmp_path / "catch2.tar.gz"
    with tarfile.open(archive, "w:gz") as out:
        out.add(tmp_path / "CMakeLists.txt", "catch2/CMakeLists.txt")
    succeeded, said = configured(tmp_path / "build", f"PRESSGAUGE_Catch2_URL={archive.as_uri()}")
    assert not succeeded
    assert "hash" in said.lower()
