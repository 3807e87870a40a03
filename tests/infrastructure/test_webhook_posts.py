"""Posting to receivers: the promises of resume_customizer.infrastructure.webhook_posts."""

from pathlib import Path

import pytest

from loopback.mail_server import make_authority
from loopback.receiver import Behaviour, answers, drips, hangs, hangs_up, receiver
from resume_customizer.core.errors import InvalidInput, NotPermitted
from resume_customizer.core.webhooks import target_of
from resume_customizer.infrastructure.network_targets import Targets
from resume_customizer.infrastructure.webhook_posts import WebhookPosts, WebhookSetting
from resume_customizer.services.ports import Reply

HERE = WebhookSetting("127.0.0.1", seconds=1.0)


def posted(url: str, setting: WebhookSetting = HERE, targets: Targets | None = None) -> Reply:
    return WebhookPosts(setting, targets).post(target_of(url), '{"a": 1}', {"webhook-id": "m"})


def test_a_message_arrives_as_it_is_with_its_headers() -> None:
    with receiver() as there:
        reply = posted(there.url)
    [(path, headers, body)] = there.got

    assert (reply.status, reply.fault) == (204, "")
    assert (path, body, headers["webhook-id"]) == ("/told?by=us", '{"a": 1}', "m")
    assert headers["content-type"] == "application/json"


@pytest.mark.parametrize("status", [200, 302, 307, 400, 410, 500, 503])
def test_the_receivers_status_is_told_and_a_redirect_is_not_followed(status: int) -> None:
    with receiver() as other, receiver(answers(status, Location=other.url)) as there:
        reply = posted(there.url)

    assert (reply.status, reply.fault) == (status, "")
    assert other.got == []


@pytest.mark.parametrize(
    ("behave", "why"), [(hangs, "in time"), (drips, "in time"), (hangs_up, "lost")], ids=["hangs", "drips", "hangs up"]
)
def test_a_receiver_that_does_not_answer_costs_its_time_and_no_more(behave: Behaviour, why: str) -> None:
    with receiver(behave) as there:
        reply = posted(there.url)

    assert reply.status == 0
    assert why in reply.fault
    assert reply.milliseconds < 20_000


def test_nobody_there_is_told() -> None:
    with receiver() as gone:
        pass
    assert "does not answer" in posted(gone.url).fault


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "127.1", "0x7f000001", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254", "10.1.2.3"],
)
def test_a_host_inside_is_not_connected_to_however_it_is_written(host: str) -> None:
    with receiver() as there:
        port = there.url.split(":")[2].split("/")[0]
        reply = posted(f"https://{host}:{port}/", WebhookSetting(seconds=1.0))
    assert (reply.status, there.got) == (0, [])
    assert "own network" in reply.fault


def test_a_name_that_leads_inside_with_a_later_try_is_refused_then() -> None:
    asked: list[str] = []

    def changing(host: str, _: int) -> list[str]:
        asked.append(host)
        return ["93.184.216.34"] if len(asked) == 1 else ["127.0.0.1"]

    targets = Targets(look_up=changing)
    posts = WebhookPosts(WebhookSetting(seconds=1.0), targets)
    with receiver() as there:
        port = int(there.url.split(":")[2].split("/")[0])
        assert [str(each) for each in targets.resolve("rebinds.example", port)] == ["93.184.216.34"]
        reply = posts.post(target_of(f"https://rebinds.example:{port}/"), "{}", {})

    assert asked == ["rebinds.example"] * 2
    assert (reply.status, there.got) == (0, [])
    assert "own network" in reply.fault


def test_without_tls_only_a_host_that_the_operator_allows_is_named() -> None:
    posts = WebhookPosts(HERE)
    posts.check(target_of("http://127.0.0.1:8080/"))
    posts.check(target_of("https://hooks.example/"))
    with pytest.raises(InvalidInput, match="over https"):
        posts.check(target_of("http://hooks.example/"))
    for inside in ("https://10.0.0.1/", "https://intranet/", "https://db.internal/", "https://[fd00::1]/"):
        with pytest.raises(NotPermitted, match="own network"):
            posts.check(target_of(inside))


def test_certificates_are_checked(tmp_path: Path) -> None:
    authority = make_authority(tmp_path)
    with receiver(tls=authority.context()) as there:
        known = posted(there.url, WebhookSetting("localhost", authority.file, 5.0))
        unknown = posted(there.url, WebhookSetting("localhost", seconds=5.0))

    assert known.status == 204
    assert unknown.status == 0
    assert "certificate" in unknown.fault
    assert len(there.got) == 1
