"""Files looked at by a real ClamAV daemon: what infrastructure/virus_scanner.py takes from it.

Its signatures are our own (tools/virus_scanner.sh): the test file of EICAR, and a few words.
"""

import io
import os
import zipfile
from pathlib import Path

import pytest

from builders.desk import Desk
from builders.stored import small_resume
from loopback.clamd import VIRUS
from resume_customizer.core.errors import RefusedInput, Unavailable
from resume_customizer.core.records.resumes import Resume
from resume_customizer.infrastructure.virus_scanner import tells_of_limits, virus_scanner
from services_of_tests import running_scanner

WORDS = b"the words that a test calls a virus"
MEGABYTE = 1_000_000


def within(content: bytes, times: int) -> bytes:
    """An archive in an archive, and so on, with the content in the innermost."""
    for _ in range(times):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("inside", content)
        content = held.getvalue()
    return content


def resume_with(part: bytes) -> bytes:
    """An honest resume with a part beside its text."""
    held = io.BytesIO(small_resume())
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr("word/embeddings/note.bin", part)
    return held.getvalue()


CLEAN = {
    "nothing": b"",
    "a byte": b"x",
    "a resume": small_resume(),
    "a resume with a part": resume_with(b"a note"),
    "random bytes": os.urandom(MEGABYTE),
    "ten archives deep": within(b"a note", 10),
}
INFECTED = {
    "the file of EICAR": VIRUS,
    "words at the end of a long file": b"y" * MEGABYTE + WORDS,
    "words across two pieces": b"y" * ((1 << 16) - 10) + WORDS,
    "within a resume": resume_with(VIRUS),
    "ten archives deep": within(VIRUS, 10),
}
TOO_MUCH = {
    "30 archives deep": (within(VIRUS, 30), "MaxRecursion"),
    "120 archives deep": (within(os.urandom(40), 120), "MaxRecursion"),
    "above MaxFileSize": (os.urandom(3 * MEGABYTE), "MaxFileSize"),
}


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_file_goes_through(name: str, scanner: str) -> None:
    virus_scanner(scanner)(CLEAN[name])


@pytest.mark.parametrize("name", INFECTED)
def test_what_it_finds_something_in_is_refused_with_its_name(name: str, scanner: str) -> None:
    with pytest.raises(RefusedInput, match=r"“(Eicar-Test-Signature|Desk\.Test\.Words)") as fault:
        virus_scanner(scanner)(INFECTED[name])

    assert fault.value.code == "virus-found"


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_it_did_not_look_at_from_end_to_end_is_not_taken_and_not_called_a_virus(name: str, scanner: str) -> None:
    content, limit = TOO_MUCH[name]

    with pytest.raises(RefusedInput, match=rf"from end to end \(its limit {limit}\), and it was not kept") as fault:
        virus_scanner(scanner)(content)

    assert fault.value.code == "not-looked-through"


def test_a_file_above_the_length_that_it_takes_is_not_taken(scanner: str) -> None:
    with pytest.raises(Unavailable, match="StreamMaxLength") as fault:
        virus_scanner(scanner)(b"y" * 9 * MEGABYTE)

    assert fault.value.code == "no-virus-scan"


def test_as_it_comes_it_calls_clean_what_it_did_not_look_into_and_that_is_found_out(scanner: str) -> None:
    assert tells_of_limits(scanner)
    assert tells_of_limits(scanner)
    with running_scanner("MaxRecursion 100") as as_it_comes:
        assert not tells_of_limits(as_it_comes)
        virus_scanner(as_it_comes)(within(VIRUS, 120))
        with pytest.raises(RefusedInput, match="Eicar"):
            virus_scanner(as_it_comes)(within(VIRUS, 10))


def test_where_it_has_gone_nothing_is_taken() -> None:
    with running_scanner() as gone:
        virus_scanner(gone)(b"x")
    with pytest.raises(Unavailable, match="not kept"):
        virus_scanner(gone)(b"x")


def test_nothing_that_it_refuses_is_kept(tmp_path: Path, scanner: str) -> None:
    desk = Desk(tmp_path, look_for_viruses=virus_scanner(scanner))
    ann = desk.workspace("ann")
    desk.resumes.upload(ann, "clean.docx", resume_with(b"a note"))

    for content in (VIRUS, WORDS, within(VIRUS, 30)):
        with pytest.raises(RefusedInput):
            desk.resumes.upload(ann, "a.docx", resume_with(content))

    with desk.ground.within(ann.workspace_id) as tx:
        assert tx.count(Resume) == 1
    desk.store.close()
