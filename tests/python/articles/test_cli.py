from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

import pressgauge as pg
from articles.samples import CLASHES, SMALL, clashes


def test_read_shows_the_reading(run) -> None:
    done = run("read", CLASHES, "--published", "2023-05-30")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == str(clashes()) + "\n"


def test_read_takes_the_standard_input(run) -> None:
    done = run("read", "-", "--title", "Unrest", stdin=SMALL.encode())
    assert done.returncode == 0
    assert done.stdout.startswith("Unrest · ")


def test_json_is_a_document_a_line(run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Five people died. 😀\n\n“Ten,” he said.", encoding="utf-8")
    done = run("read", "a.txt", CLASHES, "--json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line.pop("file") for line in lines] == ["a.txt", str(CLASHES)]
    assert lines[1] == pg.read(CLASHES.read_bytes()).to_dict()


def test_html_is_written(run, tmp_path: Path) -> None:
    done = run("read", CLASHES, "--published", "2023-05-30", "--html", "out.html")
    assert (done.returncode, done.stdout) == (0, "")
    clashes().save_html(tmp_path / "expected.html")
    assert (tmp_path / "out.html").read_bytes() == (tmp_path / "expected.html").read_bytes()
    assert run("read", CLASHES, "--html", "-").stdout.startswith("<!DOCTYPE html>")


def test_explain_gives_rule_and_words_and_what_was_left_alone(run) -> None:
    done = run("explain", CLASHES, "--published", "2023-05-30")
    assert done.returncode == 0
    reading = clashes()
    for figure in reading.figures:
        assert f"{figure.number}  “{figure.text}” [{figure.start}, {figure.end})" in done.stdout
        assert figure.rule in done.stdout
    for each in reading.left_alone:
        assert (
            f"“{reading.text[each.start : each.end]}” [{each.start}, {each.end})  {each.reason}"
            in done.stdout
        )
    assert "rule file  injured.injure: injured done_to injure" in done.stdout
    assert "rule file  other" not in done.stdout
    assert "“members of the NATO-led force”" in done.stdout
    assert re.search(r"biography “Odette .*describes the author", done.stdout)


def test_explain_shows_a_figure_in_its_sentence(run) -> None:
    done = run("explain", "-", stdin=b"Hello.\nPolice arrested 30 people, they said. Bye.")
    assert "   in         Police arrested [[30]] people, they said." in done.stdout


def test_explain_as_json_holds_rule_words_and_reasons(run) -> None:
    data = json.loads(run("explain", CLASHES, "--published", "2023-05-30", "--json").stdout)
    reading = clashes()
    assert data["file"] == str(CLASHES)
    assert data["rules_version"] == reading.versions["rules_version"]
    assert [each["rule"] for each in data["figures"]] == [f.rule for f in reading.figures]
    injured = data["figures"][1]
    assert injured["rule_line"].startswith("injured.injure\tinjured done_to injure")
    assert injured["evidence"]["group"] == {"start": 157, "end": 167, "text": "protesters"}
    assert [each["reason"] for each in data["left_alone"]] == [each.reason for each in reading.left_alone]
    assert {each["section"] for each in data["not_read"]} == {"credit", "biography"}
    for each in (*data["figures"], *data["left_alone"], *data["not_read"]):
        assert each["text"] == reading.text[each["start"] : each["end"]]


def test_explain_of_a_text_without_numbers_says_so(run) -> None:
    assert run("explain", "-", stdin=b"Qwrt").stdout == "No numbers.\n"


def test_version_names_the_rules(run) -> None:
    rules = pg.articles.default_gauge().rules_version
    assert run("--version").stdout == f"pressgauge {pg.__version__}\nrules {rules}\n"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.txt", None, "No such file or directory"),
        (".", None, "Is a directory"),
        ("binary", b"abc\0def", "not a text file: byte 0x00 at offset 3"),
        ("latin.txt", b"abc\xe9 def", "text is not UTF-8: byte 0xe9 at offset 3"),
        ("long.txt", b" " * ((64 << 20) + 1), "text has 67108865 bytes, more than the limit of 67108864"),
    ],
)
def test_file_that_cannot_be_read_is_one_line_and_the_others_are_read(
    run, tmp_path, name, content, message
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = run("read", name, CLASHES, "--json")
    assert done.returncode == 1
    assert done.stderr.startswith(f"pressgauge: {name}: {message}")
    assert done.stderr.count("\n") == 1
    assert len(done.stdout.splitlines()) == 1


def test_bad_date_is_said_once(run) -> None:
    done = run("read", CLASHES, CLASHES, "--published", "30.5.2023")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "pressgauge: --published: published must be a date as 2023-05-30, got '30.5.2023'\n"


def test_page_that_cannot_be_written_is_one_line(run) -> None:
    done = run("read", CLASHES, "--html", "none/out.html")
    assert done.returncode == 1
    assert done.stderr == "pressgauge: none/out.html: No such file or directory\n"


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("read",),
        ("weigh", "a"),
        ("read", "a", "--json", "--html", "b"),
        ("read", "a", "b", "--html", "c"),
        ("read", "a", "b", "--title", "c"),
        ("read", "-", "-"),
        ("explain", "a", "b"),
    ],
)
def test_wrong_usage_exits_with_two(run, arguments) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "usage: pressgauge" in done.stderr


