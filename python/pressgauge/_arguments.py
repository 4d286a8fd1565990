"""What arguments of the command line may be."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["add_command", "whole_number"]


def add_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    *,
    help: str,
    description: str,
    examples: str,
) -> argparse.ArgumentParser:
    """Add a command, whose help ends in examples as they are laid out."""
    return commands.add_parser(
        name,
        help=help,
        description=description,
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


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
