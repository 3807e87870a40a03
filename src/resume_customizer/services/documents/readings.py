"""Resumes as they were read, kept so that the next customization need not read them again.

    in the sandbox: read_once()  ->  ReadOnce: remembered, or from the text that was kept, or read anew
    its text  ->  add_reading() | replace_readings(), beside the version
    versions  ->  find_readings()  ->  texts that the rules of today made

A reading that is kept saves time, nothing else: whatever is wrong with it, the resume is read anew.

Promises (tests in tests/services/test_readings.py):

* What is made with a reading that was kept is, byte for byte, what is made without it.
* A reading by other rules, with other corrections, of other bytes or damaged is not used, and is replaced.
* It goes with its version.
* A resume that was read is the same for the next plan, and another one, or one read otherwise, is never taken for it.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from pydantic import TypeAdapter, ValidationError

from resume_customizer import core, resume
from resume_customizer.core.actor import Actor
from resume_customizer.core.corrections import Corrections, reading_of
from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.records.record import Id
from resume_customizer.core.records.resumes import ResumeReading
from resume_customizer.resume.corrected import read_corrected
from resume_customizer.resume.package import Permissions
from resume_customizer.services.ground import Ground
from resume_customizer.services.remembered import Remembered
from resume_customizer.services.store import Reading, Transaction

_LARGEST: Final = 1_000_000
"""Characters of a reading that is kept: one of a usual resume has 6,000."""
_AS_JSON: Final = TypeAdapter(ResumeDocument)
_LARGEST_REMEMBERED: Final = 2_000_000
"""Bytes of a resume that is remembered."""


class ReadOnce(NamedTuple):
    """A resume as it was read."""

    document: ResumeDocument
    text: str
    """In the form in which it is kept; empty for one that is too large for that."""


_lately: Final[Remembered[ReadOnce]] = Remembered(4)


def read_once(content: bytes, permissions: Permissions, corrections: Corrections, kept: str = "") -> ReadOnce:
    """What a resume says; read anew unless that was done lately or a reading was kept. Raises the errors of reading."""

    def read() -> ReadOnce:
        if document := recall_reading(kept, content, corrections):
            return ReadOnce(document, kept)
        document = read_corrected(content, permissions, corrections)
        return ReadOnce(document, reading_to_text(document))

    if len(content) > _LARGEST_REMEMBERED:
        return read()
    return _lately.made((content, permissions, corrections, kept), read)


def reading_to_text(document: ResumeDocument) -> str:
    """A reading in the form in which it is kept; empty for one that is too large for that."""
    text = _AS_JSON.dump_json(document).decode()
    return text if len(text) <= _LARGEST else ""


def recall_reading(text: str, content: bytes, corrections: Corrections) -> ResumeDocument | None:
    """The reading that was kept, when it is one of these bytes with these corrections."""
    if not text:
        return None
    try:
        document = _AS_JSON.validate_json(text)
    except ValidationError:
        return None
    is_ours = document.sha256 == sha256(content).hexdigest() and document.reading == reading_of(corrections)
    return document if is_ours else None


@cache
def name_of_rules() -> str:
    """Names the rules that resumes are read by: a digest of the program that holds them."""
    digest = sha256()
    for package in (core, resume):
        for folder in package.__path__:
            for file in sorted(Path(folder).rglob("*.py")):
                digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def find_readings(tx: Reading, version_ids: Iterable[Id]) -> dict[Id, str]:
    """The readings of these versions that are there, by today's rules."""
    rows = tx.find_all(ResumeReading, "resume_version_id", version_ids)
    return {each.resume_version_id: each.document for each in rows if each.program == name_of_rules()}


def add_reading(tx: Transaction, version_id: Id, text: str) -> None:
    """Keep the reading of a version that is new."""
    if text:
        tx.add(ResumeReading(resume_version_id=version_id, program=name_of_rules(), document=text))


def remove_reading(tx: Transaction, version_id: Id) -> None:
    """Forget it, before its version goes."""
    if row := tx.find(ResumeReading, resume_version_id=version_id):
        tx.delete(row)


def replace_readings(ground: Ground, actor: Actor, texts: Mapping[Id, str]) -> None:
    """Keep readings that were made anew, for the next time; when that can't be, they are made anew again."""
    if not texts:
        return
    with suppress(ResumeCustomizerError), ground.inside(actor) as tx:
        old = {each.resume_version_id: each for each in tx.find_all(ResumeReading, "resume_version_id", texts)}
        rules = name_of_rules()
        tx.update_all(replace(row, program=rules, document=texts[version]) for version, row in old.items())
        new = {version: text for version, text in texts.items() if version not in old}
        tx.add_all(
            ResumeReading(resume_version_id=version, program=rules, document=text) for version, text in new.items()
        )
