"""Read a resume: bytes in, everything that the product knows about the document out.

    bytes  ->  open_package  ->  open_story  ->  read_lines  ->  understand  ->  anchors  ->  ResumeDocument

The same bytes always give the same document. Nothing is changed, fetched or run.
"""

import re
from hashlib import sha256
from itertools import chain, takewhile
from typing import NamedTuple

from resume_customizer.core.document import Anchor, Bullet, Experience, Part, ResumeDocument
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.notices import Notice
from resume_customizer.core.planning.plan import experience_title
from resume_customizer.core.planning.receivers import passed_over_notice
from resume_customizer.resume.anchors import Counts, kind_of, make_anchor
from resume_customizer.resume.counted import read_counts
from resume_customizer.resume.line_reader import read_lines
from resume_customizer.resume.lines import Line
from resume_customizer.resume.marks_apart import has_mark_apart
from resume_customizer.resume.numbering import Numbering
from resume_customizer.resume.package import NO_PERMISSIONS, Package, Permissions, open_package
from resume_customizer.resume.story import Story, open_story, word_prefix
from resume_customizer.resume.styles import Styles
from resume_customizer.resume.understanding import FoundExperience, understand
from resume_customizer.resume.xml import read_text

_IDS = re.compile(rb"paraId\s*=\s*[\"']([0-9A-Fa-f]{1,8})[\"']")
_ID_ROOM = 100_000


class OpenDocument(NamedTuple):
    """A DOCX with its paragraphs read: what understanding and anchors work on."""

    package: Package
    story: Story
    lines: tuple[Line, ...]


def open_document(content: bytes, permissions: Permissions = NO_PERMISSIONS) -> OpenDocument:
    """Read all paragraphs of a DOCX; raises UnreadableInput or RefusedInput with the reason and the way out."""
    package = open_package(content, permissions)
    story = open_story(package)
    styles = Styles(*_markup(package, "styles"))
    numbering = Numbering(*_markup(package, "numbering"), styles)
    return OpenDocument(package, story, read_lines(story, styles, numbering))


def read_resume(content: bytes, permissions: Permissions = NO_PERMISSIONS) -> ResumeDocument:
    """Understand a resume; raises UnreadableInput or RefusedInput with the reason and the way out."""
    return read_opened(content, open_document(content, permissions))


def read_opened(content: bytes, document: OpenDocument) -> ResumeDocument:
    """Understand a resume whose paragraphs have been read."""
    lines = document.lines
    understanding = understand(lines)
    all_bullets = tuple(chain.from_iterable(found.bullets for found in understanding.experiences))
    counts = [read_counts(lines, found.bullets) for found in understanding.experiences]
    experiences = tuple(
        _experience(document, found, all_bullets, count)
        for found, count in zip(understanding.experiences, counts, strict=True)
    )
    leads = {at: len(each.lead) for count in counts for at, each in count.items()}
    return ResumeDocument(
        sha256=sha256(content).hexdigest(),
        story_part=document.package.story.name,
        sections=understanding.sections,
        experiences=experiences,
        lines=tuple(
            " ".join((line.text[leads[line.index] :] if line.index in leads else line.body).split())
            for line in lines
            if line.text and not line.fallback and not line.text.isspace()
        ),
        notices=(*document.package.notices, *understanding.notices, *_anchor_notices(experiences, lines)),
        parts=_parts(document.package),
        free_paragraph_id=_free_paragraph_id(document.story.text.utf8),
    )


def anchor_at(document: OpenDocument, after: int, models: tuple[int, ...] = ()) -> Anchor:
    """The anchor behind any paragraph, looking like the models, or like itself without any; raises InvalidInput."""
    if not 0 <= after < len(document.lines):
        raise InvalidInput(
            "no-such-paragraph", f"The document has {len(document.lines)} paragraphs.", f"paragraph {after + 1}"
        )
    lines = document.lines
    line = lines[after]
    if line.fallback and line.twin is not None:
        line = lines[line.twin]
    alike = (
        each.index
        for each in lines
        if each.container == line.container and kind_of(each) == kind_of(line) and each.text.strip()
    )
    anchor = make_anchor(document.story, lines, line.index, models or (line.index, *alike))
    if anchor is None:
        raise InvalidInput("no-place", "A bullet can't be put behind this paragraph.", f"paragraph {after + 1}")
    return anchor


