"""Signing in and out: the promises of resume_customizer.services.people.signing_in."""

from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import pbkdf2_hmac

import pytest

from builders.desk import NOBODY, PASSWORD, QUICK, Desk
from resume_customizer.core.actor import Actor, Door, Source
from resume_customizer.core.errors import NotFound, NotSignedIn, ResumeCustomizerError, Unavailable
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.accounts import SignInFailures, User
from resume_customizer.core.records.work import AuditEntry
from resume_customizer.infrastructure.passwords import Passwords


def why(desk: Desk, name: str, password: str) -> str:
    with pytest.raises(ResumeCustomizerError) as refusal:
        desk.sign_in(name, password)
    return f"{type(refusal.value).__name__} {refusal.value.code} {refusal.value}"


def test_a_wrong_password_and_an_unknown_address_say_the_same(desk: Desk) -> None:
    desk.person("ann")

    assert why(desk, "ann", "wrong") == why(desk, "eve", "wrong") == why(desk, "not an address", "wrong")


def test_too_many_tries_say_the_same_for_known_and_unknown_addresses(desk: Desk) -> None:
    desk.person("ann")
    answers = {name: [why(desk, name, "wrong") for _ in range(8)] for name in ("ann", "eve")}

    assert answers["ann"] == answers["eve"]
    assert ["too-many-tries" in answer for answer in answers["ann"]] == [False] * 5 + [True] * 3
    assert "too-many-tries" in why(desk, "ann", PASSWORD)

    desk.later(minutes=1)
    assert desk.sign_in("ann")
    assert "wrong-password" in why(desk, "ann", "wrong")


def test_many_tries_at_once_are_no_way_around_the_limit(desk: Desk) -> None:
    desk.person("ann")

    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(lambda _: why(desk, "ann", "wrong"), range(12)))

    assert sum("wrong-password" in answer for answer in answers) <= 5


def test_a_hash_of_before_is_renewed_by_signing_in(desk: Desk) -> None:
    ann = desk.person("ann")
    salt = b"0123456789abcdef"
    digest = pbkdf2_hmac("sha256", PASSWORD.encode(), salt, 1_000_000)
    before = f"$pbkdf2-sha256$i=1000000${_base64(salt)}${_base64(digest)}"
    with desk.ground.outside() as tx:
        tx.update(replace(tx.get(User, ann.user_id), password_hash=before))

    assert "wrong-password" in why(desk, "ann", "wrong")
    assert _hash_of(desk, ann) == before
    assert desk.sign_in("ann")
    assert _hash_of(desk, ann).startswith("$argon2id$")
    renewed = _hash_of(desk, ann)
    assert desk.sign_in("ann")
    assert _hash_of(desk, ann) == renewed


def test_when_too_many_are_waiting_one_more_is_told_at_once_and_no_try_is_counted(desk: Desk) -> None:
    desk.person("ann")
    passwords = desk.signing_in._passwords = Passwords(QUICK, at_once=1, waiting=0)

    def refused() -> str:
        with pytest.raises(Unavailable) as told:
            desk.signing_in.sign_in(NOBODY, "ann@desk.example", PASSWORD)
        return told.value.code

    with passwords.turn(), desk.ground.outside() as tx, ThreadPoolExecutor(1) as another:
        before = list(tx.every(SignInFailures, order="changed_at"))
        codes = {another.submit(refused).result() for _ in range(30)}
        assert codes == {"busy"}  # although nobody could have written a try down: this transaction is in the way
        assert list(tx.every(SignInFailures, order="changed_at")) == before
    assert desk.signing_in.sign_in(NOBODY, "ann@desk.example", PASSWORD).session_id


def test_who_is_held_is_told_so_without_waiting_for_others(desk: Desk) -> None:
    desk.person("ann")
    while "too-many-tries" not in why(desk, "ann", "wrong"):
        pass

    with desk.ground.outside(), ThreadPoolExecutor(1) as another:  # nobody can write anything down meanwhile
        assert "too-many-tries" in another.submit(why, desk, "ann", PASSWORD).result(10)


def test_tries_from_one_place_on_the_network_are_counted_too(desk: Desk) -> None:
    answers = [why(desk, f"somebody{number}", "wrong") for number in range(32)]

    assert sum("too-many-tries" in answer for answer in answers) == 2
    elsewhere = Actor("", Source(Door.WEB, "198.51.100.9"))
    with pytest.raises(NotSignedIn):
        desk.signing_in.sign_in(elsewhere, "somebody@desk.example", "wrong")


def test_a_session_ends_when_it_was_not_used_and_at_its_absolute_end(desk: Desk) -> None:
    desk.person("ann")
    token = desk.sign_in("ann").session_token.reveal()

    for _ in range(24):
        desk.later(minutes=29)
        desk.signing_in.actor_of(NOBODY, token)
    desk.later(minutes=29)
    with pytest.raises(NotSignedIn, match="session has ended"):
        desk.signing_in.actor_of(NOBODY, token)

    token = desk.sign_in("ann").session_token.reveal()
    desk.later(minutes=30)
    with pytest.raises(NotSignedIn):
        desk.signing_in.actor_of(NOBODY, token)


def test_signing_out_counts_at_once_here_and_everywhere(desk: Desk) -> None:
    ann, elsewhere, third = desk.person("ann"), desk.sign_in("ann"), desk.sign_in("ann")

    desk.devices.end_session(ann, elsewhere.session_id, PASSWORD)
    with pytest.raises(NotSignedIn):
        desk.signing_in.actor_of(NOBODY, elsewhere.session_token.reveal())
    assert desk.signing_in.actor_of(NOBODY, third.session_token.reveal())

    assert desk.devices.sign_out_everywhere(ann, PASSWORD) == 2
    with pytest.raises(NotSignedIn):
        desk.signing_in.actor_of(NOBODY, third.session_token.reveal())


