"""The password, asked for once more: the promises of resume_customizer.services.people.asking_again."""

from collections.abc import Callable

import pytest

from builders.desk import PASSWORD, Desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import QuotaExceeded, ResumeCustomizerError
from resume_customizer.core.records.work import AuditEntry

ASKING: dict[str, Callable[[Desk, Actor, str], object]] = {
    "another password": lambda desk, who, typed: desk.accounts.change_password(who, typed, "a quite long new one"),
    "a second factor": lambda desk, who, typed: desk.second_factor.start(who, typed),
    "erasing": lambda desk, who, typed: desk.services.privacy.erase_account(who, typed),
}


@pytest.mark.parametrize("work", ASKING.values(), ids=ASKING)
def test_wrong_passwords_count_as_tries_to_sign_in_and_a_right_one_forgets_them(
    desk: Desk, work: Callable[[Desk, Actor, str], object]
) -> None:
    ann = desk.person("ann")

    def tried(typed: str) -> str:
        with pytest.raises(ResumeCustomizerError) as refusal:
            work(desk, ann, typed)
        return refusal.value.code

    assert [tried("wrong") for _ in range(6)] == ["wrong-password"] * 5 + ["too-many-tries"]
    assert tried(PASSWORD) == "too-many-tries"
    with pytest.raises(QuotaExceeded):
        desk.sign_in("ann")

    desk.later(minutes=30)
    work(desk, ann, PASSWORD)


def test_a_wrong_password_that_is_asked_for_again_leaves_an_entry(desk: Desk) -> None:
    ann = desk.person("ann")
    with pytest.raises(ResumeCustomizerError):
        desk.second_factor.start(ann, "wrong")
    with desk.ground.outside() as tx:
        told = [each for each in tx.every(AuditEntry) if each.action == "password.refused"]
    assert [each.record_id for each in told] == [ann.user_id]
