"""Role, organization, place and time of an experience, as written in its header.

    header rows  ->  pieces (at line breaks, tabs, pipes, dashes, commas)  ->  what each may be  ->  name_entries()  ->  Naming each

What one header leaves open, the other headers of the same resume decide: a piece at the same place of
a row that is set alike is of the same sort in all of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from resume_customizer.resume.understanding.dates import Period
from resume_customizer.resume.understanding.experiences import Entry, label_of
from resume_customizer.resume.understanding.labels import LABELS
from resume_customizer.resume.understanding.places import Place, cut_place, is_place, may_name_city
from resume_customizer.resume.understanding.rows import Row
from resume_customizer.resume.understanding.sorting import split_label
from resume_customizer.resume.understanding.vocabulary import (
    CJK_ORGANIZATIONS,
    CJK_ROLES,
    EMPLOYMENT_TYPES,
    INDUSTRIES,
    ORGANIZATIONS,
    ROLES,
    SENIORITY,
)

Slot = tuple[object, ...]


@dataclass(slots=True)
class Piece:
    """A part of a header between two separators."""

    text: str
    slot: Slot
    """Where it stands: how its row is set, which row of that look, which piece of it."""
    field: str = ""
    """What a label says that it is."""
    role: float = 0.0
    company: float = 0.0
    place: Place | None = None
    place_text: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """What a header says."""

    role: str | None
    company: str | None
    location: str | None
    period: Period | None
    clear: float
    """How sure role and company are, 0 to 1."""


_STRONG = re.compile(r"[\n\t|•·▪∙●◆■∣¦│｜✦‣\u3000]|\s{3,}")
_DASH = re.compile(r" [-–—−‒] ?|[-–—−] |(?<=[^\W\d_]{2})[–—](?=[^\W\d_]{2})|(?<=[)\]]) ?[-–—](?=[^\W\d_])| [~/] ")
_AT = re.compile(r"(?<=\w) (?:at|@|bei|chez|presso|bij) (?=[\w\[{<\"“])|(?<=\w)@ ?(?=[A-Z])", re.IGNORECASE)
_COMMA = re.compile(r"[,，、] ?")
_LENGTH = re.compile(
    r"[(\[]?\b(?:about |approx\.? |~ ?)?\d{1,2}(?:\.\d)?\+? ?(?:yrs?|years?|mos?|months?|jahre?|monate?|ans?|mois|años?|meses|mesi|anni|weeks?)\b"
    r"\.?(?:[ ,&]{1,3}(?:and )?\d{1,2} ?(?:mos?|months?|monate?|mois|meses|mesi|weeks?)\b\.?)?[)\]]?",
    re.IGNORECASE,
)
_WORKED = re.compile(
    r"\b(?:work(?:ed|ing|s)?|employed|served|serving|joined|currently|interned) as (?:an? |the )?(?P<role>[^\n.;]{2,60}?) "
    r"(?:with|at|in|for|from) (?P<company>[^\n;]{2,120})",
    re.IGNORECASE,
)
_FROM_TILL = re.compile(r"\s(?:from|since|during|until|till|to)[\s.]*$", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(r"[(\[{<（【][\s,;|–—-]{0,6}[)\]}>）】]")
_LINK = re.compile(r"[(\[]?(?:https?://|www\.)[^\s)\]]+[)\]]?")
_LOOSE_COLON = re.compile(r"[ \t]+[:：]")
_DIGIT = re.compile(r"\d")
_GRADE = re.compile(r"[IVX]{1,4}|\d|[A-Z]|\(.*")
_REMARK = re.compile(r" ?\([^()]{1,60}\)$")
_NUMBER = re.compile(r"^\(?\d{1,2}[.)] ?(?=\S)")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|_|(?<=[a-z])(?=\d)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’/][^\W\d_]+)*\.?")
_EDGES = " \t\r\n,;:|–—-·•/~@＠，、：▪*"
_HEAD_ENDS = frozenset(
    ("of", "for", "in", "at", "to", "de", "du", "des", "der", "für", "im", "en", "di", "-", "with", "und", "on", "-")
)
_FORMS = frozenset(
    "inc incorporated llc llp ltd limited corp corporation plc gmbh ag sarl srl spa bv ab oy pvt pty university universität université "
    "universidad universidade università college hospital".split()
)
_LINKS = frozenset(
    "github gitlab link website demo production live repo repository code url linkedin portfolio here".split()
)


def name_entries(entries: Sequence[Entry]) -> list[Naming]:
    """What each header says; the headers help each other."""
    at_commas = _parted_at_commas(entries)
    cut = [_pieces_of(entry, at_commas) for entry in entries]
    _vote([pieces for pieces, _ in cut])
    namings: list[Naming] = []
    for entry, (pieces, period) in zip(entries, cut, strict=True):
        namings.append(_name_project(pieces, period) if entry.kind == "project" else _name_employment(pieces, period))
    return _with_employers(entries, namings)


def _with_employers(entries: Sequence[Entry], namings: list[Naming]) -> list[Naming]:
    """A later role under the same employer: its header begins as the second row of a fuller header looks."""
    found: list[Naming] = []
    lead = -1
    for at, (entry, naming) in enumerate(zip(entries, namings, strict=True)):
        looks = [row.look for row in entry.header]
        if len(looks) > 1 and naming.company is not None:
            lead = at
        elif lead >= 0 and naming.company is None and naming.role is not None and entry.kind == entries[lead].kind:
            fuller = [row.look for row in entries[lead].header]
            whole, own = entries[lead].header[0].period, naming.period
            held = whole is not None and own is not None and whole.holds(own)
            if (looks[0] in fuller[1:] and looks[0] != fuller[0]) or held:
                naming = replace(naming, company=found[lead].company, location=naming.location or found[lead].location)
        if entry.employer is not None and naming.company is None:
            employer = found[entries.index(entry.employer)]
            naming = replace(naming, company=employer.company, location=naming.location or employer.location)
        found.append(naming)
    return found


def _parted_at_commas(entries: Sequence[Entry]) -> set[Slot]:
    """Rows set alike that all have commas but only some a dash: there the comma parts role and organization."""
    rows: dict[Slot, list[Row]] = {}
    for entry in entries:
        for number, row in _numbered(entry.header):
            rows.setdefault((row.look, number), []).append(row)
    found: set[Slot] = set()
    for slot, group in rows.items():
        if len(group) < 3:
            continue
        texts = [_without(row.text, row.period) if row.period else row.text for row in group]
        if all("," in text for text in texts) and 0 < sum(1 for text in texts if _DASH.search(text)) * 2 <= len(texts):
            found.add(slot)
    return found


def _numbered(rows: list[Row]) -> list[tuple[int, Row]]:
    """Each row with its number among the rows of its look."""
    seen: dict[object, int] = {}
    found: list[tuple[int, Row]] = []
    for row in rows:
        number = seen.get(row.look, 0)
        seen[row.look] = number + 1
        found.append((number, row))
    return found


def _pieces_of(entry: Entry, at_commas: set[Slot]) -> tuple[list[Piece], Period | None]:
    """The header's pieces without its dates, and its period."""
    pieces: list[Piece] = []
    period: Period | None = None
    for number, row in _numbered(entry.header):
        text = row.text
        if row.period is not None:
            period = _better(period, row.period)
            behind = text[row.period.right :].lstrip(" )]")
            if (
                behind[:1] in (":", ".") and behind.count(" ") > 5 and text[: row.period.left].count(" ") > 0
            ):  # the description goes on in the same paragraph
                text = text[: row.period.right] + (")" if "(" in text[: row.period.left] else "")
            text = _without(text, row.period)
        if row.label == "period" and row.period is None:
            continue
        pieces.extend(_cut_row(row, text, number, (row.look, number) in at_commas))
    for piece in pieces:
        if not piece.place_text and not piece.field:
            _weigh(piece)
    return pieces, period


