"""The screens of mail: written, looked at, sent and settled in the web app."""

from streamlit.testing.v1 import AppTest

from builders.mailing import an_account, mails, send_all, writing
from builders.web import Web
from loopback.mail_server import mail_server


def click(test: AppTest, label: str) -> None:
    next(each for each in test.button if each.label == label).click().run()
    assert not test.exception


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
