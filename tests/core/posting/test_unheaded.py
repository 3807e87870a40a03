"""Lists without headings: the promises of resume_customizer.core.posting.unheaded."""

from resume_customizer.core.posting import analyze_posting
from resume_customizer.core.posting.unheaded import cut_list


def _needs(*lines: str) -> list[str]:
    return [each.need for each in analyze_posting("\n".join(lines)).sentences]


def test_a_second_higher_degree_begins_the_wishes() -> None:
    assert _needs(
        "Bachelor's degree in any field of boats or equivalent experience.",
        "4 years of work at sea.",
        "Master's degree in navigation.",
        "Work with sails.",
        "Excellent communication skills.",
    ) == ["must", "must", "nice", "nice", "nice"]


def test_what_follows_another_degree_are_wishes_even_where_it_names_years() -> None:
    assert _needs(
        "BA degree or equivalent practical experience.",
        "4 years of work at sea.",
        "Master's degree in navigation.",
        "5 years with sails.",
        "6 years with crews.",
    ) == ["must", "must", "nice", "nice", "nice"]
    assert _needs(
        "BA degree or equivalent practical experience.",
        "4 years of work at sea.",
        "BA degree in navigation or equivalent practical experience.",
        "Work with sails.",
    ) == ["must", "must", "nice", "nice"]


def test_soft_skills_at_the_end_are_wishes() -> None:
    assert _needs(
        "Degree or equivalent practical experience.",
        "5 years of experience with ropes.",
        "Ability to explain knots to children.",
        "Demonstrated love of water.",
    ) == ["must", "must", "nice", "nice"]


def test_a_technology_is_rather_required_than_wished_for() -> None:
    assert _needs(
        "Bachelor's degree.",
        "5 years of experience with Java.",
        "Strong knowledge of Spring Boot.",
        "Experience with Kafka.",
        "Excellent communication skills.",
    ) == ["must", "must", "must", "must", "nice"]


def test_a_list_that_does_not_begin_like_one_of_minimum_qualifications_is_not_cut() -> None:
    lines = ["Experience with ropes.", "Excellent communication skills.", "Ability to explain knots."]

    assert cut_list([line.lower() for line in lines], [False] * 3) == 3
    assert cut_list(["5 years at sea", "good teeth"], [False] * 2) == 2


def test_where_a_wish_is_called_one_the_rest_is_not_cut() -> None:
    assert _needs(
        "Bachelor's degree.",
        "5 years of experience with ropes.",
        "Excellent communication skills.",
        "Knowledge of knots is a plus.",
    ) == ["must", "must", "must", "nice"]
