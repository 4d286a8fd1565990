# SPDX-License-Identifier: MIT
# Needs: pressgauge and, for speed, the program pressgauge_tag, which is built with the tests.
"""Scores pressgauge's tagger on treebanks: the English Web Treebank, and news that it was not trained on.

    python training/score_tagger.py [TEXT] [--part test|dev] [--confusions N]

TEXT: folder with gmb_pos_ner.tsv.gz, ewt_dev.tsv and ewt_test.tsv. `dev` is for choosing, `test` for reporting.
"""

from __future__ import annotations

import argparse
import subprocess
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tagged import Source, aligned, settled_class, sources_of_gmb, sources_of_treebank
from train_tagger import HELD_OUT

from pressgauge.text import word_classes

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "build/python/tests/cpp/pressgauge_tag"
GROUPS = {
    "NNP": "name", "NNPS": "name", "NN": "noun", "NNS": "noun", "JJ": "adjective", "JJR": "adjective",
    "JJS": "adjective", "VB": "verb", "VBD": "verb", "VBG": "verb", "VBN": "verb", "VBP": "verb", "VBZ": "verb",
}  # fmt: skip


@dataclass(frozen=True)
class Judged:
    """A token with the class it has in the treebank and the class it was given."""

    form: str
    right: str
    given: str
    is_word: bool


def judged(sources: Iterable[Source]) -> tuple[list[Judged], int]:
    """Tag each sentence by itself; also count tokens that the treebank cuts otherwise."""
    out, unknown = [], 0
    for source in sources:
        given = [found.word_class for found in word_classes(source.text)]
        for word, found in zip(aligned(source), given, strict=True):
            if word.word_class is None:
                unknown += 1
            else:
                out.append(Judged(word.form, word.word_class, found, settled_class(word) is None))
    return out, unknown


def share(of: list[bool]) -> str:
    """Write a share in percent."""
    return f"{100 * sum(of) / max(1, len(of)):.2f} %"


def report(name: str, tokens: list[Judged], unknown: int, confusions: int) -> None:
    """Print accuracy, and what is taken for what."""

    def group(tag: str) -> str:
        return GROUPS.get(tag, tag)

    words = [token for token in tokens if token.is_word]
    print(f"{name}: {len(tokens):,} tokens, {unknown:,} more are cut otherwise by the treebank")
    print(f"  all tokens {share([t.right == t.given for t in tokens])}")
    print(f"  words {share([t.right == t.given for t in words])} of {len(words):,}")
    print(f"  words, in groups {share([group(t.right) == group(t.given) for t in words])}")
    for tag in ("NN", "NNS", "NNP", "JJ", "VBD", "VBN", "VBG", "VB", "VBP", "VBZ", "RB"):
        found = [t for t in words if t.given == tag]
        there = [t for t in words if t.right == tag]
        print(
            f"  {tag}: precision {share([t.right == tag for t in found])},"
            f" recall {share([t.given == tag for t in there])} of {len(there):,}"
        )
    for a, b in (
        ("noun", "verb"),
        ("verb", "noun"),
        ("noun", "name"),
        ("name", "noun"),
        ("adjective", "noun"),
    ):
        there = [t for t in words if group(t.right) == a]
        print(f"  {a} taken for {b}: {share([group(t.given) == b for t in there])} of {len(there):,}")
    wrong = Counter((t.right, t.given) for t in words if t.right != t.given)
    print("  " + ", ".join(f"{right}>{given} {n}" for (right, given), n in wrong.most_common(confusions)))


def main() -> None:
    """Print scores and speed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("text", nargs="?", type=Path, default=ROOT.parent / "shared/text")
    parser.add_argument("--part", choices=["test", "dev"], default="test")
    parser.add_argument("--confusions", type=int, default=12)
    given = parser.parse_args()
    treebank = list(sources_of_treebank(given.text / f"ewt_{given.part}.tsv"))
    report(f"English Web Treebank, {given.part}", *judged(treebank), given.confusions)
    news = list(sources_of_gmb(given.text / "gmb_pos_ner.tsv.gz"))[::HELD_OUT]
    report("Groningen Meaning Bank, held out", *judged(news), given.confusions)
    if PROGRAM.exists():
        texts = "\0".join(["\n\n".join(source.text for source in news), ""])
        subprocess.run([PROGRAM, "20"], input=texts, text=True, check=True)


if __name__ == "__main__":
    main()
