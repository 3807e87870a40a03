"""Points put behind any paragraph of a document, without understanding it: for tests of what writes and what verifies.

document bytes + words of a paragraph + sentences  ->  put()  ->  Written(bytes, certificate)
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256

from resume_customizer.core.document import Anchor, Part, ResumeDocument
from resume_customizer.core.planning.plan import Placement, Plan
from resume_customizer.resume.reader import OpenDocument, _free_paragraph_id, anchor_at, open_document
from resume_customizer.resume.writer import Revision, Written, write_resume

REVIEWER = Revision("Ines Calder", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
A_POINT = "Moved billing to Kafka."


def put(
    content: bytes, after: int | str | Sequence[int | str], *points: str, revision: Revision | None = None
) -> Written:
    """The points (one unless told) behind a paragraph, named by its position or its first words; or behind several."""
    opened = open_document(content)
    places = [after] if isinstance(after, int | str) else after
    anchors = {at: anchor_at(opened, at) for at in (position_of(opened, place) for place in places)}
    placements = tuple(Placement(point, "Kafka", 1, 0, at) for at in anchors for point in points or (A_POINT,))
    facts = facts_of(content, opened)
    return write_resume(content, facts, Plan(facts.sha256, placements), revision=revision, anchors=anchors)


def anchor_in(content: bytes, after: int | str) -> Anchor:
    """The anchor behind a paragraph."""
    opened = open_document(content)
    return anchor_at(opened, position_of(opened, after))


def position_of(opened: OpenDocument, place: int | str) -> int:
    """The position of the first paragraph whose text begins with these words."""
    if isinstance(place, int):
        return place
    return next(line.index for line in opened.lines if line.body.startswith(place))


def facts_of(content: bytes, opened: OpenDocument) -> ResumeDocument:
    """What the writer needs to know of a document in which nothing was understood."""
    archive = opened.package.archive
    return ResumeDocument(
        sha256=sha256(content).hexdigest(),
        story_part=opened.package.story.name,
        sections=(),
        experiences=(),
        lines=(),
        notices=(),
        parts=tuple(Part(member.name, archive.digest(member)) for member in archive.members),
        free_paragraph_id=_free_paragraph_id(opened.story.text.utf8),
    )
