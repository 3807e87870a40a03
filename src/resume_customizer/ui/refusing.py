"""What screens and forms refuse is written down with who tried it.

come_in(), a screen opens  ->  note_visit(), note_screen()  ->  show_fault()  ->  note_fault()  ->  a line of the log

Promises (tests in tests/ui/test_refusing.py):

* Whatever a screen or a form refuses is one line with ids and its code, without anybody's text.
"""

from contextvars import ContextVar
from typing import Final

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import (
    NotFound,
    NotPermitted,
    NotSignedIn,
    QuotaExceeded,
    ResumeCustomizerError,
)
from resume_customizer.infrastructure.refusals import Tried, note_refusal

REFUSALS: Final = (NotPermitted, NotSignedIn, NotFound, QuotaExceeded)
"""What somebody may not do, or not now, or what is not theirs to see."""
_NOBODY: Final = ("", "", "")
_visit: ContextVar[tuple[str, str, str]] = ContextVar("visit", default=_NOBODY)
_screen: ContextVar[str] = ContextVar("screen", default="")


def note_visit(visitor: object) -> None:
    """Who is there in this run."""
    is_person = isinstance(visitor, Actor)
    _visit.set((visitor.user_id, visitor.workspace_id, visitor.source.address) if is_person else _NOBODY)


def note_screen(path: str) -> None:
    """Which screen runs."""
    _screen.set(path)


def note_fault(fault: ResumeCustomizerError) -> None:
    """Write down what a screen has refused; other errors are no refusals."""
    if isinstance(fault, REFUSALS):
        user, workspace, address = _visit.get()
        note_refusal(fault.code, Tried("screen", _screen.get(), user, workspace, address))


def note_form_fault(fault: ResumeCustomizerError, path: str, address: str, request_id: str) -> None:
    """Write down what a form of the front has refused: also a link that is used or was made up."""
    if isinstance(fault, REFUSALS) or fault.code == "bad-token":
        note_refusal(fault.code, Tried("form", path, address=address, request_id=request_id))
