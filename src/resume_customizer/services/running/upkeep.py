"""Work that nobody asks for: reminders of interviews, figures computed anew, tries to sign in removed.

    the mailer's round  ->  Upkeep.run_due()  ->  letters into the outbox, once each
                                              ->  the figures of all workspaces, once an hour, whoever comes first;
                                                  and tries to sign in that count no more go

Promises (tests in tests/services/test_upkeep.py):

* A reminder goes into the outbox when it is due, once, however many look.
* Figures are computed anew each hour by one of those who look, who also removes tries to sign in that count no more.
"""

from contextlib import suppress
from datetime import timedelta
from typing import Final

from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.errors import Conflict
from resume_customizer.core.records.record import INSTALLATION
from resume_customizer.core.records.work import Due
from resume_customizer.services.ground import Ground
from resume_customizer.services.people.sign_in_tries import prune_tries
from resume_customizer.services.staffing.interviews import Interviews

FIGURES: Final = "figures"
"""What is due once an hour, as it is called among what is due."""
_THE_ONE: Final = INSTALLATION
_HOUR: Final = timedelta(hours=1)
_UPKEEP: Final = Actor("upkeep", Source(Door.WORKER), is_operator=True)


class Upkeep:
    """What a mailer looks after besides mail."""

    def __init__(self, ground: Ground, interviews: Interviews) -> None:
        self._ground, self._interviews = ground, interviews

    def run_due(self) -> int:
        """Do what is due; says how much it was."""
        done = self._interviews.send_reminders(_UPKEEP)
        if self._refresh_figures():
            done += 1 + prune_tries(self._ground)
        return done

    def _refresh_figures(self) -> bool:
        """One of those who look claims the hour, and holds it until the figures are there; says whether this is it."""
        now = self._ground.clock()
        with self._ground.outside() as tx:
            for due in tx.claim(Due, queue=FIGURES, order="due_at", until=now):
                tx.refresh_facts()
                tx.delete(due)
                tx.add(Due(queue=FIGURES, in_workspace=INSTALLATION, subject_id=_THE_ONE, due_at=now + _HOUR))
                return True
            is_known = tx.find(Due, queue=FIGURES, subject_id=_THE_ONE) is not None
        if not is_known:
            with suppress(Conflict), self._ground.outside() as tx:  # somebody else began just now
                tx.add(Due(queue=FIGURES, in_workspace=INSTALLATION, subject_id=_THE_ONE, due_at=now))
        return False
