"""What an opening is called, and how senior it is.

    labels, subject, first lines, "we are looking for a …"  ->  find_title(), find_seniority()  ->  Found

Promises (tests in tests/core/posting/test_titles.py):

* A label ("Job Title:") goes before the subject, and that before the first lines and what sentences say.
* A title loses what is written around it: "Urgent:", the place, the terms, the rate.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from resume_customizer.core.posting.pieces import Found, Piece, Pieces

Span: TypeAlias = tuple[int, int]

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
    r" )+(?P<title>[a-z][\w.+#/&-]*(?:[ ][\w.+#/&()-]+){0,6})",
    re.IGNORECASE,
)
_SOUGHT_HINTS = (
    "looking for",
    "seeking",
    "hiring",
    "searching for",
    "in need of",
    "recruiting",
    "join us as",
    "role of",
    "position of",
    "opening for",
    "requirement for",
    "opportunity for",
    "as a ",
    "as an ",
    " need a",
    "needs a",
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


def find_title(read: Pieces) -> Found | None:
    """What the opening is called."""
    text = read.text
    for start, end in _title_spans(read):
        found = _clean_title(text, start, end)
        if found is not None:
            return found
    for sought in read.find(_SOUGHT, _SOUGHT_HINTS):
        if sought.start() > _HEAD:
            break
        stop = _TITLE_END.search(read.lowered, sought.start("title") + 1, sought.end("title"))
        end = stop.start() if stop else sought.end("title")
        roles = list(_ROLE.finditer(text, sought.start("title"), end))
        value = text[sought.start("title") : roles[-1].end()] if roles else ""
        if " " in value:
            return Found(" ".join(value.split()), sought.start("title"), roles[-1].end())
    return None


def _title_spans(read: Pieces) -> Iterator[Span]:
    """Labels, the subject, and first lines that look like a title."""
    titles = [piece for piece in read.pieces if piece.kind == "title" and not piece.is_heading]
    lines = [piece for piece in read.pieces[:5] if _is_title_line(read.text, piece)]
    # A page's first line says more than its "Role: Database Administrator", which is a category there.
    first = [piece for piece in read.pieces[:1] if piece in lines and piece.kind == "unknown"]
    named = [piece for piece in titles if "title" in piece.label]
    others = sorted((piece for piece in titles if piece not in named), key=lambda piece: piece.label in _LOOSE_LABELS)
    for piece in dict.fromkeys((*named, *first, *others, *lines)):
        yield piece.start, piece.end


def _is_title_line(text: str, piece: Piece) -> bool:
    is_short = piece.end - piece.start < 110 and text[piece.end - 1] not in ".!?:" and not piece.is_item
    is_first = piece.kind in ("unknown", "title") or piece.is_heading
    return is_short and is_first and _ROLE.search(text, piece.start, piece.end) is not None


def _clean_title(text: str, start: int, end: int) -> Found | None:
    """The role's name alone; None when there is none."""
    around = _AROUND.match(text[start:end])
    begin = start + (around.end() if around and around.end() < end - start else 0)
    while begin < end and not (text[begin].isalnum() or text[begin : begin + 4] == ".NET"):
        begin += 1
    for stop in (*(cut.start() for cut in _CUT.finditer(text, begin, end)), end):
        value = text[begin:stop].lstrip(" \t,-–|*_").rstrip(" \t,.-–|*_")
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
