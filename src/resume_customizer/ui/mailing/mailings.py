"""Mails of one text to many: how far each mailing is, who did not get theirs and why, and stopping it.

Visit  ->  list_mailings()  ->  progress, looked at again while one is under way  ->  list_problems() | cancel()
"""

from typing import Final

import streamlit as st

from resume_customizer.core.jobs import Progress
from resume_customizer.core.outbox import OVER, MailStatus, Receiving
from resume_customizer.core.permissions import Action
from resume_customizer.services.mail.mailings import MailingLine
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import empty_state, two_lines
from resume_customizer.ui.components.progress import Moving, show_progress
from resume_customizer.ui.mailing.one_mail import open_mail
from resume_customizer.ui.mailing.words import FATES, STATUSES
from resume_customizer.ui.moments import shown_with_zone
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, several

_SHOWN: Final = 50


def show_mailings(visit: Visit) -> None:
    """The part of the screen Mail for what went to several people."""
    mailings = visit.desk.mailings.list_mailings(visit.actor)
    if not mailings:
        empty_state(
            _("No mail went to several people yet"),
            _("Write one with several addresses or a list: each person gets a message of their own."),
            icon="stacked_email",
        )
        return
    show_progress("mailings", visit, _look, _do)
    for each in mailings:
        _problems(visit, each)


def _look(visit: Visit) -> tuple[Moving, ...]:
    return tuple(_moving(each) for each in visit.desk.mailings.list_mailings(visit.actor))


def _moving(mailing: MailingLine) -> Moving:
    counts = [(status, mailing.counts[status]) for status in MailStatus if mailing.counts[status]]
    told = " · ".join(f"{_(STATUSES[status])}: {count:,}" for status, count in counts)
    rate = _("{count} a minute", count=f"{mailing.per_minute:,.0f}") if mailing.per_minute else ""
    drafts = mailing.counts[MailStatus.DRAFT]
    return Moving(
        key=mailing.mailing_id,
        title=mailing.name or _("Without a name"),
        status=_status(mailing),
        progress=Progress(sum(mailing.counts[status] for status in OVER), mailing.total),
        step=" · ".join(filter(None, (told, rate, shown_with_zone(mailing.created_at)))),
        is_moving=not mailing.is_over,
        is_bad=bool(mailing.counts[MailStatus.FAILED] or mailing.counts[MailStatus.UNKNOWN]),
        actions=(("cancel", _("Cancel what has not left"), "cancel"),) if drafts or not mailing.is_over else (),
    )


def _status(mailing: MailingLine) -> str:
    if mailing.is_cancelled:
        return _("cancelled")
    if not mailing.is_over:
        return _("under way")
    return _("drafts") if mailing.counts[MailStatus.DRAFT] else _("over")


def _do(visit: Visit, mailing_id: str, action: str) -> None:
    if action == "cancel" and visit.may(Action.SEND_MAIL):
        visit.desk.mailings.cancel(visit.actor, mailing_id)


def _problems(visit: Visit, mailing: MailingLine) -> None:
    """Who did not get theirs; nothing when everybody did."""
    with telling():
        found = visit.desk.mailings.list_problems(visit.actor, mailing.mailing_id)
        if not found:
            return
        title = several("{count} person did not get it", "{count} people did not get it", len(found))
        with st.expander(f"{mailing.name}: {title}" if mailing.name else title):
            for number, each in enumerate(found[:_SHOWN]):
                with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                    two_lines(each.address, each.answer, _(FATES[Receiving(each.status)]))
                    if st.button(_("Open"), key=f"open-{each.mail_id}-{number}"):
                        open_mail(each.mail_id)
                        st.rerun()
            if len(found) > _SHOWN:
                st.caption(_("And {count} more.", count=len(found) - _SHOWN))
