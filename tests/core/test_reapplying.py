"""Carry insertions over to a new version: the promises of resume_customizer.core.planning.reapplying."""

from dataclasses import replace

import pytest

from builders.documents import a_resume
from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.planning.reapplying import Carried, Outcome, reapply

OLD = a_resume(["Ran trams.", "Kept timetables."], ["Sold rum.", "Counted barrels."])


def carried(text: str = "Built a depot.", experience: int = 0, after: str = "Kept timetables.") -> Carried:
    return Carried(text, "Trams", 7, experience, after, "weighted", "because")


def only(new: ResumeDocument, each: Carried) -> tuple[Outcome, int | None, int | None]:
    found = reapply(OLD, new, (each,))
    row = found.plan.placements[0] if found.plan.placements else None
    assert len(found.outcomes) == len(found.plan.placements) + len(found.plan.unplaced) == 1
    return found.outcomes[0], row.experience if row else None, row.after if row else None


def test_an_insertion_goes_to_the_same_place_with_what_was_known_of_it() -> None:
    found = reapply(OLD, OLD, (carried(),))

    assert [each.status for each in found.outcomes] == ["applied"]
    row = found.plan.placements[0]
    assert (row.experience, row.after, row.technology, row.line, row.rule, row.reason) == (
        0, None, "Trams", 7, "weighted", "because",
    )  # fmt: skip
    assert found.plan.document_sha256 == OLD.sha256


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        (
            a_resume(["Ran trams.", "Kept timetables.", "Sang."], ["Sold rum.", "Counted barrels."]),
            "ends with another bullet",
        ),
        (a_resume(["Sold rum.", "Counted barrels."], ["Ran trams.", "Kept timetables."]), ""),
        (
            a_resume(["Ran trams.", "Kept all timetables daily."], ["Sold rum.", "Counted barrels."]),
            "ends with another bullet",
        ),
    ],
    ids=["added", "reordered", "reworded"],
)
def test_an_insertion_that_stood_last_stands_last(new: ResumeDocument, reason: str) -> None:
    outcome, experience, after = only(new, carried())

    assert "Ran trams." in new.experiences[experience if experience is not None else -1].text
    assert after is None
    assert reason in outcome.reason


def test_an_insertion_in_the_middle_follows_its_bullet_wherever_that_is() -> None:
    new = a_resume(["Sang.", "Ran trams.", "Danced.", "Kept timetables."], ["Sold rum.", "Counted barrels."])
    outcome, experience, after = only(new, carried(after="Ran trams."))

    assert (outcome.status, experience) == ("applied", 0)
    assert after == new.experiences[0].bullets[1].paragraph


def test_a_reworded_bullet_is_followed_with_the_reason() -> None:
    new = a_resume(["Ran red trams.", "Danced.", "Kept timetables."], ["Sold rum.", "Counted barrels."])
    outcome, _, after = only(new, carried(after="Ran trams."))

    assert outcome.status == "moved"
    assert "was reworded: “Ran red trams.”" in outcome.reason
    assert after == new.experiences[0].bullets[0].paragraph


def test_without_its_bullet_it_stands_last_with_the_reason() -> None:
    new = a_resume(["Danced.", "Kept timetables."], ["Sold rum.", "Counted barrels."])
    outcome, experience, after = only(new, carried(after="Ran trams."))

    assert (outcome.status, experience, after) == ("moved", 0, None)
    assert "is gone: “Ran trams.”; it stands last now" in outcome.reason


def test_an_experience_that_is_gone_is_a_conflict_that_says_what_to_do() -> None:
    outcome, experience, _ = only(a_resume(["Sold rum.", "Counted barrels."]), carried())

    assert (outcome.status, outcome.code, experience) == ("conflict", "experience-gone", None)
    assert outcome.todo


def test_two_experiences_that_fit_alike_are_a_conflict_unless_one_has_the_bullet() -> None:
    one = OLD.experiences[0]
    alike = replace(OLD, experiences=(one, replace(one, bullets=one.bullets), OLD.experiences[1]))
    outcome, _, _ = only(alike, carried(after="Sang."))
    assert (outcome.status, outcome.code) == ("conflict", "ambiguous")


def test_a_point_that_the_new_version_says_is_not_placed_again() -> None:
    new = a_resume(["Ran trams.", "Kept timetables.", "Built a depot"], ["Sold rum.", "Counted barrels."])
    outcome, experience, _ = only(new, carried())

    assert (outcome.status, experience) == ("already-there", None)
    assert "Built a depot" in outcome.reason


def test_every_insertion_has_exactly_one_outcome_also_a_repeated_or_odd_one() -> None:
    odd = (carried(), carried(), carried("Left.", 9), carried("Gone.")._replace(lost="taken out"), carried("Sang.", -1))
    found = reapply(OLD, OLD, odd)

    assert [each.status for each in found.outcomes] == ["applied", "conflict", "conflict", "conflict", "conflict"]
    assert [each.code for each in found.outcomes] == ["", "repeated", "outside", "changed-by-hand", "outside"]
    assert len(found.plan.placements) + len(found.plan.unplaced) == found.plan.points == 5


def test_an_experience_that_takes_no_points_is_a_conflict() -> None:
    first = replace(OLD.experiences[0], anchor=None, no_anchor_reason="it stands in a table")
    new = replace(OLD, experiences=(first, OLD.experiences[1]))
    outcome, _, _ = only(new, carried())

    assert (outcome.status, outcome.code) == ("conflict", "no-anchor")
    assert "it stands in a table" in outcome.reason
