"""The one function of the engines, alone, under Spark and under Dask: same rows as at home, failures kept with their ids."""

from __future__ import annotations

import os
import pickle
import shutil
import sys

import pytest

import pressgauge as pg
from pressgauge.corpus import BatchReader, read_batch
from samples import ARTICLES

pa = pytest.importorskip("pyarrow")
TEXTS = [*ARTICLES, None, "Two people died, and five were injured.", ""]
IDS = [f"article {number % (len(TEXTS) - 1)}" for number in range(len(TEXTS))]  # the last one twice
LISTS = ("figures", "counts", "statistics")


def batch_of(texts, ids):
    return pa.record_batch({"url": pa.array(ids, pa.string()), "body": pa.array(texts, pa.string())})


def flat(rows, name):
    """Return the rows of a table, out of rows that hold lists of them."""
    return [{"article_id": row["article_id"], **each} for row in rows for each in row[name] or ()]


def at_home(name):
    table = pa.table({"article_id": IDS, "text": pa.array(TEXTS, pa.string())})
    return pa.table(getattr(read_batch(table), name)).to_pylist()


def assert_same(rows):
    """Compare rows in the order of the articles with what is read at home."""
    for name in LISTS:
        assert flat(rows, name) == at_home(name)
    tones = [{"article_id": row["article_id"], **row["sentiment"]} for row in rows if row["sentiment"]]
    assert tones == at_home("sentiment")
    failed = [(row["article_id"], row["failure"]["message"]) for row in rows if row["failure"]]
    assert failed == [(IDS[TEXTS.index(None)], "the record has no text: it is null")]


def test_a_row_comes_out_for_each_row_in_their_order():
    reader = BatchReader(id="url", text="body")
    cut = len(TEXTS) // 2
    batches = [batch_of(TEXTS[:cut], IDS[:cut]), batch_of([], []), batch_of(TEXTS[cut:], IDS[cut:])]
    made = list(pickle.loads(pickle.dumps(reader))(iter(batches)))
    assert [each.num_rows for each in made] == [each.num_rows for each in batches]
    for each in made:
        each.validate(full=True)
        assert each.schema == reader.schema
    rows = [row for each in made for row in each.to_pylist()]
    assert [row["article_id"] for row in rows] == IDS
    assert_same(rows)


def test_a_gauge_of_your_own_titles_and_days_are_used():
    batch = pa.record_batch(
        {
            "n": [7],
            "text": ["On Monday 300 children were vaccinated."],
            "headline": ["Camp"],
            "day": pa.array([19500], pa.int32()).cast(pa.date32()),
        }
    )
    gauge = pg.Gauge(
        kinds="#pressgauge-rules 1\nkind.vaccinated\tvaccinated\tdefine\tpersons event\n"
        "vaccinated.vaccinate\tvaccinated\tdone_to\tvaccinate inoculate\n"
    )
    (row,) = BatchReader("n", title="headline", published="day", gauge=gauge).read(batch).to_pylist()
    (figure,) = row["figures"]
    assert (row["article_id"], row["article"]["title"], figure["kind"]) == ("7", "Camp", "vaccinated")
    assert figure["date_first"].isoformat() == "2023-05-22"


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"url": ["a"]}, "there is no column 'text'; the columns are url"),
        ({"text": ["a"]}, "there is no column 'url'; the columns are text"),
        ({"url": [None], "text": ["a"]}, "id of an article is null in column 'url'"),
    ],
)
def test_columns_that_are_missing_are_named(columns, message):
    with pytest.raises(pg.DomainError, match=message):
        BatchReader(id="url").read(pa.record_batch(columns))


def test_polars_reads_the_same_rows():
    polars = pytest.importorskip("polars")
    reader = BatchReader(id="url", text="body")
    made = polars.DataFrame(reader.stream(polars.DataFrame({"url": IDS, "body": TEXTS})))
    assert_same(pa.table(made).to_pylist())


def test_duckdb_reads_the_same_rows():
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    connection.register("articles", pa.table({"url": IDS, "body": TEXTS, "n": range(len(IDS))}))
    reader = BatchReader(id="url", text="body")
    stream = reader.stream(connection.sql("select url, body from articles order by n"))
    readings = connection.cursor().from_arrow(stream)
    assert_same(pa.table(readings).to_pylist())


@pytest.fixture(scope="module")
def spark():
    sql = pytest.importorskip("pyspark.sql")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        sql.SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "5")
        .config("spark.executorEnv.PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_spark_reads_the_same_rows_on_two_workers(spark):
    import pressgauge.spark

    rows = list(zip(range(len(TEXTS)), IDS, TEXTS, strict=True))
    frame = spark.createDataFrame(rows, "n int, url string, body string").repartition(4)
    readings = pressgauge.spark.read(frame, id="url", text="body")
    found = [row.asDict(recursive=True) for row in readings.collect()]
    order = sorted(range(len(TEXTS)), key=lambda i: IDS[i])
    assert sorted(row["article_id"] for row in found) == [IDS[i] for i in order]
    for name in LISTS:
        key = lambda row: (row["article_id"], str(row))
        assert sorted(flat(found, name), key=key) == sorted(at_home(name), key=key)
    figures = pressgauge.spark.table(readings, "figures")
    assert figures.count() == len(at_home("figures"))
    (failure,) = pressgauge.spark.table(readings, "failures").collect()
    assert failure["article_id"] == IDS[TEXTS.index(None)]
    with pytest.raises(pg.DomainError, match="there is no column 'id'"):
        pressgauge.spark.read(frame, id="id")
    with pytest.raises(pg.DomainError, match="not 'numbers'"):
        pressgauge.spark.table(readings, "numbers")


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_dask_reads_the_same_rows_in_processes():
    distributed = pytest.importorskip("dask.distributed")
    frames = pytest.importorskip("dask.dataframe")
    pandas = pytest.importorskip("pandas")
    import pressgauge.dask

    table = frames.from_pandas(pandas.DataFrame({"url": IDS, "body": TEXTS}), npartitions=4)
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    )
    with cluster, distributed.Client(cluster):
        made = pressgauge.dask.read(table, id="url", text="body").compute()
    assert list(made.index) == list(range(len(TEXTS)))
    assert_same(pa.Table.from_pandas(made, preserve_index=False).to_pylist())
    with pytest.raises(pg.DomainError, match="there is no column 'id'"):
        pressgauge.dask.read(table, id="id")
