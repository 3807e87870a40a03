"""Where somebody is signed in: seen by its owner, and ended with the password.

    Devices.list_devices()  ->  each session that stands  ->  .end_session(), .sign_out_everywhere()

Promises (tests in tests/services/test_devices.py):

* A session that its owner ends is out at once; who is at an open one and does not know the password ends none.
* Signing out of the session one came with needs no password: that is SigningIn.sign_out.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from resume_customizer.core.accounts import SessionRules, is_alive
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import NotFound
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.accounts import Session
from resume_customizer.services.ground import Ground, end_sessions
from resume_customizer.services.people.asking_again import AskingAgain
from resume_customizer.services.store import Transaction


@dataclass(frozen=True, slots=True)
class Device:
    """One session, as its owner sees it."""

    session_id: str
    source: str
    program: str
    created_at: datetime
    used_at: datetime
    is_this_one: bool


class Devices:
    """The actor's own sessions."""

    def __init__(self, ground: Ground, asking: AskingAgain, rules: SessionRules) -> None:
        self._ground, self._asking, self._rules = ground, asking, rules

    def list_devices(self, actor: Actor) -> tuple[Device, ...]:
        """The actor's sessions that stand, the last used first."""
        actor.require(Action.CHANGE_OWN_ACCOUNT)
        now = self._ground.clock()
        with self._ground.outside() as tx:
            sessions = list(tx.every(Session, user_id=actor.user_id))
        alive = [each for each in sessions if is_alive(each, self._rules, now)]
        alive.sort(key=lambda each: each.used_at, reverse=True)
        return tuple(
            Device(each.id, each.address, each.program, each.created_at, each.used_at, each.id == actor.session_id)
            for each in alive
        )

    def end_session(self, actor: Actor, session_id: str, password: str) -> None:
        """End one of the actor's sessions. Raises InvalidInput `wrong-password`, NotFound for one of others."""
        actor.require(Action.CHANGE_OWN_ACCOUNT)
        with self._ground.outside() as tx:
            find_session(tx, actor, session_id)
        self._asking.check(actor, password)
        with self._ground.outside() as tx:
            end_session(self._ground, tx, actor, session_id)

    def sign_out_everywhere(self, actor: Actor, password: str, *, but_here: bool = False) -> int:
        """End all sessions of the actor; says how many. Raises InvalidInput `wrong-password`."""
        actor.require(Action.CHANGE_OWN_ACCOUNT)
        self._asking.check(actor, password)
        with self._ground.outside() as tx:
            ended = end_sessions(tx, actor.user_id, self._ground.clock(), actor.session_id if but_here else "")
            self._ground.record(tx, actor, "sessions.ended", ("user", actor.user_id), {"count": ended})
        return ended


def find_session(tx: Transaction, actor: Actor, session_id: str) -> Session:
    """One of the actor's sessions; raises NotFound for one that is not the actor's."""
    mine = (each for each in tx.every(Session, user_id=actor.user_id) if each.id == session_id)
    session = next(mine, None)
    if session is None:
        raise NotFound("no-session", "There is no such session.")
    return session


def end_session(ground: Ground, tx: Transaction, actor: Actor, session_id: str) -> None:
    """End one of the actor's sessions, which may have ended already; raises NotFound."""
    session = find_session(tx, actor, session_id)
    if session.ended_at is None:
        tx.update(replace(session, ended_at=ground.clock()))
        ground.record(tx, actor, "session.ended", ("user", actor.user_id), {"session": session.id})
