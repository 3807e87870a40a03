"""Workspaces and their members: make one, invite, change roles, leave, hand over.

    create()  ->  invite()  ->  a mail with a link  ->  join()  ->  change_role() | remove() | leave() | transfer()

Promises (tests in tests/services/test_workspaces.py):

* A workspace always has exactly one owner: nobody can remove, demote or lose the last one.
* Nobody gives or takes a role that is not below their own.
* Where a second factor is needed is said by somebody who has one, so that nobody shuts themselves out.
* An invitation is for one address, counts once, and for a week.
* What belongs to another workspace is answered like what does not exist.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from resume_customizer.core import account_mails
from resume_customizer.core.accounts import read_address, read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.audit import JsonValue
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, NotPermitted, QuotaExceeded
from resume_customizer.core.permissions import Action, Role, may_assign
from resume_customizer.core.records.accounts import ApiKey, User
from resume_customizer.core.records.record import INSTALLATION, new_id
from resume_customizer.core.records.workspaces import Invitation, Membership, Workspace
from resume_customizer.core.tiers import Tier
from resume_customizer.core.tokens import LIFETIMES, TokenUse, hash_token
from resume_customizer.services.ground import Ground
from resume_customizer.services.people.invitations import open_invitation, workspace_of
from resume_customizer.services.people.letter_pace import LetterPace
from resume_customizer.services.store import InWorkspace, Transaction
from resume_customizer.services.usage import check_members, open_invitations

MOST_OWNED: Final = 10


@dataclass(frozen=True, slots=True)
class WorkspaceLine:
    """A workspace as one of its members sees it."""

    workspace_id: str
    name: str
    tier: Tier
    role: Role
    needs_second_factor: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a workspace."""

    user_id: str
    name: str
    address: str
    role: Role
    since: datetime


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """Somebody who was invited and has not joined."""

    invitation_id: str
    address: str
    role: Role
    expires_at: datetime


