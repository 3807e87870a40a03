"""What somebody knows of technologies beside and against the catalogue, for as long as something is done for them.

    OwnTechnology, …  ->  own_technologies()  ->  with knowing(…): find_technology(), find_mentions(), fit_of() …

Promises (tests in tests/core/test_own_technologies.py):

* What one knows is known inside of `knowing` only, and to nobody else who works at the same moment.
* A name or spelling of one's own comes before the catalogue's; what is ignored is found nowhere.
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import NamedTuple, TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
Result = TypeVar("Result")


class OwnTechnology(NamedTuple):
    """One technology that the catalogue lacks, or that is called otherwise here."""

    name: str
    aliases: tuple[str, ...] = ()
    category: str = ""
    """Empty for the catalogue's."""
    parents: tuple[str, ...] = ()
    """What it is part of or stands on, by canonical name; empty for the catalogue's."""
    is_ignored: bool = False
    """It is no technology here, whatever the catalogue says."""


class OwnTechnologies:
    """All of somebody's; the same rows are the same object, so that what was worked out with them is found again."""

    def __init__(self, rows: tuple[OwnTechnology, ...] = ()) -> None:
        self.rows = rows

    def __bool__(self) -> bool:
        return bool(self.rows)

    def __reduce__(self) -> "tuple[Callable[..., OwnTechnologies], tuple[tuple[OwnTechnology, ...]]]":
        return own_technologies, (self.rows,)


@lru_cache(maxsize=64)
def own_technologies(rows: tuple[OwnTechnology, ...]) -> OwnTechnologies:
    """The rows of somebody, in any order; of two with the same name the first counts."""
    return OwnTechnologies(rows) if rows else NONE


NONE = OwnTechnologies()
_HERE: ContextVar[OwnTechnologies] = ContextVar("own_technologies", default=NONE)


def known_here() -> OwnTechnologies:
    """What is known in this moment to whoever asks."""
    return _HERE.get()


@contextmanager
def knowing(own: OwnTechnologies) -> Generator[None]:
    """Work with these, in this thread or task, until the end of the block."""
    before = _HERE.set(own)
    try:
        yield
    finally:
        _HERE.reset(before)


def remembered(most: int) -> Callable[[Callable[[*Given], Result]], Callable[[*Given], Result]]:
    """Keep the last answers of a function, each for what was known when it was asked."""

    def keep(work: Callable[[*Given], Result]) -> Callable[[*Given], Result]:
        @lru_cache(maxsize=most)
        def answer(_: OwnTechnologies, *given: *Given) -> Result:
            return work(*given)

        @wraps(work)
        def ask(*given: *Given) -> Result:
            return answer(_HERE.get(), *given)

        return ask

    return keep
