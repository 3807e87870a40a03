"""Requirements: the promises of resume_customizer.services.staffing.requirements."""

from datetime import timedelta
from typing import Any

import pytest

from builders.desk import Desk
from builders.requirements import DUTIES, a_requirement, a_vendor_mail
from builders.staffing import a_consultant
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, NotPermitted
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.desk import Requirement
from resume_customizer.core.staffing.requirements import Status
from resume_customizer.services.library.drafts import Unfinished
from resume_customizer.services.staffing.requirements import ORDERS, Wanted
from resume_customizer.services.store import Page


def _titles(page: Page[Requirement]) -> list[str]:
    return [each.title for each in page.records]


def test_a_vendors_mail_becomes_fields_with_evidence_and_what_is_there_already(desk: Desk) -> None:
    ann = desk.workspace("ann")
    first = desk.requirements.create(
        ann, a_requirement(title="Java Developer", end_client="Harbor National Bank", posting=DUTIES)
    )

    proposed = desk.requirements.propose(ann, a_vendor_mail())

    fields = {each.field: each for each in proposed.fields}
    assert fields["end_client"].value == "Harbor National Bank"
    assert fields["end_client"].evidence[0].text == "End Client: Harbor National Bank"
    assert proposed.analysis["tax_terms"] == ["C2C"]
    assert [each.requirement_id for each in proposed.duplicates] == [first.id]
    made = desk.requirements.create(ann, {name: each.value for name, each in fields.items()})
    assert made.rate_cents == 6000
    assert [each.requirement_id for each in desk.requirements.find_duplicates(ann, made.id)] == [first.id]


def test_a_posting_that_says_nothing_is_refused(desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="Paste the posting"):
        desk.requirements.propose(desk.workspace("ann"), " \n\u200b ")


