"""What a stored point may be: its technology, its text, and how two are told to be the same.

    what a person typed  ->  read_technology(), read_point()  ->  as kept  ->  point_key()  ->  as compared

Promises (tests in tests/core/test_bank_points.py):

* A point is one line of text that a reader can see; anything else is refused with the reason.
* Two points that read the same to a person have the same key.
"""

import unicodedata
from typing import Final

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.planning.similarity import text_key

LONGEST_POINT: Final = 2_000
"""Characters; a bullet of that length fills half a page."""
LONGEST_TECHNOLOGY: Final = 120
_UNSEEN: Final = frozenset({"Cc", "Cs", "Co", "Cn", "Cf"})
_JOINER: Final = "\u200d"


def read_point(typed: str) -> str:
    """The text of a point, white space levelled; raises InvalidInput `bad-point`."""
    text = _line(typed, LONGEST_POINT)
    if len(text) < 3 or not any(character.isalnum() for character in text):
        raise InvalidInput("bad-point", "A point is a sentence: write what was done.", "text")
    if len(text) > LONGEST_POINT or _has_unseen(text):
        message = f"A point is one line of at most {LONGEST_POINT:,} characters, without invisible ones."
        raise InvalidInput("bad-point", message, "text")
    return text


def read_technology(typed: str) -> str:
    """The technology that a point belongs to; empty for none. Raises InvalidInput `bad-technology`."""
    name = _line(typed, LONGEST_TECHNOLOGY)
    if len(name) > LONGEST_TECHNOLOGY or _has_unseen(name):
        message = f"A technology's name is one line of at most {LONGEST_TECHNOLOGY} characters, without invisible ones."
        raise InvalidInput("bad-technology", message, "technology")
    return name


def point_key(text: str) -> str:
    """Two points with the same key are one."""
    return text_key(text).casefold()


def _line(typed: str, longest: int) -> str:
    return " ".join(unicodedata.normalize("NFC", typed[: 2 * longest]).split())


def _has_unseen(text: str) -> bool:
    return any(unicodedata.category(character) in _UNSEEN and character != _JOINER for character in text)
