"""Texts of mails as people write them: places to fill in, and the HTML that is made of a text.

    "Hello {{ receiver_first_name }}, …"  ->  find_places()  ->  names, each known or refused
    text + values  ->  fill()  ->  the text, or which places have no value
    text  ->  as_html()  ->  paragraphs, lists, bold words and links; everything else escaped

A place is `{{ name }}` with a name of PLACES, or `{{ column_… }}` for a column of a list; nothing else means anything,
so a text can neither compute nor reach into the program. People write no HTML: it is made from what they write.

Promises (tests in tests/core/test_mail_text.py):

* A value is put in as it is: what looks like a place or like HTML in it stays text.
* A text with an unknown place is not kept, and one with a place that has no value is not sent.
* HTML that is made of a text holds no tag, attribute or address that is not ours, whatever the text holds.
"""

import re
from collections.abc import Mapping
from html import escape
from typing import Final, NamedTuple

from resume_customizer.core.errors import InvalidInput

LONGEST_TEXT: Final = 50_000
_LONGEST_FILLED: Final = 200_000
_PLACE: Final = re.compile(r"\{\{ ?([a-z][a-z0-9_]{0,59}) ?\}\}")
_BRACES: Final = re.compile(r"\{[{%#]|[}%#]\}")
_COLUMN: Final = "column_"
_NOT_IN_COLUMNS: Final = re.compile(r"[^a-z0-9]+")


class Place(NamedTuple):
    """Something that can be filled in."""

    about: str
    example: str


PLACES: Final[Mapping[str, Place]] = {
    "receiver_name": Place("who is written to", "Priya Raman"),
    "receiver_first_name": Place("their first name", "Priya"),
    "receiver_company": Place("where they work", "Northwind Staffing"),
    "sender_name": Place("who writes, from the mail account", "Anna Vroom"),
    "sender_address": Place("their address", "anna@desk.example"),
    "signature": Place("the signature of the mail account", "Anna Vroom\nBright Desk"),
    "consultant_name": Place("the consultant", "Marek Dvorak"),
    "consultant_location": Place("where the consultant is", "Columbus, OH"),
    "consultant_availability": Place("from when on", "two weeks' notice"),
    "consultant_authorization": Place("work authorization, as it is noted", "as discussed by phone"),
    "consultant_skills": Place("what the consultant does", "Java, Spring, Kafka"),
    "consultant_rate": Place("the rate that is asked for", "USD 72 per hour"),
    "title": Place("the requirement's title", "Senior Java Developer"),
    "client": Place("the client", "Lakeshore Bank"),
    "vendor_company": Place("the vendor", "Northwind Staffing"),
    "vendor_person": Place("who at the vendor", "Priya Raman"),
    "location": Place("where the work is", "Cleveland, OH"),
    "duration": Place("how long", "12 months"),
    "rate": Place("the requirement's rate", "USD 75 per hour"),
    "tax_term": Place("C2C, W2, 1099 or full-time", "C2C"),
    "technologies": Place("what is asked for", "Java, Spring Boot, Kafka"),
    "posting_link": Place("where the posting is", "https://jobs.example/1234"),
    "file_names": Place("names of the attached files", "Marek Dvorak.docx"),
    "interview_round": Place("which round", "2"),
    "interview_time": Place("when, with its time zone", "Tuesday, 2 March 2027, 10:00 (America/New_York)"),
    "interview_mode": Place("how", "video"),
    "interview_link": Place("where to join", "https://meet.example/abc"),
    "first_subject": Place("in follow-ups: the subject of the first mail", "Java developer for your opening"),
    "first_date": Place("in follow-ups: when the first mail was sent", "Monday, 1 March 2027"),
    "today": Place("the date of sending", "Tuesday, 2 March 2027"),
}
"""Every place, with what it stands for and an example."""


class Filled(NamedTuple):
    """A text with its values, and the places that have none."""

    text: str
    empty: tuple[str, ...]


def find_places(text: str) -> tuple[str, ...]:
    """The places of a text, each once, in order."""
    return tuple(dict.fromkeys(_PLACE.findall(text)))


