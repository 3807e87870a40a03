"""What screens, forms and the gate refuse is written down: the promises of resume_customizer.ui.refusing."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest

from builders.desk import PASSWORD
from builders.web import OURS, Web
from resume_customizer.core.permissions import Role
from resume_customizer.infrastructure.refusals import LOGGER


class Lines(logging.Handler):
    """What is written, as it comes; also from the threads of a server."""

    def __init__(self) -> None:
        super().__init__()
        self.told = list[dict[str, Any]]()

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(vars(record)["told"])


@pytest.fixture
def lines() -> Iterator[list[dict[str, Any]]]:
    logger, handler = logging.getLogger(LOGGER), Lines()
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    yield handler.told
    logger.removeHandler(handler)
    logger.setLevel(level)


def test_what_a_screen_refuses_is_a_line_with_ids_and_nobody_s_text(web: Web, lines: list[dict[str, Any]]) -> None:
    ann = web.desk.workspace("ann")
    for _ in range(3):
        web.desk.workspaces.invite(ann, "canary@desk.example", Role.VIEWER)
    test = web.screen("team", web.pass_of("ann"))
    test.text_input[0].input("canary@desk.example")
    next(each for each in test.button if each.label == "Send an invitation").click().run()

    assert "Several invitations" in test.warning[0].value
    assert [(each["door"], each["what"], each["code"]) for each in lines] == [("screen", "team", "too-many-letters")]
    assert (lines[0]["user"], lines[0]["workspace"]) == (ann.user_id, ann.workspace_id)
    assert "canary" not in str(lines)


def test_what_a_screen_says_of_wrong_input_is_no_refusal(web: Web, lines: list[dict[str, Any]]) -> None:
    web.desk.workspace("ann")
    test = web.screen("team", web.pass_of("ann"))
    test.text_input[0].input("canary")
    next(each for each in test.button if each.label == "Send an invitation").click().run()

    assert len(test.error) == 1
    assert lines == []


def test_what_a_form_refuses_is_a_line(web: Web, lines: list[dict[str, Any]]) -> None:
    with web.client() as browser:
        typed = {"address": "canary@desk.example", "password": PASSWORD}
        browser.post("/sign-in", data=typed, headers=OURS)
        browser.post("/confirm-address", data={"token": "canary" * 7}, headers=OURS)
        browser.post("/forgot", data={"address": "canary"}, headers=OURS)

    assert [(each["door"], each["what"], each["code"]) for each in lines] == [
        ("form", "/sign-in", "wrong-password"),
        ("form", "/confirm-address", "bad-token"),
    ]
    assert {each["address"] for each in lines} == {"127.0.0.1"}
    assert all(len(each["request_id"]) == 16 for each in lines)
    assert "canary" not in str(lines)


def test_what_the_gate_turns_away_is_a_line(web: Web, lines: list[dict[str, Any]]) -> None:
    with web.client() as browser:
        browser.get("/media/canary")
        browser.post("/_stcore/upload_file/canary")
        browser.get("/_stcore/metrics")

    assert [(each["door"], each["code"]) for each in lines] == [
        ("gate", "not-signed-in"),
        ("gate", "no-origin"),
        ("gate", "closed"),
    ]
    assert "canary" not in str(lines)
