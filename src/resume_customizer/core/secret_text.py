"""A text that must not be seen: passwords of mail servers, tokens, seeds.

    Secret("…")  ->  passed around, printed, logged: •••  ->  .reveal() where it is needed, and nowhere else

Promises (tests in tests/core/test_secret_text.py):

* No way of showing, formatting, serialising or logging it shows it.
* It can't be pickled, so that it never gets into a job or a cache.
"""

import hmac
from typing import Final, NamedTuple, NoReturn, final

SHOWN: Final = "•••"


class Place(NamedTuple):
    """Where a secret is kept, sealed; it opens there only."""

    table: str
    column: str
    row: str


@final
class Secret:
    """A text that shows itself only when it is asked to."""

    __slots__ = ("__text",)

    def __init__(self, text: str) -> None:
        self.__text = text

    def reveal(self) -> str:
        """The text; only for the one call that needs it."""
        return self.__text

    def __bool__(self) -> bool:
        return bool(self.__text)

    def __eq__(self, other: object) -> bool:
        """In constant time."""
        if not isinstance(other, Secret):
            return NotImplemented
        mine, theirs = (each.encode("utf-8", "surrogatepass") for each in (self.__text, other.reveal()))
        return hmac.compare_digest(mine, theirs)

    def __hash__(self) -> int:
        return hash(Secret)

    def __repr__(self) -> str:
        return f"Secret({SHOWN})"

    def __str__(self) -> str:
        return SHOWN

    def __format__(self, spec: str) -> str:
        return SHOWN

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        message = "A secret is not written anywhere: seal it, and pass on where it is kept."
        raise TypeError(message)
