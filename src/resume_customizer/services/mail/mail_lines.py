"""What became of a mail, as a line in the timeline of the requirement that it is about.

    a mail + what happened  ->  line_of()  ->  a Comment of the kind `mail`  |  None: it is about no requirement

Promises (tests in tests/services/test_mail_lines.py):

* Whoever reads a requirement's timeline sees what was sent for it, to whom, and what came back.
* The line is kept in the transaction that notes what happened, or neither is.
"""

from collections.abc import Iterable
from typing import Final

from resume_customizer.core.outbox import MailStatus, Receiving
from resume_customizer.core.records.desk import Comment
from resume_customizer.core.records.mail import Delivery, OutboxMail

KIND: Final = "mail"
"""Of these lines, among those of a timeline."""
_MOST_NAMED: Final = 3
_SHOWN_SUBJECT: Final = 120
_BECAME: Final = {
    MailStatus.SENT: "Mail sent to {who}: {subject}",
    MailStatus.FAILED: "Mail not delivered to {who}: {subject}",
    MailStatus.UNKNOWN: "Nobody knows whether this mail reached {who}: {subject}",
}
_CAME: Final = {
    "reply": "{who} answered: {subject}",
    "bounce": "The mail came back from {who}: {subject}",
    "unsubscribe": "{who} asked for no more mail, after: {subject}",
}


def line_of(mail: OutboxMail, receivers: Iterable[Delivery]) -> Comment | None:
    """What became of it, once that is clear: sent, failed, or unknown."""
    said = _BECAME.get(MailStatus(mail.status))
    if said is None:
        return None
    there = list(receivers)
    got_it = [each for each in there if each.status == Receiving.SENT]
    named = got_it if mail.status == MailStatus.SENT else there
    return _line(mail, said, _people([each.receiver for each in named if each.role != "bcc"] or ["somebody in copy"]))


def line_of_answer(mail: OutboxMail, kind: str, sender: str, receivers: Iterable[Delivery]) -> Comment | None:
    """What came back; automatic answers have no line."""
    said = _CAME.get(kind)
    others = [each.receiver for each in receivers if each.role == "to"]
    who = sender if sender and kind != "bounce" else _people(others)
    return _line(mail, said, who) if said else None


def _line(mail: OutboxMail, said: str, who: str) -> Comment | None:
    if not mail.requirement_id:
        return None
    subject = mail.subject if len(mail.subject) <= _SHOWN_SUBJECT else f"{mail.subject[:_SHOWN_SUBJECT]}…"
    text = said.format(who=who, subject=f"“{subject}”")
    return Comment(requirement_id=mail.requirement_id, author_id=mail.written_by, text=text, kind=KIND)


def _people(addresses: list[str]) -> str:
    more = len(addresses) - _MOST_NAMED
    return ", ".join(addresses[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
