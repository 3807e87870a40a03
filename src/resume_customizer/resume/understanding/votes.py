"""What the headers of one resume tell about each other: pieces at the same place are of the same sort.

pieces of all headers  ->  unknown towns, the order of role and organization, words weighed together  ->  vote()
"""

import re
from collections.abc import Sequence

from resume_customizer.resume.understanding.cuts import DASH
from resume_customizer.resume.understanding.experiences import Entry
from resume_customizer.resume.understanding.pieces import Piece, Slot, without_period
from resume_customizer.resume.understanding.placed_names import Place, cut_place, town_at_end
from resume_customizer.resume.understanding.places import is_place, may_name_city
from resume_customizer.resume.understanding.roles import COMMA, is_field, part_role, weigh_words
from resume_customizer.resume.understanding.rows import Row
from resume_customizer.resume.understanding.vocabulary import (
    EMPLOYMENT_TYPES,
    FUNCTIONS,
    INDUSTRIES,
    ORGANIZATION_FORMS,
)

_ENOUGH_TO_VOTE = 3
_ENOUGH_ALIKE = 2
_A_ROLE = 1.5
_BRACKETED = r"^(.{3,80}) \(([^()]{2,80})\)$"


def numbered(rows: list[Row]) -> list[tuple[int, Row]]:
    """Each row with its number among the rows of its look."""
    seen: dict[object, int] = {}
    found: list[tuple[int, Row]] = []
    for row in rows:
        number = seen.get(row.look, 0)
        seen[row.look] = number + 1
        found.append((number, row))
    return found


def parted_at_commas(entries: Sequence[Entry]) -> set[Slot]:
    """Rows set alike that mostly have commas but seldom a dash: there the comma parts role and organization."""
    if len(entries) < _ENOUGH_TO_VOTE:
        return set()
    rows: dict[Slot, list[Row]] = {}
    for entry in entries:
        for number, row in numbered(entry.header):
            rows.setdefault((row.look, number), []).append(row)
    found: set[Slot] = set()
    for slot, group in rows.items():
        texts = [without_period(row) for row in group if not row.label] if len(group) >= _ENOUGH_TO_VOTE else []
        texts = [text for text in texts if "|" not in text]
        parted = sum(1 for text in texts if "," in text)
        dashed = sum(1 for text in texts if DASH.search(text))
        if parted >= _ENOUGH_TO_VOTE and parted * 5 >= len(texts) * 4 and 0 < dashed * 2 <= len(texts):
            found.add(slot)
    return found


def vote(headers: list[list[Piece]]) -> None:
    """Pieces at the same place take over half of what all of them say together, and are places if most are."""
    slots: dict[Slot, list[Piece]] = {}
    _part_labelled_towns(headers)
    for pieces in headers:
        _find_unknown_town(pieces)
    for pieces in headers:
        for piece in pieces:
            if not piece.field:
                slots.setdefault(piece.slot, []).append(piece)
    for slot, group in slots.items():
        if slot[-1] and len(group) * 3 <= len(slots.get((*slot[:-1], 0), ())):
            for piece in group:
                piece.is_rare = True
        _find_more_places(group)
        _part_at_brackets(group)
        _follow_the_order(group)
        free = [piece for piece in group if not piece.is_place]
        if len(free) > 1:
            role = sum(min(piece.role, 4.0) for piece in free) / len(free)
            company = sum(min(piece.company, 4.0) for piece in free) / len(free)
            for piece in free:
                piece.role = (piece.role + role) / 2
                piece.company = (piece.company + company) / 2


def _part_labelled_towns(headers: list[list[Piece]]) -> None:
    """`Employer: Globex, Unknown Town`, where as many other employers have a place behind them, or all a word."""
    named = [(pieces, piece) for pieces in headers for piece in pieces if piece.field == "company"]
    unplaced = [(pieces, piece) for pieces, piece in named if cut_place(piece.text) is None]
    towns = [town_at_end(piece.text, True) if "," in piece.text else None for _, piece in unplaced]
    all_alike = len(named) > 1 and all(towns) and all(piece.text.count(",") == 1 for _, piece in unplaced)
    if len(unplaced) * 2 > len(named) and not all_alike:
        return
    for (pieces, piece), town in zip(unplaced, towns, strict=True):
        if town is not None:
            piece.text = town.before
            pieces.append(Piece(town.place, piece.slot, "location"))


