"""`worker` and `job`, as the operator of an installation types them."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from doors.conftest import Run
from resume_customizer.app_bootstrap import build_app
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.accounts import User
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.work import Job
from resume_customizer.core.records.workspaces import Membership, Workspace
from resume_customizer.services.store import InWorkspace
from resume_customizer.settings import read_settings

ANN = "ann@desk.example"
pytestmark = pytest.mark.usefixtures("installation")


@pytest.fixture
def job() -> str:
    """A job that failed, in a workspace."""
    with build_app(read_settings()) as app:
        with app.store.transaction(InWorkspace()) as tx:
            home = tx.add(Workspace(name="Bright Desk"))
            ann = tx.add(User(email=ANN, email_key=ANN))
        with app.store.transaction(InWorkspace(home.id)) as tx:
            tx.add(Membership(user_id=ann.id, role=Role.OWNER))
            failed = Job(
                kind="batch forecast", status="failed", progress=3, total=10, error_code="too-odd", error="Too odd."
            )
            return tx.add(failed).id


def test_jobs_are_listed_and_shown(run: Run, job: str) -> None:
    listed = run("job", "list", "Bright Desk")
    assert (job in listed.out, "failed" in listed.out, "3 of 10 (30 %)" in listed.out) == (True, True, True)
    assert run("job", "list", "Bright Desk", "--status", "done").out == "No background work.\n"

    shown = run("job", "show", "Bright Desk", job, "--json").json
    assert (shown["status"], shown["percent"], shown["error"]["message"]) == ("failed", 30, "Too odd.")


def test_what_cannot_be_done_with_a_job_is_said_in_a_sentence(run: Run, job: str) -> None:
    for arguments, told in (
        (("job", "show", "Bright Desk", new_id()), "no such job"),
        (("job", "list", "Bright Desk", "--status", "lost"), "never “lost”"),
        (("job", "cancel", "Bright Desk", job), "is failed"),
        (("job", "resume", "Bright Desk", job), "is failed"),
        (("job", "pause", "Bright Desk", job), "is failed"),
    ):
        ran = run(*arguments)
        assert (ran.code, ran.out) == (3, ""), arguments
        assert told in ran.err


def test_a_failed_job_waits_again_and_is_seen_in_the_queues(run: Run, job: str) -> None:
    assert "waiting" in run("job", "retry", "Bright Desk", job).out
    assert "interactive: 1 waiting" in run("job", "queues").out
    assert run("job", "queues", "--json").json["queues"][0]["waiting"] == 1


def test_workers_work_until_they_are_told_to_end(run: Run, job: str, installation: Path) -> None:
    command = [sys.executable, "-m", "resume_customizer", "worker", "--processes", "1"]
    apart = {**os.environ, "RCP_WORKERS": "apart"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=apart) as process:
        assert process.stderr
        assert "left to `resume-customizer mailer`" in process.stderr.readline()
        assert process.stderr.readline() == "1 process at work. End with Ctrl-C.\n"
        process.send_signal(signal.SIGTERM)

        assert process.wait(35) == 0
        assert process.stderr.read() == "All work that was in hand is put back.\n"


def test_records_of_one_process_are_left_to_it(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RCP_DATABASE_URL", f"json:///{tmp_path}/json")
    ran = run("worker")

    assert ran.code == 1
    assert "Use `serve`" in ran.err


def test_celery_without_redis_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "resume_customizer", "worker"]
    ran = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "RCP_WORKERS": "celery"}
    )

    assert ran.returncode != 0
    assert "RCP_REDIS_URL" in ran.stderr
    assert "Traceback" not in ran.stderr
