"""Business hours of a workspace, and who wants no more mail.

Visit  ->  set_hours();  address  ->  add_no_mail() | remove_no_mail()
"""

from datetime import time

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import empty_state, two_lines
from resume_customizer.ui.components.pickers import pick_zone
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _


def show_hours(visit: Visit) -> None:
    """The part of the screen Mail set-up for business hours."""
    st.caption(_("What is sent \u201conly in business hours\u201d, and each follow-up, waits for these."))
    now = visit.desk.outbox.show_settings(visit.actor)
    with st.form("hours"):
        zone = pick_zone(_("Time zone"), now["zone"], "hours-zone")
        with st.container(horizontal=True):
            opens = st.time_input(_("Opens"), time.fromisoformat(now["opens"]))
            closes = st.time_input(_("Closes"), time.fromisoformat(now["closes"]))
        holidays = st.text_area(
            _("Holidays, a date on each line"),
            "\n".join(now["holidays"]),
            max_chars=10_000,
            placeholder="2026-12-25",
        )
        kept = st.form_submit_button(_("Save"), type="primary", disabled=not visit.may(Action.CHANGE_WORKSPACE))
    if kept:
        with telling():
            wanted = {
                "zone": zone,
                "opens": f"{opens:%H:%M}",
                "closes": f"{closes:%H:%M}",
                "holidays": holidays.split(),
            }
            visit.desk.outbox.set_hours(visit.actor, wanted)
            st.toast(_("Saved."), icon=":material/check:")


def show_no_mail(visit: Visit) -> None:
    """The part for addresses that no mail goes to."""
    st.caption(
        _("No mail goes to these addresses, from nobody in this workspace. Who asks for it in an answer is here.")
    )
    may = visit.may(Action.SEND_MAIL)
    if may:
        with st.form("no-mail", clear_on_submit=True):
            address = st.text_input(_("E-mail address"), max_chars=254)
            added = st.form_submit_button(_("No more mail to this address"))
        if added:
            with telling():
                visit.desk.follow_ups.add_no_mail(visit.actor, address)
    found = visit.desk.follow_ups.list_no_mail(visit.actor)
    if not found:
        empty_state(_("Everybody may be written to"), _("Nobody has asked for no more mail."), icon="mark_email_read")
    for address, why in found:
        with st.container(border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            two_lines(address, why)
            if may and st.button(_("Allow mail again"), key=f"allow-{address}"):
                with telling():
                    visit.desk.follow_ups.remove_no_mail(visit.actor, address)
                    st.rerun()
