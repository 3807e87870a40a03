"""Who is behind a posting: the vendor's person, and the chain from them to the client.

    a posting or a vendor's mail  ->  find_parties()  ->  fields with the places that say so

Only what stands there is said: by a label ("End client: …"), in the head of a mail, or under its closing.

Promises (tests in tests/core/test_vendor_mail.py):

* Each value comes with its line, and nothing is guessed from a mail's domain.
* The head of a mail goes before its signature, and a label before both.
"""

import re
from collections.abc import Iterator
from typing import Final

from resume_customizer.core.analysis import Claim
from resume_customizer.core.posting.lines import Lines

_MOST_LINES: Final = 2_000
_LONGEST_LINE: Final = 300
_LABEL = re.compile(
    r"[\W_]{0,6}(?:(?P<end_client>(?:end|final|ultimate)[ -]?(?:client|customer)(?: name)?)"
    r"|(?P<implementation_partner>(?:implementation|implementing|integration)[ -](?:partner|vendor))"
    r"|(?P<prime_vendor>(?:prime|primary|tier[ -]?(?:1|one)) ?(?:vendor|partner))"
    r"|(?P<vendor_company>vendor(?: (?:company|name))?)"
    r"|(?P<client>(?:direct )?(?:client|customer)(?: name)?))\b",
    re.IGNORECASE,
)
_VALUE = re.compile(r"[*_ \t]{0,4}[:=–-][*_ \t]{0,4}(?P<value>[^|;\t]{2,80})")
_FROM = re.compile(r"[*_> \t]{0,6}from[*_ ]{0,4}:[*_ \t]{0,4}", re.IGNORECASE)
_MAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE = re.compile(
    r"(?<![\w.])\+?(?:\d{1,3}[ .-])?\(?\d{3}\)?[ .-]{0,2}\d{3}[ .-]?\d{4}(?:,? ?(?:x|ext\.?) ?\d{1,6})?(?!\w)"
)
_CLOSING = re.compile(
    r"(?:(?:many|kind|best|warm|with) )?(?:thanks|thank you|regards|wishes|sincerely|cheers|best)"
    r"(?: (?:and|&) regards| regards)?[ ,.!-]{0,4}",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[A-Z][\w'’.-]{0,25}(?: [A-Z][\w'’.-]{0,25}){1,3}")
_COMPANY = re.compile(
    r"\b(?:Inc|LLC|LLP|Ltd|Corp|GmbH|Technologies|Solutions|Consulting|Systems|Staffing|Group|Services|Software|Infotech"
    r"|Resources|Partners|Talent|Labs)\b"
)
_SIGNATURE: Final = 8
"""Lines below a closing that are read."""


def find_parties(text: str) -> dict[str, Claim]:
    """The fields of a requirement that say who is behind it."""
    lines = Lines(text)
    found: dict[str, Claim] = {}
    for field, start, end in _found(text):
        value = " ".join(text[start:end].split()).strip(" .,*_")
        if value and field not in found:
            found[field] = Claim(value, lines.evidence(start, end))
    return found


def _found(text: str) -> Iterator[tuple[str, int, int]]:
    """Fields with their spans, the surest first."""
    rows = list(_rows(text))
    for start, line in rows:
        yield from _labelled(start, line)
    for start, line in rows:
        head = _FROM.match(line)
        if head:
            yield from _sender(start + head.end(), line[head.end() :])
    for at, (_, line) in enumerate(rows):
        if _CLOSING.fullmatch(line.strip()):
            yield from _signature(rows[at + 1 : at + 1 + _SIGNATURE])
    for start, line in rows:
        yield from _spans("vendor_email", _MAIL, start, line)


def _rows(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n", _MOST_LINES)[:_MOST_LINES]:
        yield start, line[:_LONGEST_LINE]
        start += len(line) + 1


def _labelled(start: int, line: str) -> Iterator[tuple[str, int, int]]:
    named = _LABEL.match(line)
    value = _VALUE.match(line, named.end()) if named else None
    if named and named.lastgroup and value:
        yield named.lastgroup, start + value.start("value"), start + value.end("value")


def _sender(start: int, rest: str) -> Iterator[tuple[str, int, int]]:
    yield from _spans("vendor_email", _MAIL, start, rest)
    name = _PERSON.match(rest.lstrip('"'))
    if name:
        skipped = len(rest) - len(rest.lstrip('"'))
        yield "vendor_person", start + skipped, start + skipped + name.end()


def _signature(rows: list[tuple[int, str]]) -> Iterator[tuple[str, int, int]]:
    for start, line in rows:
        own = line.strip()
        lead = start + len(line) - len(line.lstrip())
        if own and len(own) < 60 and _COMPANY.search(own) and "@" not in own:
            yield "vendor_company", lead, lead + len(own)
        elif _PERSON.fullmatch(own):
            yield "vendor_person", lead, lead + len(own)
        yield from _spans("vendor_phone", _PHONE, start, line)
        yield from _spans("vendor_email", _MAIL, start, line)


def _spans(field: str, pattern: "re.Pattern[str]", start: int, line: str) -> Iterator[tuple[str, int, int]]:
    found = pattern.search(line)
    if found:
        yield field, start + found.start(), start + found.end()
