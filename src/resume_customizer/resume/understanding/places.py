"""Places as resumes write them: `Dallas, TX`, `Munich, Germany`, `Remote`, `(Leeds)`.

    text  ->  is_place(): all of it is one  /  may_name_city(): it may be an unknown one

A country, a state, a known city or a word like `remote` must be among it; `Name, Word` alone is not enough.
"""

import re

from resume_customizer.resume.understanding.place_names import (
    CITIES,
    COUNTRIES,
    PLACE_WORDS,
    SHORT_STATES,
    STATE_NAMES,
    STATES,
)
from resume_customizer.resume.understanding.role_words import ROLES
from resume_customizer.resume.understanding.vocabulary import ORGANIZATION_FORMS, ORGANIZATIONS

_ZIP = r"[ -]?\b\d{4,6}(?:-\d{4})?$"
BRACKETED = r"^([^()（）]{2,}?)\s?[(（]([^()（）]{2,60})[)）]$"
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
DASH_OF_PLACE = re.compile(r" [-–—] ?|(?<=\w)[–—] ")
_STREET = (
    r"(?i)\d{1,6}[a-z]? [^,\d]{2,40}\b(?:street|st\.?|avenue|ave\.?|road|rd\.?|drive|boulevard|blvd\.?|lane|"
    r"highway|hwy|parkway|pkwy|court|terrace|way|circle|plaza|pike|trail|loop)(?:,|$)"
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
_TWO, _THREE = 2, 3
_NATIONS = frozenset(("england", "scotland", "wales", "northern ireland"))


def is_place(text: str) -> bool:
    """The whole text is a place."""
    if "(" in text[1:] and (bracketed := re.match(BRACKETED, text)) is not None:  # Houston, TX (Remote)
        return is_place(bracketed.group(1)) and is_place(bracketed.group(2))
    if text[:1].isdigit() and re.match(_STREET, text) is not None:
        return True
    if has_dash(text) and len(halves := DASH_OF_PLACE.split(text)) == _TWO:  # Bangalore - India, Hybrid – Austin, TX
        return goes_on_as_place(*halves)
    text = text.strip(" ()（）" if text[-1:] == "." and ends_in_state(text) else " ()（）.")
    if not 2 <= len(text) <= _LONGEST or "(" in text or ": " in text:
        return False
    if "," not in text:
        return _is_one_place(text.casefold()) or _is_town_and_state(text)
    parts = [part.strip(" ()") for part in text.split(",")]
    if len(parts) > 3 or not all(parts):
        return False
    if not (may_name_city(parts[0]) or parts[0].casefold() in CITIES or _is_college_town(parts)):
        return False
    return not _begins_with_name(parts) and _ends_as_place(parts)


def has_dash(text: str) -> bool:
    """A dash that parts may be in it; quickly said."""
    return " -" in text or "–" in text or "—" in text


def goes_on_as_place(left: str, right: str) -> bool:
    """What stands around a dash is one place: a town and its country, a way of working and a place."""
    low = right.strip().casefold()
    if left.strip().casefold() in PLACE_WORDS or low in PLACE_WORDS:
        return is_place(left) and is_place(right)
    return (low in COUNTRIES or low in STATE_NAMES) and "," not in left and may_name_city(left.strip())


def _begins_with_name(parts: list[str]) -> bool:
    """`Globex, New York, NY`, `Globex, Remote` are an organization and its place."""
    first = parts[0].casefold()
    if len(parts) == 2 and words_of_town(parts):
        return True
    if len(parts) == _THREE and _is_within_country(parts):
        return False
    if len(parts) == 3 and (not _is_state(parts[1]) or (_is_state(parts[2]) and first not in CITIES)):
        return True
    return parts[-1].casefold() in PLACE_WORDS and first not in _KNOWN and not _is_state(parts[0])


def _is_within_country(parts: list[str]) -> bool:
    """`Cardiff, Wales, United Kingdom`, `Pune, Maharashtra, India`."""
    town, region, country = (part.casefold() for part in parts)
    return country in COUNTRIES and (region in _NATIONS or (town in CITIES and region not in CITIES))


def words_of_town(parts: list[str]) -> int:
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
    """`College Station, TX`: two words that do not end like the name of an organization; `Union, OH`."""
    words = parts[0].split()
    if len(parts) == _TWO and len(words) == 1:
        low = parts[0].casefold()
        known = low in ORGANIZATIONS and low not in ORGANIZATION_FORMS and parts[0].istitle()
        return known and parts[1].isupper() and parts[1].casefold() in STATES
    return len(parts) == 2 and len(words) == 2 and _is_state(parts[1]) and all(map(may_name_city, words[1:]))


def _is_one_place(low: str) -> bool:
    """Without a comma: a known name, two of them (`Remote / Boston`), or a template's words."""
    if low in _KNOWN or _without_surroundings(low) in _KNOWN:
        return True
    if "-" in low and " " not in low and low.partition("-")[0] in CITIES:
        return True  # Zürich-Oerlikon
    if low[0] in "[{<«" or "-" in low or "/" in low or " " in low:
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
    if low[0] in "[{<«" and low[-1] in "]}>»" and "," not in low and "，" not in low:
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
    if "&" in text:
        return False  # R&D
    words = text.casefold().split()
    if not 1 <= len(words) <= 4 or _begins_with_country(words):
        return False
    for word in words:
        bare = word.strip(".,")
        if bare in ROLES or bare in ORGANIZATIONS:
            return False
    return True
