"""One mail: who got it, what came back, what follows, its files, and what can be done with it.

Visit, a mail's id  ->  outbox.show()  ->  send() | cancel() | retry() | settle()
"""

from typing import Final

import streamlit as st

from resume_customizer.core.outbox import WAITING, MailStatus, Receiving
from resume_customizer.core.permissions import Action
from resume_customizer.services.mail.outbox import ShownMail
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import plain, two_lines
from resume_customizer.ui.components.questions import confirm
from resume_customizer.ui.mailing.words import FATES, STATUSES
from resume_customizer.ui.moments import shown_with_zone
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked

_CAME: Final = {
    "reply": marked("Reply"),
    "bounce": marked("Came back"),
    "unsubscribe": marked("Wants no more mail"),
    "automatic": marked("Automatic answer"),
}
_ROLES: Final = {"cc": marked("Cc"), "bcc": marked("Bcc")}
_OPENED: Final = "mail-opened"


def opened_mail() -> str:
    """The mail that is looked at; empty for none."""
    return str(st.session_state.get(_OPENED, ""))


def open_mail(mail_id: str) -> None:
    """Look at this one from the next run on."""
    st.session_state[_OPENED] = mail_id


def show_one_mail(visit: Visit, mail_id: str) -> None:
    """All that is known of it."""
    if st.button(_("Back to the list"), icon=":material/arrow_back:"):
        open_mail("")
        st.rerun()
    with telling():
        mail = visit.desk.outbox.show(visit.actor, mail_id)
        st.subheader(plain(mail.line.subject), anchor=False)
        status, due = MailStatus(mail.line.status), shown_with_zone(mail.line.due_at)
        when = _("goes out at {time}", time=due) if status in WAITING and status is not MailStatus.DRAFT else ""
        st.caption(" · ".join(filter(None, (_(STATUSES[status]), when, plain(mail.line.answer)))))
        if visit.may(Action.SEND_MAIL):
            _doing(visit, mail)
        for each in mail.receivers:
            became = " · ".join(filter(None, (_(FATES[Receiving(each.status)]), each.answer)))
            who = f"{each.name} <{each.address}>" if each.name else each.address
            two_lines(who, became, _(_ROLES.get(each.role, "")))
        for kind, sender, came_at in mail.answers:
            st.info(f"{_(_CAME[kind])}: {plain(sender)}, {shown_with_zone(came_at)}")
        _following(visit, mail_id)
        for file in mail.files:
            st.caption(f":material/attach_file: {plain(file.name)} · {file.size / 1000:,.0f} kB")
        with st.container(border=True):
            st.text(mail.text)
        content = visit.desk.outbox.read_message(visit.actor, mail_id)
        st.download_button(
            _("Download the message"), content, f"{mail_id}.eml", "message/rfc822", icon=":material/download:"
        )


def _following(visit: Visit, mail_id: str) -> None:
    for each in visit.desk.follow_ups.list_of_mail(visit.actor, mail_id):
        day = shown_with_zone(each.due_at)
        state = each.ended_because or _("next: step {step} at {day}", step=each.step, day=day)
        two_lines(each.sequence, state)
        if not each.ended_because and visit.may(Action.SEND_MAIL) and st.button(_("End it"), key=each.follow_up_id):
            visit.desk.follow_ups.end(visit.actor, each.follow_up_id)
            st.rerun()


def _doing(visit: Visit, mail: ShownMail) -> None:
    """What can be done with a mail of this status."""
    mail_id, status, outbox = mail.line.mail_id, mail.line.status, visit.desk.outbox
    account_id = _account(visit) if status in WAITING and not mail.line.account_id else ""
    with st.container(horizontal=True), telling():
        if status in WAITING:
            without = not (mail.line.account_id or account_id)
            hint = _("Add a mail account first; or download the message and send it yourself.") if without else None
            if st.button(_("Send now"), type="primary", disabled=without, help=hint):
                outbox.send(visit.actor, mail_id, account_id)
                st.rerun()
            if st.button(_("Cancel")):
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
    """Through which account a draft without one goes out; asked for where there are several."""
    found = {
        each.account_id: f"{each.name} <{each.sender}>" for each in visit.desk.mail_accounts.list_accounts(visit.actor)
    }
    if len(found) < 2:
        return next(iter(found), "")
    return st.selectbox(_("Mail account"), list(found), format_func=lambda each: found[each])
