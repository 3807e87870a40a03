"""One resume through the service: the promises of resume_customizer.services.documents.customizing."""

from dataclasses import replace

import pytest

from builders import a_bank, a_docx, bold, bullets, heading, line
from resume_customizer.core.errors import Conflict, InvalidInput
from resume_customizer.core.notices import Notice
from resume_customizer.core.planning.plan import NO_EXPERIENCE
from resume_customizer.resume.reader import open_document, read_resume
from resume_customizer.resume.verifier import undo, verify
from resume_customizer.services.documents.customizing import Customized, carry_out, customize, make_plan
from resume_customizer.services.documents.instructions import Instructions

BANK = a_bank(Python=["Built loaders for nine tenants", "Tuned the nightly batch"], Kafka=["Designed order topics"])
RESUME = a_docx(
    line("Ana Petrov", bold=True),
    heading("Experience"),
    line(bold("Harrow Freight"), " | Senior Engineer | Jan 2021 – Present"),
    bullets("Built claim services in Java.", "Tuned slow queries in Oracle."),
    heading("Education"),
    line("B.S. in Computer Science, Westmere State University, 2016"),
)


def _content(done: Customized) -> bytes:
    assert done.written is not None
    return done.written.content


def test_the_plan_is_what_is_written() -> None:
    planned = make_plan(RESUME, Instructions(BANK))
    done = carry_out(RESUME, planned, Instructions(BANK))

    assert done.written is not None
    assert [point.text for point in done.written.certificate.points] == [each.point for each in planned.plan.placements]
    assert verify(RESUME, _content(done), done.written.certificate).holds
    assert undo(_content(done), done.written.certificate) == RESUME


def test_the_same_instructions_give_the_same_bytes() -> None:
    assert _content(customize(RESUME, Instructions(BANK))) == _content(customize(RESUME, Instructions(BANK)))


def test_the_certificate_names_where_the_points_came_from() -> None:
    done = customize(RESUME, Instructions(BANK, source="points.txt"))

    assert done.written is not None
    assert {point.source for point in done.written.certificate.points} == {"points.txt"}


def test_nothing_to_place_writes_nothing() -> None:
    again = customize(_content(customize(RESUME, Instructions(BANK))), Instructions(BANK))

    assert again.written is None
    assert {each.code for each in again.planned.plan.unplaced} == {"already-there"}


def test_a_plan_that_was_made_before_is_carried_out_as_it_is() -> None:
    plan = make_plan(RESUME, Instructions(BANK)).plan
    only_last = replace(plan, placements=plan.placements[-1:])

    done = customize(RESUME, Instructions(plan=only_last))

    assert [each.point for each in done.planned.plan.placements] == [plan.placements[-1].point]
    assert _content(done).count(b"PK\x03\x04") == RESUME.count(b"PK\x03\x04")


def test_a_row_of_a_plan_can_name_another_bullet() -> None:
    planned = make_plan(RESUME, Instructions(BANK))
    first = planned.document.experiences[0].bullets[0]
    moved = replace(planned.plan, placements=(replace(planned.plan.placements[0], after=first.paragraph),))

    lines = [each.text for each in open_document(_content(customize(RESUME, Instructions(plan=moved)))).lines]

    assert lines[lines.index(first.text) + 1] == moved.placements[0].point


def test_a_plan_for_another_file_is_refused() -> None:
    plan = make_plan(RESUME, Instructions(BANK)).plan
    other = _content(customize(RESUME, Instructions(BANK)))

    with pytest.raises(Conflict) as fault:
        customize(other, Instructions(plan=plan))

    assert fault.value.code == "stale-plan"


def test_notices_of_points_resume_and_plan_are_each_said_once() -> None:
    odd = replace(BANK, notices=(Notice("odd", "An odd line.", "line 3"),))

    notices = customize(RESUME, Instructions(odd)).planned.notices

    assert notices.count(odd.notices[0]) == 1
    assert len(set(notices)) == len(notices)


@pytest.mark.parametrize("paragraph", range(1, 7))
def test_points_can_go_behind_any_paragraph_and_look_like_it(paragraph: int) -> None:
    before = open_document(RESUME).lines

    done = customize(RESUME, Instructions(BANK, after_paragraph=paragraph))

    lines = open_document(_content(done)).lines
    new = lines[paragraph : paragraph + 3]
    assert {line.text for line in new} == {each.point for each in done.planned.plan.placements}
    assert [line.text for line in (*lines[:paragraph], *lines[paragraph + 3 :])] == [line.text for line in before]
    assert {(line.style, line.item, line.indent) for line in new} == {
        (before[paragraph - 1].style, before[paragraph - 1].item, before[paragraph - 1].indent)
    }
    assert done.written is not None
    assert undo(_content(done), done.written.certificate) == RESUME


def test_behind_a_paragraph_outside_of_experiences_no_experience_is_named() -> None:
    done = customize(RESUME, Instructions(BANK, after_paragraph=1))

    assert {each.experience for each in done.planned.plan.placements} == {NO_EXPERIENCE}
    assert {each.rule for each in done.planned.plan.placements} == {"after-paragraph"}


def test_behind_a_paragraph_nothing_is_said_twice_either() -> None:
    bank = a_bank(Java=["Built claim services in Java", "Wrote a scheduler"])

    plan = customize(RESUME, Instructions(bank, after_paragraph=4)).planned.plan

    assert [each.point for each in plan.placements] == ["Wrote a scheduler"]
    assert [each.code for each in plan.unplaced] == ["already-there"]


@pytest.mark.parametrize("paragraph", [0, -3, 8, 10**9])
def test_a_paragraph_that_is_not_there_is_named(paragraph: int) -> None:
    with pytest.raises(InvalidInput) as fault:
        customize(RESUME, Instructions(BANK, after_paragraph=paragraph))

    assert fault.value.code == "no-such-paragraph"


def test_the_resume_itself_is_read_as_always() -> None:
    assert make_plan(RESUME, Instructions(BANK)).document == read_resume(RESUME)
