"""What services need from outside, as they see it; adapters are in `infrastructure/`."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol


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

    def get(self, workspace: str, digest: str) -> bytes:
        """The file; raises NotFound, or UnreadableInput `damaged-file` when it is not what was kept."""
        ...

    def remove(self, workspace: str, digest: str) -> None:
        """Forget a file; one that is not there is no error."""
        ...

    def list_digests(self, workspace: str) -> Iterator[str]:
        """The SHA-256 of every file of a workspace, in order."""
        ...
