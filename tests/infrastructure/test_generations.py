"""A store in JSON files: the promises of resume_customizer.infrastructure.json_files.generations."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resume_customizer.core.errors import Unavailable, UnreadableInput
from resume_customizer.infrastructure.json_files.generations import Change, Generations, Tables

ANNA, BERT = {"name": "Anna", "age": 41}, {"name": "Bert – “the second”\n", "age": None}
WRITER = """
import sys
from pathlib import Path
from resume_customizer.infrastructure.json_files.generations import Change, Generations
store = Generations(Path(sys.argv[1]))
tables = store.load().tables
rows = tables.setdefault("numbers", {})
for number in range(len(rows) // 2, 100_000):
    pair = [Change("numbers", f"{number}a", {"n": number}), Change("numbers", f"{number}b", {"n": number})]
    store.append(pair)
    rows.update({change.key: change.row for change in pair})
    print(number, flush=True)
    if number % 7 == 6:
        store.compact(tables)
"""


def loaded(folder: Path) -> Tables:
    """What another process would find; nothing was damaged."""
    store = Generations(folder)
    try:
        found = store.load()
    finally:
        store.close()
    assert found.notices == ()
    return found.tables


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two generations, and changes after each."""
    store = Generations(tmp_path)
    store.append([Change("people", "1", ANNA)])
    store.compact(store.load().tables)
    store.append([Change("people", "2", BERT)])
    store.compact({"people": {"1": ANNA, "2": BERT}})
    store.append([Change("people", "1", None), Change("pets", "7", {"name": "Rex"})])
    store.close()
    return tmp_path


AFTER = {"people": {"2": BERT}, "pets": {"7": {"name": "Rex"}}}


def test_what_was_kept_is_there_again(folder: Path) -> None:
    assert loaded(folder) == AFTER


def test_a_new_folder_is_empty(tmp_path: Path) -> None:
    assert loaded(tmp_path / "new" / "store") == {}


def test_tables_are_readable_json_sorted_by_key(folder: Path) -> None:
    text = (folder / "tables" / "people.0000000002.json").read_text(encoding="utf-8")

    assert json.loads(text) == {"1": ANNA, "2": BERT}
    assert text.splitlines()[1] == '"1": {"name": "Anna", "age": 41},'
    assert "“the second”" in text


def test_old_generations_go(folder: Path) -> None:
    store = Generations(folder)
    for _ in range(5):
        store.compact(store.load().tables)
    store.close()

    assert len(list(folder.glob("0*.json"))) == 2
    assert len(list((folder / "tables").glob("people.*.json"))) == 2
    assert loaded(folder) == AFTER


def test_a_second_owner_is_refused_and_told(folder: Path) -> None:
    owner = Generations(folder)
    code = f"from pathlib import Path; from {Generations.__module__} import *; Generations(Path({str(folder)!r}))"
    refused = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    owner.close()
    allowed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert refused.returncode == 1
    assert "Another process works with this folder already" in refused.stderr
    assert allowed.returncode == 0


@pytest.mark.parametrize("name", ["tables/people.0000000002.json", "0000000002.json"])
@pytest.mark.parametrize("damage", [b"", b"{}", b"\x00\xff", None])
def test_a_damaged_generation_is_told_and_the_one_before_it_gives_the_same_rows(
    folder: Path, name: str, damage: bytes | None
) -> None:
    if damage is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(damage)
    store = Generations(folder)
    found = store.load()
    store.close()

    assert found.tables == AFTER
    assert [notice.code for notice in found.notices] == ["damaged-generation"]
    assert loaded(folder) == AFTER


def test_a_store_without_a_whole_generation_is_refused(folder: Path) -> None:
    for path in (folder / "tables").iterdir():
        path.write_bytes(b"gone")
    store = Generations(folder)

    with pytest.raises(UnreadableInput) as caught:
        store.load()
    store.close()
    assert caught.value.code == "damaged-store"


def test_a_damaged_line_of_changes_is_told_with_what_is_left_out(folder: Path) -> None:
    store = Generations(folder)
    store.load()
    for number in range(3):
        store.append([Change("pets", str(number), {"name": f"Pet {number}"})])
    store.close()
    path = folder / "changes.0000000002.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join((lines[0], lines[1].replace(b"Pet 0", b"Pet X"), *lines[2:])))

    store = Generations(folder)
    found = store.load()
    store.close()

    assert found.tables == AFTER
    assert "3 transactions are left out" in found.notices[0].message
    assert (folder / "damaged-changes.0000000002.jsonl").read_bytes().count(b"\n") == 4
    assert loaded(folder) == AFTER


@settings(max_examples=40, deadline=None)
@given(cut=st.integers(min_value=1, max_value=200))
def test_a_line_that_was_cut_off_was_never_accepted_and_more_can_be_kept_after_it(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    folder = tmp_path_factory.mktemp("store")
    store = Generations(folder)
    store.load()
    store.append([Change("people", "1", ANNA)])
    store.append([Change("people", "2", BERT), Change("people", "1", None)])
    store.close()
    path = folder / "changes.0000000000.jsonl"
    first, last = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(first + last[: -min(cut, len(last))])

    assert loaded(folder) == {"people": {"1": ANNA}}
    store = Generations(folder)
    store.load()
    store.append([Change("people", "3", BERT)])
    store.close()
    assert loaded(folder) == {"people": {"1": ANNA, "3": BERT}}


def test_a_full_disk_refuses_the_change_and_leaves_the_store_usable(tmp_path: Path) -> None:
    code = f"""
import resource
from pathlib import Path
from {Generations.__module__} import Change, Generations
store = Generations(Path({str(tmp_path)!r}))
store.load()
store.append([Change("people", "1", {{"name": "Anna"}})])
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
try:
    store.append([Change("people", "2", {{"name": "B" * 500}})])
except Exception as fault:
    print(type(fault).__name__)
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
store.append([Change("people", "3", {{"name": "Carl"}})])
"""
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert said.strip() == Unavailable.__name__
    assert loaded(tmp_path) == {"people": {"1": {"name": "Anna"}, "3": {"name": "Carl"}}}


def test_what_was_accepted_is_there_after_the_process_was_killed(tmp_path: Path) -> None:
    chance = random.Random(7)
    for _ in range(10):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        first = int(writer.stdout.readline())
        time.sleep(chance.uniform(0, 0.05))
        os.kill(writer.pid, signal.SIGKILL)
        said = writer.stdout.read().split("\n")
        writer.stdout.close()
        writer.wait(30)
        accepted = max([first, *(int(line) for line in said[:-1] if line)])

        rows = loaded(tmp_path)["numbers"]
        assert len(rows) in {2 * accepted + 2, 2 * accepted + 4}
        assert all(rows[f"{n}a"] == rows[f"{n}b"] == {"n": n} for n in range(len(rows) // 2))
