"""docs/plan.schema.json says what plans look like: what the code writes, and what it accepts."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from jsonschema import Draft202012Validator

from builders.documents import a_resume
from builders.points import a_bank, sample_bank
from core.test_distribution_properties import cases
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.planning.distribution import distribute
from resume_customizer.core.planning.objective import PRESETS, Weights
from resume_customizer.core.planning.plan import PLAN_VERSION, plan_to_json
from resume_customizer.core.planning.plan_rows import parse_plan
from resume_customizer.core.planning.rules import ORDERS, STRATEGY_NAMES, DistributionRules

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "plan.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
SHA256 = "0" * 64


def _faults(values: object) -> list[str]:
    return [fault.message for fault in VALIDATOR.iter_errors(json.loads(json.dumps(values)))]


def test_the_schema_is_a_schema_of_this_version() -> None:
    Draft202012Validator.check_schema(SCHEMA)

    assert SCHEMA["properties"]["version"]["enum"] == list(range(1, PLAN_VERSION + 1))


def test_the_schema_knows_every_rule_and_weight() -> None:
    rules = SCHEMA["$defs"]["rules"]["properties"]

    assert set(rules) == {each.name for each in fields(DistributionRules)}
    assert set(rules["weights"]["properties"]) == {each.name for each in fields(Weights)}
    assert rules["strategy"]["enum"] == list(STRATEGY_NAMES)
    assert rules["order"]["enum"] == list(ORDERS)
    assert rules["preset"]["enum"] == [*PRESETS, None]


@given(cases())
@settings(deadline=None)
def test_every_plan_that_is_written_keeps_the_schema(case) -> None:  # noqa: ANN001
    assert _faults(plan_to_json(distribute(*case), case[0])) == []


def test_a_plan_with_every_rule_keeps_the_schema_and_is_read_again() -> None:
    rules = DistributionRules(
        "best", 2, 4, (0, 1), (2,), "relevance", 3, "even", Weights(share=10), ((0, 3),), (("Java", 2),), 3, 2, 9,
        ((0, 2),), refuse_anachronisms=True, most_pages=2,
    )  # fmt: skip
    resume = a_resume(["Ran tests."], ["Drew charts."], ["Kept books."])
    plan = distribute(resume, sample_bank(), rules)

    values = plan_to_json(plan, resume)

    assert _faults(values) == []
    assert set(values["rules"]) == {each.name for each in fields(DistributionRules)}
    assert parse_plan(json.loads(json.dumps(values))) == plan


def test_plans_of_version_1_are_still_read() -> None:
    values = {
        "version": 1,
        "document_sha256": SHA256,
        "placements": [{"point": "Ran it", "technology": "Java", "line": 2, "experience": 0, "after": None}],
    }

    assert _faults(values) == []
    plan = parse_plan(values)
    assert [(row.point, row.locked, row.original) for row in plan.placements] == [("Ran it", False, "")]
    assert (plan.rules, plan.gap) == ({}, 0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": 9},
        {"document_sha256": "abc"},
        {"gap": -1},
        {"rules": {"strategy": "fair"}},
        {"rules": {"unheard-of": 1}},
        {"rules": {"weights": {"share": -1}}},
        {"rules": {"caps": [[1]]}},
        {"rules": {"quotas": [[1, 2]]}},
        {"rules": {"include": "0"}},
        {"rules": {"most_lines": "9"}},
        {"rules": {"refuse_anachronisms": 1}},
        {"placements": [{"point": "x"}]},
        {"placements": [{"point": " ", "experience": 0}]},
        {"placements": [{"point": "x", "experience": 0, "locked": "yes"}]},
        {"placements": [{"point": "x", "experience": -2}]},
        {"unplaced": [{"point": "x", "line": 1.5}]},
    ],
)
def test_schema_and_reader_refuse_the_same(wrong: dict[str, Any]) -> None:
    values = {"document_sha256": SHA256} | wrong

    assert _faults(values)
    with pytest.raises(InvalidInput):
        parse_plan(values)


json_values = some.recursive(
    some.none() | some.booleans() | some.integers(-2, 3) | some.text("ab ", max_size=3), some.lists, max_leaves=4
)
rows = some.dictionaries(some.sampled_from(["point", "experience", "after", "line", "locked", "original"]), json_values)


@given(some.sampled_from(["placements", "unplaced"]), rows)
def test_what_the_schema_accepts_is_read(name: str, row: dict[str, Any]) -> None:
    values = {"document_sha256": SHA256, name: [{"point": "x", "experience": 0} | row]}
    if not _faults(values):
        parse_plan(values)


def test_hints_for_people_name_bullets_and_experiences() -> None:
    resume = a_resume(["Ran tests."])
    values = plan_to_json(distribute(resume, a_bank(Moor=["Dug it."])), resume)

    assert values["experiences"] == [
        {
            "experience": 0,
            "title": "Software Engineer, Company 1",
            "dates": "2022-01 – present",
            "bullets": {"2": "Ran tests."},
        }
    ]
