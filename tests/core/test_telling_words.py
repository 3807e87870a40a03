"""What sets experiences apart: the promises of resume_customizer.core.planning.telling_words."""

import pytest

from builders.documents import an_experience
from resume_customizer.core.planning.telling_words import TellingWords, is_about_leading, seniority_of


def test_a_word_that_few_experiences_say_tells_where_a_point_belongs() -> None:
    words = TellingWords(
        [
            an_experience("Settled claims for hospitals."),
            an_experience("Priced freight."),
            an_experience("Sold tickets."),
        ]
    )

    assert words.shared("Automated claim letters to a hospital.", 0) == ("claim", "hospital")
    assert words.shared("Automated claim letters to a hospital.", 1) == ()


def test_a_word_that_most_experiences_share_a_general_one_and_a_short_one_tell_nothing() -> None:
    said = "Settled claims in the new software with services."
    words = TellingWords([an_experience(said), an_experience("Paid claims."), an_experience("Sold rum.")])

    assert words.shared("Checked claims in new software services; sold rum.", 0) == ()
    assert words.shared("Checked claims in new software services; sold rum.", 2) == ()


@pytest.mark.parametrize(
    ("point", "leads"),
    [
        ("Led a team of six engineers through the move.", True),
        ("Successfully mentored two junior developers.", True),
        ("Built services for a leading bank.", False),
        ("Led to fewer incidents by caching.", False),
        ("Managed Kubernetes clusters.", False),
    ],
)
def test_a_point_about_leading_people_is_told_from_others(point: str, leads: bool) -> None:
    assert is_about_leading(point) is leads


@pytest.mark.parametrize(
    ("role", "rank"),
    [("Lead Developer", 1), ("Sr. Java Developer", 1), ("Java Developer", 0), ("Junior Tester", -1), (None, 0)],
)
def test_roles_say_whether_they_lead(role: str | None, rank: int) -> None:
    assert seniority_of(role) == rank
