"""Pages of lists: `after` and `limit`, and where the next one begins.

?after=…&limit=50  ->  Paging  ->  a service's Page  ->  Listed(items, next)
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias, TypeVar

from fastapi import Depends, Query

from resume_customizer.api.fields import Digits, Listed, Mark, Out

MOST = 200
O = TypeVar("O", bound=Out)  # noqa: E741 - the type of what goes out


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page is asked for."""

    after: str
    limit: int


def _paging(
    after: Annotated[Mark, Query(description="Where the page before ended: its `next`.")] = "",
    limit: Annotated[int, Digits, Query(ge=1, le=MOST, description="How many at most.")] = 50,
) -> Paging:
    return Paging(after, limit)


Pages: TypeAlias = Annotated[Paging, Depends(_paging)]


def listed(kind: type[O], found: Sequence[object], after: str = "") -> Listed[O]:
    """A page; `after` is where the next one begins."""
    page: Any = Listed  # its items are made in one go
    return page[kind].model_validate({"items": found, "next": after})


def cut(kind: type[O], found: Sequence[object], paging: Paging, mark: Callable[[O], str]) -> Listed[O]:
    """One page of a list that a service gives whole because it is short; `mark` names an item."""
    items = [kind.of(each) for each in found]
    at = next((number for number, each in enumerate(items, 1) if mark(each) == paging.after), 0)
    page = items[at : at + paging.limit]
    is_last = at + paging.limit >= len(items)
    return Listed(items=page, next="" if is_last or not page else mark(page[-1]))
