"""A requirement: its statuses and what may follow what, its fields and their rules.

    values as a door got them  ->  read_fields()  ->  values of a record, or every problem at once
    status + status  ->  check_move()  ->  nothing, or Conflict that says what may follow

Promises (tests in tests/core/test_requirements.py):

* Every field of the record that a person fills in has a rule, and nothing else is taken.
* All problems are told at once, each with the name of its field.
* A status follows another only where the table says so, and the error names what may follow.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import StrEnum
from typing import Any, Final

from resume_customizer.core.errors import Conflict, InvalidInput
from resume_customizer.core.staffing.rates import MOST_CENTS, PER, find_rate


class Status(StrEnum):
    """Where a requirement stands."""

    NEW = "New"
    WORKING = "Working"
    APPLIED = "Applied"
    SUBMITTED = "Submitted"
    INTERVIEWED = "Interviewed"
    OFFER = "Offer"
    PLACED = "Placed"
    ON_HOLD = "On hold"
    NO_RESPONSE = "No response"
    REJECTED = "Rejected"
    CANCELLED = "Cancelled"


_PAUSED: Final = frozenset({Status.ON_HOLD, Status.CANCELLED})
_ENDED: Final = _PAUSED | {Status.NO_RESPONSE, Status.REJECTED}
FOLLOWING: Final[Mapping[Status, frozenset[Status]]] = {
    Status.NEW: _ENDED | {Status.WORKING, Status.APPLIED, Status.SUBMITTED},
    Status.WORKING: _ENDED | {Status.NEW, Status.APPLIED, Status.SUBMITTED},
    Status.APPLIED: _ENDED | {Status.WORKING, Status.SUBMITTED, Status.INTERVIEWED},
    Status.SUBMITTED: _ENDED | {Status.WORKING, Status.INTERVIEWED, Status.OFFER},
    Status.INTERVIEWED: _ENDED | {Status.SUBMITTED, Status.OFFER},
    Status.OFFER: _ENDED | {Status.INTERVIEWED, Status.PLACED},
    Status.PLACED: frozenset({Status.CANCELLED}),
    Status.ON_HOLD: frozenset(Status) - {Status.ON_HOLD, Status.NEW, Status.PLACED},
    Status.NO_RESPONSE: frozenset(
        {Status.WORKING, Status.APPLIED, Status.SUBMITTED, Status.INTERVIEWED, Status.REJECTED, Status.CANCELLED}
    ),
    Status.REJECTED: frozenset({Status.WORKING, Status.CANCELLED}),
    Status.CANCELLED: frozenset({Status.WORKING}),
}
"""What may follow each status. What has ended begins again as Working; a placement can only fall through."""
OPEN: Final = (
    Status.NEW,
    Status.WORKING,
    Status.APPLIED,
    Status.SUBMITTED,
    Status.INTERVIEWED,
    Status.OFFER,
    Status.ON_HOLD,
)
"""Something is still to be done."""
STAGES: Final = (Status.NEW, Status.APPLIED, Status.SUBMITTED, Status.INTERVIEWED, Status.OFFER, Status.PLACED)
"""The way to a placement."""


def check_move(before: str, after: str) -> Status:
    """The status to go to; raises InvalidInput for none of the list, Conflict for one that may not follow."""
    wanted = _choice(Status)(after)
    if before == wanted:
        return wanted
    following = FOLLOWING[Status(before)]
    if wanted not in following:
        names = ", ".join(each for each in Status if each in following)
        raise Conflict("not-following", f"{wanted} can't follow {before}; what can: {names}.", "status")
    return wanted


# ------------------------------------------------------------------ fields

TAX_TERMS: Final = ("C2C", "W2", "1099", "full-time")
WORK_MODES: Final = ("remote", "hybrid", "on-site")
_MOST_WORDS: Final = 200
_LONGEST_POSTING: Final = 200_000
_MAIL_ADDRESS = re.compile(r"[^\s@<>,;\"]{1,64}@[^\s@<>,;\"]{1,190}")
_BETWEEN_WORDS = re.compile(r"[,;\n]")
_CURRENCY_CODE = re.compile(r"[A-Z]{3}")
_NO_CHARACTER = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}", re.IGNORECASE)


class _BadValueError(ValueError):
    """Says what a field's value should be."""


