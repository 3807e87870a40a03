"""Lines that were sent, found again: the promises of resume_customizer.core.staffing.sent_lines."""

import pytest

from resume_customizer.core.staffing.sent_lines import marks_of_line, point_key, says_the_same

LINE = "Designed an event backbone on Kafka that carries orders for 40 services"


@pytest.mark.parametrize(
    "edited",
    [
        "• Designed an event backbone on Kafka that carries orders for 40 services.",
        "Built an event backbone on Kafka that carries orders for 40 services",
        "Designed an event backbones on Kafka that carries orders for 40 services",
        "Designed an event backbone on Kafka that carries all orders for 40 services",
        "designed an event backbone on kafka that carried orders for 40 services",
    ],
)
def test_lines_that_say_the_same_share_a_mark(edited: str) -> None:
    here, there = marks_of_line(LINE), marks_of_line(edited)

    assert says_the_same(LINE, edited)
    assert here.head == there.head or here.tail == there.tail


def test_other_lines_share_none_and_do_not_say_the_same() -> None:
    for other in ("Cut Kafka consumer lag from minutes to seconds", "Described the whole platform in Terraform"):
        assert not set(marks_of_line(LINE)) & set(marks_of_line(other))
        assert not says_the_same(LINE, other)
    assert not says_the_same(LINE, LINE.replace("40", "400"))


def test_a_short_line_is_found_only_as_a_whole() -> None:
    assert marks_of_line("Led a team") == marks_of_line("- led a team.")
    assert not set(marks_of_line("Led a team")) & set(marks_of_line("Led a big team"))


def test_a_point_is_known_however_it_is_typed() -> None:
    assert point_key(LINE) == point_key(f"• {LINE.upper()}.")
    assert point_key(LINE) != point_key(LINE.replace("40", "41"))
