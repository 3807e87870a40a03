"""What technologies are called, and which are close to each other.

    catalogue/*.json, by their index, and what is known here beside it (core/naming/own_technologies.py)
        ->  find_technology() · relatives_of() · spellings_of()

Nothing is read on import; of the catalogue's thousands of technologies only those are read, and of its spellings only
those made ready, whose first word a text has.

Promises (tests in tests/core/test_technologies.py, those on the catalogue itself in tests/core/test_catalogue.py):

* A name or spelling stands for one technology; where several share it, for the one that has it as its name.
* Being close goes both ways: parts and wholes, and what is alike.
"""

from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple, TypeAlias

from resume_customizer.core.naming.catalogue_index import Entry, index, list_entries
from resume_customizer.core.naming.own_technologies import OwnTechnologies, known_here, remembered

Kind: TypeAlias = Literal["product", "practice"]


class Technology(NamedTuple):
    """One technology, by its canonical name."""

    name: str
    spellings: tuple[str, ...]
    """Everything that it is called, the name first."""
    category: str = ""
    parents: tuple[str, ...] = ()
    """What it is part of or stands on, by canonical name."""
    relatives: tuple[str, ...] = ()
    """What is close to it, but not the same, by canonical name."""
    year: int | None = None
    """First public release or announcement."""
    source: str = ""
    """What happened in that year."""
    end: int | None = None
    """When the product or its support ended."""
    end_source: str = ""
    kind: Kind = "product"
    """A practice is a method, concept, rule or kind of system: asked for and claimed like a product, but nothing that
    one installs, calls or writes in."""


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
    context: frozenset[str] = frozenset()
    """Words in the same line that tell that the technology is meant."""
    needs_near: bool = False
    """One of these words must stand near, however like a name it stands."""
    level: str = ""
    """As `leveled` gives it, where blanks and hyphens make no difference; empty where they do: "isn't SQL"."""


def find_technology(name: str) -> Technology | None:
    """The technology with this name or spelling, in any case and without context; None when unknown."""
    entry = _find(name)
    return None if entry is None else _technology(entry)


def is_practice(name: str) -> bool:
    """Whether a canonical name is that of a method, concept, rule or kind of system."""
    entry = _find(name)
    return entry is not None and entry.get("kind") == "practice"


def list_technologies() -> tuple[Technology, ...]:
    """All of them, category by category, in the catalogue's order."""
    own = _own(known_here())
    return tuple(map(_technology, (*(each for each in list_entries() if each["name"] not in own.names), *own.entries)))


@remembered(1024)
def relatives_of(name: str) -> tuple[str, ...]:
    """What is close to a technology, closest first: parents, what is alike, parts; nothing for an unknown one."""
    entry = _find(name)
    if entry is None:
        return ()
    own, known = _own(known_here()), entry["name"]
    namers = [each["name"] for each in index().namers_of(known) if each["name"] not in own.names]
    namers += [each["name"] for each in own.entries if known in each["parents"]]
    close = dict.fromkeys((*entry.get("parents", ()), *entry.get("relatives", ()), *namers))
    return tuple(each for each in close if each not in own.ignored)


def spellings_of(words: Collection[str]) -> Iterator[Spelling]:
    """The spellings that are written with nothing but these words (in lower case)."""
    known = set(words)
    own = known_here()
    if not own:
        yield from _spellings_of(known)
        return
    ours = _own(own)
    yield from (each for each in ours.spellings if known.issuperset(each.words))
    for spelling in _spellings_of(known):
        if spelling.technology not in ours.names and spelling.text not in ours.by_spelling:
            yield spelling


def _spellings_of(known: set[str]) -> Iterator[Spelling]:
    """Those of the catalogue."""
    for word in index().words.keys() & known:
        singles, longer = _by_second_word(word)
        yield from singles
        for second in longer.keys() & known:
            for spelling in longer[second]:
                if known.issuperset(spelling.words):
                    yield spelling


def list_spellings() -> dict[str, tuple[Spelling, ...]]:
    """All spellings of the catalogue by their first word in lower case, the longest first."""
    return {word: _spellings(word) for word in index().words}


def make_spelling(written: str, technology: str, *, exact_case: bool, needs_context: bool) -> Spelling:
    """A spelling, ready to be looked for."""
    text = written.lower()
    words = (text,) if text.isalnum() else separated(text).split()
    level = leveled(text) if len(words) > 1 and min(map(len, words)) > 1 else ""
    return Spelling(text, tuple(words), written, technology, exact_case, needs_context, level=level)


def leveled(text: str) -> str:
    """The text with blanks for the hyphens between the words of a name; every character keeps its place."""
    for mark in _HYPHENS:
        text = text.replace(mark, " ")
    return text


def separated(text: str) -> str:
    """The text with blanks for what may stand between two names; `+`, `#` and inner full stops belong to names."""
    return f"{blanked(text)} ".replace("..", "  ").replace(". ", " ")


def blanked(text: str) -> str:
    """The same, but full stops stay; every character keeps its place."""
    if not text.isascii():
        for mark in _TYPOGRAPHIC:
            text = text.replace(mark, " ")
    # Bytes are translated some ten times faster than characters, and no byte of another character is in the table.
    return text.encode("utf-8", "surrogatepass").translate(_BLANKS).decode("utf-8", "surrogatepass")


