"""Where a part of a header is cut that tabs, pipes and line breaks leave whole: at dashes, `at`, commas, colons.

    part  ->  cut_at_commas()  /  cut_softly()  ->  texts of pieces

What such a mark parts is weighed first: `VP - Sales` and `Globex - Freight Division` stay whole.
"""

import re
from itertools import pairwise

from resume_customizer.resume.understanding.place_names import CITIES
from resume_customizer.resume.understanding.placed_names import cut_place
from resume_customizer.resume.understanding.places import goes_on_as_place, is_place
from resume_customizer.resume.understanding.roles import COMMA, part_role, weigh_words
from resume_customizer.resume.understanding.vocabulary import FUNCTIONS, ORGANIZATION_FORMS, ORGANIZATIONS

_HUNG = r"(?!(?i:und|oder|bzw|and|or|et|ou|y|o|e|en|of|och|og|i) )"
"""`Event- und Servicekraft`: a hyphen before these words stands for what comes behind them."""
DASH = re.compile(
    rf" [-–—−‒] ?|[-–—−] {_HUNG}|(?<=[^\W\d_]{{2}})[–—](?=[^\W\d_]{{2}})|(?<=[)\]]) ?[-–—](?=[^\W\d_])| [~/] "
)
_AT = re.compile(
    r"(?<=[\w)]) (?:at|@|bei(?: der| dem)?|chez|presso|bij|hos|au sein (?:de la|de|du|des)) (?=[\w\[{<\"“])"
    r"|(?<=\w)@ ?(?=[A-Z])",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<=[^\W\d_]{4})\. (?=[^\W\d_a-z])")
_WITH = re.compile(r"(?<=[\w)\]]) with (?=[^\W\da-z]|[a-z]+[\dA-Z])")
_EN = re.compile(r"(?<=\w) e[nm] (?=[^\W\d_a-z])")
_UNITS = frozenset("division department chapter branch unit abteilung niederlassung filiale sparte".split())
_BRANCH = re.compile(r"(?:department|office|ministry|state|city|county|government|board) of ", re.IGNORECASE)
EDGES = " \t\r\n,;:|–—-·•/~@＠，、：▪*→‖"
_TWO, _FEW = 2, 3
_A_ROLE = 1.5


def cut_at_commas(part: str) -> list[str]:
    """At commas, but not before a form of company (`Acme, Inc.`) and not within the place at the end."""
    part = part.strip(EDGES)
    if is_place(part):
        return [part]
    place = cut_place(part) if part.count(",") > 1 else None
    names = place.before if place else part
    found: list[str] = []
    for piece in COMMA.split(names):
        if found and _goes_on_as_name(found[-1], piece):
            found[-1] += f", {piece}"
        else:
            found.extend(_cut_at_links(piece))
    pair = part_role(names) if len(COMMA.split(names)) > _TWO else None
    if pair is not None:
        found = [*pair] if names.startswith(pair[0]) else [pair[1], pair[0]]
    return [*found, place.place] if place else found


def _goes_on_as_name(before: str, piece: str) -> bool:
    """`Acme, Inc.`, `Reyes, Holt & Partners`, `Department of Revenue, State of Marlow`."""
    if piece.casefold().strip(" .") in ORGANIZATION_FORMS:
        return True
    if " & " in piece and " " not in before:
        return weigh_words(before) == (0.0, 0.0) and not is_place(before)
    return _BRANCH.match(before) is not None and _BRANCH.match(piece) is not None


def cut_softly(part: str) -> list[str]:
    """At dashes with space around, at `at`, and at a colon between role and organization."""
    if len(part) < 4:
        return [part]
    ahead, behind = _cut_behind_field(part)
    if ahead:
        return [ahead, *cut_softly(behind)]
    found: list[str] = []
    parts = [each for dashed in _cut_at_dashes(part) for each in _cut_behind_stop(dashed)]
    parts = [each for whole in parts for each in (_cut_at_hyphen(whole) if "-" in whole else [whole])]
    for each in parts:
        piece, role = _cut_behind_place(each) if "," in each else (each, "")
        found.extend(_cut_at_links(piece) if ": " not in piece else _cut_at_colon(piece))
        if role:
            found.append(role)
    return found


def _cut_behind_field(part: str) -> tuple[str, str]:
    """`Travel Nurse - ICU at Globex`: before `at`, a dash parts a role and its field."""
    at = _AT.search(part) if " - " in part or " – " in part else None
    if at is None:
        return "", part
    role, *rest = DASH.split(part[: at.start()])
    fits = rest and weigh_words(role)[0] > _A_ROLE and all(_is_function(each) or each.isupper() for each in rest)
    return (part[: at.start()], part[at.end() :]) if fits else ("", part)


def _cut_at_hyphen(text: str) -> list[str]:
    """`Globex Systems-Toronto, ON`: a hyphen between the last word of an organization's name and a known town."""
    name, hyphen, town = text.partition("-")
    known = town.partition(",")[0].strip().casefold() in CITIES and is_place(town)
    ends = name.rpartition(" ")[2].casefold() in ORGANIZATIONS
    return [name, town] if hyphen and known and ends else [text]


