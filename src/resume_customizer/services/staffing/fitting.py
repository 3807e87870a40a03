"""Who fits a requirement, and what fits a consultant: each with a score whose parts cite their lines.

    requirement  ->  consultants whose skills name what is asked  ->  match() of their newest resumes  ->  Fit, …
    consultant   ->  open requirements that ask for their skills  ->  match()  ->  Fit, …

Promises (tests in tests/services/test_fitting.py):

* The score is that of `match`, and its evidence stands in the resume and in the posting.
* Who has no resume is listed with the skills that are known, behind those with one.
* An adviser of a career service is told of nobody else's people.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.matching import match
from resume_customizer.core.naming.technologies import find_technology
from resume_customizer.core.permissions import Action
from resume_customizer.core.posting import analyze_posting
from resume_customizer.core.records.desk import Consultant, Requirement
from resume_customizer.core.records.resumes import Resume, ResumeVersion
from resume_customizer.core.staffing.requirements import OPEN
from resume_customizer.resume.reader import read_resume
from resume_customizer.services.desk_policies import sees_all
from resume_customizer.services.documents.matching import match_to_json
from resume_customizer.services.ground import Ground
from resume_customizer.services.library.resumes import ACCEPTED
from resume_customizer.services.library.workspace_technologies import working_for
from resume_customizer.services.ports import Blobs, DocumentWork
from resume_customizer.services.staffing.consultants import visible_consultant
from resume_customizer.services.store import Reading

_MOST_PEOPLE: Final = 2_000
_MOST_READ: Final = 25
"""People, and requirements, that are looked at closely."""
_RESUMES_EACH: Final = 2
_MOST_OPEN: Final = 300


@dataclass(frozen=True, slots=True)
class Fit:
    """One consultant for one requirement."""

    consultant_id: str
    consultant: str
    requirement_id: str
    title: str
    score: int | None
    """0 to 100; None where no resume is there to say."""
    shared: tuple[str, ...]
    """Asked technologies that are among the consultant's skills."""
    resume_id: str
    version_id: str
    """The resume that fits best."""
    match: dict[str, Any]
    """The JSON of `match`: parts, evidence, gaps."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody, or some opening, before it is looked at closely."""

    consultant: Consultant
    requirement: Requirement
    shared: tuple[str, ...]
    versions: tuple[ResumeVersion, ...]


class Fitting:
    """Matches within the actor's workspace."""

    def __init__(self, ground: Ground, blobs: Blobs, documents: DocumentWork) -> None:
        self._ground, self._blobs, self._documents = ground, blobs, documents

    def find_consultants(self, actor: Actor, requirement_id: str, limit: int = 10) -> tuple[Fit, ...]:
        """Who fits a requirement, the best first."""
        actor.require(Action.VIEW_RECORDS)
        with working_for(self._ground, actor):
            return self._ranked(actor, self._people_for(actor, requirement_id), limit)

    def find_requirements(self, actor: Actor, consultant_id: str, limit: int = 10) -> tuple[Fit, ...]:
        """What fits a consultant among what is open, the best first."""
        actor.require(Action.VIEW_RECORDS)
        with working_for(self._ground, actor):
            return self._ranked(actor, self._openings_for(actor, consultant_id), limit)

    def _people_for(self, actor: Actor, requirement_id: str) -> list[_Candidate]:
        with self._ground.store.reading(actor) as tx:
            requirement = tx.get(Requirement, requirement_id)
            if not requirement.posting and not requirement.technologies:
                message = "Give the requirement a posting or technologies first: nothing says what is asked for."
                raise InvalidInput("no-posting", message)
            where = {} if sees_all(tx, actor) else {"adviser_id": actor.user_id}
            people = tx.list(Consultant, order="name", limit=_MOST_PEOPLE, **where).records
            asked = _names((*requirement.technologies, *requirement.must_have, *requirement.nice_to_have))
            near = sorted(people, key=lambda each: -len(asked & _names(each.skills)))[:_MOST_READ]
            return [_candidate(tx, each, requirement) for each in near if each.status != "left"]

    def _openings_for(self, actor: Actor, consultant_id: str) -> list[_Candidate]:
        with self._ground.store.reading(actor) as tx:
            person = visible_consultant(tx, actor, consultant_id)
            found = [
                each
                for status in OPEN
                for each in tx.list(Requirement, status=status.value, limit=_MOST_OPEN).records
                if each.posting or each.technologies
            ]
            own = _names(person.skills)
            near = sorted(found, key=lambda each: -len(own & _names((*each.technologies, *each.must_have))))
            return [_candidate(tx, person, each) for each in near[:_MOST_READ]]

    def _ranked(self, actor: Actor, candidates: Sequence[_Candidate], limit: int) -> tuple[Fit, ...]:
        today = self._ground.clock().date()
        fits = [self._fit(actor, each, today) for each in candidates]
        fits.sort(key=lambda each: (each.score is None, -(each.score or 0), -len(each.shared), each.consultant))
        return tuple(fits[: max(1, min(limit, _MOST_READ))])

    def _fit(self, actor: Actor, candidate: _Candidate, today: date) -> Fit:
        posting = _asked_text(candidate.requirement)
        best: tuple[int, dict[str, Any], ResumeVersion] | None = None
        for version in candidate.versions:
            content = self._blobs.get(actor.workspace_id, version.digest)
            found = self._documents.call(match_file, content, posting, today)
            score = -1 if found["score"] is None else int(found["score"])
            if best is None or score > best[0]:
                best = (score, found, version)
        return Fit(
            candidate.consultant.id,
            candidate.consultant.name,
            candidate.requirement.id,
            candidate.requirement.title,
            best[0] if best and best[0] >= 0 else None,
            candidate.shared,
            best[2].resume_id if best else "",
            best[2].id if best else "",
            best[1] if best else {},
        )


def match_file(content: bytes, posting: str, today: date) -> dict[str, Any]:
    """How well a file fits a posting; to be done where documents are worked on."""
    document = read_resume(content, ACCEPTED)
    return match_to_json(match(document, analyze_posting(posting), today), document)


def _candidate(tx: Reading, person: Consultant, requirement: Requirement) -> _Candidate:
    resumes = tx.list(Resume, consultant_id=person.id, limit=_RESUMES_EACH).records
    newest = (tx.find(ResumeVersion, resume_id=each.id, number=each.version_count) for each in resumes)
    asked = _names((*requirement.technologies, *requirement.must_have, *requirement.nice_to_have))
    shared = tuple(sorted(asked & _names(person.skills)))
    return _Candidate(person, requirement, shared, tuple(each for each in newest if each is not None))


def _names(words: Iterable[str]) -> frozenset[str]:
    """Technologies by their canonical names; others as they are written."""
    return frozenset(known.name if (known := find_technology(word)) is not None else word for word in words)


def _asked_text(requirement: Requirement) -> str:
    """The posting, or one made of what the form says."""
    if requirement.posting:
        return requirement.posting
    listed = [*requirement.must_have, *(each for each in requirement.technologies if each not in requirement.must_have)]
    welcome = [each for each in requirement.nice_to_have if each not in listed]
    lines = ["Required:", *(f"- {each}" for each in listed if each not in requirement.nice_to_have)]
    return "\n".join([requirement.title, *lines, "Nice to have:", *(f"- {each}" for each in welcome)])
