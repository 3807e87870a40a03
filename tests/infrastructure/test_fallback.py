"""Going on without PostgreSQL, which crashes here for real: the promises of infrastructure/fallback."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from builders.desk import RING
from contracts import stores
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.audit import START, Entry, Event, find_broken_link
from resume_customizer.core.errors import ResumeCustomizerError, Unavailable
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.accounts import Session, User
from resume_customizer.core.records.mail import OutboxMail
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.resumes import Resume, ResumeVersion
from resume_customizer.core.records.work import AuditEntry, Due, KeptChange, ReplayedWork
from resume_customizer.core.records.workspaces import Membership, Usage, Workspace
from resume_customizer.core.tiers import Limit, Tier
from resume_customizer.infrastructure.fallback.replaying import Replaying
from resume_customizer.infrastructure.fallback.store import FallbackStore
from resume_customizer.infrastructure.spool import Spool
from resume_customizer.infrastructure.sql import engines
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import InWorkspace, Store, Transaction
from resume_customizer.services.usage import use
from services_of_tests import Services, running_services

pytestmark = pytest.mark.services


@pytest.fixture(scope="module")
def server() -> Iterator[Services]:
    """A PostgreSQL that may crash."""
    with running_services() as found:
        yield found


class Away:
    """An installation whose database comes and goes."""

    def __init__(self, server: Services, folder: Path) -> None:
        self.server, self.folder = server, folder
        self.address = stores.make_database(server.postgres)
        self.home = InWorkspace(new_id())
        self.opened: list[FallbackStore] = []
        self.is_up = True
        self.store = self.open()
        with self.store.transaction(self.home) as tx:
            tx.add(Workspace(id=self.home.workspace_id, name="Home", tier=Tier.PREMIUM))

    def open(self) -> FallbackStore:
        """Another process's view of it."""
        store = FallbackStore(SqlStore(engines.make_engine(self.address), tries=1), self.folder, pause=0.05)
        self.opened.append(store)
        return store

    def direct(self) -> SqlStore:
        """Another machine's view of it."""
        return SqlStore(engines.make_engine(self.address))

    def down(self) -> None:
        for each in self.opened:
            each.settle()
        self.server.crash_postgres()
        self.is_up = False

    def up(self) -> None:
        self.server.revive_postgres()
        self.is_up = True

    def back(self) -> None:
        """Up, and everything done."""
        self.up()
        until(lambda: all(each.health().degraded_since is None for each in self.opened))

    def add(self, name: str, store: Store | None = None) -> Resume:
        with (store or self.store).transaction(self.home) as tx:
            return tx.add(Resume(name=name))

    def names(self) -> list[str]:
        """In the database itself."""
        store = self.direct()
        with store.reading(self.home) as tx:
            found = [each.name for each in tx.every(Resume)]
        store.close()
        return found


def until(holds: Callable[[], bool]) -> None:
    for _ in range(600):
        if holds():
            return
        time.sleep(0.05)
    pytest.fail("It did not come about.")


@pytest.fixture
def away(server: Services, tmp_path: Path) -> Iterator[Away]:
    made = Away(server, tmp_path)
    yield made
    if not made.is_up:
        made.up()
    for each in made.opened:
        each.close()


def test_what_was_used_can_be_opened_and_new_work_is_accepted_and_done_later(away: Away) -> None:
    before = away.add("before")
    away.down()
    during = away.add("during")
    with away.store.transaction(away.home) as tx:
        changed = tx.update(replace(tx.get(Resume, before.id), name="changed"))
    with away.store.reading(away.home) as tx:
        assert {each.id for each in tx.list(Resume).records} == {before.id, during.id}
        assert tx.search(Resume, "changed").records == (changed,)

    away.back()
    assert away.names() == ["changed", "during"]
    with away.store.reading(away.home) as tx:
        assert tx.get(Resume, before.id) == changed
        assert tx.get(Resume, during.id) == during
        assert tx.count(ReplayedWork) == 2
    assert away.add("after").name in away.names()


def test_it_says_that_the_database_is_away_and_what_waits(away: Away) -> None:
    assert away.store.health().is_reachable
    away.down()
    away.add("one")
    away.add("two")
    health = away.store.health()
    assert (health.is_reachable, health.waiting, health.built_on) == (False, 2, "PostgreSQL")
    assert health.degraded_since == away.store.away_since() is not None
    assert "2 pieces of work wait" in health.message

    away.back()
    health = away.store.health()
    assert (health.is_reachable, health.waiting, health.message, health.degraded_since) == (True, 0, "", None)
    assert away.store.away_since() is None


