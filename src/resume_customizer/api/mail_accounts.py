"""Mail accounts: whose server mail goes out through, and whether it works."""

from typing import Annotated, Literal

from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Address, Flag, In, Listed, Name, Out, Text, Whole
from resume_customizer.api.pages import Pages, cut
from resume_customizer.api.routes import CHANGED, Routes, Who
from resume_customizer.api.versions import Seen
from resume_customizer.core.permissions import Action
from resume_customizer.core.secret_text import Secret
from resume_customizer.services.mail.mail_accounts import AccountWish

_SEE, _SEND = Action.VIEW_RECORDS, Action.SEND_MAIL
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
    port: Annotated[Whole, Field(ge=0, le=65_535)] = 0
    security: Literal["", "tls", "starttls", "none"] = ""
    user_name: Annotated[str, Text("title")] = ""
    signs_in_with: Literal["password", "token"] = "password"
    imap_host: _Host = ""
    imap_port: Annotated[Whole, Field(ge=1, le=65_535)] = 993
    sent_folder: Annotated[str, Text("title")] = ""
    per_minute: Annotated[Whole, Field(ge=0, le=6_000)] = 30
    is_own: Flag = Field(False, description="Only the one who adds it sees and uses it.")
    password: Annotated[str, Field(max_length=1_024)] | None = Field(
        None,
        description="Never shown again; without one, the password that there is stays.",
        examples=["plum vase on the sill"],
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


def mail_account_routes(entrance: Entrance) -> Routes:
    """The operations."""
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
