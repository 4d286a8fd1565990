"""The configured reader: rules, lexicon and options, loaded once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from pressgauge import _core
from pressgauge._data import utf8
from pressgauge._given import expect, file_text, path_of, whole_text, words_or_none
from pressgauge._lexicon import Lexicon, rows_of
from pressgauge._link import Link, chosen_link, core_link
from pressgauge._one_by_one import OneByOne
from pressgauge.figures import Figures, figure_of
from pressgauge.text import Actor, Document, Span

if TYPE_CHECKING:
    import os

    from pressgauge._core.articles import Gauge as CoreGauge
    from pressgauge.articles import Reading


class Gauge:
    r"""The configured reader: rules, lexicon and options, loaded once, safe to read with from any thread.

    Parameters
    ----------
    kinds : str or path, optional
        Lines of ``kinds.tsv`` (docs/rules.md): further kinds and words, which win over those that pressgauge ships.
    hedges : str or path, optional
        A ``hedges.tsv`` in place of the one that pressgauge ships.
    groups : dict of str to list of str, optional
        Names that stand for one group when mentions are merged: ``{"police": ["officer", "constable"]}``.
    lexicon : Lexicon or str or path or dict of str to float, optional
        Words and phrases with weights in [-4, 4], which extend, override or (weight 0) silence those that pressgauge ships; a
        `pressgauge.sentiment.Lexicon` may also stand in their place.
    max_bytes : int, optional
        Longest text that is read [bytes of UTF-8].
    profile : str, optional
        What kind of text is read, ``"news"`` (default), ``"editorial"`` or ``"headline"``: by which link the raw tone becomes
        score and label (docs/sentiment.md).
    link : Link, optional
        A link of your own in place of the profile's (`pressgauge.sentiment.calibrate`).

    Raises
    ------
    ParseError
        A rule file is malformed, or the lexicon has a word twice; the message names file, line and column.
    DomainError
        The profile is unknown.

    Examples
    --------
    >>> gauge = Gauge(kinds='''#pressgauge-rules 1
    ... kind.vaccinated\tvaccinated\tdefine\tpersons event
    ... vaccinated.vaccinate\tvaccinated\tdone_to\tvaccinate inoculate
    ... ''')
    >>> [(f.kind, f.value) for f in gauge.read("Some 300 children were vaccinated in the camp.").figures]
    [('vaccinated', 300.0)]
    """

    def __init__(
        self,
        *,
        kinds: str | os.PathLike[str] | None = None,
        hedges: str | os.PathLike[str] | None = None,
        groups: dict[str, list[str]] | None = None,
        lexicon: Lexicon | str | os.PathLike[str] | dict[str, float] | None = None,
        max_bytes: int = 64 << 20,
        profile: str | None = None,
        link: Link | None = None,
    ) -> None:
        chosen_link(profile, link)
        if groups is not None:
            expect(groups, Mapping, "groups")
        self._options: dict[str, Any] = {
            "kinds": _rules_text(kinds),
            "hedges": _rules_text(hedges),
            "groups": _table_text({name: " ".join(words) for name, words in (groups or {}).items()}),
            "lexicon": _lexicon_text(lexicon),
            "shipped_lexicon": lexicon._core.has_shipped if isinstance(lexicon, Lexicon) else True,
            "max_bytes": max_bytes,
            "profile": str(profile or "news"),
            "link": link,
        }
        self._core = _core_gauge(self._options)

    @cached_property
    def rules_version(self) -> str:
        """Sha256 over all rules, weights and options in force."""
        import hashlib

        return hashlib.sha256(self._core.rules()).hexdigest()

    @property
    def versions(self) -> dict[str, str]:
        """Versions of pressgauge and of the rules in force."""
        return {"pressgauge_version": _core.__version__, "rules_version": self.rules_version}

    @cached_property
    def link(self) -> Link:
        """From the raw tone to score and label."""
        return self._options.get("link") or Link.of_profile(self._options.get("profile", "news"))

    @property
    def kinds(self) -> dict[str, tuple[str, bool]]:
        """Kinds of figures, each with its unit and whether it counts an event."""
        return {name: (unit, event) for name, unit, event in self._core.kinds()}

    def read(
        self, text: str | bytes, title: str | None = None, published: str | dt.date | None = None
    ) -> Reading:
        """Read an article; see `pressgauge.read`."""
        from pressgauge.articles import Reading

        return Reading(self._core.read(utf8(text), words_or_none(title, "title"), _iso_day(published)), self)

    def extract(self, text: str | bytes, published: str | dt.date | None = None) -> Figures:
        """Read the figures alone; see `pressgauge.figures.extract`."""
        found = _core.figures.extract(utf8(text), self._core, _iso_day(published))
        return Figures(OneByOne(found, figure_of))

    def document(self, text: str | bytes) -> Document:
        """Take a text apart without reading figures or tone."""
        return Document(self._core.document(utf8(text)))

    def word_classes(self, document: Document) -> list[str]:
        """Tell the class of each token of a document; see `pressgauge.text.word_classes`."""
        return self._core.word_classes(document._core)

    def actors(self, document: Document) -> tuple[Actor, ...]:
        """Find the named actors of a document; see `pressgauge.text.actors`."""
        return tuple(
            Actor(name, tuple(aliases), person, tuple(Span(*each) for each in mentions))
            for name, aliases, person, mentions in self._core.actors(document._core)
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return Gauge._of, (self._options,)

    @classmethod
    def _of(cls, options: dict[str, Any]) -> Gauge:
        gauge = cls.__new__(cls)
        gauge._options = options
        gauge._core = _core_gauge(options)
        return gauge

    def __repr__(self) -> str:
        return f"<Gauge {self.rules_version[:12]}>"


# Its public home, by which it is pickled and documented.
Gauge.__module__ = "pressgauge.articles"


@cache
def default_gauge() -> Gauge:
    """Return the gauge with the rules that pressgauge ships."""
    return Gauge()


def gauge_of(given: Gauge | None) -> Gauge:
    """Return the gauge that is given, or the one that pressgauge ships."""
    if given is None:
        return default_gauge()
    expect(given, Gauge, "gauge")
    return given


def _iso_day(day: str | dt.date | None) -> str | None:
    return day.isoformat()[:10] if isinstance(day, dt.date) else words_or_none(day, "published")


def _rules_text(rules: str | os.PathLike[str] | None) -> str:
    """Rules given as text or as the path of a file."""
    if rules is None:
        return ""
    if isinstance(rules, str) and ("\n" in rules or "\t" in rules):
        whole_text(rules, "rules")
        return rules
    return file_text(path_of(rules, "rules"))


def _lexicon_text(lexicon: Lexicon | str | os.PathLike[str] | dict[str, float] | None) -> str:
    if isinstance(lexicon, Lexicon):
        return lexicon._core.own_rows()
    if isinstance(lexicon, dict):
        return rows_of(lexicon) if lexicon else ""
    return _rules_text(lexicon)


def _table_text(rows: dict[str, Any] | None) -> str:
    if not rows:
        return ""
    return "\n".join(["#pressgauge-rules 1", *(f"{name}\t{value}" for name, value in rows.items())]) + "\n"


def _core_gauge(options: dict[str, Any]) -> CoreGauge:
    link = options.get("link")
    return _core.articles.Gauge(**{**options, "link": None if link is None else core_link(link)})
