"""What an opening is called, for whom and where it is: title, seniority, location, remote or not.

    pieces, subject, first lines  ->  labels first, then words  ->  Claim, …

Promises (tests in tests/core/posting/test_openings.py):

* A label ("Job Title:", "Location:") goes before the subject, and that before the first lines and what sentences say.
* A title loses what is written around it: "Urgent:", the place, the terms, the rate.
* Remote debugging and hybrid clouds are no ways of working.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from resume_customizer.core.posting.pieces import Piece, Pieces

Span: TypeAlias = tuple[int, int]


class Found(NamedTuple):
    """A value and the span that says so."""

    value: str
    start: int
    end: int


_ROLE = re.compile(
    r"\b(?:developers?|engineers?|programmers?|architects?|administrators?|admin|analysts?"
    r"|consultants?|managers?|leads?|testers?|scientists?|designers?|specialists?|"
    r"directors?|officers?|dba|sre|devops|qa|sdet|intern|coordinators?|masters?|owners?"
    r"|technicians?|strategists?|writers?|head of|vp|cto|cio|recruiters?|trainers?|"
    r"experts?|modelers?|researchers?|associates?|coach|support|operators?|accountants?"
    r"|auditors?|entwickler(?:in)?|ingenieur(?:in)?|développeur|ingénieur|desarrollador)\b",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"^(?:\W*(?:urgent(?:ly)?(?: (?:requirement|need|opening|hiring|role))?|immediate(?: (?:need"
    r"|requirement|opening|hire|joiner))?|hot(?: requirement| job)?|hiring|now hiring"
    r"|we(?:['’]re| are) hiring|job (?:opening|opportunity|posting|title|role)|new (?:role"
    r"|requirement|opening|job|position)|"
    r"opening|open (?:position|role)|opportunity|requirement|requirements|position|role|job"
    r"|vacancy|need|needed|looking|looking for|wanted|fwd?|re|aw|direct client|title|career"
    r" opportunity)\b(?: (?:for|of|as|:|an?|the))*[\s:|!–—-]*)+",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\||\s[-–—]{1,5}\s|[-–—]{2}|[([{@;:$]|//|!!|,? at (?=[A-Z])|, (?=[A-Z][a-z]{1,20}(?:"
    r" [A-Z][a-z]{1,20})?, [A-Z]{2}\b)"
    r"| in (?!Test)(?=[A-Z])| for (?=[A-Z])|\b(?i:needed|wanted|required|c2c|w2|1099|remote|hybrid|on-?site)\b"
)
_SOUGHT = re.compile(
    r"\b(?:looking for|seeking|hiring|searching for|in need of|recruiting|need|needs|join us as"
    r"|role of|position of|opening for|requirement for|opportunity for|as) (?:an? |our next |the"
    r" |experienced |talented |skilled |motivated |passionate |highly |self-motivated"
    r" )*(?P<title>[A-Za-z][\w.+#/&-]*(?:[ ][\w.+#/&()-]+){0,6})",
    re.IGNORECASE,
)
_TITLE_END = re.compile(
    r"\b(?:to|who|with|for|in|at|on|that|and|within|you|will|responsible|having|based|is|as|from|of)\b", re.IGNORECASE
)
_SENIORITY: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "intern",
        re.compile(r"\b(?:intern|internship|working student|werkstudent(?:in)?|trainee|apprentice)\b", re.IGNORECASE),
    ),
    ("director", re.compile(r"\b(?:director|vp|vice president|head of|chief|cto|cio)\b", re.IGNORECASE)),
    ("principal", re.compile(r"\b(?:principal|distinguished)\b", re.IGNORECASE)),
    ("staff", re.compile(r"\bstaff\b(?!ing)", re.IGNORECASE)),
    ("lead", re.compile(r"\b(?:lead|team leader|tech lead)\b", re.IGNORECASE)),
    ("senior", re.compile(r"\b(?:senior|sr|snr)\b", re.IGNORECASE)),
    ("mid", re.compile(r"\b(?:mid|mid-?level|intermediate|middle|mid-senior)\b", re.IGNORECASE)),
    ("junior", re.compile(r"\b(?:junior|jr|jnr)\b", re.IGNORECASE)),
    ("entry", re.compile(r"\b(?:entry[- ]level|graduate|fresher)\b", re.IGNORECASE)),
    (
        "manager",
        re.compile(
            r"\bmanager\b(?<!product manager)(?<!project manager)(?<!program manager)(?<!account"
            r" manager)",
            re.IGNORECASE,
        ),
    ),
)
_HEAD = 4000
"""Characters in which sentences are looked through for what is sought."""
_LOOSE_LABELS = ("subject", "re", "fw", "fwd", "job", "hiring")
"""Labels that hold more than a title."""
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
_PLACE = re.compile(
    rf"(?<![\w.])(?:[A-Z][a-zA-Zéöüß.'’-]{{1,20}} ){{0,2}}[A-Z][a-zA-Zéöüß.'’-]{{1,20}}, ?(?:{_STATES})\b"
)
_BASED = re.compile(
    r"\b(?:based (?:in|out of|at)|located in|office in|offices in|headquartered in|onsite in"
    r"|on-site in|hybrid in|work from our|remote from|relocate to)\s(?:our |the"
    r" )?(?P<place>[A-Z][\w.'’-]{1,20}(?:(?:,? | )[A-Z][\w.'’-]{1,20}){0,3})"
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
_WAY_HINTS = ("remote", "hybrid", "site", "office", "home", "wfh", "in person", "in-person", "telecommut", "anywhere")
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


def find_title(read: Pieces) -> Found | None:
    """What the opening is called."""
    text = read.text
    for start, end in _title_spans(read):
        found = _clean_title(text, start, end)
        if found is not None:
            return found
    for sought in _SOUGHT.finditer(text, 0, min(len(text), _HEAD)):
        stop = _TITLE_END.search(text, sought.start("title") + 1, sought.end("title"))
        end = stop.start() if stop else sought.end("title")
        value = text[sought.start("title") : end].strip(" ,.-(")
        if _ROLE.search(value):
            at = sought.start("title")
            return Found(" ".join(value.split()), at, at + len(value))
    return None


def _title_spans(read: Pieces) -> Iterator[Span]:
    """Labels, the subject, and first lines that look like a title."""
    titles = [piece for piece in read.pieces if piece.kind == "title" and not piece.is_heading]
    for piece in sorted(titles, key=lambda piece: piece.label in _LOOSE_LABELS):
        yield piece.start, piece.end
    for piece in read.pieces[:5]:
        is_short = piece.end - piece.start < 110 and read.text[piece.end - 1] not in ".!?:" and not piece.is_item
        is_first = piece.kind in ("unknown", "title") or piece.is_heading
        if is_short and is_first and _ROLE.search(read.text, piece.start, piece.end):
            yield piece.start, piece.end


def _clean_title(text: str, start: int, end: int) -> Found | None:
    """The role's name alone; None when there is none."""
    around = _AROUND.match(text[start:end])
    begin = start + (around.end() if around and around.end() < end - start else 0)
    while begin < end and not text[begin].isalnum():
        begin += 1
    for stop in (*(cut.start() for cut in _CUT.finditer(text, begin, end)), end):
        value = text[begin:stop].strip(" \t,.-–|*_")
        if value and _ROLE.search(value):
            value = " ".join(value.split())
            at = text.find(value, begin)
            return Found(value, at, at + len(value)) if at >= 0 and len(value) <= 90 else None
        if stop < end and value:
            # What stands before the first cut names no role ("Acme | Java Developer"): go on behind it.
            rest = _clean_title(text, _after_cut(text, stop, end), end)
            if rest is not None:
                return rest
            break
    return None


