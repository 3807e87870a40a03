"""Names written together or apart: the promises of resume_customizer.core.naming.joined_names."""

import pytest

from resume_customizer.core.naming.joined_names import parts_of
from resume_customizer.core.naming.mentions import find_mentions
from resume_customizer.core.naming.own_technologies import OwnTechnology, knowing, own_technologies


def _spans(text: str) -> list[tuple[str, str]]:
    return [(mention.technology, text[mention.start : mention.end]) for mention in find_mentions(text)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("MSWord, MSExcel", [("Microsoft Word", "MSWord"), ("Microsoft Excel", "MSExcel")]),
        ("SpringBoot services", [("Spring Boot", "SpringBoot")]),
        ("springtime boot, msword", []),
    ],
)
def test_several_words_are_found_as_one_with_capitals_inside(text: str, spans: list[tuple[str, str]]) -> None:
    assert _spans(text) == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Win Runner and QTP", [("WinRunner", "Win Runner"), ("QTP", "QTP")]),
        ("Tools: WIN RUNNER, JIRA", [("WinRunner", "WIN RUNNER"), ("Jira", "JIRA")]),
        ("a win runner up", []),
        ("an eight hour work day", []),
    ],
)
def test_a_word_with_a_capital_inside_is_found_as_two(text: str, spans: list[tuple[str, str]]) -> None:
    assert _spans(text) == spans


def test_only_words_with_one_capital_inside_have_halves() -> None:
    assert parts_of("WinRunner") == ("Win", "Runner")
    assert [parts_of(each) for each in ("Winrunner", "QTP", "GitHubActions", "iOS", "C++", "x" * 50)] == [None] * 6


def test_what_is_ignored_here_is_not_found_in_another_writing() -> None:
    with knowing(own_technologies((OwnTechnology("WinRunner", is_ignored=True),))):
        assert _spans("Win Runner") == []
