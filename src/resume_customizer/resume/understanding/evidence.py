"""How much speaks for a row being part of an experience's header.

    form + words (roles, organizations, places) + dates + neighbours - length, sentences  ->  evidence()

No single fact decides; a row is a header from HEADER_FROM on.
"""

import re
from functools import lru_cache

from resume_customizer.resume.understanding.label_words import PLACEHOLDER_TASKS
from resume_customizer.resume.understanding.places import ends_in_state, is_place
from resume_customizer.resume.understanding.role_words import CJK_ROLES, names_role
from resume_customizer.resume.understanding.rows import Row
from resume_customizer.resume.understanding.vocabulary import ORGANIZATION_FORMS, ORGANIZATIONS

HEADER_FROM = 2.0
_FEW = 3
_FAR = 8
_SHORT_FORM = 6
SENTENCE_ENDS = frozenset(".。!?;；")

_HEADER_STYLES = tuple(
    "job company date position employer title subsection institution entry role organization".split()
)
_TEXT_STYLES = ("body", "text", "list", "normal (web)", "paragraph", "bullet", "description", "detail")
_VERBS = frozenset(
    "led built wrote ran grew drove won made taught held kept oversaw brought gave set cut put took".split()
)
TOLD = r"(?i)(?:currently |presently |i )?(?:work(?:ed|ing)|employed|served|serving|interned|joined) as "
_WORD = re.compile(r"[^\W\d_]+")
_SEPARATED = re.compile(r" [|–—•·▪»›→‖/-] ")


def evidence(rows: list[Row], at: int) -> float:
    """What speaks for the row at `at` being a header, less what speaks against it."""
    row = rows[at]
    score = _of_form(row) + _of_time(row) - _of_length(row)
    lower = row.text.lower()
    if row.words <= 14:
        score += weigh_vocabulary(lower)
        if row.words <= 6 and is_place(row.text):
            score += 1
    if (row.line.placeholder or "[" in lower or "{" in lower) and any(word in lower for word in PLACEHOLDER_TASKS):
        score -= 4
    if at == 0:
        return score + 2
    score -= _of_description(row, rows[at - 1])
    if rows[at - 1].is_bulleted and row.cell is None:
        return score + 1
    return score + 0.5 if row.gap else score


def has_role(text: str) -> bool:
    """A word for a role is among the words."""
    return weigh_vocabulary(text.lower()) >= 1.5


def is_separated(text: str) -> bool:
    """Something parts it: a dash, a pipe, a bullet."""
    return _SEPARATED.search(text) is not None


def weigh_vocabulary(lower: str) -> float:
    """Evidence in the words: a role, an organization."""
    if not lower.isascii() and any(role in lower for role in CJK_ROLES):
        return 1.5
    score = 0.0
    for word in _WORD.findall(lower):
        if names_role(word):
            return 1.5
        if word in ORGANIZATIONS:
            score = 1.0
    return score


def _of_form(row: Row) -> float:
    """Evidence in how the row is set."""
    line = row.line
    score = 0.5 if row.words <= 8 else 0.0
    if line.outline is not None:
        score += 2
    if row.is_bold:
        score += 1.5
    elif line.bold_lead > 2:
        score += 1 if row.text[: line.bold_lead].strip()[-1:] != ":" else 0
    if line.italic or line.underlined:
        score += 0.5
    if row.is_upper:
        score += 1
    if "\t" in row.text or "   " in row.text:
        score += 1
    if _SEPARATED.search(row.text):
        score += 0.7
    return score + _of_style(line.style) if line.style else score


@lru_cache(256)
def _of_style(style: str) -> float:
    """Evidence in the name of a style."""
    if any(word in style for word in _TEXT_STYLES):
        return -0.5
    return 1.5 if any(word in style for word in _HEADER_STYLES) else 0.0


def _of_time(row: Row) -> float:
    """Evidence in dates: a range in a short line is nearly a proof; a sentence may name a date, too."""
    period = row.period if row.words <= 45 else None
    if period is None:
        return 0.0
    text = row.text
    rest = row.words - len(text[period.left : period.right].split())
    led = row.line.bold_lead > 2 or text[period.right : period.right + 3].lstrip(")] ")[:1] == ":"
    told = (led and period.left < 90) or re.match(TOLD, text) is not None
    if rest > 22 or (text[-1] in ".;" and not told):
        return 0.0
    if period.is_range or rest <= 2:
        return 4.0
    if _begins_with_verb(text) and rest > 4:
        return 0.0
    return 2.5 if rest <= 12 else 1.0


def _of_length(row: Row) -> float:
    """What speaks against a header: many words, a sentence, a beginning in lower case."""
    text, words, against = row.text, row.words, 0.0
    if words > 14:
        parted = "\t" in text or "|" in text or (words <= 45 and row.period is not None)
        against = 1.5 if parted else 4.0 if words > 18 else 2.5
    if text[-1] in SENTENCE_ENDS and (words > 45 or row.period is None) and _is_sentence(text, words):
        against += 3
    elif text[-1] == "." and row.period is None and _ends_like_duty(text, words):
        against += 1
    if words > 3 and text[0].islower() and (row.period is None or row.period.left > _FAR):
        against += 2
    if words > 5 and _begins_with_verb(text) and not has_role(text):
        against += 1.5
    return against


def _of_description(row: Row, above: Row) -> float:
    """What speaks against a header below a dated row: words that tell what the organization is, in no bold."""
    if above.period is None or row.words <= _FEW + 1 or row.period is not None or row.is_bold:
        return 0.0
    names = " ".join(word.lower() for word in row.text.split() if word[0].isupper())
    named = weigh_vocabulary(names) > 0 or row.line.outline is not None
    return 4.0 if not named and _tells_what_it_is(row.text) else 0.0


def _tells_what_it_is(text: str) -> bool:
    """`Cloud accounting for mid-size builders`: most words in lower case, as in no name of a firm or a role."""
    words = _WORD.findall(text)
    if len(words) < _FEW + 1 or "|" in text or "\t" in text:
        return False
    return sum(word[0].islower() for word in words) * 5 >= len(words) * 3


def ends_in_short_form(text: str) -> bool:
    """`Washington, D.C.`, `Globex, Inc.`: the stop belongs to the word."""
    word = text.rpartition(" ")[2]
    return "." in word[:-1][-3:] or word.strip(".,").casefold() in ORGANIZATION_FORMS or ends_in_state(text)


def _is_sentence(text: str, words: int) -> bool:
    """Long enough, or ending in a word that is no short form as `Ltda.` and `Inc.` are."""
    if words <= _FAR and ends_in_short_form(text):
        return False
    return words > 5 or (words > _FEW and len(text.rpartition(" ")[2]) > _SHORT_FORM)


def _ends_like_duty(text: str, words: int) -> bool:
    """`Stood watch.`: a stop behind words of which none is in a name."""
    return words > 1 and not ends_in_short_form(text) and not weigh_vocabulary(text.lower()) and not is_place(text[:-1])


def _begins_with_verb(text: str) -> bool:
    """`Managed …`, `Organizing …`, `Led …`: what a bullet says."""
    first = text[:20].partition(" ")[0].lower()
    return (len(first) > 4 and first.endswith(("ed", "ing"))) or first in _VERBS