def _cut_behind_stop(text: str) -> list[str]:
    """`Electrician. Globex Power, Leeds`: a stop behind a role that is no short form."""
    stop = _STOP.search(text) if ". " in text else None
    if stop is None:
        return [text]
    role, rest = text[: stop.start()], text[stop.end() :]
    return [role, rest] if weigh_words(role)[0] > _A_ROLE > weigh_words(rest)[0] else [text]


def _cut_behind_place(text: str) -> tuple[str, str]:
    """`Globex, Boston, MA Senior Engineer`: behind a known place a role may begin without any mark."""
    at = text.find(", ")
    while at > 0:
        words = text[at + 2 :].split(" ")
        for count in range(1, min(_FEW, len(words) - 1) + 1):
            place, role = " ".join(words[:count]), " ".join(words[count:])
            known = is_place(f"Town, {place}" if place.isupper() else place) and not place.endswith(",")
            if known and role[:1].isupper() and weigh_words(role)[0] > 1.5:
                return text[: at + 2] + place, role
        at = text.find(", ", at + 1)
    return text, ""


def _cut_at_links(piece: str) -> list[str]:
    """At `at` and its like; at `with` behind a role."""
    found = _AT.split(piece)
    if len(found) > _TWO and weigh_words(found[0])[0] > 1:
        return _AT.split(piece, maxsplit=1)  # `Nurse at Sunrise at Elm Grove`
    if len(found) == _TWO and " at " in piece.casefold() and all(weigh_words(each) == (0.0, 0.0) for each in found):
        return [piece]  # `Sunrise at Elm Grove`
    if len(found) == 1 and (" en " in piece or " em " in piece):
        parts = _EN.split(piece, maxsplit=1)
        named = len(parts) > 1 and " " in parts[1] and weigh_words(parts[1])[1] >= 1
        return parts if named and weigh_words(parts[0])[0] > _A_ROLE else found
    if len(found) == 1 and " with " in piece:
        parts = _WITH.split(piece, maxsplit=1)
        return parts if weigh_words(parts[0])[0] > 1 else found
    return found


def _cut_at_dashes(part: str) -> list[str]:
    """A slash between equals parts nothing, nor a dash before a role's field or a name's division: `VP - Sales`."""
    pieces = DASH.split(part)
    if len(pieces) < 2 or not (" / " in part or any(_may_go_with(*pair) for pair in pairwise(pieces))):
        return pieces
    found: list[str] = []
    several = part.count(" / ") > 1
    left = end = 0
    for dash in (*DASH.finditer(part), None):
        right = dash.start() if dash else len(part)
        piece = part[end:right]
        mark = part[left:end][len(found[-1]) :] if found else ""
        if (
            found
            and not (several and "/" in mark and not _are_roles(found[-1], piece))
            and _goes_with(found[-1], piece, mark)
        ):
            found[-1] = part[left:right]
        else:
            found.append(piece)
            left = end
        end = dash.end() if dash else right
    return found


def _may_go_with(before: str, piece: str) -> bool:
    return _is_function(piece.partition(",")[0]) or _is_unit(piece) or _is_rest_of_place(before, piece)


def _is_rest_of_place(before: str, piece: str) -> bool:
    """`Bangalore - India`, also behind a name and a comma."""
    _, comma, town = before.rpartition(",")
    return goes_on_as_place(town, piece.strip(EDGES)) and (comma != "" or is_place(town.strip()))


def _goes_with(before: str, piece: str, mark: str) -> bool:
    """Two roles or two names at a slash; a role and its field, a name and its division at a dash."""
    role, other = weigh_words(before)[0], weigh_words(piece.partition(",")[0])[0]
    if "/" in mark:
        return _are_roles(before, piece) or (role == other == 0 and not is_place(piece.strip()))
    if _is_rest_of_place(before, piece):
        return True
    return _is_unit(piece) or (role > _A_ROLE and _is_function(piece.partition(",")[0]))


def _are_roles(before: str, piece: str) -> bool:
    return min(weigh_words(before)[0], weigh_words(piece)[0]) > _A_ROLE


def _is_unit(piece: str) -> bool:
    name = piece.partition(",")[0].strip()
    return name.rpartition(" ")[2].casefold() in _UNITS and name.count(" ") < _FEW


def _is_function(piece: str) -> bool:
    return FUNCTIONS.issuperset(piece.casefold().split()) and not piece.isspace()


def _cut_at_colon(piece: str) -> list[str]:
    """`Globex: Engineer` has a role on one side only; other colons stay."""
    left, _, right = piece.partition(": ")
    if left.count(" ") > 7 or right.count(" ") > 7:
        return [piece]
    if is_place(right):
        return [left, right]
    return [left, right] if abs(weigh_words(left)[0] - weigh_words(right)[0]) > 1 else [piece]
