"""Count the pages of a document on its own layout.

    bytes  ->  LayoutParts  ->  lay_out()  ->  flow()  ->  PageCount

Lines are measured with the styles, lists, tables, columns and fonts of the document itself; docs/decisions/0023 says
how near that comes to a word processor, and when it abstains.

Promises (tests in tests/resume/pages/test_counting.py):

* A document has the pages that its own layout gives it: size and margins, columns, fonts, spacing, tables.
* Where the text ends too near to the edge of a page, a table floats, or page breaks stand in a row, the count says that
  it is not sure; a paragraph of nothing but a page break takes the page on which it stands.
"""

from dataclasses import dataclass

from resume_customizer.core.errors import RefusedInput
from resume_customizer.resume.package import NO_PERMISSIONS, Permissions, open_package
from resume_customizer.resume.pages.faces import MADE_UP, Faces
from resume_customizer.resume.pages.flow import flow
from resume_customizer.resume.pages.layout import BREAKS_IN_A_ROW, FLOATING_TABLE, lay_out
from resume_customizer.resume.pages.parts import LayoutParts

TOO_LONG = "too-long-to-count"
LONGEST = 2_000_000
"""Bytes of a story part whose pages are counted."""
_THIRD_OF_A_LINE = 4.0
_ROUGH = 18.0
"""Points by which faces that are made up may be off, and as much again for each full page."""
_PER_DOUBT = 20.0
_OPEN = frozenset({FLOATING_TABLE, BREAKS_IN_A_ROW})
"""With one of these nobody knows, however far the end is from an edge."""


@dataclass(frozen=True, slots=True)
class PageCount:
    """How many pages a document fills."""

    pages: int
    used: float
    """Points of the last page that are filled."""
    room: float
    """Points of the last page that are left."""
    doubts: tuple[str, ...]
    """What stands in the document and is not laid out exactly."""
    lines: dict[str, int]
    """How many lines each paragraph takes, by its text."""
    exact: bool
    """Whether the fonts were measured."""

    @property
    def is_sure(self) -> bool:
        """Whether the end of the text is far enough from the edges of its page, for what is known of the document."""
        slack = _THIRD_OF_A_LINE + _PER_DOUBT * len(self.doubts)
        slack += 0.0 if self.exact else _ROUGH * self.pages
        is_open = not _OPEN.isdisjoint(self.doubts)
        return not is_open and self.room > slack and (self.pages == 1 or self.used > slack)


def count_pages(content: bytes, faces: Faces = MADE_UP, permissions: Permissions = NO_PERMISSIONS) -> PageCount:
    """Lay a document out and count its pages; raises RefusedInput `too-long-to-count`, and the errors of opening it."""
    package = open_package(content, permissions)
    if package.story.size > LONGEST:
        message = "The document is too long for its pages to be counted: that is done up to some 200 pages."
        raise RefusedInput(TOO_LONG, message)
    layout = lay_out(LayoutParts(package), faces)
    filled = flow(layout.regions)
    return PageCount(filled.pages, filled.used, filled.room, layout.doubts, layout.lines, faces.exact)
