"""Requirements in and out: tables of CSV, XLSX or JSON, tried first without keeping anything.

    file  ->  read_rows()  ->  rows  ->  import_requirements(dry_run)  ->  what each row is: new, the same again, wrong
    export_csv() | export_json()  ->  lines

Promises (tests in tests/services/test_requirement_transfer.py):

* A dry run says what the import would do, row by row, and keeps nothing.
* An import keeps all rows that are right, or none when one is wrong, as was chosen; what is there already is left out.
* What is exported is imported again as it was, and can't run as a formula in a spreadsheet.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import InvalidInput, ResumeCustomizerError
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.desk import Requirement
from resume_customizer.core.sheets import Row, formula_free
from resume_customizer.core.staffing.duplicates import keyed
from resume_customizer.core.staffing.requirements import FIELDS, Status, check_move, read_fields
from resume_customizer.services.ground import Ground
from resume_customizer.services.staffing.requirement_moves import find_alike, keep_new, move
from resume_customizer.services.staffing.views_of_requirements import requirement_to_json
from resume_customizer.services.store import Transaction

MOST_ROWS: Final = 5_000
_NAMES: Final = {field.label.casefold(): name for name, field in FIELDS.items()}
_ALIASES: Final = {
    "job title": "title",
    "position": "title",
    "role": "title",
    "vendor": "vendor_company",
    "vendor name": "vendor_company",
    "recruiter": "vendor_person",
    "email": "vendor_email",
    "phone": "vendor_phone",
    "tax": "tax_term",
    "remote": "work_mode",
    "skills": "technologies",
    "technology": "primary_technology",
    "description": "posting",
    "job description": "posting",
    "link": "posting_link",
    "url": "posting_link",
    "due": "deadline",
}
_NOT_TYPED: Final = frozenset(
    {"id", "created_at", "changed_at", "version", "created_by", "changed_by", "analysis", "due_at"}
)
COLUMNS: Final = ("id", "status", *FIELDS, "created_at", "changed_at")
"""Of an exported table."""


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """What became, or would become, of one row."""

    row: int
    outcome: str
    """`new`, `duplicate` or `wrong`."""
    title: str
    message: str = ""
    """What is wrong, or what it seems to be the same as."""
    requirement_id: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or would do."""

    rows: tuple[ImportedRow, ...]
    is_kept: bool

    def count(self, outcome: str) -> int:
        """How many rows are so."""
        return sum(row.outcome == outcome for row in self.rows)


class RequirementTransfer:
    """Import and export of the actor's workspace."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def import_requirements(
        self, actor: Actor, rows: Sequence[Row], *, dry_run: bool = True, keep_right_ones: bool = False
    ) -> Imported:
        """Import rows; with one that is wrong nothing is kept, unless the right ones are wanted."""
        actor.require(Action.CHANGE_RECORDS)
        if not 0 < len(rows) <= MOST_ROWS:
            raise InvalidInput(
                "bad-count", f"1 to {MOST_ROWS:,} rows can be imported at once; there are {len(rows):,}."
            )
        read = [_read(row) for row in rows]
        has_wrong = any(isinstance(each, str) for each in read)
        keeps = not dry_run and (keep_right_ones or not has_wrong)
        if not keeps:
            with self._ground.store.reading(actor) as tx:
                tried = tuple(_tried(tx, row, each) for row, each in zip(rows, read, strict=True))
            return Imported(tried, is_kept=False)
        with self._ground.inside(actor) as tx:
            done = tuple(self._kept(tx, actor, row, each) for row, each in zip(rows, read, strict=True))
            new = sum(each.outcome == "new" for each in done)
            self._ground.record(tx, actor, "requirement.imported", details={"rows": len(rows), "new": new})
        return Imported(done, is_kept=True)

    def export_csv(self, actor: Actor) -> Iterator[str]:
        """Lines of CSV (RFC 4180) with a head; no cell can run as a formula."""
        yield _line(COLUMNS)
        for values in self._values(actor):
            yield _line([formula_free(_cell(values[name])) for name in COLUMNS])

    def export_json(self, actor: Actor) -> Iterator[str]:
        """One requirement on each line, as JSON."""
        for values in self._values(actor):
            yield json.dumps(values, ensure_ascii=False)

    def _values(self, actor: Actor) -> Iterator[dict[str, Any]]:
        actor.require(Action.EXPORT_RECORDS)
        after = ""
        with self._ground.inside(actor) as tx:
            self._ground.record(tx, actor, "requirement.exported")
        while True:
            with self._ground.store.reading(actor) as tx:
                page = tx.list(Requirement, order="id", after=after, limit=500)
            yield from map(requirement_to_json, page.records)
            after = page.next
            if not after:
                return

    def _kept(self, tx: Transaction, actor: Actor, row: Row, read: "Mapping[str, Any] | str") -> ImportedRow:
        tried = _tried(tx, row, read)
        if tried.outcome != "new" or isinstance(read, str):
            return tried
        fields = dict(read)
        status = fields.pop("status", "")
        added = keep_new(tx, self._ground, actor, fields)
        if status:
            added = move(tx, self._ground, actor, added, status)
        return replace(tried, requirement_id=added.id)


def _read(row: Row) -> "dict[str, Any] | str":
    """The fields of a row, or what is wrong with it."""
    values = {}
    for head, value in row.values.items():
        name = _name_of(head)
        if name in _NOT_TYPED or value is None or value == "":
            continue
        values[name] = _unescaped(value) if isinstance(value, str) else value
    status = str(values.pop("status", ""))
    try:
        read = read_fields({"title": "", **values})
        if status:
            read["status"] = check_move(Status.NEW, status).value
    except ResumeCustomizerError as fault:
        return fault.message
    return read


def _name_of(head: str) -> str:
    plain = " ".join(head.split()).casefold()
    return _NAMES.get(plain) or _ALIASES.get(plain) or plain.replace(" ", "_")


def _tried(tx: Any, row: Row, read: "Mapping[str, Any] | str") -> ImportedRow:  # noqa: ANN401 - Reading or Transaction
    if isinstance(read, str):
        return ImportedRow(row.number, "wrong", str(row.values.get("title", ""))[:80], read)
    fields = {name: value for name, value in read.items() if name != "status"}
    alike = find_alike(tx, keyed(Requirement(**fields)))
    if alike:
        return ImportedRow(row.number, "duplicate", read["title"], "; ".join(alike[0].reasons), alike[0].requirement_id)
    return ImportedRow(row.number, "new", read["title"])


def _cell(value: object) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _unescaped(text: str) -> str:
    """What `formula_free` has done, undone."""
    return text[1:] if text[:1] == "'" and formula_free(text[1:]) == text else text


def _line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
