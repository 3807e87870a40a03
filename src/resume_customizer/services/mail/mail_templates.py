"""Texts to write mails from: those that come with the program, the workspace's and a person's own.

    list_templates()  ->  show()  ->  preview with examples or real values  ->  save() a version  ->  export | import

Promises (tests in tests/services/test_mail_accounts.py):

* A text of a user can fill in names of a list and nothing else (core/mail_text.py).
* Every version of a text is kept; what was sent does not change when its text does.
* A person's own texts are there for that person only.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from resume_customizer.core.accounts import read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound
from resume_customizer.core.mail_text import check_text, examples, fill, find_places
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.mail import MailTemplate, MailTemplateVersion
from resume_customizer.core.records.record import is_id
from resume_customizer.services.ground import Ground
from resume_customizer.services.mail.mail_ports import BuiltInTexts
from resume_customizer.services.store import Reading

_MOST: Final = 500
_LONGEST_SUBJECT: Final = 300
_FORMAT: Final = "resume-customizer mail templates"
_LONGEST_IMPORT: Final = 5_000_000


@dataclass(frozen=True, slots=True)
class TemplateText:
    """A text as it is written: subject and body with their places."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A text in a list; a built-in one is called by its name."""

    template_id: str
    name: str
    subject: str
    about: str
    is_built_in: bool
    is_own: bool
    number: int
    version: int


@dataclass(frozen=True, slots=True)
class ShownTemplate:
    """A text with its places."""

    line: TemplateLine
    text: TemplateText
    places: tuple[str, ...]


class MailTemplates:
    """What people do with texts of mails."""

    def __init__(self, ground: Ground, built_in: BuiltInTexts) -> None:
        self._ground, self._built_in = ground, built_in

    def list_templates(self, actor: Actor) -> tuple[TemplateLine, ...]:
        """Built-in ones first, then the workspace's and the actor's own, by name."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            kept = [each for each in tx.every(MailTemplate, order="name") if each.owner_id in {None, actor.user_id}]
        return (*(self._built_in_line(name) for name in self._built_in.list_names()), *map(_line, kept))

    def show(self, actor: Actor, template_id: str) -> ShownTemplate:
        """One text; raises NotFound."""
        actor.require(Action.VIEW_RECORDS)
        if not is_id(template_id):
            found = self._built_in.get(template_id)
            text = TemplateText(found.subject, found.body)
            return ShownTemplate(self._built_in_line(template_id), text, _places(text))
        with self._ground.looking(actor) as tx:
            kept = usable_template(tx, actor, template_id)
        text = TemplateText(kept.subject, kept.body)
        return ShownTemplate(_line(kept), text, _places(text))

    def list_versions(self, actor: Actor, template_id: str) -> tuple[tuple[int, TemplateText], ...]:
        """What a text was, the newest first."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.looking(actor) as tx:
            usable_template(tx, actor, template_id)
            found = list(tx.every(MailTemplateVersion, template_id=template_id))
        return tuple((each.number, TemplateText(each.subject, each.body)) for each in reversed(found))

    def preview(self, actor: Actor, text: TemplateText) -> TemplateText:
        """The text filled in with examples; raises InvalidInput for what can't be kept."""
        actor.require(Action.VIEW_RECORDS)
        check_template(text)
        return TemplateText(fill(text.subject, examples()).text, fill(text.body, examples()).text)

    def save(self, actor: Actor, name: str, text: TemplateText, *, is_own: bool = False) -> str:
        """Keep a new text; gives its id. Raises InvalidInput for what can't be kept."""
        actor.require(Action.CHANGE_RECORDS)
        check_template(text)
        template = MailTemplate(
            name=read_name(name, "template's name"),
            subject=text.subject.strip(),
            body=text.body,
            owner_id=actor.user_id if is_own else None,
        )
        with self._ground.inside(actor) as tx:
            if tx.count(MailTemplate) >= _MOST:
                raise Conflict("too-many-templates", f"A workspace has at most {_MOST} templates; remove one.")
            tx.add(template)
            tx.add(_version(template, actor))
            self._ground.record(tx, actor, "mail-template.added", ("mail template", template.id))
        return template.id

    def change(self, actor: Actor, template_id: str, name: str, text: TemplateText, version: int) -> None:
        """Keep a new version of a text. Raises Conflict when somebody was quicker."""
        actor.require(Action.CHANGE_RECORDS)
        check_template(text)
        with self._ground.inside(actor) as tx:
            kept = usable_template(tx, actor, template_id, lock=True)
            after = replace(
                kept,
                name=read_name(name, "template's name"),
                subject=text.subject.strip(),
                body=text.body,
                number=kept.number + 1,
                version=version,
            )
            tx.update(after)
            tx.add(_version(after, actor))
            self._ground.record(tx, actor, "mail-template.changed", ("mail template", template_id))

    def remove(self, actor: Actor, template_id: str) -> None:
        """Forget a text and its versions; what was written with it stays."""
        actor.require(Action.DELETE_RECORDS)
        with self._ground.inside(actor) as tx:
            kept = usable_template(tx, actor, template_id)
            for each in list(tx.every(MailTemplateVersion, template_id=template_id)):
                tx.delete(each)
            tx.delete(kept)
            self._ground.record(tx, actor, "mail-template.removed", ("mail template", template_id))

    def export(self, actor: Actor) -> str:
        """The workspace's texts and the actor's own, as JSON that import_texts() takes."""
        actor.require(Action.EXPORT_RECORDS)
        with self._ground.inside(actor) as tx:
            kept = [each for each in tx.every(MailTemplate, order="name") if each.owner_id in {None, actor.user_id}]
            self._ground.record(tx, actor, "mail-template.exported", details={"count": len(kept)})
        texts = [{"name": each.name, "subject": each.subject, "body": each.body} for each in kept]
        return json.dumps({"format": _FORMAT, "version": 1, "templates": texts}, ensure_ascii=False, indent=1)

    def import_texts(self, actor: Actor, content: str, *, is_own: bool = False) -> tuple[str, ...]:
        """Keep texts that were exported, all or none; gives their ids. Names that are there get a number."""
        actor.require(Action.CHANGE_RECORDS)
        read = list(_read(content))
        for name, text in read:
            read_name(name, "template's name")
            check_template(text)
        taken = {each.name for each in self.list_templates(actor)}
        made = []
        with self._ground.inside(actor) as tx:
            if tx.count(MailTemplate) + len(read) > _MOST:
                raise Conflict("too-many-templates", f"A workspace has at most {_MOST} templates. Nothing was kept.")
            for name, text in read:
                template = MailTemplate(
                    name=_unlike(name, taken),
                    subject=text.subject.strip(),
                    body=text.body,
                    owner_id=actor.user_id if is_own else None,
                )
                taken.add(template.name)
                made.append(tx.add(template).id)
                tx.add(_version(template, actor))
            self._ground.record(tx, actor, "mail-template.imported", details={"count": len(made)})
        return tuple(made)

    def _built_in_line(self, name: str) -> TemplateLine:
        found = self._built_in.get(name)
        return TemplateLine(name, name, found.subject, found.about, is_built_in=True, is_own=False, number=1, version=1)


