"""Batches as plain rules: the promises of resume_customizer.core.batches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core.batches import (
    PORTION,
    BatchStatus,
    ItemStatus,
    check_pattern,
    name_files,
    pair_all,
    pair_by_name,
    pair_by_table,
    portions,
    status_of,
)
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.file_names import clean_file_name


def test_all_to_all_gives_every_cell_once() -> None:
    pairs = pair_all(3, 2).pairs

    assert len(pairs) == len(set(pairs)) == 6
    assert pairs[:3] == ((0, 0), (1, 0), (2, 0))


def test_names_are_paired_whole_at_the_beginning_or_the_end() -> None:
    resumes = ["Petra Vandersloot.docx", "petra_vandersloot-kafka.docx", "Kafka.docx", "C++ Ilves.docx"]
    found = pair_by_name(resumes, ["kafka", "C++"])

    assert found.pairs == ((1, 0), (2, 0), (3, 1))
    assert found.problems == ("The resume “Petra Vandersloot.docx” fits the name of no target.",)


def test_a_pair_that_cannot_be_told_is_named_and_not_guessed() -> None:
    found = pair_by_name(["java kafka.docx"], ["java", "kafka"])

    assert found.pairs == ()
    assert found.problems == ("The resume “java kafka.docx” fits several targets: “java”, “kafka”.",)


def test_rows_of_a_table_name_pairs_in_any_of_their_names() -> None:
    rows = [(2, "PETRA.docx", "Java dev"), (3, "id-2", "java-dev"), (4, "petra", "nobody"), (5, "petra", "JAVA DEV")]
    found = pair_by_table(rows, [("id-1", "Petra"), ("id-2", "Jonas")], [("r-1", "Java Dev")])

    assert found.pairs == ((0, 0), (1, 0))
    assert found.problems == ("Row 4: no target “nobody”.",)
    assert pair_by_table([(2, "a", "t")], [("a",), ("a",)], [("t",)]).problems == ("Row 2: several resume “a”.",)


def test_portions_hold_every_number_once_in_order() -> None:
    for count, size in ((1, 1), (PORTION, PORTION), (PORTION + 1, PORTION), (400, 50), (5000, 100)):
        numbers = range(1, count + 1)
        found = list(portions(numbers))
        assert [number for portion in found for number in portion] == list(numbers)
        assert len(found[0]) == size
    assert list(portions([])) == []


@pytest.mark.parametrize(
    ("counts", "is_paused", "status"),
    [
        ({ItemStatus.NEW: 3}, False, BatchStatus.NEW),
        ({ItemStatus.WAITING: 1, ItemStatus.DONE: 2}, False, BatchStatus.RUNNING),
        ({ItemStatus.WAITING: 1, ItemStatus.DONE: 2}, True, BatchStatus.PAUSED),
        ({ItemStatus.DONE: 2, ItemStatus.FAILED: 1, ItemStatus.LEFT_OUT: 3}, True, BatchStatus.DONE),
        ({ItemStatus.FAILED: 1}, False, BatchStatus.DONE),
        ({ItemStatus.CANCELLED: 4}, False, BatchStatus.CANCELLED),
    ],
)
def test_a_batch_stands_where_its_cells_stand(
    counts: dict[ItemStatus, int], is_paused: bool, status: BatchStatus
) -> None:
    assert status_of(counts, is_paused=is_paused) is status


def test_names_follow_the_pattern_and_say_nothing_twice() -> None:
    rows = [
        {"title": "Java Dev", "consultant": "Petra", "date": "2026-11-23"},
        {"title": "Java Dev", "consultant": "petra", "date": "2026-11-23"},
        {"title": "", "consultant": "Jonas", "date": "2026-11-23"},
    ]

    assert name_files("{title}_{consultant}_{date}", rows) == (
        "Java Dev_Petra_2026-11-23.docx",
        "Java Dev_petra_2026-11-23 (2).docx",
        "Jonas_2026-11-23.docx",
    )


@pytest.mark.parametrize("pattern", ["", "plain", "{salary}", "{title", "{title}}", "{title}" + "x" * 200])
def test_a_pattern_that_names_no_file_is_refused(pattern: str) -> None:
    with pytest.raises(InvalidInput):
        check_pattern(pattern)


@given(st.lists(st.text(max_size=30), min_size=1, max_size=30))
def test_names_are_never_the_same_and_can_be_written_everywhere(texts: list[str]) -> None:
    names = name_files("{original}", [{"original": each} for each in texts])

    assert len({name.casefold() for name in names}) == len(texts)
    assert all(name == clean_file_name(name) and name.endswith(".docx") for name in names)
    assert names == name_files("{original}", [{"original": each} for each in texts])
