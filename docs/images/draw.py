"""Draw the pictures of the README and of docs/start.md anew: python docs/images/draw.py."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import matplotlib as mpl

import pressgauge as pg

IMAGES = Path(__file__).parent
ROOT = IMAGES.parents[1]
# Letters stay letters, so that the picture can be searched, read aloud, and compared; the same picture has the same bytes.
SETTINGS = {"svg.fonttype": "none", "svg.hashsalt": "pressgauge", "font.size": 10}


def start_text() -> str:
    """Return the article of docs/start.md."""
    page = (ROOT / "docs" / "start.md").read_text(encoding="utf-8")
    lines = re.search(r'^>>> text = (""".*?""")', page, flags=re.DOTALL | re.MULTILINE)
    if lines is None:
        raise LookupError("docs/start.md has no article")
    return str(ast.literal_eval(re.sub(r"^\.\.\. ?", "", lines[1], flags=re.MULTILINE)))


def draw(folder: Path) -> list[Path]:
    """Write the pictures into a folder."""
    mpl.use("agg")
    import matplotlib.pyplot as plt

    arrests = (ROOT / "examples" / "articles" / "mass_arrests.txt").read_text(encoding="utf-8")
    readings = {
        "figures.svg": pg.read(arrests, published="2024-05-15"),
        "start.svg": pg.read(start_text(), published="2024-05-15"),
    }
    made = []
    for name, reading in readings.items():
        with plt.rc_context(SETTINGS):
            rows = sum(count.unit == "persons" for count in reading.counts)
            figure, axes = plt.subplots(figsize=(7.5, 1.2 + 0.45 * rows), layout="constrained")
            pg.plots.plot_figures(reading, axes, unit="persons")
            figure.savefig(folder / name, metadata={"Date": None, "Creator": None})
            plt.close(figure)
        made.append(folder / name)
    return made


if __name__ == "__main__":
    for picture in draw(IMAGES):
        sys.stdout.write(f"{picture.relative_to(ROOT)}, {picture.stat().st_size / 1000:.0f} kB\n")
