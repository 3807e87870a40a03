"""The audit trail of a workspace: the promises of resume_customizer.services.audit."""

import csv
import io
import json
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from builders.desk import Desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.audit import BrokenLink, Event, Head, hash_of
from resume_customizer.core.errors import InvalidInput, NotPermitted, ResumeCustomizerError
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.record import INSTALLATION
from resume_customizer.core.records.work import AuditEntry, AuditHead


def fail() -> None:
    """Work that goes wrong in the middle of a transaction."""
    raise LookupError


def actions(desk: Desk, actor: Actor) -> list[str]:
    return [entry.event.action for entry in reversed(desk.audit.list_entries(actor))]


def test_it_says_who_did_what_when_from_where_to_which_record(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bob = desk.member(ann, "bob", Role.EDITOR)
    desk.workspaces.change_role(ann, bob.user_id, Role.VIEWER)

    event = desk.audit.list_entries(ann)[0].event

    assert actions(desk, ann) == ["workspace.created", "member.invited", "member.joined", "member.role-changed"]
    assert event == Event(
        desk.now,
        ann.user_id,
        "member.role-changed",
        "user",
        bob.user_id,
        "web 192.0.2.1",
        {"from": "editor", "to": "viewer"},
    )


def test_an_entry_is_written_if_and_only_if_its_work_is_done(desk: Desk) -> None:
    ann = desk.workspace("ann")

    with pytest.raises(NotPermitted):
        desk.workspaces.change_role(ann, ann.user_id, Role.ADMIN)
    with suppress(LookupError), desk.ground.within(ann.workspace_id) as tx:
        desk.ground.record(tx, ann, "resume.added")
        fail()

    assert actions(desk, ann) == ["workspace.created"]
    assert desk.audit.verify(ann).broken is None


def test_when_the_trail_can_not_be_written_the_work_is_not_done(desk: Desk) -> None:
    ann = desk.workspace("ann")
    refuse = "CREATE TRIGGER refuse BEFORE INSERT ON audit_entries BEGIN SELECT RAISE(ABORT, 'no'); END"
    with desk.engine.begin() as connection:
        connection.exec_driver_sql(refuse)
    with pytest.raises(ResumeCustomizerError):
        desk.banks.create(ann, "Backend")
    with desk.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER refuse")

    assert desk.banks.list_banks(ann).records == ()
    assert actions(desk, ann) == ["workspace.created"]


def test_a_change_behind_our_back_is_found(desk: Desk) -> None:
    ann = desk.workspace("ann")
    desk.member(ann, "bob", Role.EDITOR)
    kept = desk.audit.verify(ann).sealed_head
    with desk.ground.within(ann.workspace_id) as tx:
        row = tx.find(AuditEntry, number=2)
        assert row
        tx.update(replace(row, actor_id="somebody else"))

    assert desk.audit.verify(ann).broken == BrokenLink(2, "This entry was changed.")
    assert desk.audit.verify(ann, kept).sealed_head == ""


def test_an_end_that_was_cut_is_found_even_when_the_head_was_changed_with_it(desk: Desk) -> None:
    ann = desk.workspace("ann")
    desk.member(ann, "bob", Role.EDITOR)
    kept = desk.audit.verify(ann).sealed_head
    with desk.ground.within(ann.workspace_id) as tx:
        last, before = (tx.find(AuditEntry, number=number) for number in (3, 2))
        assert last
        assert before
        tx.delete(last)
        head = tx.find(AuditHead)
        assert head
        tx.update(replace(head, number=2, hash=before.hash))

    assert desk.audit.verify(ann).broken is None
    assert desk.audit.verify(ann, kept).broken == BrokenLink(3, "The end is missing: the chain went on to entry 3.")


@pytest.mark.parametrize("head", ["nonsense", "1:ab:cd", "9" * 30])
def test_what_is_no_kept_head_is_refused(desk: Desk, head: str) -> None:
    with pytest.raises(InvalidInput, match="no head that was kept"):
        desk.audit.verify(desk.workspace("ann"), head)


def test_each_workspace_has_a_trail_of_its_own(desk: Desk) -> None:
    ann, eve = desk.workspace("ann"), desk.workspace("eve")
    kept = desk.audit.verify(ann).sealed_head

    assert [entry.number for entry in desk.audit.list_entries(eve)] == [1]
    with pytest.raises(InvalidInput):
        desk.audit.verify(eve, kept)
    operator = replace(desk.person("olga"), is_operator=True)
    assert set(desk.audit.verify_all(operator)) == {INSTALLATION, ann.workspace_id, eve.workspace_id}
    assert all(verified.broken is None for verified in desk.audit.verify_all(operator).values())


def test_only_those_who_may_see_the_trail(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bob = desk.member(ann, "bob", Role.EDITOR)
    operator = replace(desk.person("olga"), is_operator=True)

    for actor in (bob, operator):
        for method in (desk.audit.list_entries, desk.audit.verify, desk.audit.export_json, desk.audit.export_csv):
            with pytest.raises(NotPermitted):
                list(method(actor))  # ty: ignore[invalid-argument-type]


def test_an_export_can_be_verified_elsewhere(desk: Desk) -> None:
    ann = desk.workspace("ann")
    desk.member(ann, "bob", Role.EDITOR)

    rows = [json.loads(line) for line in desk.audit.export_json(ann)]

    head = Head(0, "")
    for row in rows:
        event = Event(
            datetime.fromisoformat(row["at"]),
            row["actor_id"],
            row["action"],
            row["record_kind"],
            row["record_id"],
            row["source"],
            row["details"],
        )
        assert row["hash"] == hash_of(ann.workspace_id, head.number + 1, event, head.hash)
        head = Head(row["number"], row["hash"])
    assert desk.audit.verify(ann).sealed_head.startswith(f"{head.number}:{head.hash}:")


def test_no_cell_of_an_export_can_run_as_a_formula(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with desk.ground.within(ann.workspace_id) as tx:
        desk.ground.record(tx, ann, "=cmd|' /C calc'!A0", ("+kind", '@id"\r\n,'), {"=a": "b"})

    head, *rows = csv.reader(io.StringIO("".join(desk.audit.export_csv(ann)), newline=""))

    assert len(rows) == 2
    assert dict(zip(head, rows[1], strict=True))["action"] == "'=cmd|' /C calc'!A0"
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_dropping_old_entries_leaves_a_trail_that_verifies_and_says_what_was_dropped(desk: Desk) -> None:
    ann = desk.workspace("ann")
    desk.member(ann, "bob", Role.EDITOR)
    kept = desk.audit.verify(ann).sealed_head
    desk.later(days=100)
    ann = desk.signed_in("ann", ann.workspace_id)
    desk.workspaces.rename(ann, "Bright Desk")

    with pytest.raises(InvalidInput, match="at least 90 days"):
        desk.audit.drop_old(ann, timedelta(days=89))
    assert desk.audit.drop_old(ann, timedelta(days=90)) == 3

    assert actions(desk, ann) == ["workspace.renamed", "audit.dropped-old"]
    assert desk.audit.list_entries(ann)[0].event.details["entries"] == 3
    assert desk.audit.verify(ann).broken is None
    assert desk.audit.verify(ann, desk.audit.verify(ann).sealed_head).broken is None
    assert desk.audit.drop_old(ann, timedelta(days=90)) == 0
    assert kept


def test_entries_are_listed_in_pages(desk: Desk) -> None:
    ann = desk.workspace("ann")
    for number in range(12):
        desk.workspaces.rename(ann, f"Desk {number}")

    first = desk.audit.list_entries(ann, count=5)
    second = desk.audit.list_entries(ann, before=first[-1].number, count=5)

    assert [entry.number for entry in (*first, *second)] == list(range(13, 3, -1))
