"""The certificate: what was inserted where, that nothing else changed, and how to get the original back.

    write_resume()  ->  Certificate  <->  JSON  ->  verify(), undo()

It holds text of the resume (the original's packed main part): keep it as private as the resume itself.
"""

import base64
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from resume_customizer.core.errors import UnreadableInput

CERTIFICATE_VERSION = 1
_MOST = 100_000
"""Parts, insertions and points: more than any document has."""


class CertifiedPart(NamedTuple):
    """One member of the package, before and after."""

    name: str
    sha256_before: str
    sha256_after: str


class Insertion(NamedTuple):
    """One inserted element: bytes `start` to `start + length` of the customized story part."""

    start: int
    length: int
    point: int
    """Position in `points`."""


class CertifiedPoint(NamedTuple):
    """Where one inserted sentence comes from."""

    text: str
    technology: str
    source: str
    """Name of the file it was read from; empty when it was not a file."""
    line: int
    experience: int
    after: str
    """The bullet that it follows."""
    rule: str
    reason: str


class StoredPart(NamedTuple):
    """What the original ZIP needs to be rebuilt: the story part as it was packed."""

    payload: bytes
    crc: int
    size: int


@dataclass(frozen=True, slots=True)
class Certificate:
    """One customization, stated so that anybody can check it without us."""

    tool: str
    original_sha256: str
    customized_sha256: str
    story_part: str
    parts: tuple[CertifiedPart, ...]
    insertions: tuple[Insertion, ...]
    points: tuple[CertifiedPoint, ...]
    restore: StoredPart
    tracked: bool = False
    """The insertions are Word revisions that can be accepted or rejected one by one."""
    version: int = CERTIFICATE_VERSION


_Record = TypeVar("_Record", Certificate, CertifiedPart, Insertion, CertifiedPoint, StoredPart)


def certificate_to_json(certificate: Certificate) -> dict[str, Any]:
    """The certificate as JSON values; bytes become base64."""
    values = {name: getattr(certificate, name) for name in Certificate.__slots__}
    for name in ("parts", "insertions", "points"):
        values[name] = [each._asdict() for each in values[name]]
    stored = certificate.restore
    values["restore"] = stored._asdict() | {"payload": base64.b64encode(stored.payload).decode()}
    return values


def _checked(record: _Record) -> _Record:
    """The record, when each value is of its kind, and each text one that can be shown; raises TypeError, ValueError."""
    for name, kind in type(record).__annotations__.items():
        value = getattr(record, name)
        if isinstance(kind, type) and type(value) is not kind:
            raise TypeError(name)
        if isinstance(value, str):
            value.encode()  # no half of a surrogate pair
    return record


def parse_certificate(values: object) -> Certificate:
    """A certificate from JSON values; raises UnreadableInput when it is not one."""
    try:
        return _parsed(values)
    except (KeyError, TypeError, ValueError, AttributeError):
        message = "This is not a certificate of this program. It was written beside the customized file, as "
        raise UnreadableInput("bad-certificate", f"{message}NAME.docx.certificate.json.") from None


def _parsed(values: Any) -> Certificate:  # noqa: ANN401 - it is what JSON gave
    given = dict(values)
    if "restore" in given and given["version"] != CERTIFICATE_VERSION:
        raise UnreadableInput(
            "bad-certificate", f"The certificate is of version {str(given['version'])[:20]}; a newer program reads it."
        )
    if any(len(values[name]) > _MOST for name in ("parts", "insertions", "points")):
        raise UnreadableInput("bad-certificate", "The certificate names more than any document holds.")
    given["parts"] = tuple(_checked(CertifiedPart(**part)) for part in values["parts"])
    given["insertions"] = tuple(_checked(Insertion(**insertion)) for insertion in values["insertions"])
    given["points"] = tuple(_checked(CertifiedPoint(**point)) for point in values["points"])
    stored = dict(values["restore"])
    stored["payload"] = base64.b64decode(stored["payload"], validate=True)
    given["restore"] = _checked(StoredPart(**stored))
    return _checked(Certificate(**given))
