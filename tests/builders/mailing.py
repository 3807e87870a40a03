"""Mail in tests: an account at a server on loopback, a text, and what went out.

desk + server  ->  an_account()  ->  writing("bert@…")  ->  desk.composing.queue()  ->  send_all()
"""

from typing import Any

from builders.desk import Desk
from loopback.mail_server import MailServer
from resume_customizer.core.actor import Actor
from resume_customizer.core.mail_lists import Receiver
from resume_customizer.core.records.mail import Delivery, OutboxMail
from resume_customizer.core.secret_text import Secret
from resume_customizer.services.mail.mail_accounts import AccountWish
from resume_customizer.services.mail.mail_drafts import Writing
from resume_customizer.services.mail.mail_templates import TemplateText

SENDER = "anna@desk.example"
HELLO = TemplateText("Hello {{ receiver_name }}", "Hello {{ receiver_first_name }},\n\nhere I am.\n\n{{ signature }}")


def an_account(desk: Desk, actor: Actor, server: MailServer, **wish: Any) -> str:  # noqa: ANN401
    """An account at a server that asks for no sign-in, without speed limits."""
    values: dict[str, Any] = {"security": "none", "per_minute": 0, "sender_name": "Anna Vroom", **wish}
    return desk.mail_accounts.add(
        actor, AccountWish("Desk", SENDER, host=server.host, port=server.port, **values), Secret("")
    )


def writing(account_id: str, *addresses: str, **more: Any) -> Writing:  # noqa: ANN401
    """A greeting to each of these people, who are called Bert Boe 1 and so on."""
    receivers = tuple(Receiver(each, f"Bert Boe {number}") for number, each in enumerate(addresses, 1))
    values: dict[str, Any] = {"receivers": receivers, "text": HELLO, "account_id": account_id, **more}
    return Writing(**values)


def send_all(desk: Desk) -> None:
    """Send until nothing is due now."""
    while desk.services.sending.send_due():
        pass


def statuses(desk: Desk, actor: Actor) -> dict[str, str]:
    """What became of each receiver, by address."""
    with desk.ground.inside(actor) as tx:
        return {each.receiver: each.status for each in tx.every(Delivery)}


def mails(desk: Desk, actor: Actor) -> list[OutboxMail]:
    """The mails of a workspace, the oldest first."""
    with desk.ground.inside(actor) as tx:
        return list(tx.every(OutboxMail))
