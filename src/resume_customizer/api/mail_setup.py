"""What mail is written with: accounts, texts, sequences, and addresses that want none."""

from typing import Annotated, Literal

from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Address, Flag, In, Listed, Name, Out, Text
from resume_customizer.api.mail import Id36, Letter
from resume_customizer.api.pages import Pages, cut
from resume_customizer.api.routes import CHANGED, Routes, Who
from resume_customizer.api.versions import Seen
from resume_customizer.core.permissions import Action
from resume_customizer.core.secret_text import Secret
from resume_customizer.services.following_up import Step
from resume_customizer.services.mail_accounts import AccountWish
from resume_customizer.services.mail_templates import TemplateText

_SEE, _SEND, _CHANGE = Action.VIEW_RECORDS, Action.SEND_MAIL, Action.CHANGE_RECORDS
_Host = Annotated[str, Field(max_length=253, pattern=r"^[A-Za-z0-9.:\[\]_-]*$")]


class AccountToKeep(In):
    """A mail account; a provider's name fills in its servers."""

    name: Name
    sender: Address
    provider: Annotated[str, Field(max_length=20)] = Field("", examples=["gmail"])
    sender_name: Annotated[str, Text("title")] = ""
    reply_to: Annotated[str, Field(max_length=254)] = ""
    signature: Annotated[str, Text("note")] = ""
    host: _Host = ""
    port: Annotated[int, Field(ge=0, le=65_535)] = 0
    security: Literal["", "tls", "starttls", "none"] = ""
    user_name: Annotated[str, Text("title")] = ""
    signs_in_with: Literal["password", "token"] = "password"
    imap_host: _Host = ""
    imap_port: Annotated[int, Field(ge=1, le=65_535)] = 993
    sent_folder: Annotated[str, Text("title")] = ""
    per_minute: Annotated[int, Field(ge=0, le=6_000)] = 30
    is_own: Flag = Field(False, description="Only the one who adds it sees and uses it.")
    password: Annotated[str, Field(max_length=1_024)] | None = Field(
        None, description="Never shown again; without one, the password that there is stays."
    )

    def wish(self) -> AccountWish:
        """As the service takes it."""
        return AccountWish(**self.model_dump(exclude={"password"}))


class Account(Out):
    """A mail account: all but its password."""

    account_id: str
    name: str
    sender: str
    sender_name: str
    reply_to: str
    signature: str
    host: str
    port: int
    security: str
    user_name: str
    signs_in_with: str
    has_password: bool
    imap_host: str
    imap_port: int
    sent_folder: str
    per_minute: int
    is_own: bool
    is_paused: bool
    fault: str
    version: int


class Attempt(Out):
    """What a talk with a server ended with."""

    outcome: str
    step: str = Field(description="The step that failed; empty: none.")
    message: str


class Tested(Out):
    """Whether an account works."""

    sending: Attempt
    reading: Attempt | None


class Looked(Out):
    """What a look into a mailbox gave."""

    messages: int
    matched: int
    settled: int


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


class SequenceToKeep(In):
    """Steps that follow a mail until somebody answers."""

    name: Name
    steps: list["StepToKeep"] = Field(min_length=1, max_length=10)


class StepToKeep(In):
    """One step: a text, so many business days after the step before."""

    template_id: Annotated[str, Field(max_length=60)]
    days: Annotated[int, Field(ge=1, le=90)]


class StepOut(Out):
    """One step."""

    template_id: str
    days: int


class Sequence(Out):
    """A sequence."""

    sequence_id: str
    name: str
    steps: list[StepOut]
    is_active: bool
    version: int
    number: int = Field(description="Of this version of the steps; what is on its way keeps its own.")
    running: int = Field(description="How many of it are on their way.")


class AddressOut(Out):
    """An address that is not written to."""

    address: str
    reason: str


class AddressToLeave(In):
    """An address that wants no mail."""

    address: Address


class Begin(In):
    """A sequence that is to follow a mail."""

    sequence_id: Id36
    mail_id: Id36


class Made(Out):
    """What was made."""

    id: str


def mail_setup_routes(entrance: Entrance) -> tuple[Routes, ...]:
    """The operations."""
    return _accounts(entrance), _templates(entrance), _sequences(entrance), _no_mail(entrance)


