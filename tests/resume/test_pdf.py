"""The text of PDFs: the promises of resume_customizer.resume.pdf."""

import pytest

from builders.pdf import a_long_pdf, a_pdf, a_protected_pdf, a_scanned_pdf
from resume_customizer.core.errors import UnreadableInput
from resume_customizer.resume.pdf import MAX_PAGES, read_pdf


def test_the_lines_of_all_pages_come_in_order() -> None:
    read = read_pdf(a_pdf(["Senior Java Developer", "• 5+ years of C++ (or C#)"], ["Kafka is a plus"]))

    assert [line for line in read.lines if line] == [
        "Senior Java Developer",
        "• 5+ years of C++ (or C#)",
        "Kafka is a plus",
    ]
    assert read.pages == 2


@pytest.mark.parametrize(
    ("content", "code", "way_out"),
    [
        (a_scanned_pdf(), "pdf-without-text", "OCR"),
        (a_protected_pdf(), "encrypted", "without one"),
        (b"%PDF-1.7\nnothing at all", "damaged-pdf", "paste the text"),
        (a_pdf(["Java and Kafka, five years"])[:300], "damaged-pdf", "paste the text"),
    ],
    ids=["scanned", "protected", "not a PDF", "cut off"],
)
def test_what_holds_no_text_or_can_not_be_read_is_refused_with_the_way_out(
    content: bytes, code: str, way_out: str
) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_pdf(content)

    assert caught.value.code == code
    assert way_out in caught.value.message


def test_more_pages_or_characters_than_a_resume_has_are_refused() -> None:
    assert read_pdf(a_long_pdf(MAX_PAGES)).pages == MAX_PAGES

    for content in (a_long_pdf(MAX_PAGES + 1), a_pdf(*([["x" * 90] * 400] * 20))):
        with pytest.raises(UnreadableInput) as caught:
            read_pdf(content)
        assert caught.value.code == "pdf-too-long"
