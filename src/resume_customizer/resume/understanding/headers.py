"""Role, organization, place and time of an experience, as written in its header.

    header rows  ->  pieces  ->  what pieces at the same place of other headers are  ->  name_entries()  ->  Naming each

What one header leaves open, the other headers of the same resume decide: a piece at the same place of
a row that is set alike is of the same sort in all of them.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from resume_customizer.resume.understanding.clearness import ON_ONES_OWN, Header, clearness
from resume_customizer.resume.understanding.dates import Period, find_end, join_halves
from resume_customizer.resume.understanding.experiences import Entry
from resume_customizer.resume.understanding.labels import split_field
from resume_customizer.resume.understanding.pieces import Piece, best_period, cut_row, is_short_form, with_rest
from resume_customizer.resume.understanding.place_names import PLACE_WORDS
from resume_customizer.resume.understanding.placed_names import Place, cut_place
from resume_customizer.resume.understanding.places import may_name_city
from resume_customizer.resume.understanding.roles import part_role, weigh_words
from resume_customizer.resume.understanding.towns import named_like_place, town_left
from resume_customizer.resume.understanding.vocabulary import EMPLOYMENT_TYPES, LINK_WORDS
from resume_customizer.resume.understanding.votes import numbered, parted_at_commas, town_at_end, vote


class Naming(NamedTuple):
    """What a header says."""

    role: str | None
    company: str | None
    location: str | None
    period: Period | None
    clear: float
    """How sure role and company are, 0 to 1."""


_REMARK = r" ?\([^()]{1,60}\)$"
_MOST_PIECES = 8
_TWO, _FEW = 2, 3
_A_ROLE = 1.5
_LEAST_MARGIN = 0.5


def name_entries(entries: Sequence[Entry]) -> list[Naming]:
    """What each header says; the headers help each other."""
    at_commas = parted_at_commas(entries)
    cut = [
        [
            piece
            for number, row in numbered(entry.header)
            for piece in cut_row(row, number, (row.look, number) in at_commas)
        ]
        for entry in entries
    ]
    for entry, pieces in zip(entries, cut, strict=True):
        _set_apart_town(entry, pieces)
    for entry, pieces in zip(entries, cut, strict=True):
        if entry.kind == "project":
            for piece in pieces:
                piece.may_end_in_town = False  # `React, Node`
    vote(cut)
    namings = [
        (_name_project if entry.kind == "project" else _name_employment)(pieces, _period_of(entry))
        for entry, pieces in zip(entries, cut, strict=True)
    ]
    namings = _with_employers(entries, namings)
    return [_doubted(*each) for each in zip(entries, cut, namings, strict=True)]


def _doubted(entry: Entry, pieces: list[Piece], naming: Naming) -> Naming:
    header = Header(entry.kind, naming.role or "", naming.company or "", naming.location or "", pieces)
    return naming._replace(clear=min(naming.clear, clearness(header)))


def _set_apart_town(entry: Entry, pieces: list[Piece]) -> None:
    """In a column of dates, what stands below the dates is a town when role and organization stand beside them."""
    dated = next((row for row in entry.header if row.period is not None and row.cell is not None), None)
    aside = [each for each in pieces if each.cell is not None and dated is not None and each.cell == dated.cell]
    others = sum(1 for each in pieces if each.is_free) - sum(1 for each in aside if each.is_free)
    if others > 1 and len(aside) == 1 and not aside[0].role and may_name_city(aside[0].text):
        aside[0].is_place = True


def _period_of(entry: Entry) -> Period | None:
    period: Period | None = None
    for row in entry.header:
        new = row.period
        if new is None and row.label == "period":
            new = find_end(split_field(row.text)[1])
        if new is not None:
            period = (join_halves(period, new) if period else None) or best_period(period, new)
    return period


def _name_employment(pieces: list[Piece], period: Period | None) -> Naming:
    role, company, location = _labelled(pieces)
    location = location or _location(pieces)
    free = [piece for piece in pieces if piece.is_free][:_MOST_PIECES]
    if role is None and company is None and not free:
        role = next((each.text for each in pieces if each.text.casefold() in EMPLOYMENT_TYPES), None)  # `Freelance`
        return Naming(role, None, location, period, 1.0)
    if role is None and company is None:
        named = _name_pair(free, any(piece.is_place for piece in pieces))
        named = named._replace(location=location or named.location, period=period)
        like_place = named_like_place(pieces) if named.company is None and named.role is not None else None
        if like_place is not None:
            return named._replace(company=like_place[0], location=like_place[1], clear=0.5)
        return named if named.location else named._replace(location=town_left(free, named.role, named.company))
    if role is None:
        fitting = [piece for piece in free if piece.role > piece.company]
        role = max(fitting, key=lambda piece: piece.role).name if fitting else None
    elif company is None:
        fitting = [piece for piece in free if piece.role <= piece.company + 1]
        company = max(fitting, key=lambda piece: piece.company - piece.role).name if fitting else None
    return Naming(role, company, location, period, 1.0)


def _name_pair(free: list[Piece], has_place: bool) -> Naming:
    """Role and organization among pieces without labels: the two that fit best; one piece may hold both."""
    free = _part_one(free)
    if len(free) > 1:
        role, company = _best_pair(free)
        clear = _how_clear(role, company, free, has_place)
        return Naming(
            with_rest(role, company, free, has_place), with_rest(company, role, free, has_place), None, None, clear
        )
    if not free:
        return Naming(None, None, None, None, 1.0)
    only = free[0]
    pair = only.pair or part_role(only.name)
    if pair is None and has_place and only.place is not None and only.role > only.company:
        return Naming(only.name, only.place.place, None, None, 0.5)  # the place stands elsewhere: no town, then
    if pair is not None:
        role, company = pair
        place = cut_place(company) or (None if has_place or only.place else _town_behind(company))
        return Naming(role, place.before, place.place, None, 1.0) if place else Naming(role, company, None, None, 1.0)
    if only.role > 0 and only.role >= only.company:
        return Naming(only.name, None, None, None, 1.0)
    return Naming(None, only.name, None, None, 0.6)


def _town_behind(company: str) -> Place | None:
    """`Globex, Unknown Town` behind a role and another comma."""
    place = town_at_end(company, True) if company.count(",") == 1 else None
    return place if place is not None and " " not in place.place and weigh_words(place.place) == (0.0, 0.0) else None


def _part_one(free: list[Piece]) -> list[Piece]:
    """`US Army | Platoon Leader, 3rd Battalion`: where none is a role, the one at whose comma a role ends is two."""
    if len(free) < _TWO or any(piece.role > _A_ROLE and piece.role > piece.company for piece in free):
        return free
    found: list[Piece] = []
    for piece in free:
        pair = part_role(piece.name) if "," in piece.name else None
        if pair is None or not weigh_words(pair[1])[1]:
            found.append(piece)
            continue
        for text in pair:
            found.append(Piece(text, piece.slot))
            found[-1].role, found[-1].company = weigh_words(text)
    return found


def _how_clear(role: Piece, company: Piece, free: list[Piece], has_place: bool) -> float:
    """Less where the words speak as much for the other way round, or a third piece may as well be the organization."""
    margin = role.role - company.role + company.company - role.company
    if role.role <= role.company or margin < _LEAST_MARGIN:
        return 0.4
    left = [piece for piece in free[:_FEW] if piece is not role and piece is not company]
    unknown = weigh_words(company.name) == (0.0, 0.0)
    rivals = [each for each in left if weigh_words(each.name) == (0.0, 0.0)]
    if has_place or role.place is not None or company.place is not None:
        rivals = [each for each in rivals if not may_name_city(each.text)]
    return 0.5 if unknown and rivals else 1.0


def _best_pair(free: list[Piece]) -> tuple[Piece, Piece]:
    """The two pieces that fit best as role and organization; earlier ones are likelier."""
    best, found = float("-inf"), (free[0], free[1])
    for i, one in enumerate(free):
        for j, two in enumerate(free):
            if i != j:
                words = one.role - 0.6 * one.company + two.company - 0.6 * two.role
                if len(free) > _TWO and one.part == two.part and one.slot[:2] == two.slot[:2] and is_short_form(two):
                    words -= 1  # a role and its field
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
    place = cut_place(company) or town_at_end(company, False) if company and location is None else None
    return (role, place.before, place.place) if place else (role, company, location)


def _location(pieces: list[Piece]) -> str | None:
    whole = next((p.text for p in pieces if p.is_place and p.text.casefold() not in PLACE_WORDS), None)
    whole = whole or next((piece.text for piece in pieces if piece.is_place), None)
    if whole is not None and whole[0] == "(" and whole.count("(") == 1:
        whole = whole.strip("()")
    return whole or next((_place_of(piece, pieces) for piece in pieces if piece.place is not None), None)


def _place_of(piece: Piece, pieces: list[Piece]) -> str:
    """What is behind a name; all of it, `Eastwood, Quezon City`, where two other pieces are the names."""
    others = [each for each in pieces if each is not piece and (each.is_free or each.field in ("role", "company"))]
    others = [each for each in others if not any(map(str.isdecimal, each.text))]
    unknown = max(piece.role, piece.company) <= 0 and piece.name.count(" ") < _TWO
    alone = len(others) > 1 and unknown and may_name_city(piece.name)
    return piece.text if alone or piece.place is None else piece.place.place


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
    own = any(word in row.text.casefold() for row in entry.header for word in ON_ONES_OWN)
    return short and not own and any(row.period is not None for row in entry.header[:2])
