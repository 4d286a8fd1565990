"""Copies of one story are found whatever a paper changed, and nothing that is less alike than was asked is joined."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge import DomainError
from pressgauge.corpus import duplicates, once_per_story

pa = pytest.importorskip("pyarrow")
pytest.importorskip("rensa")

EXAMPLES = sorted((Path(__file__).parents[3] / "examples" / "articles").glob("*.txt"))
TEXTS = [path.read_text(encoding="utf-8") for path in EXAMPLES]
STORY = (EXAMPLES[0].parent / "clashes.txt").read_text(encoding="utf-8")
PARAGRAPHS = STORY.strip().split("\n\n")
LOCAL = (
    "People in our own town, where some forty families have relatives there, met in the church hall to pray and to "
    "collect blankets. A coach will leave from the market square at noon, the parish said."
)
EDITS = {
    "the tail cut": "\n\n".join(PARAGRAPHS[: len(PARAGRAPHS) // 2]),
    "another headline": "\n\n".join(["A day of stones", *PARAGRAPHS[1:]]),
    "another first sentence": "\n\n".join([PARAGRAPHS[0], LOCAL.split(". ", maxsplit=1)[0], *PARAGRAPHS[2:]]),
    "a local paragraph in front": LOCAL + "\n\n" + STORY,
    "a local paragraph within": "\n\n".join([*PARAGRAPHS[:2], LOCAL, *PARAGRAPHS[2:]]),
    "lines of an agency": "ZVEC (Corda) - " + STORY + "\n(Reporting by A. Bell; editing by C. Dunn)",
    "other quotation marks and line ends": STORY.replace('"', "“").replace("\n", "\r\n  "),
    "capitals": STORY.upper(),
}


def words(name, start, end):
    """Return words that no other name has, each once."""
    return " ".join(f"{name}{number}" for number in range(start, end))


def table(*texts, ids=None):
    return pa.table({"article_id": ids or [f"a{i}" for i in range(len(texts))], "text": list(texts)})


def groups(*texts, **options):
    return duplicates(table(*texts), **options)["story"].to_pylist()


@pytest.mark.parametrize("edit", EDITS)
def test_a_copy_is_found_whatever_a_paper_changed(edit):
    found = duplicates(table(*TEXTS, EDITS[edit])).to_pylist()
    at = TEXTS.index(STORY)
    assert (found[-1]["story"], found[-1]["first"]) == (at, f"a{at}")
    assert found[-1]["similarity"] >= 0.6


def test_other_stories_are_apart():
    assert groups(*TEXTS) == list(range(len(TEXTS)))


def test_stories_that_share_a_statement_are_apart():
    statement = words("said", 0, 40)
    assert groups(f"{words('a', 0, 100)} {statement}", f"{words('b', 0, 100)} {statement}") == [0, 1]


def test_a_text_copied_to_the_letter_is_found_at_the_highest_threshold():
    assert groups(STORY, TEXTS[0], STORY, STORY + " More.", threshold=1.0) == [0, 1, 0, 0]
    assert groups(STORY, STORY.replace("Monday", "Friday"), threshold=1.0) == [0, 1]


def test_similarity_is_the_share_of_the_shorter_text():
    found = duplicates(table(words("a", 0, 40), words("a", 30, 40), words("a", 10, 50)), shingle=1)
    assert found["similarity"].to_pylist() == [1.0, 1.0, 0.75]


def test_a_mere_scrap_of_a_text_is_no_copy():
    assert groups(words("a", 0, 100), words("a", 0, 10), shingle=1) == [0, 1]
    assert groups(words("a", 0, 100), words("a", 0, 30), shingle=1) == [0, 0]


def test_a_chain_of_copies_is_one_story():
    chain = [words("a", start, start + 100) for start in (0, 35, 70)]
    found = duplicates(table(*chain), shingle=1).to_pylist()
    assert [row["story"] for row in found] == [0, 0, 0]
    assert [row["similarity"] for row in found] == [1.0, 0.65, 0.3]
    assert groups(chain[0], chain[2], shingle=1) == [0, 1]


def test_rows_keep_their_order_and_stories_are_numbered_by_first_articles():
    ids = ["z", "y", "x", "w", "v"]
    found = duplicates(table(TEXTS[0], TEXTS[1], TEXTS[2], TEXTS[1], TEXTS[0], ids=ids))
    assert found["article_id"].to_pylist() == ids
    assert found["story"].to_pylist() == [0, 1, 2, 1, 0]
    assert found["first"].to_pylist() == ["z", "y", "x", "y", "z"]


def test_many_copies_are_one_story():
    copies = [f"{words('a', 0, 80)} {words(f'local{i}x', 0, 20)}" for i in range(200)]
    assert set(groups(*copies)) == {0}


def test_a_seed_gives_the_same_rows_and_others_the_same_stories():
    texts = [*TEXTS, *EDITS.values()]
    first = duplicates(table(*texts))
    assert duplicates(table(*texts)).equals(first)
    for seed in (0, 7, 2**64 - 1):
        assert duplicates(table(*texts), seed=seed)["story"].equals(first["story"])


@pytest.mark.parametrize("text", ["", " \n", "— … !", "\u200b"])
def test_a_text_without_words_is_alone(text):
    assert groups(text, "Two people died.", text) == [0, 1, 2]


def test_texts_shorter_than_a_shingle_are_copies_if_they_are_the_same():
    assert groups("Two died.", "two died", "Two died, one lives.", "Two") == [0, 0, 1, 2]


def test_no_articles_have_no_stories():
    empty = table().cast(pa.schema({"article_id": pa.string(), "text": pa.string()}))
    found = duplicates(empty)
    assert found.num_rows == 0
    assert found.schema.equals(duplicates(table("Two died.")).schema)
    assert once_per_story(empty, found).num_rows == 0


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_frames_are_read_as_tables_of_arrow_are(library):
    frame = pytest.importorskip(library).DataFrame({"article_id": ["a", "b"], "body": [STORY, STORY]})
    found = duplicates(frame, text="body")
    assert found.equals(duplicates(table(STORY, STORY, ids=["a", "b"])))
    assert once_per_story(frame, found)["copies"].to_pylist() == [2]


def test_batches_streams_and_dictionaries_are_read():
    whole = table(STORY, TEXTS[0], STORY)
    coded = whole.set_column(0, "article_id", whole["article_id"].dictionary_encode())
    expected = duplicates(whole)
    chunked = pa.concat_tables([whole.slice(0, 1), whole.slice(1, 0), whole.slice(1)])
    for source in (whole.to_batches()[0], whole.to_reader(), coded, chunked):
        assert duplicates(source).equals(expected)


@pytest.mark.parametrize("folder", [None, "out"])
def test_the_counts_of_a_corpus_are_taken_once_per_story(tmp_path, folder):
    wire = (
        "Two miners died and nine were hurt when a shaft near the town flooded on Monday, the company said."
    )
    rows = [
        {"id": "first", "text": wire},
        {"id": "other", "text": "Police said that forty people marched."},
        {"id": "copy", "text": wire + " Our mayor said he was shocked."},
    ]
    corpus = pg.read_corpus(rows, out=tmp_path / folder if folder else None)
    stories = duplicates(corpus)
    assert stories["story"].to_pylist() == [0, 1, 0]
    kept = once_per_story(corpus.counts, stories)
    assert kept.column_names == [*corpus.counts.column_names, "copies"]
    rows = kept.select(["article_id", "kind", "copies"]).to_pylist()
    assert [tuple(row.values()) for row in rows] == [
        ("first", "killed", 2),
        ("first", "injured", 2),
        ("other", "participants", 1),
    ]


def test_an_article_that_the_stories_do_not_know_is_named():
    stories = duplicates(table(STORY))
    with pytest.raises(DomainError, match="article 'b1' of the table is not among those of the stories"):
        once_per_story(table(STORY, STORY, ids=["a0", "b1"]), stories)
    with pytest.raises(DomainError, match="no column 'article_id'; the columns are id"):
        once_per_story(pa.table({"id": ["a0"]}), stories)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"threshold": 0}, r"threshold is 0, expected a number in \(0, 1\]"),
        ({"threshold": 1.5}, "threshold is 1.5"),
        ({"threshold": float("nan")}, "threshold is nan"),
        ({"shingle": 0}, "shingle is 0, expected 1 to 100000 words"),
        ({"permutations": 15}, "permutations is 15, expected 16 to 100000"),
        ({"seed": -1}, "seed is -1, expected a number from 0"),
        ({"seed": 2**64}, "seed is 18446744073709551616"),
        ({"text": "body"}, "there is no column 'body'; the columns are article_id, text"),
        ({"id": "url"}, "there is no column 'url'"),
    ],
)
def test_arguments_out_of_range_are_named_with_their_value(options, message):
    with pytest.raises(DomainError, match=message):
        duplicates(table(STORY), **options)


def test_a_column_that_a_corpus_does_not_have_is_named():
    with pytest.raises(DomainError, match="there is no column 'body'; the columns are article_id, position"):
        duplicates(pg.read_corpus(["Two people died."]), text="body")


def test_texts_and_ids_that_are_missing_or_twice_are_errors():
    with pytest.raises(DomainError, match="article 'a1' has no text in column 'text'"):
        duplicates(table("Two died.", None))
    with pytest.raises(DomainError, match="article '0' has no text in column 'text'"):
        duplicates(pg.read_corpus(["Two people died."], store_text=False))
    with pytest.raises(DomainError, match="an id is null in column 'article_id'"):
        duplicates(table("Two died.", "One died.", ids=["a", None]))
    with pytest.raises(DomainError, match="id 'b' is there twice in column 'article_id'"):
        duplicates(table("Two died.", "One died.", "All died.", ids=["a", "b", "b"]))


def test_what_is_no_table_is_an_error():
    with pytest.raises(DomainError, match="a table of Arrow, polars or pandas is wanted, not a list"):
        duplicates(["Two died."])


# Slow and obvious: sets of runs of words, and every pair compared.
PIECES = [" ".join(f"{letter}{number}" for number in range(6)) for letter in "abcdefgh"]
MADE = st.lists(st.sampled_from(PIECES), min_size=0, max_size=6).map(" ".join)


def runs(text, size):
    found = text.split()
    return {tuple(found[at : at + size]) for at in range(max(1, len(found) - size + 1))} if found else set()


def likeness(a, b):
    """Return overlap and Jaccard similarity."""
    common = len(a & b)
    return (common / min(len(a), len(b)), common / len(a | b)) if a and b else (0.0, 0.0)


def linked(members, pairs):
    """Say whether pairs hold all members together."""
    reached = {min(members)}
    while more := {j for pair in pairs for j in pair if reached & set(pair)} & members - reached:
        reached |= more
    return reached == members


@given(st.lists(MADE, min_size=1, max_size=7), st.sampled_from([0.3, 0.6, 1.0]), st.integers(1, 5))
def test_stories_are_held_together_by_copies_alone_and_clear_copies_are_joined(texts, threshold, shingle):
    sets = [runs(text, shingle) for text in texts]
    alike = {(i, j): likeness(sets[i], sets[j]) for i, j in combinations(range(len(texts)), 2)}
    copies = [pair for pair, (share, near) in alike.items() if share >= threshold and near >= 0.15]
    found = duplicates(table(*texts), threshold=threshold, shingle=shingle).to_pylist()
    for story in {row["story"] for row in found}:
        members = {number for number, row in enumerate(found) if row["story"] == story}
        assert linked(members, [pair for pair in copies if members.issuperset(pair)])
        assert all(found[i]["first"] == f"a{min(members)}" for i in members)
    for i, j in copies:
        share, near = alike[i, j]
        if share >= min(1, threshold + 0.2) and near >= 0.4:
            assert found[i]["story"] == found[j]["story"]
    for number, row in enumerate(found):
        first = int(row["first"][1:])
        assert row["similarity"] == (1.0 if first == number else likeness(sets[first], sets[number])[0])


def test_what_is_asked_for_is_of_its_type_and_size():
    for wrong in (
        {"shingle": 1.5},
        {"permutations": None},
        {"seed": "1"},
        {"threshold": "0.5"},
        {"text": None},
    ):
        with pytest.raises(TypeError, match=f"{next(iter(wrong))} must be a"):
            duplicates(table("a"), **wrong)
    with pytest.raises(DomainError, match="shingle is 1000000, expected 1 to 100000 words"):
        duplicates(table("a"), shingle=10**6)
