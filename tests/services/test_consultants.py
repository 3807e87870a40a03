"""Consultants: the promises of resume_customizer.services.staffing.consultants and of desk_policies."""

import json

import pytest

from builders.desk import Desk
from builders.staffing import a_consultant, a_sending, a_version, an_opening
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, NotPermitted
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.desk import Consultant
from resume_customizer.core.records.workspaces import WorkspaceSettings


def test_the_contact_is_nowhere_but_sealed_and_only_who_may_change_records_reads_it(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bob = desk.member(ann, "bob", Role.VIEWER)
    petra = a_consultant(desk, ann, email="petra@people.example", phone="555 0101")
    desk.consultants.edit(ann, petra.id, {"address": "1 Harbor Lane"}, petra.version)

    with desk.ground.inside(ann) as tx:
        stored = tx.get(Consultant, petra.id)
    assert stored.contact.startswith("rcp1.")
    assert not any(each in str(stored) for each in ("people.example", "0101", "Lane"))
    assert "people.example" not in str(desk.audit.list_entries(ann))
    assert desk.consultants.show_contact(ann, petra.id) == {
        "email": "petra@people.example",
        "phone": "555 0101",
        "address": "1 Harbor Lane",
    }
    with pytest.raises(NotPermitted):
        desk.consultants.show_contact(bob, petra.id)
    assert desk.consultants.show(bob, petra.id).name == "Petra Vandersloot"


def test_they_are_listed_searched_and_of_two_changes_the_second_is_told(desk: Desk) -> None:
    ann = desk.workspace("ann")
    for name, status in (("Zoe Quill", "available"), ("Ada Boone", "placed"), ("Mia Stone", "available")):
        a_consultant(desk, ann, name, status=status, cohort="Spring", location="Leeds")

    names = [each.name for each in desk.consultants.list_consultants(ann).records]
    assert names == ["Ada Boone", "Mia Stone", "Zoe Quill"]
    available = desk.consultants.list_consultants(ann, status="available", cohort="Spring").records
    assert [each.name for each in available] == ["Mia Stone", "Zoe Quill"]
    assert len(desk.consultants.search_consultants(ann, "leeds kafka").records) == 3
    first = available[0]
    desk.consultants.edit(ann, first.id, {"availability": "now"}, first.version)
    with pytest.raises(Conflict):
        desk.consultants.edit(ann, first.id, {"availability": "never"}, first.version)
    with pytest.raises(InvalidInput, match="ssn is no field"):
        desk.consultants.edit(ann, first.id, {"ssn": "1"})


def test_whom_something_was_sent_for_is_not_removed(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra, zoe = a_consultant(desk, ann), a_consultant(desk, ann, "Zoe Quill")
    opening = an_opening(desk, ann)
    desk.timelines.assign(ann, opening.id, consultant_id=zoe.id)
    assert [each.name for each in desk.timelines.list_assignments(ann, opening.id)] == ["Zoe Quill"]
    desk.submissions.submit(ann, a_sending(opening, petra, version_id=a_version(desk, ann, petra)))

    with pytest.raises(Conflict, match="left"):
        desk.consultants.remove(ann, petra.id)
    desk.consultants.remove(ann, zoe.id)
    assert [each.id for each in desk.consultants.list_consultants(ann).records] == [petra.id]


def test_the_policy_of_a_desk_leaves_other_settings_as_they_are(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bob = desk.member(ann, "bob", Role.EDITOR)
    with desk.ground.inside(ann) as tx:
        tx.add(WorkspaceSettings(values={"mail": {"hours": 9}}))

    desk.desk_policies.change_policy(ann, {"needs_proof": True})
    desk.desk_policies.change_policy(ann, {"similarity_days": 30})

    policy = desk.desk_policies.show_policy(bob)
    assert (policy.needs_proof, policy.similarity_days, policy.right_to_represent) == (True, 30, "with-vendor")
    with desk.ground.inside(ann) as tx:
        kept = tx.find(WorkspaceSettings)
    assert kept is not None
    assert kept.values["mail"] == {"hours": 9}
    with pytest.raises(NotPermitted):
        desk.desk_policies.change_policy(bob, {"needs_proof": False})


def test_an_adviser_sees_only_the_people_assigned_to_them_at_every_method(desk: Desk) -> None:
    ann = desk.workspace("ann")
    desk.desk_policies.change_policy(ann, {"is_career_service": True})
    bob, cleo = (desk.member(ann, name, Role.EDITOR) for name in ("bob", "cleo"))
    mine = a_consultant(desk, bob, "Mine Own", cohort="Spring", progress="applying", target_roles="Analyst")
    theirs = a_consultant(desk, cleo, "Canary Other", cohort="Spring", progress="offer")
    opening = an_opening(desk, ann)
    sent = desk.submissions.submit(cleo, a_sending(opening, theirs, version_id=a_version(desk, cleo, theirs)))
    talk = desk.interviews.plan_interview(cleo, opening.id, theirs.id, {"starts_at": "2026-12-01T15:00Z"})

    assert (mine.adviser_id, theirs.adviser_id) == (bob.user_id, cleo.user_id)
    told = (
        desk.consultants.list_consultants(bob),
        desk.consultants.list_consultants(bob, cohort="Spring"),
        desk.consultants.search_consultants(bob, "spring"),
        desk.consultants.caseload(bob),
        list(desk.consultants.export_cohort(bob, "Spring")),
        desk.submissions.list_submissions(bob),
        desk.interviews.list_interviews(bob),
        desk.fitting.find_consultants(bob, desk.requirements.edit(ann, opening.id, {"technologies": "Java"}).id),
        desk.sent_lines.find_sent(bob, text="Moved forty batch jobs to Java."),
    )
    assert all(theirs.name not in str(each) and theirs.id not in str(each) for each in told)
    assert "Mine Own" in str(told[0])
    for look in (
        lambda: desk.consultants.show(bob, theirs.id),
        lambda: desk.consultants.show_contact(bob, theirs.id),
        lambda: desk.consultants.edit(bob, theirs.id, {"notes": "x"}),
        lambda: desk.consultants.remove(bob, theirs.id),
        lambda: desk.submissions.show(bob, sent.id),
        lambda: desk.submissions.set_status(bob, sent.id, "withdrawn"),
        lambda: desk.sent_lines.list_sent_lines(bob, sent.id),
        lambda: desk.interview_sheets.show_sheet(bob, sent.id),
        lambda: desk.interview_sheets.list_sign_offs(bob, theirs.id),
        lambda: desk.interviews.show(bob, talk.id),
        lambda: desk.interviews.calendar(bob, talk.id),
        lambda: desk.fitting.find_requirements(bob, theirs.id),
        lambda: desk.attachments.list_attachments(bob, "consultant", theirs.id),
        lambda: desk.attachments.attach(bob, "submission", sent.id, "a.txt", b"text"),
    ):
        with pytest.raises(NotFound):
            look()
    assert [each.name for each in desk.consultants.list_consultants(ann).records] == ["Canary Other", "Mine Own"]


def test_a_caseload_counts_progress_by_cohort_and_a_cohort_is_exported(desk: Desk) -> None:
    ann = desk.workspace("ann")
    desk.desk_policies.change_policy(ann, {"is_career_service": True})
    bob = desk.member(ann, "bob", Role.EDITOR)
    for number, progress in enumerate(("applying", "applying", "placed")):
        a_consultant(desk, bob, f"Student {number}", cohort="Spring", progress=progress, email="s@people.example")
    other = a_consultant(desk, ann, "Student 9", cohort="Autumn")

    (line,) = desk.consultants.caseload(bob)
    assert (line.name, line.people, line.by_progress["applying"], line.by_progress["placed"]) == ("Spring", 3, 2, 1)
    assert [each.name for each in desk.consultants.caseload(ann)] == ["Autumn", "Spring"]
    rows = [json.loads(each) for each in desk.consultants.export_cohort(bob, "Spring")]
    assert [row["name"] for row in rows] == ["Student 0", "Student 1", "Student 2"]
    assert "people.example" not in str(rows)

    desk.consultants.set_adviser(ann, other.id, bob.user_id)
    assert [each.name for each in desk.consultants.caseload(bob)] == ["Autumn", "Spring"]
    with pytest.raises(NotPermitted):
        desk.consultants.set_adviser(bob, other.id, "")
    with pytest.raises(NotFound):
        desk.consultants.set_adviser(ann, other.id, desk.person("eve").user_id)
