"""Where the work is: its place; remote, hybrid or on site.

    labels, the line of the title, what sentences say  ->  find_location(), find_way_of_working()  ->  Found

Promises (tests in tests/core/posting/test_places.py):

* A label goes before the line of the title, and that before what sentences say.
* Remote debugging and hybrid clouds are no ways of working.
"""

import re

from resume_customizer.core.posting.pieces import Found, Piece, Pieces

_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ"
    "|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|"
    "ON|BC|QC|AB|MB|SK|NS|NB|NSW|VIC|QLD|UK|USA|Alabama|Alaska|Arizona|Arkansas|California"
    "|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas"
    "|Kentucky|"
    "Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana"
    "|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota"
    "|Ohio|"
    "Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah"
    "|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Ontario|Quebec|Alberta|"
    "Germany|England|Scotland|Ireland|France|Spain|Netherlands|Switzerland|Austria|India|Canada"
    "|Australia|Poland|Portugal|Italy|Sweden|Norway|Denmark|Finland|Belgium|Singapore"
)
_STATE = re.compile(rf", ?(?:{_STATES})\b")
_CITY = re.compile(r"(?<![\w.'’-])(?:[A-Z][a-zA-Zéöüß.'’-]{1,20} ){0,2}[A-Z][a-zA-Zéöüß.'’-]{1,20}$")
_BASED = re.compile(
    r"\b(?:based (?:in|out of|at)|located in|offices? in|headquartered in|on-?site in|hybrid in"
    r"|work from our|remote from"
    r"|relocate to)\s(?:our |the )?(?P<place>[a-zéöü][\w.'’-]{1,20}(?:,? [a-zéöü][\w.'’-]{1,20}){0,3})"
)
_BASED_HINTS = (
    "based in",
    "based out of",
    "located in",
    "office in",
    "offices in",
    "headquartered in",
    "site in",
    "relocate to",
)
_LOCATION_LABELS = ("location", "place", "based", "office", "site")
_WAYS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "on-site",
        re.compile(
            r"\b(?:no|not|non)[- ](?:a |fully |100% )?remote\b|\bremote (?:work )?(?:is )?(?:not"
            r"|isn['’]t) (?:possible|available|an option|allowed|offered)\b|\b(?:on-?site|in[- ]office"
            r"|in[- ]person) (?:only|role|position|job|work|from day|5 days|five days|required)\b"
            r"|\b100% (?:on-?site|in[- ]office)\b|\b(?:5|five) days (?:a|per) week (?:on-?site|in (?:the"
            r" )?office)\b|\bday (?:1|one) on-?site\b",
            re.IGNORECASE,
        ),
    ),
    (
        "hybrid",
        re.compile(
            r"\bhybrid\b(?! (?:cloud|app|mobile|multi|architecture|application|it\b|infrastructure|data"
            r"|search|environment|solution|deployment|model of|integration|vehicle|electric))"
            r"|\b(?:[1-4]|one|two|three|four)(?: ?(?:-|–|to|or) ?(?:[1-4]|two|three|four))? days?"
            r" (?:(?:a|per|each) week )?(?:on-?site|in (?:the |our )?office|from (?:the )?office|remote"
            r"|from home|wfh)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "remote",
        re.compile(
            r"\b(?:fully|100%|completely|permanent(?:ly)?|entirely) remote(?:ly)?\b|\bremote[- ](?:first"
            r"|only|friendly|based|work|role|position|job|ok|opportunity|within|from|in|option|contract"
            r"|us|usa|uk|eu)\b|\bwork(?:ing)? (?:fully |100% )?remote(?:ly)?\b"
            r"|\bwork(?:ing)?[- ]from[- ](?:home|anywhere)\b|\bwfh\b|\bhome[- ]office\b|\btelecommut"
            r"|\bremote\b(?= *(?:$|[|)\],;/.!(–-]))|(?<=[|(/,–-] )remote\b|(?<=[(/|])remote\b",
            re.IGNORECASE | re.MULTILINE,
        ),
    ),
    (
        "on-site",
        re.compile(
            r"\bon-?site\b(?! (?:gym|fitness|support|parking|interview|cafeteria|restaurant|wellness"
            r"|visits?|training|coordinat|and offshore|/? ?offshore))|\bin[- ]office\b",
            re.IGNORECASE,
        ),
    ),
)
_ELSEWHERE = ("company", "equal", "benefits", "apply")
_WAY_HINTS = (
    "remote",
    "hybrid",
    "on-site",
    "onsite",
    "office",
    "from home",
    "wfh",
    "in-person",
    "telecommut",
    "from anywhere",
)
_WORD = re.compile(r"[^ ]+")
_FACT_LABELS = (
    "location",
    "work",
    "onsite",
    "remote",
    "place",
    "type",
    "employment",
    "job type",
    "position type",
    "schedule",
)


