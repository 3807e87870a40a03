"""What a stored point may be: the promises of resume_customizer.core.bank_points."""

import pytest

from resume_customizer.core.bank_points import LONGEST_POINT, point_key, read_point, read_technology
from resume_customizer.core.errors import InvalidInput


def test_white_space_is_levelled_and_nothing_else_is_changed() -> None:
    assert read_point("  Cut\tlag\n from 40 s  to 2 s. ") == "Cut lag from 40 s to 2 s."
    assert read_technology(" Node.js ") == "Node.js"
    assert read_technology("") == ""


@pytest.mark.parametrize(
    "typed", ["", "  ", "•", "--- ...", "x" * (LONGEST_POINT + 1), "Built\x00 it.", "Bu\u202eilt it."]
)
def test_what_is_no_point_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_point(typed)

    assert caught.value.code == "bad-point"


@pytest.mark.parametrize("typed", ["x" * 121, "Ja\x00va", "Ja\ud800va"])
def test_what_is_no_technology_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_technology(typed)

    assert caught.value.code == "bad-technology"


def test_points_that_read_the_same_have_the_same_key() -> None:
    assert point_key("Cut consumer lag – by half.") == point_key("• cut consumer lag - by half")
    assert point_key("Cut lag by 40%.") != point_key("Cut lag by 50%.")
