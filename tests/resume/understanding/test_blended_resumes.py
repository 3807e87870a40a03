"""Whole documents blended by chance from many habits: further promises of resume_customizer.resume.understanding."""

import pytest

from drawn.blends import Blend, Wanted, blends, rough, strange
from drawn.drawing import ANY, Drawn, found_and_wanted
from drawn.rarities import DRAWN as RARITIES
from drawn.typeset import typeset
from resume_customizer.resume.lines import Line
from resume_customizer.resume.reader import open_document
from resume_customizer.resume.understanding import FoundExperience, understand

READ_WRONG = frozenset(
    (
        *("rough-34", "rough-76", "strange-55"),  # numbers and links in names: nothing tells them
        *("strange-21", "strange-53"),  # `Engineer - MERN`: a field that nobody knows behind a dash
        "academic life",  # which of them is the department of, the professor or the university?
    )
)
"""Drawn before the rules were mended, and read with a fault still."""
BLENDS = [blend for blend in (*blends(), *rough(), *strange()) if blend.name not in READ_WRONG]
DRAWN = [drawn for drawn in RARITIES if drawn.name not in READ_WRONG]


def _level(text: str) -> str:
    return " ".join(text.split())


def _told(found: FoundExperience, lines: tuple[Line, ...]) -> Wanted:
    environment = _level(lines[found.environment].text) if found.environment is not None else None
    bullets = tuple(_level(lines[at].body) for at in found.bullets)
    return Wanted(found.role, found.company, found.location, found.start, found.end, bullets, environment, found.kind)


def _asked(wanted: Wanted, told: Wanted) -> Wanted:
    """What is told, where nobody asks."""
    return Wanted(*(mine if asked is ANY else asked for asked, mine in zip(wanted, told, strict=True)))


def test_the_blends_are_many_and_have_many_looks() -> None:
    every = blends()
    assert len(every) > 200
    assert len({blend.name for blend in every}) == len(every)
    assert len({blend.look for blend in every}) > 150
    assert every == blends()


@pytest.mark.parametrize("blend", BLENDS, ids=lambda blend: blend.name)
def test_the_experiences_of_a_blend_are_those_that_it_was_made_with(blend: Blend) -> None:
    lines = open_document(typeset(blend.rows, blend.look)).lines
    told = [_told(each, lines) for each in understand(lines).experiences]
    asked = [_asked(wanted, each) for wanted, each in zip(blend.wanted, told, strict=False)]
    assert told == [*asked, *blend.wanted[len(told) :]]


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda drawn: drawn.name)
def test_the_experiences_of_rare_callings_are_those_that_a_person_finds(drawn: Drawn) -> None:
    found, wanted = found_and_wanted(drawn)

    assert found == wanted
