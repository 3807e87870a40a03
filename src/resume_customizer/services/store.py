"""Where records are kept, as services see it; infrastructure/sql and infrastructure/json_files are built to this.

    with store.transaction(actor) as tx:   all of it is kept, or nothing
        resume = tx.get(Resume, id)        only what the actor's workspace has
        tx.update(replace(resume, name=…)) Conflict when somebody was quicker

There is no commit(): leaving the block keeps what was done, an error in it keeps nothing. What a transaction sees is
decided where it begins, so a query across workspaces can't be written.

Promises (tests in tests/contracts/test_store.py, for every store):

* What belongs to another workspace is not found, in the same words as what does not exist.
* An adviser finds nothing of people who are assigned to others, of whatever kind it is.
* Two people who change the same record: the second one is told, and nothing is lost.
* A list comes in pages that neither repeat nor leave out a record that was there all the time.
* Only what has an index can be asked for.
* Many lists are asked for at once, and a long one leaves room for the others.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final, Generic, NamedTuple, Protocol, TypeAlias, TypeVar

from resume_customizer.core.records.record import Record

R = TypeVar("R", bound=Record)
T = TypeVar("T")
Value: TypeAlias = str | int | bool | datetime | None
"""What records are asked for by."""
NOTHING_MORE: Final[Mapping[str, Value]] = MappingProxyType({})


class Scope(Protocol):
    """Whose records a transaction sees; an Actor is one."""

    @property
    def workspace_id(self) -> str:
        """Empty: no workspace, so no workspace's records."""
        ...

    @property
    def user_id(self) -> str:
        """Who sees their own memberships from outside; empty: nobody."""
        ...

    @property
    def adviser_id(self) -> str:
        """The member whose assigned people alone are seen, with all that is theirs; empty: everybody is."""
        ...


@dataclass(frozen=True, slots=True)
class InWorkspace:
    """The scope of the program's own work in one workspace, e.g. of a job; or, without one, of the installation."""

    workspace_id: str = ""
    user_id: str = ""
    adviser_id: str = ""


@dataclass(frozen=True, slots=True)
class Page(Generic[R]):
    """Some records of a list."""

    records: tuple[R, ...]
    next: str
    """What to ask for the next page with; empty: this is the last one."""


class Link(NamedTuple):
    """From a record to another one."""

    kind: type[Record]
    key: str
    """The other one's id or unique column, which has the value of …"""
    column: str
    """… this column of the first one; empty: the workspace that is looked from."""


class Reading(Protocol):
    """What can be asked of a store."""

    def get(self, kind: type[R], record_id: str, *, lock: bool = False) -> R:
        """One record; `lock` holds it until the end of the transaction. Raises NotFound."""
        ...

    def find(self, kind: type[R], **key: Value) -> R | None:
        """The one record that has a unique key."""
        ...

    def follow(self, kind: type[Record], links: tuple[Link, ...], /, **key: Value) -> tuple[Record | None, ...]:
        """The one record with an id or a unique key, and those that it leads to, None for what is not there.

        For the program's own scope, which no adviser and no user narrows.
        """
        ...

    def find_all(self, kind: type[R], name: str, values: Iterable[Value]) -> tuple[R, ...]:
        """The records whose id, or unique key of one column, is one of these; in no order."""
        ...

    def list(  # noqa: PLR0913 - each narrows the list
        self,
        kind: type[R],
        having: Mapping[str, Value] = NOTHING_MORE,
        /,
        *,
        order: str = "-id",
        after: str = "",
        limit: int = 50,
        since: Value = None,
        until: Value = None,
        **where: Value,
    ) -> Page[R]:
        """One page of the records whose columns have these values.

        `order` names a column, with a minus for the greatest first; `since` and `until` bound it, both inclusive.
        `having` leaves out records of the list by other columns: what is left out is read too, so it is for the rest
        of a choice whose list is short, or most of which fits.
        Raises InvalidInput for an `after` that did not come from a page, ValueError for what has no index.
        """
        ...

    def list_among(
        self,
        kind: type[R],
        *choices: Mapping[str, Value | Sequence[Value]],
        having: Mapping[str, Value] = NOTHING_MORE,
        without: Mapping[str, Value] = NOTHING_MORE,
        order: str = "-id",
        since: Value = None,
        most: int = 50,
    ) -> tuple[R, ...]:
        """The first records of many lists in one question, each once, in this order.

        A choice names values of columns as `list` does, with several values where one of them is wanted; of each value
        there are at most `most` records. `without` leaves out records with these values.
        Raises ValueError for what has no index.
        """
        ...

    def claim(self, kind: type[R], *, order: str, until: Value, limit: int = 1, **where: Value) -> tuple[R, ...]:
        """The first records up to `until` that nobody else has claimed, held until the end of the transaction."""
        ...

    def every(self, kind: type[R], *, order: str = "id", **where: Value) -> Iterator[R]:
        """All records of a list, page by page."""
        ...

    def count(self, kind: type[Record], **where: Value) -> int:
        """How many there are."""
        ...

    def count_by(self, kind: type[Record], column: str, **where: Value) -> Mapping[Any, int]:
        """How many there are of each value of a column."""
        ...

    def search(self, kind: type[R], text: str, *, after: str = "", limit: int = 50) -> Page[R]:
        """The newest records in which each word of the text begins a word."""
        ...

    def facts(self, name: str) -> tuple[Mapping[str, Any], ...]:
        """All rows of one kind that figures are made of (staffing/analytics.py), as they were last computed."""
        ...


