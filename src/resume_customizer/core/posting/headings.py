"""What the headings and labels of a posting announce: requirements, wishes, duties, benefits, facts.

    "What you'll need:"  ->  find_heading()  ->  Heading("must", 17)
    "Location: Leeds"    ->  find_heading()  ->  Heading("fact", 10, "location")

Promises (tests in tests/core/posting/test_headings.py):

* A heading is known with its usual words around it, in any case, with or without marks and colon.
* A sentence that only holds such a word is no heading.
"""

from functools import lru_cache
from typing import NamedTuple

from resume_customizer.core.posting.heading_words import FACTS, KIND_WORDS, LEADING, NEVER_ALONE, TITLES, USUAL, Kind

__all__ = ["LONGEST", "Heading", "Kind", "find_heading"]

LONGEST = 80
"""Characters of the longest heading."""
_LONGEST_LABEL = 64
_MARKS = " \t\xa0*_#•·●▪■◦–—-=~>▶►✔✅→»|[]【】"
_WRITTEN_OUT = (("’", "'"), ("´", "'"), ("'ll ", " will "), ("'re ", " are "), ("'ve ", " have "), ("'s ", " is "))
_LONGEST_PHRASE = 4
"""Words."""
_ORDER = {kind: rank for rank, kind in enumerate(KIND_WORDS)}
_PHRASES: dict[str, Kind] = {}
_STEMS: list[tuple[str, Kind]] = []
for _kind, _words in KIND_WORDS.items():
    for _phrase in _words.split("|"):
        if _phrase.endswith("*"):
            _STEMS.append((_phrase[:-1], _kind))
        else:
            _PHRASES.setdefault(_phrase, _kind)


class Heading(NamedTuple):
    """What a line announces."""

    kind: Kind
    end: int
    """Where it ends and what it announces begins, in the line; the line's length for one that stands alone."""
    label: str = ""
    """The words of a label (`location`), in lower case."""


def find_heading(line: str, *, is_item: bool = False) -> Heading | None:
    """What a line, or the label at its beginning, announces; None when it is ordinary text or an unknown label."""
    colon = line.find(":", 0, _LONGEST_LABEL)
    if colon > 0 and line[colon : colon + 3] != "://":
        label = line[:colon].strip(_MARKS)
        if label and label.count("(") == label.count(")"):
            return _labelled(line, label, colon + 1)
    if is_item or len(line) > LONGEST:
        return None
    kind = _kind_of_bare(line.strip(_MARKS))
    return None if kind is None else Heading(kind, len(line))


def _labelled(line: str, label: str, end: int) -> Heading | None:
    while line[end : end + 1] in ("*", "_"):
        end += 1
    alone = not line[end:].strip(_MARKS)
    found = _kind_of_label(label)
    if found is None:
        return None
    kind, name = found
    if alone:
        return Heading(kind, len(line), name)
    # A label with its own text is a usual heading or says "nice to have"; anything else is a sentence with a colon.
    is_usual = name or _kind_of_bare(label) or (kind == "nice" and label.count(" ") < 5)
    return Heading(kind, end, name) if is_usual else None


@lru_cache(maxsize=2048)
def _kind_of_label(label: str) -> tuple[Kind, str] | None:
    plain = _plain(label)
    if plain in TITLES:
        return "title", plain
    if plain in FACTS:
        return "fact", plain
    kind = _kind_by_words(plain) if plain.count(" ") < 11 else None
    return None if kind is None else (kind, "")


@lru_cache(maxsize=2048)
def _kind_of_bare(line: str) -> Kind | None:
    """Without a colon: a usual heading as a whole, with usual words in front of it."""
    plain = _plain(line).rstrip("!?.…")
    if plain in NEVER_ALONE:
        return None
    rest = plain
    while rest:
        if rest in USUAL:
            return _kind_by_words(plain)
        word, _, rest = rest.partition(" ")
        if word.rstrip(",") not in LEADING and word not in LEADING:
            return None
    return None


def _kind_by_words(plain: str) -> Kind | None:
    """The first kind, in their order, of which it has a word or phrase."""
    words = [word.strip(",&()!?.") for word in plain.split()]
    found = [kind for word in words for stem, kind in _STEMS if word.startswith(stem)]
    for size in range(1, _LONGEST_PHRASE + 1):
        for at in range(len(words) - size + 1):
            kind = _PHRASES.get(" ".join(words[at : at + size]))
            if kind is not None:
                found.append(kind)
    return min(found, key=_ORDER.__getitem__, default=None)


def _plain(label: str) -> str:
    plain = f"{label.lower()} "
    for mark, written in _WRITTEN_OUT:
        if mark in plain:
            plain = plain.replace(mark, written)
    return " ".join(plain.replace("-", " ").replace("/", " ").split()).strip(_MARKS)
