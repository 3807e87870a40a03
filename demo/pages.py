"""Draw two PDFs side by side, with a green bar beside each line that is new.

    before.pdf, after.pdf  ->  pdftoppm, pdftotext (poppler)  ->  draw_before_and_after()  ->  a PNG

Only the first pages. The picture is put together here, so that nothing has to be installed for it but poppler.
"""

import re
import struct
import subprocess
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

DOTS_PER_INCH = 96
_GREEN, _GREY, _WHITE = b"\x2e\xa0\x43", b"\xc8\xcc\xd2", b"\xff\xff\xff"
_GAP, _BAR = 24, 5
_LINE = re.compile(r'<line [^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)">(.*?)</line>', re.DOTALL)
_WORD = re.compile(r"<word [^>]*>([^<]*)</word>")


@dataclass(slots=True)
class Page:
    """A drawn page: rows of red, green and blue bytes."""

    width: int
    rows: list[bytearray]


def draw_before_and_after(before: Path, after: Path, target: Path) -> None:
    """Write the picture; raises CalledProcessError or FileNotFoundError when poppler can't help."""
    left, right = _drawn(before), _drawn(after)
    known = Counter(text for text, _, _ in _lines(before))
    for text, top, bottom in _lines(after):
        known[text] -= 1
        if known[text] < 0:
            _mark(right, top, bottom)
    _trim(left, right)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(_png(_beside(left, right)))


def _drawn(pdf: Path) -> Page:
    with TemporaryDirectory() as folder:
        command = [
            "pdftoppm",
            "-r",
            str(DOTS_PER_INCH),
            "-f",
            "1",
            "-l",
            "1",
            "-singlefile",
            str(pdf),
            f"{folder}/page",
        ]
        subprocess.run(command, check=True, capture_output=True)
        content = (Path(folder) / "page.ppm").read_bytes()
    _, size, _, pixels = content.split(b"\n", 3)
    width, height = map(int, size.split())
    return Page(width, [bytearray(pixels[row * width * 3 : (row + 1) * width * 3]) for row in range(height)])


def _lines(pdf: Path) -> list[tuple[str, float, float]]:
    """Each line of the first page: its words, and where it begins and ends, in points from the top."""
    command = ["pdftotext", "-f", "1", "-l", "1", "-bbox-layout", str(pdf), "-"]
    shown = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    return [(" ".join(_WORD.findall(found[3])), float(found[1]), float(found[2])) for found in _LINE.finditer(shown)]


def _mark(page: Page, top: float, bottom: float) -> None:
    """A bar in the left margin."""
    scale = DOTS_PER_INCH / 72
    left = int(0.55 * DOTS_PER_INCH) * 3
    for row in page.rows[int((top - 1) * scale) : int((bottom + 1) * scale)]:
        row[left : left + _BAR * 3] = _GREEN * _BAR


def _trim(*pages: Page) -> None:
    """Leave the empty end of both pages away."""
    last = max(at for page in pages for at, row in enumerate(page.rows) if row.strip(b"\xff"))
    for page in pages:
        del page.rows[last + DOTS_PER_INCH // 3 :]


def _beside(left: Page, right: Page) -> Page:
    """Both pages with a frame, and a gap between them."""
    rows = []
    for one, other in zip(_framed(left).rows, _framed(right).rows, strict=False):
        rows.append(one + _WHITE * _GAP + other)
    return Page(left.width + right.width + 4 + _GAP, rows)


def _framed(page: Page) -> Page:
    edge = bytearray(_GREY * (page.width + 2))
    return Page(page.width + 2, [edge, *(bytearray(_GREY + row + _GREY) for row in page.rows), edge])


def _png(page: Page) -> bytes:
    """The page as a PNG (RFC 2083): one IDAT chunk, no filter."""
    size = struct.pack(">IIBBBBB", page.width, len(page.rows), 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\x00" + row for row in page.rows), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", size) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
