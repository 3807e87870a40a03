"""The staffing desk at the command line: one story, from a vendor's e-mail to the calendar."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from typer.testing import CliRunner

from builders.requirements import a_vendor_mail
from builders.staffing import a_resume_file
from resume_customizer.cli.desk import as_member, open_desk
from resume_customizer.cli.program import app
from resume_customizer.settings import read_settings

DESK = "Bright Desk"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Runs a command in an installation of its own; gives what it prints as JSON."""
    monkeypatch.setenv("RCP_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    read_settings.cache_clear()

    def run(*arguments: str, code: int = 0, as_json: bool = True) -> Any:  # noqa: ANN401 - whatever it prints
        more = ("--json",) if as_json else ()
        result = CliRunner().invoke(app, [*arguments, *more], input="a long pass phrase of hers\n" * 2)
        assert result.exit_code == code, result.output
        return json.loads(result.stdout) if as_json else result.output

    run("user", "add", "ann@desk.example", "--name", "Ann", as_json=False)
    run("workspace", "add", DESK, "--owner", "ann@desk.example")
    yield run
    read_settings.cache_clear()


def test_the_day_of_a_desk(run: Any, tmp_path: Path) -> None:  # noqa: ANN401
    (tmp_path / "mail.eml").write_text(a_vendor_mail(), "utf-8")
    proposed = run("requirement", "propose", DESK, "mail.eml")
    assert proposed["fields"]["rate_cents"]["value"] == 6000
    assert ": End Client: Harbor National Bank" in run("requirement", "propose", DESK, "mail.eml", as_json=False)
    made = run("requirement", "add", DESK, "--from", "mail.eml", "--set", "source=mail", "--set", "priority=2")
    opening = made["requirement"]["id"]
    assert (made["requirement"]["source"], made["requirement"]["priority"]) == ("mail", 2)
    assert run("requirement", "propose", DESK, "mail.eml")["duplicates"][0]["requirement_id"] == opening
    run("requirement", "set", DESK, opening, "--set", "rate=75 USD per hour")
    run("requirement", "move", DESK, opening, "Working")
    assert "can't follow Working" in run("requirement", "move", DESK, opening, "Placed", code=3, as_json=False)
    run("requirement", "comment", DESK, opening, "Called Priya.")
    shown = run("requirement", "show", DESK, opening)
    assert shown["timeline"] == ["Called Priya.", "New → Working"]
    assert run("requirement", "list", DESK, "--status", "Working")["requirements"][0]["id"] == opening
    assert run("requirement", "board", DESK)["Working"]["count"] == 1

    (tmp_path / "table.csv").write_text("title,client\nTester,Orchard\n", "utf-8")
    assert run("requirement", "import", DESK, "table.csv")["kept"] is False
    assert run("requirement", "import", DESK, "table.csv", "--keep")["rows"][0]["outcome"] == "new"
    assert run("requirement", "export", DESK, as_json=False).count("\n") == 3 + a_vendor_mail().strip().count("\n")

    person = run("consultant", "add", DESK, "--set", "name=Petra Vandersloot", "--set", "phone=555 0101")[
        "consultant_id"
    ]
    assert run("consultant", "show", DESK, person)["consultant"]["phone"] == "555 0101"
    with open_desk() as desk:
        actor = as_member(desk, DESK)
        resume = desk.resumes.upload(actor, "Petra.docx", a_resume_file(), person)
        version = desk.resumes.list_versions(actor, resume.id)[0].id
    named = ("--requirement", opening, "--consultant", person, "--version-id", version)
    assert run("submission", "check", DESK, *named)["can_be_sent"] is False
    assert "right to represent is missing" in run("submission", "send", DESK, *named, code=3, as_json=False)
    agreed = ("--agreed", "75 USD", "--agreed-on", "2026-11-20")
    sent = run("submission", "send", DESK, *named, *agreed)["submission_id"]
    assert "already" in run("submission", "send", DESK, *named, *agreed, code=3, as_json=False)
    assert run("submission", "list", DESK, "--consultant", person)["submissions"][0]["id"] == sent
    line = "Moved forty batch jobs to Java."
    assert run("submission", "find-line", DESK, line)["sent"][0]["consultant"] == "Petra Vandersloot"
    assert run("submission", "sheet", DESK, sent)["points"] == []
    assert run("submission", "status", DESK, sent, "shortlisted") == {"status": "shortlisted"}
    assert run("requirement", "fits", DESK, opening)["fits"][0]["consultant_id"] == person

    when = ("--set", "starts_at=2027-01-05T15:00", "--set", "time_zone=America/New_York")
    talk = run("interview", "plan", DESK, "--requirement", opening, "--consultant", person, *when)["interview_id"]
    assert Calendar.from_ical(run("interview", "calendar", DESK, talk, as_json=False)).walk("VEVENT")
    assert run("interview", "remind") == {"letters": "0"}

    assert run("analytics", "refresh", DESK) == {"refreshed": True}
    assert run("analytics", "show", DESK, "funnel")["rows"][0]["requirements"] == 2
    assert "too few to say" in run("analytics", "show", DESK, "funnel", as_json=False)
    assert run("analytics", "export", DESK, "demand", as_json=False).startswith("month,technology")


def test_what_is_agreed_on_views_files_and_copies(run: Any, tmp_path: Path) -> None:  # noqa: ANN401
    agreed = ("--set", "right_to_represent=always", "--set", "needs_proof=yes", "--set", "similarity_days=30")
    changed = run("desk", "policy", DESK, *agreed, "--set", "is_career_service=yes")["policy"]
    assert run("desk", "policy", DESK)["policy"] == changed
    assert (changed["right_to_represent"], changed["needs_proof"], changed["similarity_days"]) == ("always", True, 30)
    assert "not a usable setting" in run("desk", "policy", DESK, "--set", "x=1", code=3, as_json=False).lower()

    view = run("desk", "keep-view", DESK, "requirements", "Open", "--set", "status=New", "--shared")["view_id"]
    assert run("desk", "views", DESK, "requirements")["views"] == [
        {"id": view, "name": "Open", "shared": True, "choice": {"status": "New"}}
    ]
    run("desk", "forget-view", DESK, view)
    assert run("desk", "views", DESK, "requirements") == {"views": []}

    named = ("--set", "name=Petra Vandersloot", "--set", "cohort=Spring", "--set", "progress=applying")
    person = run("consultant", "add", DESK, *named)["consultant_id"]
    assert run("desk", "caseload", DESK)["cohorts"][0]["by_progress"]["applying"] == 1
    assert run("desk", "adviser", DESK, person, "--member", "ann@desk.example")["adviser_id"]
    assert json.loads(run("desk", "cohort", DESK, "Spring", as_json=False))["name"] == "Petra Vandersloot"

    (tmp_path / "notes.txt").write_text("of the call", "utf-8")
    file = run("attachment", "add", DESK, "consultant", person, "notes.txt")["attachment_id"]
    assert run("attachment", "list", DESK, "consultant", person)["files"][0]["name"] == "notes.txt"
    run("attachment", "get", DESK, file, "--output", "again.txt")
    assert (tmp_path / "again.txt").read_text("utf-8") == "of the call"
    run("attachment", "remove", DESK, file)

    with open_desk() as desk:
        actor = as_member(desk, DESK)
        resume = desk.resumes.upload(actor, "Petra.docx", a_resume_file(), person)
        version = desk.resumes.list_versions(actor, resume.id)[0].id
    assert run("client-copy", "metadata", DESK, "--version-id", version)["metadata"]["comments"] == 0
    made = run("client-copy", "make", DESK, "--version-id", version, "--name", "Petra Vandersloot", "-o", "copy.docx")
    assert made["removed"] >= 1
    assert (tmp_path / "copy.docx").read_bytes().startswith(b"PK")
    assert "--name" in run("client-copy", "make", DESK, "--version-id", version, "-o", "x.docx", code=2, as_json=False)


def test_a_field_without_a_value_is_wrong_usage(run: Any) -> None:  # noqa: ANN401
    assert "--set takes FIELD=VALUE" in run("consultant", "add", DESK, "--set", "name", code=2, as_json=False)
