"""The text of a PDF: lines of its text layer, in the order in which they are written.

    bytes  ->  pages  ->  lines  ->  PdfText

Only the text is taken; scripts, forms, pictures and embedded files are not looked at. A hostile file can cost much time
and memory inside of the library: doors read PDFs in a process of its own, with limits.

Promises (tests in tests/resume/test_pdf.py):

* A PDF of pictures, one with a password and a damaged one are refused with the reason and the way out.
* More pages or characters than a posting or a resume can have are refused.
"""

import re
from typing import NamedTuple

from resume_customizer.core.errors import UnreadableInput
from resume_customizer.core.text import clean
from resume_customizer.resume.symbols import as_unicode

MAX_PAGES = 50
MAX_CHARACTERS = 500_000
_FEW_CHARACTERS = 20
"""Letters and digits of a document that holds text."""
_HYPHEN_AT_END = re.compile(r"[\x02\ufffe\xad]\r?\n")
"""How the library marks a hyphen that ends a line."""


class PdfText(NamedTuple):
    """What a PDF says."""

    lines: tuple[str, ...]
    pages: int


def is_pdf(content: bytes) -> bool:
    """Whether bytes begin as a PDF does."""
    return content.startswith(b"%PDF")


def read_pdf(content: bytes) -> PdfText:
    """The lines of a PDF; raises UnreadableInput with the reason and the way out."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as fault:
        raise _refusal(str(fault)) from None
    try:
        pages = len(document)
        if pages > MAX_PAGES:
            raise UnreadableInput(
                "pdf-too-long",
                f"The PDF has {pages:,} pages; the most that is read is {MAX_PAGES}. Take the pages that matter.",
            )
        text = _text_of(document, pages)
    except pypdfium2.PdfiumError as fault:
        raise _refusal(str(fault)) from None
    finally:
        document.close()
    lines = tuple(" ".join(line.split()) for line in as_unicode(clean(_HYPHEN_AT_END.sub("-", text))).splitlines())
    if sum(map(str.isalnum, text)) < _FEW_CHARACTERS:
        raise UnreadableInput(
            "pdf-without-text",
            "This PDF holds no text, only pictures of it, as scans do. Run it through text recognition (OCR), "
            "use the document that it was made from, or paste the text.",
        )
    return PdfText(lines, pages)


def count_pdf_pages(content: bytes) -> int:
    """How many pages a PDF has; raises UnreadableInput."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as fault:
        raise _refusal(str(fault)) from None
    try:
        return len(document)
    finally:
        document.close()


def _text_of(document: "pypdfium2.PdfDocument", pages: int) -> str:  # noqa: F821 # ty: ignore[unresolved-reference]
    texts: list[str] = []
    left = MAX_CHARACTERS
    for number in range(pages):
        page = document[number]
        text = page.get_textpage()
        left -= text.count_chars()
        if left < 0:
            raise UnreadableInput(
                "pdf-too-long",
                f"The PDF holds more than {MAX_CHARACTERS:,} characters, more than any posting or resume. "
                "Take the pages that matter.",
                f"page {number + 1}",
            )
        texts.append(text.get_text_range())
        text.close()
        page.close()
    return "\n\n".join(texts)


def _refusal(reason: str) -> UnreadableInput:
    if "password" in reason.lower():
        return UnreadableInput(
            "encrypted", "The PDF is protected with a password. Open it, save it without one, and use that file."
        )
    return UnreadableInput("damaged-pdf", "The PDF is damaged and can't be read. Get a fresh copy, or paste the text.")
