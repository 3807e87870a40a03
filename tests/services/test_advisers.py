"""What an adviser of a career service sees of people assigned to others: nothing, at every method of every service."""

from dataclasses import replace
from typing import Any

import pytest

from builders.desk import Desk
from builders.staffing import a_consultant, a_customized_resume, a_sending, a_version, an_opening
from builders.stored import RESUME_POINTS
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import NotFound
from resume_customizer.core.permissions import Role, Scope
from resume_customizer.core.records.banks import BankPoint, PointBank
from resume_customizer.core.records.desk import (
    Assignment,
    Consultant,
    Interview,
    SentLine,
    SignOff,
    Submission,
    SubmissionLock,
)
from resume_customizer.core.records.mail import Delivery, MailAnswer, OutboxMail
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.resumes import Customization, CustomizationDetail, Draft, Resume, ResumeVersion
from resume_customizer.infrastructure.sql.people import leading_to_people
from resume_customizer.infrastructure.sql.schema import TENANT_KINDS
from resume_customizer.services.library.customizations import Order
from services.test_isolation import called, methods
from services.theirs import fill


def a_career_service(desk: Desk) -> tuple[Actor, Actor, Actor]:
    """Its owner, and two advisers who signed in after it became one."""
    ann = desk.workspace("ann")
    desk.desk_policies.change_policy(ann, {"is_career_service": True})
    return ann, desk.member(ann, "bob", Role.EDITOR), desk.member(ann, "cleo", Role.EDITOR)


def test_every_kind_of_record_that_belongs_to_a_person_is_held_by_it() -> None:
    held = {kind.record_type for kind in TENANT_KINDS if leading_to_people(kind.record_type)}

    assert held >= {
        Assignment, BankPoint, Customization, CustomizationDetail, Delivery, Draft, Interview, MailAnswer, OutboxMail,
        PointBank, Resume, ResumeVersion, SentLine, SignOff, Submission, SubmissionLock,
    }  # fmt: skip
    assert Consultant not in held


def test_resumes_banks_and_customizations_of_others_people_are_not_found(desk: Desk) -> None:
    ann, bob, cleo = a_career_service(desk)
    mine, theirs = a_consultant(desk, bob, "Mine Own"), a_consultant(desk, cleo, "Canary Other")
    made = a_customized_resume(desk, cleo, theirs)
    bank = desk.banks.create(cleo, "Canary bank", theirs.id)
    desk.banks.import_points(cleo, bank.id, RESUME_POINTS)
    (point, *_) = desk.banks.list_points(cleo, bank.id).records
    (version, *_) = desk.resumes.list_versions(cleo, made.resume_id)
    own = a_customized_resume(desk, bob, mine)

    assert [each.id for each in desk.resumes.list_resumes(bob).records] == [own.resume_id]
    assert [each.id for each in desk.customizations.list_customizations(bob).records] == [own.id]
    assert {each.name for each in desk.banks.list_banks(bob).records} == {"Bank of Canary Other", "Bank of Mine Own"}
    assert len(desk.resumes.list_resumes(ann).records) == len(desk.customizations.list_customizations(ann).records) == 2
    assert desk.banks.search_points(bob, point.text).records != desk.banks.search_points(ann, point.text).records
    looks: list[tuple[Any, str]] = [
        (desk.resumes.show_resume, made.resume_id),
        (desk.resumes.list_versions, made.resume_id),
        (desk.resumes.read_version, version.id),
        (desk.customizations.show_customization, made.id),
        (desk.customizations.read_document, made.id),
        (desk.customizations.remove, made.id),
        (desk.banks.show_bank, bank.id),
        (desk.banks.export_points, bank.id),
        (desk.banks.show_point, point.id),
    ]
    for look, named in looks:
        with pytest.raises(NotFound):
            look(bob, named)
        look(ann, named) if look.__name__ != "remove" else None
    with pytest.raises(NotFound):
        desk.customizations.make(bob, Order(version.id, points=RESUME_POINTS))
    with pytest.raises(NotFound):
        desk.resumes.upload(bob, "a.docx", desk.resumes.read_version(cleo, version.id).content, theirs.id)
    with pytest.raises(NotFound):
        desk.submissions.check(bob, a_sending(an_opening(desk, ann), mine, customization_id=made.id))


