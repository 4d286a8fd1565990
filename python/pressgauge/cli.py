"""The command line: ``pressgauge read``, ``explain``, ``corpus``, ``evaluate`` and ``completion``.

Exit codes: 0; 1 for bad input, with one line on stderr for each file that can't be read; 2 for wrong usage.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pressgauge._arguments import add_command
from pressgauge._completion_command import add_completion, completion_command
from pressgauge._core import Error, ParseError, __version__
from pressgauge._corpus_command import add_corpus, corpus_command
from pressgauge._evaluate_command import add_evaluate, evaluate_command

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressgauge.articles import Reading

_EXAMPLES = """examples:
  pressgauge read article.txt                       figures, counts, statistics, tone
  pressgauge read article.txt --published 2023-05-30 --html article.html
  pressgauge read *.txt --json > readings.jsonl     one reading a line
  curl -s https://example.org/a.txt | pressgauge read -
  pressgauge explain article.txt                    the rule and the words behind each figure
  pressgauge corpus articles.jsonl --out tables     many articles into tables of Parquet
  pressgauge evaluate labels.jsonl --errors 20      the score of the figures on articles that you labelled

Files are plain text in UTF-8; - is the standard input.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Parameters
    ----------
    arguments : sequence of str, optional
        By default those of the process.

    Returns
    -------
    int
        The exit code: 0, or 1 where a file could not be read. Wrong usage exits with 2.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = _run(_parser(), arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has seen enough. What is still buffered must not fail again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pressgauge",
        description="Reads news: what can be counted in an article, what follows from it, and its tone.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version", action="store_true", help="print the version and that of the rules, and leave"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_read(commands)
    _add_explain(commands)
    add_corpus(commands)
    add_evaluate(commands)
    add_completion(commands)
    return parser


def _add_read(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    read = add_command(
        commands,
        "read",
        help="read articles: figures, counts, statistics, tone",
        description="Read articles and show what is in them.",
        examples=_EXAMPLES,
    )
    read.add_argument("files", nargs="+", metavar="FILE", help="a text in UTF-8; - is the standard input")
    form = read.add_mutually_exclusive_group()
    form.add_argument(
        "--json", action="store_true", help="one JSON document a line for each FILE, with its name as `file`"
    )
    form.add_argument(
        "--html",
        metavar="OUT",
        help="write a page with figures and tone marked; takes one FILE; - is the output",
    )
    _add_context(read)


def _add_explain(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    explain = commands.add_parser(
        "explain",
        help="show the rule and the words behind each figure, and the words that made the tone",
        description="Show for each figure the rule and the words that made it, why other numbers were left alone, and which "
        "words made the tone.",
    )
    explain.add_argument("files", nargs=1, metavar="FILE", help="a text in UTF-8; - is the standard input")
    explain.add_argument("--json", action="store_true", help="one JSON document")
    _add_context(explain)


def _add_context(command: argparse.ArgumentParser) -> None:
    command.add_argument("--title", metavar="T", help="title of the article: context only; takes one FILE")
    command.add_argument(
        "--published",
        metavar="DATE",
        help="day of the article, as 2023-05-30, against which 'on Monday' is resolved",
    )


def _run(parser: argparse.ArgumentParser, arguments: Sequence[str] | None) -> int:
    options = parser.parse_args(arguments)
    if options.version:
        return _version()
    if options.command is None:
        parser.error("what should be done? Give a COMMAND, as read; --help shows all, with examples")
    if options.command == "evaluate":
        return _whole("evaluate", lambda: evaluate_command(options), print if options.json else _print)
    if options.command == "corpus":
        return _corpus(options)
    if options.command == "completion":
        return _whole("completion", lambda: completion_command(parser, options.shell), print)
    if len(options.files) > 1 and (options.title or getattr(options, "html", None)):
        parser.error(f"{'--title' if options.title else '--html'} takes one FILE, not {len(options.files)}")
    if options.files.count("-") > 1:
        parser.error("- is the standard input, which can be read only once")
    if not _is_date(options.published):
        return 1
    shows = _show(options)
    return max([_one(file, options, shows, at) for at, file in enumerate(options.files)])


def _corpus(options: argparse.Namespace) -> int:
    try:
        return _whole("corpus", lambda: corpus_command(options), _print_some)
    except KeyboardInterrupt:
        _complain("corpus", f"stopped; what is in {options.out} stays, and the same command goes on")
        raise


def _print_some(text: str) -> None:
    if text:
        _print(text)


def _whole(name: str, make: Callable[[], str], show: Callable[[str], None]) -> int:
    """Make and show what a command gives; complain where that fails."""
    try:
        show(make())
    except BrokenPipeError:
        raise
    except OSError as error:
        _complain(str(error.filename or "standard output"), error.strerror or str(error))
        return 1
    except (Error, ImportError) as error:
        _complain(name, str(error))
        return 1
    return 0


def _version() -> int:
    from pressgauge.articles import default_gauge

    print(f"pressgauge {__version__}\nrules {default_gauge().rules_version}")
    return 0


def _is_date(published: str | None) -> bool:
    from pressgauge.articles import read

    try:
        read("", published=published)
    except Error as error:
        _complain("--published", str(error))
        return False
    return True


def _one(file: str, options: argparse.Namespace, show: Callable[[str, Reading, int], None], at: int) -> int:
    """Read and show one file; complain and go on where that fails."""
    from pressgauge.articles import read

    try:
        reading = read(_text(file), options.title, options.published)
    except (OSError, Error) as error:
        _complain(file, getattr(error, "strerror", None) or str(error))
        return 1
    try:
        show(file, reading, at)
    except BrokenPipeError:
        raise
    except OSError as error:
        _complain(str(error.filename or "standard output"), error.strerror or str(error))
        return 1
    return 0


def _text(file: str) -> bytes:
    text = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    offset = text.find(b"\0")
    if offset >= 0:
        raise ParseError(f"not a text file: byte 0x00 at offset {offset}")
    return text


def _show(options: argparse.Namespace) -> Callable[[str, Reading, int], None]:
    """Return what shows a reading in the form that was asked for."""
    if options.command == "explain" and not options.json:
        return lambda _file, reading, _at: _print(_explained(reading))
    if options.json:
        whole = options.command == "read"
        return lambda file, reading, _at: _print_json(file, reading.to_dict() if whole else _reasons(reading))
    if options.html:
        return lambda _file, reading, _at: _write(options.html, reading)
    named = len(options.files) > 1
    return lambda file, reading, at: _print(_plain(reading, file if named else None, at))


def _explained(reading: Reading) -> str:
    from pressgauge._explain import explanation

    return explanation(reading, width=_width())


def _plain(reading: Reading, file: str | None, at: int) -> str:
    from pressgauge._plain import plain, shown

    name = f"{chr(10) if at else ''}{shown(file)}\n" if file else ""
    return name + plain(reading, width=_width())


def _reasons(reading: Reading) -> dict[str, Any]:
    from pressgauge._explain import explanation_data

    return explanation_data(reading)


def _print_json(file: str, data: dict[str, Any]) -> None:
    made = {"file": file, **data}
    sys.stdout.flush()
    sys.stdout.buffer.write(
        json.dumps(made, ensure_ascii=False, allow_nan=False).encode("utf-8", "backslashreplace")
    )
    sys.stdout.buffer.write(b"\n")


def _write(out: str, reading: Reading) -> None:
    from pressgauge.notebook import page

    made = page(reading).encode()
    if out == "-":
        sys.stdout.buffer.write(made)
    else:
        Path(out).write_bytes(made)


def _width() -> int:
    return max(60, shutil.get_terminal_size((110, 24)).columns) if sys.stdout.isatty() else 110


def _print(text: str) -> None:
    """Print a text, with colour where a terminal and rich are there."""
    try:
        if not sys.stdout.isatty():
            raise ImportError
        from rich.console import Console
        from rich.text import Text
    except ImportError:
        print(text)
        return
    painted = Text(text)
    painted.highlight_regex(r"(?m)^[A-Z]\w+( alone)?$", "bold")
    painted.highlight_regex(r"“[^”\n]*”|[\[(]-?[\d.]+, [^\])\n]*[\])]", "cyan")
    painted.highlight_regex(r"\bDISAGREE\b|\bnegative\b", "red")
    painted.highlight_regex(r"\bpositive\b", "green")
    Console(highlight=False, soft_wrap=True).print(painted)


def _complain(what: str, message: str) -> None:
    line = re.sub(r"\s+", " ", message)
    print(f"pressgauge: {what}: {line}", file=sys.stderr)
