"""Resumes of many makers, trades and countries: further promises of resume_customizer.resume.understanding."""

import pytest

from drawn.agencies import DRAWN as AGENCIES
from drawn.callings import DRAWN as CALLINGS
from drawn.desks import DRAWN as DESKS
from drawn.drawing import Drawn, found_and_wanted
from drawn.ladders import DRAWN as LADDERS
from drawn.makers import DRAWN as MAKERS
from drawn.strangers import DRAWN as STRANGERS
from drawn.trades import DRAWN as TRADES

ALL_DRAWN = (*MAKERS, *TRADES, *DESKS, *AGENCIES, *CALLINGS, *LADDERS, *STRANGERS)


def test_there_are_many_more_drawings() -> None:
    assert len(ALL_DRAWN) > 80
    assert len({drawn.name for drawn in ALL_DRAWN}) == len(ALL_DRAWN)


@pytest.mark.parametrize("drawn", ALL_DRAWN, ids=lambda drawn: drawn.name)
def test_the_experiences_are_those_that_a_person_finds(drawn: Drawn) -> None:
    found, wanted = found_and_wanted(drawn)

    assert found == wanted
