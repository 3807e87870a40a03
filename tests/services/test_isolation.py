"""Nobody sees another workspace's data (promise 8), tried on every public method of the services of accounts.

Each is called by people of elsewhere with the ids, addresses and tokens of a workspace that is not theirs:

    services of a desk  ->  their public methods  ×  strangers  ×  what is not theirs  ->  nothing told, nothing changed

A method whose parameter is not known here fails the test: say in THEIRS what a stranger would try for it.
"""

import inspect
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from builders.desk import NOBODY, Desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.permissions import Action, Role, Scope
from resume_customizer.core.records.accounts import ApiKey, OneTimeToken, RefreshToken, Session, User
from resume_customizer.core.records.record import INSTALLATION, Record
from resume_customizer.core.records.work import AuditEntry, AuditHead, Job
from resume_customizer.core.records.workspaces import Invitation, Membership, Usage, Workspace
from resume_customizer.core.tiers import Tier
from resume_customizer.services.accounts import AboutMe
from resume_customizer.services.job_kinds import JobKind

NAME, MEMBER, INVITED = "Canaria", "canbob@desk.example", "cancarl@desk.example"
IN_A_WORKSPACE = (Membership, Invitation, Usage, AuditEntry, AuditHead, Job)
OF_A_PERSON = (Session, RefreshToken, ApiKey, OneTimeToken)
SERVICES = (
    "privacy",
    "accounts",
    "signing_in",
    "second_factor",
    "api_keys",
    "workspaces",
    "usage",
    "operating",
    "audit",
    "jobs",
)


def methods(desk: Desk) -> Iterator[tuple[str, Any]]:
    """Every public method of every service."""
    for service in SERVICES:
        every = inspect.getmembers(getattr(desk, service), inspect.ismethod)
        yield from ((f"{service}.{name}", method) for name, method in every if not name.startswith("_"))


def theirs(desk: Desk) -> tuple[Actor, dict[str, Any]]:
    """The owner of a workspace that is not the stranger's, and what a stranger would try to get at it."""
    owner = desk.workspace("canann")
    desk.workspaces.rename(owner, NAME)
    bob = desk.member(owner, "canbob", Role.EDITOR)
    desk.workspaces.invite(owner, INVITED, Role.EDITOR)
    _, key = desk.api_keys.create(owner, "canary key", frozenset({Scope.READ}))
    (waiting,) = desk.workspaces.list_invitations(owner)
    desk.job_kinds["some work"] = JobKind(lambda _: {}, Action.CUSTOMIZE)
    job = desk.jobs.start(owner, "some work", {"secret": "canary input"}, "canary request")
    return owner, {
        "workspace_id": owner.workspace_id,
        "user_id": bob.user_id,
        "session_id": owner.session_id,
        "key_id": key.key_id,
        "invitation_id": waiting.invitation_id,
        "address": MEMBER,
        "token": desk.token_of(INVITED),
        "invitation": desk.token_of(INVITED),
        "kept_head": desk.audit.verify(owner).sealed_head,
        "session_token": "a" * 43,
        "refresh_token": "a" * 43,
        "text": "rcp_" + "a" * 47,
        "name": "Eve",
        "password": "what a stranger would type",
        "old": "wrong",
        "new": "another long password",
        "code": "000000",
        "role": Role.ADMIN,
        "tier": Tier.ENTERPRISE,
        "scopes": frozenset(Scope),
        "lifetime": timedelta(days=1),
        "keep": timedelta(days=90),
        "about": AboutMe("Eve"),
        "before": None,
        "count": 100,
        "but_here": False,
        "is_operator": True,
        "job_id": job.job_id,
        "kind": "some work",
        "given": {},
        "correlation": "",
        "status": "",
        "after": "",
        "batch_id": "",
    }


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
        found: list[Record] = [each for kind in IN_A_WORKSPACE for each in tx.every(kind)]
        found.append(tx.get(Workspace, owner.workspace_id))
        for member in members:
            found.append(tx.get(User, member.user_id))
            found += [each for kind in OF_A_PERSON for each in tx.every(kind, user_id=member.user_id)]
    return {str(each) for each in found}


def called(method: Any, actor: Actor, values: dict[str, Any]) -> str:  # noqa: ANN401 - any method
    """What a stranger gets, as text."""
    parameters = list(inspect.signature(method).parameters)
    assert parameters[0] == "actor", f"{method.__qualname__} takes {parameters[0]} before the actor"
    unknown = set(parameters[1:]) - set(values)
    assert not unknown, f"say what a stranger would try for {unknown} of {method.__qualname__}"
    try:
        result = method(actor, **{name: values[name] for name in parameters[1:]})
        return repr(list(result) if inspect.isgenerator(result) else result)
    except ResumeCustomizerError as fault:
        return str(fault)


def test_no_method_tells_or_changes_anything_of_another_workspace(desk: Desk) -> None:
    owner, values = theirs(desk)
    people = strangers(desk)
    before = kept(desk, owner)
    secret = [NAME, owner.workspace_id, "canann", "Canann", "Canbob", "canary", owner.session_id, owner.user_id]
    calls = leaks = 0
    for who, actor in people.items():
        for name, method in methods(desk):
            desk.later(minutes=16)
            told = called(method, actor, values)
            found = [each for each in secret if each in told]
            after = kept(desk, owner)
            # Asking for a new password by mail is open to everybody, and only the owner of the address is told.
            changed = after ^ before if name != "accounts.ask_new_password" else set()
            before = after
            calls += 1
            leaks += bool(found or changed)
            assert not found, f"{who}: {name} tells {found}: {told}"
            assert not changed, f"{who}: {name} changes {changed}"

    assert calls == len(people) * len(list(methods(desk)))
    assert calls > 150
    assert leaks == 0


def test_the_methods_do_something_for_those_who_may(desk: Desk) -> None:
    """So that the test above can't pass because nothing works: the owner is told what a stranger is not."""
    owner, values = theirs(desk)
    told = {
        name: called(method, owner, values) for name, method in methods(desk) if ".list_" in name or ".show" in name
    }

    assert NAME in told["workspaces.list_mine"]
    assert "Canbob" in told["workspaces.list_members"]
    assert INVITED in told["workspaces.list_invitations"]
    assert "canary key" in told["api_keys.list_keys"]
    assert NAME in told["audit.list_entries"]
    assert "some work" in told["jobs.list_jobs"]
    assert owner.session_id in told["signing_in.list_devices"]


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
