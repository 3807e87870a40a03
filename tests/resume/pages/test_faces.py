"""Faces without fonts: the promises of resume_customizer.resume.pages.faces."""

import pytest

from resume_customizer.resume.pages.faces import MADE_UP

TEXT = "Designed keyed partitions for nine tenants without an outage"


def _width(family: str, *, bold: bool = False) -> float:
    return MADE_UP.face(family, bold=bold, italic=False).width(TEXT)


def test_a_made_up_face_is_as_wide_as_its_kind() -> None:
    assert _width("Calibri") < _width("Arial") < _width("Verdana")
    assert _width("Times New Roman") < _width("Arial")
    assert _width("Cambria") < _width("Arial")
    assert _width("Courier New") == pytest.approx(0.6 * len(TEXT))


@pytest.mark.parametrize("family", ["Arial", "Calibri", "Georgia", "Cambria", "Tahoma"])
def test_bold_text_is_wider(family: str) -> None:
    assert _width(family, bold=True) > _width(family)


def test_a_family_that_nobody_knows_has_a_face_too() -> None:
    assert _width("Nobody's Grotesk") == _width("Arial")
