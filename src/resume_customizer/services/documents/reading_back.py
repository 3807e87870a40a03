"""Read a customized resume back as other programs do, and hold that against the original.

    original + customized + certificate  ->  read_back()  ->  Reading, Reading, …, one for each reader

Readers come from outside: each is a program or library that turns a file into text in its own way.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from resume_customizer.core.certificate import Certificate
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.reading_back import Added, Reading, hold_readings


class TextReader(Protocol):
    """Something that reads the text of a DOCX."""

    @property
    def name(self) -> str:
        """What a person calls it."""
        ...

    @property
    def is_paged(self) -> bool:
        """Whether it reads pages, with their margins."""
        ...

    def read(self, content: bytes, /) -> str:
        """The text; raises UnreadableInput or Unavailable."""
        ...


@dataclass(frozen=True, slots=True)
class NotRead:
    """A reader that could not read the original to begin with, or failed on the way, and why."""

    reader: str
    reason: str


def read_back(
    original: bytes, customized: bytes, certificate: Certificate, readers: Iterable[TextReader]
) -> Iterator[Reading | NotRead]:
    """What each reader makes of both files, as soon as it has."""
    added = [Added(point.text, point.after) for point in certificate.points]
    for reader in readers:
        try:
            before, after = reader.read(original), reader.read(customized)
        except ResumeCustomizerError as fault:
            yield NotRead(reader.name, fault.message)
        else:
            yield hold_readings(reader.name, before, after, added, is_paged=reader.is_paged)


def reading_to_json(found: Reading | NotRead) -> dict[str, Any]:
    """One reader's result, for other programs."""
    if isinstance(found, NotRead):
        return {"reader": found.reader, "holds": None, "reason": found.reason}
    return {"holds": found.holds, **{name: _plain(value) for name, value in found._asdict().items()}}


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
