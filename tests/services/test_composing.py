"""Writing mails: the promises of resume_customizer.services.mail.composing, mail_values and mail_files."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from builders.desk import Desk
from builders.mailing import SENDER, an_account, mails, send_all, statuses, writing
from loopback.mail_server import MailServer, mail_server
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound
from resume_customizer.core.mail_lists import Receiver, read_receivers
from resume_customizer.core.mail_schedule import When
from resume_customizer.core.records.desk import Consultant, Interview, Requirement
from resume_customizer.core.records.mail import OutboxMail
from resume_customizer.services.library.stored_files import keep_file
from resume_customizer.services.mail.mail_drafts import Writing
from resume_customizer.services.mail.mail_files import FileWish
from resume_customizer.services.mail.mail_templates import TemplateText
from resume_customizer.services.mail.mail_values import About

BERT, CARL = "bert@vendor.example", "carl@other.example"
NOWHERE = MailServer("127.0.0.1", 9, None)  # ty: ignore[invalid-argument-type]


def parsed(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_what_is_previewed_is_what_is_sent_but_for_its_date(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with mail_server() as server:
        order = writing(an_account(desk, ann, server), BERT, cc=(CARL,), reply_to="office@desk.example")
        [seen] = desk.composing.preview(ann, order)
        desk.composing.queue(ann, order)
        desk.later(minutes=5)
        send_all(desk)

    [taken] = server.inbox.taken
    for_eyes, sent = parsed(seen.content), parsed(taken.content)
    [kept] = mails(desk, ann)
    for header in ("From", "To", "Cc", "Reply-To", "Subject"):
        assert for_eyes[header] == sent[header]
    assert [part.get_content() for part in for_eyes.walk() if not part.is_multipart()] == [
        part.get_content() for part in sent.walk() if not part.is_multipart()
    ]
    assert desk.outbox.read_message(ann, kept.id) + b"" == taken.content
    assert sent["From"] == f"Anna Vroom <{SENDER}>"
    assert "Hello Bert,\n\nhere I am." in seen.text
    assert "<p>Hello Bert,</p>" in seen.html


def test_many_people_get_a_message_each_and_none_sees_another_one(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with mail_server() as server:
        queued = desk.composing.queue(ann, writing(an_account(desk, ann, server), BERT, CARL, "dora@x.example"))
        send_all(desk)

    assert sorted(each.recipients for each in server.inbox.taken) == [[BERT], [CARL], ["dora@x.example"]]
    for taken in server.inbox.taken:
        others = {BERT, CARL, "dora@x.example"} - set(taken.recipients)
        assert [each for each in others if each.encode() in taken.content] == []
    assert desk.outbox.count(ann, queued.mailing_id)["sent"] == 3


def test_the_same_mail_to_the_same_person_is_kept_once(desk: Desk) -> None:
    ann = desk.workspace("ann")
    order = writing(an_account(desk, ann, NOWHERE), BERT)
    first = desk.composing.queue(ann, order)
    second = desk.composing.queue(ann, order)
    third = desk.composing.queue(ann, replace(order, again=True))
    desk.outbox.cancel(ann, first.mail_ids[0])
    desk.outbox.cancel(ann, third.mail_ids[0])
    fourth = desk.composing.queue(ann, order)

    assert (len(first.mail_ids), second.mail_ids, second.already) == (1, (), (BERT,))
    assert (len(third.mail_ids), len(fourth.mail_ids)) == (1, 1)


def test_a_place_without_a_value_keeps_everything_from_being_kept_and_is_named(desk: Desk) -> None:
    ann = desk.workspace("ann")
    text = TemplateText("For {{ receiver_name }}", "About {{ title }} at {{ client }}")
    order = writing(an_account(desk, ann, NOWHERE), BERT, CARL, text=text)
    order = replace(order, receivers=(Receiver(BERT, "Bert"), Receiver(CARL)), values={"title": "Java Developer"})

    with pytest.raises(InvalidInput, match=r"2 of 2 messages are not ready.*bert.*client.*carl.*receiver_name, client"):
        desk.composing.queue(ann, order)
    seen = desk.composing.preview(ann, order)

    assert [bool(each.problems) for each in seen] == [True, True]
    assert mails(desk, ann) == []


def test_values_come_from_the_records_and_what_a_person_gives_goes_before_them(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with desk.ground.inside(ann) as tx:
        requirement = tx.add(
            Requirement(
                title="Senior Java Developer",
                client="Lakeshore Bank",
                vendor_person="Priya Raman",
                vendor_email="priya@northwind.example",
                rate_cents=7250,
                location="Cleveland, OH",
            )
        )
        consultant = tx.add(Consultant(name="Marek Dvorak", skills=("Java", "Kafka"), expected_rate_cents=7000))
        interview = tx.add(
            Interview(
                requirement_id=requirement.id,
                consultant_id=consultant.id,
                starts_at=datetime(2026, 12, 1, 15, tzinfo=UTC),
                time_zone="America/New_York",
            )
        )
    account = an_account(desk, ann, NOWHERE)
    order = Writing(
        template_id="interview-confirmation",
        account_id=account,
        about=About(interview_id=interview.id),
        values={"client": "a bank"},
    )
    [seen] = desk.composing.preview(ann, order)
    [submitted] = desk.composing.preview(
        ann,
        replace(
            order,
            template_id="submission",
            values={"file_names": "cv.docx"},
            about=About(requirement.id, consultant.id),
        ),
    )

    assert seen.receiver == Receiver("priya@northwind.example", "Priya Raman", "")
    assert (
        seen.subject == "Interview confirmed: Senior Java Developer, Tuesday, 1 December 2026, 10:00 (America/New_York)"
    )
    assert "with Marek Dvorak for Senior Java Developer with a bank" in seen.text
    assert submitted.subject == "Senior Java Developer in Cleveland, OH: Marek Dvorak"
    assert "- Skills: Java, Kafka" in submitted.text
    assert "- Rate: USD 70 per hour" in submitted.text


def test_columns_of_a_list_fill_places(desk: Desk) -> None:
    ann = desk.workspace("ann")
    found = read_receivers("Name,Email,Offer Title\nBert Boe,bert@vendor.example,Kafka\nCarl,carl@other.example,Java\n")
    text = TemplateText("About {{ column_offer_title }}", "Hello {{ receiver_first_name }}.")
    order = Writing(found.receivers, text=text, account_id=an_account(desk, ann, NOWHERE))

    assert [each.subject for each in desk.composing.preview(ann, order)] == ["About Kafka", "About Java"]


def test_the_exact_file_goes_along_and_stays_as_long_as_the_mail(desk: Desk) -> None:
    ann = desk.workspace("ann")
    content = b"%PDF-1.7 " + bytes(range(256)) * 9
    with desk.ground.inside(ann) as tx:
        digest = keep_file(tx, desk.ground, desk.blobs, ann.workspace_id, content, "pdf")
    with mail_server() as server:
        wish = FileWish(digest=digest, name="../Marek Dvorak.pdf")
        desk.composing.queue(ann, writing(an_account(desk, ann, server), BERT, files=(wish,)))
        send_all(desk)

    [part] = parsed(server.inbox.taken[0].content).iter_attachments()
    assert (part.get_filename(), part.get_content_type()) == ("Marek Dvorak.pdf", "application/pdf")
    assert part.get_content() == content


def test_a_file_of_another_workspace_can_not_be_named(desk: Desk) -> None:
    ann, eve = desk.workspace("ann"), desk.workspace("eve")
    with desk.ground.inside(ann) as tx:
        digest = keep_file(tx, desk.ground, desk.blobs, ann.workspace_id, b"canary", "pdf")

    with pytest.raises(NotFound):
        desk.composing.queue(eve, writing("", BERT, files=(FileWish(digest=digest),)))


@pytest.mark.parametrize(
    "evil",
    ["Bert\r\nBcc: eve@evil.example", "Bert\nX-Injected: 1", "Bert\u2028Bcc: eve@evil.example", "B\0ert"],
)
def test_nothing_that_is_typed_can_add_a_header(desk: Desk, evil: str) -> None:
    ann = desk.workspace("ann")
    account = an_account(desk, ann, NOWHERE)
    text = TemplateText("Hello {{ receiver_name }} {{ title }}", "x")
    contents = []
    for name, title in ((evil, "y"), ("Bert", evil)):
        try:
            order = writing(account, BERT, receivers=(Receiver(BERT, name),), text=text, values={"title": title})
            contents += [each.content for each in desk.composing.preview(ann, order)]
        except InvalidInput:
            contents.append(b"")

    for content in filter(None, contents):
        message = parsed(content)
        assert message["Bcc"] is None
        assert message["X-Injected"] is None
        assert message["To"].addresses[0].addr_spec == BERT


@pytest.mark.parametrize(
    "evil", ["{{ 7*7 }}", "{% raw %}", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>"]
)
def test_values_are_neither_run_as_templates_nor_as_html(desk: Desk, evil: str) -> None:
    ann = desk.workspace("ann")
    account = an_account(desk, ann, NOWHERE)
    built_in = Writing(
        (Receiver(BERT, "Bert"),), "thank-you", account_id=account, values={"title": evil, "sender_name": "Anna"}
    )
    own = writing(account, BERT, text=TemplateText("x", "About {{ title }}"), values={"title": evil})
    for order in (built_in, own):
        [seen] = desk.composing.preview(ann, order)
        assert evil in seen.text
        assert "<script" not in seen.html
        assert "<img" not in seen.html


def test_an_address_that_wants_no_mail_is_not_written_to(desk: Desk) -> None:
    ann = desk.workspace("ann")
    desk.follow_ups.add_no_mail(ann, BERT)

    with pytest.raises(InvalidInput, match="wants no mail"):
        desk.composing.queue(ann, writing(an_account(desk, ann, NOWHERE), BERT))


def test_without_an_account_messages_wait_as_drafts_and_can_be_had_as_files(desk: Desk) -> None:
    ann = desk.workspace("ann")
    queued = desk.composing.queue(ann, writing("", BERT, values={"signature": "Anna"}))
    send_all(desk)

    [mail] = mails(desk, ann)
    assert (mail.status, statuses(desk, ann)) == ("draft", {BERT: "waiting"})
    assert parsed(desk.outbox.read_message(ann, queued.mail_ids[0]))["Subject"] == "Hello Bert Boe 1"
    with pytest.raises(NotFound, match="Choose a mail account"):
        desk.outbox.send(ann, mail.id)
    with mail_server() as server:
        desk.outbox.send(ann, mail.id, an_account(desk, ann, server))
        send_all(desk)
    assert len(server.inbox.taken) == 1


def test_mails_wait_for_business_hours_and_are_spread_over_them(desk: Desk) -> None:
    ann = desk.workspace("ann")
    desk.outbox.set_hours(ann, {"zone": "America/New_York", "holidays": ["2026-11-26"]})
    wednesday_evening = datetime(2026, 11, 25, 22, 30, tzinfo=UTC)
    when = When(wednesday_evening, in_business_hours=True, spread_minutes=120)
    with mail_server() as server:
        account = an_account(desk, ann, server)
        desk.composing.queue(ann, writing(account, BERT, CARL, when=when))
        found = mails(desk, ann)
        desk.now = datetime(2026, 11, 27, 13, 59, tzinfo=UTC)
        send_all(desk)
        before = len(server.inbox.taken)
        desk.now += timedelta(minutes=1)
        send_all(desk)

    friday_at_nine = datetime(2026, 11, 27, 14, tzinfo=UTC)
    assert [each.due_at for each in found] == [friday_at_nine, friday_at_nine + timedelta(hours=1)]
    assert {each.status for each in found} == {"scheduled"}
    assert (before, len(server.inbox.taken)) == (0, 1)


def test_a_mailing_can_be_cancelled_and_says_how_far_it_came(desk: Desk) -> None:
    ann = desk.workspace("ann")
    addresses = [f"p{number}@vendor.example" for number in range(12)]
    with mail_server() as server:
        queued = desk.composing.queue(ann, writing(an_account(desk, ann, server), *addresses))
        desk.services.sending.send_due(5)
        cancelled = desk.mailings.cancel(ann, queued.mailing_id)
        desk.later(days=1)
        send_all(desk)
        [shown] = desk.mailings.list_mailings(ann)

    sent = len(server.inbox.taken)
    assert 0 < sent < 12
    assert cancelled == 12 - sent
    assert (shown.total, shown.counts["sent"], shown.counts["cancelled"]) == (12, sent, 12 - sent)
    assert shown.is_cancelled


def test_a_mailing_reports_who_did_not_get_it_and_why(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with mail_server() as server:
        server.inbox.refusals[CARL] = "550 no such person"
        queued = desk.composing.queue(ann, writing(an_account(desk, ann, server), BERT, CARL))
        send_all(desk)

    [problem] = desk.mailings.list_problems(ann, queued.mailing_id)
    assert (problem.address, problem.status) == (CARL, "failed")
    assert "no such person" in problem.answer


def test_what_has_left_can_not_be_cancelled(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with mail_server() as server:
        queued = desk.composing.queue(ann, writing(an_account(desk, ann, server), BERT))
        send_all(desk)
    with pytest.raises(Conflict, match="“sent”"):
        desk.outbox.cancel(ann, queued.mail_ids[0])


def test_ten_thousand_and_one_people_are_too_many(desk: Desk) -> None:
    ann = desk.workspace("ann")
    with pytest.raises(InvalidInput, match="10,000"):
        desk.composing.preview(ann, replace(writing("", BERT), receivers=(Receiver(BERT),) * 10_001))


def test_bodies_are_sealed_where_they_are_kept(desk: Desk) -> None:
    ann = desk.workspace("ann")
    desk.composing.queue(ann, writing("", BERT, values={"signature": "canary-signature"}))

    with desk.ground.inside(ann) as tx:
        [mail] = tx.every(OutboxMail)
    assert "canary" not in mail.body
    assert desk.outbox.show(ann, mail.id).text.endswith("canary-signature")
