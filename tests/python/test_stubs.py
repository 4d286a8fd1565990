"""The stubs of the extension say what it has."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("module", ["pressgauge._core"])
def test_stubs_match_the_extension(module, tmp_path):
    pytest.importorskip("mypy.stubtest")
    allowed = Path(__file__).with_name("stubtest_allowed.txt")
    done = subprocess.run(
        [sys.executable, "-m", "mypy.stubtest", module, "--allowlist", str(allowed)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
