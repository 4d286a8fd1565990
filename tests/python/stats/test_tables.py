"""Every row of the reference tables, held to the tolerance of its family."""

from __future__ import annotations

import pytest

import tables

tables.load()


@pytest.mark.parametrize("name", sorted(tables.TABLES))
def test_a_table_of_references(name):
    rows = tables.rows_of(name)
    if rows is None:
        pytest.skip(f"the reference table {name} is not beside the repository")
    done = list(tables.TABLES[name](rows))
    assert done
    failed = [
        f"{each.method}: {each.error:.3g} times the tolerance at {each.worst}"
        for each in done
        if each.error > 1
    ]
    assert not failed, "\n".join(failed)
