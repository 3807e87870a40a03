"""Which hosts may be named: the promises of resume_customizer.infrastructure.network_targets."""

import socket
from contextlib import closing

import pytest

from resume_customizer.core.errors import NotPermitted, Unavailable
from resume_customizer.core.mail_server import ImapAccount, SmtpAccount
from resume_customizer.core.webhooks import target_of
from resume_customizer.infrastructure.mail_means import MailSetting, make_mail_means
from resume_customizer.infrastructure.network_targets import Targets, targets_of
from resume_customizer.infrastructure.webhook_posts import WebhookPosts, WebhookSetting

PRIVATE = """127.0.0.1 127.1 2130706433 0x7f000001 0177.0.0.1 0.0.0.0 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254
100.64.0.1 224.0.0.1 255.255.255.255 ::1 :: fe80::1 fc00::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 2002:7f00:1:: ff02::1
localhost""".split()


@pytest.mark.parametrize("host", PRIVATE)
def test_an_address_that_is_not_public_is_refused_in_any_spelling(host: str) -> None:
    with pytest.raises(NotPermitted) as caught:
        Targets().resolve(host, 25)
    assert caught.value.code == "private-host"


def test_no_connection_is_made_to_a_private_host() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as canary:
        canary.settimeout(0.05)
        with pytest.raises(NotPermitted):
            Targets().connect("127.0.0.1", canary.getsockname()[1], 1)
        with pytest.raises(TimeoutError):
            canary.accept()


def test_one_private_address_among_several_is_enough_to_refuse() -> None:
    def one(host: str, port: int) -> list[str]:
        return ["8.8.8.8", "2001:4860:4860::8888%eth0"]

    assert len(Targets().resolve("mail.example.com", 25, one)) == 2
    with pytest.raises(NotPermitted):
        Targets().resolve("mail.example.com", 25, lambda host, port: [*one(host, port), "10.0.0.1"])


@pytest.mark.parametrize("targets", [Targets(allow_private=True), Targets(allowed_hosts=frozenset({"localhost"}))])
def test_the_operator_can_allow_it(targets: Targets) -> None:
    with (
        closing(socket.create_server(("127.0.0.1", 0))) as server,
        closing(targets.connect("localhost", server.getsockname()[1], 5)) as connection,
    ):
        assert connection.getpeername()[0] == "127.0.0.1"


def test_a_public_address_is_allowed() -> None:
    assert [str(address) for address in Targets().resolve("8.8.8.8", 25)] == ["8.8.8.8"]


def test_a_host_that_does_not_answer_is_told_with_its_port() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]
    with pytest.raises(Unavailable, match=f"port {port}"):
        Targets(allow_private=True).connect("127.0.0.1", port, 5)


@pytest.mark.parametrize("host", ["mail.partner.example", "MAIL.partner.example.", "a.b.cloud.example", "10.0.0.5"])
def test_what_the_operator_lists_may_be_named(host: str) -> None:
    rule = targets_of("10.0.0.5", "mail.partner.example, .cloud.example")

    rule.check_written(host)
    assert rule.resolve(host, 25, lambda _host, _port: ["8.8.8.8"])


@pytest.mark.parametrize(
    "host", ["evil.example", "xmail.partner.example", "cloud.example", "mail.partner.example.evil.example", "8.8.8.8"]
)
def test_where_hosts_are_listed_no_other_one_is_looked_up_or_connected_to(host: str) -> None:
    rule, asked = targets_of("*", "mail.partner.example, .cloud.example"), list[str]()

    def look_up(name: str, _port: int) -> list[str]:
        asked.append(name)
        return ["8.8.8.8"]

    for attempt in (lambda: rule.check_written(host), lambda: rule.resolve(host, 25, look_up)):
        with pytest.raises(NotPermitted, match="Ask its operator to add it") as refused:
            attempt()
        assert refused.value.code == "unlisted-host"
    assert asked == []


def test_mail_and_webhooks_of_users_are_held_to_the_list() -> None:
    posts = WebhookPosts(WebhookSetting(outside_hosts=".partner.example"))
    means = make_mail_means(MailSetting(outside_hosts=".partner.example"))

    posts.check(target_of("https://hooks.partner.example/in"))
    with pytest.raises(NotPermitted):
        posts.check(target_of("https://hooks.evil.example/in"))
    for examined in (
        means.servers.examine(SmtpAccount("smtp.evil.example", 587, "starttls")),
        means.mailboxes.examine(ImapAccount("imap.evil.example", 993, "anna", "-")),
    ):
        assert examined.outcome != "sent"
        assert "may connect to" in examined.message
