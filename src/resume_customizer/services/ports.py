"""What services need from outside, as they see it; adapters are in `infrastructure/`."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, ParamSpec, Protocol, TypeVar

from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.machine import MachineFigures
from resume_customizer.core.secret_text import Place, Secret
from resume_customizer.core.webhooks import Target

Given = ParamSpec("Given")
Item = TypeVar("Item")
Result = TypeVar("Result")


class Files(Protocol):
    """Where documents are read from and written to."""

    def read_file(self, path: Path) -> bytes:
        """The file's bytes; raises UnreadableInput or RefusedInput."""
        ...

    def write_files(
        self, contents: Mapping[Path, bytes], inputs: Iterable[Path] = (), like: Path | None = None
    ) -> None:
        """All files or none, each atomically, never over one of the inputs."""
        ...


class LanguageModel(Protocol):
    """A model that answers questions, where an installation has switched one on."""

    @property
    def name(self) -> str:
        """What its endpoint calls it."""
        ...

    def ask(self, instruction: str, data: object) -> str:
        """The answer; `data` goes as JSON values, apart from the instruction. Raises Unavailable or InvalidInput."""
        ...


class Blobs(Protocol):
    """Where stored files are kept, by workspace and content; the same file in two workspaces is kept twice."""

    def put(self, workspace: str, content: bytes) -> str:
        """Keep a file, whole or not at all; gives its SHA-256."""
        ...

    def put_all(self, workspace: str, contents: Iterable[bytes]) -> tuple[str, ...]:
        """Keep many files, each whole or not at all; gives the SHA-256 of each different one, in order."""
        ...

    def get(self, workspace: str, digest: str) -> bytes:
        """The file; raises NotFound, or UnreadableInput `damaged-file` when it is not what was kept."""
        ...

    def list_missing(self, workspace: str, digests: Sequence[str]) -> tuple[str, ...]:
        """Those of the digests under which no file lies; whether it is what was kept is not looked at."""
        ...

    def remove(self, workspace: str, digest: str) -> None:
        """Forget a file; one that is not there is no error."""
        ...

    def list_digests(self, workspace: str) -> Iterator[str]:
        """The SHA-256 of every file of a workspace, in order."""
        ...


class DocumentWork(Protocol):
    """Where work on documents that can't be trusted is done."""

    def call(self, work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
        """The result of `work`, which must be importable by name; raises its error, RefusedInput or Unavailable."""
        ...


class WorkOnMany(DocumentWork, Protocol):
    """The same for many documents at a time."""

    def call_each(
        self, work: Callable[[Item], Result], items: Sequence[Item]
    ) -> Generator[Result | ResumeCustomizerError]:
        """What `work` makes of each item, or its error, in their order and as they come; raises Unavailable."""
        ...


class Machine(Protocol):
    """The machine that this process runs on."""

    def look(self) -> MachineFigures:
        """How it is right now."""
        ...


class Verdict(Protocol):
    """What verifying a password says."""

    @property
    def matches(self) -> bool:
        """Whether it is the password."""
        ...

    @property
    def needs_rehash(self) -> bool:
        """Whether its hash is to be renewed."""
        ...


class PasswordHashes(Protocol):
    """Hashes passwords, slowly on purpose; raises Unavailable `busy` when too many wait."""

    def turn(self) -> AbstractContextManager[None]:
        """A place among those who wait, for all of a block, so that who gets none is told before anything is done."""
        ...

    def hash(self, password: str) -> str:
        """What is stored for a password."""
        ...

    def verify(self, password: str, stored: str | None) -> Verdict:
        """Whether it is the password; None, for an unknown user, takes the same work."""
        ...


class Seals(Protocol):
    """Seals secrets for the place where they are kept: table, column, row."""

    def seal(self, secret: Secret, place: Place) -> str:
        """What is stored."""
        ...

    def open(self, sealed: str, place: Place) -> Secret:
        """The secret; raises Unavailable or UnreadableInput."""
        ...

    def reseal(self, sealed: str, place: Place) -> str:
        """The same secret sealed with the current key; the same text when it is so already."""
        ...


class AppCodes(Protocol):
    """Codes that an app shows, as the second factor."""

    def new_seed(self, random: bytes) -> Secret:
        """A seed for an app."""
        ...

    def enrolment_address(self, seed: Secret, account: str, issuer: str) -> Secret:
        """What an app reads from a QR code."""
        ...

    def matching_step(self, seed: Secret, typed: str, now: datetime, last_step: int = -1) -> int | None:
        """The time step whose code was typed; None for a wrong or used one."""
        ...


class AccessClaims(Protocol):
    """What an access token says."""

    @property
    def user_id(self) -> str:
        """Who."""
        ...

    @property
    def session_id(self) -> str:
        """In which session."""
        ...


class AccessTokens(Protocol):
    """Tokens that say for some minutes who somebody is."""

    def issue(self, user_id: str, session_id: str) -> str:
        """A token for a session that was checked right now."""
        ...

    def read(self, token: str) -> AccessClaims:
        """What a token says; raises NotSignedIn. Whether its session still stands is asked elsewhere."""
        ...


class Reply(NamedTuple):
    """What came of a message to a receiver."""

    status: int
    """What it answered; 0: nothing."""
    milliseconds: int
    fault: str = ""
    """Why nothing was answered, for people."""


class Receivers(Protocol):
    """Servers that users name, and that are told what happened."""

    def check(self, target: Target) -> None:
        """Whether it may be named, as far as can be said without looking it up; raises InvalidInput, NotPermitted."""
        ...

    def post(self, target: Target, body: str, headers: Mapping[str, str]) -> Reply:
        """Send one message, once; never raises for what a receiver or a network does."""
        ...