def find_location(read: Pieces, title: Found | None) -> Found | None:
    """Where the work is: by its label, in the line of the title, or the first place that is named."""
    text = read.text
    for piece in read.labelled(*_LOCATION_LABELS):
        found = None if "option" in piece.label else _clean_place(text, piece)
        if found is not None:
            return found
    lines = [] if title is None else [(text.rfind("\n", 0, title.start) + 1, _line_end(text, title.end))]
    for start, end in (*lines, (0, len(text))):
        for found in _STATE.finditer(text, start, end):
            place = _place_at(read, found)
            if place is not None:
                return place
    for found in read.find(_BASED, _BASED_HINTS, _ELSEWHERE):
        place = _capital_words(text, found.start("place"), found.end("place"))
        if place is not None:
            return place
    return None


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _place_at(read: Pieces, state: re.Match[str]) -> Found | None:
    """`Dallas, TX`: the words with capital letters before a state."""
    piece = read.piece_at(state.start())
    if piece is None or piece.kind in _ELSEWHERE:
        return None
    city = _CITY.search(read.text, max(piece.start, state.start() - 64), state.start())
    return (
        None
        if city is None
        else Found(" ".join(read.text[city.start() : state.end()].split()), city.start(), state.end())
    )


def _capital_words(text: str, start: int, end: int) -> Found | None:
    """The words up to the first one without a capital letter."""
    stop = start
    for word in _WORD.finditer(text, start, end):
        if not word.group()[0].isupper():
            break
        stop = word.end()
    value = text[start:stop].rstrip(".,")
    return Found(value, start, start + len(value)) if value else None


_NO_PLACE = re.compile(
    r"[(|;]|\s[-–—/]+\s|,? (?=(?:fully |100% )?(?:remote|hybrid|on-?site|day one)\b)|\. ", re.IGNORECASE
)
_WAY_WORD = re.compile(
    r"\W*(?:(?:fully|100%|work|from|home|anywhere|within|us|usa|only|role|is|in) )*(?:remote"
    r"|hybrid|on-?site|wfh)\b\W*(?:only|work)?\W*",
    re.IGNORECASE,
)


def _clean_place(text: str, piece: Piece) -> Found | None:
    start = piece.start
    way = _WAY_WORD.match(text, start, piece.end)
    if way is not None:
        start = way.end()
        while text[start : start + 3].lower() == "in ":
            start += 3
    cut = _NO_PLACE.search(text, start, min(piece.end, start + 160))
    end = cut.start() if cut and cut.start() > start else piece.end
    value = text[start:end].strip(" \t,.-–()|*_:/")
    if not value or len(value) > 80 or not value[0].isalpha():
        return None
    at = text.index(value, start)
    return Found(" ".join(value.split()), at, at + len(value))


def find_way_of_working(read: Pieces) -> Found | None:
    """`remote`, `hybrid` or `on-site`; labels and the first lines go before sentences."""
    hints = [hint for hint in _WAY_HINTS if hint in read.lowered]
    if not hints:
        return None
    spans = [(each.start, each.end) for each in read.labelled(*_FACT_LABELS)]
    spans += [(each.start, each.end) for each in read.pieces[:4] if not each.is_heading]
    for span in spans:
        said = read.lowered[slice(*span)]
        found = _way_in(said) if any(hint in said for hint in hints) else None
        if found is not None:
            return Found(found[0], span[0] + found[1].start(), span[0] + found[1].end())
    best: tuple[int, Found] | None = None
    for near in read.near(hints, ("company", "equal")):
        for rank, (value, words) in enumerate(_WAYS if best is None else _WAYS[: best[0]]):
            found = words.search(read.lowered, *near)
            if found is not None:
                best = rank, Found(value, found.start(), found.end())
                break
    return None if best is None else best[1]


def _way_in(said: str) -> tuple[str, re.Match[str]] | None:
    return next(((value, found) for value, words in _WAYS if (found := words.search(said))), None)
