"""What a section is about, by its title: exact titles in many languages, else the words of the title.

    "Career History & Accomplishments"  ->  title_kind()  ->  experience

Lower case throughout. A title is known when all of its words are known.
"""

import re
from functools import cache

from resume_customizer.resume.understanding.title_words import DECISIVE, HISTORY, KNOWN, QUALIFYING
from resume_customizer.resume.understanding.topics import Topic

_CHRONICLE = frozenset("history background record chronology progression journey timeline recital scan contour".split())
_OF_TITLES = frozenset((*DECISIVE, *QUALIFYING, *_CHRONICLE))

_EDGES = " \t\r\n\xa0\u3000:：.·•|-–—_=*#~<>«»►▶■□●○◆◇➤❖✦★☆▪▸›\u200b\ufeff\u200d\ufe0f"
_OPTIONAL = r"[ \xa0]?[(\[（][^()\[\]（）]{0,40}[)\]）]$"
_NUMBERED = r"^(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)] ?"
_WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[&/,+|]")
_LONGEST = 60
_MOST_WORDS = 9
_FEW_WORDS = 3
_NO_WORK = frozenset(
    "user customer guest client patient employee candidate digital brand shopping summary technical technology tool "
    "utilisateur usuario usuário utente cliente "
    "tools software platform domain language languages project projects years of in with on my academic life".split()
)
"""Of titles that end in "experience", those with one of these words tell of something else, or not for sure."""
_EXPERIENCES = ("experiencia ", "expérience ", "expériences ", "experiência ", "esperienza ", "esperienze ")
"""They begin titles in Romance languages: `Experiencia docente`."""
_WHEN = frozenset(
    "current present recent latest previous prior earlier early past former other additional further relevant "
    "related selected significant major key professional summer seasonal holiday part-time temporary casual".split()
)
_HELD = frozenset(
    "assignment assignments career position positions role roles post posts job jobs appointment appointments "
    "employers engagement engagements contract contracts occupation".split()
)
"""`Prior Assignments`: when, and what was held then."""
_DIGIT = re.compile(r"\d")
_LEAST_LETTERS = 4
_AND = (" und ", " et ", " y ", " e ", " en ", " i ", " och ", " og ")
_PARTING = frozenset(("and", "&", "/", ",", "+", "|", "und", "et", "y", "e"))


def clean_title(text: str) -> str:
    """The title for looking up: lower case, without numbers, decoration, colon and remarks in brackets."""
    title = text.strip(_EDGES)
    if title[1:2] != " " and "  " not in title and title.replace(" ", "").isalpha():
        return title.casefold().replace("i\u0307", "i")
    if title[1:2] == " " and (joined := join_letters(title)) != title:
        title = joined if " " in joined else _parted(joined)
    elif title and ord(title[0]) > 0x2000 and not title[0].isalnum():
        title = title.lstrip("".join(c for c in title[:3] if not c.isalnum())).strip(_EDGES)
    title = title.casefold().replace("\xa0", " ").replace("i\u0307", "i")
    if title[:1].isdigit() or title[1:2] in ".)" or title[2:3] in ".)":
        title = re.sub(_NUMBERED, "", title)
    if title and title[-1] in ")]）":
        title = re.sub(_OPTIONAL, "", title)
    return " ".join(title.replace(" & ", " and ").replace("&", " and ").split()).rstrip(":： ")


def join_letters(text: str) -> str:
    """`W O R K  H I S T O R Y` as `WORK HISTORY`; other texts as they are."""
    letters = text.split(" ")
    if max(map(len, letters)) > 1 or len(text.replace(" ", "")) < _LEAST_LETTERS:
        return text
    return " ".join(part.replace(" ", "") for part in text.split("  ") if part)


@cache
def _closed() -> dict[str, str]:
    return {title.replace(" ", ""): title for title in KNOWN if " " in title}


def _parted(title: str) -> str:
    """`CORESKILLS` of letters at even steps: a known title, where its letters are those of one."""
    return _closed().get(title.casefold(), title)


def exact_kind(title: str) -> Topic | None:
    """The kind of a cleaned title that is known as a whole."""
    kind = KNOWN.get(title)
    if kind is None and "/" in title:
        title = " ".join(title.replace("/", " and ").split())
        kind = KNOWN.get(title)
    if kind is None and " and " in title:
        for word in _AND:
            kind = KNOWN.get(title.replace(" and ", word))
            if kind is not None:
                break
    return kind


def title_kind(title: str) -> Topic | None:
    """The kind of a cleaned title, when every word of it belongs to the language of titles."""
    known = exact_kind(title)
    if known is not None or len(title) > _LONGEST or _DIGIT.search(title):
        return known
    if title.startswith(_EXPERIENCES) and title.count(" ") < _FEW_WORDS and _NO_WORK.isdisjoint(title.split()):
        return "experience"
    when, _, last = title.rpartition(" ")
    if last in _HELD and (when in _WHEN or (when.count(" ") == 1 and _WHEN.issuperset(when.split()))):
        return "experience"
    if last not in _OF_TITLES and last.isalpha():
        return None
    words = _WORDS.findall(title)
    if last == "experience" and len(words) <= _FEW_WORDS and _NO_WORK.isdisjoint(words):
        return "volunteer" if "volunteer" in words else "experience"
    if not 1 <= len(words) <= _MOST_WORDS or not all(word in _OF_TITLES or word in _PARTING for word in words):
        return None
    parts: list[list[str]] = [[]]
    for word in words:
        if word in _PARTING:
            parts.append([])
        else:
            parts[-1].append(word)
    kinds = [kind for part in parts if (kind := _part_kind(part, words)) is not None]
    return "experience" if kinds[:1] == ["other"] and "experience" in kinds else next(iter(kinds), None)


def _part_kind(part: list[str], words: list[str]) -> Topic | None:
    """The first part of a title that decides does so by its last noun: "volunteer work experience" by experience."""
    if "experience" in part or "employment" in part:
        return "experience"
    nouns = [DECISIVE[word] for word in part if word in DECISIVE]
    if nouns:
        return "volunteer" if "volunteer" in nouns else nouns[-1]
    return None if _CHRONICLE.isdisjoint(part) else _what_was(words)


def _what_was(words: list[str]) -> Topic | None:
    """What a history is one of: "work history" is experience."""
    for word in words:
        if word in HISTORY:
            return HISTORY[word]
    return None
