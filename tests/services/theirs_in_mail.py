"""The mail of a workspace, and what a stranger would try to get at it, by name of parameter (see theirs.py)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from builders.desk import Desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.mail_lists import Receiver
from resume_customizer.core.mail_schedule import When
from resume_customizer.core.secret_text import Secret
from resume_customizer.services.mail.follow_ups import USUAL
from resume_customizer.services.mail.mail_accounts import AccountWish
from resume_customizer.services.mail.mail_drafts import Writing
from resume_customizer.services.mail.mail_templates import TemplateText
from resume_customizer.services.mail.mail_values import About


def fill_mail(desk: Desk, owner: Actor, values: dict[str, Any]) -> dict[str, Any]:
    """Put something of everything about mail into the owner's workspace."""
    wish = AccountWish("canary account", "canary@desk.example", host="127.0.0.1", port=9, security="none")
    account_id = desk.mail_accounts.add(owner, wish, Secret(""))
    text = TemplateText("canary subject", "Hello {{ receiver_name }}")
    template_id = desk.mail_templates.save(owner, "canary template", text)
    sequence_id = desk.follow_ups.save_sequence(owner, "canary sequence")
    order = Writing((Receiver("canary@vendor.example", "Cleo"),), template_id, account_id=account_id)
    later = When(desk.now + timedelta(days=300))
    mail_id = desk.composing.queue(owner, replace(order, sequence_id=sequence_id, when=later)).mail_ids[0]
    people = (Receiver("canone@vendor.example"), Receiver("cantwo@vendor.example"))
    many = Writing(people, text=TemplateText("canary draft", "x"), account_id=account_id, as_drafts=True)
    mailing_id = desk.composing.queue(owner, many).mailing_id
    follow_up_id = desk.follow_ups.list_of_mail(owner, mail_id)[0].follow_up_id
    about = About(values["requirement_id"])
    return {
        "account_id": account_id,
        "template_id": template_id,
        "sequence_id": sequence_id,
        "mail_id": mail_id,
        "follow_up_id": follow_up_id,
        "mailing_id": mailing_id,
        "letter_id": mail_id,
        "writing": replace(order, about=about),
        "wish": replace(wish, name="Eve's", sender="eve@desk.example"),
        "mail_accounts.add.password": Secret(""),
        "mail_accounts.change.password": None,
        "mail_templates.save.text": TemplateText("Eve's", "x"),
        "mail_templates.change.text": TemplateText("Eve's", "x"),
        "mail_templates.preview.text": TemplateText("x", "y"),
        "mail_templates.import_texts.content": '{"format": "", "templates": []}',
        "outbox.search.text": "canary",
        "answers.note.kind": "reply",
        "outbox.list_mails.status": "draft",
        "version": 1,
        "is_own": False,
        "is_paused": True,
        "is_active": False,
        "arrived": True,
        "hours": {"zone": "Europe/Berlin"},
        "when": None,
        "until": None,
        "follow_ups.list_to_do.until": desk.now + timedelta(days=900),
        "steps": USUAL,
    }
