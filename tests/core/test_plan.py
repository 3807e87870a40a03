"""What a plan says and how a person may edit it: the promises of resume_customizer.core.planning.plan."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from builders.documents import a_resume
from builders.points import a_bank
from resume_customizer.core.errors import Conflict, InvalidInput
from resume_customizer.core.planning.distribution import distribute
from resume_customizer.core.planning.plan import Placement, Plan, Unplaced, check_plan, experience_title, plan_to_json
from resume_customizer.core.planning.plan_rows import parse_plan
from resume_customizer.core.planning.rules import DistributionRules

BANK = a_bank(Java=["Wrote one.", "Wrote two."], Kafka=["Ran three.", "Ran tests."])
RESUME = a_resume(["Ran tests.", "Drew charts."], ["Kept books."])


def _edited() -> dict[str, Any]:
    """A plan as a person finds it in the file: two points in the first experience, one in the second."""
    return json.loads(json.dumps(plan_to_json(distribute(RESUME, BANK), RESUME)))


def _refused(values: object) -> InvalidInput:
    with pytest.raises(InvalidInput) as caught:
        parse_plan(values)
    assert caught.value.code == "bad-plan"
    return caught.value


def test_a_plan_survives_the_way_to_json_and_back() -> None:
    plan = distribute(RESUME, BANK, DistributionRules(points_per_experience=1))

    assert {row.code for row in plan.unplaced} == {"no-room", "already-there"}
    assert parse_plan(json.loads(json.dumps(plan_to_json(plan, RESUME)))) == plan


def test_each_row_says_in_words_where_it_goes() -> None:
    rows = _edited()["placements"]

    assert [(row["point"], row["technology"], row["line"], row["experience"], row["after"]) for row in rows] == [
        ("Wrote one.", "Java", 2, 0, None),
        ("Ran three.", "Kafka", 6, 0, None),
        ("Wrote two.", "Java", 3, 1, None),
    ]
    assert rows[0]["experience_title"] == "Software Engineer, Company 1"
    assert rows[0]["after_text"] == "Drew charts."
    assert rows[2]["after_text"] == "Kept books."
    assert all(row["reason"] for row in rows)


def test_the_plan_lists_experiences_with_the_bullets_that_points_can_follow() -> None:
    assert _edited()["experiences"][0] == {
        "experience": 0,
        "title": "Software Engineer, Company 1",
        "dates": "2022-01 – present",
        "bullets": {"2": "Ran tests.", "3": "Drew charts."},
    }


def test_rows_can_be_moved_reordered_reworded_and_put_behind_a_bullet() -> None:
    values = _edited()
    first, second, third = values["placements"]
    first["experience"], first["point"] = 1, "Wrote it\nanew."
    third["experience"], third["after"] = 0, 2
    values["placements"] = [third, second, first]

    plan = parse_plan(values)

    assert [(row.point, row.experience, row.after) for row in plan.placements] == [
        ("Wrote two.", 0, 2),
        ("Ran three.", 0, None),
        ("Wrote it anew.", 1, None),
    ]
    assert check_plan(plan, RESUME) == ()


def test_hints_that_were_edited_or_removed_do_not_matter() -> None:
    values = _edited()
    plan = parse_plan(values)
    for row in values["placements"]:
        row["experience_title"], row["comment"] = "Somewhere", "mine"
        del row["after_text"], row["after"]
    del values["experiences"]

    assert parse_plan(values) == plan


def test_a_row_added_by_hand_needs_its_point_and_experience_only() -> None:
    values = _edited()
    values["placements"].append({"point": "Mine.", "experience": 1})

    row = parse_plan(values).placements[-1]

    assert row == Placement("Mine.", "", 0, 1, None, "by hand", "Put here by hand.")


def test_a_row_moved_from_unplaced_to_placements_is_placed() -> None:
    values = _edited()
    values["placements"].append({**values["unplaced"][0], "experience": 1})

    plan = parse_plan(values)

    assert plan.placements[-1].point == "Ran tests."
    assert plan.unplaced == ()
    assert [notice.code for notice in plan.notices] == ["placed-by-hand"]


def test_a_row_taken_out_is_noticed() -> None:
    values = _edited()
    del values["placements"][0]
    plan = parse_plan(values)

    assert [n.message for n in check_plan(plan, RESUME)] == ["1 of the 4 points was taken out of the plan by hand."]
    told = check_plan(plan, RESUME, BANK)
    assert [(n.code, n.message, n.where) for n in told] == [
        ("taken-out", "Taken out of the plan by hand: Wrote one.", "line 2")
    ]


def test_a_point_that_was_not_given_is_noticed() -> None:
    values = _edited()
    values["placements"][0]["point"] = "Wrote one and a half."

    told = check_plan(parse_plan(values), RESUME, BANK)

    assert [(n.code, n.where) for n in told] == [("taken-out", "line 2"), ("put-in", "placements row 1")]


def test_a_plan_that_was_made_for_another_version_is_refused() -> None:
    with pytest.raises(Conflict) as caught:
        check_plan(parse_plan(_edited()), replace(RESUME, sha256="0" * 64))

    assert caught.value.code == "stale-plan"


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        ({"experience": 2}, "no-such-experience", "no experience 2; this resume has: 0 to 1"),
        ({"experience": -1}, "no-such-experience", "no experience -1"),
        (
            {"after": 6},
            "no-such-bullet",
            "Paragraph 6 is not a bullet of “Software Engineer, Company 1”: its bullets are 2, 3",
        ),
        ({"point": "Ran three.", "technology": "Kafka", "line": 6}, "placed-twice", "Row 1 places the same point"),
    ],
)
def test_a_row_that_can_not_be_carried_out_is_named(change: dict[str, Any], code: str, words: str) -> None:
    values = _edited()
    values["placements"][0].update(change)
    values["placements"].append(values["placements"].pop(0))

    with pytest.raises(InvalidInput) as caught:
        check_plan(parse_plan(values), RESUME)

    assert caught.value.code == code
    assert caught.value.where == "placements row 3"
    assert words in caught.value.message


def test_an_experience_that_can_not_take_points_is_named_with_its_reason() -> None:
    locked = replace(RESUME.experiences[0], anchor=None, no_anchor_reason="its bullets are in a picture")
    resume = replace(RESUME, experiences=(locked, RESUME.experiences[1]))

    with pytest.raises(
        InvalidInput, match="“Software Engineer, Company 1” can't take points: its bullets are"
    ) as caught:
        check_plan(parse_plan(_edited()), resume)

    assert (caught.value.code, caught.value.where) == ("no-anchor", "placements row 1")


def test_a_point_behind_a_paragraph_outside_of_all_experiences_is_a_plan_too() -> None:
    plan = Plan(RESUME.sha256, (Placement("Mine.", "Java", 2, -1, 0),))

    values = plan_to_json(plan, RESUME)

    assert (values["placements"][0]["experience_title"], values["placements"][0]["after_text"]) == (None, None)
    assert parse_plan(values) == plan
    assert check_plan(plan, RESUME) == ()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([], "A plan is an object"),
        ({}, "document_sha256"),
        ({"document_sha256": "abc"}, "document_sha256"),
        ({"document_sha256": "0" * 64, "version": 3}, "version 3"),
        ({"document_sha256": "0" * 64, "placements": {}}, "`placements` is not a list"),
        ({"document_sha256": "0" * 64, "points": "12"}, "`points` is not a whole number"),
    ],
)
def test_what_is_no_plan_is_refused(values: object, words: str) -> None:
    assert words in _refused(values).message


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Wrote one.", "not an object"),
        ({"experience": 0}, "no `point`"),
        ({"point": " \n ", "experience": 0}, "no `point`"),
        ({"point": 7, "experience": 0}, "`point` is not a text"),
        ({"point": "x"}, "no `experience`"),
        ({"point": "x", "experience": True}, "`experience` is not a whole number"),
        ({"point": "x", "experience": "0"}, "`experience` is not a whole number"),
        ({"point": "x", "experience": -2}, "`experience` is not a whole number"),
        ({"point": "x", "experience": 0, "after": 1.5}, "`after` is not a whole number"),
        ({"point": "x", "experience": 0, "line": -1}, "`line` is not a whole number"),
        ({"point": "x\x07", "experience": 0}, "U+0007"),
        ({"point": "x\ud800", "experience": 0}, "U+D800"),
        ({"point": "x" * 10_001, "experience": 0}, "10,001 characters"),
        ({"point": "x", "experience": 0, "reason": []}, "`reason` is not a text"),
    ],
)
def test_what_is_wrong_with_a_row_is_named_with_its_row(row: object, words: str) -> None:
    values = _edited()
    values["placements"].append(row)

    error = _refused(values)

    assert words in error.message
    assert error.where == "placements row 4"


def test_a_faulty_unplaced_row_is_named_too() -> None:
    values = _edited()
    values["unplaced"].append({"point": ""})

    assert _refused(values).where == "unplaced row 2"


def test_an_unplaced_row_without_a_reason_is_left_out_by_hand() -> None:
    values = _edited()
    values["unplaced"].append({"point": "Later."})

    assert parse_plan(values).unplaced[-1] == Unplaced("Later.", "", 0, "left-out", "Left out by hand.")


def test_an_experience_is_called_by_role_and_company_else_header_else_number() -> None:
    experience = RESUME.experiences[0]

    assert experience_title(experience, 3) == "Software Engineer, Company 1"
    assert experience_title(replace(experience, role=None), 3) == "Company 1"
    assert experience_title(replace(experience, role=None, company=None), 3).startswith("Software Engineer | ")
    assert experience_title(replace(experience, role=None, company=None, header=()), 3) == "experience 3"


values = some.recursive(
    some.none() | some.booleans() | some.integers(-3, 3) | some.text(max_size=5) | some.just("0" * 64),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(
            some.sampled_from(
                ["version", "document_sha256", "placements", "unplaced", "point", "experience", "line", "after"]
            ),
            inner,
            max_size=5,
        )
    ),
)


@given(values)
def test_any_json_is_a_plan_or_is_refused_with_the_reason(anything: object) -> None:
    try:
        plan = parse_plan(anything)
    except InvalidInput:
        return  # with its message; any other error fails the test
    assert parse_plan(plan_to_json(plan, RESUME)) == plan
