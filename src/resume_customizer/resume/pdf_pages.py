"""The pages of a PDF as pictures.

bytes of a PDF  ->  draw_pages()  ->  bytes of a PNG for each page

A hostile file can cost much time and memory inside of the library: run this in a process that may be stopped.

Promises (tests in tests/resume/test_pdf_pages.py):

* Each page is a picture of its own, as wide as asked, in order; no more pages than asked.
"""

import struct
import zlib

from resume_customizer.core.errors import UnreadableInput

MOST_PAGES = 12


def draw_pages(content: bytes, width: int = 1000, most: int = MOST_PAGES) -> list[bytes]:
    """A PNG of each of the first pages; raises UnreadableInput."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise UnreadableInput("damaged-pdf", "The pages can't be drawn: this is no PDF that can be read.") from None
    try:
        return [_draw(document[number], width) for number in range(min(most, len(document)))]
    finally:
        document.close()


def _draw(page: "pypdfium2.PdfPage", width: int) -> bytes:  # noqa: F821 # ty: ignore[unresolved-reference]
    bitmap = page.render(scale=width / max(1.0, page.get_width()), rev_byteorder=True, prefer_bgrx=False)
    try:
        return _png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels)
    finally:
        bitmap.close()
        page.close()


def _png(pixels: bytes, width: int, height: int, stride: int, channels: int) -> bytes:
    """A PNG of 8 bits a channel (W3C, PNG, third edition): grey, RGB or RGBA."""
    kind = {1: 0, 3: 2, 4: 6}[channels]
    rows = b"".join(b"\0" + pixels[at : at + width * channels] for at in range(0, height * stride, stride))
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 6)) + _chunk(b"IEND", b"")


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
