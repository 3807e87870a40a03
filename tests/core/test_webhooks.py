"""What webhooks are told: the promises of resume_customizer.core.webhooks."""

import hashlib
import hmac
import json
from base64 import b64decode, b64encode
from datetime import UTC, datetime, timedelta

import pytest

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.secret_text import Secret
from resume_customizer.core.webhooks import (
    CHOICE,
    MOST_TRIES,
    Event,
    Secrets,
    events_of,
    headers_of,
    is_dead,
    message_of,
    new_secret,
    read_secrets,
    target_of,
    wait_after,
)

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SECRET, OTHER = new_secret(bytes(range(32))), new_secret(bytes(32))


def fits(secret: Secret, headers: dict[str, str], body: str) -> bool:
    """What a receiver does, written down once more: Standard Webhooks, section “Verifying webhook authenticity”."""
    key = b64decode(secret.reveal().split("_", 1)[1])
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.{body}".encode()
    wanted = "v1," + b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()
    return wanted in headers["webhook-signature"].split(" ")


def test_a_message_is_signed_as_the_specification_says() -> None:
    """The example of the specification's own libraries."""
    secret = Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    at = datetime.fromtimestamp(1614265330, UTC)
    headers = headers_of("msg_p5jXN8AQM9LWM0D4loKWxJek", '{"test": 2432232314}', Secrets(secret), at)

    assert headers == {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }


def test_a_changed_body_id_or_time_does_not_fit() -> None:
    headers = headers_of("a", "{}", Secrets(SECRET), NOW)

    assert fits(SECRET, headers, "{}")
    assert not fits(OTHER, headers, "{}")
    assert not fits(SECRET, headers, "{ }")
    assert not fits(SECRET, {**headers, "webhook-id": "b"}, "{}")
    assert not fits(SECRET, {**headers, "webhook-timestamp": "1"}, "{}")


def test_both_secrets_fit_for_a_day_after_a_change() -> None:
    secrets = read_secrets(Secrets(SECRET).renewed(OTHER, NOW).written())
    at_once, later = (headers_of("a", "{}", secrets, NOW + timedelta(hours=hours)) for hours in (0, 25))

    assert fits(SECRET, at_once, "{}")
    assert fits(OTHER, at_once, "{}")
    assert fits(OTHER, later, "{}")
    assert not fits(SECRET, later, "{}")


def test_a_message_is_json_with_its_type_its_time_and_ids() -> None:
    body = json.loads(message_of(Event.JOB_FINISHED, NOW, "w", {"job_id": "j", "status": "done"}))

    assert body == {
        "type": "job.finished",
        "timestamp": "2026-11-23T09:00:00+00:00",
        "data": {"workspace_id": "w", "job_id": "j", "status": "done"},
    }


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://hooks.example/a", "no address of a web server"),
        ("hooks.example/a", "no address of a web server"),
        ("https://", "no address of a web server"),
        ("https://ann:pw@hooks.example/", "user or password"),  # pragma: allowlist secret
        ("https://hooks.example/#part", "behind a #"),
        ("https://hooks.example:22/", "The port is"),
        ("https://hooks.example:0/", "The port is"),
        ("https://hooks.example:99999/", "This is no address"),
        ("https://[::1/", "This is no address"),
        ("https://hööks.example/", "ASCII"),
        ("https://hooks.example/a b", "ASCII"),
        ("https://hooks.example/a\r\nHost: x", "ASCII"),
        ("https://hooks.example\\@evil.example/", "ASCII"),
        ("https://hooks.example/" + "a" * 2_000, "at most 2,000"),
    ],
)
def test_what_is_no_plain_address_is_refused_with_the_reason(url: str, why: str) -> None:
    with pytest.raises(InvalidInput, match=why):
        target_of(url)


def test_an_address_has_its_parts() -> None:
    found = target_of("https://hooks.example:8443/a/b?c=d")

    assert (found.host, found.port, found.path, found.is_tls) == ("hooks.example", 8443, "/a/b?c=d", True)
    assert (target_of("http://hooks.example").port, target_of("http://hooks.example").path) == (80, "/")


def test_no_event_named_means_all_but_the_trial() -> None:
    assert events_of(()) == CHOICE
    assert events_of(("reply.received", "job.finished")) == ("job.finished", "reply.received")
    with pytest.raises(InvalidInput, match=r"job\.finished"):
        events_of(("webhook.test",))


def test_each_try_waits_longer_and_there_is_a_last_one() -> None:
    waits = [wait_after(tries, 0.0) for tries in range(1, MOST_TRIES)]
    by_chance = [wait_after(tries, 1.0) for tries in range(1, MOST_TRIES)]

    assert waits == sorted(waits, key=lambda each: each or timedelta())
    assert len(set(waits)) == MOST_TRIES - 1
    assert all(late and soon and soon < late <= soon * 1.2 for soon, late in zip(waits, by_chance, strict=True))
    assert wait_after(MOST_TRIES, 0.0) is None
    assert timedelta(hours=12) < sum((each or timedelta() for each in waits), timedelta()) < timedelta(days=2)


def test_a_receiver_is_given_up_after_a_day_and_not_after_many_failures_in_an_hour() -> None:
    assert is_dead(10, NOW - timedelta(days=1), NOW)
    assert not is_dead(1_000, NOW - timedelta(hours=1), NOW)
    assert not is_dead(9, NOW - timedelta(days=5), NOW)
    assert not is_dead(0, None, NOW)
