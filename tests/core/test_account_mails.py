"""Mails about accounts: the promises of resume_customizer.core.account_mails."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core import account_mails
from resume_customizer.core.account_mails import Letter, quoted

LINK = "https://desk.example/reset?token=abc"
LETTERS = [
    account_mails.verification(LINK),
    account_mails.already_registered(),
    account_mails.password_reset(LINK),
    account_mails.password_changed(),
    account_mails.second_factor_changed(switched_on=True),
    account_mails.invitation("Bright Desk", "Nadia Okonkwo", "editor", LINK),
    account_mails.batch_over("Monday", 12, 1, LINK),
    account_mails.batch_over("Monday", 1, 0, LINK),
]


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.subject)
def test_each_mail_says_what_happened_and_what_to_do_if_it_was_not_oneself(letter: Letter) -> None:
    assert letter.subject.endswith(" – Resume Customizer Pro")
    assert re.search(r"If (it was not you|you do not know them), ", letter.text)
    assert letter.text.endswith(".\n")
    assert all(len(part) > 20 for part in letter.text.split("\n\n"))


def test_a_link_stands_alone_on_its_line_and_how_long_it_counts_is_said() -> None:
    spans = {account_mails.verification: "2 days", account_mails.password_reset: "15 minutes"}

    for write, span in spans.items():
        assert LINK in write(LINK).text.splitlines()
        assert f"The link counts once, for {span}." in write(LINK).text
    assert "7 days" in account_mails.invitation("Desk", "Nadia", "viewer", LINK).text


def test_names_stand_in_quotation_marks() -> None:
    letter = account_mails.invitation("Bright Desk", "Nadia Okonkwo", "editor", LINK)

    assert letter.subject == "Join “Bright Desk” – Resume Customizer Pro"
    assert "“Nadia Okonkwo” invites you to the workspace “Bright Desk” as editor." in letter.text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Bright Desk", "Bright Desk"),
        ("Bright Desk, Inc.", "Bright Desk, Inc."),
        ("https://evil.example/win", "https evil example win"),
        ("evil.example", "evil example"),
        ("write to x@evil.example", "write to x at evil example"),
        ("Desk” as owner. Sign in at “x", "Desk' as owner. Sign in at 'x"),
        ("a\r\nBcc: b", "a Bcc: b"),
        ("x" * 90, "x" * 59 + "…"),
    ],
)
def test_nothing_that_was_typed_as_a_name_can_pass_for_a_link_or_for_words_of_ours(name: str, shown: str) -> None:
    assert quoted(name) == shown


@given(st.text(max_size=200))
def test_no_name_breaks_out_of_its_line_or_its_quotation_marks(name: str) -> None:
    shown = quoted(name)

    assert len(shown) <= 60
    assert not set(shown) & set('“”"\r\n@')
    assert "//" not in shown
    assert len(shown.splitlines()) <= 1