def _markup(package: Package, kind: str) -> tuple[bytes, bytes]:
    """A part that the story refers to, as UTF-8, and its prefix of WordprocessingML; empty without the part."""
    content = package.read_related(kind)
    if content is None:
        return b"", b"w:"
    text = read_text(content, package.related[kind])
    return text.utf8, word_prefix(text)


def _experience(
    document: OpenDocument, found: FoundExperience, all_bullets: tuple[int, ...], counts: Counts
) -> Experience:
    """One experience with its anchor, as plain data."""
    lines = document.lines
    anchor, reason = _anchor(document, found, all_bullets, counts)
    return Experience(
        kind=found.kind,
        role=found.role,
        company=found.company,
        location=found.location,
        start=found.start,
        end=found.end,
        header=tuple(_level(lines[index].text) for index in found.header),
        bullets=tuple(Bullet(index, _level(lines[index].body)) for index in found.bullets),
        environment=_level(lines[found.environment].text) if found.environment is not None else None,
        confidence=found.confidence,
        anchor=anchor,
        no_anchor_reason=reason,
        text="\n".join(lines[index].text for index in found.body),
    )


def _anchor(
    document: OpenDocument, found: FoundExperience, all_bullets: tuple[int, ...], counts: Counts
) -> tuple[Anchor | None, str]:
    """Behind the last bullet, looking like the bullets there; without bullets, where and like the next best."""
    if found.insert_after is not None:
        models = tuple(at for at in found.bullets if at in counts) or found.bullets
        anchor = make_anchor(document.story, document.lines, found.insert_after, models, counts)
        return anchor, "" if anchor else "its last bullet stands where no other paragraph can follow"
    if found.after_header is None:
        return None, "it has no line that a bullet could follow"
    empty = _empty_items(document.lines, found.after_header)
    if empty:
        anchor = make_anchor(document.story, document.lines, empty[-1], empty)
    else:
        anchor = make_anchor(document.story, document.lines, found.after_header, all_bullets)
    if anchor is None and _is_plain_text(document.lines[found.after_header], found):
        anchor = make_anchor(document.story, document.lines, found.after_header, (found.after_header,))
    reason = "it has no bullets, and no other experience's bullets stand beside it to borrow their look"
    return anchor, "" if anchor else reason


def _is_plain_text(line: Line, found: FoundExperience) -> bool:
    """Whether the line that points would follow is body text, like "Project details:", that they may look like."""
    return line.index not in found.header and not line.bold and bool(line.text.strip())


def _empty_items(lines: tuple[Line, ...], after: int) -> tuple[int, ...]:
    """The list items without text that follow a header: bullets that wait to be filled in, as templates have them."""
    blank = takewhile(lambda line: not line.text.strip(), lines[after + 1 :])
    return tuple(line.index for line in blank if line.item is not None and not line.fallback)


def _anchor_notices(experiences: tuple[Experience, ...], lines: tuple[Line, ...]) -> list[Notice]:
    """Which experiences can't receive points, and where added ones may not all be seen."""
    notices = []
    for at, experience in enumerate(experiences):
        where, anchor = f"experience {at}", experience.anchor
        if anchor is None:
            notices.append(passed_over_notice(at, experience))
        elif lines[anchor.after].box is not None:
            title = experience_title(experience, at)
            message = f"“{title}” stands in a text box; after adding points, see whether it is still tall enough."
            notices.append(Notice("in-text-box", message, where))
        if anchor is not None and has_mark_apart(lines, anchor.after):
            title = experience_title(experience, at)
            message = f"The marks of “{title}” stand in a table column of their own; put one beside each added point."
            notices.append(Notice("marks-apart", message, where))
    return notices


def _parts(package: Package) -> tuple[Part, ...]:
    """Every member with the SHA-256 of its unpacked bytes."""
    archive = package.archive
    return tuple(Part(member.name, archive.digest(member)) for member in archive.members)


def _free_paragraph_id(markup: bytes) -> int:
    """The first of a run of paragraph ids that the story does not use; ids are below 0x80000000 ([MS-DOCX] 2.6.2.3)."""
    used = sorted({int(found, 16) for found in _IDS.findall(markup)})
    high = _free_from(0x10000000, used)
    return high if high + _ID_ROOM <= 0x80000000 else _free_from(1, used)


def _free_from(candidate: int, used: list[int]) -> int:
    for value in used:
        if value >= candidate + _ID_ROOM:
            break
        candidate = max(candidate, value + 1)
    return candidate


def _level(text: str) -> str:
    return " ".join(text.split())
