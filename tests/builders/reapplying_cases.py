"""Customizations carried over to changed versions, each outcome held against who is who.

try_reapplying(seed)  ->  Tried: counts, and what went wrong
"""

from collections import Counter
from dataclasses import dataclass
from random import Random

from builders.planning_cases import points_by_chance
from builders.versions import Version, docx_of, first_version, next_version
from resume_customizer.core.planning.rules import DistributionRules
from resume_customizer.core.planning.similarity import text_key
from resume_customizer.resume.reader import open_document, read_resume
from resume_customizer.services.documents.customizing import customize
from resume_customizer.services.documents.instructions import Instructions
from resume_customizer.services.documents.reapplying import reapply_to


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of the insertions of one customization."""

    insertions: int
    statuses: Counter[str]
    lost: tuple[str, ...]
    """Points without exactly one outcome, or whose outcome the new file does not show."""
    astray: tuple[str, ...]
    """Points that stand under an experience that tells nothing of their job."""
    surviving: int
    """Insertions whose job is still told of, in an entry of its own."""
    settled: int
    """Those of them that were applied, moved or there already."""
    changes: tuple[str, ...]


def try_reapplying(seed: int) -> Tried:
    """One resume, one customization, one next version."""
    chance = Random(seed)
    before = first_version(chance)
    rules = DistributionRules(chance.choice(("weighted", "even", "round-robin")), experiences=chance.randint(1, 4))
    bank = points_by_chance(chance, chance.randint(3, 14))
    old = docx_of(before)
    made = customize(old, Instructions(bank=bank, rules=rules)).written
    assert made is not None
    after = next_version(before, chance)
    new = docx_of(after)
    found = reapply_to(made.content, new, made.certificate)
    content = found.done.written.content if found.done.written else new
    said = Counter(line.text for line in open_document(content).lines)
    names = Counter(each.point for each in found.outcomes)
    points = [point.text for point in made.certificate.points]
    lost = [point for point in points if names[point] != 1]
    placed = {row.point: row.experience for row in found.done.planned.plan.placements}
    lost += [
        each.point
        for each in found.outcomes
        if (each.status in ("applied", "moved")) != (said[each.point] == 1 and each.point in placed)
    ]
    owners, old_owners = _owners(after, new), _owners(before, old)
    jobs = {point.text: old_owners[point.experience] for point in made.certificate.points}
    astray = tuple(point for point, at in placed.items() if not jobs[point] & owners[at])
    kept = [entry.jobs for entry in after.entries]
    alone = [each for each in found.outcomes if sum(jobs[each.point] <= own for own in kept) == 1]
    settled = sum(each.status != "conflict" for each in alone)
    statuses = Counter[str](each.status for each in found.outcomes)
    return Tried(len(points), statuses, tuple(lost), astray, len(alone), settled, after.changes)


def _owners(version: Version, content: bytes) -> list[frozenset[int]]:
    """For each experience as read, the jobs that it tells of: those of the entry with its bullets."""
    keys = [{text_key(text) for text in entry.bullets} | {text_key(entry.company)} for entry in version.entries]
    owners = []
    for experience in read_resume(content).experiences:
        own = {text_key(bullet.text) for bullet in experience.bullets} | {text_key(experience.company or "")}
        best = max(range(len(keys)), key=lambda at: len(keys[at] & own))
        owners.append(version.entries[best].jobs)
    return owners
