"""PostgreSQL says it again: a row of another workspace is not there, whatever a query forgets.

    Kind  ->  protect(): policies on its table  ->  begin(): this transaction's workspace  ->  its rows, no others

Policies hold for the owner of the tables too (FORCE). Who works with them is another role, which can neither bypass
them nor change them; `open_to` gives it what it needs, `find_danger` says when it has more.
"""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from resume_customizer.core.records.record import is_id

WORKSPACE = "nullif(current_setting('rcp.workspace_id', true), '')::uuid"
USER = "nullif(current_setting('rcp.user_id', true), '')::uuid"
_SET = sa.text("SELECT set_config('rcp.workspace_id', :workspace, true), set_config('rcp.user_id', '', true)")
_SECONDS_TO_BEGIN = 5.0
_APPEND_ONLY = ("audit_entries",)
"""What is written there is never changed; it can be dropped when its time is over."""


def protect(table: str, seen_by: str = "") -> tuple[str, ...]:
    """What shows and takes only rows of the transaction's workspace; `seen_by` shows a user their own too."""
    here = f"workspace_id = {WORKSPACE}"
    made = (
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY in_workspace ON {table} USING ({here}) WITH CHECK ({here})",
    )
    if not seen_by:
        return made
    return (*made, f"CREATE POLICY own ON {table} FOR SELECT USING ({seen_by} = {USER})")


def begin(connection: Connection, manner: str, workspace_id: str, user_id: str) -> None:
    """Begin the transaction of a new connection in a workspace, in one message to the server.

    `manner`: `READ ONLY` and the like. Said by SQLAlchemy and the driver it is three messages, which cost a request
    more than a question does. What is no id is nobody's, and reaches no statement.
    """
    command = f"BEGIN {manner}; {_scope(workspace_id, user_id)}"
    connection.begin()
    if not _is_done(connection, command):
        connection.exec_driver_sql(command)  # says what is wrong, and takes a broken connection out of the pool


def move(connection: Connection, workspace_id: str, user_id: str) -> bool:
    """Go on in another workspace; False when the transaction does not go on."""
    return not connection.invalidated and _is_done(connection, _scope(workspace_id, user_id))


def _scope(workspace_id: str, user_id: str) -> str:
    home, user = (text if is_id(text) else "" for text in (workspace_id, user_id))
    return f"SET LOCAL rcp.workspace_id = '{home}'; SET LOCAL rcp.user_id = '{user}'"


def end(connection: Connection) -> None:
    """End a transaction of which nothing is to be kept; what goes wrong here shows when the connection is put back."""
    _is_done(connection, "ROLLBACK")


def _is_done(connection: Connection, command: str) -> bool:
    from psycopg import Error
    from psycopg.generators import execute
    from psycopg.pq import ExecStatus

    server = connection.connection.driver_connection
    if server is None:
        return False
    try:
        server.pgconn.send_query(command.encode())
        return server.wait(execute(server.pgconn), timeout=_SECONDS_TO_BEGIN)[-1].status == ExecStatus.COMMAND_OK
    except Error:
        return False


def set_scope(connection: Connection, workspace_id: str) -> None:
    """Until the end of the transaction, and for nobody's own; the next one on this connection begins with none."""
    connection.execute(_SET, {"workspace": workspace_id})


def open_to(connection: Connection, role: str) -> None:
    """Give a role what the product needs of the tables and nothing more; run as their owner after each upgrade."""
    name = connection.dialect.identifier_preparer.quote(role)
    for statement in (
        f"GRANT USAGE ON SCHEMA public TO {name}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}",
        f"REVOKE INSERT, UPDATE, DELETE ON alembic_version FROM {name}",
        *(f"REVOKE UPDATE ON {table} FROM {name}" for table in _APPEND_ONLY),
        f"GRANT EXECUTE ON FUNCTION refresh_desk_facts() TO {name}",
    ):
        connection.execute(sa.text(statement))
    _let_searches_use_their_index(connection)


def _let_searches_use_their_index(connection: Connection) -> None:
    """Without this mark a condition on words waits behind the policies, and the index on words stays unused.

    The comparison tells nothing of a row but its outcome. Only a superuser can say so; without it, a search reads all
    rows of the workspace, and is as right.
    """
    if connection.scalar(sa.text("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")):
        connection.execute(sa.text("ALTER FUNCTION pg_catalog.ts_match_vq(tsvector, tsquery) LEAKPROOF"))


def find_danger(connection: Connection) -> str:
    """Why the role of this connection could see other workspaces' rows, or lose what it kept; empty: it can't."""
    can_bypass, owned, durable = connection.execute(
        sa.text(
            "SELECT rolsuper OR rolbypassrls, "
            "(SELECT count(*) FROM pg_class WHERE relrowsecurity AND relowner = pg_roles.oid), "
            "current_setting('synchronous_commit') FROM pg_roles WHERE rolname = current_user"
        )
    ).one()
    if can_bypass:
        return "its role can bypass row-level security"
    if owned:
        return "its role owns the tables, and could switch row-level security off"
    return "synchronous_commit is off, so that accepted work could be lost" if durable == "off" else ""
