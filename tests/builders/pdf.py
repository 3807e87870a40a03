"""PDFs made by hand, from nothing: a text layer, only a picture, a password, and hostile ones.

a_pdf(["First line", "• Second"])  ->  bytes
"""

import zlib
from collections.abc import Mapping, Sequence

LINES_ON_A_PAGE = 50


def a_pdf(*pages: Sequence[str]) -> bytes:
    """A PDF with one page for each list of lines."""
    return _pdf([_text_of_page(lines) for lines in pages])


def a_long_pdf(pages: int) -> bytes:
    """Many pages with a line each."""
    return _pdf([_text_of_page([f"Page {number}"]) for number in range(pages)])


def a_scanned_pdf() -> bytes:
    """A page with a black square as a scan would have, and no text."""
    return _pdf([b"q 400 0 0 400 100 200 cm 0 0 1 1 re f Q"])


def a_protected_pdf() -> bytes:
    """A PDF that says it is encrypted with a password that nobody knows."""
    key = b"<" + b"5a" * 32 + b">"
    encrypt = b"<< /Filter /Standard /V 1 /R 2 /O " + key + b" /U " + key + b" /P -44 >>"
    return _pdf([_text_of_page(["Secret"])], encrypt=encrypt)


def a_pdf_of_operators(count: int) -> bytes:
    """A small file that unpacks to very many drawing operators."""
    return _pdf([b"BT /F1 1 Tf (a) Tj ET " * count], packed=True)


def _text_of_page(lines: Sequence[str]) -> bytes:
    shown = [b"BT /F1 10 Tf 50 780 Td 14 TL"]
    for line in lines:
        text = line.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        shown.append(b"(" + text + b") Tj T*")
    return b"\n".join([*shown, b"ET"])


def _pdf(contents: Sequence[bytes], *, encrypt: bytes = b"", packed: bool = False) -> bytes:
    """A page for each content."""
    pages = [4 + 2 * number for number in range(len(contents))]
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), b" ".join(b"%d 0 R" % page for page in pages)),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    for page, content in zip(pages, contents, strict=True):
        objects[page] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (page + 1)
        )
        stream = zlib.compress(content, 9) if packed else content
        objects[page + 1] = a_stream(stream, b" /Filter /FlateDecode" if packed else b"")
    secret = b" /Encrypt " + encrypt + b" /ID [<00> <00>]" if encrypt else b""
    return pdf_of(objects, secret)


def pdf_of(objects: Mapping[int, bytes], more: bytes = b"") -> bytes:
    """Objects in order, with the table that says where they are (ISO 32000-1, 7.5); object 1 is the catalogue."""
    data, places = b"%PDF-1.4\n", dict[int, int]()
    for number in sorted(objects):
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    rows = b"".join(
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
        for number in range(1, max(places) + 1)
    )
    end = b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (max(places) + 1, more, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%s" % (max(places) + 1, rows) + end


def a_stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object, with further entries in its dictionary."""
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(content), entries, content)
