from __future__ import annotations

import csv
import datetime as dt
import math
import sys

import pytest

import pressgauge as pg
from articles.samples import APART, SMALL, clashes
from pressgauge import _columns, tables

NAMES = ("figures", "counts", "statistics")


@pytest.mark.parametrize("name", NAMES)
def test_frame_and_table_have_the_same_columns(name: str) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    frame = getattr(tables, f"{name}_frame")(clashes())
    table = getattr(tables, f"{name}_table")(clashes())
    assert list(frame.columns) == table.column_names
    assert len(frame) == table.num_rows > 0


@pytest.mark.parametrize("name", NAMES)
def test_columns_have_the_same_types_with_and_without_rows(name: str) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    full, empty = clashes(), pg.read("")
    frame, table = getattr(tables, f"{name}_frame"), getattr(tables, f"{name}_table")
    assert frame(full).dtypes.equals(frame(empty).dtypes)
    assert table(full).schema.equals(table(empty).schema)


def test_figures_table_has_the_columns_of_the_contract() -> None:
    pa = pytest.importorskip("pyarrow")
    word = pa.dictionary(pa.int32(), pa.large_utf8())
    types = {
        "figure": pa.int64(),
        "start": pa.int64(),
        "end": pa.int64(),
        "text": pa.large_utf8(),
        "kind": word,
        "bound": word,
        "value": pa.float64(),
        "low": pa.float64(),
        "high": pa.float64(),
        "low_open": pa.bool_(),
        "high_open": pa.bool_(),
        "unit": pa.large_utf8(),
        "group": pa.large_utf8(),
        "actor": pa.large_utf8(),
        "status": word,
        "subset": pa.bool_(),
        "additional": pa.bool_(),
        "source": pa.large_utf8(),
        "date_first": pa.date32(),
        "date_last": pa.date32(),
        "place": pa.large_utf8(),
        "sentence": pa.int64(),
        "rule": pa.large_utf8(),
    }
    schema = clashes().to_arrow().schema
    assert dict(zip(schema.names, schema.types, strict=True)) == types


def test_arrow_rows_are_the_figures() -> None:
    pytest.importorskip("pyarrow")
    reading = clashes()
    table = reading.to_arrow()
    table.validate(full=True)
    for row, figure in zip(table.to_pylist(), reading.figures, strict=True):
        assert reading.text[row["start"] : row["end"]] == row["text"] == figure.text
        assert (row["low"], row["high"]) == (figure.low, figure.high)
        assert (row["kind"], row["bound"], row["status"]) == (figure.kind, figure.bound, figure.status)
        assert row["date_first"] == (figure.date and figure.date.first)


def test_unbounded_ends_are_infinite_and_what_is_not_said_is_missing() -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    reading = pg.read(SMALL)
    first = reading.to_arrow().to_pylist()[0]
    assert first["high"] == math.inf
    assert first["high_open"]
    assert first["source"] is None
    frame = reading.to_pandas()
    assert frame["high"].tolist()[0] == math.inf
    assert frame["source"].isna().all()
    assert frame["date_first"].isna().all()


def test_dates_are_days() -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    days = clashes().to_arrow()["date_first"].to_pylist()
    assert dt.date(2023, 5, 26) in days
    assert str(clashes().to_pandas()["date_first"].dtype) == "datetime64[s]"


def test_tables_of_two_articles_stack() -> None:
    pd = pytest.importorskip("pandas")
    pa = pytest.importorskip("pyarrow")
    one, two = clashes(), pg.read(SMALL)
    both = pd.concat([one.to_pandas(), two.to_pandas()], ignore_index=True)
    assert str(both["kind"].dtype) == "category"
    tables_of = [r.to_arrow().replace_schema_metadata() for r in (one, two)]
    assert pa.concat_tables(tables_of).num_rows == len(both) == len(one.figures) + len(two.figures)


def test_tables_say_where_they_come_from() -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    reading = clashes()
    origin = _columns.origin(reading)
    assert origin["schema_version"] == "1"
    assert origin["text_sha256"] == reading.to_dict()["text_sha256"]
    assert reading.to_pandas().attrs == origin
    metadata = reading.to_arrow().schema.metadata
    assert {k.decode(): v.decode() for k, v in metadata.items()} == origin