def check_template(text: TemplateText) -> None:
    """Raise InvalidInput for a text that can't be kept."""
    if not text.subject.strip() or "\n" in text.subject or "\r" in text.subject or len(text.subject) > _LONGEST_SUBJECT:
        raise InvalidInput("bad-subject", f"A subject is one line of 1 to {_LONGEST_SUBJECT} characters.")
    if not text.body.strip():
        raise InvalidInput("no-text", "The text is empty.")
    check_text(text.subject, "subject")
    check_text(text.body, "text")


def usable_template(tx: Reading, actor: Actor, template_id: str, *, lock: bool = False) -> MailTemplate:
    """A text that the actor may use; raises NotFound for others' own, as for what is not there."""
    template = tx.get(MailTemplate, template_id, lock=lock)
    if template.owner_id not in {None, actor.user_id}:
        raise NotFound("not-found", "There is no such mail template.")
    return template


def _places(text: TemplateText) -> tuple[str, ...]:
    return find_places(f"{text.subject}\n{text.body}")


def _version(template: MailTemplate, actor: Actor) -> MailTemplateVersion:
    return MailTemplateVersion(
        template_id=template.id,
        number=template.number,
        subject=template.subject,
        body=template.body,
        changed_by=actor.user_id,
    )


def _read(content: str) -> Iterator[tuple[str, TemplateText]]:
    """Names and texts of an export; raises InvalidInput."""
    refused = InvalidInput("bad-import", "This is no export of mail templates. Nothing was kept.")
    if len(content) > _LONGEST_IMPORT:
        raise refused
    try:
        found: Any = json.loads(content)
        if found["format"] != _FORMAT or len(found["templates"]) > _MOST:
            raise refused
        for each in found["templates"]:
            name, subject, body = each["name"], each["subject"], each["body"]
            if not all(isinstance(value, str) for value in (name, subject, body)):
                raise refused
            yield name, TemplateText(subject, body)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise refused from None


def _unlike(name: str, taken: set[str]) -> str:
    number, candidate = 1, name
    while candidate in taken:
        number += 1
        candidate = f"{name[:110]} ({number})"
    return candidate


def _line(template: MailTemplate) -> TemplateLine:
    return TemplateLine(
        template.id,
        template.name,
        template.subject,
        "",
        is_built_in=False,
        is_own=template.owner_id is not None,
        number=template.number,
        version=template.version,
    )
