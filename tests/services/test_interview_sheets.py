"""What has to be defended: the promises of resume_customizer.services.staffing.interview_sheets."""

from dataclasses import replace

import pytest

from builders.desk import Desk
from builders.staffing import a_consultant, a_customized_resume, a_sending, an_opening
from resume_customizer.core.errors import InvalidInput


def test_the_sheet_has_every_point_that_was_added_and_no_other_line(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra, opening = a_consultant(desk, ann), an_opening(desk, ann)
    made = a_customized_resume(desk, ann, petra)
    sent = desk.submissions.submit(ann, a_sending(opening, petra, customization_id=made.id))
    desk.interview_sheets.sign_off(
        ann, petra.id, "• described the whole platform in terraform modules", is_confirmed=False, note="Only two"
    )

    sheet = desk.interview_sheets.show_sheet(ann, sent.id)

    assert (sheet.consultant, len(sheet.lines)) == ("Petra Vandersloot", 3)
    by_text = {each.line.text: each for each in sheet.lines}
    backbone = by_text["Designed an event backbone on Kafka for 40 services."]
    assert "40: how was it measured, and what was it before?" in backbone.questions
    assert backbone.is_confirmed is None
    terraform = by_text["Described the whole platform in Terraform modules."]
    assert (terraform.is_confirmed, terraform.note) == (False, "Only two")


def test_where_it_is_wanted_nobody_is_sent_with_a_point_they_do_not_stand_behind(desk: Desk) -> None:
    ann = desk.workspace("ann")
    desk.desk_policies.change_policy(ann, {"needs_sign_off": True})
    petra, opening = a_consultant(desk, ann), an_opening(desk, ann)
    made = a_customized_resume(desk, ann, petra)
    sending = a_sending(opening, petra, customization_id=made.id)

    unsigned = desk.submissions.check(ann, sending).unsigned
    assert len(unsigned) == 3
    for text in unsigned[:2]:
        desk.interview_sheets.sign_off(ann, petra.id, text, is_confirmed=True)
    said = desk.interview_sheets.sign_off(ann, petra.id, unsigned[2], is_confirmed=False)
    with pytest.raises(InvalidInput) as caught:
        desk.submissions.submit(ann, sending)
    assert caught.value.code == "not-confirmed"
    assert unsigned[2] in caught.value.message

    again = desk.interview_sheets.sign_off(ann, petra.id, unsigned[2], is_confirmed=True)

    assert (again.id, again.is_confirmed) == (said.id, True)
    assert len(desk.interview_sheets.list_sign_offs(ann, petra.id)) == 3
    assert desk.submissions.submit(ann, replace(sending, sent_to="owen@vendor.example"))
