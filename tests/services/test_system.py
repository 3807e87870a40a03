"""How the installation is doing: the promises of resume_customizer.services.running.system."""

from dataclasses import replace
from datetime import timedelta

import pytest

from builders.desk import NOBODY, Desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import NotPermitted, Unavailable
from resume_customizer.core.machine import MachineFigures
from resume_customizer.core.records.work import Due, Worker
from resume_customizer.services.running.system import SILENT, System

OPERATOR = Actor("operator", NOBODY.source, is_operator=True)


class Away:
    """A store whose database is away."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def health(self) -> object:
        found = self._desk.store.health()
        return replace(found, is_reachable=False, message="The database can't be reached.", waiting=3)

    def transaction(self, _scope: object) -> None:
        raise Unavailable("no-store", "The database can't be reached.")


def test_what_waits_and_who_works_is_counted_and_who_is_silent_is_not(desk: Desk) -> None:
    home = desk.workspace("ann").workspace_id
    with desk.ground.outside() as tx:
        for number, minutes in enumerate((10, 3, -5)):
            due_at = desk.now - timedelta(minutes=minutes)
            tx.add(
                Due(
                    queue="bulk",
                    in_workspace=home,
                    subject_id=f"01994f3a-7b7c-7d1e-8a55-00000000000{number}",
                    due_at=due_at,
                )
            )
        tx.add(Worker(name="awake", seen_at=desk.now - timedelta(seconds=5)))
        tx.add(Worker(name="gone", seen_at=desk.now - SILENT - timedelta(seconds=1)))

    found = desk.system.show(OPERATOR)

    bulk = next(each for each in found.queues if each.queue == "bulk")
    assert (bulk.waiting, bulk.running, bulk.oldest_seconds) == (3, 0, 600)
    assert next(each for each in found.queues if each.queue == "interactive").oldest_seconds == 0
    assert found.workers == 1
    assert found.store.is_reachable
    assert found.machine.processes


def test_the_last_backup_is_told(desk: Desk) -> None:
    assert desk.system.show(OPERATOR).backed_up_at is None

    desk.operating.note_upkeep(OPERATOR, "backed-up", 10, 2)
    made_at = desk.now
    desk.later(hours=3)

    assert desk.system.show(OPERATOR).backed_up_at == made_at


def test_it_answers_while_the_database_is_away_and_says_so(desk: Desk) -> None:
    away = System(replace(desk.ground, store=Away(desk)), Looked())

    found = away.show(OPERATOR)

    assert (found.store.is_reachable, found.store.waiting, found.queues, found.workers) == (False, 3, (), 0)
    assert found.machine.host == "desk"


def test_it_is_for_the_operator(desk: Desk) -> None:
    with pytest.raises(NotPermitted):
        desk.system.show(desk.workspace("ann"))


class Looked:
    """A machine that is always the same."""

    def look(self) -> MachineFigures:
        return MachineFigures(
            host="desk", cores=2, load=0.5, cpu_percent=10, memory=8, memory_free=4, disk=100, disk_free=50
        )
