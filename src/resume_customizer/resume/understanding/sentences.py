"""Headers that are sentences: `Worked as Engineer with Globex, Pune`, `with Globex, Pune as Engineer`.

text  ->  told_as_sentence()  ->  role, company and location by name
"""

import re

from resume_customizer.resume.understanding.cuts import EDGES
from resume_customizer.resume.understanding.placed_names import cut_place, town_at_end
from resume_customizer.resume.understanding.roles import weigh_words

_WORKED = (
    r"(?i)\b(?:work(?:ed|ing|s)?|employed|served|serving|joined|currently|interned) as "
    r"(?:an? |the )?(?P<role>[^\n.;]{2,60}?) "
    r"(?:with|at|in|for|from) (?P<company>[^\n;]{2,120})"
)
_SERVED = (
    r"(?i)^(?:\d{1,2}[.)] ?)?\W{0,2}(?:presently |currently |now )?"
    r"(?:work(?:ed|ing) |employed |associated |joined )?(?:with |at |for )?"
    r"(?P<company>[^\n;]{2,90}?),? as (?:an? |the )?(?P<role>[^\n.;]{2,60})$"
)
_A_ROLE = 1.5


def told_as_sentence(text: str) -> dict[str, str]:
    """What it tells, by the names of fields; empty when it is no such sentence."""
    told = re.search(_WORKED, text) or _served(text)
    if told is None:
        return {}
    company = told["company"].strip(EDGES + ".")
    place = cut_place(company) or town_at_end(company, True)
    fields = {"role": told["role"].strip(), "company": place.before if place else company}
    return {**fields, "location": place.place} if place else fields


def _served(text: str) -> re.Match[str] | None:
    """The role stands behind the organization; words must say so."""
    told = re.search(_SERVED, text.strip(EDGES + "."))
    is_told = told is not None and weigh_words(told["role"])[0] > _A_ROLE > weigh_words(told["company"])[0]
    return told if is_told else None
