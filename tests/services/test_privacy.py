"""One person's data: the promises of resume_customizer.services.people.privacy."""

import json
from dataclasses import fields

import pytest

from builders.desk import NOBODY, PASSWORD, Desk
from resume_customizer.core.errors import Conflict, InvalidInput, NotSignedIn
from resume_customizer.core.permissions import Role, Scope
from resume_customizer.core.records.accounts import User
from resume_customizer.core.records.record import Record, new_id
from resume_customizer.core.records.work import KeptChange
from resume_customizer.infrastructure.sql.schema import KINDS, TABLE_OF
from resume_customizer.services.people.accounts import AboutMe
from resume_customizer.services.people.privacy import ERASED, KEPT

OF_A_USER = frozenset(
    "user_id owner_id author_id made_by created_by changed_by decided_by added_by uploaded_by started_by sent_by "
    "written_by invited_by actor_id".split()
)


def kept_beside(desk: Desk, **row: str | None) -> KeptChange:
    """An invitation that could not be written when the database was back."""
    return KeptChange(of_kind="invitations", of_id=new_id(), reason="taken", row=row, accepted_at=desk.now)


def test_every_kind_of_record_that_names_a_user_is_listed() -> None:
    kinds: list[type[Record]] = [kind.record_type for kind in KINDS]
    naming = {kind for kind in kinds if OF_A_USER & {field.name for field in fields(kind)}}
    by_another_name = {
        f"{kind.__name__}.{field.name}"
        for kind in kinds
        for field in fields(kind)
        if field.name.endswith("_by") and field.name not in OF_A_USER | {"leased_by"}
    }

    assert len(naming) > 15
    assert naming | {User} == set(ERASED) | set(KEPT)
    assert by_another_name == set()


def test_an_export_holds_all_of_ones_own_and_nothing_that_lets_somebody_in(desk: Desk) -> None:
    ann = desk.workspace("ann")
    desk.person("eve")
    desk.accounts.change_about_me(ann, AboutMe("Ann Lindqvist", "Likes foxes.", ("Java",), "Europe/Berlin"))
    key, _ = desk.api_keys.create(ann, "nightly import", frozenset({Scope.READ}))
    seed = desk.second_factor.start(ann, PASSWORD).seed

    exported = desk.privacy.export_account(ann)
    text = json.dumps(exported)

    assert all(
        each in text for each in ("ann@desk.example", "Ann Lindqvist", "Likes foxes.", "nightly import", "owner")
    )
    with desk.ground.outside() as tx:
        user = tx.get(User, ann.user_id)
    hidden = [user.password_hash, key.reveal(), seed.reveal(), "eve", "token_hash", "rcp1."]
    assert [each for each in hidden if each in text] == []


def test_nothing_of_a_person_is_left_in_the_tables_of_accounts(desk: Desk) -> None:
    owner = desk.workspace("ann")
    bob = desk.member(owner, "canbob", Role.EDITOR)
    desk.accounts.change_about_me(bob, AboutMe("Canary Bob", "canary bio", ("canary skill",)))
    session = desk.sign_in("canbob")
    key, _ = desk.api_keys.create(bob, "canary key", frozenset({Scope.READ}))
    with desk.ground.inside(owner) as tx:
        tx.add(kept_beside(desk, email_key="canbob@desk.example", invited_by=None))
        other = tx.add(kept_beside(desk, email_key="eve@desk.example"))

    report = desk.privacy.erase_account(bob, PASSWORD)

    with desk.engine.connect() as connection:
        left = [str(row) for table in TABLE_OF.values() for row in connection.execute(table.select())]
    assert len(left) > 20
    assert [row for row in left if "canary" in row.casefold() or "canbob" in row.casefold()] == []
    for attempt in (
        lambda: desk.sign_in("canbob"),
        lambda: desk.signing_in.actor_of(NOBODY, session.session_token.reveal()),
        lambda: desk.api_keys.actor_of(NOBODY, key.reveal()),
    ):
        with pytest.raises(NotSignedIn):
            attempt()
    told = {line.kind: line for line in report.lines}
    assert (told["User"].erased, told["Session"].erased, told["ApiKey"].erased, told["Membership"].erased) == (
        1,
        3,
        1,
        1,
    )
    assert told["KeptChange"].erased == 1
    assert [each.change_id for each in desk.services.kept_changes.list_open(owner)] == [other.id]
    assert told["AuditEntry"].kept >= 2
    assert "can't be changed" in told["AuditEntry"].why
    assert [member.name for member in desk.workspaces.list_members(owner)] == ["Ann"]
    assert desk.audit.verify(owner).broken is None


def test_whoever_owns_a_workspace_hands_it_over_first(desk: Desk) -> None:
    ann = desk.workspace("ann")

    with pytest.raises(Conflict, match="hand it over"):
        desk.privacy.erase_account(ann, PASSWORD)
    assert desk.sign_in("ann")


def test_erasing_needs_the_password(desk: Desk) -> None:
    ann = desk.person("ann")

    with pytest.raises(InvalidInput, match="Nothing was erased"):
        desk.privacy.erase_account(ann, "wrong")
    assert desk.sign_in("ann")
