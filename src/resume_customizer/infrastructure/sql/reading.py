"""What can be asked of a database, within the scope that a transaction began with.

a question  ->  one statement with its workspace  ->  rows  ->  records
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection, CursorResult

from resume_customizer.core.errors import NotFound, ResumeCustomizerError
from resume_customizer.core.records.record import Record, is_id
from resume_customizer.infrastructure.sql.among import is_several, shapes_of, values_of
from resume_customizer.infrastructure.sql.asking import (
    Listed,
    More,
    Sight,
    among,
    every_one,
    listing,
    values_listed,
    with_key,
)
from resume_customizer.infrastructure.sql.facts import question_of
from resume_customizer.infrastructure.sql.faults import translated
from resume_customizer.infrastructure.sql.following import linked, parts_of
from resume_customizer.infrastructure.sql.kinds import TENANT, By, Kind
from resume_customizer.infrastructure.sql.paging import Order, Query
from resume_customizer.infrastructure.sql.people import of_people
from resume_customizer.infrastructure.sql.schema import KIND_OF, TABLE_OF
from resume_customizer.infrastructure.sql.searching import expected_rows, find_words, has_words, rarest_of
from resume_customizer.services.store import NOTHING_MORE, Link, Page, Scope, Value

R = TypeVar("R", bound=Record)
_A_PAGE = 500
_MOST_SEEN = 500


class SqlReading:
    """What can be asked, in one scope."""

    def __init__(self, connection: Connection, scope: Scope) -> None:
        self._connection = connection
        self._workspace = scope.workspace_id if is_id(scope.workspace_id) else ""
        self._user = scope.user_id if is_id(scope.user_id) else ""
        self._adviser = scope.adviser_id
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
        query = with_key(kind, ("id",), self._sight, is_locked=lock)
        found = self._records(kind, query, self._named({"id": record_id})) if is_id(record_id) else ()
        if not found:
            raise _not_found(kind)
        return found[0]

    def find(self, kind: type[R], **key: Value) -> R | None:
        """The one record that has a unique key."""
        names = tuple(sorted(key))
        if By(names) not in KIND_OF[kind].keys:
            raise ValueError(f"{sorted(key)} is no key of {kind.__name__}.")
        query = with_key(kind, names, self._sight, is_locked=False)
        found = self._records(kind, query, self._named(key))
        return found[0] if found else None

    def follow(self, kind: type[Record], links: tuple[Link, ...], /, **key: Value) -> tuple[Record | None, ...]:
        """The one record with an id or a unique key, and those that it leads to."""
        if self._user or self._adviser:
            raise ValueError("Following is for the program's own scope.")
        kinds = (kind, *(each.kind for each in links))
        query = linked(kind, tuple(sorted(key)), links, has_home=bool(self._workspace))
        row = self._execute(query, self._named(key)).first()
        parts = parts_of(tuple(row), kinds) if row else (None,) * len(kinds)
        found: Any = tuple(
            KIND_OF[each].record(part) if part else None for each, part in zip(kinds, parts, strict=True)
        )
        self.seen += [each for each in found if each is not None]
        return found

    def find_all(self, kind: type[R], name: str, values: Iterable[Value]) -> tuple[R, ...]:
        """The records whose id or unique key is one of these, in no order."""
        if name != "id" and By((name,)) not in KIND_OF[kind].keys:
            raise ValueError(f"{name} is no key of {kind.__name__}.")
        wanted = list(dict.fromkeys(values))
        parts = (wanted[begin : begin + _A_PAGE] for begin in range(0, len(wanted), _A_PAGE))
        column = TABLE_OF[kind].c[name]
        return tuple(each for part in parts for each in self._records(kind, self._select(kind).where(column.in_(part))))

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
        self._check_is_listed(kind, by, where)
        narrowed = (*where.items(), *having.items())
        columns = tuple((name, value is None) for name, value in narrowed)
        query = listing(kind, Listed(columns, since is not None, until is not None, bool(after)), by, self._sight)
        values = values_listed(dict(enumerate(value for _, value in narrowed)), since, until)
        return self._page(kind, query, by, after, limit, self._named({}) | values)

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
        by = Order.read(order)
        for choice in choices:
            self._check_is_listed(kind, by, choice)
        some = [choice for choice in choices if all(value for value in choice.values() if is_several(value))]
        if not some:
            return ()
        more = More(tuple(having), tuple(without), since is not None)
        query = among(kind, shapes_of(some), more, by, self._sight)
        found = self._records(kind, query, self._named({**having, **without}) | values_of(some, since, most))
        once = {each.id: each for each in found}.values()
        return tuple(sorted(once, key=lambda each: (getattr(each, by.column), each.id), reverse=by.is_down))

    def claim(self, kind: type[R], *, order: str, until: Value, limit: int = 1, **where: Value) -> tuple[R, ...]:
        """The first records that nobody else has claimed."""
        by = Order.read(order)
        self._check_is_listed(kind, by, where)
        query = self._where(kind, self._select(kind), where).where(TABLE_OF[kind].c[by.column] <= until)
        query = by.apply(query, TABLE_OF[kind]).limit(limit).with_for_update(skip_locked=True)
        return self._records(kind, query)

    def every(self, kind: type[R], *, order: str = "id", **where: Value) -> Iterator[R]:
        """All records of a list, page by page."""
        after = ""
        while True:
            page = self.list(kind, order=order, after=after, limit=_A_PAGE, **where)
            yield from page.records
            after = page.next
            if not after:
                return

    def count(self, kind: type[Record], **where: Value) -> int:
        """How many there are."""
        self._check_is_listed(kind, Order("id", is_down=False), where, any_order=True)
        query = sa.select(sa.func.count()).select_from(TABLE_OF[kind]).where(self._is_visible(KIND_OF[kind]))
        return self._execute(self._where(kind, query, where)).scalar_one()

    def count_by(self, kind: type[Record], column: str, **where: Value) -> Mapping[Any, int]:
        """How many there are of each value of a column."""
        self._check_is_listed(kind, Order("id", is_down=False), {**where, column: None}, any_order=True)
        each = TABLE_OF[kind].c[column]
        query = sa.select(each, sa.func.count()).where(self._is_visible(KIND_OF[kind])).group_by(each)
        found = self._execute(self._where(kind, query, where)).all()
        return {row[0]: row[-1] for row in found}

    def search(self, kind: type[R], text: str, *, after: str = "", limit: int = 50) -> Page[R]:
        """The newest records that have the words of a text."""
        if not KIND_OF[kind].words:
            raise ValueError(f"{kind.__name__} is not searched.")
        words = find_words(text)
        if not words or not self._workspace:
            return Page((), "")
        condition = self._has_words(TABLE_OF[kind], words)
        by = Order("id", is_down=True)
        query = by.apply(self._select(kind).where(condition), TABLE_OF[kind], goes_on=bool(after))
        return self._page(kind, query, by, after, limit, {})

    def facts(self, name: str) -> tuple[Mapping[str, Any], ...]:
        """Rows that figures are made of."""
        if not self._workspace:
            return ()
        question = question_of(name, self._connection.dialect.name, self._workspace)
        return tuple(map(dict, self._execute(question).mappings()))

    def _page(self, kind: type[R], query: Query, by: Order, after: str, limit: int, values: dict[str, Any]) -> Page[R]:
        limit = max(1, min(limit, 1000))
        found = self._records(kind, query, values | by.place(after, TABLE_OF[kind], limit + 1))
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
        return every_one(kind).where(self._is_visible(KIND_OF[kind]))

    def _where(self, kind: type[Record], query: Query, values: Mapping[str, Value]) -> Query:
        table = TABLE_OF[kind]
        return query.where(*(table.c[name] == value for name, value in values.items()))

    def _is_visible(self, kind: Kind[Any]) -> sa.ColumnElement[bool]:
        """The scope, as a condition: in every statement, without exception."""
        table = TABLE_OF[kind.record_type]
        if not kind.is_tenant:
            return sa.true()
        here = table.c[TENANT] == self._workspace if self._workspace else sa.false()
        if self._adviser:
            here = sa.and_(here, *of_people(kind.record_type, self._workspace, self._adviser))
        if kind.seen_by and self._user:
            return sa.or_(here, table.c[kind.seen_by] == self._user)
        return here

    @property
    def _sight(self) -> "Sight":
        return Sight(bool(self._workspace), bool(self._user), bool(self._adviser))

    def _has_words(self, table: sa.Table, words: tuple[str, ...]) -> sa.ColumnElement[bool]:
        dialect, looked_up = self._connection.dialect.name, words
        if dialect == "postgresql" and len(words) > 1:
            answer = self._execute(expected_rows(table, self._workspace, words)).scalar_one()
            looked_up = rarest_of(words, answer)
        return has_words(dialect, table, self._workspace, words, looked_up)

    def _named(self, key: Mapping[str, Value]) -> dict[str, Any]:
        """Values for a question with a key."""
        named: dict[str, Any] = {f"this_{name}": value for name, value in key.items()}
        return {"this_home": self._workspace, "this_user": self._user, "this_adviser": self._adviser} | named

    def _records(self, kind: type[R], query: Query, values: Mapping[str, Any] | None = None) -> tuple[R, ...]:
        made: Kind[R] = KIND_OF[kind]
        found = made.records(self._execute(query, values).all())
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


def _not_found(kind: type[Record]) -> NotFound:
    words = "".join(f" {char.lower()}" if char.isupper() else char for char in kind.__name__).strip()
    return NotFound("not-found", f"There is no such {words}.")
