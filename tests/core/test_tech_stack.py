"""Tech-stack text in every accepted shape: the promises of resume_customizer.core.tech_stack."""

import json

import pytest

from builders.tech_stack_found import found_in, notices_of, points_of, texts_of
from resume_customizer.core.errors import InvalidInput, UnreadableInput
from resume_customizer.core.points import bank_to_json
from resume_customizer.core.tech_stack import parse_tech_stack

NAMES = (
    "AWS", "Angular", "Azure", "Oracle", "Ansible", "Tomcat", "C", "C#", "C++", ".NET", "Go", "R", "jQuery", "F#",
    "Cloud Native Platform Services", "Node.js", "CI/CD", "PL/SQL", "iOS", "OAuth 2.0", "SAP S/4HANA", "3D Modeling",
)  # fmt: skip
HEADS = (
    "3.5x faster feeds", "10+ teams moved", "2 (of 5) modules rebuilt", "99.9% uptime kept", "1,200 jobs migrated",
    "24/7 support given", "5-step review led", "2.5 million rows cleaned", "-5 °C alarms raised", ".5 s saved per call",
)  # fmt: skip


@pytest.mark.parametrize(
    "shape", ["{}\n•\t{}", "{}:\n•\t{}", "{}\n• {}", "{}: • {}", "## {}\n- {}", "**{}**\n1. {}", "{}\n{}"]
)
@pytest.mark.parametrize("name", NAMES)
def test_a_technology_keeps_its_name_in_every_shape(shape: str, name: str) -> None:
    assert texts_of(shape.format(name, "Built the billing jobs")) == {name: ["Built the billing jobs"]}


@pytest.mark.parametrize(
    "bullet", ["• ", "•\t", "•", "- ", "* ", "1. ", "a) ", "\uf0b7\t", "▪ ", "o\t", "-\u00a0", "✓ ", "– "]
)
@pytest.mark.parametrize("head", HEADS)
def test_a_point_that_starts_with_a_number_keeps_its_head(bullet: str, head: str) -> None:
    text = f"Java\n{bullet}{head}\n{bullet}Led the team"

    assert texts_of(text) == {"Java": [head, "Led the team"]}


@pytest.mark.parametrize("head", HEADS)
def test_a_plain_point_that_starts_with_a_number_keeps_its_head(head: str) -> None:
    assert texts_of(f"Java\nBuilt the billing jobs\n{head}") == {"Java": ["Built the billing jobs", head]}


def test_each_point_has_the_line_that_it_begins_on() -> None:
    text = "\n\nJava\n• Built the jobs\n\n  that bill nightly\n• Led\r\n\r\nKafka: • Tuned • Shipped\r\n"

    assert points_of(text) == {
        "Java": [(4, "Built the jobs that bill nightly"), (7, "Led")],
        "Kafka": [(9, "Tuned"), (9, "Shipped")],
    }


def test_the_text_is_kept_as_written_with_white_space_levelled() -> None:
    text = "Java\n•\t Built  “smart”\u00a0‘quotes’ –\tfast &  <v2>; 50 % (a • b).  "

    assert texts_of("Java\n•\t Built  “smart”\u00a0‘quotes’ –\tfast &  <v2>; 50 %.  ") == {
        "Java": ["Built “smart” ‘quotes’ – fast & <v2>; 50 %."]
    }
    assert texts_of(text) == {"Java": ["Built “smart” ‘quotes’ – fast & <v2>; 50 % (a", "b)."]}


def test_a_category_is_not_part_of_the_technology() -> None:
    text = "React (Frontend Library)\n• Built forms\n\nSQL (MySQL, Postgres):\n• Tuned joins"

    assert texts_of(text) == {"React": ["Built forms"], "SQL": ["Tuned joins"]}


