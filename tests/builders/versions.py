"""Versions of one resume: what people do to theirs between two customizations, with who is who.

    first_version(chance)  ->  Version  ->  next_version(version, chance)  ->  Version  ->  docx_of(version)

Each entry carries the jobs that its bullets come from, so that a test knows where a point may stand; after merging
two jobs an entry carries both.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from builders import a_docx, bold, bullets, heading, line
from builders.blocks import Blocks
from builders.careers import DATA, DEVOPS, DOTNET, FRONTEND, JAVA, TESTER

CAREERS = (JAVA, DATA, DEVOPS, FRONTEND, TESTER, DOTNET)
_EXTRA = tuple(bullet for career in CAREERS for job in career.jobs for bullet in job.bullets)
_WORDS = "reliably carefully daily together mostly again quickly quietly".split()


@dataclass(frozen=True, slots=True)
class Entry:
    """One experience: as it reads, and which jobs it tells of."""

    jobs: frozenset[int]
    role: str
    company: str
    start: str
    end: str
    bullets: tuple[str, ...]
    environment: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a resume."""

    name: str
    entries: tuple[Entry, ...]
    layout: int = 0
    changes: tuple[str, ...] = ()
    """What was done to the version before."""


def first_version(chance: Random) -> Version:
    """A resume as it was customized first."""
    career = chance.choice(CAREERS)
    entries = tuple(
        Entry(frozenset((at,)), job.role, job.company, job.start, job.end, job.bullets, job.environment)
        for at, job in enumerate(career.jobs)
    )
    return Version(career.name, entries, chance.randrange(3))


def next_version(version: Version, chance: Random) -> Version:
    """The same after one to four changes; sometimes in another layout."""
    for _ in range(chance.randint(1, 4)):
        name = chance.choice(tuple(CHANGES))
        entries = CHANGES[name](version.entries, chance)
        version = replace(version, entries=entries, changes=(*version.changes, name))
    return replace(version, layout=chance.randrange(3)) if chance.random() < 0.1 else version


def docx_of(version: Version) -> bytes:
    """The version as a Word document, in one of three layouts."""
    blocks: list[Blocks] = [line(version.name, bold=True, size=18), heading("Professional Experience")]
    for entry in version.entries:
        dates = f"{entry.start} – {entry.end}"
        if version.layout == 0:
            blocks += [line(bold(entry.company), f" | {entry.role} | {dates}")]
        elif version.layout == 1:
            blocks += [line(bold(f"{entry.company}\t{dates}")), line(entry.role)]
        else:
            blocks += [line(bold(f"{entry.role}, {entry.company}"), f"\t{dates}")]
        if entry.bullets:
            blocks.append(bullets(*entry.bullets))
        if entry.environment:
            blocks.append(line(f"Environment: {entry.environment}"))
    blocks += [heading("Education"), line("B.S. in Computer Science, Westmere State University, 2009")]
    return a_docx(*blocks)


Change = Callable[[tuple[Entry, ...], Random], tuple[Entry, ...]]


def _changed(entries: tuple[Entry, ...], chance: Random, change: Callable[[Entry], Entry]) -> tuple[Entry, ...]:
    at = chance.randrange(len(entries))
    return (*entries[:at], change(entries[at]), *entries[at + 1 :])


