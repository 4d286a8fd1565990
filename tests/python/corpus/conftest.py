from __future__ import annotations

import signal

import pytest


@pytest.fixture(autouse=True)
def interruptible():
    """Hear Ctrl-C here and in child processes, also where the tests run in the background of a shell, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
