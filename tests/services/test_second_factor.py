"""The second factor: the promises of resume_customizer.services.people.second_factor."""

import pytest

from builders.desk import NOBODY, PASSWORD, Desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput, NotSignedIn, QuotaExceeded, ResumeCustomizerError
from resume_customizer.core.records.work import AuditEntry
from resume_customizer.core.secret_text import Secret


def switched_on(desk: Desk) -> tuple[Actor, Secret, tuple[str, ...]]:
    ann = desk.person("ann")
    seed = desk.second_factor.start(ann, PASSWORD).seed
    codes = desk.second_factor.confirm(ann, desk.code(seed))
    desk.later(seconds=30)
    return ann, seed, codes


def test_signing_in_needs_a_code_once_it_is_on(desk: Desk) -> None:
    _, seed, _ = switched_on(desk)

    for code in ("", "000000", "abc"):
        with pytest.raises(NotSignedIn) as refusal:
            desk.sign_in("ann", code=code)
        assert refusal.value.code == "second-factor"
    assert desk.sign_in("ann", code=desk.code(seed))


def test_a_stranger_is_not_told_that_there_is_a_second_factor(desk: Desk) -> None:
    switched_on(desk)

    with pytest.raises(NotSignedIn) as refusal:
        desk.sign_in("ann", "wrong", "123456")
    assert refusal.value.code == "wrong-password"


def test_wrong_codes_count_as_tries(desk: Desk) -> None:
    switched_on(desk)
    answers = []
    for _ in range(7):
        with pytest.raises(ResumeCustomizerError) as refusal:
            desk.sign_in("ann", code="000000")
        answers.append(refusal.value.code)

    assert answers == ["second-factor"] * 5 + ["too-many-tries"] * 2


def test_whoever_is_refused_leaves_an_entry_that_says_why(desk: Desk) -> None:
    ann, _, _ = switched_on(desk)
    for password, code in (("wrong", ""), (PASSWORD, "000000")):
        with pytest.raises(NotSignedIn):
            desk.sign_in("ann", password, code)
    with desk.ground.outside() as tx:
        told = [each for each in tx.every(AuditEntry, order="number") if each.action == "session.refused"]

    assert [each.details["because"] for each in told] == ["wrong-password", "second-factor"]
    assert {each.record_id for each in told} == {ann.user_id}


def test_a_try_that_came_too_early_leaves_an_entry_and_many_of_them_one_a_minute(desk: Desk) -> None:
    ann, _, _ = switched_on(desk)
    for _ in range(30):
        with pytest.raises(ResumeCustomizerError):
            desk.sign_in("ann", "wrong")
    assert early(desk) == [ann.user_id]

    desk.later(seconds=59)
    with pytest.raises(QuotaExceeded):
        desk.sign_in("ann", "wrong")
    assert early(desk) == [ann.user_id]
    desk.later(seconds=1)
    for _ in range(2):  # the first counts again
        with pytest.raises(ResumeCustomizerError):
            desk.sign_in("ann", "wrong")
    assert early(desk) == [ann.user_id] * 2


def test_a_try_for_nobody_s_address_that_came_too_early_leaves_one_of_nobody(desk: Desk) -> None:
    for _ in range(7):
        with pytest.raises(ResumeCustomizerError):
            desk.sign_in("nobody", "wrong")
    assert early(desk) == [""]


def early(desk: Desk) -> list[str]:
    """Whose tries are said to have come too early."""
    with desk.ground.outside() as tx:
        told = [each for each in tx.every(AuditEntry, order="number") if each.action == "session.refused"]
    return [each.record_id for each in told if each.details["because"] == "too-many-tries"]


def test_a_code_counts_once(desk: Desk) -> None:
    _, seed, _ = switched_on(desk)
    code = desk.code(seed)
    desk.sign_in("ann", code=code)

    with pytest.raises(NotSignedIn):
        desk.sign_in("ann", code=code)
    desk.later(seconds=30)
    assert desk.sign_in("ann", code=desk.code(seed))


