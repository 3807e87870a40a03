"""Writing mails: a text, people, files; each message seen as it will be before anything is kept.

    Writing  ->  preview(): each message with its problems  ->  queue(): drafts, scheduled or due  ->  the outbox

Promises (tests in tests/services/test_composing.py):

* What is previewed is what is sent: the same message but for its date.
* A place without a value, or an address that is none, keeps everything from being kept, and is named.
* Many people get a message each; none sees another one's address.
* The same mail to the same person is kept once, however often it is asked for.
"""

from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.policy import default as email_policy
from typing import Final, NamedTuple

from resume_customizer.core.accounts import read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.audit import JsonValue
from resume_customizer.core.errors import Conflict, InvalidInput, ResumeCustomizerError
from resume_customizer.core.mail_lists import Receiver
from resume_customizer.core.outbox import MailStatus
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.mail import Mailing, OutboxMail
from resume_customizer.services.ground import Ground
from resume_customizer.services.library.stored_files import release_file
from resume_customizer.services.mail import following_up
from resume_customizer.services.mail.mail_drafts import Common, Draft, Writing, common_of, draft_of
from resume_customizer.services.mail.mail_files import check_files, find_files, hold_files
from resume_customizer.services.mail.mail_pdfs import Pdfs
from resume_customizer.services.mail.mail_ports import BuiltInTexts, ToPdf
from resume_customizer.services.mail.mail_writing import SentFile, make_due, wants_no_mail, written
from resume_customizer.services.mail.outbox import NO_SENDER
from resume_customizer.services.ports import Blobs
from resume_customizer.services.store import Reading, Transaction

_SHOWN: Final = 5


class Message(NamedTuple):
    """One message as it will be."""

    receiver: Receiver
    subject: str
    text: str
    html: str
    files: tuple[SentFile, ...]
    due_at: datetime
    problems: tuple[str, ...]
    content: bytes
    """As it goes over the wire, without blind copies; empty when there is a problem."""


class Queued(NamedTuple):
    """What was kept."""

    mail_ids: tuple[str, ...]
    mailing_id: str
    """Empty for a single message."""
    already: tuple[str, ...]
    """Addresses that have, or are getting, the very same mail: nothing was done for them."""


