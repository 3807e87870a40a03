"""Whose turn it is: mails that are due become a sender's, and that is kept before a server hears of them.

    what was leased  ->  Claiming.claim()  ->  Claimed …, `sending`  |  later, and why  |  over, and why

Promises (tests in tests/services/test_sending.py):

* Speed limits, daily caps and pauses hold, however many senders there are.
* A mail that another sender had in hand when it died is `unknown`, never sent again by itself.
* Letters of the program itself go out through the server of the installation; without one they wait as drafts.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Final, NamedTuple

from resume_customizer.core.accounts import read_address
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.errors import NotFound, ResumeCustomizerError
from resume_customizer.core.mail import Mailbox
from resume_customizer.core.mail_server import SmtpAccount
from resume_customizer.core.outbox import READY, MailStatus, Receiving
from resume_customizer.core.records.mail import Delivery, MailAccount, NoMail, OutboxMail
from resume_customizer.core.records.work import Due
from resume_customizer.core.tiers import Limit, window_of
from resume_customizer.services.ground import Ground
from resume_customizer.services.mail import mail_pace
from resume_customizer.services.mail.accounts_in_use import open_password, route_of
from resume_customizer.services.mail.mail_portions import Portion
from resume_customizer.services.mail.mail_ports import MailMeans, MailServers
from resume_customizer.services.mail.mail_writing import is_letter, is_waiting, message_id_of, written
from resume_customizer.services.ports import Blobs
from resume_customizer.services.store import Transaction
from resume_customizer.services.usage import use_up_to

MAILER: Final = Actor("mailer", Source(Door.WORKER))
"""Who the trail says it was."""
_PAUSED: Final = timedelta(minutes=1)


class Claimed(NamedTuple):
    """A mail that is this sender's to hand over."""

    mail: OutboxMail
    due: Due
    receivers: tuple[Delivery, ...]
    """Those who are to get it now."""
    sender: Mailbox
    content: bytes
    route: SmtpAccount
    servers: MailServers


