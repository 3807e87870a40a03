"""Stacks, repeated points and oddities: the promises of the Gathering."""

from builders.tech_stack_found import notices_of, points_of
from resume_customizer.core.tech_stack import parse_tech_stack


def test_repeated_headings_are_one_stack_in_the_order_of_the_first() -> None:
    text = "Java\n• Built\n\nKafka\n• Tuned\n\nJAVA:\n• Led"

    assert points_of(text) == {"Java": [(2, "Built"), (8, "Led")], "Kafka": [(5, "Tuned")]}


def test_the_same_point_twice_is_kept_once_with_a_notice() -> None:
    text = "Java\n• Built jobs\n• Led\n\nKafka\n• Tuned\n\nJava\n• built  Jobs."

    assert points_of(text)["Java"] == [(2, "Built jobs"), (3, "Led")]
    assert notices_of(text) == [("line 9", "point-twice")]


def test_the_same_point_under_two_technologies_is_kept_under_both_with_a_notice() -> None:
    text = "Java\n• Built jobs\n\nKafka\n• Built jobs"

    assert points_of(text) == {"Java": [(2, "Built jobs")], "Kafka": [(5, "Built jobs")]}
    assert notices_of(text) == [("line 5", "point-under-two-technologies")]


def test_points_before_any_heading_are_kept_under_no_technology_with_a_notice() -> None:
    text = "• Built jobs\n• Led\n\nJava\n• Shipped"

    assert points_of(text) == {"": [(1, "Built jobs"), (2, "Led")], "Java": [(5, "Shipped")]}
    assert notices_of(text) == [("line 1", "technology-unknown")]


def test_a_heading_without_points_is_named() -> None:
    assert notices_of("Java\n\nKafka\n• Tuned\n\nReact:\n") == [
        ("line 1", "heading-without-points"),
        ("line 6", "heading-without-points"),
    ]


def test_notices_come_in_the_order_of_their_lines() -> None:
    text = "• Orphan\n• Orphan\n\nJava\n\nKafka\n• **Tuned** it\n"

    assert notices_of(text) == [
        ("line 1", "technology-unknown"),
        ("line 2", "point-twice"),
        ("line 4", "heading-without-points"),
        ("line 7", "markup-removed"),
    ]


def test_a_notice_shows_at_most_a_line_of_what_it_is_about() -> None:
    point = "word " * 100
    (notice,) = parse_tech_stack(f"Java\n• {point}\n• {point}").notices

    assert len(notice.message) < 150
    assert notice.message.endswith("…”")
