"""Which passwords are accepted: the promises of resume_customizer.core.password_rules."""

import pytest

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.password_rules import KnownPasswords, check_password

KNOWN = KnownPasswords(
    frozenset({"password", "sunshine", "welcome", "iloveyou", "12345678", "dragon"}), {"quiet Lantern 8"}
)
ABOUT = ("Nadia Okonkwo", "nadia.okonkwo@brightdesk.example", "Brightdesk Staffing")


def why_refused(password: str, shortest: int = 8) -> str:
    with pytest.raises(InvalidInput) as refusal:
        check_password(password, KNOWN, ABOUT, shortest)
    assert refusal.value.code == "weak-password"
    return refusal.value.message


@pytest.mark.parametrize(
    "password",
    [
        "plumvase",
        "correct horse battery staple",
        "   eight spaces at both ends    ",
        "日本語の長い合言葉です",
        "🦊🐢🦉🐙🦀🐌🦋🐞",
        "kettle\x00drum\tfoo",
        "NADIA likes purple umbrellas",
        "x" * 3 + "quiet-lantern" * 70,
        "lone surrogate \ud800 here",
    ],
)
def test_long_enough_is_enough_with_every_kind_of_character(password: str) -> None:
    check_password(password, KNOWN, ABOUT)


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("7 chars", "at least 8 characters"),
        ("", "at least 8 characters"),
        ("p" + "lum vase" * 128, "at most 1,024 bytes"),
        ("日" * 342, "at most 1,024 bytes"),
        ("password", "tried first"),
        ("PassWord", "tried first"),
        ("P@ssw0rd", "tried first"),
        ("Sunshine2026!", "tried first"),
        ("***dragon***", "tried first"),
        ("w3lc0me!!", "tried first"),
        ("We1come2026", "tried first"),
        ("12345678", "tried first"),
        ("aaaaaaaaaaaa", "repeats"),
        ("abcabcabcabca", "repeats"),
        ("qwertyuiopas", "repeats"),
        ("lkjhgfdsa", "repeats"),
        ("0987654321", "repeats"),
        ("1qaz2wsx3edc", "repeats"),
        ("Nadia1984", "your name"),
        ("okonkwo-nadia", "your name"),
        ("brightdesk!1", "your name"),
    ],
)
def test_what_an_attacker_tries_first_is_refused_with_the_reason(password: str, reason: str) -> None:
    message = why_refused(password)

    assert reason in message
    assert password in {"", "password"} or password not in message  # the word itself stands in the sentence


def test_an_installation_may_ask_for_longer_passwords() -> None:
    assert "at least 15 characters" in why_refused("plum vase 12", shortest=15)


def test_a_hostile_password_is_judged_quickly() -> None:
    assert "at most 1,024 bytes" in why_refused("a@4" * 1_000_000)
    check_password("ab-" * 300 + "c", KNOWN, [" ".join(f"word{'x' * n}" for n in range(200))])


def test_what_was_published_is_refused_exactly_as_it_was() -> None:
    assert "published after a break-in" in why_refused("quiet Lantern 8")
    for other in ("quiet lantern 8", "quiet Lantern 88", "quiet Lantern"):
        check_password(other, KNOWN, ABOUT)
