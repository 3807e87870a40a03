"""Fields of a requirement as its posting says them: proposed with their evidence, for a person to correct.

    text  ->  analyze_posting() + find_parties()  ->  propose_fields()  ->  Proposal, … in the order of the form

Promises (tests in tests/core/test_proposing.py):

* Each proposed value cites the lines that it comes from, and is one that the form takes.
* What the posting does not say is not proposed.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

from resume_customizer.core.analysis import Analysis, AskedTechnology, Claim, Evidence
from resume_customizer.core.naming.mentions import find_mention
from resume_customizer.core.posting.lines import Lines
from resume_customizer.core.staffing.rates import find_rate
from resume_customizer.core.staffing.requirements import FIELDS, WORK_MODES
from resume_customizer.core.staffing.vendor_mail import find_parties

Proposed: TypeAlias = str | int | tuple[str, ...]
_LINK = re.compile(r"https?://[^\s<>\"')\]]{4,500}", re.IGNORECASE)
_MOST_CITED: Final = 5


class Proposal(NamedTuple):
    """A value for one field, and where the text says it."""

    field: str
    value: Proposed
    evidence: tuple[Evidence, ...]


def propose_fields(analysis: Analysis) -> tuple[Proposal, ...]:
    """What the text of an analysis says of a requirement's fields."""
    found = {each.field: each for each in (*_said(analysis), *_asked(analysis))}
    for field, claim in find_parties(analysis.text).items():
        found.setdefault(field, Proposal(field, claim.value, (claim.evidence,)))
    return tuple(found[field] for field in FIELDS if field in found)


def _said(analysis: Analysis) -> Iterator[Proposal]:
    claims = {"title": analysis.title, "location": analysis.location, "duration": analysis.duration}
    for field, claim in claims.items():
        if claim:
            yield _proposal(field, claim.value[:200], claim)
    if analysis.remote and analysis.remote.value in WORK_MODES:
        yield _proposal("work_mode", analysis.remote.value, analysis.remote)
    term = next((each for each in analysis.tax_terms if not each.value.startswith("no ")), None)
    if term:
        yield _proposal("tax_term", term.value, term)
    rate = find_rate(analysis.rate.value) if analysis.rate else None
    if rate and analysis.rate:
        yield _proposal("rate_cents", rate.cents, analysis.rate)
        yield _proposal("rate_currency", rate.currency, analysis.rate)
        yield _proposal("rate_per", rate.per, analysis.rate)
    years = _years(analysis)
    if years and 0 < years[0] <= 60:
        yield Proposal("years", int(years[0]), (years[1],))
    link = _LINK.search(analysis.text)
    if link:
        place = Lines(analysis.text).evidence(link.start(), link.end())
        yield Proposal("posting_link", link.group().rstrip(".,;"), (place,))


def _asked(analysis: Analysis) -> Iterator[Proposal]:
    musts = [each for each in analysis.technologies if each.need == "must"]
    welcome = [each for each in analysis.technologies if each.need == "nice"]
    for field, listed in (("technologies", [*musts, *welcome]), ("must_have", musts), ("nice_to_have", welcome)):
        if listed:
            cited = tuple(each.evidence[0] for each in listed if each.evidence)
            yield Proposal(field, tuple(each.name[:80] for each in listed), cited)
    first = _primary(analysis, musts)
    if first:
        yield Proposal("primary_technology", first.name[:80], first.evidence[:_MOST_CITED])


def _primary(analysis: Analysis, musts: list[AskedTechnology]) -> AskedTechnology | None:
    """The one that the title names, else the one that is asked for most often."""
    title = analysis.title.value if analysis.title else ""
    named = [each for each in analysis.technologies if find_mention(title, each.name)]
    if named:
        return named[0]
    return max(musts, key=lambda each: len(each.evidence), default=None)


def _years(analysis: Analysis) -> tuple[float, Evidence] | None:
    """Years overall, else the most that are asked for with one technology."""
    if analysis.years:
        return float(analysis.years.value), analysis.years.evidence
    asked = [(each.years, each.evidence[0]) for each in analysis.technologies if each.years and each.evidence]
    return max(asked, key=lambda each: each[0], default=None)


def _proposal(field: str, value: Proposed, claim: Claim) -> Proposal:
    return Proposal(field, value, (claim.evidence,))
