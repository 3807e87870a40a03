"""E-mail at the command line: from an account to a message in somebody's mailbox."""

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from loopback.mail_server import mail_server
from resume_customizer import settings
from resume_customizer.app_bootstrap import build_app, build_desk, embedded_workers
from resume_customizer.cli.program import app
from resume_customizer.infrastructure.secrets import new_key

DESK = "Bright Desk"


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An installation of its own with one workspace."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RCP_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("RCP_SECRET_KEYS", new_key("2026-11"))
    monkeypatch.setenv("RCP_MAIL_PRIVATE_HOSTS", "localhost")
    settings.read_settings.cache_clear()
    call("user", "add", "ann@desk.example", "--name", "Ann", stdin="plum vase on the sill\n")
    call("workspace", "add", DESK, "--owner", "ann@desk.example")
    yield tmp_path
    settings.read_settings.cache_clear()


def call(*arguments: str, stdin: str = "", code: int = 0) -> str:
    """A command and what it prints."""
    result = CliRunner().invoke(app, arguments, input=stdin)
    assert result.exit_code == code, result.output
    return result.stdout


def values(*arguments: str) -> dict[str, Any]:
    return json.loads(call(*arguments, "--json"))


def test_a_message_is_written_seen_and_sent(installation: Path) -> None:
    with mail_server() as server:
        added = values(
            *("mail-account", "add", DESK, "--name", "Desk", "--sender", "anna@desk.example", "--host", "localhost"),
            *("--port", str(server.port), "--security", "none", "--sender-name", "Anna Vroom"),
        )
        tested = values("mail-account", "test", DESK, added["account_id"])
        order = ("mail", "write", DESK, "--template", "thank-you", "--to", "Bo Bergen <bo@x.example>")
        order = (*order, "--value", "title=Java Developer", "--account", added["account_id"])
        call(*order, "--dry-run", "messages")
        written = values(*order)
        again = values(*order)
        call("mailer", "--until-empty")

    [file] = (installation / "messages").iterdir()
    seen, sent = (message_from_bytes(each) for each in (file.read_bytes(), server.inbox.taken[0].content))
    shown = values("mail", "show", DESK, written["mail_ids"][0])
    assert tested["sending"]["outcome"] == "sent"
    assert seen["Subject"] == sent["Subject"] == "Thank you for the conversation about Java Developer"
    assert again == {"mail_ids": [], "mailing_id": "", "already": ["bo@x.example"]}
    assert (shown["status"], shown["receivers"][0]["status"]) == ("sent", "sent")
    assert [each["status"] for each in values("mail", "list", DESK)["mails"]] == ["sent"]
    assert "Java Developer" in call("mail", "list", DESK)


def test_the_server_sends_by_itself(installation: Path) -> None:
    with mail_server() as server, build_app(settings.read_settings()) as app:
        added = values(
            *("mail-account", "add", DESK, "--name", "Desk", "--sender", "anna@desk.example", "--host", "localhost"),
            *("--port", str(server.port), "--security", "none"),
        )
        order = (
            "mail",
            "write",
            DESK,
            "--template",
            "thank-you",
            "--to",
            "bo@x.example",
            "--account",
            added["account_id"],
        )
        call(*order, "--value", "title=Java", "--value", "receiver_name=Bo")
        with embedded_workers(app, build_desk(app)):
            for _ in range(200):
                if server.inbox.taken:
                    break
                time.sleep(0.1)

    assert [each.recipients for each in server.inbox.taken] == [["bo@x.example"]]


def test_what_is_missing_is_named_and_nothing_is_kept(installation: Path) -> None:
    out = call("mail", "write", DESK, "--template", "thank-you", "--to", "bo@x.example", "--json", code=3)

    assert json.loads(out)["error"]["code"] == "not-ready"
    assert "title" in json.loads(out)["error"]["message"]
    assert values("mail", "list", DESK)["mails"] == []


def test_drafts_are_kept_cancelled_and_written_to_files(installation: Path) -> None:
    Path("hello.txt").write_text("Hello {{ receiver_first_name }}", "utf-8")
    Path("people.csv").write_text("name,email\nBo,bo@x.example\nDi,di@x.example\n", "utf-8")
    written = values("mail", "write", DESK, "--subject", "Hi", "--text", "hello.txt", "--list", "people.csv")
    one, other = written["mail_ids"]
    call("mail", "save", DESK, one, "-o", "one.eml")
    call("mail", "cancel", DESK, other)

    assert b"Hello Bo" in Path("one.eml").read_bytes()
    assert {each["status"] for each in values("mail", "list", DESK)["mails"]} == {"draft", "cancelled"}
    assert "0 mails" in call("mail", "to-do", DESK)
    call("mail", "settle", DESK, one, "--arrived", code=3)


def test_texts_are_listed_kept_and_carried_over(installation: Path) -> None:
    Path("hello.txt").write_text("Hello {{ receiver_first_name }}", "utf-8")
    call("template", "add", DESK, "--name", "Greeting", "--subject", "Hi {{ receiver_name }}", "--text", "hello.txt")
    Path("texts.json").write_text(call("template", "export", DESK), "utf-8")
    call("template", "import", DESK, "texts.json")
    names = [each["name"] for each in values("template", "list", DESK)["templates"]]

    assert names[-2:] == ["Greeting", "Greeting (2)"]
    assert "receiver_first_name" in call("template", "places")
    assert "{{ title }}" in call("template", "show", DESK, "thank-you")


