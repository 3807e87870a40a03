"""Signing in and out: sessions, their tokens, and who an actor is.

    address + password (+ code)  ->  sign_in()  ->  two tokens  ->  actor_of(session token)  ->  Actor, on each call
    refresh token  ->  refresh()  ->  the next one, once; a copy that is shown later ends the session

Promises (tests in tests/services/test_signing_in.py):

* A wrong password, an unknown address and too many tries cost the same work and say the same.
* Every try leaves an entry of the trail, of those that come too early the first in each minute.
* Every session ends by itself, and at once when it is signed out, the account is locked or the password changes.
* What somebody may do is looked up each time: a changed role counts from the next call.
* Where a second factor is needed, a session that was begun without one opens nothing until there is one.
"""

from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from resume_customizer.core.accounts import (
    FOR_AN_ACCOUNT,
    SessionRules,
    is_alive,
    is_worth_noting,
)
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, NotFound, NotPermitted, NotSignedIn, QuotaExceeded
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.accounts import RefreshToken, Session, User
from resume_customizer.core.records.record import is_id
from resume_customizer.core.secret_text import Secret
from resume_customizer.core.tokens import Refresh, RefreshState, TokenUse, hash_token, judge_refresh
from resume_customizer.services.ground import Ground
from resume_customizer.services.people.devices import end_session
from resume_customizer.services.people.membership import find_place, home_of, whose
from resume_customizer.services.people.second_factor import SecondFactor
from resume_customizer.services.people.sign_in_tries import SignInTries, key_of
from resume_customizer.services.ports import AccessTokens, PasswordHashes
from resume_customizer.services.remembered import Remembered
from resume_customizer.services.store import Transaction

_FIRST_ONE_IS_OVER: Final = (
    "This password was chosen for you and counts no more: set one of your own by “Forgot your password?”."
)
_MOST_EARLY: Final = 10_000
"""Accounts of which it is remembered that a try came too early."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What a door hands to a person's browser or program."""

    user_id: str
    session_id: str
    session_token: Secret
    refresh_token: Secret


