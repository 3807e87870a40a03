"""Pages as pictures: the promises of resume_customizer.resume.pdf_pages."""

import struct
import zlib

import pytest

from builders.pdf import a_pdf
from resume_customizer.core.errors import UnreadableInput
from resume_customizer.resume.pdf_pages import draw_pages


def test_each_page_is_a_picture_of_its_own_as_wide_as_asked() -> None:
    pages = draw_pages(a_pdf(["first page"], ["second page"], ["third page"]), width=300, most=2)

    assert len(pages) == 2
    assert pages[0] != pages[1]
    for page in pages:
        assert page.startswith(b"\x89PNG\r\n\x1a\n")
        width, height = struct.unpack(">II", page[16:24])
        assert width == 300
        assert height > 300
        begin = page.index(b"IDAT")
        (size,) = struct.unpack(">I", page[begin - 4 : begin])
        rows = zlib.decompress(page[begin + 4 : begin + 4 + size])
        assert len(rows) % height == 0
        assert len(set(rows)) > 2  # something is drawn on it


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(UnreadableInput):
        draw_pages(b"no pdf")