def test_nobody_ends_or_sees_the_session_of_somebody_else(desk: Desk) -> None:
    desk.person("ann")
    session = desk.sign_in("ann")
    eve = desk.person("eve")

    with pytest.raises(NotFound):
        desk.devices.end_session(eve, session.session_id, PASSWORD)
    assert session.session_id not in {device.session_id for device in desk.devices.list_devices(eve)}
    assert desk.signing_in.actor_of(NOBODY, session.session_token.reveal())


def test_a_list_of_devices_shows_which_one_this_is(desk: Desk) -> None:
    ann = desk.person("ann")
    desk.later(minutes=5)
    desk.sign_in("ann")

    devices = desk.devices.list_devices(ann)

    assert [(device.source, device.program, device.is_this_one) for device in devices] == [
        ("192.0.2.1", "Firefox", False),
        ("192.0.2.1", "Firefox", True),
    ]


def test_a_changed_role_counts_from_the_next_call(desk: Desk) -> None:
    owner = desk.workspace("ann")
    bob = desk.member(owner, "bob", Role.EDITOR)
    token = desk.sign_in("bob").session_token.reveal()

    desk.workspaces.change_role(owner, bob.user_id, Role.VIEWER)
    assert desk.signing_in.actor_of(NOBODY, token, owner.workspace_id).role is Role.VIEWER

    desk.workspaces.remove(owner, bob.user_id)
    with pytest.raises(NotFound, match="no such workspace"):
        desk.signing_in.actor_of(NOBODY, token, owner.workspace_id)


def test_a_workspace_of_others_is_answered_like_one_that_does_not_exist(desk: Desk) -> None:
    owner = desk.workspace("ann")
    desk.person("eve")
    token = desk.sign_in("eve").session_token.reveal()

    answers = set()
    for workspace in (owner.workspace_id, "019a0000-0000-7000-8000-000000000000"):
        with pytest.raises(NotFound) as refusal:
            desk.signing_in.actor_of(NOBODY, token, workspace)
        answers.add(str(refusal.value))
    assert len(answers) == 1


def test_a_refresh_token_gives_new_tokens_once(desk: Desk) -> None:
    desk.person("ann")
    first = desk.sign_in("ann")

    second = desk.signing_in.refresh(NOBODY, first.refresh_token.reveal())

    assert desk.signing_in.actor_of(NOBODY, second.session_token.reveal()).session_id == first.session_id
    with pytest.raises(NotSignedIn):
        desk.signing_in.actor_of(NOBODY, first.session_token.reveal())
    with pytest.raises(NotSignedIn, match="a moment ago"):
        desk.signing_in.refresh(NOBODY, first.refresh_token.reveal())
    assert desk.signing_in.refresh(NOBODY, second.refresh_token.reveal())


def test_a_copy_of_a_refresh_token_ends_the_session_and_is_an_entry(desk: Desk) -> None:
    desk.person("ann")
    first = desk.sign_in("ann")
    second = desk.signing_in.refresh(NOBODY, first.refresh_token.reveal())
    desk.later(seconds=11)

    with pytest.raises(NotSignedIn):
        desk.signing_in.refresh(NOBODY, first.refresh_token.reveal())

    with pytest.raises(NotSignedIn):
        desk.signing_in.refresh(NOBODY, second.refresh_token.reveal())
    with pytest.raises(NotSignedIn):
        desk.signing_in.actor_of(NOBODY, second.session_token.reveal())
    with desk.ground.outside() as tx:
        told = [each for each in tx.every(AuditEntry) if each.action == "session.token-reused"]
    assert [each.details["session"] for each in told] == [first.session_id]


@pytest.mark.parametrize("token", ["", "x", "a" * 43, "\ud800"])
def test_what_is_no_token_is_refused(desk: Desk, token: str) -> None:
    with pytest.raises(NotSignedIn):
        desk.signing_in.actor_of(NOBODY, token)
    with pytest.raises(NotSignedIn):
        desk.signing_in.refresh(NOBODY, token)


def test_one_token_is_not_taken_for_the_other(desk: Desk) -> None:
    desk.person("ann")
    tokens = desk.sign_in("ann")

    with pytest.raises(NotSignedIn):
        desk.signing_in.actor_of(NOBODY, tokens.refresh_token.reveal())
    with pytest.raises(NotSignedIn):
        desk.signing_in.refresh(NOBODY, tokens.session_token.reveal())


def test_people_behind_one_address_who_sign_in_are_not_taken_for_guessing(desk: Desk) -> None:
    """Forty of them, one after the other: only wrong passwords count against an address."""
    desk.person("ann")

    for _ in range(40):
        desk.sign_in("ann")


def test_requests_of_one_session_at_the_same_moment_all_get_in(desk: Desk) -> None:
    """Each of them would note that the session is used; that one of them was quicker is nobody's fault."""
    token = (desk.person("ann"), desk.sign_in("ann").session_token.reveal())[1]
    desk.later(minutes=2)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: desk.signing_in.actor_of(NOBODY, token), range(40)))

    assert len({each.session_id for each in found}) == 1


def _hash_of(desk: Desk, person: Actor) -> str:
    with desk.ground.outside() as tx:
        return tx.get(User, person.user_id).password_hash


def _base64(value: bytes) -> str:
    return b64encode(value).decode().rstrip("=")
