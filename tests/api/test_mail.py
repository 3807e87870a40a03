"""E-mail over HTTP: one story, from the account to what became of the message."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from builders.api import ApiOfTest

ACCOUNT = {
    "name": "Desk",
    "sender": "anna@desk.example",
    "host": "127.0.0.1",
    "port": 9,
    "security": "tls",
    "password": "canary-password",
}
MAIL = {
    "receivers": [{"address": "bo@x.example", "name": "Bo Bergen"}],
    "template_id": "thank-you",
    "values": {"title": "Java Developer", "sender_name": "Anna"},
}


@pytest.fixture(scope="module")
def ann(api: ApiOfTest) -> dict[str, str]:
    return api.workspace("mail.ann")


def call(api: ApiOfTest, who: dict[str, str], method: str, path: str, body: object = None, **more: str) -> Any:  # noqa: ANN401
    headers = who | {name.replace("_", "-"): value for name, value in more.items()}
    answer = api.client.request(method, f"/api/v1{path}", json=body, headers=headers)
    assert answer.status_code < 300, answer.text
    return answer.json() if answer.content and answer.headers["content-type"].endswith("json") else answer


def test_an_account_is_kept_without_ever_showing_its_password(api: ApiOfTest, ann: dict[str, str]) -> None:
    made = call(api, ann, "POST", "/mail-accounts", ACCOUNT)
    listed = call(api, ann, "GET", "/mail-accounts")
    changed = call(api, ann, "PUT", f"/mail-accounts/{made['account_id']}", {**ACCOUNT, "password": None})
    tested = call(api, ann, "POST", f"/mail-accounts/{made['account_id']}/test")

    assert "canary" not in f"{made}{listed}{changed}"
    assert made["has_password"]
    assert changed["version"] == made["version"] + 1
    assert (tested["sending"]["outcome"], tested["sending"]["step"]) == ("failed", "connect")
    call(api, ann, "DELETE", f"/mail-accounts/{made['account_id']}")


def test_a_message_is_seen_kept_once_and_had_as_a_file(api: ApiOfTest, ann: dict[str, str]) -> None:
    [seen] = call(api, ann, "POST", "/mails/preview", MAIL)
    kept = call(api, ann, "POST", "/mails", MAIL, Idempotency_Key="mail-1")
    replayed = call(api, ann, "POST", "/mails", MAIL, Idempotency_Key="mail-1")
    again = call(api, ann, "POST", "/mails", MAIL)
    [mail_id] = kept["mail_ids"]
    shown = call(api, ann, "GET", f"/mails/{mail_id}")
    file = call(api, ann, "GET", f"/mails/{mail_id}/file")
    call(api, ann, "POST", f"/mails/{mail_id}/cancel")

    assert seen["problems"] == []
    assert replayed == kept
    assert again["already"] == ["bo@x.example"]
    assert shown["text"] == seen["text"]
    assert b"Subject: Thank you for the conversation about Java Developer" in file.content
    assert call(api, ann, "GET", f"/mails/{mail_id}")["status"] == "cancelled"
    assert call(api, ann, "GET", "/mails/counts")["cancelled"] == 1


def test_what_is_missing_is_named(api: ApiOfTest, ann: dict[str, str]) -> None:
    answer = api.client.post("/api/v1/mails", json={**MAIL, "values": {}}, headers=ann)

    assert answer.status_code == 422
    assert answer.json()["code"] == "not-ready"


def test_a_viewer_sees_mail_and_sends_none(api: ApiOfTest, ann: dict[str, str]) -> None:
    eve = api.workspace("mail.eve")
    kept = call(api, ann, "POST", "/mails", {**MAIL, "again": True})
    path = f"/api/v1/mails/{kept['mail_ids'][0]}"

    assert api.client.get(path, headers=eve).status_code == 404
    assert api.client.post(f"{path}/cancel", headers=eve).status_code == 404


def test_texts_sequences_hours_and_addresses_are_kept(api: ApiOfTest, ann: dict[str, str]) -> None:
    text = {"name": "Mine", "subject": "About {{ title }}", "body": "Hello {{ receiver_name }}"}
    made = call(api, ann, "POST", "/mail-templates", text)
    steps = [{"template_id": made["template_id"], "days": 2}, {"template_id": "follow-up-2", "days": 3}]
    call(api, ann, "POST", "/mail-sequences", {"name": "Twice", "steps": steps})
    hours = call(api, ann, "PUT", "/mails/hours", {"zone": "Europe/Berlin", "holidays": ["2027-01-01"]})
    call(api, ann, "POST", "/no-mail", {"address": "never@x.example"})

    assert made["places"] == ["title", "receiver_name"]
    assert call(api, ann, "GET", "/mail-sequences")["items"][0]["steps"] == steps
    assert (hours["zone"], hours["holidays"]) == ("Europe/Berlin", ["2027-01-01"])
    assert [each["address"] for each in call(api, ann, "GET", "/no-mail")["items"]] == ["never@x.example"]
    assert call(api, ann, "GET", "/follow-ups/to-do") == {"unknown": [], "failed": [], "follow_ups": []}
    refused = api.client.post("/api/v1/mail-templates", json={**text, "body": "{{ 7*7 }}"}, headers=ann)
    assert refused.json()["code"] == "bad-place"


def test_texts_are_tried_go_out_and_come_back(api: ApiOfTest, ann: dict[str, str]) -> None:
    text = {"subject": "About {{ title }}", "body": "Hello {{ receiver_first_name }}"}
    seen = call(api, ann, "POST", "/mail-templates/preview", text)
    kept = call(api, ann, "POST", "/mail-templates", {"name": "Mine", **text})
    call(api, ann, "PUT", f"/mail-templates/{kept['template_id']}", {"name": "Mine", **text, "body": "Good day"})
    versions = call(api, ann, "GET", f"/mail-templates/{kept['template_id']}/versions")["items"]
    exported = call(api, ann, "GET", "/mail-templates/export")
    content = exported if isinstance(exported, str) else json.dumps(exported)
    again = call(api, ann, "POST", "/mail-templates/import", {"content": content})

    assert "{{" not in f"{seen}"
    assert [(each["number"], each["body"]) for each in versions] == [(2, "Good day"), (1, text["body"])]
    assert len(again["template_ids"]) == content.count('"name"')
    assert kept["template_id"] not in again["template_ids"]


def test_what_follows_a_mail_is_seen_and_ended_and_mails_are_found_by_words(
    api: ApiOfTest, ann: dict[str, str]
) -> None:
    account = call(api, ann, "POST", "/mail-accounts", {**ACCOUNT, "name": "Later"})["account_id"]
    written = {"receivers": [{"address": "cleo@x.example"}], "subject": "Quartermaster wanted", "text": "Hello"}
    written |= {"account_id": account, "at": (datetime.now(UTC) + timedelta(days=300)).isoformat()}
    [mail_id] = call(api, ann, "POST", "/mails", written)["mail_ids"]
    steps = [{"template_id": "follow-up-1", "days": 3}]
    sequence = call(api, ann, "POST", "/mail-sequences", {"name": "Once", "steps": steps})
    call(api, ann, "POST", "/mail-sequences/begin", {"mail_id": mail_id, "sequence_id": sequence["id"]})
    [follows] = call(api, ann, "GET", f"/mails/{mail_id}/follow-ups")["items"]
    ended = call(api, ann, "POST", f"/mails/{mail_id}/follow-ups/end")
    found = call(api, ann, "GET", "/mails?q=quarterm")["items"]

    assert follows["status"] == "waiting"
    assert ended == {"ended": 1}
    assert [each["mail_id"] for each in found] == [mail_id]
