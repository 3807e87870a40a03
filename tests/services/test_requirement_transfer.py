"""Requirements in and out: the promises of resume_customizer.services.staffing.requirement_transfer."""

import pytest

from builders.desk import Desk
from builders.requirements import DUTIES, a_requirement, every_field
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.sheets import parse_csv, parse_json_rows
from resume_customizer.core.staffing.requirements import FIELDS

TABLE = f"""Job Title;Client;Rate;Status;Skills;Job description
Java Developer;Harbor;$65/hr;Working;Java, Kafka;"{DUTIES}"
Tester;Orchard;;;;
Analyst;Sable;lots;;;
"""


def test_a_dry_run_says_what_an_import_would_do_and_keeps_nothing(desk: Desk) -> None:
    ann = desk.workspace("ann")
    desk.requirements.create(ann, a_requirement(title="tester", client="Orchard Inc"))

    tried = desk.requirement_transfer.import_requirements(ann, parse_csv(TABLE))

    assert [(each.row, each.outcome, each.title) for each in tried.rows][:2] == [
        (2, "new", "Java Developer"),
        (3, "duplicate", "Tester"),
    ]
    assert tried.rows[1].message == "same client: Orchard Inc; same title: tester"
    assert (tried.rows[2].outcome, tried.is_kept) == ("wrong", False)
    assert "rate must be an amount" in tried.rows[2].message
    assert len(desk.requirements.list_requirements(ann).records) == 1


def test_with_a_wrong_row_nothing_is_kept_unless_the_right_ones_are_wanted(desk: Desk) -> None:
    ann = desk.workspace("ann")
    rows = parse_csv(TABLE)

    assert not desk.requirement_transfer.import_requirements(ann, rows, dry_run=False).is_kept
    assert desk.requirements.list_requirements(ann).records == ()

    done = desk.requirement_transfer.import_requirements(ann, rows, dry_run=False, keep_right_ones=True)
    assert (done.count("new"), done.count("wrong"), done.is_kept) == (2, 1, True)
    java = desk.requirements.show(ann, done.rows[0].requirement_id)
    assert (java.status, java.rate_cents, java.technologies) == ("Working", 6500, ("Java", "Kafka"))

    again = desk.requirement_transfer.import_requirements(ann, rows, dry_run=False, keep_right_ones=True)
    assert (again.count("new"), again.count("duplicate")) == (0, 2)


def test_rows_that_are_the_same_in_one_table_are_kept_once(desk: Desk) -> None:
    ann = desk.workspace("ann")
    rows = parse_csv("title,client\nTester,Orchard\nTester,Orchard Ltd\n")
    done = desk.requirement_transfer.import_requirements(ann, rows, dry_run=False)
    assert [each.outcome for each in done.rows] == ["new", "duplicate"]


@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_is_exported_is_imported_again_as_it_was(desk: Desk, form: str) -> None:
    ann, bob = desk.workspace("ann"), desk.workspace("bob")
    made = desk.requirements.create(ann, {**every_field(), "client": "=HYPERLINK(1)", "next_step": "-call"})

    text = "".join(desk.requirement_transfer.export_csv(ann))
    assert not any(cell.startswith(("=", "-")) for row in parse_csv(text) for cell in row.values.values())
    if form == "json":
        text = "\n".join(desk.requirement_transfer.export_json(ann))
    rows = parse_csv(text) if form == "csv" else parse_json_rows(text)
    done = desk.requirement_transfer.import_requirements(bob, rows, dry_run=False)

    again = desk.requirements.show(bob, done.rows[0].requirement_id)
    assert {name: getattr(again, name) for name in FIELDS} == {name: getattr(made, name) for name in FIELDS}
    assert again.id != made.id


def test_a_column_that_is_no_field_is_told(desk: Desk) -> None:
    ann = desk.workspace("ann")
    tried = desk.requirement_transfer.import_requirements(ann, parse_csv("title,mood\nTester,good\n"))
    assert tried.rows[0].message == "mood is no field."
    with pytest.raises(InvalidInput, match="rows can be imported"):
        desk.requirement_transfer.import_requirements(ann, ())
