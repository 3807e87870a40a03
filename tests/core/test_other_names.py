"""Names of technologies that are part of something else: the promises of resume_customizer.core.naming.other_names."""

import pytest

from resume_customizer.core.naming.mentions import find_mentions


def _named(text: str) -> list[str]:
    return [mention.technology for mention in find_mentions(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Oracle India Pvt. Ltd.",
        "Zendesk Technologies Private Limited, Pune",
        "Snowflake, Inc",
        "Carbon Black Properties",
        "wrote for the Stata Journal",
        "Java Magazine",
        "Docker Solutions LLC",
        "University of Phoenix",
        "dBASE Systems Inc",
    ],
)
def test_part_of_an_organization_is_no_technology(text: str) -> None:
    assert _named(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("GitHub: github.com/ada", []),
        ("Skype: ada.lovel", []),
        ("Github account: https://git.example/ada", []),
        ("LinkedIn | GitHub | Stack Overflow profile", []),
        ("GitHub, Jira", ["GitHub", "Jira"]),
        ("Pipelines on GitHub: build, test, release", ["GitHub"]),
    ],
)
def test_where_somebody_has_an_account_is_not_what_somebody_works_with(text: str, names: list[str]) -> None:
    assert _named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("grant SES-0112072", []),
        ("award IIS-98-74747", []),
        ("IIS-6 and IIS 7", ["IIS", "IIS"]),
    ],
)
def test_letters_in_front_of_a_long_number_name_what_is_numbered(text: str, names: list[str]) -> None:
    assert _named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Oracle Forms in a limited company", ["Oracle Forms"]),
        ("Java, Inc and more", []),
        ("Linux systems", ["Linux"]),
        ("Cisco technologies and Java", ["Cisco", "Java"]),
    ],
)
def test_what_looks_like_an_organization_at_first_may_be_a_technology(text: str, names: list[str]) -> None:
    assert _named(text) == names