class Claiming:
    """What is done with mails before a server hears of them."""

    def __init__(self, ground: Ground, blobs: Blobs, means: MailMeans) -> None:
        self._ground, self._blobs = ground, blobs
        self._servers, self._tokens, self._own = means.servers, means.tokens, means.own

    def claim(self, tx: Transaction, leased: Iterable[Due]) -> tuple[Claimed, ...]:
        """Those of one workspace that are to go out now, claimed; for the others, when, or what became of them."""
        dues = tuple(leased)
        portion = Portion.read(tx, dues)
        mine = [each for each in dues if _is_still(each, portion)]
        for each in mine:
            if each.subject_id not in portion.mails:
                portion.forget(each.subject_id)
        mails = [portion.mails[each.subject_id] for each in mine if each.subject_id in portion.mails]
        ready = self._on_time(tx, portion, self._wanted(tx, portion, self._sendable(tx, portion, mails)))
        claimed = [found for each in ready if (found := self._ready(portion, *each))]
        kept = self._within_cap(tx, portion, claimed)
        portion.write(tx, self._ground, MAILER)
        return kept

    # -------------------------------------------------------------- who may go

    def _sendable(
        self, tx: Transaction, portion: Portion, mails: list[OutboxMail]
    ) -> list[tuple[OutboxMail, MailAccount | None]]:
        """Mails that wait, each with the account that it goes out through; None: the installation's own server."""
        accounts = {
            each.id: each for each in tx.find_all(MailAccount, "id", filter(None, {each.account_id for each in mails}))
        }
        found = []
        for mail in mails:
            account = accounts.get(mail.account_id or "")
            if mail.status == MailStatus.SENDING:
                why = "The program ended while it was being sent. Look whether it arrived, then settle it."
                portion.end(mail.id, Receiving.UNKNOWN, why)
            elif mail.status not in READY:
                portion.forget(mail.id)
            elif account is None and (self._own is None or not is_letter(mail)):
                _keep_as_draft(portion, mail)
            else:
                found.append((mail, account))
        return found

    def _wanted(
        self, tx: Transaction, portion: Portion, mails: list[tuple[OutboxMail, MailAccount | None]]
    ) -> list[tuple[OutboxMail, MailAccount | None]]:
        """Those that are left when whoever wants no mail is left out; letters of the program itself are."""
        waiting = [each for mail, _ in mails if not is_letter(mail) for each in portion.waiting(mail.id)]
        keys = {each.receiver: read_address(each.receiver).key for each in waiting}
        unwilling = {each.address_key for each in tx.find_all(NoMail, "address_key", keys.values())}
        for each in waiting:
            if keys[each.receiver] in unwilling:
                portion.change_receiver(
                    replace(each, status=Receiving.LEFT_OUT.value, answer="This address wants no mail.")
                )
        for mail, _ in mails:
            _leave_copies_out(portion, mail)
        return [each for each in mails if portion.waiting(each[0].id)]

    def _on_time(
        self, tx: Transaction, portion: Portion, mails: list[tuple[OutboxMail, MailAccount | None]]
    ) -> list[tuple[OutboxMail, MailAccount | None]]:
        """Those that nothing holds back: no pause, no speed limit."""
        now, found = self._ground.clock(), []
        is_paused = bool(mails) and mail_pace.is_paused(tx)
        for mail, account in mails:
            if account is None:
                found.append((mail, account))
            elif is_paused or account.paused_at:
                change = replace(mail, status=MailStatus.DUE.value, slot_at=None, answer="Sending is paused.")
                portion.change(change)
                portion.make_due(mail.id, now + _PAUSED)
            else:
                receivers = tuple(each.receiver for each in portion.waiting(mail.id))
                slot = mail_pace.take_slot(tx, mail, account, receivers, now)
                if slot <= now:
                    found.append((mail, account))
                    continue
                why = "Waits for its turn: the speed limit holds."
                portion.change(replace(mail, status=MailStatus.DUE.value, slot_at=slot, answer=why))
                portion.make_due(mail.id, slot)
        return found

    def _within_cap(self, tx: Transaction, portion: Portion, claimed: list[Claimed]) -> tuple[Claimed, ...]:
        """As many as the tier's daily cap leaves, claimed; the others wait for the next day."""
        counted = [each for each in claimed if each.mail.account_id]
        workspace_id = claimed[0].mail.workspace_id if claimed else ""
        left, why = use_up_to(tx, self._ground, workspace_id, Limit.EMAILS, len(counted)) if counted else (0, "")
        for each in counted[left:]:
            before = portion.mails[each.mail.id]
            portion.change(replace(before, status=MailStatus.DUE.value, slot_at=None, answer=why))
            portion.make_due(each.mail.id, window_of(Limit.EMAILS, self._ground.clock())[1])
        beyond = {each.mail.id for each in counted[left:]}
        kept = tuple(each for each in claimed if each.mail.id not in beyond)
        for each in kept:
            portion.change(each.mail)
        return kept

    # -------------------------------------------------------------- what goes out

    def _ready(self, portion: Portion, mail: OutboxMail, account: MailAccount | None) -> Claimed | None:
        """The mail, written; one that can't be written is failed."""
        sender = Mailbox(mail.sender, mail.sender_name) if account or not self._own else self._own.sender
        claim = replace(
            mail,
            message_id=message_id_of(mail, sender.address),
            first_tried_at=mail.first_tried_at or self._ground.clock(),
            tries=mail.tries + 1,
            status=MailStatus.SENDING.value,
            answer="",
        )
        try:
            route, servers = self._route(account)
            content = written(self._ground, self._blobs, claim, portion.receivers(mail.id), sender)
        except ResumeCustomizerError as fault:
            portion.change(replace(claim, status=mail.status))
            portion.end(mail.id, Receiving.FAILED, str(fault))
            return None
        return Claimed(claim, portion.dues[mail.id], portion.waiting(mail.id), sender, content, route, servers)

    def _route(self, account: MailAccount | None) -> tuple[SmtpAccount, MailServers]:
        if account is not None:
            return route_of(account, open_password(self._ground, account), self._tokens), self._servers
        if self._own is None:
            raise NotFound("no-account", "It has no mail account; choose one and send it again.")
        return self._own.route, self._own.servers


def _is_still(leased: Due, portion: Portion) -> bool:
    """Whether nobody else took it since."""
    current = portion.dues.get(leased.subject_id)
    return current is not None and current.leased_by == leased.leased_by


def _keep_as_draft(portion: Portion, mail: OutboxMail) -> None:
    why = "No mail server is set for the program's own letters (RCP_SMTP_HOST)."
    if not is_letter(mail):
        why = "It has no mail account; choose one and send it again."
    portion.change(replace(mail, status=MailStatus.DRAFT.value, answer=why))
    portion.forget(mail.id)


def _leave_copies_out(portion: Portion, mail: OutboxMail) -> None:
    """When nobody whom it is for wants it, those in copy do not get it either, and it is over."""
    directly = [each for each in portion.receivers(mail.id) if each.role == "to"]
    if directly and all(each.status == Receiving.LEFT_OUT for each in directly):
        for each in filter(is_waiting, portion.receivers(mail.id)):
            left = replace(each, status=Receiving.LEFT_OUT.value, answer="Nobody it is for wants mail.")
            portion.change_receiver(left)
    if not portion.waiting(mail.id):
        status = portion.status_of(mail.id)
        portion.change(replace(mail, status=status.value, answer="Nobody is left who wants mail."))
        portion.forget(mail.id)
