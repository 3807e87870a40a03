r"""Word documents for tests, written by hand into a zip: a resume in five lines, and any oddity when asked.

    heading, line, bullets, table, …  ->  a_docx()  ->  bytes

    a_docx(heading("Experience"), line(bold("Acme"), "\tJan 2021 – Present"), bullets("Built …", "Led …"))

Promises: the same call gives the same bytes; nothing of a library for DOCX is used, so that what is tested
and what it is tested with don't share a fault. All functions for paragraphs are importable from here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from builders.blocks import (
    Cell,
    blue_square,
    cell,
    content_control,
    image,
    inline_control,
    repeating_section,
    row,
    section_break,
    table,
    text_box,
)
from builders.habits import (
    GOOGLE_DOCS,
    LIBREOFFICE,
    PAGES,
    PLAIN,
    WORD,
    WORD_2007,
    WORD_EDITED,
    WPS,
    Habits,
)
from builders.lists import (
    DASHES,
    DOTS,
    NUMBERS,
    PLAIN_DOTS,
    ROUND,
    SQUARES,
    UNSHOWN,
    Level,
    ListKind,
    glyphs,
)
from builders.namespaces import root
from builders.package import DOCX_TYPE, OFFICE, Package, Part, xml_part
from builders.paragraphs import Setting, blank, bullets, heading, line, typed_bullets
from builders.runs import (
    BREAK,
    COLUMN_BREAK,
    LAST_RENDERED_PAGE_BREAK,
    PAGE_BREAK,
    TAB,
    bold,
    bookmark,
    bookmark_end,
    bookmark_start,
    comment,
    comment_end,
    comment_start,
    deleted,
    field,
    inserted,
    italic,
    link,
    symbol,
    text,
    together,
)
from builders.styles import Style, numbering_style, style
from builders.theme import THEME
from builders.writing import (
    Blocks,
    Ids,
    Piece,
    Relationship,
    Writing,
    Xml,
    raw,
    write_blocks,
)
from builders.zips import Member, zip_bytes

__all__ = [
    "BREAK", "COLUMN_BREAK", "DASHES", "DOTS", "GOOGLE_DOCS", "LAST_RENDERED_PAGE_BREAK", "LIBREOFFICE", "NUMBERS",
    "PAGES", "PAGE_BREAK", "PLAIN", "PLAIN_DOTS", "ROUND", "SQUARES", "TAB", "UNSHOWN", "WORD", "WORD_2007",
    "WORD_EDITED", "WPS", "Blocks", "Cell", "Habits", "Level", "ListKind", "Member", "Part", "Piece", "Setting",
    "Style", "Xml", "Zipping", "a_docx", "blank", "blue_square", "bold", "bookmark", "bookmark_end", "bookmark_start",
    "bullets", "cell", "comment", "comment_end", "comment_start", "content_control", "deleted", "docx_members",
    "field", "glyphs", "heading", "image", "inline_control", "inserted", "italic", "line", "link", "numbering_style",
    "raw", "repeating_section", "row", "section_break", "style", "symbol", "table", "text", "text_box", "together",
    "typed_bullets", "zip_docx",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Zipping:
    """How the archive is written."""

    stored: tuple[str, ...] = ()
    """Names of members that are not compressed; `*` for all."""
    data_descriptors: bool = False
    comment: bytes = b""
    odd_order: bool = False
    """Content types last, the story part after its neighbours."""
    folders: bool = False
    """Entries for the folders themselves."""


def a_docx(*body: Blocks, zipping: Zipping = Zipping(), **form: object) -> bytes:
    """A Word document with this body; see `docx_members` for what else can be asked."""
    return zip_docx(docx_members(*body, **form), zipping)  # ty: ignore[invalid-argument-type]


def docx_members(
    *body: Blocks,
    habits: Habits = PLAIN,
    styles: Sequence[Style] = (),
    font: str = "Arial",
    size: float = 10,
    section: Xml | None = None,
    header: Blocks = (),
    footer: Blocks = (),
    settings: str = "",
    title: str = "",
    parts: Sequence[Part] = (),
    relationships: Sequence[Relationship] = (),
    theme: bool = False,
    numbering: str = "",
    strict: bool = False,
    prefix: str = "w",
    encoding: str = "UTF-8",
    story_part: str = "word/document.xml",
    story_type: str = DOCX_TYPE,
    background: str = "",
) -> list[Member]:
    """The members of the package, in Word's order; `zip_docx` makes a file of them.

    `settings` and `numbering` are markup added to those parts, `background` to the front of the document element.
    `prefix` is what the story part writes instead of `w` (empty: a default namespace).
    """
    package = Package(Ids(), habits, strict, prefix, encoding)
    story = Writing(habits, package.ids, folder=story_part.rpartition("/")[0] + "/")
    inside = write_blocks(body, story)
    references = package.add_header("header", header, story) + package.add_header("footer", footer, story)
    last = (section or section_break("nextPage", references=references)).write(story)
    package.add_common(story, styles, font, size, settings, numbering)
    for part in parts:
        package.add(part, story)
    if theme:
        package.add(Part("word/theme/theme1.xml", xml_part(THEME), OFFICE + "theme+xml", "theme"), story)
    story.relationships.extend(relationships)
    document = root("document", f"{background}<w:body>{inside}{last}</w:body>")
    return package.members(document, story, story_part, story_type, title)


def zip_docx(members: Sequence[Member], zipping: Zipping = Zipping()) -> bytes:
    """The members as a file."""
    if zipping.folders:
        names = sorted({member.name.rpartition("/")[0] + "/" for member in members if "/" in member.name})
        members = [Member(name, stored=True) for name in names] + list(members)
    if zipping.odd_order:
        members = sorted(members, key=lambda member: (member.name.startswith("["), member.name[::-1]))
    written = [
        replace(
            m,
            stored=m.stored or m.name in zipping.stored or "*" in zipping.stored,
            data_descriptor=zipping.data_descriptors,
        )
        for m in members
    ]
    return zip_bytes(written, zipping.comment)
