from __future__ import annotations

import json

import pytest

import pressgauge as pg
from evaluation.made import BURNT, KILLED, LABELLED, article

OTHER = article(KILLED, {**BURNT, "kind": "other"})


@pytest.fixture
def labels(tmp_path):
    pg.evaluation.write_rows([LABELLED], tmp_path / "labels.jsonl")
    pg.evaluation.write_rows([OTHER], tmp_path / "other.jsonl")
    return "labels.jsonl"


def test_scores_are_shown(run, labels):
    done = run("evaluate", labels)
    made = pg.evaluate([LABELLED])
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(str(made))


def test_errors_are_shown_up_to_a_number(run, labels):
    done = run("evaluate", labels, "--predicted", "other.jsonl", "--errors", "1")
    first = pg.evaluate([LABELLED], [OTHER]).errors[0]
    assert str(first) in done.stdout
    assert done.stdout.endswith("Errors not shown: 1 of 2 (--errors N shows N)\n")
    assert "Errors not shown: 2 of 2" in run("evaluate", labels, "--predicted", "other.jsonl").stdout


def test_json_is_one_document(run, labels):
    done = run("evaluate", labels, "--predicted", "other.jsonl", "--json", "--errors", "9")
    made = pg.evaluate([LABELLED], [OTHER])
    assert json.loads(done.stdout) == made.to_dict() | {
        "differences": [each.to_dict() for each in made.errors]
    }


def test_two_coders_are_compared(run, labels):
    done = run("evaluate", labels, "--against", "other.jsonl", "--errors", "5")
    assert done.returncode == 0
    assert "Krippendorff's alpha" in done.stdout
    assert "   first      damaged exact 66.67 percent [homes] asserted" in done.stdout
    assert "   second     other exact 66.67 percent [homes] asserted" in done.stdout
    made = pg.agreement([LABELLED], [OTHER])
    assert json.loads(run("evaluate", labels, "--against", "other.jsonl", "--json").stdout) == made.to_dict()


def test_bad_labels_are_one_line_on_stderr(run, labels, tmp_path):
    (tmp_path / "bad.jsonl").write_text(json.dumps(article({**KILLED, "kind": "kiled"})), encoding="utf-8")
    done = run("evaluate", "bad.jsonl")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(
        "pressgauge: evaluate: bad.jsonl, line 1, article 'a', figure 0: kind is 'kiled'"
    )
    assert done.stderr.count("\n") == 1
    done = run("evaluate", "none.jsonl")
    assert (done.returncode, done.stderr) == (1, "pressgauge: none.jsonl: No such file or directory\n")
    pg.evaluation.write_rows([LABELLED | {"published": "May"}], tmp_path / "day.jsonl")
    assert "day.jsonl, line 1, article 'a': published must be a date" in run("evaluate", "day.jsonl").stderr


def test_labels_may_come_from_a_pipe(run):
    done = run("evaluate", "/dev/stdin", "--json", stdin=json.dumps(LABELLED).encode())
    assert json.loads(done.stdout) == pg.evaluate([LABELLED]).to_dict()


@pytest.mark.parametrize(
    "arguments",
    [
        ("evaluate",),
        ("evaluate", "a", "b"),
        ("evaluate", "a", "--errors", "-1"),
        ("evaluate", "a", "--errors", "many"),
        ("evaluate", "a", "--against", "b", "--predicted", "c"),
    ],
)
def test_wrong_usage_exits_with_two(run, arguments):
    done = run(*arguments)
    assert done.returncode == 2
    assert "usage: pressgauge" in done.stderr


def test_a_long_run_says_on_a_terminal_how_far_it_is(monkeypatch, capsys):
    from pressgauge import _evaluate_command as command

    monkeypatch.setattr(command, "_PATIENCE", -1.0)
    monkeypatch.setattr(command, "_PAUSE", 0.0)
    assert list(command._progress(2)) == [0, 1]
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(command.sys.stderr, "isatty", lambda: True)
    assert list(command._progress(2)) == [0, 1]
    assert capsys.readouterr().err == "\rread 1 of 2 articles\rread 2 of 2 articles\r\x1b[K"
