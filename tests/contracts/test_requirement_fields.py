"""Every field of a requirement survives create, read, update and read again, on every store."""

from dataclasses import fields

from builders.desk import Desk
from builders.requirements import every_field, other_fields
from resume_customizer.core.records.desk import Requirement
from resume_customizer.core.staffing.requirements import FIELDS, read_fields
from resume_customizer.services.staffing.views_of_requirements import requirement_to_json

NOT_TYPED = {
    "id", "created_at", "changed_at", "version", "workspace_id", "status", "analysis", "due_at", "client_key",
    "title_key", "created_by", "changed_by",
}  # fmt: skip
"""Fields that the program itself fills in, or that have a way of their own."""


def test_every_field_survives_create_read_update_read(desk: Desk) -> None:
    ann = desk.workspace("ann")
    first, second = read_fields(every_field()), read_fields(other_fields())
    assert set(first) == set(second) == set(FIELDS) == {each.name for each in fields(Requirement)} - NOT_TYPED
    assert [name for name in FIELDS if first[name] == second[name]] == []

    made = desk.requirements.create(ann, every_field())
    found = desk.requirements.show(ann, made.id)
    assert {name: getattr(found, name) for name in FIELDS} == first
    assert found == made
    assert (found.created_by, found.version) == (ann.user_id, 1)
    assert found.analysis["title"] == "Senior Java Developer"

    changed = desk.requirements.edit(ann, made.id, other_fields(), found.version)
    found = desk.requirements.show(ann, made.id)
    assert {name: getattr(found, name) for name in FIELDS} == second
    assert found == changed
    assert (found.due_at, found.client_key) == (second["next_step_due"], "orchard foods")

    again = desk.requirements.edit(ann, made.id, requirement_values(made), found.version)
    assert {name: getattr(again, name) for name in FIELDS} == first
    assert again.analysis == made.analysis


def requirement_values(requirement: Requirement) -> dict[str, object]:
    """What a program reads of a requirement, as it sends it back."""
    values = requirement_to_json(requirement)
    return {name: values[name] for name in FIELDS}
