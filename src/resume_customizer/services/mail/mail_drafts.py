"""One mail before it is kept: its text filled in, who gets it, and what would be the same mail.

    Writing, files  ->  common_of(): what its messages share  ->  draft_of(): one for each person

Promises (tests in tests/services/test_composing.py):

* A place without a value, or an address that is none, is named.
* Each address gets a message once, as what it is named for first.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from typing import Final, NamedTuple

from resume_customizer.core.accounts import read_address
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.mail_lists import MOST_RECEIVERS, Receiver
from resume_customizer.core.mail_schedule import When, hours_from, plan_times
from resume_customizer.core.mail_text import as_html, fill
from resume_customizer.core.outbox import Receiving
from resume_customizer.core.records.desk import Submission
from resume_customizer.core.records.mail import Delivery, MailAccount, OutboxMail
from resume_customizer.core.records.record import is_id, new_id
from resume_customizer.services.ground import Ground
from resume_customizer.services.mail.accounts_in_use import usable_account
from resume_customizer.services.mail.mail_files import FileWish
from resume_customizer.services.mail.mail_pace import mail_settings
from resume_customizer.services.mail.mail_ports import BuiltInTexts
from resume_customizer.services.mail.mail_templates import TemplateText, check_template, usable_template
from resume_customizer.services.mail.mail_values import About, values_about, values_for
from resume_customizer.services.mail.mail_writing import Body, SentFile, seal_body
from resume_customizer.services.store import Reading

MOST_COPIES: Final = 20


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


class Common(NamedTuple):
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


class Draft(NamedTuple):
    """One message before it is kept."""

    mail: OutboxMail
    deliveries: tuple[Delivery, ...]
    body: Body
    values: Mapping[str, str]


def common_of(tx: Reading, actor: Actor, writing: Writing, files: tuple[SentFile, ...], now: datetime) -> Common:
    """What the messages share; raises InvalidInput for what none could be made of."""
    about = values_about(tx, writing.about)
    receivers = writing.receivers or _vendor(about)
    if len(receivers) > MOST_RECEIVERS:
        raise InvalidInput("list-too-long", f"At most {MOST_RECEIVERS:,} people are written to at once.")
    if len(writing.cc) + len(writing.bcc) > MOST_COPIES:
        raise InvalidInput("too-many-copies", f"A message goes to at most {MOST_COPIES} people in copy.")
    account = usable_account(tx, actor, writing.account_id) if writing.account_id else None
    requirement_id = writing.about.requirement_id
    if writing.about.submission_id:
        submission = tx.get(Submission, writing.about.submission_id)
        requirement_id = requirement_id or submission.requirement_id
    names = ", ".join(each.name for each in files)
    given = {"file_names": names, **writing.values}
    times = plan_times(len(receivers), writing.when, hours_from(mail_settings(tx)), now)
    text, home = _text_of(tx, actor, writing), actor.workspace_id
    return Common(writing, receivers, account, text, about, files, given, times, home, requirement_id)


def _text_of(tx: Reading, actor: Actor, writing: Writing) -> TemplateText | None:
    """Typed, or of a kept template; None: a built-in one."""
    text = writing.text
    if text is None and is_id(writing.template_id):
        kept = usable_template(tx, actor, writing.template_id)
        text = TemplateText(kept.subject, kept.body)
    if text is not None:
        check_template(text)
    return text


def draft_of(ground: Ground, built_in: BuiltInTexts, common: Common, receiver: Receiver, at: datetime) -> Draft:
    """One message; raises InvalidInput for what it lacks."""
    writing, account = common.writing, common.account
    values = values_for(receiver, account, common.about, common.given, at)
    subject, body = _filled(built_in, common, values)
    mail_id = new_id()
    mail = OutboxMail(
        id=mail_id,
        workspace_id=common.workspace_id,
        key="",
        account_id=account.id if account else None,
        subject=subject,
        body=seal_body(ground, mail_id, body),
        sender=account.sender if account else "",
        sender_name=account.sender_name if account else "",
        reply_to=read_address(writing.reply_to).written if writing.reply_to else (account.reply_to if account else ""),
        attachments={"files": [_file(each) for each in common.files]} if common.files else {},
        due_at=at,
        requirement_id=common.requirement_id or None,
        submission_id=writing.about.submission_id or None,
    )
    deliveries = _deliveries(mail_id, receiver, writing)
    return Draft(replace(mail, key=_key(mail, body, deliveries)), deliveries, body, values)


def _filled(built_in: BuiltInTexts, common: Common, values: Mapping[str, str]) -> tuple[str, Body]:
    """Subject and body; raises InvalidInput `unfilled-places`."""
    if common.text is None:
        if not common.writing.template_id:
            raise InvalidInput("no-text", "Choose a template, or write a subject and a text.")
        letter, html = built_in.fill(common.writing.template_id, values)
        return letter.subject, Body(letter.text, html)
    subject, text = fill(common.text.subject, values), fill(common.text.body, values)
    missing = tuple(dict.fromkeys((*subject.empty, *text.empty)))
    if missing:
        raise InvalidInput("unfilled-places", f"There is no value for {', '.join(missing)}.")
    return " ".join(subject.text.split()), Body(text.text, as_html(text.text))


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
