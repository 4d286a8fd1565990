"""The tone along an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pressgauge._given import expect_reading
from pressgauge.plots._drawing import BLUE, GREY, VERMILLION, add_source, axes_of, source_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from pressgauge.articles import Reading


def plot_sentiment(reading: Reading, ax: Axes | None = None, *, source: str | None = None) -> Axes:
    """Draw the tone of each sentence: the reporter's own words, and speech.

    Parameters
    ----------
    reading : Reading
        What `pressgauge.read` returned.
    ax : matplotlib Axes, optional
        By default those of a new figure.
    source : str, optional
        The line under the axis; by default it names the article and pressgauge's version, ``""`` is none.

    Returns
    -------
    matplotlib Axes
        Two bars for each sentence and a line for all of its words, events included; the scores are those before
        calibration [1].

    Raises
    ------
    ImportError
        matplotlib is not installed.
    """
    expect_reading(reading)
    axes = axes_of(ax)
    tones = reading.sentiment.sentences
    at = np.array([tone.sentence for tone in tones], dtype=np.float64)
    narration = [tone.narration for tone in tones]
    quotation = [tone.quotation for tone in tones]
    axes.bar(at - 0.2, narration, 0.4, color=BLUE, label="narration")
    axes.bar(at + 0.2, quotation, 0.4, color=VERMILLION, hatch="//", edgecolor="white", label="quotation")
    axes.plot(
        at,
        [tone.raw for tone in tones],
        color="black",
        marker="o",
        markersize=4,
        label="all words, with events",
    )
    axes.axhline(0, color=GREY, linewidth=0.8)
    axes.set_xlabel("sentence [number]")
    axes.set_ylabel("tone before calibration [1]")
    axes.set_title(f"Tone by sentence; article: {reading.sentiment.label} {reading.sentiment.score:+.2f}")
    axes.locator_params(axis="x", integer=True)
    axes.legend()
    add_source(axes, source_of(reading) if source is None else source)
    return axes
