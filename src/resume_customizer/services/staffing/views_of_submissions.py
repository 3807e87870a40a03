"""What is found before sending, lines that were sent and interview sheets, as data for programs.

Checked | SentLine | InterviewSheet  ->  …_to_json()  ->  values for JSON
"""

from typing import Any, Final

from resume_customizer.core.records.desk import SentLine
from resume_customizer.services.staffing.interview_sheets import InterviewSheet
from resume_customizer.services.staffing.submission_checks import Checked
from resume_customizer.services.staffing.views_of_requirements import record_to_json

_HIDDEN: Final = frozenset({"workspace_id", "head", "tail", "client_key", "vendor_key", "version", "changed_at"})


def checked_to_json(checked: Checked) -> dict[str, Any]:
    """What stops a submission, and what should be seen before it."""
    return {
        "can_be_sent": not checked.stopped_by,
        "stopped_by": list(checked.stopped_by),
        "contradictions": [{**each._asdict(), "sentence": each.sentence} for each in checked.contradictions],
        "repeats": [
            {
                "line": each.line,
                "other_line": each.other_line,
                "consultant": each.consultant,
                "submission_id": each.submission_id,
                "receiver": each.receiver,
                "sent_at": each.sent_at.isoformat(),
                "proposals": list(each.proposals),
            }
            for each in checked.repeats
        ],
        "unsigned": list(checked.unsigned),
        "sha256": checked.digest,
    }


def sent_line_to_json(line: SentLine) -> dict[str, Any]:
    """A line, and where it comes from."""
    return record_to_json(line, _HIDDEN)


def sheet_to_json(sheet: InterviewSheet) -> dict[str, Any]:
    """Each added point with what has to be defended."""
    return {
        "submission_id": sheet.submission.id,
        "consultant": sheet.consultant,
        "role": sheet.submission.role,
        "client": sheet.submission.end_client,
        "points": [
            {
                "text": each.line.text,
                "technology": each.line.technology,
                "questions": list(each.questions),
                "confirmed": each.is_confirmed,
                "note": each.note,
                "reason": each.line.reason,
                "point_id": each.line.point_id,
            }
            for each in sheet.lines
        ],
    }
