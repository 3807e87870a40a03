"""Technologies and their points, as typed by a person.

    bytes | str  ->  clean text  ->  the reader for its shape  ->  PointBank

Accepted are the shapes of the user guide: headings with bullets, inline lists, Markdown, tables, CSV, JSON, YAML and
loose lines, mixed in any way; `strict` accepts the three classic shapes only.

Promises (tests in tests/core/test_tech_stack.py):

* Each point has its technology and the line that it begins on; its text is as written, white space levelled.
* Every line with content is a heading, a point, part of a point, or named in a notice.
* Drafts of a language model are never read as points.
* A text that can't be read is refused with the line, what stands there, and what was expected.
"""

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.points import PointBank

DRAFTS_MARK = "drafts that wait for approval"
"""Stands in every file of drafts, so that none is read as points."""


def parse_tech_stack(data: bytes | str, *, strict: bool = False, file_name: str = "") -> PointBank:
    """Read tech-stack text in any accepted shape; the file name's ending only helps to tell the shape.

    Raises UnreadableInput for bytes that are no text and for texts beyond the limits (10 MB, 250,000 lines, 100,000
    points, 10,000 characters in a point), and InvalidInput for damaged JSON, for drafts that nobody approved or, when
    `strict`, for anything but the classic shapes.
    """
    # The readers come late: most modules need only the types above.
    from resume_customizer.core.tech_stack_readers.gathering import Gathering
    from resume_customizer.core.text import read_text

    clean = read_text(data)
    if DRAFTS_MARK in clean.text:
        message = "These are drafts of a language model, not points. Approve those that are true: approve FILE."
        raise InvalidInput("drafts", message)
    gathered = Gathering(clean.notices)
    if strict:
        from resume_customizer.core.tech_stack_readers.classic import read_classic

        read_classic(clean.text, gathered)
    else:
        from resume_customizer.core.tech_stack_readers.shapes import read_any

        read_any(clean.text, file_name, gathered)
    return gathered.bank()
