"""Packages that pressgauge can do without."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def optional(module: str, extra: str) -> Any:
    """Return an optional module.

    Raises
    ------
    ImportError
        It is not installed; the message says which extra brings it.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        package = module.partition(".")[0]
        if error.name != package:
            raise
        raise ImportError(
            f"this needs {package}, which is not installed: pip install 'pressgauge[{extra}]'", name=package
        ) from error
