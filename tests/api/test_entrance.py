"""Who is let in, and as whom."""

import base64
import json

import pytest
from starlette.testclient import TestClient

from builders.api import SITE, ApiOfTest
from builders.desk import PASSWORD
from resume_customizer.api.entrance import CSRF_HEADER, CSRF_VALUE, Rules
from resume_customizer.core.permissions import Role

ME = "/api/v1/me"
OURS = {"Origin": SITE, CSRF_HEADER: CSRF_VALUE}


@pytest.fixture(scope="module")
def ann(api: ApiOfTest) -> dict[str, str]:
    """Somebody with a workspace."""
    return api.workspace("entrance.ann")


def test_nothing_but_a_valid_token_or_key_lets_anybody_in(api: ApiOfTest, ann: dict[str, str]) -> None:
    token = ann["Authorization"].removeprefix("Bearer ")
    head, claims, signature = token.split(".")
    none = base64.urlsafe_b64encode(json.dumps({"alg": "none", "typ": "at+jwt"}).encode()).decode().rstrip("=")
    wrong = [
        "",
        "Bearer",
        "Bearer ",
        f"Basic {token}",
        token,
        f"Bearer {token}x",
        f"Bearer {head}.{claims}.",
        f"Bearer {none}.{claims}.",
        f"Bearer {none}.{claims}.{signature}",
        "Bearer rcp_" + "a" * 47,
        "Bearer " + "a" * 43,
        "Bearer a.b.c",
        "Bearer " + "a" * 5_000,
    ]
    answers = [api.client.get(ME, headers={"Authorization": each}) for each in wrong]

    assert [each.status_code for each in answers] == [401] * len(wrong)
    assert {each.headers["www-authenticate"] for each in answers} == {"Bearer"}
    assert api.client.get(ME, headers=ann).status_code == 200


def test_a_session_that_was_signed_out_is_out_at_once(api: ApiOfTest) -> None:
    headers = api.person("entrance.gone")

    assert api.client.post("/api/v1/auth/sign-out", headers=headers).status_code == 204
    assert api.client.get(ME, headers=headers).status_code == 401


def test_a_workspace_of_others_is_answered_like_one_that_does_not_exist(api: ApiOfTest, ann: dict[str, str]) -> None:
    api.workspace("entrance.eve")
    key = api.key("entrance.ann", "read")
    for headers in (ann, key):
        answers = [
            api.client.get("/api/v1/members", headers=headers | {"X-Workspace": workspace})
            for workspace in (api.workspaces["entrance.eve"], "01994f3a-7b7c-7d1e-8a55-3f6f0c9b1a2d", "nothing")
        ]
        assert [each.status_code for each in answers] == [404] * 3
        assert len({each.json()["detail"] for each in answers}) == 1
    assert api.client.get("/api/v1/members", headers=key).status_code == 200


def test_a_person_works_in_the_only_workspace_they_have_or_says_which(api: ApiOfTest) -> None:
    headers = api.workspace("entrance.two")
    bare = {"Authorization": headers["Authorization"]}

    assert api.client.get("/api/v1/members", headers=bare).status_code == 200
    assert api.client.post("/api/v1/workspaces", json={"name": "second"}, headers=bare).status_code == 201
    asked = api.client.get("/api/v1/members", headers=bare)
    assert (asked.status_code, asked.json()["code"]) == (422, "which-workspace")
    assert api.client.get("/api/v1/members", headers=headers).status_code == 200


def test_a_changed_role_counts_from_the_next_request(api: ApiOfTest, ann: dict[str, str]) -> None:
    bob = api.member("entrance.ann", "entrance.bob", Role.ADMIN)
    assert api.client.get("/api/v1/audit-entries", headers=bob).status_code == 200

    user_id = api.client.get(ME, headers=bob).json()["user_id"]
    changed = api.client.patch(f"/api/v1/members/{user_id}", json={"role": "viewer"}, headers=ann)
    assert changed.status_code == 204
    assert api.client.get("/api/v1/audit-entries", headers=bob).status_code == 403


