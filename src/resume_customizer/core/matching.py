"""How well a resume fits a posting: a score whose every part says where it comes from.

    ResumeDocument + Analysis + the month that is now  ->  match()  ->  Match(score, parts, rows, gaps)

The score is the weighted mean of up to four parts, each from 0 to 1: must-haves and nice-to-haves that experiences
show (one that is only listed counts half), years where years are asked for, and how recent the must-haves are. A part
that the posting gives no reason for is left out. Any one of alternatives is enough.

Promises (tests in tests/core/test_matching.py; promise 9):

* The same resume, posting and month always give the same score, from 0 to 100.
* Adding true evidence to a resume never lowers it; repeating a word never raises it.
* Each row cites the line of the posting, and the line of the resume that meets it.
* What the person does not have is said plainly.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.naming.technologies import find_technology, relatives_of
from resume_customizer.core.naming.technology_use import ResumeAnalysis, TechnologyUse, analyze_resume
from resume_customizer.core.planning.needs import needs_of

if TYPE_CHECKING:
    from resume_customizer.core.analysis import Analysis, Evidence
    from resume_customizer.core.planning.needs import AskedNeed

State = Literal["shown", "listed", "missing"]
PartName = Literal["must-haves", "nice-to-haves", "years", "recency"]
WEIGHTS: dict[PartName, int] = {"must-haves": 60, "nice-to-haves": 15, "years": 15, "recency": 10}
_HALF = 0.5
"""What a technology counts that is only listed."""
_FRESH, _STALE = 24, 120
"""Months since the last use: up to the first it is recent, from the second on it counts no more."""


class Row(NamedTuple):
    """One thing asked for, and what the resume says of it."""

    names: tuple[str, ...]
    """Several where any one is enough."""
    is_must: bool
    asked: "Evidence"
    asked_years: float | None
    state: State
    known: tuple[TechnologyUse, ...]
    """Those of them that the resume names, the best first."""
    close: str
    """A relative that the resume names, where none of the names is."""

    @property
    def title(self) -> str:
        """`Kafka or RabbitMQ`."""
        return " or ".join(self.names)

    @property
    def years(self) -> float:
        """The years of the one with the most."""
        return max((use.years for use in self.known), default=0.0)


class Part(NamedTuple):
    """One part of the score."""

    name: PartName
    share: float
    """0 to 1."""
    clause: str
    """`4 of 5 must-haves are shown`."""


@dataclass(frozen=True, slots=True)
class Match:
    """A score from 0 to 100 with all that it comes from; None when the posting asks for nothing that is known."""

    score: int | None
    parts: tuple[Part, ...]
    rows: tuple[Row, ...]
    """Musts first, in the order of the posting."""
    gaps: tuple[str, ...]
    """What the person does not have, one sentence each."""
    resume: ResumeAnalysis
    asked_years: float | None
    """Years overall that the posting asks for."""


def match(document: ResumeDocument, analysis: "Analysis", today: date) -> Match:
    """How well a resume fits a posting, in the month of `today`."""
    unknown = [each.name for each in analysis.technologies if find_technology(each.name) is None]
    resume = analyze_resume(document, today, unknown)
    years = {each.name: each.years for each in analysis.technologies}
    rows = tuple(_row(need, years, resume) for need in needs_of(analysis))
    asked_years = float(analysis.years.value) if analysis.years else None
    parts = tuple(_parts(rows, resume, asked_years, today))
    weight = sum(WEIGHTS[part.name] for part in parts)
    score = round(100 * sum(WEIGHTS[part.name] * part.share for part in parts) / weight) if weight else None
    return Match(score, parts, rows, tuple(_gaps(rows, resume, asked_years)), resume, asked_years)


def _row(need: "AskedNeed", years: dict[str, float | None], resume: ResumeAnalysis) -> Row:
    named = [use for name in need.names if (use := resume.find(name)) is not None]
    known = tuple(sorted(named, key=lambda use: (not use.is_shown, -use.years)))
    state: State = "missing" if not known else "shown" if known[0].is_shown else "listed"
    asked = max((years[name] or 0 for name in need.names), default=0) or None
    return Row(
        need.names, need.is_must, need.evidence, asked, state, known, "" if known else _close(need.names, resume)
    )


def _close(names: tuple[str, ...], resume: ResumeAnalysis) -> str:
    """A relative that an experience names."""
    near = (each for name in names for each in relatives_of(name))
    return next((each for each in near if (use := resume.find(each)) is not None and use.is_shown), "")


def _parts(rows: tuple[Row, ...], resume: ResumeAnalysis, asked_years: float | None, today: date) -> list[Part]:
    parts = []
    names: tuple[PartName, PartName] = ("must-haves", "nice-to-haves")
    for name in names:
        own = [row for row in rows if row.is_must == (name == "must-haves")]
        if own:
            shown = sum(row.state == "shown" for row in own)
            listed = sum(row.state == "listed" for row in own)
            clause = f"{shown} of {len(own)} {name} shown" + (f", {listed} only listed" if listed else "")
            parts.append(Part(name, (shown + _HALF * listed) / len(own), clause))
    asked = [(row.asked_years, row.years) for row in rows if row.asked_years]
    if asked_years:
        asked.append((asked_years, resume.years))
    if asked:
        enough = sum(have >= wanted for wanted, have in asked)
        share = sum(min(1.0, have / wanted) for wanted, have in asked) / len(asked)
        parts.append(Part("years", share, f"years are enough in {enough} of {len(asked)} demands"))
    musts = [row for row in rows if row.is_must]
    if musts:
        fresh = [max((_recency(use, today) for use in row.known), default=0.0) for row in musts]
        clause = f"{sum(each == 1 for each in fresh)} of {len(musts)} must-haves used in the last two years"
        parts.append(Part("recency", sum(fresh) / len(fresh), clause))
    return parts


def _recency(use: TechnologyUse, today: date) -> float:
    """1 for a use in the last two years, falling to 0 at ten; 0 where nothing dates one."""
    if use.last is None:
        return 0.0
    if use.last == "present":
        return 1.0
    year, month = map(int, use.last.split("-"))
    ago = (today.year - year) * 12 + today.month - month
    return min(1.0, max(0.0, (_STALE - ago) / (_STALE - _FRESH)))


def _gaps(rows: tuple[Row, ...], resume: ResumeAnalysis, asked_years: float | None) -> list[str]:
    gaps = []
    for row in rows:
        kind = "asked for" if row.is_must else "welcome"
        if row.state == "missing":
            close = f" {row.close} is close to it, and is named." if row.close else ""
            gaps.append(f"{row.title} is {kind}, and the resume does not name it.{close}")
        elif row.state == "listed":
            gaps.append(f"{row.known[0].name} is {kind}; it is listed, but no experience shows it.")
        elif row.asked_years and row.years < row.asked_years:
            gaps.append(f"{row.title}: {_years(row.years)} of the {_years(row.asked_years)} asked for.")
    if asked_years and resume.years < asked_years:
        gaps.append(f"Overall: {_years(resume.years)} of the {_years(asked_years)} asked for.")
    return gaps


def _years(years: float) -> str:
    return f"{years:g} year" + ("" if years == 1 else "s")
