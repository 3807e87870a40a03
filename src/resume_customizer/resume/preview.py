"""A DOCX as HTML for the browser, with the new points marked.

    customized (+ original)  ->  new paragraphs marked in memory  ->  mammoth  ->  one HTML page

It shows what the document says and how it is ordered, not its pages; for those there is the PDF. The page
needs no other file, runs no script and fetches nothing. A hostile file can make mammoth take very long:
run this in a process that may be stopped.
"""

import re
from collections.abc import Iterable
from html import escape
from io import BytesIO

from resume_customizer.core.differences import compare_lines
from resume_customizer.core.errors import UnreadableInput
from resume_customizer.resume.archive_splicing import with_payload
from resume_customizer.resume.deflate import crc32, deflate
from resume_customizer.resume.package import Permissions
from resume_customizer.resume.reader import OpenDocument, open_document

_ANY = Permissions(macros=True, signature=True)
_OPEN, _CLOSE = "\U0010f8a1", "\U0010f8a2"
"""Private-use characters around new text; XML 1.0 allows them and no font has them."""
_TEXT = re.compile(rb"(<(?:[\w.-]+:)?t(?:\s[^<>]*)?>)([^<]+)(</(?:[\w.-]+:)?t>)")
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<style>
body {{ max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.45 system-ui, sans-serif; color: #1a1a1a; }}
header {{ color: #555; border-bottom: 1px solid #ccc; margin-bottom: 1.5rem; }}
mark {{ background: #d8f5d8; color: inherit; border-left: 3px solid #2a8a2a; padding: 0 .25rem; }}
img {{ max-width: 100%; height: auto; }}
table {{ border-collapse: collapse; }} td {{ vertical-align: top; padding: .1rem .5rem; }}
</style></head><body><header><p>{title}: {summary}</p></header>
{body}
</body></html>
"""


def preview_html(
    customized: bytes,
    original: bytes | None = None,
    title: str = "Resume",
    marked: str = "{count} new, marked in green",
) -> str:
    """The document as one HTML page; with the original given, what is new in it is marked, and `marked` says so.

    Raises UnreadableInput or RefusedInput as reading does, and UnreadableInput when mammoth can't convert it.
    """
    document = open_document(customized, _ANY)
    if original is None:
        return _page(_converted(customized), title, "nothing is marked, as the original is not known")
    added = _added(open_document(original, _ANY), document)
    body = _converted(_with_marks(document, added))
    shown = sum(1 for position in added if not document.lines[position].fallback)
    return _page(body.replace(_OPEN, "<mark>").replace(_CLOSE, "</mark>"), title, marked.format(count=shown))


def _added(before: OpenDocument, after: OpenDocument) -> list[int]:
    """Positions of the paragraphs that only the customized file has."""
    changes = compare_lines([line.text for line in before.lines], [line.text for line in after.lines])
    return [change.after for change in changes if change.kind == "added" and change.after is not None]


def _with_marks(document: OpenDocument, added: Iterable[int]) -> bytes:
    """The same DOCX with invisible marks around the text of these paragraphs."""
    text, member = document.story.text, document.package.story
    markup = text.utf8
    marked = rb"\1" + _OPEN.encode() + rb"\2" + _CLOSE.encode() + rb"\3"
    pieces: list[bytes | memoryview[int]] = [text.lead]
    at = 0
    for position in sorted(added):
        node = document.story.paragraphs[position]
        if node.start >= at:
            new = _TEXT.sub(marked, markup[node.start : node.end])
            pieces += [text.encode(markup[at : node.start]), text.encode(new)]
            at = node.end
    story = b"".join((*pieces, text.encode(markup[at:])))
    payload = deflate(story) if member.method else story
    return with_payload(document.package.archive, member, payload, crc32(story), len(story))


def _converted(content: bytes) -> str:
    """The body's HTML as mammoth makes it."""
    import mammoth

    try:
        return mammoth.convert_to_html(BytesIO(content)).value
    except Exception as fault:  # a library's fault on an odd document is not the program's
        message = f"No preview can be made of this document ({type(fault).__name__})."
        raise UnreadableInput("no-preview", message) from fault


def _page(body: str, title: str, summary: str) -> str:
    return _PAGE.format(title=escape(title), summary=escape(summary), body=body)
