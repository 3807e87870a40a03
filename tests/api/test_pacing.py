"""How much is let in, and how often."""

import asyncio
import re
import threading
from pathlib import Path

import httpx2 as httpx
import pytest
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.testclient import TestClient

from builders.api import SITE, ApiOfTest
from builders.desk import PASSWORD
from resume_customizer.api.application import make_application
from resume_customizer.api.entrance import Entrance, Rules
from resume_customizer.api.pacing import MOST_LOOKS, Paces, Room, look
from resume_customizer.core.call_limits import OF_SIGNING_IN
from resume_customizer.core.tiers import Tier
from resume_customizer.infrastructure.call_counts import CallCounts


@pytest.fixture
def paced(own_api: ApiOfTest) -> TestClient:
    """An installation that counts calls."""
    desk = own_api.desk
    entrance = Entrance(desk, own_api.entrance.documents, Rules(), Paces(CallCounts(), desk.usage))
    return TestClient(make_application(entrance), base_url=SITE, raise_server_exceptions=False)


def test_over_the_limit_of_the_tier_is_429_with_when_to_come_back(own_api: ApiOfTest, paced: TestClient) -> None:
    ann = own_api.workspace("ann")
    answers = [paced.get("/api/v1/usage", headers=ann) for _ in range(61)]

    assert [each.status_code for each in answers] == [200] * 60 + [429]
    assert answers[0].headers["ratelimit-policy"] == '"caller";q=60;w=60'
    assert re.fullmatch(r'"caller";r=59;t=\d+', answers[0].headers["ratelimit"])
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 60
    assert answers[-1].json()["code"] == "too-many-calls"


def test_a_larger_tier_may_call_more_often_and_another_caller_is_not_held(
    own_api: ApiOfTest, paced: TestClient
) -> None:
    ann, bob = own_api.workspace("ann"), own_api.workspace("bob")
    with own_api.desk.ground.within(own_api.workspaces["bob"]) as tx:
        from dataclasses import replace

        from resume_customizer.core.records.workspaces import Workspace

        tx.update(replace(tx.get(Workspace, own_api.workspaces["bob"]), tier=Tier.PREMIUM))
    for _ in range(61):
        paced.get("/api/v1/usage", headers=ann)

    answer = paced.get("/api/v1/usage", headers=bob)
    assert (answer.status_code, answer.headers["ratelimit-policy"]) == (200, '"caller";q=600;w=60')


def test_signing_in_is_throttled_apart_from_the_rest(own_api: ApiOfTest, paced: TestClient) -> None:
    ann = own_api.person("ann")
    asked = {"address": "nobody@desk.example", "password": PASSWORD}
    answers = [paced.post("/api/v1/auth/sign-in", json=asked) for _ in range(OF_SIGNING_IN + 1)]

    assert answers[-1].json()["code"] == "too-many-calls"
    assert "signing-in" in answers[-1].headers["ratelimit-policy"]
    assert paced.get("/api/v1/me", headers=ann).status_code == 200
    assert paced.get("/livez").status_code == 200


def test_wrong_tokens_are_counted_too(paced: TestClient) -> None:
    wrong = {"Authorization": "Bearer " + "a" * 43}
    statuses = [paced.get("/api/v1/me", headers=wrong).status_code for _ in range(121)]

    assert set(statuses[:120]) == {401}
    assert statuses[120] == 429


def test_more_than_there_is_room_for_is_told_so_at_once(api: ApiOfTest) -> None:
    room = Room(most=3)
    entrance = Entrance(api.desk, api.entrance.documents, Rules(open_calls=True), room=room)
    application = make_application(entrance)

    async def call(count: int) -> list[httpx.Response]:
        transport = httpx.ASGITransport(app=application)
        async with httpx.AsyncClient(transport=transport, base_url=SITE) as client:
            asked = {"text": "Must have: Kafka."}
            return await asyncio.gather(
                *(client.post("/api/v1/postings/analyze", json=asked) for _ in range(count)), client.get("/livez")
            )

    answers = asyncio.run(call(10))

    statuses = [each.status_code for each in answers]
    assert statuses[-1] == 200
    assert statuses[:-1].count(200) == 3
    assert statuses[:-1].count(503) == 7
    assert all("retry-after" in each.headers for each in answers if each.status_code == 503)
    assert room.taken == 0


