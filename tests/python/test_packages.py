"""What packages say of themselves agrees: version, licence, Pythons."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = SETTINGS["project"]


def test_a_citation_names_the_version_that_it_is_of():
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.search(r"^version: (.*)$", citation, re.MULTILINE)[1] == PROJECT["version"]
    assert re.search(r"^license: (.*)$", citation, re.MULTILINE)[1] == PROJECT["license"]
    assert citation.startswith("cff-version: 1.2.0")


def test_the_changelog_has_an_entry_for_the_version():
    assert f"## {PROJECT['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_conda_recipe_asks_for_what_the_project_asks_for():
    recipe = (ROOT / "packaging" / "conda" / "meta.yaml").read_text(encoding="utf-8")
    least = re.search(r">=3\.(\d+)", PROJECT["requires-python"])[1]
    assert f"[py<3{least}]" in recipe
    for requirement in [*PROJECT["dependencies"], *SETTINGS["build-system"]["requires"]]:
        name, wanted = re.match(r"([\w-]+)(.*)", requirement).groups()
        # Eigen and spdlog come from conda's own packages there.
        if name not in {"cmeel-eigen", "tokenspeed-spdlog"}:
            assert f"- {name} {wanted}" in recipe


def test_wheels_are_built_for_every_python_from_the_oldest_on():
    least = int(re.search(r">=3\.(\d+)", PROJECT["requires-python"])[1])
    built = SETTINGS["tool"]["cibuildwheel"]["build"]
    assert built == f"cp31[{least - 10}-4]-*"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("platform", "tag"), [("linux", "manylinux_x86_64"), ("macos", "macosx_"), ("windows", "win_amd64")]
)
def test_cibuildwheel_takes_the_settings(platform, tag):
    if find_spec("cibuildwheel") is None:
        pytest.skip("needs cibuildwheel")
    command = [sys.executable, "-m", "cibuildwheel", "--print-build-identifiers", "--platform", platform]
    done = subprocess.run([*command, str(ROOT)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    names = done.stdout.split()
    assert any(tag in name for name in names)
    assert not any("musl" in name or "win32" in name or "i686" in name for name in names)
    assert {name.split("-")[0] for name in names} == {"cp311", "cp312", "cp313", "cp314"}
