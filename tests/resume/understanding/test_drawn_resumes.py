"""What a person finds in a drawn resume: the promises of resume_customizer.resume.understanding."""

import pytest

from drawn.drawing import Drawn, found_and_wanted
from drawn.odd import DRAWN as ODD
from drawn.tables import DRAWN as TABLES
from drawn.usual import DRAWN as USUAL
from drawn.worldwide import DRAWN as WORLDWIDE

ALL_DRAWN = (*USUAL, *WORLDWIDE, *ODD, *TABLES)


def test_there_are_many_different_drawings() -> None:
    assert len(ALL_DRAWN) > 120
    assert len({drawn.name for drawn in ALL_DRAWN}) == len(ALL_DRAWN)


@pytest.mark.parametrize("drawn", ALL_DRAWN, ids=lambda drawn: drawn.name)
def test_the_experiences_are_those_that_a_person_finds(drawn: Drawn) -> None:
    found, wanted = found_and_wanted(drawn)

    assert found == wanted
