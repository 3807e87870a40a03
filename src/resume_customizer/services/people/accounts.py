"""Accounts: registering, confirming the address, passwords, profile.

    address + password  ->  register()  ->  a mail with a link  ->  confirm_address()  ->  signing in (signing_in.py)

Promises (tests in tests/services/test_accounts.py):

* Registering and asking for a new password say the same whether or not there is an account with the address.
* Who may register is the installation's choice: everybody, who was invited, nobody.
* A new password, however it came about, signs out everywhere else and ends every link that was under way.
* A link counts once and for its time only; asking for another one does not end it, using one ends the others.
* Letters to one address are bounded, whoever asks for them.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from resume_customizer.core import account_mails
from resume_customizer.core.accounts import Registration, read_address, read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.business_time import BusinessHours
from resume_customizer.core.errors import InvalidInput, NotPermitted
from resume_customizer.core.password_rules import SHORTEST, KnownPasswords, check_password, names_here
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.accounts import OneTimeToken, Profile, User
from resume_customizer.core.records.workspaces import Workspace
from resume_customizer.core.tokens import TokenUse, check_single_use, hash_token
from resume_customizer.services.ground import Ground, end_sessions, end_tokens
from resume_customizer.services.people.asking_again import AskingAgain
from resume_customizer.services.people.invitations import open_invitation
from resume_customizer.services.people.letter_pace import LetterPace
from resume_customizer.services.people.membership import workspace_names
from resume_customizer.services.ports import PasswordHashes
from resume_customizer.services.store import Transaction

_LONGEST_BIO: Final = 2_000
_MOST_SKILLS: Final = 100


@dataclass(frozen=True, slots=True)
class AccountRules:
    """What an installation has chosen."""

    registration: Registration = Registration.INVITE_ONLY
    shortest_password: int = SHORTEST
    second_factor_needed: bool = False
    """Whether nobody gets further without one, whatever workspaces say."""


@dataclass(frozen=True, slots=True)
class AboutMe:
    """What a person says of themselves."""

    name: str
    bio: str = ""
    skills: tuple[str, ...] = ()
    time_zone: str = "UTC"


class Accounts:
    """What people do with their accounts."""

    def __init__(
        self,
        ground: Ground,
        passwords: PasswordHashes,
        asking: AskingAgain,
        common: Callable[[], KnownPasswords],
        rules: AccountRules,
    ) -> None:
        """`common` gives the passwords that nobody may have."""
        self._ground, self._passwords, self._common, self._rules = ground, passwords, common, rules
        self._asking, self._letters = asking, LetterPace(ground)

    # -------------------------------------------------------------- registering

    def register(self, actor: Actor, address: str, name: str, password: str, invitation: str = "") -> None:
        """Make an account that waits for its address to be confirmed; the link goes out by mail.

        The answer is the same when there is one already: then its owner is told by mail. Raises InvalidInput for an
        address, name or password that can't be used, NotPermitted where registering is not open.
        """
        to, named = read_address(address), read_name(name)
        self._check_password(password, named, to.written, *self._invited_to(invitation))
        self._check_may_register(to.key, invitation)
        hashed = self._passwords.hash(password)
        may_go = self._letters.may_go(TokenUse.VERIFY_EMAIL, to.key)
        with self._ground.outside() as tx:
            known = tx.find(User, email_key=to.key)
            if known is not None:
                if may_go:
                    self._ground.post(tx, known.email, account_mails.already_registered())
                return
            user = User(email=to.written, email_key=to.key, name=named, password_hash=hashed)
            tx.add(user)
            link = self._ground.new_link(tx, TokenUse.VERIFY_EMAIL, user.id)
            self._ground.post(tx, user.email, account_mails.verification(link))
            self._ground.record(tx, actor, "account.registered", ("user", user.id))

    def _check_may_register(self, email_key: str, invitation: str) -> None:
        if self._rules.registration is Registration.OPEN:
            return
        if self._rules.registration is Registration.CLOSED:
            raise NotPermitted("registration-closed", "Nobody can register here: ask whoever runs this installation.")
        found = open_invitation(self._ground, invitation)
        if found is None or found.email_key != email_key:
            raise NotPermitted(
                "registration-closed",
                "Only who was invited can register here: open the link of the invitation, and use the same address.",
            )

    def confirm_address(self, actor: Actor, token: str) -> None:
        """The link of the mail was opened: the account can be used. Raises InvalidInput `bad-token`."""
        with self._ground.outside() as tx:
            user, now = self._use_link(tx, token, TokenUse.VERIFY_EMAIL), self._ground.clock()
            tx.update(replace(user, verified_at=now))
            end_tokens(tx, user.id, TokenUse.VERIFY_EMAIL, now)
            self._ground.record(tx, actor, "account.confirmed", ("user", user.id))

    def ask_confirmation(self, actor: Actor, address: str) -> None:
        """Send the link for confirming once more; says nothing of whether there is an account."""
        to = read_address(address)
        user = self._known(to.key)
        if user is None or user.verified_at is not None:
            return
        if self._letters.may_go(TokenUse.VERIFY_EMAIL, to.key):
            with self._ground.outside() as tx:
                link = self._ground.new_link(tx, TokenUse.VERIFY_EMAIL, user.id)
                self._ground.post(tx, user.email, account_mails.verification(link))
                self._ground.record(tx, actor, "account.confirmation-asked", ("user", user.id))

    # -------------------------------------------------------------- passwords

    def ask_new_password(self, actor: Actor, address: str) -> None:
        """Send a link for setting a new password; says nothing of whether there is an account."""
        to = read_address(address)
        user = self._known(to.key)
        if user is None or user.disabled_at is not None:
            return
        if self._letters.may_go(TokenUse.RESET_PASSWORD, to.key):
            with self._ground.outside() as tx:
                link = self._ground.new_link(tx, TokenUse.RESET_PASSWORD, user.id)
                self._ground.post(tx, user.email, account_mails.password_reset(link))
                self._ground.record(tx, actor, "password.reset-asked", ("user", user.id))

    def reset_password(self, actor: Actor, token: str, password: str) -> None:
        """Set a new password by the link of a mail, which also proves the address. Raises InvalidInput."""
        with self._ground.outside() as tx:
            _, user = self._link(tx, token, TokenUse.RESET_PASSWORD)
        self._check_password(password, user.name, user.email, *workspace_names(self._ground, user.id))
        hashed = self._passwords.hash(password)
        with self._ground.outside() as tx:
            user = self._use_link(tx, token, TokenUse.RESET_PASSWORD)
            proved = replace(user, verified_at=user.verified_at or self._ground.clock())
            self._set_password(tx, proved, hashed)
            self._ground.record(tx, actor, "password.reset", ("user", user.id))

    def password_ends_at(self, actor: Actor) -> datetime | None:
        """Until when the actor's password counts, which somebody else has chosen; None: it is their own."""
        actor.require(Action.CHANGE_OWN_ACCOUNT)
        with self._ground.outside() as tx:
            return tx.get(User, actor.user_id).renew_at

    def change_password(self, actor: Actor, old: str, new: str) -> None:
        """Set a new password, knowing the old one; every other session ends. Raises InvalidInput."""
        actor.require(Action.CHANGE_OWN_ACCOUNT)
        user = self._asking.check(actor, old, "The old password is not right. Nothing was changed.")
        self._check_password(new, user.name, user.email, *workspace_names(self._ground, user.id))
        hashed = self._passwords.hash(new)
        with self._ground.outside() as tx:
            self._set_password(tx, tx.get(User, actor.user_id), hashed, but=actor.session_id)
            self._ground.record(tx, actor, "password.changed", ("user", user.id))

    def _check_password(self, password: str, *about: str) -> None:
        known = (*about, *names_here(self._ground.site))
        check_password(password, self._common(), known, self._rules.shortest_password)

    def _invited_to(self, invitation: str) -> tuple[str, ...]:
        """What the workspace of an invitation that counts is called."""
        found = open_invitation(self._ground, invitation)
        if found is None:
            return ()
        with self._ground.within(found.workspace_id) as tx:
            return (tx.get(Workspace, found.workspace_id).name,)

    def _set_password(self, tx: Transaction, user: User, hashed: str, but: str = "") -> None:
        now = self._ground.clock()
        tx.update(replace(user, password_hash=hashed, renew_at=None))
        end_sessions(tx, user.id, now, but)
        for use in (TokenUse.RESET_PASSWORD, TokenUse.VERIFY_EMAIL):
            end_tokens(tx, user.id, use, now)
        self._ground.post(tx, user.email, account_mails.password_changed())

    def _known(self, email_key: str) -> User | None:
        with self._ground.outside() as tx:
            return tx.find(User, email_key=email_key)

    def _use_link(self, tx: Transaction, token: str, use: TokenUse) -> User:
        """Whose link it is; it counts no more."""
        link, user = self._link(tx, token, use)
        tx.update(replace(link, used_at=self._ground.clock()))
        return user

    def _link(self, tx: Transaction, token: str, use: TokenUse) -> tuple[OneTimeToken, User]:
        link = check_single_use(tx.find(OneTimeToken, token_hash=hash_token(token, use)), self._ground.clock())
        return link, tx.get(User, link.user_id)

    # -------------------------------------------------------------- profile

    def about_me(self, actor: Actor) -> AboutMe:
        """What the actor says of themselves."""
        actor.require(Action.CHANGE_OWN_ACCOUNT)
        with self._ground.outside() as tx:
            user, profile = tx.get(User, actor.user_id), tx.find(Profile, user_id=actor.user_id)
        return AboutMe(user.name, profile.bio, profile.skills, profile.time_zone) if profile else AboutMe(user.name)

    def change_about_me(self, actor: Actor, about: AboutMe) -> None:
        """Say something else of oneself; raises InvalidInput."""
        actor.require(Action.CHANGE_OWN_ACCOUNT)
        BusinessHours(about.time_zone)
        name = read_name(about.name)
        skills = tuple(dict.fromkeys(read_name(skill, "skill") for skill in about.skills))
        if len(about.bio) > _LONGEST_BIO or len(skills) > _MOST_SKILLS:
            raise InvalidInput(
                "too-long", f"A profile has at most {_LONGEST_BIO:,} characters of text and {_MOST_SKILLS} skills."
            )
        with self._ground.outside() as tx:
            user, profile = tx.get(User, actor.user_id), tx.find(Profile, user_id=actor.user_id)
            if user.name != name:
                tx.update(replace(user, name=name))
            if profile is None:
                tx.add(Profile(user_id=user.id, bio=about.bio, skills=skills, time_zone=about.time_zone))
            else:
                tx.update(replace(profile, bio=about.bio, skills=skills, time_zone=about.time_zone))
            self._ground.record(tx, actor, "profile.changed", ("user", user.id))
