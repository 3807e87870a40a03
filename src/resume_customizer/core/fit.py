"""How well an experience knows a technology, with the place that says so.

    technology + experience  ->  fit_of()  ->  Fit (named, a relative named, neither) with its evidence

Promises (tests in tests/core/test_fit.py):

* The Environment line speaks first, then the role, then the text; the evidence names which.
* An employer's name is no evidence: "Oracle" as a company is not the database.
"""

from functools import lru_cache
from typing import NamedTuple

from resume_customizer.core.document import Experience
from resume_customizer.core.mentions import Mention, find_mention, find_mentions, technologies_of
from resume_customizer.core.technologies import find_technology, relatives_of

NAMED = 2
RELATIVE = 1
UNKNOWN = 0
_SHOWN = 60
"""Characters of a line that are quoted."""


class Fit(NamedTuple):
    """How well an experience knows a technology."""

    level: int
    """NAMED, RELATIVE or UNKNOWN."""
    evidence: str = ""
    """A clause: "Kafka is named in this experience's Environment line"."""


def fit_of(technology: str, experience: Experience) -> Fit:
    """How well the experience knows what a tech stack's heading stands for."""
    return _fit(
        technology, experience.environment or "", experience.role or "", experience.company or "", experience.text
    )


@lru_cache(maxsize=256)
def _fit(technology: str, environment: str, role: str, company: str, text: str) -> Fit:
    places = _places(environment, role, company, text)
    for name in technologies_of(technology):
        place = places.get(name)
        if place is not None:
            return Fit(NAMED, f"{name} is named in {_shown_place(place, environment, text)}")
        evidence = "" if find_technology(name) else _evidence_of_heading(name, environment, role, text)
        if evidence:
            return Fit(NAMED, f"{name} is named in {evidence}")
    for name in technologies_of(technology):
        for relative in relatives_of(name):
            if relative in places:
                place = _shown_place(places[relative], environment, text)
                return Fit(RELATIVE, f"{relative}, a relative of {name}, is named in {place}")
    return Fit(UNKNOWN)


@lru_cache(maxsize=64)
def _places(environment: str, role: str, company: str, text: str) -> dict[str, Mention | str]:
    """The known technologies that an experience names, each with the place that speaks first: a label or a mention."""
    places: dict[str, Mention | str] = {}
    for mention in find_mentions(environment) if environment else ():
        places[mention.technology] = "environment"
    for mention in find_mentions(role) if role else ():
        places.setdefault(mention.technology, "role")
    for mention in find_mentions(text) if text else ():
        if mention.technology not in places and not _is_employer(text, mention, company):
            places[mention.technology] = mention
    return places


def _is_employer(text: str, mention: Mention, company: str) -> bool:
    return text[mention.start : mention.end] in company and company in _line_around(text, mention)


def _shown_place(place: Mention | str, environment: str, text: str) -> str:
    if isinstance(place, Mention):
        return f"this experience (“{_shown(_line_around(text, place))}”)"
    return f"this experience's {_label(environment)} line" if place == "environment" else "this experience's role"


def _evidence_of_heading(heading: str, environment: str, role: str, text: str) -> str:
    """The place that names a technology which is not a known one; empty when there is none."""
    if find_mention(environment, heading):
        return f"this experience's {_label(environment)} line"
    if find_mention(role, heading):
        return "this experience's role"
    mention = find_mention(text, heading)
    return f"this experience (“{_shown(_line_around(text, mention))}”)" if mention else ""


def _line_around(text: str, mention: Mention) -> str:
    end = text.find("\n", mention.end)
    return text[text.rfind("\n", 0, mention.start) + 1 : end if end >= 0 else len(text)]


def _label(environment: str) -> str:
    label = environment.partition(":")[0].strip()
    return label if 0 < len(label) < 30 and ":" in environment else "Environment"


def _shown(line: str) -> str:
    line = " ".join(line.split()).lstrip("•*-– ")
    if len(line) <= _SHOWN:
        return line
    return line[: line.rfind(" ", 20, _SHOWN) if " " in line[20:_SHOWN] else _SHOWN].rstrip(",;:") + " …"
