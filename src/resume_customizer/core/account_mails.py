"""What the program itself writes to people about their accounts.

    what happened + who is told + a link  ->  subject and text

Promises (tests in tests/core/test_account_mails.py):

* Nothing that somebody typed as a name can pass for a link or for words of ours: it is cut and stands in quotes.
* Each mail says what happened, what to do, how long its link counts, and what to do if it was not oneself.
"""

import re
from datetime import timedelta
from typing import Final, NamedTuple

from resume_customizer.core.tokens import LIFETIMES, TokenUse

PRODUCT: Final = "Resume Customizer Pro"
_INSIDE_A_LINK: Final = re.compile(r"(?<=[\w-])[.:/](?=[\w/])|//")
_QUOTES: Final = str.maketrans('“”„"', "''''")
_LONGEST_NAME: Final = 60


class Letter(NamedTuple):
    """Subject and plain text."""

    subject: str
    text: str


def verification(link: str) -> Letter:
    """Asks for a proof that the address is the person's own."""
    return _letter(
        "Confirm your e-mail address",
        "Somebody, hopefully you, made an account with this address. Confirm it here:",
        link,
        TokenUse.VERIFY_EMAIL,
        "If it was not you, do nothing: without this the account can't be used.",
    )


def already_registered() -> Letter:
    """Goes to the owner of an account when somebody registers with its address again."""
    return _letter(
        "You have an account already",
        "Somebody, hopefully you, tried to make an account with this address. There is one: sign in with it, or set a "
        "new password on the sign-in page if you have forgotten it.",
        after="If it was not you, nothing has changed and nothing has to be done.",
    )


def password_reset(link: str) -> Letter:
    """Lets somebody set a new password."""
    return _letter(
        "Set a new password",
        "Somebody, hopefully you, asked for a new password for this account. Set it here:",
        link,
        TokenUse.RESET_PASSWORD,
        "If it was not you, do nothing: your password stays as it is.",
    )


def password_changed() -> Letter:
    """Tells that the password is another one now."""
    return _letter(
        "Your password was changed",
        "The password of your account was changed just now, and you were signed out everywhere else.",
        after="If it was not you, set a new one on the sign-in page at once and tell whoever runs the installation.",
    )


def second_factor_changed(*, switched_on: bool) -> Letter:
    """Tells that the second factor was switched on or off."""
    state = "on" if switched_on else "off"
    elsewhere = ", and you were signed out everywhere else" if switched_on else ""
    return _letter(
        f"Your second factor was switched {state}",
        f"Signing in with a code from an app was switched {state} for your account just now{elsewhere}.",
        after="If it was not you, change your password at once and tell whoever runs the installation.",
    )


def invitation(workspace: str, inviter: str, role: str, link: str) -> Letter:
    """Asks somebody to join a workspace."""
    return _letter(
        f"Join “{quoted(workspace)}”",
        f"“{quoted(inviter)}” invites you to the workspace “{quoted(workspace)}” as {role}. Join here:",
        link,
        TokenUse.INVITATION,
        "If you do not know them, do nothing.",
    )


def webhook_switched_off(name: str, why: str) -> Letter:
    """Tells who made a webhook that it gets no messages any more."""
    return _letter(
        "A webhook was switched off",
        f"The webhook “{quoted(name)}” was switched off, because its receiver did not take any message. {why}",
        after="When the receiver works again, switch the webhook on in the workspace's settings; what was given up can "
        "be sent again from there for a week.",
    )


def batch_over(name: str, done: int, failed: int, site: str) -> Letter:
    """Tells who ordered a batch that it is over."""
    made = f"{done:,} {'document was' if done == 1 else 'documents were'} made"
    told = f"{made}, {failed:,} could not be" if failed else f"{made}, and none failed"
    after = "Each of those that could not be made says why, and can be tried again alone. " if failed else ""
    return _letter(
        f"“{quoted(name)}” is over",
        f"The batch “{quoted(name)}” that you ordered is over: {told}. It is here, under Bulk:",
        site,
        after=f"{after}You get this because you asked for it when you prepared the batch. If it was not you, tell "
        "whoever owns the workspace.",
    )


def quoted(name: str) -> str:
    """A name as it may stand in a mail: short, on one line, and nothing in it that mail programs make a link of."""
    plain = _INSIDE_A_LINK.sub(" ", " ".join(name.split())).translate(_QUOTES).replace("@", " at ")
    plain = " ".join(plain.replace("//", " ").split())
    return plain if len(plain) <= _LONGEST_NAME else plain[: _LONGEST_NAME - 1].rstrip() + "…"


def _letter(subject: str, before: str, link: str = "", use: TokenUse | None = None, after: str = "") -> Letter:
    parts = [before]
    if link:
        parts.append(link)
    if use:
        after = f"The link counts once, for {_span(LIFETIMES[use])}. {after}"
    return Letter(f"{subject} – {PRODUCT}", "\n\n".join([*parts, after]) + "\n")


def _span(lifetime: timedelta) -> str:
    return f"{lifetime.days} days" if lifetime.days else f"{lifetime.seconds // 60} minutes"
