"""What mail is sent and read with: the promises of resume_customizer.infrastructure.mail_means."""

from pathlib import Path

import pytest

from resume_customizer.core.errors import InvalidInput, Unavailable
from resume_customizer.infrastructure.mail_means import MailSetting, make_mail_means, tokens_of


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program of the operator, which prints what it got, an argument in brackets each, and remembers that it ran."""
    made = tmp_path / "print-token"
    made.write_text(f'#!/bin/sh\ntouch "{tmp_path}/ran"\nfor each in "$@"; do printf "[%s]" "$each"; done\n', "utf-8")
    made.chmod(0o700)
    return made


@pytest.mark.parametrize(
    "user",
    [
        "anna@desk.example",
        "anna b",
        "$(touch x)",
        "`id`;id|id&",
        "'\"",
        "anna -h",
        "*",
        "\N{LATIN SMALL LETTER U}\u0308",
    ],
)
def test_the_program_for_tokens_gets_one_name_as_it_is(program: Path, user: str) -> None:
    assert tokens_of(program)(user) == f"[{user}]"
    assert [each.name for each in program.parent.iterdir() if each.name == "x"] == []


@pytest.mark.parametrize("user", ["-", "-h", "--help", "--output=/tmp/x", "-anna@desk.example"])
def test_a_name_that_it_could_take_for_an_option_it_never_gets(program: Path, user: str) -> None:
    with pytest.raises(InvalidInput, match="hyphen"):
        tokens_of(program)(user)

    assert not (program.parent / "ran").exists()


@pytest.mark.parametrize("script", ["exit 1", "true", "printf 'a\\nb'", "printf '%020000d' 1"])
def test_what_is_no_token_is_refused_in_a_sentence(program: Path, script: str) -> None:
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")

    with pytest.raises(Unavailable, match="gave none"):
        tokens_of(program)("anna")


def test_a_program_that_is_not_there_is_told() -> None:
    with pytest.raises(Unavailable, match="did not run"):
        tokens_of(Path("/nowhere/at-all"))("anna")
    with pytest.raises(Unavailable, match="not set"):
        tokens_of(None)("anna")


def test_without_a_server_of_its_own_the_installation_has_none() -> None:
    assert make_mail_means(MailSetting()).own is None
    with pytest.raises(InvalidInput, match="RCP_SMTP_SENDER"):
        make_mail_means(MailSetting(host="mail.example"))
