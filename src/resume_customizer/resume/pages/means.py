"""What pages are counted with: faces, and a judge for what the layout alone is not sure of."""

from collections.abc import Callable
from dataclasses import dataclass

from resume_customizer.resume.pages.faces import MADE_UP, Faces

SetPages = Callable[[bytes], int]
"""How many pages a word processor makes of a document; raises Unavailable or UnreadableInput when it can't say."""


@dataclass(frozen=True, slots=True)
class PageMeans:
    """What pages are counted with."""

    faces: Faces = MADE_UP
    judge: SetPages | None = None
    """Asked where the layout alone is not sure."""


ROUGHLY = PageMeans()
"""Without any font or other program."""
