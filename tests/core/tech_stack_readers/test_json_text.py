"""JSON of many forms, with the line of each point."""

import json

import pytest

from builders.tech_stack_found import notices_of, points_of, texts_of
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.tech_stack import parse_tech_stack

WANTED = {"Java": ["Built jobs", "Led"], "C#": ["Tuned"]}


@pytest.mark.parametrize(
    "value",
    [
        WANTED,
        [{"technology": "Java", "points": ["Built jobs", "Led"]}, {"technology": "C#", "point": "Tuned"}],
        [{"tech": "Java", "point": "Built jobs"}, {"tech": "Java", "point": "Led"}, {"tech": "C#", "point": "Tuned"}],
        [{"points": ["Built jobs", "Led"], "name": "Java"}, {"bullets": ["Tuned"], "name": "C#"}],
        [["Java", "Built jobs"], ["Java", "Led"], ["C#", "Tuned"]],
        [["technology", "point"], ["Java", "Built jobs", "Led"], ["C#", "Tuned"]],
        {"tech_stacks": WANTED},
        {"stacks": [{"tech": "Java", "points": [{"text": "Built jobs", "line": 2}, {"text": "Led"}]}, {"C#": "Tuned"}]},
        {"Java": {"points": ["Built jobs", "Led"]}, "C#": {"points": ["Tuned"]}},
        {"Java": "• Built jobs\n• Led", "C# (Language)": ["- Tuned"]},
    ],
)  # fmt: skip
@pytest.mark.parametrize("indent", [None, 2])
def test_every_usual_form_of_json_is_read(value: object, indent: int | None) -> None:
    assert texts_of(json.dumps(value, indent=indent)) == WANTED


def test_each_point_has_the_line_of_its_string() -> None:
    text = '{\n  "Java": [\n    "Built \\u201cjobs\\u201d",\n\n    "Led"\n  ],\n  "C#":\n    "Tuned"\n}'

    assert points_of(text) == {"Java": [(3, "Built “jobs”"), (5, "Led")], "C#": [(8, "Tuned")]}


def test_groups_and_other_fields_are_left_out_and_named() -> None:
    text = '{"Backend": {"Java": ["Built"]}, "Data": {"dbt": ["Modelled"]}}'

    assert texts_of(text) == {"Java": ["Built"], "dbt": ["Modelled"]}
    assert notices_of(text) == [("line 1", "left-out"), ("line 1", "left-out")]
    assert notices_of('[{"technology": "Java", "level": "senior", "id": 7,\n"points": ["Built"]}]') == [
        ("line 1", "left-out")
    ]
    assert notices_of('{"Java": [true, 3, null, "Built"]}') == [("line 1", "left-out")] * 3


def test_json_lines_are_read() -> None:
    text = '{"technology": "Java", "point": "Built"}\n{"technology": "C#", "point": "Tuned"}\n'

    assert points_of(text) == {"Java": [(1, "Built")], "C#": [(2, "Tuned")]}


@pytest.mark.parametrize(
    "text",
    [
        '{"Java": ["Built", "Led",], }',
        '{"Java": ["Built" "Led"]}',
        "{'Java': ['Built', 'Led']}",
        '{"Java": ["Built", // good\n "Led"]}',
        '{"Java": ["Built", /* good */ "Led"]}',
    ],
)
def test_json_that_a_person_mended_by_hand_is_read_with_a_notice(text: str) -> None:
    assert texts_of(text) == {"Java": ["Built", "Led"]}
    assert [code for _, code in notices_of(text)] == ["json-mended"]


def test_typographic_quotes_around_json_are_read() -> None:
    assert texts_of("{“Java”: [“Built”, “Led”]}") == {"Java": ["Built", "Led"]}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('{\n "Java" ["Built"]\n}', 2, '“"Java" ["Built"]”: expected “:” and the points'),
        ('{\n "Java": [\n "Built\n]}', 3, '“"Built”: expected a closing quote'),
        ('{"Java": ["Built"]', 1, "the text ends inside of “{” of line 1; expected its end"),
        ('{"Java": ["Built"}', 1, "expected no “}” here"),
        ('{"Java": [Built]}', 1, "expected a text in quotes"),
        ('{"Java": , "C": []}', 1, "expected no comma here"),
        ('{"Java"}', 1, "expected no “}” here"),
        ("[" * 60 + '"a"', 1, "more than 50 levels"),
    ],
)  # fmt: skip
def test_damaged_json_is_refused_with_the_line_and_what_was_expected(text: str, line: int, message: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_tech_stack(text)

    assert refused.value.code == "points-json"
    assert refused.value.where == f"line {line}"
    assert message in refused.value.message


def test_a_bracket_amid_plain_lines_that_is_no_json_is_read_as_a_plain_line() -> None:
    text = 'Java\n• Built\n["quoted" heading]\n• Led'

    assert ("line 3", "points-json") in notices_of(text)
    assert (4, "Led") in [point for points in points_of(text).values() for point in points]


def test_characters_that_json_hides_in_escapes_are_cleaned() -> None:
    assert texts_of('{"Ja\\u0000va": ["Bu\\ud83dilt \\u200bjobs"]}') == {"Java": ["Built jobs"]}
