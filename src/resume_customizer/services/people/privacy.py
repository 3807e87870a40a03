"""One person's data: all of it handed out, or erased, with a report of what was kept and why (GDPR 15, 17, 20).

    Privacy.export_account()  ->  values that can be written as JSON
    Privacy.erase_account()  ->  Report: for each kind of record how many were erased or kept, and why

A person's data is what is stored about them as a user. What they made in a workspace belongs to the workspace, and
names them by their id only, from which nothing leads back to them once their account is gone.

Promises (tests in tests/services/test_privacy.py):

* Every kind of record that names a user is listed here, with what becomes of it; a new one fails the test.
* An export holds no password, token or seed, nor anything of anybody else.
* After erasing, neither the tables of accounts nor what was kept beside hold the name or address.
* Whoever owns a workspace hands it over first: nobody else loses theirs by it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict
from resume_customizer.core.permissions import Action, Role
from resume_customizer.core.records.accounts import ApiKey, OneTimeToken, Profile, RefreshToken, Session, User
from resume_customizer.core.records.banks import BankPoint, PointBank
from resume_customizer.core.records.desk import (
    Assignment,
    Attachment,
    Comment,
    Interview,
    Requirement,
    SentLine,
    SignOff,
    StatusChange,
    Submission,
)
from resume_customizer.core.records.mail import (
    Delivery,
    FollowUp,
    MailAccount,
    Mailing,
    MailTemplate,
    MailTemplateVersion,
    OutboxMail,
)
from resume_customizer.core.records.record import INSTALLATION, Record
from resume_customizer.core.records.resumes import Batch, Customization, Draft, Resume, ResumeVersion
from resume_customizer.core.records.work import AuditEntry, Job, KeptChange, Webhook
from resume_customizer.core.records.workspaces import Invitation, Membership, SavedView
from resume_customizer.services.ground import LETTER, Ground
from resume_customizer.services.people.asking_again import AskingAgain
from resume_customizer.services.store import InWorkspace, Transaction

ERASED: Final[Mapping[type[Record], str]] = {
    User: "id",
    Profile: "user_id",
    Session: "user_id",
    RefreshToken: "user_id",
    ApiKey: "user_id",
    OneTimeToken: "user_id",
    Membership: "user_id",
}
"""What is erased with an account, and the column that says whose it is."""

_WORK: Final = "made in a workspace and the workspace's own; it names the person by an id only"
_TRAIL: Final = "the audit trail can't be changed; it names the person by an id only"
KEPT: Final[Mapping[type[Record], str]] = {
    AuditEntry: _TRAIL,
    **dict.fromkeys(
        (
            Assignment,
            Attachment,
            BankPoint,
            Batch,
            Comment,
            Customization,
            Draft,
            FollowUp,
            Interview,
            Invitation,
            Job,
            MailAccount,
            Mailing,
            MailTemplate,
            MailTemplateVersion,
            OutboxMail,
            PointBank,
            Requirement,
            Resume,
            ResumeVersion,
            SavedView,
            SentLine,
            SignOff,
            StatusChange,
            Submission,
            Webhook,
        ),
        _WORK,
    ),
}
"""What is kept when an account is erased, and why."""
_HIDDEN: Final = frozenset({"password_hash", "token_hash", "second_factor", "second_factor_step", "data"})


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one kind of record."""

    kind: str
    erased: int
    kept: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What was done with a person's data."""

    user_id: str
    at: datetime
    lines: tuple[Line, ...]


