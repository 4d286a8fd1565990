"""What arguments of the command line may be."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["whole_number"]


def whole_number(least: int) -> Callable[[str], int]:
    """Return what makes a whole number of an argument.

    Parameters
    ----------
    least : int
        The smallest that is taken.

    Returns
    -------
    callable
        For `argparse`; it refuses other arguments with a message that shows them.
    """

    def number(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"a whole number, not {text!r}") from None
        if value < least:
            raise argparse.ArgumentTypeError(f"{least} or more, not {text}")
        return value

    return number
