from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from evaluation.made import BURNT, FLED, KILLED, LABELLED, TEXT, article, figure
from samples import ARTICLES

SHARED = Path(__file__).parents[4] / "shared" / "figures"
LEVELS = ["kind", "value", "span", "full"]


def one(label, predicted, text=TEXT):
    """Return the score of one predicted figure against one label."""
    made = pg.evaluate([article(label, text=text)], [article(predicted, text=text)])
    return [made.all[level].hits for level in LEVELS]


def test_precision_recall_and_f1_are_those_of_the_table():
    # Two articles, four labels. Predicted are five: three hits at value (12, two thirds, 30), a wrong kind, an invention.
    second = "Police arrested 30 men, and 40 more on Tuesday, at 5 places."
    thirty = figure("30", "arrested", "exact", 30, group="men")
    forty = figure("40 more", "arrested", "exact", 40, group="men", additional=True)
    wrong = {**forty, "kind": "injured"}
    invented = figure("5", "other", "exact", 5)
    labels = [article(KILLED, BURNT), article(thirty, forty, key="b", text=second)]
    predicted = [article(KILLED, BURNT), article(thirty, wrong, invented, key="b", text=second)]
    value = pg.evaluate(labels, predicted).all["value"]
    assert (value.hits, value.predicted, value.labelled) == (3, 5, 4)
    assert value.precision == 3 / 5
    assert value.recall == 3 / 4
    # 2 · 0.6 · 0.75 / (0.6 + 0.75) = 0.9 / 1.35 = 2 / 3
    assert value.f1 == pytest.approx(2 / 3)


def test_event_kinds_leave_out_other_and_money():
    text = "Two men died in four towns, and the damage is $5 million."
    labels = [
        figure("Two", "killed", value=2),
        figure("four", "other", value=4),
        figure("$5 million", "money", value=5e6),
    ]
    made = pg.evaluate([article(*labels, text=text)], [article(labels[1], text=text)])
    assert (made.event["value"].hits, made.event["value"].labelled, made.event["value"].predicted) == (
        0,
        1,
        0,
    )
    assert (made.all["value"].hits, made.all["value"].labelled, made.all["value"].predicted) == (1, 3, 1)


@pytest.mark.parametrize(
    ("label", "predicted", "hits"),
    [
        (KILLED, KILLED, [1, 1, 1, 1]),
        (KILLED, {**KILLED, "kind": "injured"}, [0, 0, 0, 0]),
        (KILLED, {**KILLED, "bound": "exact"}, [1, 0, 0, 0]),
        (KILLED, {**KILLED, "value": 12.1}, [1, 0, 0, 0]),
        (KILLED, {**KILLED, "value": 12.000001}, [1, 1, 1, 1]),
        (KILLED, {**KILLED, "unit": "percent"}, [1, 0, 0, 0]),
        # The span "12" shares 2 of the 11 characters of "At least 12": less than 70 %.
        (KILLED, {**KILLED, "text": "12"}, [1, 1, 0, 1]),
        (KILLED, {**KILLED, "status": "background"}, [1, 1, 1, 0]),
        (KILLED, {**KILLED, "subset": True}, [1, 1, 1, 0]),
        (KILLED, {**KILLED, "additional": True}, [1, 1, 1, 0]),
        (KILLED, {**KILLED, "group": "the poor villager of the north"}, [1, 1, 1, 1]),
        (KILLED, {**KILLED, "group": None}, [1, 1, 1, 0]),
        ({**KILLED, "group": "men of the village"}, {**KILLED, "group": "a man"}, [1, 1, 1, 1]),
        ({**KILLED, "group": None}, {**KILLED, "group": None}, [1, 1, 1, 1]),
        ({**KILLED, "alt": ["injured", "planned"]}, {**KILLED, "kind": "injured", "status": "planned"}, [1, 1, 1, 1]),
        ({**KILLED, "alt": ["more_than"]}, {**KILLED, "bound": "more_than"}, [1, 1, 1, 1]),
        ({**KILLED, "alt_groups": ["farmers"]}, {**KILLED, "group": "farmers"}, [1, 1, 1, 1]),
        # A fraction in words may be rounded: 66.67 and 66.6667 differ by 5e-5 of themselves; 66.7 by 4.5e-4.
        (BURNT, {**BURNT, "value": 66.6667}, [1, 1, 1, 1]),
        (BURNT, {**BURNT, "value": 66.7}, [1, 0, 0, 0]),
        (FLED, FLED, [1, 1, 1, 1]),
    ],
)  # fmt: skip
def test_a_pair_is_the_same_at_each_level_as_the_guidelines_say(label, predicted, hits):
    assert one(label, predicted) == hits


