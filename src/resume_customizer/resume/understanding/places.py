"""Places as resumes write them: `Dallas, TX`, `Munich, Germany`, `Remote`, `(Leeds)`.

    text  ->  is_place(): all of it  /  cut_place(): at its end

A country, a state, a known city or a word like `remote` must be among it; `Name, Word` alone is not enough.
"""

import re
from typing import NamedTuple

from resume_customizer.resume.understanding.place_names import (
    CITIES,
    COUNTRIES,
    PLACE_WORDS,
    SHORT_STATES,
    STATE_NAMES,
    STATES,
)
from resume_customizer.resume.understanding.vocabulary import FUNCTIONS, ORGANIZATION_FORMS, ORGANIZATIONS, ROLES


class Place(NamedTuple):
    """A place at the end of a text, and what stands before it."""

    before: str
    place: str


_ZIP = r"[ -]?\b\d{4,6}(?:-\d{4})?$"
_BRACKETED = r"^([^()（）]{2,}?)\s?[(（]([^()（）]{2,60})[)）]$"
_NESTED = r"^([^()]{2,}?) ?\(([^()]{2,60}\([^()]{2,30}\))\)$"
"""`Globex (Austin, TX (Remote))`."""
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_COMMA = re.compile(r"[,，]")
_STREET = (
    r"(?i)\d{1,6}[a-z]? [^,\d]{2,40}\b(?:street|st\.?|avenue|ave\.?|road|rd\.?|drive|boulevard|blvd\.?|lane|"
    r"highway|hwy|parkway|pkwy|court|terrace)(?:,|$)"
)
"""`400 Harbor Street, Norfolk, VA 23510`."""
_DIRECTIONS = frozenset(
    "north south east west new old fort ft port saint st mount mt lake upper lower greater central downtown".split()
)
_FORMS = frozenset("inc llc llp ltd limited corp corporation plc gmbh ag sarl srl bv pty".split())
_LINKS = frozenset("of the at in and & de la for".split())
_HALVES = r" ?[/-] ?"
_KNOWN = COUNTRIES | CITIES | PLACE_WORDS | STATE_NAMES
_LIKE_PLACES = frozenset(("your", "area", "only", "us", "st"))
_LONGEST = 60
_IN = (" in ", " te ", " à ")


def is_place(text: str) -> bool:
    """The whole text is a place."""
    if "(" in text[1:] and (bracketed := re.match(_BRACKETED, text)) is not None:  # Houston, TX (Remote)
        return is_place(bracketed.group(1)) and is_place(bracketed.group(2))
    if text[:1].isdigit() and re.match(_STREET, text) is not None:
        return True
    text = text.strip(" ()（）" if text[-1:] == "." and ends_in_state(text) else " ()（）.")
    if not 2 <= len(text) <= _LONGEST or "(" in text or ": " in text:
        return False
    if "," not in text:
        return _is_one_place(text.casefold()) or _is_town_and_state(text)
    parts = [part.strip(" ()") for part in text.split(",")]
    if len(parts) > 3 or not all(parts):
        return False
    if not may_name_city(parts[0]) and not _is_college_town(parts):
        return False
    return not _begins_with_name(parts) and _ends_as_place(parts)


def _begins_with_name(parts: list[str]) -> bool:
    """`Globex, New York, NY`, `Globex, Remote` are an organization and its place."""
    first = parts[0].casefold()
    if len(parts) == 2 and _words_of_town(parts):
        return True
    if len(parts) == 3 and (not _is_state(parts[1]) or (_is_state(parts[2]) and first not in CITIES)):
        return True
    return parts[-1].casefold() in PLACE_WORDS and first not in _KNOWN and not _is_state(parts[0])


def _words_of_town(parts: list[str]) -> int:
    """How many words before the last comma are a town behind a name: `Globex Corp. Wichita, KS`; 0 where none is."""
    words = parts[-2].split()
    if len(words) < 2 or not (_is_state(parts[-1]) or parts[-1].casefold().strip() in COUNTRIES):
        return 0
    formed = next((at for at, word in enumerate(words) if word.strip(".").casefold() in _FORMS), -1)
    if 0 <= formed < len(words) - 1:
        return len(words) - formed - 1
    for count in (3, 2, 1):
        before = words[:-count]
        if before and " ".join(words[-count:]).casefold() in CITIES:
            known = len(before) == 1 and before[0].casefold().strip(".") in _DIRECTIONS
            return 0 if known or before[-1].casefold() in _LINKS else count
    return 0


def _ends_as_place(parts: list[str]) -> bool:
    """A known name behind the last comma, or in front of a word that may be one."""
    first, low = parts[0].casefold(), parts[-1].casefold()
    if low in CITIES and low not in STATE_NAMES and first not in CITIES:
        return False  # `Globex, Lyon` is an organization and its place
    return (
        low in _KNOWN
        or _is_state(parts[-1])
        or (first in CITIES and may_name_city(parts[-1]))
        or _is_wordy_place(", ".join(parts).casefold())
    )


def _is_town_and_state(text: str) -> bool:
    """`Redmond WA`."""
    town, _, state = text.rpartition(" ")
    return state.isupper() and state.casefold() in STATES and town.casefold() in CITIES


def _is_college_town(parts: list[str]) -> bool:
    """`College Station, TX`: two words that do not end like the name of an organization."""
    words = parts[0].split()
    return len(parts) == 2 and len(words) == 2 and _is_state(parts[1]) and all(map(may_name_city, words[1:]))


