"""Writing mails: a text, people, files; each message seen as it will be before anything is kept.

    Writing  ->  preview(): each message with its problems  ->  queue(): drafts, scheduled or due  ->  the outbox

Promises (tests in tests/services/test_composing.py):

* What is previewed is what is sent: the same message but for its date.
* A place without a value, or an address that is none, keeps everything from being kept, and is named.
* Many people get a message each; none sees another one's address.
* The same mail to the same person is kept once, however often it is asked for.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from email import message_from_bytes
from email.policy import default as email_policy
from hashlib import sha256
from typing import Final, NamedTuple

from resume_customizer.core.accounts import read_address, read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.audit import JsonValue
from resume_customizer.core.errors import Conflict, InvalidInput, ResumeCustomizerError
from resume_customizer.core.mail_lists import MOST_RECEIVERS, Receiver
from resume_customizer.core.mail_schedule import When, hours_from, plan_times
from resume_customizer.core.mail_text import as_html, fill
from resume_customizer.core.outbox import MailStatus, Receiving
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.desk import Submission
from resume_customizer.core.records.mail import Delivery, MailAccount, Mailing, OutboxMail
from resume_customizer.core.records.record import is_id, new_id
from resume_customizer.services import following_up
from resume_customizer.services.ground import Ground
from resume_customizer.services.mail_accounts import usable_account
from resume_customizer.services.mail_files import FileWish, check_files, find_files, hold_files
from resume_customizer.services.mail_pace import mail_settings
from resume_customizer.services.mail_pdfs import Pdfs
from resume_customizer.services.mail_ports import BuiltInTexts, ToPdf
from resume_customizer.services.mail_templates import TemplateText, check_template, usable_template
from resume_customizer.services.mail_values import About, values_about, values_for
from resume_customizer.services.mail_writing import Body, SentFile, make_due, seal_body, wants_no_mail, written
from resume_customizer.services.outbox import NO_SENDER
from resume_customizer.services.ports import Blobs
from resume_customizer.services.store import Reading, Transaction
from resume_customizer.services.stored_files import release_file

MOST_COPIES: Final = 20
_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Writing:
    """What somebody wants to write."""

    receivers: tuple[Receiver, ...] = ()
    """None: the vendor of the requirement."""
    template_id: str = ""
    """A built-in text by its name, or a kept one; empty: `text`."""
    text: TemplateText | None = None
    """Goes before the template."""
    account_id: str = ""
    """Empty: nothing is sent; the messages wait as drafts, and can be had as files."""
    about: About = field(default_factory=About)
    files: tuple[FileWish, ...] = ()
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    reply_to: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    when: When = field(default_factory=When)
    as_drafts: bool = False
    sequence_id: str = ""
    """Follow-ups that go with each message."""
    name: str = ""
    """Of the mailing, when several people are written to."""
    again: bool = False
    """Also to those who got the very same mail before."""


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


class _Draft(NamedTuple):
    """One message before it is kept."""

    mail: OutboxMail
    deliveries: tuple[Delivery, ...]
    body: Body
    values: Mapping[str, str]


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
            context = self._context(tx, actor, writing, files)
            found = []
            for receiver, at in zip(context.receivers, context.times, strict=True):
                found.append(self._message(tx, context, receiver, at))
        return tuple(found)

    def queue(self, actor: Actor, writing: Writing) -> Queued:
        """Keep all messages or none; raises InvalidInput `not-ready` that names what is missing."""
        actor.require(Action.SEND_MAIL)
        files = self._files(actor, writing)
        with self._ground.inside(actor) as tx:
            context = self._context(tx, actor, writing, files)
            drafts, problems = [], []
            for receiver, at in zip(context.receivers, context.times, strict=True):
                try:
                    drafts.append(self._draft(context, receiver, at))
                    _check_no_mail(tx, receiver)
                except ResumeCustomizerError as fault:
                    problems.append(f"{receiver.address}: {fault.message}")
            if problems:
                raise InvalidInput("not-ready", _told(problems, len(context.receivers)))
            self._try_one(context, drafts[0])
            return self._keep(tx, actor, context, drafts)

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

    def _context(self, tx: Reading, actor: Actor, writing: Writing, files: tuple[SentFile, ...]) -> "_Context":
        about = values_about(tx, writing.about)
        receivers = writing.receivers or _vendor(about)
        if len(receivers) > MOST_RECEIVERS:
            raise InvalidInput("list-too-long", f"At most {MOST_RECEIVERS:,} people are written to at once.")
        if len(writing.cc) + len(writing.bcc) > MOST_COPIES:
            raise InvalidInput("too-many-copies", f"A message goes to at most {MOST_COPIES} people in copy.")
        account = usable_account(tx, actor, writing.account_id) if writing.account_id else None
        text = writing.text
        if text is None and is_id(writing.template_id):
            kept = usable_template(tx, actor, writing.template_id)
            text = TemplateText(kept.subject, kept.body)
        if text is not None:
            check_template(text)
        requirement_id = writing.about.requirement_id
        if writing.about.submission_id:
            submission = tx.get(Submission, writing.about.submission_id)
            requirement_id = requirement_id or submission.requirement_id
        names = ", ".join(each.name for each in files)
        given = {"file_names": names, **writing.values}
        times = plan_times(len(receivers), writing.when, hours_from(mail_settings(tx)), self._ground.clock())
        return _Context(
            writing, receivers, account, text, about, files, given, times, actor.workspace_id, requirement_id
        )

    def _draft(self, context: "_Context", receiver: Receiver, at: datetime) -> _Draft:
        """One message; raises InvalidInput for what it lacks."""
        writing, account = context.writing, context.account
        values = values_for(receiver, account, context.about, context.given, at)
        subject, body = self._filled(context, values)
        mail_id = new_id()
        mail = OutboxMail(
            id=mail_id,
            workspace_id=context.workspace_id,
            key="",
            account_id=account.id if account else None,
            subject=subject,
            body=seal_body(self._ground, mail_id, body),
            sender=account.sender if account else "",
            sender_name=account.sender_name if account else "",
            reply_to=read_address(writing.reply_to).written
            if writing.reply_to
            else (account.reply_to if account else ""),
            attachments={"files": [_file(each) for each in context.files]} if context.files else {},
            due_at=at,
            requirement_id=context.requirement_id or None,
            submission_id=writing.about.submission_id or None,
        )
        deliveries = _deliveries(mail_id, receiver, writing)
        return _Draft(replace(mail, key=_key(mail, body, deliveries)), deliveries, body, values)

    def _filled(self, context: "_Context", values: Mapping[str, str]) -> tuple[str, Body]:
        """Subject and body; raises InvalidInput `unfilled-places`."""
        if context.text is None:
            if not context.writing.template_id:
                raise InvalidInput("no-text", "Choose a template, or write a subject and a text.")
            letter, html = self._built_in.fill(context.writing.template_id, values)
            return letter.subject, Body(letter.text, html)
        subject, text = fill(context.text.subject, values), fill(context.text.body, values)
        missing = tuple(dict.fromkeys((*subject.empty, *text.empty)))
        if missing:
            raise InvalidInput("unfilled-places", f"There is no value for {', '.join(missing)}.")
        return " ".join(subject.text.split()), Body(text.text, as_html(text.text))

    def _message(self, tx: Reading, context: "_Context", receiver: Receiver, at: datetime) -> Message:
        try:
            draft = self._draft(context, receiver, at)
            content = self._try_one(context, draft)
            _check_no_mail(tx, receiver)
        except ResumeCustomizerError as fault:
            return Message(receiver, "", "", "", context.files, at, (fault.message,), b"")
        shown = str(message_from_bytes(content, policy=email_policy)["Subject"])
        return Message(receiver, shown, draft.body.text, draft.body.html, context.files, at, (), content)

    def _try_one(self, context: "_Context", draft: _Draft) -> bytes:
        """The message as it will go out; raises InvalidInput for what no server would take."""
        sender = None if context.account else NO_SENDER
        return written(self._ground, self._blobs, draft.mail, draft.deliveries, sender, draft.mail.due_at)

    # -------------------------------------------------------------- keeping them

    def _keep(self, tx: Transaction, actor: Actor, context: "_Context", drafts: list[_Draft]) -> Queued:
        mailing = self._mailing(tx, actor, context, len(drafts))
        now = self._ground.clock()
        kept: list[str] = []
        already: list[str] = []
        for draft in drafts:
            key = self._free_key(tx, draft.mail.key, again=context.writing.again)
            if not key:
                already.append(draft.deliveries[0].receiver)
                continue
            status = MailStatus.SCHEDULED if draft.mail.due_at > now else MailStatus.DUE
            if context.account is None or context.writing.as_drafts:
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
            if context.writing.sequence_id:
                following_up.begin(tx, self._ground, actor, mail, context.writing.sequence_id, draft.values)
            kept.append(mail.id)
        self._hold(tx, actor, context, len(kept))
        details: dict[str, JsonValue] = {"messages": len(kept), "already": len(already)}
        on = ("mailing", mailing.id) if mailing else ("mail", kept[0] if kept else "")
        self._ground.record(tx, actor, "mail.queued", on, details)
        return Queued(tuple(kept), mailing.id if mailing else "", tuple(already))

    def _hold(self, tx: Transaction, actor: Actor, context: "_Context", mails: int) -> None:
        """The files stay as long as the mails do."""
        made = [each for each, wish in zip(context.files, context.writing.files, strict=True) if wish.as_pdf]
        for each in made if mails else ():
            self._pdfs.keep(tx, actor.workspace_id, each)
        hold_files(tx, context.files, mails)
        for each in made if mails else ():
            release_file(tx, self._ground, actor.workspace_id, each.digest)

    def _mailing(self, tx: Transaction, actor: Actor, context: "_Context", total: int) -> Mailing | None:
        if total == 1:
            return None
        name = context.writing.name or f"{context.writing.template_id or 'Mailing'} to {total} people"
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


class _Context(NamedTuple):
    """What the messages of one piece of writing have in common."""

    writing: Writing
    receivers: tuple[Receiver, ...]
    account: MailAccount | None
    text: TemplateText | None
    about: Mapping[str, str]
    files: tuple[SentFile, ...]
    given: Mapping[str, str]
    times: tuple[datetime, ...]
    workspace_id: str
    requirement_id: str
    """Named, or of the submission."""


def _vendor(about: Mapping[str, str]) -> tuple[Receiver, ...]:
    """Who a requirement came from."""
    if not about.get("vendor_email"):
        raise InvalidInput("no-recipient", "Say who the message goes to: the requirement names no e-mail address.")
    return (Receiver(about["vendor_email"], about.get("vendor_person", ""), about.get("vendor_company", "")),)


def _deliveries(mail_id: str, receiver: Receiver, writing: Writing) -> tuple[Delivery, ...]:
    """The receivers of one message, each address once."""
    first = Delivery(mail_id=mail_id, receiver=receiver.address, receiver_name=receiver.name)
    found = {read_address(receiver.address).key: first}
    for role, addresses in (("cc", writing.cc), ("bcc", writing.bcc)):
        for typed in addresses:
            address = read_address(typed)
            found.setdefault(
                address.key,
                Delivery(mail_id=mail_id, receiver=address.written, role=role, status=Receiving.WAITING.value),
            )
    return tuple(found.values())


def _key(mail: OutboxMail, body: Body, deliveries: tuple[Delivery, ...]) -> str:
    """What would be the same mail has the same key."""
    parts = [mail.subject, body.text, mail.attachments, sorted((each.receiver, each.role) for each in deliveries)]
    parts.append(mail.submission_id)
    return "mail " + sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _file(file: SentFile) -> dict[str, str | int]:
    return {"digest": file.digest, "name": file.name, "media_type": file.media_type, "size": file.size}


def _check_no_mail(tx: Reading, receiver: Receiver) -> None:
    if wants_no_mail(tx, receiver.address):
        raise Conflict("wants-no-mail", "This address wants no mail; take it off the list of those first.")


def _told(problems: list[str], total: int) -> str:
    more = f" … and {len(problems) - _SHOWN:,} more" if len(problems) > _SHOWN else ""
    return (
        f"Nothing was kept: {len(problems):,} of {total:,} messages are not ready. {' '.join(problems[:_SHOWN])}{more}"
    )