def _better(known: Period | None, new: Period) -> Period:
    """Of an employer's and a role's time the role's, which stands below; a placeholder gives way to any date."""
    if known is None or (known.is_placeholder and not new.is_placeholder):
        return new
    return new if new.is_range and not new.is_placeholder else known


def _without(text: str, period: Period) -> str:
    """The text without its period, and without what held only that."""
    left, right = text[: period.left].rstrip(" \t(（[–—-:"), text[period.right :].lstrip(" \t)）]:")
    left = _FROM_TILL.sub("", left)
    opened = text[: period.left].count("(") - text[: period.left].count(")")
    if opened > 0 and left.count("(") - left.count(")") > 0 and not text[period.right :].lstrip().startswith(")"):
        right = text[period.right :]
    joined = f"{left}\t{right}" if left and right else left or right
    return joined


def _cut_row(row: Row, text: str, number: int, at_commas: bool) -> list[Piece]:
    told = _WORKED.search(text) if "as " in text else None
    if told is not None:
        rest = told["company"].strip(_EDGES + ".")
        place = cut_place(rest)
        said = [
            Piece(told["role"].strip(), (row.look, number, 0), "role"),
            Piece(place.before if place else rest, (row.look, number, 1), "company"),
        ]
        return [*said, Piece(place.place, (row.look, number, 2), "location")] if place else said
    if "www." in text or "://" in text:
        text = _LINK.sub("", text)
    if "(" in text or "[" in text:
        text = _EMPTY_BRACKETS.sub(" ", text)
    if _DIGIT.search(text):
        text = _LENGTH.sub("\t", text)
        text = _NUMBER.sub("", text.strip())
    if "\t:" in text or " :" in text or "\t：" in text:
        text = _LOOSE_COLON.sub(":", text)
    pieces: list[Piece] = []
    for part in _STRONG.split(text):
        field, part = _field_of(row, part)
        for text_piece in [part] if field else _cut_at_commas(part) if at_commas else _cut_softly(part):
            bare = text_piece.strip(_EDGES)
            bare = _balanced(bare)
            if bare and (bare[0].isalnum() or any(map(str.isalnum, bare))):
                pieces.append(Piece(bare, (row.look, number, len(pieces)), field))
    return _with_places(pieces)


