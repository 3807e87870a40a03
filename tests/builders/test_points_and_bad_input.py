"""What the builders of points and of bad input promise."""

import re
import zipfile
from io import BytesIO

import pytest

from builders import ALL_HOSTILE, POINTS_TEXT, HostileFile, a_bank, a_resume
from builders.points import SAMPLE_POINTS, points_text, sample_bank
from resume_customizer.core.tech_stack import parse_tech_stack

# Python takes the signature inside the comment for the end of the archive.
MISREAD_BY_PYTHON = {"zip-comment-with-signature"}
HEAVY = {"huge-text", "pages-5000", "pages-300", "many-attributes", "deep-controls", "flat-bomb", "long-text"}


def test_every_bad_input_has_its_own_name_and_a_code_when_it_is_refused() -> None:
    assert len({each.name for each in ALL_HOSTILE}) == len(ALL_HOSTILE) >= 120
    for each in ALL_HOSTILE:
        assert (each.code is not None) == (each.expected == "refused")
        assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", each.code or "none")


@pytest.mark.parametrize(
    "hostile", [each for each in ALL_HOSTILE if each.name not in HEAVY], ids=lambda each: each.name
)
def test_bad_input_is_the_same_each_time_and_small(hostile: HostileFile) -> None:
    first, second = hostile.data, hostile.data
    assert first == second
    assert len(first) < 1_000_000


def test_what_is_accepted_is_a_sound_zip() -> None:
    accepted = [
        each for each in ALL_HOSTILE if each.expected == "accepted" and each.name not in HEAVY | MISREAD_BY_PYTHON
    ]
    assert len(accepted) >= 30
    for each in accepted:
        with zipfile.ZipFile(BytesIO(each.data)) as package:
            assert package.testzip() is None, each.name


def test_the_sample_bank_is_what_the_sample_text_says() -> None:
    assert points_text(SAMPLE_POINTS) == POINTS_TEXT
    assert parse_tech_stack(POINTS_TEXT).stacks == sample_bank().stacks


def test_a_bank_takes_names_as_words_or_in_quotes() -> None:
    bank = a_bank({"C#": ["Built it."]}, java=["Ran it.", "Sold it."])
    assert [(stack.technology, len(stack.points)) for stack in bank.stacks] == [("C#", 1), ("java", 2)]


def test_a_resume_without_a_file_has_its_bullets_and_their_places() -> None:
    resume = a_resume(["Built it.", "Ran it."], ["Sold it."], environments=[None, "Environment: Java"])

    assert [[bullet.text for bullet in each.bullets] for each in resume.experiences] == [
        ["Built it.", "Ran it."],
        ["Sold it."],
    ]
    assert [each.environment for each in resume.experiences] == [None, "Environment: Java"]
    places = [bullet.paragraph for each in resume.experiences for bullet in each.bullets]
    assert places == sorted(set(places))
    assert all(each.anchor and each.anchor.after == each.bullets[-1].paragraph for each in resume.experiences)


def test_a_resume_with_the_same_bullets_has_the_same_digest() -> None:
    assert a_resume(["Built it."]).sha256 == a_resume(["Built it."]).sha256 != a_resume(["Ran it."]).sha256
