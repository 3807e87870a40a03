"""One transaction: every question and every change, within the scope that it began with.

record  ->  Kind  ->  one statement with its workspace  ->  the database
"""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, CursorResult

from resume_customizer.core.errors import Conflict, NotFound, PromiseBroken, ResumeCustomizerError
from resume_customizer.core.records.record import Record, TenantRecord, is_id
from resume_customizer.infrastructure.sql.among import list_of_each
from resume_customizer.infrastructure.sql.facts import question_of
from resume_customizer.infrastructure.sql.faults import translated
from resume_customizer.infrastructure.sql.kinds import TENANT, By, Kind
from resume_customizer.infrastructure.sql.paging import Order, Query
from resume_customizer.infrastructure.sql.schema import KIND_OF, TABLE_OF
from resume_customizer.infrastructure.sql.searching import find_words, has_words
from resume_customizer.services.store import NOTHING_MORE, Page, Scope, Value

R = TypeVar("R", bound=Record)
_A_PAGE = 500
_MOST_SEEN = 500


class RowChange(NamedTuple):
    """A row that was written, or removed."""

    kind: Kind[Any]
    key: str
    row: dict[str, Any] | None
    """None for a removed one."""
    seen: int = 0
    """The version that was changed or removed; 0 for a new row."""


class SqlReading:
    """What can be asked, in one scope."""

    def __init__(self, connection: Connection, scope: Scope) -> None:
        self._connection = connection
        self._workspace = scope.workspace_id if is_id(scope.workspace_id) else ""
        self._user = scope.user_id if is_id(scope.user_id) else ""
        self.fault: ResumeCustomizerError | None = None
        """What failed; then nothing of the transaction can be kept."""
        self.seen: list[Record] = []
        """The first records that were read."""

    @property
    def workspace(self) -> str:
        """The workspace that it is in; empty: none."""
        return self._workspace

    def get(self, kind: type[R], record_id: str, *, lock: bool = False) -> R:
        """One record; raises NotFound."""
        query = self._select(kind).where(TABLE_OF[kind].c.id == record_id)
        found = self._records(kind, query.with_for_update() if lock else query) if is_id(record_id) else ()
        if not found:
            raise _not_found(kind)
        return found[0]

    def find(self, kind: type[R], **key: Value) -> R | None:
        """The one record that has a unique key."""
        if tuple(sorted(key)) not in {tuple(sorted(each)) for each in KIND_OF[kind].unique}:
            raise ValueError(f"{sorted(key)} is no key of {kind.__name__}.")
        found = self._records(kind, self._where(kind, self._select(kind), key))
        return found[0] if found else None

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
        """One page of a list."""
        by = Order.read(order)
        bounds = [(since, operator.ge), (until, operator.le)]
        column = TABLE_OF[kind].c[by.column]
        within = [compare(column, value) for value, compare in bounds if value is not None]
        more = (TABLE_OF[kind].c[name] == value for name, value in having.items())
        return self._listed(kind, by, after, limit, where, *within, *more)

    def _listed(
        self,
        kind: type[R],
        by: Order,
        after: str,
        limit: int,
        where: Mapping[str, Value],
        *within: sa.ColumnElement[bool],
    ) -> Page[R]:
        self._check_is_listed(kind, by, where)
        return self._page(kind, self._where(kind, self._select(kind), where).where(*within), by, after, limit)

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
        """The first records of many lists, in one question."""
        by, table = Order.read(order), TABLE_OF[kind]
        for choice in choices:
            if tuple(choice) != ("id",):
                self._check_is_listed(kind, by, choice)
        conditions = [self._is_visible(KIND_OF[kind]), *(table.c[name] == value for name, value in having.items())]
        conditions += (table.c[name] != value for name, value in without.items())
        if since is not None:
            conditions.append(table.c[by.column] >= since)
        query = list_of_each(table, choices, conditions, by, most)
        found = self._records(kind, query) if query is not None else ()
        once = {each.id: each for each in found}.values()
        return tuple(sorted(once, key=lambda each: (getattr(each, by.column), each.id), reverse=by.is_down))

    def claim(self, kind: type[R], *, order: str, until: Value, limit: int = 1, **where: Value) -> tuple[R, ...]:
        """The first records that nobody else has claimed."""
        by = Order.read(order)
        self._check_is_listed(kind, by, where)
        query = self._where(kind, self._select(kind), where).where(TABLE_OF[kind].c[by.column] <= until)
        query = by.apply(query, TABLE_OF[kind], "", limit).limit(limit).with_for_update(skip_locked=True)
        return self._records(kind, query)

    def every(self, kind: type[R], *, order: str = "id", **where: Value) -> Iterator[R]:
        """All records of a list, page by page."""
        by, after = Order.read(order), ""
        while True:
            page = self._listed(kind, by, after, _A_PAGE, where)
            yield from page.records
            after = page.next
            if not after:
                return

    def count(self, kind: type[Record], **where: Value) -> int:
        """How many there are."""
        self._check_is_listed(kind, Order("id", is_down=False), where, any_order=True)
        query = sa.select(sa.func.count()).select_from(TABLE_OF[kind]).where(self._is_visible(KIND_OF[kind]))
        return self._execute(self._where(kind, query, where)).scalar_one()

    def search(self, kind: type[R], text: str, *, after: str = "", limit: int = 50) -> Page[R]:
        """The newest records that have the words of a text."""
        if not KIND_OF[kind].words:
            raise ValueError(f"{kind.__name__} is not searched.")
        words = find_words(text)
        if not words or not self._workspace:
            return Page((), "")
        condition = has_words(self._connection.dialect.name, TABLE_OF[kind], self._workspace, words)
        return self._page(kind, self._select(kind).where(condition), Order("id", is_down=True), after, limit)

    def facts(self, name: str) -> tuple[Mapping[str, Any], ...]:
        """Rows that figures are made of."""
        if not self._workspace:
            return ()
        question = question_of(name, self._connection.dialect.name, self._workspace)
        return tuple(map(dict, self._execute(question).mappings()))

    def _page(self, kind: type[R], query: Query, by: Order, after: str, limit: int) -> Page[R]:
        found = self._records(kind, by.apply(query, TABLE_OF[kind], after, limit))
        limit = max(1, min(limit, 1000))
        records = found[:limit]
        return Page(records, by.mark(records[-1]) if len(found) > limit else "")

    def _check_is_listed(
        self, kind: type[Record], by: Order, where: Mapping[str, object], *, any_order: bool = False
    ) -> None:
        columns = tuple(sorted(where))
        lists = KIND_OF[kind].lists
        if By(columns, by.column) not in lists and not (any_order and columns in {each.columns for each in lists}):
            raise ValueError(f"{kind.__name__} by {columns} in the order of {by.column} has no index.")

    def _select(self, kind: type[Record]) -> Query:
        return _every(kind).where(self._is_visible(KIND_OF[kind]))

    def _where(self, kind: type[Record], query: Query, values: Mapping[str, Value]) -> Query:
        table = TABLE_OF[kind]
        return query.where(*(table.c[name] == value for name, value in values.items()))

    def _is_visible(self, kind: Kind[Any]) -> sa.ColumnElement[bool]:
        """The scope, as a condition: in every statement, without exception."""
        table = TABLE_OF[kind.record_type]
        if not kind.is_tenant:
            return sa.true()
        here = table.c[TENANT] == self._workspace if self._workspace else sa.false()
        if kind.seen_by and self._user:
            return sa.or_(here, table.c[kind.seen_by] == self._user)
        return here

    def _records(self, kind: type[R], query: Query) -> tuple[R, ...]:
        make: Kind[R] = KIND_OF[kind]
        found = tuple(make.record(row) for row in self._execute(query))
        if len(self.seen) < _MOST_SEEN:
            self.seen += found[:_MOST_SEEN]
        return found

    def _execute(self, statement: sa.Executable, values: Any = None) -> CursorResult[Any]:  # noqa: ANN401 - rows
        try:
            with translated():
                return self._connection.execute(statement, values)
        except ResumeCustomizerError as fault:
            self.fault = fault
            raise


