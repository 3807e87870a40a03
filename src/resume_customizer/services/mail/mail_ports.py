"""What mail needs from outside, as services see it; adapters are in `infrastructure/`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeAlias

from resume_customizer.core.account_mails import Letter
from resume_customizer.core.mail import Mailbox
from resume_customizer.core.mail_server import Attempt, ImapAccount, SmtpAccount

AccessTokens: TypeAlias = Callable[[str], str]
"""A fresh OAuth 2 access token for a user's name; raises Unavailable."""


ToPdf: TypeAlias = Callable[[bytes], bytes]
"""The pages of a Word document; raises Unavailable where no program for it is installed, UnreadableInput."""


class NewMails(NamedTuple):
    """Messages that came, as they went over the wire, and how far the folder is read by that."""

    messages: tuple[bytes, ...]
    read_until: str


class BuiltInText(NamedTuple):
    """A text that comes with the program, with its places as people write them."""

    name: str
    about: str
    subject: str
    body: str


class MailLine(Protocol):
    """A line to one server, over which several messages go; for one thread."""

    def send(self, sender: str, recipients: tuple[str, ...], content: bytes) -> Attempt:
        """Try once; never raises for what a server does."""
        ...

    def close(self) -> None:
        """Hang up."""
        ...


class MailServers(Protocol):
    """Servers that take mail, as users name them; never raise for what a server does."""

    def line(self, account: SmtpAccount) -> MailLine:
        """A line to the server of an account; it connects when there is something to send."""
        ...

    def examine(self, account: SmtpAccount) -> Attempt:
        """Everything but a message."""
        ...


class Mailboxes(Protocol):
    """Servers that keep what came and what was sent."""

    def examine(self, account: ImapAccount) -> Attempt:
        """Whether it can be read; never raises for what a server does."""
        ...

    def read_new(self, account: ImapAccount, folder: str, read_until: str) -> NewMails:
        """What came since; for the first time, only where the folder ends now. Raises Unavailable."""
        ...

    def holds(self, account: ImapAccount, folder: str, message_id: str) -> bool:
        """Whether a message is in a folder. Raises Unavailable."""
        ...


class BuiltInTexts(Protocol):
    """Texts that come with the program."""

    def list_names(self) -> tuple[str, ...]:
        """What they are called."""
        ...

    def get(self, name: str) -> BuiltInText:
        """One of them; raises NotFound."""
        ...

    def fill(self, name: str, values: Mapping[str, str]) -> tuple[Letter, str]:
        """Subject and text, and its HTML. Raises InvalidInput `unfilled-places` that names what has no value."""
        ...


@dataclass(frozen=True, slots=True)
class OwnServer:
    """The mail server of the installation itself, which its operator has set; it may be inside its own network."""

    route: SmtpAccount
    sender: Mailbox
    servers: MailServers


@dataclass(frozen=True, slots=True)
class MailMeans:
    """What services of mail are made from."""

    servers: MailServers
    mailboxes: Mailboxes
    texts: BuiltInTexts
    tokens: AccessTokens
    to_pdf: ToPdf
    own: OwnServer | None = None
    """None: letters of the program itself wait as drafts."""
