"""Which passwords are accepted: NIST SP 800-63B, 3.1.1.

    password + who it is for + known passwords  ->  check_password()  ->  nothing, or InvalidInput that says what to do

Length counts; no mixture of kinds of characters is asked for, and nothing is cut off, trimmed or folded: a password
is used exactly as it was typed. Refused is what an attacker tries first: common passwords, also with digits or signs
around them or in the usual disguise (`P@ssw0rd`), repetitions, runs of the keyboard's order, and what is made of the
person's own name and address, of their workspaces' names, or of the names of product and installation (`names_here`).
So is, exactly as it is, what was published after a break-in, where the installation has a list of such passwords.

Promises (tests in tests/core/test_password_rules.py):

* Long enough is enough: every kind of character is accepted, and none is asked for.
* What an attacker tries first is refused, with the reason, and never repeated in the message.
"""

import re
from collections.abc import Collection, Container, Iterable
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from resume_customizer.core.errors import InvalidInput

SHORTEST: Final = 8
ADVISED: Final = 15
"""What NIST asks for where a password is the only factor; said to the person."""
LONGEST_BYTES: Final = 1024
_DISGUISES: Final = (str.maketrans("@4301!$5798", "aaeoiisstgb"), str.maketrans("@4301!$5798", "aaeollsstgb"))
_RUNS: Final = (
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
    "01234567890123456789",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
)
_WORD: Final = re.compile(r"[^\W\d_]{4,}")


class KnownPasswords(NamedTuple):
    """Those that nobody may have."""

    common: Collection[str]
    """In lower case; what is made of them is known, too."""
    published: Container[str] = frozenset()
    """As they were, and nothing that is made of them: of millions something is part of anything."""


def names_here(site: str) -> tuple[str, str]:
    """What everybody knows of an installation: the product's name, and that of the host where it is found."""
    return "Resume Customizer Pro", urlsplit(site).hostname or ""


def check_password(password: str, known: KnownPasswords, about: Iterable[str] = (), shortest: int = SHORTEST) -> None:
    """Go on, or raise InvalidInput `weak-password`.

    `about` is what others know: the person's name and e-mail address, the names of their workspaces, and `names_here`.
    """
    size = len(password.encode("utf-8", "surrogatepass"))
    if len(password) < shortest:
        raise _weak(f"A password needs at least {shortest} characters; {ADVISED} or more are better: take a few words.")
    if size > LONGEST_BYTES:
        raise _weak(f"A password can have at most {LONGEST_BYTES:,} bytes; this one has {size:,}.")
    folded = password.casefold()
    if _is_common(folded, known.common):
        raise _weak("This password is one of those that are tried first. Take a few words that do not belong together.")
    if _is_pattern(folded):
        raise _weak("This password only repeats or follows the keyboard. Take a few words that do not belong together.")
    if _is_about(folded, about):
        raise _weak(
            "This password is made of your name, address or workspace, or of a name of this place. "
            "Take a few other words."
        )
    if password in known.published:
        raise _weak(
            "This password was published after a break-in somewhere. Take a few words that you use nowhere else."
        )


def _weak(message: str) -> InvalidInput:
    return InvalidInput("weak-password", message)


def _is_common(folded: str, common: Collection[str]) -> bool:
    bare = {folded, _without_edges(folded)}
    plain = {each.translate(disguise) for each in bare for disguise in _DISGUISES}
    tries = bare | plain | {_without_edges(each) for each in plain}
    return any(each in common for each in tries if len(each) >= 4)


def _without_edges(text: str) -> str:
    """Without what is put around a word: digits and signs."""
    start, end = 0, len(text)
    while start < end and not text[start].isalpha():
        start += 1
    while start < end and not text[end - 1].isalpha():
        end -= 1
    return text[start:end]


def _is_pattern(folded: str) -> bool:
    """One to four characters again and again, or a run of the keyboard or alphabet, either way."""
    if any(folded == (folded[:size] * len(folded))[: len(folded)] for size in range(1, 5)):
        return True
    return any(folded in run or folded in run[::-1] for run in _RUNS)


def _is_about(folded: str, about: Iterable[str]) -> bool:
    """Whether little is left without the words that others know."""
    left = folded
    for word in sorted({word for text in about for word in _WORD.findall(text.casefold())}, key=len, reverse=True):
        left = left.replace(word, "")
    return left != folded and sum(char.isalpha() for char in left) < 4
