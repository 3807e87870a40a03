"""Nothing but time depends on what is kept to save work, in memory or in Redis."""

from typing import Any

import pytest
import redis
from starlette.testclient import TestClient

from builders.api import SITE, ApiOfTest
from resume_customizer.api.application import make_application
from resume_customizer.api.entrance import Entrance, Rules
from resume_customizer.api.pacing import Paces
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.workspaces import Membership
from resume_customizer.core.tiers import Tier
from resume_customizer.infrastructure.call_counts import CallCounts
from resume_customizer.services.remembered import Remembered
from services_of_tests import Services


class Installation:
    """Two workspaces, with people and keys in both, and all that is kept in memory."""

    def __init__(self, api: ApiOfTest, counts: CallCounts) -> None:
        self.paces = Paces(counts, api.desk.usage)
        entrance = Entrance(api.desk, api.entrance.documents, Rules(), self.paces)
        self.client = TestClient(make_application(entrance), base_url=SITE)
        self.api, self.callers = api, dict[str, dict[str, str]]()
        for name in ("ann", "bob"):
            self.callers[name] = api.workspace(name)
            self.callers[f"{name}'s key"] = api.key(name, "read")
        # Ann owns her workspace, and may only look at Bob's.
        self.callers["ann at bob's"] = self.callers["ann"] | {"X-Workspace": api.workspaces["bob"]}
        user_id = api.client.get("/api/v1/me", headers=api.as_("ann")).json()["user_id"]
        with api.desk.ground.within(api.workspaces["bob"]) as tx:
            tx.add(Membership(user_id=user_id, role=Role.VIEWER))
        self.callers["nobody"] = {"Authorization": "Bearer a.b.c"}

    def answers(self) -> dict[tuple[str, str, str], tuple[int, Any]]:
        """What each is told."""
        asked = [("GET", "/banks"), ("POST", "/banks"), ("GET", "/me"), ("GET", "/audit")]
        found = dict[tuple[str, str, str], tuple[int, Any]]()
        for name, headers in self.callers.items():
            for method, path in asked:
                answer = self.client.request(method, f"/api/v1{path}", headers=headers, json={"name": ""})
                told = {key: value for key, value in answer.json().items() if key != "request_id"}
                found[name, method, path] = answer.status_code, told
        return found

    def memories(self) -> dict[str, Remembered[Any]]:
        """All that is kept between requests."""
        desk = self.api.desk
        return {
            "tokens": desk.signing_in._tokens._fitted,  # ty: ignore[missing-attribute] - our own class
            "homes of keys": desk.api_keys._homes,
            "tiers": self.paces._tiers,
        }


def _mix_up(kept: Remembered[Any], wrong: object) -> None:
    """Each key has what belongs to another one; and what is in no key's place stands there too."""
    entries = list(kept._kept)
    values = [kept._kept[key][1] for key in entries]
    for key, value in zip(entries, [*values[1:], wrong], strict=True):
        kept.keep(key, value if len(entries) > 1 and value != kept.get(key) else wrong)


def test_memory_that_is_wrong_or_lost_changes_no_answer(own_api: ApiOfTest) -> None:
    there = Installation(own_api, CallCounts())
    first = there.answers()
    assert {status for status, _ in first.values()} >= {200, 401, 403, 422}
    memories = there.memories()
    assert all(memory._kept for memory in memories.values())

    elsewhere = own_api.workspaces["bob"]
    for name, wrong in (("tokens", False), ("homes of keys", elsewhere), ("tiers", Tier.ENTERPRISE)):
        _mix_up(memories[name], wrong)
    assert there.answers() == first
    for memory in memories.values():
        memory.forget()
    assert there.answers() == first


@pytest.mark.parametrize("fault", ["lost", "of another kind"])
def test_what_redis_holds_may_be_lost_or_wrong(own_api: ApiOfTest, services: Services, fault: str) -> None:
    there = Installation(own_api, CallCounts(services.redis))
    first = there.answers()
    with redis.Redis.from_url(services.redis) as shared:
        known = shared.keys("*rcp*")
        assert known
        if fault == "lost":
            shared.flushall()
        else:
            for key in known:
                shared.delete(key)
                shared.lpush(key, "what nobody wrote")
        assert there.answers() == first
        shared.flushall()
