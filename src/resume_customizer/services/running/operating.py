"""What the operator does with people and workspaces, without seeing what workspaces hold.

    Operating.add_user() | .sign_everybody_out() | .drop_second_factor() | .lock() | .set_operator() | .list_users()

Promises (tests in tests/services/test_operating.py):

* A locked account is signed out at once, everywhere, and can't sign in.
* An installation always has an operator.
* Everybody can be signed out at once, and somebody's second factor taken away, who is told and signed out.
* A password that the operator typed for somebody counts for a week.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from resume_customizer.core import account_mails
from resume_customizer.core.accounts import FIRST_PASSWORD, SessionRules, read_address, read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.audit import JsonValue
from resume_customizer.core.errors import Conflict, NotFound
from resume_customizer.core.password_rules import KnownPasswords, check_password, names_here
from resume_customizer.core.permissions import Action, Role
from resume_customizer.core.records.accounts import Session, User
from resume_customizer.core.records.workspaces import Membership, Workspace
from resume_customizer.core.tiers import Tier
from resume_customizer.core.tokens import TokenUse
from resume_customizer.services.ground import Ground, end_sessions, end_tokens
from resume_customizer.services.people.accounts import AccountRules
from resume_customizer.services.ports import PasswordHashes
from resume_customizer.services.store import Transaction

_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class UserLine:
    """A user as the operator sees one."""

    user_id: str
    address: str
    name: str
    created_at: datetime
    is_confirmed: bool
    is_locked: bool
    is_operator: bool
    has_second_factor: bool


@dataclass(frozen=True, slots=True)
class WorkspaceFigures:
    """A workspace as the operator sees one: nothing of what it holds."""

    workspace_id: str
    name: str
    tier: Tier
    members: int
    created_at: datetime


class Operating:
    """The operator's work."""

    def __init__(
        self,
        ground: Ground,
        passwords: PasswordHashes,
        common: Callable[[], KnownPasswords],
        rules: AccountRules,
        sessions: SessionRules,
    ) -> None:
        self._ground, self._passwords, self._common, self._rules = ground, passwords, common, rules
        self._sessions = sessions

    def add_user(self, actor: Actor, address: str, name: str, password: str, *, is_operator: bool = False) -> str:
        """Make an account that can be used at once; gives its id. Raises InvalidInput, Conflict.

        The password is a first one: its owner chooses another one within FIRST_PASSWORD, or by a link from then on.
        """
        actor.require(Action.MANAGE_USERS)
        to, named = read_address(address), read_name(name)
        known = (named, to.written, *names_here(self._ground.site))
        check_password(password, self._common(), known, self._rules.shortest_password)
        hashed, now = self._passwords.hash(password), self._ground.clock()
        with self._ground.outside() as tx:
            if tx.find(User, email_key=to.key) is not None:
                raise Conflict("user-exists", f"There is an account with the address {to.written} already.")
            user = tx.add(
                User(
                    email=to.written,
                    email_key=to.key,
                    name=named,
                    password_hash=hashed,
                    verified_at=now,
                    is_operator=is_operator,
                    renew_at=now + FIRST_PASSWORD,
                )
            )
            self._record(tx, actor, "user.added", user.id)
        return user.id

    def list_users(self, actor: Actor) -> tuple[UserLine, ...]:
        """Everybody with an account, by address."""
        actor.require(Action.MANAGE_USERS)
        with self._ground.outside() as tx:
            users = list(tx.every(User, order="email_key"))
        return tuple(map(_line, users))

    def find_user(self, actor: Actor, address: str) -> UserLine:
        """The user with an address; raises NotFound."""
        actor.require(Action.MANAGE_USERS)
        with self._ground.outside() as tx:
            user = tx.find(User, email_key=read_address(address).key)
        if user is None:
            raise NotFound("no-user", f"There is no account with the address {address}.")
        return _line(user)

    def lock(self, actor: Actor, user_id: str) -> None:
        """An account can't be used any more, and is signed out everywhere. Raises NotFound, Conflict."""
        actor.require(Action.MANAGE_USERS)
        now = self._ground.clock()
        with self._ground.outside() as tx:
            user = self._user(tx, user_id)
            self._check_operator_left(tx, user)
            tx.update(replace(user, disabled_at=user.disabled_at or now))
            end_sessions(tx, user.id, now)
            self._record(tx, actor, "user.locked", user.id)

    def unlock(self, actor: Actor, user_id: str) -> None:
        """An account can be used again. Raises NotFound."""
        actor.require(Action.MANAGE_USERS)
        with self._ground.outside() as tx:
            user = self._user(tx, user_id)
            tx.update(replace(user, disabled_at=None))
            self._record(tx, actor, "user.unlocked", user.id)

    def sign_out(self, actor: Actor, user_id: str) -> int:
        """End all sessions of somebody; says how many. Raises NotFound."""
        actor.require(Action.MANAGE_USERS)
        with self._ground.outside() as tx:
            user = self._user(tx, user_id)
            ended = end_sessions(tx, user.id, self._ground.clock())
            self._ground.record(tx, actor, "user.signed-out", ("user", user.id), {"count": ended})
        return ended

    def sign_everybody_out(self, actor: Actor, *, but_here: bool = False) -> int:
        """End all sessions of the installation, but for the actor's own if it is to go on; says how many.

        API keys are no sessions, and go on.
        """
        actor.require(Action.MANAGE_USERS)
        now, ended = self._ground.clock(), 0
        since = now - self._sessions.absolute  # what was used last before that has ended by itself
        while True:
            with self._ground.outside() as tx:
                standing = tx.list(Session, {"ended_at": None}, order="used_at", since=since, limit=_AT_ONCE).records
                going = [each for each in standing if not (but_here and each.id == actor.session_id)]
                for each in going:
                    with suppress(Conflict):  # it is used at this moment; it comes up again
                        tx.update(replace(each, ended_at=now))
                        ended += 1
            if not going:
                break
        with self._ground.outside() as tx:
            self._ground.record(tx, actor, "sessions.ended-all", details={"count": ended})
        return ended

    def drop_second_factor(self, actor: Actor, user_id: str) -> None:
        """Take away the second factor of somebody who lost app and recovery codes, and sign them out. Raises NotFound.

        That they are who they say is for the operator to find out before, as well as when the account was made.
        """
        actor.require(Action.MAINTAIN_INSTALLATION)
        now = self._ground.clock()
        with self._ground.outside() as tx:
            user = self._user(tx, user_id)
            tx.update(replace(user, second_factor="", second_factor_step=0))
            for use in (TokenUse.RECOVERY, TokenUse.ENROLMENT):
                end_tokens(tx, user.id, use, now)
            end_sessions(tx, user.id, now)
            self._ground.post(tx, user.email, account_mails.second_factor_changed(switched_on=False))
            self._record(tx, actor, "user.second-factor-dropped", user.id)

    def new_password_link(self, actor: Actor, user_id: str) -> str:
        """A link by which somebody sets a new password, for who can get no mail; shown once. Raises NotFound."""
        actor.require(Action.MAINTAIN_INSTALLATION)
        with self._ground.outside() as tx:
            user = self._user(tx, user_id)
            link = self._ground.new_link(tx, TokenUse.RESET_PASSWORD, user.id)
            self._record(tx, actor, "user.password-link-made", user.id)
        return link

    def set_operator(self, actor: Actor, user_id: str, *, is_operator: bool) -> None:
        """Make somebody an operator, or no operator any more. Raises NotFound, Conflict for the last one."""
        actor.require(Action.MANAGE_USERS)
        with self._ground.outside() as tx:
            user = self._user(tx, user_id)
            if not is_operator:
                self._check_operator_left(tx, user)
            tx.update(replace(user, is_operator=is_operator))
            self._record(tx, actor, "user.operator-on" if is_operator else "user.operator-off", user.id)

    def list_workspaces(self, actor: Actor) -> tuple[WorkspaceFigures, ...]:
        """Every workspace, by name, and how large it is."""
        actor.require(Action.MANAGE_WORKSPACES)
        with self._ground.outside() as tx:
            workspaces = list(tx.every(Workspace, order="name"))
        lines = [
            WorkspaceFigures(each.id, each.name, each.tier, self._members(each.id), each.created_at)
            for each in workspaces
        ]
        return tuple(sorted(lines, key=lambda line: (line.name.casefold(), line.workspace_id)))

    def find_member(self, actor: Actor, workspace_id: str, address: str = "") -> Membership:
        """The member with an address, or the owner when none is named; raises NotFound."""
        actor.require(Action.MANAGE_WORKSPACES)
        with self._ground.within(workspace_id) as tx:
            if address:
                user = tx.find(User, email_key=read_address(address).key)
                found = tx.find(Membership, user_id=user.id) if user else None
            else:
                found = next(iter(tx.every(Membership, role=Role.OWNER.value)), None)
        if found is None:
            raise NotFound("no-member", f"{address or 'An owner'} is not among the members of this workspace.")
        return found

    def note_upkeep(self, actor: Actor, done: str, rows: int, files: int) -> None:
        """Record that the installation was backed up or restored, in its own trail."""
        actor.require(Action.MAINTAIN_INSTALLATION)
        with self._ground.outside() as tx:
            details: dict[str, JsonValue] = {"rows": rows, "files": files}
            self._ground.record(tx, actor, f"installation.{done}", details=details)

    def _members(self, workspace_id: str) -> int:
        with self._ground.within(workspace_id) as tx:
            return tx.count(Membership)

    def _user(self, tx: Transaction, user_id: str) -> User:
        return tx.get(User, user_id)

    def _check_operator_left(self, tx: Transaction, user: User) -> None:
        others = (each for each in tx.every(User) if each.is_operator and each.id != user.id and not each.disabled_at)
        if user.is_operator and next(others, None) is None:
            raise Conflict("last-operator", "This is the only operator: make somebody else one first.")

    def _record(self, tx: Transaction, actor: Actor, action: str, user_id: str) -> None:
        self._ground.record(tx, actor, action, ("user", user_id))


def _line(user: User) -> UserLine:
    return UserLine(
        user.id,
        user.email,
        user.name,
        user.created_at,
        user.verified_at is not None,
        user.disabled_at is not None,
        user.is_operator,
        bool(user.second_factor),
    )
