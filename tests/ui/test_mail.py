"""The screens of mail: written, looked at, sent and settled in the web app."""

import io
import zipfile
from datetime import time
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from streamlit.testing.v1 import AppTest

from builders.mailing import an_account, mails, send_all, writing
from builders.stored import RESUME_POINTS, a_stored_resume, newest_version
from builders.web import Web
from loopback.mail_server import mail_server
from resume_customizer.core.records.desk import Requirement
from resume_customizer.services.library.customizations import Order
from resume_customizer.ui.mailing.previewing import packed


def click(test: AppTest, label: str) -> None:
    next(each for each in test.button if each.label == label).click().run()
    assert not test.exception


def choose(test: AppTest, label: str, record_id: str) -> None:
    next(each for each in test.selectbox if each.label == label).select(record_id)


def write(test: AppTest, label: str, text: str) -> None:
    next(each for each in test.text_input if each.label == label).set_value(text)


def show_part(test: AppTest, key: str, name: str) -> None:
    test.session_state[key] = name
    test.run()
    assert not test.exception


def part(test: AppTest, name: str) -> None:
    show_part(test, "mail-part", name)


def test_a_message_is_written_looked_at_and_sent(web: Web) -> None:
    ann = web.desk.workspace("ann")
    with mail_server() as server:
        an_account(web.desk, ann, server)
        test = web.screen("mail", web.pass_of("ann"))
        part(test, "write")
        test.text_input[0].set_value("Hello {{ receiver_name }}")
        test.text_area[0].set_value("About {{ title }}.")
        test.text_area[1].set_value("Bo Bergen <bo@x.example>")
        click(test, "Preview")
        missing = [each.value for each in test.error]
        test.text_area[2].set_value("title = Java Developer")
        click(test, "Send")
        send_all(web.desk)

    assert ["title" in each for each in missing] == [True]
    assert [each.status for each in mails(web.desk, ann)] == ["sent"]
    assert b"About Java Developer." in server.inbox.taken[0].content


def test_a_mail_about_a_requirement_goes_to_its_vendor_with_copies_and_follow_ups(web: Web) -> None:
    ann = web.desk.workspace("ann")
    sequence = web.desk.follow_ups.save_sequence(ann, "The usual")
    with web.desk.ground.inside(ann) as tx:
        opening = tx.add(Requirement(title="Java Developer", client="A bank", vendor_email="priya@northwind.example"))
    with mail_server() as server:
        an_account(web.desk, ann, server)
        test = web.screen("mail", web.pass_of("ann"))
        part(test, "write")
        choose(test, "About the requirement", opening.id)
        test.run()
        next(each for each in test.text_input if each.label == "Subject").set_value("About {{ title }}")
        test.text_area[0].set_value("Hello.")
        next(each for each in test.text_input if each.label == "Cc").set_value("carl@x.example; dora@x.example")
        next(each for each in test.text_input if each.label == "Answers go to").set_value("desk@x.example")
        choose(test, "Follow-ups", sequence)
        click(test, "Send")
        send_all(web.desk)

    [mail] = mails(web.desk, ann)
    [follow_up] = web.desk.follow_ups.list_waiting(ann)
    assert server.inbox.taken[0].recipients == ["priya@northwind.example", "carl@x.example", "dora@x.example"]
    assert (mail.subject, mail.reply_to) == ("About Java Developer", "desk@x.example")
    assert (follow_up.mail_id, follow_up.sequence) == (mail.id, "The usual")


def test_a_customized_file_goes_along_with_its_certificate(web: Web) -> None:
    ann = web.desk.workspace("ann")
    version = newest_version(web.desk, ann, a_stored_resume(web.desk, ann))
    made = web.desk.customizations.make(ann, Order(version.id, points=RESUME_POINTS)).id
    with mail_server() as server:
        an_account(web.desk, ann, server)
        test = web.screen("mail", web.pass_of("ann"))
        part(test, "write")
        test.multiselect[0].select(test.multiselect[0].options[0]).run()
        next(each for each in test.toggle if each.label == "With certificates").set_value(True).run()
        test.text_input[0].set_value("Resume")
        test.text_area[0].set_value("Hello.")
        test.text_area[1].set_value("bo@x.example")
        click(test, "Send")
        send_all(web.desk)

    message = message_from_bytes(server.inbox.taken[0].content, policy=default)
    assert isinstance(message, EmailMessage)
    document, certificate = message.iter_attachments()
    assert document.get_content() == web.desk.customizations.read_document(ann, made).content
    assert certificate.get_content() == web.desk.customizations.read_certificate(ann, made).content


def test_one_mail_shows_who_got_it_and_can_be_cancelled(web: Web) -> None:
    ann = web.desk.workspace("ann")
    queued = web.desk.composing.queue(ann, writing("", "bo@x.example", values={"signature": "Anna"}))
    test = web.screen("mail", web.pass_of("ann"))
    test.session_state["mail-opened"] = queued.mail_ids[0]
    test.run()
    click(test, "Cancel")

    assert [each.status for each in mails(web.desk, ann)] == ["cancelled"]


