"""How sure it is which words of a header are its role, its organization, its place: doubts that hold lower it.

naming + pieces  ->  Header  ->  the doubts that hold  ->  clearness()  ->  0 to 1

Words that are known (towns, words of roles, forms of companies), labels, and what other headers show at the same place
make it sure; what stands in a header and is none of its names, or a name that may hold two, does not.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from resume_customizer.core.document import ExperienceKind
from resume_customizer.resume.understanding.labels import label_key, label_kind
from resume_customizer.resume.understanding.pieces import Piece
from resume_customizer.resume.understanding.place_names import CITIES, COUNTRIES
from resume_customizer.resume.understanding.places import is_place, may_name_city
from resume_customizer.resume.understanding.roles import weigh_words
from resume_customizer.resume.understanding.vocabulary import EMPLOYMENT_TYPES, FUNCTIONS, INDUSTRIES, LINK_WORDS

ON_ONES_OWN = ("freelanc", "self", "independent", "break", "sabbatical", "leave", "consultant", "volunteer")
"""Roles that need no organization."""

_MARKS = (" at ", " @ ", " // ", " | ", "\t")
"""What stands between two names, never within one."""
_HIDING = (", ", " (", " - ", " – ", " [", " / ")
"""What parts two names, where only one was found."""
_TWO = 2
_DASHES = (" - ", " – ", " — ")
_NOTHING = (0.0, 0.0)
_VOTED = 0.5
"""More than this says for a role what stands at its place in other headers."""


class Header(NamedTuple):
    """What was read of one header, and what it was read from."""

    kind: ExperienceKind
    role: str
    company: str
    location: str
    pieces: Sequence[Piece]

    @property
    def names(self) -> tuple[str, str]:
        """Role and organization."""
        return self.role, self.company


def clearness(header: Header) -> float:
    """How sure the names are, by the gravest doubt."""
    return min((left for left, holds in _DOUBTS if holds(header)), default=1.0)


def _has_half_bracket(header: Header) -> bool:
    return any(name.count("(") != name.count(")") or name.count("[") != name.count("]") for name in header.names)


def _has_mark(header: Header) -> bool:
    return any(mark in name and weigh_words(name) != _NOTHING for name in header.names for mark in _MARKS)


def _is_label(header: Header) -> bool:
    """`Post Held:` is said of something, and is no name."""
    ends = any(name[-1:] in (":", "：") for name in header.names)
    return ends or label_kind(header.location.casefold()) != ""


def _lacks_organization(header: Header) -> bool:
    """An employee without an employer."""
    own = any(word in header.role.casefold() for word in ON_ONES_OWN)
    return header.kind == "employment" and header.role != "" and header.company == "" and not own


def _may_hold_both(header: Header) -> bool:
    """One name, with a mark in it that may part role and organization."""
    only = header.role if not header.company else header.company if not header.role else ""
    return header.kind != "project" and any(mark in only for mark in _HIDING)


def _holds_rest(header: Header) -> bool:
    """Behind a comma or dash of a name stand words that nobody knows: a town, perhaps, or the other name."""
    role, company = header.names
    return header.kind != "project" and (_has_unknown_tail(role, 0) or _has_unknown_tail(company, 1))


def _has_unknown_tail(name: str, of: int) -> bool:
    """The last part has no word for what the whole is said to be."""
    mark = next((mark for mark in (*_DASHES, ", ") if mark in name), None)
    if mark is None or " & " in name:
        return False
    tail = name.rpartition(mark)[2]
    names = may_name_city(tail) or (weigh_words(tail) == _NOTHING and tail.istitle())
    return weigh_words(tail)[of] <= 0 and not _is_known(tail) and names


def _is_town(header: Header) -> bool:
    """The organization is called like a town or a country."""
    name = header.company.casefold()
    return name in CITIES or name in COUNTRIES


def _has_unknown_place(header: Header) -> bool:
    """A place that nobody knows and no label tells."""
    place = header.location
    if place.count(",") >= _TWO and place.partition(",")[0].count(" ") >= _TWO:
        return place.partition(",")[0].casefold() not in CITIES  # `Foster Care Program, Baltimore, MD`
    if not place or is_place(place) or is_place(f"Town, {place.rpartition(' ')[2]}"):
        return False
    one_word = " " not in place and place.istitle()
    return not one_word and not any(piece.field == "location" for piece in header.pieces)


def _leaves_words(header: Header) -> bool:
    """A piece of the header is in none of its names, and nothing tells what else it is."""
    told = " ".join((*header.names, header.location))
    left = [piece.text for piece in header.pieces if piece.is_free and piece.text not in told]
    left = [text for text in left if not any(name and name in text for name in header.names)]
    return header.kind == "employment" and any(not _is_known(text) for text in left)


def _is_known(text: str) -> bool:
    """A field of work, an industry, terms of employment, a label."""
    if label_kind(label_key(text)):
        return True  # `Project 2`
    words = text.casefold().replace("/", " ").split()
    known = FUNCTIONS.issuperset(words) or INDUSTRIES.issuperset(words) or LINK_WORDS.issuperset(words)
    return known or text.casefold() in EMPLOYMENT_TYPES


def _has_no_known_word(header: Header) -> bool:
    """No word of either tells a role or an organization."""
    if header.kind == "project" or any(piece.field in ("role", "company") for piece in header.pieces):
        return False
    if "" in header.names or any(weigh_words(name) != _NOTHING for name in header.names):
        return False
    return not any(piece.role > _VOTED and piece.name == header.role for piece in header.pieces)


_DOUBTS: tuple[tuple[float, Callable[[Header], bool]], ...] = (
    (0.3, _has_half_bracket),
    (0.4, _has_mark),
    (0.4, _is_label),
    (0.5, _lacks_organization),
    (0.5, _may_hold_both),
    (0.5, _holds_rest),
    (0.5, _is_town),
    (0.5, _has_unknown_place),
    (0.5, _leaves_words),
    (0.5, _has_no_known_word),
)
"""What is left of surety where each of them holds."""
