"""Requests with a key: one effect, one answer."""

import threading
from dataclasses import replace

import pytest

from builders.desk import NOBODY, Desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput, ResumeCustomizerError
from resume_customizer.core.records.work import DoneRequest
from resume_customizer.services.once import KEPT_FOR, LEASE, Answer, Asked

ASKED = Asked("key 1".replace(" ", "-"), "POST /workspaces", "digest")


def make(desk: Desk, actor: Actor, asked: Asked = ASKED, name: str = "Harbor") -> Answer:
    """A workspace is made once."""
    return desk.once.answer(actor, asked, lambda: Answer(201, desk.workspaces.create(actor, name)))


def count(desk: Desk, actor: Actor) -> int:
    return len(desk.workspaces.list_mine(actor))


def kept(desk: Desk) -> list[DoneRequest]:
    with desk.ground.outside() as tx:
        return list(tx.every(DoneRequest))


def test_the_same_request_again_gets_the_same_answer_and_has_no_second_effect(desk: Desk) -> None:
    ann = desk.person("ann")
    first, second = make(desk, ann), make(desk, ann)

    assert second == replace(first, is_repeated=True)
    assert count(desk, ann) == 1


def test_twenty_at_the_same_moment_have_one_effect(desk: Desk) -> None:
    ann, found, together = desk.person("ann"), list[Answer | str](), threading.Barrier(20)

    def ask() -> None:
        together.wait()
        try:
            found.append(make(desk, ann))
        except ResumeCustomizerError as fault:
            found.append(fault.code)

    threads = [threading.Thread(target=ask) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    answers = [each for each in found if isinstance(each, Answer)]
    assert len(found) == 20
    assert {each for each in found if isinstance(each, str)} <= {"in-flight"}
    assert len({each.text for each in answers}) == 1
    assert [each.is_repeated for each in answers].count(False) == 1
    assert count(desk, ann) == 1


def test_the_same_key_for_something_else_is_refused(desk: Desk) -> None:
    ann = desk.person("ann")
    make(desk, ann)

    with pytest.raises(InvalidInput) as caught:
        make(desk, ann, replace(ASKED, digest="another"))
    assert caught.value.code == "key-used"
    assert count(desk, ann) == 1


def test_another_person_another_workspace_and_another_operation_have_keys_of_their_own(desk: Desk) -> None:
    ann, bob = desk.person("ann"), desk.person("bob")
    inside = desk.signed_in("ann", make(desk, ann).text)

    assert not make(desk, bob).is_repeated
    assert not make(desk, inside).is_repeated
    assert not make(desk, ann, replace(ASKED, operation="POST /others")).is_repeated
    nobody = replace(NOBODY, source=replace(NOBODY.source, address="192.0.2.7"))
    for stranger in (NOBODY, nobody):
        assert not desk.once.answer(stranger, ASKED, lambda: Answer(202)).is_repeated


def test_what_failed_was_not_done_and_can_be_sent_again(desk: Desk) -> None:
    ann = desk.person("ann")

    with pytest.raises(InvalidInput):
        make(desk, ann, name="")
    assert not make(desk, ann).is_repeated
    assert count(desk, ann) == 1


def test_an_effect_is_not_kept_before_its_answer_is(desk: Desk) -> None:
    ann, seen = desk.person("ann"), list[int]()

    def work() -> Answer:
        made = desk.workspaces.create(ann, "Harbor")
        with desk.store.reading(replace(ann, workspace_id=made)) as other:
            from resume_customizer.core.records.workspaces import Membership

            seen.append(other.count(Membership))
        return Answer(201, made)

    desk.once.answer(ann, ASKED, work)

    assert seen == [0]
    assert count(desk, ann) == 1


def test_a_request_under_way_is_told_so_and_one_that_died_can_be_repeated(desk: Desk) -> None:
    ann = desk.person("ann")

    def again() -> Answer:
        with pytest.raises(Conflict) as caught:
            make(desk, ann)
        assert caught.value.code == "in-flight"
        desk.later(seconds=LEASE.total_seconds() + 1)
        made = make(desk, ann)
        assert not made.is_repeated
        return Answer(201, "too late")

    with pytest.raises(Conflict):  # the one that was taken for dead keeps nothing
        desk.once.answer(ann, ASKED, again)
    assert make(desk, ann).is_repeated
    assert count(desk, ann) == 1


def test_answers_are_kept_sealed_for_a_day(desk: Desk) -> None:
    ann = desk.person("ann")
    desk.once.answer(ann, ASKED, lambda: Answer(201, "canary"))

    assert "canary" not in str(kept(desk))
    desk.later(seconds=KEPT_FOR.total_seconds() - 1)
    assert make(desk, ann).text == "canary"
    desk.later(seconds=LEASE.total_seconds() + 2)
    assert not make(desk, ann).is_repeated
    assert len(kept(desk)) == 1


@pytest.mark.parametrize("key", ["", "a" * 256, "a\nb", "a b", "käse"])
def test_a_key_is_visible_and_not_too_long(desk: Desk, key: str) -> None:
    with pytest.raises(InvalidInput, match="visible ASCII"):
        make(desk, desk.person("ann"), replace(ASKED, key=key))
