"""What somebody must be able to defend of a point that was added to their resume.

    point  ->  questions_of()  ->  what will be asked: its technologies, its figures, its claims

Promises (tests in tests/core/test_interview_sheet.py):

* Each technology and each figure that a point names is asked about, in the order of the point, and nothing else.
"""

import re
from typing import Final

from resume_customizer.core.naming.mentions import find_mentions

_FIGURE = re.compile(
    r"(?<![\w.,])[$€£]?\d[\d,.]{0,15}(?:\s?(?:%|x|[KMB]\b|percent|million|billion))?\+?", re.IGNORECASE
)
_LED: Final = frozenset("led managed headed directed mentored supervised oversaw".split())
_DECIDED: Final = frozenset("designed architected introduced chose planned".split())


def questions_of(point: str) -> tuple[str, ...]:
    """What will be asked about a point."""
    asked = [(each.start, f"{each.technology}: what for, how, and what was hard?") for each in find_mentions(point)]
    for found in _FIGURE.finditer(point):
        figure = found.group().strip(" .,")
        if any(char.isdigit() for char in figure):
            asked.append((found.start(), f"{figure}: how was it measured, and what was it before?"))
    first = next(iter(point.lstrip("•-–*· \t").lower().split()), "")
    if first in _LED:
        asked.append((-1, "Who was in the team, and what did you decide yourself?"))
    elif first in _DECIDED:
        asked.append((-1, "Which other ways were there, and why this one?"))
    return tuple(dict.fromkeys(question for _, question in sorted(asked)))
