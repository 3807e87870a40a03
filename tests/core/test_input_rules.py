"""The table of what may be sent."""

import math

import pytest

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.input_rules import LARGEST_INTEGER, NUMBERS, TEXTS, find_fault, read_number, read_text


@pytest.mark.parametrize("kind", TEXTS)
def test_exactly_the_longest_text_goes_through_and_one_character_more_does_not(kind: str) -> None:
    longest = TEXTS[kind].longest

    assert read_text("a" * longest, kind) == "a" * longest
    with pytest.raises(InvalidInput, match=f"{longest:,} characters"):
        read_text("a" * (longest + 1), kind)


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("char", ["\0", "\x1b", "\x7f", "\ud800", "\ufffe", "\U0001ffff", "\ufdd0"])
def test_what_no_store_could_give_back_is_refused(kind: str, char: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_text(f"canary {char}", kind, "a field")

    assert caught.value.where == "a field"
    assert "canary" not in caught.value.message


@pytest.mark.parametrize("char", ["\n", "\t", "\u202e", "\u200b", "\u2028", "\ufeff", "\u2066"])
def test_on_one_line_nothing_breaks_it_or_hides_in_it(char: str) -> None:
    assert find_fault(f"Ann{char}L", "name")


def test_longer_texts_have_lines_tabs_and_every_script() -> None:
    text = "Zoë\tÅsa\r\n李四 👩🏽‍💻 עברית \u200fعربى"

    assert read_text(text, "note") == text


def test_the_same_text_has_one_form_and_one_length() -> None:
    assert read_text("Zoe\u0308" * 30, "name") == "Zoë" * 30
    assert read_text("e\u0301" * 120, "name") == "é" * 120


def test_a_letter_with_a_heap_of_marks_is_refused() -> None:
    assert find_fault("a" + "\u0300" * 12, "note")
    assert not find_fault("q\u0323\u0307", "note")


@pytest.mark.parametrize("kind", NUMBERS)
def test_a_number_lies_between_the_two_of_its_kind(kind: str) -> None:
    rule = NUMBERS[kind]

    assert read_number(rule.least, kind) == rule.least
    assert read_number(rule.most, kind) == rule.most
    for wrong in (rule.least - max(1, abs(rule.least) / 100), rule.most * 1.1 + 1, math.nan, math.inf, True):
        with pytest.raises(InvalidInput, match="a number from"):
            read_number(wrong, kind)


def test_whole_numbers_fit_into_eight_bytes() -> None:
    assert LARGEST_INTEGER == 0x7FFF_FFFF_FFFF_FFFF
