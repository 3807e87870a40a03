"""Secrets in the database: AES-256-GCM with a ring of keys.

    Secret + its place (table, column, row)  ->  seal()  ->  rcp1.<key id>.<nonce, ciphertext>  ->  open()  ->  Secret
    keys of RCP_SECRET_KEYS or a file  ->  read_key_ring()  ->  KeyRing: the first key seals, all of them open

The place is bound into the seal, so that a sealed text which is copied to another row, column or table does not open.
Keys change in three steps, while everything runs: put a new key in front, `reseal` all rows, take the old key away
once nothing needs it. Keys for other uses (tokens, heads of audit trails) are derived, one for each purpose (HKDF,
RFC 5869).

Promises (tests in tests/infrastructure/test_secrets.py):

* What was sealed for one place opens there only, and one changed character anywhere stops it from opening.
* The same text is sealed differently each time; nonces do not repeat.
* After a key was added everything still opens; after resealing the old key can go.
* Production does not start without a key, with the well-known one of development, or with a weak one.
* Neither a key nor a secret shows in a representation or an error.
"""

import base64
import hashlib
import hmac
import os
import re
import stat
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from resume_customizer.core.audit import canonical_json
from resume_customizer.core.errors import InvalidInput, Unavailable, UnreadableInput
from resume_customizer.core.secret_text import Place, Secret

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES: Final = 32
_VERSION: Final = "rcp1"
_NONCE_BYTES: Final = 12
_TAG_BYTES: Final = 16
_SEALED: Final = re.compile(r"rcp1\.([a-z0-9-]{1,32})\.([A-Za-z0-9_-]+)")
_BETWEEN_KEYS: Final = re.compile(r"[\s,]+")
_KEY: Final = re.compile(r"([a-z0-9-]{1,32}):([A-Za-z0-9+/_-]{43}=?)")
DEVELOPMENT_KEY: Final = (
    "development:" + base64.b64encode(hashlib.sha256(b"resume customizer development").digest()).decode()
)
"""Everybody can read it here: it is for trying things out, and production refuses it."""
HOW_TO_MAKE_ONE: Final = "Make one with `resume-customizer key secret ID` and keep a copy apart from the backups."


class KeyRing:
    """The keys of an installation, by their ids; the first is the one that seals."""

    __slots__ = ("_current", "_keys", "_sealing")

    def __init__(self, keys: Mapping[str, bytes]) -> None:
        """Raises InvalidInput `bad-keys`."""
        if not keys or any(len(key) != KEY_BYTES for key in keys.values()):
            raise InvalidInput("bad-keys", f"A key ring needs keys of {KEY_BYTES} bytes each.")
        self._keys = dict(keys)
        self._current = next(iter(keys))
        self._sealing: dict[str, AESGCM] = {}

    @property
    def current(self) -> str:
        """The id of the key that seals."""
        return self._current

    def seal(self, secret: Secret, place: Place) -> str:
        """What is stored; it opens at this place only."""
        nonce = os.urandom(_NONCE_BYTES)
        text = secret.reveal().encode("utf-8", "surrogatepass")
        sealed = self._cipher(self._current).encrypt(nonce, text, _bound(self._current, place))
        return f"{_VERSION}.{self._current}.{base64.urlsafe_b64encode(nonce + sealed).decode().rstrip('=')}"

    def open(self, sealed: str, place: Place) -> Secret:
        """The secret; raises Unavailable `missing-key` or UnreadableInput `damaged-secret`."""
        from cryptography.exceptions import InvalidTag

        key_id, content = _parts(sealed, place)
        if key_id not in self._keys:
            raise Unavailable(
                "missing-key",
                f"A stored secret needs the key “{key_id}”, which this installation does not have.",
                _where(place),
            )
        try:
            text = self._cipher(key_id).decrypt(content[:_NONCE_BYTES], content[_NONCE_BYTES:], _bound(key_id, place))
        except InvalidTag:
            raise _damaged(place) from None
        return Secret(text.decode("utf-8", "surrogatepass"))

    def is_current(self, sealed: str) -> bool:
        """Whether it is sealed with the key that seals now."""
        return sealed.startswith(f"{_VERSION}.{self._current}.")

    def reseal(self, sealed: str, place: Place) -> str:
        """The same secret sealed with the current key; the same text when it is so already."""
        return sealed if self.is_current(sealed) else self.seal(self.open(sealed, place), place)

    def derived(self, purpose: str) -> dict[str, bytes]:
        """A key of 32 bytes for another purpose from each key, by key id, the current one first."""
        return {key_id: _hkdf(key, purpose) for key_id, key in self._keys.items()}

    def fingerprints(self) -> dict[str, str]:
        """What tells keys of the same id apart without telling the keys."""
        return {key_id: key.hex()[:16] for key_id, key in self.derived("fingerprint").items()}

    def __repr__(self) -> str:
        return f"KeyRing({', '.join(self._keys)})"

    def __reduce_ex__(self, protocol: object) -> str:
        message = "Keys are not written anywhere."
        raise TypeError(message)

    def _cipher(self, key_id: str) -> "AESGCM":
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if key_id not in self._sealing:
            self._sealing[key_id] = AESGCM(_hkdf(self._keys[key_id], "sealing"))
        return self._sealing[key_id]


