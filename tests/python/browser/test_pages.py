"""What a reader sees and does: themes, paper, a telephone, keys, taps; nothing of an article is ever run."""

from __future__ import annotations

import datetime as dt

import pytest

import pressgauge as pg
from articles.samples import APART, SMALL, clashes
from pressgauge.notebook import fragment, page

SHAPES = {"light": {}, "dark": {"color_scheme": "dark"}, "narrow": {"width": 360}}
WHITE, DARK = "rgb(255, 255, 255)", "rgb(22, 24, 27)"
# What comes with scraped pages, and what is tried on purpose.
INJECTIONS = [
    "<script>window.ran = 1</script>",
    "<img src=x onerror='window.ran=1'>",
    '"><svg onload=window.ran=1>',
    "' onmouseover='window.ran=1' x='",
    '" autofocus onfocus="window.ran=1',
    "</div></main><script>window.ran=1</script>",
    "</style><script>window.ran=1</script>",
    "</title><script>window.ran=1</script>",
    "<iframe srcdoc='<script>parent.ran=1</script>'>",
    "javascript:window.ran=1",
    "<a href='javascript:window.ran=1'>here</a>",
    "<!--><script>window.ran=1</script>-->",
    "<![CDATA[<script>window.ran=1</script>]]>",
    "&lt;script&gt;window.ran=1&lt;/script&gt;",
    "<math><mtext><style><img src=x onerror=window.ran=1>",
    "<details open ontoggle=window.ran=1>",
    "\x00<script>window.ran=1</script>",
    "＜script＞window.ran=1＜/script＞",
    "{{constructor.constructor('window.ran=1')()}}",
    "${window.ran=1}",
]


def corpus():
    pytest.importorskip("pyarrow")
    articles = [
        {
            "id": "a",
            "title": "Fire",
            "date": "2024-03-01",
            "text": "Two people died in a terrible fire in Leeds.",
        },
        {
            "id": "b",
            "title": "Rescue",
            "date": "2024-03-02",
            "text": "Police said 15 people were killed in Leeds.",
        },
        {"id": "c", "text": None},
    ]
    return pg.read_corpus(articles)


def corpus_page(tmp_path):
    corpus().save_html(tmp_path / "corpus.html")
    return (tmp_path / "corpus.html").read_text(encoding="utf-8")


def made(name, tmp_path):
    return (
        corpus_page(tmp_path)
        if name == "corpus"
        else page(clashes() if name == "reading" else pg.read(APART))
    )


def styled(opened, selector, name, pseudo=None):
    return opened.eval_on_selector(
        selector, "(e, [n, p]) => getComputedStyle(e, p).getPropertyValue(n)", [name, pseudo]
    )


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", ["reading", "apart", "corpus"])
def test_a_page_is_quiet_fits_its_screen_and_is_accessible(name, shape, show, screenshot, tmp_path):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    opened = show(made(name, tmp_path), **SHAPES[shape])
    assert opened.problems == []
    assert opened.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    for each in opened.query_selector_all("details"):
        each.evaluate("e => e.open = true")
    found = axe.Axe().run(opened).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == []
    screenshot(opened)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_and_tables_are_whole_on_it(scheme, show, screenshot):
    opened = show(page(clashes()), color_scheme=scheme)
    opened.emulate_media(media="print")
    assert styled(opened, ".pressgauge", "background-color") == WHITE
    assert styled(opened, ".scroll", "overflow-x") == "visible"
    assert styled(opened, ".figure", "text-decoration-line") == "underline"
    screenshot(opened)
    assert opened.pdf().startswith(b"%PDF")


def test_the_theme_follows_the_system_unless_the_page_around_has_its_own(show):
    opened = show(f"<html><body>{fragment(pg.read(SMALL))}</body></html>")
    assert styled(opened, ".pressgauge", "background-color") == WHITE
    opened.emulate_media(color_scheme="dark")
    assert styled(opened, ".pressgauge", "background-color") == DARK
    for attribute, light in (("data-jp-theme-light", "true"), ("data-theme", "light")):
        opened.evaluate("([name, value]) => document.body.setAttribute(name, value)", [attribute, light])
        assert styled(opened, ".pressgauge", "background-color") == WHITE
        opened.evaluate("name => document.body.removeAttribute(name)", attribute)
    opened.emulate_media(color_scheme="light")
    for attribute, dark in (
        ("data-jp-theme-light", "false"),
        ("data-theme", "dark"),
        ("class", "vscode-dark"),
    ):
        opened.evaluate("([name, value]) => document.body.setAttribute(name, value)", [attribute, dark])
        assert styled(opened, ".pressgauge", "background-color") == DARK
        opened.evaluate("name => document.body.removeAttribute(name)", attribute)