class SqlTransaction(SqlReading):
    """What can be done, in one scope."""

    def __init__(
        self, connection: Connection, scope: Scope, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        super().__init__(connection, scope)
        self._clock = clock
        self.changes: list[RowChange] = []
        """Every row that was written or removed, in order."""

    def add(self, record: R) -> R:
        """Keep a new record."""
        return self.add_all((record,))[0]

    def add_all(self, records: Iterable[R]) -> tuple[R, ...]:
        """Keep many new records of one kind."""
        now = self._clock()
        made = tuple(replace(self._at_home(each), created_at=now, changed_at=now, version=1) for each in records)
        if made:
            kind = KIND_OF[type(made[0])]
            rows = [kind.row(each) for each in made]
            self._execute(TABLE_OF[kind.record_type].insert(), rows)
            self.changes.extend(RowChange(kind, row["id"], row) for row in rows)
        return made

    def write_row(self, change: RowChange) -> bool:
        """Write a row as it is, with its times and version, or remove it.

        False when its version is not there, and for a new one when its key is taken.
        """
        table = TABLE_OF[change.kind.record_type]
        this = self._is_version(change.kind, change.key, change.seen)
        if change.row is None:
            done = self._execute(table.delete().where(*this))
        elif change.seen:
            done = self._execute(table.update().where(*this).values(change.row))
        else:
            done = self._execute(self._insert(table).values(change.row).on_conflict_do_nothing())
        if done.rowcount:
            self.changes.append(change)
        return bool(done.rowcount)

    def update(self, record: R) -> R:
        """Keep a changed record."""
        kind = KIND_OF[type(record)]
        made = replace(self._at_home(record), changed_at=self._clock(), version=record.version + 1)
        row = kind.row(made)
        this = {"this_home": self._workspace, "this_id": record.id, "this_version": record.version}
        done = self._execute(_change(kind.record_type), row | this)
        if not done.rowcount:
            raise self._why_not(record)
        self.changes.append(RowChange(kind, made.id, row, record.version))
        return made

    def delete(self, record: Record) -> None:
        """Remove a record."""
        kind = KIND_OF[type(record)]
        done = self._execute(TABLE_OF[kind.record_type].delete().where(*self._is_this(record)))
        if not done.rowcount:
            raise self._why_not(record)
        self.changes.append(RowChange(kind, record.id, None, record.version))

    def _insert(self, table: sa.Table) -> Any:  # noqa: ANN401 - of either dialect
        return (postgresql if self._connection.dialect.name == "postgresql" else sqlite).insert(table)

    def refresh_facts(self) -> None:
        """Compute anew what figures are made of, where it is kept."""
        if self._connection.dialect.name == "postgresql":
            self._execute(sa.text("SELECT refresh_desk_facts()"))

    def _is_this(self, record: Record) -> tuple[sa.ColumnElement[bool], ...]:
        return self._is_version(KIND_OF[type(record)], record.id, record.version)

    def _is_version(self, kind: Kind[Any], record_id: str, version: int) -> tuple[sa.ColumnElement[bool], ...]:
        columns = TABLE_OF[kind.record_type].c
        home = (columns[TENANT] == self._workspace if self._workspace else sa.false(),) if kind.is_tenant else ()
        return (*home, columns.id == record_id, columns.version == version)

    def _why_not(self, record: Record) -> ResumeCustomizerError:
        self.get(type(record), record.id)
        message = "Somebody changed this meanwhile. Load it again, and repeat the change."
        return Conflict("changed-meanwhile", message)

    def _at_home(self, record: R) -> R:
        """The record with its workspace; one of another workspace is refused, whoever made the mistake."""
        if not isinstance(record, TenantRecord):
            return record
        if not self._workspace or record.workspace_id not in {"", self._workspace}:
            raise PromiseBroken("other-workspace", "A record of another workspace was not written.")
        return replace(record, workspace_id=self._workspace)


@cache
def _every(kind: type[Record]) -> Query:
    """All rows of a kind; made once, because making it costs more than asking."""
    return sa.select(*TABLE_OF[kind].c)


@cache
def _change(kind: type[Record]) -> sa.Update:
    """What changes one version of a record; one of a workspace was seen to be in it before."""
    table, columns = TABLE_OF[kind], TABLE_OF[kind].c
    home = (columns[TENANT] == sa.bindparam("this_home"),) if KIND_OF[kind].is_tenant else ()
    return table.update().where(
        *home, columns.id == sa.bindparam("this_id"), columns.version == sa.bindparam("this_version")
    )


def _not_found(kind: type[Record]) -> NotFound:
    words = "".join(f" {char.lower()}" if char.isupper() else char for char in kind.__name__).strip()
    return NotFound("not-found", f"There is no such {words}.")
