"""A slice of the search for what a killed process loses: `make faults` does the same two hundred times."""

from pathlib import Path

from faults.kills import on_sqlite, run


def test_killed_workers_lose_no_cell_of_a_batch_and_make_none_twice(tmp_path: Path) -> None:
    with on_sqlite(tmp_path) as (app, workers):
        found = run(app, workers, kills=4, seed=7, sizes=(6, 10))

    assert sum(found.killed.values()) == 4
    assert (found.lost, found.doubled, found.wrong_figures) == (0, 0, [])
    assert found.cells >= 60
