"""Lines of what was refused: the promises of resume_customizer.infrastructure.refusals."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from resume_customizer.infrastructure.logs import LogRules, configure_logs
from resume_customizer.infrastructure.refusals import Tried, note_refusal


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """A log as an installation writes it."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    configure_logs(LogRules("INFO", tmp_path / "rcp.log"))
    yield tmp_path / "rcp.log"
    for each in list(root.handlers):
        root.removeHandler(each)
        each.close()
    for each in handlers:
        root.addHandler(each)
    root.setLevel(level)


def test_a_line_holds_the_code_the_door_and_ids(log: Path) -> None:
    note_refusal("not-permitted", Tried("screen", "team", "u-1", "w-1", "192.0.2.7"))
    note_refusal("wrong-host-or-origin", Tried("guard", "http", request_id="r-1"), is_attack=True)

    first, second = map(json.loads, log.read_text("utf-8").splitlines())
    assert {name: first[name] for name in ("event", "code", "door", "what", "user", "workspace", "address")} == {
        "event": "refused",
        "code": "not-permitted",
        "door": "screen",
        "what": "team",
        "user": "u-1",
        "workspace": "w-1",
        "address": "192.0.2.7",
    }
    assert (first["level"], second["level"]) == ("info", "warning")
    assert second["request_id"] == "r-1"
