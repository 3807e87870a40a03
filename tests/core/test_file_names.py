"""Names of uploaded files: the promises of resume_customizer.core.file_names."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from resume_customizer.core.file_names import MAX_BYTES, clean_file_name, split_ending, unlike


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("Resume Jane Doe.docx", "Resume Jane Doe.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\jane\\CV.docx", "CV.docx"),
        ("Lebenslauf Müller – 履歴書.docx", "Lebenslauf Müller – 履歴書.docx"),
        ("a\u202excod.exe", "axcod.exe"),
        ("res\x00ume\r\n.docx", "resume.docx"),
        ('what? "this" <is>.docx', "what_ _this_ _is_.docx"),
        ("CON.docx", "_CON.docx"),
        ("lpt1", "_lpt1"),
        (".docx", "file.docx"),
        ("...", "file"),
        ("", "file"),
        ("trailing. ", "trailing"),
        ("cafe\u0301.docx", "caf\u00e9.docx"),
    ],
)
def test_a_name_stays_as_it_is_as_far_as_that_is_safe(name: str, cleaned: str) -> None:
    assert clean_file_name(name) == cleaned


@given(st.text(max_size=300))
@example("aux.tar.gz")
@example("\ud800.docx")
@example("\u3000.\u3000")
@example("." * 300)
def test_a_cleaned_name_never_leads_elsewhere_and_cleaning_it_again_changes_nothing(name: str) -> None:
    cleaned = clean_file_name(name)

    assert cleaned.strip(". ")
    assert not set(cleaned) & set('/\\:<>|?*"\0\n')
    assert len(cleaned.encode()) <= MAX_BYTES
    assert clean_file_name(cleaned) == cleaned


def test_the_ending_stays_however_long_the_name_is() -> None:
    cleaned = clean_file_name("ä" * 500 + ".docx")

    assert cleaned.endswith("ä.docx")
    assert len(cleaned.encode()) <= MAX_BYTES


def test_what_is_no_ending_belongs_to_the_name() -> None:
    assert split_ending("resume v2. final version") == ("resume v2. final version", "")
    assert split_ending("resume.final.docx") == ("resume.final", ".docx")


def test_equal_names_are_told_apart_by_a_number() -> None:
    assert unlike("resume.docx", []) == "resume.docx"
    assert unlike("resume.docx", ["Resume.DOCX", "resume (2).docx"]) == "resume (3).docx"
    assert len(unlike(clean_file_name("x" * 400), [clean_file_name("x" * 400)]).encode()) <= MAX_BYTES