class Privacy:
    """Export and erasure of one's own data."""

    def __init__(self, ground: Ground, asking: AskingAgain) -> None:
        self._ground, self._asking = ground, asking

    def export_account(self, actor: Actor) -> dict[str, Any]:
        """All that is stored about the actor as a user, by kind."""
        actor.require(Action.CHANGE_OWN_ACCOUNT)
        with self._ground.store.transaction(InWorkspace(INSTALLATION, actor.user_id)) as tx:
            found = {kind.__name__: [_plain(each) for each in _theirs(tx, kind, actor.user_id)] for kind in ERASED}
            trail = tx.every(AuditEntry, order="number", actor_id=actor.user_id)
            found["AuditEntry"] = [_plain(each) for each in trail]
        return {"user_id": actor.user_id, "exported_at": self._ground.clock().isoformat(), "records": found}

    def erase_account(self, actor: Actor, password: str) -> Report:
        """Erase the actor's account. Raises InvalidInput `wrong-password`, Conflict for the owner of a workspace."""
        actor.require(Action.CHANGE_OWN_ACCOUNT)
        user = self._asking.check(actor, password, "The password is not right. Nothing was erased.")
        with self._ground.store.transaction(InWorkspace(INSTALLATION, actor.user_id)) as tx:
            memberships = list(tx.every(Membership, user_id=actor.user_id))
        if any(each.role is Role.OWNER for each in memberships):
            raise Conflict("owns-workspace", "You own a workspace: hand it over before you erase your account.")
        letters = kept_beside = 0
        for membership in memberships:
            with self._ground.within(membership.workspace_id) as tx:
                tx.delete(tx.get(Membership, membership.id))
                invitations = list(tx.every(Invitation, email_key=user.email_key))
                for invitation in invitations:
                    tx.delete(invitation)
                letters += self._erase_letters(tx, user.email)
                kept_beside += _erase_kept_beside(tx, user)
                self._ground.record(tx, actor, "member.erased", ("user", user.id))
        with self._ground.outside() as tx:
            counts = self._erase(tx, actor, tx.get(User, user.id))
        counts |= {
            "Membership": len(memberships),
            "OutboxMail": counts["OutboxMail"] + letters,
            "KeptChange": kept_beside,
        }
        erased = [Line(kind, count, 0) for kind, count in counts.items()]
        kept = [Line(kind.__name__, 0, 0, why) for kind, why in KEPT.items() if kind is not AuditEntry]
        return Report(user.id, self._ground.clock(), (*erased, *kept, self._trail(user.id)))

    def _erase(self, tx: Transaction, actor: Actor, user: User) -> dict[str, int]:
        """Everything of a user outside of workspaces; what names others goes before what it names."""
        counts = {}
        for kind in (OneTimeToken, ApiKey, RefreshToken, Session, Profile, User):
            theirs = list(_theirs(tx, kind, user.id))
            for each in theirs:
                tx.delete(each)
            counts[kind.__name__] = len(theirs)
        counts["OutboxMail"] = self._erase_letters(tx, user.email)
        self._ground.record(tx, actor, "account.erased", ("user", user.id))
        return counts

    def _erase_letters(self, tx: Transaction, address: str) -> int:
        """Letters of the program itself to an address; mail that people have sent belongs to their workspace."""
        erased = 0
        for delivery in [each for each in tx.every(Delivery) if each.receiver.casefold() == address.casefold()]:
            mail = tx.get(OutboxMail, delivery.mail_id)
            if mail.account_id is None and mail.key.startswith(LETTER):
                tx.delete(delivery)
                tx.delete(mail)
                erased += 1
        return erased

    def _trail(self, user_id: str) -> Line:
        with self._ground.outside() as tx:
            left = sum(1 for _ in tx.every(AuditEntry, order="number", actor_id=user_id))
        return Line("AuditEntry", 0, left, _TRAIL)


def _erase_kept_beside(tx: Transaction, user: User) -> int:
    """Changes of the team that were kept beside (services/running/kept_changes.py) and hold the person's address."""
    addresses = {user.email.casefold(), user.email_key}
    found = [each for each in tx.every(KeptChange) if addresses & {str(held).casefold() for held in each.row.values()}]
    for each in found:
        tx.delete(each)
    return len(found)


def _theirs(tx: Transaction, kind: type[Record], user_id: str) -> Iterator[Record]:
    """The records of one kind that are a user's."""
    if kind is User:
        yield tx.get(User, user_id)
    else:
        yield from tx.every(kind, **{ERASED[kind]: user_id})


def _plain(record: Record) -> dict[str, Any]:
    """A record as JSON values, without what lets somebody in."""
    values = {field.name: getattr(record, field.name) for field in fields(record) if field.name not in _HIDDEN}
    return {name: _value(value) for name, value in values.items()}


def _value(value: Any) -> Any:  # noqa: ANN401 - JSON values
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
