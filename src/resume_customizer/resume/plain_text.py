"""A DOCX as plain text, as two independent readers give it: for holding one against the other.

bytes  ->  text_by_mammoth() | text_by_ours()  ->  one line for each paragraph

A hostile file can make mammoth take very long: run this in a process that may be stopped.
"""

from io import BytesIO

from resume_customizer.core.errors import UnreadableInput
from resume_customizer.resume.package import Permissions
from resume_customizer.resume.reader import open_document

_ANY = Permissions(macros=True, signature=True)


def text_by_ours(content: bytes) -> str:
    """The lines that understanding works on; copies of text boxes for older programs left out."""
    return "\n".join(line.text for line in open_document(content, _ANY).lines if not line.fallback)


def text_by_mammoth(content: bytes) -> str:
    """What mammoth extracts; raises UnreadableInput when it can't."""
    import mammoth

    try:
        extracted: str = mammoth.extract_raw_text(BytesIO(content)).value
    except Exception as fault:
        raise UnreadableInput("no-text", f"mammoth can't read it ({type(fault).__name__}).") from fault
    return extracted
