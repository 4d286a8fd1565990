"""Texts as news writes them, made up by Hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

HEDGES = [
    "",
    "at least ",
    "more than ",
    "nearly ",
    "about ",
    "up to ",
    "fewer than ",
    "between 3 and ",
    "some ",
]
NUMBERS = [
    "12",
    "three",
    "1,200",
    "2.5 million",
    "7%",
    "7 percent",
    "forty-two",
    "several hundred",
    "3-5",
    "½",
    "0",
]
NOUNS = [" people", " soldiers", " of the voters", " homes", "", " protesters", " of them"]
EVENTS = [
    " were killed",
    " were injured on Monday",
    " were arrested by police",
    " fled",
    " have not yet been found",
    " — he said",
    " voted",
    " will be deployed",
]
ENDS = [". ", ", and ", ".\n\n", "; ", "” ", " “", "… "]

phrases = st.tuples(*map(st.sampled_from, (HEDGES, NUMBERS, NOUNS, EVENTS, ENDS))).map("".join)
noise = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
# News with anything in between: other scripts, marks beyond the basic plane, controls.
news = st.lists(st.one_of(phrases, phrases, noise), max_size=12).map("".join)