def test_ends_of_a_range_are_compared():
    text = "Between 20 and 30 people died."
    label = figure("Between 20 and 30", "killed", "range", low=20, high=30)
    assert one(label, {**label, "high": 31}, text) == [1, 0, 0, 0]
    assert one(label, label, text) == [1, 1, 1, 1]


def test_a_figure_has_one_partner_the_one_it_shares_most_with():
    label = figure("At least 12", "killed", "at_least", 12)
    made = pg.evaluate([article(label)], [article(figure("12", "killed", value=12), label)])
    assert made.all["value"].hits == 1
    assert [error.what for error in made.errors] == ["invented"]
    assert made.errors[0].predicted.text == "12"


def test_the_average_over_kinds_takes_event_kinds_with_five_labels():
    text = "1 died. 2 died. 3 died. 4 died. 5 died. 6 fled."
    killed = [figure(f"{n}", "killed", value=n) for n in range(1, 6)]
    labels = [article(*killed, figure("6", "displaced", value=6), text=text)]
    made = pg.evaluate(labels, [article(*killed[:4], text=text)])
    # killed: precision 4/4, recall 4/5, F1 8/9; displaced has one label only.
    assert made.macro_value_f1 == pytest.approx(8 / 9)
    assert pg.evaluate([article(KILLED)], [article(KILLED)]).macro_value_f1 is None


def test_an_error_tells_what_differs_with_words_and_rule():
    text = "Clashes injured 40 people and killed 12. He is 34 years old."
    labels = [
        figure("40", "injured", "about", 40, group="people"),
        figure("34 years", "other", value=34),
    ]
    made = pg.evaluate([article(*labels, text=text)])
    by_text = {error.context[error.context.index("[[") :].split("]]")[0]: error for error in made.errors}
    differs, invented, missed = by_text["[[40"], by_text["[[12"], by_text["[[34 years"]
    assert (differs.what, differs.fields) == ("differs", ("bound",))
    assert differs.rule == "injured.injure.active"
    assert (invented.what, invented.label, invented.predicted.kind) == ("invented", None, "killed")
    assert (missed.what, missed.predicted) == ("missed", None)
    # The rule that left the number alone is told, with its reason.
    assert missed.rule
    assert missed.reason
    assert f"rule       {missed.rule}: {missed.reason}" in str(missed)
    assert "label      injured about 40 [people] asserted" in str(differs)
    assert made.errors.of("missed") == (missed,)
    assert "\n\n" in str(made.errors)
    assert json.dumps(missed.to_dict())


def test_predictions_may_be_readings_figures_or_rows():
    reading = pg.read(TEXT)
    by_reading = pg.evaluate([LABELLED], {"a": reading})
    assert by_reading.to_dict() == pg.evaluate([LABELLED]).to_dict()
    by_figures = pg.evaluate([LABELLED], {"a": reading.figures})
    assert by_figures.all == by_reading.all
    assert "rules_version" in by_reading.versions
    assert "rules_version" not in by_figures.versions


