"""A copy for a client: the promises of resume_customizer.resume.anonymous."""

import io
import re
import zipfile

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from builders.staffing import a_resume_file
from resume_customizer.core.errors import InvalidInput
from resume_customizer.resume.anonymous import REMOVED, anonymize
from resume_customizer.resume.metadata import read_metadata
from resume_customizer.resume.reader import read_resume

OWNER = "Petra Vandersloot"
GONE = (
    "Vandersloot",
    "petra@people.example",
    "555-0142",
    "linkedin.com/in/petra",
    "Nadia Quist",
    "Owen Hart",
    "00AB12CD",
)


def a_full_document() -> bytes:
    """A resume whose contact is split into runs, in a header, a link, a comment and the metadata."""
    document = Document(io.BytesIO(a_resume_file(OWNER)))
    document.core_properties.author = "Nadia Quist"
    document.core_properties.title = f"Resume of {OWNER}"
    contact = document.paragraphs[0].insert_paragraph_before("")
    for piece in ("petra@peo", "ple.exa", "mple | (704) 5", "55-0142 | linked", "in.com/in/petra"):
        contact.add_run(piece)
    name = document.add_paragraph()
    for piece in ("Reference of Pe", "tra  Vander", "sloot, on request"):
        name.add_run(piece)
    document.sections[0].header.paragraphs[0].text = f"{OWNER} page 1"
    document.part.relate_to("mailto:petra@people.example", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    contact._p.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}rsidR", "00AB12CD")
    document.add_comment(contact.runs[0], f"Call {OWNER}", author="Owen Hart", initials="OH")
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def everything_of(content: bytes) -> str:
    """All that other eyes find in a file: every part, with and without its markup."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    raw = "\n".join(parts)
    return raw + re.sub(r"<[^>]+>", "", raw)


def test_nothing_of_the_person_is_left_anywhere() -> None:
    content = a_full_document()
    before = everything_of(content)
    assert [each for each in GONE if each not in before] == []

    copy = anonymize(content, (OWNER,))

    after = everything_of(copy.content)
    assert [each for each in GONE if each.lower() in after.lower()] == []
    assert copy.removed >= 6
    assert "no certificate holds" in copy.statement
    found = read_metadata(copy.content)
    assert (found.properties.get("creator", ""), found.revision_marks, found.authors) == ("", 0, ("",))


def test_everything_else_of_the_text_stays_as_it_was() -> None:
    content = a_full_document()
    before = [each.text for each in Document(io.BytesIO(content)).paragraphs]
    after = [each.text for each in Document(io.BytesIO(anonymize(content, (OWNER,)).content)).paragraphs]

    assert len(after) == len(before)
    assert f"Reference of {REMOVED}, on request" in after
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    assert all(REMOVED in other for _, other in changed)
    assert "Moved forty batch jobs to Java." in after
    resume = read_resume(anonymize(content, (OWNER,)).content)
    assert [each.company for each in resume.experiences] == ["Harrow Freight", "Quillon Bank"]


def test_chosen_names_go_too_and_what_only_contains_them_stays() -> None:
    copy = anonymize(a_resume_file(OWNER), ("harrow FREIGHT", "Led"))
    texts = "\n".join(each.text for each in Document(io.BytesIO(copy.content)).paragraphs)

    assert "Harrow" not in texts
    assert "ledger" in texts
    with pytest.raises(InvalidInput, match="two characters"):
        anonymize(a_resume_file(OWNER), ("X",))


@pytest.mark.parametrize(
    "name", ["Pe.ra", ".*", "P(etra)?", "Petra|Designed", "[A-Z]+", "(?i)petra", "Petra\\b", "P{1}etra"]
)
def test_a_name_is_looked_for_as_it_is_spelled_and_never_as_a_pattern(name: str) -> None:
    document = Document(io.BytesIO(a_resume_file(OWNER)))
    document.add_paragraph(f"Known as {name} among friends.")
    held = io.BytesIO()
    document.save(held)
    copy = anonymize(held.getvalue(), (name,)).content

    texts = [each.text for each in Document(io.BytesIO(copy)).paragraphs]
    assert f"Known as {REMOVED} among friends." in texts
    assert any(OWNER in each for each in texts)