class Composing:
    """Writing mails."""

    def __init__(self, ground: Ground, blobs: Blobs, built_in: BuiltInTexts, to_pdf: ToPdf) -> None:
        self._ground, self._blobs, self._built_in = ground, blobs, built_in
        self._pdfs = Pdfs(ground, blobs, to_pdf)

    def preview(self, actor: Actor, writing: Writing) -> tuple[Message, ...]:
        """Each message as it will be, with what keeps it from being sent; nothing is kept."""
        actor.require(Action.VIEW_RECORDS)
        files = self._files(actor, writing)
        with self._ground.inside(actor) as tx:
            common = common_of(tx, actor, writing, files, self._ground.clock())
            found = []
            for receiver, at in zip(common.receivers, common.times, strict=True):
                found.append(self._message(tx, common, receiver, at))
        return tuple(found)

    def queue(self, actor: Actor, writing: Writing) -> Queued:
        """Keep all messages or none; raises InvalidInput `not-ready` that names what is missing."""
        actor.require(Action.SEND_MAIL)
        files = self._files(actor, writing)
        with self._ground.inside(actor) as tx:
            common = common_of(tx, actor, writing, files, self._ground.clock())
            drafts, problems = [], []
            for receiver, at in zip(common.receivers, common.times, strict=True):
                try:
                    drafts.append(draft_of(self._ground, self._built_in, common, receiver, at))
                    _check_no_mail(tx, receiver)
                except ResumeCustomizerError as fault:
                    problems.append(f"{receiver.address}: {fault.message}")
            if problems:
                raise InvalidInput("not-ready", _told(problems, len(common.receivers)))
            self._try_one(common, drafts[0])
            return self._keep(tx, actor, common, drafts)

    # -------------------------------------------------------------- what all messages have in common

    def _files(self, actor: Actor, writing: Writing) -> tuple[SentFile, ...]:
        """The files that go along; PDFs are made here, outside of the transaction in which mails are kept."""
        with self._ground.store.reading(actor) as tx:
            found = find_files(tx, self._blobs, actor.workspace_id, writing.files)
        wanted = zip(found, writing.files, strict=True)
        workspace_id = actor.workspace_id
        return check_files(
            tuple(self._pdfs.attach(workspace_id, file) if wish.as_pdf else file for file, wish in wanted)
        )

    def _message(self, tx: Reading, common: Common, receiver: Receiver, at: datetime) -> Message:
        try:
            draft = draft_of(self._ground, self._built_in, common, receiver, at)
            content = self._try_one(common, draft)
            _check_no_mail(tx, receiver)
        except ResumeCustomizerError as fault:
            return Message(receiver, "", "", "", common.files, at, (fault.message,), b"")
        shown = str(message_from_bytes(content, policy=email_policy)["Subject"])
        return Message(receiver, shown, draft.body.text, draft.body.html, common.files, at, (), content)

    def _try_one(self, common: Common, draft: Draft) -> bytes:
        """The message as it will go out; raises InvalidInput for what no server would take."""
        sender = None if common.account else NO_SENDER
        return written(self._ground, self._blobs, draft.mail, draft.deliveries, sender, draft.mail.due_at)

    # -------------------------------------------------------------- keeping them

    def _keep(self, tx: Transaction, actor: Actor, common: Common, drafts: list[Draft]) -> Queued:
        mailing = self._mailing(tx, actor, common, len(drafts))
        now = self._ground.clock()
        kept: list[str] = []
        already: list[str] = []
        for draft in drafts:
            key = self._free_key(tx, draft.mail.key, again=common.writing.again)
            if not key:
                already.append(draft.deliveries[0].receiver)
                continue
            status = MailStatus.SCHEDULED if draft.mail.due_at > now else MailStatus.DUE
            if common.account is None or common.writing.as_drafts:
                status = MailStatus.DRAFT
            mail = tx.add(
                replace(
                    draft.mail,
                    key=key,
                    status=status.value,
                    mailing_id=mailing.id if mailing else None,
                    written_by=actor.user_id,
                )
            )
            tx.add_all(draft.deliveries)
            if status is not MailStatus.DRAFT:
                make_due(tx, mail, mail.due_at)
            if common.writing.sequence_id:
                following_up.begin(tx, self._ground, actor, mail, common.writing.sequence_id, draft.values)
            kept.append(mail.id)
        self._hold(tx, actor, common, len(kept))
        details: dict[str, JsonValue] = {"messages": len(kept), "already": len(already)}
        on = ("mailing", mailing.id) if mailing else ("mail", kept[0] if kept else "")
        self._ground.record(tx, actor, "mail.queued", on, details)
        return Queued(tuple(kept), mailing.id if mailing else "", tuple(already))

    def _hold(self, tx: Transaction, actor: Actor, common: Common, mails: int) -> None:
        """The files stay as long as the mails do."""
        made = [each for each, wish in zip(common.files, common.writing.files, strict=True) if wish.as_pdf]
        for each in made if mails else ():
            self._pdfs.keep(tx, actor.workspace_id, each)
        hold_files(tx, common.files, mails)
        for each in made if mails else ():
            release_file(tx, self._ground, actor.workspace_id, each.digest)

    def _mailing(self, tx: Transaction, actor: Actor, common: Common, total: int) -> Mailing | None:
        if total == 1:
            return None
        name = common.writing.name or f"{common.writing.template_id or 'Mailing'} to {total} people"
        return tx.add(Mailing(name=read_name(name, "mailing's name"), total=total, made_by=actor.user_id))

    def _free_key(self, tx: Reading, key: str, *, again: bool) -> str:
        """The key to keep a mail under; empty when the very same mail is there already."""
        known = tx.find(OutboxMail, key=key)
        while known is not None:
            if not again and known.status not in {MailStatus.CANCELLED, MailStatus.FAILED}:
                return ""
            key = f"{key[:90]} {known.id}"
            known = tx.find(OutboxMail, key=key)
        return key


def _check_no_mail(tx: Reading, receiver: Receiver) -> None:
    if wants_no_mail(tx, receiver.address):
        raise Conflict("wants-no-mail", "This address wants no mail; take it off the list of those first.")


def _told(problems: list[str], total: int) -> str:
    more = f" … and {len(problems) - _SHOWN:,} more" if len(problems) > _SHOWN else ""
    return (
        f"Nothing was kept: {len(problems):,} of {total:,} messages are not ready. {' '.join(problems[:_SHOWN])}{more}"
    )