def _after_cut(text: str, stop: int, end: int) -> int:
    while stop < end and not text[stop].isalnum():
        stop += 1
    return min(end, stop)


def find_seniority(read: Pieces, title: Found | None) -> Found | None:
    """How senior, by the title, else by a label."""
    spans = [] if title is None else [(title.start, title.end)]
    spans += [(piece.start, piece.end) for piece in read.labelled("level", "seniority")]
    for start, end in spans:
        for value, words in _SENIORITY:
            found = words.search(read.text, start, end)
            if found is not None:
                return Found(value, found.start(), found.end())
    return None


def find_location(read: Pieces, title: Found | None) -> Found | None:
    """Where the work is: by its label, in the line of the title, or the first place that is named."""
    text = read.text
    for piece in read.labelled(*_LOCATION_LABELS):
        found = _clean_place(text, piece)
        if found is not None:
            return found
    if title is not None:
        end = text.find("\n", title.end)
        found = _PLACE.search(text, text.rfind("\n", 0, title.start) + 1, end if end >= 0 else len(text))
        if found is not None:
            return Found(" ".join(found.group().split()), found.start(), found.end())
    found = next(read.find(_PLACE, _ELSEWHERE), None)
    if found is not None:
        return Found(" ".join(found.group().split()), found.start(), found.end())
    found = next(read.find(_BASED, _ELSEWHERE), None)
    return None if found is None else Found(found["place"].rstrip(".,"), found.start("place"), found.end("place"))


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
    if not any(word in read.lowered for word in _WAY_HINTS):
        return None
    labelled = [(each.start, each.end) for each in read.labelled(*_FACT_LABELS)]
    first = [(each.start, each.end) for each in read.pieces if not each.is_heading][:3]
    for span in (*labelled, *first):
        for value, words in _WAYS:
            found = words.search(read.text, *span)
            if found is not None:
                return Found(value, found.start(), found.end())
    for value, words in _WAYS:
        found = next(read.find(words, ("company", "equal")), None)
        if found is not None:
            return Found(value, found.start(), found.end())
    return None
