"""How many letters go to one address: the promises of resume_customizer.services.people.letter_pace."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from builders.desk import NOBODY, PASSWORD, Desk
from resume_customizer.core.accounts import FOR_LETTERS
from resume_customizer.core.errors import QuotaExceeded
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.accounts import SignInFailures
from resume_customizer.core.tokens import LIFETIMES, TokenUse
from resume_customizer.services.people.letter_pace import LetterPace
from resume_customizer.services.people.sign_in_tries import prune_tries

ANN = "ann@desk.example"


def letters_to(desk: Desk, address: str = ANN) -> int:
    return sum(to == address for to, _ in desk.letters)


def test_asking_again_and_again_fills_nobody_s_mailbox(desk: Desk) -> None:
    desk.person("ann")
    before = letters_to(desk)
    for _ in range(60):
        desk.accounts.ask_new_password(NOBODY, ANN)
        desk.accounts.ask_new_password(NOBODY, ANN.upper())
        desk.later(minutes=1)

    assert letters_to(desk) - before == 7


def test_no_wait_is_longer_than_a_link_counts(desk: Desk) -> None:
    """So that who gets no letter has one in the mailbox whose link still counts, however many ask for it."""
    assert FOR_LETTERS.longest_wait <= min(LIFETIMES[TokenUse.RESET_PASSWORD], LIFETIMES[TokenUse.VERIFY_EMAIL])

    desk.person("ann")
    for _ in range(200):
        desk.accounts.ask_new_password(NOBODY, ANN)
        desk.later(minutes=1)
    desk.accounts.ask_new_password(NOBODY, ANN)
    desk.accounts.reset_password(NOBODY, desk.token_of(ANN), "a vase of another kind")
    assert desk.sign_in("ann", "a vase of another kind")


def test_a_link_that_somebody_else_asks_for_ends_none_before_it_and_using_one_ends_all(desk: Desk) -> None:
    desk.person("ann")
    desk.accounts.ask_new_password(NOBODY, ANN)
    mine = desk.token_of(ANN)
    desk.accounts.ask_new_password(NOBODY, ANN)
    theirs = desk.token_of(ANN)
    assert mine != theirs

    desk.accounts.reset_password(NOBODY, mine, "a vase of another kind")

    with pytest.raises(Exception, match="was used"):
        desk.accounts.reset_password(NOBODY, theirs, "a vase of a third kind")


def test_links_for_confirming_are_bounded_and_go_on_too(desk: Desk) -> None:
    desk.accounts.register(NOBODY, ANN, "Ann", PASSWORD)
    first = desk.token_of(ANN)
    for _ in range(10):
        desk.accounts.ask_confirmation(NOBODY, ANN)
        desk.accounts.register(NOBODY, ANN, "Eve", PASSWORD)

    assert letters_to(desk) == 3
    desk.accounts.confirm_address(NOBODY, first)
    assert desk.sign_in("ann")
    with pytest.raises(Exception, match="was used"):
        desk.accounts.confirm_address(NOBODY, desk.token_of(ANN))


def test_who_invites_too_often_is_told_so_and_the_link_before_counts(desk: Desk) -> None:
    ann = desk.workspace("ann")
    for _ in range(3):
        desk.workspaces.invite(ann, "bob@desk.example", Role.VIEWER)
    with pytest.raises(QuotaExceeded) as refusal:
        desk.workspaces.invite(ann, "bob@desk.example", Role.VIEWER)

    assert refusal.value.code == "too-many-letters"
    assert letters_to(desk, "bob@desk.example") == 3
    token = desk.token_of("bob@desk.example")
    assert desk.workspaces.join(desk.person("bob"), token) == ann.workspace_id
    desk.workspaces.invite(ann, "carl@desk.example", Role.VIEWER)


def test_letters_that_are_asked_for_at_the_same_moment_are_bounded_too(desk: Desk) -> None:
    pace = LetterPace(desk.ground)
    with ThreadPoolExecutor(8) as pool:
        allowed = list(pool.map(lambda _: pace.may_go(TokenUse.RESET_PASSWORD, ANN), range(16)))

    assert 1 <= sum(allowed) <= 3


def test_what_was_counted_is_removed_and_holds_no_address(desk: Desk) -> None:
    desk.person("ann")
    desk.accounts.ask_new_password(NOBODY, ANN)
    with desk.ground.outside() as tx:
        kept = [each for each in tx.every(SignInFailures) if each.subject.startswith("letters ")]
    assert len(kept) == 2
    assert "ann" not in "".join(each.subject for each in kept).replace("verify-email", "")

    desk.later(days=1, minutes=1)
    assert prune_tries(desk.ground) >= 2
