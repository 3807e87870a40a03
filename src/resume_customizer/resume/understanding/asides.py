"""Rows of an experience part that are told to whoever fills in or reads the document: hints, loops, `continued`.

row  ->  is_aside()
"""

import re

from resume_customizer.resume.understanding.places import is_place
from resume_customizer.resume.understanding.rows import Row

_ON_REQUEST = r"(?i)request|available|demand|anfrage|petici|solicit|richiesta|aanvraag|życzenie"
_CONTINUED = r"(?i)[(\[]cont(?:inued|inuation|['’]?d)?\.?[)\]]$|[,–—-] ?(?:continued|cont['’]d\.?)$"
_LOOP = r"\{(?:%|[#/^])[^{}]{1,80}\}$"
"""`{% for job in jobs %}`, `{#jobs}`, `{/jobs}` of a template's engine."""
_LEAST_OF_HINT = 4


def is_aside(row: Row) -> bool:
    """Told to whom fills in or reads the document, no part of what the resume says."""
    text = row.text
    if text[0] in "({" and (_is_hint(row) or re.match(_LOOP, text)):
        return True
    if text[-1] in ").d" and re.search(_CONTINUED, text):
        return True  # the header again, on the next page
    if row.words == 1 and "@" in text[1:-1] and "." in text:
        return True  # an e-mail address from the column beside
    return row.words <= 10 and text[:5].casefold() in ("refer", "référ") and re.search(_ON_REQUEST, text) is not None


def _is_hint(row: Row) -> bool:
    """`(List your most recent job first)`: a sentence in brackets, without time and place."""
    text = row.text
    whole = text[-1] == ")" and text.count("(") == 1 and row.words >= _LEAST_OF_HINT and "," not in text
    return whole and row.period is None and not is_place(text.strip("()"))