def test_everything_that_is_wrong_is_told_and_nothing_is_kept(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with pytest.raises(InvalidInput, match="title must not be empty"):
        desk.requirements.create(ann, {"client": "Harbor"})
    assert desk.requirements.list_requirements(ann).records == ()


def test_of_two_who_change_the_same_the_second_is_told(desk: Desk) -> None:
    ann = desk.workspace("ann")
    made = desk.requirements.create(ann, a_requirement())
    desk.requirements.edit(ann, made.id, {"client": "Harbor"}, made.version)

    with pytest.raises(Conflict) as caught:
        desk.requirements.edit(ann, made.id, {"client": "Orchard"}, made.version)
    with pytest.raises(Conflict):
        desk.requirements.move(ann, made.id, "Working", made.version)

    assert caught.value.code == "changed-meanwhile"
    assert desk.requirements.show(ann, made.id).client == "Harbor"


def test_a_move_is_in_the_timeline_the_figures_and_the_trail(desk: Desk) -> None:
    ann = desk.workspace("ann")
    made = desk.requirements.create(ann, a_requirement())
    desk.requirements.move(ann, made.id, "working")
    desk.requirements.move(ann, made.id, "Working")

    with pytest.raises(Conflict, match="can't follow Working"):
        desk.requirements.move(ann, made.id, "Placed")

    assert desk.requirements.show(ann, made.id).status == "Working"
    assert [each.text for each in desk.timelines.list_timeline(ann, made.id).records] == ["New → Working"]
    actions = [each.event.action for each in desk.audit.list_entries(ann)]
    assert actions.count("requirement.moved") == 1


def test_lists_are_chosen_and_sorted(desk: Desk) -> None:
    ann = desk.workspace("ann")
    make = desk.requirements.create
    make(ann, a_requirement(title="A", client="Harbor Inc", priority=1, source="mail", deadline="2026-12-03"))
    make(ann, a_requirement(title="C", end_client="Harbor", vendor_company="Westway", deadline="2026-12-01"))
    last = make(ann, a_requirement(title="B", client="Orchard", vendor_company="Westway", primary_technology="Java"))
    desk.requirements.move(ann, last.id, "Working")

    def listed(**wanted: Any) -> list[str]:  # noqa: ANN401 - whatever can be wanted
        return _titles(desk.requirements.list_requirements(ann, Wanted(**wanted)))

    assert listed() == ["B", "C", "A"]
    assert listed(client="harbor") == ["C", "A"]
    assert listed(vendor_company="Westway", order="title") == ["B", "C"]
    assert listed(status="Working", vendor_company="Westway", primary_technology="Java") == ["B"]
    assert listed(status="New", source="mail") == ["A"]
    assert listed(due_until=desk.now + timedelta(days=9)) == ["C"]
    assert listed(status="New", due_until=desk.now + timedelta(days=30)) == ["C", "A"]
    assert listed(order="-priority")[0] == "A"
    assert all(len(listed(order=order)) == 3 for order in ORDERS)
    with pytest.raises(InvalidInput, match="Sort by"):
        listed(order="posting")


def test_a_list_goes_on_where_its_page_ended(desk: Desk) -> None:
    ann = desk.workspace("ann")
    for number in range(7):
        desk.requirements.create(ann, a_requirement(title=f"T{number}", source="a" if number % 2 else "b"))

    first = desk.requirements.list_requirements(ann, Wanted(source="b", order="title"), limit=3)
    rest = desk.requirements.list_requirements(ann, Wanted(source="b", order="title"), after=first.next, limit=3)

    assert (_titles(first), _titles(rest), rest.next) == (["T0", "T2", "T4"], ["T6"], "")


def test_words_are_found_in_title_client_and_posting(desk: Desk) -> None:
    ann = desk.workspace("ann")
    desk.requirements.create(ann, a_requirement(title="One", client="Harbor"))
    desk.requirements.create(ann, a_requirement(title="Two", posting="Ships to every harbor of the coast"))

    assert _titles(desk.requirements.search_requirements(ann, "harb")) == ["Two", "One"]
    assert _titles(desk.requirements.search_requirements(ann, "harbor coast")) == ["Two"]


def test_the_board_counts_what_the_lists_show(desk: Desk) -> None:
    ann = desk.workspace("ann")
    made = [desk.requirements.create(ann, a_requirement(title=f"T{number}")) for number in range(5)]
    desk.requirements.edit(ann, made[3].id, {"deadline": "2026-12-01"})
    desk.requirements.move(ann, made[0].id, "Working")

    board = desk.requirements.board(ann, limit=2)

    assert [column.status for column in board] == list(Status)
    assert [(column.count, len(column.requirements)) for column in board[:3]] == [(4, 2), (1, 1), (0, 0)]
    assert board[0].requirements[0].title == "T3"
    for column in board:
        listed = desk.requirements.list_requirements(ann, Wanted(status=column.status)).records
        assert column.count == len(listed)


def test_many_are_changed_together_or_not_at_all(desk: Desk) -> None:
    ann = desk.workspace("ann")
    made = [desk.requirements.create(ann, a_requirement()) for _ in range(3)]
    ids = tuple(each.id for each in made)

    assert desk.requirements.edit_many(ann, ids, {"priority": 5, "source": "fair"}, "Working").count == 3
    desk.requirements.move(ann, ids[2], "Rejected")
    with pytest.raises(Conflict, match="can't follow Rejected"):
        desk.requirements.edit_many(ann, ids, {"priority": 9}, "Applied")
    with pytest.raises(NotFound):
        desk.requirements.edit_many(ann, (*ids, "00000000-0000-7000-8000-000000000000"), {"priority": 9})
    for wrong in ({}, {"posting": "x"}):
        with pytest.raises(InvalidInput):
            desk.requirements.edit_many(ann, ids, wrong)

    found = [desk.requirements.show(ann, each) for each in ids]
    assert [(each.priority, each.source, each.status) for each in found] == [
        (5, "fair", "Working"),
        (5, "fair", "Working"),
        (5, "fair", "Rejected"),
    ]


def test_what_nothing_was_sent_for_can_be_removed_with_its_timeline(desk: Desk) -> None:
    ann = desk.workspace("ann")
    made = desk.requirements.create(ann, a_requirement(posting=DUTIES))
    desk.timelines.comment(ann, made.id, "called")
    desk.timelines.assign(ann, made.id, user_id=ann.user_id)
    assert [each.id for each in desk.requirements.list_mine(ann)] == [made.id]

    desk.requirements.remove(ann, made.id)

    with pytest.raises(NotFound):
        desk.requirements.show(ann, made.id)
    assert desk.requirements.list_mine(ann) == ()
    assert desk.requirements.propose(ann, DUTIES).duplicates == ()


def test_what_something_is_planned_for_stays_and_unfinished_work_does_not_hold_it(desk: Desk) -> None:
    ann = desk.workspace("ann")
    made, petra = desk.requirements.create(ann, a_requirement()), a_consultant(desk, ann)
    talk = desk.interviews.plan_interview(ann, made.id, petra.id, {"starts_at": "2026-12-01T15:00"})
    draft = desk.drafts.save(ann, Unfinished("mara.docx", requirement_id=made.id))

    with pytest.raises(Conflict, match="set it to Cancelled instead"):
        desk.requirements.remove(ann, made.id)
    desk.interviews.remove(ann, talk.id)
    desk.requirements.remove(ann, made.id)

    assert desk.drafts.show_draft(ann, draft.id).requirement_id is None


def test_a_viewer_sees_and_changes_nothing(desk: Desk) -> None:
    ann = desk.workspace("ann")
    made = desk.requirements.create(ann, a_requirement())
    bob = desk.member(ann, "bob", Role.VIEWER)

    assert desk.requirements.show(bob, made.id) == made
    for work in (
        lambda: desk.requirements.create(bob, a_requirement()),
        lambda: desk.requirements.edit(bob, made.id, {"client": "x"}),
        lambda: desk.requirements.move(bob, made.id, "Working"),
        lambda: desk.requirements.remove(bob, made.id),
    ):
        with pytest.raises(NotPermitted):
            work()