def check_text(text: str, what: str) -> None:
    """Raise InvalidInput for a text that can't be kept: too long, an unknown place, or braces that mean nothing."""
    if len(text) > LONGEST_TEXT:
        raise InvalidInput("text-too-long", f"A {what} has at most {LONGEST_TEXT:,} characters.")
    unknown = [name for name in find_places(text) if name not in PLACES and not name.startswith(_COLUMN)]
    if unknown:
        raise InvalidInput(
            "unknown-place",
            f"There is no place {_shown(unknown)}. `template places` lists all; a column of a list is "
            "{{ column_name }}.",
            what,
        )
    rest = _PLACE.sub("", text)
    left = _BRACES.search(rest)
    if left:
        near = " ".join(rest[max(0, left.start() - 10) : left.end() + 20].split())
        raise InvalidInput(
            "bad-place", f"“{near}”: a place is two braces with one name, as in {{{{ receiver_name }}}}.", what
        )


def fill(text: str, values: Mapping[str, str]) -> Filled:
    """The text with its values; a value that is empty leaves the place as it is, and names it."""
    empty = [name for name in find_places(text) if not values.get(name, "").strip()]
    filled = _PLACE.sub(lambda found: values.get(found[1], "").strip() or found[0], text)
    if len(filled) > _LONGEST_FILLED:
        raise InvalidInput("text-too-long", f"Filled in, the text has more than {_LONGEST_FILLED:,} characters.")
    return Filled(filled, tuple(empty))


def column_place(header: str) -> str:
    """The place that a column of a list fills: `Offer Title` is `column_offer_title`."""
    return _COLUMN + _NOT_IN_COLUMNS.sub("_", header.casefold().strip())[:50].strip("_")


def examples() -> dict[str, str]:
    """A value for each place, to look at a text before there is real data."""
    return {name: place.example for name, place in PLACES.items()}


def _shown(names: list[str]) -> str:
    return ", ".join(f"{{{{ {name} }}}}" for name in names[:5])


# ------------------------------------------------------------------ HTML

_STYLE: Final = "font-family:Calibri,Arial,sans-serif;font-size:11pt;line-height:1.4;color:#1f2328"
_ITEM: Final = re.compile(r"[-*•] +(?=\S)")
_LINK: Final = re.compile(r"https?://[^\s<>\"'`\\]{1,500}")
_BLANK_LINES: Final = re.compile(r"\n{2,}")
_BOLD: Final = re.compile(r"\*\*(?=\S)([^*\n]{1,200})\*\*")
_AFTER_A_LINK: Final = ".,;:!?)]}"


def as_html(text: str) -> str:
    """The text as the HTML part of a mail."""
    blocks = _BLANK_LINES.split(text.replace("\r\n", "\n").replace("\r", "\n").strip("\n"))
    body = "\n".join(_block(block.strip("\n")) for block in blocks if block.strip())
    return f'<!DOCTYPE html>\n<html><body style="{_STYLE}">\n{body}\n</body></html>'


def _block(block: str) -> str:
    """A paragraph, with its lists."""
    parts: list[str] = []
    lines: list[str] = []
    items: list[str] = []

    def close() -> None:
        if lines:
            parts.append(f"<p>{'<br>'.join(map(_inline, lines))}</p>")
        if items:
            parts.append("<ul>" + "".join(f"<li>{_inline(each)}</li>" for each in items) + "</ul>")
        lines.clear()
        items.clear()

    for line in block.split("\n"):
        mark = _ITEM.match(line)
        if bool(mark) != bool(items):
            close()
        if mark:
            items.append(line[mark.end() :])
        else:
            lines.append(line)
    close()
    return "\n".join(parts)


def _inline(line: str) -> str:
    """One line: links and bold words, the rest escaped."""
    made, at = [], 0
    for found in _LINK.finditer(line):
        address = found[0].rstrip(_AFTER_A_LINK)
        end = found.start() + len(address)
        made += [_bold(line[at : found.start()]), f'<a href="{escape(address)}">{escape(address)}</a>']
        at = end
    return "".join([*made, _bold(line[at:])])


def _bold(text: str) -> str:
    return _BOLD.sub(r"<b>\1</b>", escape(text))
