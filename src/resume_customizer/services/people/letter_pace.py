"""How many letters with links go to one address: whoever asks for them, nobody's mailbox is filled.

    what the letter is for, the address  ->  LetterPace.may_go()  ->  counted, and it goes  |  it does not go now

Promises (tests in tests/services/test_letter_pace.py):

* Three letters at once go to an address, then one after growing waits; asked for at the same moment, too.
* No wait is longer than a link counts: who does not get a letter has one whose link still counts.
"""

import hashlib
from dataclasses import replace

from resume_customizer.core.accounts import FOR_LETTERS, Failures, is_held, with_failure
from resume_customizer.core.errors import Conflict
from resume_customizer.core.records.accounts import SignInFailures
from resume_customizer.core.tokens import TokenUse
from resume_customizer.services.ground import Ground
from resume_customizer.services.people.sign_in_tries import ATTEMPTS, tries_of


class LetterPace:
    """For the services that write letters which anybody can ask for."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def may_go(self, use: TokenUse, key: str) -> bool:
        """Whether one more letter of a kind goes to an address now; it is counted when it does."""
        subject = f"letters {use} {hashlib.sha256(key.encode()).hexdigest()}"
        for _ in range(ATTEMPTS):
            try:
                return self._counted(subject)
            except Conflict:  # another first letter to the same address was quicker
                continue
        return False

    def _counted(self, subject: str) -> bool:
        now = self._ground.clock()
        with self._ground.outside() as tx:
            sent = tries_of(tx, subject)
            before = Failures(sent.count, sent.last_at) if sent else Failures()
            if is_held(before, FOR_LETTERS, now):
                return False
            after = with_failure(before, FOR_LETTERS, now)
            if sent:
                tx.update(replace(sent, count=after.count, last_at=now))
            else:
                tx.add(SignInFailures(subject=subject, count=after.count, last_at=now))
        return True
