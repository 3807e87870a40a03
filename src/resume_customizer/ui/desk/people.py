"""Who is on a requirement: members of the workspace, and consultants.

Visit + requirement  ->  show_people()  ->  assign, take off
"""

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import two_lines
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _

_MOST = 200


def show_people(visit: Visit, requirement_id: str) -> None:
    """Show them."""
    members = {each.user_id: each.name for each in visit.desk.workspaces.list_members(visit.actor)}
    on_it = visit.desk.timelines.list_assignments(visit.actor, requirement_id)
    may = visit.may(Action.CHANGE_RECORDS)
    if not on_it:
        st.caption(_("Nobody is on it yet. Members on it are reminded of its interviews."))
    for each in on_it:
        told, off = st.columns([9, 2], vertical_alignment="center")
        is_member = bool(each.user_id)
        with told:
            name = members.get(each.user_id, each.user_id) if is_member else each.name
            two_lines(name, _("Member") if is_member else _("Consultant"))
        if may and off.button(_("Take off"), key=f"off-{each.assignment_id}"):
            with telling():
                visit.desk.timelines.unassign(visit.actor, each.assignment_id)
                st.rerun()
    if may:
        _adding(visit, requirement_id, members, {each.user_id or each.consultant_id for each in on_it})


def _adding(visit: Visit, requirement_id: str, members: dict[str, str], there: set[str]) -> None:
    people = visit.desk.consultants.list_consultants(visit.actor, limit=_MOST).records
    left, right = st.columns(2)
    with left.form(f"assign-member-{requirement_id}"):
        free = [each for each in members if each not in there]
        member = st.selectbox(
            _("Member"), free, index=None, placeholder=_("Choose"), format_func=lambda each: members[each]
        )
        puts_member = st.form_submit_button(_("Put member on it"))
    with right.form(f"assign-consultant-{requirement_id}"):
        named = {each.id: each.name for each in people if each.id not in there}
        person = st.selectbox(
            _("Consultant"), list(named), index=None, placeholder=_("Choose"), format_func=lambda each: named[each]
        )
        puts_person = st.form_submit_button(_("Put consultant on it"))
    with telling():
        if puts_member and member:
            visit.desk.timelines.assign(visit.actor, requirement_id, user_id=member)
            st.rerun()
        if puts_person and person:
            visit.desk.timelines.assign(visit.actor, requirement_id, consultant_id=person)
            st.rerun()
