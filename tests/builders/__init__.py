"""Builders of test data: resumes, broken files, points. Everything in them is invented.

A test resume in five lines:

    a_docx(
        heading("Experience"),
        line(bold("Acme"), " | Java Developer | Jan 2021 – Present"),
        bullets("Built services in Java.", "Led a team of three."),
    )

Further: `ALL_SHAPES` (sample resumes with their truth), `mixed_resume(seed)` (one by chance), `ALL_HOSTILE` (bad input
with the expected refusal), `a_bank`, `POINTS_TEXT` (points), `a_resume` (a resume document without a file); everything
else that can stand in a document is in `builders.docx`.
"""

from typing import TYPE_CHECKING

from builders.documents import a_resume, an_experience
from builders.docx import a_docx, blank, bold, bullets, heading, italic, line, link, typed_bullets
from builders.points import POINTS_TEXT, SAMPLE_POINTS, a_bank, points_text, sample_bank

if TYPE_CHECKING:
    from builders.hostile import ALL_HOSTILE, HostileFile, hostile_named
    from builders.mixed import mixed_resume
    from builders.shapes import ALL_SHAPES, SampleResume, TrueExperience, Truth, shape_named

__all__ = [
    "ALL_HOSTILE",
    "ALL_SHAPES",
    "POINTS_TEXT",
    "SAMPLE_POINTS",
    "HostileFile",
    "SampleResume",
    "TrueExperience",
    "Truth",
    "a_bank",
    "a_docx",
    "a_resume",
    "an_experience",
    "blank",
    "bold",
    "bullets",
    "heading",
    "hostile_named",
    "italic",
    "line",
    "link",
    "mixed_resume",
    "points_text",
    "sample_bank",
    "shape_named",
    "typed_bullets",
]

_HOSTILE = {"ALL_HOSTILE", "HostileFile", "hostile_named"}


def __getattr__(name: str) -> object:
    """Collections come when they are asked for: making all samples takes a third of a second."""
    if name not in __all__:
        raise AttributeError(name)
    from builders import hostile, mixed, shapes

    home = hostile if name in _HOSTILE else mixed if name == "mixed_resume" else shapes
    return getattr(home, name)
