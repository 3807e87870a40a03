"""The mailer: sends what is due, writes follow-ups, looks into mailboxes, reminds, tells webhooks, until told to stop.

    run_mailer(desk, stop)  ->  threads that send  +  one for follow-ups and mailboxes  +  threads for webhooks

A process of its own (`resume-customizer mailer`) or a thread of another one; any number of them work side by side.

Promises (tests in tests/services/test_mailer.py):

* A store that is away for a while stops nothing for good.
* After `stop` no mail is begun, and what was begun is finished.
"""

import threading
from typing import Final, Protocol

from resume_customizer.core.errors import Conflict, Unavailable
from resume_customizer.services.delivering import Delivering
from resume_customizer.services.mail.answers import ReadingAnswers
from resume_customizer.services.mail.following_up import FollowingUp
from resume_customizer.services.mail.sending import Sending
from resume_customizer.services.running.upkeep import Upkeep

_PAUSE: Final = 2.0


class MailDesk(Protocol):
    """The part of a desk that a mailer needs."""

    @property
    def sending(self) -> Sending:
        """What sends."""
        ...

    @property
    def following_up(self) -> FollowingUp:
        """What writes follow-ups."""
        ...

    @property
    def reading_answers(self) -> ReadingAnswers:
        """What looks into mailboxes."""
        ...

    @property
    def upkeep(self) -> Upkeep:
        """What reminds of interviews and computes figures anew."""
        ...

    @property
    def delivering(self) -> Delivering:
        """What tells webhooks."""
        ...


def run_mailer(desk: MailDesk, stop: threading.Event, connections: int = 4, pause: float = 1.0) -> None:
    """Work until `stop` is set, over so many connections to mail servers at once."""
    others = (
        threading.Thread(target=_look_after, args=(desk, stop)),
        threading.Thread(target=desk.delivering.run, args=(stop, connections, pause)),
    )
    for other in others:
        other.start()
    desk.sending.run(stop, connections, pause)
    for other in others:
        other.join()


def _look_after(desk: MailDesk, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            found = desk.following_up.run_due() + desk.reading_answers.look_due() + desk.upkeep.run_due()
        except (Unavailable, Conflict):  # what was taken comes again when its lease is over
            found = 0
        if not found:
            stop.wait(_PAUSE)
