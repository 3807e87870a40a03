"""What the services of accounts stand on: the promises of resume_customizer.services.ground."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from builders.desk import NOBODY, Desk
from resume_customizer.core.errors import UnreadableInput
from resume_customizer.core.records.mail import OutboxMail
from resume_customizer.core.records.record import INSTALLATION
from resume_customizer.core.records.work import Due
from resume_customizer.infrastructure.secrets import KeyRing
from resume_customizer.services.ground import place_of_letter


def test_letters_wait_in_the_outbox_with_their_links_sealed(desk: Desk) -> None:
    desk.person("ann")
    desk.accounts.ask_new_password(NOBODY, "ann@desk.example")
    token = desk.token_of("ann@desk.example")

    with desk.ground.outside() as tx:
        mails = list(tx.every(OutboxMail))
        due = list(tx.every(Due, queue="mail", order="due_at"))
    assert token not in str(mails)
    assert {each.subject_id for each in due} == {mail.id for mail in mails}
    assert {each.in_workspace for each in due} == {INSTALLATION}
    with pytest.raises(UnreadableInput):
        KeyRing({"2026-11": bytes(32)[:31] + b"\x01"}).open(mails[-1].body, place_of_letter(mails[-1].id))


def test_entries_that_are_written_at_the_same_time_stand_one_after_the_other(desk: Desk) -> None:
    ann = desk.workspace("ann")

    def work(number: int) -> None:
        with desk.ground.within(ann.workspace_id) as tx:
            desk.ground.record(tx, ann, f"test.{number}")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(40)))

    entries = desk.audit.list_entries(ann, count=100)
    assert [entry.number for entry in entries] == list(range(41, 0, -1))
    assert {entry.event.action for entry in entries} >= {f"test.{number}" for number in range(40)}
    assert desk.audit.verify(ann).broken is None


def test_where_somebody_comes_from_is_recorded_at_a_bounded_length(desk: Desk) -> None:
    ann = desk.workspace("ann")

    assert all(len(entry.event.source) <= 200 for entry in desk.audit.list_entries(ann))
    assert desk.audit.list_entries(ann)[0].event.source == "web 192.0.2.1"
