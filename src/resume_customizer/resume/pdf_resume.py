"""A resume that is a PDF: understood like any other, but nothing can be added to it.

    bytes  ->  lines of the text layer  ->  wrapped lines joined  ->  understand()  ->  ResumeDocument without anchors

A PDF keeps where each character stands, not what is a paragraph. Lines are joined by what they say and how long they
are, so that the reading is less sure than that of a Word file, and a notice says so.

Promises (tests in tests/resume/test_pdf_resume.py):

* Experiences, bullets and sections are those of the same resume in Word.
* No experience receives points, and each says why and what to do.
"""

from collections.abc import Sequence
from hashlib import sha256

from resume_customizer.core.document import Bullet, Experience, ResumeDocument
from resume_customizer.core.notices import Notice
from resume_customizer.resume.lines import Line
from resume_customizer.resume.pdf import read_pdf
from resume_customizer.resume.symbols import typed_marker
from resume_customizer.resume.understanding import FoundExperience, understand

NO_ANCHOR = "it is a PDF, in which nothing can be put between lines; use the Word file (.docx) it came from"
_FULL = 0.75
"""A line of at least this share of the longest one may go on in the next."""
_NOTICE = Notice(
    "pdf-resume",
    "A PDF holds no paragraphs, so that bullets and headings were told by their words alone. "
    "It can be read, not customized.",
)


def read_pdf_resume(content: bytes) -> ResumeDocument:
    """Understand a resume that is a PDF; raises UnreadableInput with the reason and the way out."""
    texts = _joined(read_pdf(content).lines)
    lines = [Line(at, text, typed_marker(text)) for at, text in enumerate(texts)]
    understanding = understand(lines)
    return ResumeDocument(
        sha256=sha256(content).hexdigest(),
        story_part="",
        sections=understanding.sections,
        experiences=tuple(_experience(lines, found) for found in understanding.experiences),
        lines=tuple(" ".join(line.body.split()) for line in lines if line.text.strip()),
        notices=(_NOTICE, *understanding.notices),
        parts=(),
        free_paragraph_id=0,
    )


def _joined(lines: Sequence[str]) -> list[str]:
    """Bullets and sentences that go over several lines, as one each."""
    longest = max(map(len, lines), default=0)
    joined: list[str] = []
    above = ""
    """The last line as it stands in the PDF."""
    for line in lines:
        text = line.strip()
        if joined and text and above and _goes_on(above, joined[-1], text, longest):
            joined[-1] = f"{joined[-1]} {text}"
        else:
            joined.append(text)
        above = text
    return joined


def _goes_on(above: str, whole: str, text: str, longest: int) -> bool:
    if typed_marker(text) or above[-1] in ".:;!?" or text[0] in "•|":
        return False
    if text[0].islower():
        return len(above) > longest * 0.5
    return bool(typed_marker(whole)) and len(above) >= longest * _FULL


def _experience(lines: Sequence[Line], found: FoundExperience) -> Experience:
    return Experience(
        kind=found.kind,
        role=found.role,
        company=found.company,
        location=found.location,
        start=found.start,
        end=found.end,
        header=tuple(" ".join(lines[at].text.split()) for at in found.header),
        bullets=tuple(Bullet(at, " ".join(lines[at].body.split())) for at in found.bullets),
        environment=" ".join(lines[found.environment].text.split()) if found.environment is not None else None,
        confidence=found.confidence,
        anchor=None,
        no_anchor_reason=NO_ANCHOR,
        text="\n".join(lines[at].text for at in found.body),
    )
