"""Who may call what: every operation × every kind of caller, and every record of somebody else's workspace.

    description of the API  ->  operations  ×  callers  ->  the answer that core/permissions.py says

Made from the routes themselves: a new operation is tried without a line here, and one without a permission can't be
written down.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

import pytest

from builders.api import OPERATOR, ApiOfTest
from doors.conftest import POINTS, resume_bytes
from resume_customizer.api.describing import operations_of
from resume_customizer.api.entrance import Access
from resume_customizer.api.routes import PERMISSION
from resume_customizer.core.permissions import Action, Role, Scope, actions_of
from resume_customizer.core.records.record import new_id
from resume_customizer.infrastructure.sql.all_rows import TableState
from resume_customizer.infrastructure.sql.schema import KINDS
from resume_customizer.infrastructure.sql.store import SqlStore

REFUSED: Final = {"not-permitted", "not-in-scope"}
ENDS_ITS_SESSION: Final = {"auth-sign-out", "me-sign-out-everywhere"}
SECRET: Final = re.compile(r"token|password|secret|code|seed|credential|(^|_)key($|s)")
NOT_DONE: Final = {"admin-reseal", "admin-sign-everybody-out", "workspaces-leave"}
"""Not called by who may: it would work on everything that there is, or take the caller, or
all callers, away."""


class Callers:
    """Everybody who could call, in one workspace or another."""

    def __init__(self, api: ApiOfTest) -> None:
        self.api = api
        api.workspace("auth.owner")
        self.headers: dict[str, Callable[[], dict[str, str]]] = {"nobody": dict}
        self.actions: dict[str, frozenset[Action]] = {"nobody": frozenset()}
        for role in Role:
            name = f"auth.{role}"
            if role is not Role.OWNER:
                api.member("auth.owner", name, role)
            self._add(str(role), name, actions_of(role))
            for scope in Scope if role is Role.OWNER else (Scope.WRITE,) if role is Role.VIEWER else ():
                key = api.key(name, scope)
                self.headers[f"{role} by key {scope}"] = lambda key=key: key
                self.actions[f"{role} by key {scope}"] = actions_of(role, scopes=frozenset({scope}))
        api.person("auth.operator", is_operator=True)
        self._add("operator", "auth.operator", actions_of(None, is_operator=True))
        api.person("auth.newcomer")
        self._add("newcomer", "auth.newcomer", actions_of(None))

    def _add(self, caller: str, name: str, actions: frozenset[Action]) -> None:
        self.headers[caller] = lambda: self.api.as_(name)
        self.actions[caller] = actions

    def again(self, caller: str) -> None:
        """Sign in anew, after a session was ended."""
        if caller in {*Role, "operator", "newcomer"}:
            self.api.sign_in(f"auth.{caller}")


@pytest.fixture(scope="module")
def callers(api: ApiOfTest) -> Callers:
    return Callers(api)


def operations(api: ApiOfTest) -> Iterator[tuple[str, str, dict[str, Any]]]:
    found = list(operations_of(api.client.get("/api/v1/openapi.json").json()))
    assert len(found) > 70
    yield from found


def expected(permission: str, actions: frozenset[Action], caller: str) -> str:
    """`let in`, `refused` or `not signed in`."""
    if permission == Access.ANYBODY:
        return "let in"
    if permission == Access.DOCUMENTS:  # open in this installation, for who is not signed in
        return "let in" if caller == "nobody" or Action.CUSTOMIZE in actions else "refused"
    if caller == "nobody":
        return "not signed in"
    return "let in" if Action(permission) in actions else "refused"


def test_every_operation_answers_every_caller_as_the_table_of_permissions_says(
    api: ApiOfTest, callers: Callers
) -> None:
    wrong, asked, ours = [], 0, {"workspace_id": api.workspaces["auth.owner"]}
    for method, path, operation in operations(api):
        name = operation["operationId"]
        for caller, headers in callers.headers.items():
            wanted = expected(operation[PERMISSION], callers.actions[caller], caller)
            if name in NOT_DONE and wanted == "let in":
                continue
            answer = api.client.request(method, _with_ids(path, ours), headers=headers())
            asked += 1
            if name in ENDS_ITS_SESSION and wanted == "let in":
                callers.again(caller)
            found = _said(answer.status_code, answer.text)
            if found != wanted:
                wrong.append(f"{caller}: {method} {path}: {wanted}, but {answer.status_code} {answer.text[:200]}")

    assert wrong == []
    assert asked > 800


def _said(status: int, text: str) -> str:
    if status == 401 and "not-signed-in" in text:
        return "not signed in"
    if (status == 403 and any(f'"{code}"' in text for code in REFUSED)) or _has_no_workspace(text):
        return "refused"
    return "let in"


def _has_no_workspace(text: str) -> bool:
    """What the operator and a newcomer get, who are in no workspace."""
    return "which-workspace" in text or '"no-workspace"' in text


def _with_ids(path: str, ids: dict[str, str]) -> str:
    """The path with ids in it: those that are given, else ones that nothing has."""
    return re.sub(r"{([a-z_]+)(:path)?}", lambda found: ids.get(found[1], new_id()), path)


@pytest.fixture(scope="module")
def records(api: ApiOfTest) -> dict[str, str]:
    """Something of everything in a workspace, by the name of its id in paths."""
    headers = api.workspace("auth.full")
    client, made = api.client, dict[str, str]()

    def post(path: str, body: object = None, **more: Any) -> dict[str, Any]:  # noqa: ANN401
        answer = client.post(f"/api/v1{path}", json=body, headers=headers, **more)
        assert answer.status_code < 300, answer.text
        return answer.json() if answer.content else {}

    resume = post("/resumes", files={"file": ("canary.docx", resume_bytes())})
    versions = client.get(f"/api/v1/resumes/{resume['id']}/versions", headers=headers).json()
    version = versions["items"][0]["id"]
    bank = post("/banks", {"name": "canary bank"})
    post(f"/banks/{bank['id']}/imports", {"text": POINTS})
    point = client.get(f"/api/v1/points?bank_id={bank['id']}", headers=headers).json()["items"][0]
    made |= {"resume_id": resume["id"], "version_id": version, "bank_id": bank["id"], "point_id": point["id"]}
    made["customization_id"] = post("/customizations", {"version_id": version, "bank_ids": [bank["id"]]})["id"]
    made["draft_id"] = post("/drafts", {"name": "canary draft"})["id"]
    post("/invitations", {"address": "canary@desk.example", "role": "viewer"})
    made["invitation_id"] = client.get("/api/v1/invitations", headers=headers).json()["items"][0]["invitation_id"]
    made["key_id"] = post("/api-keys", {"name": "canary", "scopes": ["read"]})["key_id"]
    me = client.get("/api/v1/me", headers=headers).json()
    made |= {"user_id": me["user_id"], "workspace_id": api.workspaces["auth.full"]}
    made["session_id"] = client.get("/api/v1/me/devices", headers=headers).json()["items"][0]["session_id"]
    return made


@pytest.fixture(scope="module")
def before(api: ApiOfTest, records: dict[str, str]) -> dict[str, str]:
    """What is told of it, by path."""
    paths = [f"/resumes/{records['resume_id']}", f"/banks/{records['bank_id']}", f"/points/{records['point_id']}"]
    paths += [f"/customizations/{records['customization_id']}", f"/drafts/{records['draft_id']}"]
    paths += ["/members", "/invitations", "/api-keys"]
    answers = {path: api.client.get(f"/api/v1{path}", headers=api.as_("auth.full")) for path in paths}
    assert {each.status_code for each in answers.values()} == {200}
    return {path: each.text for path, each in answers.items()}


OF_THE_OPERATOR: Final = "/api/v1/admin/"


def test_what_belongs_to_others_is_answered_like_what_does_not_exist(
    api: ApiOfTest, records: dict[str, str], before: dict[str, str]
) -> None:
    """Every operation on a record, by the owner of another workspace, with bodies that would be carried out."""
    stranger = api.workspace("auth.stranger")
    wrong, tried = [], 0
    for method, path, operation in operations(api):
        named = re.findall(r"{([a-z_]+)}", path)
        if not named or path.startswith(OF_THE_OPERATOR) or operation[PERMISSION] == Access.ANYBODY:
            continue
        body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
        foreign, unknown = (
            api.client.request(method, _with_ids(path, ids), json=body, params=_needed(operation), headers=stranger)
            for ids in (records, {})
        )
        tried += any(name in records for name in named) and foreign.status_code == 404
        same = (foreign.status_code, _without_ids(foreign.text)) == (unknown.status_code, _without_ids(unknown.text))
        # What looks at a body before it looks for the record refuses both in the same words.
        if not same or foreign.status_code not in {404, 422}:
            wrong.append((method, path, foreign.status_code, foreign.text, unknown.status_code, unknown.text))

    assert wrong == []
    assert tried > 30
    for path, text in before.items():
        assert api.client.get(f"/api/v1{path}", headers=api.as_("auth.full")).text == text


def _needed(operation: dict[str, Any]) -> dict[str, str]:
    """Parameters without which an operation does nothing."""
    return {
        each["name"]: "Ann" for each in operation.get("parameters", []) if each["in"] == "query" and each["required"]
    }


def _without_ids(text: str) -> str:
    """A problem without what is another one for each request."""
    return re.sub(r'"request_id":"[0-9a-f]*"|[0-9a-f]{8}-[0-9a-f-]{27}', "", text)


def test_who_may_sees_all_of_it(api: ApiOfTest, records: dict[str, str]) -> None:
    """So that the tests above can't pass because nothing is found by anybody."""
    found = 0
    for method, path, operation in operations(api):
        named = re.findall(r"{([a-z_]+)}", path)
        if method != "GET" or not named or not set(named) <= set(records) or path.startswith(OF_THE_OPERATOR):
            continue
        parameters = _needed(operation)
        answer = api.client.get(_with_ids(path, records), params=parameters, headers=api.as_("auth.full"))
        assert answer.status_code == 200, f"{path}: {answer.text[:200]}"
        found += 1

    assert found >= 15


