"""A whole installation in one file, and back: the promises of infrastructure/backups.py."""

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builders.filled_store import fill, held
from contracts import stores
from resume_customizer.core.errors import Conflict, ResumeCustomizerError, Unavailable, UnreadableInput
from resume_customizer.infrastructure import backups
from resume_customizer.infrastructure.backups import open_backup, restore, write_backup
from resume_customizer.infrastructure.blobs.folder import FolderBlobs
from resume_customizer.infrastructure.sql.store import SqlStore

KEY = ("2026-11", b"k" * 32)
KEYS = {"2027-05": b"n" * 32, "2026-11": b"k" * 32}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    """A store in SQLite."""
    with stores.sqlite(tmp_path, lambda: pytest.fail("not needed")) as made:
        assert isinstance(made, SqlStore)
        yield made
        made.close()


@pytest.fixture(
    params=["sqlite", "json", pytest.param("postgresql", marks=pytest.mark.services)],
)
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlStore]:
    """An empty store of any kind, elsewhere."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    with getattr(stores, request.param)(folder, lambda: request.getfixturevalue("services")) as made:
        yield made
        made.close()


def backed_up(store: SqlStore, folder: Path) -> tuple[Path, tuple[str, ...]]:
    blobs = FolderBlobs(folder / "files")
    homes = fill(store, blobs)
    write_backup(store, blobs, folder / "all.rcpb", KEY)
    return folder / "all.rcpb", homes


def test_what_was_backed_up_is_there_after_restoring(store: SqlStore, other: SqlStore, tmp_path: Path) -> None:
    path, homes = backed_up(store, tmp_path)
    assert path.stat().st_mode & 0o077 == 0
    backup = open_backup(path, KEYS)
    assert (backup.file_count, backup.missing) == (6, ())
    there = FolderBlobs(tmp_path / "elsewhere" / "files")

    assert restore(backup, other, there) == backup.row_count
    assert held(other, homes) == held(store, homes)
    here = FolderBlobs(tmp_path / "files")
    for home in homes:
        assert list(there.list_digests(home)) == list(here.list_digests(home)) != []
        for digest in here.list_digests(home):
            assert there.get(home, digest) == here.get(home, digest)
    again = tmp_path / "again.rcpb"
    assert write_backup(other, there, again, KEY).tables == backup.tables


@pytest.mark.parametrize("other", ["json"], indirect=True)
def test_an_installation_that_holds_something_is_written_over_only_when_asked(
    store: SqlStore, other: SqlStore, tmp_path: Path
) -> None:
    path, homes = backed_up(store, tmp_path)
    theirs = fill(other, resumes=1)
    before = held(other, theirs)
    backup, there = open_backup(path, KEYS), FolderBlobs(tmp_path / "elsewhere" / "files")
    with pytest.raises(Conflict, match="--replace"):
        restore(backup, other, there)
    assert held(other, theirs) == before

    restore(backup, other, there, replace=True)
    assert held(other, homes) == held(store, homes)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


def _half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _flipped(path: Path) -> None:
    """One byte in the middle of a member."""
    begin, size = _packed(path)
    content = bytearray(path.read_bytes())
    content[begin + size // 2] ^= 0xFF
    path.write_bytes(content)


def _garbled(path: Path) -> None:
    """A member that can't be unpacked: a block of a kind that there is not (RFC 1951, section 3.2.3)."""
    begin, size = _packed(path)
    content = bytearray(path.read_bytes())
    content[begin : begin + size] = b"\xff" * size
    path.write_bytes(content)


def _packed(path: Path) -> tuple[int, int]:
    """Where the packed bytes of a member begin, and how many they are."""
    with zipfile.ZipFile(path) as archive:
        member = archive.getinfo("records/users.jsonl")
    header = path.read_bytes()[member.header_offset :][:30]
    return member.header_offset + 30 + int.from_bytes(header[26:28], "little"), member.compress_size


