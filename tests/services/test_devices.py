"""Where somebody is signed in: the promises of resume_customizer.services.people.devices."""

import pytest

from builders.desk import NOBODY, PASSWORD, Desk
from resume_customizer.core.errors import InvalidInput, NotSignedIn, QuotaExceeded


def test_who_does_not_know_the_password_ends_no_session(desk: Desk) -> None:
    ann, elsewhere = desk.person("ann"), desk.sign_in("ann")
    for work in (
        lambda: desk.devices.end_session(ann, elsewhere.session_id, "wrong"),
        lambda: desk.devices.sign_out_everywhere(ann, "wrong"),
        lambda: desk.devices.sign_out_everywhere(ann, "", but_here=True),
    ):
        with pytest.raises(InvalidInput) as refusal:
            work()
        assert refusal.value.code == "wrong-password"

    assert len(desk.devices.list_devices(ann)) == 2
    assert desk.signing_in.actor_of(NOBODY, elsewhere.session_token.reveal())


def test_guessing_it_there_counts_as_trying_to_sign_in(desk: Desk) -> None:
    ann = desk.person("ann")
    for _ in range(5):
        with pytest.raises(InvalidInput):
            desk.devices.sign_out_everywhere(ann, "wrong")
    with pytest.raises(QuotaExceeded):
        desk.devices.sign_out_everywhere(ann, PASSWORD)


def test_signing_out_here_needs_no_password(desk: Desk) -> None:
    ann = desk.person("ann")
    desk.signing_in.sign_out(ann)
    with pytest.raises(NotSignedIn):
        desk.again(ann)
