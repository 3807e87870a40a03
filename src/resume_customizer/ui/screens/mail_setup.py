"""Mail set-up: accounts to send through, texts to write from, what follows, business hours, and who gets no mail.

Visit  ->  accounts | texts | follow-ups | hours | no mail
"""

import streamlit as st

from resume_customizer.ui.components.headers import page_header
from resume_customizer.ui.mailing.accounts import show_accounts
from resume_customizer.ui.mailing.hours import show_hours, show_no_mail
from resume_customizer.ui.mailing.sequences import show_sequences
from resume_customizer.ui.mailing.texts import show_texts
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked

PARTS = {
    "accounts": (marked("Accounts"), show_accounts),
    "texts": (marked("Texts"), show_texts),
    "follow-ups": (marked("Follow-ups"), show_sequences),
    "hours": (marked("Business hours"), show_hours),
    "no-mail": (marked("No more mail"), show_no_mail),
}


def show(visit: Visit) -> None:
    """The screen."""
    page_header(_("Mail set-up"), _("What mail is sent through, written from and followed by."))
    st.session_state.setdefault("setup-part", "accounts")
    part = st.segmented_control(
        _("Part"),
        list(PARTS),
        format_func=lambda each: _(PARTS[each][0]),
        key="setup-part",
        label_visibility="collapsed",
        required=True,
    )
    _title, shown = PARTS[part or "accounts"]
    shown(visit)
