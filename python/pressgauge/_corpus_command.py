"""The command ``pressgauge corpus``."""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING

from pressgauge._arguments import add_command, whole_number

if TYPE_CHECKING:
    from pressgauge.corpus import Corpus

_EXAMPLES = """examples:
  pressgauge corpus articles.jsonl.gz --out read         one JSON object a line; columns are found by name
  pressgauge corpus 'paper-2024-*.parquet' --out read --text body --date day --id url
  pressgauge corpus pages/ --out read                    a folder of .txt and .html
  pressgauge corpus crawl.warc.gz --out read --threads 2

A run that was stopped goes on when the same command is given again. Failures are a table of OUT, not an end.
"""


def add_corpus(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the command line."""
    corpus = add_command(
        commands,
        "corpus",
        help="read many articles into a folder of tables",
        description="Read every article of files, folders or archives into a folder of Parquet tables.",
        examples=_EXAMPLES,
    )
    corpus.add_argument(
        "source",
        nargs="+",
        metavar="SOURCE",
        help="files (.jsonl, .csv, .parquet, .arrow, .warc; .gz, .zst), a folder or a glob of .txt and .html",
    )
    corpus.add_argument("--out", required=True, metavar="DIR", help="the folder of the tables")
    for name, what in (("text", "texts"), ("title", "titles"), ("date", "days"), ("id", "ids")):
        corpus.add_argument(f"--{name}", metavar="COLUMN", help=f"the column of {what}")
    corpus.add_argument("--html", action="store_true", default=None, help="texts are pages of HTML")
    corpus.add_argument(
        "--threads", type=whole_number(1), metavar="N", help="threads; by default all processors"
    )
    corpus.add_argument("--chunk", type=whole_number(1), metavar="N", help="records of a part")
    corpus.add_argument("--no-text", action="store_true", help="don't keep the texts")
    corpus.add_argument("--strict", action="store_true", help="end at the first record that can't be read")
    corpus.add_argument("--no-resume", action="store_true", help="begin anew where OUT holds a run")
    corpus.add_argument("--quiet", action="store_true", help="show no progress and no summary")


def corpus_command(options: argparse.Namespace) -> str:
    """Read the corpus, and return what the command shows at the end.

    Raises
    ------
    Error, OSError, ImportError
        The source can't be read, or the folder not be written.
    """
    from pressgauge.corpus import read_corpus

    start = time.perf_counter()
    sized = {} if options.chunk is None else {"chunk": options.chunk}
    corpus = read_corpus(
        options.source if len(options.source) > 1 else options.source[0],
        out=options.out,
        text=options.text,
        title=options.title,
        published=options.date,
        id=options.id,
        html=options.html,
        threads=options.threads,
        store_text=not options.no_text,
        on_error="raise" if options.strict else "record",
        resume=not options.no_resume,
        progress=False if options.quiet else None,
        **sized,
    )
    return "" if options.quiet else _summary(corpus, time.perf_counter() - start)


def _summary(corpus: Corpus, seconds: float) -> str:
    rows = corpus.rows()
    counted = ", ".join(f"{rows[name]:,} {name}" for name in ("figures", "counts", "statistics"))
    lines = [f"{rows['articles']:,} articles in {corpus.path} ({seconds:.1f} s): {counted}"]
    kinds = corpus.failures["kind"].value_counts().to_pylist()
    if kinds:
        told = ", ".join(f"{each['counts']:,} {each['values']}" for each in kinds)
        lines.append(f"{rows['failures']:,} records could not be read ({told}): table failures")
    lines.append(f"in Python: pressgauge.corpus.Corpus.open({corpus.path!r})")
    return "\n".join(lines)
