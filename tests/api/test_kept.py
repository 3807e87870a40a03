"""Saved views, and changes that were overtaken, over HTTP."""

from datetime import UTC, datetime

import pytest

from builders.api import ApiOfTest
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.work import KeptChange


@pytest.fixture(scope="module")
def ann(api: ApiOfTest) -> dict[str, str]:
    return api.workspace("kept.ann")


def test_ones_own_views_are_seen_by_nobody_else_and_shared_ones_by_all(api: ApiOfTest, ann: dict[str, str]) -> None:
    bob = api.member("kept.ann", "kept.bob", Role.EDITOR)
    wish = {"screen": "requirements", "name": "Open", "choice": {"status": "New"}}
    own = api.client.post("/api/v1/saved-views", json=wish, headers=ann).json()
    shared = api.client.post("/api/v1/saved-views", json={**wish, "is_shared": True}, headers=ann).json()

    def seen(who: dict[str, str]) -> set[str]:
        answer = api.client.get("/api/v1/saved-views?screen=requirements", headers=who)
        return {each["id"] for each in answer.json()["items"]}

    assert (own["choice"], own["owner_id"] is None, shared["owner_id"]) == ({"status": "New"}, False, None)
    assert (seen(ann), seen(bob)) == ({own["id"], shared["id"]}, {shared["id"]})
    assert api.client.delete(f"/api/v1/saved-views/{own['id']}", headers=bob).status_code == 404
    assert api.client.delete(f"/api/v1/saved-views/{own['id']}", headers=ann).status_code == 204
    assert seen(ann) == {shared["id"]}


def test_a_change_that_was_overtaken_is_listed_until_it_is_settled(api: ApiOfTest, ann: dict[str, str]) -> None:
    kept = KeptChange(
        of_kind="resumes", of_id=new_id(), reason="overtaken", row={"name": "Anna"}, accepted_at=datetime.now(UTC)
    )
    with api.desk.ground.within(api.workspaces["kept.ann"]) as tx:
        tx.add(kept)
    [listed] = api.client.get("/api/v1/kept-changes", headers=ann).json()["items"]
    stranger = api.client.post(f"/api/v1/kept-changes/{kept.id}/settle", headers=api.workspace("kept.eve"))
    settled = api.client.post(f"/api/v1/kept-changes/{kept.id}/settle", headers=ann)

    assert (listed["change_id"], listed["wanted"]) == (kept.id, {"name": "Anna"})
    assert (stranger.status_code, settled.status_code) == (404, 200)
    assert api.client.get("/api/v1/kept-changes", headers=ann).json()["items"] == []
