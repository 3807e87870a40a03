"""What a batch is made from, and which resume goes with which target; within somebody's transaction.

    Wanted  ->  newest_of() resumes, read_target() for each target  ->  pair()  ->  cells_to_keep()

Promises (tests in tests/services/test_batches.py):

* A resume is taken as it is when the batch is prepared, whatever becomes of it later.
* What can't be paired is named, and stops nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from resume_customizer.core.batches import USUAL_PATTERN, Cells, Pairing, pair_all, pair_by_name, pair_by_table
from resume_customizer.core.errors import InvalidInput, NotFound
from resume_customizer.core.records.desk import Requirement
from resume_customizer.core.records.record import Id, is_id, new_id
from resume_customizer.core.records.resumes import Batch, BatchItem, Resume, ResumeVersion
from resume_customizer.core.sheets import Row
from resume_customizer.services.store import Reading

_COLUMNS_OF_RESUMES: Final = ("resume", "file", "file name", "consultant")
_COLUMNS_OF_TARGETS: Final = ("target", "requirement", "points", "title")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What resumes are customized for: a requirement, or points, or both."""

    label: str = ""
    """What it is called in lists; empty: the requirement's title."""
    requirement_id: Id = ""
    posting: str = ""
    points: str = ""
    bank_ids: tuple[Id, ...] = ()
    technologies: tuple[str, ...] = ()
    rules: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a batch is made from."""

    name: str
    resume_ids: Sequence[Id]
    targets: Sequence[Target]
    pairing: Pairing = Pairing.ALL
    rows: Sequence[Row] = ()
    """For a pairing by table: rows with the columns `resume` and `target` (or `requirement`)."""
    pattern: str = USUAL_PATTERN
    """How its files are called."""
    mail_when_over: bool = False
    """Whether the one who ordered it is written to when it is over."""


@dataclass(frozen=True, slots=True)
class Source:
    """A resume with its newest version."""

    resume: Resume
    version: ResumeVersion


def newest_of(tx: Reading, resume_ids: Sequence[Id]) -> list[Source]:
    """Each resume once, with its newest version; raises NotFound, InvalidInput."""
    ids = list(dict.fromkeys(resume_ids))
    resumes = {each.id: each for each in tx.find_all(Resume, "id", filter(is_id, ids))}
    found = tx.list_among(ResumeVersion, {"resume_id": list(resumes)}, order="-number", most=1) if resumes else ()
    versions = {each.resume_id: each for each in found}
    for each in ids:
        if each not in resumes:
            raise NotFound("not-found", "There is no such resume.")
        if each not in versions:
            raise InvalidInput("no-version", f"The resume “{resumes[each].name}” has no file yet.")
    return [Source(resumes[each], versions[each]) for each in ids]


def read_target(tx: Reading, target: Target, number: int) -> Target:
    """The target with its label; what it names must be there."""
    label = target.label.strip()
    if target.requirement_id:
        label = label or tx.get(Requirement, target.requirement_id).title
    if not (target.points.strip() or target.bank_ids):
        raise InvalidInput("no-points", "A target needs points, or banks to take them from.", f"target {number}")
    return replace(target, label=(label or f"target {number}")[:200])


def pair(wanted: Wanted, resumes: Sequence[Source], targets: Sequence[Target]) -> Cells:
    """Which goes with which, as wanted; raises InvalidInput for a table without the columns."""
    if wanted.pairing is Pairing.ALL:
        return pair_all(len(resumes), len(targets))
    labels = [each.label for each in targets]
    if wanted.pairing is Pairing.BY_NAME:
        return pair_by_name([each.version.file_name for each in resumes], labels)
    rows = [(row.number, _cell(row, _COLUMNS_OF_RESUMES), _cell(row, _COLUMNS_OF_TARGETS)) for row in wanted.rows]
    return pair_by_table(
        rows,
        [(each.resume.id, each.resume.name, each.version.file_name) for each in resumes],
        [(each.requirement_id, each.label) for each in targets],
    )


def _cell(row: Row, columns: Sequence[str]) -> str:
    values = {name.strip().casefold(): value for name, value in row.values.items()}
    found = next((column for column in columns if column in values), None)
    if found is None:
        message = f"The table needs the columns `{columns[0]}` and the other one of `resume` and `target`."
        raise InvalidInput("no-column", message, f"row {row.number}")
    return str(values[found]).strip()


def cells_to_keep(batch: Batch, cells: Cells, resumes: Sequence[Source], targets: Sequence[Target]) -> list[BatchItem]:
    """The cells of a batch, numbered from 1."""
    return [
        BatchItem(
            id=new_id(),
            batch_id=batch.id,
            number=number,
            resume_id=resumes[resume].resume.id,
            resume_version_id=resumes[resume].version.id,
            resume_name=resumes[resume].resume.name,
            file_name=resumes[resume].version.file_name,
            target=target,
            label=targets[target].label,
            requirement_id=targets[target].requirement_id or None,
        )
        for number, (resume, target) in enumerate(cells.pairs, 1)
    ]
