"""Whole or not at all, and never over an input: the promises of resume_customizer.infrastructure.files."""

import os
import stat
from pathlib import Path

import pytest

from resume_customizer.core.errors import Conflict, NotWritable, RefusedInput, Unavailable, UnreadableInput
from resume_customizer.infrastructure.files import (
    check_target,
    find_overwritten,
    is_writable,
    read_file,
    write_files,
    write_many,
)


def test_what_was_written_is_read_again_and_folders_are_made(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b" / "c.bin"

    write_files({target: b"content"})

    assert read_file(target) == b"content"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("settled", [True, False])
def test_a_file_is_replaced_whole(tmp_path: Path, settled: bool) -> None:
    target = tmp_path / "c.bin"
    target.write_bytes(b"old")
    with target.open("rb") as reader:
        write_files({target: b"new, and longer"}, settled=settled)

        assert reader.read() == b"old"
    assert target.read_bytes() == b"new, and longer"


def test_when_one_file_can_not_be_written_none_is_and_nothing_is_left_behind(tmp_path: Path) -> None:
    good, bad = tmp_path / "good", tmp_path / ("n" * 300)

    with pytest.raises(NotWritable, match=r"can't be written: .*\. Name another place for it") as told:
        write_files({good: b"x", bad: b"x"})
    assert told.value.where == str(bad)

    assert list(tmp_path.iterdir()) == []


def test_of_many_files_each_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    targets = {tmp_path / str(number % 3) / str(number): bytes([number]) * 1000 for number in range(20)}

    write_many(targets)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == targets

    with pytest.raises(Unavailable, match="can't be written"):
        write_many({tmp_path / "good": b"x", tmp_path / ("n" * 300): b"x"})
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == {*targets, tmp_path / "good"}


def test_a_file_in_the_way_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(NotWritable, match="can't be written: a file stands where its folder should be"):
        write_files({tmp_path / "file" / "x": b""})
    with pytest.raises(UnreadableInput, match="There is no such file"):
        read_file(tmp_path / "file" / "x")


def test_an_input_is_never_written_over_by_any_name(tmp_path: Path) -> None:
    source = tmp_path / "in.docx"
    source.write_bytes(b"mine")
    (tmp_path / "soft").symlink_to(source)
    (tmp_path / "hard").hardlink_to(source)
    names = [source, tmp_path / "soft", tmp_path / "hard", tmp_path / "x" / ".." / "in.docx"]
    (tmp_path / "x").mkdir()

    for name in names:
        with pytest.raises(Conflict) as fault:
            write_files({tmp_path / "other": b"", name: b"gone"}, inputs=[source])
        assert fault.value.code == "target-is-input"
        assert find_overwritten([tmp_path / "other", name], [source]) == name

    assert source.read_bytes() == b"mine"
    assert not (tmp_path / "other").exists()
    assert find_overwritten([tmp_path / "other"], [source]) is None


def test_a_folder_a_pipe_or_a_device_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    for path in (tmp_path, tmp_path / "pipe", Path(os.devnull)):
        with pytest.raises(Conflict) as fault:
            check_target(path, [])
        assert fault.value.code == "target-not-a-file"


def test_the_copy_of_a_private_file_is_private(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.write_bytes(b"")
    previous = os.umask(0o022)
    try:
        modes = []
        for mode in (0o600, 0o444, 0o777):
            source.chmod(mode)
            write_files({tmp_path / "out": b""}, like=source)
            modes.append(stat.S_IMODE((tmp_path / "out").stat().st_mode))
        write_files({tmp_path / "plain": b""})
    finally:
        os.umask(previous)

    assert [oct(mode) for mode in modes] == ["0o600", "0o644", "0o644"]
    assert stat.S_IMODE((tmp_path / "plain").stat().st_mode) == 0o644


@pytest.mark.parametrize(
    ("name", "code"),
    [("missing", "no-such-file"), (".", "is-a-folder"), ("a\0b", "not-readable"), ("n" * 300, "not-readable")],
)
def test_what_can_not_be_read_is_named_with_the_reason(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(UnreadableInput) as fault:
        read_file(tmp_path / name)

    assert fault.value.code == code
    assert fault.value.where == str(tmp_path / name)


def test_a_file_beyond_the_limit_is_refused_also_one_without_an_end(tmp_path: Path) -> None:
    (tmp_path / "big").write_bytes(bytes(11))

    for path in (tmp_path / "big", Path("/dev/zero")):
        with pytest.raises(RefusedInput, match="larger"):
            read_file(path, limit=10)
    assert read_file(tmp_path / "big", limit=11) == bytes(11)
    assert read_file(Path(os.devnull)) == b""


def test_whether_a_folder_can_be_written_is_tried_and_leaves_nothing(tmp_path: Path) -> None:
    assert is_writable(tmp_path)
    assert not is_writable(tmp_path / "missing")
    assert list(tmp_path.iterdir()) == []