def test_help_shows_examples(run) -> None:
    for arguments in (("--help",), ("read", "--help")):
        assert re.search(r"pressgauge read \S+ .*--html", run(*arguments).stdout)


def test_closed_pipe_is_quiet() -> None:
    command = [sys.executable, "-P", "-m", "pressgauge", "read", *[str(CLASHES)] * 200, "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.parametrize("has_rich", [True, False])
def test_terminal_shows_the_same_words(has_rich: bool, tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    if has_rich:
        pytest.importorskip("rich")
    hide = "" if has_rich else "sys.modules['rich'] = None; "
    code = f"import sys; {hide}from pressgauge.cli import main; sys.exit(main(['read', {str(CLASHES)!r}]))"
    parent, child = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "110", "LINES": "24", "PYTHONUTF8": "1"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(
        [sys.executable, "-P", "-c", code], stdout=child, cwd=tmp_path, env=environment
    ) as process:
        os.close(child)
        shown = b""
        with suppress(OSError):
            while piece := os.read(parent, 65536):
                shown += piece
        os.close(parent)
        assert process.wait(60) == 0
    assert (b"\x1b[" in shown) == has_rich
    words = re.sub(r"\x1b\[[\d;]*m", "", shown.decode()).replace("\r\n", "\n")
    assert words == str(pg.read(CLASHES.read_bytes())) + "\n"


def test_output_that_cannot_say_it_escapes_it(tmp_path: Path) -> None:
    command = [sys.executable, "-P", "-m", "pressgauge", "read", str(CLASHES)]
    environment = {"PYTHONIOENCODING": "ascii", "PATH": ""}
    done = subprocess.run(command, capture_output=True, cwd=tmp_path, check=True, env=environment)
    assert rb"[50, \u221e)" in done.stdout


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["re"], {"read"}),
        (["read", "--pu"], {"--published"}),
        (["corpus", "--s"], {"--strict"}),
        (["completion", ""], {"bash", "zsh", "tcsh"}),
    ],
)
def test_bash_completes_commands_and_options(run, words, found) -> None:
    pytest.importorskip("shtab")
    if not shutil.which("bash"):
        pytest.skip("needs bash")
    script = run("completion", "bash").stdout
    ask = f"COMP_WORDS=(pressgauge {' '.join(words)!s} ''); COMP_CWORD={len(words)}; _shtab_pressgauge"
    told = subprocess.run(
        ["bash", "-c", f'{script}\n{ask}\nprintf "%s\\n" "${{COMPREPLY[@]}}"'],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found <= set(told.stdout.split())


def test_completion_says_what_it_needs(run) -> None:
    done = run("completion", "fish")
    assert done.returncode == 2
    assert "invalid choice: 'fish'" in done.stderr
    assert "bash" in done.stderr
