"""Role, organization, place and time of an experience, as written in its header.

    header rows  ->  pieces  ->  what pieces at the same place of other headers are  ->  name_entries()  ->  Naming each

What one header leaves open, the other headers of the same resume decide: a piece at the same place of
a row that is set alike is of the same sort in all of them.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from resume_customizer.resume.understanding.dates import Period, find_end, join_halves
from resume_customizer.resume.understanding.experiences import Entry
from resume_customizer.resume.understanding.labels import split_field
from resume_customizer.resume.understanding.pieces import DASH, Piece, Slot, best_period, cut_row, without_period
from resume_customizer.resume.understanding.places import Place, cut_place, may_name_city
from resume_customizer.resume.understanding.roles import part_role
from resume_customizer.resume.understanding.rows import Row
from resume_customizer.resume.understanding.vocabulary import FUNCTIONS, LINK_WORDS, ORGANIZATION_FORMS


class Naming(NamedTuple):
    """What a header says."""

    role: str | None
    company: str | None
    location: str | None
    period: Period | None
    clear: float
    """How sure role and company are, 0 to 1."""


_REMARK = r" ?\([^()]{1,60}\)$"
_ON_ONES_OWN = ("freelanc", "self", "independent", "break", "sabbatical", "leave", "consultant", "volunteer")
_ENOUGH_TO_VOTE = 3
_MOST_PIECES = 8


def name_entries(entries: Sequence[Entry]) -> list[Naming]:
    """What each header says; the headers help each other."""
    at_commas = _parted_at_commas(entries)
    cut = [
        [
            piece
            for number, row in _numbered(entry.header)
            for piece in cut_row(row, number, (row.look, number) in at_commas)
        ]
        for entry in entries
    ]
    _vote(cut)
    namings = [
        (_name_project if entry.kind == "project" else _name_employment)(pieces, _period_of(entry))
        for entry, pieces in zip(entries, cut, strict=True)
    ]
    return _with_employers(entries, namings)


def _period_of(entry: Entry) -> Period | None:
    period: Period | None = None
    for row in entry.header:
        new = row.period
        if new is None and row.label == "period":
            new = find_end(split_field(row.text)[1])
        if new is not None:
            period = (join_halves(period, new) if period else None) or best_period(period, new)
    return period


def _numbered(rows: list[Row]) -> list[tuple[int, Row]]:
    """Each row with its number among the rows of its look."""
    seen: dict[object, int] = {}
    found: list[tuple[int, Row]] = []
    for row in rows:
        number = seen.get(row.look, 0)
        seen[row.look] = number + 1
        found.append((number, row))
    return found


def _parted_at_commas(entries: Sequence[Entry]) -> set[Slot]:
    """Rows set alike that mostly have commas but seldom a dash: there the comma parts role and organization."""
    if len(entries) < _ENOUGH_TO_VOTE:
        return set()
    rows: dict[Slot, list[Row]] = {}
    for entry in entries:
        for number, row in _numbered(entry.header):
            rows.setdefault((row.look, number), []).append(row)
    found: set[Slot] = set()
    for slot, group in rows.items():
        texts = [without_period(row) for row in group if not row.label] if len(group) >= _ENOUGH_TO_VOTE else []
        parted = sum(1 for text in texts if "," in text)
        dashed = sum(1 for text in texts if DASH.search(text))
        if parted >= _ENOUGH_TO_VOTE and parted * 5 >= len(texts) * 4 and 0 < dashed * 2 <= len(texts):
            found.add(slot)
    return found


def _vote(headers: list[list[Piece]]) -> None:
    """Pieces at the same place take over half of what all of them say together, and are places if most are."""
    slots: dict[Slot, list[Piece]] = {}
    for pieces in headers:
        for piece in pieces:
            if not piece.field:
                slots.setdefault(piece.slot, []).append(piece)
    for group in slots.values():
        _find_more_places(group)
        free = [piece for piece in group if not piece.is_place]
        if len(free) > 1:
            role = sum(min(piece.role, 4.0) for piece in free) / len(free)
            company = sum(min(piece.company, 4.0) for piece in free) / len(free)
            for piece in free:
                piece.role = (piece.role + role) / 2
                piece.company = (piece.company + company) / 2


def _find_more_places(group: list[Piece]) -> None:
    """Unknown towns: alone where the others are places; at the end where others end in one, or behind `Inc.`."""
    places = sum(1 for piece in group if piece.is_place)
    with_place = any(piece.place is not None for piece in group)
    for piece in group:
        if piece.is_place or piece.place is not None:
            continue
        if places * 2 > len(group) and max(piece.role, piece.company) < 1 and may_name_city(piece.text):
            piece.is_place = True
        elif "," in piece.text:
            piece.place = _town_at_end(piece.text, with_place)


def _town_at_end(text: str, with_place: bool) -> Place | None:
    before, _, tail = text.rpartition(",")
    before, tail = before.strip(), tail.strip()
    formed = before.rpartition(" ")[2].strip(".").casefold() in ORGANIZATION_FORMS
    if not (with_place or formed) or tail.isupper() or len(tail.split()) > 2 or not may_name_city(tail):
        return None
    words = tail.casefold().split()
    return None if words[0].strip(".") in ORGANIZATION_FORMS or FUNCTIONS.issuperset(words) else Place(before, tail)


def _name_employment(pieces: list[Piece], period: Period | None) -> Naming:
    role, company, location = _labelled(pieces)
    location = location or _location(pieces)
    free = [piece for piece in pieces if piece.is_free][:_MOST_PIECES]
    if role is None and company is None:
        named = _name_pair(free)
        return named._replace(location=location or named.location, period=period)
    if role is None:
        fitting = [piece for piece in free if piece.role > piece.company]
        role = max(fitting, key=lambda piece: piece.role).name if fitting else None
    elif company is None:
        fitting = [piece for piece in free if piece.role <= piece.company + 1]
        company = max(fitting, key=lambda piece: piece.company - piece.role).name if fitting else None
    return Naming(role, company, location, period, 1.0)


def _name_pair(free: list[Piece]) -> Naming:
    """Role and organization among pieces without labels: the two that fit best; one piece may hold both."""
    if len(free) > 1:
        role, company = _best_pair(free)
        return Naming(role.name, company.name, None, None, 1.0 if role.role > role.company else 0.5)
    if not free:
        return Naming(None, None, None, None, 1.0)
    only = free[0]
    pair = part_role(only.name)
    if pair is not None:
        role, company = pair
        place = cut_place(company)
        return Naming(role, place.before, place.place, None, 1.0) if place else Naming(role, company, None, None, 1.0)
    if only.role > 0 and only.role >= only.company:
        return Naming(only.name, None, None, None, 1.0)
    return Naming(None, only.name, None, None, 0.6)


def _best_pair(free: list[Piece]) -> tuple[Piece, Piece]:
    """The two pieces that fit best as role and organization; earlier ones are likelier."""
    best, found = float("-inf"), (free[0], free[1])
    for i, one in enumerate(free):
        for j, two in enumerate(free):
            if i != j:
                words = one.role - 0.6 * one.company + two.company - 0.6 * two.role
                fit = words - 0.35 * (i + j) + (0.1 if i < j else 0.0)
                if fit > best:
                    best, found = fit, (one, two)
    return found


def _name_project(pieces: list[Piece], period: Period | None) -> Naming:
    """A project's role is the role written, else its title; a company only when the header names one."""
    role, company, location = _labelled(pieces)
    free = [piece for piece in pieces if piece.is_free and piece.text.casefold() not in LINK_WORDS]
    title = next(
        (piece.text for piece in pieces if piece.field == "project" and piece.text.strip("#0123456789 ")), None
    )
    if title is None:
        if company is None and len(free) > 1 and free[0].company >= 1.75 and free[0].company > free[0].role:
            company = free.pop(0).name
        title = _title_of(free.pop(0)) if free else None
    if role is None:
        role = next((piece.name for piece in free if piece.role >= 2.5 and piece.role > piece.company), title)
    if company is None:
        company = next((piece.name for piece in free if piece.company >= 1.5 and piece.company > piece.role), None)
    return Naming(role, company, location or _location(pieces), period, 1.0 if role else 0.5)


