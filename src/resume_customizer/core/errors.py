"""Why something was not done: one tree for all doors.

Each error names what is wrong, where, and what to do; none holds a secret or a
traceback. A door maps the six branches to its own language (exit codes, HTTP).
"""

from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class ResumeCustomizerError(Exception):
    """What a user may be told: a stable `code`, the sentence, and the place, when there is one."""

    def __init__(self, code: str, message: str, where: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.where = where

    def __reduce__(self) -> tuple[type["ResumeCustomizerError"], tuple[str, str, str]]:
        """So that an error can come back from another process."""
        return type(self), (self.code, self.message, self.where)

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


class InvalidInput(ResumeCustomizerError):
    """The input can't be used as it is; the person can mend it."""


class UnreadableInput(InvalidInput):
    """The bytes are not what they should be: damaged, of another kind, or beyond the limits."""


class RefusedInput(InvalidInput):
    """The bytes can be read, but changing them would not be safe."""


class NothingToPlace(InvalidInput):
    """Everything was understood, and there is no point or no place for one."""


class NotFound(ResumeCustomizerError):
    """What was named does not exist, or is not the actor's to see."""


class NotPermitted(ResumeCustomizerError):
    """The actor may not do this."""


class NotSignedIn(NotPermitted):
    """Nobody is signed in, or no longer: signing in may help."""


class Conflict(ResumeCustomizerError):
    """Somebody or something was there first: a stale plan, an output that exists."""


class QuotaExceeded(ResumeCustomizerError):
    """More than the limit allows."""


class Unavailable(ResumeCustomizerError):
    """A part of the installation is missing or does not answer."""


class NotWritable(Unavailable):
    """A file can't be written where somebody asked for it; nothing was changed."""


class PromiseBroken(ResumeCustomizerError):
    """A check of ours on our own output failed; nothing was handed out."""


@contextmanager
def about(file: "Path | str") -> Generator[None]:
    """Let errors raised inside say which file they are about, when it has a name."""
    try:
        yield
    except ResumeCustomizerError as fault:
        fault.where = ", ".join(each for each in (str(file), fault.where) if each)
        raise
