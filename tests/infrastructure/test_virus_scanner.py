"""Files looked at by ClamAV's daemon: the promises of resume_customizer.infrastructure.virus_scanner."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from builders.desk import Desk
from builders.staffing import a_consultant, a_customized_resume, a_sending, an_opening
from builders.stored import small_resume
from loopback.clamd import VIRUS, Behaviour, Talk, clamd
from resume_customizer.core.errors import InvalidInput, RefusedInput, Unavailable
from resume_customizer.core.records.desk import Attachment, Submission
from resume_customizer.core.records.resumes import Resume, ResumeVersion, StoredFile
from resume_customizer.infrastructure.virus_scanner import virus_scanner


def infected_resume() -> bytes:
    """An honest resume with the test virus in a part beside its text."""
    held = io.BytesIO(small_resume())
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr("word/embeddings/note.bin", VIRUS)
    return held.getvalue()


def test_every_byte_of_a_file_is_looked_at_and_a_clean_one_goes_through(tmp_path: Path) -> None:
    files = [b"", b"x", b"y" * 65_536, bytes(range(256)) * 5_000]
    with clamd() as daemon, clamd(path=str(tmp_path / "ctl")) as near:
        for each in files:
            virus_scanner(daemon.url)(each)
            virus_scanner(near.url)(each)

    assert daemon.seen == near.seen == files


def test_what_it_finds_something_in_is_refused_with_its_name() -> None:
    with clamd() as daemon, pytest.raises(RefusedInput, match="“Eicar-Test-Signature”") as fault:
        virus_scanner(daemon.url)(b"a" * 100_000 + VIRUS)

    assert fault.value.code == "virus-found"


def _drip(talk: Talk) -> None:
    while not talk.daemon.over.wait(0.05):
        talk.wfile.write(b"s")


def _says(answer: bytes) -> Behaviour:
    def behave(talk: Talk) -> None:
        talk.content()
        talk.wfile.write(answer)

    return behave


BAD: dict[str, Behaviour] = {
    "it says nothing": lambda talk: talk.daemon.over.wait(10),
    "it drips": _drip,
    "it goes away at once": lambda _talk: None,
    "it goes away after the file": _says(b""),
    "the file is too large for it": _says(b"INSTREAM size limit exceeded. ERROR\0"),
    "it is another server": _says(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
    "it answers half": _says(b"stream: O"),
    "it answers without end": _says(b"x" * 1_000_000),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_was_not_looked_at_is_not_taken(name: str) -> None:
    with clamd(BAD[name]) as daemon, pytest.raises(Unavailable, match="RCP_CLAMD_URL") as fault:
        virus_scanner(daemon.url, seconds=0.4)(b"y" * 3_000_000)

    assert fault.value.code == "no-virus-scan"


def test_a_daemon_that_is_not_there_is_told() -> None:
    with clamd() as gone:
        pass
    for url in (gone.url, "unix:///nowhere/clamd.ctl"):
        with pytest.raises(Unavailable, match="not kept"):
            virus_scanner(url, seconds=2)(b"x")


@pytest.mark.parametrize("address", ["clamd", "http://127.0.0.1:3310", "tcp://", "unix://", "unix://host/path"])
def test_an_address_that_is_none_stops_the_start(address: str) -> None:
    with pytest.raises(InvalidInput, match="RCP_CLAMD_URL"):
        virus_scanner(address)


def test_without_an_address_nobody_looks() -> None:
    virus_scanner("")(VIRUS)


def test_nothing_that_it_refuses_or_could_not_look_at_is_kept(tmp_path: Path) -> None:
    with clamd() as daemon:
        desk = Desk(tmp_path, look_for_viruses=virus_scanner(daemon.url, seconds=5))
        ann = desk.workspace("ann")
        petra, opening = a_consultant(desk, ann), an_opening(desk, ann, vendor_company="Westway")
        made = a_customized_resume(desk, ann, petra)
        (resume,) = desk.resumes.list_resumes(ann).records
        sending = replace(
            a_sending(opening, petra, customization_id=made.id), proof_name="proof.txt", proof=b"yes " + VIRUS
        )
        before = _counted(desk, ann.workspace_id)
        tries = [
            lambda: desk.resumes.upload(ann, "a.docx", infected_resume()),
            lambda: desk.resumes.add_version(ann, resume.id, "a.docx", infected_resume()),
            lambda: desk.attachments.attach(ann, "requirement", opening.id, "a.txt", b"A note. " + VIRUS),
            lambda: desk.submissions.submit(ann, sending),
        ]
        for each in tries:
            with pytest.raises(RefusedInput, match="Eicar"):
                each()
    for each in tries:
        with pytest.raises(Unavailable, match="viruses"):
            each()
    after = _counted(desk, ann.workspace_id)
    desk.store.close()

    assert after == before
    assert len(daemon.seen) >= 5


def _counted(desk: Desk, workspace_id: str) -> list[int]:
    with desk.ground.within(workspace_id) as tx:
        return [tx.count(kind) for kind in (Resume, ResumeVersion, StoredFile, Attachment, Submission)]
