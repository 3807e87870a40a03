"""Files in an object store (S3 and what speaks like it), or anything else that fsspec knows, by what they contain.

    content  ->  put()  ->  SHA-256  ->  get()  ->  the same content, checked

An object store writes an object whole or not at all. Which store it is, is said by the address: `s3://bucket/path`
(with the extra `s3`), `memory://…`; keys come from the environment, as the store's own tools read them.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from resume_customizer.core.errors import InvalidInput, ResumeCustomizerError, Unavailable
from resume_customizer.infrastructure.blobs.naming import blob_key, checked, digest_of, missing, workspace_key


class ObjectStoreBlobs:
    """Keeps files below one address."""

    def __init__(self, url: str, **options: Any) -> None:  # noqa: ANN401 - each store has its own
        """Raises InvalidInput for an address that no store answers to, Unavailable when its library is missing."""
        try:
            import fsspec

            self._files, self._root = fsspec.url_to_fs(url, **options)
        except ImportError as fault:
            raise Unavailable(
                "no-object-store", f"The library for this store is missing: {fault}. Install the extra `s3`."
            ) from None
        except ValueError:
            raise InvalidInput("bad-address", "No store is known for this address; use s3://bucket/path.") from None

    def put(self, workspace: str, content: bytes) -> str:
        """Keep a file; gives its SHA-256."""
        digest = digest_of(content)
        path = self._path(blob_key(workspace, digest))
        with _told(digest):
            self._files.pipe_file(path, content)
        return digest

    def put_all(self, workspace: str, contents: Iterable[bytes]) -> tuple[str, ...]:
        """Keep many files, several at a time where the store can."""
        by_digest = {digest_of(content): content for content in contents}
        with _told(workspace):
            self._files.pipe({self._path(blob_key(workspace, digest)): each for digest, each in by_digest.items()})
        return tuple(by_digest)

    def get(self, workspace: str, digest: str) -> bytes:
        """The file; raises NotFound, or UnreadableInput `damaged-file` when it is not what was kept."""
        path = self._path(blob_key(workspace, digest))
        with _told(digest):
            try:
                content = self._files.cat_file(path)
            except FileNotFoundError:
                raise missing(digest) from None
        return checked(content, digest)

    def list_missing(self, workspace: str, digests: Sequence[str]) -> tuple[str, ...]:
        """Those under which no file lies."""
        with _told(workspace):
            self._files.invalidate_cache()  # other processes keep files too
            return tuple(each for each in digests if not self._files.exists(self._path(blob_key(workspace, each))))

    def remove(self, workspace: str, digest: str) -> None:
        """Forget a file; one that is not there is no error."""
        path = self._path(blob_key(workspace, digest))
        with _told(digest):
            try:
                self._files.rm_file(path)
            except FileNotFoundError:
                return

    def list_digests(self, workspace: str) -> Iterator[str]:
        """The SHA-256 of every file of a workspace, in order."""
        with _told(workspace):
            self._files.invalidate_cache()  # other processes keep files too
            found = self._files.find(self._path(workspace_key(workspace)))
        for path in sorted(found):
            yield path.rsplit("/", 1)[-1]

    def _path(self, key: str) -> str:
        return f"{self._root.rstrip('/')}/{key}"


@contextmanager
def _told(where: str) -> Generator[None]:
    """Say what an object store's fault means, without its own words: they may hold addresses and keys."""
    try:
        yield
    except ResumeCustomizerError:
        raise
    except Exception as fault:  # noqa: BLE001 - each store raises its own, from libraries that are not ours
        kind = type(fault).__name__
        raise Unavailable(
            "object-store", f"The object store did not do it ({kind}). Check its address, keys and network.", where
        ) from None
