"""What a document says besides its text: the promise of resume_customizer.resume.metadata."""

import io

from docx import Document

from builders.staffing import a_resume_file
from resume_customizer.resume.metadata import read_metadata


def a_telling_document() -> bytes:
    """One with an author, a comment, hidden text and revision marks."""
    document = Document(io.BytesIO(a_resume_file()))
    document.core_properties.author = "Nadia Quist"
    document.core_properties.last_modified_by = "Westway Recruiting"
    paragraph = document.paragraphs[0]
    hidden = paragraph.add_run(" hidden words")
    hidden.font.hidden = True
    paragraph._p.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}rsidR", "00AB12CD")
    document.add_comment(paragraph.runs[0], "Ask for the rate", author="Owen Hart", initials="OH")
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def test_everything_besides_the_text_is_told() -> None:
    found = read_metadata(a_telling_document())

    assert found.properties["creator"] == "Nadia Quist"
    assert found.properties["lastModifiedBy"] == "Westway Recruiting"
    assert (found.hidden_texts, found.comments, found.authors) == (1, 1, ("Owen Hart",))
    assert found.revision_marks >= 1
    assert found.tracked_changes == 0


def test_what_says_nothing_is_told_as_nothing() -> None:
    found = read_metadata(a_resume_file())
    assert (found.comments, found.hidden_texts, found.tracked_changes, found.authors) == (0, 0, 0, ())
