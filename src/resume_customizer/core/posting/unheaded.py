"""Which items of a list without headings are required, and which are wishes.

    statements under no heading  ->  how much each looks like a minimum  ->  the best place to cut  ->  must | nice

Such a list begins with the minimum (a degree, years, permits) and ends with wishes (a higher degree, "demonstrated",
"excellent", "ability to"). It is cut once, where that fits best; what names a technology rather stays required.

Promises (tests in tests/core/posting/test_unheaded.py):

* A second, higher degree begins the wishes.
* A list that does not begin like one of minimum qualifications is not cut.
"""

import re
from collections.abc import Sequence

_MINIMUM: tuple[tuple[float, re.Pattern[str]], ...] = (
    (3.0, re.compile(r"\bmust\b|\brequired\b|\beligible\b|\bauthori[sz]ed\b|\bmandatory\b")),
    (3.0, re.compile(r"equivalent (?:practical |work |professional )?experience")),
    (
        3.0,
        re.compile(
            r"^(?:an? )?(?:b\.?a\b|b\.?s\.?c?\b|b\.?tech|b\.?e\.?\b|bachelor|associate|high school"
            r"|university degree|college|juris|j\.?d\b|degree)"
        ),
    ),
    (3.0, re.compile(r"^(?:currently )?(?:enrolled|pursuing)|^returning to|full-time basis")),
    (2.0, re.compile(r"\b\d+\+?\s?(?:(?:-|–|to)\s?\d+\s?)?\+?\s?(?:years?|months?|yrs)\b")),
    (2.0, re.compile(r"\b(?:speak|write|fluen\w+|native|idiomatic\w*|bilingual)\b")),
    (
        1.0,
        re.compile(
            r"\bability to (?:travel|commit|work (?:nights|weekends|shifts|on weekends|overtime"
            r"|flexible))|\bavailable\b|\bcertificat|\blicen[sc]e|\bclearance\b|\bvisa\b|\bcitizen"
        ),
    ),
    (
        -4.0,
        re.compile(
            r"^(?:an? )?(?:master|m\.?b\.?a\b|ph\.?\s?d|advanced degree|post-?graduate|graduate degree"
            r"|m\.?s\.?c?\b|m\.?a\b|doctora)(?![^\n]{0,200}equivalent)"
        ),
    ),
    (
        -3.0,
        re.compile(
            r"^(?:demonstrated|excellent|exceptional|outstanding|superior|effective|great|passion"
            r"|interest|self|superb|creative|comfort|team|good|able|well|enthusias|high|willing|detail"
            r"|flexib|attention|familiar|exposure)"
        ),
    ),
    (
        -2.0,
        re.compile(
            r"\b(?:communication|interpersonal|organi[sz]ational|problem[- ]solving|analytical"
            r"|presentation|leadership|people)\b[^\n]{0,40}\bskills?\b|\bself-|\bfast[- ]paced\b"
            r"|\bpassion"
        ),
    ),
    (-1.0, re.compile(r"\bfamiliar|\bcross-functional|\binterest in\b")),
)
_CLAIM = re.compile(
    r"^(?:proven|strong|track record|solid|highly|deep|thorough|in-depth|extensive|prior"
    r"|previous|relevant|expertise|proficien)"
)
_KNOWS = re.compile(r"^(?:ability|knowledge|understanding|capab|skill|working knowledge|broad|direct)")
_DEGREE = re.compile(
    r"^\W*(?:an? )?(?:\w+ )?(?:master|m\.?b\.?a\b|ph\.?\s?d|doctora|advanced degree"
    r"|post-?graduate|graduate degree|m\.?s\.?c?\b|m\.?a\b|b\.?a\b|b\.?s\.?c?\b|b\.?tech"
    r"|bachelor|j\.?d\b)"
)
_LEAN = 0.5
"""What says nothing belongs to the minimum."""
_NAMED = 1.0
"""A technology is rather required than wished for."""
_RESTART = 8.0
"""How much another degree speaks for the beginning of the wishes, whatever follows it."""
_SECOND_DEGREE = -4.0
"""Another degree is a wish, whatever else it says."""
_MINIMAL = 2.0
_FEWEST = 3


def cut_list(statements: Sequence[str], names_technology: Sequence[bool]) -> int:
    """How many statements, in lower case, are the minimum; all of them when nothing speaks for wishes."""
    if len(statements) < _FEWEST:
        return len(statements)
    scores = [_score(text, named=named) for text, named in zip(statements, names_technology, strict=True)]
    if max(scores[:2]) < _MINIMAL:
        return len(statements)
    degrees = [at for at, text in enumerate(statements) if _DEGREE.match(text)]
    for at in degrees[1:]:
        scores[at] = min(scores[at], _SECOND_DEGREE)
    best, best_at = 0.0, len(statements)
    worth = 0.0
    # From the end: what moving one more statement to the wishes is worth.
    for at in range(len(statements) - 1, 0, -1):
        worth -= 2 * scores[at]
        value = worth + (_RESTART if _DEGREE.match(statements[at]) else 0.0)
        if value > best:
            best, best_at = value, at
    return best_at


def _score(text: str, *, named: bool) -> float:
    score = _LEAN + (_NAMED if named else 0.0)
    for weight, words in _MINIMUM:
        if words.search(text):
            score += weight
    if _KNOWS.match(text):
        score -= 2.0
    elif _CLAIM.match(text) and not named:
        score -= 3.0
    return score
