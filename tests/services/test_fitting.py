"""Who fits, and what fits: the promises of resume_customizer.services.staffing.fitting."""

import pytest

from builders.desk import Desk
from builders.staffing import a_consultant, a_resume_file, a_version, an_opening
from resume_customizer.core.errors import InvalidInput

POSTING = "Senior Engineer\n\nRequirements:\n- Java is required\n- Terraform is required\n"
TERRAFORM = ("Described the whole platform in Terraform modules, reviewed by four teams.",)


def test_consultants_are_ranked_with_evidence_from_their_resume_and_the_posting(desk: Desk) -> None:
    ann = desk.workspace("ann")
    best, good = (a_consultant(desk, ann, name) for name in ("Best Fit", "Good Fit"))
    a_consultant(desk, ann, "No Resume")
    a_version(desk, ann, best, a_resume_file("Best Fit", more=TERRAFORM))
    a_version(desk, ann, best, a_resume_file("Best Fit", until="Dec 2021"))
    a_version(desk, ann, good)
    opening = an_opening(desk, ann, posting=POSTING, technologies=["Java", "Terraform"])

    fits = desk.fitting.find_consultants(ann, opening.id)

    assert [each.consultant for each in fits] == ["Best Fit", "Good Fit", "No Resume"]
    assert (fits[0].score or 0) > (fits[1].score or 0) > 0
    assert (fits[2].score, fits[2].shared, fits[2].match) == (None, ("Java",), {})
    terraform = next(row for row in fits[0].match["requirements"] if row["names"] == ["Terraform"])
    assert terraform["posting"]["text"] == "- Terraform is required"
    assert terraform["resume"][0]["uses"][0]["line"] == TERRAFORM[0]
    assert any("Terraform" in gap for gap in fits[1].match["gaps"])
    assert len(desk.fitting.find_consultants(ann, opening.id, limit=1)) == 1


def test_open_requirements_are_ranked_for_a_consultant(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra = a_consultant(desk, ann)
    a_version(desk, ann, petra)
    fitting = an_opening(desk, ann, posting="Java Developer\nRequired:\n- Java")
    other = an_opening(desk, ann, title="Cobol Developer", posting="Cobol Developer\nRequired:\n- COBOL")
    formed = an_opening(desk, ann, title="By form", must_have=["Java"], technologies=["Java", "Kafka"])
    closed = an_opening(desk, ann, posting="Java Developer\nRequired:\n- Java")
    desk.requirements.move(ann, closed.id, "Cancelled")

    fits = desk.fitting.find_requirements(ann, petra.id)

    assert [each.requirement_id for each in fits][-1] == other.id
    assert {each.requirement_id for each in fits} == {fitting.id, other.id, formed.id}
    assert fits[0].requirement_id == fitting.id


def test_a_requirement_that_asks_for_nothing_is_told(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with pytest.raises(InvalidInput, match="posting or technologies"):
        desk.fitting.find_consultants(ann, an_opening(desk, ann).id)
