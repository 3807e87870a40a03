"""The store in a folder of JSON files: the promises of infrastructure/json_files/store.py."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from resume_customizer.core.errors import Conflict, Unavailable
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.resumes import Resume
from resume_customizer.infrastructure.json_files.store import JsonStore
from resume_customizer.services.store import InWorkspace

HOME = InWorkspace(new_id())
SECOND = "import sys; from pathlib import Path; from {0} import JsonStore; JsonStore(Path(sys.argv[1]))"


def add(folder: Path, *names: str) -> None:
    store = JsonStore(folder)
    for name in names:
        with store.transaction(HOME) as tx:
            tx.add(Resume(name=name))
    store.close()


def names(folder: Path) -> list[str]:
    store = JsonStore(folder)
    with store.reading(HOME) as tx:
        found = [each.name for each in tx.every(Resume)]
    store.close()
    return found


def test_what_was_kept_is_there_and_can_be_read_by_people(tmp_path: Path) -> None:
    add(tmp_path, "one", "Größe “x”")
    assert names(tmp_path) == ["one", "Größe “x”"]
    (newest,) = sorted((tmp_path / "tables").glob("resumes.*.json"))[-1:]
    assert [row["name"] for row in json.loads(newest.read_text("utf-8")).values()] == ["one", "Größe “x”"]
    assert "Größe “x”" in newest.read_text("utf-8")


def test_a_second_process_is_refused_and_told_why(tmp_path: Path) -> None:
    store = JsonStore(tmp_path)
    command = [sys.executable, "-c", SECOND.format(JsonStore.__module__), str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert "Another process works with this folder already. Stop it, or use a database" in ran.stderr
    with pytest.raises(Conflict):
        JsonStore(tmp_path)
    store.close()
    assert names(tmp_path) == []


def test_a_damaged_file_is_told_and_the_last_good_state_used(tmp_path: Path) -> None:
    add(tmp_path, "old")
    add(tmp_path, "new")
    newest = max((tmp_path / "tables").glob("resumes.*.json"))
    newest.write_bytes(newest.read_bytes().replace(b"new", b"NEW"))

    store = JsonStore(tmp_path)
    with store.reading(HOME) as tx:
        assert [each.name for each in tx.every(Resume)] == ["old", "new"]
    health = store.health()
    store.close()
    assert [notice.code for notice in store.notices] == ["damaged-generation"]
    assert health.is_reachable
    assert "damaged" in health.message


def test_a_change_that_was_kept_is_no_error_because_the_folder_cannot_be_written_anew(tmp_path: Path) -> None:
    store, tables = JsonStore(tmp_path), tmp_path / "tables"
    tables.rename(tmp_path / "away")
    tables.write_text("no folder")
    with store.transaction(HOME) as tx:
        tx.add_all(Resume(name=f"{number}") for number in range(2001))
    tables.unlink()
    (tmp_path / "away").rename(tables)
    with store.transaction(HOME) as tx:
        tx.add_all([Resume(name="later"), Resume(name="last")])
    assert len(list(tables.glob("resumes.*.json"))) == 1
    store.close()

    assert len(names(tmp_path)) == 2003


def test_a_folder_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    add(tmp_path, "kept")
    (about,) = sorted((tmp_path / "tables").glob("about.*.json"))[-1:]
    (head,) = sorted(tmp_path.glob("0*.json"))[-1:]
    changed = about.read_bytes().replace(b"0001", b"9999")
    old, new = (sha256(content).hexdigest().encode() for content in (about.read_bytes(), changed))
    head.write_bytes(head.read_bytes().replace(old, new))
    about.write_bytes(changed)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.json*")}
    with pytest.raises(Unavailable, match="newer version"):
        JsonStore(tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.json*")} == before
