"""Workers inside of a process: the promises of WorkerThreads in infrastructure/local_worker.py.

Those of processes are in tests/contracts/test_workers.py.
"""

from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from builders.work import Office, open_work
from contracts import stores
from resume_customizer.core.errors import Unavailable
from resume_customizer.infrastructure.local_worker import WorkerThreads
from resume_customizer.services.background.working import Working
from resume_customizer.services.store import Store


def an_office(folder: Path) -> tuple[Office, str]:
    path = folder / "store.db"
    path.write_bytes(stores.empty_sqlite_file())
    return Office(f"sqlite:///{path}"), f"sqlite:///{path}"


def test_threads_do_the_work_of_a_process_and_put_back_what_they_have_in_hand(tmp_path: Path) -> None:
    office, address = an_office(tmp_path)
    ann = office.workspace("ann")
    quick = [office.jobs.start(ann, "steps", {"steps": 3}).job_id for _ in range(4)]
    with WorkerThreads(partial(open_work, address), 2):
        assert office.wait_for(ann, quick) == ["done"] * 4
        slow = office.jobs.start(ann, "steps", {"steps": 1000, "pause": 0.02}).job_id
        while not office.effects(ann, slow):
            pass

    left = office.jobs.show(ann, slow)
    assert (left.status, left.attempts, left.finished_at) == ("waiting", 0, None)
    assert 0 < len(office.effects(ann, slow)) < 1000
    office.store.close()


def test_they_wait_for_a_database_that_is_away(tmp_path: Path) -> None:
    office, address = an_office(tmp_path)
    ann = office.workspace("ann")
    job = office.jobs.start(ann, "steps", {"steps": 1}).job_id
    tries: list[int] = []

    @contextmanager
    def open_late() -> Generator[tuple[Working, Store]]:
        tries.append(1)
        if len(tries) < 3:
            raise Unavailable("database-away", "The database can't be reached.")
        with open_work(address) as found:
            yield found

    with WorkerThreads(open_late):
        assert office.wait_for(ann, [job]) == ["done"]
    assert len(tries) == 3
    office.store.close()