def test_each_recovery_code_counts_once(desk: Desk) -> None:
    _, _, codes = switched_on(desk)

    assert len(set(codes)) == 10
    for code in codes:
        desk.later(minutes=16)
        desk.sign_in("ann", code=code.upper())
        with pytest.raises(NotSignedIn):
            desk.sign_in("ann", code=code)


def test_new_recovery_codes_end_the_old_ones_and_need_the_password(desk: Desk) -> None:
    ann, _, old = switched_on(desk)
    with pytest.raises(InvalidInput, match="password is not right"):
        desk.second_factor.new_recovery_codes(ann, "wrong")

    new = desk.second_factor.new_recovery_codes(ann, PASSWORD)

    with pytest.raises(NotSignedIn):
        desk.sign_in("ann", code=old[0])
    assert desk.sign_in("ann", code=new[0])


def test_nobody_is_locked_out_by_half_a_set_up(desk: Desk) -> None:
    ann = desk.person("ann")
    desk.second_factor.start(ann, PASSWORD)
    with pytest.raises(InvalidInput, match="not what your app shows"):
        desk.second_factor.confirm(ann, "000000")

    assert not desk.second_factor.is_on(ann)
    assert desk.sign_in("ann")


def test_who_does_not_know_the_password_does_not_set_it_up(desk: Desk) -> None:
    ann = desk.person("ann")

    with pytest.raises(InvalidInput, match="password is not right"):
        desk.second_factor.start(ann, "wrong")

    with pytest.raises(InvalidInput, match="not what your app shows"):
        desk.second_factor.confirm(ann, "000000")


def test_a_code_of_somebody_elses_app_is_refused(desk: Desk) -> None:
    _, seed, codes = switched_on(desk)
    bob = desk.person("bob")
    mine = desk.second_factor.start(bob, PASSWORD).seed
    desk.second_factor.confirm(bob, desk.code(mine))
    desk.later(seconds=30)

    for code in (desk.code(seed), codes[0]):
        with pytest.raises(NotSignedIn):
            desk.sign_in("bob", code=code)


def test_it_is_set_up_anew_only_after_it_was_switched_off(desk: Desk) -> None:
    ann, _, codes = switched_on(desk)
    with pytest.raises(Conflict):
        desk.second_factor.start(ann, PASSWORD)
    with pytest.raises(InvalidInput, match="password is not right"):
        desk.second_factor.stop(ann, "wrong")

    desk.second_factor.stop(ann, PASSWORD)

    assert desk.sign_in("ann")
    assert not desk.second_factor.is_on(ann)
    assert desk.letters[-1][1].subject.startswith("Your second factor was switched off")
    seed = desk.second_factor.start(ann, PASSWORD).seed
    desk.second_factor.confirm(ann, desk.code(seed))
    with pytest.raises(NotSignedIn):
        desk.sign_in("ann", code=codes[0])


def test_the_seed_is_kept_sealed(desk: Desk) -> None:
    ann = desk.person("ann")
    enrolment = desk.second_factor.start(ann, PASSWORD)

    assert enrolment.seed.reveal() in enrolment.address.reveal()
    assert enrolment.seed.reveal() not in f"{enrolment}"
    assert desk.signing_in.actor_of(NOBODY, desk.sign_in("ann").session_token.reveal())


def test_who_sets_it_up_is_signed_out_everywhere_else_and_stays_here(desk: Desk) -> None:
    ann = desk.person("ann")
    elsewhere = desk.sign_in("ann").session_token.reveal()
    desk.with_second_factor(ann)

    with pytest.raises(NotSignedIn):
        desk.signing_in.actor_of(NOBODY, elsewhere)
    assert desk.again(ann) == ann
    assert "signed out everywhere else" in desk.letters[-1][1].text
