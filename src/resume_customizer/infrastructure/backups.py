"""A whole installation in one file, and back: records, stored files, and a seal that shows every change.

    store + blobs  ->  write_backup()  ->  a ZIP: records/<table>.jsonl, files/<workspace>/<digest>, manifest, seal
    a ZIP  ->  open_backup(): sealed, whole, not newer  ->  restore()  ->  files first, then all records at once

Records are of one moment. The manifest counts every table with its SHA-256, files are named by theirs, and the manifest
is sealed with a key that is derived from the installation's: secrets in records open with the same keys only.

Promises (tests in tests/infrastructure/test_backups.py):

* What was backed up is there after restoring, in whatever kind of store: counts and checksums are equal.
* A backup that is cut off, changed, of other keys or of a newer version is refused before anything is touched, and
  without unpacking more of it than was packed: nothing in it is written to a place that it names.
* An installation that holds something is not written over unless that is asked for, and then all or nothing.
"""

import hashlib
import hmac
import json
import os
import tempfile
import zipfile
import zlib
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final

from resume_customizer import __version__
from resume_customizer.core.errors import Conflict, NotFound, NotWritable, ResumeCustomizerError, UnreadableInput
from resume_customizer.core.records.accounts import User
from resume_customizer.core.records.resumes import StoredFile
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.infrastructure.files import settle_names
from resume_customizer.infrastructure.sql import migrating
from resume_customizer.infrastructure.sql.all_rows import IN_ORDER, AllRows, RowDigest, TableState, canonical
from resume_customizer.infrastructure.sql.columns import json_text
from resume_customizer.infrastructure.sql.engines import make_engine
from resume_customizer.infrastructure.sql.kinds import Kind, plain_row
from resume_customizer.infrastructure.sql.making import insert_plain, make_schema
from resume_customizer.infrastructure.sql.schema import KIND_OF
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.services.ports import Blobs

FORMAT: Final = "resume-customizer backup"
VERSION: Final = 1
_MANIFEST, _SEAL = "manifest.json", "manifest.seal"
_PIECE: Final = 1 << 20
_LARGEST_MANIFEST: Final = 200_000_000
_LONGEST_LINE: Final = 64_000_000
"""Bytes of one record; none that is kept comes near it."""
_DAMAGES: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,  # also RecursionError, of JSON in JSON
    LookupError,
    AttributeError,
    TypeError,
    ValueError,
)
"""What reading something else than a whole backup ends with."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup says of itself."""

    path: Path
    made_at: str
    program: str
    revision: str
    tables: Mapping[str, TableState]
    files: Mapping[str, Mapping[str, int]]
    """Sizes, by workspace and digest."""
    missing: tuple[tuple[str, str], ...]
    """Workspace and digest of files that records name, and that were not there or damaged."""

    @property
    def row_count(self) -> int:
        """Of all tables."""
        return sum(each.rows for each in self.tables.values())

    @property
    def file_count(self) -> int:
        """Of all workspaces."""
        return sum(map(len, self.files.values()))


# ------------------------------------------------------------------ writing


def write_backup(store: SqlStore, blobs: Blobs, path: Path, key: tuple[str, bytes]) -> Backup:
    """Write everything into one new file; raises Conflict when it is there already, NotWritable when that fails."""
    if path.exists():
        raise Conflict("output-exists", "This file is there already. Name a new one.", str(path))
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
                manifest = _write_all(store, blobs, archive)
                text = json.dumps(manifest, indent=1, sort_keys=True).encode()
                archive.writestr(_MANIFEST, text)
                archive.writestr(_SEAL, f"{key[0]}:{_seal_of(text, key[1])}")
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
        settle_names(path.parent)
    except OSError as fault:
        raise NotWritable("not-writable", f"The backup can't be written: {fault.strerror}.", str(path)) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return _backup(path, manifest)


def _write_all(store: SqlStore, blobs: Blobs, archive: zipfile.ZipFile) -> dict[str, Any]:
    with store.every_row(writing=False) as rows:
        tables = {kind.name: _write_table(rows, kind, archive) for kind in IN_ORDER}
        kept = KIND_OF[StoredFile]
        homes = rows.homes(kept)
        named = {
            home: {row["digest"] for chunk in rows.chunks(kept, home) for row in chunk if row["uses"]} for home in homes
        }
    files: dict[str, dict[str, int]] = {}
    missing: list[list[str]] = []
    for home in homes:
        for digest in sorted({*named[home], *blobs.list_digests(home)}):
            try:
                content = blobs.get(home, digest)
            except (NotFound, UnreadableInput):
                missing += [[home, digest]] if digest in named[home] else []
                continue
            archive.writestr(zipfile.ZipInfo(f"files/{home}/{digest}"), content)
            files.setdefault(home, {})[digest] = len(content)
    return {
        "format": FORMAT,
        "version": VERSION,
        "program": __version__,
        "revision": migrating.NEWEST,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "tables": {name: state._asdict() for name, state in tables.items()},
        "files": files,
        "missing": missing,
    }


def _write_table(rows: AllRows, kind: Kind[Any], archive: zipfile.ZipFile) -> TableState:
    told = RowDigest()
    with archive.open(f"records/{kind.name}.jsonl", "w", force_zip64=True) as member:
        for home in rows.homes(kind):
            for chunk in rows.chunks(kind, home):
                for row in chunk:
                    told.add(canonical(row))
                    member.write(json_text(plain_row(row)).encode("utf-8", "surrogatepass") + b"\n")
    return told.state


# ------------------------------------------------------------------ reading


