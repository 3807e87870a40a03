"""How well an experience knows a technology, with the place that says so.

    technology + experience  ->  fit_of()  ->  Fit (named, a relative named, neither) with its evidence

Promises (tests in tests/core/test_fit.py):

* The Environment line speaks first, then the role, then the text; the evidence names which.
* An employer's name is no evidence: "Oracle" as a company is not the database.
* However long an experience is, a bounded part of it is looked through.
"""

from typing import NamedTuple

from resume_customizer.core.document import Experience
from resume_customizer.core.naming.mentions import Mention, find_mention, find_mentions, technologies_of
from resume_customizer.core.naming.own_technologies import remembered
from resume_customizer.core.naming.technologies import find_technology, relatives_of

NAMED = 2
RELATIVE = 1
UNKNOWN = 0
_ENVIRONMENT, _ROLE = "environment", "role"
_SHOWN = 60
"""Characters of a line that are quoted."""
_READ = 100_000
"""Characters of an experience that are looked through: thirty pages. What stands behind them is no evidence."""


class Fit(NamedTuple):
    """How well an experience knows a technology."""

    level: int
    """NAMED, RELATIVE or UNKNOWN."""
    evidence: str = ""
    """A clause: "Kafka is named in this experience's Environment line"."""


def fit_of(technology: str, experience: Experience) -> Fit:
    """How well the experience knows what a tech stack's heading stands for."""
    company, role = experience.company or "", experience.role or ""
    environment, text = (experience.environment or "")[:_READ], experience.text[:_READ]
    return _fit(technology, _Texts(environment, role[:_READ], text, experience.header, company))


class _Texts(NamedTuple):
    """What an experience says, in the order of who speaks first."""

    environment: str
    role: str
    text: str
    header: tuple[str, ...]
    """Lines of the text in which the company's name is no evidence."""
    company: str


@remembered(256)
def _fit(technology: str, texts: _Texts) -> Fit:
    places = _places(texts)
    for name in technologies_of(technology):
        place = places.get(name) or ("" if find_technology(name) else _place_of_heading(name, texts))
        if place:
            return Fit(NAMED, f"{name} is named in {_shown_place(place, texts)}")
    for name in technologies_of(technology):
        for relative in relatives_of(name):
            if relative in places:
                place = _shown_place(places[relative], texts)
                return Fit(RELATIVE, f"{relative}, a relative of {name}, is named in {place}")
    return Fit(UNKNOWN)


@remembered(64)
def _places(texts: _Texts) -> dict[str, Mention | str]:
    """The known technologies that an experience names, each with the place that speaks first: a label or a mention."""
    places: dict[str, Mention | str] = {}
    for mention in find_mentions(texts.environment) if texts.environment else ():
        places[mention.technology] = _ENVIRONMENT
    for mention in find_mentions(texts.role) if texts.role else ():
        places.setdefault(mention.technology, _ROLE)
    for mention in find_mentions(texts.text) if texts.text else ():
        if mention.technology not in places and not _is_employer(mention, texts):
            places[mention.technology] = mention
    return places


def _place_of_heading(heading: str, texts: _Texts) -> Mention | str:
    """The place that names a technology which is not a known one; empty when there is none."""
    if find_mention(texts.environment, heading):
        return _ENVIRONMENT
    if find_mention(texts.role, heading):
        return _ROLE
    return find_mention(texts.text, heading) or ""


def _is_employer(mention: Mention, texts: _Texts) -> bool:
    """Whether a mention is part of the company's name where the experience names it."""
    if texts.text[mention.start : mention.end] not in texts.company:
        return False
    return " ".join(_line_around(texts.text, mention).split()) in texts.header


def _shown_place(place: Mention | str, texts: _Texts) -> str:
    if isinstance(place, Mention):
        return f"this experience (“{_quoted(texts.text, place)}”)"
    return f"this experience's {_label(texts.environment)} line" if place == _ENVIRONMENT else "this experience's role"


def _line_around(text: str, mention: Mention) -> str:
    end = text.find("\n", mention.end)
    return text[text.rfind("\n", 0, mention.start) + 1 : end if end >= 0 else len(text)]


def _label(environment: str) -> str:
    label = environment.partition(":")[0].strip()
    return label if 0 < len(label) < 30 and ":" in environment else "Environment"


def _quoted(text: str, mention: Mention) -> str:
    """Some words around a mention in its line."""
    line = " ".join(_line_around(text, mention).split())
    before = " ".join(text[text.rfind("\n", 0, mention.start) + 1 : mention.start].split())
    at, size = len(before) + 1, mention.end - mention.start
    begin = 0 if at + size <= _SHOWN else line.rfind(" ", 0, max(0, at - _SHOWN // 2)) + 1
    end = len(line)
    if end - begin > _SHOWN:
        end = max(line.rfind(" ", begin, begin + _SHOWN), at + size)
    words = line[begin:end].strip(" •*-–,;:|")
    return f"{'… ' if begin else ''}{words}{' …' if end < len(line) else ''}"
