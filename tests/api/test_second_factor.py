"""A second factor that is needed, as programs and pages meet it: told with a code, and set up by the API alone."""

import base64
from datetime import UTC, datetime

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from starlette.testclient import TestClient

from builders.api import SITE, ApiOfTest
from builders.desk import PASSWORD
from resume_customizer.api.entrance import CSRF_HEADER, CSRF_VALUE
from resume_customizer.core.permissions import Role

OURS = {"Origin": SITE, CSRF_HEADER: CSRF_VALUE}
FACTOR = "/api/v1/me/second-factor"


def code(seed: str) -> str:
    """What an app shows now."""
    return TOTP(base64.b32decode(seed), 6, SHA1(), 30).generate(int(datetime.now(UTC).timestamp())).decode()


def set_up(client: TestClient, headers: dict[str, str]) -> str:
    """Set one up as its operations say; gives the seed."""
    begun = client.post(FACTOR, json={"password": PASSWORD}, headers=headers)
    assert begun.status_code == 201, begun.text
    seed: str = begun.json()["seed"]
    switched_on = client.post(f"{FACTOR}/confirm", json={"code": code(seed)}, headers=headers)
    assert switched_on.status_code == 200, switched_on.text
    assert len(switched_on.json()["codes"]) == 10
    return seed


def need(api: ApiOfTest, owner: str, *, is_needed: bool = True) -> int:
    path = f"/api/v1/workspaces/{api.workspaces[owner]}/second-factor"
    return api.client.put(path, json={"is_needed": is_needed}, headers=api.as_(owner)).status_code


def test_a_workspace_that_needs_one_is_closed_to_tokens_and_keys_of_who_has_none(api: ApiOfTest) -> None:
    ann = api.workspace("factor.ann1")
    bob = api.member("factor.ann1", "factor.bob1", Role.EDITOR)
    key = api.key("factor.bob1", "read", "write")
    assert need(api, "factor.ann1") == 409
    set_up(api.client, ann)
    assert need(api, "factor.ann1") == 204

    for headers in (bob, key):
        refused = api.client.get("/api/v1/members", headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (403, "second-factor-needed")
        assert refused.headers["content-type"] == "application/problem+json"
    assert "/api/v1/me/second-factor" in api.client.get("/api/v1/me", headers=bob).json()["detail"]
    assert api.client.get("/api/v1/members", headers=ann).status_code == 200

    set_up(api.client, bob)

    for headers in (bob, key):
        assert api.client.get("/api/v1/members", headers=headers).status_code == 200
    outside = {"Authorization": bob["Authorization"]}
    assert api.client.get("/api/v1/workspaces", headers=outside).json()["items"][0]["needs_second_factor"] is True
    assert need(api, "factor.ann1", is_needed=False) == 204


def test_naming_no_workspace_is_no_way_round_it(api: ApiOfTest) -> None:
    ann = api.workspace("factor.ann2")
    bob = {"Authorization": api.member("factor.ann2", "factor.bob2", Role.EDITOR)["Authorization"]}
    set_up(api.client, ann)
    assert need(api, "factor.ann2") == 204

    assert api.client.get("/api/v1/members", headers=bob).json()["code"] == "second-factor-needed"


def test_a_page_with_a_cookie_is_held_to_it_too_and_signs_out(api: ApiOfTest) -> None:
    ann = api.workspace("factor.ann3")
    api.member("factor.ann3", "factor.bob3", Role.EDITOR)
    set_up(api.client, ann)
    assert need(api, "factor.ann3") == 204
    page = TestClient(api.guard, base_url=SITE)
    asked = {"address": "factor.bob3@desk.example", "password": PASSWORD, "cookie": True}
    assert page.post("/api/v1/auth/sign-in", json=asked).status_code == 200
    here = OURS | {"X-Workspace": api.workspaces["factor.ann3"]}

    assert page.get("/api/v1/members", headers=here).json()["code"] == "second-factor-needed"
    set_up(page, here)
    assert page.get("/api/v1/members", headers=here).status_code == 200
    assert page.post("/api/v1/auth/sign-out", headers=here).status_code == 204


def test_who_signs_in_again_needs_the_code(api: ApiOfTest) -> None:
    set_up(api.client, api.workspace("factor.ann4"))
    asked = {"address": "factor.ann4@desk.example", "password": PASSWORD}

    refused = api.client.post("/api/v1/auth/sign-in", json=asked)
    assert (refused.status_code, refused.json()["code"]) == (401, "second-factor")


def test_every_way_in_asks_for_the_code_or_follows_one_that_did(api: ApiOfTest) -> None:
    """By tokens and by a cookie; a link for a new password lets nobody in; a key is made inside."""
    headers = api.workspace("factor.ways")
    set_up(api.client, headers)
    asked = {"address": "factor.ways@desk.example", "password": PASSWORD}
    for body in (asked, asked | {"cookie": True}, asked | {"code": ""}):
        refused = api.client.post("/api/v1/auth/sign-in", json=body)
        assert (refused.status_code, refused.json()["code"]) == (401, "second-factor")
        assert "set-cookie" not in refused.headers
    sent = api.client.post("/api/v1/auth/password-mails", json={"address": asked["address"]})
    assert set(sent.json()) == {"message"}
    made = api.client.post("/api/v1/api-keys", json={"name": "program", "scopes": ["read"]})
    assert made.status_code == 401
