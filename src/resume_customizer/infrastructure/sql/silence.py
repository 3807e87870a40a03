"""A server that takes what it is told and does not answer is given up after seconds, like one that is not there.

    a message to PostgreSQL  ->  wait()  ->  its answer, or the connection is closed, which counts as lost

When nobody is there, or nothing arrives, the system gives up (`_SILENCE` in engines.py). A server that is stopped, or
something in between that is, still confirms what arrives: only who waits for the answer can tell.

Promises (tests in tests/faults/test_network.py):

* Whoever waits for an answer that does not come is told so after seconds, and the connection is not used again.
"""

from typing import Any, Final

from psycopg import Connection, OperationalError
from psycopg.abc import PQGen
from psycopg.errors import _WaitTimeout

SECONDS_FOR_AN_ANSWER: Final = 12.0
"""The server itself stops what takes ten (`_LIMITS` in engines.py)."""


class AnsweredInTime(Connection[Any]):
    """A connection that waits for no answer longer than that."""

    def wait(self, gen: PQGen[Any], interval: float = 0.1, timeout: float | None = None) -> Any:  # noqa: ANN401
        """The answer; raises OperationalError."""
        try:
            return super().wait(gen, interval, timeout or SECONDS_FOR_AN_ANSWER)
        except _WaitTimeout:
            self.pgconn.finish()
            raise OperationalError("the server did not answer") from None
