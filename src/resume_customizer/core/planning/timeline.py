"""Whether a point can be true of a time: its technologies, and their versions, had to exist.

    point, start, end  ->  find_anachronisms()  ->  facts with their sources

Years are those of the catalogue, months those of `technology_versions.json`. A technology counts as new in the year of
its first public release or announcement. What ended before the time began is only found where the point does not tell
of leaving it ("migrated from Windows XP").

Promises (tests in tests/core/test_timeline.py):

* Of the labelled pairs of points and dates, at least 95 % are judged as a person did, in both directions.
* Each finding names the fact and its source; without dates nothing is said.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from resume_customizer.core.naming.mentions import Mention, find_mentions
from resume_customizer.core.naming.technologies import Technology, find_technology

_NUMBER = r"(\d{1,4}(?:\.\d{1,2})?(?:g|c|i|ai|o)?)(?![\w%])"
_WRITTEN = re.compile(r"(?<![\d.])(\d{1,4}(?:\.\d{1,2})?(?:g|c|i|ai)?)\+?$")
_VERSION = re.compile(rf" ?\(? ?(?:v\.? ?|version )?{_NUMBER}")
_NEXT_VERSION = re.compile(rf"(?:\+|\.x)? ?(?:[/&–-]|and\b|or\b|to\b) ?{_NUMBER}")
_NO_VERSION = re.compile(
    r" ?\+? ?(?:years?|yrs?|months?|weeks?|days?|hours?|minutes?|percent|people|developers|engineers|teams?|clusters?|"
    r"nodes|servers|brokers|tables|pipelines|jobs|times|sites|users|million|thousand)\b"
)
_LEAVING = re.compile(
    r"\b(?:from|legacy|off|retir\w+|replac\w+|decommission\w+|sunset\w*|phas\w+ out|out of|away|end.of.life|obsolete|"
    r"modernis\w+|modernize\w*|moderniz\w+|old|older|ageing|aging|port\w+|convert\w+|upgrad\w+)\b",
    re.IGNORECASE,
)
_PRACTICE_GRACE = 2
"""Years that a practice may have had another name before the one that the catalogue dates."""


class Anachronism(NamedTuple):
    """One technology that does not belong into a time."""

    technology: str
    version: str
    """Empty where the technology itself is meant."""
    kind: Literal["too-early", "ended"]
    when: str
    """`YYYY` or `YYYY-MM` of its release, or `YYYY` of its end."""
    source: str

    @property
    def clause(self) -> str:
        """`Kubernetes came out in 2014 (Google opened the project in June 2014)`."""
        name = f"{self.technology} {self.version}".rstrip()
        verb = "came out in" if self.kind == "too-early" else "ended in"
        return f"{name} {verb} {self.when} ({self.source})"


def find_anachronisms(text: str, start: str | None, end: str | None) -> tuple[Anachronism, ...]:
    """What a text names that did not exist yet at `end`, or no more at `start` (`YYYY-MM`, `YYYY` or `present`)."""
    found: dict[tuple[str, str], Anachronism] = {}
    for mention in find_mentions(text) if start or end else ():
        technology = find_technology(mention.technology)
        if technology is None:
            continue
        late = _too_early(technology, mention, text, end) if end and end != "present" else None
        late = late or (_ended(technology, mention, text, start) if start and start != "present" else None)
        if late is not None:
            found.setdefault((late.technology, late.version), late)
    return tuple(found.values())


def why_not_then(text: str, start: str | None, end: str | None) -> str:
    """The first finding as a clause about an experience; empty when nothing is against it."""
    for late in find_anachronisms(text, start, end):
        if late.kind == "too-early":
            return f"{late.clause}, and this experience ended in {end}"
        return f"{late.clause}, and this experience began in {start}"
    return ""


def _too_early(technology: Technology, mention: Mention, text: str, end: str) -> Anachronism | None:
    grace = _PRACTICE_GRACE if technology.kind == "practice" else 0
    if technology.year is not None and technology.year > int(end[:4]) + grace:
        return Anachronism(technology.name, "", "too-early", str(technology.year), technology.source)
    known = _versions().get(technology.name)
    if known is None:
        return None
    source, versions = known
    last = end if len(end) > 4 else f"{end}-12"
    for version in versions_after(text, mention):
        released = versions.get(version) or versions.get(version.partition(".")[0])
        if released is not None and released > last:
            return Anachronism(technology.name, version, "too-early", released, source)
    return None


def _ended(technology: Technology, mention: Mention, text: str, start: str) -> Anachronism | None:
    if technology.end is None or technology.end >= int(start[:4]) or _LEAVING.search(text):
        return None
    if versions_after(text, mention):
        return None
    return Anachronism(technology.name, "", "ended", str(technology.end), technology.end_source)


def versions_after(text: str, mention: Mention) -> tuple[str, ...]:
    """The versions that stand behind a name, as in "Java 8/11/17"; a number of something else is none."""
    written = _WRITTEN.search(text, mention.start, mention.end)
    versions, at = [written[1].lower()] if written else [], mention.end
    if written is None:
        first = _VERSION.match(text, at)
        if first is None or _NO_VERSION.match(text, first.end()):
            return ()
        versions, at = [first[1].lower()], first.end()
    while (more := _NEXT_VERSION.match(text, at)) is not None and not _NO_VERSION.match(text, more.end()):
        versions.append(more[1].lower())
        at = more.end()
    return tuple(versions)


@cache
def _versions() -> dict[str, tuple[str, dict[str, str]]]:
    """Source and release months of versions, by canonical name."""
    import json
    from pathlib import Path

    content = json.loads((Path(__file__).parent / "technology_versions.json").read_bytes())
    return {row["name"]: (row["source"], row["versions"]) for row in content["technologies"]}
