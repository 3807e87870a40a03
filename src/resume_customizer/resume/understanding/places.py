"""Places as resumes write them: `Dallas, TX`, `Munich, Germany`, `Remote`, `(Leeds)`.

    text  ->  is_place(): all of it  /  cut_place(): at its end

A country, a state, a known city or a word like `remote` must be among it; `Name, Word` alone is not enough.
"""

import re
from dataclasses import dataclass

from resume_customizer.resume.understanding.place_names import CITIES, COUNTRIES, PLACE_WORDS, STATE_NAMES, STATES
from resume_customizer.resume.understanding.vocabulary import ORGANIZATIONS, ROLES


@dataclass(frozen=True, slots=True)
class Place:
    """A place at the end of a text, and what stands before it."""

    before: str
    place: str


_ZIP = re.compile(r"[ -]?\b\d{4,6}(?:-\d{4})?$")
_BRACKETED = re.compile(r"^([^()（）]{2,}?)\s?[(（]([^()（）]{2,60})[)）]$")
_WORD = re.compile(r"[^\W\d_]+")


def is_place(text: str) -> bool:
    """The whole text is a place."""
    text = text.strip(" ()（）.")
    if not 2 <= len(text) <= 60:
        return False
    parts = [part.strip(" ()") for part in text.split(",")]
    if len(parts) == 1:
        parts = re.split(r" ?[/-] ?", text) if re.search(r"[/-]", text) else parts
    if len(parts) > 3 or not all(parts) or "(" in text:
        return False
    low = _ZIP.sub("", parts[-1].casefold()).strip()
    if len(parts) == 1:
        return low in COUNTRIES or low in CITIES or low in PLACE_WORDS or low in STATE_NAMES or _is_wordy_place(low)
    if not may_name_city(parts[0]) or (len(parts) == 3 and not _is_state(parts[1])):
        return False
    if low in CITIES and low not in STATE_NAMES and parts[0].casefold() not in CITIES:
        return False  # `Globex, Lyon` is an organization and its place
    return _is_region(low, parts[-1]) or (parts[0].casefold() in CITIES and may_name_city(parts[-1])) or _is_wordy_place(text.casefold())


def cut_place(text: str) -> Place | None:
    """A place behind the last commas, or in closing brackets."""
    bracketed = _BRACKETED.match(text)
    if bracketed is not None:
        inner = bracketed.group(2)
        if is_place(inner) or (may_name_city(inner) and inner[0].isupper() and len(inner.split()) <= 2 and not inner.isupper()):
            before = bracketed.group(1).strip(" ,-")
            city = before.rpartition(",")[2].strip()
            if city.casefold() in CITIES and city != before:  # Globex SpA, Milano (Italy)
                return Place(before[: -len(city)].strip(" ,"), f"{city} ({inner})")
            return Place(before, inner)
        return None
    if "," not in text and "，" not in text:
        return None
    parts = re.split(r"[,，]", text)
    for count in (3, 2, 1):
        if len(parts) > count:
            tail = ",".join(parts[-count:]).strip()
            if is_place(tail):
                before = ",".join(parts[:-count]).strip(" ,")
                return Place(before, tail) if before else None
    tail = parts[-1].strip()
    words = tail.split()
    if 2 <= len(words) <= 4 and words[-1].casefold().strip(".") in COUNTRIES | STATES and may_name_city(" ".join(words[:-1])):
        return Place(",".join(parts[:-1]).strip(" ,"), tail)
    return None


def _is_region(low: str, written: str) -> bool:
    if low in COUNTRIES or low in STATE_NAMES or low in PLACE_WORDS:
        return True
    return _is_state(written) or low in CITIES


def _is_state(written: str) -> bool:
    low = _ZIP.sub("", written.casefold()).strip()
    if low in STATE_NAMES:
        return True
    return low.replace(".", "") in STATES and written.strip().split()[0].replace(".", "").isupper()


def _is_wordy_place(low: str) -> bool:
    """Made of placeholder words and places: `City, State`, `city-country`, `your city`."""
    words = _WORD.findall(low)
    if low[:1] in "[{<" and low[-1:] in "]}>" and not PLACE_WORDS.isdisjoint(words) and low.count(low[0]) == 1 and not any(c in low for c in ",，"):
        return "title" not in words and "name" not in words
    return bool(words) and len(words) <= 5 and all(word in PLACE_WORDS or word in COUNTRIES or word in ("your", "area", "only", "us", "st") for word in words)


def may_name_city(text: str) -> bool:
    """A few capitalized words, none of them a role or an organization."""
    words = text.split()
    if not 1 <= len(words) <= 4 or any(c.isdigit() for c in text):
        return False
    low = [word.casefold().strip(".,") for word in words]
    return not any(word in ROLES or word in ORGANIZATIONS for word in low) and (text[0].isupper() or text[0] in "[{" or low[0] in PLACE_WORDS)
