"""Technologies and their points, as typed by a person."""

from dataclasses import dataclass

from resume_customizer.core.notices import Notice


@dataclass(frozen=True, slots=True)
class Point:
    """One sentence to be added, with the line of the input that it begins on (from 1)."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class TechStack:
    """A technology and its points, in the order typed."""

    technology: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class PointBank:
    """Everything that one text gave: its stacks, and what was odd about it."""

    stacks: tuple[TechStack, ...]
    notices: tuple[Notice, ...] = ()
