"""`batch`, as it is typed: many resumes for many openings, on one machine without a server."""

import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders.stored import small_resume
from builders.xlsx import a_workbook
from doors.conftest import Run
from resume_customizer.app_bootstrap import build_app
from resume_customizer.cli.batch_watching import open_with_workers, stay_until_over
from resume_customizer.cli.desk import as_member
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.accounts import User
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.workspaces import Membership, Workspace
from resume_customizer.core.tiers import Tier
from resume_customizer.services.store import InWorkspace
from resume_customizer.settings import read_settings

ANN, DESK = "ann@desk.example", "Bright Desk"
NAMES = ("Petra Vandersloot", "Jonas Okonkwo")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder with resumes and points, beside an installation of its own with a workspace."""
    for name in [each for each in os.environ if each.startswith("RCP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("RCP_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    read_settings.cache_clear()
    with build_app(read_settings()) as app:
        with app.store.transaction(InWorkspace()) as tx:
            home = tx.add(Workspace(name=DESK, tier=Tier.ENTERPRISE))
            ann = tx.add(User(email=ANN, email_key=ANN))
        with app.store.transaction(InWorkspace(home.id)) as tx:
            tx.add(Membership(user_id=ann.id, role=Role.OWNER))
    (tmp_path / "resumes").mkdir()
    for name in NAMES:
        (tmp_path / "resumes" / f"{name}.docx").write_bytes(small_resume(name))
    (tmp_path / "kafka.txt").write_text("Kafka\n• Designed an event backbone.\n", encoding="utf-8")
    (tmp_path / "go.txt").write_text("Go\n• Built the gateway in Go.\n", encoding="utf-8")
    yield tmp_path
    read_settings.cache_clear()


def test_a_batch_is_prepared_looked_at_run_and_taken_away(run: Run, here: Path) -> None:
    given = ("batch", "prepare", DESK, "Monday", "resumes", "-p", "kafka.txt", "-p", "go.txt", "--json")
    batch = run(*given).json
    assert (batch["status"], batch["total"], batch["targets"]) == ("new", 4, ["kafka", "go"])
    name = batch["batch_id"]

    preview = run("batch", "preview", DESK, name)
    assert preview.out.count("1 placed, 0 left out") == 4
    assert preview.out.count("1 page as before") == 4

    ran = run("batch", "run", DESK, name, "--cells", "1-2,4")
    assert (ran.code, "3 done, 1 left out" in ran.out, "(100 %)" in ran.out) == (0, True, True), ran.err
    cells = run("batch", "cells", DESK, name, "--json").json["cells"]
    assert [each["status"] for each in cells] == ["done", "done", "left out", "done"]
    assert name in run("batch", "list", DESK).out
    assert run("batch", "show", DESK, name, "--json").json["counts"]["done"] == 3

    taken = run("batch", "download", DESK, name, "-o", "out.zip", "--pattern", "{target} {resume}", "--json").json
    with zipfile.ZipFile(here / "out.zip") as files:
        assert f"kafka {NAMES[0]}.docx" in files.namelist()
    assert taken["size"] == (here / "out.zip").stat().st_size
    again = run("batch", "download", DESK, name, "-o", "out.zip")
    assert (again.code, "there already" in again.err) == (3, True)


@pytest.mark.parametrize(
    ("given", "targets"),
    [
        (("--posting", "acme.txt", "--posting", "bolt.html", "-p", "kafka.txt"), ["acme", "bolt"]),
        (("--posting", "acme.txt", "-p", "kafka.txt", "-p", "go.txt"), ["kafka", "go"]),
    ],
)
def test_targets_are_postings_with_the_same_points_or_points_for_the_same_posting(
    run: Run, here: Path, given: tuple[str, ...], targets: list[str]
) -> None:
    (here / "acme.txt").write_text(
        "Engineer\n\nRequirements:\n- Kafka is required.\n- Go is required.\n", encoding="utf-8"
    )
    (here / "kafka.txt").write_text("Kafka\n• Designed an event backbone on Kafka.\n", encoding="utf-8")
    (here / "bolt.html").write_text("<h1>Engineer</h1><ul><li>Kafka is required.</li></ul>", encoding="utf-8")
    batch = run("batch", "prepare", DESK, "Monday", "resumes", *given, "--json").json
    assert (batch["total"], batch["targets"]) == (4, targets)
    run("batch", "preview", DESK, batch["batch_id"])
    for cell in run("batch", "cells", DESK, batch["batch_id"], "--json").json["cells"]:
        assert cell["coverage_after"] > cell["coverage_before"], cell


def test_several_postings_take_several_points_from_banks(run: Run, here: Path) -> None:
    (here / "acme.txt").write_text("Kafka is required.", encoding="utf-8")
    refused = run(
        "batch", "prepare", DESK, "Monday", "resumes", *("--posting", "acme.txt") * 2, "--posting", "go.txt",
        "-p", "kafka.txt", "-p", "go.txt",
    )  # fmt: skip
    assert (refused.code, "--bank" in refused.err) == (2, True)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_pairs_come_from_the_columns_of_a_table(run: Run, here: Path, kind: str) -> None:
    rows = [["Target", "Resume"], ["go", f"{NAMES[1]}.docx"], ["kafka", NAMES[0]], ["go", "Nobody"]]
    table = here / f"pairs.{kind}"
    if kind == "csv":
        table.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    else:
        table.write_bytes(a_workbook(rows))
    given = ("batch", "prepare", DESK, "Monday", "resumes", "-p", "kafka.txt", "-p", "go.txt", "--pairs", table.name)
    batch = run(*given, "--json").json

    cells = run("batch", "cells", DESK, batch["batch_id"], "--json").json["cells"]
    assert [(each["resume"], each["target"]) for each in cells] == [(NAMES[1], "go"), (NAMES[0], "kafka")]
    assert batch["problems"] == ["Row 4: no resume “Nobody”."]


def test_a_batch_is_paused_and_gone_on_with_and_what_cannot_be_done_is_said(run: Run) -> None:
    batch = run("batch", "prepare", DESK, "Monday", "resumes", "-p", "kafka.txt", "--json").json["batch_id"]
    assert run("batch", "run", DESK, batch, "--no-wait").code == 0
    paused = run("batch", "pause", DESK, batch, "--json").json
    assert (paused["status"], paused["counts"]["waiting"]) == ("paused", 2)
    assert run("batch", "resume", DESK, batch, "--json").json["counts"]["done"] == 2

    for arguments, told in (
        (("batch", "retry", DESK, batch), "No cell of this batch"),
        (("batch", "run", DESK, batch), "was run already"),
        (("batch", "cancel", DESK, batch), "Nothing of this batch"),
        (("batch", "show", DESK, new_id()), "no such batch"),
    ):
        ran = run(*arguments)
        assert (ran.code, told in ran.err) == (3, True), ran
    for arguments, told in (
        (("batch", "run", DESK, batch, "--cells", "first"), "--cells takes numbers"),
        (("batch", "prepare", DESK, "Monday", "-p", "kafka.txt"), "Name resumes"),
    ):
        ran = run(*arguments)
        assert (ran.code, told in ran.err) == (2, True), ran


def test_who_comes_back_to_a_batch_stays_with_it_until_it_is_over(run: Run, here: Path) -> None:
    (here / "broken.txt").write_text("Kafka\n", encoding="utf-8")
    given = ("batch", "prepare", DESK, "Monday", "resumes", "-p", "kafka.txt", "-p", "broken.txt", "--json")
    batch = run(*given).json["batch_id"]
    assert run("batch", "watch", DESK, batch, "--json").json["status"] == "new"
    run("batch", "run", DESK, batch, "--no-wait")

    watched = run("batch", "watch", DESK, batch)
    assert (watched.code, "2 done, 2 failed" in watched.out, "batch retry" in watched.out) == (3, True, True)
    counts = run("batch", "show", DESK, batch, "--json").json["counts"]
    assert (counts["done"], counts["failed"]) == (2, 2)


def test_ctrl_c_while_watching_leaves_the_batch_as_it_is(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = run("batch", "prepare", DESK, "Monday", "resumes", "-p", "kafka.txt", "--json").json["batch_id"]
    run("batch", "run", DESK, batch, "--no-wait")
    monkeypatch.setenv("RCP_WORKERS", "apart")  # nobody works on it
    read_settings.cache_clear()
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    try:
        with open_with_workers() as desk:
            signal.setitimer(signal.ITIMER_REAL, 0.5)
            left = stay_until_over(desk, as_member(desk, DESK, ""), batch)
    finally:
        signal.signal(signal.SIGALRM, before)

    assert (left.status, left.counts["waiting"], left.counts["cancelled"]) == ("running", 2, 0)


def test_ctrl_c_cancels_what_was_not_begun_and_keeps_what_was_made(run: Run, here: Path) -> None:
    for number in range(150):
        (here / f"point {number}.txt").write_text(f"Kafka\n• Designed event backbone {number}.\n", encoding="utf-8")
    points = [each for number in range(150) for each in ("-p", f"point {number}.txt")]
    batch = run("batch", "prepare", DESK, "Monday", "resumes", *points, "--json").json["batch_id"]
    command = [sys.executable, "-m", "resume_customizer", "batch", "run", DESK, batch, "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    until = time.monotonic() + 60
    while time.monotonic() < until and not run("batch", "show", DESK, batch, "--json").json["counts"]["done"]:
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)

    counts = run("batch", "show", DESK, batch, "--json").json["counts"]
    assert counts["done"] > 0
    assert counts["done"] + counts["cancelled"] == 300
    assert b"It is being cancelled" in told or not counts["cancelled"]
    assert process.returncode == (130 if counts["cancelled"] else 0)
