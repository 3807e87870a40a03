"""How a transaction begins and ends on a connection to PostgreSQL."""

import os
import socket

import pytest
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine

from resume_customizer.core.errors import Unavailable
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.resumes import Resume
from resume_customizer.infrastructure.sql import row_security
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.services.store import InWorkspace
from services_of_tests import Services

HOME = InWorkspace(new_id())


def _seen(connection: Connection) -> tuple[str, ...]:
    names = ("rcp.workspace_id", "rcp.user_id", "transaction_read_only", "transaction_isolation")
    return tuple(connection.scalar(sa.text(f"SELECT current_setting('{name}', true)")) for name in names)


def test_a_transaction_begins_in_its_workspace_and_manner_and_leaves_nothing_behind(engine: Engine) -> None:
    someone = new_id()
    with engine.connect() as connection:
        row_security.begin(connection, "ISOLATION LEVEL REPEATABLE READ, READ ONLY", HOME.workspace_id, someone)
        assert _seen(connection) == (HOME.workspace_id, someone, "on", "repeatable read")
        row_security.end(connection)
        connection.rollback()
        assert _seen(connection) == ("", "", "off", "read committed")


def test_what_is_no_id_reaches_no_statement(engine: Engine) -> None:
    with engine.connect() as connection:
        row_security.begin(connection, "", "'; DROP TABLE resumes; --", "operator of the tests")
        assert _seen(connection)[:2] == ("", "")


@pytest.mark.parametrize("tries", [1, 4])
def test_connections_that_the_server_ended_meanwhile_are_exchanged_unseen(
    services: Services, engine: Engine, tries: int
) -> None:
    store = SqlStore(engine, tries=tries)
    with store.transaction(HOME) as tx:
        kept = tx.add(Resume(name="kept"))
    owner = sa.create_engine(
        sa.make_url(services.postgres).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    for attempt in ("reading", "transaction", "health"):
        with owner.connect() as connection:
            ended = connection.scalar(
                sa.text("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = :name"),
                {"name": engine.url.database},
            )
        assert ended, attempt
        if attempt == "health":
            assert store.health().is_reachable
        else:
            with getattr(store, attempt)(HOME) as seen:
                assert seen.get(Resume, kept.id) == kept
    owner.dispose()


def test_a_connection_that_breaks_amid_the_work_is_told_and_not_used_again(services: Services, engine: Engine) -> None:
    store = SqlStore(engine)
    owner = sa.create_engine(
        sa.make_url(services.postgres).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    end_all = sa.text("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = :name")
    with store.reading(HOME) as tx, owner.connect() as connection:
        connection.execute(end_all, {"name": engine.url.database})
        with pytest.raises(Unavailable) as told:
            tx.list(Resume)
    assert told.value.code == "database-away"
    assert store.health().in_use == 0
    with store.reading(HOME) as tx:
        assert tx.list(Resume).records == ()
    owner.dispose()


def test_a_reading_asks_what_it_is_asked_and_nothing_else(engine: Engine) -> None:
    """Each message to the database costs a request more than making its answer does."""
    store, said = SqlStore(engine), list[str]()
    with store.reading(HOME) as tx:
        tx.list(Resume)
    event.listen(engine, "before_cursor_execute", lambda *told: said.append(told[2]))
    with store.reading(HOME) as tx:
        tx.list(Resume)
    assert len(said) == 1
    assert said[0].startswith("SELECT resumes")


def test_the_system_is_asked_to_give_up_a_network_that_swallows_packets(engine: Engine) -> None:
    with engine.connect() as connection:
        server = connection.connection.driver_connection
        assert server is not None
        with socket.socket(fileno=os.dup(server.fileno())) as seen:
            unconfirmed = seen.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT)
            is_watched = seen.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
            silent = seen.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE)
    assert (unconfirmed, bool(is_watched), silent) == (5_000, True, 5)
