"""Technologies and their points, as they were read.

parse_tech_stack(), a bank of the workspace  ->  PointBank  ->  distribute(), bank_to_json()
"""

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
    """Empty for points that stand under no heading."""
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class PointBank:
    """Everything that one text gave: its stacks, and what was odd about it."""

    stacks: tuple[TechStack, ...]
    notices: tuple[Notice, ...] = ()


def bank_to_json(bank: PointBank) -> dict[str, object]:
    """The bank in the form that other programs rely on; `parse_tech_stack` reads it too."""
    return {
        "stacks": [
            {"technology": stack.technology, "points": [{"text": p.text, "line": p.line} for p in stack.points]}
            for stack in bank.stacks
        ],
        "notices": [{"code": n.code, "message": n.message, "where": n.where} for n in bank.notices],
    }
