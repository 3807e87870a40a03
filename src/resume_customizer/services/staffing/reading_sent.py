"""A file that is to be sent, read for what it says: its lines, and whom it names as employers.

bytes  ->  read_sent()  ->  ReadFile; to be done where documents are worked on
"""

from dataclasses import dataclass

from resume_customizer.core.staffing.consistency import Stated, stated_in
from resume_customizer.resume.reader import read_resume
from resume_customizer.services.library.resumes import ACCEPTED

MOST_LINES = 400
_FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a file says."""

    digest: str
    lines: tuple[str, ...]
    """The bullets of all experiences, in order."""
    stated: tuple[Stated, ...]


def read_sent(content: bytes) -> ReadFile:
    """What a file says; raises the errors of reading."""
    document = read_resume(content, ACCEPTED)
    texts = (bullet.text for each in document.experiences for bullet in each.bullets)
    lines = dict.fromkeys(text for text in texts if len(text.split()) >= _FEWEST_WORDS)
    return ReadFile(document.sha256, tuple(lines)[:MOST_LINES], stated_in(document.experiences))
