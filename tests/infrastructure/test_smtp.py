"""Handing a message to a mail server: the promises of resume_customizer.infrastructure.smtp."""

import time
from contextlib import closing
from pathlib import Path
from threading import Timer

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from loopback.mail_server import (
    PASSWORD,
    Authority,
    Inbox,
    MailServer,
    mail_server,
    make_authority,
    scripted_server,
)
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.mail_server import PROVIDERS, Attempt, Security, SmtpAccount
from resume_customizer.infrastructure import deadlines
from resume_customizer.infrastructure.network_targets import Targets
from resume_customizer.infrastructure.smtp import SmtpSender

SENDER, TO, ALSO = "anna@desk.example", "bert@vendor.example", "carl@vendor.example"
CONTENT = b"Subject: Hello\r\n\r\n.\r\n..two\r\n.hidden\r\nlast line"
GREETING, FINE = b"220 hello\r\n", b"250 fine\r\n"
LOOPBACK = Targets(allow_private=True)
pytestmark = pytest.mark.filterwarnings(
    "ignore:Requiring AUTH while not requiring TLS"
)  # it is there from the first byte


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("authority"))


def send(server: MailServer, *to: str, seconds: float = 5.0) -> Attempt:
    return once(SmtpSender(LOOPBACK, seconds), SmtpAccount(server.host, server.port, "none"), *to)


def once(sender: SmtpSender, account: SmtpAccount, *to: str) -> Attempt:
    """One message over a line of its own."""
    with closing(sender.line(account)) as line:
        return line.send(SENDER, to or (TO,), CONTENT)


def test_a_message_arrives_as_it_is() -> None:
    with mail_server() as server:
        delivery = send(server, TO, ALSO)

    [taken] = server.inbox.taken
    assert delivery == Attempt("sent")
    assert (taken.sender, taken.recipients) == (SENDER, [TO, ALSO])
    assert taken.content == CONTENT + b"\r\n"


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_password_is_taken_over_tls(authority: Authority, security: Security) -> None:
    with mail_server(user="anna", **{security: authority.context()}) as server:
        sender = SmtpSender(LOOPBACK, 5, authority.file)
        good = SmtpAccount(server.host, server.port, security, "anna", PASSWORD)
        bad = SmtpAccount(server.host, server.port, security, "anna", "wrong-canary")

        assert sender.examine(good).outcome == "sent"
        assert once(sender, good) == Attempt("sent")
        refusal = once(sender, bad)

    assert (refusal.outcome, refusal.step) == ("failed", "sign-in")
    assert "535" in refusal.message
    assert "canary" not in refusal.message
    assert len(server.inbox.taken) == 1


@pytest.mark.parametrize("security", ["tls", "starttls"])
@pytest.mark.parametrize("fault", ["unknown authority", "other name"])
def test_a_certificate_that_is_not_good_ends_the_talk_before_the_password(
    authority: Authority, security: Security, fault: str
) -> None:
    name = "elsewhere.example" if fault == "other name" else "localhost"
    with mail_server(user="anna", **{security: authority.context(name)}) as server:
        sender = SmtpSender(LOOPBACK, 5, authority.file if fault == "other name" else None)
        delivery = once(sender, SmtpAccount(server.host, server.port, security, "anna", PASSWORD))

    assert delivery.outcome == "deferred"
    assert "certificate is not good" in delivery.message
    assert server.inbox.taken == []


def test_a_server_without_starttls_gets_no_password() -> None:
    with mail_server() as server:
        account = SmtpAccount(server.host, server.port, "starttls", "anna", PASSWORD)
        delivery = once(SmtpSender(LOOPBACK, 5), account)

    assert (delivery.step, server.inbox.taken) == ("tls", [])
    assert "offers no STARTTLS" in delivery.message


def test_a_server_that_speaks_no_tls_is_told() -> None:
    with mail_server() as server:
        delivery = SmtpSender(LOOPBACK, 5).examine(SmtpAccount(server.host, server.port, "tls"))

    assert (delivery.outcome, delivery.step) == ("failed", "connect")
    assert "does not speak TLS" in delivery.message


