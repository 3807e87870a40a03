"""Materialized views of PostgreSQL: each workspace sees its own rows, and nobody the views themselves."""

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

from resume_customizer.core.records.desk import Requirement
from resume_customizer.core.records.record import new_id
from resume_customizer.infrastructure.sql import row_security
from resume_customizer.infrastructure.sql.facts import FACTS, SCHEMA
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.services.store import InWorkspace

HOME, ELSEWHERE = InWorkspace(new_id()), InWorkspace(new_id())


def test_a_workspace_sees_its_own_rows_and_nobody_a_materialized_view(engine: Engine) -> None:
    store = SqlStore(engine)
    for scope, titles in ((HOME, ("a", "b")), (ELSEWHERE, ("c",))):
        with store.transaction(scope) as tx:
            tx.add_all(Requirement(title=each) for each in titles)
    with store.transaction(HOME) as tx:
        assert tx.facts("requirement_facts") == ()
        tx.refresh_facts()
    with store.reading(HOME) as seen:
        assert len(seen.facts("requirement_facts")) == 2
    with store.reading(ELSEWHERE) as seen:
        assert len(seen.facts("requirement_facts")) == 1
    with store.reading(InWorkspace()) as seen:
        assert seen.facts("requirement_facts") == ()

    with engine.begin() as connection:
        row_security.set_scope(connection, HOME.workspace_id)
        assert connection.scalar(sa.text("SELECT count(*) FROM requirement_facts")) == 2
        for name in FACTS:
            with pytest.raises(DBAPIError, match="permission denied"), connection.begin_nested():
                connection.execute(sa.text(f"SELECT * FROM {SCHEMA}.{name}"))
