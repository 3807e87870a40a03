"""Headings, points and wrapped lines in what people type and paste: the promises of the reader of loose text."""

import pytest

from builders.tech_stack_found import notices_of, points_of, texts_of

# ---------------------------------------------------------------- headings


@pytest.mark.parametrize(
    "heading",
    [
        "Kafka", "Kafka:", "Kafka :", "Kafka –", "Kafka -", "Kafka:-", "Kafka =>", "## Kafka", "### Kafka ###",
        "#Kafka",
        "**Kafka**", "**Kafka:**", "**Kafka**:", "__Kafka__", "*Kafka*", "_Kafka_", "`Kafka`", "[Kafka]", "【Kafka】",
        "== Kafka ==", "--- Kafka ---", "*** Kafka ***", "1. Kafka", "1) Kafka:", "2. **Kafka**", "## 3. Kafka",
        "🚀 Kafka", "🚀 **Kafka**", "Kafka 🔥", "1️⃣ Kafka", "Kafka (Streaming)", "Kafka (a (b) c):", "“Kafka”",
        "<b>Kafka</b>",
        "Technology: Kafka", "Tech Stack: Kafka", "Skill #2: Kafka", "Kafka\n=====", "Kafka\n-----",
    ],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_heading_is_known_in_whatever_it_is_dressed(heading: str, gap: str) -> None:
    text = f"Java\n• Built the jobs\n• Led the team{gap}{heading}\n• Tuned consumers\n• Sized topics"

    assert texts_of(text) == {"Java": ["Built the jobs", "Led the team"], "Kafka": ["Tuned consumers", "Sized topics"]}


@pytest.mark.parametrize(
    "name", ["Java", "Spring Boot", "Cloud Native Platform Services", ".NET", "jQuery", "R", "CI/CD"]
)
def test_the_blank_line_between_stacks_may_be_missing(name: str) -> None:
    assert texts_of(f"Go\n• Built the jobs\n{name}\n• Led the team") == {
        "Go": ["Built the jobs"],
        name: ["Led the team"],
    }
    assert texts_of(f"Go\nBuilt the nightly jobs\n{name}\nLed the whole team") == {
        "Go": ["Built the nightly jobs"],
        name: ["Led the whole team"],
    }


def test_headings_and_points_may_be_bullets_of_two_levels() -> None:
    text = "• Java\n   ◦ Built jobs\n   ◦ Led\n• Kafka\n   ◦ Tuned"

    assert texts_of(text) == {"Java": ["Built jobs", "Led"], "Kafka": ["Tuned"]}


def test_headings_may_be_numbered_above_bullets() -> None:
    text = "1. Java\n- Built jobs\n- Led\n2. Kafka\n- Tuned"

    assert texts_of(text) == {"Java": ["Built jobs", "Led"], "Kafka": ["Tuned"]}


def test_headings_and_points_may_have_the_same_bullet_when_headings_end_with_a_colon() -> None:
    assert texts_of("- Java:\n- Built jobs\n- Kafka:\n- Tuned") == {"Java": ["Built jobs"], "Kafka": ["Tuned"]}


def test_headings_in_small_letters_are_headings() -> None:
    text = "pandas\n• Cleaned the frames.\ndbt\n• Modelled the marts.\n\nscikit-learn\nTrained the fraud models."

    assert texts_of(text) == {
        "pandas": ["Cleaned the frames."],
        "dbt": ["Modelled the marts."],
        "scikit-learn": ["Trained the fraud models."],
    }


def test_a_heading_may_stand_in_the_line_of_each_point() -> None:
    expected = {"Java": ["Built the jobs", "Led the team"], "iOS": ["Drew the forms"]}

    for form in ("{}: {}", "{} - {}", "- **{}:** {}", "• {}: {}", "**{}** – {}"):
        lines = [form.format(n, p) for n, points in expected.items() for p in points]
        assert texts_of("\n".join(lines)) == expected


def test_labels_are_no_technologies_and_are_named() -> None:
    text = "Java\nResponsibilities:\n• Built jobs\n\nKafka\n**Key Achievements**\n• Tuned"

    assert texts_of(text) == {"Java": ["Built jobs"], "Kafka": ["Tuned"]}
    assert notices_of(text) == [("line 2", "left-out"), ("line 6", "left-out")]


def test_a_title_above_the_first_heading_is_a_heading_without_points() -> None:
    text = "Backend Stack\n\nJava\n• Built jobs"

    assert texts_of(text) == {"Java": ["Built jobs"]}
    assert notices_of(text) == [("line 1", "heading-without-points")]


# ---------------------------------------------------------------- points


@pytest.mark.parametrize(
    "bullet",
    ["•\t", "• ", "•", "\uf0b7\t", "\uf0a7 ", "●  ", "▪\u00a0", "◦ ", "· ", "➢ ", "✓ ", "✅ ", "👉 ", "- ", "-\t", "– ",
     "— ", "-> ", "=> ", "→ ", "* ", "+ ", "~ ", "o\t", "§ ", "Ø\t", "- [ ] ", "- [x] ", "• - ", "\\- ",
     "    • ", "\t- "],
)  # fmt: skip
def test_bullets_of_every_kind_are_known(bullet: str) -> None:
    text = f"Java\n{bullet}Built jobs\n{bullet}Led the team"

    assert points_of(text) == {"Java": [(2, "Built jobs"), (3, "Led the team")]}


@pytest.mark.parametrize(
    "numbers", ["1. |2. |3. ", "1) |2) |3) ", "(1) |(2) |(3) ", "a) |b) |c) ", "a. |b. |c. ", "i. |ii. |iii. ",
                "1. |1. |1. ", "1.\t|2.\t|3.\t", "1.1 |1.2 |1.3 ", "1.|2.|3.", "7. |8. |10. "],
)  # fmt: skip
def test_numbers_and_letters_of_lists_are_no_part_of_the_point(numbers: str) -> None:
    first, second, third = numbers.split("|")

    assert texts_of(f"Java\n{first}Built jobs\n{second}Led\n{third}Shipped") == {
        "Java": ["Built jobs", "Led", "Shipped"]
    }


def test_a_number_that_no_list_explains_is_part_of_the_point() -> None:
    text = "Java\n• Built jobs\n\nKafka\n2.5 million events a day handled\n3. half of the consumers rebuilt"

    assert texts_of(text)["Kafka"] == ["2.5 million events a day handled", "3. half of the consumers rebuilt"]


def test_a_title_in_front_of_a_point_stays_there() -> None:
    text = "AWS\n• Cost: cut spending by 40%\n• Data quality – owned checks\n\nJava\nSecurity: hardened the login\nLed"

    assert texts_of(text) == {
        "AWS": ["Cost: cut spending by 40%", "Data quality – owned checks"],
        "Java": ["Security: hardened the login", "Led"],
    }


def test_nested_bullets_are_points_of_the_same_technology() -> None:
    text = "Java\n• Built the billing platform:\n   ◦ moved the batch jobs\n   ◦ split the schema\n• Led"

    assert texts_of(text) == {
        "Java": ["Built the billing platform:", "moved the batch jobs", "split the schema", "Led"]
    }


def test_bold_lead_ins_of_markdown_lose_their_signs_with_a_notice() -> None:
    text = "Java\n- **Led** the team\n- **Tuned** the 2**3 solver\n- Kept a ** b and __init__"

    assert texts_of(text) == {"Java": ["Led the team", "Tuned the 2**3 solver", "Kept a ** b and __init__"]}
    assert notices_of(text) == [("line 2", "markup-removed")]


def test_what_a_chat_tool_says_around_the_points_is_left_out_and_named() -> None:
    text = "Sure! Here are points you can use:\n\n**Java**\n* Built jobs\n\n---\nLet me know if you'd like more!"

    assert texts_of(text) == {"Java": ["Built jobs"]}
    assert notices_of(text) == [("line 1", "left-out"), ("line 7", "left-out")]


def test_a_quoted_mail_is_read_without_its_signs_of_quotation() -> None:
    assert texts_of("> Java\n> • Built jobs\n> • Led") == {"Java": ["Built jobs", "Led"]}
    assert texts_of("Java\n• Built jobs\n> 99% uptime kept") == {"Java": ["Built jobs > 99% uptime kept"]}


def test_a_bullet_may_stand_alone_above_its_point() -> None:
    assert points_of("Java\n•\nBuilt jobs\n•\nLed") == {"Java": [(3, "Built jobs"), (5, "Led")]}


# ---------------------------------------------------------------- wrapped lines


@pytest.mark.parametrize("hang", ["", "  ", "\t"])
def test_a_wrapped_point_is_joined_and_has_the_line_that_it_begins_on(hang: str) -> None:
    text = f"Java\n• Built the jobs that bill\n{hang}every night, and the multi-\n{hang}tenant reports\n• Led"

    assert points_of(text) == {
        "Java": [(2, "Built the jobs that bill every night, and the multi-tenant reports"), (5, "Led")]
    }


def test_plain_wrapped_lines_are_joined() -> None:
    text = "Java\nBuilt the jobs that bill\nevery night\nLed the team and\nKafka guild\n\nGo\nWrote agents"

    assert points_of(text) == {
        "Java": [(2, "Built the jobs that bill every night"), (4, "Led the team and Kafka guild")],
        "Go": [(8, "Wrote agents")],
    }


def test_a_second_line_that_looks_like_a_heading_belongs_to_a_sentence_that_can_not_end() -> None:
    for end in ("with", "on top of the", "Oracle,", "Oracle &", "Oracle and", "(built on", "Java –"):
        text = f"Java\n• Moved the billing platform {end}\nKafka Streams\n• Led"
        assert texts_of(text) == {"Java": [f"Moved the billing platform {end} Kafka Streams", "Led"]}


def test_a_second_line_that_looks_like_a_heading_belongs_to_the_point_when_the_list_counts_on() -> None:
    text = "AWS\n1. Moved the platform to Amazon Web\nServices\n2. Led"

    assert texts_of(text) == {"AWS": ["Moved the platform to Amazon Web Services", "Led"]}


def test_a_list_that_begins_again_has_a_heading_above() -> None:
    text = "AWS\n1. Moved the platform\n2. Led it\nMachine learning\n1. Trained models"

    assert texts_of(text) == {"AWS": ["Moved the platform", "Led it"], "Machine learning": ["Trained models"]}


def test_a_second_line_that_looks_like_a_heading_belongs_to_the_point_when_the_text_wraps_at_that_width() -> None:
    text = """AWS
• Introduced canary releases for the nine services of the checkout team and
  trained the support desk on them
• Reduced the monthly bill by moving the nightly aggregation jobs over to
  spot instances
• Migrated the patient intake platform from three data centers to Amazon Web
Services
• Led the guild
Data Engineering
• Built marts"""

    assert [line for line, _ in points_of(text)["AWS"]] == [2, 4, 6, 8]
    assert texts_of(text)["AWS"][2].endswith("to Amazon Web Services")
    assert texts_of(text)["Data Engineering"] == ["Built marts"]


def test_a_line_broken_before_a_dash_is_no_list_of_dashes() -> None:
    text = "Java\n• Rebuilt two of five modules\n– with tests first\n• Led"

    assert texts_of(text) == {"Java": ["Rebuilt two of five modules – with tests first", "Led"]}


def test_a_forgotten_bullet_is_a_point_of_its_own_with_a_notice() -> None:
    text = "Java\n• Built the jobs.\nReduced the nightly run to nine minutes.\n• Led the team."

    assert points_of(text)["Java"] == [
        (2, "Built the jobs."),
        (3, "Reduced the nightly run to nine minutes."),
        (4, "Led the team."),
    ]
    assert notices_of(text) == [("line 3", "point-without-bullet")]


def test_a_blank_line_after_every_line_changes_nothing() -> None:
    lines = ["Java", "• Built the jobs", "• Led", "with care", "Kafka", "• Tuned", "• Shipped"]

    assert texts_of("\n\n".join(lines)) == texts_of("\n".join(lines))


def test_soft_line_breaks_divide_like_hard_ones() -> None:
    assert points_of("Java\x0b• Built jobs\u2028• Led\nKafka\n• Tuned") == {
        "Java": [(1, "Built jobs"), (1, "Led")],
        "Kafka": [(3, "Tuned")],
    }
