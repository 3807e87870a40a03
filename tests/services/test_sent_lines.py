"""Every line that was sent: the promises of resume_customizer.services.staffing.sent_lines."""

from dataclasses import replace
from typing import Any

import pytest

from builders.desk import Desk
from builders.staffing import a_consultant, a_customized_resume, a_resume_file, a_sending, a_version, an_opening
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.records.record import new_id

LINE = "Designed an event backbone on Kafka that carries orders for 40 services"


def test_every_line_says_where_it_comes_from(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra, opening = a_consultant(desk, ann), an_opening(desk, ann)
    made = a_customized_resume(desk, ann, petra)
    points = {
        each.text: each
        for bank in desk.banks.list_banks(ann).records
        for each in desk.banks.list_points(ann, bank.id).records
    }
    sent = desk.submissions.submit(ann, a_sending(opening, petra, customization_id=made.id))

    lines = desk.sent_lines.list_sent_lines(ann, sent.id)

    added = [each for each in lines if each.is_added]
    assert {each.text for each in added} == set(points)
    assert len(added) == made.placed == 3
    for each in added:
        point = points[each.text]
        assert (each.point_id, each.technology, each.decided_by) == (point.id, point.technology, ann.user_id)
        assert each.made_by == each.author_id == ann.user_id
        assert each.point_version == point.edition == 1
        assert each.reason
    others = [each for each in lines if not each.is_added]
    assert "Moved forty batch jobs to Java." in {each.text for each in others}
    assert {(each.point_id, each.reason) for each in others} == {(None, "")}
    assert {each.consultant_id for each in lines} == {petra.id}


def test_every_sent_resume_with_a_point_is_found(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra = a_consultant(desk, ann)
    made = a_customized_resume(desk, ann, petra)
    for client in ("Harbor Bank", "Orchard", "Sable"):
        opening = an_opening(desk, ann, end_client=client)
        desk.submissions.submit(ann, a_sending(opening, petra, customization_id=made.id))
    (bank,) = desk.banks.list_banks(ann).records
    point = next(each for each in desk.banks.list_points(ann, bank.id).records if "Terraform" in each.text)

    found = desk.sent_lines.find_sent(ann, point_id=point.id)
    by_text = desk.sent_lines.find_sent(ann, text=point.text.upper())

    assert [(each.submission.end_client, each.consultant, each.line.text) for each in found.uses] == [
        (client, "Petra Vandersloot", point.text) for client in ("Sable", "Orchard", "Harbor Bank")
    ]
    assert [each.line.id for each in by_text.uses] == [each.line.id for each in found.uses]
    first = desk.sent_lines.find_sent(ann, point_id=point.id, limit=2)
    rest = desk.sent_lines.find_sent(ann, point_id=point.id, after=first.next, limit=2)
    assert [len(first.uses), len(rest.uses), rest.next] == [2, 1, ""]
    for point_id, text in (("", ""), (point.id, "x")):
        with pytest.raises(InvalidInput):
            desk.sent_lines.find_sent(ann, point_id, text)


def test_the_same_line_of_another_at_the_same_client_or_vendor_is_shown_with_other_points(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra, owen = a_consultant(desk, ann), a_consultant(desk, ann, "Owen Hart")
    right = {"right_to_represent": "yes", "represented_since": desk.now}
    bank = desk.banks.create(ann, "Kafka")
    desk.banks.import_points(ann, bank.id, f"Kafka\n• {LINE}\n• Cut Kafka consumer lag from minutes to seconds.\n")
    first = an_opening(desk, ann, vendor_company="Westway")
    resume = a_version(desk, ann, petra, a_resume_file(petra.name, more=(LINE,)))
    desk.submissions.submit(ann, a_sending(first, petra, version_id=resume, **right))
    edited = a_version(desk, ann, owen, a_resume_file(owen.name, more=(LINE.replace("orders", "all orders") + ".",)))

    def repeats(**fields: Any) -> list[tuple[str, str, str, tuple[str, ...]]]:  # noqa: ANN401 - any field
        opening = an_opening(desk, ann, title="Tester", **fields)
        found = desk.submissions.check(ann, a_sending(opening, owen, version_id=edited, **right)).repeats
        return [
            (each.receiver, each.consultant, each.other_line, each.proposals) for each in found if "Kafka" in each.line
        ]

    expected = [("client", "Petra Vandersloot", LINE, ())]
    assert [each[:3] for each in repeats()] == [each[:3] for each in expected]
    assert [each[0] for each in repeats(end_client="Orchard", vendor_company="WESTWAY LLC")] == ["vendor"]
    assert repeats(end_client="Orchard", vendor_company="Northgate") == []
    assert desk.submissions.check(ann, a_sending(first, petra, version_id=resume, **right)).repeats == ()
    desk.later(days=91)
    assert repeats() == []
    desk.desk_policies.change_policy(ann, {"similarity_days": 120})
    assert len(repeats()) == 1


def test_what_is_proposed_is_approved_of_the_same_technology_and_was_not_sent_there(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra, owen = a_consultant(desk, ann), a_consultant(desk, ann, "Owen Hart")
    made = a_customized_resume(desk, ann, petra, f"Kafka\n• {LINE}\n")
    opening = an_opening(desk, ann)
    desk.submissions.submit(ann, a_sending(opening, petra, customization_id=made.id))
    fresh = "Cut Kafka consumer lag from minutes to seconds."
    theirs = a_customized_resume(desk, ann, owen, f"Kafka\n• {LINE}.\n")
    bank = desk.banks.create(ann, "more")
    desk.banks.import_points(ann, bank.id, f"Kafka\n• {fresh}\n")
    desk.banks.import_points(ann, bank.id, "Terraform\n• Described the whole platform in Terraform modules.\n")

    found = desk.submissions.check(ann, a_sending(opening, owen, customization_id=theirs.id)).repeats

    assert [each.proposals for each in found if "Kafka" in each.line] == [(fresh,)]


def test_own_lines_that_often_went_there_hide_nobody_elses(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra, owen = a_consultant(desk, ann), a_consultant(desk, ann, "Owen Hart")
    resume = a_version(desk, ann, petra, a_resume_file(petra.name, more=(LINE,)))
    desk.submissions.submit(ann, a_sending(an_opening(desk, ann), petra, version_id=resume))
    theirs = a_version(desk, ann, owen, a_resume_file(owen.name, more=(LINE,)))
    desk.later(hours=1)
    own = desk.submissions.submit(ann, a_sending(an_opening(desk, ann), owen, version_id=theirs))
    (line,) = (each for each in desk.sent_lines.list_sent_lines(ann, own.id) if each.text == LINE)
    with desk.ground.inside(ann) as tx:
        tx.add_all(replace(line, id=new_id()) for _ in range(60))

    opening = an_opening(desk, ann, title="Tester")
    found = desk.submissions.check(ann, a_sending(opening, owen, version_id=theirs)).repeats

    assert (LINE, petra.id) in {(each.line, each.consultant_id) for each in found}
