"""What every place for stored files must do, whatever it is built on.

To add one, add a line to STORES; do not add a test that runs on one of them only.
"""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import pytest

from resume_customizer.core.errors import InvalidInput, NotFound, UnreadableInput
from resume_customizer.infrastructure.blobs.folder import FolderBlobs
from resume_customizer.infrastructure.blobs.object_store import ObjectStoreBlobs
from resume_customizer.services.ports import Blobs

OURS, THEIRS = "0193a5c2-0000-7000-8000-000000000001", "0193a5c2-0000-7000-8000-000000000002"
LETTER = b"Dear reader, \x00 this is a letter."


def _folder(folder: Path) -> tuple[Blobs, Path]:
    return FolderBlobs(folder), folder


def _files_behind_an_address(folder: Path) -> tuple[Blobs, Path]:
    return ObjectStoreBlobs(f"file://{folder}", auto_mkdir=True), folder


def _in_memory(folder: Path) -> tuple[Blobs, None]:
    return ObjectStoreBlobs(f"memory://{uuid4()}"), None


STORES: list[Callable[[Path], tuple[Blobs, Path | None]]] = [_folder, _files_behind_an_address, _in_memory]


@pytest.fixture(params=STORES, ids=lambda make: make.__name__.strip("_"))
def made(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Blobs, Path | None]:
    return request.param(tmp_path)


@pytest.fixture
def blobs(made: tuple[Blobs, Path | None]) -> Blobs:
    return made[0]


def test_what_is_kept_is_given_back_by_its_sha_256(blobs: Blobs) -> None:
    digest = blobs.put(OURS, LETTER)

    assert digest == sha256(LETTER).hexdigest()
    assert blobs.get(OURS, digest) == LETTER
    assert blobs.get(OURS, blobs.put(OURS, b"")) == b""


def test_the_same_content_is_kept_once_in_a_workspace(blobs: Blobs) -> None:
    assert blobs.put(OURS, LETTER) == blobs.put(OURS, LETTER)
    assert list(blobs.list_digests(OURS)) == [sha256(LETTER).hexdigest()]


def test_many_files_are_kept_together_and_each_is_there_by_its_own_sha_256(blobs: Blobs) -> None:
    contents = [f"letter {number % 30}".encode() for number in range(40)]
    before = blobs.put(OURS, contents[3])
    digests = blobs.put_all(OURS, contents)

    assert len(digests) == 30
    assert digests[3] == before
    assert [blobs.get(OURS, digest) for digest in digests] == contents[:30]
    assert list(blobs.list_digests(OURS)) == sorted(digests)
    assert list(blobs.list_digests(THEIRS)) == []
    assert blobs.put_all(OURS, ()) == ()
    unknown = sha256(LETTER).hexdigest()
    blobs.remove(OURS, digests[7])
    assert blobs.list_missing(OURS, [*digests, unknown]) == (digests[7], unknown)
    assert blobs.list_missing(THEIRS, digests[:2]) == digests[:2]


def test_a_file_of_one_workspace_is_not_there_in_another(blobs: Blobs) -> None:
    digest = blobs.put(OURS, LETTER)

    with pytest.raises(NotFound):
        blobs.get(THEIRS, digest)
    assert list(blobs.list_digests(THEIRS)) == []

    blobs.put(THEIRS, LETTER)
    blobs.remove(THEIRS, digest)
    assert blobs.get(OURS, digest) == LETTER


def test_all_files_of_a_workspace_are_listed_in_order(blobs: Blobs) -> None:
    digests = {blobs.put(OURS, f"{number}".encode()) for number in range(20)}

    assert list(blobs.list_digests(OURS)) == sorted(digests)


def test_a_removed_file_is_gone_and_removing_it_again_is_no_error(blobs: Blobs) -> None:
    digest = blobs.put(OURS, LETTER)
    blobs.remove(OURS, digest)
    blobs.remove(OURS, digest)

    with pytest.raises(NotFound):
        blobs.get(OURS, digest)


@pytest.mark.parametrize("workspace", ["", "..", "a/b", "../x", ".hidden", "a\0b", "A" * 65, "a\n"])
def test_a_name_that_could_lead_elsewhere_is_refused(blobs: Blobs, workspace: str) -> None:
    with pytest.raises(InvalidInput):
        blobs.put(workspace, LETTER)
    with pytest.raises(InvalidInput):
        list(blobs.list_digests(workspace))


@pytest.mark.parametrize("digest", ["", "..", "../" * 20, "z" * 64, "A" * 64, "a" * 63])
def test_a_digest_that_is_none_is_refused(blobs: Blobs, digest: str) -> None:
    with pytest.raises(InvalidInput):
        blobs.get(OURS, digest)


def test_a_changed_file_is_never_given_out_and_keeping_it_again_heals_it(made: tuple[Blobs, Path | None]) -> None:
    blobs, folder = made
    digest = blobs.put(OURS, LETTER)
    if folder is None:
        assert isinstance(blobs, ObjectStoreBlobs)
        blobs._files.pipe_file(blobs._path(f"{OURS}/{digest[:2]}/{digest}"), b"changed")
    else:
        [path] = folder.rglob(digest)
        path.write_bytes(b"changed")

    with pytest.raises(UnreadableInput) as caught:
        blobs.get(OURS, digest)
    assert caught.value.code == "damaged-file"

    blobs.put(OURS, LETTER)
    assert blobs.get(OURS, digest) == LETTER
