"""The text of a Word document, line by line, with a bullet where a reader sees one.

bytes of a DOCX  ->  read_document_lines()  ->  lines
"""

from resume_customizer.resume.reader import open_document


def read_document_lines(content: bytes) -> tuple[str, ...]:
    """What a DOCX says, in the order of its paragraphs; raises UnreadableInput or RefusedInput."""
    lines: list[str] = []
    for line in open_document(content).lines:
        if line.fallback or line.hidden:
            continue
        for number, part in enumerate(line.body.split("\n")):
            text = " ".join(part.split())
            lines.append(f"• {text}" if line.is_bulleted and number == 0 and text else text)
    return tuple(lines)
