"""What was refused, as one line of the log for each: who tried what from where, by ids and codes alone.

    guard | gate | a form | a screen  ->  note_refusal()  ->  a line of the logger `resume_customizer.refusals`

The API's own refusals stand in its line for each request, with their code (api/watching.py).

Promises (tests in tests/infrastructure/test_refusals.py):

* A line holds the code, the door, ids and the network's address, and nothing that anybody typed or sent.
"""

import logging
from dataclasses import asdict, dataclass
from typing import Final

LOGGER: Final = "resume_customizer.refusals"
_LOG: Final = logging.getLogger(LOGGER)


@dataclass(frozen=True, slots=True)
class Tried:
    """Who tried something, and where."""

    door: str
    """`guard`, `gate`, `form` or `screen`."""
    what: str = ""
    """The page, screen or kind of connection, as the program calls it."""
    user: str = ""
    workspace: str = ""
    address: str = ""
    """Of the network."""
    request_id: str = ""


def note_refusal(code: str, tried: Tried, *, is_attack: bool = False) -> None:
    """Write it down; `is_attack`: no page or program of ours would try this."""
    level = logging.WARNING if is_attack else logging.INFO
    _LOG.log(level, "refused", extra={"told": {"code": code, **asdict(tried)}})
