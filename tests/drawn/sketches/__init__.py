"""Resumes written by hand as people of many countries and trades write them, with what a person finds in them.

*.txt  ->  sketches()  ->  Sketch(name, rows, told)  ->  looks()  ->  drawn.typeset  ->  documents in several looks

@ name           begins a sketch; below it stand rows as `drawn.typeset` reads them
=> Role ~ Company ~ Place ~ start ~ end ~ 3 Trained ~ env ~ project
                 an experience: how many bullets, how the last one begins; `-` is none, `*` what nobody asks
=: skills * experience
                 what its sections are, without the contact lines; `*` what nobody asks
"""

from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from drawn.drawing import ANY
from drawn.typeset import ITEMS, MAKERS, TITLES, Look

HERE = Path(__file__).parent
_SET_APART = [name for name in TITLES if name != "plain"]
_SPECIAL = {"-": None, "*": ANY}


class Told(NamedTuple):
    """One experience, as a person and as the reader tell it."""

    role: Any
    company: Any
    place: Any
    start: Any
    end: Any
    bullets: Any
    """`3 Trained`: how many, and the first word of the last one."""
    environment: Any
    kind: Any = ANY


class Sketch(NamedTuple):
    """The rows of a resume, and the experiences that a person finds in it."""

    name: str
    rows: tuple[str, ...]
    told: tuple[Told, ...]
    sections: tuple[Any, ...] | None = None
    """Their kinds, where the sketch tells them."""


def sketches(which: str = "") -> list[Sketch]:
    """Those of the files whose names begin so, in the order of their names."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(HERE.glob(f"{which}*.txt"))]
    return [_sketch(part) for text in texts for part in text.removeprefix("@ ").split("\n@ ")]


def _sketch(part: str) -> Sketch:
    name, *rows = part.strip("\n").split("\n")
    told = tuple(_told(row[3:]) for row in rows if row.startswith("=> "))
    kinds = next((row[3:].split() for row in rows if row.startswith("=: ")), None)
    sections = None if kinds is None else tuple(_SPECIAL.get(kind, kind) for kind in kinds)
    return Sketch(name, tuple(row for row in rows if not row.startswith(("=> ", "=: "))), told, sections)


def _told(row: str) -> Told:
    fields: list[Any] = [_SPECIAL.get(field, field) for field in map(str.strip, row.split(" ~ "))]
    fields[6] = ANY if fields[6] is ANY else fields[6] == "env"
    return Told(*fields)


def looks(sketch: Sketch, count: int = 3) -> list[Look]:
    """A few ways in which the resume may be set; always the same."""
    chance = Random(sketch.name)
    return [
        Look(
            habits=chance.choice(MAKERS),
            title=chance.choice(_SET_APART),
            items=chance.choice(list(ITEMS)),
            font=chance.choice(("Calibri", "Arial", "Garamond", "Times New Roman")),
            size=chance.choice((9.5, 10.5, 11, 12)),
            blanks=chance.random() < 0.5,
        )
        for _ in range(count)
    ]
