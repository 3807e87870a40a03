"""Workspaces, their members and invitations, and what they use."""

from datetime import datetime
from http import HTTPStatus

from fastapi import Depends
from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Address, Flag, Identifier, In, Listed, Name, Out, Token
from resume_customizer.api.me import Workspace
from resume_customizer.api.pages import Pages, cut
from resume_customizer.api.routes import Routes, Who
from resume_customizer.core.permissions import Action, Role
from resume_customizer.core.tiers import Limit, Tier

_OWN = Action.CHANGE_OWN_ACCOUNT
_CONFLICT = (HTTPStatus.CONFLICT,)
_EMPTY = HTTPStatus.NO_CONTENT


def _named(workspace_id: str) -> None:
    """Read by the entrance: the caller is let into this workspace, or not found in it."""


_IN_PATH = [Depends(_named)]


class NewWorkspace(In):
    """A workspace to make, or its new name."""

    name: Name = Field(examples=["Harbor Staffing"])


class MadeWorkspace(Out):
    """A workspace that was made."""

    workspace_id: str


class Need(In):
    """Whether something is needed."""

    is_needed: Flag


class Heir(In):
    """Who is to own the workspace."""

    user_id: Identifier


class Member(Out):
    """Somebody in a workspace."""

    user_id: str
    name: str = Field(examples=["Bob Ferreira"])
    address: str = Field(examples=["bob@desk.example"])
    role: Role
    since: datetime


class NewRole(In):
    """A member's new role."""

    role: Role = Field(examples=[Role.EDITOR])


class NewInvitation(In):
    """Whom to invite, and as what."""

    address: Address = Field(examples=["carl@desk.example"])
    role: Role = Field(examples=[Role.EDITOR])


class Invitation(Out):
    """Somebody who was invited and has not joined."""

    invitation_id: str
    address: str = Field(examples=["carl@desk.example"])
    role: Role
    expires_at: datetime


class Joining(In):
    """The token of an invitation's link."""

    token: Token


class Use(Out):
    """What is used of one limit."""

    limit: Limit
    used: int
    allowed: int
    left: int


class Usage(Out):
    """What a workspace is signed up for, and what it uses."""

    tier: Tier
    limits: list[Use]


def workspace_routes(entrance: Entrance) -> tuple[Routes, ...]:
    """The operations."""
    return _workspaces(entrance), _members(entrance), _invitations(entrance), _usage(entrance)


def _workspaces(entrance: Entrance) -> Routes:
    workspaces, routes = entrance.desk.workspaces, Routes("workspaces", "/workspaces")

    @routes.get("", _OWN, "One's workspaces")
    def list_mine(actor: Who, paging: Pages) -> Listed[Workspace]:
        return cut(Workspace, workspaces.list_mine(actor), paging, lambda each: each.workspace_id)

    @routes.post("", _OWN, "Make a workspace", once=True)
    def create(actor: Who, new: NewWorkspace) -> MadeWorkspace:
        """Its owner is who makes it."""
        return MadeWorkspace(workspace_id=workspaces.create(actor, new.name))

    @routes.patch(
        "/{workspace_id}",
        Action.CHANGE_WORKSPACE,
        "Rename a workspace",
        status=_EMPTY,
        errors=_CONFLICT,
        dependencies=_IN_PATH,
    )
    def rename(actor: Who, new: NewWorkspace) -> None:
        workspaces.rename(actor, new.name)

    @routes.put(
        "/{workspace_id}/second-factor",
        Action.CHANGE_SIGNING_IN,
        "Say whether members need a second factor",
        status=_EMPTY,
        errors=_CONFLICT,
        dependencies=_IN_PATH,
    )
    def need_second_factor(actor: Who, need: Need) -> None:
        """Who has none can then do nothing here but set one up, and their API keys nothing; said by who has one."""
        workspaces.need_second_factor(actor, is_needed=need.is_needed)

    @routes.post(
        "/{workspace_id}/leave", _OWN, "Leave a workspace", status=_EMPTY, errors=_CONFLICT, dependencies=_IN_PATH
    )
    def leave(actor: Who) -> None:
        """Its owner hands it over first."""
        workspaces.leave(actor)

    @routes.put(
        "/{workspace_id}/owner",
        Action.TRANSFER_OWNERSHIP,
        "Hand a workspace over",
        status=_EMPTY,
        errors=_CONFLICT,
        dependencies=_IN_PATH,
    )
    def transfer(actor: Who, heir: Heir) -> None:
        """To another member; who owned it becomes an admin."""
        workspaces.transfer(actor, heir.user_id)

    return routes


def _members(entrance: Entrance) -> Routes:
    workspaces, routes = entrance.desk.workspaces, Routes("members", "/members")

    @routes.get("", Action.VIEW_MEMBERS, "Who is in the workspace")
    def list_members(actor: Who, paging: Pages) -> Listed[Member]:
        return cut(Member, workspaces.list_members(actor), paging, lambda each: each.user_id)

    @routes.patch(
        "/{user_id}",
        Action.CHANGE_MEMBERS,
        "Give a member another role",
        status=HTTPStatus.NO_CONTENT,
        errors=_CONFLICT,
    )
    def change_role(actor: Who, user_id: str, new: NewRole) -> None:
        """Roles below one's own only."""
        workspaces.change_role(actor, user_id, new.role)

    @routes.delete("/{user_id}", Action.REMOVE_MEMBERS, "Take somebody out", errors=_CONFLICT)
    def remove(actor: Who, user_id: str) -> None:
        """Their API keys here end."""
        workspaces.remove(actor, user_id)

    return routes


def _invitations(entrance: Entrance) -> Routes:
    workspaces, routes = entrance.desk.workspaces, Routes("invitations", "/invitations")

    @routes.get("", Action.INVITE_MEMBERS, "Who was invited")
    def list_invitations(actor: Who, paging: Pages) -> Listed[Invitation]:
        return cut(Invitation, workspaces.list_invitations(actor), paging, lambda each: each.invitation_id)

    @routes.post("", Action.INVITE_MEMBERS, "Invite somebody", once=True, status=HTTPStatus.NO_CONTENT)
    def invite(actor: Who, new: NewInvitation) -> None:
        """Sends a link that counts once, within a week, for this address only."""
        workspaces.invite(actor, new.address, new.role)

    @routes.delete("/{invitation_id}", Action.INVITE_MEMBERS, "Take an invitation back", errors=_CONFLICT)
    def take_back(actor: Who, invitation_id: str) -> None:
        workspaces.take_back(actor, invitation_id)

    @routes.post("/join", Action.SET_UP_ACCOUNT, "Join by an invitation", errors=_CONFLICT)
    def join(actor: Who, shown: Joining) -> MadeWorkspace:
        """To one's own address."""
        return MadeWorkspace(workspace_id=workspaces.join(actor, shown.token))

    return routes


def _usage(entrance: Entrance) -> Routes:
    usage, routes = entrance.desk.usage, Routes("usage", "/usage")

    @routes.get("", Action.VIEW_USAGE, "What the workspace uses of what it may")
    def show(actor: Who) -> Usage:
        tier, limits = usage.show(actor)
        return Usage(tier=tier, limits=[Use.of(each) for each in limits])

    return routes
