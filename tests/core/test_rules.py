"""What a person may ask of a distribution: the promises of resume_customizer.core.planning.rules."""

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from builders.documents import a_resume
from builders.points import sample_bank
from builders.postings import an_analysis
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.planning.distribution import distribute
from resume_customizer.core.planning.objective import PRESETS, Weights
from resume_customizer.core.planning.rules import (
    MOST_MEASURED,
    MOST_WEIGHED,
    ORDERS,
    DistributionRules,
    parse_rules,
    parse_weights,
    rules_to_json,
)

RESUME = a_resume(["Ran trams."], ["Sold rum."], ["Kept books."])
pairs = some.lists(some.tuples(some.integers(0, 9), some.integers(0, 9)), max_size=3).map(tuple)
rules = some.builds(
    DistributionRules,
    strategy=some.sampled_from(["auto", "best"]),
    experiences=some.none() | some.integers(1, 9),
    preset=some.none() | some.sampled_from(list(PRESETS)),
    weights=some.none() | some.builds(Weights, share=some.integers(0, 99)),
    include=some.lists(some.integers(0, 9), max_size=3).map(tuple),
    order=some.sampled_from(ORDERS),
    caps=pairs,
    behind=pairs,
    quotas=some.lists(some.tuples(some.text(max_size=3), some.integers(0, 9)), max_size=3).map(tuple),
    most_lines=some.none() | some.integers(0, 9),
    refuse_anachronisms=some.booleans(),
)


@given(rules)
def test_rules_survive_the_way_to_json_and_back(asked: DistributionRules) -> None:
    assert parse_rules(json.loads(json.dumps(rules_to_json(asked)))) == asked


def test_auto_weighs_where_there_is_something_to_weigh() -> None:
    bank = sample_bank()

    assert distribute(RESUME, bank).strategy == "weighted"
    assert distribute(RESUME, bank, analysis=an_analysis(["Java"])).strategy == "best"
    assert distribute(RESUME, bank, DistributionRules(preset="even")).strategy == "best"
    assert distribute(RESUME, bank, DistributionRules(most_lines=4)).strategy == "best"
    assert distribute(RESUME, bank, DistributionRules("newest"), an_analysis(["Java"])).strategy == "newest"


@pytest.mark.parametrize(
    "asked", [{"preset": "even"}, {"quotas": (("Java", 1),)}, {"most_lines": 3}, {"refuse_anachronisms": True}]
)
def test_a_rule_that_the_named_strategy_can_not_keep_is_refused(asked: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as caught:
        DistributionRules("weighted", **asked)

    assert "Use “best”" in caught.value.message
    assert next(iter(asked)).replace("_", " ") in caught.value.message


@pytest.mark.parametrize(
    "wrong",
    [
        {"preset": "fair"},
        {"points_per_technology": 0},
        {"same_technology": 0},
        {"most_lines": -1},
        {"caps": ((0, -1),)},
        {"quotas": (("Java", -1),)},
    ],
)
def test_rules_that_make_no_sense_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        DistributionRules(**wrong)


@pytest.mark.parametrize("values", [[], "x", {"share": "1"}, {"none": 1}])
def test_weights_that_are_none_are_refused(values: object) -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_weights(values)

    assert caught.value.code == "bad-weights"


def test_quotas_caps_and_lines_are_kept() -> None:
    plan = distribute(
        RESUME,
        sample_bank(),
        DistributionRules(quotas=(("java", 1),), points_per_technology=2, same_technology=1, caps=((0, 3),)),
    )

    counts = Counter(row.technology for row in plan.placements)
    each = Counter((row.technology, row.experience) for row in plan.placements)
    assert counts["Java"] == 1
    assert max(counts.values()) == 2
    assert max(each.values()) == 1
    assert sum(row.experience == 0 for row in plan.placements) <= 3
    assert "1 point of this technology is placed, and more were not wanted" in plan.unplaced[0].reason
    few = distribute(RESUME, sample_bank(), DistributionRules(most_lines=4))
    assert len(few.placements) == 4


def test_what_is_asked_for_can_stand_first() -> None:
    analysis = an_analysis(must=["CI/CD"], nice=["AWS"])
    plan = distribute(RESUME, sample_bank(), DistributionRules("newest", order="relevance"), analysis)

    assert [row.technology for row in plan.placements][:5] == ["CI/CD", "CI/CD", "AWS", "AWS", "AWS"]


@pytest.mark.parametrize(
    ("asked", "points", "message"),
    [
        (DistributionRules(strategy="best"), MOST_WEIGHED, "at most 6,000 points; these are 6,001"),
        (DistributionRules(most_lines=4), MOST_MEASURED, "within a limit of lines or pages is found for at most 1,000"),
        (DistributionRules(most_pages=1), MOST_MEASURED, "within a limit of lines or pages is found for at most 1,000"),
    ],
)
def test_more_points_than_the_best_distribution_is_found_for_are_refused(
    asked: DistributionRules, points: int, message: str
) -> None:
    assert asked.settled(something_to_weigh=False, points=points) == "best"
    with pytest.raises(InvalidInput, match=message) as fault:
        asked.settled(something_to_weigh=False, points=points + 1)
    assert fault.value.code == "too-many-points"


def test_where_nobody_asked_for_the_best_more_points_are_dealt_another_way() -> None:
    assert DistributionRules().settled(something_to_weigh=True, points=MOST_WEIGHED) == "best"
    assert DistributionRules().settled(something_to_weigh=True, points=MOST_WEIGHED + 1) == "weighted"