def open_backup(path: Path, keys: Mapping[str, bytes]) -> Backup:
    """Read a backup from end to end, and find it whole; raises UnreadableInput or Conflict otherwise."""
    with _opened(path) as archive:
        manifest = _manifest(archive, path, keys)
        backup = _backup(path, manifest)
        expected = {
            _MANIFEST,
            _SEAL,
            *(f"records/{name}.jsonl" for name in backup.tables),
            *(f"files/{home}/{digest}" for home, digests in backup.files.items() for digest in digests),
        }
        names = archive.namelist()
        if len(names) != len(expected) or set(names) != expected:
            raise _damaged(path, "files were added to it or taken away")
        for name, state in backup.tables.items():
            told = RowDigest()
            for line in islice(_lines(archive, f"records/{name}.jsonl"), state.rows + 1):
                told.add(canonical(json.loads(line)))
            if told.state != state:
                raise _damaged(path, f"the table {name} is not as it was")
        for home, digests in backup.files.items():
            for digest, size in digests.items():
                name = f"files/{home}/{digest}"
                if archive.getinfo(name).file_size != size or _digest_of(archive, name) != digest:
                    raise _damaged(path, f"the file {digest[:12]}… is not as it was")
    return backup


@contextmanager
def _opened(path: Path) -> Generator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except FileNotFoundError:
        raise UnreadableInput("no-such-file", "There is no such file.", str(path)) from None
    except OSError as fault:
        raise UnreadableInput("not-readable", f"The backup can't be read: {fault.strerror}.", str(path)) from None
    except _DAMAGES as fault:
        if isinstance(fault, ResumeCustomizerError):
            raise
        raise _damaged(path, "it is cut off, or no backup") from None


def _manifest(archive: zipfile.ZipFile, path: Path, keys: Mapping[str, bytes]) -> dict[str, Any]:
    """The manifest, when its seal is right."""
    if archive.getinfo(_MANIFEST).file_size > _LARGEST_MANIFEST or archive.getinfo(_SEAL).file_size > 1000:
        raise _damaged(path, "its manifest is too large")
    text = archive.read(_MANIFEST)
    key_id, _, seal = archive.read(_SEAL).decode("utf-8", "replace").rpartition(":")
    if key_id not in keys:
        message = f"The backup was sealed with the key “{key_id[:40]}”, which RCP_SECRET_KEYS does not hold."
        raise UnreadableInput("other-key", message, str(path))
    if not hmac.compare_digest(seal.encode(), _seal_of(text, keys[key_id]).encode()):
        raise _damaged(path, "its seal does not hold")
    manifest: dict[str, Any] = json.loads(text)
    if manifest["version"] > VERSION or manifest["revision"] > migrating.NEWEST:
        message = f"The backup was made by a newer version of this program ({manifest['program']}). Use that one."
        raise Conflict("newer-backup", message, str(path))
    return manifest


def _lines(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    with archive.open(name) as member:
        while line := member.readline(_LONGEST_LINE):
            if len(line) == _LONGEST_LINE:
                message = "a record has no end"
                raise ValueError(message)
            yield line.rstrip(b"\n")


def _digest_of(archive: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with archive.open(name) as member:
        while piece := member.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


# ------------------------------------------------------------------ restoring


def restore(backup: Backup, store: SqlStore, blobs: Blobs, *, replace: bool = False) -> int:
    """Bring everything of an opened backup back; says how many rows were written.

    Raises Conflict `not-empty` when the store holds something and `replace` is not asked for.
    """
    with staged(backup) as stage, stage.every_row(writing=False) as rows, _opened(backup.path) as archive:
        with store.every_row(writing=False) as there:
            if not replace and _holds_something(there):
                message = "This installation holds records. Nothing was changed; --replace has the backup instead."
                raise Conflict("not-empty", message)
        for home, digests in backup.files.items():
            for digest in digests:
                blobs.put(home, archive.read(f"files/{home}/{digest}"))
        with store.every_row(writing=True) as there:
            there.clear()
            written = sum(
                there.put(kind, home, chunk)
                for kind in IN_ORDER
                for home in rows.homes(kind)
                for chunk in rows.chunks(kind, home)
            )
    return written


@contextmanager
def staged(backup: Backup) -> Generator[SqlStore]:
    """The records in a database of their own, brought up to this version: what can't be restored fails here."""
    with tempfile.TemporaryDirectory(prefix="restoring-") as folder:
        engine = make_engine(f"sqlite:///{Path(folder) / 'stage.db'}")
        stage = SqlStore(engine)
        try:
            if backup.revision != migrating.NEWEST:
                migrating.upgrade(engine, backup.revision)
            with _opened(backup.path) as archive, engine.begin() as connection:
                if backup.revision == migrating.NEWEST:
                    make_schema(connection)
                connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
                for name in backup.tables:
                    insert_plain(connection, name, map(json.loads, _lines(archive, f"records/{name}.jsonl")))
            if backup.revision != migrating.NEWEST:
                migrating.upgrade(engine)
            yield stage
        finally:
            stage.close()


def _holds_something(there: AllRows) -> bool:
    return any(there.state(KIND_OF[kind]).rows for kind in (User, Workspace))


def _backup(path: Path, manifest: Mapping[str, Any]) -> Backup:
    try:
        tables = {name: TableState(**state) for name, state in manifest["tables"].items()}
        missing = tuple((home, digest) for home, digest in manifest["missing"])
        said = manifest["made_at"], manifest["program"], manifest["revision"]
        return Backup(path, *said, tables, manifest["files"], missing)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise _damaged(path, "its manifest is not as it should be") from None


def _seal_of(manifest: bytes, key: bytes) -> str:
    return hmac.new(key, manifest, hashlib.sha256).hexdigest()


def _damaged(path: Path, why: str) -> UnreadableInput:
    message = f"This backup can't be used: {why}. Nothing was changed; take another one."
    return UnreadableInput("damaged-backup", message, str(path))
