"""Row-level security of PostgreSQL: what holds even when a query forgets its workspace."""

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError

from contracts import stores
from resume_customizer.core.errors import Unavailable
from resume_customizer.core.records.record import new_id
from resume_customizer.core.records.resumes import Resume
from resume_customizer.infrastructure.sql import engines, row_security
from resume_customizer.infrastructure.sql.schema import KINDS, TENANT_KINDS
from resume_customizer.infrastructure.sql.store import SqlStore
from resume_customizer.services.store import InWorkspace
from services_of_tests import Services

HOME, ELSEWHERE = InWorkspace(new_id()), InWorkspace(new_id())
OF_THE_INSTALLATION = {
    "users", "profiles", "sessions", "refresh_tokens", "api_keys", "one_time_tokens", "sign_in_failures",
    "workspaces", "due", "done_requests", "replayed_work", "work_lines", "workers",
}  # fmt: skip
"""Every other table belongs to workspaces."""


@pytest.fixture
def resume(engine: Engine) -> Resume:
    with SqlStore(engine).transaction(HOME) as tx:
        return tx.add(Resume(name="home"))


def _refused(connection: Connection, statement: str) -> str:
    with pytest.raises(DBAPIError) as caught, connection.begin_nested():
        connection.execute(sa.text(statement))
    return str(caught.value.orig)


def test_every_table_of_workspaces_has_a_policy_and_no_other_is_left_out(engine: Engine) -> None:
    with engine.connect() as connection:
        forced = connection.scalars(
            sa.text("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        ).all()
        policies = connection.scalars(
            sa.text("SELECT tablename FROM pg_policies WHERE policyname = 'in_workspace'")
        ).all()
    assert set(forced) == set(policies) == {each.name for each in TENANT_KINDS}
    assert {each.name for each in KINDS} - set(forced) == OF_THE_INSTALLATION


@pytest.mark.parametrize("scope", [ELSEWHERE, InWorkspace()], ids=["elsewhere", "nowhere"])
def test_a_query_without_its_condition_sees_and_changes_nothing(
    engine: Engine, resume: Resume, scope: InWorkspace
) -> None:
    with engine.begin() as connection:
        row_security.set_scope(connection, scope.workspace_id)
        assert connection.scalar(sa.text("SELECT count(*) FROM resumes")) == 0
        assert connection.execute(sa.text("UPDATE resumes SET name = 'x'")).rowcount == 0
        assert connection.execute(sa.text("DELETE FROM resumes")).rowcount == 0
    with SqlStore(engine).reading(HOME) as tx:
        assert tx.list(Resume).records == (resume,)


def test_a_row_can_not_be_given_to_another_workspace(engine: Engine, resume: Resume) -> None:
    with engine.begin() as connection:
        row_security.set_scope(connection, HOME.workspace_id)
        assert connection.scalar(sa.text("SELECT count(*) FROM resumes")) == 1
        statement = f"UPDATE resumes SET workspace_id = '{ELSEWHERE.workspace_id}'"
        assert "row-level security" in _refused(connection, statement)


def test_the_scope_ends_with_its_transaction(engine: Engine, resume: Resume) -> None:
    with engine.connect() as connection:
        with connection.begin():
            row_security.set_scope(connection, HOME.workspace_id)
            assert connection.scalar(sa.text("SELECT count(*) FROM resumes")) == 1
        with connection.begin():
            assert connection.scalar(sa.text("SELECT count(*) FROM resumes")) == 0


def test_the_role_can_not_switch_it_off_or_change_the_trail(engine: Engine) -> None:
    with engine.begin() as connection:
        for statement in (
            "ALTER TABLE resumes DISABLE ROW LEVEL SECURITY",
            "DROP POLICY in_workspace ON resumes",
            "ALTER ROLE CURRENT_USER BYPASSRLS",
            "SET ROLE owner",
            "UPDATE audit_entries SET action = 'x'",
            "DELETE FROM alembic_version",
            "TRUNCATE resumes",
        ):
            assert _refused(connection, statement)


def test_a_role_that_could_bypass_it_is_refused(services: Services, engine: Engine) -> None:
    SqlStore(engine).check_safety()
    assert engine.url.database
    owner = SqlStore(engines.make_engine(stores.as_owner(services.postgres, engine.url.database)))
    with pytest.raises(Unavailable, match="bypass"):
        owner.check_safety()
    owner.close()


def test_accepted_work_that_could_be_lost_is_refused(engine: Engine) -> None:
    unsafe = engine.url.update_query_dict({"options": "-c synchronous_commit=off"})
    store = SqlStore(engines.make_engine(unsafe.render_as_string(hide_password=False)))
    with pytest.raises(Unavailable, match="synchronous_commit"):
        store.check_safety()
    store.close()