def _reword(text: str, chance: Random) -> str:
    """A few words dropped, added or swapped; never the same text."""
    words = text.rstrip(".").split()
    for _ in range(max(1, len(words) // 8)):
        at = chance.randrange(len(words))
        how = chance.randrange(3)
        if how == 0:
            words.insert(at, chance.choice(_WORDS))
        elif how == 1 and len(words) > 5:
            del words[at]
        else:
            words[at] = chance.choice(_WORDS)
    return " ".join(words)[:1].upper() + " ".join(words)[1:] + " now"


def reword_a_bullet(entries: tuple[Entry, ...], chance: Random) -> tuple[Entry, ...]:
    """One bullet in other words; half of the time the last one, behind which points stand."""

    def change(entry: Entry) -> Entry:
        texts = list(entry.bullets)
        at = len(texts) - 1 if chance.random() < 0.5 else chance.randrange(len(texts))
        texts[at] = _reword(texts[at], chance)
        return replace(entry, bullets=tuple(texts))

    return _changed(entries, chance, change)


def reorder_bullets(entries: tuple[Entry, ...], chance: Random) -> tuple[Entry, ...]:
    """The bullets of one job in another order."""

    def change(entry: Entry) -> Entry:
        return replace(entry, bullets=tuple(chance.sample(entry.bullets, len(entry.bullets))))

    return _changed(entries, chance, change)


def remove_bullets(entries: tuple[Entry, ...], chance: Random) -> tuple[Entry, ...]:
    """Up to half of the bullets of one job are gone."""

    def change(entry: Entry) -> Entry:
        kept = max(1, len(entry.bullets) - chance.randint(1, max(1, len(entry.bullets) // 2)))
        places = sorted(chance.sample(range(len(entry.bullets)), kept))
        return replace(entry, bullets=tuple(entry.bullets[at] for at in places))

    return _changed(entries, chance, change)


def add_a_bullet(entries: tuple[Entry, ...], chance: Random) -> tuple[Entry, ...]:
    """One more bullet, sometimes one that another job has already."""

    def change(entry: Entry) -> Entry:
        at = chance.randint(0, len(entry.bullets))
        return replace(entry, bullets=(*entry.bullets[:at], chance.choice(_EXTRA), *entry.bullets[at:]))

    return _changed(entries, chance, change)


def move_a_bullet(entries: tuple[Entry, ...], chance: Random) -> tuple[Entry, ...]:
    """One bullet goes to another job."""
    if len(entries) < 2:
        return entries
    giver, taker = chance.sample(range(len(entries)), 2)
    texts = list(entries[giver].bullets)
    if len(texts) < 2:
        return entries
    text = texts.pop(chance.randrange(len(texts)))
    changed = list(entries)
    changed[giver] = replace(entries[giver], bullets=tuple(texts))
    changed[taker] = replace(entries[taker], bullets=(*entries[taker].bullets, text))
    return tuple(changed)


def reorder_jobs(entries: tuple[Entry, ...], chance: Random) -> tuple[Entry, ...]:
    """The jobs in another order."""
    return tuple(chance.sample(entries, len(entries)))


def remove_a_job(entries: tuple[Entry, ...], chance: Random) -> tuple[Entry, ...]:
    """One job is gone."""
    if len(entries) < 2:
        return entries
    at = chance.randrange(len(entries))
    return (*entries[:at], *entries[at + 1 :])


def add_a_job(entries: tuple[Entry, ...], chance: Random) -> tuple[Entry, ...]:
    """A new job on top; sometimes in the same role, or at the same company."""
    old = chance.choice(entries)
    role = old.role if chance.random() < 0.4 else "Principal Engineer"
    company = old.company if chance.random() < 0.3 else "Quillmark Systems"
    texts = (
        tuple(chance.sample(_EXTRA, 3)) if chance.random() < 0.5 else ("Began with a new team.", "Learned its code.")
    )
    return (Entry(frozenset(), role, company, "2026-02", "present", texts), *entries)


def rename_a_company(entries: tuple[Entry, ...], chance: Random) -> tuple[Entry, ...]:
    """A company is called otherwise: by its legal form, its first word, or a new name."""

    def change(entry: Entry) -> Entry:
        names = (f"{entry.company}, Inc.", entry.company.split()[0], "Varrowmere Group")
        return replace(entry, company=chance.choice(names))

    return _changed(entries, chance, change)


def rename_a_role(entries: tuple[Entry, ...], chance: Random) -> tuple[Entry, ...]:
    """A role is called otherwise."""

    def change(entry: Entry) -> Entry:
        return replace(entry, role=chance.choice(("Lead Engineer", f"Senior {entry.role}")))

    return _changed(entries, chance, change)


def change_dates(entries: tuple[Entry, ...], chance: Random) -> tuple[Entry, ...]:
    """The end of a job moves."""
    return _changed(entries, chance, lambda entry: replace(entry, end=chance.choice(("2025-12", "2026-01", entry.end))))


def merge_jobs(entries: tuple[Entry, ...], chance: Random) -> tuple[Entry, ...]:
    """Two jobs that follow one another become one entry."""
    if len(entries) < 2:
        return entries
    at = chance.randrange(len(entries) - 1)
    one, other = entries[at], entries[at + 1]
    both = replace(one, jobs=one.jobs | other.jobs, start=other.start, bullets=(*one.bullets, *other.bullets))
    return (*entries[:at], both, *entries[at + 2 :])


def split_a_job(entries: tuple[Entry, ...], chance: Random) -> tuple[Entry, ...]:
    """One job becomes two of the same company, with half of the bullets each."""
    at = chance.randrange(len(entries))
    entry, half = entries[at], len(entries[at].bullets) // 2
    if not half:
        return entries
    newer = replace(entry, role=f"Senior {entry.role}", bullets=entry.bullets[:half])
    older = replace(entry, end=entry.start, bullets=entry.bullets[half:])
    return (*entries[:at], newer, older, *entries[at + 1 :])


CHANGES: dict[str, Change] = {
    "reword a bullet": reword_a_bullet,
    "reorder bullets": reorder_bullets,
    "remove bullets": remove_bullets,
    "add a bullet": add_a_bullet,
    "move a bullet": move_a_bullet,
    "reorder jobs": reorder_jobs,
    "remove a job": remove_a_job,
    "add a job": add_a_job,
    "rename a company": rename_a_company,
    "rename a role": rename_a_role,
    "change dates": change_dates,
    "merge jobs": merge_jobs,
    "split a job": split_a_job,
}
