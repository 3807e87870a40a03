"""Attached files: the promises of resume_customizer.services.staffing.attachments."""

import pytest

from builders.desk import Desk
from builders.staffing import a_consultant, a_resume_file, an_opening
from resume_customizer.core.errors import InvalidInput, NotFound, UnreadableInput
from resume_customizer.core.tiers import Limit


def test_a_file_comes_out_byte_for_byte_and_is_counted_until_it_is_removed(desk: Desk) -> None:
    ann = desk.workspace("ann")
    opening, petra = an_opening(desk, ann), a_consultant(desk, ann)
    content = a_resume_file()

    def stored() -> int:
        return next(each.used for each in desk.usage.show(ann)[1] if each.limit is Limit.STORAGE)

    first = desk.attachments.attach(ann, "requirement", opening.id, "../../rate sheet.docx", content)
    desk.attachments.attach(ann, "consultant", petra.id, "references.docx", content)

    assert [each.name for each in desk.attachments.list_attachments(ann, "requirement", opening.id)] == [first.name]
    assert "/" not in first.name
    assert desk.attachments.read_attachment(ann, first.id).content == content
    assert stored() == len(content)
    desk.attachments.remove_attachment(ann, first.id)
    assert stored() == len(content)
    assert desk.attachments.list_attachments(ann, "requirement", opening.id) == ()


def test_what_could_run_or_belongs_to_nothing_is_refused(desk: Desk) -> None:
    ann, eve = desk.workspace("ann"), desk.workspace("eve")
    opening = an_opening(desk, ann)
    with pytest.raises(UnreadableInput):
        desk.attachments.attach(ann, "requirement", opening.id, "notes.txt", b"MZ\x90\x00\x03")
    with pytest.raises(InvalidInput, match="one of requirement"):
        desk.attachments.attach(ann, "workspace", opening.id, "a.txt", b"text")
    with pytest.raises(NotFound):
        desk.attachments.attach(eve, "requirement", opening.id, "a.txt", b"text")
