"""What a bad input is to the tests, and the honest resume that most of them are made from.

honest_members()  ->  replaced / without / zip_bytes  ->  HostileFile
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from builders.docx import Blocks, Member, bold, bullets, docx_members, heading, line, zip_docx
from builders.zips import zip_bytes

STORY = "word/document.xml"


@dataclass(frozen=True, slots=True)
class HostileFile:
    """An input that does harm, or looks as if it did.

    "refused": an InvalidInput error with this `code`, the file untouched. "accepted": it is read like any resume;
    whether it has a place for a point is another matter.
    """

    name: str
    make: Callable[[], bytes]
    expected: Literal["refused", "accepted"]
    code: str | None = None

    @property
    def data(self) -> bytes:
        """The bytes, made anew at each call: some are large."""
        return self.make()


def refused(name: str, code: str, make: Callable[[], bytes]) -> HostileFile:
    """An input that must be refused with this code."""
    return HostileFile(name, make, "refused", code)


def accepted(name: str, make: Callable[[], bytes]) -> HostileFile:
    """An input that looks odd and must still work."""
    return HostileFile(name, make, "accepted")


def honest_body(*further: Blocks) -> tuple[Blocks, ...]:
    """A short honest resume."""
    return (
        line("Petra Vandersloot", bold=True, size=18),
        line("petra.vandersloot@example.com | 555-0102"),
        heading("Experience"),
        line(bold("Harrow & Finch Insurance"), " | Java Developer | Jan 2021 – Present"),
        bullets("Built claim services in Java.", "Tuned slow queries in Oracle."),
        *further,
        heading("Education"),
        line("B.S. in Computer Science, Westmere State University, 2018"),
    )


def honest_members(*further: Blocks, **form: object) -> list[Member]:
    """The members of that resume's package."""
    return docx_members(*honest_body(*further), **form)  # ty: ignore[invalid-argument-type]


def honest_docx(*further: Blocks, **form: object) -> bytes:
    """That resume as a file."""
    return zip_docx(honest_members(*further, **form))


def with_member(name: str, data: bytes, members: Sequence[Member] | None = None) -> bytes:
    """The honest file with one member's bytes replaced, or a member added at the end."""
    honest = list(members or honest_members())
    if any(member.name == name for member in honest):
        return zip_bytes([replace(member, data=data) if member.name == name else member for member in honest])
    return zip_bytes([*honest, Member(name, data)])


def with_story(change: Callable[[bytes], bytes]) -> bytes:
    """The honest file with its story part changed."""
    return with_member(STORY, change(story_of(honest_members())))


def altered(name: str, **fields: object) -> bytes:
    """The honest file with other header fields for one member, e.g. `crc=0`."""
    return zip_bytes(replace(member, **fields) if member.name == name else member for member in honest_members())


def without(*names: str) -> bytes:
    """The honest file without these members."""
    return zip_bytes(member for member in honest_members() if member.name not in names)


def story_of(members: Sequence[Member]) -> bytes:
    """The story part's bytes."""
    return next(member.data for member in members if member.name == STORY)
