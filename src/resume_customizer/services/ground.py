"""What services of accounts and workspaces stand on: the store, the clock, randomness, seals, and what they share.

    app_bootstrap  ->  Ground  ->  each service

Promises (tests in tests/services/test_ground.py):

* What is recorded stands in the trail of the transaction's workspace, in the same transaction.
* Letters wait in the outbox with their links sealed: who reads the database reads no link.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Final, NamedTuple

from resume_customizer.core.account_mails import Letter
from resume_customizer.core.actor import Actor
from resume_customizer.core.audit import Entry, Event, Head, JsonValue, append
from resume_customizer.core.records.accounts import OneTimeToken, Session
from resume_customizer.core.records.mail import Delivery, OutboxMail
from resume_customizer.core.records.record import INSTALLATION, new_id
from resume_customizer.core.records.work import AuditEntry, AuditHead, Due
from resume_customizer.core.secret_text import Place, Secret
from resume_customizer.core.tokens import LIFETIMES, TOKEN_BYTES, TokenUse, hash_token, new_token
from resume_customizer.services.last_transaction import note_effect
from resume_customizer.services.ports import Seals
from resume_customizer.services.store import InWorkspace, Reading, Store, Transaction

_LONGEST_SOURCE: Final = 200
LETTER: Final = "letter "
"""How the keys of letters in the outbox begin."""
PATHS: Final = {
    TokenUse.VERIFY_EMAIL: "confirm-address",
    TokenUse.RESET_PASSWORD: "new-password",
    TokenUse.INVITATION: "join",
}
"""Where a link leads, behind the address of the installation."""
NO_DETAILS: Final[Mapping[str, JsonValue]] = MappingProxyType({})


class Done(NamedTuple):
    """Something that somebody did to a record."""

    action: str
    kind: str = ""
    record_id: str = ""
    details: Mapping[str, JsonValue] = NO_DETAILS


@dataclass(frozen=True, slots=True)
class Ground:
    """The same for all services of an installation."""

    store: Store
    seals: Seals
    clock: Callable[[], datetime]
    random: Callable[[int], bytes]
    site: str = "http://localhost:8501"
    """Where people find this installation: links begin with it."""
    look_for_viruses: Callable[[bytes], None] = lambda _content: None
    """Before a file of somebody is kept, outside of any transaction; raises RefusedInput, Unavailable."""

    def outside(self) -> AbstractContextManager[Transaction]:
        """A transaction of the installation itself: people, sessions, keys; and its own trail."""
        return self.store.transaction(InWorkspace(INSTALLATION))

    def inside(self, actor: Actor) -> AbstractContextManager[Transaction]:
        """A transaction in the actor's workspace."""
        return self.store.transaction(InWorkspace(actor.workspace_id, adviser_id=actor.adviser_id))

    def looking(self, actor: Actor) -> AbstractContextManager[Reading]:
        """The same for reading only: it waits for nobody who writes, and nobody waits for it."""
        return self.store.reading(InWorkspace(actor.workspace_id, adviser_id=actor.adviser_id))

    def within(self, workspace_id: str) -> AbstractContextManager[Transaction]:
        """A transaction in a workspace."""
        return self.store.transaction(InWorkspace(workspace_id))

    # -------------------------------------------------------------- the audit trail

    def record(
        self,
        tx: Transaction,
        actor: Actor,
        action: str,
        on: tuple[str, str] = ("", ""),
        details: Mapping[str, JsonValue] | None = None,
    ) -> None:
        """Write down who did what to which record (kind and id), in the trail of the transaction's workspace."""
        self.record_all(tx, actor, (Done(action, *on, details or {}),))

    def record_all(self, tx: Transaction, actor: Actor, done: Iterable[Done]) -> None:
        """Write down several things that one did, in their order."""
        several = tuple(done)
        if not several:
            return
        known = tx.find(AuditHead)
        head = tx.get(AuditHead, known.id, lock=True) if known else tx.add(AuditHead())
        source = " ".join(filter(None, (actor.source.door, actor.source.address)))[:_LONGEST_SOURCE]
        last, now, entries = Head(head.number, head.hash), self.clock(), []
        for each in several:
            event = Event(now, actor.user_id, each.action, each.kind, each.record_id, source, dict(each.details))
            entry = append(head.workspace_id, last, event)
            last = entry.head
            entries.append(_kept(entry))
        tx.add_all(entries)
        tx.update(replace(head, number=last.number, hash=last.hash))
        note_effect(tx)

    # -------------------------------------------------------------- links and letters

    def new_token(self) -> str:
        """A token as it is shown."""
        return new_token(self.random(TOKEN_BYTES))

    def link(self, use: TokenUse, token: str) -> str:
        """Where a token for single use is shown; behind a #, so that it stands in no server's log."""
        return f"{self.site.rstrip('/')}/{PATHS[use]}#{token}"

    def new_link(self, tx: Transaction, use: TokenUse, user_id: str) -> str:
        """A link for single use. Those of the same use before it go on: whoever asks for a new one ends nobody's."""
        now, token = self.clock(), self.new_token()
        tx.add(
            OneTimeToken(
                user_id=user_id, purpose=use, token_hash=hash_token(token, use), expires_at=now + LIFETIMES[use]
            )
        )
        return self.link(use, token)

    def post(self, tx: Transaction, to: str, letter: Letter) -> None:
        """Put a letter to an address into the outbox; its text, which can hold a link, is sealed until it is sent."""
        now, mail_id = self.clock(), new_id()
        body = self.seals.seal(Secret(letter.text), place_of_letter(mail_id))
        tx.add(OutboxMail(id=mail_id, key=f"{LETTER}{mail_id}", subject=letter.subject, body=body, due_at=now))
        home = tx.add(Delivery(mail_id=mail_id, receiver=to)).workspace_id
        tx.add(Due(queue="mail", in_workspace=home, subject_id=mail_id, due_at=now))


def _kept(entry: Entry) -> AuditEntry:
    """An entry of the trail as it is kept."""
    event = entry.event
    return AuditEntry(
        number=entry.number,
        at=event.at,
        actor_id=event.actor_id,
        action=event.action,
        record_kind=event.record_kind,
        record_id=event.record_id,
        source=event.source,
        details=dict(event.details),
        previous=entry.previous,
        hash=entry.hash,
    )


def place_of_letter(mail_id: str) -> Place:
    """Where the sealed text of a letter of ours is kept."""
    return Place("outbox_mails", "body", mail_id)


def end_tokens(tx: Transaction, user_id: str, use: TokenUse, now: datetime) -> None:
    """Tokens of one use that a user has count no more."""
    for token in list(tx.every(OneTimeToken, user_id=user_id, purpose=use.value)):
        if token.used_at is None:
            tx.update(replace(token, used_at=now))


def end_sessions(tx: Transaction, user_id: str, now: datetime, but: str = "") -> int:
    """All sessions of a user end, but for one; says how many did."""
    ended = [each for each in tx.every(Session, user_id=user_id) if each.ended_at is None and each.id != but]
    for session in ended:
        tx.update(replace(session, ended_at=now))
    return len(ended)
