"""Setting up the second factor: on the profile, and instead of every screen for who lacks one where it is needed.

password  ->  a QR code, or a key to type, for an app  ->  a code of it  ->  recovery codes, kept until they were seen

Promises (tests in tests/ui/test_second_factor.py):

* Who lacks a second factor that is needed sees the way to one and nothing else, whatever the page's address says.
* Who has set it up sees the recovery codes once, and goes on to where they wanted to go.
"""

from typing import Final

import streamlit as st

from resume_customizer.services.people.second_factor import Enrolment
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import page_header, plain
from resume_customizer.ui.components.qr_code import show_qr_code
from resume_customizer.ui.session import Visit, workspaces
from resume_customizer.ui.texts import _

_SEED: Final = "enrolment"
CODES: Final = "recovery-codes"
"""Where new recovery codes wait to be seen."""


def is_in_between(visit: Visit) -> bool:
    """Whether somebody sees `show_needed` instead of a screen: they lack a second factor, or have just got one."""
    return visit.actor.lacks_second_factor or (_SEED in st.session_state and CODES in st.session_state)


def show_needed(visit: Visit) -> None:
    """The page that stands before every screen; the address stays, so that going on leads to where they wanted."""
    codes = st.session_state.get(CODES)
    if codes:
        page_header(_("Your second factor is on"))
        _show_codes(codes)
        if st.button(_("I have kept them: go on"), type="primary"):
            st.session_state.pop(CODES)
            st.session_state.pop(_SEED)
            st.rerun()
        return
    here = next((each for each in workspaces(visit) if each.workspace_id == visit.actor.workspace_id), None)
    page_header(_("A second factor is needed here"))
    if here and here.needs_second_factor:
        st.markdown(
            _(
                "The workspace {name} lets in only who signs in with a code of an app, besides the password. "
                "Set it up now; then you go on to where you wanted.",
                name=f"**{plain(here.name)}**",
            )
        )
    else:
        st.markdown(
            _(
                "This installation lets in only who signs in with a code of an app, besides the password. "
                "Set it up now; then you go on to where you wanted."
            )
        )
    if visit.desk.second_factor.is_on(visit.actor):
        st.info(_("You have a second factor, and this session was begun without it: sign out, and in again with it."))
        return
    with telling():
        show_set_up(visit, keeps_seed=True)


def show_set_up(visit: Visit, *, keeps_seed: bool = False) -> None:
    """The password, then what the app needs, then its code; recovery codes wait under CODES in the run after that.

    `keeps_seed`: the set-up is under way until somebody has said that they have seen the codes.
    """
    begun: Enrolment | None = st.session_state.get(_SEED)
    if begun is None:
        with st.form("second-factor-off", clear_on_submit=True):
            password = st.text_input(_("Password"), type="password", autocomplete="current-password")
            begins = st.form_submit_button(_("Set it up"), type="primary")
        if begins:
            st.session_state[_SEED] = visit.desk.second_factor.start(visit.actor, password)
            st.rerun()
        return
    st.markdown(
        _("Let your app (Aegis, 2FAS, Google Authenticator …) read this picture, then type the code that it shows:")
    )
    show_qr_code(begun.address.reveal(), _("QR code for your app. Without a camera, type the key below instead."))
    st.caption(_("Without a camera: type this key into the app."))
    st.code(begun.seed.reveal(), language=None)
    with st.form("confirm-code"):
        code = st.text_input(_("Code"), autocomplete="one-time-code", max_chars=10)
        sent = st.form_submit_button(_("Switch it on"), type="primary")
    if sent:
        st.session_state[CODES] = visit.desk.second_factor.confirm(visit.actor, code)
        if not keeps_seed:
            st.session_state.pop(_SEED)
        st.rerun()


def show_new_codes() -> None:
    """New recovery codes, once."""
    if codes := st.session_state.pop(CODES, None):
        _show_codes(codes)


def _show_codes(codes: tuple[str, ...]) -> None:
    st.success(_("Keep these recovery codes where only you find them. Each counts once; they are not shown again."))
    st.code("\n".join(codes), language=None)
