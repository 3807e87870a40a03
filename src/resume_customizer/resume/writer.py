"""Write a plan into a resume: the original bytes with new bullets spliced in, and the certificate.

    bytes + ResumeDocument + Plan  ->  write_resume()  ->  bytes + Certificate

Promises:

* Without the inserted ranges the story part is the original, byte for byte; every other member is copied raw.
* What was written is read back from the output before it is handed out; a difference is PromiseBroken, and no output.
* The same input gives the same output bytes.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from resume_customizer import __version__
from resume_customizer.core.certificate import Certificate, CertifiedPart, CertifiedPoint, Insertion, StoredPart
from resume_customizer.core.document import Anchor, ResumeDocument
from resume_customizer.core.errors import Conflict, InvalidInput, NothingToPlace, PromiseBroken, RefusedInput
from resume_customizer.core.planning.plan import Placement, Plan
from resume_customizer.resume.archive import Archive, Member, read_directory
from resume_customizer.resume.archive_splicing import with_payload
from resume_customizer.resume.deflate import COMPRESSOR, crc32, deflate
from resume_customizer.resume.story import find_prefixes
from resume_customizer.resume.template import Revised, counted, new_paragraph
from resume_customizer.resume.xml import Text, escaped, find_forbidden, read_text

TOOL = f"resume-customizer {__version__} ({COMPRESSOR})"
_REVISION_IDS = re.compile(rb"[\s:]id\s*+=\s*+[\"'](\d{1,9})[\"']")
_LAST_ID = 2_147_483_000
_LARGE = 1_000_000
_LINE_ENDS = re.compile("[\t\n\r]")


@dataclass(frozen=True, slots=True)
class Revision:
    """Whose tracked change the insertions are, and when (an aware time)."""

    author: str
    date: datetime


class Written(NamedTuple):
    """A customized file and its certificate."""

    content: bytes
    certificate: Certificate


class Piece(NamedTuple):
    """One new paragraph, for one offset in the story (in bytes of its UTF-8 form)."""

    offset: int
    markup: bytes
    point: int


@dataclass(frozen=True, slots=True)
class Spliced:
    """An output that has not been read back yet, with what it was made of."""

    content: bytes
    archive: Archive
    """The original's."""
    member: Member
    """The original's story part."""
    original: bytes
    story: bytes
    """The story part before and after."""
    insertions: tuple[Insertion, ...]
    places: tuple[Anchor, ...]
    """Where each placement of the plan went."""


def write_resume(
    content: bytes,
    document: ResumeDocument,
    plan: Plan,
    *,
    source: str = "",
    revision: Revision | None = None,
    anchors: dict[int, Anchor] | None = None,
) -> Written:
    """Carry out a plan; `source` names the file that the points came from.

    `anchors` (by paragraph) serve placements that name another bullet than their experience's own anchor.
    Raises Conflict when plan, document and bytes are not of one file, InvalidInput for a placement without a place,
    NothingToPlace for a plan without placements, PromiseBroken when the output is not what was planned.
    """
    digest = sha256(content).hexdigest()
    if not digest == document.sha256 == plan.document_sha256:
        message = "The plan was made for another version of this resume. Make a new plan for this file."
        raise Conflict("stale-plan", message)
    if not plan.placements:
        raise NothingToPlace("nothing-to-place", "The plan places no point.")
    made = splice_resume(content, document, plan, revision=revision, anchors=anchors)
    _read_back(made)
    certificate = Certificate(
        tool=TOOL,
        original_sha256=digest,
        customized_sha256=sha256(made.content).hexdigest(),
        story_part=made.member.name,
        parts=_certified_parts(document, made),
        insertions=made.insertions,
        points=tuple(
            _certified_point(placement, place, source)
            for placement, place in zip(plan.placements, made.places, strict=True)
        ),
        restore=StoredPart(made.archive.payload(made.member), made.member.crc, made.member.size),
        tracked=revision is not None,
    )
    return Written(made.content, certificate)


def splice_resume(
    content: bytes,
    document: ResumeDocument,
    plan: Plan,
    *,
    revision: Revision | None = None,
    anchors: dict[int, Anchor] | None = None,
) -> Spliced:
    """The output without any check of it; `write_resume` adds the checks and the certificate."""
    archive = read_directory(content)  # the same bytes were checked when the document was read
    member = archive.by_name[document.story_part]
    original = archive.read(member)
    text = read_text(original, member.name)
    places = tuple(_anchor_of(placement, document, anchors or {}) for placement in plan.placements)
    _check_points(plan)
    pieces = _pieces(plan, places, document, _revised(revision, text, member.name) if revision else None)
    story, insertions = splice(text, pieces)
    payload = deflate(story) if member.method else story
    output = with_payload(archive, member, payload, crc32(story), len(story))
    return Spliced(output, archive, member, original, story, insertions, places)


def _check_points(plan: Plan) -> None:
    """Refuse a point that no paragraph can hold as it is; raises InvalidInput."""
    for row, placement in enumerate(plan.placements, 1):
        forbidden = _forbidden_in(placement.point)
        if forbidden:
            message = f"The point holds a character that a bullet can't hold (U+{ord(forbidden):04X})."
            raise InvalidInput("bad-point", message, f"placements row {row}")
        if not placement.point.strip():
            raise InvalidInput("bad-point", "The point is empty.", f"placements row {row}")


