"""Secrets sealed anew: the promises of resume_customizer.services.running.resealing."""

from dataclasses import replace

import pytest

from builders.desk import NEW_KEY, OLD_KEY, Desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import NotPermitted, ResumeCustomizerError
from resume_customizer.core.records.accounts import User
from resume_customizer.core.records.mail import MailAccount
from resume_customizer.core.secret_text import Place, Secret
from resume_customizer.infrastructure.secrets import KeyRing
from resume_customizer.infrastructure.sql.schema import KIND_OF
from resume_customizer.services.running.resealing import SEALED, Resealed, Resealing


def operator(desk: Desk) -> Actor:
    return replace(desk.person("olga"), is_operator=True)


def test_every_column_that_holds_a_secret_is_listed_under_its_name() -> None:
    assert {kind: name for kind, (name, _) in SEALED.items()} == {kind: KIND_OF[kind].name for kind in SEALED}
    assert {f"{kind.__name__}.{column}" for kind, (_, column) in SEALED.items()} == {
        "User.second_factor",
        "Consultant.contact",
        "MailAccount.password",
        "OutboxMail.body",
        "Webhook.key",
    }
    assert all(column in KIND_OF[kind].field_names for kind, (_, column) in SEALED.items())


def a_sealed_account(desk: Desk, actor: Actor) -> MailAccount:
    """A mail account with a password, sealed with the keys of today."""
    account = MailAccount(name="Desk", sender="desk@desk.example", host="mail.example", port=465, security="tls")
    sealed = desk.ground.seals.seal(Secret("canary"), Place("mail_accounts", "password", account.id))
    with desk.ground.within(actor.workspace_id) as tx:
        return tx.add(replace(account, password=sealed))


def test_after_resealing_the_old_key_can_go(desk: Desk) -> None:
    olga, ann = operator(desk), desk.workspace("ann")
    account = a_sealed_account(desk, ann)

    ground = replace(desk.ground, seals=KeyRing({"2027-01": NEW_KEY, "2026-11": OLD_KEY}))
    first = Resealing(ground).reseal_all(olga)
    second = Resealing(ground).reseal_all(olga)

    letters = len(desk.letters_sealed())
    assert first == Resealed(1 + letters, 0)
    assert second == Resealed(0, 1 + letters)
    with desk.ground.within(ann.workspace_id) as tx:
        kept = tx.get(MailAccount, account.id)
    place = Place("mail_accounts", "password", account.id)
    assert KeyRing({"2027-01": NEW_KEY}).open(kept.password, place).reveal() == "canary"


def test_accounts_without_a_second_factor_are_passed_over(desk: Desk) -> None:
    olga = operator(desk)

    Resealing(desk.ground).reseal_all(olga)

    with desk.ground.outside() as tx:
        assert tx.get(User, olga.user_id).second_factor == ""


def test_keys_that_do_not_open_what_is_kept_are_told(desk: Desk) -> None:
    olga, ann = operator(desk), desk.workspace("ann")
    a_sealed_account(desk, ann)

    Resealing(desk.ground).check(olga)
    for keys, said in (({"2027-01": NEW_KEY}, "2026-11"), ({"2026-11": NEW_KEY}, "damaged or was moved")):
        with pytest.raises(ResumeCustomizerError, match=said):
            Resealing(replace(desk.ground, seals=KeyRing(keys))).check(olga)
    with pytest.raises(NotPermitted):
        Resealing(desk.ground).check(ann)


def test_only_the_operator_reseals(desk: Desk) -> None:
    with pytest.raises(NotPermitted):
        Resealing(desk.ground).reseal_all(desk.workspace("ann"))
