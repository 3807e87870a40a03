"""Files that records name: the promises of services/library/stored_files.py."""

import threading
from pathlib import Path

import pytest

from builders.desk import Desk
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.errors import NotFound, NotPermitted, QuotaExceeded
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.record import INSTALLATION
from resume_customizer.core.records.resumes import StoredFile
from resume_customizer.core.tiers import TIERS, Limit, Tier
from resume_customizer.infrastructure.blobs.folder import FolderBlobs
from resume_customizer.services.library.stored_files import StoredFiles, keep_file, release_file

OPERATOR = Actor("operator", Source(Door.CLI), is_operator=True)


class Files:
    """Files of an installation, as a service keeps them."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk, self.folder = desk, folder
        self.blobs = FolderBlobs(folder)
        self.all = StoredFiles(desk.ground, self.blobs)

    def keep(self, workspace_id: str, content: bytes) -> str:
        with self.desk.ground.within(workspace_id) as tx:
            return keep_file(tx, self.desk.ground, self.blobs, workspace_id, content, "txt")

    def release(self, workspace_id: str, digest: str) -> None:
        with self.desk.ground.within(workspace_id) as tx:
            release_file(tx, self.desk.ground, workspace_id, digest)

    def used(self, actor: Actor) -> int:
        return next(each.used for each in self.desk.usage.show(actor)[1] if each.limit is Limit.STORAGE)


@pytest.fixture
def files(desk: Desk, tmp_path: Path) -> Files:
    return Files(desk, tmp_path / "files")


@pytest.fixture
def shared_files(shared: Desk, tmp_path: Path) -> Files:
    """Files of an installation that many work with."""
    return Files(shared, tmp_path / "files")


def test_the_same_content_is_kept_and_counted_once_in_a_workspace_and_again_in_others(files: Files) -> None:
    ann, eve = files.desk.workspace("ann"), files.desk.workspace("eve")
    digest = files.keep(ann.workspace_id, b"same content")
    assert files.keep(ann.workspace_id, b"same content") == digest
    assert files.used(ann) == 12
    assert files.used(eve) == 0
    assert files.keep(eve.workspace_id, b"same content") == digest
    assert len(list(files.folder.glob("*/*/*"))) == 2


def test_a_file_goes_when_nothing_names_it_and_not_before(files: Files) -> None:
    ann = files.desk.workspace("ann")
    digest = files.keep(ann.workspace_id, b"content")
    files.keep(ann.workspace_id, b"content")
    files.release(ann.workspace_id, digest)
    assert (files.all.sweep(OPERATOR).removed, files.used(ann)) == (0, 7)
    assert files.blobs.get(ann.workspace_id, digest) == b"content"

    files.release(ann.workspace_id, digest)
    files.release(ann.workspace_id, digest)
    assert files.used(ann) == 0
    swept = files.all.sweep(OPERATOR)
    assert (swept.kept, swept.removed, swept.missing) == (0, 1, ())
    with pytest.raises(NotFound):
        files.blobs.get(ann.workspace_id, digest)


def test_a_file_without_a_row_goes_and_one_that_is_kept_again_stays(files: Files) -> None:
    ann = files.desk.workspace("ann")
    stray = files.blobs.put(ann.workspace_id, b"of a transaction that failed")
    digest = files.keep(ann.workspace_id, b"content")
    files.release(ann.workspace_id, digest)
    files.keep(ann.workspace_id, b"content")
    assert files.all.sweep(OPERATOR).removed == 1
    assert list(files.blobs.list_digests(ann.workspace_id)) == [digest]
    assert digest != stray


def test_a_file_that_is_missing_or_damaged_is_told(files: Files) -> None:
    ann = files.desk.workspace("ann")
    gone, damaged = (files.keep(ann.workspace_id, content) for content in (b"gone", b"damaged"))
    files.blobs.remove(ann.workspace_id, gone)
    next(files.folder.glob(f"*/*/{damaged}")).write_bytes(b"DAMAGED")
    assert set(files.all.sweep(OPERATOR).missing) == {(ann.workspace_id, gone), (ann.workspace_id, damaged)}


def test_more_than_the_storage_is_refused_and_nothing_is_kept(files: Files) -> None:
    ann = files.desk.workspace("ann")
    with files.desk.ground.within(ann.workspace_id) as tx:
        from resume_customizer.services.usage import use

        use(tx, files.desk.ground, ann.workspace_id, Limit.STORAGE, TIERS[Tier.FREE][Limit.STORAGE] - 5)
    with pytest.raises(QuotaExceeded, match="250 MB"):
        files.keep(ann.workspace_id, b"six by")
    assert list(files.blobs.list_digests(ann.workspace_id)) == []
    files.keep(ann.workspace_id, b"five.")


def test_what_belongs_to_the_installation_has_no_limit_and_only_the_operator_sweeps(files: Files) -> None:
    ann = files.desk.workspace("ann")
    files.release(INSTALLATION, files.keep(INSTALLATION, b"a picture"))
    for actor in (ann, files.desk.member(ann, "bob", Role.ADMIN)):
        with pytest.raises(NotPermitted):
            files.all.sweep(actor)
    assert files.all.sweep(OPERATOR).removed == 1


def test_a_file_that_is_kept_while_others_sweep_is_there(shared_files: Files) -> None:
    ann = shared_files.desk.workspace("ann")
    failures: list[BaseException] = []
    done = threading.Event()

    def work(name: int) -> None:
        try:
            for _ in range(15):
                digest = shared_files.keep(ann.workspace_id, b"content")
                assert shared_files.blobs.get(ann.workspace_id, digest) == b"content", name
                shared_files.release(ann.workspace_id, digest)
        except BaseException as fault:  # noqa: BLE001 - told in the thread of the test
            failures.append(fault)

    def sweep() -> None:
        while not done.is_set():
            assert shared_files.all.sweep(OPERATOR).missing == ()

    workers = [threading.Thread(target=work, args=(n,)) for n in range(3)]
    sweeper = threading.Thread(target=sweep)
    for each in (*workers, sweeper):
        each.start()
    for each in workers:
        each.join()
    done.set()
    sweeper.join()

    assert failures == []
    shared_files.all.sweep(OPERATOR)
    assert list(shared_files.blobs.list_digests(ann.workspace_id)) == []
    with shared_files.desk.ground.within(ann.workspace_id) as tx:
        assert tx.count(StoredFile) == 0
    assert shared_files.used(ann) == 0