def test_a_password_without_tls_is_refused_and_never_shown() -> None:
    with pytest.raises(InvalidInput):
        SmtpAccount("mail.example", 25, "none", "anna", PASSWORD)
    assert PASSWORD not in repr(SmtpAccount("mail.example", 465, "tls", "anna", PASSWORD))


def test_recipients_that_are_refused_are_named_and_the_others_get_the_message() -> None:
    with mail_server(Inbox(refusals={TO: "550 no such person"})) as server:
        delivery = send(server, TO, ALSO)

    assert (delivery.outcome, delivery.refused) == ("sent", {TO: "550 no such person"})
    assert server.inbox.taken[0].recipients == [ALSO]


@pytest.mark.parametrize(
    ("refusals", "outcome"),
    [
        ({TO: "550 no such person"}, "failed"),
        ({TO: "451 greylisted"}, "deferred"),
        ({TO: "550 no such person", ALSO: "450 busy"}, "deferred"),
    ],
)
def test_without_any_recipient_it_is_failed_or_deferred(refusals: dict[str, str], outcome: str) -> None:
    with mail_server(Inbox(refusals=refusals)) as server:
        delivery = send(server, *refusals)

    assert (delivery.outcome, delivery.step, server.inbox.taken) == (outcome, "recipients", [])


@pytest.mark.parametrize(("end", "outcome"), [("552 over quota", "failed"), ("452 disk is full", "deferred")])
def test_what_the_server_says_at_the_end_counts(end: str, outcome: str) -> None:
    with mail_server(Inbox(end=end)) as server:
        delivery = send(server)

    assert (delivery.outcome, delivery.step) == (outcome, "end")
    assert end[4:] in delivery.message


UP_TO_DATA = [GREETING, FINE, FINE, FINE, b"354 go on\r\n"]


@pytest.mark.parametrize(
    ("answers", "outcome", "step"),
    [
        ([None], "deferred", "connect"),
        ([b"554 go away\r\n"], "failed", "greeting"),
        ([b"421 too busy\r\n"], "deferred", "greeting"),
        ([GREETING, None], "deferred", "hello"),
        ([GREETING, FINE, None], "deferred", "sender"),
        ([GREETING, FINE, b"530 sign in first\r\n"], "failed", "sender"),
        ([GREETING, FINE, FINE, None], "deferred", "recipients"),
        ([GREETING, FINE, FINE, FINE, None], "deferred", "data"),
        ([GREETING, FINE, FINE, FINE, b"451 later\r\n"], "deferred", "data"),
        ([*UP_TO_DATA, None], "unknown", "end"),
        ([*UP_TO_DATA, b"250 taken\r\n", None], "sent", ""),
    ],
)
def test_a_message_whose_fate_is_not_known_is_unknown_and_one_that_was_not_taken_is_never_sent(
    answers: list[bytes | None], outcome: str, step: str
) -> None:
    with scripted_server(answers) as server:
        delivery = send(server)

    assert (delivery.outcome, delivery.step) == (outcome, step)


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ([], "deferred"),
        ([GREETING, FINE], "deferred"),
        ([GREETING, b"250-more\r\n" * 20], "deferred"),
        (UP_TO_DATA, "unknown"),
    ],
    ids="silent sender endless end".split(),
)
def test_a_server_that_says_nothing_is_left_in_time(answers: list[bytes | None], outcome: str) -> None:
    begin = time.monotonic()
    with scripted_server(answers) as server:
        delivery = send(server, seconds=1.5)

    assert (delivery.outcome, "in time" in delivery.message) == (outcome, True)
    assert time.monotonic() - begin < 10


def test_a_server_is_left_in_time_and_says_so_also_when_the_machine_is_late(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadlines, "Timer", lambda seconds, cut: Timer(seconds + 30, cut))

    with scripted_server(UP_TO_DATA) as server:
        delivery = send(server, seconds=0.5)

    assert (delivery.outcome, "in time" in delivery.message) == ("unknown", True)


def test_a_host_inside_the_installations_own_network_is_refused() -> None:
    with mail_server() as server:
        delivery = once(SmtpSender(Targets()), SmtpAccount("127.0.0.1", server.port, "none"))

    assert (delivery.outcome, delivery.step) == ("failed", "connect")
    assert "own network" in delivery.message


