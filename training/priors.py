# SPDX-License-Identifier: MIT
# Needs: nltk==3.10.4 vaderSentiment==3.3.2 (training only).
"""What is known of words before any rated sentence is read: VADER's ratings, our own, and those of the opinion lexicon.

The opinion lexicon (Hu & Liu 2004, CC BY 4.0 in NLTK's index) is a feature in training alone. It is read from the data
of Debian's package r-cran-tidytext 0.4.1-1 (MIT), which holds it as the table `sentiments`:

    apt-get download r-cran-tidytext && dpkg -x r-cran-tidytext_*.deb FOLDER
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from nltk.stem.snowball import SnowballStemmer
from ratings import ROOT, rule_rows
from vaderSentiment import vaderSentiment

OWN = ROOT / "training/own_words.tsv"
TIDYTEXT = Path("usr/lib/R/site-library/tidytext/data/Rdata.rdb")
TIDYTEXT_SHA256 = "50d6bb897a9aaf5803fa1aa6bdba349ab0d6be5905e679efcb15ac8dca050b39"
R_STRING = re.compile(
    rb"\x00\x04\x00\x09(....)", re.DOTALL
)  # the head of a string in R's serialised data: its length

Prior = Callable[[str], float]
stem = cache(SnowballStemmer("english").stem)


def vader_ratings() -> dict[str, float]:
    """VADER's mean ratings of single words, in [-4, 4]."""
    ratings = vaderSentiment.SentimentIntensityAnalyzer().lexicon
    return {word: value for word, value in ratings.items() if re.fullmatch(r"[a-z]+(?:'[a-z]+)*", word)}


def own_ratings() -> dict[str, tuple[float, str]]:
    """Our own ratings, with their kind; of a word in several rows the first counts."""
    ratings: dict[str, tuple[float, str]] = {}
    for rating, kind, words in rule_rows(OWN):
        for word in words.split():
            ratings.setdefault(word, (float(rating), kind))
    return ratings


def chunks_of(data: bytes) -> list[bytes]:
    """Split an R database of compressed objects, each behind its length."""
    chunks, at = [], 0
    while at < len(data):
        opened = zlib.decompressobj()
        chunks.append(opened.decompress(data[at + 4 :]))
        at = len(data) - len(opened.unused_data)
    return chunks


def strings_of(chunk: bytes) -> list[str]:
    """List all strings of a serialised R object."""
    found = []
    for match in R_STRING.finditer(chunk):
        size = int.from_bytes(match.group(1), "big")
        found.append(chunk[match.end() : match.end() + size].decode("latin-1"))
    return found


def opinions(folder: Path) -> dict[str, float]:
    """Read the opinion lexicon: 1 for positive words, -1 for negative ones."""
    data = (folder / TIDYTEXT).read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != TIDYTEXT_SHA256:
        raise ValueError(f"{folder / TIDYTEXT}: sha256 {found}, expected {TIDYTEXT_SHA256}")
    tables = [strings_of(chunk) for chunk in chunks_of(data)]
    table = next(t for t in tables if t[-2:] == ["word", "sentiment"])
    rows = (len(table) - 8) // 2  # words, then what they are, then names of the table's parts
    pairs = zip(table[:rows], table[rows : 2 * rows], strict=True)
    return {word: 1.0 if label == "positive" else -1.0 for word, label in pairs}


def by_stem(ratings: dict[str, float]) -> Prior:
    """Look a word up, or else the mean of the words that share its stem."""
    stems: dict[str, list[float]] = {}
    for word, value in ratings.items():
        stems.setdefault(stem(word), []).append(value)
    means = {key: sum(values) / len(values) for key, values in stems.items()}
    return lambda word: ratings.get(word) or means.get(stem(word), 0.0)


def own_by_stem(ratings: dict[str, tuple[float, str]]) -> Callable[[str], tuple[float, str]]:
    """Look a word up, or else the first one of our list that shares its stem."""
    stems: dict[str, tuple[float, str]] = {}
    for word, value in ratings.items():
        stems.setdefault(stem(word), value)
    nothing = (0.0, "")
    return lambda word: ratings.get(word) or stems.get(stem(word), nothing)
