"""Where a name ends and its place begins: `Globex, Dallas, TX`, `Globex (Leeds)`, `Globex – Riyadh, Saudi Arabia`.

text  ->  cut_place(): a place that is known  /  town_at_end(): one that only may be  ->  Place(before, place)
"""

import re
from typing import NamedTuple

from resume_customizer.resume.understanding.place_names import CITIES, COUNTRIES, STATE_NAMES, STATES
from resume_customizer.resume.understanding.places import (
    BRACKETED,
    DASH_OF_PLACE,
    goes_on_as_place,
    has_dash,
    is_place,
    may_name_city,
    words_of_town,
)
from resume_customizer.resume.understanding.role_words import ROLES
from resume_customizer.resume.understanding.roles import weigh_words
from resume_customizer.resume.understanding.vocabulary import DOTTED_FORMS, FUNCTIONS, ORGANIZATION_FORMS, ORGANIZATIONS


class Place(NamedTuple):
    """A place at the end of a text, and what stands before it."""

    before: str
    place: str


_NESTED = r"^([^()]{2,}?) ?\(([^()]{2,60}\([^()]{2,30}\))\)$"
"""`Globex (Austin, TX (Remote))`."""
_COMMA = re.compile(r"[,，]")
_IN = (" in ", " te ", " à ")
_TWO, _MOST_WORDS, _SHORT_FORM = 2, 4, 3


def cut_place(text: str) -> Place | None:
    """A place behind the last commas or a dash, or in closing brackets."""
    if text[-1:] in (")", "）") and (found := re.match(BRACKETED, text) or re.match(_NESTED, text)) is not None:
        return _in_brackets(found.group(1), found.group(2))
    dashed = _behind_dash(text) if has_dash(text) else None
    if dashed is not None:
        return dashed
    return _behind_commas(text) if "," in text or "，" in text else _behind_in(text)


def _in_brackets(before: str, inner: str) -> Place | None:
    """`Globex (Leeds)`, `Globex SpA, Milano (Italy)`."""
    town = may_name_city(inner) and inner[0].isupper() and len(inner.split()) <= _TWO and "," not in inner
    if not is_place(inner) and (not town or inner.isupper() or _ends_in_role(before)):
        return None
    before = before.strip(" ,-")
    city = before.rpartition(",")[2].strip()
    if city.casefold() in CITIES and city != before:
        return Place(before[: -len(city)].strip(" ,"), f"{city} ({inner})")
    if "," not in before or before[-1] in ")）":
        return Place(before, inner)
    region = inner.casefold() in COUNTRIES or inner.casefold() in STATE_NAMES
    placed = cut_place(before) or town_at_end(before, region)
    return Place(placed.before, f"{placed.place} ({inner})") if placed else Place(before, inner)


def _behind_commas(text: str) -> Place | None:
    parts = _COMMA.split(text)
    for count in (3, 2, 1):
        if len(parts) > count:
            tail = ",".join(parts[-count:]).strip()
            if is_place(tail):
                before = ",".join(parts[:-count]).strip(" ,")
                return Place(before, tail) if before else None
    if count := words_of_town(parts):
        words = parts[-2].split()
        before = ", ".join([*map(str.strip, parts[:-2]), " ".join(words[:-count])])
        return Place(before.strip(" ,"), f"{' '.join(words[-count:])}, {parts[-1].strip()}")
    tail = parts[-1].strip()
    words = tail.split()
    if _TWO <= len(words) <= _MOST_WORDS and _ends_place(words[-1]) and may_name_city(" ".join(words[:-1])):
        return Place(",".join(parts[:-1]).strip(" ,"), tail)
    return None


def _behind_dash(text: str) -> Place | None:
    """`Globex – Riyadh, Saudi Arabia`."""
    *_, dash = [None, *DASH_OF_PLACE.finditer(text)]
    if dash is None or not is_place(tail := text[dash.end() :].strip()):
        return None
    before = text[: dash.start()].strip(" ,")
    name, comma, town = before.rpartition(",")
    if comma and goes_on_as_place(town, tail):  # Globex, Bangalore - India
        return Place(name.strip(), text[len(name) + 1 :].strip())
    return Place(before, tail) if before else None


def _ends_in_role(text: str) -> bool:
    """`Engineer (Electrical)`: brackets behind a role say what for; those behind a name may say where."""
    return text.rstrip(" ,").rpartition(" ")[2].casefold() in ROLES


def _behind_in(text: str) -> Place | None:
    """`Globex BV te Utrecht`, `Globex GmbH in Köln`."""
    for word in _IN:
        if word not in text:
            continue
        before, _, tail = text.rpartition(word)
        if before and tail[:1].isupper() and is_place(tail):
            return Place(before.strip(), tail.strip())
    return None


def _ends_place(word: str) -> bool:
    """A country in any case, the letters of a state in capitals only: `Marlow & Co` is in no Colorado."""
    low = word.casefold().strip(".")
    if word == "PR":
        return False
    return low in COUNTRIES or (low in STATES and word.isupper())


def town_at_end(text: str, with_place: bool) -> Place | None:
    """An unknown town behind the last comma, where others end in places or a form of company stands before it."""
    before, _, tail = text.rpartition(",")
    before, tail = before.strip(), tail.strip()
    last = before.rpartition(" ")[2].strip(".").casefold()
    known = last in ORGANIZATIONS and weigh_words(before)[1] > 1
    formed = known or last in ORGANIZATION_FORMS or last in DOTTED_FORMS
    acronym = tail.isupper() and not (text.isupper() and len(tail) > _SHORT_FORM)
    if not (with_place or formed) or acronym or len(tail.split()) > _TWO or not may_name_city(tail):
        return None
    words = tail.casefold().split()
    return None if words[0].strip(".") in ORGANIZATION_FORMS or FUNCTIONS.issuperset(words) else Place(before, tail)
