"""Resumes of many makers, trades and countries: further promises of resume_customizer.resume.understanding."""

import pytest

from drawn.agencies import DRAWN as AGENCIES
from drawn.callings import DRAWN as CALLINGS
from drawn.desks import DRAWN as DESKS
from drawn.drawing import ANY, Drawn, Expected, draw
from drawn.ladders import DRAWN as LADDERS
from drawn.makers import DRAWN as MAKERS
from drawn.strangers import DRAWN as STRANGERS
from drawn.trades import DRAWN as TRADES
from resume_customizer.resume.understanding import understand

ALL_DRAWN = (*MAKERS, *TRADES, *DESKS, *AGENCIES, *CALLINGS, *LADDERS, *STRANGERS)


def test_there_are_many_more_drawings() -> None:
    assert len(ALL_DRAWN) > 80
    assert len({drawn.name for drawn in ALL_DRAWN}) == len(ALL_DRAWN)


@pytest.mark.parametrize("drawn", ALL_DRAWN, ids=lambda drawn: drawn.name)
def test_the_experiences_are_those_that_a_person_finds(drawn: Drawn) -> None:
    found = understand(draw(drawn.picture)).experiences

    said: list[Expected] = [
        (each.role, each.company, each.start, each.end, len(each.bullets), each.environment is not None)
        for each in found
    ]
    assert said == [
        tuple(mine if wanted is ANY else wanted for wanted, mine in zip(expected, got, strict=True))
        for expected, got in zip(drawn.experiences, said, strict=True)
    ]
