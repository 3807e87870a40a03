"""What can be done with a resume, said before anything is done.

    ResumeDocument  ->  judge_document()  ->  Verdict: exactly editable | with a warning | refused, and why

Promises (tests in tests/core/test_preflight.py):

* Whatever was odd in reading is a reason; without reasons the resume is exactly editable.
* A resume that has no place for a point is refused.
"""

from enum import StrEnum
from typing import Final, NamedTuple

from resume_customizer.core.document import ResumeDocument
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.notices import Notice

NO_PLACE: Final = Notice("no-place", "No experience was found that points could be put under.")


class Standing(StrEnum):
    """How a resume stands."""

    EXACT = "exactly editable"
    WARNING = "with a warning"
    REFUSED = "refused"


class Verdict(NamedTuple):
    """How a resume stands, and why."""

    standing: Standing
    reasons: tuple[Notice, ...]


def judge_document(document: ResumeDocument) -> Verdict:
    """The verdict on a resume that can be read."""
    reasons = tuple(dict.fromkeys(document.notices))
    if not any(experience.anchor for experience in document.experiences):
        return Verdict(Standing.REFUSED, (NO_PLACE, *reasons))
    return Verdict(Standing.WARNING if reasons else Standing.EXACT, reasons)


def judge_refusal(fault: ResumeCustomizerError) -> Verdict:
    """The verdict on one that can't."""
    return Verdict(Standing.REFUSED, (Notice(fault.code, fault.message, fault.where),))
