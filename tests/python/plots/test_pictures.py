"""The pictures of the README and of the docs are what this pressgauge draws."""

from __future__ import annotations

import runpy
import xml.etree.ElementTree as ET

import pytest

from doc_pages import DOCS, PAGES, prose

pytest.importorskip("matplotlib")
IMAGES = DOCS / "images"


def words(picture) -> list[str]:
    tree = ET.fromstring(picture.read_text(encoding="utf-8"))
    return ["".join(each.itertext()) for each in tree.iter("{http://www.w3.org/2000/svg}text")]


def test_pictures_are_as_drawn_now(tmp_path) -> None:
    drawn = runpy.run_path(str(IMAGES / "draw.py"))["draw"](tmp_path)
    assert sorted(each.name for each in drawn) == sorted(each.name for each in IMAGES.glob("*.svg"))
    for picture in drawn:
        assert "persons" in " ".join(words(picture))
        assert words(picture) == words(IMAGES / picture.name), "run python docs/images/draw.py"


def test_every_picture_stands_on_a_page() -> None:
    shown = " ".join(prose(page) for page in PAGES)
    assert [each.name for each in IMAGES.glob("*.svg") if f"images/{each.name})" not in shown] == []
