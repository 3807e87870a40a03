"""Lengths and properties: resume_customizer.resume.pages.formatting."""

import pytest

from resume_customizer.resume.pages.formatting import points


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("240", 12.0),
        ("-240", -12.0),
        ("566.9291338582677", 28.346456692913385),
        ("12pt", 12.0),
        ("0.5in", 36.0),
        (" 2.54cm", 72.0),
        ("25.4mm", 72.0),
    ],
)
def test_a_length_is_read_with_its_unit(text: str, length: float) -> None:
    assert points(text) == pytest.approx(length)


@pytest.mark.parametrize("text", [None, "", "wide", "nan", "inf", "1e9", "9" * 30, "12px"])
def test_what_is_no_length_is_none(text: str | None) -> None:
    assert points(text) == 0.0
