"""How an installation begins: the promises of resume_customizer.services.people.first_account."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from builders.desk import NOBODY, PASSWORD, Desk
from resume_customizer.core.errors import Conflict, InvalidInput


def test_whoever_makes_the_first_account_signs_in_at_once_and_runs_the_installation(desk: Desk) -> None:
    assert desk.first_account.is_open(NOBODY)
    user_id = desk.first_account.make(NOBODY, "ann@desk.example", "Ann", PASSWORD)

    ann = desk.signed_in("ann")
    assert ann.user_id == user_id
    assert ann.is_operator


def test_there_is_no_second_first_account(desk: Desk) -> None:
    desk.first_account.make(NOBODY, "ann@desk.example", "Ann", PASSWORD)

    assert not desk.first_account.is_open(NOBODY)
    with pytest.raises(Conflict, match="an account already"):
        desk.first_account.make(NOBODY, "eve@desk.example", "Eve", PASSWORD)


def test_a_weak_password_makes_none(desk: Desk) -> None:
    with pytest.raises(InvalidInput):
        desk.first_account.make(NOBODY, "ann@desk.example", "Ann", "sunshine")

    assert desk.first_account.is_open(NOBODY)


def test_two_at_the_same_moment_make_one(desk: Desk) -> None:
    def attempt(name: str) -> bool:
        try:
            desk.first_account.make(NOBODY, f"{name}@desk.example", name, PASSWORD)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(attempt, ["ann", "bob", "carl", "dora"]))

    assert sum(made) == 1