def _accounts(entrance: Entrance) -> Routes:
    accounts, answers, routes = entrance.desk.mail_accounts, entrance.desk.answers, Routes("accounts", "/mail-accounts")

    @routes.get("", _SEE, "The workspace's mail accounts and one's own")
    def list_accounts(actor: Who, paging: Pages) -> Listed[Account]:
        return cut(Account, accounts.list_accounts(actor), paging, lambda each: each.account_id)

    @routes.post("", _SEND, "Add a mail account; the workspace's own need another permission", once=True)
    def add(actor: Who, wanted: AccountToKeep) -> Account:
        account_id = accounts.add(actor, wanted.wish(), Secret(wanted.password or ""))
        return Account.of(accounts.show(actor, account_id))

    @routes.get("/{account_id}", _SEE, "One mail account")
    def show(actor: Who, account_id: str) -> Account:
        return Account.of(accounts.show(actor, account_id))

    @routes.put("/{account_id}", _SEND, "Change a mail account", errors=CHANGED)
    def change(actor: Who, account_id: str, seen: Seen, wanted: AccountToKeep) -> Account:
        password = Secret(wanted.password) if wanted.password is not None else None
        version = seen or accounts.show(actor, account_id).version
        accounts.change(actor, account_id, wanted.wish(), password, version)
        return Account.of(accounts.show(actor, account_id))

    @routes.post("/{account_id}/test", _SEND, "Sign in without sending anything; says which step fails")
    def test(actor: Who, account_id: str) -> Tested:
        sending, reading = accounts.test(actor, account_id)
        return Tested(sending=Attempt.of(sending), reading=Attempt.of(reading) if reading else None)

    @routes.post("/{account_id}/look", _SEND, "Look for answers in its mailbox now")
    def look(actor: Who, account_id: str) -> Looked:
        return Looked.of(answers.look(actor, account_id))

    @routes.post("/{account_id}/pause", _SEND, "Send nothing through it until it goes on", errors=CHANGED)
    def pause(actor: Who, account_id: str) -> None:
        accounts.pause(actor, account_id, is_paused=True)

    @routes.post("/{account_id}/go-on", _SEND, "Let it send again", errors=CHANGED)
    def go_on(actor: Who, account_id: str) -> None:
        accounts.pause(actor, account_id, is_paused=False)

    @routes.delete("/{account_id}", _SEND, "Forget an account and its password", errors=CHANGED)
    def remove(actor: Who, account_id: str) -> None:
        accounts.remove(actor, account_id)

    return routes


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

    def _full(actor: Who, template_id: str) -> TemplateInFull:
        found = templates.show(actor, template_id)
        text = {"subject": found.text.subject, "body": found.text.body, "places": list(found.places)}
        return TemplateInFull.model_validate({**Template.of(found.line).model_dump(), **text})

    return routes


def _sequences(entrance: Entrance) -> Routes:
    follow_ups, routes = entrance.desk.follow_ups, Routes("sequences", "/mail-sequences")

    @routes.get("", _SEE, "Sequences of follow-ups")
    def list_sequences(actor: Who, paging: Pages) -> Listed[Sequence]:
        return cut(Sequence, follow_ups.list_sequences(actor), paging, lambda each: each.sequence_id)

    @routes.post("", _CHANGE, "Keep a sequence", once=True)
    def save(actor: Who, wanted: SequenceToKeep) -> Made:
        steps = tuple(Step(each.template_id, each.days) for each in wanted.steps)
        return Made(id=follow_ups.save_sequence(actor, wanted.name, steps))

    @routes.put("/{sequence_id}", _CHANGE, "Change a sequence; what is on its way keeps its steps", errors=CHANGED)
    def change(actor: Who, sequence_id: str, seen: Seen, wanted: SequenceToKeep) -> None:
        steps = tuple(Step(each.template_id, each.days) for each in wanted.steps)
        follow_ups.change_sequence(actor, sequence_id, wanted.name, steps, seen or None)

    @routes.post("/begin", _SEND, "Let a sequence follow a mail", once=True)
    def begin(actor: Who, wanted: Begin) -> Made:
        return Made(id=follow_ups.begin(actor, wanted.mail_id, wanted.sequence_id))

    @routes.post("/{sequence_id}/off", _CHANGE, "Switch a sequence off, which ends it everywhere", errors=CHANGED)
    def switch_off(actor: Who, sequence_id: str) -> None:
        follow_ups.switch_sequence(actor, sequence_id, is_active=False)

    @routes.post("/{sequence_id}/on", _CHANGE, "Switch a sequence on again", errors=CHANGED)
    def switch_on(actor: Who, sequence_id: str) -> None:
        follow_ups.switch_sequence(actor, sequence_id, is_active=True)

    return routes


def _no_mail(entrance: Entrance) -> Routes:
    follow_ups, routes = entrance.desk.follow_ups, Routes("no-mail", "/no-mail")

    @routes.get("", _SEE, "Addresses that are not written to")
    def list_no_mail(actor: Who, paging: Pages) -> Listed[AddressOut]:
        found = [AddressOut(address=address, reason=reason) for address, reason in follow_ups.list_no_mail(actor)]
        return cut(AddressOut, found, paging, lambda each: each.address)

    @routes.post("", _SEND, "Never write to an address again")
    def add(actor: Who, wanted: AddressToLeave) -> None:
        follow_ups.add_no_mail(actor, wanted.address)

    @routes.delete("/{address}", _SEND, "Write to an address again")
    def remove(actor: Who, address: str) -> None:
        follow_ups.remove_no_mail(actor, address)

    return routes
