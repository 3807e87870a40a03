"""What stands in a header and is no part of its names: links, lengths of time, terms, remarks in brackets.

text of a header row  ->  without_remarks()  ->  text, with tabs where what was in brackets is a part of its own
"""

import re

from resume_customizer.resume.understanding.labels import label_key, label_kind, split_field
from resume_customizer.resume.understanding.placed_names import cut_place
from resume_customizer.resume.understanding.places import is_place
from resume_customizer.resume.understanding.roles import weigh_words
from resume_customizer.resume.understanding.vocabulary import EMPLOYMENT_TYPES

_UNIT = r"(?:yrs?|years?|mos?|months?|jahre?|monate?|ans?|mois|años?|meses|mesi|anni|weeks?)\b\.?"
_LENGTH = (
    rf"(?i)[(\[]?\b(?:about |approx\.? |~ ?)?\d{{1,2}}(?:\.\d)?\+? ?{_UNIT}"
    rf"(?:[ ,&]{{1,3}}(?:and )?\d{{1,2}} ?{_UNIT})?[)\]]?"
)
_EMPTY_BRACKETS = r"[(\[{<（【][\s,;|–—-]{0,6}[)\]}>）】]"
_BRACKETED = re.compile(r"[ \xa0]?[(\[]([^()\[\]]{2,40})[)\]]")
_MARKS = re.compile(r"[,/;] ?")
_REMARK = r"[^\W\d][\w /-]{1,18}: "
"""`Base: Leeds`: a label that nobody knows, within brackets."""
_VIA = re.compile(r" (?:via|through|with|at) .*")
_SQUARE = re.compile(r"(?<=\w) \[([^\[\]]{5,80})\]")
_LINK = r"[(\[]?(?:https?://|www\.)[^\s)\]]+[)\]]?"
_SITE = r"(?i)[a-z0-9-]{2,40}(?:\.[a-z]{2,12}){1,3}(?:/.*)?$"
"""`globex.example` in brackets."""
_STANDINGS = frozenset(
    "volunteer intern trainee contractor consultant freelance freelancer lead acting interim".split()
)
"""In brackets they say how somebody worked there, not what they did."""
_LOOSE_COLON = r"[ \t]{1,60}[:：]"
_FURTHER_LABEL = re.compile(r"[ \xa0]?[/,;–—-]? (?=((?:[A-Z][^\W\d]{1,14} ){0,1}[A-Z][^\W\d]{1,14}): )")
_NUMBER = r"^\(?\d{1,2}[.)] ?(?=\S)"
_DIGIT = re.compile(r"\d")
_A_ROLE, _SURELY = 1.5, 3


def without_remarks(text: str) -> str:
    """Without links, lengths of time, numbers in front, brackets that say nothing; labels close to their colons."""
    if "www." in text or "://" in text:
        text = re.sub(_LINK, "", text)
    if "(" in text or "[" in text:
        text = _BRACKETED.sub(_without_terms, re.sub(_EMPTY_BRACKETS, " ", text))
        text = _SQUARE.sub(_set_apart, text)
    if _DIGIT.search(text):
        text = re.sub(_NUMBER, "", re.sub(_LENGTH, "\t", text).strip())
    if ":" in text or "：" in text:
        text = re.sub(_LOOSE_COLON, ":", text)
        if text.count(": ") > 1:
            text = _FURTHER_LABEL.sub(_set_apart_label, text)
    return text


def _without_terms(bracketed: re.Match[str]) -> str:
    """`(Contract, C2C)`, `(contract via Globex)`, `(Vendor: Globex)`: terms and labelled remarks are in no name."""
    inner, before = bracketed[1], bracketed.string[: bracketed.start()]
    field, value = split_field(inner)
    is_role = inner.casefold() not in _STANDINGS and weigh_words(inner)[0] >= _SURELY
    if field in ("role", "location") or (is_role and before and weigh_words(before)[0] < 1):
        return f"\t{inner}\t"
    if inner.startswith(("via ", "through ")) and any(weigh_words(each)[0] > _A_ROLE for each in _MARKS.split(before)):
        return ""
    terms = _MARKS.split(inner.casefold().strip())
    terms[0] = _VIA.sub("", terms[0])
    return (
        ""
        if field or EMPLOYMENT_TYPES.issuperset(terms) or re.match(_REMARK, value) or re.match(_SITE, inner)
        else bracketed[0]
    )


def _set_apart_label(mark: re.Match[str]) -> str:
    """`Client: Globex / Vendor: Initech`: behind a mark, or none, a label begins another fact."""
    return "\t" if label_kind(label_key(mark[1])) else mark[0]


def _set_apart(squared: re.Match[str]) -> str:
    """`Engineer [Globex, Boston, MA]`, `Engineer [Globex] Boston`: an organization is a part of its own."""
    placed = cut_place(squared[1]) is not None or is_place(squared[1])
    behind_role = weigh_words(squared.string[: squared.start()])[0] > _A_ROLE > weigh_words(squared[1])[0]
    return f"\t{squared[1]}\t" if placed or behind_role else squared[0]
