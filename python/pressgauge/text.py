"""An article taken apart: sentences, sections, quotes, as places in its text.

Use `reading.document` after `pressgauge.read`, or `document` for a text alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pressgauge import _core

__all__ = [
    "Actor",
    "Document",
    "Quote",
    "Section",
    "Sentence",
    "Span",
    "TaggedToken",
    "Token",
    "actors",
    "word_classes",
]


class Span(NamedTuple):
    """A piece of a text: half-open, in code points, so that ``text[span.start:span.end]`` is its words."""

    start: int
    end: int


class Token(NamedTuple):
    """A word, number or mark."""

    start: int
    end: int
    form: str
    """As rules see it: lower case, plain quotes, ASCII digits, nothing invisible."""


class TaggedToken(NamedTuple):
    """A token with its class."""

    start: int
    end: int
    word_class: str
    """A tag of the Penn Treebank: NN, NNS, VBD, … (docs/tagger.md)."""


class Sentence(NamedTuple):
    """A sentence."""

    start: int
    end: int
    section: int
    """Its place in `Document.sections`."""


class Section(NamedTuple):
    """A part of the article of one kind."""

    start: int
    end: int
    kind: str
    """headline, dateline, body, credit, biography or boilerplate; figures and tone are read in the first three."""
    rule: str
    reason: str


class Quote(NamedTuple):
    """Words between quotation marks, marks included."""

    start: int
    end: int
    speaker: str | None


class Actor(NamedTuple):
    """Somebody or something with a name: a person, an organisation, a place."""

    name: str
    """The longest form, without titles."""
    aliases: tuple[str, ...]
    """Each form once, titles included, in the order of the text."""
    person: bool
    """Whether a title or a first name tells that it is a person."""
    mentions: tuple[Span, ...]
    """Where it is named, or meant by a pronoun."""


class Document:
    """A text taken apart, with offsets in code points of the text as it was passed in."""

    __slots__ = ("_core",)

    def __init__(self, core: _core.text.Document) -> None:
        self._core = core

    @property
    def text(self) -> str:
        """The text, unmodified."""
        return self._core.text

    @property
    def is_foreign(self) -> bool:
        """Whether the text is plainly not English."""
        return self._core.is_foreign

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Words, numbers and marks."""
        return tuple(map(Token._make, self._core.tokens()))

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences, in order."""
        return tuple(map(Sentence._make, self._core.sentences()))

    @property
    def sections(self) -> tuple[Section, ...]:
        """Headline, dateline, body, credits, author's biography, boilerplate."""
        return tuple(map(Section._make, self._core.sections()))

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """What stands between quotation marks, with who says it."""
        return tuple(map(Quote._make, self._core.quotes()))

    def __repr__(self) -> str:
        return f"<Document of {len(self.text):,} characters, {len(self.sentences)} sentences>"


def word_classes(text: str | bytes) -> tuple[TaggedToken, ...]:
    """Tell the class of each token of a text: noun, verb, name.

    Parameters
    ----------
    text : str or bytes
        English text; bytes are UTF-8.

    Returns
    -------
    tuple of TaggedToken
        One for each token of the document, in order, with offsets in code points.

    Raises
    ------
    ParseError
        Bytes are not UTF-8.

    Notes
    -----
    An averaged perceptron (Collins 2002), trained on news; docs/tagger.md tells the classes, and how often they
    are right.

    Examples
    --------
    >>> text = "Two men were killed."
    >>> [(text[token.start : token.end], token.word_class) for token in word_classes(text)]
    [('Two', 'CD'), ('men', 'NNS'), ('were', 'VBD'), ('killed', 'VBN'), ('.', 'PUNCT')]
    """
    from pressgauge.articles import default_gauge

    gauge = default_gauge()
    document = gauge.document(text)
    classes = gauge.word_classes(document)
    return tuple(
        TaggedToken(token.start, token.end, found)
        for token, found in zip(document.tokens, classes, strict=True)
    )


def actors(text: str | bytes) -> tuple[Actor, ...]:
    """Find the named actors of a text.

    Parameters
    ----------
    text : str or bytes
        English text; bytes are UTF-8.

    Returns
    -------
    tuple of Actor
        In the order of their first mentions, with offsets in code points. Mentions are merged by full name, last name,
        title, first name of a person, or initials; two different first names with one last name never are.

    Raises
    ------
    ParseError
        Bytes are not UTF-8.

    References
    ----------
    docs/sentiment.md, "Toward whom", tells the rules.

    Examples
    --------
    >>> text = "On Monday NATO chief Jens Stoltenberg spoke. Mr. Stoltenberg was calm."
    >>> [(actor.name, len(actor.mentions)) for actor in actors(text)]
    [('NATO', 1), ('Jens Stoltenberg', 2)]
    """
    from pressgauge.articles import default_gauge

    gauge = default_gauge()
    return gauge.actors(gauge.document(text))
