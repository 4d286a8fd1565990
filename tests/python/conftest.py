from __future__ import annotations

import contextlib

# test_wheel.py runs where only pytest and numpy are.
with contextlib.suppress(ImportError):
    from hypothesis import settings

    # A busy machine is no failure.
    settings.register_profile("unhurried", deadline=None)
    settings.load_profile("unhurried")