Reader = Callable[[object], Any]


def _text(most: int = 200, *, lines: bool = False) -> Reader:
    def read(value: object) -> str:
        if not isinstance(value, str):
            raise _BadValueError("must be a text")
        text = value.replace("\r\n", "\n").strip() if lines else " ".join(value.split())
        if len(text) > most:
            raise _BadValueError(f"has {len(text):,} characters; the most is {most:,}")
        if _NO_CHARACTER.search(text):
            raise _BadValueError("has characters that are none")
        return text

    return read


def _choice(choices: Iterable[str], *, empty: bool = False) -> Callable[[object], Any]:
    known = {str(each).casefold(): each for each in choices}

    def read(value: object) -> str:
        if empty and value in {"", None}:
            return ""
        found = known.get(value.strip().casefold()) if isinstance(value, str) else None
        if found is None:
            raise InvalidInput("bad-choice", f"must be one of {', '.join(map(str, known.values()))}")
        return found

    return read


def _words(value: object) -> tuple[str, ...]:
    listed = _BETWEEN_WORDS.split(value) if isinstance(value, str) else value
    if not isinstance(listed, list | tuple) or not all(isinstance(each, str) for each in listed):
        raise _BadValueError("must be a list of texts, or a text with commas")
    words = tuple(dict.fromkeys(_text(80)(each) for each in listed if each.strip()))
    if len(words) > _MOST_WORDS:
        raise _BadValueError(f"has {len(words)} entries; the most is {_MOST_WORDS}")
    return words


def _number(least: int, most: int, *, empty: bool = True) -> Reader:
    def read(value: object) -> int | None:
        if empty and (value is None or value == ""):
            return None
        try:
            number = int(value) if isinstance(value, str | int) and not isinstance(value, bool) else None
        except ValueError:
            number = None
        if number is None or not least <= number <= most:
            raise _BadValueError(f"must be a whole number from {least:,} to {most:,}")
        return number

    return read


def read_moment(value: object) -> datetime | None:
    """A moment with its zone; a day alone is meant until its end in UTC. Raises ValueError."""
    if value is None or value == "":
        return None
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value).strip())
    except ValueError:
        raise _BadValueError("must be a time like 2026-12-01T15:00+01:00, or a day like 2026-12-01") from None
    if isinstance(value, str) and len(value.strip()) == len("2026-12-01"):
        return datetime.combine(moment.date(), time(23, 59, 59), UTC)
    if moment.tzinfo is None:
        raise _BadValueError("must say its time zone, e.g. +01:00 or Z")
    if not 1900 <= moment.year < 9999:
        raise _BadValueError("must be a year of ours")
    return moment.astimezone(UTC)


def _like(fits: Callable[[str], object], kind: str) -> Reader:
    def read(value: object) -> str:
        text = _text(2100)(value)
        if text and not fits(text):
            raise _BadValueError(f"must be {kind}")
        return text

    return read


@dataclass(frozen=True, slots=True)
class Field:
    """One field that people fill in."""

    label: str
    read: Reader
    span: tuple[int, int] | None = None
    """The least and the most of a whole number."""
    needed: bool = False
    """There is always one: the least stands where nobody says another."""


def number_field(label: str, least: int, most: int, *, empty: bool = True) -> Field:
    """A field of a whole number, or none where it may be empty."""
    return Field(label, _number(least, most, empty=empty), (least, most), needed=not empty)


