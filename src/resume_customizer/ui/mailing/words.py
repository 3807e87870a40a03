"""What the states of mails and of their receivers are called, and the texts that mails are written from."""

from resume_customizer.core.outbox import MailStatus, Receiving
from resume_customizer.services.mail.mail_templates import TemplateLine
from resume_customizer.ui.texts import marked

STATUSES = {
    MailStatus.DRAFT: marked("Draft"),
    MailStatus.SCHEDULED: marked("Scheduled"),
    MailStatus.DUE: marked("Due"),
    MailStatus.SENDING: marked("Sending"),
    MailStatus.SENT: marked("Sent"),
    MailStatus.FAILED: marked("Failed"),
    MailStatus.UNKNOWN: marked("Unknown"),
    MailStatus.CANCELLED: marked("Cancelled"),
}
FATES = {
    Receiving.WAITING: marked("Waiting"),
    Receiving.SENT: marked("Sent"),
    Receiving.FAILED: marked("Failed"),
    Receiving.UNKNOWN: marked("Unknown"),
    Receiving.BOUNCED: marked("Came back"),
    Receiving.LEFT_OUT: marked("Left out"),
}


def text_name(line: TemplateLine) -> str:
    """A text by its name; a built-in one has a name for commands, which is made one for people."""
    return line.name.replace("-", " ").capitalize() if line.is_built_in else line.name