_SHORT = 3
"""Names of one's own that are shorter count only as they are written."""
_HYPHENS = "-_\u2010\u2011\xa0"
_SEPARATORS = b"\n\t,;:()/-&|\"'[]!?*=<>{}\\@_"
_BLANKS = bytes.maketrans(_SEPARATORS, b" " * len(_SEPARATORS))
_TYPOGRAPHIC = "\xa0“”‘’•·–—‑●▪\uf0b7®™"


class _Own(NamedTuple):
    """What somebody knows beside and against the catalogue, ready to be looked up."""

    names: frozenset[str]
    """Of what the catalogue says nothing any more: overruled or ignored."""
    ignored: frozenset[str]
    entries: tuple[Entry, ...]
    by_spelling: dict[str, Entry | None]
    """By each spelling in lower case; None for what is ignored."""
    spellings: tuple[Spelling, ...]


@lru_cache(maxsize=64)
def _own(own: OwnTechnologies) -> _Own:
    entries, names, by_spelling = list[Entry](), set[str](), dict[str, Entry | None]()
    for row in own.rows:
        there = _find_in_catalogue(row.name) or {}
        written = dict.fromkeys((row.name, *row.aliases, there.get("name", row.name), *there.get("aliases", ())))
        entry = {
            **there,
            "name": there.get("name", row.name),
            "aliases": [each for each in written if each != there.get("name", row.name)],
            "category": row.category or there.get("category", ""),
            "parents": row.parents or tuple(there.get("parents", ())),
            "exact": [*there.get("exact", ()), *(each for each in written if len(each) < _SHORT)],
        }
        names.add(entry["name"])
        for each in written:
            by_spelling.setdefault(" ".join(each.lower().split()), None if row.is_ignored else entry)
        if not row.is_ignored:
            entries.append(entry)
    spellings = (_spelling(each, entry) for entry in entries for each in (entry["name"], *entry["aliases"]))
    ignored = names - {each["name"] for each in entries}
    return _Own(frozenset(names), frozenset(ignored), tuple(entries), by_spelling, tuple(spellings))


def _find(name: str) -> Entry | None:
    own = known_here()
    if own:
        ours, key = _own(own), " ".join(name.lower().split())
        if key in ours.by_spelling:
            return ours.by_spelling[key]
        found = _find_in_catalogue(name)
        return None if found is None or found["name"] in ours.names else found
    return _find_in_catalogue(name)


@lru_cache(maxsize=4096)
def _find_in_catalogue(name: str) -> Entry | None:
    """By its name, by its name in any case, or by a spelling; of those that share one, the first in the catalogue."""
    lowered = " ".join(name.lower().split())
    words = separated(lowered).split(maxsplit=1)
    entries = index().entries_with(words[0]) if words else []
    for entry in entries:
        if entry["name"] == name:
            return entry
    for entry in entries:
        if entry["name"].lower() == lowered:
            return entry
    for entry in entries:
        if any(alias.lower() == lowered for alias in entry.get("aliases", ())):
            return entry
    return None


@cache
def _spellings(word: str) -> tuple[Spelling, ...]:
    made = [
        _spelling(written, entry)
        for entry in index().entries_with(word)
        for written in (entry["name"], *entry.get("aliases", ()))
        if separated(written.lower()).split(maxsplit=1)[0] == word
    ]
    return tuple(sorted(made, key=lambda each: (-len(each.text), each.text)))


@cache
def _by_second_word(word: str) -> tuple[tuple[Spelling, ...], dict[str, tuple[Spelling, ...]]]:
    """The spellings that begin with a word: those of one word, and the others by their second: many begin alike."""
    singles, longer = list[Spelling](), dict[str, list[Spelling]]()
    for spelling in _spellings(word):
        if len(spelling.words) == 1:
            singles.append(spelling)
        else:
            longer.setdefault(spelling.words[1], []).append(spelling)
    return tuple(singles), {second: tuple(found) for second, found in longer.items()}


def _spelling(written: str, entry: Entry) -> Spelling:
    near = entry.get("near", {}).get(written)
    context = entry.get("context", {}).get(written, near)
    exact = context is not None or written in entry.get("exact", ())
    plain = make_spelling(written, entry["name"], exact_case=exact, needs_context=context is not None)
    if not exact:
        return plain
    return plain._replace(
        context=frozenset(context if context is not None else _kin(entry)), needs_near=near is not None
    )


def _kin(entry: Entry) -> Iterator[str]:
    """What stands near an entry without words of its own: the names of its parents and relatives."""
    return (name.lower() for name in (*entry.get("parents", ()), *entry.get("relatives", ())))


def _technology(entry: Entry) -> Technology:
    return Technology(
        entry["name"],
        (entry["name"], *entry.get("aliases", ())),
        entry["category"],
        tuple(entry.get("parents", ())),
        tuple(entry.get("relatives", ())),
        entry.get("year"),
        entry.get("source", ""),
        entry.get("end"),
        entry.get("end_source", ""),
        entry.get("kind", "product"),
    )