def test_it_begins_without_the_database_and_with_what_another_process_has_left(away: Away) -> None:
    kept = away.add("kept")
    away.down()
    left = away.add("left")
    away.store.close()
    away.opened.clear()

    store = away.open()
    with store.transaction(away.home) as tx:
        assert tx.get(Resume, kept.id) == kept
        assert tx.get(Resume, left.id) == left
        tx.add(Resume(name="more"))
    away.back()
    assert away.names() == ["kept", "left", "more"]


def test_what_is_not_at_hand_is_not_called_missing(away: Away) -> None:
    direct = away.direct()
    with direct.transaction(away.home) as tx:
        elsewhere = tx.add(Resume(name="used elsewhere"))
    direct.close()
    away.down()
    with pytest.raises(Unavailable, match="not used here lately"), away.store.reading(away.home) as tx:
        tx.get(Resume, elsewhere.id)
    with pytest.raises(Unavailable, match="not used here lately"), away.store.reading(away.home) as tx:
        tx.find(Session, token_hash="unknown")
    with pytest.raises(Unavailable, match="not used here lately"), away.store.reading(away.home) as tx:
        list(tx.every(AuditEntry, order="number"))
    with away.store.reading(InWorkspace(new_id())) as tx:
        assert tx.list(Resume).records == ()


def test_accounts_and_mail_wait_and_say_so(away: Away) -> None:
    with away.store.transaction(away.home) as tx:
        user = tx.add(User(email="ann@desk.example", email_key="ann@desk.example", password_hash="hash"))
        session = tx.add(Session(user_id=user.id, token_hash="s", used_at=user.created_at))
        member = tx.add(Membership(user_id=user.id, role=Role.EDITOR))
    away.down()
    for change in (
        lambda tx: tx.update(replace(tx.get(User, user.id), name="Eve")),
        lambda tx: tx.update(replace(session, ended_at=user.created_at)),
        lambda tx: tx.update(replace(member, role=Role.OWNER)),
        lambda tx: tx.delete(member),
        lambda tx: tx.add(OutboxMail(key="k", subject="s", body="b", due_at=user.created_at)),
        lambda tx: tx.claim(Due, queue="job", order="due_at", until=user.created_at),
    ):
        with pytest.raises(Unavailable, match="until it is back"):
            _with_a_resume(away, change)
    with away.store.transaction(away.home) as tx:  # looking in is noted here, and needs no doing later
        assert tx.find(Session, token_hash="s") is not None
        tx.update(replace(session, used_at=session.changed_at))
        assert tx.get(User, user.id).password_hash == ""
        assert tx.find(Membership, user_id=user.id) == member
    assert away.store.health().waiting == 0
    away.back()
    assert away.names() == []


def _with_a_resume(away: Away, change: Callable[[Transaction], object]) -> None:
    with away.store.transaction(away.home) as tx:
        tx.add(Resume(name="goes with it"))
        change(tx)


def test_a_change_that_others_have_overtaken_is_kept_beside_and_so_is_what_builds_on_it(away: Away) -> None:
    one, two = away.add("one"), away.add("two")
    away.down()
    with away.store.transaction(away.home) as tx:
        tx.update(replace(one, name="one, here"))
    with away.store.transaction(away.home) as tx:
        tx.update(replace(tx.get(Resume, one.id), name="one, here, again"))
    with away.store.transaction(away.home) as tx:
        tx.delete(two)
    with away.store.transaction(away.home) as tx:
        tx.add(ResumeVersion(resume_id=two.id, number=1, file_name="a.docx", digest="0" * 64, size=1))

    away.store.close()  # so that others are quicker
    away.opened.clear()
    away.up()
    direct = away.direct()
    with direct.transaction(away.home) as tx:
        tx.update(replace(tx.get(Resume, one.id), name="one, elsewhere"))
        tx.update(replace(tx.get(Resume, two.id), name="two, elsewhere"))
    direct.close()
    away.store = away.open()
    until(lambda: away.store.health().degraded_since is None)

    assert away.names() == ["one, elsewhere", "two, elsewhere"]
    with away.store.reading(away.home) as tx:
        kept = list(tx.every(KeptChange))
        versions = tx.count(ResumeVersion)
    assert [(each.of_id, each.row.get("name")) for each in kept] == [
        (one.id, "one, here"),
        (one.id, "one, here, again"),
        (two.id, None),
    ]
    assert all(each.is_open and each.reason for each in kept)
    assert versions == 1