UNMOVED_BY_GET: Final = [
    each for each in KINDS if each.name not in {"sessions", "usage", "audit_entries", "audit_heads"}
]
"""When a session was used, how often somebody called, and who took what out, is written down."""


def test_no_get_changes_anything_but_what_is_written_of_the_call(api: ApiOfTest, records: dict[str, str]) -> None:
    """Every GET, by an owner who is an operator too, on records that there are."""
    api.person("auth.another", is_operator=True)  # so that the owner need not stay one
    api.desk.operating.set_operator(OPERATOR, records["user_id"], is_operator=True)
    before, answered = kept_in(api), 0
    for method, path, operation in operations(api):
        if method == "GET":
            params, headers = _needed(operation), api.as_("auth.full")
            answered += api.client.get(_with_ids(path, records), params=params, headers=headers).status_code == 200
    after = kept_in(api)
    api.desk.operating.set_operator(OPERATOR, records["user_id"], is_operator=False)

    assert {name for name, state in after.items() if state != before[name]} == set()
    assert answered > 60


def kept_in(api: ApiOfTest) -> dict[str, TableState]:
    """What each table holds."""
    assert isinstance(api.store, SqlStore)
    with api.store.every_row(writing=False) as rows:
        return {each.name: rows.state(each) for each in UNMOVED_BY_GET}


def test_nothing_secret_is_asked_for_in_an_address(api: ApiOfTest) -> None:
    named = set[str]()
    for _method, path, operation in operations(api):
        named |= {each["name"] for each in operation.get("parameters", []) if each["in"] == "query"}
        named |= set(re.findall(r"{([a-z_]+)", path))

    assert len(named) > 30
    assert {name for name in named if SECRET.search(name)} == set()
