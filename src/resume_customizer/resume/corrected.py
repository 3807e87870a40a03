"""Read a resume as a person corrected it.

bytes + Corrections  ->  read_corrected()  ->  ResumeDocument

Without corrections it is what the reader gives.
"""

from resume_customizer.core.corrections import Corrections, correct
from resume_customizer.core.document import ResumeDocument
from resume_customizer.resume.package import NO_PERMISSIONS, Permissions
from resume_customizer.resume.reader import anchor_at, open_document, read_opened


def read_corrected(
    content: bytes, permissions: Permissions = NO_PERMISSIONS, corrections: Corrections = ()
) -> ResumeDocument:
    """Understand a resume; raises UnreadableInput or RefusedInput with the reason and the way out."""
    opened = open_document(content, permissions)
    document = read_opened(content, opened)
    if not corrections:
        return document
    return correct(document, corrections, lambda after, models: anchor_at(opened, after, models))