class Workspaces:
    """What people do with workspaces."""

    def __init__(self, ground: Ground, tier: Tier = Tier.FREE) -> None:
        """`tier` is that of new workspaces."""
        self._ground, self._tier, self._letters = ground, tier, LetterPace(ground)

    def create(self, actor: Actor, name: str) -> str:
        """A new workspace, whose owner is the actor; gives its id."""
        actor.require(Action.CHANGE_OWN_ACCOUNT)
        named, workspace_id = read_name(name, "workspace's name"), new_id()
        if sum(line.role is Role.OWNER for line in self.list_mine(actor)) >= MOST_OWNED:
            raise QuotaExceeded("too-many-workspaces", f"You own {MOST_OWNED} workspaces already.")
        with self._ground.within(workspace_id) as tx:
            tx.add(Workspace(id=workspace_id, name=named, tier=self._tier))
            tx.add(Membership(user_id=actor.user_id, role=Role.OWNER))
            self._ground.record(tx, actor, "workspace.created", ("workspace", workspace_id), {"name": named})
        return workspace_id

    def list_mine(self, actor: Actor) -> tuple[WorkspaceLine, ...]:
        """The workspaces that the actor is a member of, by name."""
        actor.require(Action.CHANGE_OWN_ACCOUNT)
        with self._ground.store.transaction(InWorkspace(INSTALLATION, actor.user_id)) as tx:
            mine = list(tx.every(Membership, user_id=actor.user_id))
            found = [(tx.get(Workspace, each.workspace_id), each.role) for each in mine]
        lines = [WorkspaceLine(each.id, each.name, each.tier, role, each.needs_second_factor) for each, role in found]
        return tuple(sorted(lines, key=lambda line: line.name.casefold()))

    def rename(self, actor: Actor, name: str) -> None:
        """Give the actor's workspace another name."""
        actor.require(Action.CHANGE_WORKSPACE)
        named = read_name(name, "workspace's name")
        with self._ground.inside(actor) as tx:
            workspace = tx.get(Workspace, actor.workspace_id)
            tx.update(replace(workspace, name=named))
            self._ground.record(
                tx,
                actor,
                "workspace.renamed",
                ("workspace", workspace.id),
                {"from": workspace.name, "to": named},
            )

    def need_second_factor(self, actor: Actor, *, is_needed: bool) -> None:
        """Let members get no further without a second factor, or leave it to them. Raises Conflict `own-factor-first`.

        Who has none meets it with their next call.
        """
        actor.require(Action.CHANGE_SIGNING_IN)
        with self._ground.inside(actor) as tx:
            if is_needed and not tx.get(User, actor.user_id).second_factor:
                message = "Set up your own second factor first: without it you would shut yourself out."
                raise Conflict("own-factor-first", message)
            workspace = tx.get(Workspace, actor.workspace_id)
            if workspace.needs_second_factor is not is_needed:
                tx.update(replace(workspace, needs_second_factor=is_needed))
                done = "workspace.second-factor-needed" if is_needed else "workspace.second-factor-left-open"
                self._ground.record(tx, actor, done, ("workspace", workspace.id))

    # -------------------------------------------------------------- members

    def list_members(self, actor: Actor) -> tuple[Member, ...]:
        """Who is in the actor's workspace, the owner first."""
        actor.require(Action.VIEW_MEMBERS)
        with self._ground.looking(actor) as tx:
            members = {each.user_id: each for each in tx.every(Membership)}
            users = tx.find_all(User, "id", members)
        order = list(Role)
        joined = ((user, members[user.id]) for user in users)
        listed = [Member(user.id, user.name, user.email, each.role, each.created_at) for user, each in joined]
        return tuple(sorted(listed, key=lambda member: (order.index(member.role), member.name.casefold())))

    def change_role(self, actor: Actor, user_id: str, role: Role) -> None:
        """Give a member another role. Raises NotFound, NotPermitted."""
        actor.require(Action.CHANGE_MEMBERS)
        with self._ground.inside(actor) as tx:
            member = self._member(tx, user_id)
            self._check_may_assign(actor, member.role, role)
            tx.update(replace(member, role=role))
            self._ground.record(
                tx, actor, "member.role-changed", ("user", user_id), {"from": member.role.value, "to": role.value}
            )

    def remove(self, actor: Actor, user_id: str) -> None:
        """Take somebody out of the workspace; their API keys here end. Raises NotFound, NotPermitted."""
        actor.require(Action.REMOVE_MEMBERS)
        with self._ground.inside(actor) as tx:
            member = self._member(tx, user_id)
            self._check_may_assign(actor, member.role, None)
            self._end_membership(tx, member)
            self._ground.record(tx, actor, "member.removed", ("user", user_id), {"role": member.role.value})

    def leave(self, actor: Actor) -> None:
        """Leave the workspace. Raises Conflict for its owner, who hands it over first."""
        actor.require(Action.CHANGE_OWN_ACCOUNT)
        with self._ground.inside(actor) as tx:
            member = self._member(tx, actor.user_id)
            if member.role is Role.OWNER:
                raise Conflict("last-owner", "The owner can't leave: hand the workspace over first, or delete it.")
            self._end_membership(tx, member)
            self._ground.record(tx, actor, "member.left", ("user", actor.user_id), {"role": member.role.value})

    def transfer(self, actor: Actor, user_id: str) -> None:
        """Make another member the owner; the actor becomes admin. Raises NotFound."""
        actor.require(Action.TRANSFER_OWNERSHIP)
        with self._ground.inside(actor) as tx:
            owner, heir = self._member(tx, actor.user_id), self._member(tx, user_id)
            if owner.role is not Role.OWNER or heir.user_id == owner.user_id:
                raise Conflict("not-to-oneself", "Ownership goes from the owner to another member.")
            tx.update(replace(owner, role=Role.ADMIN))
            tx.update(replace(heir, role=Role.OWNER))
            self._ground.record(tx, actor, "workspace.transferred", ("user", user_id), {"from": actor.user_id})

    # -------------------------------------------------------------- invitations

    def invite(self, actor: Actor, address: str, role: Role) -> None:
        """Send somebody a link to join; an open invitation of the same address is replaced.

        Raises InvalidInput, NotPermitted for a role that is not below the actor's, Conflict, QuotaExceeded, also when
        the address has got several letters a moment ago.
        """
        actor.require(Action.INVITE_MEMBERS)
        to = read_address(address)
        self._check_may_assign(actor, None, role)
        token = f"{actor.workspace_id}.{self._ground.new_token()}"
        if not self._letters.may_go(TokenUse.INVITATION, to.key):
            message = "Several invitations went to this address within a short time. Try again in a quarter of an hour."
            raise QuotaExceeded("too-many-letters", message)
        with self._ground.inside(actor) as tx:
            known = tx.find(User, email_key=to.key)
            if known and tx.find(Membership, user_id=known.id):
                raise Conflict("already-member", f"{to.written} is a member already.")
            for before in open_invitations(tx, self._ground):
                if before.email_key == to.key:
                    tx.update(replace(before, ended_at=self._ground.clock()))
            check_members(tx, self._ground, actor.workspace_id)
            invitation = tx.add(self._new_invitation(actor, to.key, role, token))
            workspace, inviter = tx.get(Workspace, actor.workspace_id), tx.get(User, actor.user_id)
            link = self._ground.link(TokenUse.INVITATION, token)
            self._ground.post(tx, to.written, account_mails.invitation(workspace.name, inviter.name, role, link))
            self._ground.record(tx, actor, "member.invited", ("invitation", invitation.id), {"role": role.value})

    def _new_invitation(self, actor: Actor, email_key: str, role: Role, token: str) -> Invitation:
        return Invitation(
            email_key=email_key,
            role=role,
            token_hash=hash_token(token, TokenUse.INVITATION),
            expires_at=self._ground.clock() + LIFETIMES[TokenUse.INVITATION],
            invited_by=actor.user_id,
        )

    def list_invitations(self, actor: Actor) -> tuple[OpenInvitation, ...]:
        """Who was invited to the actor's workspace and may still join."""
        actor.require(Action.INVITE_MEMBERS)
        with self._ground.looking(actor) as tx:
            waiting = open_invitations(tx, self._ground)
        return tuple(OpenInvitation(each.id, each.email_key, each.role, each.expires_at) for each in waiting)

    def take_back(self, actor: Actor, invitation_id: str) -> None:
        """An invitation counts no more. Raises NotFound."""
        actor.require(Action.INVITE_MEMBERS)
        with self._ground.inside(actor) as tx:
            found = next((each for each in open_invitations(tx, self._ground) if each.id == invitation_id), None)
            if found is None:
                raise NotFound("no-invitation", "There is no such invitation.")
            tx.update(replace(found, ended_at=self._ground.clock()))
            self._ground.record(tx, actor, "member.invitation-taken-back", ("invitation", found.id))

    def join(self, actor: Actor, token: str) -> str:
        """Become a member by the link of an invitation to the actor's own address; gives the workspace's id.

        Raises InvalidInput `bad-token`, NotPermitted when the invitation is for another address.
        """
        actor.require(Action.SET_UP_ACCOUNT)
        workspace_id = workspace_of(token)
        invitation = open_invitation(self._ground, token)
        if invitation is None:
            raise InvalidInput("bad-token", "This link was used, has expired, or is not complete. Ask for a new one.")
        with self._ground.within(workspace_id) as tx:
            user = tx.get(User, actor.user_id)
            if user.email_key != invitation.email_key:
                raise NotPermitted("other-address", "This invitation is for another address: sign in with that one.")
            tx.update(replace(invitation, ended_at=self._ground.clock()))
            if tx.find(Membership, user_id=user.id) is None:
                tx.add(Membership(user_id=user.id, role=invitation.role))
                details: dict[str, JsonValue] = {"role": invitation.role.value, "invited_by": invitation.invited_by}
                self._ground.record(tx, actor, "member.joined", ("user", user.id), details)
        return workspace_id

    # -------------------------------------------------------------- inside

    def _member(self, tx: Transaction, user_id: str) -> Membership:
        member = tx.find(Membership, user_id=user_id)
        if member is None:
            raise NotFound("no-member", "There is no such member in this workspace.")
        return member

    def _check_may_assign(self, actor: Actor, before: Role | None, after: Role | None) -> None:
        if not may_assign(actor.role, before, after):
            raise NotPermitted("not-permitted", f"As {actor.role} you may deal with roles below your own only.")

    def _end_membership(self, tx: Transaction, member: Membership) -> None:
        tx.delete(member)
        for key in list(tx.every(ApiKey, user_id=member.user_id)):
            if key.ended_at is None and key.in_workspace == member.workspace_id:
                tx.update(replace(key, ended_at=self._ground.clock()))
