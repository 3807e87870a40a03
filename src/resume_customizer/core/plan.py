"""A plan: which point goes under which experience and after which bullet, why, and what is left over.

A plan is for exactly one version of one resume and changes nothing by itself; the writer
refuses it for any other file. What is shown is what gets written.
"""

from dataclasses import dataclass

PLAN_VERSION = 1


@dataclass(frozen=True, slots=True)
class Placement:
    """One point and where it goes. Points with the same place stand in the plan's order."""

    point: str
    technology: str
    line: int
    """Line of the tech-stack text that the point begins on (from 1); 0 when it was added by hand."""
    experience: int
    """Position in `ResumeDocument.experiences`."""
    after: int | None = None
    """Position of the paragraph it follows; None for the experience's own anchor (after its last bullet)."""
    rule: str = ""
    """What decided: the strategy's name, or `by hand`."""
    reason: str = ""
    """One plain sentence."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """One point that goes nowhere, and why."""

    point: str
    technology: str
    line: int
    code: str
    """`already-there`, `no-room`, `no-experience`, `no-anchor`, `excluded`, …"""
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Where each point goes, for exactly one version of one resume."""

    document_sha256: str
    placements: tuple[Placement, ...]
    unplaced: tuple[Unplaced, ...] = ()
    strategy: str = ""
    version: int = PLAN_VERSION
