"""A reading for the eye.

What to use when: `fragment` is what a notebook shows of a reading; `page` a page of its own, to send or to print; `plain`
for a terminal. Nothing in them comes from elsewhere: no script, no style sheet, no font.
"""

from __future__ import annotations

from pressgauge._html import fragment, page
from pressgauge._plain import plain

__all__ = ["fragment", "page", "plain"]
