"""Webhooks over HTTP: one story, from making one to what became of a message."""

from typing import Any

import pytest

from builders.api import ApiOfTest
from builders.requirements import a_requirement
from loopback.receiver import Receiver, answers, receiver


@pytest.fixture(scope="module")
def ann(api: ApiOfTest) -> dict[str, str]:
    return api.workspace("hooks.ann")


def call(api: ApiOfTest, who: dict[str, str], method: str, path: str, body: object = None, **more: str) -> Any:  # noqa: ANN401
    headers = who | {name.replace("_", "-"): value for name, value in more.items()}
    answer = api.client.request(method, f"/api/v1{path}", json=body, headers=headers)
    assert answer.status_code < 300, answer.text
    return answer.json() if answer.content else None


def move(api: ApiOfTest, who: dict[str, str]) -> None:
    """Something to be told of."""
    made = call(api, who, "POST", "/requirements", {"title": a_requirement()["title"]})
    call(api, who, "PUT", f"/requirements/{made['requirement']['id']}/status", {"status": "Working"})
    while api.desk.delivering.deliver_due():
        pass


def made(api: ApiOfTest, who: dict[str, str], there: Receiver) -> dict[str, Any]:
    wish = {"name": "Tracking", "url": there.url, "events": ["requirement.moved"]}
    return call(api, who, "POST", "/webhooks", wish)


def test_a_webhook_is_made_tried_told_and_removed(api: ApiOfTest, ann: dict[str, str]) -> None:
    with receiver() as there:
        hook = made(api, ann, there)
        path = f"/webhooks/{hook['webhook_id']}"
        tried = call(api, ann, "POST", f"{path}/test")
        move(api, ann)
        delivered = call(api, ann, "GET", f"{path}/deliveries?status=delivered")["items"]
        one = call(api, ann, "GET", f"{path}/deliveries/{delivered[0]['id']}")
        call(api, ann, "POST", f"{path}/deliveries/{tried['id']}/send-again")
        listed = call(api, ann, "GET", "/webhooks")["items"]
        call(api, ann, "DELETE", path)

    assert hook["secret"].startswith("whsec_")
    assert tried["answer"] == 204
    assert [each["event"] for each in delivered] == ["requirement.moved", "webhook.test"]
    assert one == delivered[0]
    assert [each["webhook_id"] for each in listed] == [hook["webhook_id"]]
    assert hook["secret"] not in f"{listed}{delivered}"
    assert api.client.get(f"/api/v1{path}", headers=ann).status_code == 404


def test_a_change_keeps_the_secret_and_is_refused_to_who_saw_an_old_one(api: ApiOfTest, ann: dict[str, str]) -> None:
    with receiver(answers(500)) as there:
        hook = made(api, ann, there)
        path, wish = f"/webhooks/{hook['webhook_id']}", {"name": "Other", "url": there.url, "is_active": False}
        changed = call(api, ann, "PUT", path, wish, If_Match='"1"')
        late = api.client.put(f"/api/v1{path}", json=wish, headers={**ann, "If-Match": '"1"'})
        renewed = call(api, ann, "POST", f"{path}/secret")["secret"]

    assert (changed["name"], changed["is_active"], changed["version"]) == ("Other", False, 2)
    assert late.status_code == 412
    assert renewed.startswith("whsec_")
    assert renewed != hook["secret"]


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        ({"name": "A", "url": "http://hooks.example/"}, "url"),
        ({"name": "A", "url": "https://hooks.example/", "events": ["webhook.test"]}, "events"),
        ({"name": "A", "url": "https://hooks.example/", "events": ["nothing.ever"]}, "events"),
        ({"name": "A", "url": "https://hooks.example/", "secret": "mine"}, "secret"),
    ],
)
def test_what_is_wrong_is_said_with_its_field(
    api: ApiOfTest, ann: dict[str, str], wish: dict[str, Any], field: str
) -> None:
    answer = api.client.post("/api/v1/webhooks", json=wish, headers=ann)

    assert answer.status_code == 422
    assert field in answer.text


def test_a_host_inside_is_refused(api: ApiOfTest, ann: dict[str, str]) -> None:
    wish = {"name": "Inside", "url": "https://169.254.169.254/latest"}
    answer = api.client.post("/api/v1/webhooks", json=wish, headers=ann)

    assert (answer.status_code, answer.json()["code"]) == (403, "private-host")


def test_the_same_request_makes_one_webhook_and_shows_the_same_secret(api: ApiOfTest, ann: dict[str, str]) -> None:
    wish = {"name": "Once", "url": "https://hooks.example/"}
    first, again = (call(api, ann, "POST", "/webhooks", wish, Idempotency_Key="hook-1") for _ in range(2))
    assert first == again