def _forbidden_in(text: str) -> str | None:
    """The first character that can't stand in a line of a document."""
    if text.isprintable():
        return None
    found = _LINE_ENDS.search(text)
    return found[0] if found else find_forbidden(text)


def _anchor_of(placement: Placement, document: ResumeDocument, anchors: dict[int, Anchor]) -> Anchor:
    """Where one placement goes."""
    if placement.after is not None and placement.after in anchors:
        return anchors[placement.after]
    if not 0 <= placement.experience < len(document.experiences):
        raise InvalidInput(
            "no-such-experience",
            f"The resume has {len(document.experiences)} experiences; {placement.experience} is none of them.",
        )
    anchor = document.experiences[placement.experience].anchor
    if anchor is None or placement.after not in (None, anchor.after):
        raise InvalidInput(
            "no-place", f"There is no place for {placement.point[:60]!r} under experience {placement.experience}."
        )
    return anchor


def _pieces(plan: Plan, places: Sequence[Anchor], document: ResumeDocument, revised: Revised | None) -> list[Piece]:
    """The new paragraphs, each with its offset, in document order; points of one place keep the plan's order."""
    pieces = []
    free = document.free_paragraph_id
    there: Counter[int] = Counter()
    for number, (placement, place) in enumerate(zip(plan.placements, places, strict=True)):
        for splice in place.splices:
            serial = len(pieces)
            change = revised._replace(first_id=revised.first_id + 2 * serial) if revised else None
            template = counted(splice.template, there[splice.offset])
            there[splice.offset] += 1
            pieces.append(Piece(splice.offset, new_paragraph(template, placement.point, free + serial, change), number))
    return sorted(pieces, key=lambda piece: piece.offset)


def splice(text: Text, pieces: Sequence[Piece]) -> tuple[bytes, tuple[Insertion, ...]]:
    """The new story part in the original's encoding, and where each insertion stands in it; pieces by offset."""
    parts: list[bytes | memoryview] = [text.lead]
    insertions = []
    at, length = 0, len(text.lead)
    whole = memoryview(text.utf8)
    for piece in pieces:
        before, markup = text.encode(whole[at : piece.offset]), text.encode(piece.markup)
        insertions.append(Insertion(length + len(before), len(markup), piece.point))
        parts += (before, markup)
        length += len(before) + len(markup)
        at = piece.offset
    parts.append(text.encode(whole[at:]))
    return b"".join(parts), tuple(insertions)


def _revised(revision: Revision, text: Text, name: str) -> Revised:
    """The attributes that every tracked insertion carries, and revision ids that the story does not use."""
    if not revision.author.strip() or _forbidden_in(revision.author):
        message = "The author of tracked changes needs a name on one line, without control characters."
        raise InvalidInput("bad-author", message)
    prefix = find_prefixes(text, name).attribute
    if not prefix:
        message = "The document has no name for the attributes of tracked changes. Write it without them."
        raise RefusedInput("no-tracking", message)
    highest = max((int(found) for found in _REVISION_IDS.findall(text.utf8)), default=0)
    author = escaped(revision.author).replace(b'"', b"&quot;")
    moment = revision.date.isoformat(timespec="seconds").replace("+00:00", "Z").encode()
    return Revised(author, moment, min(highest + 1, _LAST_ID), prefix)


def _certified_parts(document: ResumeDocument, made: Spliced) -> tuple[CertifiedPart, ...]:
    """Every part's digest before and after; only the story part's differs."""
    changed = sha256(made.story).hexdigest()
    return tuple(
        CertifiedPart(part.name, part.sha256, changed if part.name == made.member.name else part.sha256)
        for part in document.parts
    )


def _certified_point(placement: Placement, place: Anchor, source: str) -> CertifiedPoint:
    return CertifiedPoint(
        text=placement.point,
        technology=placement.technology,
        source=source,
        line=placement.line,
        experience=placement.experience,
        after=place.after_text,
        rule=placement.rule,
        reason=placement.reason,
    )


def _read_back(made: Spliced) -> None:
    """Open what was made and hold it against the original; raises PromiseBroken when it is not as planned."""
    archive = read_directory(made.content)
    if [each.name for each in archive.members] != [each.name for each in made.archive.members]:
        raise PromiseBroken("members-differ", "The output lost or moved a part; nothing was written.")
    member = archive.by_name[made.member.name]
    if member.size > _LARGE:  # never two copies of it in memory
        same = archive.digest(member) == sha256(made.story).hexdigest()
    else:
        same = archive.read(member) == made.story
    if not same or not is_without(made.story, made.insertions, made.original):
        message = "The output is not the original plus the new points; nothing was written."
        raise PromiseBroken("not-additive", message)


def is_without(story: bytes, insertions: Sequence[Insertion], original: bytes) -> bool:
    """Whether a customized story part with its insertions taken out is the original, byte for byte."""
    whole = memoryview(story)
    at = kept = 0
    for insertion in sorted(insertions, key=lambda each: each.start):
        if insertion.start < at or not original.startswith(whole[at : insertion.start], kept):
            return False
        kept += insertion.start - at
        at = insertion.start + insertion.length
    return original.startswith(whole[at:], kept) and kept + len(story) - at == len(original)
