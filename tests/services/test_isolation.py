"""Nobody sees another workspace's data (promise 8), tried on every public method of every service.

Each is called by people of elsewhere with the ids, addresses and tokens of a workspace that is not theirs:

    services of a desk  ->  their public methods  ×  strangers  ×  what is not theirs  ->  nothing told, nothing changed

A method whose parameter is not known fails the test: say in tests/services/theirs.py what a stranger would try for it.
"""

import inspect
from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import groupby
from typing import Any, Final

import pytest

from builders.desk import NOBODY, Desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.permissions import Role, Scope
from resume_customizer.core.records.accounts import ApiKey, OneTimeToken, RefreshToken, Session, User
from resume_customizer.core.records.record import INSTALLATION, Record
from resume_customizer.core.records.work import AuditEntry
from resume_customizer.core.records.workspaces import Membership, Workspace
from resume_customizer.infrastructure.sql.schema import TENANT_KINDS
from resume_customizer.services.desk import Desk as ServicesOfADesk
from services.theirs import INVITED, NAME, PERSON, Values, fill

UNKNOWN: Final = object()
OPEN_TO_ALL = "accounts.ask_new_password"
"""It changes something of the owner of the address, and only this one is told, by mail."""
OF_A_PERSON = (Session, RefreshToken, ApiKey, OneTimeToken)
OF_NO_DOOR = {"upkeep", "ground", "working", "sending", "following_up", "reading_answers", "delivering"}
"""What services stand on, and the program's own work on jobs, mail and webhooks: no door gives these to anybody."""
SERVICES = tuple(each.name for each in fields(ServicesOfADesk) if each.name not in OF_NO_DOOR)


def methods(desk: Desk) -> Iterator[tuple[str, Any]]:
    """Every public method of every service."""
    for service in SERVICES:
        every = inspect.getmembers(getattr(desk.services, service), inspect.ismethod)
        yield from ((f"{service}.{name}", method) for name, method in every if not name.startswith("_"))


def theirs(desk: Desk) -> tuple[Actor, Values]:
    """The owner of a workspace that is not the stranger's, and what a stranger would try to get at it."""
    owner = desk.workspace("canann")
    return owner, fill(desk, owner)


def strangers(desk: Desk) -> dict[str, Actor]:
    """People of elsewhere: each in another position."""
    owner = desk.workspace("eve")
    key, _ = desk.api_keys.create(owner, "all", frozenset(Scope))
    return {
        "owner of another workspace": owner,
        "viewer of another workspace": replace(owner, role=Role.VIEWER),
        "in no workspace": replace(owner, workspace_id="", role=None),
        "program with all scopes": desk.api_keys.actor_of(NOBODY, key.reveal()),
        "nobody": NOBODY,
    }


def kept(desk: Desk, owner: Actor) -> set[str]:
    """Everything that the workspace and its people have."""
    with desk.ground.within(owner.workspace_id) as tx:
        members = list(tx.every(Membership))
        found: list[Record] = [each for kind in TENANT_KINDS for each in tx.every(kind.record_type)]
        found.append(tx.get(Workspace, owner.workspace_id))
        for member in members:
            found.append(tx.get(User, member.user_id))
            found += [each for kind in OF_A_PERSON for each in tx.every(kind, user_id=member.user_id)]
    return {str(each) for each in found}


def called(name: str, method: Any, actor: Actor, values: Values) -> str:  # noqa: ANN401 - any method
    """What a stranger gets, as text."""
    parameters = list(inspect.signature(method).parameters)
    assert parameters[0] == "actor", f"{method.__qualname__} takes {parameters[0]} before the actor"
    given = {each: values.get(f"{name}.{each}", values.get(each, UNKNOWN)) for each in parameters[1:]}
    unknown = [each for each, value in given.items() if value is UNKNOWN]
    assert not unknown, f"say what a stranger would try for {unknown} of {name}"
    try:
        result = method(actor, **given)
        return repr(list(result) if inspect.isgenerator(result) else result)
    except ResumeCustomizerError as fault:
        return str(fault)


def test_no_method_tells_or_changes_anything_of_another_workspace(desk: Desk) -> None:
    owner, values = theirs(desk)
    people = strangers(desk)
    before = kept(desk, owner)
    secret = [NAME, PERSON, owner.workspace_id, "canann", "Canann", "Canbob", "canary", owner.session_id, owner.user_id]
    calls = 0
    for who, actor in people.items():
        for service, group in groupby(methods(desk), lambda each: each[0].partition(".")[0]):
            for name, method in group:
                desk.later(minutes=16)
                told = called(name, method, actor, values)
                found = [each for each in secret if each in told]
                calls += 1
                assert not found, f"{who}: {name} tells {found}: {told}"
                if name == OPEN_TO_ALL:
                    before = kept(desk, owner)
            changed = kept(desk, owner) ^ before
            assert not changed, f"{who}: a method of {service} changes {changed}"

    assert calls == len(people) * len(list(methods(desk)))
    assert calls > 150


def test_the_methods_do_something_for_those_who_may(desk: Desk) -> None:
    """So that the test above can't pass because nothing works: the owner is told what a stranger is not."""
    owner, values = theirs(desk)
    told = {
        name: called(name, method, owner, values)
        for name, method in methods(desk)
        if ".list_" in name or ".show" in name
    }

    assert NAME in told["workspaces.list_mine"]
    assert "Canbob" in told["workspaces.list_members"]
    assert INVITED in told["workspaces.list_invitations"]
    assert "canary key" in told["api_keys.list_keys"]
    assert NAME in told["audit.list_entries"]
    assert "some work" in told["jobs.list_jobs"]
    assert owner.session_id in told["devices.list_devices"]
    assert PERSON in told["resumes.list_resumes"]
    assert "canary bank" in told["banks.list_banks"]
    assert "canary webhook" in told["webhooks.list_webhooks"]


@pytest.mark.parametrize("service", SERVICES)
def test_every_public_method_takes_the_actor_first(desk: Desk, service: str) -> None:
    found = [
        (name, list(inspect.signature(method).parameters))
        for name, method in methods(desk)
        if name.startswith(f"{service}.")
    ]

    assert found
    assert [name for name, parameters in found if parameters[0] != "actor"] == []


def test_what_belongs_to_the_installation_is_in_no_workspace(desk: Desk) -> None:
    owner = desk.workspace("ann")

    assert not any(
        each.event.action.startswith(("session.", "account.", "password.")) for each in desk.audit.list_entries(owner)
    )
    with desk.ground.within(INSTALLATION) as tx:
        assert {each.action for each in tx.every(AuditEntry)} >= {"account.registered", "session.began"}