def _is_one_place(low: str) -> bool:
    """Without a comma: a known name, two of them (`Remote / Boston`), or a template's words."""
    if low in _KNOWN or _without_surroundings(low) in _KNOWN:
        return True
    if "-" in low and " " not in low and low.partition("-")[0] in CITIES:
        return True  # Zürich-Oerlikon
    if low[0] in "[{<" or "-" in low or "/" in low or " " in low:
        halves = re.split(_HALVES, low)
        if len(halves) == 2 and all(half in _KNOWN for half in halves):
            return True
        return _is_wordy_place(low)
    return False


def _without_surroundings(low: str) -> str:
    """`greater boston area`, `frankfurt am main`: the town alone."""
    if low.endswith(" area"):
        low = low.removesuffix(" area").removesuffix(" bay").removesuffix(" metropolitan").removesuffix(" metro")
    return low.removeprefix("greater ").partition(" am ")[0].partition(" an der ")[0].strip()


def cut_place(text: str) -> Place | None:
    """A place behind the last commas, or in closing brackets."""
    bracketed = (re.match(_BRACKETED, text) or re.match(_NESTED, text)) if text[-1:] in (")", "）") else None
    if bracketed is not None:
        inner = bracketed.group(2)
        if is_place(inner) or (
            may_name_city(inner)
            and inner[0].isupper()
            and len(inner.split()) <= 2
            and not (inner.isupper() or _ends_in_role(bracketed.group(1)))
        ):
            before = bracketed.group(1).strip(" ,-")
            city = before.rpartition(",")[2].strip()
            if city.casefold() in CITIES and city != before:  # Globex SpA, Milano (Italy)
                return Place(before[: -len(city)].strip(" ,"), f"{city} ({inner})")
            town = cut_place(before) if "," in before and before[-1] not in ")）" else None
            return Place(town.before, f"{town.place} ({inner})") if town else Place(before, inner)
        return None
    if "," not in text and "，" not in text:
        return _place_behind_in(text)
    parts = _COMMA.split(text)
    for count in (3, 2, 1):
        if len(parts) > count:
            tail = ",".join(parts[-count:]).strip()
            if is_place(tail):
                before = ",".join(parts[:-count]).strip(" ,")
                return Place(before, tail) if before else None
    if count := _words_of_town(parts):
        words = parts[-2].split()
        before = ",".join([*parts[:-2], " ".join(words[:-count])])
        return Place(before.strip(" ,"), f"{' '.join(words[-count:])}, {parts[-1].strip()}")
    tail = parts[-1].strip()
    words = tail.split()
    if 2 <= len(words) <= 4 and _ends_place(words[-1]) and words[-1] != "PR" and may_name_city(" ".join(words[:-1])):
        return Place(",".join(parts[:-1]).strip(" ,"), tail)
    return None


def _ends_in_role(text: str) -> bool:
    """`Engineer (Electrical)`: brackets behind a role say what for; those behind a name may say where."""
    return text.rstrip(" ,").rpartition(" ")[2].casefold() in ROLES


def _place_behind_in(text: str) -> Place | None:
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
    return low in COUNTRIES or (low in STATES and word.isupper())


def ends_in_state(text: str) -> bool:
    """`Omaha, Neb.`: the stop is part of the state."""
    before, _, tail = text.rpartition(" ")
    return before.endswith(",") and tail.casefold() in SHORT_STATES


def _is_state(written: str) -> bool:
    low = written.casefold().strip()
    if low in SHORT_STATES:
        return True
    if _DIGIT.search(low):
        low = re.sub(_ZIP, "", low).strip()
    if low in STATE_NAMES or low in COUNTRIES:
        return low in STATE_NAMES
    return low.replace(".", "") in STATES and written.strip().split()[0].replace(".", "").isupper()


def _is_wordy_place(low: str) -> bool:
    """Made of placeholder words and places: `City, State`, `city-country`, `your city`."""
    words = _WORD.findall(low)
    if not words:
        return False
    if low[0] in "[{<" and low[-1] in "]}>" and "," not in low and "，" not in low:
        return (
            low.count(low[0]) == 1
            and not PLACE_WORDS.isdisjoint(words)
            and "title" not in words
            and "name" not in words
        )
    return len(words) <= 5 and all(word in PLACE_WORDS or word in COUNTRIES or word in _LIKE_PLACES for word in words)


def _begins_with_country(words: list[str]) -> bool:
    """`United States Army`: no town, though `Mexico City` is one."""
    if len(words) < 2 or words[-1] == "city":
        return False
    return any(" ".join(words[:count]) in COUNTRIES for count in range(1, len(words)))


def may_name_city(text: str) -> bool:
    """A few capitalized words, none of them a role or an organization."""
    if not (text[:1].isupper() or text[:1] in "[{" or text.casefold() in PLACE_WORDS) or _DIGIT.search(text):
        return False
    words = text.casefold().split()
    if not 1 <= len(words) <= 4 or _begins_with_country(words):
        return False
    for word in words:
        bare = word.strip(".,")
        if bare in ROLES or bare in ORGANIZATIONS:
            return False
    return True


def town_at_end(text: str, with_place: bool) -> Place | None:
    """An unknown town behind the last comma, where others end in places or a form of company stands before it."""
    before, _, tail = text.rpartition(",")
    before, tail = before.strip(), tail.strip()
    formed = before.rpartition(" ")[2].strip(".").casefold() in ORGANIZATION_FORMS
    if not (with_place or formed) or tail.isupper() or len(tail.split()) > 2 or not may_name_city(tail):
        return None
    words = tail.casefold().split()
    return None if words[0].strip(".") in ORGANIZATION_FORMS or FUNCTIONS.issuperset(words) else Place(before, tail)
