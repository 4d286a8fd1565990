"""What can't be read as labels is refused with where it stands, the field and the value."""

from __future__ import annotations

import json
import re

import pytest

import pressgauge as pg
from evaluation.made import FLED, KILLED, LABELLED, TEXT, article, figure
from samples import ARTICLES, MARCH

HERE = r"labels\[0\], article 'a'"


def written(tmp_path, *lines: str):
    path = tmp_path / "labels.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "kiled"}, "kind is 'kiled', which is none of killed, injured"),
        ({"kind": None}, "kind is None, which is none of killed"),
        ({"bound": "roughly"}, "bound is 'roughly', which is none of exact, at_least"),
        ({"status": "certain"}, "status is 'certain', which is none of asserted, planned"),
        ({"alt": ["kiled"]}, "alt is 'kiled', which is none of killed"),
        ({"alt": "injured"}, "alt must be a list of strings, not 'injured'"),
        ({"alt_groups": [3]}, r"alt_groups must be a list of strings, not \[3\]"),
        ({"value": None}, "value must be a number of at least 0 for the bound at_least, not None"),
        ({"value": "12"}, "value must be a number of at least 0 for the bound at_least, not '12'"),
        ({"value": True}, "value must be a number of at least 0 for the bound at_least, not True"),
        ({"value": -1}, "value must be a number of at least 0 for the bound at_least, not -1"),
        ({"value": float("nan")}, "value must be a number of at least 0 for the bound at_least, not nan"),
        ({"bound": "range"}, "low must be a number of at least 0 for the bound range, not None"),
        ({"bound": "range", "low": 3, "high": 2}, "low 3 is above high 2"),
        ({"subset": "no"}, "subset must be true or false, not 'no'"),
        ({"group": 7}, "group must be a string or null, not 7"),
        ({"aditional": True}, "no field is named 'aditional'; is it 'additional'?"),
        ({"text": "thirteen"}, "text is 'thirteen', which stands nowhere in the article"),
        ({"text": "e"}, "text is 'e', which stands at 4, 18 and maybe elsewhere: give start and end"),
        ({"text": None}, "start must be a whole number, not None"),
        ({"start": 0}, "end must be a whole number, not None"),
        ({"start": 0, "end": 3.0}, "end must be a whole number, not 3.0"),
        ({"start": 0, "end": 300}, f"start 0 and end 300 are no place in a text of {len(TEXT)} characters"),
        ({"start": 5, "end": 5}, "start 5 and end 5 are no place"),
        ({"start": -3, "end": 5}, "start -3 and end 5 are no place"),
        ({"start": 1, "end": 12}, "text is 'At least 12', but from 1 to 12 stands 't least 12 '"),
    ],
)
def test_a_label_that_makes_no_sense(change, message):
    with pytest.raises(
        pg.DomainError, match=f"^{HERE}, figure 1: {re.escape(message) if '[' not in message else message}"
    ):
        pg.evaluate([article(FLED, {**KILLED, **change})])


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (["a"], r"labels\[0\] must be an object with id and text, not \['a'\]"),
        (
            {"text": "x", "figures": []},
            r"labels\[0\]: id must be a word that is the article's alone, not None",
        ),
        ({"id": 7, "text": "x"}, "not 7"),
        ({"id": "a", "figures": []}, f"{HERE}: text must be a string, not None"),
        ({"id": "a", "text": b"x", "figures": []}, "text must be a string, not b'x'"),
        ({"id": "a", "text": "x"}, f"{HERE}: figures must be a list, empty where there are none, not None"),
        ({"id": "a", "text": "x", "figures": "none"}, "not 'none'"),
        ({"id": "a", "text": "x", "figures": ["12"]}, f"{HERE}, figure 0 must be an object .* not '12'"),
        (
            {"id": "a", "text": "x", "figures": [], "title": 3},
            f"{HERE}: title must be a string or null, not 3",
        ),
        (
            {"id": "a", "text": "x", "figures": [], "publshed": "x"},
            "no field is named 'publshed'; is it 'published'?",
        ),
        (
            {"id": "a", "text": "x", "figures": [], "published": "May"},
            "article 'a': published must be a date .*'May'",
        ),
    ],
)
def test_an_article_that_makes_no_sense(row, message):
    with pytest.raises(pg.DomainError, match=message):
        pg.evaluate([row])


def test_keys_of_your_own_are_passed_over():
    row = article({**KILLED, "note": "see page 2", "coder": "AB"}) | {"newspaper": "Courier"}
    assert pg.evaluate([row], [article(KILLED)]).all["full"].f1 == 1


def test_no_articles_are_no_labels(tmp_path):
    with pytest.raises(pg.DomainError, match="labels holds no article"):
        pg.evaluate([])
    with pytest.raises(pg.DomainError, match=r"labels\.jsonl holds no article"):
        pg.evaluate(written(tmp_path, "", ""))
    with pytest.raises(TypeError, match="labels must be a path or rows, one for each article, not one dict"):
        pg.evaluate(LABELLED)


