"""A file that only grows: the promises of resume_customizer.infrastructure.line_log."""

import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.infrastructure.line_log import LineLog, LogContent, read_log

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.jsonl"


def write(path: Path, *values: object) -> bytes:
    with closing(LineLog(path)) as log:
        for value in values:
            log.append(value)
    return path.read_bytes()


@given(st.lists(VALUES, min_size=1, max_size=5))
def test_what_was_appended_is_there_in_its_order(values: list[object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.jsonl"
        write(path, *values)
        assert read_log(path) == LogContent(values, 0)


def test_a_log_that_is_not_there_holds_nothing(path: Path) -> None:
    assert read_log(path) == LogContent([], 0)


def test_at_whatever_byte_a_line_is_cut_off_the_lines_before_it_stay_and_the_next_one_is_whole(path: Path) -> None:
    first = write(path, "one")
    whole = write(path, {"two": "€"})
    for end in range(len(first), len(whole)):
        path.write_bytes(whole[:end])
        assert read_log(path) == LogContent(["one"], 0)
        write(path, 3)
        assert read_log(path) == LogContent(["one", 3], 0)


def test_whatever_byte_is_changed_the_line_is_found_and_those_behind_it_are_counted(path: Path) -> None:
    first = write(path, "one")
    content = write(path, "two", "three")
    second = content.index(b"\n", len(first))
    for at in range(len(first), second):
        path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        values, left_out = read_log(path)
        assert values == ["one"]
        assert left_out >= 2


def test_a_line_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    content = write(path, "one")
    with pytest.raises(TypeError):
        write(path, object())
    assert path.read_bytes() == content
