"""The files of a batch as one ZIP, made while it is read: nothing is kept beside what is in hand.

    cells that are done  ->  names from the batch's pattern  ->  documents, certificates, manifest.csv  ->  a ZIP

Promises (tests in tests/services/test_batch_files.py):

* No two files have the same name, and the same batch gives the same names again.
* The manifest has a line for every cell, also for those without a file, with the reason.
* It needs no more memory for many files than for one.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.batches import ItemStatus, check_pattern, name_files
from resume_customizer.core.errors import NotFound
from resume_customizer.core.file_names import clean_file_name, split_ending
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.desk import Consultant, Requirement
from resume_customizer.core.records.record import Id
from resume_customizer.core.records.resumes import Batch, BatchItem, Customization, Resume
from resume_customizer.core.sheets import formula_free
from resume_customizer.services.ground import Ground
from resume_customizer.services.ports import Blobs
from resume_customizer.services.store import Reading

_PIECE: Final = 65_536
MANIFEST: Final = "manifest.csv"
_HEAD: Final = (
    *("number", "resume", "target", "status", "file", "placed", "unplaced"),
    *("coverage before", "coverage after", "sha256", "error"),
)


@dataclass(frozen=True, slots=True)
class _File:
    """One cell with what its files are called and contain."""

    item: BatchItem
    made: Customization | None
    name: str = ""


class BatchFiles:
    """What a batch has made, to take away."""

    def __init__(self, ground: Ground, blobs: Blobs) -> None:
        self._ground, self._blobs = ground, blobs

    def list_names(self, actor: Actor, batch_id: Id, pattern: str = "") -> dict[int, str]:
        """What the files would be called, by the numbers of their cells."""
        actor.require(Action.VIEW_RECORDS)
        return {each.item.number: each.name for each in self._files(actor, batch_id, pattern)[1] if each.made}

    def download(self, actor: Actor, batch_id: Id, pattern: str = "") -> tuple[str, Iterator[bytes]]:
        """The name of a ZIP and its pieces; `pattern` names its files otherwise than the batch does.

        Raises NotFound and InvalidInput before the first piece.
        """
        actor.require(Action.EXPORT_RECORDS)
        batch, files = self._files(actor, batch_id, pattern)
        with self._ground.inside(actor) as tx:
            made = sum(each.made is not None for each in files)
            self._ground.record(tx, actor, "batch.downloaded", ("batch", batch.id), {"files": made})
        return clean_file_name(f"{batch.name}.zip", "batch.zip"), self._pieces(actor, files)

    def _files(self, actor: Actor, batch_id: Id, pattern: str) -> tuple[Batch, list[_File]]:
        with self._ground.store.reading(actor) as seen:
            batch = seen.get(Batch, batch_id)
            chosen = check_pattern(pattern or batch.choices["pattern"])
            items = list(seen.every(BatchItem, order="number", batch_id=batch.id))
            made = {each.id: each for each in seen.every(Customization, batch_id=batch.id)}
            done = [item for item in items if item.status == ItemStatus.DONE and item.customization_id in made]
            values = _Values(seen, batch)
            names = name_files(chosen, [values.of(item) for item in done])
        named = {item.number: name for item, name in zip(done, names, strict=True)}
        return batch, [_File(item, made.get(item.customization_id or ""), named.get(item.number, "")) for item in items]

    def _pieces(self, actor: Actor, files: list[_File]) -> Iterator[bytes]:
        out = _Outlet()
        with zipfile.ZipFile(out, "w") as archive:
            for each in files:
                if each.made is None:
                    continue
                stem = split_ending(each.name)[0]
                # What is in a DOCX is packed already.
                document = self._blobs.get(actor.workspace_id, each.made.output_digest)
                archive.writestr(_entry(each, each.name, zipfile.ZIP_STORED), document)
                yield from out.take()
                certificate = self._blobs.get(actor.workspace_id, each.made.certificate_digest)
                name = f"certificates/{stem}.certificate.json"
                archive.writestr(_entry(each, name, zipfile.ZIP_DEFLATED), certificate)
                yield from out.take()
            archive.writestr(MANIFEST, manifest(files), zipfile.ZIP_DEFLATED)
        yield from out.take()


def manifest(files: "list[_File]") -> str:
    """A line of CSV for every cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_HEAD)
    for each in files:
        item = each.item
        row = (
            *(item.number, item.resume_name, item.label, item.status, each.name, item.placed, item.unplaced),
            *(f"{item.coverage_before / 10:g} %", f"{item.coverage_after / 10:g} %"),
            *(each.made.output_digest if each.made else "", item.error),
        )
        writer.writerow([formula_free(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue()


def _entry(file: _File, name: str, packing: int) -> zipfile.ZipInfo:
    moment = file.made.created_at if file.made else file.item.created_at
    entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
    entry.compress_type = packing
    entry.external_attr = 0o644 << 16
    return entry


class _Values:
    """What can stand in names, for each cell."""

    def __init__(self, seen: Reading, batch: Batch) -> None:
        self._seen = seen
        self._date = f"{batch.started_at or batch.created_at:%Y-%m-%d}"
        self._resumes: dict[str, str] = {}
        self._requirements: dict[str, tuple[str, str]] = {}

    def of(self, item: BatchItem) -> dict[str, str]:
        """By the names of fields."""
        title, client = self._requirement(item)
        return {
            "original": split_ending(item.file_name)[0],
            "resume": item.resume_name,
            "consultant": self._consultant(item),
            "target": item.label,
            "title": title,
            "client": client,
            "date": self._date,
            "number": str(item.number),
        }

    def _consultant(self, item: BatchItem) -> str:
        if item.resume_id not in self._resumes:
            self._resumes[item.resume_id] = self._name_of_consultant(item)
        return self._resumes[item.resume_id]

    def _name_of_consultant(self, item: BatchItem) -> str:
        try:
            resume = self._seen.get(Resume, item.resume_id)
            return self._seen.get(Consultant, resume.consultant_id).name if resume.consultant_id else item.resume_name
        except NotFound:
            return item.resume_name

    def _requirement(self, item: BatchItem) -> tuple[str, str]:
        if not item.requirement_id:
            return item.label, ""
        if item.requirement_id not in self._requirements:
            try:
                found = self._seen.get(Requirement, item.requirement_id)
                self._requirements[item.requirement_id] = (found.title, found.client)
            except NotFound:
                self._requirements[item.requirement_id] = (item.label, "")
        return self._requirements[item.requirement_id]


class _Outlet(io.RawIOBase):
    """A file that is only written to, and given away in pieces."""

    def __init__(self) -> None:
        self._held = bytearray()
        self._at = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seekable(self) -> bool:
        return False

    def write(self, data: object) -> int:
        piece = bytes(memoryview(data))  # ty: ignore[invalid-argument-type]
        self._held += piece
        self._at += len(piece)
        return len(piece)

    def take(self) -> Iterator[bytes]:
        """What was written since."""
        held, self._held = bytes(self._held), bytearray()
        for at in range(0, len(held), _PIECE):
            yield held[at : at + _PIECE]
