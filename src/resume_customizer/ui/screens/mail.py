"""Mail: what waits, what went out, what became of it; write a mail; what went to many; what is due.

Visit  ->  outbox | write | mailings | due  ->  one mail: who got it, what came back, what can be done
"""

from datetime import UTC, datetime, timedelta
from typing import Final

import streamlit as st

from resume_customizer.core.outbox import MailStatus
from resume_customizer.core.permissions import Action
from resume_customizer.services.mail.outbox import MailLine
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import empty_state, page_header, two_lines
from resume_customizer.ui.components.table import Column, Page, asked_of, begin_again, show_table
from resume_customizer.ui.mailing.along import files_along
from resume_customizer.ui.mailing.mailings import show_mailings
from resume_customizer.ui.mailing.one_mail import open_mail, opened_mail, show_one_mail
from resume_customizer.ui.mailing.words import STATUSES
from resume_customizer.ui.mailing.writing import write_mail
from resume_customizer.ui.moments import shown, shown_with_zone
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked

PARTS = {
    "outbox": marked("Outbox"),
    "write": marked("Write"),
    "mailings": marked("Mailings"),
    "due": marked("Due"),
}
_ALL: Final = ""


def show(visit: Visit) -> None:
    """The screen."""
    page_header(_("Mail"), _("Every message goes out once. What nobody knows the fate of is listed, never sent again."))
    parts = [each for each in PARTS if each != "write" or visit.may(Action.SEND_MAIL)]
    usual = "write" if files_along() and "write" in parts else "outbox"
    st.session_state.setdefault("mail-part", usual)
    part = st.segmented_control(
        _("Part"),
        parts,
        format_func=lambda each: _(PARTS[each]),
        key="mail-part",
        label_visibility="collapsed",
        required=True,
        on_change=lambda: open_mail(""),
    )
    if opened_mail() and part != "write":
        show_one_mail(visit, opened_mail())
        return
    {"write": write_mail, "mailings": show_mailings, "due": _due}.get(part, _outbox)(visit)


# ------------------------------------------------------------------ the outbox


def _outbox(visit: Visit) -> None:
    counts = visit.desk.outbox.count(visit.actor)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        status = st.selectbox(
            _("Status"),
            [_ALL, *STATUSES],
            format_func=lambda each: f"{_(STATUSES[each])} ({counts[each]:,})" if each else _("All"),
            on_change=lambda: begin_again("mails"),
            width=220,
        )
        _pausing(visit)
    asked = asked_of("mails")
    if asked.search:
        found = visit.desk.outbox.search(visit.actor, asked.search, asked.cursor)
    else:
        found = visit.desk.outbox.list_mails(visit.actor, status=status, after=asked.cursor)
    if not (found.lines or asked.search or status or asked.cursor):
        empty_state(
            _("The outbox is empty"),
            _("What you write, and every follow-up, is listed here with its fate."),
            icon="outbox",
        )
        return
    columns = [
        Column("subject", _("Subject")),
        Column("status", _("Status")),
        Column("due", _("When")),
        Column("answer", _("What became of it")),
    ]
    rows = [_row(each) for each in found.lines]
    chosen = show_table("mails", columns, Page(rows, found.next), search=_("Search subjects"), opens=True)
    if chosen:
        open_mail(chosen)
        st.rerun()


def _row(line: MailLine) -> dict[str, object]:
    return {
        "id": line.mail_id,
        "status": _(STATUSES[MailStatus(line.status)]),
        "subject": line.subject,
        "due": shown(line.due_at),
        "answer": line.answer,
    }


def _pausing(visit: Visit) -> None:
    is_paused = visit.desk.outbox.show_settings(visit.actor)["is_paused"]
    if visit.may(Action.SEND_MAIL):
        label = _("Let mail go out") if is_paused else _("Pause all")
        if st.button(label, icon=":material/play_arrow:" if is_paused else ":material/pause:"):
            with telling():
                visit.desk.outbox.pause_all(visit.actor, is_paused=not is_paused)
                st.rerun()
    if is_paused:
        st.warning(_("Nothing goes out: sending is paused."), icon=":material/pause:")


# ------------------------------------------------------------------ due


def _due(visit: Visit) -> None:
    found = visit.desk.follow_ups.list_to_do(visit.actor, datetime.now(UTC) + timedelta(days=1))
    for title, lines in ((_("Fate unknown"), found.unknown), (_("Failed"), found.failed)):
        for each in lines:
            _line(each.mail_id, each.subject, f"{title} · {each.answer}")
    for each in found.follow_ups:
        step = _("Step {step} of {steps} at {day}", step=each.step, steps=each.steps, day=shown_with_zone(each.due_at))
        _line(each.mail_id, each.subject, f"{', '.join(each.to)} · {step}", each.follow_up_id)
    if not (found.unknown or found.failed or found.follow_ups):
        empty_state(
            _("Nothing is due"),
            _("Follow-ups of the next day are here, and mails that failed or whose fate is unknown."),
            icon="task_alt",
        )


def _line(mail_id: str, title: str, text: str, key: str = "") -> None:
    """A mail that asks for something, with the way to it."""
    with st.container(border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        two_lines(title, text)
        if st.button(_("Open"), key=f"open-{key or mail_id}"):
            open_mail(mail_id)
            st.rerun()
