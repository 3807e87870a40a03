"""What technologies are called, and which are close to each other.

    technology_table  ->  find_technology() · relatives_of() · list_spellings()

The table is read on the first question, not on import.

Promises (tests in tests/core/test_technologies.py):

* Every spelling belongs to one technology.
* Being close goes both ways: parts and wholes, and what is alike.
"""

from functools import cache
from typing import NamedTuple


class Technology(NamedTuple):
    """One technology, by its canonical name."""

    name: str
    spellings: tuple[str, ...]
    """Everything that it is called, the name first."""
    parents: tuple[str, ...] = ()
    """What it is part of or stands on, by canonical name."""
    relatives: tuple[str, ...] = ()
    """What is close to it, but not the same, by canonical name."""


class Spelling(NamedTuple):
    """One way of writing a technology's name, and how much must be sure before it counts."""

    text: str
    """In lower case, for looking up."""
    words: tuple[str, ...]
    """Its words, as `separated` gives them."""
    written: str
    technology: str
    exact_case: bool
    """An everyday word or abbreviation otherwise."""
    needs_context: bool
    """An everyday word or a single letter even in this case."""


def find_technology(name: str) -> Technology | None:
    """The technology with this name or spelling, in any case and without context; None when unknown."""
    canonical = _catalogue().names.get(_key(name))
    return None if canonical is None else _catalogue().technologies[canonical]


def list_technologies() -> tuple[Technology, ...]:
    """All of them, in the table's order."""
    return tuple(_catalogue().technologies.values())


def relatives_of(name: str) -> tuple[str, ...]:
    """What is close to a technology, closest first: parents, what is alike, parts; nothing for an unknown one."""
    return _closeness().get(name, ())


@cache
def list_spellings() -> dict[str, tuple[Spelling, ...]]:
    """All spellings by their first word in lower case, the longest first."""
    found: dict[str, list[Spelling]] = {}
    for name, spellings in _catalogue().rows:
        for flagged in spellings:
            flag = flagged[0]
            exact_case = flag in "=!"
            spelling = make_spelling(flagged[exact_case:], name, exact_case=exact_case, needs_context=flag == "!")
            found.setdefault(spelling.words[0], []).append(spelling)
    return {word: tuple(sorted(each, key=lambda s: (-len(s.text), s.text))) for word, each in found.items()}


def make_spelling(written: str, technology: str, *, exact_case: bool, needs_context: bool) -> Spelling:
    """A spelling, ready to be looked for."""
    text = written.lower()
    words = (text,) if text.isalnum() else separated(text).split()
    return Spelling(text, tuple(words), written, technology, exact_case, needs_context)


def separated(text: str) -> str:
    """The text with blanks for what may stand between two names; `+`, `#` and inner full stops belong to names."""
    if not text.isascii():
        for mark in _TYPOGRAPHIC:
            text = text.replace(mark, " ")
    # Bytes are translated some ten times faster than characters, and no byte of another character is in the table.
    plain = text.encode("utf-8", "surrogatepass").translate(_BLANKS).decode("utf-8", "surrogatepass")
    return f"{plain} ".replace(". ", " ")


_SEPARATORS = b"\n\t,;:()/-&|\"'[]!?*=<>{}\\@_"
_BLANKS = bytes.maketrans(_SEPARATORS, b" " * len(_SEPARATORS))
_TYPOGRAPHIC = "\xa0“”‘’•·–—‑●▪\uf0b7®™"


class _Catalogue(NamedTuple):
    technologies: dict[str, Technology]
    names: dict[str, str]
    """Canonical names by spelling in lower case."""
    rows: list[tuple[str, list[str]]]
    """Canonical names with their spellings, flags of the table included."""


@cache
def _catalogue() -> _Catalogue:
    from resume_customizer.core.technology_table import TABLE

    catalogue = _Catalogue({}, {}, [])
    for row in TABLE.splitlines():
        if not row or row[0] == "#":
            continue
        flagged, others, parents, relatives = row.split("|")
        spellings = [flagged.strip(), *_items(others)]
        written = [spelling.lstrip("=!") for spelling in spellings]
        name = written[0]
        catalogue.rows.append((name, spellings))
        catalogue.technologies[name] = Technology(name, tuple(written), _items(parents), _items(relatives))
        for spelling in written:
            catalogue.names[spelling.lower()] = name
    return catalogue


def _items(cell: str) -> tuple[str, ...]:
    cell = cell.strip()
    return tuple(cell.split(", ")) if cell else ()


@cache
def _closeness() -> dict[str, tuple[str, ...]]:
    known = _catalogue().technologies.values()
    close = {each.name: dict.fromkeys((*each.parents, *each.relatives)) for each in known}
    for each in known:
        for name in (*each.parents, *each.relatives):
            close[name].setdefault(each.name)
    return {name: tuple(others) for name, others in close.items()}


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(",") if part.strip())


def _key(name: str) -> str:
    return " ".join(name.lower().split())