def test_what_only_reads_takes_a_few_threads_and_leaves_the_others_to_what_takes_longer() -> None:
    going, over = list[int](), threading.Event()

    def work(_: Request) -> None:
        going.append(1)
        over.wait(30)

    async def run() -> int:
        nothing = Request({"type": "http"})
        looks = [asyncio.ensure_future(look(work, nothing)) for _ in range(50)]
        while len(going) < MOST_LOOKS:
            await asyncio.sleep(0.01)
        await run_in_threadpool(lambda: None)  # there is a thread for it
        at_once = len(going)
        over.set()
        await asyncio.gather(*looks)
        return at_once

    assert asyncio.run(run()) == MOST_LOOKS
    assert len(going) == 50


def test_who_is_sent_away_is_not_looked_at_and_told_like_everybody_else(api: ApiOfTest) -> None:
    """No token is read, no body, no thread is waited for: while it is busy, saying so takes next to nothing."""
    room = Room(most=1)
    entrance = Entrance(api.desk, api.entrance.documents, Rules(), room=room)
    client = TestClient(make_application(entrance), base_url=SITE)
    with room.place():
        sent_away = client.post("/api/v1/banks", content=b"{", headers={"Authorization": "Bearer of nobody"})
        unknown, ready = client.get("/api/v1/nothing"), client.get("/readyz")
        figures = entrance.metrics.text().decode()
    answered = client.get("/api/v1/me", headers={"Authorization": "Bearer of nobody"})

    assert (sent_away.status_code, sent_away.headers["retry-after"]) == (503, "2")
    assert sent_away.headers["content-type"] == "application/problem+json"
    assert sent_away.headers["x-request-id"] == sent_away.json()["request_id"]
    assert sent_away.headers["cache-control"] == "no-store"
    assert sent_away.json().keys() == answered.json().keys()
    assert (sent_away.json()["code"], answered.json()["code"]) == ("busy", "not-signed-in")
    assert unknown.status_code == 503
    assert ready.status_code in {200, 503}
    assert ready.json().get("code") != "busy"
    assert 'operation="sent away",status="503"' in figures


def test_a_body_that_does_not_arrive_is_not_waited_for(api: ApiOfTest) -> None:
    from resume_customizer.api.application import make_api
    from resume_customizer.api.guard import Guard

    application = Guard(make_api(api.entrance), seconds=0.05)

    async def slowly() -> int:
        sent = list[dict[str, object]]()

        async def receive() -> dict[str, object]:
            await asyncio.sleep(30)
            return {"type": "http.request", "body": b"", "more_body": True}

        async def send(message: dict[str, object]) -> None:
            sent.append(message)

        scope = {
            "type": "http",
            "method": "POST",
            "path": "/api/v1/points/parse",
            "raw_path": b"/api/v1/points/parse",
            "query_string": b"",
            "headers": [(b"host", b"localhost"), (b"content-type", b"application/json")],
            "client": ("127.0.0.1", 1),
            "server": ("localhost", 80),
            "scheme": "http",
            "http_version": "1.1",
            "root_path": "",
        }
        await application(scope, receive, send)  # ty: ignore[invalid-argument-type]
        return int(str(sent[0]["status"]))

    assert asyncio.run(slowly()) == 408


def test_over_tls_browsers_are_told_to_stay_there(tmp_path: Path) -> None:
    secure = ApiOfTest(tmp_path, Rules(is_secure=True))
    answers = [secure.client.get("/livez"), secure.client.get("/livez", headers={"host": "elsewhere.example"})]
    secure.close()

    assert [each.status_code for each in answers] == [200, 403]
    for each in answers:
        assert each.headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"