def test_addresses_beyond_ascii_go_to_servers_that_take_them() -> None:
    with mail_server() as server:
        assert send(server, "größe@vendor.example").outcome == "sent"
    with mail_server(utf8=False) as server:
        assert send(server, "größe@vendor.example").outcome == "failed"


def test_an_oauth_token_is_used_instead_of_a_password(authority: Authority) -> None:
    answers = [GREETING, b"250-hello\r\n250 AUTH XOAUTH2\r\n"]
    good, bad = [*answers, b"235 welcome\r\n"], [*answers, b"334 eyJ9\r\n", b"535 expired\r\n"]
    sender = SmtpSender(LOOPBACK, 5, authority.file)
    deliveries = []
    for script in (good, bad):
        with scripted_server(script, authority.context()) as server:
            account = SmtpAccount(server.host, server.port, "tls", "anna", token=lambda: "ya29.canary")
            deliveries.append(sender.examine(account))

    assert [(delivery.outcome, delivery.step) for delivery in deliveries] == [("sent", ""), ("failed", "sign-in")]
    assert "canary" not in deliveries[1].message


def test_what_a_server_says_is_shown_without_control_characters() -> None:
    with scripted_server([b"554 \x1b[31mevil\x07 text\r\n"]) as server:
        message = send(server).message

    assert message.isprintable()
    assert "evil" in message


def test_providers_ask_for_tls() -> None:
    assert {provider.security for provider in PROVIDERS.values()} == {"tls", "starttls"}
    assert all(Path(provider.host).suffix for provider in PROVIDERS.values())


# ------------------------------------------------------------------ several messages over one line


class Counting(Inbox):
    """Counts who came in."""

    hellos = 0

    async def handle_EHLO(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        self.hellos += 1
        session.host_name = hostname
        return responses


def test_several_messages_go_over_one_connection_and_a_refused_one_spoils_no_other() -> None:
    inbox = Counting(refusals={ALSO: "550 nobody"})
    with mail_server(inbox) as server:
        sender = SmtpSender(LOOPBACK, 5)
        with closing(sender.line(SmtpAccount(server.host, server.port, "none"))) as line:
            outcomes = [line.send(SENDER, (to,), CONTENT).outcome for to in (TO, ALSO, TO, ALSO, TO)]

    assert outcomes == ["sent", "failed", "sent", "failed", "sent"]
    assert [each.recipients for each in inbox.taken] == [[TO]] * 3
    assert inbox.hellos == 1


@pytest.mark.parametrize("ending", ["421 too many messages", "cut", "cut after an answer"])
def test_a_server_that_closed_the_line_between_two_messages_costs_neither_anything(ending: str) -> None:
    fine: list[bytes | None] = [GREETING, FINE, FINE, FINE, b"354 go on\r\n", FINE]
    leaving: dict[str, list[bytes | None]] = {
        "421 too many messages": [b"421 enough\r\n"],
        "cut after an answer": [FINE],
    }
    with scripted_server([*fine, *leaving.get(ending, []), None], also=fine) as server:
        sender = SmtpSender(LOOPBACK, 5)
        with closing(sender.line(SmtpAccount(server.host, server.port, "none"))) as line:
            outcomes = [line.send(SENDER, (TO,), CONTENT).outcome for _ in range(2)]

    assert outcomes == ["sent", "sent"]


def test_a_line_that_is_lost_after_the_text_leaves_the_fate_unknown_and_is_not_tried_again() -> None:
    fine: list[bytes | None] = [GREETING, FINE, FINE, FINE, b"354 go on\r\n", FINE]
    lost: list[bytes | None] = [FINE, FINE, b"354 go on\r\n", None]
    with scripted_server([*fine, *lost], also=fine) as server:
        sender = SmtpSender(LOOPBACK, 5)
        with closing(sender.line(SmtpAccount(server.host, server.port, "none"))) as line:
            outcomes = [line.send(SENDER, (TO,), CONTENT).outcome for _ in range(2)]

    assert outcomes == ["sent", "unknown"]
