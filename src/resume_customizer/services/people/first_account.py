"""The first account of an installation: whoever starts it on their own machine makes it, and runs it from then on.

is_open()  ->  make()  ->  an operator with a confirmed address and a workspace; then never again

Promises (tests in tests/services/test_first_account.py):

* It is made where there is no account at all, once; two at the same moment make one.
* Its owner can sign in at once: there is nobody who could have sent a mail.
"""

from collections.abc import Callable

from resume_customizer.core.accounts import read_address, read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict
from resume_customizer.core.password_rules import SHORTEST, KnownPasswords, check_password, names_here
from resume_customizer.core.records.accounts import User
from resume_customizer.services.ground import Ground
from resume_customizer.services.ports import PasswordHashes


class FirstAccount:
    """How an installation begins."""

    def __init__(
        self, ground: Ground, passwords: PasswordHashes, common: Callable[[], KnownPasswords], shortest: int = SHORTEST
    ) -> None:
        """`common` gives the passwords that nobody may have; a password has at least `shortest` characters."""
        self._ground, self._passwords, self._common, self._shortest = ground, passwords, common, shortest

    def is_open(self, actor: Actor) -> bool:  # noqa: ARG002 - whoever asks
        """Whether there is no account yet."""
        with self._ground.outside() as tx:
            return tx.count(User) == 0

    def make(self, actor: Actor, address: str, name: str, password: str) -> str:
        """Make it; gives its id. Raises InvalidInput, and Conflict `not-the-first` when there is an account."""
        to, named = read_address(address), read_name(name)
        if not self.is_open(actor):
            raise _too_late()
        check_password(password, self._common(), (named, to.written, *names_here(self._ground.site)), self._shortest)
        hashed, now = self._passwords.hash(password), self._ground.clock()
        with self._ground.outside() as tx:
            user = User(
                email=to.written,
                email_key=to.key,
                name=named,
                password_hash=hashed,
                verified_at=now,
                is_operator=True,
            )
            # The trail's head is locked first: who comes at the same moment waits for it, and then counts one.
            self._ground.record(tx, actor, "account.first", ("user", user.id))
            if tx.count(User):
                raise _too_late()
            tx.add(user)
        return user.id


def _too_late() -> Conflict:
    return Conflict("not-the-first", "There is an account already: sign in, or ask whoever runs this installation.")
