"""What a report of a reading shows, as rows of words: once for the page and for the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgauge._estimate import ends_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressgauge.articles import Reading, Statistic
    from pressgauge.figures import Count, Figure
    from pressgauge.sentiment import Sentiment

DISAGREE = "DISAGREE"
TONES = {
    "score": "what a reader would call the tone, in [-1, 1]",
    "narration": "the reporter's own words",
    "quotation": "quoted and reported speech",
    "events": "how good or bad the events are",
    "raw": "before calibration: the sum of all contributions",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A table of a report."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[str] = frozenset()
    """Headings of the columns that are aligned to the right."""
    spare: frozenset[str] = frozenset()
    """Headings of the columns that a narrow terminal goes without."""


def parts(reading: Reading) -> list[Part]:
    """Return the tables of a report, those that hold nothing left out."""
    made = (
        figures_part(reading.figures),
        counts_part(reading.counts),
        statistics_part(reading.statistics),
        sentiment_part(reading.sentiment),
        speakers_part(reading.sentiment),
        Part("Warnings", ("code", "message"), tuple((w.code, w.message) for w in reading.warnings)),
        Part(
            "Edits",
            ("figure", "action", "fields", "by", "reason"),
            tuple((str(e.figure), e.action, ", ".join(e.fields), e.by, e.reason) for e in reading.edits),
        ),
    )
    return [part for part in made if part.rows]


def figures_part(figures: Iterable[Figure]) -> Part:
    """Return each figure with what it counts and the rule that read it."""
    headings = ("#", "text", "kind", "interval", "unit", "group", "status", "source", "rule")
    rows = tuple(
        (
            str(f.number),
            f.text,
            f.kind,
            str(f.interval),
            f.unit,
            f.group or "",
            f.status,
            f.source or "",
            f.rule,
        )
        for f in figures
    )
    return Part("Figures", headings, rows, frozenset({"#"}), frozenset({"rule"}))


def counts_part(counts: Iterable[Count]) -> Part:
    """Return each count with its mentions, and whether they agree."""
    headings = ("#", "kind", "group", "interval", "unit", "status", "mentions", "agree", "why")
    return Part("Counts", headings, tuple(map(_count_row, counts)), frozenset({"#"}), frozenset({"why"}))


def statistics_part(statistics: Iterable[Statistic]) -> Part:
    """Return each statistic with what the reports allow, and the counts that it is computed from."""
    headings = ("name", "identified set", "interval", "method", "counts", "note")
    return Part("Statistics", headings, tuple(map(_statistic_row, statistics)))


def sentiment_part(sentiment: Sentiment) -> Part:
    """Return the scores of the tone."""
    values = {name: getattr(sentiment, name) for name in TONES}
    rows = [("label", str(sentiment.label), "")]
    rows += [(name, signed(values[name]), meaning) for name, meaning in TONES.items()]
    return Part("Sentiment", ("of", "tone", "meaning"), tuple(rows), frozenset({"tone"}))


def speakers_part(sentiment: Sentiment) -> Part:
    """Return the tone of each speaker."""
    rows = tuple((s.speaker, signed(s.score), str(s.words)) for s in sentiment.speakers)
    return Part("Speakers", ("speaker", "tone", "words"), rows, frozenset({"tone", "words"}))


def signed(value: float | None) -> str:
    """Return a score with its sign."""
    return "none" if value is None else f"{value:+.2f}"


def figure_title(figure: Figure) -> str:
    """Return what a figure says, in one line."""
    told = [
        f"{figure.kind}: {figure.interval} {figure.unit}".rstrip(),
        figure.group and f"group: {figure.group}",
        figure.actor and f"actor: {figure.actor}",
        f"status: {figure.status}",
        "part of another count" if figure.subset else "",
        "on top of an earlier count" if figure.additional else "",
        figure.source and f"source: {figure.source}",
        figure.date and f"date: {figure.date}",
        figure.place and f"place: {figure.place}",
        f"rule: {figure.rule}",
        figure.assumed and f"assumed: {', '.join(figure.assumed)}",
    ]
    return " · ".join(each for each in told if each)


def _count_row(count: Count) -> tuple[str, ...]:
    mentions = ", ".join(map(str, count.mentions))
    if count.superseded:
        mentions += f" (replaced: {', '.join(map(str, count.superseded))})"
    why = count.why if count.parent is None else f"{count.why}; part of count {count.parent}"
    return (
        str(count.id),
        count.kind,
        count.group or "",
        str(count.interval),
        count.unit,
        count.status,
        mentions,
        _agreement(count),
        why,
    )


def _agreement(count: Count) -> str:
    if len(count.mentions) == 1:
        return "one mention"
    return "agree" if count.agree else DISAGREE


def _statistic_row(statistic: Statistic) -> tuple[str, ...]:
    flags = f" [{', '.join(statistic.flags)}]" if len(statistic.flags) else ""
    return (
        statistic.name,
        ends_text(statistic.identified),
        "" if statistic.interval is None else ends_text(statistic.interval),
        statistic.method + flags,
        ", ".join(map(str, statistic.inputs)),
        statistic.note,
    )