class Transaction(Reading, Protocol):
    """What can be done with a store."""

    def add(self, record: R) -> R:
        """Keep a new record; gives it with its times and workspace. Raises Conflict when its key is taken."""
        ...

    def add_all(self, records: Iterable[R]) -> tuple[R, ...]:
        """Keep many new records of one kind."""
        ...

    def update(self, record: R) -> R:
        """Keep a changed record. Raises NotFound, Conflict `changed-meanwhile` when it is not the newest version."""
        ...

    def update_all(self, records: Iterable[R]) -> tuple[R, ...]:
        """Keep many changed records of one kind; raises what update() raises for the first that can't be."""
        ...

    def refresh_facts(self) -> None:
        """Compute anew what figures are made of, of all workspaces, where a store keeps it."""
        ...

    def delete(self, record: Record) -> None:
        """Remove a record. Raises NotFound, Conflict `changed-meanwhile`, Conflict `in-use` when others name it."""
        ...

    def delete_all(self, records: Iterable[Record]) -> None:
        """Remove many records of one kind; raises what delete() raises for the first that can't be."""
        ...


@dataclass(frozen=True, slots=True)
class StoreHealth:
    """How a store is doing."""

    built_on: str
    """`PostgreSQL`, `SQLite` or `JSON files`."""
    is_reachable: bool
    milliseconds: float
    """What a question and its answer took."""
    in_use: int
    """Transactions that are open."""
    idle: int
    """Connections that are open and wait."""
    most: int
    """Connections that there may be."""
    revision: str
    """Of the schema."""
    message: str = ""
    """Why it can't be reached, and what that means."""
    degraded_since: datetime | None = None
    """Since when work goes on without the database; None: it does not."""
    waiting: int = 0
    """Pieces of accepted work that the database does not have yet."""


class Store(Protocol):
    """Where records are kept; to be shared by threads."""

    def transaction(self, scope: Scope) -> AbstractContextManager[Transaction]:
        """All that is done in the block is kept, or nothing. Raises Unavailable when the store does not answer."""
        ...

    def reading(self, scope: Scope) -> AbstractContextManager[Reading]:
        """The same for reading only: nobody waits for it, and it waits for nobody."""
        ...

    def visit(self) -> AbstractContextManager[None]:
        """For one request, in one thread: its readings need not each be a transaction of their own."""
        ...

    def run(self, scope: Scope, work: Callable[[Transaction], T]) -> T:
        """What `work` gives, done in one transaction; tried again when something got in its way.

        `work` can run more than once, so it must do nothing outside of its transaction.
        """
        ...

    def health(self) -> StoreHealth:
        """How it is doing; never raises."""
        ...

    def away_since(self) -> datetime | None:
        """Since when work goes on without the database; None: it does not. It is quick: nothing is asked."""
        ...

    def close(self) -> None:
        """Let go of connections, files and locks."""
        ...
