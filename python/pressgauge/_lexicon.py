"""Words with weights: the lexicon that pressgauge ships, and a user's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from pressgauge import _core
from pressgauge._given import expect, file_text, path_of, whole_text, words_or_none

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from pressgauge._core.sentiment import Lexicon as CoreLexicon

HEADER = "#pressgauge-rules 1"


class LexiconEntry(NamedTuple):
    """What a lexicon says of a word or phrase."""

    word: str
    weight: float
    """In [-4, 4]; 0 silences the word."""
    prior: float
    """Rated by people out of context; 0 where nobody did."""
    learned: float
    """What ratings of texts correct or add."""
    texts: int
    """Rated texts that hold the word."""
    source: str
    """Where the weight is from."""


class Lexicon(Mapping[str, LexiconEntry]):
    """Words and phrases with weights. Immutable; a mapping from words, sorted, to their entries.

    A lexicon is either the one that pressgauge ships, extended by your own words, or yours alone (`empty`, `from_file`),
    which replaces the shipped words and event terms: for a codebook of its own, or for another language. Negators and
    intensifiers stay as they are in English.

    Examples
    --------
    >>> lexicon = Lexicon.shipped().extended({"landslide win": 3, "grand": 0}, source="codebook 2")
    >>> lexicon.lookup("Landslide win")
    LexiconEntry(word='landslide win', weight=3.0, prior=0.0, learned=0.0, texts=0, source='codebook 2')
    >>> "superb" in lexicon, "superb" in Lexicon.empty()
    (True, False)
    """

    __slots__ = ("_core",)
    _core: CoreLexicon

    def __init__(self) -> None:
        raise TypeError("use Lexicon.shipped(), Lexicon.empty() or Lexicon.from_file(path)")

    @classmethod
    def shipped(cls) -> Lexicon:
        """Return the lexicon that pressgauge ships.

        Examples
        --------
        >>> len(Lexicon.shipped()) > 5000
        True
        """
        return cls._of(_core.sentiment.Lexicon.shipped())

    @classmethod
    def empty(cls) -> Lexicon:
        """Return a lexicon without words.

        Examples
        --------
        >>> from pressgauge import Gauge
        >>> gauge = Gauge(lexicon=Lexicon.empty().extended({"schrecklich": -3, "wunderbar": 3}))
        >>> gauge.read("Das Fest war wunderbar.").sentiment.label
        <Label.positive: 'positive'>
        """
        return cls._of(_core.sentiment.Lexicon.empty())

    @classmethod
    def from_file(cls, path: str | os.PathLike[str], *, source: str | None = None) -> Lexicon:
        """Return the lexicon of a file alone, without the words that pressgauge ships.

        Parameters
        ----------
        path : str or path
            A file in UTF-8, first line ``#pressgauge-rules 1``, then word or phrase and weight in [-4, 4], apart by a tab; where
            you know them prior, learned, texts and source, as in the file that pressgauge ships.
        source : str, optional
            Where the weights are from, for rows that don't say; by default the name of the file.

        Returns
        -------
        Lexicon
            Extend the shipped one by ``Lexicon.shipped().extended(path)`` instead.

        Raises
        ------
        ParseError
            A row is no word and weight, or a word stands in two rows; the message names both lines.
        """
        return cls.empty().extended(path_of(path), source=source)

    def extended(
        self, words: Mapping[str, float] | str | os.PathLike[str], *, source: str | None = None
    ) -> Lexicon:
        r"""Return this lexicon with further words, which come before those that it has.

        Parameters
        ----------
        words : dict of str to float, or str or path
            Words and phrases of up to eight words with weights in [-4, 4]; 0 silences. Or the path or text of a lexicon
            file (`from_file`).
        source : str, optional
            Where the weights are from; contributions name it. By default the name of the file.

        Returns
        -------
        Lexicon
            A new lexicon; this one stays as it is.

        Raises
        ------
        ParseError
            A weight is not finite or beyond 4 either way; a word holds marks; a word stands twice.
        DomainError
            A word or the source is more than a line.

        Examples
        --------
        >>> lexicon = Lexicon.shipped().extended("#pressgauge-rules 1\nglum\t-2\n", source="wave 3")
        >>> lexicon["glum"].weight, lexicon["glum"].source
        (-2.0, 'wave 3')
        """
        words_or_none(source, "source")
        name, text = _named_text(words)
        made_of = name if source is None and name != _OWN else source or ""
        return self._of(self._core.extended(name, text, made_of))

    def lookup(self, word: str) -> LexiconEntry | None:
        """Return what the lexicon says of a word or phrase, however it is written; None where it says nothing."""
        found = self._core.lookup(word)
        return None if found is None else LexiconEntry(*found)

    def __getitem__(self, word: str) -> LexiconEntry:
        found = self.lookup(word)
        if found is None:
            raise KeyError(word)
        return found

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.lookup(word) is not None

    def __iter__(self) -> Iterator[str]:
        return (entry[0] for entry in self._core.entries())

    def __len__(self) -> int:
        return len(self._core)

    def __reduce__(self) -> tuple[Any, ...]:
        return _lexicon_of, (self._core.has_shipped, self._core.own_rows())

    def __repr__(self) -> str:
        kind = "shipped" if self._core.has_shipped else "own"
        if self._core.has_shipped and self._core.own_rows():
            kind = "shipped and own"
        return f"<Lexicon of {len(self):,} words: {kind}>"

    @classmethod
    def _of(cls, core: CoreLexicon) -> Lexicon:
        lexicon = cls.__new__(cls)
        lexicon._core = core
        return lexicon


_OWN = "user lexicon"


def rows_of(words: Mapping[str, Any]) -> str:
    """Return words with weights as a lexicon file."""
    for word in words:
        expect(word, str, "a word")
        whole_text(word, "a word")
        if not {"\t", "\n", "\r", "\f"}.isdisjoint(word) or word.startswith("#"):
            raise _core.DomainError(f"a word is one line without tabs and starts with no #, not {word!r}")
    return "\n".join([HEADER, *(f"{word}\t{weight}" for word, weight in words.items())]) + "\n"


def _named_text(words: Mapping[str, float] | str | os.PathLike[str]) -> tuple[str, str]:
    if isinstance(words, Mapping):
        return _OWN, rows_of(words)
    if isinstance(words, str) and ("\n" in words or "\t" in words):
        whole_text(words, "words")
        return _OWN, words
    path = path_of(words, "words")
    return path.name, file_text(path)


def _lexicon_of(has_shipped: bool, rows: str) -> Lexicon:
    lexicon = Lexicon.shipped() if has_shipped else Lexicon.empty()
    return lexicon.extended(rows, source="") if rows else lexicon