def _rewritten(change: Callable[[dict[str, bytes]], object]) -> Callable[[Path], None]:
    """An honest ZIP with other members."""

    def rewrite(path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        change(members)
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in members.items():
                archive.writestr(name, content)

    return rewrite


def _manifest(change: Callable[[dict[str, object]], object], *, sealed: bool = False) -> Callable[[Path], None]:
    def rewrite(members: dict[str, bytes]) -> None:
        manifest = json.loads(members["manifest.json"])
        change(manifest)
        members["manifest.json"] = json.dumps(manifest).encode()
        if sealed:
            members["manifest.seal"] = f"{KEY[0]}:{backups._seal_of(members['manifest.json'], KEY[1])}".encode()

    return _rewritten(rewrite)


def _packed_anew(change: Callable[[dict[str, bytes]], object]) -> Callable[[Path], None]:
    """The same, with members that are packed."""

    def rewrite(path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        change(members)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in members.items():
                archive.writestr(name, content)

    return rewrite


def _made_odd(change: Callable[[zipfile.ZipInfo], object]) -> Callable[[Path], None]:
    """With the first stored file of another kind of member."""

    def rewrite(path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        odd = next(name for name in members if name.startswith("files/"))
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in members.items():
                info = zipfile.ZipInfo(name)
                if name == odd:
                    change(info)
                archive.writestr(info, content)

    return rewrite


def _link(info: zipfile.ZipInfo) -> None:
    info.create_system, info.external_attr = 3, 0o120777 << 16


def _method(path: Path) -> None:
    """A member packed in a way that nobody knows."""
    with zipfile.ZipFile(path) as archive:
        at = archive.start_dir
    content = bytearray(path.read_bytes())
    content[at + 10 : at + 12] = (77).to_bytes(2, "little")
    path.write_bytes(content)


def _twice(path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr("records/users.jsonl", b"")


def _of_a_file(change: Callable[[bytes], bytes]) -> Callable[[dict[str, bytes]], None]:
    def rewrite(members: dict[str, bytes]) -> None:
        name = next(name for name in members if name.startswith("files/"))
        members[name] = change(members[name])

    return rewrite


HOSTILE = {
    "a record without end": _packed_anew(lambda members: members.update({"records/users.jsonl": b"{" * 70_000_000})),
    "records without end": _packed_anew(lambda members: members.update({"records/users.jsonl": b"{}\n" * 2_000_000})),
    "a record of lists in lists": _packed_anew(lambda members: members.update({"records/users.jsonl": b"[" * 200_000})),
    "a record that is no object": _packed_anew(lambda members: members.update({"records/users.jsonl": b"[1]\n"})),
    "a record of a number without end": _packed_anew(
        lambda members: members.update({"records/users.jsonl": b'{"id": ' + b"9" * 9_000 + b"}\n"})
    ),
    "a file that grows": _packed_anew(_of_a_file(lambda content: content + bytes(20_000_000))),
    "a file elsewhere": _rewritten(lambda members: members.update({"../../outside": b"x"})),
    "a file at the root": _rewritten(lambda members: members.update({"/tmp/outside": b"x"})),
    "a file on a drive": _rewritten(lambda members: members.update({"C:\\outside": b"x"})),
    "a member of an unknown packing": _method,
    "a member twice": _twice,
    "a manifest that is a list": _manifest(lambda manifest: manifest.clear(), sealed=True),
    "tables that are none": _manifest(lambda manifest: manifest.update(tables=[1]), sealed=True),
    "a version that is a text": _manifest(lambda manifest: manifest.update(version="x"), sealed=True),
    "files that are none": _manifest(lambda manifest: manifest.update(files=[["a"]]), sealed=True),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_backup_is_refused_in_a_sentence_and_writes_nothing(
    store: SqlStore, tmp_path: Path, name: str
) -> None:
    path, _homes = backed_up(store, tmp_path)
    HOSTILE[name](path)
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(ResumeCustomizerError) as caught:
        open_backup(path, KEYS)

    assert caught.value.code == "damaged-backup"
    assert sorted(tmp_path.rglob("*")) == before
    assert not (tmp_path.parent / "outside").exists()


@pytest.mark.parametrize("other", ["sqlite"], indirect=True)
def test_a_link_in_a_backup_is_read_as_bytes_and_followed_nowhere(
    store: SqlStore, other: SqlStore, tmp_path: Path
) -> None:
    path, homes = backed_up(store, tmp_path)
    _made_odd(_link)(path)
    there = FolderBlobs(tmp_path / "elsewhere" / "files")

    restore(open_backup(path, KEYS), other, there)

    assert held(other, homes) == held(store, homes)
    assert [each for each in (tmp_path / "elsewhere").rglob("*") if each.is_symlink()] == []


def _file_changed(members: dict[str, bytes]) -> None:
    members[next(name for name in members if name.startswith("files/"))] = b"something else"


def _operator_added(members: dict[str, bytes]) -> None:
    members["records/users.jsonl"] = members["records/users.jsonl"].replace(
        b'"is_operator":false', b'"is_operator":true'
    )


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (_cut, "damaged-backup"),
        (_half, "damaged-backup"),
        (_flipped, "damaged-backup"),
        (_garbled, "damaged-backup"),
        (lambda path: path.write_bytes(b""), "damaged-backup"),
        (lambda path: path.write_bytes(b"Dear Sir or Madam"), "damaged-backup"),
        (Path.unlink, "no-such-file"),
        (_rewritten(_file_changed), "damaged-backup"),
        (_rewritten(_operator_added), "damaged-backup"),
        (_rewritten(lambda members: members.update({"files/../../etc/passwd": b"x"})), "damaged-backup"),
        (_rewritten(lambda members: members.pop("records/users.jsonl")), "damaged-backup"),
        (_rewritten(lambda members: members.pop("manifest.seal")), "damaged-backup"),
        (_manifest(lambda manifest: manifest.update(missing=[])), "damaged-backup"),
        (_manifest(lambda manifest: manifest.update(version=2), sealed=True), "newer-backup"),
        (_manifest(lambda manifest: manifest.update(revision="9999"), sealed=True), "newer-backup"),
        (_manifest(lambda manifest: manifest.pop("tables"), sealed=True), "damaged-backup"),
    ],
)
def test_a_backup_that_is_not_as_it_was_is_refused(
    store: SqlStore, tmp_path: Path, harm: Callable[[Path], None], code: str
) -> None:
    path, _homes = backed_up(store, tmp_path)
    harm(path)
    with pytest.raises(ResumeCustomizerError) as caught:
        open_backup(path, KEYS)
    assert caught.value.code == code


def test_a_backup_of_other_keys_is_refused_and_the_key_named(store: SqlStore, tmp_path: Path) -> None:
    path, _homes = backed_up(store, tmp_path)
    with pytest.raises(UnreadableInput, match="2026-11") as caught:
        open_backup(path, {"2027-05": b"n" * 32})
    assert caught.value.code == "other-key"


def test_files_that_are_missing_are_told(store: SqlStore, tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path / "files")
    home = fill(store, blobs)[0]
    digest = next(iter(blobs.list_digests(home)))
    blobs.remove(home, digest)
    assert write_backup(store, blobs, tmp_path / "all.rcpb", KEY).missing == ((home, digest),)
    assert open_backup(tmp_path / "all.rcpb", KEYS).missing == ((home, digest),)


def test_nothing_is_written_over_and_nothing_left_when_writing_fails(store: SqlStore, tmp_path: Path) -> None:
    path, _homes = backed_up(store, tmp_path)
    before = path.read_bytes()
    with pytest.raises(Conflict):
        write_backup(store, FolderBlobs(tmp_path / "files"), path, KEY)
    assert path.read_bytes() == before
    with pytest.raises(Unavailable):
        write_backup(store, FolderBlobs(tmp_path / "files"), path / "below" / "a.rcpb", KEY)
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".part")] == []
