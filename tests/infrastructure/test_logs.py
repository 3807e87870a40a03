"""What is written of the program's work."""

import json
import logging
import multiprocessing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from resume_customizer.core.secret_text import Secret
from resume_customizer.infrastructure.logs import LogRules, configure_logs


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Leave the root logger of the tests as it is."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(handlers):
        handler.close()
    root.handlers, root.level = handlers, level


def written(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def test_one_event_is_one_line_of_json_whatever_stands_in_it(tmp_path: Path) -> None:
    file = tmp_path / "logs" / "log"
    configure_logs(LogRules(file=file))
    logging.getLogger("ours").info("request", extra={"told": {"user": "a\r\nfake line \x1b[31m", "status": 200}})
    logging.getLogger("ours").debug("not told")

    (line,) = written(file)
    assert line["event"] == "request"
    assert line["user"] == "a\r\nfake line \x1b[31m"
    assert (line["status"], line["level"], line["logger"]) == (200, "info", "ours")
    assert line["timestamp"].endswith("Z")
    assert "\x1b" not in file.read_text("utf-8")


def test_what_is_secret_is_not_written_and_what_is_long_is_cut(tmp_path: Path) -> None:
    file = tmp_path / "log"
    configure_logs(LogRules(file=file))
    told = {"sealed": Secret("canary"), "refresh_token": "canary", "password": "canary", "text": "x" * 9_000}
    logging.getLogger("ours").warning("canaries", extra={"told": told})

    (line,) = written(file)
    assert "canary" not in str({**line, "event": ""})
    assert line["text"].endswith("(9,000 characters)")
    assert len(line["text"]) < 2_100


def test_an_error_is_written_with_where_it_happened(tmp_path: Path) -> None:
    file = tmp_path / "log"
    configure_logs(LogRules(file=file))
    try:
        int("broken")
    except ValueError:
        logging.getLogger("ours").exception("unexpected")

    assert "ValueError: invalid literal" in written(file)[0]["exception"]


def write_many(file: Path, who: int, largest: int) -> None:
    configure_logs(LogRules(file=file, largest=largest, kept=200))
    for number in range(200):
        logging.getLogger("ours").info("line", extra={"told": {"who": who, "number": number}})


@pytest.mark.parametrize("largest", [20_000_000, 5_000], ids=["not full", "full again and again"])
def test_several_processes_write_one_file_and_lose_no_line(tmp_path: Path, largest: int) -> None:
    file = tmp_path / "log"
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=write_many, args=(file, who, largest)) for who in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)

    files = list(tmp_path.glob("log*"))
    lines = [(line["who"], line["number"]) for each in files for line in written(each)]
    assert (len(files) > 10) == (largest == 5_000)
    assert sorted(lines) == [(who, number) for who in range(3) for number in range(200)]
    assert all(each.stat().st_mode & 0o077 == 0 for each in files)