def test_table_survives_parquet(tmp_path) -> None:
    pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = clashes().to_arrow()
    parquet.write_table(table, tmp_path / "figures.parquet")
    back = parquet.read_table(tmp_path / "figures.parquet")
    assert back.to_pylist() == table.to_pylist()
    assert back.schema.metadata[b"schema_version"] == b"1"


def test_mentions_and_inputs_are_lists_of_numbers() -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    reading = clashes()
    assert tables.counts_table(reading)["mentions"].to_pylist() == [list(c.mentions) for c in reading.counts]
    assert tables.counts_frame(reading)["mentions"].tolist() == [c.mentions for c in reading.counts]
    assert tables.statistics_frame(reading)["inputs"].tolist() == [s.inputs for s in reading.statistics]


@pytest.mark.parametrize(("name", "package"), [("frame", "pandas"), ("table", "pyarrow")])
def test_missing_package_says_what_to_install(name: str, package: str, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ImportError, match=r"pip install 'pressgauge\[tables\]'"):
        getattr(tables, f"figures_{name}")(clashes())


@pytest.mark.parametrize("name", NAMES)
def test_a_reading_gives_each_table_by_its_name(name: str) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    reading = clashes()
    assert reading.to_pandas(name).equals(getattr(tables, f"{name}_frame")(reading))
    assert reading.to_arrow(name).equals(getattr(tables, f"{name}_table")(reading))


@pytest.mark.parametrize("name", NAMES)
def test_polars_has_the_rows_of_arrow(name: str) -> None:
    pytest.importorskip("polars")
    frame = clashes().to_polars(name)
    assert frame.to_arrow().to_pylist() == clashes().to_arrow(name).to_pylist()


@pytest.mark.parametrize("shape", ["to_pandas", "to_arrow", "to_polars"])
def test_a_table_that_there_is_not_is_refused(shape: str) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    with pytest.raises(pg.DomainError, match="a table is one of figures, counts, statistics, not 'words'"):
        getattr(clashes(), shape)("words")


def test_a_table_for_print_has_a_title_numbers_to_the_right_and_a_source() -> None:
    pytest.importorskip("great_tables")
    reading = pg.read(SMALL, title="Clashes")
    made = tables.print_table(reading, "counts").as_raw_html()
    assert "Counts" in made
    assert f"Clashes, {len(reading.text)} characters" in made
    assert f"pressgauge {pg.__version__}" in made
    assert "peacekeepers" in made
    evil = pg.read(SMALL).revise(0, group="<script>x</script>", by="us", reason="a test")
    assert "<script" not in tables.print_table(evil).as_raw_html()


def test_what_disagrees_is_bold_in_print() -> None:
    pytest.importorskip("great_tables")
    assert 'style="font-weight: bold' in tables.print_table(pg.read(APART).counts).as_raw_html()
    assert 'style="font-weight: bold' not in tables.print_table(pg.read(SMALL).counts).as_raw_html()


def test_figures_counts_and_estimates_can_be_printed() -> None:
    pytest.importorskip("great_tables")
    assert "injured" in tables.print_table(pg.read(SMALL).figures).as_raw_html()
    assert "with sampling" in tables.print_table(pg.stats.injury_ratio(52, 30)).as_raw_html()
    with pytest.raises(pg.DomainError, match="not 'words'"):
        tables.print_table(pg.read(SMALL), "words")


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]


def test_no_cell_of_a_csv_is_a_formula(tmp_path) -> None:
    pa = pytest.importorskip("pyarrow")
    table = pa.table(
        {
            "text": pa.array([*FORMULAS, "12", "", None], pa.large_utf8()),
            "word": pa.array([*FORMULAS, "a", "a", None]).dictionary_encode(),
            "number": [-1.5] * 9,
            "list": [["=1"]] * 9,
            "=name": ["a"] * 9,
        }
    )
    tables.write_csv(table, tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["text"] for row in rows] == [*(f"'{each}" for each in FORMULAS), "12", "", ""]
    assert [row["word"] for row in rows] == [*(f"'{each}" for each in FORMULAS), "a", "a", ""]
    assert {row["number"] for row in rows} == {"-1.5"}
    assert {row["list"] for row in rows} == {'["=1"]'}
    assert "'=name" in rows[0]


def test_a_csv_has_the_rows_of_a_frame(tmp_path) -> None:
    pytest.importorskip("pyarrow")
    frame = clashes().to_pandas()
    tables.write_csv(frame, tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        assert [row["text"] for row in csv.DictReader(file)] == list(frame["text"])
