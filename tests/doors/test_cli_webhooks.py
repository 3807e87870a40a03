"""Webhooks at the command line: from making one to what became of a message."""

import pytest

from doors.test_cli_mail import DESK, call, installation, values
from loopback.receiver import answers, receiver
from resume_customizer import settings

_ = installation  # the fixture, used by its name below


@pytest.fixture(autouse=True)
def hosts(installation: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """The receiver of the tests may be named."""
    monkeypatch.setenv("RCP_WEBHOOK_PRIVATE_HOSTS", "127.0.0.1")
    settings.read_settings.cache_clear()


def test_a_webhook_is_made_tried_told_and_removed() -> None:
    with receiver() as there:
        made = values("webhook", "add", DESK, there.url, "--name", "Tracking", "--event", "requirement.moved")
        hook = made["webhook_id"]
        tried = values("webhook", "test", DESK, hook)
        added = values("requirement", "add", DESK, "--set", "title=Java Developer")
        call("requirement", "move", DESK, added["requirement"]["id"], "Working")
        call("mailer", "--until-empty")
        listed = values("webhook", "deliveries", DESK, hook)["deliveries"]
        renewed = values("webhook", "secret", DESK, hook)["secret"]
        call("webhook", "send-again", DESK, hook, listed[0]["id"])
        call("mailer", "--until-empty")
        shown = call("webhook", "list", DESK) + call("webhook", "deliveries", DESK, hook)
        off = values("webhook", "change", DESK, hook, "--off")
        call("webhook", "remove", DESK, hook)

    assert made["secret"].startswith("whsec_")
    assert renewed != made["secret"]
    assert tried["answer"] == 204
    assert [each["event"] for each in listed] == ["requirement.moved", "webhook.test"]
    assert {each["status"] for each in listed} == {"delivered"}
    assert len(there.got) == 3
    assert "Tracking" in shown
    assert "whsec_" not in shown
    assert (off["is_active"], off["events"]) == (False, ["requirement.moved"])
    assert values("webhook", "list", DESK)["webhooks"] == []


def test_a_receiver_that_fails_is_said_and_ends_with_a_code() -> None:
    with receiver(answers(500)) as there:
        hook = values("webhook", "add", DESK, there.url, "--name", "Tracking")["webhook_id"]
        told = call("webhook", "test", DESK, hook, code=1)
    assert "status 500" in told


def test_a_host_inside_is_refused_in_a_sentence() -> None:
    call("webhook", "add", DESK, "https://10.0.0.8/", "--name", "Inside", code=3)
