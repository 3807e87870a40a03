"""`doctor`: the promises of resume_customizer.cli.doctor."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from doors.conftest import Run
from resume_customizer.settings import read_settings

OF_A_SERVER = {"site", "secret keys", "data folder", "disk", "database", "accepted work", "Redis", "mail server"}


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in [each for each in os.environ if each.startswith("RCP_")]:
        monkeypatch.delenv(name)
    read_settings.cache_clear()
    yield
    read_settings.cache_clear()


def test_doctor_names_everything_it_looked_at(run: Run) -> None:
    ran = run("doctor", "--json")

    assert ran.code == 0
    assert ran.json["healthy"] is True
    names = {check["name"] for check in ran.json["checks"]}
    assert {"Python", "compressor", "this folder", "LibreOffice", "fonts"} <= names
    assert not names & OF_A_SERVER
    assert "Python: 3." in run("doctor").out


def test_doctor_fails_when_something_needed_is_missing(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    from resume_customizer.infrastructure import installation

    monkeypatch.setattr(installation, "_OLDEST_PYTHON", (99, 0))

    ran = run("doctor")

    assert ran.code == 1
    assert "3.11 or newer is needed" in ran.out
    assert json.loads(run("doctor", "--json").out)["healthy"] is False


def test_doctor_looks_at_a_server_where_one_is_set_and_makes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setenv("RCP_DATA_DIR", str(tmp_path / "data"))

    looked = run("doctor", "--json")

    assert looked.code == 0
    assert {check["name"] for check in looked.json["checks"]} >= OF_A_SERVER
    assert not (tmp_path / "data").exists()
    assert "Redis" not in run("doctor", "--no-server").out


def test_doctor_tells_how_an_installation_in_use_is_doing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setenv("RCP_DATA_DIR", str(tmp_path / "data"))
    added = run("user", "add", "ann@desk.example", "--name", "Ann", stdin="plum vase on the sill\n")
    assert added.code == 0, added.err

    ran = run("doctor")

    assert ran.code == 0
    assert "database: SQLite, whole" in ran.out
    assert "workers: none has spoken in the last minute: start `serve` or `worker`" in ran.out
    assert "backup: there is none: run `backup` each night" in ran.out


def test_doctor_fails_for_a_server_that_is_not_safe_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setenv("RCP_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("RCP_PRODUCTION", "1")
    monkeypatch.setenv("RCP_DATABASE_URL", "postgresql://me:hunter2@127.0.0.1:1/none")  # pragma: allowlist secret

    ran = run("doctor")

    assert ran.code == 1
    assert "in production it is the https address that people type" in ran.out
    assert "No key for secrets is set in RCP_SECRET_KEYS" in ran.out
    assert "database: " in ran.out
    assert "hunter2" not in ran.out + ran.err


def test_doctor_names_a_setting_that_makes_no_sense(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setenv("RCP_WORKER_COUNT", "many")

    ran = run("doctor")

    assert ran.code == 1
    assert "RCP_WORKER_COUNT" in ran.out
