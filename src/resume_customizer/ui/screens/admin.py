"""Administration: the accounts and workspaces of this installation, for whoever runs it.

Visit  ->  users, workspaces  ->  add, lock, make operator, change tiers; never what workspaces hold
"""

from collections.abc import Mapping, Sequence

import streamlit as st

from resume_customizer.core.tiers import Tier
from resume_customizer.services.running.operating import UserLine
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import page_header, two_lines
from resume_customizer.ui.components.parts import fold, show_parts
from resume_customizer.ui.components.questions import confirm
from resume_customizer.ui.components.table import PAGE, Column, Page, asked_of, show_table
from resume_customizer.ui.components.usage import TIERS
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, several

_CHOSEN_USER, _CHOSEN_WORKSPACE = "chosen-user", "chosen-workspace"


def show(visit: Visit) -> None:
    """The screen."""
    page_header(
        _("Administration"), _("You run this installation. You see who is here and how much, not what they hold.")
    )
    parts = {_("Accounts"): lambda: _users(visit), _("Workspaces"): lambda: _workspaces(visit)}
    show_parts("admin-part", parts)


def _users(visit: Visit) -> None:
    lines = visit.desk.operating.list_users(visit.actor)
    asked = asked_of("users")
    found = [each for each in lines if asked.search.casefold() in f"{each.address} {each.name}".casefold()]
    begin = int(asked.cursor or 0)
    columns = [
        Column("address", _("Address")),
        Column("name", _("Name")),
        Column("marks", _("State")),
        Column("since", _("Since")),
    ]
    opened = show_table(
        "users",
        columns,
        _page_of([_user_row(each) for each in found], begin),
        search=_("Search accounts"),
        opens=True,
    )
    if opened:
        st.session_state[_CHOSEN_USER] = opened
    chosen = next((each for each in lines if each.user_id == st.session_state.get(_CHOSEN_USER)), None)
    if chosen:
        _user(visit, chosen)
    _add_user(visit)
    _sign_everybody_out(visit)


def _sign_everybody_out(visit: Visit) -> None:
    question = _("End every session of this installation but this one? Everybody has to sign in again; API keys go on.")
    if confirm(_("Sign everybody out"), question, _("Sign out"), "sign-everybody-out", icon=":material/logout:"):
        with telling():
            ended = visit.desk.operating.sign_everybody_out(visit.actor, but_here=True)
            st.toast(several("{count} session has ended.", "{count} sessions have ended.", ended))


def _user_row(user: UserLine) -> dict[str, object]:
    marks = {
        _("operator"): user.is_operator,
        _("locked"): user.is_locked,
        _("not confirmed"): not user.is_confirmed,
        _("second factor"): user.has_second_factor,
    }
    told = ", ".join(mark for mark, holds in marks.items() if holds)
    return {"id": user.user_id, "address": user.address, "name": user.name, "marks": told, "since": user.created_at}


def _user(visit: Visit, user: UserLine) -> None:
    operating, actor = visit.desk.operating, visit.actor
    with st.container(border=True):
        two_lines(user.name, user.address)
        with st.container(horizontal=True):
            if user.is_locked:
                if st.button(_("Unlock"), icon=":material/lock_open:"):
                    operating.unlock(actor, user.user_id)
                    st.rerun()
            elif st.button(_("Lock and sign out"), icon=":material/lock:"):
                operating.lock(actor, user.user_id)
                st.rerun()
            if st.button(_("Sign out everywhere"), icon=":material/logout:"):
                ended = operating.sign_out(actor, user.user_id)
                st.toast(several("{count} session has ended.", "{count} sessions have ended.", ended))
            label = _("Make no operator") if user.is_operator else _("Make an operator")
            if st.button(label, icon=":material/admin_panel_settings:"):
                operating.set_operator(actor, user.user_id, is_operator=not user.is_operator)
                st.rerun()


def _add_user(visit: Visit) -> None:
    with fold(_("Add an account"), "person_add", "users-add") as is_open:
        if is_open:
            _new_user(visit)


def _new_user(visit: Visit) -> None:
    with st.form("add-user", clear_on_submit=True, border=False):
        address = st.text_input(_("E-mail address"), max_chars=320)
        name = st.text_input(_("Name"), max_chars=120)
        password = st.text_input(
            _("First password"),
            type="password",
            autocomplete="new-password",
            help=_("It counts for a week; its owner chooses another one."),
        )
        if st.form_submit_button(_("Add"), type="primary"):
            with telling():
                visit.desk.operating.add_user(visit.actor, address, name, password)
                st.rerun()


def _workspaces(visit: Visit) -> None:
    lines = visit.desk.operating.list_workspaces(visit.actor)
    asked = asked_of("workspaces")
    found = [each for each in lines if asked.search.casefold() in each.name.casefold()]
    begin = int(asked.cursor or 0)
    columns = [
        Column("name", _("Name")),
        Column("tier", _("Tier")),
        Column("members", _("Members"), is_number=True),
        Column("since", _("Since")),
    ]
    rows = [
        {
            "id": each.workspace_id,
            "name": each.name,
            "tier": _(TIERS[each.tier]),
            "members": each.members,
            "since": each.created_at,
        }
        for each in found
    ]
    opened = show_table("workspaces", columns, _page_of(rows, begin), search=_("Search workspaces"), opens=True)
    if opened:
        st.session_state[_CHOSEN_WORKSPACE] = opened
    chosen = next((each for each in lines if each.workspace_id == st.session_state.get(_CHOSEN_WORKSPACE)), None)
    if chosen is None:
        return
    with st.container(border=True):
        tier = st.selectbox(
            _("Tier of {name}", name=chosen.name),
            list(Tier),
            list(Tier).index(chosen.tier),
            key=f"tier-{chosen.workspace_id}",
        )
        if tier is not chosen.tier:
            visit.desk.usage.set_tier(visit.actor, chosen.workspace_id, tier)
            st.rerun()


def _page_of(rows: Sequence[Mapping[str, object]], begin: int) -> Page:
    return Page(rows[begin : begin + PAGE], str(begin + PAGE) if len(rows) > begin + PAGE else "", len(rows))
