"""Scores equal to vaderSentiment's: by rule with a lexicon of our own, and beside the package on many texts."""

from __future__ import annotations

import json
import pickle
import random
import runpy
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge.sentiment import SentimentIntensityAnalyzer

LEXICON = "good\t1.9\nbad\t-2.5\ngreat\t3.1\nawful\t-2.0\nno\t-1.2\nkind\t2.4\nshit\t-2.6\nass\t-2.5\nsmile\t1.5\n:)\t2.0\n"
EMOJI = "😀\tbig smile\n👍🏽\tnever found\n§\tgreat\n"
OURS = SentimentIntensityAnalyzer(lexicon=LEXICON, emoji=EMOJI)
ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"

# What vaderSentiment 3.3.2 gives with the same lexicon and emoji: neg, neu, pos, compound.
KNOWN = json.loads((Path(__file__).parent / "vader_known.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "expected"), KNOWN.items())
def test_each_rule_gives_the_known_scores(text, expected):
    assert list(OURS.polarity_scores(text).values()) == expected


def test_scores_have_the_names_and_the_order_of_the_package():
    assert list(OURS.polarity_scores("A good day.")) == ["neg", "neu", "pos", "compound"]


def test_many_texts_at_once_are_scored_as_one_by_one():
    assert OURS.polarity_scores_all(iter(KNOWN)) == [OURS.polarity_scores(text) for text in KNOWN]


def test_bytes_are_utf8():
    assert OURS.polarity_scores("good 😀".encode()) == OURS.polarity_scores("good 😀")


def test_a_pickled_analyzer_scores_alike():
    again = pickle.loads(pickle.dumps(OURS))
    assert again.polarity_scores("VERY good :)") == OURS.polarity_scores("VERY good :)")


def test_lexicon_and_emoji_come_from_files(tmp_path):
    (tmp_path / "words.txt").write_bytes(LEXICON.replace("\n", "\r\n").encode())
    (tmp_path / "emoji.txt").write_text(EMOJI, encoding="utf-8")
    read = SentimentIntensityAnalyzer(tmp_path / "words.txt", str(tmp_path / "emoji.txt"))
    assert read.polarity_scores_all(KNOWN) == OURS.polarity_scores_all(KNOWN)


def test_a_long_text_of_equal_values_takes_no_longer_by_the_word():
    words = 200_000  # comparing each with each would take minutes
    scores = OURS.polarity_scores("good " * words + "but " + "good " * words)
    assert scores == {"neg": 0.0, "neu": 0.0, "pos": 1.0, "compound": 1.0}


def test_a_lone_surrogate_says_where():
    with pytest.raises(pg.ParseError, match=r"lone surrogate U\+D83D at character 5"):
        OURS.polarity_scores("good \ud83d")
    with pytest.raises(pg.ParseError, match="lone surrogate"):
        OURS.polarity_scores_all(["good", "bad \udc00"])


def test_what_is_no_text_is_refused():
    with pytest.raises(TypeError, match="not int"):
        OURS.polarity_scores(3)
    with pytest.raises(pg.ParseError, match="byte 0xff at offset 5"):
        OURS.polarity_scores(b"good \xff")


@pytest.mark.parametrize(
    "line", ["good", "good\t", "good\tfine", "good\tnan", "good\tinf", "good\t+-1", "\t1.9"]
)
def test_a_line_that_is_no_word_and_number_is_named(line):
    with pytest.raises(pg.ParseError, match="VADER's lexicon, line 2"):
        SentimentIntensityAnalyzer(lexicon=f"bad\t-1\n{line}\n", emoji="")


def test_without_the_package_the_error_says_what_to_do(monkeypatch):
    monkeypatch.setattr("pressgauge._vader.find_spec", lambda name: None)
    with pytest.raises(pg.Error, match=r"pressgauge\[vader\].*lexicon="):
        SentimentIntensityAnalyzer()
    with pytest.raises(pg.Error, match="emoji="):
        SentimentIntensityAnalyzer(lexicon=LEXICON)


# Beside the package.

RULE_WORDS = (
    "no or nor kind of at least very never so this without doubt but the shit the bomb bad ass bus stop yeah right "
    "kiss of death to die for beating heart sort of just enough badass BUT NO hand to mouth"
)
SPECIAL = RULE_WORDS.split()
OWN_WORDS = sorted(
    {
        *map(str.lower, SPECIAL),
        *["not", "isn't", "don't", "hardly", "very", "good", "great", "awful", "aaa", "bbb", "ccc"],
    }
)
TAILS = ["!", "?", "!!!", "...", "???", "n't", ',"', "'s", ":)", "😀", "🇫🇷", "️"]
GAPS = [*[" "] * 16, "", "  ", "\u2003", "\n", "\x1c", "\x85", "-", "\u200b"]
# Case and white space of Unicode, and what changes its length in small letters.
ODD = "İıſßẞΣσςͅ'’.\u00adǅǆK Å\u1680\u3000\x1f\x0b" + "".join(map(chr, range(0x20)))


@pytest.fixture(scope="module")
def package():
    return pytest.importorskip("vaderSentiment.vaderSentiment", reason="vaderSentiment is not installed")


@pytest.fixture(scope="module")
def theirs(package):
    if sys.version_info >= (3, 12):
        pytest.skip("from Python 3.12 on sum() compensates rounding: vaderSentiment's last digit changes")
    return package.SentimentIntensityAnalyzer()


@pytest.fixture(scope="module")
def ours(package):
    return SentimentIntensityAnalyzer()


@pytest.fixture(scope="module")
def news() -> list[str]:
    files = [*sorted((SHARED / "sentiment").glob("*.jsonl")), SHARED / "figures" / "dev.jsonl"]
    if not all(path.is_file() for path in files) or len(files) < 2:
        pytest.skip("rated texts are not beside the repository")
    rows = [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    return [row["text"] for row in rows if "text" in row]


def mutated(texts: list[str], package, analyzer, count: int, seed: int) -> Iterator[str]:
    """Make texts of pieces of news and of the words that rules look for, in odd case and with odd marks."""
    rng = random.Random(seed)
    words = [word for text in texts[:: max(1, len(texts) // 3000)] for word in text.split()]
    pools = [
        words,
        words,
        list(analyzer.lexicon),
        list(package.BOOSTER_DICT),
        list(package.NEGATE),
        SPECIAL,
        SPECIAL,
    ]
    pools.append([emoji for emoji in analyzer.emojis if len(emoji) == 1])
    for _ in range(count):
        text = []
        for _ in range(rng.choice([1, 2, 3, 4, 6, 10, 20, 40])):
            word = rng.choice(rng.choice(pools))
            change = rng.random()
            if change < 0.3:
                word = (
                    word.upper()
                    if change < 0.1
                    else word.title()
                    if change < 0.15
                    else word + rng.choice(TAILS)
                )
            text += [word, rng.choice(GAPS)]
        yield "".join(text)


def concatenated(texts: list[str], count: int, seed: int) -> Iterator[str]:
    """Make longer texts of two to six."""
    rng = random.Random(seed)
    for _ in range(count):
        yield rng.choice([" ", "\n", " but ", ""]).join(rng.choices(texts, k=rng.randint(2, 6)))


def differing(ours, theirs, texts: Iterator[str] | list[str]) -> list[str]:
    texts = list(texts)
    found = zip(texts, ours.polarity_scores_all(texts), strict=True)
    return [text for text, scores in found if repr(scores) != repr(theirs.polarity_scores(text))]


def test_a_sample_of_texts_has_no_difference(ours, theirs, package):
    texts = [*KNOWN, *mutated(list(KNOWN), package, theirs, 2000, seed=1)]
    assert differing(ours, theirs, texts) == []


def test_known_scores_are_those_of_the_package(theirs, tmp_path, package):
    (tmp_path / "words.txt").write_text(LEXICON, encoding="utf-8")
    (tmp_path / "emoji.txt").write_text(EMOJI, encoding="utf-8")
    small = package.SentimentIntensityAnalyzer(str(tmp_path / "words.txt"), str(tmp_path / "emoji.txt"))
    assert {text: list(small.polarity_scores(text).values()) for text in KNOWN} == KNOWN


def own_files(rng: random.Random) -> tuple[str, str]:
    """Make a lexicon and emoji of few words, among them those that rules look for, with valences that recur."""
    words = rng.sample(OWN_WORDS, rng.randrange(1, len(OWN_WORDS)))
    valences = [0, -0.0, 1, -1, 2, 0.5, 1.5, -1.5, 1e-6]
    lexicon = [f"{word}\t{rng.choice([*valences, rng.uniform(-4, 4)])!r}\n" for word in words]
    emoji = [f"{each}\t{' '.join(rng.choices(OWN_WORDS, k=2))}\n" for each in rng.sample("😀☺x#É!", 3)]
    return "".join(lexicon), "".join(emoji)


def test_lexicons_of_ones_own_make_no_difference(theirs, package, tmp_path):
    rng = random.Random(5)
    for _ in range(40):
        files = own_files(rng)
        paths = [tmp_path / "words.txt", tmp_path / "emoji.txt"]
        for path, content in zip(paths, files, strict=True):
            path.write_text(content, encoding="utf-8")
        small = package.SentimentIntensityAnalyzer(*map(str, paths))
        texts = []
        for _ in range(40):
            words = [
                word.upper() if rng.random() < 0.15 else word
                for word in rng.choices(OWN_WORDS, k=rng.choice([1, 3, 8, 20, 60]))
            ]
            texts.append(
                "".join(
                    word + rng.choice(["", "", "!", "?", "😀", "x", "É"]) + rng.choice(GAPS) for word in words
                )
            )
        assert differing(SentimentIntensityAnalyzer(*files), small, texts) == []


@pytest.mark.slow
def test_all_rated_texts_and_what_is_made_of_them_have_no_difference(ours, theirs, package, news):
    made = [*mutated(news, package, theirs, 20_000, seed=2), *concatenated(news, 3_000, seed=3)]
    assert len(news) + len(made) >= 40_000
    assert differing(ours, theirs, news) == []
    assert differing(ours, theirs, made) == []


unicode_14 = pytest.mark.skipif(
    unicodedata.unidata_version != "14.0.0", reason="the case of letters is that of Unicode 14 (Python 3.11)"
)
words_and_odd = st.lists(
    st.one_of(
        st.sampled_from([*SPECIAL, "good", "GREAT", "awful", ":)", *TAILS, *GAPS]),
        st.sampled_from(ODD),
        st.text(),
    )
).map("".join)


@unicode_14
@given(words_and_odd)
def test_any_text_has_no_difference(ours, theirs, text):
    assert differing(ours, theirs, [text]) == []


@unicode_14
def test_random_unicode_has_no_difference(ours, theirs):
    rng = random.Random(4)
    pool = [chr(c) for c in range(sys.maxunicode + 1) if not 0xD800 <= c < 0xE000]
    letters = [c for c in pool if c.lower() != c or c.upper() != c or c.isspace()]
    texts = []
    for _ in range(3000):
        parts = [
            rng.choice([rng.choice(pool), rng.choice(letters), rng.choice(ODD), " ", "good", "NOT"])
            for _ in range(30)
        ]
        texts.append("".join(parts))
    assert differing(ours, theirs, texts) == []


@unicode_14
def test_every_letter_has_the_case_that_python_gives_it():
    """Each code point as a lexicon word in small letters, looked up by its other form."""
    letters = [
        chr(c) for c in range(sys.maxunicode + 1) if not 0xD800 <= c < 0xE000 and chr(c).lower() != chr(c)
    ]
    known = sorted({f"xx{c.lower()}x" for c in letters})
    analyzer = SentimentIntensityAnalyzer("".join(f"{word}\t2\n" for word in known), emoji="")
    expected = SentimentIntensityAnalyzer("good\t2\n", emoji="").polarity_scores("good")
    scores = analyzer.polarity_scores_all([f"xx{c}x" for c in letters])
    assert [c for c, each in zip(letters, scores, strict=True) if each != expected] == []


@unicode_14
@pytest.mark.slow
def test_the_table_of_case_is_what_its_script_makes():
    script = runpy.run_path(str(ROOT / "training" / "case_table.py"))
    assert script["table"]() == script["TARGET"].read_text(encoding="utf-8")
