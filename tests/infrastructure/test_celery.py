"""Nudges over Redis: the promises of infrastructure/celery.py that need no worker; the others: tests/contracts."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from faults.kills import Redis
from resume_customizer.core.errors import InvalidInput, Unavailable
from resume_customizer.infrastructure.celery import Nudges, make_celery

pytestmark = pytest.mark.services
WORKSPACE, JOB = "01a22b99-0000-7000-8000-000000000001", "01a22b99-0000-7000-8000-000000000002"


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Redis]:
    """A Redis of its own, that may be killed."""
    made = Redis(tmp_path)
    yield made
    made.kill()


def messages(nudges: Nudges, queue: str) -> list[Any]:
    with nudges._app.connection_for_read() as connection:
        channel: Any = connection.default_channel
        return [json.loads(each) for each in channel.client.lrange(queue, 0, -1)]


def test_a_nudge_names_a_job_and_a_workspace_and_holds_nothing_else(redis: Redis) -> None:
    nudges = Nudges(make_celery(redis.address))
    until_there(nudges)
    nudges(WORKSPACE, JOB, "bulk")

    (message,) = messages(nudges, "bulk")
    arguments, named, _ = json.loads(base64.b64decode(message["body"]))
    assert (arguments, named) == ([WORKSPACE, JOB], {})
    assert message["content-type"] == "application/json"


def test_while_redis_is_away_nobody_is_held_up_and_what_it_forgot_is_given_again(redis: Redis) -> None:
    nudges = Nudges(make_celery(redis.address))
    until_there(nudges)
    nudges(WORKSPACE, JOB, "bulk")
    redis.kill()
    nudges(WORKSPACE, JOB, "bulk")
    with pytest.raises(Unavailable, match="Redis can't be reached"):
        nudges.top_up("bulk", 3)
    redis.restart()
    until_there(nudges)

    assert nudges.waiting("bulk") == 0
    assert (nudges.top_up("bulk", 3), nudges.waiting("bulk")) == (3, 3)
    assert (nudges.top_up("bulk", 3), nudges.waiting("bulk")) == (0, 3)


def test_without_an_address_it_says_which_setting_is_missing() -> None:
    with pytest.raises(InvalidInput, match="RCP_REDIS_URL"):
        make_celery("")


def until_there(nudges: Nudges) -> None:
    for _ in range(100):
        try:
            nudges.waiting("bulk")
        except Unavailable:
            continue
        return
