"""Mail: what waits, what went out, what became of it; write a mail; what is due.

Visit  ->  outbox | write | due  ->  one mail: who got it, what came back, what can be done
"""

from datetime import UTC, datetime, timedelta

import streamlit as st

from resume_customizer.core.outbox import WAITING, MailStatus, Receiving
from resume_customizer.core.permissions import Action
from resume_customizer.services.outbox import MailLine, ShownMail
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import page_header, plain, two_lines
from resume_customizer.ui.components.questions import confirm
from resume_customizer.ui.components.table import Column, Page, asked_of, show_table
from resume_customizer.ui.mailing.along import files_along
from resume_customizer.ui.mailing.writing import write_mail
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked

STATUSES = {
    MailStatus.DRAFT: marked("Draft"),
    MailStatus.SCHEDULED: marked("Scheduled"),
    MailStatus.DUE: marked("Due"),
    MailStatus.SENDING: marked("Sending"),
    MailStatus.SENT: marked("Sent"),
    MailStatus.FAILED: marked("Failed"),
    MailStatus.UNKNOWN: marked("Unknown"),
    MailStatus.CANCELLED: marked("Cancelled"),
}
FATES = {
    Receiving.WAITING: marked("Waiting"),
    Receiving.SENT: marked("Sent"),
    Receiving.FAILED: marked("Failed"),
    Receiving.UNKNOWN: marked("Unknown"),
    Receiving.BOUNCED: marked("Came back"),
    Receiving.LEFT_OUT: marked("Left out"),
}
CAME = {
    "reply": marked("Reply"),
    "bounce": marked("Came back"),
    "unsubscribe": marked("Wants no more mail"),
    "automatic": marked("Automatic answer"),
}
ROLES = {"cc": marked("Cc"), "bcc": marked("Bcc")}
PARTS = {"outbox": marked("Outbox"), "write": marked("Write"), "due": marked("Due")}


def show(visit: Visit) -> None:
    """The screen."""
    page_header(_("Mail"), _("Every message goes out once. What nobody knows the fate of is listed, never sent again."))
    parts = [each for each in PARTS if each != "write" or visit.may(Action.SEND_MAIL)]
    usual = "write" if files_along() and "write" in parts else "outbox"
    st.session_state.setdefault("mail-part", usual)
    part = st.segmented_control(
        _("Part"), parts, format_func=lambda each: _(PARTS[each]), key="mail-part", label_visibility="collapsed"
    )
    opened = str(st.session_state.get("mail-opened", ""))
    if opened and part != "write":
        _one(visit, opened)
    elif part == "write":
        write_mail(visit)
    elif part == "due":
        _due(visit)
    else:
        _outbox(visit)


# ------------------------------------------------------------------ the outbox


def _outbox(visit: Visit) -> None:
    _pausing(visit)
    asked = asked_of("mails")
    if asked.search:
        found = visit.desk.outbox.search(visit.actor, asked.search, asked.cursor)
    else:
        found = visit.desk.outbox.list_mails(visit.actor, after=asked.cursor)
    columns = [
        Column("subject", _("Subject")),
        Column("status", _("Status")),
        Column("due", _("When (UTC)")),
        Column("answer", _("What became of it")),
    ]
    rows = [_row(each) for each in found.lines]
    chosen = show_table("mails", columns, Page(rows, found.next), search=_("Search subjects"), opens=True)
    if chosen:
        st.session_state["mail-opened"] = chosen
        st.rerun()


def _row(line: MailLine) -> dict[str, object]:
    return {
        "id": line.mail_id,
        "status": _(STATUSES[MailStatus(line.status)]),
        "subject": line.subject,
        "due": line.due_at,
        "answer": line.answer,
    }


def _pausing(visit: Visit) -> None:
    is_paused = visit.desk.outbox.show_settings(visit.actor)["is_paused"]
    if is_paused:
        st.warning(_("Nothing goes out: sending is paused."), icon=":material/pause:")
    if not visit.may(Action.SEND_MAIL):
        return
    label = _("Let mail go out") if is_paused else _("Pause all")
    if st.button(label, icon=":material/play_arrow:" if is_paused else ":material/pause:"):
        with telling():
            visit.desk.outbox.pause_all(visit.actor, is_paused=not is_paused)
            st.rerun()