def _field_of(row: Row, part: str) -> tuple[str, str]:
    """A label in the text (`Role: Lead`), or one in the cell before."""
    stripped = part.strip()
    if ":" in stripped or "：" in stripped or " - " in stripped or " – " in stripped:
        key, value = split_label(stripped)
        if key:
            return LABELS.get(key, "detail"), value
    if row.label and row.sort == "header" and stripped == row.text.strip() and label_of(row)[0] == "":
        return row.label, stripped
    return "", part


def _cut_at_commas(part: str) -> list[str]:
    """At commas, but not before a form of company (`Acme, Inc.`) and not within the place at the end."""
    place = cut_place(part) if part.count(",") > 1 else None
    found: list[str] = []
    for piece in _COMMA.split(place.before if place else part):
        if found and piece.casefold().strip(" .") in _FORMS:
            found[-1] += f", {piece}"
        else:
            found.append(piece)
    return [*found, place.place] if place else found


def _cut_softly(part: str) -> list[str]:
    """At dashes with space around and at `at`."""
    if len(part) < 4:
        return [part]
    found: list[str] = []
    for piece in _DASH.split(part):
        found.extend(_AT.split(piece) if ": " not in piece else _cut_at_colon(piece))
    return found


def _cut_at_colon(piece: str) -> list[str]:
    """`Globex: Engineer` has a role on one side only; other colons stay."""
    left, _, right = piece.partition(": ")
    roles = weigh_words(left)[0] >= 2, weigh_words(right)[0] >= 2
    return [left, right] if roles[0] != roles[1] and len(left.split()) <= 6 and len(right.split()) <= 8 else [piece]


def _balanced(text: str) -> str:
    """Without a bracket that lost its other half; without a pair that holds all of it and more than one word."""
    for opening, closing in ("()", "[]", "{}", "<>"):
        if text.count(opening) != text.count(closing):
            if text.startswith(opening) and closing not in text:
                text = text[1:]
            elif (text.endswith(closing) and opening not in text) or text.endswith(opening):
                text = text[:-1]
    if text[:1] in "[(" and text[-1:] in "])" and ("," in text or "，" in text) and text.count(text[0]) == 1:
        text = text[1:-1]
    return text.strip(_EDGES)


def _with_places(pieces: list[Piece]) -> list[Piece]:
    """Set apart places, whole pieces or at the end of one."""
    for piece in pieces:
        if piece.field:
            continue
        if piece.text.casefold() in EMPLOYMENT_TYPES:
            piece.field = "detail"
            continue
        if is_place(piece.text):
            piece.place_text = piece.text
            continue
        cut = cut_place(piece.text)
        if cut is not None:
            piece.place = cut
    return pieces


def _weigh(piece: Piece) -> None:
    """How much the words speak for a role and for an organization."""
    text = piece.place.before if piece.place else piece.text
    piece.role, piece.company = weigh_words(text)