class SigningIn:
    """Sessions of people."""

    def __init__(
        self,
        ground: Ground,
        passwords: PasswordHashes,
        second_factor: SecondFactor,
        tokens: AccessTokens,
        rules: SessionRules,
        is_factor_needed: bool = False,
    ) -> None:
        """`is_factor_needed`: the installation lets nobody in without a second factor."""
        self._is_factor_needed = is_factor_needed
        self._ground, self._passwords, self._second_factor, self._rules = ground, passwords, second_factor, rules
        self._tokens, self._tries = tokens, SignInTries(ground)
        self._early = Remembered[datetime](_MOST_EARLY)

    def sign_in(self, actor: Actor, address: str, password: str, code: str = "") -> SignedIn:
        """Begin a session.

        Raises NotSignedIn: `wrong-password` for all that a stranger may not tell apart, `second-factor` when a code is
        needed or wrong, `not-confirmed`, `locked`, `first-password-over`; QuotaExceeded `too-many-tries`;
        Unavailable `busy`, at once, when too many are waiting.
        """
        with self._passwords.turn():  # before the tries are counted, where those of one account wait for each other
            return self._sign_in(actor, key_of(address), password, code)

    def _sign_in(self, actor: Actor, key: str, password: str, code: str) -> SignedIn:
        user = self._counted(actor, key)
        verdict = self._passwords.verify(password, user.password_hash if user else None)
        with self._noting_refusals(actor, user):
            if user is None or not verdict.matches:
                raise NotSignedIn("wrong-password", "Address or password is wrong.")
            self._check_usable(user)
            if user.renew_at is not None and user.renew_at <= self._ground.clock():
                raise NotSignedIn("first-password-over", _FIRST_ONE_IS_OVER)
            if not self._second_factor.accepts(actor, user.id, code):
                raise NotSignedIn("second-factor", "Type the six digits that your app shows now, or a recovery code.")
        renewed, passed = self._passwords.hash(password) if verdict.needs_rehash else "", bool(user.second_factor)
        with self._ground.outside() as tx:
            user = tx.get(User, user.id)
            if renewed:
                user = replace(user, password_hash=renewed)
                tx.update(user)
            self._tries.forget(tx, key, actor.source.address)
            signed_in = self._begin(tx, actor, user, passed=passed)
            self._ground.record(tx, actor, "session.began", ("user", user.id), {"session": signed_in.session_id})
        return signed_in

    def actor_of(self, actor: Actor, session_token: str, workspace_id: str = "") -> Actor:
        """Who this is, in which workspace; asked on each call.

        Raises NotSignedIn, and NotFound for a workspace that does not exist or is another's.
        """
        digest = hash_token(session_token, TokenUse.SESSION)
        return self._actor(actor, workspace_id, token_hash=digest)

    def issue_access(self, actor: Actor) -> Secret:
        """A token that says for some minutes who this is and in which session. Raises NotPermitted for API keys."""
        actor.require(Action.SET_UP_ACCOUNT)
        if not actor.session_id or actor.scopes is not None:
            raise NotPermitted("no-session", "Only somebody who signed in gets an access token.")
        return Secret(self._tokens.issue(actor.user_id, actor.session_id))

    def actor_of_access(self, actor: Actor, access_token: str, workspace_id: str = "") -> Actor:
        """The same for a token of `issue_access`; its session must stand. Raises as `actor_of` does."""
        claims = self._tokens.read(access_token)
        if not is_id(claims.session_id):
            raise NotSignedIn("not-signed-in", "Your session has ended; sign in again.")
        return self._actor(actor, workspace_id, claims.user_id, id=claims.session_id)

    def refresh(self, actor: Actor, refresh_token: str) -> SignedIn:
        """New tokens for a session that goes on. Raises NotSignedIn; a token that was copied ends the session."""
        now = self._ground.clock()
        with self._ground.outside() as tx:
            token = tx.find(RefreshToken, token_hash=hash_token(refresh_token, TokenUse.REFRESH))
            session = tx.get(Session, token.session_id) if token else None
            if token is None or session is None:
                raise NotSignedIn("not-signed-in", "Your session has ended; sign in again.")
            ended = not is_alive(session, self._rules, now)
            judgement = judge_refresh(RefreshState(token.expires_at, token.used_at, ended), now)
            if judgement is Refresh.ROTATE:
                self._check_usable(tx.get(User, session.user_id))
                tx.update(replace(token, used_at=now))
                shown = self._ground.new_token()
                renewed = replace(session, used_at=now, token_hash=hash_token(shown, TokenUse.SESSION))
                return self._handed_out(tx, tx.update(renewed), shown)
            if judgement is Refresh.REUSED:
                tx.update(replace(session, ended_at=now))
                self._ground.record(
                    tx, actor, "session.token-reused", ("user", session.user_id), {"session": session.id}
                )
        if judgement is Refresh.WAIT:
            raise NotSignedIn("already-refreshed", "This session was refreshed a moment ago; use its newer token.")
        raise NotSignedIn("not-signed-in", "Your session has ended; sign in again.")

    def sign_out(self, actor: Actor) -> None:
        """End the session that the actor came with."""
        actor.require(Action.SET_UP_ACCOUNT)
        with self._ground.outside() as tx:
            end_session(self._ground, tx, actor, actor.session_id)

    # -------------------------------------------------------------- inside

    def _actor(self, actor: Actor, workspace_id: str, user_id: str = "", **key: str) -> Actor:
        """Who has the session with a key; `user_id` is who is said to have it."""
        now = self._ground.clock()
        with self._ground.store.reading(home_of(workspace_id)) as seen:
            session, user, *members = seen.follow(Session, whose(workspace_id), **key)
            if (
                not isinstance(session, Session)
                or not isinstance(user, User)
                or session.user_id != (user_id or user.id)
            ):
                raise NotSignedIn("not-signed-in", "Your session has ended; sign in again.")
            if not is_alive(session, self._rules, now):
                raise NotSignedIn("not-signed-in", "Your session has ended; sign in again.")
            self._check_usable(user)
            place = find_place(seen, members, workspace_id)
        if is_worth_noting(session, self._rules, now):
            with suppress(Conflict), self._ground.outside() as tx:  # else another request has noted it just now
                tx.update(replace(session, used_at=now))
        if place is None:
            raise NotFound("no-workspace", "There is no such workspace, or you are not a member of it.")
        is_needed = self._is_factor_needed or place.needs_second_factor
        return Actor(
            user.id,
            actor.source,
            workspace_id,
            place.role,
            user.is_operator,
            session_id=session.id,
            only_assigned=place.only_assigned,
            lacks_second_factor=is_needed and not session.passed_second_factor,
        )

    def _begin(self, tx: Transaction, actor: Actor, user: User, *, passed: bool) -> SignedIn:
        shown = self._ground.new_token()
        session = tx.add(
            Session(
                user_id=user.id,
                token_hash=hash_token(shown, TokenUse.SESSION),
                used_at=self._ground.clock(),
                passed_second_factor=passed,
                address=actor.source.address[:100],
                program=actor.source.program[:200],
            )
        )
        return self._handed_out(tx, session, shown)

    def _handed_out(self, tx: Transaction, session: Session, shown: str) -> SignedIn:
        """The session's token, with the refresh token that follows."""
        refresh = self._ground.new_token()
        tx.add(
            RefreshToken(
                session_id=session.id,
                user_id=session.user_id,
                token_hash=hash_token(refresh, TokenUse.REFRESH),
                expires_at=session.created_at + self._rules.absolute,
            )
        )
        return SignedIn(session.user_id, session.id, Secret(shown), Secret(refresh))

    def _check_usable(self, user: User) -> None:
        if user.disabled_at is not None:
            raise NotSignedIn("locked", "This account is locked; ask whoever runs this installation.")
        if user.verified_at is None:
            raise NotSignedIn("not-confirmed", "Open the link in the mail that was sent to this address first.")

    def _counted(self, actor: Actor, key: str) -> User | None:
        """Whose try this is; the first of those that come too early is noted, so that many of them cost nothing."""
        try:
            return self._tries.count(key, actor.source.address)
        except QuotaExceeded as fault:
            now, noted = self._ground.clock(), self._early.get(key)
            if noted is None or now - noted >= FOR_AN_ACCOUNT.first_wait:
                self._early.keep(key, now)
                with self._ground.outside() as tx:
                    user = tx.find(User, email_key=key)
                self._note_refusal(actor, user, fault.code)
            raise

    @contextmanager
    def _noting_refusals(self, actor: Actor, user: User | None) -> Generator[None]:
        try:
            yield
        except NotSignedIn as fault:
            self._note_refusal(actor, user, fault.code)
            raise

    def _note_refusal(self, actor: Actor, user: User | None, because: str) -> None:
        with self._ground.outside() as tx:
            on = ("user", user.id if user else "")
            self._ground.record(tx, actor, "session.refused", on, {"because": because})