def test_an_adviser_who_names_no_workspace_sees_no_more_than_one_who_does(api: ApiOfTest) -> None:
    owner = api.workspace("entrance.service")
    adviser = api.member("entrance.service", "entrance.adviser", Role.EDITOR)
    bare = {"Authorization": adviser["Authorization"]}
    policy = api.client.patch("/api/v1/desk-policy", json={"is_career_service": True}, headers=owner)
    assert policy.status_code == 200
    api.client.post("/api/v1/consultants", json={"name": "Petra Vandersloot"}, headers=owner)
    assert api.client.get("/api/v1/consultants", headers=owner).json()["items"]

    assert api.client.get("/api/v1/consultants", headers=adviser).json()["items"] == []
    assert api.client.get("/api/v1/consultants", headers=bare).json()["items"] == []


def page(api: ApiOfTest, name: str) -> TestClient:
    """A browser that is signed in by a cookie."""
    api.workspace(name)
    client = TestClient(api.guard, base_url=SITE)
    asked = {"address": f"{name}@desk.example", "password": PASSWORD, "cookie": True}
    answer = client.post("/api/v1/auth/sign-in", json=asked)
    assert answer.status_code == 200
    assert answer.json()["access_token"] == ""
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=lax" in answer.headers["set-cookie"]
    return client


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": SITE},
        {CSRF_HEADER: CSRF_VALUE},
        {"Origin": "null", CSRF_HEADER: CSRF_VALUE},
        {"Origin": SITE, CSRF_HEADER: "XMLHttpRequest"},
    ],
)
def test_a_page_of_another_site_can_not_act_with_a_cookie(api: ApiOfTest, headers: dict[str, str]) -> None:
    client = page(api, f"entrance.page{len(api.tokens)}")

    assert client.get(ME).status_code == 200
    assert client.post("/api/v1/workspaces", json={"name": "x"}, headers=headers).status_code == 403
    assert client.post("/api/v1/workspaces", json={"name": "x"}, headers=OURS).status_code == 201


def test_signing_out_has_a_page_s_browser_forget_what_it_kept(api: ApiOfTest) -> None:
    answer = page(api, "entrance.forgets").post("/api/v1/auth/sign-out", headers=OURS)

    assert answer.status_code == 204
    assert answer.headers["clear-site-data"] == '"cache", "storage"'


def test_over_tls_the_cookie_is_bound_to_the_host(api: ApiOfTest) -> None:
    from starlette.responses import Response

    from resume_customizer.api.entrance import Entrance
    from resume_customizer.core.secret_text import Secret

    answer = Response()
    Entrance(api.desk, api.entrance.documents, Rules(is_secure=True)).set_cookie(answer, Secret("token"))

    assert answer.headers["set-cookie"] == "__Host-rcp_session=token; HttpOnly; Path=/; SameSite=lax; Secure"


def test_documents_are_open_only_where_the_installation_says_so(api: ApiOfTest, ann: dict[str, str]) -> None:
    from resume_customizer.api.application import make_application
    from resume_customizer.api.entrance import Entrance

    closed = TestClient(make_application(Entrance(api.desk, api.entrance.documents, Rules())), base_url=SITE)
    asked = {"text": "Kafka\n• Designed topics."}

    assert api.client.post("/api/v1/points/parse", json=asked).status_code == 200
    assert closed.post("/api/v1/points/parse", json=asked).status_code == 401
    assert closed.post("/api/v1/points/parse", json=asked, headers=ann).status_code == 200


def test_signing_in_ends_the_session_that_a_page_came_with_and_a_dead_cookie_stops_nobody(api: ApiOfTest) -> None:
    client = page(api, "entrance.anew")
    before = dict(client.cookies)
    asked = {"address": "entrance.anew@desk.example", "password": PASSWORD, "cookie": True}

    assert client.post("/api/v1/auth/sign-in", json=asked, headers=OURS).status_code == 200
    assert client.get(ME).status_code == 200
    client.cookies.clear()
    client.cookies.update(before)
    assert client.get(ME).status_code == 401
    assert client.post("/api/v1/auth/sign-in", json=asked, headers=OURS).status_code == 200
