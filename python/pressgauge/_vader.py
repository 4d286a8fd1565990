"""The scores of vaderSentiment, for those who must keep them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from pressgauge import _core
from pressgauge._data import utf8
from pressgauge._given import path_of, whole_text

_PACKAGE = "vaderSentiment"
_LEXICON = "vader_lexicon.txt"
_EMOJI = "emoji_utf8_lexicon.txt"


class SentimentIntensityAnalyzer:
    r"""Scores equal to those of vaderSentiment 3.3.2 to the last digit, on articles a hundred times sooner.

    For results that must not change when you move over (docs/moving.md); `score` is closer to what readers of news feel.
    An analyzer is immutable and may serve many threads.

    Parameters
    ----------
    lexicon : str or path, optional
        Path of a file like ``vader_lexicon.txt``: each line holds a word, a tab and its valence. A string with a tab
        or a line end is taken as the content itself. By default the file of the installed package vaderSentiment,
        which is read and not imported.
    emoji : str or path, optional
        The same for ``emoji_utf8_lexicon.txt``: each line holds an emoji, a tab and its name. ``""`` for none.

    Raises
    ------
    Error
        Neither is a file given nor vaderSentiment installed.
    ParseError
        A file is not UTF-8, or a line is not as it must be.

    Notes
    -----
    Equality is that under Python 3.11, whose case of letters (Unicode 14) and sum of floats pressgauge has everywhere.
    Only texts with a lone surrogate, which are no text, aren't scored.

    References
    ----------
    Hutto, C.J. & Gilbert, E. (2014). VADER: a parsimonious rule-based model for sentiment analysis of social media
    text. ICWSM-14.

    Examples
    --------
    >>> analyzer = SentimentIntensityAnalyzer(lexicon="good\t1.9\nawful\t-2.0\n", emoji="")
    >>> analyzer.polarity_scores("The food was VERY good, but the waiter was awful!")
    {'neg': 0.291, 'neu': 0.542, 'pos': 0.167, 'compound': -0.427}
    """

    def __init__(
        self, lexicon: str | os.PathLike[str] | None = None, emoji: str | os.PathLike[str] | None = None
    ) -> None:
        self._files = (_content(lexicon, _LEXICON, "lexicon"), _content(emoji, _EMOJI, "emoji"))
        self._core = _core.sentiment.Vader(*self._files)

    def polarity_scores(self, text: str | bytes) -> dict[str, float]:
        r"""Score a text.

        Parameters
        ----------
        text : str or bytes
            The text; bytes are strict UTF-8.

        Returns
        -------
        dict of str to float
            ``neg``, ``neu``, ``pos``: shares in [0, 1], to three decimals; ``compound``: in [-1, 1], to four.

        Raises
        ------
        ParseError
            The text is not UTF-8, or holds a lone surrogate; ``.offset`` is the byte.

        Examples
        --------
        >>> SentimentIntensityAnalyzer(lexicon="good\t1.9\n", emoji="").polarity_scores("Not good.")
        {'neg': 0.706, 'neu': 0.294, 'pos': 0.0, 'compound': -0.3412}
        """
        try:
            return self._core.scores(text)
        except TypeError:
            utf8(text)
            raise

    def polarity_scores_all(self, texts: Iterable[str | bytes]) -> list[dict[str, float]]:
        r"""Score many texts; other Python threads run meanwhile.

        Parameters
        ----------
        texts : iterable of str or bytes
            The texts; n of them.

        Returns
        -------
        list of dict
            The n scores, in the order of the texts.

        Raises
        ------
        ParseError
            As for `polarity_scores`.

        Examples
        --------
        >>> analyzer = SentimentIntensityAnalyzer(lexicon="good\t1.9\n", emoji="")
        >>> [each["compound"] for each in analyzer.polarity_scores_all(["good", "not good", "a day"])]
        [0.4404, -0.3412, 0.0]
        """
        listed = list(texts)
        try:
            return self._core.scores_all(listed)
        except TypeError:
            for text in listed:
                utf8(text)
            raise

    def __reduce__(self) -> tuple[object, ...]:
        return _analyzer_of, self._files


def _analyzer_of(lexicon: bytes, emoji: bytes) -> SentimentIntensityAnalyzer:
    analyzer = SentimentIntensityAnalyzer.__new__(SentimentIntensityAnalyzer)
    analyzer._files = (lexicon, emoji)
    analyzer._core = _core.sentiment.Vader(lexicon, emoji)
    return analyzer


def _content(given: str | os.PathLike[str] | None, name: str, argument: str) -> bytes:
    """Return a file of VADER's: the given one or that of the package."""
    if given is None:
        return _packaged(name, argument)
    if isinstance(given, str) and (not given or "\t" in given or "\n" in given):
        whole_text(given, argument)
        return given.encode()
    return path_of(given, argument).read_bytes()


def _packaged(name: str, argument: str) -> bytes:
    spec = find_spec(_PACKAGE)
    for folder in (spec and spec.submodule_search_locations) or ():
        if (path := Path(folder) / name).is_file():
            return path.read_bytes()
    raise _core.Error(
        f"{name} is not there: install it with pip install 'pressgauge[vader]', or give its path as {argument}="
    )
