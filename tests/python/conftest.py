from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path

import pytest

# test_wheel.py runs where only pytest and numpy are.
with contextlib.suppress(ImportError):
    from hypothesis import settings

    # A busy machine is no failure.
    settings.register_profile("unhurried", deadline=None)
    settings.load_profile("unhurried")


@pytest.fixture
def run(tmp_path: Path):
    """Run the command line in a directory of its own."""

    def run(*arguments: object, stdin: bytes = b""):
        command = [sys.executable, "-P", "-X", "utf8", "-m", "pressgauge", *map(str, arguments)]
        done = subprocess.run(command, input=stdin, capture_output=True, cwd=tmp_path, check=False)
        assert b"Traceback" not in done.stderr
        return subprocess.CompletedProcess(
            command, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return run
