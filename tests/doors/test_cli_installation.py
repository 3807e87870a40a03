"""The commands of an installation: users, workspaces, keys, usage and the audit trail, as their operator types them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from doors.conftest import Run
from resume_customizer.settings import read_settings

PASSWORD = "plum vase on the sill\n"
ANN, BOB = "ann@desk.example", "bob@desk.example"
pytestmark = pytest.mark.usefixtures("installation")


@pytest.fixture
def desk(run: Run) -> Run:
    """The same with Ann, who is the operator, and her workspace."""
    assert run("user", "add", ANN, "--name", "Ann Lindqvist", "--operator", stdin=PASSWORD).code == 0
    assert run("workspace", "add", "Bright Desk", "--owner", ANN).code == 0
    return run


def test_an_account_is_added_listed_locked_and_unlocked(desk: Run) -> None:
    made = desk("user", "add", BOB, "--name", "Bob", "--json", stdin=PASSWORD)
    assert made.json["address"] == BOB
    assert desk("user", "list").out.count("@desk.example") == 2

    assert "signed out everywhere" in desk("user", "lock", BOB).out
    (bob,) = [each for each in desk("user", "list", "--json").json["users"] if each["address"] == BOB]
    assert (bob["is_locked"], bob["is_operator"], bob["user_id"]) == (True, False, made.json["user_id"])
    assert desk("user", "unlock", BOB).code == 0
    assert desk("user", "operator", BOB).code == 0
    assert "operator" in desk("user", "list").out


def test_sessions_are_ended_and_somebody_who_lost_everything_is_let_in_again(desk: Run) -> None:
    assert desk("user", "sign-out", ANN).out.strip() == "0 sessions ended."
    assert desk("user", "sign-out", "--all", "--json").json == {"ended": 0}
    assert "is told by mail" in desk("user", "drop-second-factor", ANN).out
    link = desk("user", "password-link", ANN, "--json").json["link"]
    assert link.startswith("http://localhost:8501/new-password#")
    for arguments in (("--all", ANN), ()):
        ran = desk("user", "sign-out", *arguments)
        assert (ran.code, "one address" in ran.err) == (2, True)


def test_what_cant_be_done_is_said_in_a_sentence(desk: Run) -> None:
    for arguments, stdin, told in (
        (("user", "lock", ANN), "", "only operator"),
        (("user", "lock", "nobody@desk.example"), "", "no account"),
        (("user", "add", ANN, "--name", "Ann"), PASSWORD, "already"),
        (("user", "add", BOB, "--name", "Bob"), "short\n", "8 characters"),
        (("workspace", "members", "Dark Desk"), "", "no workspace “Dark Desk”"),
        (("workspace", "transfer", "Bright Desk", BOB), "", "not among the members"),
    ):
        ran = desk(*arguments, stdin=stdin)
        assert (ran.code, ran.out) == (3, ""), arguments
        assert ran.err.startswith("Error: "), arguments
        assert told in ran.err, ran.err
        assert "Traceback" not in ran.err


def test_people_are_invited_and_listed(desk: Run) -> None:
    assert "waits in the outbox" in desk("workspace", "invite", "Bright Desk", BOB, "--role", "admin").out
    members = desk("workspace", "members", "Bright Desk", "--json").json
    assert [each["role"] for each in members["members"]] == ["owner"]
    assert [(each["address"], each["role"]) for each in members["invitations"]] == [(BOB, "admin")]
    (line,) = desk("workspace", "list", "--json").json["workspaces"]
    assert (line["name"], line["tier"], line["members"]) == ("Bright Desk", "free", 1)
    assert desk("workspace", "members", line["workspace_id"]).code == 0


def test_usage_is_shown_and_the_tier_changed(desk: Run) -> None:
    assert "of 100" in desk("usage", "show", "Bright Desk").out
    assert desk("usage", "tier", "Bright Desk", "premium").code == 0
    shown = desk("usage", "show", "Bright Desk", "--json").json
    assert (shown["tier"], shown["usage"]["customizations"]) == ("premium", {"used": 0, "allowed": 5000})
    assert desk("usage", "tier", "Bright Desk", "golden").code == 2


def test_keys_are_made_shown_once_and_revoked(desk: Run) -> None:
    made = desk("key", "add", "Bright Desk", ANN, "--name", "nightly", "--scope", "write", "--days", "7")
    key = made.out.strip()
    assert key.startswith("rcp_")
    listed = desk("key", "list", "Bright Desk", ANN)
    assert "nightly" in listed.out
    assert key not in listed.out
    assert desk("key", "revoke", "Bright Desk", ANN, key[:10]).code == 0
    assert "0 keys" in desk("key", "list", "Bright Desk", ANN).out


def test_a_new_key_for_secrets_seals_what_the_old_one_did(desk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def keys_are(*keys: str) -> None:
        monkeypatch.setenv("RCP_SECRET_KEYS", ",".join(keys))
        read_settings.cache_clear()

    line = desk("key", "secret", "2026-11")
    assert "RCP_SECRET_KEYS" in line.err
    new, old = line.out.strip(), desk("key", "secret", "2025", "--json").json["key"]
    keys_are(old)
    desk("workspace", "invite", "Bright Desk", BOB)  # its letter is sealed
    keys_are(new, old)
    assert desk("key", "reseal", "--json").json == {"resealed": 1, "current": 0}
    keys_are(new)
    assert desk("key", "reseal", "--json").json == {"resealed": 0, "current": 1}


def test_the_trail_is_listed_verified_and_exported(desk: Run, tmp_path: Path, installation: Path) -> None:
    assert "workspace.created" in desk("audit", "list", "Bright Desk").out
    head = desk("audit", "verify", "Bright Desk", "--json").json["trails"][0]["head"]
    desk("usage", "tier", "Bright Desk", "premium")
    assert "whole" in desk("audit", "verify").out
    assert desk("audit", "verify", "Bright Desk", "--head", head).code == 0
    exported = desk("audit", "export", "Bright Desk", "--csv", "-o", tmp_path / "trail.csv")
    assert exported.code == 0
    assert (tmp_path / "trail.csv").read_text("utf-8").count("\n") == 3
    assert [json.loads(line)["number"] for line in desk("audit", "export", "Bright Desk").out.splitlines()] == [1, 2]

    import sqlite3

    with sqlite3.connect(installation / "records.db") as connection:
        connection.execute("UPDATE audit_entries SET actor_id = 'somebody else' WHERE number = 1")
    connection.close()
    broken = desk("audit", "verify")
    assert (broken.code, "BROKEN at entry 1" in broken.out) == (1, True)


def test_only_old_entries_of_the_trail_go_and_what_stays_is_whole(desk: Run) -> None:
    early = desk("audit", "drop-old", "Bright Desk", "--keep-days", "30")
    assert (early.code, "at least 90 days" in early.err) == (3, True)
    before = desk("audit", "list", "Bright Desk").out
    assert "0 entries older than 90 days dropped." in desk("audit", "drop-old", "Bright Desk", "--keep-days", "90").out
    assert before in desk("audit", "list", "Bright Desk").out
    assert "Bright Desk: whole" in desk("audit", "verify").out


def test_all_that_is_stored_about_a_person_is_printed(desk: Run) -> None:
    exported = desk("user", "export", ANN).json
    assert exported["records"]["User"][0]["name"] == "Ann Lindqvist"
    assert "password" not in json.dumps(exported)


def test_it_is_backed_up_and_restored_elsewhere(desk: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = desk("backup", tmp_path / "all.rcpb", "--json").json
    assert made["tables"]["users"]["rows"] == 1
    assert "output-exists" in desk("backup", tmp_path / "all.rcpb", "--json").out
    assert "holds records" in desk("restore", tmp_path / "all.rcpb").err

    monkeypatch.setenv("RCP_DATA_DIR", str(tmp_path / "elsewhere"))
    read_settings.cache_clear()
    assert "Nothing was written" in desk("restore", tmp_path / "all.rcpb", "--dry-run").out
    assert desk("user", "list").out.startswith("0 accounts")
    assert "are there again" in desk("restore", tmp_path / "all.rcpb").out
    assert "Ann Lindqvist" in desk("user", "list").out
    assert desk("audit", "verify").code == 0
    (tmp_path / "all.rcpb").write_bytes((tmp_path / "all.rcpb").read_bytes()[:-50])
    cut = desk("restore", tmp_path / "all.rcpb", "--replace")
    assert (cut.code, "cut off" in cut.err) == (3, True)
    assert "Ann Lindqvist" in desk("user", "list").out


def test_records_move_to_another_store(desk: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = f"json:///{tmp_path / 'records'}"
    assert "would be moved" in desk("migrate", "--to", there, "--dry-run").out
    assert "the same on both sides" in desk("migrate", "--to", there).out
    monkeypatch.setenv("RCP_DATABASE_URL", there)
    read_settings.cache_clear()
    assert "Ann Lindqvist" in desk("user", "list").out
    assert desk("migrate").out == "The database is ready for this version (revision 0001).\n"
    monkeypatch.setenv("RCP_DATABASE_URL", "postgresql://app@127.0.0.1:1/none")
    read_settings.cache_clear()
    assert "RCP_DATABASE_OWNER_URL" in desk("migrate").err


def test_files_that_nothing_names_are_swept(desk: Run, installation: Path) -> None:
    assert desk("files", "sweep", "--json").json == {"kept": 0, "removed": 0, "missing": []}


def test_without_its_libraries_it_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    ran = run("user", "list")
    assert ran.code == 1
    assert "pip install 'resume-customizer[server]'" in ran.err
    assert "sqlalchemy" in ran.err


def test_a_stranger_can_do_it_at_a_shell(installation: Path, tmp_path: Path) -> None:
    def shell(*arguments: str, typed: str = "") -> str:
        command = [sys.executable, "-m", "resume_customizer", *arguments]
        return subprocess.run(
            command, input=typed, capture_output=True, text=True, check=True, timeout=60, cwd=tmp_path
        ).stdout

    assert "can sign in now" in shell("user", "add", ANN, "--name", "Ann", typed=PASSWORD)
    assert "1 account" in shell("user", "list")


def test_a_workspace_knows_a_technology_of_its_own_until_it_is_forgotten(desk: Run) -> None:
    known = ("workspace", "know", "Bright Desk", "Quay Ledger", "--also", "QLedger", "--part-of", "Java")
    assert "“Bright Desk” knows Quay Ledger now." in desk(*known).out
    assert desk("workspace", "know", "Bright Desk", "kafka", "--ignore", "--json").json["name"] == "Apache Kafka"

    listed = desk("workspace", "technologies", "Bright Desk", "--json").json["technologies"]
    assert [(each["name"], each["aliases"], each["is_ignored"]) for each in listed] == [
        ("Apache Kafka", [], True),
        ("Quay Ledger", ["QLedger"], False),
    ]
    told = desk("workspace", "technologies", "Bright Desk").out
    assert "Apache Kafka (ignored)" in told
    assert "2 technologies of its own" in told
    assert desk("workspace", "forget", "Bright Desk", "quay ledger").code == 0
    again = desk("workspace", "forget", "Bright Desk", "quay ledger")
    assert again.code != 0
    assert "`workspace technologies` lists its own" in again.err