def test_kinds_of_your_own_may_be_labelled():
    kinds = "#pressgauge-rules 1\nkind.v\tvaccinated\tdefine\tpersons event\nv.1\tvaccinated\tdone_to\tvaccinate\n"
    text = "Some 300 children were vaccinated."
    label = figure("Some 300", "vaccinated", "about", 300, group="children")
    assert pg.evaluate([article(label, text=text)], gauge=pg.Gauge(kinds=kinds)).event["full"].f1 == 1
    with pytest.raises(pg.DomainError, match="kind is 'vaccinated', which is none of killed, injured"):
        pg.evaluate([article(label, text=text)])


@given(
    st.lists(st.sampled_from([KILLED, BURNT, FLED]), min_size=1, max_size=3, unique_by=lambda f: f["kind"])
)
def test_labels_against_themselves_score_one(figures):
    made = pg.evaluate([article(*figures)], [article(*figures)])
    for level in LEVELS:
        assert made.all[level].f1 == made.event[level].f1 == 1
        assert made.all[level].interval == pg.Interval(1, 1)
    assert made.errors == ()


def test_readings_of_articles_score_one_against_themselves():
    rows = pg.label_template([{"id": str(i), "text": text} for i, text in enumerate(ARTICLES)])
    made = pg.evaluate(rows)
    assert made.figures > 10
    assert {made.all[level].f1 for level in LEVELS} == {1}


def test_intervals_depend_on_the_seed_alone_and_hold_the_estimate():
    labels = [article(KILLED, BURNT, key=str(i)) for i in range(12)]
    predicted = [article(*([KILLED] if i % 3 else [KILLED, BURNT]), key=str(i)) for i in range(12)]
    first, again, other = (pg.evaluate(labels, predicted, seed=seed).all["value"] for seed in (0, 0, 1))
    assert first == again
    assert first.interval != other.interval
    assert first.interval.low < first.f1 < first.interval.high
    narrow = pg.evaluate(labels, predicted, confidence=0.5).all["value"].interval
    assert first.interval.low <= narrow.low < narrow.high <= first.interval.high


@pytest.mark.parametrize(
    ("option", "message"), [({"confidence": 1}, "between 0 and 1, not 1"), ({"resamples": 0}, "not 0")]
)
def test_options_of_the_bootstrap_are_checked(option, message):
    with pytest.raises(pg.DomainError, match=message):
        pg.evaluate([LABELLED], **option)


def test_displays_hold_the_scores():
    made = pg.evaluate([LABELLED])
    assert "value F1" in repr(made)
    assert str(made).startswith("1 article, 3 figures labelled")
    assert f"{made.event['value'].f1:.3f}" in str(made)
    assert "<table>" in made._repr_html_()
    assert made.to_dict()["all"]["full"]["labelled"] == 3
    frame = made.to_pandas()
    assert set(frame["kinds"]) >= {"event", "all", "killed"}
    assert frame[(frame["kinds"] == "all") & (frame["level"] == "value")]["f1"].item() == made.all["value"].f1


def test_the_score_is_that_of_the_labels_own_script():
    labels = SHARED / "dev.jsonl"
    if not labels.exists():
        pytest.skip("the labelled articles are not beside the repository")
    command = [sys.executable, str(SHARED / "score.py"), str(labels), "--json", "--errors", "9999"]
    *told, table = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    want, made = json.loads(table), pg.evaluate(labels)
    assert len(made.errors) == sum(line.startswith("    label:") for line in told)
    assert made.macro_value_f1 == pytest.approx(want["macro_value_f1"], abs=5.1e-5)
    rows = [(made.event, want["event"]), (made.all, want["all"])]
    rows += [
        ({"value": made.by_kind[kind]["value"]}, {"value": row}) for kind, row in want["by_kind"].items()
    ]
    for got, expected in rows:
        for level, row in expected.items():
            ours = got[level].to_dict()
            ours["gold"] = ours.pop("labelled")
            assert {key: round(ours[key], 4) for key in row} == row