def test_how_points_do_tells_nothing_of_banks_of_others_people(desk: Desk) -> None:
    ann, bob, cleo = a_career_service(desk)
    theirs = a_consultant(desk, cleo, "Canary Other")
    bank = desk.banks.create(cleo, "Canary bank", theirs.id)
    desk.banks.import_points(cleo, bank.id, RESUME_POINTS)
    order = Order(a_version(desk, cleo, theirs), bank_ids=(bank.id,))
    made = desk.customizations.make(cleo, order)
    desk.submissions.submit(cleo, a_sending(an_opening(desk, ann), theirs, customization_id=made.id))

    assert len(desk.analytics.show_figure(ann, "points").rows) == 3
    assert len(desk.analytics.show_figure(cleo, "points").rows) == 3
    assert desk.analytics.show_figure(bob, "points").rows == ()


def test_figures_count_an_advisers_own_people_and_work_only(desk: Desk) -> None:
    ann, bob, cleo = a_career_service(desk)
    people = [a_consultant(desk, bob, "Mine Own"), *(a_consultant(desk, cleo, f"Other {number}") for number in "12")]
    opening = an_opening(desk, ann)
    with desk.ground.inside(ann) as tx:
        bank = tx.add(PointBank(name="bank"))
        point = tx.add(BankPoint(bank_id=bank.id, technology="Go", text="Wrote it in Go.", text_key="go"))
        for person, sender in zip(people, (bob, cleo, cleo), strict=True):
            about: dict[str, Any] = {"requirement_id": opening.id, "vendor_company": "Westway", "status": "placed"}
            file: dict[str, Any] = {"file_digest": "0" * 64, "file_name": "x.docx"}
            who: dict[str, Any] = {"consultant_id": person.id, "sent_by": sender.user_id, "sent_at": desk.now}
            sent = tx.add(Submission(**about, **file, **who))
            line: dict[str, Any] = {"head": "h", "tail": "t", "technology": "Go", "text": point.text}
            tx.add(SentLine(submission_id=sent.id, consultant_id=person.id, point_id=point.id, **line))
    desk.analytics.refresh(ann)

    def counted(actor: Actor) -> list[Any]:
        rows = {name: desk.analytics.show_figure(actor, name).rows for name in ("response", "points", "members")}
        vendors = {row["name"]: row["submissions"] for row in rows["response"] if row["by"] == "vendor_company"}
        points = {row["point"]: (row["submissions"], row["talks"]) for row in rows["points"]}
        return [vendors, points, {row["user_id"]: row["submissions"] for row in rows["members"]}]

    assert counted(bob) == [{"Westway": 1}, {"Wrote it in Go.": (1, 1)}, {bob.user_id: 1}]
    everything = counted(ann)
    assert everything[:2] == [{"Westway": 3}, {"Wrote it in Go.": (3, 3)}]
    assert {bob.user_id: 1, cleo.user_id: 2}.items() <= everything[2].items()


def test_an_adviser_with_an_api_key_sees_no_more(desk: Desk) -> None:
    _, bob, cleo = a_career_service(desk)
    a_customized_resume(desk, cleo, a_consultant(desk, cleo, "Canary Other"))
    key, _ = desk.api_keys.create(bob, "all", frozenset(Scope))

    program = desk.api_keys.actor_of(bob, key.reveal())

    assert program.only_assigned
    assert desk.resumes.list_resumes(program).records == ()


def test_outside_of_a_career_service_everybody_sees_all(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bob = desk.member(ann, "bob", Role.EDITOR)
    a_customized_resume(desk, ann, a_consultant(desk, ann))

    assert len(desk.resumes.list_resumes(bob).records) == 1


def test_no_method_tells_an_adviser_of_somebody_elses_person(desk: Desk) -> None:
    """As tests/services/test_isolation.py, with everything of a workspace moved to one person of another adviser."""
    owner = desk.workspace("canann")
    values = fill(desk, owner)
    with desk.ground.inside(owner) as tx:
        people = list(tx.every(Consultant, order="name"))
    assert people
    bob = replace(owner, user_id=new_id(), role=Role.EDITOR, only_assigned=True)
    told = {
        name: called(name, method, bob, values)
        for name, method in methods(desk)
        if ".list_" in name or ".show" in name or ".search" in name or ".find" in name
    }

    assert len(told) > 40
    assert {name for name, text in told.items() if any(each.name in text for each in people)} == set()