def test_pointing_at_a_figure_tells_what_it_is(show):
    opened = show(page(pg.read(SMALL)))
    figure = opened.locator(".text .figure").first
    figure.hover()
    box = figure.bounding_box()
    title = opened.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).title",
        [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2],
    )
    assert title == figure.get_attribute("title")
    assert "persons" in title


@pytest.mark.parametrize("selector", [".text .figure", ".text .negative"])
def test_a_click_or_tap_shows_the_details_in_the_text(selector, show, screenshot):
    opened = show(page(pg.read(SMALL + " The attack was a horrible crime.")), has_touch=True, width=400)
    marked = opened.locator(selector).first
    before = styled(opened, selector, "content", "::after")
    marked.tap()
    shown = styled(opened, selector, "content", "::after")
    assert shown != before
    first = marked.get_attribute("title").split("\n")[0]
    assert first[:20] in shown or "attr(title)" in shown
    assert opened.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    screenshot(opened)


def test_keys_stop_at_figures_in_the_order_of_the_text_and_open_the_table_of_contributions(show):
    reading = pg.read("A horrible attack killed 12 people and injured 30 more in the terrible crash.")
    opened = show(page(reading))
    seen = []
    for _ in reading.figures:
        opened.keyboard.press("Tab")
        seen.append(opened.evaluate("document.activeElement.firstChild.textContent"))
    assert seen == [figure.text for figure in reading.figures]
    assert styled(opened, ":focus", "outline-style") == "solid"
    opened.locator("summary").focus()
    opened.keyboard.press("Enter")
    assert opened.locator("details table").is_visible()


@pytest.mark.parametrize("evil", INJECTIONS)
def test_nothing_of_an_article_is_run(evil, show):
    # The title, the text, a group given by hand and the one who gave it all reach the page.
    reading = pg.read(f"{evil} At least 12 {evil} people were killed, said {evil}.", title=evil)
    if len(reading.figures):
        reading = reading.revise(0, group=evil, by=evil, reason=evil)
    opened = show(page(reading))
    for each in opened.locator(".text [title]").all():
        each.hover()
        each.focus()
    opened.wait_for_timeout(20)
    assert opened.evaluate("window.ran") is None
    assert opened.problems == []
    assert opened.evaluate("document.scripts.length") == 0
    assert opened.locator("main *").evaluate_all(
        "all => all.every(e => ![...e.attributes].some(a => a.name.startsWith('on')))"
    )


@pytest.mark.parametrize("evil", INJECTIONS)
def test_nothing_of_a_corpus_is_run(evil, show, tmp_path):
    pytest.importorskip("pyarrow")
    read = pg.read_corpus(
        [{"id": evil, "title": evil, "text": f"{evil} 12 people died."}, {"id": evil + "2", "text": None}]
    )
    read.save_html(tmp_path / "evil.html")
    opened = show((tmp_path / "evil.html").read_text(encoding="utf-8"))
    assert opened.evaluate("window.ran") is None
    assert opened.problems == []
    assert opened.evaluate("document.scripts.length") == 0


def test_what_disagrees_stands_out_in_words_too(show):
    opened = show(page(pg.read(APART)))
    row = opened.locator("tr.apart").first
    assert "DISAGREE" in row.inner_text()
    assert row.locator("td").first.evaluate("e => getComputedStyle(e).fontWeight") == "700"


def test_pieces_of_a_notebook_are_pages_too(show):
    estimate = pg.stats.injury_ratio(52, 30)
    reading = pg.read(SMALL, published=dt.date(2024, 3, 1))
    for shown in (
        reading.figures,
        reading.counts,
        reading.sentiment,
        estimate,
        corpus(),
        corpus().timeline("killed"),
    ):
        opened = show(f"<html lang=en><head><title>t</title></head><body>{shown._repr_html_()}</body></html>")
        assert opened.problems == []
        assert opened.locator("table").count() >= 1
