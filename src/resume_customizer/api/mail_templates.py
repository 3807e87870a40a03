"""Texts to write mails from: built-in ones and the workspace's own, with what they were."""

from typing import Annotated

from fastapi import Response
from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Flag, In, Listed, Name, Out, Text
from resume_customizer.api.files import Wanted, answers_with, file_answer
from resume_customizer.api.mail import Letter
from resume_customizer.api.pages import Pages, cut
from resume_customizer.api.routes import CHANGED, Routes, Who
from resume_customizer.api.shapes_of_the_desk import TextsFileShape
from resume_customizer.api.versions import Seen
from resume_customizer.core.permissions import Action
from resume_customizer.infrastructure.blobs.naming import digest_of
from resume_customizer.services.mail.mail_templates import TemplateText

_SEE, _CHANGE = Action.VIEW_RECORDS, Action.CHANGE_RECORDS
_MOST = 6_000_000
_JSON = "application/json"

_EXPORTED = (
    '{"format": "resume-customizer mail templates", "version": 1, "templates": '
    '[{"name": "Short question", "subject": "This week?", "body": "Hello {{ receiver_first_name }}, may we talk?"}]}'
)


class TemplateToKeep(In):
    """A text with its places."""

    name: Name
    subject: Annotated[str, Text("subject")]
    body: Letter
    is_own: Flag = False


class Template(Out):
    """A text in a list."""

    template_id: str
    name: str
    subject: str
    about: str
    is_built_in: bool
    is_own: bool
    number: int
    version: int


class TemplateInFull(Template):
    """A text with its places."""

    body: str
    places: list[str]


class TemplateVersion(Out):
    """What a text was."""

    number: int
    subject: str
    body: str


class TemplateParts(In):
    """Subject and body of a text."""

    subject: Annotated[str, Text("subject")] = Field(examples=["About {{ title }}"])
    body: Letter = Field(examples=["Hello {{ receiver_first_name }}"])


class TextsToImport(In):
    """A file of texts, as export gives it."""

    content: Annotated[str, Field(max_length=5_000_000, examples=[_EXPORTED])]
    is_own: Flag = False


class MadeTemplates(Out):
    """What was kept."""

    template_ids: list[str]


def mail_template_routes(entrance: Entrance) -> tuple[Routes, ...]:
    """The operations."""
    return _whole(entrance), _templates(entrance)


def _templates(entrance: Entrance) -> Routes:
    templates, routes = entrance.desk.mail_templates, Routes("templates", "/mail-templates")

    @routes.get("", _SEE, "Texts to write mails from: built-in ones first")
    def list_templates(actor: Who, paging: Pages) -> Listed[Template]:
        return cut(Template, templates.list_templates(actor), paging, lambda each: each.template_id)

    @routes.post("", _CHANGE, "Keep a text", once=True)
    def save(actor: Who, wanted: TemplateToKeep) -> TemplateInFull:
        text = TemplateText(wanted.subject, wanted.body)
        return _full(actor, templates.save(actor, wanted.name, text, is_own=wanted.is_own))

    @routes.get("/{template_id}", _SEE, "One text with its places")
    def show(actor: Who, template_id: str) -> TemplateInFull:
        return _full(actor, template_id)

    @routes.put("/{template_id}", _CHANGE, "Keep a new version of a text", errors=CHANGED)
    def change(actor: Who, template_id: str, seen: Seen, wanted: TemplateToKeep) -> TemplateInFull:
        version = seen or templates.show(actor, template_id).line.version
        templates.change(actor, template_id, wanted.name, TemplateText(wanted.subject, wanted.body), version)
        return _full(actor, template_id)

    @routes.delete("/{template_id}", Action.DELETE_RECORDS, "Forget a text and its versions", errors=CHANGED)
    def remove(actor: Who, template_id: str) -> None:
        templates.remove(actor, template_id)

    @routes.get("/{template_id}/versions", _SEE, "What a text was, the newest first")
    def list_versions(actor: Who, template_id: str, paging: Pages) -> Listed[TemplateVersion]:
        found = [
            TemplateVersion(number=number, subject=text.subject, body=text.body)
            for number, text in templates.list_versions(actor, template_id)
        ]
        return cut(TemplateVersion, found, paging, lambda each: str(each.number))

    def _full(actor: Who, template_id: str) -> TemplateInFull:
        found = templates.show(actor, template_id)
        text = {"subject": found.text.subject, "body": found.text.body, "places": list(found.places)}
        return TemplateInFull.model_validate({**Template.of(found.line).model_dump(), **text})

    return routes


def _whole(entrance: Entrance) -> Routes:
    templates, routes = entrance.desk.mail_templates, Routes("all-templates", "/mail-templates")

    @routes.post("/preview", _SEE, "A text filled in with examples; nothing is kept")
    def preview(actor: Who, text: TemplateParts) -> TemplateParts:
        found = templates.preview(actor, TemplateText(text.subject, text.body))
        return TemplateParts(subject=found.subject, body=found.body)

    @routes.get(
        "/export", Action.EXPORT_RECORDS, "All kept texts as a file", responses=answers_with(_JSON, TextsFileShape)
    )
    def export(actor: Who, wanted: Wanted) -> Response:
        content = templates.export(actor).encode()
        return file_answer(content, "mail-templates.json", _JSON, digest_of(content), wanted)

    @routes.post("/import", _CHANGE, "Keep texts that were exported, all or none", once=True, most=_MOST)
    def import_texts(actor: Who, wanted: TextsToImport) -> MadeTemplates:
        """A name that is there already gets a number."""
        return MadeTemplates(template_ids=list(templates.import_texts(actor, wanted.content, is_own=wanted.is_own)))

    return routes