def _title_of(piece: Piece) -> str:
    """A project's title without its description and without a remark in brackets."""
    title, _, _ = piece.name.partition(": ") if 0 < piece.name.find(": ") < 60 else (piece.name, "", "")
    return re.sub(_REMARK, "", title) or title


def _labelled(pieces: list[Piece]) -> tuple[str | None, str | None, str | None]:
    """What labels say. A `title` is the role, or the project's when a role is told beside it."""
    said: dict[str, Piece] = {}
    for piece in pieces:
        said.setdefault(piece.field, piece)
    if "title" in said:
        said["title"].field = "project" if "role" in said or "project" in said else "role"
        said.setdefault(said["title"].field, said["title"])
    role = said["role"].text if "role" in said else None
    company = said["company"].text if "company" in said else None
    location = said["location"].text if "location" in said else None
    place = cut_place(company) or _town_at_end(company, False) if company and location is None else None
    return (role, place.before, place.place) if place else (role, company, location)


def _location(pieces: list[Piece]) -> str | None:
    whole = next((piece.text for piece in pieces if piece.is_place), None)
    return whole or next((piece.place.place for piece in pieces if piece.place is not None), None)


def _with_employers(entries: Sequence[Entry], namings: list[Naming]) -> list[Naming]:
    """Later roles and projects under the same employer take over its name and place."""
    found: list[Naming] = []
    places = {id(entry): at for at, entry in enumerate(entries)}
    lead = -1
    for at, (entry, naming) in enumerate(zip(entries, namings, strict=True)):
        above = -1
        if entry.employer is not None:
            above = places.get(id(entry.employer), -1)
        elif naming.company is not None and (len(entry.header) > 1 or naming.role is None):
            lead = at
        elif lead >= 0 and naming.role is not None and _is_under(entry, naming, entries[lead]):
            above = lead
        if above >= 0 and naming.company is None:
            employer = found[above]
            found.append(naming._replace(company=employer.company, location=naming.location or employer.location))
        else:
            found.append(naming)
    return found


def _is_under(entry: Entry, naming: Naming, lead: Entry) -> bool:
    """Its header begins as the second row of the fuller header looks, or its time lies within the employer's."""
    looks = [row.look for row in lead.header]
    look = entry.header[0].look
    whole = lead.header[0].period
    held = whole is not None and naming.period is not None and whole.holds(naming.period)
    below = look in looks[1:] and (look != looks[0] or _is_next_role(entry, lead))
    return entry.kind == lead.kind and (below or held)


def _is_next_role(entry: Entry, lead: Entry) -> bool:
    """Dated, with fewer rows than the first role, which stands under the employer's undated name."""
    short = len(entry.header) < len(lead.header) and lead.header[0].period is None
    own = any(word in row.text.casefold() for row in entry.header for word in _ON_ONES_OWN)
    return short and not own and any(row.period is not None for row in entry.header[:2])
