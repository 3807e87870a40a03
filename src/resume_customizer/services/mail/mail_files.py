"""Files that go along with a mail: what a customization made, or any stored file of the workspace, by its content.

    FileWish  ->  find_files()  ->  SentFile: digest, name, kind  ->  hold_files(): kept as long as the mail is

Promises (tests in tests/services/test_composing.py):

* The exact file goes along: it is named by its SHA-256, and a file of another workspace can't be named.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from resume_customizer.core.errors import InvalidInput, NotFound
from resume_customizer.core.file_names import clean_file_name, split_ending
from resume_customizer.core.records.desk import Submission
from resume_customizer.core.records.resumes import Customization, Resume, ResumeVersion, StoredFile
from resume_customizer.services.mail.mail_writing import SentFile
from resume_customizer.services.ports import Blobs
from resume_customizer.services.store import Reading, Transaction

MOST_FILES: Final = 10
MOST_BYTES: Final = 15_000_000
"""Of all files together: packed for the wire they grow by a third."""
MEDIA_TYPES: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "json": "application/json",
    "txt": "text/plain",
}
"""By the kind that a stored file has."""


@dataclass(frozen=True, slots=True)
class FileWish:
    """A file that is to go along."""

    customization_id: str = ""
    what: str = "document"
    """Of a customization: `document` or `certificate`."""
    submission_id: str = ""
    """The file of a submission."""
    digest: str = ""
    """Of any stored file."""
    name: str = ""
    """What it is called for the one who gets it."""
    as_pdf: bool = False
    """The pages of a Word document instead of the document."""


def find_files(tx: Reading, blobs: Blobs, workspace_id: str, wishes: Iterable[FileWish]) -> tuple[SentFile, ...]:
    """The files that are wished for; raises NotFound, InvalidInput for too many or too large ones."""
    found = check_files(tuple(_find(tx, wish) for wish in wishes))
    for each in found:
        blobs.get(workspace_id, each.digest)
    return found


def check_files(files: tuple[SentFile, ...]) -> tuple[SentFile, ...]:
    """The same files; raises InvalidInput for too many or too large ones."""
    if len(files) > MOST_FILES or sum(each.size for each in files) > MOST_BYTES:
        raise InvalidInput(
            "too-many-files", f"At most {MOST_FILES} files of together {MOST_BYTES // 1_000_000} MB go along."
        )
    return files


def hold_files(tx: Transaction, files: Iterable[SentFile], times: int) -> None:
    """So many mails more name the files: they stay as long as those do."""
    for file in files:
        row = tx.find(StoredFile, digest=file.digest)
        if row is not None and times:
            locked = tx.get(StoredFile, row.id, lock=True)
            tx.update(replace(locked, uses=locked.uses + times))


def _find(tx: Reading, wish: FileWish) -> SentFile:
    if not wish.customization_id:
        submission = tx.get(Submission, wish.submission_id) if wish.submission_id else None
        row = tx.find(StoredFile, digest=submission.file_digest if submission else wish.digest)
        if row is None or not row.uses:
            raise NotFound("no-file", "There is no such stored file.")
        name = wish.name or (submission.file_name if submission else f"{wish.digest[:8]}.{row.kind}")
        return SentFile(row.digest, clean_file_name(name), _media_type(row.kind), row.size)
    customization = tx.get(Customization, wish.customization_id)
    if wish.what not in {"document", "certificate"}:
        raise InvalidInput("bad-file", "Of a customization, the `document` or the `certificate` can go along.")
    digest = customization.output_digest if wish.what == "document" else customization.certificate_digest
    row = tx.find(StoredFile, digest=digest) if digest else None
    if row is None or not row.uses:
        raise NotFound("no-file", f"The customization “{customization.name}” has no {wish.what} any more.")
    name = wish.name or _name_of(tx, customization, row.kind)
    return SentFile(digest, clean_file_name(name), _media_type(row.kind), row.size)


def _name_of(tx: Reading, customization: Customization, kind: str) -> str:
    """The name of the file that was customized; a certificate says that it is one."""
    version = tx.get(ResumeVersion, customization.resume_version_id)
    stem = split_ending(version.file_name)[0] or tx.get(Resume, customization.resume_id).name
    return f"{stem} - certificate.json" if kind == "json" else f"{stem}.{kind}"


def _media_type(kind: str) -> str:
    return MEDIA_TYPES.get(kind, "application/octet-stream")