def weigh_words(text: str) -> tuple[float, float]:
    """How much the words of a piece speak for a role, and for an organization."""
    role = company = 0.0
    if not text.isascii():
        role = 3.0 if any(word in text for word in CJK_ROLES) else 0.0
        company = 3.0 if any(word in text for word in CJK_ORGANIZATIONS) else 0.0
        if role and company and "[" in text:
            role = 0.0
    raw = _CAMEL.sub(" ", text.partition(";")[0])
    words = [word.rstrip(".").casefold() for word in _WORD.findall(raw)]
    if not words:
        return role, company
    if len(words) <= 3 and INDUSTRIES.issuperset(words):
        return 0.0, -0.5
    if not _FORMS.isdisjoint(words):
        company += 3
    head = next((i for i, word in enumerate(words) if word in _HEAD_ENDS), len(words))
    last = words[head - 1] if head else words[0]
    if last in ROLES or any(part in ROLES for part in last.split("/")):
        role += 3
    elif any(word in ROLES for word in words):
        role += 1.75
    if words[0] in SENIORITY:
        role += 1
    if words[-1] in ORGANIZATIONS:
        company += 1.75 if last not in ROLES else 0.5
    elif any(word in ORGANIZATIONS for word in words) or (words[-1] == "name" and not role):
        company += 1
    return role, company


def _vote(headers: list[list[Piece]]) -> None:
    """Pieces at the same place take over half of what all of them say together, and are places if most are."""
    slots: dict[Slot, list[Piece]] = {}
    for pieces in headers:
        for piece in pieces:
            if not piece.field:
                slots.setdefault(piece.slot, []).append(piece)
    for group in slots.values():
        _find_more_places(group)
        group = [piece for piece in group if not piece.place_text]
        if len(group) < 2:
            continue
        role = sum(min(piece.role, 4) for piece in group) / len(group)
        company = sum(min(piece.company, 4) for piece in group) / len(group)
        for piece in group:
            piece.role = (piece.role + role) / 2
            piece.company = (piece.company + company) / 2


def _find_more_places(group: list[Piece]) -> None:
    """Unknown towns: alone where the others are places, or behind a comma where others have places or a company's form stands."""
    places = sum(1 for piece in group if piece.place_text)
    ended = sum(1 for piece in group if piece.place is not None)
    for piece in group:
        if piece.place_text or piece.place is not None:
            continue
        if places * 2 > len(group) and max(piece.role, piece.company) < 1 and may_name_city(piece.text):
            piece.place_text = piece.text
        elif "," in piece.text:
            before, _, tail = piece.text.rpartition(",")
            tail = tail.strip()
            formed = before.rpartition(" ")[2].strip(".").casefold() in _FORMS
            if (
                (ended or formed)
                and may_name_city(tail)
                and len(tail.split()) <= 2
                and tail.casefold().strip(".") not in _FORMS
                and not tail.isupper()
            ):
                piece.place = Place(before.strip(), tail)


def _name_employment(pieces: list[Piece], period: Period | None) -> Naming:
    role, company, location = _labelled(pieces)
    free = [piece for piece in pieces if not piece.field and not piece.place_text]
    best = _best_pair(free, role is None, company is None)
    role_piece, company_piece = best
    clear = 1.0
    if role is None and role_piece is not None and company is None and company_piece is None:
        pair = _part_at_comma(role_piece) or _part_behind_role(role_piece)
        if pair is not None:
            role, company = pair
        elif role_piece.role > 0 and role_piece.role >= role_piece.company:
            role = _text_of(role_piece)
        else:
            company, role = _text_of(role_piece), None
            clear = 0.6
    else:
        if role is None and role_piece is not None:
            role = _text_of(role_piece)
        if company is None and company_piece is not None:
            company = _text_of(company_piece)
        if role_piece is not None and company_piece is not None and role_piece.role <= role_piece.company:
            clear = 0.5
    location = location or _location(pieces)
    return Naming(role, company, location, period, clear)


def _labelled(pieces: list[Piece]) -> tuple[str | None, str | None, str | None]:
    """What labels say. A `title` is the role, or the project's when a role is told beside it."""
    said = {
        field: next((p for p in pieces if p.field == field), None) for field in ("role", "title", "company", "location")
    }
    title = said["title"]
    if title is not None:
        title.field = "project" if said["role"] is not None or any(p.field == "project" for p in pieces) else "role"
        said["role"] = said["role"] or (title if title.field == "role" else None)
    company = said["company"]
    place = cut_place(company.text) if company is not None and said["location"] is None else None
    location = said["location"].text if said["location"] is not None else place.place if place is not None else None
    name = place.before if place is not None else company.text if company is not None else None
    return said["role"].text if said["role"] is not None else None, name, location