def test_set_up_shows_every_part_and_keeps_what_is_set(web: Web) -> None:
    ann = web.desk.workspace("ann")
    test = web.screen("mail-setup", web.pass_of("ann"))
    for name in ("texts", "follow-ups", "no-mail", "hours"):
        test.session_state["setup-part"] = name
        test.run()
        assert not test.exception
    choose(test, "Time zone", "Europe/Berlin")
    next(each for each in test.time_input if each.label == "Closes").set_value(time(16, 30))
    click(test, "Save")

    kept = web.desk.outbox.show_settings(ann)
    assert (kept["zone"], kept["opens"], kept["closes"]) == ("Europe/Berlin", "09:00", "16:30")


def test_an_account_is_added_by_its_providers_name_changed_and_removed(web: Web) -> None:
    ann = web.desk.workspace("ann")
    test = web.screen("mail-setup", web.pass_of("ann"))
    provider = next(each for each in test.selectbox if each.label == "Provider")
    names = list(provider.options)
    choose(test, "Provider", "sendgrid")
    test.run()
    write(test, "Name", "Desk")
    write(test, "Your address", "desk@bright.example")
    write(test, "App password", "one two three")
    click(test, "Add")
    [added] = web.desk.mail_accounts.list_accounts(ann)
    write(test, "Your name, as receivers see it", "Bright Desk")
    click(test, "Save")
    [changed] = web.desk.mail_accounts.list_accounts(ann)
    test.session_state[f"rm-{added.account_id}-yes"] = True
    test.run()

    assert ("Gmail" in names, "Microsoft 365" in names, "gmail" in names) == (True, True, False)
    assert not any(each.label == "Port" for each in test.number_input)
    assert (added.host, added.user_name, added.has_password) == ("smtp.sendgrid.net", "apikey", True)
    assert (changed.sender_name, changed.host, changed.has_password) == ("Bright Desk", "smtp.sendgrid.net", True)
    assert web.desk.mail_accounts.list_accounts(ann) == ()


def test_a_text_is_made_changed_and_gone_back_to(web: Web) -> None:
    ann = web.desk.workspace("ann")
    test = web.screen("mail-setup", web.pass_of("ann"))
    show_part(test, "setup-part", "texts")
    choose(test, "Text", "")
    test.run()
    write(test, "Name", "Mine")
    write(test, "Subject", "About {{ title }}")
    test.text_area[0].set_value("First words.")
    click(test, "Save as new")
    mine = next(each for each in web.desk.mail_templates.list_templates(ann) if each.name == "Mine")
    choose(test, "Text", mine.template_id)
    test.run()
    test.text_area[0].set_value("Other words.")
    click(test, "Save")
    click(test, "Go back to it")
    test.session_state[f"rm-{mine.template_id}-yes"] = True
    versions = web.desk.mail_templates.list_versions(ann, mine.template_id)
    test.run()

    assert [text.body for _number, text in versions] == ["First words.", "Other words.", "First words."]
    assert not any(each.name == "Mine" for each in web.desk.mail_templates.list_templates(ann))


def test_who_wants_no_more_mail_is_listed_and_can_be_written_to_again(web: Web) -> None:
    ann = web.desk.workspace("ann")
    test = web.screen("mail-setup", web.pass_of("ann"))
    show_part(test, "setup-part", "no-mail")
    write(test, "E-mail address", "Bo@x.example")
    click(test, "No more mail to this address")
    listed = web.desk.follow_ups.list_no_mail(ann)
    click(test, "Allow mail again")

    assert [address for address, _reason in listed] == ["bo@x.example"]
    assert web.desk.follow_ups.list_no_mail(ann) == ()


def test_a_mailing_says_who_did_not_get_it(web: Web) -> None:
    ann = web.desk.workspace("ann")
    with mail_server() as server:
        server.inbox.refusals["nobody@x.example"] = "550 5.1.1 no such mailbox"
        account = an_account(web.desk, ann, server)
        web.desk.composing.queue(ann, writing(account, "bo@x.example", "nobody@x.example", name="Autumn"))
        send_all(web.desk)
    test = web.screen("mail", web.pass_of("ann"))
    part(test, "mailings")

    assert [each.label for each in test.expander] == ["Autumn: 1 person did not get it"]


def test_a_preview_can_be_had_as_files(web: Web) -> None:
    ann = web.desk.workspace("ann")
    wanted = writing("", "bo@x.example", "a/b@x.example", values={"signature": "Anna"})
    messages = web.desk.composing.preview(ann, wanted)
    with zipfile.ZipFile(io.BytesIO(packed([each for each in messages if not each.problems]))) as pack:
        found = {name: message_from_bytes(pack.read(name), policy=default) for name in pack.namelist()}

    assert list(found) == ["0001-bo@x.example.eml", "0002-a_b@x.example.eml"]
    assert [each["to"] for each in found.values()] == ["Bert Boe 1 <bo@x.example>", "Bert Boe 2 <a/b@x.example>"]
    assert mails(web.desk, ann) == []
