"""Accounts: the promises of resume_customizer.services.people.accounts."""

from pathlib import Path

import pytest

from builders.desk import NOBODY, PASSWORD, Desk
from resume_customizer.core.accounts import Registration
from resume_customizer.core.errors import InvalidInput, NotPermitted, NotSignedIn
from resume_customizer.core.permissions import Role
from resume_customizer.services.people.accounts import AboutMe

ADDRESS = "ann@desk.example"
OTHER = "a kettle of quiet foxes"


def test_an_account_can_be_used_once_its_address_is_confirmed(desk: Desk) -> None:
    desk.accounts.register(NOBODY, ADDRESS, "Ann", PASSWORD)
    with pytest.raises(NotSignedIn, match="Open the link in the mail"):
        desk.sign_in("ann")

    desk.accounts.confirm_address(NOBODY, desk.token_of(ADDRESS))

    assert desk.sign_in("ann").user_id


def test_registering_twice_looks_the_same_and_tells_the_owner(desk: Desk) -> None:
    desk.person("ann")

    desk.accounts.register(NOBODY, "ANN@desk.example", "Mallory", OTHER)

    assert [letter.subject.split(" – ")[0] for _, letter in desk.letters] == [
        "Confirm your e-mail address",
        "You have an account already",
    ]
    assert desk.sign_in("ann", PASSWORD)
    with pytest.raises(NotSignedIn):
        desk.sign_in("ann", OTHER)


@pytest.mark.parametrize(
    ("address", "name", "password"),
    [
        ("no address", "Ann", PASSWORD),
        (ADDRESS, "", PASSWORD),
        (ADDRESS, "Ann", "short"),
        (ADDRESS, "Ann", "Sunshine2026!"),
        (ADDRESS, "Annabella Lindqvist", "annabella lindqvist"),
    ],
)
def test_what_can_not_be_used_makes_no_account(desk: Desk, address: str, name: str, password: str) -> None:
    with pytest.raises(InvalidInput):
        desk.accounts.register(NOBODY, address, name, password)

    assert desk.letters == []


def test_who_may_register_is_the_choice_of_the_installation(tmp_path: Path) -> None:
    closed = Desk(tmp_path, Registration.CLOSED)
    with pytest.raises(NotPermitted, match="Nobody can register here"):
        closed.accounts.register(NOBODY, ADDRESS, "Ann", PASSWORD)
    assert closed.letters == []


def test_who_was_invited_can_register_with_that_address_only(desk: Desk, tmp_path: Path) -> None:
    owner = desk.workspace("ann")
    by_invitation = Desk(tmp_path, Registration.INVITE_ONLY)
    by_invitation.workspaces.invite(owner, "bob@desk.example", Role.EDITOR)
    token = by_invitation.token_of("bob@desk.example")

    for address, shown in (("eve@desk.example", token), ("bob@desk.example", "wrong"), ("bob@desk.example", "")):
        with pytest.raises(NotPermitted, match="Only who was invited"):
            by_invitation.accounts.register(NOBODY, address, "Eve", PASSWORD, shown)

    by_invitation.accounts.register(NOBODY, "bob@desk.example", "Bob", PASSWORD, token)
    by_invitation.later(days=8)
    with pytest.raises(NotPermitted):
        by_invitation.accounts.register(NOBODY, "bob@desk.example", "Bob", PASSWORD, token)


def test_a_link_counts_once_and_for_its_time_only(desk: Desk) -> None:
    desk.person("ann")
    desk.accounts.ask_new_password(NOBODY, ADDRESS)
    token = desk.token_of(ADDRESS)

    desk.later(minutes=14, seconds=59)
    with pytest.raises(InvalidInput, match="at least 8 characters"):
        desk.accounts.reset_password(NOBODY, token, "short")
    desk.accounts.reset_password(NOBODY, token, OTHER)
    with pytest.raises(InvalidInput, match="was used"):
        desk.accounts.reset_password(NOBODY, token, PASSWORD)

    desk.accounts.ask_new_password(NOBODY, ADDRESS)
    desk.later(minutes=15)
    with pytest.raises(InvalidInput, match="has expired"):
        desk.accounts.reset_password(NOBODY, desk.token_of(ADDRESS), PASSWORD)
    assert desk.sign_in("ann", OTHER)


def test_a_link_of_one_kind_is_not_one_of_another(desk: Desk) -> None:
    desk.person("ann")
    desk.accounts.ask_new_password(NOBODY, ADDRESS)

    with pytest.raises(InvalidInput):
        desk.accounts.confirm_address(NOBODY, desk.token_of(ADDRESS))
    desk.accounts.reset_password(NOBODY, desk.token_of(ADDRESS), OTHER)


def test_asking_for_links_says_nothing_of_whether_there_is_an_account(desk: Desk) -> None:
    desk.accounts.ask_new_password(NOBODY, "nobody@desk.example")
    desk.accounts.ask_confirmation(NOBODY, "nobody@desk.example")

    assert desk.letters == []


