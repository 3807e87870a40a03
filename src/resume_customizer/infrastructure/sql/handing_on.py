"""A connection that one reading of a request hands on to its next, with its transaction.

    who calls is read  ->  keep()  ->  take(): the list is read on it  ->  keep()  ->  let_go() at the request's end

Beginning a transaction and ending it costs as much as a question. Each statement still sees what is kept by then; what
it may see is set anew for each scope. A thread has one such connection at most, and none while it writes.

Promises (tests in tests/infrastructure/test_sql_store.py):

* Readings of one visit are one transaction; each sees the workspace of its own scope and no other.
* What is handed on goes back to the pool before anything is written, and at the end of the visit.
"""

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager

from sqlalchemy.engine import Connection


class HandingOn:
    """The connections that threads hand on."""

    def __init__(self, end: Callable[[Connection], None]) -> None:
        """`end` puts a connection back."""
        self._end, self._here = end, threading.local()

    @contextmanager
    def visit(self) -> Generator[None]:
        """In this block, in this thread, readings hand on."""
        self._here.is_visit = True
        try:
            yield
        finally:
            self._here.is_visit = False
            self.let_go()

    def take(self) -> Connection | None:
        """What was handed on; whoever takes it puts it back."""
        connection = getattr(self._here, "connection", None)
        self._here.connection = None
        return connection

    def keep(self, connection: Connection) -> bool:
        """Hand it on; False: there is no visit, or something is handed on already."""
        if not getattr(self._here, "is_visit", False) or getattr(self._here, "connection", None) is not None:
            return False
        self._here.connection = connection
        return True

    def let_go(self) -> None:
        """Put back what is handed on."""
        connection = self.take()
        if connection is not None:
            self._end(connection)
