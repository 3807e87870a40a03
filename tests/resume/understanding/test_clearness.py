"""How sure the names of a header are: promises of resume_customizer.resume.understanding.clearness."""

import pytest

from drawn.drawing import draw
from resume_customizer.resume.understanding import FoundExperience, Understanding, understand

SURE = 0.8
UNSURE_HEADERS = (
    "Full Stack Engineer - MERN | Varnholt | 2019 – 2021",  # a field, or the employer
    "Barrel Raker | Varnholt | 2019 – 2021",  # no word that is known
    "Analyst | Globex Labs | Quill Berry Sept | 2019 – 2021",  # one name too many
    "Senior Analyst | 2019 – 2021",  # an employee without an employer
    "Analyst, Varnholt | 2019 – 2021 | Marsh Dell",  # which of them is the employer?
    "Analyst | Milan | 2019 – 2021",  # a town, or an employer of that name
    "Analyst | Globex Labs | Quill Berry | 2019 – 2021",  # a town that nobody knows
)
SURE_HEADERS = (
    "Analyst | Globex Labs | Milan, Italy | 2019 – 2021",
    "Analyst – Risk | Globex Labs | Leeds | 2019 – 2021",
    "Globex Labs, Bangalore - India | Analyst | 2019 – 2021",
    "Role: Barrel Raker | Client: Varnholt | 2019 – 2021",
    "Analyst at Globex Labs (Hybrid) | 2019 – 2021",
    "Independent Consultant | 2019 – 2021",
)


def _read(header: str) -> tuple[FoundExperience, Understanding]:
    read = understand(draw(f"**Jane Roe**\n# Experience\n{header}\n- Ran the shop\n- Hired ten people"))
    (found,) = read.experiences
    return found, read


@pytest.mark.parametrize("header", UNSURE_HEADERS)
def test_names_that_nothing_tells_apart_are_told_as_unsure_but_the_experience_is_not_doubtful(header: str) -> None:
    found, read = _read(header)

    assert 0.6 <= found.confidence < SURE
    assert [notice.code for notice in read.notices] == ["unsure-names"]


@pytest.mark.parametrize("header", SURE_HEADERS)
def test_names_that_known_words_and_labels_tell_apart_are_sure(header: str) -> None:
    found, read = _read(header)

    assert found.confidence == 1
    assert read.notices == ()


def test_a_name_that_other_headers_show_at_its_place_is_sure() -> None:
    headers = ("Analyst | Globex Labs | 2019 – 2021", "Clerk | Initech | 2016 – 2019", "Raker | Varnholt | 2012 – 2016")
    picture = "\n".join(f"**{header}**\n- Ran the shop" for header in headers)

    found = understand(draw(f"**Jane Roe**\n# Experience\n{picture}")).experiences

    assert [(each.role, each.company) for each in found][2] == ("Raker", "Varnholt")
    assert [each.confidence for each in found] == [1, 1, 1]


@pytest.mark.parametrize(
    "reason", ["", " (family)", " to care for a parent at home", " due to the birth of two children"]
)
def test_a_break_in_the_career_is_a_doubtful_experience_whatever_its_reason(reason: str) -> None:
    found, _ = _read(f"Career break{reason} | 2019 – 2021")

    assert found.confidence < 0.6