def test_an_id_stands_once(tmp_path):
    path = written(tmp_path, json.dumps(LABELLED), "", json.dumps(LABELLED))
    with pytest.raises(
        pg.DomainError, match=r"labels.jsonl, line 3: id 'a' stands already in labels.jsonl, line 1"
    ):
        pg.evaluate(path)


def test_a_file_names_line_and_article(tmp_path):
    path = written(tmp_path, json.dumps(LABELLED), json.dumps(article({**KILLED, "kind": "dead"}, key="b")))
    with pytest.raises(pg.DomainError, match=r"^labels.jsonl, line 2, article 'b', figure 0: kind is 'dead'"):
        pg.evaluate(path)


def test_a_line_that_is_not_json(tmp_path):
    first = json.dumps(LABELLED)
    path = written(tmp_path, first, '{"id": "é", "text": }')
    with pytest.raises(
        pg.ParseError, match=r"labels.jsonl, line 2, column 21: not JSON: .*'\{\"id\": \"é\""
    ) as raised:
        pg.evaluate(path)
    # Bytes: é takes two.
    assert raised.value.offset == len(first) + 1 + 21


def test_a_line_that_is_not_utf8(tmp_path):
    path = tmp_path / "labels.jsonl"
    path.write_bytes(json.dumps(LABELLED).encode() + b'\n{"id": "\xe9"}')
    with pytest.raises(pg.ParseError, match=r"labels\.jsonl, line 2: not UTF-8: byte 0xe9") as raised:
        pg.evaluate(path)
    assert path.read_bytes()[raised.value.offset] == 0xE9


def test_a_mark_of_byte_order_and_windows_lines_are_read(tmp_path):
    path = tmp_path / "labels.jsonl"
    other = article(KILLED, key="b")
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(LABELLED).encode() + b"\r\n" + json.dumps(other).encode())
    assert pg.evaluate(path).articles == 2


def test_a_line_holds_more_than_newlines(tmp_path):
    text = "12 people\u2028were killed.\x0bAnd\x85more."
    path = tmp_path / "labels.jsonl"
    pg.evaluation.write_rows(
        [article(figure("12", "killed", value=12), text=text), LABELLED | {"id": "b"}], path
    )
    assert pg.evaluate(path).articles == 2


@pytest.mark.parametrize(
    ("predictions", "message"),
    [
        ([], "article 'a' of labels is not in predictions"),
        ([LABELLED, article(key="b")], "article 'b' of predictions is not in labels"),
        ({"a": [{**KILLED, "kind": "x"}]}, "predictions, article 'a', figure 0: kind is 'x'"),
        ([{"id": "a"}], r"predictions\[0\], article 'a': figures must be a list"),
        ({"a": pg.read(MARCH)}, "predictions, article 'a': the reading is of another text"),
    ],
)
def test_predictions_of_other_articles_are_told(predictions, message):
    with pytest.raises(pg.DomainError, match=message):
        pg.evaluate([LABELLED], predictions)


def test_a_template_is_filled_with_what_pressgauge_reads_and_can_be_evaluated(tmp_path):
    rows = [{"id": f"n{i}", "text": text, "title": None, "desk": "home"} for i, text in enumerate(ARTICLES)]
    made = pg.label_template(rows)
    assert [row["desk"] for row in made] == ["home"] * 3
    assert [f["text"] for f in made[0]["figures"]] == [f.text for f in pg.read(ARTICLES[0]).figures]
    path = tmp_path / "template.jsonl"
    pg.evaluation.write_rows(made, path)
    again = pg.evaluate(path)
    assert again.all["full"].f1 == 1
    assert [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]] == made


def test_a_template_may_be_empty():
    assert pg.label_template([{"id": "a", "text": TEXT}], prefill=False) == [
        {"id": "a", "text": TEXT, "figures": []}
    ]


def test_a_template_names_what_cannot_be_read():
    with pytest.raises(pg.DomainError, match=r"articles\[0\], article 'a': text must be a string, not 3"):
        pg.label_template([{"id": "a", "text": 3}])
    with pytest.raises(pg.ParseError, match="article 'a': text has a lone surrogate"):
        pg.label_template([{"id": "a", "text": "\ud800"}])


@pytest.mark.parametrize("row", [{"id": "a", "x": float("nan")}, {"id": "\ud800"}])
def test_a_row_that_json_has_not_is_told_and_nothing_is_written(row, tmp_path):
    with pytest.raises(pg.DomainError, match=r"rows\[1\] can't be written as JSON"):
        pg.evaluation.write_rows([{"id": "b"}, row], tmp_path / "rows.jsonl")
    with pytest.raises(TypeError, match=r"rows\[0\] must be a Mapping, not 'a'"):
        pg.evaluation.write_rows(["a"], tmp_path / "rows.jsonl")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["seed", "resamples"])
def test_the_bootstrap_is_asked_for_in_whole_numbers(name):
    with pytest.raises(TypeError, match=f"{name} must be a whole number, not None"):
        pg.evaluate([{"id": "a", "text": TEXT, "figures": []}], **{name: None})
