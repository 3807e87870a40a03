"""Names written together or apart where the catalogue does not: "SpringBoot", "MSWord", "Win Runner", "DATA STAGE".

    text, its words  ->  words with a capital inside, halves of such words  ->  other_spellings()

Promises (tests in tests/core/test_joined_names.py):

* What the catalogue writes as several words is found as one with a capital where each begins.
* What it writes as one word with a capital inside is found as two words with capitals.
* Words without these capitals stay words: "work day" is not Workday.
"""

import re
from functools import cache, lru_cache

from resume_customizer.core.naming.catalogue_index import Entry, index
from resume_customizer.core.naming.own_technologies import known_here
from resume_customizer.core.naming.technologies import Spelling, find_technology, make_spelling

_CAPITAL_INSIDE = re.compile(r"[A-Z](?:(?<=[a-z].)|(?<=[A-Z].)(?=[a-z]))")
_PARTS = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z][a-z]+|[A-Z]+")
_LONGEST = 40
_SHORTEST = 3


def parts_of(name: str) -> tuple[str, str] | None:
    """The halves of a word with one capital inside; None for any other name."""
    parts = _PARTS.findall(name) if name.isalpha() and len(name) < _LONGEST else []
    if len(parts) != 2 or "".join(parts) != name or min(map(len, parts)) < _SHORTEST:
        return None
    return parts[0], parts[1]


def other_spellings(text: str, words: set[str]) -> list[Spelling]:
    """The spellings in this text that the catalogue writes together or apart; its words are in lower case."""
    pairs = _pairs()
    found = [
        _in_two_words(first, second) for first in pairs.keys() & words for second in pairs[first] if second in words
    ]
    found += map(_in_one_word, _words_with_capital_inside(text))
    is_plain = not known_here()
    return [each for each in found if each is not None and (is_plain or find_technology(each.technology) is not None)]


def _words_with_capital_inside(text: str) -> set[str]:
    found = set[str]()
    end = 0
    for capital in _CAPITAL_INSIDE.finditer(text):
        if capital.start() >= end:
            start = end = capital.start()
            while start and text[start - 1].isalpha():
                start -= 1
            while end < len(text) and text[end].isalpha():
                end += 1
            if end - start < _LONGEST:
                found.add(text[start:end])
    return found


@cache
def _pairs() -> dict[str, tuple[str, ...]]:
    """The second halves of names with a capital inside, by the first."""
    return {first: tuple(seconds.split()) for first, seconds in index().apart.items()}


@lru_cache(maxsize=4096)
def _in_two_words(first: str, second: str) -> Spelling | None:
    for entry in index().entries_with(f"{first}{second}"):
        for name in (entry["name"], *entry.get("aliases", ())):
            parts = parts_of(name)
            if parts is not None and (parts[0].lower(), parts[1].lower()) == (first, second):
                return _made(" ".join(parts), entry)
    return None


@lru_cache(maxsize=4096)
def _in_one_word(written: str) -> Spelling | None:
    parts = _PARTS.findall(written)
    if len(parts) < 2 or "".join(parts) != written or written.lower() in index().words:
        return None
    name = " ".join(parts).lower()
    for entry in index().entries_with(parts[0].lower()):
        if any(each.lower() == name for each in (entry["name"], *entry.get("aliases", ()))):
            return _made(written, entry)
    return None


def _made(written: str, entry: Entry) -> Spelling:
    kin = (name.lower() for name in (*entry.get("parents", ()), *entry.get("relatives", ())))
    plain = make_spelling(written, entry["name"], exact_case=True, needs_context=False)
    return plain._replace(context=frozenset(kin))
