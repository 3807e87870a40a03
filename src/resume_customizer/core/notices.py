"""What was noticed on the way: oddities that are said, never swallowed (promise 6)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """One oddity: a stable code for programs, a sentence for people, and its place."""

    code: str
    message: str
    where: str = ""
    """`line 12` of a text or `paragraph 31` of a document (counted from 1); empty for the whole."""
