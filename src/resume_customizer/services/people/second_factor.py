"""The second factor: an app's codes, and recovery codes for when the app is lost.

    start(password)  ->  seed for the app  ->  confirm(code)  ->  ten recovery codes  ->  accepts(code) on sign-in

Promises (tests in tests/services/test_second_factor.py):

* Nobody is locked out by half a set-up: it counts from the first right code on.
* A code of the app counts once, a recovery code too.
* Setting it up and switching it off need the password, and are told by mail.
* Who sets it up is signed out everywhere else: those sessions were begun without it.
"""

from dataclasses import dataclass, replace

from resume_customizer.core import account_mails
from resume_customizer.core.account_mails import PRODUCT
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.accounts import OneTimeToken, Session, User
from resume_customizer.core.secret_text import Place, Secret
from resume_customizer.core.tokens import (
    LIFETIMES,
    RECOVERY_BYTES,
    SEED_BYTES,
    TokenUse,
    hash_token,
    new_recovery_codes,
    read_recovery_code,
)
from resume_customizer.services.ground import Ground, end_sessions, end_tokens
from resume_customizer.services.people.asking_again import AskingAgain
from resume_customizer.services.ports import AppCodes
from resume_customizer.services.store import Transaction


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What an app needs: the seed to type, or the address for a QR code. Shown once."""

    seed: Secret
    address: Secret


class SecondFactor:
    """Codes of an app."""

    def __init__(self, ground: Ground, asking: AskingAgain, codes: AppCodes) -> None:
        self._ground, self._asking, self._codes = ground, asking, codes

    def is_on(self, actor: Actor) -> bool:
        """Whether the actor's account asks for a code."""
        actor.require(Action.SET_UP_ACCOUNT)
        with self._ground.outside() as tx:
            return bool(tx.get(User, actor.user_id).second_factor)

    def start(self, actor: Actor, password: str) -> Enrolment:
        """A new seed; it counts when a code of it was typed.

        Raises InvalidInput `wrong-password`, Conflict when the second factor is on.
        """
        self._asking.check(actor, password)
        seed, now = self._codes.new_seed(self._ground.random(SEED_BYTES)), self._ground.clock()
        with self._ground.outside() as tx:
            user = tx.get(User, actor.user_id)
            if user.second_factor:
                raise Conflict("already-on", "The second factor is on; switch it off to set it up for another app.")
            end_tokens(tx, user.id, TokenUse.ENROLMENT, now)
            sealed = self._ground.seals.seal(seed, _place(user.id))
            waiting = hash_token(sealed, TokenUse.ENROLMENT)
            tx.add(
                OneTimeToken(
                    user_id=user.id,
                    purpose=TokenUse.ENROLMENT,
                    token_hash=waiting,
                    expires_at=now + LIFETIMES[TokenUse.ENROLMENT],
                    data={"seed": sealed},
                )
            )
        return Enrolment(seed, self._codes.enrolment_address(seed, user.email, PRODUCT))

    def confirm(self, actor: Actor, code: str) -> tuple[str, ...]:
        """Switch it on with a code of the app; gives the recovery codes, once. Every other session ends.

        Raises InvalidInput `wrong-code`.
        """
        actor.require(Action.SET_UP_ACCOUNT)
        with self._ground.outside() as tx:
            user = tx.get(User, actor.user_id)
            sealed = self._waiting_seed(tx, user)
            step = self._step(user.id, sealed, code, -1) if sealed else None
            if step is None:
                raise InvalidInput("wrong-code", "This is not what your app shows now. Check the clock of your phone.")
            tx.update(replace(user, second_factor=sealed, second_factor_step=step))
            now = self._ground.clock()
            end_tokens(tx, user.id, TokenUse.ENROLMENT, now)
            end_sessions(tx, user.id, now, actor.session_id)
            _note_passed(tx, user.id, passed=True)
            codes = self._add_recovery_codes(tx, user.id)
            self._ground.post(tx, user.email, account_mails.second_factor_changed(switched_on=True))
            self._ground.record(tx, actor, "second-factor.on", ("user", user.id))
        return codes

    def accepts(self, actor: Actor, user_id: str, code: str) -> bool:
        """Whether a sign-in may go on: no second factor, or its code, which then counts no more."""
        with self._ground.outside() as tx:
            user = tx.get(User, user_id)
            if not user.second_factor:
                return True
            step = self._step(user.id, user.second_factor, code, user.second_factor_step)
            if step is not None:
                tx.update(replace(user, second_factor_step=step))
                return True
            return self._used_recovery_code(tx, actor, user, code)

    def new_recovery_codes(self, actor: Actor, password: str) -> tuple[str, ...]:
        """Ten new recovery codes, shown once; the old ones count no more. Raises InvalidInput `wrong-password`."""
        actor.require(Action.CHANGE_OWN_ACCOUNT)
        user = self._asking.check(actor, password)
        with self._ground.outside() as tx:
            codes = self._add_recovery_codes(tx, user.id)
            self._ground.record(tx, actor, "second-factor.new-codes", ("user", user.id))
        return codes

    def stop(self, actor: Actor, password: str) -> None:
        """Switch it off; needs the password. Raises InvalidInput `wrong-password`."""
        actor.require(Action.CHANGE_OWN_ACCOUNT)
        self._asking.check(actor, password)
        with self._ground.outside() as tx:
            user = tx.get(User, actor.user_id)
            tx.update(replace(user, second_factor="", second_factor_step=0))
            end_tokens(tx, user.id, TokenUse.RECOVERY, self._ground.clock())
            _note_passed(tx, user.id, passed=False)
            self._ground.post(tx, user.email, account_mails.second_factor_changed(switched_on=False))
            self._ground.record(tx, actor, "second-factor.off", ("user", user.id))

    def _waiting_seed(self, tx: Transaction, user: User) -> str:
        """The sealed seed of a set-up that was begun and not finished; empty when there is none."""
        now = self._ground.clock()
        begun = tx.every(OneTimeToken, user_id=user.id, purpose=TokenUse.ENROLMENT.value)
        standing = [str(each.data["seed"]) for each in begun if each.used_at is None and now < each.expires_at]
        return standing[-1] if standing and not user.second_factor else ""

    def _step(self, user_id: str, sealed: str, code: str, last_step: int) -> int | None:
        seed = self._ground.seals.open(sealed, _place(user_id))
        return self._codes.matching_step(seed, code, self._ground.clock(), last_step)

    def _add_recovery_codes(self, tx: Transaction, user_id: str) -> tuple[str, ...]:
        now = self._ground.clock()
        end_tokens(tx, user_id, TokenUse.RECOVERY, now)
        codes = new_recovery_codes(self._ground.random(RECOVERY_BYTES))
        for code in codes:
            digest = hash_token(read_recovery_code(code), TokenUse.RECOVERY)
            until = now + LIFETIMES[TokenUse.RECOVERY]
            tx.add(OneTimeToken(user_id=user_id, purpose=TokenUse.RECOVERY, token_hash=digest, expires_at=until))
        return codes

    def _used_recovery_code(self, tx: Transaction, actor: Actor, user: User, code: str) -> bool:
        digest = hash_token(read_recovery_code(code), TokenUse.RECOVERY)
        found = tx.find(OneTimeToken, token_hash=digest)
        if found is None or found.user_id != user.id or found.used_at is not None:
            return False
        tx.update(replace(found, used_at=self._ground.clock()))
        self._ground.record(tx, actor, "second-factor.recovery-code-used", ("user", user.id))
        return True


def _note_passed(tx: Transaction, user_id: str, *, passed: bool) -> None:
    """What stands of a user's sessions goes on with a second factor, or without one."""
    for session in list(tx.every(Session, user_id=user_id)):
        if session.ended_at is None and session.passed_second_factor is not passed:
            tx.update(replace(session, passed_second_factor=passed))


def _place(user_id: str) -> Place:
    return Place("users", "second_factor", user_id)
