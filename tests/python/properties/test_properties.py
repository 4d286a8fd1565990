"""All public functions with any text and any numbers: they answer, or refuse with an error that is documented."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings

pytest.importorskip("great_tables")
pytest.importorskip("matplotlib")
pytest.importorskip("polars")
pytest.importorskip("pyarrow")
pytest.importorskip("rensa")
from properties import oracle
from properties.targets import MODULES, NOT_CALLED, OF_CLASSES, choices, names, public, target

# Of functions with many parameters; it says nothing of them.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
EXAMPLES = int(os.environ.get("PRESSGAUGE_PROPERTY_EXAMPLES", "150"))
"""Of each function, in the long run; `benchmarks/properties.py` asks for more."""
FEW = 15
# What answers whatever it is given, or refuses all that could be made up here.
NEVER_REFUSE = {"articles.default_gauge", "corpus.BatchReader"}
NEVER_ANSWER = {"corpus.Corpus.open", "sentiment.Lexicon.from_file"}


@pytest.fixture(autouse=True)
def _away(tmp_path, monkeypatch):
    # Names of files that are made up are those of nothing, and what is written goes nowhere.
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("module", ["pressgauge", *MODULES])
def test_every_public_name_is_called_or_says_why_not(module):
    there = set(public(module))
    excused = set(NOT_CALLED.get(module, ()))
    assert excused <= there, "names that are no more"
    by_class = {each.partition(".")[0] for each in OF_CLASSES.get(module, ())}
    assert not by_class & excused or module == "pressgauge"
    for name in there - excused - by_class:
        target(name if module == "pressgauge" else f"{module}.{name}")


def test_words_of_options_are_read_from_docstrings():
    from pressgauge import stats

    assert {"wilson", "wald"} <= set(choices(stats.injury_ratio, "method"))
    assert choices(stats.barnard_exact, "alternative") == ["two-sided", "less", "greater"]


def run(name, examples, **options):
    aim = target(name)

    @settings(
        max_examples=max(5, int(examples * aim.share)),
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        **options,
    )
    @given(oracle.calls(aim))
    def holds(call):
        oracle.check(aim, *call)

    holds()
    counts = oracle.seen[name]
    both = (counts["answered"] or name in NEVER_ANSWER) and (counts["refused"] or name in NEVER_REFUSE)
    if not both and examples == FEW:
        return run(name, 5 * FEW, **options)
    assert counts["answered"] or name in NEVER_ANSWER, "no call was answered"
    assert counts["refused"] or name in NEVER_REFUSE, "no call was refused"
    return None


@pytest.mark.parametrize("name", names())
def test_a_function_answers_or_refuses(name):
    # The same examples each time: what random ones find is for the long run.
    run(name, FEW, derandomize=True)


@pytest.mark.slow
@pytest.mark.parametrize("name", names())
def test_a_function_answers_or_refuses_many_times(name):
    run(name, EXAMPLES)
