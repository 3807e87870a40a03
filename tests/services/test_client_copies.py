"""Copies for clients: the promises of resume_customizer.services.library.client_copies."""

import io

import pytest
from docx import Document

from builders.desk import Desk
from builders.staffing import a_consultant, a_customized_resume
from resume_customizer.core.errors import InvalidInput


def test_nothing_of_the_person_is_left_and_what_is_stored_stays(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra = a_consultant(desk, ann)
    made = a_customized_resume(desk, ann, petra)
    before = desk.customizations.read_document(ann, made.id).content

    copy = desk.client_copies.make_copy(ann, (petra.name,), made.id)

    texts = "\n".join(each.text for each in Document(io.BytesIO(copy.content)).paragraphs)
    assert "Vandersloot" not in texts
    assert "Designed an event backbone on Kafka for 40 services." in texts
    assert copy.removed >= 3
    assert "differs from the resume in more than additions" in copy.statement
    assert desk.customizations.read_document(ann, made.id).content == before
    assert "client-copy.made" in {each.event.action for each in desk.audit.list_entries(ann)}


def test_the_report_says_what_the_file_says_besides_its_text(desk: Desk) -> None:
    ann = desk.workspace("ann")
    made = a_customized_resume(desk, ann, a_consultant(desk, ann))

    found = desk.client_copies.show_metadata(ann, made.id)

    assert (found.comments, found.tracked_changes, found.hidden_texts) == (0, 0, 0)
    for customization_id, version_id in (("", ""), (made.id, made.resume_version_id)):
        with pytest.raises(InvalidInput):
            desk.client_copies.show_metadata(ann, customization_id, version_id)
    with pytest.raises(InvalidInput, match="names to be taken out"):
        desk.client_copies.make_copy(ann, (), made.id)
