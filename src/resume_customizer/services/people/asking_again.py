"""The password, asked for once more before what nobody else at an open session may do.

    actor, password  ->  AskingAgain.check()  ->  their account  |  InvalidInput `wrong-password`, QuotaExceeded

Promises (tests in tests/services/test_asking_again.py):

* A wrong password counts as a try to sign in, wherever it is asked for: an open session is no way around the limit, and
  leaves an entry of the trail.
"""

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.accounts import User
from resume_customizer.services.ground import Ground
from resume_customizer.services.people.sign_in_tries import SignInTries
from resume_customizer.services.ports import PasswordHashes


class AskingAgain:
    """For the services whose work needs the password."""

    def __init__(self, ground: Ground, passwords: PasswordHashes) -> None:
        self._ground, self._passwords, self._tries = ground, passwords, SignInTries(ground)

    def check(
        self, actor: Actor, password: str, refused: str = "The password is not right. Nothing was changed."
    ) -> User:
        """The actor's account. Raises InvalidInput `wrong-password`, QuotaExceeded `too-many-tries`, Unavailable."""
        actor.require(Action.SET_UP_ACCOUNT)
        with self._ground.outside() as tx:
            user = tx.get(User, actor.user_id)
        with self._passwords.turn():
            self._tries.count(user.email_key, actor.source.address)
            if not self._passwords.verify(password, user.password_hash).matches:
                with self._ground.outside() as tx:
                    self._ground.record(tx, actor, "password.refused", ("user", user.id))
                raise InvalidInput("wrong-password", refused)
        with self._ground.outside() as tx:
            self._tries.forget(tx, user.email_key, actor.source.address)
        return user