def _find_unknown_town(pieces: list[Piece]) -> None:
    """`Globex, Unknown Town`, where another piece is the role and none a place: what one comma parts from a name."""
    roles = [piece for piece in pieces if piece.field == "role" or piece.role > _A_ROLE]
    if not roles or any(piece.is_place or piece.place or piece.field == "location" for piece in pieces):
        return
    for piece in pieces:
        if (
            piece.is_free
            and piece.may_end_in_town
            and piece not in roles
            and piece.text.count(",") == 1
            and piece.role == 0
        ):
            town = town_at_end(piece.text, True)
            if town is not None and not is_field(town.before) and town.place.casefold() not in INDUSTRIES:
                piece.place = town


def _find_more_places(group: list[Piece]) -> None:
    """Unknown towns: alone where the others are places; at the end where others end in one, or behind `Inc.`."""
    places = sum(1 for piece in group if piece.is_place)
    with_place = any(piece.place is not None for piece in group)
    commas = min((piece.name.count(",") for piece in group if piece.place is not None), default=0)
    regions = {piece.place.place.rpartition(", ")[2] for piece in group if piece.place and ", " in piece.place.place}
    for piece in group:
        if piece.is_place or piece.place is not None or not piece.may_end_in_town:
            continue
        if places * 2 >= len(group) > 1 and max(piece.role, piece.company) < 1 and may_name_city(piece.text):
            piece.is_place = True
        elif "," in piece.text:
            town = town_at_end(piece.text, with_place)
            piece.place = town if town is not None and town.before.count(",") >= commas else None
        if piece.place is not None and piece.place.place in regions:
            piece.place = _with_town(piece.place)


def _with_town(place: Place) -> Place:
    """`Globex, Unknown Town` before a region that other headers have, too: the town goes with it."""
    before, comma, town = place.before.rpartition(", ")
    known = town.casefold().strip(".") in ORGANIZATION_FORMS
    return Place(before, f"{town}, {place.place}") if comma and may_name_city(town) and not known else place


def _follow_the_order(group: list[Piece]) -> None:
    """`Employee, Red Apple`: parted at the comma as the others are that stand there, where words alone don't tell."""
    pairs = [part_role(piece.name) if "," in piece.name else None for piece in group]
    known = [(piece, pair) for piece, pair in zip(group, pairs, strict=True) if pair is not None]
    ahead = sum(1 for piece, pair in known if piece.name.startswith(pair[0]))
    commas = {piece.name.count(",") for piece in group}
    if len(known) < (_ENOUGH_ALIKE if len(commas) > 1 else 1) or 0 < ahead < len(known):
        return
    for piece, pair in zip(group, pairs, strict=True):
        if pair is None and "," in piece.name and not piece.is_place:
            parts = COMMA.split(piece.name)
            cut = 1 if ahead else len(parts) - 1
            left, right = ", ".join(parts[:cut]), ", ".join(parts[cut:])
            if ahead and is_field(right):
                continue  # `Staff Nurse, Med-Surg`
            piece.pair = (left, right) if ahead else (right, left)


def _part_at_brackets(group: list[Piece]) -> None:
    """`Engineer (Globex)`: where all that stand there end in brackets, those hold the organization."""
    pairs = [re.match(_BRACKETED, piece.text if piece.text[-1] == ")" else piece.name) for piece in group]
    if len(group) < _ENOUGH_ALIKE or sum(map(bool, pairs)) * 4 < len(group) * 3:
        return
    holds_places = sum(1 for pair in pairs if pair is not None and is_place(pair[2])) * 2 >= len(group)
    for piece, pair in zip(group, pairs, strict=True):
        if pair is None:
            continue
        ahead, within = weigh_words(pair[1])[0], weigh_words(pair[2])[0]
        if holds_places:
            if piece.place is None and may_name_city(pair[2]):
                piece.place = Place(pair[1], pair[2])
                piece.role, piece.company = weigh_words(pair[1])
        elif ahead > 1 and not _is_remark(pair[2]):
            piece.pair = (pair[1], pair[2])
        elif within > _A_ROLE and ahead == 0:
            piece.pair = (pair[2], pair[1])


def _is_remark(text: str) -> bool:
    """A role, a field of work, terms: no organization."""
    low = text.casefold()
    return weigh_words(text)[0] > 0 or low in EMPLOYMENT_TYPES or FUNCTIONS.issuperset(low.split())
