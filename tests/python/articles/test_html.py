from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

import pressgauge as pg
from articles.samples import APART, SMALL, clashes
from pressgauge._marks import Mark, segments
from pressgauge.notebook import fragment, page

VOID = {"meta", "br"}


class Page(HTMLParser):
    """What a browser sees: that tags are closed, the words of the article, the marked spans."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[dict[str, str | None]] = []
        self.tags: list[str] = []
        self.text = ""
        self.spans: list[tuple[dict[str, str | None], str]] = []
        self.everything = ""
        self.feed(source)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append({"tag": tag, **dict(attrs)})

    def handle_endtag(self, tag) -> None:
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data) -> None:
        self.everything += data
        if any(each.get("class") == "text" for each in self.open):
            self.text += data
            if self.open[-1]["tag"] == "span":
                self.spans.append((self.open[-1], data))

    def of(self, style: str) -> list[str]:
        return [words for tag, words in self.spans if style in (tag["class"] or "").split()]


EVIL = (
    'At least 12 <script>alert("x")</script> rebels & 3 "officers" were killed, said <b>O\'Hara</b>. </div> '
    "The attack injured 7 people, a horrible crime."
)
EMOJI = (
    "😀🚒 “At least 12 people were killed,” the mayor of Malmö said. Ελλάδα 🇬🇷: the attack injured 7 people."
)


@pytest.mark.parametrize("text", [SMALL, EVIL, EMOJI, "", "Hello", "a\n\n  b\t5 people died\r\nc"])
@pytest.mark.parametrize("shape", [fragment, page])
def test_article_is_whole_and_tags_are_closed(text: str, shape) -> None:
    seen = Page(shape(pg.read(text)))
    assert seen.text == text.replace("\r\n", "\r\n")
    assert "script" not in seen.tags


@pytest.mark.parametrize("text", [SMALL, EVIL, EMOJI])
def test_every_figure_is_marked_where_it_stands(text: str) -> None:
    reading = pg.read(text)
    assert "".join(Page(fragment(reading)).of("figure")) == "".join(figure.text for figure in reading.figures)


def test_figure_says_what_it_is_and_can_be_focused() -> None:
    seen = Page(fragment(pg.read(SMALL)))
    tag = next(tag for tag, words in seen.spans if words == "30")
    assert tag["tabindex"] == "0"
    assert tag["data-sign"] == "1"
    for told in ("injured: 30 persons", "group: peacekeepers", "status: asserted", "rule: injured.injure"):
        assert told in (tag["title"] or "")


def test_nothing_of_the_article_title_or_group_is_taken_for_markup() -> None:
    title = '"><script>alert(1)</script> & <i>'
    made = page(pg.read(EVIL, title=title))
    assert "<script" not in made
    assert "<b>" not in made
    seen = Page(made)
    assert title in seen.everything
    revised = pg.read(SMALL).revise(0, group='<img src="x">', by="<AB>", reason="'\"&")
    made = page(revised)
    assert "<img" not in made
    assert "<AB>" not in made
    assert '<img src="x">' in Page(made).everything


@pytest.mark.parametrize("shape", [fragment, page])
def test_nothing_is_loaded_from_elsewhere(shape) -> None:
    made = shape(clashes())
    assert "http" not in made
    assert not re.search(r"url\(|@import|<link|src=|javascript:|\bon\w+=", made)


def test_style_is_kept_to_the_reading() -> None:
    style = re.search(r"<style>(.*?)</style>", fragment(clashes()), re.DOTALL)
    assert style
    rules = re.sub(r"@(media|supports) [^{]*\{", "", style.group(1))
    selectors = [each.split() for block in re.findall(r"([^{}]+)\{", rules) for each in block.split(",")]
    assert selectors
    assert all(each[0] == ".pressgauge" or each[1:] == [".pressgauge"] for each in selectors)


def test_tone_is_told_by_a_sign_too() -> None:
    reading = pg.read("The attack was a horrible crime. The brilliant rescue saved the children.")
    signs = {
        style: "".join(
            tag.get("data-sign") or "" for tag, _ in Page(fragment(reading)).spans if style in tag["class"]
        )
        for style in ("positive", "negative")
    }
    assert "+" in signs["positive"]
    assert "−" in signs["negative"]


def test_slight_contributions_are_kept_and_lighter() -> None:
    reading = clashes()
    seen = Page(fragment(reading))
    marked = len(seen.of("positive")) + len(seen.of("negative"))
    # A word and the event that it tells of share a place.
    assert marked >= len({c.start for c in reading.sentiment.contributions if c.added})
    assert 0 < len(seen.of("slight")) < marked
    assert not any(
        "data-sign" in tag
        for tag, _ in seen.spans
        if "slight" in tag["class"] and "figure" not in tag["class"]
    )


def test_excluded_parts_are_grey_with_their_reason() -> None:
    reading = clashes()
    seen = Page(fragment(reading))
    assert "247" in "".join(seen.of("excluded"))
    assert "describes the author" in seen.everything


def test_tables_hold_counts_statistics_sentiment_and_warnings() -> None:
    text = "The bomb killed 5 people on Monday. Turnout was below 3.5%."
    seen = Page(page(pg.read(text)))
    for told in (
        "Counts",
        "Statistics",
        "[0, 0.035)",
        "Sentiment",
        "narration",
        "Warnings",
        "dates_unresolved",
    ):
        assert told in seen.everything


def test_counts_that_disagree_are_set_apart() -> None:
    assert fragment(pg.read(APART)).count('<tr class="apart">') == 1
    assert '<tr class="apart">' not in fragment(clashes())


def test_page_shows_the_versions() -> None:
    reading = clashes()
    made = page(reading)
    for name in ("rules_version", "text_sha256", "pressgauge_version"):
        assert reading.to_dict()[name] in made


def test_overlapping_marks_are_cut_at_every_boundary() -> None:
    marks = [Mark(0, 6, "a", "A"), Mark(4, 9, "b", "B"), Mark(5, 5, "none", "N")]
    cut = [(start, end, [mark.style for mark in active]) for start, end, active in segments(10, marks)]
    assert cut == [(0, 4, ["a"]), (4, 6, ["a", "b"]), (6, 9, ["b"]), (9, 10, [])]


def test_notebook_and_file_show_the_same(tmp_path) -> None:
    reading = clashes()
    reading.save_html(tmp_path / "a.html")
    assert (tmp_path / "a.html").read_bytes().decode() == page(reading)
    assert reading._repr_html_() == fragment(reading)
