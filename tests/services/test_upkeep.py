"""What is seen to without anybody asking: the promises of resume_customizer.services.running.upkeep."""

from threading import Event, Thread

import pytest

from builders.desk import Desk
from builders.staffing import a_consultant, an_opening
from contracts import stores
from resume_customizer.core.records.accounts import SignInFailures
from resume_customizer.core.records.work import Due
from resume_customizer.infrastructure.sql.engines import make_engine
from resume_customizer.services.people.sign_in_tries import SignInTries, key_of
from resume_customizer.services.running.mailer import run_mailer
from resume_customizer.services.running.upkeep import FIGURES
from services_of_tests import Services


def test_a_reminder_goes_into_the_outbox_when_it_is_due_and_once(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra, opening = a_consultant(desk, ann), an_opening(desk, ann)
    desk.interviews.plan_interview(ann, opening.id, petra.id, {"starts_at": "2026-11-23T12:00Z", "remind_minutes": 60})
    before = len(desk.letters)

    desk.services.upkeep.run_due()
    assert len(desk.letters) == before
    desk.later(hours=2, minutes=5)
    desk.services.upkeep.run_due()
    desk.services.upkeep.run_due()

    receiver, letter = desk.letters[-1]
    assert len(desk.letters) == before + 1
    assert (receiver, "Petra Vandersloot" in letter.text) == ("ann@desk.example", True)


def test_an_interview_that_is_gone_reminds_nobody(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra, opening = a_consultant(desk, ann), an_opening(desk, ann)
    made = desk.interviews.plan_interview(ann, opening.id, petra.id, {"starts_at": "2026-11-23T12:00Z"})
    with desk.ground.inside(ann) as tx:
        tx.delete(made)
    before = len(desk.letters)
    desk.later(hours=2, minutes=5)

    desk.services.upkeep.run_due()

    assert len(desk.letters) == before
    with desk.ground.outside() as tx:
        assert tx.find(Due, queue="interview", subject_id=made.id) is None


def test_the_mailer_sees_to_it(desk: Desk) -> None:
    ann = desk.workspace("ann")
    petra, opening = a_consultant(desk, ann), an_opening(desk, ann)
    desk.interviews.plan_interview(ann, opening.id, petra.id, {"starts_at": "2026-11-23T12:00Z", "remind_minutes": 60})
    desk.later(hours=2, minutes=5)
    before, stop = len(desk.letters), Event()
    mailer = Thread(target=run_mailer, args=(desk.services, stop, 1, 0.2))
    mailer.start()
    for _ in range(200):
        if len(desk.letters) > before:
            break
        stop.wait(0.1)
    stop.set()
    mailer.join(60)

    assert len(desk.letters) == before + 1


def test_tries_to_sign_in_are_removed_once_they_count_no_more_also_those_of_nobody(desk: Desk) -> None:
    def left() -> int:
        with desk.ground.outside() as tx:
            return tx.count(SignInFailures)

    tries, now = SignInTries(desk.ground), desk.ground.clock()
    with desk.ground.outside() as tx:
        tx.add_all(SignInFailures(subject=f"account {number}", count=1, last_at=now) for number in range(1_010))
    tries.count(key_of("nobody@elsewhere.example"), "192.0.2.7")
    desk.later(hours=23)
    tries.count(key_of("late@elsewhere.example"), "")
    desk.services.upkeep.run_due()
    desk.services.upkeep.run_due()
    assert left() == 1_010 + 2 + 1

    desk.later(hours=2)
    done = desk.services.upkeep.run_due()

    assert (done, left()) == (1 + 1_010 + 2, 1)


@pytest.mark.services
def test_figures_are_computed_anew_each_hour_by_one_of_those_who_look(tmp_path, services: Services) -> None:  # noqa: ANN001
    desk = Desk(tmp_path, engine=make_engine(stores.make_database(services.postgres)))
    ann = desk.workspace("ann")

    def counted() -> int:
        return desk.analytics.show_figure(ann, "funnel").rows[0]["requirements"]

    an_opening(desk, ann)
    assert [desk.services.upkeep.run_due() for _ in range(3)] == [0, 1, 0]
    assert counted() == 1
    an_opening(desk, ann, title="Tester")
    desk.later(minutes=59)
    assert (desk.services.upkeep.run_due(), counted()) == (0, 1)
    desk.later(minutes=2)
    assert (desk.services.upkeep.run_due(), counted()) == (1, 2)
    with desk.ground.outside() as tx:
        assert len(tx.list(Due, queue=FIGURES, order="due_at").records) == 1
    desk.store.close()
