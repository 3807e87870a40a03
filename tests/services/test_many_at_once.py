"""Many people at the same moment, on SQLite and PostgreSQL: limits hold, and trails do not fork."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from builders.desk import NOBODY, PASSWORD, Desk
from resume_customizer.core.errors import QuotaExceeded, ResumeCustomizerError
from resume_customizer.core.permissions import Role, Scope
from resume_customizer.core.tiers import Limit
from resume_customizer.services.people.api_keys import ApiKeys
from resume_customizer.services.usage import use


def at_once(count: int, work: Callable[[int], Any]) -> list[str]:
    """What came of doing it so often at once: `done`, or the code of the error."""

    def tried(number: int) -> str:
        try:
            work(number)
        except ResumeCustomizerError as fault:
            return fault.code
        return "done"

    with ThreadPoolExecutor(count) as pool:
        return sorted(pool.map(tried, range(count)))


def test_two_do_not_share_the_last_one(shared: Desk) -> None:
    ann = shared.workspace("ann")
    with shared.ground.within(ann.workspace_id) as tx:
        use(tx, shared.ground, ann.workspace_id, Limit.RESUMES, 20)

    def add(number: int) -> None:
        with shared.ground.within(ann.workspace_id) as tx:
            use(tx, shared.ground, ann.workspace_id, Limit.RESUMES)

    assert at_once(10, add) == ["done"] * 5 + ["over-resumes"] * 5
    (resumes,) = [usage for usage in shared.usage.show(ann)[1] if usage.limit is Limit.RESUMES]
    assert (resumes.used, resumes.left) == (25, 0)


def test_a_trail_does_not_fork(shared: Desk) -> None:
    ann = shared.workspace("ann")

    def work(number: int) -> None:
        for step in range(5):
            with shared.ground.within(ann.workspace_id) as tx:
                shared.ground.record(tx, ann, f"test.{number}.{step}")

    assert at_once(8, work) == ["done"] * 8
    entries = shared.audit.list_entries(ann, count=100)
    assert [entry.number for entry in entries] == list(range(41, 0, -1))
    assert len({entry.event.action for entry in entries}) == 41
    assert shared.audit.verify(ann).broken is None


def test_many_tries_at_once_are_no_way_around_the_limit(shared: Desk) -> None:
    shared.person("ann")

    answers = at_once(12, lambda _: shared.sign_in("ann", "wrong"))

    assert answers.count("wrong-password") <= 5
    assert answers.count("done") == 0
    shared.later(minutes=16)
    assert shared.sign_in("ann", PASSWORD)


def test_whoever_signs_in_often_at_once_comes_in_or_is_told_to_wait(shared: Desk) -> None:
    shared.person("ann")

    answers = [code for _ in range(4) for code in at_once(10, lambda _: shared.sign_in("ann", PASSWORD))]

    assert "done" in answers
    assert set(answers) <= {"done", "too-many-tries"}


def test_an_invitation_lets_one_in_once(shared: Desk) -> None:
    ann = shared.workspace("ann")
    shared.workspaces.invite(ann, "bob@desk.example", Role.EDITOR)
    token, bob = shared.token_of("bob@desk.example"), shared.person("bob")

    answers = at_once(6, lambda _: shared.workspaces.join(bob, token))

    assert answers.count("done") >= 1
    assert [member.name for member in shared.workspaces.list_members(ann)] == ["Ann", "Bob"]
    assert shared.audit.verify(ann).broken is None


def test_a_link_for_a_new_password_counts_once(shared: Desk) -> None:
    shared.person("ann")
    shared.accounts.ask_new_password(NOBODY, "ann@desk.example")
    token = shared.token_of("ann@desk.example")

    answers = at_once(5, lambda number: shared.accounts.reset_password(NOBODY, token, f"a long password {number}"))

    assert answers.count("done") == 1


def test_a_limit_is_said_to_the_one_who_is_over_it(shared: Desk) -> None:
    ann = shared.workspace("ann")
    with shared.ground.within(ann.workspace_id) as tx, pytest.raises(QuotaExceeded, match="26 more wanted"):
        use(tx, shared.ground, ann.workspace_id, Limit.RESUMES, 26)


def test_a_key_that_nobody_used_yet_lets_all_in_who_use_it_at_the_same_moment(desk: Desk) -> None:
    ann = desk.workspace("ann")
    key = desk.api_keys.create(ann, "programs", frozenset({Scope.READ}))[0].reveal()

    for _ in range(10):
        fresh = ApiKeys(desk.ground)
        with ThreadPoolExecutor(8) as threads:
            found = list(threads.map(lambda _, keys=fresh: keys.actor_of(NOBODY, key).role, range(8)))
        assert found == [Role.OWNER] * 8
