"""The YAML that people write for points, with the line of each point."""

import pytest

from builders.tech_stack_found import notices_of, points_of, texts_of


@pytest.mark.parametrize(
    "text",
    [
        'Java:\n  - Built jobs\n  - "Led"\nC#:\n  - Tuned\n',
        "---\nJava:\n- Built jobs\n- Led\n\n'C#':\n- Tuned\n...\n",
        "Java: [Built jobs, \"Led\"]\nC#: ['Tuned']\n---",
        '- technology: Java\n  points:\n    - Built jobs\n    - Led\n- technology: "C#"\n  point: Tuned\n',
        '- points:\n  - Built jobs\n  - "Led"\n  technology: Java\n- {}\n'.replace(
            "- {}\n", "- point: Tuned\n  technology: C#\n"
        ),
        'stacks:\n  - name: Java\n    points: ["Built jobs", Led]\n  - name: C#\n    points:\n    - "Tuned"\n',
        '- Java:\n    - Built jobs\n    - "Led"\n- C#:\n    - Tuned\n',
        "Java: |\n  Built jobs\n  Led\nC#: >-\n  Tuned\n",
    ],
)
def test_every_usual_form_of_yaml_is_read(text: str) -> None:
    assert texts_of(text, "points.yaml") == {"Java": ["Built jobs", "Led"], "C#": ["Tuned"]}


def test_each_point_has_the_line_that_it_begins_on() -> None:
    text = 'Java:\n  - Built jobs\n    that bill\n  - "Led\n    them"\n\n  - >\n    Shipped\n    it\n  - Wrote\n'

    assert points_of(text, "p.yml") == {
        "Java": [(2, "Built jobs that bill"), (4, "Led them"), (8, "Shipped it"), (10, "Wrote")]
    }


def test_quotes_and_escapes_are_those_of_yaml() -> None:
    text = "Java:\n  - \"Built: \\u201cjobs\\u201d\\t#1\"\n  - 'Led Ann''s team'\n"

    assert texts_of(text) == {"Java": ["Built: “jobs” #1", "Led Ann's team"]}


def test_a_colon_inside_of_an_item_is_text() -> None:
    assert texts_of('Java:\n  - Cost: cut it\n  - "Led"\n') == {"Java": ["Cost: cut it", "Led"]}


def test_comments_are_left_out_and_named() -> None:
    text = "# mine\nJava:\n  - Built C# jobs # fast\n"

    assert texts_of(text, "p.yaml") == {"Java": ["Built C# jobs"]}
    assert notices_of(text, "p.yaml") == [("line 1", "left-out"), ("line 3", "left-out")]


def test_a_technology_without_points_is_named() -> None:
    assert notices_of('Java:\nKafka:\n  - "Tuned"\nGo:\n') == [
        ("line 1", "heading-without-points"),
        ("line 4", "heading-without-points"),
    ]


@pytest.mark.parametrize(
    "text", ["Java:\n  &a Built\n", 'Java:\n  - "Built\n', "Java:\n  - {a: b}\n", "Java:\n• Built\n"]
)
def test_what_is_not_this_yaml_is_read_as_loose_text(text: str) -> None:
    assert list(points_of(text, "points.yaml")) == ["Java"]
    assert notices_of(text, "points.yaml") == []