def test_letters_without_a_server_are_handed_on_as_files(installation: Path) -> None:
    call("workspace", "invite", DESK, "bob@desk.example")
    found = values("letters", "--out", "letters")["letters"]

    assert [each["to"] for each in found][-1] == "bob@desk.example"
    files = [each.read_bytes() for each in (installation / "letters").iterdir()]
    assert any(b"/join#" in each.replace(b"=\r\n", b"") for each in files)


def test_sequences_are_added_changed_and_switched_off(installation: Path) -> None:
    kept = values("sequence", "add", DESK, "--name", "After a submission", "--step", "follow-up-1:3")["sequence_id"]
    call("sequence", "change", DESK, kept, "--step", "follow-up-1:2", "--step", "follow-up-2:5", "--name", "Quick")
    call("sequence", "change", DESK, kept, "--step", "follow-up-1", code=2)
    call("sequence", "switch", DESK, kept, "--off")
    [found] = values("sequence", "list", DESK)["sequences"]

    steps = [{"template_id": "follow-up-1", "days": 2}, {"template_id": "follow-up-2", "days": 5}]
    assert found == {
        "sequence_id": kept,
        "name": "Quick",
        "is_active": False,
        "number": 2,
        "running": 0,
        "steps": steps,
    }
    assert "follow-up-1 after 2 days, then follow-up-2 after 5 days" in call("sequence", "list", DESK)
    assert "0 follow-ups" in call("sequence", "waiting", DESK)


def test_an_account_is_changed_in_what_is_named(installation: Path) -> None:
    named = ("--name", "Desk", "--sender", "anna@desk.example", "--provider", "fastmail")
    out = json.loads(call("mail-account", "add", DESK, *named, "--json", stdin="one two\n"))["account_id"]
    call("mail-account", "change", DESK, out, "--set", "signature=Anna = Vroom", "--set", "per_minute=60")
    refused = call("mail-account", "change", DESK, out, "--set", "password=x", code=2)
    call("mail-account", "change", DESK, out, "--set", "host=smtp.elsewhere.example", code=3)
    call("mail-account", "change", DESK, out, "--set", "per_minute=many", code=2)
    [account] = values("mail-account", "list", DESK)["accounts"]

    assert refused == ""
    assert (account["signature"], account["per_minute"]) == ("Anna = Vroom", 60)
    assert account["host"] == "smtp.fastmail.com"


def test_a_text_has_versions_and_can_be_removed(installation: Path) -> None:
    Path("hello.txt").write_text("Hello.", "utf-8")
    Path("good-day.txt").write_text("Good day.", "utf-8")
    kept = values("template", "add", DESK, "--name", "Greeting", "--subject", "Hi", "--text", "hello.txt")
    changed = values("template", "change", DESK, kept["template_id"], "--text", "good-day.txt")
    found = values("template", "versions", DESK, kept["template_id"])["versions"]
    call("template", "remove", DESK, kept["template_id"])

    assert changed == {"number": 2}
    assert [(each["number"], each["subject"], each["body"]) for each in found] == [
        (2, "Hi", "Good day."),
        (1, "Hi", "Hello."),
    ]
    call("template", "show", DESK, kept["template_id"], code=3)


def test_a_mailing_is_followed_and_stopped(installation: Path) -> None:
    Path("hello.txt").write_text("Hello {{ receiver_first_name }}", "utf-8")
    Path("people.csv").write_text("name,email\nBo,bo@x.example\nDi,di@x.example\nEd,ed@x.example\n", "utf-8")
    with mail_server() as server:
        server.inbox.refusals["di@x.example"] = "550 5.1.1 no such mailbox"
        account = values(
            *("mail-account", "add", DESK, "--name", "Desk", "--sender", "anna@desk.example", "--host", "localhost"),
            *("--port", str(server.port), "--security", "none", "--per-minute", "0"),
        )["account_id"]
        order = ("--text", "hello.txt", "--list", "people.csv", "--account", account)
        first = values("mail", "write", DESK, "--subject", "Hi", *order)["mailing_id"]
        call("mailer", "--until-empty")
        later = values(
            "mail",
            "write",
            DESK,
            "--subject",
            "Later",
            *order,
            "--at",
            f"{datetime.now(UTC) + timedelta(days=30):%FT%T%z}",
        )
        stopped = values("mailing", "cancel", DESK, later["mailing_id"])
    [problem] = values("mailing", "problems", DESK, first)["problems"]
    listed = {each["mailing_id"]: each for each in values("mailing", "list", DESK)["mailings"]}

    assert (problem["address"], problem["status"]) == ("di@x.example", "failed")
    assert stopped == {"stopped": 3}
    assert listed[first]["counts"]["sent"] == 2
    assert (listed[first]["is_cancelled"], listed[later["mailing_id"]]["is_cancelled"]) == (False, True)


def test_who_wants_no_mail_is_noted_and_written_to_again(installation: Path) -> None:
    call("no-mail", "add", DESK, "Bo@x.example")
    noted = values("no-mail", "list", DESK)["addresses"]
    call("no-mail", "remove", DESK, "bo@x.example")

    assert [each["address"] for each in noted] == ["bo@x.example"]
    assert values("no-mail", "list", DESK)["addresses"] == []
    call("no-mail", "remove", DESK, "bo@x.example", code=3)


def test_business_hours_are_shown_and_set_in_what_is_named(installation: Path) -> None:
    before = values("mail", "hours", DESK)
    after = values("mail", "hours", DESK, "--zone", "Europe/Berlin", "--holiday", "2026-12-25")
    call("mail", "hours", DESK, "--zone", "Nowhere/Land", code=3)

    assert after == {**before, "zone": "Europe/Berlin", "holidays": ["2026-12-25"]}
    assert values("mail", "hours", DESK) == after
