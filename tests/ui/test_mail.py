"""The screens of mail: written, looked at, sent and settled in the web app."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from streamlit.testing.v1 import AppTest

from builders.mailing import an_account, mails, send_all, writing
from builders.stored import RESUME_POINTS, a_stored_resume, newest_version
from builders.web import Web
from loopback.mail_server import mail_server
from resume_customizer.core.records.desk import Requirement
from resume_customizer.services.customizations import Order


def click(test: AppTest, label: str) -> None:
    next(each for each in test.button if each.label == label).click().run()
    assert not test.exception


def choose(test: AppTest, label: str, record_id: str) -> None:
    next(each for each in test.selectbox if each.label == label).select(record_id)


def part(test: AppTest, name: str) -> None:
    test.session_state["mail-part"] = name
    test.run()
    assert not test.exception


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
    for name in ("texts", "follow-ups", "hours"):
        test.session_state["setup-part"] = name
        test.run()
        assert not test.exception
    test.text_input[0].set_value("Europe/Berlin")
    click(test, "Keep")

    assert web.desk.outbox.show_settings(ann)["zone"] == "Europe/Berlin"
