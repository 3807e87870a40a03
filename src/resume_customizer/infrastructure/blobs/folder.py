"""Files in a folder of this machine, by what they contain.

    content  ->  put()  ->  SHA-256  ->  get()  ->  the same content, checked

A file is on the disk itself before `put` returns, under its name or not at all.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from resume_customizer.core.errors import Unavailable
from resume_customizer.infrastructure.blobs.naming import blob_key, checked, digest_of, missing, workspace_key
from resume_customizer.infrastructure.files import settle_folders, settle_names, write_files, write_many


class FolderBlobs:
    """Keeps files below one folder; any number of processes may share it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, workspace: str, content: bytes) -> str:
        """Keep a file; gives its SHA-256. The same content again changes nothing, unless what is there was damaged."""
        digest = digest_of(content)
        path = self._folder / blob_key(workspace, digest)
        if not _holds(path, content):
            write_files({path: content})
        settle_names(path.parent, self._folder)  # whoever wrote it may not have come to that
        return digest

    def put_all(self, workspace: str, contents: Iterable[bytes]) -> tuple[str, ...]:
        """Keep many files, with one wait for the disk."""
        by_digest = {digest_of(content): content for content in contents}
        if not by_digest:
            return ()
        paths = {self._folder / blob_key(workspace, digest): content for digest, content in by_digest.items()}
        write_many({path: content for path, content in paths.items() if not _holds(path, content)})
        settle_folders({*(path.parent for path in paths), self._folder / workspace_key(workspace), self._folder})
        return tuple(by_digest)

    def get(self, workspace: str, digest: str) -> bytes:
        """The file; raises NotFound, or UnreadableInput `damaged-file` when it is not what was kept."""
        try:
            content = (self._folder / blob_key(workspace, digest)).read_bytes()
        except FileNotFoundError:
            raise missing(digest) from None
        except OSError as fault:
            raise Unavailable("not-readable", f"A stored file can't be read: {fault.strerror}.", digest) from None
        return checked(content, digest)

    def list_missing(self, workspace: str, digests: Sequence[str]) -> tuple[str, ...]:
        """Those under which no file lies."""
        return tuple(each for each in digests if not (self._folder / blob_key(workspace, each)).exists())

    def remove(self, workspace: str, digest: str) -> None:
        """Forget a file; one that is not there is no error."""
        path = self._folder / blob_key(workspace, digest)
        try:
            path.unlink(missing_ok=True)
        except OSError as fault:
            raise Unavailable("not-writable", f"A stored file can't be removed: {fault.strerror}.", digest) from None

    def list_digests(self, workspace: str) -> Iterator[str]:
        """The SHA-256 of every file of a workspace, in order."""
        for path in sorted((self._folder / workspace_key(workspace)).glob("??/*")):
            if not path.name.startswith("."):  # what a write that was cut off has left
                yield path.name


def _holds(path: Path, content: bytes) -> bool:
    with suppress(OSError):
        return path.stat().st_size == len(content) and path.read_bytes() == content
    return False
