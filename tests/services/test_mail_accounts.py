"""Mail accounts and texts: the promises of resume_customizer.services.mail.mail_accounts and mail_templates."""

from dataclasses import replace
from pathlib import Path

import pytest

from builders.desk import Desk
from builders.mailing import an_account, writing
from loopback.mail_server import PASSWORD, mail_server, make_authority
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, NotPermitted
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.mail import MailAccount
from resume_customizer.core.secret_text import Secret
from resume_customizer.infrastructure.mail_means import MailSetting, make_mail_means
from resume_customizer.services.mail.mail_accounts import AccountWish
from resume_customizer.services.mail.mail_templates import TemplateText

WISH = AccountWish("Anna", "anna@desk.example", provider="gmail")
TEXT = TemplateText("About {{ title }}", "Hello {{ receiver_first_name }}")
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")


def test_a_password_is_sealed_and_never_shown_again(desk: Desk) -> None:
    ann = desk.workspace("ann")
    account_id = desk.mail_accounts.add(ann, WISH, Secret("canary-password"))

    with desk.ground.inside(ann) as tx:
        kept = tx.get(MailAccount, account_id)
    shown = desk.mail_accounts.show(ann, account_id)
    assert kept.password.startswith("rcp1.")
    assert "canary" not in f"{kept}{shown}"
    assert (shown.host, shown.port, shown.security, shown.imap_host) == ("smtp.gmail.com", 465, "tls", "imap.gmail.com")
    assert shown.has_password


def test_a_password_does_not_go_to_another_server_unasked(desk: Desk) -> None:
    ann = desk.workspace("ann")
    account_id = desk.mail_accounts.add(ann, WISH, Secret("canary-password"))
    elsewhere = replace(WISH, provider="", host="smtp.evil.example", port=465)

    with pytest.raises(InvalidInput, match="Give the password again"):
        desk.mail_accounts.change(ann, account_id, elsewhere, None, 1)
    desk.mail_accounts.change(ann, account_id, replace(WISH, signature="Anna"), None, 1)
    with pytest.raises(Conflict):
        desk.mail_accounts.change(ann, account_id, WISH, None, 1)


def test_a_password_without_tls_is_refused(desk: Desk) -> None:
    ann = desk.workspace("ann")
    wish = replace(WISH, provider="", host="mail.example", port=25, security="none", user_name="anna")
    with pytest.raises(InvalidInput, match="TLS only"):
        desk.mail_accounts.add(ann, wish, Secret("x"))


def test_a_user_who_looks_like_an_option_gets_no_account_with_tokens(desk: Desk) -> None:
    ann = desk.workspace("ann")
    wish = replace(WISH, user_name="--config=/tmp/x", signs_in_with="token")
    with pytest.raises(InvalidInput, match="hyphen"):
        desk.mail_accounts.add(ann, wish, Secret(""))
    assert desk.mail_accounts.add(ann, replace(wish, user_name="anna"), Secret(""))


def test_a_persons_own_account_is_there_for_that_person_only(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bob = desk.member(ann, "bob", Role.EDITOR)
    account_id = desk.mail_accounts.add(bob, replace(WISH, is_own=True), Secret("x"))

    assert [each.account_id for each in desk.mail_accounts.list_accounts(bob)] == [account_id]
    assert desk.mail_accounts.list_accounts(ann) == ()
    with pytest.raises(NotFound):
        desk.composing.queue(ann, writing(account_id, "bert@vendor.example"))
    with pytest.raises(NotPermitted):
        desk.mail_accounts.add(bob, WISH, Secret("x"))


def test_a_test_says_which_step_failed(tmp_path: Path) -> None:
    authority = make_authority(tmp_path)
    means = make_mail_means(MailSetting(private_hosts="localhost", ca_file=authority.file, seconds=5))
    desk = Desk(tmp_path, mail=means)
    ann = desk.workspace("ann")
    with mail_server(user="anna", tls=authority.context()) as server:
        wish = AccountWish("Desk", "anna@desk.example", host="localhost", port=server.port, user_name="anna")
        good = desk.mail_accounts.add(ann, wish, Secret(PASSWORD))
        bad = desk.mail_accounts.add(ann, wish, Secret("wrong-canary"))
        inside = desk.mail_accounts.add(ann, replace(wish, host="127.0.0.1"), Secret(PASSWORD))
        found = [desk.mail_accounts.test(ann, each)[0] for each in (good, bad, inside)]
    gone = desk.mail_accounts.test(ann, good)[0]
    desk.store.close()

    assert [(each.outcome, each.step) for each in (*found, gone)] == [
        ("sent", ""),
        ("failed", "sign-in"),
        ("failed", "connect"),
        ("failed", "connect"),
    ]
    assert "own network" in found[2].message
    assert "canary" not in f"{found}"


def test_an_account_that_mail_waits_for_can_not_be_removed(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with mail_server() as server:
        account_id = an_account(desk, ann, server)
    queued = desk.composing.queue(ann, writing(account_id, "bert@vendor.example"))
    with pytest.raises(Conflict, match="waits"):
        desk.mail_accounts.remove(ann, account_id)
    desk.outbox.cancel(ann, queued.mail_ids[0])
    desk.mail_accounts.remove(ann, account_id)
    assert desk.mail_accounts.list_accounts(ann) == ()


def test_every_version_of_a_text_is_kept(desk: Desk) -> None:
    ann = desk.workspace("ann")
    template_id = desk.mail_templates.save(ann, "Mine", TEXT)
    desk.mail_templates.change(ann, template_id, "Mine", replace(TEXT, body="Good day"), 1)

    assert [number for number, _ in desk.mail_templates.list_versions(ann, template_id)] == [2, 1]
    assert desk.mail_templates.list_versions(ann, template_id)[1][1] == TEXT
    assert desk.mail_templates.show(ann, template_id).line.number == 2
    with pytest.raises(Conflict):
        desk.mail_templates.change(ann, template_id, "Mine", TEXT, 1)


def test_texts_go_out_and_come_back(desk: Desk) -> None:
    ann, eve = desk.workspace("ann"), desk.workspace("eve")
    desk.mail_templates.save(ann, "Mine", TEXT)
    exported = desk.mail_templates.export(ann)
    desk.mail_templates.import_texts(eve, exported)
    desk.mail_templates.import_texts(eve, exported)

    own = [each.name for each in desk.mail_templates.list_templates(eve) if not each.is_built_in]
    assert own == ["Mine", "Mine (2)"]
    for bad in ("", "[]", '{"format": 1}', exported.replace("{{ title }}", "{{ 7*7 }}")):
        with pytest.raises(InvalidInput):
            desk.mail_templates.import_texts(eve, bad)


def test_a_persons_own_texts_are_there_for_that_person_only(desk: Desk) -> None:
    ann = desk.workspace("ann")
    bob = desk.member(ann, "bob", Role.EDITOR)
    template_id = desk.mail_templates.save(bob, "Bob's", TEXT, is_own=True)

    assert template_id not in {each.template_id for each in desk.mail_templates.list_templates(ann)}
    with pytest.raises(NotFound):
        desk.mail_templates.show(ann, template_id)


def test_every_built_in_text_can_be_seen_and_kept_as_ones_own(desk: Desk) -> None:
    ann = desk.workspace("ann")
    built_in = [each for each in desk.mail_templates.list_templates(ann) if each.is_built_in]
    for each in built_in:
        shown = desk.mail_templates.show(ann, each.template_id)
        assert "{{" not in desk.mail_templates.preview(ann, shown.text).body
        desk.mail_templates.save(ann, each.name, shown.text)
    assert len(built_in) == 8