# ------------------------------------------------------------------ one mail


def _one(visit: Visit, mail_id: str) -> None:
    if st.button(_("Back to the outbox"), icon=":material/arrow_back:"):
        st.session_state["mail-opened"] = ""
        st.rerun()
    with telling():
        mail = visit.desk.outbox.show(visit.actor, mail_id)
        st.subheader(plain(mail.line.subject), anchor=False)
        st.caption(f"{_(STATUSES[MailStatus(mail.line.status)])} · {plain(mail.line.answer)}")
        for each in mail.receivers:
            became = " · ".join(filter(None, (_(FATES[Receiving(each.status)]), each.answer)))
            two_lines(
                f"{each.name} <{each.address}>" if each.name else each.address, became, _(ROLES.get(each.role, ""))
            )
        for kind, sender, came_at in mail.answers:
            st.info(f"{_(CAME[kind])}: {plain(sender)}, {came_at:%Y-%m-%d %H:%M} UTC")
        _following(visit, mail_id)
        for file in mail.files:
            st.caption(f":material/attach_file: {plain(file.name)} · {file.size / 1000:,.0f} kB")
        with st.container(border=True):
            st.text(mail.text)
        content = visit.desk.outbox.read_message(visit.actor, mail_id)
        st.download_button(
            _("Download the message"), content, f"{mail_id}.eml", "message/rfc822", icon=":material/download:"
        )
        if visit.may(Action.SEND_MAIL):
            _doing(visit, mail)


def _following(visit: Visit, mail_id: str) -> None:
    for each in visit.desk.follow_ups.list_of_mail(visit.actor, mail_id):
        day = f"{each.due_at:%Y-%m-%d %H:%M}"
        state = each.ended_because or _("next: step {step} at {day}", step=each.step, day=day)
        two_lines(each.sequence, state)
        if not each.ended_because and visit.may(Action.SEND_MAIL) and st.button(_("End it"), key=each.follow_up_id):
            visit.desk.follow_ups.end(visit.actor, each.follow_up_id)
            st.rerun()


def _doing(visit: Visit, mail: ShownMail) -> None:
    """What can be done with a mail of this status."""
    mail_id, status, outbox = mail.line.mail_id, mail.line.status, visit.desk.outbox
    with st.container(horizontal=True):
        if status in WAITING and st.button(_("Send now"), type="primary"):
            outbox.send(visit.actor, mail_id, _account(visit) if not mail.line.account_id else "")
            st.rerun()
        if status in WAITING and st.button(_("Cancel")):
            outbox.cancel(visit.actor, mail_id)
            st.rerun()
        if status == MailStatus.FAILED and st.button(_("Try again"), type="primary"):
            outbox.retry(visit.actor, mail_id)
            st.rerun()
        if status == MailStatus.UNKNOWN:
            if st.button(_("It arrived"), type="primary"):
                outbox.settle(visit.actor, mail_id, arrived=True)
                st.rerun()
            question = _("Send it again? If it did arrive, the receiver gets it twice.")
            if confirm(_("Send again"), question, _("Send again"), "again"):
                outbox.settle(visit.actor, mail_id, arrived=False)
                st.rerun()


def _account(visit: Visit) -> str:
    found = visit.desk.mail_accounts.list_accounts(visit.actor)
    return found[0].account_id if found else ""


# ------------------------------------------------------------------ due


def _due(visit: Visit) -> None:
    found = visit.desk.follow_ups.list_to_do(visit.actor, datetime.now(UTC) + timedelta(days=1))
    for title, lines in ((_("Fate unknown"), found.unknown), (_("Failed"), found.failed)):
        for each in lines:
            with st.container(border=True):
                two_lines(each.subject, f"{title} · {each.answer}")
                if st.button(_("Open"), key=f"open-{each.mail_id}"):
                    st.session_state["mail-opened"] = each.mail_id
                    st.rerun()
    for each in found.follow_ups:
        with st.container(border=True):
            day = f"{each.due_at:%Y-%m-%d %H:%M}"
            step = _("Step {step} of {steps} at {day}", step=each.step, steps=each.steps, day=day)
            two_lines(each.subject, f"{', '.join(each.to)} · {step}")
    if not (found.unknown or found.failed or found.follow_ups):
        st.caption(_("Nothing is due."))
