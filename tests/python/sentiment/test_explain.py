from __future__ import annotations

import math
import pickle
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given

import pressgauge as pg
from pressgauge.sentiment import Link, score
from strategies import news

MIXED = (
    "The rescue was a wonderful success. The clinic was not safe, and two very angry men attacked a nurse."
)
BIO = "\n\nAnna White is a journalist at News Reel. She is known for insightful, compelling storytelling.\n"
EVIL = 'A terrible <script>alert("x")</script> crime & a <b>wonderful</b> rescue. </div> "Awful," she said.'


class Seen(HTMLParser):
    """What a browser sees: tags that are closed, titles, the article, the cells of tables."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.titles, self.text, self.cells, self.all = [], [], [], "", [], ""
        self.feed(source)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.open.append((tag, dict(attrs)))
        self.titles += [value for name, value in attrs if name == "title"]
        if tag == "td":
            self.cells.append("")

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        self.all += data
        if any(each.get("class") == "text" for _, each in self.open):
            self.text += data
        if self.open and self.open[-1][0] == "td":
            self.cells[-1] += data


@given(news)
def test_the_factors_of_a_contribution_are_its_factor_and_all_add_up_to_raw(text):
    tone = score(text)
    for each in tone.contributions:
        assert each.factor == pytest.approx(each.negation * each.intensity * each.length, rel=1e-14)
        assert each.length > 0
    assert math.isclose(math.fsum(c.added for c in tone.contributions), tone.raw, rel_tol=0, abs_tol=1e-12)
    assert len(tone.explain().splitlines()) >= len(tone.contributions)


def test_negation_and_intensity_are_told_apart():
    tone = score(MIXED)
    safe = next(c for c in tone.contributions if c.term == "safe")
    angry = next(c for c in tone.contributions if c.term == "angry")
    assert safe.negation < 0 < safe.weight
    assert (safe.intensity, angry.negation) == (1, 1)
    assert angry.intensity > 1


def test_explain_shows_each_contribution_the_weightiest_first():
    tone = score(MIXED)
    told = tone.explain(width=200)
    lines = [line for line in told.splitlines() if re.search(r"\[\d+, \d+\)", line)]
    assert len(lines) == len(tone.contributions)
    adds = [abs(float(re.findall(r"[+-]\d\.\d{4}", line)[-1])) for line in lines]
    assert adds == sorted(adds, reverse=True)
    assert told.startswith(f"{tone.label} {tone.score:+.2f}: raw {tone.raw:+.4f}, score = tanh(")
    assert f"together raw {tone.raw:+.4f}" in told
    for word in ("word", "place", "weight", "negation", "intensity", "length", "adds", "reason"):
        assert word in told
    assert tone.contributions[0].why in told


def test_explain_shows_the_top_and_the_sum_of_the_rest():
    tone = score(MIXED)
    told = tone.explain(top=1)
    assert len(re.findall(r"\[\d+, \d+\)", told)) == 1
    rest = sum(c.added for c in sorted(tone.contributions, key=lambda c: -abs(c.added))[1:])
    assert f"{len(tone.contributions) - 1} contributions not shown, which add {rest:+.4f}" in told
    with pytest.raises(pg.DomainError, match="top is 0 or more, not -1"):
        tone.explain(top=-1)


def test_explain_shows_what_was_left_out_and_why():
    tone = pg.read(MIXED + BIO).sentiment
    told = tone.explain()
    assert "Left out of the tone" in told
    for each in tone.excluded:
        assert each.reason in told


def test_explain_tells_of_the_link():
    told = score(MIXED, link=Link(gain=2.5, offset=0.125, negative_below=-0.3)).explain()
    assert "tanh(2.5 * (raw - 0.125))" in told
    assert "negative below -0.30" in told.replace("\n", " ")


def test_explain_of_nothing():
    assert score("").explain().startswith("neutral +0.00: raw +0.0000")


def test_a_terminal_is_sent_no_controls():
    assert "\x1b" not in pg.read("A terrible crime.\n\nBy \x1b[31mAnna White\n").sentiment.explain()


@pytest.mark.parametrize("text", [MIXED, MIXED + BIO, EVIL, "", "Nothing."])
def test_html_shows_the_text_and_every_contribution(text):
    tone = score(text)
    seen = Seen(tone._repr_html_())
    assert seen.text == text
    assert "script" not in seen.tags
    assert len(seen.cells) == 8 * len(tone.contributions)
    for each in tone.contributions:
        assert any(each.why in title and each.term in title for title in seen.titles)
        assert each.why in seen.cells
    for each in tone.excluded:
        assert each.reason in seen.all


def test_a_reading_shows_every_contribution_too():
    reading = pg.read(EVIL)
    seen = Seen(reading._repr_html_())
    assert seen.text == EVIL
    assert {"details", "summary"} <= set(seen.tags)
    for each in reading.sentiment.contributions:
        assert each.why in seen.cells


def test_text_and_link_are_kept_and_not_compared():
    tone = score(MIXED)
    assert tone.text == MIXED == pg.read(MIXED.encode()).sentiment.text
    assert tone.link == Link.of_profile("news")
    again = pickle.loads(pickle.dumps(tone))
    assert (again, again.text, again.link) == (tone, tone.text, tone.link)


def test_a_stored_reading_is_explained_without_a_link_that_did_not_make_it():
    stored = pg.Gauge(link=Link(gain=3)).read(MIXED).to_dict()
    told = pg.Reading.from_dict(stored).sentiment.explain()
    assert "tanh" not in told
    assert "together raw" in told


def test_the_command_explains_the_tone(capsysbinary, tmp_path):
    import json

    from pressgauge.cli import main

    file = tmp_path / "article.txt"
    file.write_text(MIXED, encoding="utf-8")
    assert main(["explain", str(file)]) == 0
    told = capsysbinary.readouterr().out.decode()
    tone = pg.read(MIXED).sentiment
    assert f"Tone: {tone.label}" in told
    assert "wonderful" in told
    assert main(["explain", str(file), "--json"]) == 0
    data = json.loads(capsysbinary.readouterr().out)["sentiment"]
    assert math.isclose(sum(c["adds"] for c in data["contributions"]), data["raw"], abs_tol=1e-12)
    assert {c["text"] for c in data["contributions"]} >= {"wonderful", "attacked"}
    assert data["link"]["gain"] == tone.link.gain
