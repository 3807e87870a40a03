"""Submissions: the promises of resume_customizer.services.staffing.submissions."""

from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from builders.desk import Desk
from builders.staffing import (
    a_consultant,
    a_customized_resume,
    a_resume_file,
    a_sending,
    a_version,
    an_opening,
)
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, UnreadableInput
from resume_customizer.core.records.desk import SubmissionLock

PROOF = b"From: petra@people.example\n\nYes, you may represent me for this role.\n"


def test_what_was_sent_is_kept_byte_for_byte_whatever_becomes_of_the_resume(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra, opening = a_consultant(desk, ann), an_opening(desk, ann, rate="$80/hr", tax_term="C2C")
    made = a_customized_resume(desk, ann, petra)
    content = desk.customizations.read_document(ann, made.id).content

    sent = desk.submissions.submit(
        ann, a_sending(opening, petra, customization_id=made.id, rate="$75/hr", sent_to="owen@vendor.example")
    )

    assert (sent.rate_cents, sent.tax_term, sent.role, sent.end_client) == (
        7500,
        "C2C",
        "Java Developer",
        "Harbor Bank",
    )
    assert (sent.sent_by, sent.sent_at, sent.status) == (ann.user_id, desk.now, "sent")
    assert sent.file_digest == sha256(content).hexdigest()
    with pytest.raises(Conflict):
        desk.customizations.remove(ann, made.id)
    assert desk.submissions.read_file(ann, sent.id).content == content
    assert desk.requirements.show(ann, opening.id).status == "Submitted"
    timeline = [each.text for each in desk.timelines.list_timeline(ann, opening.id).records]
    assert timeline == ["New → Submitted", "Petra Vandersloot was sent to owen@vendor.example"]
    assert "submission.sent" in {each.event.action for each in desk.audit.list_entries(ann)}


def test_a_second_submission_to_the_same_client_and_role_is_stopped_through_any_vendor(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra = a_consultant(desk, ann)
    version = a_version(desk, ann, petra)
    first = an_opening(desk, ann)
    again = an_opening(desk, ann, title="Sr. Java Developer (Hybrid)", end_client="HARBOR BANK, Inc.")
    desk.submissions.submit(ann, a_sending(first, petra, version_id=version))

    sending = a_sending(again, petra, version_id=version)
    checked = desk.submissions.check(ann, sending)
    with pytest.raises(Conflict) as caught:
        desk.submissions.submit(ann, sending)

    assert caught.value.code == "double-submission"
    assert "Petra Vandersloot was sent to Harbor Bank as “Java Developer” on 2026-11-23" in caught.value.message
    assert checked.stopped_by == (caught.value.message,)
    assert len(desk.submissions.list_submissions(ann).records) == 1
    assert desk.requirements.show(ann, again.id).status == "New"
    other = a_consultant(desk, ann, "Owen Hart")
    assert desk.submissions.submit(ann, a_sending(again, other, version_id=a_version(desk, ann, other)))
    assert desk.submissions.submit(ann, replace(sending, role="Data Engineer"))


def test_withdrawing_frees_the_client_and_role(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra, opening = a_consultant(desk, ann), an_opening(desk, ann)
    sending = a_sending(opening, petra, version_id=a_version(desk, ann, petra))
    first = desk.submissions.submit(ann, sending)

    desk.submissions.set_status(ann, first.id, "Rejected")
    with pytest.raises(Conflict, match="Withdraw"):
        desk.submissions.submit(ann, sending)
    desk.submissions.set_status(ann, first.id, "sent")
    desk.submissions.set_status(ann, first.id, "withdrawn")
    second = desk.submissions.submit(ann, sending)

    assert [each.id for each in desk.submissions.list_submissions(ann, consultant_id=petra.id).records] == [
        second.id,
        first.id,
    ]
    with pytest.raises(Conflict, match="can't follow withdrawn"):
        desk.submissions.set_status(ann, first.id, "sent")
    with desk.ground.inside(ann) as tx:
        assert tx.count(SubmissionLock) == 1


def test_without_the_right_that_the_policy_wants_nobody_is_sent(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra = a_consultant(desk, ann)
    opening = an_opening(desk, ann, vendor_company="Westway")
    bare = a_sending(opening, petra, version_id=a_version(desk, ann, petra))
    agreed = replace(bare, right_to_represent="For Harbor Bank, 75 USD, by e-mail", represented_since=desk.now)

    assert "right to represent is missing" in desk.submissions.check(ann, bare).stopped_by[0]
    for missing in (bare, replace(agreed, represented_since=None), replace(agreed, right_to_represent=" ")):
        with pytest.raises(InvalidInput) as caught:
            desk.submissions.submit(ann, missing)
        assert caught.value.code == "no-right"
    desk.desk_policies.change_policy(ann, {"needs_proof": True})
    with pytest.raises(InvalidInput, match="Attach the file"):
        desk.submissions.submit(ann, agreed)
    with pytest.raises(UnreadableInput):
        desk.submissions.submit(ann, replace(agreed, proof_name="proof.exe", proof=b"MZ\x00\x01"))

    sent = desk.submissions.submit(ann, replace(agreed, proof_name="yes.eml", proof=PROOF))

    assert (sent.right_to_represent, sent.represented_since) == (agreed.right_to_represent, desk.now)
    (proof,) = desk.attachments.list_attachments(ann, "submission", sent.id)
    assert desk.attachments.read_attachment(ann, proof.id).content == PROOF
    with pytest.raises(Conflict, match="stays"):
        desk.attachments.remove_attachment(ann, proof.id)


def test_contradictions_are_said_before_anything_is_sent_and_need_a_yes(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra = a_consultant(desk, ann)
    desk.submissions.submit(ann, a_sending(an_opening(desk, ann), petra, version_id=a_version(desk, ann, petra)))
    other = a_version(desk, ann, petra, a_resume_file(petra.name, role="Data Engineer", since="Mar 2020"))
    sending = a_sending(an_opening(desk, ann, end_client="Orchard"), petra, version_id=other)

    found = desk.submissions.check(ann, sending).contradictions
    with pytest.raises(Conflict) as caught:
        desk.submissions.submit(ann, sending)

    assert [(each.company, each.what, each.here, each.there) for each in found] == [
        ("Harrow Freight", "title", "Data Engineer", "Java Developer"),
        ("Harrow Freight", "start", "2020-03", "2021-01"),
    ]
    assert caught.value.code == "contradictions"
    assert found[0].sentence in caught.value.message
    assert len(desk.submissions.list_submissions(ann).records) == 1
    assert desk.submissions.submit(ann, replace(sending, accepts_contradictions=True))


def test_somebody_elses_resume_is_not_sent(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra, owen = a_consultant(desk, ann), a_consultant(desk, ann, "Owen Hart")
    with pytest.raises(Conflict, match="is not Petra Vandersloot's"):
        desk.submissions.submit(ann, a_sending(an_opening(desk, ann), petra, version_id=a_version(desk, ann, owen)))


def test_what_is_missing_or_unknown_is_said(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra, opening = a_consultant(desk, ann), an_opening(desk, ann)
    version = a_version(desk, ann, petra)
    for wrong in ({}, {"version_id": version, "customization_id": version}):
        with pytest.raises(InvalidInput, match="Name the customization or the version"):
            desk.submissions.submit(ann, a_sending(opening, petra, **wrong))
    with pytest.raises(InvalidInput, match="rate must be"):
        desk.submissions.submit(ann, a_sending(opening, petra, version_id=version, rate="a lot"))
    with pytest.raises(NotFound):
        desk.submissions.submit(ann, a_sending(opening, petra, version_id=opening.id))
    nameless = an_opening(desk, ann, end_client="")
    with pytest.raises(InvalidInput, match="Name the end client"):
        desk.submissions.submit(ann, a_sending(nameless, petra, version_id=version))
    assert desk.submissions.list_submissions(ann).records == ()


def test_lists_are_by_requirement_consultant_and_status(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra, owen = a_consultant(desk, ann), a_consultant(desk, ann, "Owen Hart")
    opening = an_opening(desk, ann)
    one, two = (
        desk.submissions.submit(ann, a_sending(opening, each, version_id=a_version(desk, ann, each)))
        for each in (petra, owen)
    )
    desk.submissions.set_status(ann, two.id, "shortlisted")

    def listed(**chosen: Any) -> list[str]:  # noqa: ANN401 - what can be chosen by
        return [each.id for each in desk.submissions.list_submissions(ann, **chosen).records]

    assert listed(requirement_id=opening.id) == [two.id, one.id]
    assert listed(consultant_id=petra.id) == [one.id]
    assert listed(requirement_id=opening.id, status="shortlisted") == [two.id]
    assert [each.id for each in desk.timelines.list_links(ann, opening.id).linked["submissions"]] == [two.id, one.id]
