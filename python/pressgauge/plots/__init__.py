"""Pictures, drawn with matplotlib.

What to use when: `plot_figures` for what an article counts and how well it is known; `plot_sentiment` for the tone along the
article; `plot_timeline` for a toll across articles; `plot_ratio` for estimates side by side, a forest plot; `plot_seats` and
`plot_fingerprint` for elections. All draw into the axes that they are given, or into new ones, and return them; colours are
those of Okabe & Ito (2008), and nothing is told by colour alone.
"""

from __future__ import annotations

from pressgauge.plots._counts import plot_figures
from pressgauge.plots._elections import plot_fingerprint, plot_seats
from pressgauge.plots._forest import plot_ratio
from pressgauge.plots._timeline import plot_timeline
from pressgauge.plots._tone import plot_sentiment

__all__ = ["plot_figures", "plot_fingerprint", "plot_ratio", "plot_seats", "plot_sentiment", "plot_timeline"]
