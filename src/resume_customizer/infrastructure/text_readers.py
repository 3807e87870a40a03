"""The readers that a customized resume is read back with: ours, mammoth, and LibreOffice's text and PDF.

    text_readers()  ->  TextReader, …  those that are there

Each reads in a process of its own that may be stopped.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from resume_customizer.core.errors import UnreadableInput
from resume_customizer.infrastructure.libreoffice import convert, find_libreoffice
from resume_customizer.infrastructure.sandbox import Sandbox
from resume_customizer.resume.pdf import read_pdf
from resume_customizer.resume.plain_text import text_by_mammoth, text_by_ours

_DOCX: Final = ".docx"


@dataclass(frozen=True, slots=True)
class _Reader:
    name: str
    is_paged: bool
    read: Callable[[bytes], str]


def text_readers(documents: Sandbox) -> tuple[_Reader, ...]:
    """All that can be asked here; those by LibreOffice only where it is installed."""
    readers = [
        _Reader("resume-customizer", False, lambda content: documents.call(text_by_ours, content)),
        _Reader("mammoth", False, lambda content: documents.call(text_by_mammoth, content)),
    ]
    if find_libreoffice():
        readers += [
            _Reader("LibreOffice, as text", False, _text_by_libreoffice),
            _Reader("LibreOffice, as PDF", True, lambda content: _text_by_pdf(documents, content)),
        ]
    return tuple(readers)


def _text_by_libreoffice(content: bytes) -> str:
    return convert(content, _DOCX, "txt:Text (encoded):UTF8").decode("utf-8", "replace")


def _text_by_pdf(documents: Sandbox, content: bytes) -> str:
    pdf = convert(content, _DOCX, "pdf")
    try:
        return "\n".join(documents.call(read_pdf, pdf).lines)
    except UnreadableInput as fault:
        raise UnreadableInput(fault.code, f"Its PDF can't be read: {fault.message}") from None
