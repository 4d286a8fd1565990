"""The command ``pressgauge completion``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgauge._arguments import add_command
from pressgauge._optional import optional

if TYPE_CHECKING:
    import argparse

SHELLS = ("bash", "zsh", "tcsh")
_EXAMPLES = """examples:
  pressgauge completion bash > ~/.local/share/bash-completion/completions/pressgauge
  pressgauge completion zsh > ~/.zfunc/_pressgauge       where ~/.zfunc is in $fpath
"""


def add_completion(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the command line."""
    completion = add_command(
        commands,
        "completion",
        help="print what makes a shell complete commands and options",
        description="Print a script with which a shell completes commands, options and files. Needs shtab.",
        examples=_EXAMPLES,
    )
    completion.add_argument("shell", choices=SHELLS, help="the shell")


def completion_command(parser: argparse.ArgumentParser, shell: str) -> str:
    """Return the script of a shell.

    Raises
    ------
    ImportError
        shtab is not installed.
    """
    shtab = optional("shtab", "terminal")
    for action in _actions(parser):
        if action.metavar in {"FILE", "LABELS", "OTHER", "SOURCE", "OUT"}:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif action.metavar == "DIR":
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
    script: str = shtab.complete(parser, shell)
    return script


def _actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """Return the arguments of all commands."""
    commands = parser._subparsers
    choices = {} if commands is None else commands._group_actions[0].choices
    return [action for each in dict(choices or {}).values() for action in each._actions]
