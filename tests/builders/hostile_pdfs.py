"""PDFs that want to hang, fill or deceive who reads them; made from nothing, packed where they are large.

HOSTILE_PDFS["page-loop"]()  ->  bytes
"""

import zlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from builders.pdf import a_long_pdf, a_pdf_of_operators, a_protected_pdf, a_scanned_pdf, a_stream, pdf_of

_SHOWN: Final = b"BT /F1 10 Tf 50 780 Td (Built claim services in Java for nine tenants.) Tj ET"


def _one_page(content: bytes = b"", *, page: bytes = b"", catalogue: bytes = b"", **more: bytes) -> bytes:
    """A page with a text, and whatever else is said; `more` are objects from number 10 on, in order."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R%s >>" % catalogue,
        2: b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 5 0 R%s >>" % page,
        4: content or a_stream(_SHOWN),
        5: b"<< /Font << /F1 6 0 R >> /XObject << /X0 10 0 R >> >>",
        6: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    return pdf_of(objects | dict(enumerate(more.values(), 10)))


def a_pdf_bomb(size: int, times: int = 1) -> bytes:
    """A page of so many million blanks, packed again and again."""
    packing = zlib.compressobj(9)
    content = b"".join(packing.compress(b" " * 1_000_000) for _ in range(size)) + packing.flush()
    for _ in range(times - 1):
        content = zlib.compress(content, 9)
    return _one_page(a_stream(content, b" /Filter [%s]" % (b"/FlateDecode " * times)))


def _form(content: bytes, names: str) -> bytes:
    kind = b" /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << %s >> >>" % names.encode()
    return a_stream(content, kind)


def a_form_tree(depth: int) -> bytes:
    """Each form draws the next one twice."""
    forms = [_form(b"/X Do /X Do", f"/X {11 + at} 0 R") for at in range(depth)]
    more = {f"f{at}": each for at, each in enumerate([*forms, _form(b"", "")])}
    return _one_page(a_stream(_SHOWN + b" /X0 Do"), **more)


def _page_loop() -> bytes:
    kids = b"<< /Type /Pages /Count 2 /Parent 2 0 R /Kids [2 0 R 2 0 R] >>"
    return pdf_of({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: kids})


def _table_loop() -> bytes:
    """The table of objects names itself as the one before it."""
    content = _one_page()
    at = content.index(b"xref\n")
    return content.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % at)


def _many_pages(count: int) -> bytes:
    """One page, listed very often."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    pages = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, b"3 0 R " * count)
    return pdf_of({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: pages, 3: page})


def _active() -> bytes:
    """It wants to run a script and a program, and carries a file."""
    script = b" /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AA << /O << /S /Launch /F (calc.exe) >> >>"
    files = b" /Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) /EF << /F 10 0 R >> >>] >> >>"
    return _one_page(catalogue=script + files, attached=a_stream(b"MZ", b" /Type /EmbeddedFile"))


HOSTILE_PDFS: Final[Mapping[str, Callable[[], bytes]]] = {
    "long": partial(a_long_pdf, 60),
    "scanned": a_scanned_pdf,
    "protected": a_protected_pdf,
    "operators": partial(a_pdf_of_operators, 20_000),
    "bomb": partial(a_pdf_bomb, 100),
    "bomb-in-a-bomb": partial(a_pdf_bomb, 100, 3),
    "filters-without-end": lambda: _one_page(a_stream(b"x", b" /Filter [%s]" % (b"/ASCIIHexDecode " * 5000))),
    "length-lies": lambda: _one_page(b"<< /Length 2147483647 >>\nstream\n" + _SHOWN + b"\nendstream"),
    "length-of-itself": lambda: _one_page(b"<< /Length 4 0 R >>\nstream\n" + _SHOWN + b"\nendstream"),
    "page-loop": _page_loop,
    "table-loop": _table_loop,
    "form-of-itself": lambda: _one_page(a_stream(_SHOWN + b" /X0 Do"), form=_form(b"/X Do", "/X 10 0 R")),
    "form-tree": partial(a_form_tree, 10),
    "deep-array": lambda: _one_page(page=b" /Deep " + b"[" * 100_000 + b"]" * 100_000),
    "pages-100000": lambda: _many_pages(100_000),
    "active": _active,
    "no-objects": lambda: b"%PDF-1.7\n%%EOF\n",
    "noise": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400,
}