def test_counters_add_up_and_trails_verify(away: Away) -> None:
    def ground(store: Store) -> Ground:
        return Ground(store, RING, lambda: datetime.now(UTC), os.urandom)

    def customize(store: Store) -> None:
        with store.transaction(away.home) as tx:
            use(tx, ground(store), away.home.workspace_id, Limit.CUSTOMIZATIONS)
            actor = Actor("ann", Source(Door.WEB), away.home.workspace_id, Role.EDITOR)
            ground(store).record(tx, actor, "resume.customized", ("resume", new_id()), {"points": 3})

    customize(away.store)
    away.down()
    for _ in range(3):
        customize(away.store)
    away.store.close()
    away.opened.clear()
    away.up()
    direct = away.direct()
    for _ in range(2):
        customize(direct)
    direct.close()
    away.store = away.open()
    until(lambda: away.store.health().degraded_since is None)
    customize(away.store)

    with away.store.reading(away.home) as tx:
        assert [each.used for each in tx.every(Usage)] == [7]
        rows = list(tx.every(AuditEntry, order="number"))
    entries = [
        Entry(
            row.workspace_id,
            row.number,
            Event(row.at, row.actor_id, row.action, row.record_kind, row.record_id, row.source, row.details),
            row.previous,
            row.hash,
        )
        for row in rows
    ]
    assert len(entries) == 7
    assert find_broken_link(away.home.workspace_id, entries, after=START) is None


def test_an_entry_that_was_done_already_changes_nothing(away: Away) -> None:
    away.down()
    away.add("once")
    away.store.close()
    away.opened.clear()
    away.up()
    direct, spool = away.direct(), Spool(away.folder / "spool")
    entries = spool.waiting()
    assert len(entries) == 1
    for _ in range(2):
        Replaying(direct).do(entries)
        Replaying(direct).do(entries * 2)
    direct.close()
    away.store = away.open()
    until(lambda: away.store.health().degraded_since is None)
    assert away.names() == ["once"]


def test_two_processes_go_on_together_and_their_work_is_done_in_order(away: Away) -> None:
    other = away.open()
    shared = away.add("0")
    away.down()
    for number in range(1, 9):
        store = other if number % 2 else away.store
        with store.transaction(away.home) as tx:
            seen = tx.get(Resume, shared.id)
            tx.update(replace(seen, name=f"{seen.name}{number}"))
            tx.add(Resume(name=f"new {number}"))
    away.back()
    assert away.names() == ["012345678", *(f"new {number}" for number in range(1, 9))]
    with away.store.reading(away.home) as tx:
        assert tx.count(KeptChange) == 0
        assert tx.count(ReplayedWork) == 8


def test_under_load_nothing_is_lost_and_nothing_doubled(away: Away) -> None:
    """PostgreSQL crashes twice while eight threads of two processes work."""
    accepted: list[str] = []
    unknown: list[str] = []
    faults: list[BaseException] = []
    done = threading.Event()
    other = away.open()

    def work(worker: int) -> None:
        store, number = (away.store, other)[worker % 2], 0
        while not done.is_set():
            number += 1
            name = f"{worker}-{number}"
            try:
                away.add(name, store)
                accepted.append(name)
            except Unavailable as fault:
                if fault.code == "outcome-unknown":
                    unknown.append(name)
            except (ResumeCustomizerError, AssertionError) as fault:
                faults.append(fault)
            done.wait(0.06)

    threads = [threading.Thread(target=work, args=(each,)) for each in range(8)]
    for each in threads:
        each.start()
    for _ in range(2):
        done.wait(0.5)
        away.server.crash_postgres()
        done.wait(1)
        away.server.revive_postgres()
    done.wait(0.5)
    done.set()
    for each in threads:
        each.join()

    until(lambda: all(each.health().degraded_since is None for each in away.opened))

    names = away.names()

    assert faults == []
    assert len(accepted) > 100
    assert len(names) == len(set(names)), "doubled"
    assert set(accepted) - set(names) == set(), "lost"
    assert set(names) - set(accepted) <= set(unknown)
    with suppress(FileNotFoundError):
        assert list((away.folder / "spool").glob("*.jsonl")) == []
