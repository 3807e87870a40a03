"""Whether words name a role or an organization, and where the one ends and the other begins.

words  ->  weigh_words()  ->  (role, organization)        one text with both  ->  part_role()  ->  (role, organization)
"""

import re
from functools import lru_cache
from itertools import pairwise

from resume_customizer.resume.understanding.role_words import CJK_ROLES, ROLES, SENIORITY, names_role
from resume_customizer.resume.understanding.vocabulary import (
    CJK_ORGANIZATIONS,
    FUNCTIONS,
    INDUSTRIES,
    ORGANIZATION_FORMS,
    ORGANIZATIONS,
)

COMMA = re.compile(r"[,，、] ?")

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|_|(?<=[a-z])(?=\d)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’/][^\W\d_]+)*\.?")
_GRADE = r"[IVX]{1,4}|\d|[A-Z]|\(.*"
_BRANCHES = ("department of ", "dept. of ", "school of ", "faculty of ", "division of ")
_OF_TEMPLATES = frozenset(
    "title job your position role the current last previous my here name type enter insert add click".split()
)
_HEAD_ENDS = frozenset("of for in at to de du des der für im en di with und on".split())
"""Words behind which a name goes on, but its head noun stands before."""


@lru_cache(1024)
def weigh_words(text: str) -> tuple[float, float]:
    """How much the words of a text speak for a role, and for an organization."""
    role = company = 0.0
    if not text.isascii():
        role = 3.0 if any(word in text for word in CJK_ROLES) else 0.0
        company = 3.0 if any(word in text for word in CJK_ORGANIZATIONS) else 0.0
        if role and company and "[" in text:
            role = 0.0
    text = _without_function(text.partition(";")[0])
    if "_" in text or not (text.islower() or text.isupper()):
        text = _CAMEL.sub(" ", text)
    words = [word.rstrip(".").casefold() for word in _WORD.findall(text)]
    if not words:
        return role, company
    if text[-1] == ")" and (bare := _WORD.findall(text[: text.find("(")])):
        words_of_role = [word.rstrip(".").casefold() for word in bare]
    else:
        words_of_role = words
    if len(words) <= 3 and INDUSTRIES.issuperset(words):
        return 0.0, -0.5
    head = next((word for word, after in pairwise(words_of_role) if after in _HEAD_ENDS), words_of_role[-1])
    role += _role_weight(words_of_role, head)
    return role, company + _company_weight(words, head, role)


_FORMS_AHEAD = frozenset(("pt", "cv", "ud"))
"""`PT Globex`, `CV Initech`: forms of companies in Indonesia, which stand ahead."""


def _without_function(text: str) -> str:
    """`Director, Data Engineering`: behind a role and a comma stands what it is for, not who it is with."""
    before, _, behind = text.partition(",")
    if not behind or before.rpartition(" ")[2].casefold() not in ROLES:
        return text
    return before if FUNCTIONS.issuperset(behind.casefold().split()) else text


def _role_weight(words: list[str], head: str) -> float:
    """The head noun counts most: `Bank Teller` is a role, `Teller Bank` is not."""
    weight = 1.0 if words[0] in SENIORITY else 0.0
    if head == "title" and not _OF_TEMPLATES.issuperset(words):
        return weight  # `Plaza Title` insures houses
    if names_role(head) or ("/" in head and not ROLES.isdisjoint(head.split("/"))):
        return weight + 3
    return weight + 1.75 if any(names_role(word) for word in words if word not in SENIORITY) else weight


def _company_weight(words: list[str], head: str, role: float) -> float:
    weight = 0.0 if ORGANIZATION_FORMS.isdisjoint(words) else 3.0
    if len(words) > 1 and words[0] in _FORMS_AHEAD and role == 0:
        weight += 3.0
    if words[-1] in ORGANIZATIONS:
        return weight + (0.5 if head in ROLES else 1.75)
    if not ORGANIZATIONS.isdisjoint(words) or (words[-1] == "name" and not role):
        return weight + 1
    return weight


def part_role(text: str) -> tuple[str, str] | None:
    """Role and organization that stand in one text, with a comma between or without."""
    pair = _part_at_comma(text) or _part_behind_role(text)
    if pair is not None and is_field(pair[1]):
        return None
    if pair is not None and pair[1].isascii() and FUNCTIONS.issuperset(_WORD.findall(pair[1].casefold())):
        return None  # `Vice President, Operations`
    return pair


def _part_at_comma(text: str) -> tuple[str, str] | None:
    """`Staff Engineer, Acme Corp`, `Acme, Inc., Staff Engineer`."""
    parts = [part.strip() for part in COMMA.split(text) if part.strip()]
    if not 2 <= len(parts) <= 8:
        return None
    roles = [0.0 if is_field(part) else role - company for part in parts for role, company in (weigh_words(part),)]
    return _best_cut(parts, [max(0.0, role) for role in roles], roles) or _best_cut(parts, roles, roles)


def _best_cut(parts: list[str], weights: list[float], roles: list[float]) -> tuple[str, str] | None:
    """Where the words on one side speak most for a role; of equals the shortest role, with its field of work."""
    best, found = 0.0, None
    for cut in range(1, len(parts)):
        if parts[cut].casefold().rstrip(".") in ORGANIZATION_FORMS:
            continue  # Inc. and Ltd. belong to the name before them
        if sum(part.count("(") - part.count(")") for part in parts[:cut]) > 0:
            continue  # within brackets
        if roles[cut - 1] == 0 and _names_partners(parts[cut - 1], parts[cut]):
            continue
        ahead, behind = max(weights[:cut]), max(weights[cut:])
        if min(roles[:cut] if ahead > behind else roles[cut:]) <= -1:
            continue  # no organization goes with the role
        gain = ahead - behind
        if abs(gain) > best or (abs(gain) == best and (gain < 0 or _goes_further(parts, cut))):
            left, right = ", ".join(parts[:cut]), ", ".join(parts[cut:])
            best, found = abs(gain), (left, right) if gain > 0 else (right, left)
    return found


def _names_partners(before: str, behind: str) -> bool:
    """`Reyes, Holt & Marsh LLP`: one name, with its form at the end."""
    form = behind.rpartition(" ")[2].casefold().strip(".")
    return " & " in behind and " " not in before and form in ORGANIZATION_FORMS and not is_field(before)


def _goes_further(parts: list[str], cut: int) -> bool:
    """A field ends the role's side, or an organization that is complete by itself begins the other: `X University`."""
    return is_field(parts[cut - 1]) or (weigh_words(parts[cut])[1] >= 3 and "&" not in parts[cut])


def is_field(part: str) -> bool:
    """`Data Engineering`, `Department of History`: what a role is for."""
    low = part.casefold().removesuffix(" department").removesuffix(" dept").removesuffix(" unit")
    return (low.startswith(_BRANCHES) and "," not in low) or FUNCTIONS.issuperset(low.split())


def _part_behind_role(text: str) -> tuple[str, str] | None:
    """`Software Engineer Globex Corp`: capitalized words behind the last word for a role."""
    words = text.split()
    bare = [word.casefold().strip(".,") for word in words]
    last = max((at for at, word in enumerate(bare) if word in ROLES and word not in SENIORITY), default=-1)
    behind = words[last + 1 :]
    if last < 1 or not 1 <= len(behind) <= 5 or words[last][-1] == "," or re.fullmatch(_GRADE, behind[0]):
        return None
    if not all(word[0].isupper() for word in behind):
        return None
    return " ".join(words[: last + 1]), " ".join(behind)
