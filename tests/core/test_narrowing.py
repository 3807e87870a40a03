"""A text with fewer blanks: the promise of resume_customizer.core.naming.narrowing."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from resume_customizer.core.naming.mentions import find_mentions
from resume_customizer.core.naming.narrowing import narrowed


@given(some.text(alphabet="ab   \n", max_size=60))
def test_every_character_is_found_where_it_was(text: str) -> None:
    narrow = narrowed(text)

    assert narrow.text.split() == text.split()
    for at, character in enumerate(narrow.text):
        if character != " ":
            assert text[narrow.place(at)] == character


@pytest.mark.parametrize(
    ("text", "narrow"),
    [
        ("a  b", "a b"),
        ("a   b", "a b"),
        ("a    b", "a    b"),
        ("  a b", " a b"),
        ("a\n b", "a\n b"),
    ],
)
def test_two_or_three_blanks_become_one_and_columns_stay(text: str, narrow: str) -> None:
    assert narrowed(text).text == narrow


def test_a_name_that_is_broken_by_two_blanks_is_found_with_them() -> None:
    text = "Sheets, MS  Office,  Power  BI and T-SQL"

    assert [text[each.start : each.end] for each in find_mentions(text)] == ["MS  Office", "Power  BI", "T-SQL"]
