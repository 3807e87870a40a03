"""Names of stored files: by workspace, then by content.

    workspace id + SHA-256  ->  blob_key()  ->  `<workspace>/ab/abcdef…`

The workspace comes first, so that the same file in two workspaces is stored twice: that a file is there already would
tell one workspace what another one has.
"""

import re
from hashlib import sha256

from resume_customizer.core.errors import InvalidInput, NotFound, UnreadableInput

_WORKSPACE = re.compile(r"[0-9a-z][0-9a-z-]{0,63}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def digest_of(content: bytes) -> str:
    """The SHA-256 of the content, in hexadecimal digits."""
    return sha256(content).hexdigest()


def workspace_key(workspace: str) -> str:
    """The workspace's id, when it can be the name of a folder; raises InvalidInput otherwise."""
    if not _WORKSPACE.fullmatch(workspace):
        raise InvalidInput("bad-workspace", "This is no id of a workspace.")
    return workspace


def blob_key(workspace: str, digest: str) -> str:
    """Where a file lies; raises InvalidInput for ids that are none."""
    if not _DIGEST.fullmatch(digest):
        raise InvalidInput("bad-digest", "This is no SHA-256.")
    return f"{workspace_key(workspace)}/{digest[:2]}/{digest}"


def checked(content: bytes, digest: str) -> bytes:
    """The content, when it is what its name says; raises UnreadableInput otherwise."""
    if digest_of(content) != digest:
        raise UnreadableInput(
            "damaged-file",
            "This stored file has changed on its disk and is not used. Restore it from a backup.",
            digest,
        )
    return content


def missing(digest: str) -> NotFound:
    """The error for a file that is not there."""
    return NotFound("no-such-file", "This stored file is not there.", digest)
