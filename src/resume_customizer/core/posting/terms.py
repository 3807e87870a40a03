"""On which terms: tax terms, rate or salary, duration.

    text  ->  find_tax_terms() · find_rate() · find_duration()  ->  Found, …

Promises (tests in tests/core/posting/test_terms.py):

* "No C2C", "C2C not allowed", "W2 only" say what they say.
* A rate has a currency or a unit; a fund-raising, a 401(k) and a number of users are none.
* A duration is one of the contract, not of experience.
"""

import re
from collections.abc import Iterator

from resume_customizer.core.posting.pieces import Found, Pieces

_TERMS: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...] = (
    ("C2C", re.compile(r"\b(?:c2c|corp[- ]?(?:to|2)[- ]?corp|corp2corp)\b", re.IGNORECASE), ("c2c", "corp")),
    ("W2", re.compile(r"\bw-?2s?\b(?! forms?)", re.IGNORECASE), ("w2", "w-2")),
    ("1099", re.compile(r"\b1099\b"), ("1099",)),
    (
        "full-time",
        re.compile(
            r"\bfull[- ]?time\b(?! (?:student|equivalent|basis upon|study))|\bfte\b|\bpermanent"
            r" (?:position|role|job|employment|placement|hire|contract)\b"
            r"|\bdirect[- ]hire\b",
            re.IGNORECASE,
        ),
        ("full", "fte", "permanent", "direct"),
    ),
)
_SILENT = ("benefits", "equal", "company")
_RATE_HINTS = (
    "$",
    "€",
    "£",
    "₹",
    "usd",
    " eur",
    "gbp",
    " cad",
    " chf",
    "/hr",
    "/h",
    "per hour",
    "an hour",
    "per day",
    "/day",
    "per annum",
)
_DURATION_HINTS = ("month", "contract", "long term", "long-term", "duration", "mos ")
_PAY_WORDS = re.compile(
    r"salary|rate|pay|compensation|c2c|w2|1099|/|per |hour|hourly|annual|base|budget|range|yearly|k\b|ctc|ote|p\.?a",
    re.IGNORECASE,
)
_NO_BEFORE = re.compile(
    r"(?:\b(?:no|not|non|without|except|cannot)|n['’]t)\b[- ]?(?:(?:on|open to|do|accept"
    r"|consider|accepting|considering|for|any"
    r"|available (?:for|on)|able to do|c2c|corp[- ]to[- ]corp|w-?2|1099|or|and|/|,|&)[\s/,]*){0,5}$",
    re.IGNORECASE,
)
_NO_AFTER = re.compile(
    r"\s?(?:(?:candidates?|consultants?|vendors?|is|are|or|and|c2c|1099|w2)["
    r" /,]{0,3}){0,3}(?:not|n['’]t|no)\b(?! (?:only|required))(?=[ ]?(?:allowed|accepted"
    r"|considered"
    r"|available|possible|an option|eligible|permitted|please|ok|entertained|$|[.,;)!]|be ))"
    r"|\s?: ?no\b",
    re.IGNORECASE,
)
_YES_AFTER = re.compile(r" (?:is |are )?(?:fine|okay?|only|accepted|allowed|works|preferred|possible|available)\b")
_AMOUNT = r"\d{1,3}(?:[,.]\d{3})+(?:\.\d\d)?|\d{1,7}(?:\.\d{1,2})?"
_CURRENCY = r"(?:US\$|C\$|A\$|[$€£₹]|(?:USD|EUR|GBP|CAD|AUD|CHF|INR)\b)"
_PER = (
    r"(?:\s?(?:/|per\b|an\b|a\b|p\.?)\s?-?(?:hours?|hrs?|hr|h\b|days?|d\b|months?|mo\b|weeks?|wk"
    r"|annum|year|yrs?|yr|a\.?\b)\.?|\s?(?:hourly|annually|yearly|daily|monthly|p\.?a\.?\b|pa\b"
    r"|ph\b|ctc\b|lpa\b))"
)
_SEPARATOR = r"\s?(?:-|–|—|to|and)\s?"
_RATE = re.compile(
    rf"(?:{_CURRENCY}\s?(?:{_AMOUNT})\s?k?\b(?:{_PER})?\+?(?:{_SEPARATOR}{_CURRENCY}?\s?(?:{_AMOUNT})\s?k?\b)?"
    rf"(?:\s?{_CURRENCY})?(?:{_PER})?"
    rf"|(?<![\w.,$€£-])(?:{_AMOUNT})\s?k?(?:\s?{_CURRENCY})?(?:{_SEPARATOR}(?:{_AMOUNT})\s?k?)?\s?"
    rf"(?:{_CURRENCY}(?:{_PER})?|(?:/|per |an )\s?(?:hour|hr|h|day|annum)\b))"
    rf"(?:\s?(?:(?:on|all[- ]in(?:clusive)?)\s)?(?:c2c|w2|1099)\b)?",
    re.IGNORECASE,
)
_NO_RATE = re.compile(
    r"\s?(?:k?\+?\s?(?:million|billion|mm|bn|b\b|m\b)|in (?:funding|revenue|assets|sales)|raised"
    r"|users|customers|of (?:funding|revenue)|series|401)",
    re.IGNORECASE,
)
_PLAIN_RATE = re.compile(
    rf"(?:{_AMOUNT})\s?k?(?:\s?(?:-|–|to|/)\s?(?:{_AMOUNT})\s?k?)?(?:{_PER})?(?:\s?(?:on\s)?(?:c2c|w2|1099)\b)?",
    re.IGNORECASE,
)
_RATE_LABELS = ("rate", "salary", "pay", "budget")
_LENGTH = (
    r"(?:\d{1,2}|one|two|three|four|six|nine|twelve|eighteen)\s?(?:\(\d{1,2}\)\s?)?\+?(?:\s?(?:-"
    r"|–|to)\s?\d{1,2})?\s?\+?[- ]?(?:months?|mos?\b|mths?|years?|yrs?|weeks?)\s?\+?"
)
_DURATION = re.compile(
    rf"\b(?:{_LENGTH}(?=(?:['’]s?)?\s?\(?(?:contract|c2h|c2c|w2|contract-to-hire|temp|assignment"
    rf"|project|engagement|initial|ext|rolling|fixed|duration|long|plus ext|with (?:possible "
    rf"|likely |a )?ext|position|role|term|[|]|renewable))"
    rf"|(?:contract|duration|length|term|assignment|engagement|project)(?: (?:length|duration"
    rf"|period|for|of|is|:))*[ :(-]{{0,3}}(?P<length>{_LENGTH})"
    rf"|(?P<long>long[- ]term|multi[- ]year)(?= (?:contract|project|assignment|engagement"
    rf"|position|opportunity|role|c2c))|contract[- ]to[- ]hire\b|permanent contract\b)",
    re.IGNORECASE,
)
_DURATION_LABELS = ("duration", "length", "term", "period")
_JUST_LENGTH = re.compile(
    rf"(?:{_LENGTH}|long[- ]?term|permanent|contract[- ]to[- ]hire|multi[- ]year"
    rf"|ongoing)(?:\s?(?:\+|plus|with)?\s?(?:possible |likely |a )?ext\w*)?",
    re.IGNORECASE,
)