def _best_pair(free: list[Piece], want_role: bool, want_company: bool) -> tuple[Piece | None, Piece | None]:
    """The two pieces that fit best as role and company; with one piece, it comes first."""
    free = free[:8]
    if want_role and want_company:
        if len(free) == 1:
            return free[0], None
        best, value = (None, None), -1.0
        for i, one in enumerate(free):
            for j, two in enumerate(free):
                if i == j:
                    continue
                fit = (
                    one.role
                    - 0.6 * one.company
                    + two.company
                    - 0.6 * two.role
                    - 0.35 * (i + j)
                    + (0.1 if i < j else 0.0)
                )
                if best[0] is None or fit > value:
                    best, value = (one, two), fit
        return best
    if want_role:
        fitting = [piece for piece in free if piece.role > piece.company]
        return (max(fitting, key=lambda piece: piece.role) if fitting else None), None
    if want_company:
        fitting = [piece for piece in free if piece.role <= piece.company + 1]
        return None, (max(fitting, key=lambda piece: piece.company - piece.role) if fitting else None)
    return None, None


def _part_at_comma(piece: Piece) -> tuple[str, str] | None:
    """`Staff Engineer, Acme Corp`: role and company in one piece."""
    text = piece.place.before if piece.place else piece.text
    parts = [part.strip() for part in _COMMA.split(text) if part.strip()]
    if len(parts) < 2:
        return None
    weights = [weigh_words(part) for part in parts]
    best, found = 0.0, None
    for cut in range(1, len(parts)):
        left_role = max(w[0] - w[1] for w in weights[:cut])
        right_role = max(w[0] - w[1] for w in weights[cut:])
        left, right = ", ".join(parts[:cut]), ", ".join(parts[cut:])
        for gain, pair in ((left_role - right_role, (left, right)), (right_role - left_role, (right, left))):
            # short forms (Inc., Ltd.) belong to the name before them
            if gain > best and not (cut < len(parts) and parts[cut].casefold().rstrip(".") in _FORMS):
                best, found = gain, pair
    return found


def _part_behind_role(piece: Piece) -> tuple[str, str] | None:
    """`Software Engineer Globex Corp`: capitalized words behind the last word for a role."""
    words = _text_of(piece).split()
    last = max((at for at, word in enumerate(words) if word.casefold().strip(".,") in ROLES), default=-1)
    behind = words[last + 1 :]
    if (
        last < 1
        or not 1 <= len(behind) <= 5
        or not all(word[:1].isupper() for word in behind)
        or _GRADE.fullmatch(behind[0])
    ):
        return None
    return " ".join(words[: last + 1]), " ".join(behind)


def _text_of(piece: Piece) -> str:
    return piece.place.before if piece.place else piece.text


def _location(pieces: list[Piece]) -> str | None:
    whole = next((piece.place_text for piece in pieces if piece.place_text), None)
    return whole or next((piece.place.place for piece in pieces if piece.place is not None), None)


def _name_project(pieces: list[Piece], period: Period | None) -> Naming:
    """A project's role is the role written, else its title; a company only when the header names one."""
    role, company, location = _labelled(pieces)
    title = next((piece.text for piece in pieces if piece.field == "project"), None)
    if title is not None and title.strip("#0123456789 ") == "":
        title = None
    free = [
        piece for piece in pieces if not piece.field and not piece.place_text and piece.text.casefold() not in _LINKS
    ]
    if (
        title is None
        and company is None
        and len(free) > 1
        and free[0].company >= 1.75
        and free[0].company > free[0].role
    ):
        company = _text_of(free.pop(0))
    if title is None and free:
        title = _text_of(free[0])
        cut = title.find(": ")
        if 0 < cut < 60:
            title = title[:cut]
        title = _REMARK.sub("", title) or title
        free = free[1:]
    if role is None:
        roles = [piece for piece in free if piece.role >= 2.5 and piece.role > piece.company]
        role = _text_of(roles[0]) if roles else title
    if company is None:
        names = [piece for piece in free if piece.company >= 1.5 and piece.company > piece.role]
        company = _text_of(names[0]) if names else None
    return Naming(role, company, location or _location(pieces), period, 1.0 if role else 0.5)