def new_key(key_id: str) -> str:
    """A line for RCP_SECRET_KEYS with a new random key; raises InvalidInput for an id that can't be one."""
    line = f"{key_id}:{base64.b64encode(os.urandom(KEY_BYTES)).decode()}"
    if not _KEY.fullmatch(line):
        raise InvalidInput("bad-key-id", "A key's id has 1 to 32 small letters, digits and hyphens, e.g. 2026-11.")
    return line


def read_key_ring(text: str, file: Path | None = None, *, production: bool) -> KeyRing:
    """The keys in `text` or, when it is empty, in `file`: `id:key` in base 64, separated by commas or lines.

    Raises Unavailable with what is wrong and what to do. Without any key, development gets the well-known one.
    """
    if not text.strip() and file is not None:
        text = _file_text(file, production=production)
    if not text.strip():
        if production:
            raise Unavailable("no-keys", f"No key for secrets is set in RCP_SECRET_KEYS. {HOW_TO_MAKE_ONE}")
        text = DEVELOPMENT_KEY
    keys = _read_keys(text)
    if production and _key_of(DEVELOPMENT_KEY) in keys.values():
        raise Unavailable("default-key", f"The key of development is no secret; set another one. {HOW_TO_MAKE_ONE}")
    return KeyRing(keys)


def _read_keys(text: str) -> dict[str, bytes]:
    keys: dict[str, bytes] = {}
    for number, line in enumerate(filter(None, _BETWEEN_KEYS.split(text)), 1):
        found = _KEY.fullmatch(line)
        if not found:
            raise Unavailable(
                "bad-keys", f"Key {number} is not like id:key with 32 bytes in base 64. {HOW_TO_MAKE_ONE}"
            )
        if found[1] in keys:
            raise Unavailable("bad-keys", f"Two keys have the id “{found[1]}”; each needs its own.")
        key = _key_of(line)
        if len(set(key)) < 8:
            raise Unavailable("weak-key", f"The key “{found[1]}” is not random. {HOW_TO_MAKE_ONE}")
        keys[found[1]] = key
    return keys


def _key_of(line: str) -> bytes:
    encoded = line.partition(":")[2].rstrip("=").replace("-", "+").replace("_", "/")
    return base64.b64decode(encoded + "=")


def _file_text(file: Path, *, production: bool) -> str:
    try:
        if production and sys.platform != "win32" and stat.S_IMODE(file.stat().st_mode) & 0o077:
            raise Unavailable("open-key-file", "Others can read the key file; run: chmod 600 on it.", str(file))
        return file.read_text("ascii")
    except FileNotFoundError:
        raise Unavailable("no-keys", f"The key file is not there. {HOW_TO_MAKE_ONE}", str(file)) from None
    except (OSError, UnicodeDecodeError):
        raise Unavailable("bad-keys", "The key file can't be read.", str(file)) from None


def _parts(sealed: str, place: Place) -> tuple[str, bytes]:
    """Key id, and nonce with ciphertext."""
    found = _SEALED.fullmatch(sealed)
    if not found:
        raise _damaged(place)
    content = base64.urlsafe_b64decode(found[2] + "=" * (-len(found[2]) % 4)) if len(found[2]) % 4 != 1 else b""
    canonical = base64.urlsafe_b64encode(content).decode().rstrip("=") == found[2]
    if not canonical or len(content) < _NONCE_BYTES + _TAG_BYTES:
        raise _damaged(place)
    return found[1], content


def _bound(key_id: str, place: Place) -> bytes:
    return canonical_json([_VERSION, key_id, *place])


def _damaged(place: Place) -> UnreadableInput:
    return UnreadableInput("damaged-secret", "A stored secret is damaged or was moved; set it anew.", _where(place))


def _where(place: Place) -> str:
    return f"{place.table}.{place.column}"


def _hkdf(key: bytes, purpose: str) -> bytes:
    """HKDF with SHA-256 and one block: extract without salt, expand for the purpose."""
    extracted = hmac.new(bytes(32), key, hashlib.sha256).digest()
    return hmac.new(extracted, f"resume-customizer {purpose}\x01".encode(), hashlib.sha256).digest()