def test_blocks_may_mix_shapes() -> None:
    text = """Java
• Built jobs

| Technology | Point |
|---|---|
| Kafka | Tuned consumers |

```json
{"React": ["Drew forms"]}
```
Go: • Wrote agents • Cut memory

technology,point
Rust,"Parsed logs, fast"

### Redis
1. Sized caches"""

    assert points_of(text) == {
        "Java": [(2, "Built jobs")],
        "Kafka": [(6, "Tuned consumers")],
        "React": [(9, "Drew forms")],
        "Go": [(11, "Wrote agents"), (11, "Cut memory")],
        "Rust": [(14, "Parsed logs, fast")],
        "Redis": [(17, "Sized caches")],
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_bytes_in_the_usual_encodings_are_read(encoding: str) -> None:
    assert points_of("Java\r\n•\tBuilt “jobs”\r\n".encode(encoding)) == {"Java": [(2, "Built “jobs”")]}


def test_a_binary_file_is_refused() -> None:
    with pytest.raises(UnreadableInput) as refused:
        parse_tech_stack(b"PK\x03\x04 a resume by mistake")

    assert refused.value.code == "points-binary"


@pytest.mark.parametrize(
    ("text", "code", "limit"),
    [
        ("Java\n• " + "a" * 10_001, "point-too-long", "10,000"),
        ("Java\n" + "".join(f"• Built {n}\n" for n in range(100_001)), "points-too-many", "100,000"),
        ("\n" * 250_000, "points-too-many-lines", "250,000"),
    ],
)
def test_a_text_beyond_the_limits_is_refused_with_the_limit(text: str, code: str, limit: str) -> None:
    with pytest.raises(UnreadableInput, match=limit) as refused:
        parse_tech_stack(text)

    assert refused.value.code == code


def test_a_text_without_points_says_so() -> None:
    assert notices_of("") == [("", "no-points")]
    assert notices_of("Java\n") == [("line 1", "heading-without-points"), ("", "no-points")][::-1]


def test_the_file_name_decides_where_the_text_does_not() -> None:
    text = "Java;Built one\nKafka;Tuned it"

    assert texts_of(text, "points.csv") == {"Java": ["Built one"], "Kafka": ["Tuned it"]}


def test_a_wrong_file_name_does_no_harm() -> None:
    text = "Java:\n• Built jobs, fast\n• Led, too\n"

    for ending in ("json", "yaml", "csv", "tsv", "md", "docx"):
        assert texts_of(text, f"points.{ending}") == {"Java": ["Built jobs, fast", "Led, too"]}


def test_strict_reads_the_three_classic_shapes() -> None:
    text = "Java\n•\tBuilt jobs\n\nC++:\n•\tLed\n.NET\n• Shipped\n"

    bank = parse_tech_stack(text, strict=True)

    assert found_in(bank) == {"Java": [(2, "Built jobs")], "C++": [(5, "Led")], ".NET": [(7, "Shipped")]}
    assert bank.notices == ()


def test_strict_names_every_line_that_does_not_fit_shows_it_and_says_what_was_expected() -> None:
    text = "• Orphan\nJava\n- Built jobs\nKafka\n\n•Tuned\n"

    with pytest.raises(InvalidInput) as refused:
        parse_tech_stack(text, strict=True)

    assert refused.value.code == "points-not-classic"
    problems = str(refused.value).split("\n")
    assert [p.split(":")[0] for p in problems] == ["line 1", "line 2", "line 3", "line 3", "line 6"]
    assert "“- Built jobs”: expected a technology alone, such as “Java”" in problems[3]
    assert "“•Tuned”: expected “•”, a tab or a space, and the point" in problems[4]


@pytest.mark.parametrize(
    "text", ['{"Java": ["Built"]}', "technology,point\nJava,Built", "## Java\n• Built", "Java: • Built"]
)
def test_strict_refuses_the_other_shapes(text: str) -> None:
    with pytest.raises(InvalidInput):
        parse_tech_stack(text, strict=True)


def test_the_json_form_is_read_back_as_it_was() -> None:
    bank = parse_tech_stack("Java\n• Built “jobs”\n• Led\n\nC#\n• Shipped\n• Shipped")
    form = bank_to_json(bank)

    assert form == {
        "stacks": [
            {"technology": "Java", "points": [{"text": "Built “jobs”", "line": 2}, {"text": "Led", "line": 3}]},
            {"technology": "C#", "points": [{"text": "Shipped", "line": 6}]},
        ],
        "notices": [
            {"code": "point-twice", "message": "the same point as in line 6; kept once: “Shipped”", "where": "line 7"}
        ],
    }
    assert texts_of(json.dumps(form)) == {"Java": ["Built “jobs”", "Led"], "C#": ["Shipped"]}
