"""What all records have in common: the promises of core/records/record.py."""

import threading
from dataclasses import FrozenInstanceError

import pytest

from resume_customizer.core.records.record import INSTALLATION, is_id, new_id
from resume_customizer.core.records.resumes import Resume


def test_ids_that_are_made_later_sort_behind_and_none_comes_twice() -> None:
    made = [new_id() for _ in range(5000)]
    assert made == sorted(made)
    assert len(set(made)) == 5000
    assert all(is_id(each) and each[14] == "7" and each[19] in "89ab" for each in made)


def test_threads_share_no_id() -> None:
    made: list[str] = []
    threads = [threading.Thread(target=lambda: made.extend(new_id() for _ in range(500))) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(set(made)) == 4000


def test_nothing_but_an_id_in_its_one_spelling_is_taken_for_one() -> None:
    good = new_id()
    assert is_id(good)
    assert is_id(INSTALLATION)
    bad = ["", " ", good.upper(), good.replace("-", ""), f"{{{good}}}", f"{good}\n", good[:-1], f"{good}0", "１" * 36]
    assert [each for each in bad if is_id(each)] == []


def test_a_record_can_not_be_changed_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(Resume(name="a"), "name", "b")  # noqa: B010 - the type checker would refuse it otherwise