FIELDS: Final[Mapping[str, Field]] = {
    "title": Field("Title", _text()),
    "client": Field("Client", _text()),
    "end_client": Field("End client", _text()),
    "implementation_partner": Field("Implementation partner", _text()),
    "prime_vendor": Field("Prime vendor", _text()),
    "vendor_company": Field("Vendor", _text()),
    "vendor_person": Field("Vendor's person", _text()),
    "vendor_phone": Field("Vendor's phone", _text(60)),
    "vendor_email": Field("Vendor's e-mail", _like(_MAIL_ADDRESS.fullmatch, "an e-mail address")),
    "rate_cents": Field("Rate in cents", _number(0, MOST_CENTS)),
    "rate_currency": Field("Currency", _like(_CURRENCY_CODE.fullmatch, "a currency like USD")),
    "rate_per": Field("Rate per", _choice(PER)),
    "tax_term": Field("Tax term", _choice(TAX_TERMS, empty=True)),
    "location": Field("Location", _text()),
    "work_mode": Field("Remote, hybrid or on-site", _choice(WORK_MODES, empty=True)),
    "duration": Field("Duration", _text()),
    "posting": Field("Posting", _text(_LONGEST_POSTING, lines=True)),
    "posting_link": Field(
        "Link to the posting", _like(_WEB_ADDRESS.fullmatch, "an address that begins with https:// or http://")
    ),
    "source": Field("Source", _text()),
    "technologies": Field("Technologies", _words),
    "primary_technology": Field("Primary technology", _text(80)),
    "must_have": Field("Must-have", _words),
    "nice_to_have": Field("Nice-to-have", _words),
    "years": number_field("Years of experience", 0, 60),
    "priority": number_field("Priority", 0, 9, empty=False),
    "deadline": Field("Deadline", read_moment),
    "next_step": Field("Next step", _text(500)),
    "next_step_due": Field("Next step due", read_moment),
}
"""What people fill in. Status, assignments and comments have ways of their own."""


def text_field(
    label: str,
    most: int = 200,
    *,
    lines: bool = False,
    choices: tuple[str, ...] = (),
    like: Callable[[str], object] | None = None,
    kind: str = "",
) -> Field:
    """A field of text; of one of some choices, or of a kind."""
    if choices:
        return Field(label, _choice(choices))
    return Field(label, _like(like, kind) if like else _text(most, lines=lines))


def words_field(label: str) -> Field:
    """A field of several words."""
    return Field(label, _words)


def read_fields(values: Mapping[str, object], fields: Mapping[str, Field] = FIELDS) -> dict[str, Any]:
    """The values of a record; `rate` may stand for the three fields of a rate. Raises InvalidInput `bad-fields`."""
    read: dict[str, Any] = {}
    problems: list[str] = []
    for name, value in values.items():
        try:
            if name == "rate" and "rate_cents" in fields:
                read |= _rate_fields(value)
            elif name in fields:
                read[name] = fields[name].read(value)
            else:
                problems.append(f"{name[:60]} is no field")
        except (_BadValueError, InvalidInput) as fault:
            problems.append(f"{name} {fault}")
    problems += [f"{each} must not be empty" for each in ("title", "name") if each in fields and read.get(each) == ""]
    if problems:
        raise InvalidInput("bad-fields", f"{'; '.join(problems)}.")
    return read


def _rate_fields(value: object) -> dict[str, Any]:
    if value in {"", None}:
        return {"rate_cents": None}
    rate = find_rate(str(value))
    if rate is None:
        raise _BadValueError("must be an amount like “95.50 USD per hour”")
    return {"rate_cents": rate.cents, "rate_currency": rate.currency, "rate_per": rate.per}


def read_comment(value: object) -> str:
    """The text of a comment; raises InvalidInput."""
    try:
        text = _text(10_000, lines=True)(value)
    except _BadValueError as fault:
        raise InvalidInput("bad-fields", f"The comment {fault}.") from None
    if not text:
        raise InvalidInput("bad-fields", "The comment is empty.")
    return text
