"""Fonts as files: the promises of resume_customizer.resume.pages.font_tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from builders.fonts import a_font
from resume_customizer.resume.pages.font_tables import read_face, unscrambled

FONT = a_font({"a": 400, "b": 600, "é": 450})
KEY = "{00112233-4455-6677-8899-AABBCCDDEEFF}"


def test_a_text_is_as_wide_as_its_characters() -> None:
    face = read_face(FONT)

    assert face.width("abba") == pytest.approx(2.0)
    assert face.width("é") == pytest.approx(0.45)


def test_a_line_is_as_tall_as_the_font_says() -> None:
    face = read_face(FONT)

    assert (face.ascent, face.descent, face.gap) == (0.8, 0.2, 0.05)


def test_a_font_that_wants_its_typographic_heights_gets_them() -> None:
    face = read_face(a_font({"a": 400}, typographic=(700, -250, 0)))

    assert (face.ascent, face.descent, face.gap) == (0.7, 0.25, 0.0)


def test_a_font_without_heights_has_those_for_windows() -> None:
    face = read_face(a_font({"a": 400}, heights=(0, 0, 0)))

    assert (face.ascent, face.descent) == (0.9, 0.3)


def test_a_font_that_a_document_stores_is_put_right() -> None:
    stored = unscrambled(FONT, KEY)

    assert stored != FONT
    assert unscrambled(stored, KEY) == FONT
    assert unscrambled(FONT, "no key") == FONT


@given(some.binary(max_size=300), some.integers(0, len(FONT)))
def test_what_is_no_font_is_refused_and_never_crashes(noise: bytes, cut: int) -> None:
    for content in (noise, FONT[:cut], FONT[:cut] + noise + FONT[cut + len(noise) :]):
        try:
            face = read_face(content)
        except ValueError:
            continue
        assert face.width("a") >= 0


def test_a_font_that_claims_what_it_does_not_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="not a font"):
        read_face(FONT[:60])
