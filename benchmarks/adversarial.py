"""The cost of texts that are made to be costly, beside ordinary news of the same length: time and memory a byte.

Each text is read in a process of its own. CPU time is taken, the least of some rounds, so that a busy machine matters little.

python benchmarks/adversarial.py               # what docs/reliability.md shows
python benchmarks/adversarial.py --only quotes # one of them, printed
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable

import pages

import pressgauge as pg

LENGTH = 1_000_000
"""Bytes of each text; the growth is that from a quarter of them."""
ROUNDS = 3
MOST = 10.0
"""Times as slow a byte as ordinary text that a text may be."""
FIGURES = 100_000


def repeated(piece: str) -> Callable[[int], str]:
    """Return what makes a text of some length of one piece."""
    return lambda length: piece * (length // len(piece.encode()))


def ordinary(length: int) -> str:
    """Return the example articles, one after the other."""
    examples = sorted((pages.ROOT / "examples" / "articles").glob("*.txt"))
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in examples)
    return text * (length // len(text) + 1)


TEXTS: dict[str, tuple[str, Callable[[int], str]]] = {
    "ordinary": ("the example articles, again and again", ordinary),
    "quotes": ("a million opening quotation marks", repeated("“")),
    "straight quotes": ("a million straight quotation marks", repeated('"')),
    "apostrophes": ("apostrophes and single quotes", repeated("'a' ")),
    "quotations": ("quotations of two words", repeated('"He said," ')),
    "brackets": ("brackets opened and then closed", lambda n: "(" * (n // 2) + ")" * (n // 2)),
    "mixed brackets": ("brackets of all kinds, none closed", repeated("([{<")),
    "endless sentence": ("one sentence, a figure in every clause", repeated("and 12 people were killed ")),
    "endless words": ("one sentence without figures", repeated("people and houses ")),
    "commas": ("one sentence of parts", repeated("12 people, ")),
    "endless word": ("one word", repeated("a")),
    "digits": ("one number", repeated("1")),
    "grouped digits": ("one number with marks", repeated("1,111")),
    "points": ("digits and points", repeated("1.")),
    "numbers": ("numbers without words", repeated("12 ")),
    "number words": ("one number in words", repeated("hundred thousand and one ")),
    "hyphens": ("number words with hyphens", repeated("twenty-two-")),
    "ranges": ("ranges of ranges", repeated("between 5 and 6 to 7 ")),
    "hedges": ("hedges without a number", repeated("at least more than about ")),
    "parts": ("a part of a part", repeated("including 3 children, ")),
    "of": ("nouns joined by of", repeated("of the people ")),
    "dates": ("days and dates", repeated("on Monday, 3 March 2024, ")),
    "names": ("capitals and points", repeated("Mr. A. Smith-Jones of the Union ")),
    "speakers": ("one says that another says", repeated("said the Mayor that police said ")),
    "negation": ("not, again and again", repeated("not never ")),
    "tone": ("words with a tone", repeated("horrible wonderful war ")),
    "combining marks": ("a letter with half a million marks", lambda n: "e" + "\u0301" * (n // 2)),
    "joiners": ("invisible letters", repeated("\u200d\u200b")),
    "emoji": ("emoji of several parts", repeated("👩‍👩‍👧 ")),
    "line ends": ("nothing but line ends", repeated("\n")),
    "paragraphs": ("a paragraph for every word", repeated("Killed\n\n")),
    "sources": ("source lines", repeated("Source: AFP\n")),
    "figures": ("a hundred thousand figures", lambda n: "5 people died. " * (FIGURES * n // LENGTH)),
}


def measured(name: str, length: int) -> dict[str, float]:
    """Return CPU seconds and peak memory of a reading in a process of its own, for each byte."""
    command = [sys.executable, __file__, "--measure", name, str(length)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measure(name: str, length: int) -> dict[str, float]:
    """Read a text in this process."""
    text = TEXTS[name][1](length)
    size = len(text.encode())
    gauge = pg.Gauge()
    gauge.read("Two people died.")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        reading = gauge.read(text)
        seconds.append(time.process_time() - start)
    figures = len(reading.figures)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return {"seconds": min(seconds) / size, "memory": 1024 * peak / size, "figures": figures}


def main() -> None:
    """Measure all, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measure", nargs=2, metavar=("NAME", "LENGTH"))
    parser.add_argument("--only", choices=TEXTS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.measure[0], int(options.measure[1]))))
        return
    usual = measured("ordinary", LENGTH)
    rows, slow = [], []
    for name, (what, _) in TEXTS.items():
        if options.only not in {None, name}:
            continue
        whole, quarter = measured(name, LENGTH), measured(name, LENGTH // 4)
        times = whole["seconds"] / usual["seconds"]
        growth = whole["seconds"] / quarter["seconds"]
        if times > MOST:
            slow.append(name)
        cells = [f"{times:.2f}", f"{growth:.2f}", f"{whole['memory']:,.0f}", f"{whole['figures']:,.0f}"]
        rows.append([what, *cells])
        print(name, *cells, flush=True)
    if options.only is None:
        head = [
            "text",
            "time a byte, times ordinary",
            "growth from a quarter",
            "memory [bytes a byte]",
            "figures",
        ]
        told = f"{LENGTH:,} bytes each; ordinary text takes {1e9 * usual['seconds']:.0f} ns a byte. {pages.machine()}.\n"
        pages.put("reliability.md", "cost", told + "\n" + pages.table(head, rows))
    if slow:
        sys.exit(f"more than {MOST:g} times as slow as ordinary text: {', '.join(slow)}")


if __name__ == "__main__":
    main()