def find_tax_terms(read: Pieces) -> Iterator[Found]:
    """`C2C`, `W2`, `1099`, `full-time`, each once, with `no ` in front where it is excluded."""
    for name, words, hints in _TERMS:
        places = list(read.find(words, hints, _SILENT))
        if places:
            refused = [place for place in places if _is_excluded(read, place)]
            found = (refused or places)[0]
            yield Found(f"no {name}" if refused else name, found.start(), found.end())


def _is_excluded(read: Pieces, found: re.Match[str]) -> bool:
    if _YES_AFTER.match(read.lowered, found.end()):
        return False
    piece = read.piece_at(found.start())
    start, end = (piece.start, piece.end) if piece else (found.start(), found.end())
    before = read.text[max(start, found.start() - 60) : found.start()]
    return _NO_BEFORE.search(before) is not None or _NO_AFTER.match(read.text, found.end(), end) is not None


def find_rate(read: Pieces) -> Found | None:
    """The first rate or salary, as written."""
    text = read.text
    for piece in read.labelled(*_RATE_LABELS):
        found = _RATE.search(text, piece.start, piece.end) or _PLAIN_RATE.search(text, piece.start, piece.end)
        if found is not None:
            return _found(text, found.start(), found.end())
    for found in read.find(_RATE, _RATE_HINTS, ("equal",)):
        if _is_pay(text, found):
            return _found(text, found.start(), found.end())
    return None


def _is_pay(text: str, found: re.Match[str]) -> bool:
    if _NO_RATE.match(text, found.end()) or not any(character.isdigit() for character in found.group()):
        return False
    near = text[max(0, found.start() - 50) : found.end() + 20]
    return _PAY_WORDS.search(near) is not None and "401" not in found.group() and "raised" not in near.lower()


def find_duration(read: Pieces) -> Found | None:
    """How long the contract is, as written."""
    text = read.text
    for piece in read.labelled(*_DURATION_LABELS):
        found = _JUST_LENGTH.search(text, piece.start, piece.end)
        if found is not None and "tax" not in piece.label:
            return _found(text, found.start(), found.end())
    for found in read.find(_DURATION, _DURATION_HINTS, _SILENT):
        group = "length" if found["length"] else "long" if found["long"] else 0
        return _found(text, found.start(group), found.end(group))
    return None


def _found(text: str, start: int, end: int) -> Found:
    value = text[start:end].rstrip(" .,")
    return Found(" ".join(value.split()), start, start + len(value))