def test_a_new_password_signs_out_everywhere_else_and_ends_links_that_are_under_way(desk: Desk) -> None:
    here, elsewhere = desk.person("ann"), desk.sign_in("ann")
    desk.accounts.ask_new_password(NOBODY, ADDRESS)

    desk.accounts.change_password(here, PASSWORD, OTHER)

    with pytest.raises(NotSignedIn):
        desk.signing_in.actor_of(NOBODY, elsewhere.session_token.reveal())
    assert [device.is_this_one for device in desk.devices.list_devices(here)] == [True]
    with pytest.raises(InvalidInput):
        desk.accounts.reset_password(NOBODY, desk.token_of(ADDRESS), PASSWORD)
    assert desk.letters[-1][1].subject.startswith("Your password was changed")


def test_changing_the_password_needs_the_old_one(desk: Desk) -> None:
    ann = desk.person("ann")

    with pytest.raises(InvalidInput, match="old password is not right"):
        desk.accounts.change_password(ann, "wrong", OTHER)
    assert desk.sign_in("ann", PASSWORD)


def test_a_reset_by_mail_signs_out_everywhere(desk: Desk) -> None:
    desk.person("ann")
    before = desk.sign_in("ann")
    desk.accounts.ask_new_password(NOBODY, ADDRESS)
    desk.accounts.reset_password(NOBODY, desk.token_of(ADDRESS), OTHER)

    with pytest.raises(NotSignedIn):
        desk.signing_in.actor_of(NOBODY, before.session_token.reveal())
    assert desk.sign_in("ann", OTHER)


def test_a_profile_is_kept_as_it_was_written(desk: Desk) -> None:
    ann = desk.person("ann")
    profile = AboutMe("Ann Lindqvist", "Staffing since 2009.\nLikes foxes.", ("Java", "Kafka"), "Europe/Berlin")

    desk.accounts.change_about_me(ann, profile)

    assert desk.accounts.about_me(ann) == profile


@pytest.mark.parametrize(
    "profile",
    [
        AboutMe(""),
        AboutMe("Ann", "x" * 2_001),
        AboutMe("Ann", time_zone="Mars/Olympus"),
        AboutMe("Ann", skills=("",)),
        AboutMe("Ann", skills=tuple(f"skill {number}" for number in range(101))),
    ],
)
def test_a_profile_that_makes_no_sense_is_refused(desk: Desk, profile: AboutMe) -> None:
    ann = desk.person("ann")

    with pytest.raises(InvalidInput):
        desk.accounts.change_about_me(ann, profile)
    assert desk.accounts.about_me(ann) == AboutMe("Ann")


def test_nobody_has_no_account_to_change(desk: Desk) -> None:
    with pytest.raises(NotSignedIn):
        desk.accounts.about_me(NOBODY)
    with pytest.raises(NotSignedIn):
        desk.accounts.change_password(NOBODY, PASSWORD, OTHER)


@pytest.mark.parametrize("password", ["ResumeCustomizer1", "customizer-pro", "desk.example!", "Bright Harbor 7"])
def test_names_of_product_installation_and_workspace_make_no_password(desk: Desk, password: str) -> None:
    ann = desk.person("ann")
    desk.workspaces.create(ann, "Bright Harbor")
    desk.accounts.ask_new_password(NOBODY, ADDRESS)
    for work in (
        lambda: desk.accounts.change_password(ann, PASSWORD, password),
        lambda: desk.accounts.reset_password(NOBODY, desk.token_of(ADDRESS), password),
    ):
        with pytest.raises(InvalidInput, match="name of this place"):
            work()
    desk.accounts.change_password(ann, PASSWORD, f"{password} and a vase")


def test_the_name_of_the_workspace_that_somebody_is_invited_to_makes_no_first_password(desk: Desk) -> None:
    ann = desk.person("ann")
    owner = desk.signed_in("ann", desk.workspaces.create(ann, "Bright Harbor"))
    desk.workspaces.invite(owner, "bob@desk.example", Role.VIEWER)
    invitation = desk.token_of("bob@desk.example")

    with pytest.raises(InvalidInput, match="name of this place"):
        desk.accounts.register(NOBODY, "bob@desk.example", "Bob", "brightharbor", invitation)


def test_a_new_password_goes_round_no_second_factor(desk: Desk) -> None:
    ann = desk.person("ann")
    seed = desk.with_second_factor(ann)
    desk.accounts.ask_new_password(NOBODY, ADDRESS)
    desk.accounts.reset_password(NOBODY, desk.token_of(ADDRESS), OTHER)

    with pytest.raises(NotSignedIn):
        desk.again(ann)
    with pytest.raises(NotSignedIn) as refusal:
        desk.sign_in("ann", OTHER)
    assert refusal.value.code == "second-factor"
    assert desk.sign_in("ann", OTHER, desk.code(seed))
