"""Write cpp/pressgauge/figures/data/nouns.tsv: nouns that news uses for people, buildings and vehicles.

    python training/nouns.py WORDNET NEWS

WORDNET is the folder of WordNet 3.0's dictionary (data.noun, index.noun, noun.exc), NEWS a table of tagged news with the
columns word and Penn tag (`gmb_pos_ner.tsv.gz`). A noun is taken where its commonest sense lies below one of the
roots, and the news uses it at least as often as `FEWEST`.
"""

from __future__ import annotations

import collections
import gzip
import sys
from pathlib import Path

FEWEST = 1
# Nouns for people that mean nothing else are taken with these endings though the news at hand doesn't use them.
SUFFIXES = ("er", "or", "ist", "ian", "ant", "ee", "eer", "man", "woman", "boy", "girl", "ite")
# Class, its roots (word and number of the sense), and senses below them that are left out.
CLASSES = {
    "person_noun": [("person", 1)],
    "building_noun": [
        ("building", 1),
        ("dwelling", 1),
        ("bridge", 1),
        ("place_of_worship", 1),
        ("housing", 1),
    ],
    "vehicle_noun": [("vehicle", 1)],
}
# Words that news uses in another sense than the commonest one, or as names.
NOT_MEANT = {
    "person_noun": (
        "affiliate alien alternate auspex banks booster bridges burns carrier carter celsius chambers clone comic cook "
        "counter crane cub diesel distributor equal eve exporter fields filibuster fodder ford fossil fowler fuller gates "
        "graves grey hart headliner hog hood hunt importer jay jumper lodge maker marks martial masters mummy ostrich "
        "ouster parks pitcher pop prey producer proxy punk qualifier refiner referral retailer rover same scanner scorpion "
        "sellers server sessions slider subsidiary superior supplier tiger trailer transmitter trawler villa wag ward "
        "waters wells whale life number case subject lead aid star soul power head center mark model character figure "
        "party black white match pick major face voice image plant"
    ),
    "building_noun": "architecture quarters rooms stalls resort center court block complex wing housing",
    "vehicle_noun": "launch auto rocket skate trail bomber sail",
}


def synsets(wordnet: Path) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return the hyponyms of each noun sense, and the senses of each noun, commonest first."""
    below: dict[str, list[str]] = {}
    for line in (wordnet / "data.noun").read_text(encoding="latin-1").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        pointers = fields[4 + 2 * count :]
        kinds, targets, classes = pointers[1::4], pointers[2::4], pointers[3::4]
        below[fields[0]] = [
            t for k, t, c in zip(kinds, targets, classes, strict=False) if k in {"~", "~i"} and c == "n"
        ]
    senses: dict[str, list[str]] = {}
    for line in (wordnet / "index.noun").read_text(encoding="latin-1").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split()
        senses[fields[0]] = [f for f in fields if len(f) == 8 and f.isdigit()]
    return below, senses


def news_counts(path: Path) -> collections.Counter[str]:
    """Return how often the news uses each common noun, singular or plural."""
    counts: collections.Counter[str] = collections.Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) > 1 and fields[1] in {"NN", "NNS"} and fields[0].isalpha():
                counts[fields[0].lower()] += 1
    return counts


def main() -> int:
    """Write the table."""
    wordnet, news = Path(sys.argv[1]), news_counts(Path(sys.argv[2]))
    below, senses = synsets(wordnet)
    irregular = dict(
        reversed(line.split()[:2])
        for line in (wordnet / "noun.exc").read_text(encoding="latin-1").splitlines()
    )
    out = [
        "#pressgauge-rules 1",
        "# Nouns for people, buildings and vehicles: class	words. Written by training/nouns.py.",
        "# Source: WordNet 3.0, Copyright 2006 by Princeton University, used under its licence (no fee; this notice stays):",
        "# nouns whose commonest sense is one of these, and that news uses (counted in the Groningen Meaning Bank, public domain).",
    ]
    for name, roots in CLASSES.items():
        not_meant = set(NOT_MEANT[name].split())
        members: set[str] = set()
        heap = [senses[word][number - 1] for word, number in roots]
        while heap:
            synset = heap.pop()
            if synset not in members:
                members.add(synset)
                heap += below[synset]
        nouns = sorted(
            noun
            for noun, meanings in senses.items()
            if noun.isalpha()
            and len(noun) > 2
            and meanings[0] in members
            and noun not in not_meant
            and (
                (name == "person_noun" and noun.endswith(SUFFIXES) and members.issuperset(meanings))
                or news[noun] + news[noun + "s"] + news[irregular.get(noun, "")] >= FEWEST
            )
        )
        words = [f"<{n}:plural>" + (f" {irregular[n]}" if n in irregular else "") for n in nouns]
        for i in range(0, len(words), 12):
            out.append(f"{name}\t{' '.join(words[i : i + 12])}")
    Path("cpp/pressgauge/figures/data/nouns.tsv").write_text("\n".join(out) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
